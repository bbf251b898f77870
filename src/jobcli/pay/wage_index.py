"""Money of one month in money of another: the Nominallohnindex, cleared of the seasons.

The published monthly index is not seasonally adjusted: in November it carries the Christmas bonus and stands a third
above October. An observed yearly pay is a sum of twelve months, so the index of a month is taken here as the mean of
the twelve months that end with it. At the end of a year that is the yearly index itself; before the monthly series
begins, the months between two year ends are interpolated at a constant rate.
"""

from __future__ import annotations

import math
from functools import cache

from jobcli.domain.figures import Figures

Month = tuple[int, int]


def month_of(moment: str) -> Month:
    """`2019-07` as (2019, 7). A bare year stands for its December: its twelve months are the year's mean."""
    year, month = int(moment[:4]), int(moment[5:7] or 12)
    return year, month


def newest_known(monthly: Figures, yearly: Figures, day: str) -> Month:
    """The newest month that the index reaches on `day` (YYYY-MM-DD).

    A month counts once the twelve months that end with it are published; before that, the December of the last whole
    year of the yearly series. So no figure of a later day has a part in it. LookupError before that series.
    """
    # From the newest back: of a thousand roles each asks, and the newest month is nearly always the answer.
    for month in sorted((month for month in monthly.values if month <= day), reverse=True):
        if _window(month_of(month)) <= monthly.values.keys():
            return month_of(month)
    years = [year for year in yearly.values if f"{year}-12-31" <= day]
    if not years:
        raise LookupError(day)
    return month_of(max(years))


def level(monthly: Figures, yearly: Figures, month: Month) -> float:
    """The mean of the index over the twelve months up to `month`. LookupError where no figure reaches."""
    year, number = month
    window = _window(month)
    if window <= monthly.values.keys():
        return sum(monthly.values[key] for key in sorted(window)) / 12
    # Before the first twelve published months: chain the yearly changes backwards from the first full year.
    first = min(month_of(key) for key in monthly.values)[0]
    if not int(min(yearly.values)) <= year <= first:
        raise LookupError(f"{year:04d}-{number:02d}")
    year_end = level(monthly, yearly, (first, 12))
    for later in range(first, year, -1):
        year_end /= 1 + yearly.values[str(later)] / 100
    year_before = year_end / (1 + yearly.values[str(year)] / 100)
    return math.exp(math.log(year_before) + (math.log(year_end) - math.log(year_before)) * number / 12)


@cache
def _window(month: Month) -> frozenset[str]:
    """The keys of the twelve months that end with `month`."""
    year, number = month
    return frozenset(f"{year - (number <= back):04d}-{(number - back - 1) % 12 + 1:02d}" for back in range(12))
