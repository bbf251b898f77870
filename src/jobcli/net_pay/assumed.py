"""What a payslip takes for granted: the answers that were not told, and what the rules leave open and may matter here."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from jobcli.domain.net import Assumption, Deduction, Taxpayer, TaxSteps
from jobcli.net_pay.ages import RELIEF_AGE, childless_age, past_pension_age, relief_year
from jobcli.net_pay.contributions import ContributionBases, contributions, sum_of
from jobcli.net_pay.insured import (
    SECOND_JOB_CLASS,
    SINGLE_PARENT_CLASS,
    WITHOUT_CHILDREN,
    Insured,
    children_of,
    is_childless,
)
from jobcli.net_pay.payroll import MONTHS, Payroll, cent_down


class Computed(Struct, frozen=True, kw_only=True):
    """What a payslip was computed from and has come to."""

    figures: Payroll
    who: Taxpayer
    insured: Insured
    bases: ContributionBases
    steps: TaxSteps
    lines: list[Deduction]
    once: Decimal
    """What comes once beside the usual pay."""
    attributed: str
    """The year whose ceilings hold for that."""


def assumptions(slip: Computed) -> tuple[Assumption, ...]:
    """Each by its id, in the order of the options; only what matters for this payslip."""
    candidates = (*_of_taxes(slip), *_of_insurance(slip), *_of_once(slip), *_of_age(slip))
    return (*(assumption for holds, assumption in candidates if holds), *_readings(slip))


Candidates = list[tuple[bool, Assumption]]
"""What may be assumed, and whether it is."""


def _readings(slip: Computed) -> list[Assumption]:
    """Where the answers leave two readings open that come to different amounts: what comes off, and what by the other one."""
    insured, found = slip.insured, []
    care = sum(
        (line.amount for line in slip.lines if line.item == "care" and not (line.part or "").startswith("one")),
        Decimal(),
    )
    if _pays_health(slip) and insured.childless and childless_age(slip.figures, slip.who) == "maybe":
        without = contributions(slip.figures, structs.replace(insured, childless=Decimal()), slip.bases)
        other = sum((line.amount for line in without if line.item == "care"), Decimal())
        found.append(Assumption(id="childless-maybe", age=slip.who.age or 0, amount=care, other=other))
    if _pays_health(slip) and insured.saxony and slip.bases.branch == "midijob":
        # SGB XI § 58 (3): the employee bears one point alone. BVV § 2 (2) names the base of the half and not that of this point.
        alone = insured.care - slip.figures("care-rates", "employer-saxony")
        other = care - sum_of([(slip.bases.own, insured.care)])
        other += sum_of([(slip.bases.own, insured.care - alone), (slip.bases.total, alone)])
        found.append(Assumption(id="saxony-midijob", rate=alone, amount=care, other=other))
    for line in slip.lines:
        if line.item == "church_tax" and line.base is not None and line.rate is not None:
            dropped = cent_down(line.base * line.rate / 100)
            found.append(Assumption(id="church-rounding", amount=line.amount, other=dropped))
    return [one for one in found if one.amount != one.other]


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
        (bool(figures.pending), Assumption(id="forecast", year=int(figures.day[:4]))),
        (who.tax_class is None, Assumption(id="tax-class", tax_class=1)),
        (who.children is None, Assumption(id="children", children=children_of(who))),
        (counted, surcharge),
        (
            who.child_allowances is None and surcharged and who.tax_class not in WITHOUT_CHILDREN,
            Assumption(id="child-allowances"),
        ),
        (who.church is None, Assumption(id="church")),
        (
            who.tax_class == SINGLE_PARENT_CLASS and children_of(who) > 1 and who.tax_allowance is None,
            Assumption(id="single-parent-more"),
        ),
    ]


def _pays_health(slip: Computed) -> bool:
    """Whether health and care insurance come off this pay by their rates."""
    return slip.insured.health and slip.bases.branch in ("midijob", "ordinary")


def _of_insurance(slip: Computed) -> Candidates:
    figures, who, bases = slip.figures, slip.who, slip.bases
    private, minijob, health = slip.insured.private is not None, bases.branch == "minijob", _pays_health(slip)
    average, compulsory = figures("health-surcharge-average", "whole"), figures("health-compulsory-limit", "year")
    lowest = minijob and slip.insured.pension and 0 < bases.own < figures("minijob-base", "month") * bases.months
    return [
        (health and who.health_surcharge is None, Assumption(id="health-surcharge", rate=average)),
        (private and who.private_subsidy is None, Assumption(id="private-subsidy")),
        (private and not minijob and slip.steps.gross <= compulsory, Assumption(id="private-limit", most=compulsory)),
        (who.state is None and health, Assumption(id="state")),
        (minijob and slip.insured.pension and who.pension_exempt is None, Assumption(id="minijob-pension")),
        (lowest, Assumption(id="minijob-base", least=figures("minijob-base", "month"))),
        (bool(who.pension_exempt) and not minijob and slip.insured.pension, Assumption(id="exempt-elsewhere")),
        (minijob, Assumption(id="minijob-tax")),
        (bases.branch == "midijob", Assumption(id="midijob")),
        (bases.branch == "low-trainee", Assumption(id="low-trainee", least=figures("trainee-limit", "month"))),
        (bool(who.student), Assumption(id="student")),
        (who.pension_insurance is False and health, Assumption(id="no-pension-insurance")),
    ]


def _of_once(slip: Computed) -> Candidates:
    once = slip.once > 0
    return [
        (once and slip.bases.months == 1, Assumption(id="one-off-year")),
        (once and slip.bases.branch in ("minijob", "midijob"), Assumption(id="one-off-every-year")),
        (slip.attributed == "last-year", Assumption(id="one-off-last-year", year=int(slip.figures.day[:4]) - 1)),
        (slip.attributed == "unknown", Assumption(id="one-off-unknown", year=int(slip.figures.day[:4]) - 1)),
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
