"""What a payslip takes for granted: the answers that were not told, and what the rules leave out and may matter here."""

from __future__ import annotations

from jobcli.domain.net import Assumption, Taxpayer, TaxSteps
from jobcli.net_pay.contributions import ContributionBases
from jobcli.net_pay.insurance import RELIEF_AGE, children_of, is_childless, relief_year
from jobcli.net_pay.payroll import Payroll

_WITHOUT_CHILDREN = (5, 6)
_LOWEST_BASE = 175
"""Euros a month, SGB VI § 163 (8). Below it more is due, which is not computed: the payslip says so."""


def assumptions(figures: Payroll, who: Taxpayer, bases: ContributionBases, steps: TaxSteps) -> tuple[Assumption, ...]:
    """Each by its id, in the order of the options; only what matters for this payslip."""
    private = who.private_health is not None
    minijob = bases.branch == "minijob"
    childless = is_childless(figures, who) and not private and not minijob
    surcharged = bool(who.church) or steps.tax_for_surcharges > figures("solidarity-limit", "limit")
    compulsory = figures("health-compulsory-limit", "year")
    average = figures("health-surcharge-average", "whole")
    surcharge = {
        "rate": figures("care-rates", "childless"),
        "age": int(figures("care-ages", "childless-from")),
        "told": who.age is not None,
    }
    candidates = (
        (who.tax_class is None, Assumption("tax-class", {"tax_class": 1})),
        (who.children is None, Assumption("children", {"children": children_of(who)})),
        (childless, Assumption("childless", surcharge)),
        (
            who.child_allowances is None and surcharged and who.tax_class not in _WITHOUT_CHILDREN,
            Assumption("child-allowances"),
        ),
        (who.church is None, Assumption("church")),
        (
            not private and not minijob and who.health_surcharge is None,
            Assumption("health-surcharge", {"rate": average}),
        ),
        (private and who.private_subsidy is None, Assumption("private-subsidy")),
        (private and not minijob and steps.gross <= compulsory, Assumption("private-limit", {"most": compulsory})),
        (who.state is None and not private and not minijob, Assumption("state")),
        (minijob and who.pension_exempt is None, Assumption("minijob-pension")),
        (minijob and not who.pension_exempt and bases.own < _LOWEST_BASE * bases.months, Assumption("minijob-base")),
        (bool(who.pension_exempt) and not minijob, Assumption("exempt-elsewhere")),
        (minijob, Assumption("minijob-tax")),
        (bases.branch == "midijob", Assumption("midijob")),
        *_of_age(figures, who.age, minijob=minijob),
    )
    return tuple(assumption for holds, assumption in candidates if holds)


def _of_age(figures: Payroll, age: int | None, *, minijob: bool) -> list[tuple[bool, Assumption]]:
    """What a higher age changes, and what an age without a birthday leaves open."""
    if age is None:
        return []
    none, some = (int(figures("unemployment-ages", name)) for name in ("none-from", "some-from"))
    year = relief_year(figures.day, age)
    found = [(age == RELIEF_AGE, Assumption("old-age-next", {"age": RELIEF_AGE}))]
    if year is not None:
        rate, most = (figures(f"tax-old-age-{table}", str(year)) for table in ("rates", "limits"))
        found.append((True, Assumption("old-age", {"rate": rate, "most": most, "year": year})))
    return [
        *found,
        (some <= age < none and not minijob, Assumption("unemployment-maybe", {"age": some})),
        (age >= none and not minijob, Assumption("no-unemployment", {"age": none})),
        (age >= none, Assumption("no-pension-drawn")),
    ]
