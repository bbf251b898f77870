"""Whether a gain in pay is counted net or gross: net where the person is known well enough for it."""

from __future__ import annotations

from msgspec import structs

from jobcli.cli.session import Session
from jobcli.cli.taxpaying import as_told
from jobcli.cli.told import TAXED, Told
from jobcli.domain.pay import PayRange
from jobcli.estimating.net import basis, known_well_enough
from jobcli.estimating.net_figures import UnknownPayDay, payroll_on
from jobcli.estimating.worth import Basis


def counted_with(
    session: Session, told: Told, new: PayRange, present: PayRange, *, no_me: bool, age: int | None
) -> tuple[Basis, Told]:
    """What the gain between two ranges of gross pay a year is counted with, and the person with what that took from `me`."""
    who, kept = as_told(session, no_me=no_me, state=told.person.state, age=age)
    gross = Basis(new=new, present=present, net=False, pay_date=session.day, missing="person")
    if not known_well_enough(who):
        return gross, told
    from jobcli.loading.figures import PAYROLL, open_drawer

    try:
        figures = payroll_on(open_drawer(PAYROLL), session.day)
    except UnknownPayDay:
        return structs.replace(gross, missing="figures"), told
    taxed = {key: value for key, value in kept.items() if key in TAXED}
    from_me = (*told.from_me, *(key for key in taxed if key not in told.from_me))
    return basis(figures, new, present, who), structs.replace(told, from_me=from_me, taxed=taxed)
