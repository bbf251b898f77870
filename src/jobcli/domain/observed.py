"""Observations of pay as estimates ask for them: in euros a year, with what their source says, without words."""

from typing import overload

from msgspec import Struct

from jobcli.domain.evidence import Source, SourceKind
from jobcli.domain.role import Role
from jobcli.domain.salary import SalaryObservation, Scope, Spread, Statistic


class Observed(Struct, frozen=True, array_like=True):
    """An observation of pay with all that an estimate asks of it, in euros a year: small enough to be kept for each role."""

    id: str
    """Its id in the profile."""
    as_of: str
    """The date of the figure: a year, a month or a day."""
    read: str
    """The day on which its publication was read."""
    low: int | None
    middle: int | None
    high: int | None
    average: int | None
    """The mean, where `middle` is a median."""
    statistic: Statistic
    spread: Spread | None
    kind: SourceKind | None
    """What its source speaks as."""
    scope: Scope
    """Whose pay it is."""
    kldb: str | None
    """The official group whose pay it is."""
    home: bool
    """Whether it is the official pay of the group to which the role belongs."""
    complete: bool
    """Whether special payments are in it."""
    named: bool
    """Whether the profile starts from it."""
    doubted: bool
    """Whether the profile doubts it."""
    undated: bool
    """Whether its date is only the day on which a page without one was read."""
    open_end: bool = False
    """Whether the publication stops counting at `high`, so that nothing is known of what lies above."""


def observed(role: Role) -> tuple[Observed, ...]:
    """The observations of a role in the order of its profile."""
    found = []
    for item in role.pay.observations:
        source = role.sources[item.source]
        official = source.speaks_as == "official" and item.kldb is not None
        found.append(
            Observed(
                item.id,
                item.as_of,
                source.read,
                per_year(item, item.low),
                per_year(item, item.middle),
                per_year(item, item.high),
                per_year(item, item.average),
                item.statistic,
                item.spread,
                source.speaks_as,
                item.scope or ("group" if item.kldb else "title"),
                item.kldb,
                home=official and item.kldb == role.codes.kldb,
                complete=item.special_payments == "included",
                named=item.id == role.pay.anchor,
                doubted=item.doubt is not None,
                undated=undated(item, source),
                open_end=item.high_is == "at-least",
            )
        )
    return tuple(found)


def undated(item: SalaryObservation, source: Source) -> bool:
    """Whether the date of a figure is only the day on which its page, which carries no date, was read."""
    return source.published is None and item.as_of[:7] == source.read[:7]


YEARLY = {"year": 1, "month": 12, "hour": 40 * 52}
"""What a figure is multiplied by for a year: an hour is one of 40 in each of 52 weeks, as full time is counted here."""


@overload
def per_year(item: SalaryObservation, value: float) -> int: ...
@overload
def per_year(item: SalaryObservation, value: None) -> None: ...
def per_year(item: SalaryObservation, value: float | None) -> int | None:
    """A value of an observation in euros a year."""
    return None if value is None else round(value * YEARLY[item.per])
