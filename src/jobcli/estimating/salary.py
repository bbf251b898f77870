"""What a job would pay a person: an anchor carried to today's money, one line for each factor, and a range.

    pay = anchor x index x exp(effect of the Land - mean effect of all Länder)
                         x exp(effect of tenure - effect at the mean tenure)
                         x exp(effect of company size - effect of the class 50-249)

All effects come from one regression, the Destatis Gehaltsvergleich: they hold each other constant, so they may be
multiplied. What a person does not tell contributes nothing. How estimates are made: docs/estimates.md.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.pay import PayRange, Person
from jobcli.domain.role import Role, SalaryObservation
from jobcli.estimating.index import level, month_of, newest_month

Factor = Literal["anchor", "index", "state", "tenure", "company-size"]

NEUTRAL_SIZE = "50-249"
SIZE_CLASSES = ((10, "1-9"), (50, "10-49"), (250, "50-249"), (500, "250-499"), (1000, "500-999"))
FULL_TIME_HOURS = 40
"""An assumption, named wherever it is used: the observations say full time, not how many hours."""

_CENT = Decimal("0.01")
_FOUR = Decimal("0.0001")
# The points of the standard normal distribution below which 75 % and 90 % lie.
_Z75, _Z90 = 0.674490, 1.281552


class Line(Struct, frozen=True, kw_only=True):
    """One line of a receipt. `subtotal` is the anchor times all multipliers so far, in euros a year to the cent."""

    factor: Factor
    value: str
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
    receipt = _receipt(anchor, source, person, drawer, newest)
    middle = receipt[-1].subtotal
    spread, spread_from = _own_spread(role, drawer)
    sigma = _remaining_spread(spread, person, drawer)
    floor = _minimum_pay(drawer, day)
    points = {
        name: middle * Decimal(math.exp(z * sigma))
        for name, z in (("p10", -_Z90), ("p25", -_Z75), ("p50", 0.0), ("p75", _Z75), ("p90", _Z90))
    }
    cut = any(value < floor for value in points.values())
    base = receipt[1].subtotal
    return Estimate(
        role=role_id,
        as_of=f"{newest[0]:04d}-{newest[1]:02d}",
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


def size_class(head_count: int) -> str:
    """The size class of the Destatis model for a number of employees: 250 is `250-499`."""
    return next((name for limit, name in SIZE_CLASSES if head_count < limit), "1000+")


def factor_effects(person: Person, drawer: Drawer) -> list[tuple[Factor, str, float, Figures]]:
    """For each factor that the person tells: its value and its effect in log points against the mean employee."""
    told: list[tuple[Factor, str, float, Figures]] = []
    if person.state is not None:
        states = drawer["state-effect"]
        told.append(("state", person.state, states.values[person.state] - _mean_state(drawer), states))
    if person.tenure is not None:
        tenure = drawer["tenure-effect"]
        mean = drawer["tenure-mean"].values["years"]
        told.append(("tenure", str(person.tenure), _tenure(tenure, person.tenure) - _tenure(tenure, mean), tenure))
    if person.company_size is not None:
        sizes = drawer["size-effect"]
        name = size_class(person.company_size)
        told.append(("company-size", name, sizes.values[name] - sizes.values[NEUTRAL_SIZE], sizes))
    return told


def _receipt(
    anchor: SalaryObservation, source: Source, person: Person, drawer: Drawer, newest: tuple[int, int]
) -> tuple[Line, ...]:
    """Multipliers are rounded to four decimals before they are used: what is printed can be checked by hand."""
    monthly = drawer["wage-index-monthly"]
    start = Decimal(_per_year(anchor, anchor.middle or 0))
    index = _index_ratio(drawer, anchor.as_of, newest)
    steps: list[tuple[Factor, str, float, Source, str | None, str | None]] = [
        ("index", f"{newest[0]:04d}-{newest[1]:02d}", index, monthly.source, monthly.confidence, monthly.since),
        *(
            (factor, value, math.exp(effect), table.source, table.confidence, table.since)
            for factor, value, effect, table in factor_effects(person, drawer)
        ),
    ]
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
    exact = start
    for factor, value, ratio, cited, confidence, since in steps:
        multiplier = Decimal(ratio).quantize(_FOUR, ROUND_HALF_UP)
        exact *= multiplier
        subtotal = exact.quantize(_CENT, ROUND_HALF_UP)
        lines.append(
            Line(
                factor=factor,
                value=value,
                multiplier=multiplier,
                euros=subtotal - lines[-1].subtotal,
                subtotal=subtotal,
                source=cited,
                confidence=confidence,
                since=since,
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


def _remaining_spread(spread: float, person: Person, drawer: Drawer) -> float:
    """Law of total variance: the spread of the role less what the told factors explain of it."""
    explained = drawer["factor-spread"].values
    variance = spread**2 - sum(explained[factor] ** 2 for factor, *_ in factor_effects(person, drawer))
    return math.sqrt(max(variance, 0.0001))


def _mean_state(drawer: Drawer) -> float:
    effects, people = drawer["state-effect"].values, drawer["state-employees"].values
    return sum(effects[land] * people[land] for land in effects) / sum(people[land] for land in effects)


def _tenure(table: Figures, years: float) -> float:
    return table.values["linear"] * years + table.values["quadratic"] * years**2


def _minimum_pay(drawer: Drawer, day: str) -> Decimal:
    """The minimum wage on `day` for a full-time year of 52 weeks."""
    return Decimal(str(drawer["minimum-wage"].in_force(day))) * FULL_TIME_HOURS * 52


def _per_year(item: SalaryObservation, value: int) -> int:
    return value * 12 if item.per == "month" else value


def _euros(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
