"""Numbers from low to high in words: `€2,950 to €4,400`, `at least 12 months`, `not known`; said here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from jobcli.answers.amounts import Sum
    from jobcli.domain.extent import Extent
    from jobcli.pages.kit.language import Language


def number_words(say: Language, extent: Extent[float]) -> str:
    """`12 to 18`, or one number where both ends are equal."""
    return _from_to(say, extent.low, extent.high, say.number)


def euro_words(say: Language, extent: Extent[float | Decimal] | Sum | None, places: int = 0) -> str:
    """`€2,950 to €4,400`; `at least` that where a part is not known."""
    if extent is None:
        return say("not known")
    text = _from_to(say, extent.low, extent.high, lambda value: say.euros(value, places))
    return text if extent.complete else say("at least {price}", price=text)


def least_euro_words(say: Language, extent: Extent[float | Decimal] | Sum | None) -> str:
    """As `euro_words`, but where a part is not known the lowest amount alone: for cells and short lines."""
    if extent is None or extent.complete:
        return euro_words(say, extent)
    return say("at least {price}", price=say.euros(extent.low))


def month_words(say: Language, extent: Extent[float | None] | None) -> str:
    """`36 months`, `12 to 18 months`; where a part or an end is not known, what it is at least or at most."""
    low, high = (None, None) if extent is None else (extent.low, extent.high)
    if low is None:
        return say("not known") if high is None else say.plural("at most {count} month", "at most {count} months", high)
    if high is None or (extent is not None and not extent.complete):
        return _least_months(say, low)
    return (
        _months(say, low) if low == high else say("{low} to {high} months", low=say.number(low), high=say.number(high))
    )


def least_month_words(say: Language, extent: Extent[float]) -> str:
    """`at least 12 months`, for what has other parts than this one whose length nobody knows."""
    return _least_months(say, extent.low)


def years_words(say: Language, years: float) -> str:
    """`2 years of practice`; empty for none."""
    if years == 1:
        return say("1 year of practice")
    return say("{years} years of practice", years=say.number(years)) if years else ""


def _least_months(say: Language, count: float) -> str:
    return say.plural("at least {count} month", "at least {count} months", count)


def _months(say: Language, count: float) -> str:
    return say.plural("{count} month", "{count} months", count)


def _from_to(
    say: Language, low: float | Decimal, high: float | Decimal, words: Callable[[float | Decimal], str]
) -> str:
    first, last = words(low), words(high)
    return first if first == last else say("{low} to {high}", low=first, high=last)
