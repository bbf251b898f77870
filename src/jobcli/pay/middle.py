"""The middle alone, of many roles for a person who told nothing: what an estimate says, without its receipt and range.

It is the start in euros a year times the index, and at least the minimum wage of a full-time year.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from jobcli.domain.figures import Drawer
from jobcli.domain.start import Start
from jobcli.pay.anchor import index_ratio, start_on
from jobcli.pay.estimate import minimum_pay, rounded_ratio, to_cents, to_euros
from jobcli.pay.wage_index import Month, newest_known


class Middles:
    """The middles of one day. What all roles share is computed once."""

    def __init__(self, drawer: Drawer, day: str) -> None:
        self._drawer, self._day = drawer, day
        self._ratios: dict[str, Decimal] = {}

    def of(self, starts: Iterable[Start]) -> int:
        """The middle in euros a year. LookupError where `estimate` has none: nothing known by then, or older than the index."""
        start = start_on(starts, self._day)
        if start.as_of not in self._ratios:
            self._ratios[start.as_of] = rounded_ratio(index_ratio(self._drawer, start.as_of, self._newest))
        middle = to_cents(start.euros * self._ratios[start.as_of])
        return to_euros(middle if self._floor is None else max(middle, self._floor))

    @cached_property
    def _newest(self) -> Month:
        return newest_known(self._drawer["wage-index-monthly"], self._drawer["wage-growth-yearly"], self._day)

    @cached_property
    def _floor(self) -> Decimal | None:
        return minimum_pay(self._drawer, self._day, None)
