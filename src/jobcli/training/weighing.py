"""The paths of a role weighed against each other: time, cost, who pays, what remains; first those that one may begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jobcli.domain.extent import Extent, together
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import PayGap
from jobcli.domain.role import TrainingPath
from jobcli.training.admission import Admitted
from jobcli.training.afbg import AfbgCalculation, AfbgCounted, OwnCost, afbg, cost_of, own_cost
from jobcli.training.funding import Applicant, Ruling, rule
from jobcli.training.gate import ACCESSES, Gate
from jobcli.training.payback import Payback, worth

PathOrder = Literal["time", "cost", "own-cost"]

_COUNTED: dict[str, AfbgCounted] = {"applies": "yes", "may-apply": "perhaps", "does-not-apply": "no"}


class WeighedPath(Struct, frozen=True, kw_only=True):
    """One path with its money, and whether it admits the person."""

    path: TrainingPath
    cost: Extent[Decimal] | None
    """Course and examination together in euros; None where neither price is known."""
    rulings: tuple[Ruling, ...]
    """The verdict on each scheme."""
    afbg: AfbgCalculation | None
    """None where it does not apply or no price is known."""
    own_cost: OwnCost | None
    """None where no price is known."""
    lost: Extent[Decimal] | None = None
    """What an apprentice earns less than now, in euros; None where it was not asked, or the path is none."""
    worth: Payback | None = None
    """None where no present pay was told, no price is known, or the path only helps in the role."""
    admitted: Admitted | None = None
    """None where it was not asked."""
    gate: Gate | None = None
    """Whether the person may begin it; None where it was not asked."""
    before: tuple[WeighedPath, ...] = ()
    """What comes first, in turn."""

    @property
    def whole_months(self) -> Extent[float] | None:
        """How long it takes with all that comes first, years in the job among them; None where none of it is known."""
        practice = 0 if self.gate is None else self.gate.years * 12
        spans = (item.path.months for item in (*self.before, self))
        waits = [Extent(practice, practice)] if practice else []
        return together((*waits, *(None if span is None else span.extent for span in spans)))

    @property
    def whole_cost(self) -> Extent[Decimal] | None:
        """What it costs with all that comes first, in euros."""
        return together(item.cost for item in (*self.before, self))

    @property
    def whole_own_cost(self) -> Extent[Decimal] | None:
        """What of that is left to the person, in euros to the cent."""
        return together(None if item.own_cost is None else item.own_cost.money for item in (*self.before, self))


def weigh(
    path: TrainingPath,
    who: Applicant,
    drawer: Drawer,
    day: str,
    gap: PayGap | None = None,
    lost: Extent[Decimal] | None = None,
    gate: Gate | None = None,
    before: Sequence[WeighedPath] = (),
) -> WeighedPath:
    """The money of one path for one person on `day`; with `gap`, the difference in pay a year, also whether it pays off.

    `lost` is what they earn less while they learn: it counts as cost there, and so does what comes `before`.
    """
    rulings = rule(path, who, drawer, day)
    counted: AfbgCounted = next((_COUNTED[item.verdict] for item in rulings if item.scheme == "afbg"), "no")
    own = own_cost(path, counted, drawer)
    found = WeighedPath(
        path=path,
        cost=cost_of(path),
        rulings=rulings,
        afbg=None if counted == "no" else afbg(path, drawer),
        own_cost=own,
        lost=lost,
        gate=gate,
        before=tuple(before),
    )
    if own is None or gap is None or path.purpose == "helps":
        return found
    lost_before = (item.lost for item in before)
    losses = [loss for loss in (*lost_before, lost) if loss is not None]
    money = together((found.whole_own_cost, *losses)) or own.money
    return structs.replace(found, worth=worth(structs.replace(own, money=money), found.whole_months, gap))


def in_order_of(weighed: Iterable[WeighedPath], order: PathOrder) -> list[WeighedPath]:
    """The best first: what leads to the role, by whether one may begin it, then the shortest or the cheapest.

    What comes before a path counts with it. Sums with an unknown part come after complete ones, the unknown last.
    """

    def key(item: WeighedPath) -> tuple[bool, int, bool, bool, float, float]:
        access = 0 if item.gate is None else ACCESSES.index(item.gate.access)
        known: Extent[float] | Extent[Decimal] | None = {
            "time": item.whole_months,
            "cost": item.whole_cost,
            "own-cost": item.whole_own_cost,
        }[order]
        helps = item.path.purpose == "helps"
        if known is None:
            return helps, access, True, True, 0, 0
        return helps, access, False, not known.complete, float(known.low), float(known.high)

    return sorted(weighed, key=key)
