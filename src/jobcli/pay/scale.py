"""One scale for all starts: the median of all full-time employees, special payments included, as the Entgeltatlas has it.

A pay portal counts younger people and advertised jobs: its figures lie below the official ones by a distance that was
measured (figures/source_kinds.yaml), and are converted. Recruiters and associations scatter too much for that: theirs stay
as they are. Where a title has a figure of its own and its official group has one, the two count by their precision:

    ln start = w x ln(title, converted) + (1 - w) x ln(group),   w = t² / (t² + e²)

with t, how far titles inside one official group lie apart, and e, how far a converted figure lies from its title. Each step
is one multiplication, rounded to four decimals before it is used.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.observed import Observed
from jobcli.pay.anchor import index_ratio, known_on, rounded_ratio, start_on
from jobcli.pay.spread import OwnSpread, spread_on
from jobcli.pay.wage_index import Month, month_of, newest_known

ScaleStepKind = Literal["index", "statistic", "source-kind", "group"]


class ScaleStep(Struct, frozen=True):
    """One multiplication on the way from the published figure to the scale."""

    factor: ScaleStepKind
    value: str
    """The month of the index, `mean` or the like, the kind of the source, or the id of the group's observation."""
    multiplier: Decimal
    table: Figures | None = None
    """Where its figure stands; None where it rests on an observation."""
    observation: str | None = None
    """The observation that it rests on."""
    pairs: int | None = None
    """How many pairs of figures it was measured on."""


class ScaledStart(Struct, frozen=True, kw_only=True):
    """The start of an estimate on the scale of the official medians, in the money of the index month."""

    anchor: Observed
    newest: Month
    """The month of the index in whose money it is."""
    steps: tuple[ScaleStep, ...]
    middle: Decimal
    """Euros a year: the published figure times all steps, not rounded."""
    spread: OwnSpread
    """How far pay spreads inside the role."""
    group: str | None = None
    """The official group that the start is of, or leans on."""
    weight: float | None = None
    """How much the title's own figure counts against that of the group; None where only one of the two is there."""
    titled: bool
    """Whether the start says something of this very title, not of a whole group only."""
    variance: float = 0.0
    """How unsure the middle is, in squared log points: what the conversion and its pull leave open. Widens the range."""
    apart: float
    """The same for a difference between two roles: of a group's figure also how far its titles lie apart."""

    @property
    def below(self) -> float:
        """The standard deviation of ln(pay) below the middle."""
        return self._side(self.spread.below)

    @property
    def above(self) -> float:
        """The standard deviation of ln(pay) above the middle."""
        return self._side(self.spread.above)

    def _side(self, spread: float) -> float:
        return math.sqrt(max(spread**2 + self.variance, 0.0))


def scaled(pay: Sequence[Observed], drawer: Drawer, day: str) -> ScaledStart:
    """The start of a role on `day` (YYYY-MM-DD), in the money of the newest month of the index then.

    NotKnownYet where nothing was known by then; LookupError where the start is older than the index.
    """
    known, anchor = known_on(pay, day), start_on(pay, day)
    newest = newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], day)
    spread = spread_on(known, anchor, drawer, newest)
    titles = drawer["title-spread"].values["title"] ** 2
    steps = list(_conversion(anchor, spread, drawer, newest))
    official = anchor.kldb if anchor.scope == "group" else None
    # A step of a career or a wider field is not the title: it is converted, and leans on no group.
    leans = convertible(anchor, drawer) and anchor.scope == "title"
    group, weight = _group(known) if leans else None, None
    kinds = drawer["source-kind-spread"].values
    # What a kind of source leaves open is known of some kinds only, and of a whole official group it is nothing.
    left = whole = 0.0 if official else kinds.get(anchor.kind or "", 0.0) ** 2
    variance = whole
    if group is not None and group.middle is not None:
        noise = max(whole - titles, 0.0) * (_DOUBTED if anchor.doubted else 1)
        weight = titles / (titles + noise)
        title = float(_product(anchor, steps))
        reached = group.middle * float(rounded_ratio(index_ratio(drawer, group.as_of, newest)))
        pull = math.exp((1 - weight) * math.log(reached / title))
        steps.append(ScaleStep("group", group.id, rounded_ratio(pull), drawer["title-spread"], group.id))
        left = titles * (1 - weight)
        # The spread of a whole group holds how far its titles lie apart; of one title only what is left of that counts.
        variance = left - titles if spread.grouped else left
    return ScaledStart(
        anchor=anchor,
        newest=newest,
        steps=tuple(steps),
        middle=_product(anchor, steps),
        spread=spread,
        group=official if group is None else group.kldb,
        weight=weight,
        titled=official is None,
        variance=variance,
        apart=titles if official else left,
    )


_DOUBTED = 2
"""How much more the noise of a figure counts that its profile doubts: as if it were seen half as often."""


def convertible(item: Observed, drawer: Drawer) -> bool:
    """Whether a distance of its kind of source is known, and it is not the figure of a whole group."""
    return item.scope != "group" and item.kind in drawer["source-kind-distance"].values


def _conversion(anchor: Observed, spread: OwnSpread, drawer: Drawer, newest: Month) -> Iterator[ScaleStep]:
    """From the published figure to a median of the index month on the official scale."""
    month = f"{newest[0]:04d}-{newest[1]:02d}"
    monthly, yearly = drawer["wage-index-monthly"], drawer["wage-growth-yearly"]
    table = monthly if month in monthly.values else yearly
    yield ScaleStep("index", month, rounded_ratio(index_ratio(drawer, anchor.as_of, newest)), table)
    if anchor.statistic == "mean":
        ratio = rounded_ratio(to_median(spread))
        yield ScaleStep(
            "statistic", "mean", ratio, None if spread.observation else drawer["role-spread"], spread.observation
        )
    if convertible(anchor, drawer):
        kind, distances = anchor.kind or "", drawer["source-kind-distance"]
        pairs = int(drawer["source-kind-pairs"].values[kind])
        yield ScaleStep("source-kind", kind, rounded_ratio(to_scale(anchor, drawer)), distances, pairs=pairs)


def to_median(spread: OwnSpread) -> float:
    """What a mean is multiplied by to become the median of a lognormal distribution of this spread: exp(-spread² / 2)."""
    return math.exp(-(spread.both**2) / 2)


def to_scale(item: Observed, drawer: Drawer) -> float:
    """What a figure of this kind of source is multiplied by to stand on the official scale; 1 where it is not converted."""
    return math.exp(-drawer["source-kind-distance"].values.get(item.kind or "", 0.0))


def _group(known: Sequence[Observed]) -> Observed | None:
    """The official median of the role's own group: with special payments before one without, then the newest."""
    own = [item for item in known if item.home and item.middle is not None and item.statistic == "median"]
    return max(own, key=lambda item: (item.complete, month_of(item.as_of)), default=None)


def _product(anchor: Observed, steps: Sequence[ScaleStep]) -> Decimal:
    value = Decimal(anchor.middle or 0)
    for step in steps:
        value *= step.multiplier
    return value
