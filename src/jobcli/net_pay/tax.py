"""Wage tax of a year, the solidarity surcharge and the base of church tax: EStG §§ 32a, 39b, 51a and SolzG 1995.

    taxable = gross - allowances of the class - provision (Vorsorgepauschale)
    tax     = the tariff of § 32a, doubled on half the income in class III; in V and VI twice the difference between the tax
              on 1.25 and on 0.75 of the income, inside the limits that § 39b (2) sentence 7 sets

The provision (Vorsorgepauschale) that wage tax takes off for social insurance: EStG § 39b (2) sentence 5 no. 3.

    both years  pension + health + care, each at the employee's rate up to its ceiling, rounded up to whole euros
    2025        at least pension + 12 % of gross, the 12 % up to a limit
    2026        or, if that is more, pension + what health, care and unemployment insurance come to within a limit

Which of the two rules is in force is told by the figures of the year, not by the code.
The order of steps and every rounding follow the official flow charts (Programmablaufplan 2025 and 2026).
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from itertools import count

from msgspec import UNSET, Struct, structs

from jobcli.domain.net import FACTOR_CLASS, TaxAllowances, TaxSteps
from jobcli.net_pay.insured import (
    SECOND_JOB_CLASS,
    SINGLE_PARENT_CLASS,
    SPLITTING_CLASS,
    WITHOUT_CHILDREN,
    Insured,
)
from jobcli.net_pay.payroll import CENT, MONTHS, Payroll, cent_down, euro_down, euro_up

_TEN_THOUSAND = Decimal(10_000)
_Y_PLACES = Decimal("0.000001")
"""The flow charts carry a ten-thousandth of the income to six places. Of whole euros the law needs four; until 2025 incomes of
classes V and VI have cents."""
_UPPER, _LOWER = Decimal("1.25"), Decimal("0.75")


def wage_tax(figures: Payroll, insured: Insured, gross: Decimal, child_allowances: Decimal) -> TaxSteps:
    """Wage tax of a year on `gross` euros a year, and the tax that surcharges are taken of.

    What is free of tax (EStG § 3 no. 21) is no pay to the rules that follow: they see what is left.
    """
    free = min(gross, insured.free_month * MONTHS)
    left = gross - free
    reliefs = allowances(figures, insured, left)
    provided = provision(figures, insured, left)
    taxable = left - sum(reliefs.amounts.values()) - provided
    if free:
        reliefs = structs.replace(reliefs, active_pension=free.quantize(CENT))
    tax = _of_class(figures, insured, taxable)
    children = _child_allowance(figures, insured.tax_class, child_allowances)
    surcharged = _of_class(figures, insured, taxable - children) if children else tax
    return TaxSteps(
        gross=gross.quantize(CENT),
        allowances=reliefs,
        provision=provided.quantize(CENT),
        taxable=max(Decimal(), taxable).quantize(CENT),
        factor=UNSET if insured.factor is None else insured.factor,
        tax=tax.quantize(CENT),
        tax_for_surcharges=surcharged.quantize(CENT),
    )


def _of_class(figures: Payroll, insured: Insured, taxable: Decimal) -> Decimal:
    """The tax of someone's class, multiplied with the factor of class IV where there is one (§ 39f): whole euros, down."""
    tax = tax_in_class(figures, insured.tax_class, taxable)
    return tax if insured.factor is None else euro_down(tax * insured.factor)


def allowances(figures: Payroll, insured: Insured, gross: Decimal) -> TaxAllowances:
    """What comes off before tax, in euros a year: § 24a, the tax card (§ 39a), lump sums (§§ 9a, 10c), in class II § 24b."""
    aged = _old_age_relief(figures, insured.relief_year, gross)
    card = min(insured.allowance_month * MONTHS, gross - aged)
    first = TaxAllowances(
        old_age=aged.quantize(CENT) if aged else UNSET,
        card=card.quantize(CENT) if card else UNSET,
    )
    if insured.tax_class == SECOND_JOB_CLASS:
        return first
    sums = figures.values["tax-allowances"]
    return structs.replace(
        first,
        # The lump sum for employees is no larger than what is left of the pay.
        employee=min(euro_up(gross - aged - card), sums["employee"]).quantize(CENT),
        special_expenses=sums["special-expenses"].quantize(CENT),
        single_parent=sums["single-parent"].quantize(CENT) if insured.tax_class == SINGLE_PARENT_CLASS else UNSET,
    )


def _old_age_relief(figures: Payroll, year: int | None, gross: Decimal) -> Decimal:
    """The Altersentlastungsbetrag in whole euros a year: a share of pay to a limit (§ 24a), rounded up by the flow charts."""
    if year is None:
        return Decimal()
    share = euro_up(gross * figures("tax-old-age-rates", str(year)) / 100)
    return min(share, figures("tax-old-age-limits", str(year)))


def _child_allowance(figures: Payroll, tax_class: int, counters: Decimal) -> Decimal:
    """The allowance for children in euros a year, which surcharges see and wage tax does not (§ 51a (2a))."""
    if tax_class in WITHOUT_CHILDREN:
        return Decimal()
    whole = figures("tax-allowances", "child") * counters
    return whole / 2 if tax_class == FACTOR_CLASS else whole


def provision(figures: Payroll, insured: Insured, gross: Decimal) -> Decimal:
    """The provision of a year in whole euros, for `gross` euros a year."""
    # Who is exempt from pension insurance has no part for it: letter a of the number.
    rate = figures("pension-rate", "whole") / 2 if insured.pension else Decimal()
    pension = _share(figures, gross, "pension", rate)
    health_care = _health_and_care(figures, insured, gross)
    usual = euro_up(pension + health_care)
    if figures.has("tax-provision-limits", "floor"):
        key = "floor-class-3" if insured.tax_class == SPLITTING_CLASS else "floor"
        share = cent_down(gross * figures("tax-provision-rates", "floor") / 100)
        return max(usual, euro_up(pension + min(share, figures("tax-provision-limits", key))))
    counts = insured.unemployment and insured.tax_class != SECOND_JOB_CLASS
    if not counts or not figures.has("tax-provision-limits", "with-unemployment"):
        return usual
    unemployment = _share(figures, gross, "unemployment", figures("unemployment-rate", "whole") / 2)
    within = min(health_care + unemployment, figures("tax-provision-limits", "with-unemployment"))
    return max(usual, euro_up(pension + within))


def _health_and_care(figures: Payroll, insured: Insured, gross: Decimal) -> Decimal:
    """Health and care insurance in euros a year: the contributions at the reduced rate, or the private premium.

    Nothing where none comes off this pay, as for students.
    """
    if insured.private is None:
        return _of_fund(figures, insured, gross) if insured.health else Decimal()
    if insured.tax_class == SECOND_JOB_CLASS:
        return Decimal()
    premium = insured.private * MONTHS
    if not insured.subsidy:
        return premium
    if not figures.has("tax-provision-limits", "floor"):
        return max(Decimal(), premium - insured.subsidy * MONTHS)
    # Until 2025 not the real subsidy counted, but what an employer would pay into statutory insurance.
    care = figures("care-rates", "employer-saxony" if insured.saxony else "employer")
    usual = _health_rate(figures, figures("health-surcharge-average", "whole")) + care
    # The flow chart drops parts of a cent of the difference, not of what is taken off.
    return max(Decimal(), cent_down(premium - min(gross, _ceiling(figures, "health")) * usual / 100))


def _of_fund(figures: Payroll, insured: Insured, gross: Decimal) -> Decimal:
    """Health and care insurance of a fund in euros a year: one share as long as both have one ceiling."""
    health, care = _health_rate(figures, insured.health_surcharge), insured.care_of_employee
    if _ceiling(figures, "health") == _ceiling(figures, "care"):
        return _share(figures, gross, "health", health + care)
    return _share(figures, gross, "health", health) + _share(figures, gross, "care", care)


def _health_rate(figures: Payroll, surcharge: Decimal) -> Decimal:
    """Half of the reduced general rate and half of the surcharge, in percent."""
    return figures("tax-provision-rates", "health") + surcharge / 2


def _share(figures: Payroll, gross: Decimal, ceiling: str, rate: Decimal) -> Decimal:
    """`rate` percent of a year's gross up to the ceiling. The law rounds the sum only; the flow charts drop fractions of a cent."""
    return cent_down(min(gross, _ceiling(figures, ceiling)) * rate / 100)


def _ceiling(figures: Payroll, name: str) -> Decimal:
    return figures("contribution-ceilings", name) * MONTHS


def tax_in_class(figures: Payroll, tax_class: int, taxable: Decimal) -> Decimal:
    """The tax of a class on taxable income, both in euros a year; whole euros."""
    if taxable < 1:
        return Decimal()
    if tax_class == SPLITTING_CLASS:
        return tariff(figures, euro_down(taxable / 2)) * 2
    if tax_class in WITHOUT_CHILDREN:
        return _classes_5_and_6(figures, euro_down(taxable))
    return tariff(figures, euro_down(taxable))


def tariff(figures: Payroll, income: Decimal) -> Decimal:
    """Income tax by § 32a (1), whole euros rounded down.

    How many zones there are, and which of them are straight lines, the figures of the year say.
    """
    limits, terms = figures.values["tax-tariff-limits"], figures.values["tax-tariff-terms"]
    # Where incomes have cents, a zone ends before the next whole euro.
    before = limits["basic"]
    if income < before + 1:
        return Decimal()
    for zone in count(2):
        end = limits.get(f"zone-{zone}")
        if end is None or income < end + 1:
            break
        before = end
    square = terms.get(f"zone-{zone}-square")
    if square is None:
        rate, less = figures("tax-tariff-rates", f"zone-{zone}"), terms[f"zone-{zone}-less"]
        return euro_down(income * rate / 100 - less)
    part = ((income - before) / _TEN_THOUSAND).quantize(_Y_PLACES, ROUND_DOWN)
    linear, constant = terms[f"zone-{zone}-linear"], terms.get(f"zone-{zone}-constant", Decimal())
    return euro_down((part * square + linear) * part + constant)


def _classes_5_and_6(figures: Payroll, income: Decimal) -> Decimal:
    """The tax of classes V and VI by § 39b (2) sentence 7, on taxable income in whole euros.

    Above the second limit the rate of the fourth zone holds, above the third that of the fifth, and so on; each step is cut to
    whole euros.
    """
    limits = figures.values["tax-classes-5-6"]
    rates = [figures("tax-tariff-rates", f"zone-{zone}") / 100 for zone in range(4, len(limits) + 3)]
    borders = [limits[name] for name in ("second", "third", "fourth") if name in limits]
    if income > borders[0]:
        tax = _twice_the_difference(figures, borders[0])
        for rate, low, high in zip(rates, borders, [*borders[1:], income], strict=True):
            tax = euro_down(tax + max(Decimal(), min(income, high) - low) * rate)
        return tax
    tax = _twice_the_difference(figures, income)
    if income > limits["first"]:
        at_most = euro_down(_twice_the_difference(figures, limits["first"]) + (income - limits["first"]) * rates[0])
        return min(tax, at_most)
    return tax


def _twice_the_difference(figures: Payroll, income: Decimal) -> Decimal:
    """Twice the difference between the tax on 1.25 and on 0.75 of the income, but not less than the lowest rate of all.

    Both are taxable incomes of § 32a (1) sentence 1, which are whole euros: the flow chart cuts them so since 2026, and to
    cents before.
    """
    step = figures("tax-classes-5-6-steps", "step")
    higher, lower = (tariff(figures, income * share // step * step) for share in (_UPPER, _LOWER))
    # The rate at which the tariff begins, 14 %: § 39b names the same one.
    lowest = figures("tax-tariff-terms", "zone-2-linear") / _TEN_THOUSAND
    return max(euro_down(income * lowest), (higher - lower) * 2)


class Surcharge(Struct, frozen=True, kw_only=True):
    """The solidarity surcharge of a year in euros."""

    rate: Decimal | None
    """Percent of `base`; None where the tax stays below the limit."""
    base: Decimal
    """The tax, or what of it exceeds the limit."""
    amount: Decimal


def solidarity_surcharge(figures: Payroll, tax_class: int, tax: Decimal) -> Surcharge:
    """The surcharge on a year's tax after allowances for children: SolzG 1995 §§ 3 and 4.

    Above the limit it is eased in: not more than a higher rate of what exceeds the limit. Fractions of a cent are dropped (§ 4
    sentence 3).
    """
    free = _free_of_solidarity(figures, tax_class)
    if tax <= free:
        return Surcharge(rate=None, base=tax, amount=Decimal())
    ways = ((figures("solidarity-rates", "rate"), tax), (figures("solidarity-rates", "zone"), tax - free))
    found = (Surcharge(rate=rate, base=base, amount=cent_down(base * rate / 100)) for rate, base in ways)
    return min(found, key=lambda one: one.amount)


def over_solidarity_limit(figures: Payroll, tax_class: int, tax: Decimal) -> bool:
    """Whether a year's tax exceeds what is free of the surcharge (SolzG 1995 § 3 (3) to (4a))."""
    return tax > _free_of_solidarity(figures, tax_class)


def _free_of_solidarity(figures: Payroll, tax_class: int) -> Decimal:
    return figures("solidarity-limit", "limit") * (2 if tax_class == SPLITTING_CLASS else 1)
