"""How far pay spreads inside one role, below its middle and above it, from what was published of it.

The logarithm of pay is taken to be normal on each side of the middle, with a spread of its own: so the published quartiles
are met on both sides, and the longer upper tail is not cut off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from jobcli.domain.figures import Drawer
from jobcli.domain.observed import Observed
from jobcli.pay.anchor import index_ratio
from jobcli.pay.wage_index import Month, month_of

# The points of the standard normal distribution below which 75 % and 90 % lie.
Z75, Z90 = 0.674490, 1.281552


class OwnSpread(Struct, frozen=True):
    """The standard deviations of ln(pay) below and above the middle."""

    below: float
    above: float
    observation: str | None
    """The observation that shows them; None where the general one is used."""
    above_from: str | None = None
    """Another observation, whose mean against its median shows the upper one."""
    grouped: bool = False
    """Whether it is that of a whole official group, with all titles in it."""

    @property
    def both(self) -> float:
        """One number for both sides: their mean."""
        return (self.below + self.above) / 2


def spread_on(known: Sequence[Observed], start: Observed, drawer: Drawer, newest: Month) -> OwnSpread:
    """The spread of pay in the role that starts from `start`, in log points.

    Only quartiles and deciles show it. Those of the start itself come first, then those of its official group, else of the
    group of the role, then the newest. Where the upper point lies above the ceiling up to which the official statistic
    records, the mean against the median of the same group stands in, by sqrt(2 ln(mean / median)) of the lognormal
    distribution; where that is not known either, the lower side speaks for both.
    """
    shown = [item for item in known if item.spread in ("quartiles", "deciles") and item.low]
    shown.sort(
        key=lambda item: (
            item.id != start.id,
            item.kldb != start.kldb if start.kldb else not item.home,
            *(-part for part in month_of(item.as_of)),
        )
    )
    for item in shown:
        found = _sides(item, known, drawer, newest)
        if found is not None:
            return found
    general = drawer["role-spread"].values["unknown"]
    return OwnSpread(general, general, None)


def _sides(item: Observed, known: Sequence[Observed], drawer: Drawer, newest: Month) -> OwnSpread | None:
    """What the low and the high of one observation show; None where nothing."""
    z = Z75 if item.spread == "quartiles" else Z90
    low, high, grouped = item.low or 0, None if item.open_end else item.high, item.kldb is not None
    ends_only = None
    if high is not None and high > low:
        half = math.log(high / low) / (2 * z)
        ends_only = OwnSpread(half, half, item.id, grouped=grouped)
    middle: float | None = item.middle if item.statistic == "median" else None
    if item.middle is None and grouped:
        # The median lies above the ceiling, too: another statistic of the same people has it, in the money of its month.
        middle = _elsewhere(item, known, drawer, newest)
    if middle is None or not low < middle:
        return ends_only
    below = math.log(middle / low) / z
    if high is not None:
        return OwnSpread(below, math.log(high / middle) / z, item.id, grouped=grouped) if high > middle else ends_only
    mean = next((one for one in known if grouped and one.kldb == item.kldb and _skewed(one)), None)
    if mean is None or mean.average is None or mean.middle is None:
        return OwnSpread(below, below, item.id, grouped=grouped)
    above = math.sqrt(2 * math.log(mean.average / mean.middle))
    return OwnSpread(below, above, item.id, mean.id, grouped=grouped)


def _skewed(item: Observed) -> bool:
    return item.average is not None and item.middle is not None and item.average > item.middle


def _elsewhere(item: Observed, known: Sequence[Observed], drawer: Drawer, newest: Month) -> float | None:
    """The median of the same group in another observation, in the money of the month of `item`."""
    other = next((one for one in known if one.kldb == item.kldb and one.middle and one.statistic == "median"), None)
    if other is None or other.middle is None:
        return None
    return other.middle * index_ratio(drawer, other.as_of, newest) / index_ratio(drawer, item.as_of, newest)
