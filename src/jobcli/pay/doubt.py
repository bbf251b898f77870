"""Which of all that is unsure about an estimate matters most: what a first screen says, where there is room for one sentence."""

from __future__ import annotations

from typing import Literal

from jobcli.pay.estimate import Estimate
from jobcli.pay.others import APART, Carried

Doubt = Literal["substitute", "whole-group", "apart", "weighed", "old", "doubted", "survey", "no-spread", "upper-end"]


def foremost_doubt(item: Estimate) -> Doubt:
    """What could move the middle furthest comes first, then what makes the start weak, then what is true of every estimate."""
    start, far = item.start, furthest(item)
    found: tuple[tuple[bool, Doubt], ...] = (
        (item.substitute, "substitute"),
        (start.group is not None and not start.titled, "whole-group"),
        (start.weight is not None, "weighed"),
        (far is not None and abs(far.distance or 0) > APART, "apart"),
        (item.anchor_old, "old"),
        (item.anchor.doubt is not None, "doubted"),
        (start.anchor.kind == "survey", "survey"),
        (start.spread.observation is None, "no-spread"),
    )
    return next((doubt for holds, doubt in found if holds), "upper-end")


def furthest(item: Estimate) -> Carried | None:
    """The other observation that is furthest from the start."""
    compared = [other for other in item.others if other.distance is not None]
    return max(compared, key=lambda other: abs(other.distance or 0), default=None)
