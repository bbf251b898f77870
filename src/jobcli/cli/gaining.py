"""Whether a gain in pay is counted net or gross: net where the person is known well enough for it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from jobcli.cli.own_files import fetch
from jobcli.cli.session import Session
from jobcli.cli.settings import TAXED, settings_file
from jobcli.cli.told import Told
from jobcli.domain.pay import PayRange
from jobcli.training.payback import PayPair, PaysByRole

_NEEDED = ("tax-class", "children", "church")
"""Without these net pay says no more of someone than gross pay; only the settings hold them."""


def counted_with(
    session: Session, told: Told, new: PayRange, present: PayRange, *, no_me: bool, age: int | None
) -> tuple[PayPair, Told]:
    """What the gain between two ranges of gross pay a year is counted with, and the person with what that took from `me`."""
    among, told = counted_among(session, told, {"new": new, "present": present}, no_me=no_me, age=age)
    pays = among.pays
    basis = PayPair(pays["new"], pays["present"], net=among.net, pay_date=among.pay_date, missing=among.missing)
    return basis, told


def counted_among(
    session: Session, told: Told, pays: Mapping[str, PayRange], *, no_me: bool, age: int | None
) -> tuple[PaysByRole, Told]:
    """The same for gains among several ranges, by any name."""
    gross = PaysByRole(pays=pays, net=False, pay_date=session.day, missing="person")
    if no_me or not _told_enough(session):
        return gross, told
    from jobcli.cli.taxpaying import as_told
    from jobcli.files.figures import PAYROLL, open_drawer
    from jobcli.net_pay.payroll import UnknownPayDay, payroll_on
    from jobcli.net_pay.payslip import known_well_enough, net_year

    who, kept = as_told(session, no_me=no_me, state=told.person.state, age=age)
    if not known_well_enough(who):
        return structs.replace(gross, missing="land"), told
    try:
        figures = payroll_on(open_drawer(PAYROLL), session.day)
    except UnknownPayDay:
        return structs.replace(gross, missing="figures"), told
    taxed = {key: value for key, value in kept.items() if key in TAXED}
    from_me = (*told.from_me, *(key for key in taxed if key not in told.from_me))
    net = {name: net_year(figures, pay, who) for name, pay in pays.items()}
    return PaysByRole(pays=net, net=True, pay_date=figures.day), structs.replace(told, from_me=from_me, taxed=taxed)


def _told_enough(session: Session) -> bool:
    """Whether the settings answer all that is needed, whatever they say: only then net pay and its readers are loaded."""
    from jobcli.files.own_records import read_settings

    file = settings_file(session)
    data = fetch(file)
    settings = None if data is None else read_settings(str(file), data)[0]
    return settings is not None and set(_NEEDED) <= set(settings.settings)
