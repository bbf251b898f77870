"""The provision (Vorsorgepauschale) that wage tax takes off for social insurance: EStG § 39b (2) sentence 5 no. 3.

    both years  pension + health + care, each at the employee's rate up to its ceiling, rounded up to whole euros
    2025        at least pension + 12 % of gross, the 12 % up to a limit
    2026        or, if that is more, pension + what health, care and unemployment insurance come to within a limit

Which of the two rules is in force is told by the figures of the year, not by the code.
"""

from __future__ import annotations

from decimal import Decimal

from jobcli.net_pay.insurance import Insured
from jobcli.net_pay.payroll import MONTHS, Payroll, cent_down, euro_up

_SPLITTING_CLASS, _SECOND_JOB_CLASS = 3, 6


def provision(figures: Payroll, insured: Insured, gross: Decimal) -> Decimal:
    """The provision of a year in whole euros, for `gross` euros a year."""
    # Who is exempt from pension insurance has no part for it: letter a of the number.
    rate = figures("pension-rate", "whole") / 2 if insured.pension else Decimal()
    pension = _share(figures, gross, "pension", rate)
    health_care = _health_and_care(figures, insured, gross)
    usual = euro_up(pension + health_care)
    if figures.has("tax-provision-limits", "floor"):
        key = "floor-class-3" if insured.tax_class == _SPLITTING_CLASS else "floor"
        share = cent_down(gross * figures("tax-provision-rates", "floor") / 100)
        return max(usual, euro_up(pension + min(share, figures("tax-provision-limits", key))))
    counts = insured.unemployment and insured.tax_class != _SECOND_JOB_CLASS
    if not counts or not figures.has("tax-provision-limits", "with-unemployment"):
        return usual
    unemployment = _share(figures, gross, "unemployment", figures("unemployment-rate", "whole") / 2)
    within = min(health_care + unemployment, figures("tax-provision-limits", "with-unemployment"))
    return max(usual, euro_up(pension + within))


def _health_and_care(figures: Payroll, insured: Insured, gross: Decimal) -> Decimal:
    """Health and care insurance in euros a year: the contributions at the reduced rate, or the private premium."""
    if insured.private is None:
        rate = _health_rate(figures, insured.health_surcharge) + insured.care + insured.childless
        return _share(figures, gross, "health", rate)
    if insured.tax_class == _SECOND_JOB_CLASS:
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


def _health_rate(figures: Payroll, surcharge: Decimal) -> Decimal:
    """Half of the reduced general rate and half of the surcharge, in percent."""
    return figures("tax-provision-rates", "health") + surcharge / 2


def _share(figures: Payroll, gross: Decimal, ceiling: str, rate: Decimal) -> Decimal:
    """`rate` percent of a year's gross up to the ceiling. The law rounds the sum only; the flow charts drop fractions of a cent."""
    return cent_down(min(gross, _ceiling(figures, ceiling)) * rate / 100)


def _ceiling(figures: Payroll, name: str) -> Decimal:
    return figures("contribution-ceilings", name) * MONTHS
