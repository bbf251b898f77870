"""jobcli, the career explorer for the terminal: what is this job, what would it pay me, how do I get there?

As a library: `from jobcli import load_catalog, estimate, compare, net` and `from jobcli import api`, see docs/library.md.
"""

# What type checkers take for true. `typing` takes milliseconds, in which nobody would catch a Ctrl-C yet.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from jobcli.api.catalog import BrokenProfile, Roles, load_catalog
    from jobcli.api.pay import estimate_role as estimate
    from jobcli.api.pay import net
    from jobcli.api.roles import compare_roles as compare
    from jobcli.domain.net import Payslip
    from jobcli.domain.profile import Profile
    from jobcli.moving.comparison import Comparison
    from jobcli.pay.estimate import Estimate

__version__ = "0.1.0"

__all__ = [
    "BrokenProfile",
    "Comparison",
    "Estimate",
    "Payslip",
    "Profile",
    "Roles",
    "__version__",
    "compare",
    "estimate",
    "load_catalog",
    "net",
]

# Hidden from type checkers: to them it would say that every name exists.
if not TYPE_CHECKING:
    # Where each name stands, and what it is called there: what rests on one profile is shorter here than in `api`.
    places = {
        "BrokenProfile": ("api.catalog", "BrokenProfile"),
        "Comparison": ("moving.comparison", "Comparison"),
        "Estimate": ("pay.estimate", "Estimate"),
        "Payslip": ("domain.net", "Payslip"),
        "Profile": ("domain.profile", "Profile"),
        "Roles": ("api.catalog", "Roles"),
        "compare": ("api.roles", "compare_roles"),
        "estimate": ("api.pay", "estimate_role"),
        "load_catalog": ("api.catalog", "load_catalog"),
        "net": ("api.pay", "net"),
    }

    def __getattr__(name: str) -> object:
        """The library, imported when its first name is asked for: the prompt starts without it."""
        if name not in places:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415  the prompt never gets here

        room, own_name = places[name]
        return getattr(import_module(f"jobcli.{room}"), own_name)

    def __dir__() -> list[str]:
        return __all__
