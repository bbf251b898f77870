"""What a job would pay a person: an anchor carried to today's money, one line for each factor, and a range.

    pay = anchor x index x exp(effect x how often it counts) for each factor that is told x hours / full-time hours

What a person does not tell contributes nothing. The effects: factors.py. How estimates are made: docs/estimates.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import PayRange, Person
from jobcli.domain.role import Role, SalaryObservation
from jobcli.estimating.factors import Factor, Told, told_factors
from jobcli.estimating.index import level, month_of, newest_month

FULL_TIME_HOURS = 40
"""An assumption, named wherever it is used: the observations say full time, not how many hours."""

_CENT = Decimal("0.01")
_FOUR = Decimal("0.0001")
# The points of the standard normal distribution below which 75 % and 90 % lie.
_Z75, _Z90 = 0.674490, 1.281552


class Line(Struct, frozen=True, kw_only=True):
    """One line of a receipt. `subtotal` is the anchor times all multipliers so far, in euros a year to the cent.

    `counts` says how often the like-for-like effect was taken, `assumed` that the person did not tell it themselves.
    """

    factor: Factor | Literal["anchor", "index", "hours"]
    value: str
    counts: float = 1
    assumed: bool = False
    multiplier: Decimal
    euros: Decimal
    subtotal: Decimal
    source: Source
    confidence: str | None = None
    since: str | None = None


class Carried(Struct, frozen=True, kw_only=True):
    """An observation in the money of the index month, and how far it lies from the anchor (0.2 = 20 % above)."""

    observation: SalaryObservation
    source: Source
    carried: int | None
    distance: float | None


class Estimate(Struct, frozen=True, kw_only=True):
    """What a role would pay a person gross in a year at full time, with the way there.

    `sigma` is the standard deviation of ln(pay) behind the range; `spread_from` names the observation it comes from,
    None where the general one was used. `floor` is the minimum wage in euros a year where it cut the range.
    """

    role: str
    as_of: str
    gross_year: PayRange
    anchor: SalaryObservation
    anchor_source: Source
    anchor_carried: int
    receipt: tuple[Line, ...]
    sigma: float
    spread_from: str | None
    others: tuple[Carried, ...]
    floor: int | None


def estimate(role_id: str, role: Role, person: Person, drawer: Drawer, day: str) -> Estimate:
    """The pay of `person` in `role`, in the money of the newest index month on `day` (YYYY-MM-DD).

    LookupError where the anchor is older than the index.
    """
    anchor = _anchor(role)
    source = role.sources[anchor.source]
    monthly = drawer["wage-index-monthly"]
    newest = newest_month(monthly, day)
    told = told_factors(person, role, drawer)
    as_of = f"{newest[0]:04d}-{newest[1]:02d}"
    index = _Step(
        factor="index",
        value=as_of,
        ratio=_index_ratio(drawer, anchor.as_of, newest),
        source=monthly.source,
        confidence=monthly.confidence,
        since=monthly.since,
    )
    receipt = _receipt(anchor, source, _steps(told, index, person.hours, source))
    middle = receipt[-1].subtotal
    spread, spread_from = _own_spread(role, drawer)
    sigma = _remaining_spread(spread, told, drawer)
    floor = _minimum_pay(drawer, day, person.hours)
    points = {
        name: middle * Decimal(math.exp(z * sigma))
        for name, z in (("p10", -_Z90), ("p25", -_Z75), ("p50", 0.0), ("p75", _Z75), ("p90", _Z90))
    }
    cut = any(value < floor for value in points.values())
    base = receipt[1].subtotal
    return Estimate(
        role=role_id,
        as_of=as_of,
        gross_year=PayRange(**{name: _euros(max(value, floor)) for name, value in points.items()}),
        anchor=anchor,
        anchor_source=source,
        anchor_carried=_euros(base),
        receipt=receipt,
        sigma=sigma,
        spread_from=spread_from,
        others=tuple(
            _carry(item, role, drawer, newest, base) for item in role.salary.observations if item.id != anchor.id
        ),
        floor=_euros(floor) if cut else None,
    )


class _Step(Struct, frozen=True, kw_only=True):
    """One multiplication on the way from the anchor to the result."""

    factor: Factor | Literal["index", "hours"]
    value: str
    ratio: float
    source: Source
    confidence: str | None = None
    since: str | None = None
    counts: float = 1
    assumed: bool = False


def _steps(told: list[Told], index: _Step, hours: float | None, anchor_source: Source) -> Iterator[_Step]:
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


def _receipt(anchor: SalaryObservation, source: Source, steps: Iterable[_Step]) -> tuple[Line, ...]:
    """Multipliers are rounded to four decimals before they are used: what is printed can be checked by hand."""
    exact = Decimal(_per_year(anchor, anchor.middle or 0))
    start = exact
    lines = [
        Line(
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
        multiplier = Decimal(step.ratio).quantize(_FOUR, ROUND_HALF_UP)
        exact *= multiplier
        subtotal = exact.quantize(_CENT, ROUND_HALF_UP)
        lines.append(
            Line(
                factor=step.factor,
                value=step.value,
                counts=step.counts,
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


def _anchor(role: Role) -> SalaryObservation:
    return next(item for item in role.salary.observations if item.id == role.salary.anchor)


def _index_ratio(drawer: Drawer, moment: str, newest: tuple[int, int]) -> float:
    """How much wages rose from `moment` to the newest month; an observation newer than the index is not carried."""
    start = min(month_of(moment), newest)
    monthly, yearly = drawer["wage-index-monthly"], drawer["wage-growth-yearly"]
    return level(monthly, yearly, newest) / level(monthly, yearly, start)


def _carry(item: SalaryObservation, role: Role, drawer: Drawer, newest: tuple[int, int], base: Decimal) -> Carried:
    source = role.sources[item.source]
    if item.middle is None:
        return Carried(observation=item, source=source, carried=None, distance=None)
    ratio = Decimal(_index_ratio(drawer, item.as_of, newest)).quantize(_FOUR, ROUND_HALF_UP)
    value = _per_year(item, item.middle) * ratio
    return Carried(observation=item, source=source, carried=_euros(value), distance=float(value / base) - 1)


def _own_spread(role: Role, drawer: Drawer) -> tuple[float, str | None]:
    """The standard deviation of ln(pay) in this role, and the observation that shows it.

    Only quartiles and deciles show it. The anchor's own come first, then the newest; where the upper point is not
    published, the lower half speaks for both.
    """
    shown = [item for item in role.salary.observations if item.spread in ("quartiles", "deciles") and item.low]
    shown.sort(key=lambda item: (item.id != role.salary.anchor, *(-part for part in month_of(item.as_of))))
    for item in shown:
        z = _Z75 if item.spread == "quartiles" else _Z90
        low, middle, high = item.low or 0, item.middle, item.high
        if high is not None and high > low:
            return math.log(high / low) / (2 * z), item.id
        if middle is not None and item.statistic == "median" and middle > low:
            return math.log(middle / low) / z, item.id
    return drawer["role-spread"].values["unknown"], None


def _remaining_spread(spread: float, told: list[Told], drawer: Drawer) -> float:
    """Law of total variance: the spread of the role less what the told factors explain of it.

    Only the like-for-like spread is taken off, not the enlarged one: so telling more never widens the range.
    """
    explained = drawer["factor-spread"].values
    variance = spread**2 - sum(explained.get(one.factor, 0) ** 2 for one in told if not one.assumed)
    return math.sqrt(max(variance, 0.0001))


def _minimum_pay(drawer: Drawer, day: str, hours: float | None) -> Decimal:
    """The minimum wage on `day` for a year of 52 weeks of these hours."""
    hourly = Decimal(str(drawer["minimum-wage"].in_force(day)))
    return hourly * Decimal(str(FULL_TIME_HOURS if hours is None else hours)) * 52


def _per_year(item: SalaryObservation, value: int) -> int:
    return value * 12 if item.per == "month" else value


def _euros(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
