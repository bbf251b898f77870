"""What the employer pays on top of gross pay: SGB IV § 20, § 28d, V § 249, § 249b, VI § 168, § 172, XI § 58, III § 346.

ordinary   the other half; of care the employer's rate
Midijob    the whole contribution of the total base less the employee's half
Minijob    15 percent for pension, 13 for health
trainee    up to the limit, everything
pension    drawn beside the pay: still the halves of pension and unemployment insurance (SGB VI § 172 (1), III § 346 (3))
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.meaning import means
from jobcli.domain.net import Taxpayer
from jobcli.net_pay.contributions import Parts, sum_of
from jobcli.net_pay.one_off import Covered
from jobcli.net_pay.payroll import CENT
from jobcli.net_pay.payslip import Worked

EmployerItem = Literal["pension", "unemployment", "health", "care", "private_health"]


class EmployerLine(Struct, frozen=True, kw_only=True):
    """One contribution of the employer."""

    item: Annotated[EmployerItem, means("What it is for.")]
    amount: Annotated[Decimal, means("Euros of the period.")]


class EmployerCost(Struct, frozen=True, kw_only=True):
    """What the employer pays, without the levies for illness, maternity and insolvency and without accident insurance."""

    lines: Annotated[tuple[EmployerLine, ...], means("The contributions on top.")]
    total: Annotated[Decimal, means("Their sum.")]
    cost: Annotated[Decimal, means("Gross pay and that sum.")]


def employer_cost(work: Worked, who: Taxpayer) -> EmployerCost:
    """What a payslip costs the employer."""
    sums: dict[EmployerItem, Decimal] = {}
    for covered in work.covered:
        for item, parts in _parts(covered, who).items():
            sums[item] = sums.get(item, Decimal()) + sum_of(parts)
    insured = work.covered[0]
    if insured.insured.private is not None and insured.insured.subsidy:
        sums["private_health"] = insured.insured.subsidy * insured.bases.months
    lines = tuple(EmployerLine(item=item, amount=amount.quantize(CENT)) for item, amount in sums.items())
    total = sum((line.amount for line in lines), Decimal()).quantize(CENT)
    return EmployerCost(lines=lines, total=total, cost=work.slip.gross + total)


def _parts(covered: Covered, who: Taxpayer) -> dict[EmployerItem, Parts]:
    figures, insured, bases = covered.figures, covered.insured, covered.bases
    if bases.branch == "minijob":
        pension, health = (figures("minijob-employer", name) for name in ("pension", "health"))
        found: dict[EmployerItem, Parts] = {"pension": [(bases.own, pension)]}
        return found if insured.private is not None else {**found, "health": [(bases.own, health)]}
    pays_pension = who.pension_insurance is not False
    rates: dict[EmployerItem, list[Decimal]] = {}
    """The halves, each rounded."""
    if pays_pension:
        rates["pension"] = [figures("pension-rate", "whole") / 2]
    if pays_pension and not who.student:
        rates["unemployment"] = [figures("unemployment-rate", "whole") / 2]
    if insured.health:
        rates["health"] = [figures("health-rate", insured.health_rate) / 2, insured.health_surcharge / 2]
    found = {item: [(min(bases.own, bases.ceilings[item]), rate) for rate in some] for item, some in rates.items()}
    care = figures("care-rates", "whole") - insured.care
    if bases.branch == "low-trainee":
        return _all_of(covered, found, care)
    if bases.branch == "midijob":
        # The whole of a half is twice the half, rounded; the employee's comes off.
        found = {
            item: [part for rate in some for part in (*[(bases.total, rate)] * 2, (bases.own, -rate))]
            for item, some in rates.items()
        }
    if insured.health:
        own = min(bases.own, bases.ceilings["care"])
        whole: Parts = [(bases.total, insured.care), (bases.total, care), (bases.own, -insured.care)]
        found["care"] = whole if bases.branch == "midijob" else [(own, care)]
    return found


def _all_of(covered: Covered, halves: dict[EmployerItem, Parts], care: Decimal) -> dict[EmployerItem, Parts]:
    """Both halves, and all of care insurance with its surcharge: SGB IV § 20 (3). The surcharge of the fund is the average one."""
    bases, insured = covered.bases, covered.insured
    average = covered.figures("health-surcharge-average", "whole") / 2
    found = {item: parts * 2 for item, parts in halves.items()}
    if insured.health:
        found["health"] = [halves["health"][0], (bases.own, average)] * 2
        rates = (insured.care - insured.reduction, care, insured.childless)
        found["care"] = [(bases.own, rate) for rate in rates]
    return found
