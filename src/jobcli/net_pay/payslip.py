"""Gross to net: the payslip of one period on a pay day, and net pay along a range of gross pay.

    net = gross - wage tax - solidarity surcharge - church tax - contributions

A month's taxes are a twelfth of the year's, fractions of a cent dropped (EStG § 39b (2) sentence 9). Church tax drops them
in Bavaria, whose law says so. Elsewhere it is rounded commercially: the laws do not say it, and published payslips differ.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, Struct, structs

from jobcli.domain.net import (
    NOTHING_BESIDE,
    Beside,
    Deduction,
    DeductionSums,
    OneOff,
    PayPeriod,
    Payslip,
    Taxpayer,
    TaxSteps,
)
from jobcli.domain.pay import NetMonth, PayRange
from jobcli.net_pay.assumed import Computed, assumptions
from jobcli.net_pay.contributions import contributions
from jobcli.net_pay.insured import Insured, insurance_of
from jobcli.net_pay.one_off import Attributed, Bases, Covered, bases_with, contributions_once, taxes_once
from jobcli.net_pay.payroll import CENT, EURO, MONTHS, Payroll, cent_down, to_cent
from jobcli.net_pay.tax import solidarity_surcharge, wage_tax

BAVARIA = "BY"
"""Whose law alone says how church tax is rounded: fractions of a cent are dropped (AVKirchStG § 9 (2))."""


class ChurchNeedsLand(ValueError):
    """Church tax is asked for without the Land whose rate it takes."""


def payslip(
    figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer, beside: Beside = NOTHING_BESIDE
) -> Payslip:
    """What is left of `gross` euros a month or a year, and of what is paid beside it.

    ChurchNeedsLand where church tax lacks its Land.
    """
    return worked(figures, gross, per, who, beside).slip


class Worked(Struct, frozen=True, kw_only=True):
    """A payslip with what its contributions were computed from: the usual pay, and what comes once where something does."""

    slip: Payslip
    covered: list[Covered]


def worked(figures: Payroll, gross: Decimal, per: PayPeriod, who: Taxpayer, beside: Beside = NOTHING_BESIDE) -> Worked:
    """A payslip, for who also asks what its contributions were computed from; see `payslip`."""
    months, parts = (1, MONTHS) if per == "month" else (MONTHS, 1)
    usual, once, children = gross + beside.benefit, beside.once, who.child_allowances or Decimal()
    bases = bases_with(figures, usual, beside, months, trainee=bool(who.trainee))
    cover = insurance_of(figures, who, bases.usual.branch)
    steps = wage_tax(figures, cover, usual * parts, children)
    church_base = cent_down(steps.tax_for_surcharges / parts)
    lines = [
        _tax(figures, "wage_tax", cent_down(steps.tax / parts), None, cent_down(steps.taxable / parts)),
        _solidarity(figures, cover.tax_class, steps, parts),
        *([_church(figures, who.state, church_base)] if who.church else []),
        *contributions(figures, cover, bases.usual),
    ]
    covered = [Covered(figures=figures, insured=cover, bases=bases.usual)]
    extra: list[Deduction] = []
    attributed: Attributed = "this-year"
    if once:
        more = contributions_once(figures, cover, bases, who)
        extra, attributed = (
            [*_taxes_of_once(figures, cover, who, bases, usual * parts + beside.earlier), *more.lines],
            more.attributed,
        )
        covered.append(more.covered)
    every = [*lines, *extra]
    off = sum((line.amount for line in every), Decimal())
    computed = Computed(
        figures=figures,
        who=who,
        insured=cover,
        bases=bases.usual,
        steps=steps,
        lines=every,
        attributed=attributed,
        once=once,
    )
    slip = Payslip(
        per=per,
        pay_date=figures.day,
        tax_class=cover.tax_class,
        branch=bases.usual.branch,
        gross=(gross + once).quantize(CENT),
        net=(gross + once - off).quantize(CENT),
        sums=_sums(every),
        church_base=church_base,
        steps=steps,
        deductions=tuple(every),
        assumptions=assumptions(computed),
        one_off=_one_off(once, extra, attributed) if once else UNSET,
    )
    return Worked(slip=slip, covered=covered)


def _taxes_of_once(figures: Payroll, cover: Insured, who: Taxpayer, bases: Bases, year: Decimal) -> list[Deduction]:
    """The taxes of what comes once beside the rest of a year's pay."""
    once = bases.amount
    taxes = taxes_once(figures, cover, year, once, who.child_allowances or Decimal())
    rate = figures("solidarity-rates", "rate") if taxes.solidarity else None
    surcharge = cent_down(taxes.wage_tax * rate / 100) if rate else Decimal()
    lines = [
        _tax(figures, "wage_tax", taxes.wage_tax, None, once),
        _tax(figures, "solidarity_surcharge", surcharge, rate, taxes.wage_tax),
        *([_church(figures, who.state, taxes.wage_tax)] if who.church else []),
    ]
    return [structs.replace(line, part="one_off") for line in lines]


def _one_off(once: Decimal, lines: list[Deduction], attributed: Attributed) -> OneOff:
    off = sum((line.amount for line in lines), Decimal())
    return OneOff(
        amount=once.quantize(CENT), net=(once - off).quantize(CENT), deductions=_sums(lines), attributed=attributed
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
    year: Payslip | None = None
    """The year of the middle with what comes once in it; None where nothing does."""


def net_estimate(
    figures: Payroll, gross_year: PayRange, per: PayPeriod, who: Taxpayer, once: Decimal = NOTHING_BESIDE.once
) -> NetEstimate:
    """Net pay along a range of gross pay a year; the payslip of the middle is for `per`. `once` is paid beside that year."""
    whole = Decimal(gross_year.p50)
    middle = month_of(gross_year.p50) if per == "month" else whole
    return NetEstimate(
        month=net_range(figures, gross_year, who),
        slip=payslip(figures, middle, per, who),
        year=payslip(figures, whole, "year", who, Beside(once=once)) if once else None,
    )


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
