"""What else was observed of a role's pay, beside the start of an estimate: in the same money, and on the same scale."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Drawer
from jobcli.domain.observed import Observed, observed
from jobcli.domain.role import Role
from jobcli.domain.salary import SalaryObservation
from jobcli.pay.anchor import CARRIED_YEARS, index_ratio, is_old, known_on, rounded_ratio, to_euros
from jobcli.pay.scale import ScaledStart, convertible, scaled, to_median, to_scale
from jobcli.pay.wage_index import month_of

APART = 0.2
"""Observations further apart than this share are said to disagree."""

DistanceReason = Literal["title", "year", "statistic", "special-payments"]
NotCarried = Literal["no-middle", "undated", "over-ten-years"]
"""Why an observation is shown as published: it has no middle; its page has no date; it is too old for the index to speak for it."""


class Carried(Struct, frozen=True, kw_only=True):
    """An observation in the money of the index month, and how far it lies from the start."""

    observation: SalaryObservation
    source: Source
    carried: int | None
    """Its middle in euros a year; None where it is shown as published."""
    on_scale: int | None = None
    """The same as a median on the official scale, where its source can be converted."""
    distance: float | None = None
    """From the start, both on the scale, as a share: 0.2 is 20 % above."""
    not_carried: NotCarried | None = None
    old: bool = False
    """Whether it is more than five years old."""
    reasons: tuple[DistanceReason, ...] = ()
    """What could explain a distance of more than a fifth; empty where nothing in the profile does."""


def others_on(role: Role, start: ScaledStart, drawer: Drawer, day: str) -> tuple[Carried, ...]:
    """The other observations known on `day` in the money of the start, in the order of the profile."""
    written = {item.id: item for item in role.pay.observations}
    anchor = written[start.anchor.id]
    return tuple(
        _carry(written[item.id], item, role.sources[written[item.id].source], anchor, start, drawer, day)
        for item in known_on(observed(role), day)
        if item.id != anchor.id
    )


def _carry(
    written: SalaryObservation,
    item: Observed,
    source: Source,
    anchor: SalaryObservation,
    start: ScaledStart,
    drawer: Drawer,
    day: str,
) -> Carried:
    old, why = is_old(item.as_of, day), _not_carried(item, day)
    if why is not None or item.middle is None:
        return Carried(observation=written, source=source, carried=None, not_carried=why, old=old)
    value = item.middle * rounded_ratio(index_ratio(drawer, item.as_of, start.newest))
    steps = 1.0
    if convertible(item, drawer):
        steps = to_scale(item, drawer) * (to_median(start.spread) if item.statistic == "mean" else 1)
    scaled_value = value * rounded_ratio(steps)
    distance = float(scaled_value / start.middle) - 1
    return Carried(
        observation=written,
        source=source,
        carried=to_euros(value),
        on_scale=to_euros(scaled_value) if steps != 1 else None,
        distance=distance,
        old=old,
        reasons=_reasons(written, anchor) if abs(distance) > APART else (),
    )


def _not_carried(item: Observed, day: str) -> NotCarried | None:
    if item.middle is None:
        return "no-middle"
    if item.undated:
        return "undated"
    return "over-ten-years" if is_old(item.as_of, day, CARRIED_YEARS) else None


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
        others = others_on(role, scaled(observed(role), drawer, day), drawer, day)
    except LookupError:
        return ()
    return tuple(other for other in others if abs(other.distance or 0) > APART)
