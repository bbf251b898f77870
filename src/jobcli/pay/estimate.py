"""What a job would pay a person: an anchor carried to today's money, one line for each factor, and a range.

    pay = anchor x index x exp(effect x how often it counts) for each factor that is told x hours / full-time hours

What a person does not tell contributes nothing. The effects: factors.py. How estimates are made: docs/estimates.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Confidence, Drawer
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayRange, Person
from jobcli.domain.profile import Profile
from jobcli.domain.role import SalaryObservation, Start, per_year
from jobcli.pay.anchor import (
    Z75,
    Z90,
    Carried,
    anchor_on,
    index_ratio,
    is_old,
    others_on,
    own_spread,
    rounded_ratio,
    start_on,
    to_cents,
    to_euros,
)
from jobcli.pay.factors import Factor, ToldFactor, told_factors
from jobcli.pay.wage_index import Month, newest_known

FULL_TIME_HOURS = 40
"""An assumption, named wherever it is used: the observations say full time, not how many hours."""


class ReceiptLine(Struct, frozen=True, kw_only=True):
    """One line of the way from the anchor to the middle of the estimate."""

    factor: Annotated[Factor | Literal["anchor", "index", "hours"], means("What the line is about.")]
    value: Annotated[str, means("The observation, the month of the index, the Land, the years or the size class.")]
    counts: Annotated[float, means("How often the effect with other things equal was taken, 1 to 2.5.")] = 1
    assumed: Annotated[bool, means("Whether the person did not tell it and it follows from another answer.")] = False
    multiplier: Annotated[Decimal, means("What the subtotal before is multiplied by, at most four decimals.")]
    euros: Annotated[Decimal, means("What the line adds, in euros and cents; may be negative.")]
    subtotal: Annotated[Decimal, means("The sum so far, in euros and cents.")]
    since: Annotated[str | None, means("The date of the figure.")] = None
    confidence: Annotated[Confidence | None, means("What the figure was read from; null for the anchor.")] = None
    source: Annotated[Source, means("Its source.")]


class Estimate(Struct, frozen=True, kw_only=True):
    """What a role would pay a person gross in a year at full time, with the way there, as known on `day`."""

    role: str
    day: str
    as_of: str
    """The month of the index in whose money it is."""
    gross_year: PayRange
    anchor: SalaryObservation
    """The observation that it starts from."""
    anchor_source: Source
    anchor_carried: int
    """Its middle in the money of `as_of`, in euros a year."""
    anchor_old: bool
    """Whether it is more than five years old."""
    substitute: bool
    """Whether the start that the profile names was not known on that day."""
    receipt: tuple[ReceiptLine, ...]
    """From the anchor to the middle of the range."""
    sigma: float
    """The standard deviation of ln(pay) behind the range."""
    spread_from: str | None
    """The id of the observation that it comes from; None where the general one was used."""
    others: tuple[Carried, ...]
    """The other observations, which have no part in it."""
    floor: int | None
    """The minimum wage in euros a year, where it cut the range."""
    floor_known: bool
    """False on a day before the first minimum wage in the figures."""


def estimate(profile: Profile, person: Person, drawer: Drawer, day: str) -> Estimate:
    """The pay of `person` in the role of `profile`, in the money of the newest index month on `day` (YYYY-MM-DD).

    NotKnownYet, a LookupError, where nothing was known on that day; LookupError where the anchor is older than the index.
    """
    role = profile.role
    anchor = anchor_on(role, day)
    source = role.sources[anchor.source]
    monthly, yearly = drawer["wage-index-monthly"], drawer["wage-growth-yearly"]
    newest = newest_known(monthly, yearly, day)
    told = told_factors(person, role, drawer)
    as_of = f"{newest[0]:04d}-{newest[1]:02d}"
    table = monthly if as_of in monthly.values else yearly
    index = _Step(
        factor="index",
        value=as_of,
        ratio=index_ratio(drawer, anchor.as_of, newest),
        source=table.source,
        confidence=table.confidence,
        since=table.since,
    )
    receipt = _receipt(anchor, source, _steps(told, index, person.hours, source))
    middle = receipt[-1].subtotal
    spread, spread_from = own_spread(role, anchor, drawer, day)
    sigma = _remaining_spread(spread, told, drawer)
    floor = minimum_pay(drawer, day, person.hours)
    points = {
        name: middle * Decimal(math.exp(z * sigma))
        for name, z in (("p10", -Z90), ("p25", -Z75), ("p50", 0.0), ("p75", Z75), ("p90", Z90))
    }
    cut = floor is not None and any(value < floor for value in points.values())
    base = receipt[1].subtotal
    return Estimate(
        role=profile.id,
        day=day,
        as_of=as_of,
        gross_year=PayRange(**{name: to_euros(max(value, floor or value)) for name, value in points.items()}),
        anchor=anchor,
        anchor_source=source,
        anchor_carried=to_euros(base),
        anchor_old=is_old(anchor.as_of, day),
        substitute=anchor.id != role.salary.anchor,
        receipt=receipt,
        sigma=sigma,
        spread_from=spread_from,
        others=others_on(role, anchor, drawer, newest, base, day),
        floor=to_euros(floor) if cut and floor is not None else None,
        floor_known=floor is not None,
    )


class Middles:
    """The middle alone, of many roles for a person who told nothing: what `estimate` says, without its receipt and range.

    It is the start in euros a year times the index, and at least the minimum wage of a full-time year. What all roles of
    one day share is computed once, so a list of a thousand roles opens no whole profile.
    """

    def __init__(self, drawer: Drawer, day: str) -> None:
        self._drawer, self._day = drawer, day
        self._ratios: dict[str, Decimal] = {}

    def of(self, starts: Iterable[Start]) -> int:
        """The middle in euros a year. LookupError where `estimate` has none: nothing known by then, or older than the index."""
        start = start_on(starts, self._day)
        if start.as_of not in self._ratios:
            self._ratios[start.as_of] = rounded_ratio(index_ratio(self._drawer, start.as_of, self._newest))
        middle = to_cents(start.euros * self._ratios[start.as_of])
        return to_euros(middle if self._floor is None else max(middle, self._floor))

    @cached_property
    def _newest(self) -> Month:
        return newest_known(self._drawer["wage-index-monthly"], self._drawer["wage-growth-yearly"], self._day)

    @cached_property
    def _floor(self) -> Decimal | None:
        return minimum_pay(self._drawer, self._day, None)


class _Step(Struct, frozen=True, kw_only=True):
    """One multiplication on the way from the anchor to the result."""

    factor: Factor | Literal["index", "hours"]
    value: str
    ratio: float
    source: Source
    confidence: Confidence | None = None
    since: str | None = None
    counts: float = 1
    assumed: bool = False


def _steps(told: list[ToldFactor], index: _Step, hours: float | None, anchor_source: Source) -> Iterator[_Step]:
    yield index
    for one in told:
        table = one.table
        yield _Step(
            factor=one.factor,
            value=one.value,
            ratio=math.exp(one.effect * one.counts),
            source=table.source,
            confidence=table.confidence,
            since=table.since,
            counts=one.counts,
            assumed=one.assumed,
        )
    if hours is not None:
        # Pay is linear in hours: a definition, so the figure that is divided keeps its source.
        yield _Step(factor="hours", value=f"{hours:g}", ratio=hours / FULL_TIME_HOURS, source=anchor_source)


def _receipt(anchor: SalaryObservation, source: Source, steps: Iterable[_Step]) -> tuple[ReceiptLine, ...]:
    exact = Decimal(per_year(anchor, anchor.middle or 0))
    start = exact
    lines = [
        ReceiptLine(
            factor="anchor",
            value=anchor.id,
            multiplier=Decimal(1),
            euros=start,
            subtotal=start,
            source=source,
            since=anchor.as_of,
        )
    ]
    for step in steps:
        multiplier = rounded_ratio(step.ratio)
        exact *= multiplier
        subtotal = to_cents(exact)
        lines.append(
            ReceiptLine(
                factor=step.factor,
                value=step.value,
                counts=round(step.counts, 4),
                assumed=step.assumed,
                multiplier=multiplier,
                euros=subtotal - lines[-1].subtotal,
                subtotal=subtotal,
                source=step.source,
                confidence=step.confidence,
                since=step.since,
            )
        )
    return tuple(lines)


def _remaining_spread(spread: float, told: list[ToldFactor], drawer: Drawer) -> float:
    """Law of total variance: the spread of the role less what the told factors explain of it.

    Only the like-for-like spread is taken off, not the enlarged one: so telling more never widens the range.
    """
    explained = drawer["factor-spread"].values
    variance = spread**2 - sum(explained.get(one.factor, 0) ** 2 for one in told if not one.assumed)
    return math.sqrt(max(variance, 0.0001))


def minimum_pay(drawer: Drawer, day: str, hours: float | None) -> Decimal | None:
    """The minimum wage on `day` for a year of 52 weeks of these hours; None before the first one in the figures."""
    try:
        hourly = Decimal(str(drawer["minimum-wage"].in_force(day)))
    except LookupError:
        return None
    return hourly * Decimal(str(FULL_TIME_HOURS if hours is None else hours)) * 52
