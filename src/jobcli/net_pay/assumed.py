"""What a payslip takes for granted: the answers that were not told, and what the rules leave open and may matter here."""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.domain.net import Assumption, Taxpayer, TaxSteps
from jobcli.net_pay.ages import RELIEF_AGE, childless_age, past_pension_age, relief_year
from jobcli.net_pay.contributions import ContributionBases, contributions
from jobcli.net_pay.insured import SECOND_JOB_CLASS, WITHOUT_CHILDREN, Insured, children_of, is_childless
from jobcli.net_pay.payroll import MONTHS, Payroll

_LOWEST_BASE = 175
"""Euros a month, SGB VI § 163 (8). Below it more is due, which is not computed: the payslip says so."""


class Computed(Struct, frozen=True, kw_only=True):
    """What a payslip was computed from and has come to."""

    figures: Payroll
    who: Taxpayer
    insured: Insured
    bases: ContributionBases
    steps: TaxSteps


def assumptions(slip: Computed) -> tuple[Assumption, ...]:
    """Each by its id, in the order of the options; only what matters for this payslip."""
    candidates = (*_of_taxes(slip), *_of_insurance(slip), *_of_age(slip))
    return (*(assumption for holds, assumption in candidates if holds), *_readings(slip))


Candidates = list[tuple[bool, Assumption]]
"""What may be assumed, and whether it is."""


def _readings(slip: Computed) -> list[Assumption]:
    """Where the answers leave two readings open that come to different amounts: what comes off, and what by the other one."""
    insured, found = slip.insured, []
    if _pays_health(slip) and insured.childless and childless_age(slip.figures, slip.who) == "maybe":
        without = structs.replace(insured, childless=Decimal())
        found.append(_read_apart("childless-maybe", slip, without, age=slip.who.age or 0))
    return [one for one in found if one.amount != one.other]


def _read_apart(id: str, slip: Computed, other: Insured, age: int | UnsetType = UNSET) -> Assumption:  # noqa: A002
    """Care insurance as it is computed, and as it would be for someone who is insured in another way."""
    amounts = (
        sum(
            (line.amount for line in contributions(slip.figures, insured, slip.bases) if line.item == "care"), Decimal()
        )
        for insured in (slip.insured, other)
    )
    mine, others = amounts
    return Assumption(id=id, age=age, amount=mine, other=others)


def _of_taxes(slip: Computed) -> Candidates:
    figures, who = slip.figures, slip.who
    surcharged = bool(who.church) or slip.steps.tax_for_surcharges > figures("solidarity-limit", "limit")
    surcharge = Assumption(
        id="childless",
        rate=figures("care-rates", "childless"),
        age=int(figures("care-ages", "childless-from")),
        told=who.age is not None or who.born is not None,
    )
    counted = _pays_health(slip) and is_childless(figures, who)
    return [
        (who.tax_class is None, Assumption(id="tax-class", tax_class=1)),
        (who.children is None, Assumption(id="children", children=children_of(who))),
        (counted, surcharge),
        (
            who.child_allowances is None and surcharged and who.tax_class not in WITHOUT_CHILDREN,
            Assumption(id="child-allowances"),
        ),
        (who.church is None, Assumption(id="church")),
    ]


def _pays_health(slip: Computed) -> bool:
    """Whether health and care insurance come off this pay by their rates."""
    return slip.insured.private is None and slip.bases.branch != "minijob"


def _of_insurance(slip: Computed) -> Candidates:
    figures, who, bases = slip.figures, slip.who, slip.bases
    private, minijob, health = slip.insured.private is not None, bases.branch == "minijob", _pays_health(slip)
    average, compulsory = figures("health-surcharge-average", "whole"), figures("health-compulsory-limit", "year")
    lowest = minijob and slip.insured.pension and bases.own < _LOWEST_BASE * bases.months
    return [
        (health and who.health_surcharge is None, Assumption(id="health-surcharge", rate=average)),
        (private and who.private_subsidy is None, Assumption(id="private-subsidy")),
        (private and not minijob and slip.steps.gross <= compulsory, Assumption(id="private-limit", most=compulsory)),
        (who.state is None and health, Assumption(id="state")),
        (minijob and slip.insured.pension and who.pension_exempt is None, Assumption(id="minijob-pension")),
        (lowest, Assumption(id="minijob-base")),
        (bool(who.pension_exempt) and not minijob and slip.insured.pension, Assumption(id="exempt-elsewhere")),
        (minijob, Assumption(id="minijob-tax")),
        (bases.branch == "midijob", Assumption(id="midijob")),
    ]


def _of_age(slip: Computed) -> Candidates:
    """What a higher age changes, and what an age without a birthday leaves open."""
    figures, who, minijob = slip.figures, slip.who, slip.bases.branch == "minijob"
    past, year = past_pension_age(figures, who), relief_year(figures.day, who)
    found: Candidates = [(who.age == RELIEF_AGE and who.born is None, Assumption(id="old-age-next", age=RELIEF_AGE))]
    if year is not None:
        rate, most = (figures(f"tax-old-age-{table}", str(year)) for table in ("rates", "limits"))
        found.append((True, Assumption(id="old-age", rate=rate, most=most, year=year, told=who.born is not None)))
    free = slip.insured.free_month * MONTHS
    return [
        *found,
        (past == "maybe" and not minijob, Assumption(id="unemployment-maybe", age=who.age or 0)),
        (past == "yes" and not minijob, Assumption(id="no-unemployment")),
        (free > 0, Assumption(id="active-pension", most=free)),
        (
            past == "yes" and slip.insured.tax_class == SECOND_JOB_CLASS and figures("active-pension", "month") > 0,
            Assumption(id="active-pension-elsewhere"),
        ),
        (past == "yes" and who.pension_drawn is None, Assumption(id="no-pension-drawn")),
        (
            bool(who.pension_drawn) and past == "yes" and who.age is None and who.born is None,
            Assumption(id="pension-age"),
        ),
        (bool(who.pension_drawn) and past != "yes", Assumption(id="pension-early")),
    ]
