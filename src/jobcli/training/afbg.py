"""Aufstiegs-BAföG to the cent: fees, grant, loan, remission on passing, what remains; and the own cost of a path.

    funded    = min(course + examination, the highest amount)
    grant     = 50 % of it                   (AFBG; a gift)
    loan      = funded - grant               (AFBG; from the KfW)
    remission = 50 % of the loan             (AFBG; when the examination is passed)
    remains   = course + examination - grant - remission

The shares and the highest amount are figures of the drawer, read from the law. Halves of a cent are rounded up.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.extent import Extent, together
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.role import Span, TrainingPath

_CENT = Decimal("0.01")

AfbgItem = Literal["course", "exam", "fees", "over", "grant", "loan", "remission", "remains"]
AfbgCounted = Literal["yes", "perhaps", "no"]


class AfbgSupport(Struct, frozen=True, kw_only=True):
    """What Aufstiegs-BAföG does to one sum of fees, in euros to the cent."""

    fees: Decimal
    """Course and examination together."""
    over: Decimal
    """The part of them above the highest amount that is funded."""
    grant: Decimal
    """What is a gift."""
    loan: Decimal
    """What is lent."""
    remission: Decimal
    """What of the loan is waived when the examination is passed."""
    remains: Decimal
    """What the person pays in the end."""


class AfbgLine(Struct, frozen=True, kw_only=True):
    """One line of the calculation, in euros to the cent."""

    item: Annotated[AfbgItem, means("What it is.")]
    low: Annotated[Decimal | None, means("Euros at the lowest prices.")]
    high: Annotated[Decimal | None, means("Euros at the highest prices.")]
    percent: Annotated[float | None, means("The percent behind it.")] = None
    table: Annotated[str | None, means("The table of the rule.")] = None


class AfbgCalculation(Struct, frozen=True, kw_only=True):
    """The whole calculation for a path."""

    lines: tuple[AfbgLine, ...]
    low: AfbgSupport
    """At the lowest prices."""
    high: AfbgSupport
    """At the highest prices."""
    complete: bool
    """False where a price is missing: every sum is then at least this."""

    @property
    def remains(self) -> Extent[Decimal]:
        """What the person pays in the end, in euros to the cent."""
        return Extent(self.low.remains, self.high.remains, self.complete)


class OwnCost(Struct, frozen=True, kw_only=True):
    """What a path costs the person in the end."""

    money: Extent[Decimal]
    """Euros to the cent, with Aufstiegs-BAföG and a passed examination where that counts."""
    counted: AfbgCounted
    """Whether it does. With `perhaps`, the low end is with it and the high end without: the open question is in the extent."""


def support(fees: Decimal, drawer: Drawer) -> AfbgSupport:
    """Grant, loan and remission for one sum of course and examination fees in euros. The rules: AFBG, see the tables."""
    share = drawer["afbg-shares"].values
    funded = min(fees, _exact(drawer["afbg-amounts"].values["fees"]))
    grant = _part(funded, share["grant"])
    loan = funded - grant
    remission = _part(loan, share["remission"])
    return AfbgSupport(
        fees=fees, over=fees - funded, grant=grant, loan=loan, remission=remission, remains=fees - grant - remission
    )


def cost_of(path: TrainingPath) -> Extent[Decimal] | None:
    """Course and examination together in euros to the cent; None where neither price is known."""
    prices = (path.cost.course, path.cost.exam)
    return together(Extent(_exact(price.min), _exact(price.max)) if price else None for price in prices)


def afbg(path: TrainingPath, drawer: Drawer) -> AfbgCalculation | None:
    """The calculation for the fees of a path, whether or not it is granted; None where no price is known."""
    cost = cost_of(path)
    if cost is None:
        return None
    low, high = support(cost.low, drawer), support(cost.high, drawer)
    share = drawer["afbg-shares"].values
    lines = [
        _given("course", path.cost.course),
        _given("exam", path.cost.exam),
        AfbgLine(item="fees", low=low.fees, high=high.fees),
        AfbgLine(item="grant", low=low.grant, high=high.grant, percent=share["grant"], table="afbg-shares"),
        AfbgLine(item="loan", low=low.loan, high=high.loan, table="afbg-shares"),
        AfbgLine(
            item="remission", low=low.remission, high=high.remission, percent=share["remission"], table="afbg-shares"
        ),
        AfbgLine(item="remains", low=low.remains, high=high.remains),
    ]
    if high.over:
        lines.insert(3, AfbgLine(item="over", low=low.over, high=high.over, table="afbg-amounts"))
    return AfbgCalculation(lines=tuple(lines), low=low, high=high, complete=cost.complete)


def own_cost(path: TrainingPath, counted: AfbgCounted, drawer: Drawer) -> OwnCost | None:
    """What the path costs in the end; None where no price is known. It is never more than the cost itself."""
    cost, calculation = cost_of(path), afbg(path, drawer)
    if cost is None or calculation is None:
        return None
    low = cost.low if counted == "no" else calculation.low.remains
    high = calculation.high.remains if counted == "yes" else cost.high
    return OwnCost(money=Extent(low, high, cost.complete), counted=counted)


def _given(item: Literal["course", "exam"], span: Span | None) -> AfbgLine:
    if span is None:
        return AfbgLine(item=item, low=None, high=None)
    return AfbgLine(item=item, low=_exact(span.min), high=_exact(span.max))


def _exact(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)


def _part(value: Decimal, percent: float) -> Decimal:
    return (value * Decimal(str(percent)) / 100).quantize(_CENT, ROUND_HALF_UP)
