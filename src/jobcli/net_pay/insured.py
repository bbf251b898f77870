"""How someone is insured and taxed: what their answers mean for the rates, the branches and the tax of their pay.

The laws: SGB XI § 55 (3) and § 58 for the surcharge for the childless and the reductions for children, SGB III § 28 (1) no. 1
for who is past the regular pension age, SGB VI § 5 (4) and SGB V § 50 (1), § 243 for who draws a full pension, EStG § 3 no. 21
for pay that is free of tax, SGB V § 6 (1) no. 3, XI § 20 (1) and III § 27 (4) for students, who pay into pension insurance only.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from jobcli.domain.net import FACTOR_CLASS, Branch, Taxpayer
from jobcli.net_pay.ages import childless_age, past_pension_age, relief_year
from jobcli.net_pay.payroll import Payroll

SAXONY = "SN"
SINGLE_PARENT_CLASS, SPLITTING_CLASS, SECOND_JOB_CLASS = 2, 3, 6
WITHOUT_CHILDREN = (5, 6)
"""The tax classes without allowances for children."""


class Insured(Struct, frozen=True, kw_only=True):
    """The insurance and the tax of one employee. Rates are the employee's, in percent; premiums are euros a month."""

    tax_class: int
    health_surcharge: Decimal
    """The whole surcharge of the fund."""
    care: Decimal
    """The rate without the surcharge for the childless, before the reductions for children."""
    reduction: Decimal
    """Those reductions."""
    childless: Decimal
    """That surcharge; zero where it is not due."""
    saxony: bool
    """Whether the pay falls under the rates of Saxony."""
    private: Decimal | None
    """The premium of private health and care insurance; None for statutory insurance."""
    subsidy: Decimal
    """What the employer pays of that premium."""
    pension: bool
    """Whether they pay into pension insurance."""
    unemployment: bool
    """Whether they pay into unemployment insurance."""
    health: bool
    """Whether statutory health and care insurance come off this pay."""
    health_rate: str
    """Which rate of health insurance holds for them: `whole` or `reduced`."""
    relief_year: int | None
    """The year whose row of EStG § 24a holds for them; None where they are too young for it."""
    free_month: Decimal
    """What of a month's pay is free of tax."""
    allowance_month: Decimal
    """The allowance on the tax card."""
    factor: Decimal | None
    """The factor of class IV on the tax card."""

    @property
    def care_of_employee(self) -> Decimal:
        """All of the employee's rate of care insurance."""
        return self.care - self.reduction + self.childless


def insurance_of(figures: Payroll, who: Taxpayer, branch: Branch) -> Insured:
    """The rates of a person, with the average where they did not tell."""
    surcharge = who.health_surcharge
    saxony = who.state == SAXONY
    past = past_pension_age(figures, who) == "yes"
    return Insured(
        tax_class=who.tax_class or 1,
        health_surcharge=figures("health-surcharge-average", "whole") if surcharge is None else surcharge,
        care=care_rate(figures, saxony=saxony),
        reduction=care_reduction(figures, children_of(who)),
        childless=figures("care-rates", "childless") if is_childless(figures, who) else Decimal(),
        saxony=saxony,
        private=who.private_health,
        subsidy=who.private_subsidy or Decimal(),
        pension=_pays_pension(who, branch, past=past),
        unemployment=not past and not who.student and who.pension_insurance is not False,
        health=not who.student and who.private_health is None,
        health_rate="reduced" if who.pension_drawn else "whole",
        relief_year=relief_year(figures.day, who),
        free_month=active_pension(figures, who, branch),
        allowance_month=who.tax_allowance or Decimal(),
        factor=who.factor if who.tax_class == FACTOR_CLASS else None,
    )


def _pays_pension(who: Taxpayer, branch: Branch, *, past: bool) -> bool:
    """Whether an own share is due: not of a Minijob that was exempted (SGB VI § 6 (1b)), nor past the age beside a full pension.

    Who wishes to goes on paying beside it (§ 5 (4) sentence 2).
    """
    if who.pension_insurance is False:
        return False
    if who.pension_drawn and past:
        return who.pension_exempt is False
    return not (who.pension_exempt and branch == "minijob")


def active_pension(figures: Payroll, who: Taxpayer, branch: Branch) -> Decimal:
    """What of a month's pay is free of tax after the regular pension age (EStG § 3 no. 21), in euros.

    It is for pay on which an employer owes the usual share of pension insurance: no Minijob. In class VI another employer is
    taken to use it: that one asks for a confirmation.
    """
    owed = branch != "minijob" and (who.tax_class or 1) != SECOND_JOB_CLASS and who.pension_insurance is not False
    if not owed or past_pension_age(figures, who) != "yes":
        return Decimal()
    return figures("active-pension", "month")


def children_of(who: Taxpayer) -> int:
    """The children under 25. Not told: one in class II or with a Kinderfreibetrag, which there is for a child only."""
    if who.children is not None:
        return who.children
    return 1 if who.tax_class == SINGLE_PARENT_CLASS or who.child_allowances else 0


def is_childless(figures: Payroll, who: Taxpayer) -> bool:
    """Whether the surcharge of SGB XI § 55 (3) is due: no child of any age, and old enough."""
    return not who.parent and children_of(who) == 0 and childless_age(figures, who) != "no"


def care_rate(figures: Payroll, *, saxony: bool) -> Decimal:
    """The employee's rate of care insurance in percent (SGB XI §§ 55, 58), before the surcharge and the reductions."""
    rates = figures.values["care-rates"]
    return rates["whole"] - rates["employer-saxony" if saxony else "employer"]


def care_reduction(figures: Payroll, children: int) -> Decimal:
    """What children under 25 take off the rate of care insurance, in percent: the second to the fifth (SGB XI § 55 (3))."""
    first, last = (int(figures("care-children", name)) for name in ("after", "last"))
    return figures("care-rates", "per-child") * max(0, min(children, last) - first)
