"""Wage tax of a year, the solidarity surcharge and the base of church tax: EStG §§ 32a, 39b, 51a and SolzG 1995.

    taxable = gross - allowances of the class - provision (Vorsorgepauschale)
    tax     = the tariff of § 32a, doubled on half the income in class III; in V and VI twice the difference between the tax
              on 1.25 and on 0.75 of the income, inside the limits that § 39b (2) sentence 7 sets

The order of steps and every rounding follow the official flow charts (Programmablaufplan 2025 and 2026).
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from msgspec import Struct

from jobcli.domain.net import TaxSteps
from jobcli.net_pay.insurance import Insured
from jobcli.net_pay.payroll import Payroll, cent_down, euro_down, euro_up
from jobcli.net_pay.provision import provision

_TEN_THOUSAND = Decimal(10_000)
_Y_PLACES = Decimal("0.000001")
"""The flow charts carry a ten-thousandth of the income to six places. Of whole euros the law needs four; incomes of classes V
and VI have cents."""
_UPPER, _LOWER = Decimal("1.25"), Decimal("0.75")
_SPLITTING_CLASS, _HALF_CHILD_CLASS = 3, 4
_WITHOUT_CHILDREN = (5, 6)


def wage_tax(figures: Payroll, insured: Insured, gross: Decimal, child_allowances: Decimal) -> TaxSteps:
    """Wage tax of a year on `gross` euros a year, and the tax that surcharges are taken of."""
    reliefs = allowances(figures, insured, gross)
    provided = provision(figures, insured, gross)
    taxable = gross - sum(reliefs.values()) - provided
    tax = tax_in_class(figures, insured.tax_class, taxable)
    children = _child_allowance(figures, insured.tax_class, child_allowances)
    return TaxSteps(
        gross=gross,
        allowances=reliefs,
        provision=provided,
        taxable=max(Decimal(), taxable),
        tax=tax,
        tax_for_surcharges=tax_in_class(figures, insured.tax_class, taxable - children) if children else tax,
    )


def allowances(figures: Payroll, insured: Insured, gross: Decimal) -> dict[str, Decimal]:
    """What comes off before tax, in euros a year: the relief of § 24a, lump sums (§§ 9a, 10c), in class II that of § 24b."""
    aged = _old_age_relief(figures, insured.relief_year, gross)
    own = {"old-age": aged} if aged else {}
    if insured.tax_class == 6:
        return own
    own |= {
        # The lump sum for employees is no larger than what is left of the pay.
        "employee": min(euro_up(gross - aged), figures("tax-allowances", "employee")),
        "special-expenses": figures("tax-allowances", "special-expenses"),
    }
    if insured.tax_class == 2:
        own["single-parent"] = figures("tax-allowances", "single-parent")
    return own


def _old_age_relief(figures: Payroll, year: int | None, gross: Decimal) -> Decimal:
    """The Altersentlastungsbetrag in whole euros a year: a share of pay to a limit (§ 24a), rounded up by the flow charts."""
    if year is None:
        return Decimal()
    share = euro_up(gross * figures("tax-old-age-rates", str(year)) / 100)
    return min(share, figures("tax-old-age-limits", str(year)))


def _child_allowance(figures: Payroll, tax_class: int, counters: Decimal) -> Decimal:
    """The allowance for children in euros a year, which surcharges see and wage tax does not (§ 51a (2a))."""
    if tax_class in _WITHOUT_CHILDREN:
        return Decimal()
    whole = figures("tax-allowances", "child") * counters
    return whole / 2 if tax_class == _HALF_CHILD_CLASS else whole


def tax_in_class(figures: Payroll, tax_class: int, taxable: Decimal) -> Decimal:
    """The tax of a class on taxable income, both in euros a year; whole euros."""
    if taxable < 1:
        return Decimal()
    if tax_class == _SPLITTING_CLASS:
        return tariff(figures, euro_down(taxable / 2)) * 2
    if tax_class in _WITHOUT_CHILDREN:
        return _classes_5_and_6(figures, euro_down(taxable))
    return tariff(figures, euro_down(taxable))


def tariff(figures: Payroll, income: Decimal) -> Decimal:
    """Income tax by § 32a (1), whole euros rounded down."""
    limits, terms = figures.values["tax-tariff-limits"], figures.values["tax-tariff-terms"]
    # The limits are whole euros and incomes of classes V and VI are not: a zone ends before the next whole euro.
    if income < limits["basic"] + 1:
        return Decimal()
    if income < limits["zone-2"] + 1:
        part = ((income - limits["basic"]) / _TEN_THOUSAND).quantize(_Y_PLACES, ROUND_DOWN)
        return euro_down((part * terms["zone-2-square"] + terms["zone-2-linear"]) * part)
    if income < limits["zone-3"] + 1:
        part = ((income - limits["zone-2"]) / _TEN_THOUSAND).quantize(_Y_PLACES, ROUND_DOWN)
        return euro_down((part * terms["zone-3-square"] + terms["zone-3-linear"]) * part + terms["zone-3-constant"])
    zone = "zone-4" if income < limits["zone-4"] + 1 else "zone-5"
    less = terms["zone-4-less"] if zone == "zone-4" else terms["zone-5-less"]
    return euro_down(income * figures("tax-tariff-rates", zone) / 100 - less)


def _classes_5_and_6(figures: Payroll, income: Decimal) -> Decimal:
    """The tax of classes V and VI by § 39b (2) sentence 7, on taxable income in whole euros."""
    limits = figures.values["tax-classes-5-6"]
    upper, top = (figures("tax-tariff-rates", name) / 100 for name in ("zone-4", "zone-5"))
    if income > limits["third"]:
        tax = _twice_the_difference(figures, limits["second"])
        tax = euro_down(tax + (limits["third"] - limits["second"]) * upper)
        return euro_down(tax + (income - limits["third"]) * top)
    if income > limits["second"]:
        return euro_down(_twice_the_difference(figures, limits["second"]) + (income - limits["second"]) * upper)
    tax = _twice_the_difference(figures, income)
    if income > limits["first"]:
        at_most = euro_down(_twice_the_difference(figures, limits["first"]) + (income - limits["first"]) * upper)
        return min(tax, at_most)
    return tax


def _twice_the_difference(figures: Payroll, income: Decimal) -> Decimal:
    """Twice the difference between the tax on 1.25 and on 0.75 of the income, but not less than the lowest rate of all.

    The two incomes drop fractions of a cent as in the flow charts; each tax is whole euros by § 32a.
    """
    higher, lower = (tariff(figures, cent_down(income * share)) for share in (_UPPER, _LOWER))
    # The rate at which the tariff begins, 14 %: § 39b names the same one.
    lowest = figures("tax-tariff-terms", "zone-2-linear") / _TEN_THOUSAND
    return max(euro_down(income * lowest), (higher - lower) * 2)


class Surcharge(Struct, frozen=True, kw_only=True):
    """The solidarity surcharge of a year in euros: `rate` percent of `base`; no rate where the tax stays below the limit."""

    rate: Decimal | None
    base: Decimal
    amount: Decimal


def solidarity_surcharge(figures: Payroll, tax_class: int, tax: Decimal) -> Surcharge:
    """The surcharge on a year's tax after allowances for children: SolzG 1995 §§ 3 and 4.

    Above the limit it is eased in: not more than a higher rate of what exceeds the limit. Fractions of a cent are dropped (§ 4
    sentence 3).
    """
    free = figures("solidarity-limit", "limit") * (2 if tax_class == _SPLITTING_CLASS else 1)
    if tax <= free:
        return Surcharge(rate=None, base=tax, amount=Decimal())
    ways = ((figures("solidarity-rates", "rate"), tax), (figures("solidarity-rates", "zone"), tax - free))
    found = (Surcharge(rate=rate, base=base, amount=cent_down(base * rate / 100)) for rate, base in ways)
    return min(found, key=lambda one: one.amount)
