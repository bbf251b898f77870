"""What one role pays more than another, like with like: both starts on one scale, with how unsure they are.

The ratio of the two middles is taken to be lognormal around what the two estimates say. Its spread is that of the two starts:
how unsure a converted figure is, and of a figure for a whole official group how far its titles lie apart. What is the
person's own (Land, experience, size) is the same on both sides and has no part in it, nor has how far pay spreads inside a
role. The ends are symmetric: what A pays more than B is what B pays less than A.
"""

from __future__ import annotations

import math

from msgspec import Struct

from jobcli.domain.pay import PayGap
from jobcli.pay.estimate import Estimate
from jobcli.pay.spread import Z90


class PayEnds(Struct, frozen=True):
    """Both pays of a year at one point of their difference, in whole euros."""

    before: int
    after: int


class PayDifference(Struct, frozen=True, kw_only=True):
    """The difference between two estimates of one person, gross a year, from the one before to the one after."""

    told_apart: bool
    """False where both stand for one official group and neither title has a figure of its own: then nothing is known."""
    group: str | None
    """The official group that both stand for, or lean on."""
    low: PayEnds
    """At the tenth of the ratio between them."""
    middle: PayEnds
    high: PayEnds
    """At nine tenths of it."""

    @property
    def gap(self) -> PayGap | None:
        """In euros; None where the sources do not tell the two apart."""
        if not self.told_apart:
            return None
        low, middle, high = (point.after - point.before for point in (self.low, self.middle, self.high))
        return PayGap(p10=low, p50=middle, p90=high)


def difference(before: Estimate, after: Estimate) -> PayDifference:
    """What the second role pays more than the first, both for the same person on the same day.

    With a and b the two middles, the points are (a e^(-z s / 2), b e^(z s / 2)), where s² is the sum of what both starts
    leave open and z is -1.2816, 0 and 1.2816.
    """
    one, other = before.start, after.start
    shared = one.group if one.group is not None and one.group == other.group else None
    alike = before.role == after.role
    told_apart = alike or shared is None or one.titled or other.titled
    reach = 0.0 if alike else Z90 * math.sqrt(one.apart + other.apart) / 2
    low, middle, high = (
        PayEnds(round(before.gross_year.p50 * math.exp(-half)), round(after.gross_year.p50 * math.exp(half)))
        for half in (-reach, 0.0, reach)
    )
    return PayDifference(told_apart=told_apart, group=shared, low=low, middle=middle, high=high)
