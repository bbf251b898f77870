"""Gross to net: the payslip of one period on a pay day, and net pay along a range.

    net = gross - wage tax - solidarity surcharge - church tax - contributions

A month's taxes are a twelfth of the year's, fractions of a cent dropped (EStG § 39b (2) sentence 9). Church tax is rounded
commercially: the laws of the Länder do not say it in one voice, and the one published payslip that was found rounds so.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from jobcli.domain.net import Deduction, PayPeriod, Payslip, Taxpayer, TaxSteps
from jobcli.domain.pay import PayRange
from jobcli.net_pay.assumptions import assumptions
from jobcli.net_pay.contributions import bases_of, contributions
from jobcli.net_pay.insurance import insured
from jobcli.net_pay.payroll import CENT, EURO, MONTHS, Payroll, cent_down, to_cent
from jobcli.net_pay.tax import solidarity_surcharge, wage_tax


class ChurchNeedsLand(ValueError):
    """Church tax is asked for without the Land whose rate it takes."""


def payslip(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer) -> Payslip:
    """What is left of `gross` euros a month or a year. ChurchNeedsLand where church tax lacks its Land."""
    months = 1 if per == "month" else MONTHS
    parts = MONTHS if per == "month" else 1
    bases = bases_of(figures, gross, months)
    cover = insured(figures, who, bases.branch)
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
        deductions=tuple(lines),
        steps=steps,
        church_base=church_base,
        assumptions=assumptions(figures, who, bases, steps),
    )


def _solidarity(figures: Payroll, tax_class: int, steps: TaxSteps, parts: int) -> Deduction:
    year = solidarity_surcharge(figures, tax_class, steps.tax_for_surcharges)
    amount, base = cent_down(year.amount / parts), cent_down(year.base / parts)
    return _tax(figures, "solidarity_surcharge", amount, year.rate, base)


def _church(figures: Payroll, state: str | None, base: Decimal) -> Deduction:
    if state is None:
        raise ChurchNeedsLand
    rate = figures("church-tax-rate", state)
    return _tax(figures, "church_tax", to_cent(base * rate / 100), rate, base)


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


class NetEstimate(Struct, frozen=True, kw_only=True):
    """Net pay for a range of gross pay: a month's at each of its points in euros, and the payslip of the middle."""

    month: dict[str, Decimal]
    slip: Payslip


def net_estimate(figures: Payroll, gross_year: PayRange, per: PayPeriod, who: Taxpayer) -> NetEstimate:
    """Net pay along a range of gross pay a year; the payslip of the middle is for `per`."""
    middle = month_of(gross_year.p50) if per == "month" else Decimal(gross_year.p50)
    return NetEstimate(month=net_range(figures, gross_year, who), slip=payslip(figures, middle, per, who))


def net_range(figures: Payroll, gross_year: PayRange, who: Taxpayer) -> dict[str, Decimal]:
    """Net pay a month in euros at each point of a range of gross pay a year: the payslip of a twelfth of it."""
    points = structs.asdict(gross_year)
    return {name: payslip(figures, month_of(amount), "month", who).net for name, amount in points.items()}


def month_of(gross_year: float | Decimal) -> Decimal:
    """A twelfth of a year's gross pay, in euros with cents."""
    return to_cent(Decimal(gross_year) / MONTHS)


def net_year(figures: Payroll, gross_year: PayRange, who: Taxpayer) -> PayRange:
    """Twelve months' net pay at each point of a range of gross pay a year, in whole euros: for what reckons with a range."""
    months = net_range(figures, gross_year, who)
    return PayRange(**{name: int((amount * MONTHS).quantize(EURO)) for name, amount in months.items()})


def known_well_enough(who: Taxpayer) -> bool:
    """Whether net pay says more of this person than gross pay: tax class, children and church were told, with its Land."""
    told = None not in (who.tax_class, who.children, who.church)
    return told and (not who.church or who.state is not None)
