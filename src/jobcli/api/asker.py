"""Who asks, told by a program as keyword arguments: checked, and brought into the form that answers need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from jobcli.api.bounds import TAX, asking, check_each, check_period, check_yes_no, exact, taxed
from jobcli.api.catalog import Day, Roles, day_of, errors_of_python, pay_figures
from jobcli.domain.figures import Drawer
from jobcli.domain.net import Amount, PayPeriod, TellsTax
from jobcli.domain.own import TellsStanding
from jobcli.domain.pay import Person, TellsPerson
from jobcli.files.figures import PAYROLL, open_drawer

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import Netting
    from jobcli.net_pay.payroll import Payroll

YEARS = (*Person.__struct_fields__, "age")
"""What estimates ask."""

STANDING = ("qualifications", "languages", "skills")
"""What decides on whether a role fits."""

ANYWHERE = tuple(name for name in YEARS if name not in ("level", "leadership"))
"""What estimates ask where roles are compared: what says something of one job would say the same of all."""


class TellsAsker(TellsPerson, total=False):
    """What estimates ask, and the age, from which experience is counted where that is not told."""

    age: int | None


class TellsPay(TellsAsker, TellsTax, total=False):
    """What estimates and net pay ask."""


class TellsBrought(TellsAsker, TellsStanding, total=False):
    """What decides on whether a role fits, beside the present one."""


class TellsAll(TellsBrought, TellsTax, total=False):
    """What a way to another role asks, beside the present one."""


def who_is_paid(told: Mapping[str, Any], pay_date: Day, *, net: bool) -> tuple[Asker, Netting | None]:
    """Who asks for estimates, and with what they become net pay where that is asked for."""
    who = asking({name: told[name] for name in told if name not in TAX}, YEARS, pay_figures())
    if not net and all(told.get(name) is None for name in TAX):
        return who, None
    from jobcli.answers.net import Netting as Made

    return who, Made(payroll(pay_date), _with_tax(told, who).taxpayer, "month")


def _with_tax(told: Mapping[str, Any], who: Asker) -> Asker:
    """Who asks, with what net pay asks of them."""
    from msgspec import structs

    return structs.replace(who, taxed=taxed({name: told[name] for name in (*TAX, "state", "age") if name in told}))


def who_pays_tax(gross: Amount, per: PayPeriod, told: Mapping[str, Any]) -> tuple[Asker, Decimal]:
    """Whose payslip it is, and the gross pay as an exact number."""
    from jobcli.answers.asker import Asker as Made

    check_period(per)
    return Made(taxed=taxed(told)), exact("gross", gross)


def payroll(pay_date: Day) -> Payroll:
    """The figures of the pay day; it may lie ahead. LookupError, with the attributes `first` and `last`, without figures."""
    from jobcli.net_pay.payroll import payroll_on

    return payroll_on(_payroll_figures(), day_of("pay_date", pay_date))


@cache
def _payroll_figures() -> Drawer:
    return open_drawer(PAYROLL)


def who_moves(catalog: Roles, told: Mapping[str, Any], asked: Collection[str]) -> Asker:
    """Who asks for a way to another role. KeyError for a present role that there is not."""
    from msgspec.structs import replace

    from jobcli.domain.languages import LANGUAGES, LEVELS

    given = {name: value for name, value in told.items() if value is not None}
    check_yes_no(given, ("same_employer",))
    stays = given.pop("same_employer", False)
    if "role" in given:
        given["role"] = catalog[given["role"]].id
    listed = {name: given[name] for name in STANDING if name in given}
    if listed:
        every, words = catalog.readable().values(), catalog.vocabulary
        own = {item.id for one in every for item in one.role.requirements}
        paths_of_roles = {path.id for one in every for path in one.paths if path.id}
        known: dict[str, Collection[str]] = {
            "qualifications": sorted({*catalog.catalog.training_ids(), *paths_of_roles}),
            "languages": [f"{code}-{level}" for code in LANGUAGES for level in LEVELS],
            "skills": sorted({*words.requirements, *words.subjects, *own}),
        }
        given |= {name: check_each(name, values, known[name]) for name, values in listed.items()}
    with errors_of_python():
        return replace(asking(given, asked, pay_figures(), present_job=False), same_employer=stays)


def who_gains(catalog: Roles, told: Mapping[str, Any], asked: Collection[str]) -> tuple[Asker, Asker | None]:
    """Who asks for a way to another role, and the same with what net pay asks where enough of that is told."""
    from jobcli.answers.gain import NEEDED

    who = who_moves(catalog, {name: told[name] for name in told if name not in TAX}, asked)
    if any(told.get(name.replace("-", "_")) is None for name in NEEDED):
        return who, None
    return who, _with_tax(told, who)
