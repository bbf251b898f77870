"""The paths of a role weighed against each other: time, cost, who pays, what remains; in the order that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
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


def weigh(
    path: TrainingPath,
    who: Applicant,
    drawer: Drawer,
    day: str,
    gap: PayGap | None = None,
    lost: Extent[Decimal] | None = None,
) -> WeighedPath:
    """The money of one path for one person on `day`; with `gap`, the difference in pay a year, also whether it pays off.

    `lost` is what they earn less while they learn: it counts as cost there.
    """
    rulings = rule(path, who, drawer, day)
    counted: AfbgCounted = next((_COUNTED[item.verdict] for item in rulings if item.scheme == "afbg"), "no")
    own = own_cost(path, counted, drawer)
    months = None if path.months is None else path.months.extent
    paid = own if own is None or lost is None else structs.replace(own, money=together((own.money, lost)) or own.money)
    return WeighedPath(
        path=path,
        cost=cost_of(path),
        rulings=rulings,
        afbg=None if counted == "no" else afbg(path, drawer),
        own_cost=own,
        lost=lost,
        worth=None if paid is None or gap is None or path.purpose == "helps" else worth(paid, months, gap),
    )


def in_order_of(weighed: Iterable[WeighedPath], order: PathOrder) -> list[WeighedPath]:
    """The best first: the shortest or the cheapest. Sums with an unknown part come after complete ones, the unknown last."""

    def key(item: WeighedPath) -> tuple[bool, bool, float, float]:
        if order == "time":
            months = item.path.months
            return (True, True, 0, 0) if months is None else (False, False, months.min, months.max)
        money = item.cost if order == "cost" else item.own_cost.money if item.own_cost else None
        return (True, True, 0, 0) if money is None else (False, not money.complete, float(money.low), float(money.high))

    return sorted(weighed, key=key)
