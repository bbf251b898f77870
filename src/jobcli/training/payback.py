"""Is a path worth it? The month in which the gain in gross pay has paid back what the path costs the person.

    gain  = (pay in the new role - pay in the present role) / 12              euros a month
    month = months of the path + own cost / gain, rounded up to a whole month

counted from the first month of the path. The middle takes the middle of every range. The best case takes the upper end of
the difference in pay (one in ten lies above), the lowest cost and the shortest time; the worst case the opposite. Where a gain is not above zero, that case never pays off. What an apprentice earns less
than before is part of the cost; other pay that is forgone while learning, interest, raises and inflation are left out: the result is a first look and says so. Pay is net where the person is known well enough for it, else
gross; the answer says which.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jobcli.domain.extent import Extent, halfway
from jobcli.domain.pay import PayGap
from jobcli.domain.role import TrainingPath
from jobcli.training.afbg import OwnCost

PaybackAssumption = Literal["difference", "cost", "months"]


class PaybackCase(Struct, frozen=True, kw_only=True):
    """One combination of pay, cost and length."""

    gain: Decimal
    """Euros a month more than now; may be negative."""
    cost: Decimal
    """What the path costs, in euros."""
    months: float | None
    """How long the path takes; None is not known."""
    after: int | None
    """Months from the end of the path until it has paid for itself; None is never."""
    month: int | None
    """That month counted from the start of the path; None is never, or the length of the path is not known."""


class Gains(Struct, frozen=True, kw_only=True):
    """How much more a role pays than the present one, in euros a month."""

    best: Decimal
    """At the upper end of the difference."""
    middle: Decimal
    """Between the two middles."""
    worst: Decimal
    """At the lower end of the difference; may be negative."""


class Swing(Struct, frozen=True, kw_only=True):
    """What one assumption does when all others stay in the middle."""

    assumption: PaybackAssumption
    better: PaybackCase
    """The case at its better end."""
    worse: PaybackCase
    """The case at its worse end."""


class Payback(Struct, frozen=True, kw_only=True):
    """When a path has paid for itself."""

    best: PaybackCase
    middle: PaybackCase
    worst: PaybackCase
    at_least: bool
    """Whether a price of the path is missing, so that it pays off later than this."""
    swings: tuple[Swing, ...]
    """What each assumption does, the largest first."""


class _Inputs(Struct, frozen=True, kw_only=True):
    gain: int
    """Euros a year."""
    cost: Decimal
    months: float | None


def gains(gap: PayGap) -> Gains:
    """A difference in pay a year, as euros a month."""
    return Gains(best=Decimal(gap.p90) / 12, middle=Decimal(gap.p50) / 12, worst=Decimal(gap.p10) / 12)


def forgone(path: TrainingPath, present: int, arriving: Callable[[int], int]) -> Extent[Decimal] | None:
    """What someone earns less while they are an apprentice, in euros over the whole training; None for another path.

    `present` is their gross pay a year, and `arriving` gives what is counted of a gross year. A year of the training whose
    pay is not known leaves the sum incomplete; a year that pays more than now counts as nothing.
    """
    if path.kind != "apprenticeship" or path.months is None or not path.training_pay:
        return None
    years = math.ceil(path.months.max / 12)
    pays = {item.year: item for item in path.training_pay if item.year <= years}
    low = high = Decimal(0)
    for year, item in pays.items():
        share = Decimal(str(min(12.0, path.months.max - 12 * (year - 1)))) / 12
        low += share * max(0, arriving(present) - arriving(round(item.max * 12)))
        high += share * max(0, arriving(present) - arriving(round(item.min * 12)))
    return Extent(low, high, len(pays) == years)


def worth(cost: OwnCost, months: Extent[float] | None, gap: PayGap) -> Payback:
    """Whether a path with this own cost and these months pays off, by a difference in pay a year in euros."""
    money = cost.money
    middle = _Inputs(gain=gap.p50, cost=halfway(money), months=None if months is None else halfway(months))
    ends: dict[PaybackAssumption, tuple[_Inputs, _Inputs]] = {
        "difference": (structs.replace(middle, gain=gap.p90), structs.replace(middle, gain=gap.p10)),
        "cost": (structs.replace(middle, cost=money.low), structs.replace(middle, cost=money.high)),
    }
    if months is not None:
        ends["months"] = (structs.replace(middle, months=months.low), structs.replace(middle, months=months.high))
    low, high = (None, None) if months is None else (months.low, months.high)
    swings = [
        Swing(assumption=name, better=_case(better), worse=_case(worse)) for name, (better, worse) in ends.items()
    ]
    return Payback(
        best=_case(_Inputs(gain=gap.p90, cost=money.low, months=low)),
        middle=_case(middle),
        worst=_case(_Inputs(gain=gap.p10, cost=money.high, months=high)),
        at_least=not money.complete,
        swings=tuple(sorted(swings, key=_size, reverse=True)),
    )


def _case(inputs: _Inputs) -> PaybackCase:
    year = Decimal(inputs.gain)
    # A path without cost has paid for itself when it ends, unless it makes pay worse.
    never = year < 0 or (year == 0 and inputs.cost > 0)
    # The gain of a year is exact, its twelfth may be rounded: 1,200 / (1,600 / 12) would be a little more than 9.
    after = None if never else math.ceil(inputs.cost * 12 / year) if inputs.cost else 0
    month = None if after is None or inputs.months is None else math.ceil(inputs.months + after)
    return PaybackCase(gain=year / 12, cost=inputs.cost, months=inputs.months, after=after, month=month)


def _size(swing: Swing) -> tuple[float, Decimal]:
    """How far a swing moves the month; between two that can turn into never, the one that moves the gain further."""
    times = [
        math.inf if case.after is None else case.after + (case.months or 0) for case in (swing.better, swing.worse)
    ]
    span = 0.0 if times[0] == times[1] else times[1] - times[0]
    return span, swing.better.gain - swing.worse.gain
