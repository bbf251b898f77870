"""A payslip with one thing varied: all tax classes beside each other, or net pay along gross pay."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jobcli.domain.net import TAX_CLASSES, PayPeriod, Payslip, Taxpayer
from jobcli.net_pay.payroll import MONTHS, Payroll
from jobcli.net_pay.payslip import payslip

NetVaried = Literal["tax-class", "gross"]

STEP = Decimal(500)
"""Euros a month between two points of the curve."""
LAST = Decimal(10_000)
"""Where the curve ends at least: above the ceilings of all contributions."""
MORE = Decimal(100)
"""Euros a month of which the curve says how much is kept: a single euro would mostly show roundings."""
_MOST_POINTS = 24


class NetPoint(Struct, frozen=True, kw_only=True):
    """One payslip of a variation. `kept` is the share of MORE euros more a month that would arrive; `chosen` the person's own."""

    value: str
    chosen: bool
    slip: Payslip
    kept: Decimal | None = None


class NetVariation(Struct, frozen=True, kw_only=True):
    """The payslips for all values of one thing, in the order of the values."""

    by: NetVaried
    points: tuple[NetPoint, ...]


def by_tax_class(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer) -> NetVariation:
    """The same pay in each of the six classes; everything else as it was told."""
    own = who.tax_class or 1
    points = (
        NetPoint(
            value=str(tax_class),
            chosen=tax_class == own,
            slip=payslip(figures, gross, per, structs.replace(who, tax_class=tax_class)),
        )
        for tax_class in TAX_CLASSES
    )
    return NetVariation(by="tax-class", points=tuple(points))


def by_gross(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer) -> NetVariation:
    """Net pay along gross pay in even steps, with the person's own pay among them, and what is kept of a little more."""
    parts = 1 if per == "month" else MONTHS
    own = gross / parts
    step = STEP
    while max(LAST, own) / step > _MOST_POINTS:
        step *= 2
    steps = {step * number * parts for number in range(1, int(max(LAST, own) / step) + 1)}
    # The borders at which contributions begin, rise or stop are worth a point of their own.
    borders = (*figures.values["small-job-limits"].values(), *figures.values["contribution-ceilings"].values())
    steps |= {border * parts for border in borders}
    points = (
        NetPoint(
            value=f"{amount.normalize():f}",
            chosen=amount == gross,
            slip=slip,
            kept=_kept(figures, slip, amount, MORE * parts, who),
        )
        for amount in sorted({*steps, gross})
        for slip in (payslip(figures, amount, per, who),)
    )
    return NetVariation(by="gross", points=tuple(points))


def _kept(figures: Payroll, slip: Payslip, gross: Decimal, more: Decimal, who: Taxpayer) -> Decimal:
    """The share of `more` euros above `gross` that arrives; below zero where net pay falls, as above a Minijob."""
    return (payslip(figures, gross + more, slip.per, who).net - slip.net) / more
