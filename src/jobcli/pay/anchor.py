"""Which observation of a role's pay an estimate starts from on a day, and how old a figure is.

On a day in the past only what had been observed by then counts; what came later would be hindsight.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from jobcli.domain.figures import Drawer
from jobcli.domain.observed import Observed
from jobcli.pay.wage_index import Month, level, month_of

OLD_YEARS = 5
"""Figures older than this many years carry a mark in words."""
CARRIED_YEARS = 10
"""Figures older than this many years are shown as published: an index of all wages says little of one job after so long."""

_CENT = Decimal("0.01")
_FOUR = Decimal("0.0001")


class NotKnownYet(LookupError):
    """On the day that was asked for, nothing was known; `first` is the moment of the first figure."""

    def __init__(self, first: str) -> None:
        super().__init__(first)
        self.first = first


def is_old(moment: str, day: str, years: int = OLD_YEARS) -> bool:
    """Whether a figure of `moment` is more than so many years old on `day` (YYYY-MM-DD).

    A month counts with its last day, a year with its last month.
    """
    if len(moment) == len(day):
        return f"{int(moment[:4]) + years:04}{moment[4:]}" < day
    year, month = month_of(moment)
    return (year + years, month) < month_of(day)


def known_on(pay: Iterable[Observed], day: str) -> list[Observed]:
    """The observations of a role that were known on `day`, in the order of the profile.

    The month of a figure had come by then; or the publication had been read by then, which a bare year needs: it counts as
    its December.
    """
    return [item for item in pay if item.read <= day or month_of(item.as_of) <= month_of(day)]


def start_on(pay: Iterable[Observed], day: str) -> Observed:
    """The observation that an estimate starts from on `day`.

    It is the one that the profile names, where it was known by then; else the newest with a middle, dated ones and those
    without a doubt first. NotKnownYet where there is none.
    """
    starts = [item for item in pay if item.middle is not None]
    if not starts:
        raise LookupError("nothing is said of pay")
    known = known_on(starts, day)
    named = next((item for item in known if item.named), None)
    if named is not None:
        return named
    if not known:
        raise NotKnownYet(min(item.as_of for item in starts))
    return max(known, key=lambda item: (not item.undated, not item.doubted, month_of(item.as_of)))


def index_ratio(drawer: Drawer, moment: str, newest: Month) -> float:
    """How much wages rose from `moment` to the newest month; an observation newer than the index is not carried.

    LookupError where `moment` is older than the index.
    """
    start = min(month_of(moment), newest)
    monthly, yearly = drawer["wage-index-monthly"], drawer["wage-growth-yearly"]
    return level(monthly, yearly, newest) / level(monthly, yearly, start)


def rounded_ratio(ratio: float) -> Decimal:
    """A multiplier to four decimals, as it is used: so what is printed can be checked by hand."""
    return Decimal(ratio).quantize(_FOUR, ROUND_HALF_UP)


def to_cents(value: Decimal) -> Decimal:
    """Euros, rounded to the cent."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def to_euros(value: Decimal) -> int:
    """Euros, rounded to whole ones."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
