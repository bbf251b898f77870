"""A number from low to high of which a part may not be known: months and euros of training paths, and their sums."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct

N_co = TypeVar("N_co", covariant=True)
_Known = TypeVar("_Known", float, Decimal)


class Extent(Struct, Generic[N_co], frozen=True):
    """From `low` to `high`, in the unit that the field which holds it names. What is not known is never zero.

    An extent of which nothing is known is None. Where one end alone is not known, that end is None (`float | None`).
    """

    low: N_co
    """The least that it is."""
    high: N_co
    """The most that it is as far as its parts are known; equal to `low` where there is one value."""
    complete: bool = True
    """False where a part is not known: then it is at least this."""


def together(parts: Iterable[Extent[_Known] | None]) -> Extent[_Known] | None:
    """The sum. It is incomplete where a part is, or is None; None where nothing of it is known."""
    all_parts = list(parts)
    known = [part for part in all_parts if part is not None]
    if not known:
        return None
    low, high = known[0].low, known[0].high
    for part in known[1:]:
        low, high = low + part.low, high + part.high
    return Extent(low, high, len(known) == len(all_parts) and all(part.complete for part in known))


def halfway(extent: Extent[_Known]) -> _Known:
    """The number in the middle between both ends."""
    return (extent.low + extent.high) / 2
