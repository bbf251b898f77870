"""What a payslip takes for granted: the answers that were not told, and what the rules leave out and may matter here."""

from __future__ import annotations

from jobcli.domain.net import Assumption, Taxpayer, TaxSteps
from jobcli.estimating.net_contributions import Bases
from jobcli.estimating.net_figures import Payroll
from jobcli.estimating.net_insured import children_of, is_childless

RELIEF_AGE = 64
"""From the year after this birthday EStG § 24a takes less tax; its figures are not in the drawer, so the payslip says so."""

_WITHOUT_CHILDREN = (5, 6)


def assumptions(figures: Payroll, who: Taxpayer, bases: Bases, steps: TaxSteps) -> tuple[Assumption, ...]:
    """Each by its id, in the order of the options; only what matters for this payslip."""
    private = who.private_health is not None
    minijob = bases.branch == "minijob"
    childless = is_childless(figures, who) and not private and not minijob
    surcharged = bool(who.church) or steps.tax_for_surcharges > figures("solidarity-limit", "limit")
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
        (who.state is None and not private and not minijob, Assumption("state")),
        (minijob and who.pension_exempt is None, Assumption("minijob-pension")),
        (minijob, Assumption("minijob-tax")),
        (bases.branch == "midijob", Assumption("midijob")),
        (who.age is not None and who.age >= RELIEF_AGE, Assumption("old-age", {"age": RELIEF_AGE})),
    )
    return tuple(assumption for holds, assumption in candidates if holds)
