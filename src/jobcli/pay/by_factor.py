"""One thing that a person could tell, varied; everything else stays as they told it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.pay import LANDS, NetMonth, PayRange, Person
from jobcli.domain.profile import Profile
from jobcli.pay.estimate import Estimate, estimate
from jobcli.pay.factors import SIZE_MIDDLES, size_class

PayVaried = Literal["state", "tenure", "company-size", "industry", "hours"]

MAX_YEARS = 30
HOURS = (15, 20, 25, 30, 35, 40)


class PayPoint(Struct, frozen=True, kw_only=True):
    """The estimate for one value: a Land code, years, a size class, a division or hours. `chosen` is the person's own."""

    value: Annotated[str, means("The value.")]
    chosen: Annotated[bool, means("Whether it is the person's own.")]
    gross_year: Annotated[PayRange, means("Gross pay of a year.")]
    net_month: Annotated[NetMonth | UnsetType | None, means("With --net, what arrives in a month.")] = UNSET


class PayVariation(Struct, frozen=True, kw_only=True):
    """The estimates of one role for all values of one factor, in the natural order of the values."""

    role: Annotated[str, means("The id of the role.")]
    by: Annotated[PayVaried, means("What is varied.")]
    as_of: Annotated[str, means("The month in whose money they are.")]
    points: Annotated[tuple[PayPoint, ...], means("One for each value.")]


def vary(profile: Profile, person: Person, by: PayVaried, drawer: Drawer, day: str) -> PayVariation:
    """The estimate for each value of `by`. LookupError where the anchor is older than the index."""
    points = []
    as_of = ""
    for value, answer in _answers(by, person, drawer):
        item: Estimate = estimate(profile, answer, drawer, day)
        as_of = item.as_of
        points.append(PayPoint(value=value, chosen=value == _own(by, person), gross_year=item.gross_year))
    return PayVariation(role=profile.id, by=by, as_of=as_of, points=tuple(points))


def _answers(by: PayVaried, person: Person, drawer: Drawer) -> list[tuple[str, Person]]:
    if by == "state":
        return [(land.code, structs.replace(person, state=land.code)) for land in LANDS]
    if by == "tenure":
        # Nobody is longer with an employer than in working life.
        last = MAX_YEARS if person.experience is None else min(MAX_YEARS, int(person.experience))
        return [(str(years), structs.replace(person, tenure=years)) for years in range(last + 1)]
    if by == "company-size":
        own = _own(by, person)
        return [
            (name, person if name == own else structs.replace(person, company_size=middle))
            for name, middle in SIZE_MIDDLES.items()
        ]
    if by == "industry":
        return [(code, structs.replace(person, industry=code)) for code in drawer["industry-effect"].values]
    return [(str(hours), structs.replace(person, hours=float(hours))) for hours in HOURS]


def _own(by: PayVaried, person: Person) -> str | None:
    """The value that the person told."""
    own = {
        "state": person.state,
        "tenure": None if person.tenure is None else f"{person.tenure:g}",
        "company-size": None if person.company_size is None else size_class(person.company_size),
        "industry": person.industry,
        "hours": None if person.hours is None else f"{person.hours:g}",
    }
    return own[by]
