"""Gross to net: the payslip of one period on a pay day, what it takes for granted, and net pay along a range or side by side.

    net = gross - wage tax - solidarity surcharge - church tax - contributions

A month's taxes are a twelfth of the year's, fractions of a cent dropped (EStG § 39b (2) sentence 9). Church tax drops them
in Bavaria, whose law says so. Elsewhere it is rounded commercially: the laws do not say it, and published payslips differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.domain.meaning import means
from jobcli.domain.net import (
    TAX_CLASSES,
    Assumption,
    Branch,
    Deduction,
    DeductionSums,
    PayPeriod,
    Payslip,
    Taxpayer,
    TaxSteps,
)
from jobcli.domain.pay import NetMonth, PayRange
from jobcli.net_pay.assumed import Computed, assumptions
from jobcli.net_pay.contributions import bases_of, contributions
from jobcli.net_pay.insured import insurance_of
from jobcli.net_pay.payroll import CENT, EURO, MONTHS, Payroll, cent_down, to_cent
from jobcli.net_pay.tax import solidarity_surcharge, wage_tax

BAVARIA = "BY"
"""Whose law alone says how church tax is rounded: fractions of a cent are dropped (AVKirchStG § 9 (2))."""

NetVaried = Literal["tax-class", "gross"]

STEP = Decimal(500)
"""Euros a month between two points of the curve."""
LAST = Decimal(10_000)
"""Where the curve ends at least: above the ceilings of all contributions."""
MORE = Decimal(100)
"""Euros a month of which the curve says how much is kept: a single euro would mostly show roundings."""
_MOST_POINTS = 24


class ChurchNeedsLand(ValueError):
    """Church tax is asked for without the Land whose rate it takes."""


def payslip(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer) -> Payslip:
    """What is left of `gross` euros a month or a year. ChurchNeedsLand where church tax lacks its Land."""
    months = 1 if per == "month" else MONTHS
    parts = MONTHS if per == "month" else 1
    bases = bases_of(figures, gross, months, trainee=bool(who.trainee))
    cover = insurance_of(figures, who, bases.branch)
    steps = wage_tax(figures, cover, gross * parts, who.child_allowances or Decimal())
    church_base = cent_down(steps.tax_for_surcharges / parts)
    lines = [
        _tax(figures, "wage_tax", cent_down(steps.tax / parts), None, cent_down(steps.taxable / parts)),
        _solidarity(figures, cover.tax_class, steps, parts),
        *([_church(figures, who.state, church_base)] if who.church else []),
        *contributions(figures, cover, bases),
    ]
    return Payslip(
        per=per,
        pay_date=figures.day,
        tax_class=cover.tax_class,
        branch=bases.branch,
        gross=gross.quantize(CENT),
        net=(gross - sum(line.amount for line in lines)).quantize(CENT),
        sums=_sums(lines),
        church_base=church_base,
        steps=steps,
        deductions=tuple(lines),
        assumptions=assumptions(
            Computed(figures=figures, who=who, insured=cover, bases=bases, steps=steps, lines=lines)
        ),
    )


def _sums(lines: list[Deduction]) -> DeductionSums:
    sums = dict.fromkeys(DeductionSums.__struct_fields__, Decimal("0.00"))
    for line in lines:
        sums[line.item] += line.amount
    return DeductionSums(**sums)


def _solidarity(figures: Payroll, tax_class: int, steps: TaxSteps, parts: int) -> Deduction:
    year = solidarity_surcharge(figures, tax_class, steps.tax_for_surcharges)
    amount, base = cent_down(year.amount / parts), cent_down(year.base / parts)
    return _tax(figures, "solidarity_surcharge", amount, year.rate, base)


def _church(figures: Payroll, state: str | None, base: Decimal) -> Deduction:
    if state is None:
        raise ChurchNeedsLand
    rate = figures("church-tax-rate", state)
    rounded = cent_down if state == BAVARIA else to_cent
    return _tax(figures, "church_tax", rounded(base * rate / 100), rate, base)


_TAXES = {
    "wage_tax": ("EStG § 32a, § 39b", "tax-tariff-limits"),
    "solidarity_surcharge": ("SolzG 1995 § 3, § 4", "solidarity-limit"),
    "church_tax": ("EStG § 51a", "church-tax-rate"),
}


def _tax(figures: Payroll, item: str, amount: Decimal, rate: Decimal | None, base: Decimal) -> Deduction:
    law, table = _TAXES[item]
    return Deduction(
        item=item,  # type: ignore[arg-type]
        rate=rate,
        base=base,
        ceiling=None,
        amount=amount.quantize(CENT),
        law=law,
        since=figures.since[table],
        confidence=figures.tables[table].confidence,
        source=figures.tables[table].source,
    )


def trainee_slip(figures: Payroll, gross: Decimal, who: Taxpayer | None = None) -> Payslip:
    """What is left to a trainee of `gross` euros a month; of nobody in particular someone of class I without children.

    Up to a limit the employer pays all contributions, above it they are the ordinary ones however little the pay is: SGB IV § 20 (2)
    and (3). ChurchNeedsLand as `payslip`.
    """
    return payslip(figures, gross, "month", structs.replace(who or Taxpayer(tax_class=1, children=0), trainee=True))


class NetEstimate(Struct, frozen=True, kw_only=True):
    """Net pay for a range of gross pay."""

    month: NetMonth
    slip: Payslip
    """The payslip of the middle."""


def net_estimate(figures: Payroll, gross_year: PayRange, per: PayPeriod, who: Taxpayer) -> NetEstimate:
    """Net pay along a range of gross pay a year; the payslip of the middle is for `per`."""
    middle = month_of(gross_year.p50) if per == "month" else Decimal(gross_year.p50)
    return NetEstimate(month=net_range(figures, gross_year, who), slip=payslip(figures, middle, per, who))


def net_range(figures: Payroll, gross_year: PayRange, who: Taxpayer) -> NetMonth:
    """Net pay a month at each point of a range of gross pay a year: the payslip of a twelfth of it."""
    points = structs.asdict(gross_year)
    return NetMonth(**{name: payslip(figures, month_of(amount), "month", who).net for name, amount in points.items()})


def month_of(gross_year: float | Decimal) -> Decimal:
    """A twelfth of a year's gross pay, in euros with cents."""
    return to_cent(Decimal(gross_year) / MONTHS)


def net_year(figures: Payroll, gross_year: PayRange, who: Taxpayer) -> PayRange:
    """Twelve months' net pay at each point of a range of gross pay a year, in whole euros: for what reckons with a range."""
    months = structs.asdict(net_range(figures, gross_year, who))
    return PayRange(**{name: int((amount * MONTHS).quantize(EURO)) for name, amount in months.items()})


def known_well_enough(who: Taxpayer) -> bool:
    """Whether net pay says more of this person than gross pay: tax class, children and church were told, with its Land."""
    told = None not in (who.tax_class, who.children, who.church)
    return told and (not who.church or who.state is not None)


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


def by_tax_class(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer) -> NetVariation:
    """One pay in each of the six tax classes; everything else as it was told."""
    own = who.tax_class or 1
    slips = {
        tax_class: payslip(figures, gross, per, structs.replace(who, tax_class=tax_class)) for tax_class in TAX_CLASSES
    }
    points = (_point(str(tax_class), slip, chosen=tax_class == own) for tax_class, slip in slips.items())
    return _variation("tax-class", slips[own], points)


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
    slips = {amount: payslip(figures, amount, per, who) for amount in sorted({*steps, gross})}
    points = (
        _point(
            f"{amount.normalize():f}",
            slip,
            chosen=amount == gross,
            kept=_kept(figures, slip, amount, MORE * parts, who),
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


def _kept(figures: Payroll, slip: Payslip, gross: Decimal, more: Decimal, who: Taxpayer) -> Decimal:
    """The share of `more` euros above `gross` that arrives; below zero where net pay falls, as above a Minijob."""
    return round((payslip(figures, gross + more, slip.per, who).net - slip.net) / more, 4)
