"""Net pay side by side: a payslip for each tax class, or along gross pay with what is kept of a little more."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.domain.meaning import means
from jobcli.domain.net import (
    NOTHING_BESIDE,
    TAX_CLASSES,
    Assumption,
    Beside,
    Branch,
    Deduction,
    DeductionSums,
    PayPeriod,
    Payslip,
    Taxpayer,
)
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
    """The payslip for one value of what is varied, in short."""

    value: Annotated[str, means("The value.")]
    chosen: Annotated[bool, means("Whether it is the person's own.")]
    gross: Annotated[Decimal, means("Gross pay of the period.")]
    net: Annotated[Decimal, means("Net pay of the period.")]
    branch: Annotated[Branch, means("The rules of social insurance that the pay falls under.")]
    deductions: Annotated[DeductionSums, means("What comes off.")]
    kept: Annotated[
        Decimal | UnsetType, means("Along gross pay, the share that arrives of `more` euros more a month.")
    ] = UNSET


class NetVariation(Struct, frozen=True, kw_only=True):
    """Payslips for all tax classes, or along gross pay; everything else stays as it was told."""

    by: Annotated[NetVaried, means("What is varied.")]
    per: Annotated[PayPeriod, means("The period.")]
    pay_date: Annotated[str, means("The day whose figures were used.")]
    points: Annotated[tuple[NetPoint, ...], means("One for each value.")]
    receipt: Annotated[tuple[Deduction, ...], means("The deductions of the person's own value line by line.")]
    assumptions: Annotated[tuple[Assumption, ...], means("What was not told and is assumed.")]
    more: Annotated[Decimal | UnsetType, means("Along gross pay, the euros that `kept` is a share of.")] = UNSET


def by_tax_class(
    figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer, beside: Beside = NOTHING_BESIDE
) -> NetVariation:
    """One pay in each of the six tax classes; everything else as it was told."""
    own = who.tax_class or 1
    slips = {
        tax_class: payslip(figures, gross, per, structs.replace(who, tax_class=tax_class), beside)
        for tax_class in TAX_CLASSES
    }
    points = (_point(str(tax_class), slip, chosen=tax_class == own) for tax_class, slip in slips.items())
    return _variation("tax-class", slips[own], points)


def by_gross(
    figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer, beside: Beside = NOTHING_BESIDE
) -> NetVariation:
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
    slips = {amount: payslip(figures, amount, per, who, beside) for amount in sorted({*steps, gross})}
    points = (
        _point(
            f"{amount.normalize():f}",
            slip,
            chosen=amount == gross,
            kept=_kept(payslip(figures, amount + MORE * parts, per, who, beside), slip, MORE * parts),
        )
        for amount, slip in slips.items()
    )
    return _variation("gross", slips[gross], points, more=MORE)


def _variation(
    by: NetVaried, own: Payslip, points: Iterable[NetPoint], more: Decimal | UnsetType = UNSET
) -> NetVariation:
    return NetVariation(
        by=by,
        per=own.per,
        pay_date=own.pay_date,
        points=tuple(points),
        receipt=own.deductions,
        assumptions=own.assumptions,
        more=more,
    )


def _point(value: str, slip: Payslip, *, chosen: bool, kept: Decimal | UnsetType = UNSET) -> NetPoint:
    return NetPoint(
        value=value,
        chosen=chosen,
        gross=slip.gross,
        net=slip.net,
        branch=slip.branch,
        deductions=slip.sums,
        kept=kept,
    )


def _kept(above: Payslip, slip: Payslip, more: Decimal) -> Decimal:
    """The share of `more` euros that arrives; below zero where net pay falls, as above a Minijob."""
    return round((above.net - slip.net) / more, 4)
