"""Is a path worth it? The month in which the gain in gross pay has paid back what the path costs the person.

    gain  = (pay in the new role - pay in the present role) / 12              euros a month
    month = months of the path + own cost / gain, rounded up to a whole month

counted from the first month of the path. The middle takes the middle of every range. The best case takes the upper
quartile of the new pay, the lower quartile of the present pay, the lowest cost and the shortest time; the worst case the
opposite. Where a gain is not above zero, that case never pays off. Pay that is forgone while learning, interest, raises and
inflation are left out: the result is a first look and says so. Pay is net where the person is known well enough for it, else
gross; the answer says which.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jobcli.domain.extent import Extent, halfway
from jobcli.domain.pay import PayRange
from jobcli.training.afbg import OwnCost

PaybackAssumption = Literal["new-pay", "present-pay", "cost", "months"]


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
    """From the lower quartile of the present pay to the upper one of the new pay."""
    middle: Decimal
    """Between the two middles."""
    worst: Decimal
    """From the upper quartile of the present pay to the lower one of the new pay; may be negative."""
    overlap: bool
    """Whether the middle halves of the two ranges overlap."""


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
    overlap: bool
    """Whether the middle halves of the two ranges of pay overlap."""
    at_least: bool
    """Whether a price of the path is missing, so that it pays off later than this."""
    swings: tuple[Swing, ...]
    """What each assumption does, the largest first."""


class _Inputs(Struct, frozen=True, kw_only=True):
    new: Decimal
    present: Decimal
    cost: Decimal
    months: float | None


NetMissing = Literal["person", "land", "figures"]
"""Why gross pay is counted: too little was told for net pay, or only the Land of church tax, or that day has no figures."""


class PayPair(Struct, frozen=True):
    """The two ranges of pay that a gain is counted with."""

    new: PayRange
    """Euros a year in the new role."""
    present: PayRange
    """Euros a year in the present role."""
    net: bool
    """Whether both are net pay; else they are gross."""
    pay_date: str
    """The day (YYYY-MM-DD) of the payroll figures."""
    missing: NetMissing | None = None
    """What net pay lacks, where gross pay is counted."""


class PaysByRole(Struct, frozen=True, kw_only=True):
    """The ranges of pay that gains among several roles are counted with."""

    pays: Mapping[str, PayRange]
    """Euros a year by the id of the role."""
    net: bool
    """Whether they are net pay; else they are gross."""
    pay_date: str
    """The day (YYYY-MM-DD) of the payroll figures."""
    missing: NetMissing | None = None
    """What net pay lacks, where gross pay is counted."""


def gains(new: PayRange, present: PayRange) -> Gains:
    """The gain a month between two ranges of pay a year in euros, with or without a path that leads there."""
    return Gains(
        best=Decimal(new.p75 - present.p25) / 12,
        middle=Decimal(new.p50 - present.p50) / 12,
        worst=Decimal(new.p25 - present.p75) / 12,
        overlap=new.p25 <= present.p75,
    )


def worth(cost: OwnCost, months: Extent[float] | None, new: PayRange, present: PayRange) -> Payback:
    """Whether a path with this own cost and these months pays off, between two ranges of pay a year in euros."""
    money = cost.money
    middle = _Inputs(
        new=Decimal(new.p50),
        present=Decimal(present.p50),
        cost=halfway(money),
        months=None if months is None else halfway(months),
    )
    ends: dict[PaybackAssumption, tuple[_Inputs, _Inputs]] = {
        "new-pay": (structs.replace(middle, new=Decimal(new.p75)), structs.replace(middle, new=Decimal(new.p25))),
        "present-pay": (
            structs.replace(middle, present=Decimal(present.p25)),
            structs.replace(middle, present=Decimal(present.p75)),
        ),
        "cost": (structs.replace(middle, cost=money.low), structs.replace(middle, cost=money.high)),
    }
    if months is not None:
        ends["months"] = (structs.replace(middle, months=months.low), structs.replace(middle, months=months.high))
    low, high = (None, None) if months is None else (months.low, months.high)
    best = _Inputs(new=Decimal(new.p75), present=Decimal(present.p25), cost=money.low, months=low)
    worst = _Inputs(new=Decimal(new.p25), present=Decimal(present.p75), cost=money.high, months=high)
    swings = [
        Swing(assumption=name, better=_case(better), worse=_case(worse)) for name, (better, worse) in ends.items()
    ]
    return Payback(
        best=_case(best),
        middle=_case(middle),
        worst=_case(worst),
        overlap=gains(new, present).overlap,
        at_least=not money.complete,
        swings=tuple(sorted(swings, key=_size, reverse=True)),
    )


def _case(inputs: _Inputs) -> PaybackCase:
    year = inputs.new - inputs.present
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
