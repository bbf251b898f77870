"""How someone is insured, as rates: what contributions and the provision inside wage tax have in common."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from jobcli.domain.net import Branch, Taxpayer
from jobcli.net_pay.payroll import Payroll

SAXONY = "SN"
RELIEF_AGE, FIRST_RELIEF_YEAR = 64, 2005
"""EStG § 24a: the relief begins in the year after this birthday; its table begins with this year."""
_SINGLE_PARENT_CLASS = 2


class Insured(Struct, frozen=True, kw_only=True):
    """The insurance of one employee. Rates are the employee's, in percent; premiums are euros a month.

    `care` is the rate without the surcharge for the childless, less the reductions for children; `childless` is that
    surcharge, or zero. `private` is the premium of private health and care insurance, None for statutory insurance.
    `pension` and `unemployment` say whether they pay into these insurances, `relief_year` is the year whose row of EStG § 24a
    holds for them, None where they are too young for it.
    """

    tax_class: int
    health_surcharge: Decimal
    care: Decimal
    childless: Decimal
    saxony: bool
    private: Decimal | None
    subsidy: Decimal
    pension: bool
    unemployment: bool
    relief_year: int | None


def insured(figures: Payroll, who: Taxpayer, branch: Branch) -> Insured:
    """The rates of a person, with the average where they did not tell."""
    surcharge = who.health_surcharge
    saxony = who.state == SAXONY
    return Insured(
        tax_class=who.tax_class or 1,
        health_surcharge=figures("health-surcharge-average", "whole") if surcharge is None else surcharge,
        care=care_rate(figures, children_of(who), saxony=saxony),
        childless=figures("care-rates", "childless") if is_childless(figures, who) else Decimal(),
        saxony=saxony,
        private=who.private_health,
        subsidy=who.private_subsidy or Decimal(),
        # Only of a Minijob one can be exempted (SGB VI § 6 (1b)).
        pension=not (who.pension_exempt and branch == "minijob"),
        unemployment=not _past_pension_age(figures, who.age),
        relief_year=relief_year(figures.day, who.age),
    )


def _past_pension_age(figures: Payroll, age: int | None) -> bool:
    """Whether the regular pension age lies behind someone, from which on there is no unemployment insurance (SGB III § 28)."""
    return age is not None and age >= figures("unemployment-ages", "none-from")


def relief_year(day: str, age: int | None) -> int | None:
    """The year after the 64th birthday, if it has begun: it decides on the relief of EStG § 24a for the rest of life.

    The age is taken as the one that is reached in the year of `day`: only a birthday could tell more. Who was 64 before 2005
    has the relief of that year.
    """
    if age is None or age <= RELIEF_AGE:
        return None
    return max(FIRST_RELIEF_YEAR, int(day[:4]) - age + RELIEF_AGE + 1)


def children_of(who: Taxpayer) -> int:
    """The children under 25. Not told: one in class II or with a Kinderfreibetrag, which there is for a child only."""
    if who.children is not None:
        return who.children
    return 1 if who.tax_class == _SINGLE_PARENT_CLASS or who.child_allowances else 0


def is_childless(figures: Payroll, who: Taxpayer) -> bool:
    """Whether the surcharge of SGB XI § 55 (3) is due: no child of any age, and old enough."""
    grown = who.age is None or who.age >= figures("care-ages", "childless-from")
    return not who.parent and children_of(who) == 0 and grown


def care_rate(figures: Payroll, children: int, *, saxony: bool) -> Decimal:
    """The employee's rate of care insurance in percent (SGB XI §§ 55, 58), without the surcharge for the childless."""
    rates = figures.values["care-rates"]
    own = rates["whole"] - rates["employer-saxony" if saxony else "employer"]
    first, last = (int(figures("care-children", name)) for name in ("after", "last"))
    return own - rates["per-child"] * max(0, min(children, last) - first)
