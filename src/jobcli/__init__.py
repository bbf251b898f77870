"""jobcli, the career explorer for the terminal: what is this job, what would it pay me, how do I get there?

As a library: `from jobcli import load_catalog, estimate, compare, net`, see docs/library.md.
"""

# What type checkers take for true. `typing` takes milliseconds, in which nobody would catch a Ctrl-C yet.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from jobcli.domain.net import Payslip
    from jobcli.domain.profile import Profile
    from jobcli.library import BrokenProfile, Roles, compare, estimate, load_catalog
    from jobcli.library_net import net
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

    def __getattr__(name: str) -> object:
        """The library, imported when its first name is asked for: the prompt starts without it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415  the prompt never gets here

        # Who estimates only does not load what net pay needs.
        room = "jobcli.library_net" if name in ("net", "Payslip") else "jobcli.library"
        return getattr(import_module(room), name)

    def __dir__() -> list[str]:
        return __all__
