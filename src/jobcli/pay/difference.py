"""What one role pays more than another, like with like: both starts on one scale, with how unsure they are.

The ratio of the two middles is taken to be lognormal around what the two estimates say. Its spread is that of the two starts:
how unsure a converted figure is, and of a figure for a whole official group how far its titles lie apart. What is the
person's own (Land, experience, size) is the same on both sides and has no part in it, nor has how far pay spreads inside a
role. The ends are symmetric: what A pays more than B is what B pays less than A.
"""

from __future__ import annotations

import math
from typing import Annotated

from msgspec import Struct

from jobcli.domain.meaning import means
from jobcli.domain.pay import PayRange
from jobcli.pay.estimate import Estimate
from jobcli.pay.spread import Z90


class PayGap(Struct, frozen=True, kw_only=True):
    """By how much one pay lies above another, in euros, with how unsure that is."""

    p10: Annotated[int, means("One case in ten lies below, in euros.")]
    p50: Annotated[int, means("The middle.")]
    p90: Annotated[int, means("One case in ten lies above.")]

    @property
    def never(self) -> bool:
        """Whether all of it is a loss."""
        return self.p90 < 0


class PayEnds(Struct, frozen=True):
    """Both pays of a year at one point of their difference, in euros."""

    before: float
    after: float


class PayDifference(Struct, frozen=True, kw_only=True):
    """The difference between two estimates of one person, gross a year, from the one before to the one after."""

    told_apart: bool
    """False where both stand for the same official group and no figure is of one of the titles: nothing is known then."""
    group: str | None
    """The official group that both stand for, or lean on."""
    ends: tuple[PayEnds, PayEnds, PayEnds]
    """At the tenth, the half and the nine tenths of the ratio between them."""

    @property
    def gap(self) -> PayGap | None:
        """In whole euros; None where the sources do not tell the two apart."""
        if not self.told_apart:
            return None
        low, middle, high = (round(end.after) - round(end.before) for end in self.ends)
        return PayGap(p10=min(low, middle), p50=middle, p90=max(middle, high))


def difference(before: Estimate, after: Estimate) -> PayDifference:
    """What the second role pays more than the first, both for the same person on the same day."""
    one, other = before.start, after.start
    shared = one.group if one.group is not None and one.group == other.group else None
    same = shared is not None and not one.titled and not other.titled and one.anchor.as_of == other.anchor.as_of
    low, high = before.gross_year.p50, after.gross_year.p50
    sigma = 0.0 if before.role == after.role else math.sqrt(one.apart + other.apart)
    half = math.log(high / low) / 2
    centre = math.sqrt(low * high)
    reach = Z90 * sigma / 2
    points = (
        PayEnds(centre * math.exp(-(half - reach)), centre * math.exp(half - reach)),
        PayEnds(low, high),
        PayEnds(centre * math.exp(-(half + reach)), centre * math.exp(half + reach)),
    )
    return PayDifference(told_apart=not same or before.role == after.role, group=shared, ends=points)


def gap_of(before: PayRange, after: PayRange) -> int:
    """The difference between the middles of two ranges, in euros."""
    return after.p50 - before.p50
