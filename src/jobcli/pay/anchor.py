"""What was observed of a role's pay, as it was known on a day: the start of an estimate, the others beside it, the spread.

On a day in the past only what had been observed by then counts; what came later would be hindsight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Drawer
from jobcli.domain.role import Role, SalaryObservation, Start, per_year, starts_of
from jobcli.pay.wage_index import Month, level, month_of, newest_known

OLD_YEARS = 5
"""Figures older than this many years carry a mark in words."""

# The points of the standard normal distribution below which 75 % and 90 % lie.
Z75, Z90 = 0.674490, 1.281552

_CENT = Decimal("0.01")
_FOUR = Decimal("0.0001")


class NotKnownYet(LookupError):
    """On the day that was asked for, nothing was known; `first` is the moment of the first figure."""

    def __init__(self, first: str) -> None:
        super().__init__(first)
        self.first = first


APART = 0.2
"""Observations further apart than this share are said to disagree."""

DistanceReason = Literal["title", "year", "statistic", "special-payments"]


class Carried(Struct, frozen=True, kw_only=True):
    """An observation in the money of the index month, and how far it lies from the anchor."""

    observation: SalaryObservation
    source: Source
    carried: int | None
    """Its middle in euros a year; None where it has none."""
    distance: float | None
    """As a share of the anchor: 0.2 is 20 % above."""
    old: bool = False
    """Whether it is more than five years old."""
    reasons: tuple[DistanceReason, ...] = ()
    """What could explain a distance of more than a fifth; empty where nothing in the profile does."""


def is_old(moment: str, day: str) -> bool:
    """Whether a figure of `moment` is more than five years old on `day` (YYYY-MM-DD).

    A month counts with its last day, a year with its last month.
    """
    if len(moment) == len(day):
        return f"{int(moment[:4]) + OLD_YEARS:04}{moment[4:]}" < day
    year, month = month_of(moment)
    return (year + OLD_YEARS, month) < month_of(day)


def known_on(role: Role, day: str) -> list[SalaryObservation]:
    """The observations of a role that were known on `day`, in the order of the profile."""
    return [item for item in role.salary.observations if _was_known(item.as_of, role.sources[item.source].read, day)]


def _was_known(as_of: str, read: str, day: str) -> bool:
    """Whether a figure of `as_of` in a publication read on `read` was known on `day`.

    Its month had come by then; or the publication had been read by then, which a bare year needs: it counts as its
    December.
    """
    return read <= day or month_of(as_of) <= month_of(day)


def anchor_on(role: Role, day: str) -> SalaryObservation:
    """The observation that an estimate starts from on `day`. NotKnownYet where there is none."""
    start = start_on(starts_of(role), day)
    return next(item for item in role.salary.observations if item.id == start.id)


def start_on(starts: Iterable[Start], day: str) -> Start:
    """The start that is taken on `day`.

    It is the one that the profile names, where it was known by then; else the newest, those without a doubt first.
    NotKnownYet where there is none.
    """
    all_of_them = tuple(starts)
    known = [item for item in all_of_them if _was_known(item.as_of, item.read, day)]
    named = next((item for item in known if item.named), None)
    if named is not None:
        return named
    if not known:
        raise NotKnownYet(min(item.as_of for item in all_of_them))
    return max(known, key=lambda item: (not item.doubted, month_of(item.as_of)))


def index_ratio(drawer: Drawer, moment: str, newest: Month) -> float:
    """How much wages rose from `moment` to the newest month; an observation newer than the index is not carried.

    LookupError where `moment` is older than the index.
    """
    start = min(month_of(moment), newest)
    monthly, yearly = drawer["wage-index-monthly"], drawer["wage-growth-yearly"]
    return level(monthly, yearly, newest) / level(monthly, yearly, start)


def others_on(
    role: Role, anchor: SalaryObservation, drawer: Drawer, newest: Month, base: Decimal, day: str
) -> tuple[Carried, ...]:
    """The other observations known on `day` in the money of `newest`; `base` is the carried anchor in euros a year."""
    return tuple(
        _carry(item, anchor, role, drawer, newest, base, day) for item in known_on(role, day) if item.id != anchor.id
    )


def _carry(
    item: SalaryObservation,
    anchor: SalaryObservation,
    role: Role,
    drawer: Drawer,
    newest: Month,
    base: Decimal,
    day: str,
) -> Carried:
    source, old = role.sources[item.source], is_old(item.as_of, day)
    if item.middle is None:
        return Carried(observation=item, source=source, carried=None, distance=None, old=old)
    value = per_year(item, item.middle) * rounded_ratio(index_ratio(drawer, item.as_of, newest))
    carried = to_euros(value)
    distance = float(value / base) - 1
    reasons = _reasons(item, anchor) if abs(distance) > APART else ()
    return Carried(observation=item, source=source, carried=carried, distance=distance, old=old, reasons=reasons)


def _reasons(item: SalaryObservation, anchor: SalaryObservation) -> tuple[DistanceReason, ...]:
    """In what two observations differ that could explain why their figures do."""
    differ: dict[DistanceReason, bool] = {
        # Who says what a figure covers says that it is not just this title.
        "title": item.kldb != anchor.kldb or (item.covers or anchor.covers) is not None,
        "year": month_of(item.as_of)[0] != month_of(anchor.as_of)[0],
        "statistic": item.statistic != anchor.statistic or "unknown" in (item.statistic, anchor.statistic),
        "special-payments": item.special_payments != anchor.special_payments
        or "unknown" in (item.special_payments, anchor.special_payments),
    }
    return tuple(reason for reason, found in differ.items() if found)


def disagreeing(role: Role, drawer: Drawer, day: str) -> tuple[Carried, ...]:
    """The observations that an estimate of this role on `day` would say disagree with its start; none where there is no estimate."""
    try:
        anchor = anchor_on(role, day)
        newest = newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], day)
        ratio = rounded_ratio(index_ratio(drawer, anchor.as_of, newest))
        base = to_cents(per_year(anchor, anchor.middle or 0) * ratio)
        others = others_on(role, anchor, drawer, newest, base, day)
    except LookupError:
        return ()
    return tuple(other for other in others if abs(other.distance or 0) > APART)


def own_spread(role: Role, anchor: SalaryObservation, drawer: Drawer, day: str) -> tuple[float, str | None]:
    """The standard deviation of ln(pay) in this role as known on `day`, and the observation that shows it.

    Only quartiles and deciles show it. The anchor's own come first, then the newest; where the upper point is not
    published, the lower half speaks for both.
    """
    shown = [item for item in known_on(role, day) if item.spread in ("quartiles", "deciles") and item.low]
    shown.sort(key=lambda item: (item.id != anchor.id, *(-part for part in month_of(item.as_of))))
    for item in shown:
        z = Z75 if item.spread == "quartiles" else Z90
        low, middle, high = item.low or 0, item.middle, item.high
        if high is not None and high > low:
            return math.log(high / low) / (2 * z), item.id
        if middle is not None and item.statistic == "median" and middle > low:
            return math.log(middle / low) / z, item.id
    return drawer["role-spread"].values["unknown"], None


def rounded_ratio(ratio: float) -> Decimal:
    """A multiplier to four decimals, as it is used: so what is printed can be checked by hand."""
    return Decimal(ratio).quantize(_FOUR, ROUND_HALF_UP)


def to_cents(value: Decimal) -> Decimal:
    """Euros, rounded to the cent."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def to_euros(value: Decimal) -> int:
    """Euros, rounded to whole ones."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
