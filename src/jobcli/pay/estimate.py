"""What a job would pay a person: a start on the official scale, one line for each factor, and a range.

    pay = published figure x index x steps to the scale x exp(effect x how often it counts) for each factor x hours / 40

What a person does not tell contributes nothing. The scale: scale.py. The effects: factors.py. In words: docs/estimates.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Confidence, Source
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.observed import Observed, observed
from jobcli.domain.pay import PayRange, Person
from jobcli.domain.profile import Profile
from jobcli.domain.salary import SalaryObservation
from jobcli.pay.anchor import is_old, rounded_ratio, to_cents, to_euros
from jobcli.pay.factors import Factor, ToldFactor, told_factors
from jobcli.pay.others import Carried, others_on
from jobcli.pay.scale import ScaledStart, ScaleStep, ScaleStepKind, scaled
from jobcli.pay.spread import Z75, Z90

FULL_TIME_HOURS = 40
"""An assumption, named wherever it is used: the observations say full time, not how many hours."""


class ReceiptLine(Struct, frozen=True, kw_only=True):
    """One line of the way from the anchor to the middle of the estimate."""

    factor: Annotated[Factor | ScaleStepKind | Literal["anchor", "hours"], means("What the line is about.")]
    value: Annotated[str, means("The observation, the month of the index, the Land, the years or the size class.")]
    counts: Annotated[
        float, means("How often the effect with other things equal was taken, by our own measurement: 0.5 to 3.")
    ] = 1
    assumed: Annotated[bool, means("Whether the person did not tell it and it follows from another answer.")] = False
    multiplier: Annotated[Decimal, means("What the subtotal before is multiplied by, at most four decimals.")]
    euros: Annotated[Decimal, means("What the line adds, in euros and cents; may be negative.")]
    subtotal: Annotated[Decimal, means("The sum so far, in euros and cents.")]
    since: Annotated[str | None, means("The date of the figure.")] = None
    confidence: Annotated[Confidence | None, means("What the figure was read from; null for the anchor.")] = None
    pairs: Annotated[int | None, means("How many pairs of figures a conversion of ours rests on; else null.")] = None
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
    start: ScaledStart
    """Where it starts, on the scale on which roles are compared."""
    below: float
    """The standard deviation of ln(pay) below the middle."""
    above: float
    """The standard deviation of ln(pay) above the middle."""
    others: tuple[Carried, ...]
    """The other observations, which have no part in it."""
    floor: int | None
    """The minimum wage in euros a year, where it cut the range."""
    floor_known: bool
    """False on a day before the first minimum wage in the figures."""

    @property
    def special_payments(self) -> Literal["included", "excluded", "unknown"]:
        """Whether special payments are in it: the scale to which a start is converted has them."""
        converted = any(line.factor == "source-kind" for line in self.receipt)
        return "included" if converted else self.anchor.special_payments

    @property
    def sigma(self) -> float:
        """The mean of the standard deviations on both sides."""
        return (self.below + self.above) / 2

    @property
    def spread_from(self) -> str | None:
        """The observation that the spread comes from; None where the general one was used."""
        return self.start.spread.observation


def estimate(profile: Profile, person: Person, drawer: Drawer, day: str) -> Estimate:
    """The pay of `person` in the role of `profile`, in the money of the newest index month on `day` (YYYY-MM-DD).

    NotKnownYet, a LookupError, where nothing was known on that day; LookupError where the anchor is older than the index.
    """
    role = profile.role
    start = scaled(observed(role), drawer, day)
    written = {item.id: item for item in role.pay.observations}
    anchor = written[start.anchor.id]
    told = told_factors(person, role, drawer)
    sources = {name: role.sources[item.source] for name, item in written.items()}
    receipt = _receipt(start, told, person.hours, sources)
    middle = receipt[-1].subtotal
    below, above = (_remaining_spread(spread, told, drawer) for spread in (start.below, start.above))
    floor = minimum_pay(drawer, day, person.hours)
    points = {
        name: middle * Decimal(math.exp(z * (below if z < 0 else above)))
        for name, z in (("p10", -Z90), ("p25", -Z75), ("p50", 0.0), ("p75", Z75), ("p90", Z90))
    }
    cut = floor is not None and any(value < floor for value in points.values())
    return Estimate(
        role=profile.id,
        day=day,
        as_of=f"{start.newest[0]:04d}-{start.newest[1]:02d}",
        gross_year=PayRange(**{name: to_euros(max(value, floor or value)) for name, value in points.items()}),
        anchor=anchor,
        anchor_source=sources[anchor.id],
        anchor_carried=to_euros(receipt[1].subtotal),
        anchor_old=is_old(anchor.as_of, day),
        substitute=anchor.id != role.pay.anchor,
        receipt=receipt,
        start=start,
        below=below,
        above=above,
        others=others_on(role, start, drawer, day),
        floor=to_euros(floor) if cut and floor is not None else None,
        floor_known=floor is not None,
    )


class Middles:
    """The middle alone, of many roles for a person who told nothing: what `estimate` says, without its receipt and range.

    It is the start on the scale, and at least the minimum wage of a full-time year: a list of a thousand roles opens no
    whole profile.
    """

    def __init__(self, drawer: Drawer, day: str) -> None:
        self._drawer, self._day = drawer, day

    def of(self, pay: Sequence[Observed]) -> int:
        """The middle in euros a year. LookupError where `estimate` has none: nothing known by then, or older than the index."""
        middle = to_cents(scaled(pay, self._drawer, self._day).middle)
        return to_euros(middle if self._floor is None else max(middle, self._floor))

    @cached_property
    def _floor(self) -> Decimal | None:
        return minimum_pay(self._drawer, self._day, None)


class _Step(Struct, frozen=True, kw_only=True):
    """One multiplication on the way from the published figure to the result."""

    factor: Factor | ScaleStepKind | Literal["hours"]
    value: str
    multiplier: Decimal
    source: Source
    confidence: Confidence | None = None
    since: str | None = None
    counts: float = 1
    assumed: bool = False
    pairs: int | None = None


def _steps(
    start: ScaledStart, told: list[ToldFactor], hours: float | None, sources: dict[str, Source]
) -> Iterator[_Step]:
    yield from (_to_the_scale(step, sources) for step in start.steps)
    for one in told:
        table = one.table
        yield _Step(
            factor=one.factor,
            value=one.value,
            multiplier=rounded_ratio(math.exp(one.log_points)),
            source=table.source,
            confidence=table.confidence,
            since=table.since,
            counts=one.counts,
            assumed=one.assumed,
        )
    if hours is not None:
        # Pay is linear in hours: a definition, so the figure that is divided keeps its source.
        ratio = rounded_ratio(hours / FULL_TIME_HOURS)
        yield _Step(factor="hours", value=f"{hours:g}", multiplier=ratio, source=sources[start.anchor.id])


def _to_the_scale(step: ScaleStep, sources: dict[str, Source]) -> _Step:
    """A step to the scale with its source: that of the observation it rests on, else that of its table."""
    table, shown = step.table, step.observation
    source = sources[shown] if shown is not None else table.source if table is not None else None
    if source is None:
        raise ValueError(step.factor)
    return _Step(
        factor=step.factor,
        value=step.value,
        multiplier=step.multiplier,
        source=source,
        confidence=table.confidence if table is not None else "derived",
        since=table.since if table is not None else None,
        pairs=step.pairs,
    )


def _receipt(
    start: ScaledStart, told: list[ToldFactor], hours: float | None, sources: dict[str, Source]
) -> tuple[ReceiptLine, ...]:
    anchor, exact = start.anchor, Decimal(start.anchor.middle or 0)
    lines = [
        ReceiptLine(
            factor="anchor",
            value=anchor.id,
            multiplier=Decimal(1),
            euros=exact,
            subtotal=exact,
            source=sources[anchor.id],
            since=anchor.as_of,
        )
    ]
    for step in _steps(start, told, hours, sources):
        exact *= step.multiplier
        subtotal = to_cents(exact)
        lines.append(
            ReceiptLine(
                factor=step.factor,
                value=step.value,
                counts=round(step.counts, 4),
                assumed=step.assumed,
                multiplier=step.multiplier,
                euros=subtotal - lines[-1].subtotal,
                subtotal=subtotal,
                source=step.source,
                confidence=step.confidence,
                since=step.since,
                pairs=step.pairs,
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
