"""The employee's contributions to social insurance: SGB III § 341, IV § 20, V § 249, VI § 168, XI §§ 55 and 58; BVV.

    ordinary   half the rate x pay up to the ceiling; care at the employee's rate
    Midijob    the same on the employee's base of SGB IV § 20 (2a); the surcharge for the childless on the total base
    Minijob    pension only, unless exempt

Each contribution is rounded once, commercially, to the cent; health is the sum of the general part and the surcharge of the
fund, each rounded (BVV §§ 1 and 2). For a year all limits count twelve times.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from jobcli.domain.net import Branch, Deduction, DeductionItem
from jobcli.net_pay.insured import Insured
from jobcli.net_pay.payroll import CENT, Payroll, to_cent


class ContributionBases(Struct, frozen=True, kw_only=True):
    """What contributions are taken of, in euros of the period."""

    branch: Branch
    own: Decimal
    """The base of the employee's part."""
    total: Decimal
    """The base of the whole contribution."""
    months: int
    """How many months the period has."""


def bases_of(figures: Payroll, gross: Decimal, months: int) -> ContributionBases:
    """The bases of `gross` euros for a period of so many months."""
    lower, upper = (figures("small-job-limits", name) * months for name in ("minijob", "midijob"))
    if gross <= lower:
        return ContributionBases(branch="minijob", own=gross, total=gross, months=months)
    if gross > upper:
        return ContributionBases(branch="ordinary", own=gross, total=gross, months=months)
    factor, width, above = figures("midijob-factor", "f"), upper - lower, gross - lower
    return ContributionBases(
        branch="midijob",
        own=upper * above / width,
        total=factor * lower + (upper - lower * factor) * above / width,
        months=months,
    )


def contributions(figures: Payroll, insured: Insured, bases: ContributionBases) -> list[Deduction]:
    """The lines of social insurance, in euros of the period."""
    months = bases.months
    if bases.branch == "minijob":
        rate = figures("minijob-pension", "employee") if insured.pension else Decimal()
        parts = [(bases.own, rate)]
        minijob = _line(figures, "pension", parts, None, "SGB VI § 168 (1) 1b", "minijob-pension")
        return [minijob, *_private(insured, months)]
    ceiling = {
        name: figures("contribution-ceilings", name) * months for name in ("pension", "unemployment", "health", "care")
    }
    reduced = ", SGB IV § 20 (2a)" if bases.branch == "midijob" else ""
    own = {name: min(bases.own, most) for name, most in ceiling.items()}
    half = {name: figures(f"{name}-rate", "whole") / 2 for name in ("pension", "unemployment")}
    half["health"] = figures("health-rate", insured.health_rate) / 2
    lines = []
    if insured.pension:
        parts, law = [(own["pension"], half["pension"])], f"SGB VI § 168 (1) 1{reduced}"
        lines.append(_line(figures, "pension", parts, ceiling["pension"], law, "pension-rate"))
    if insured.unemployment:
        parts = [(own["unemployment"], half["unemployment"])]
        law = f"SGB III § 341, § 346 (1){reduced}"
        lines.append(_line(figures, "unemployment", parts, ceiling["unemployment"], law, "unemployment-rate"))
    if insured.private is not None:
        return [*lines, *_private(insured, months)]
    surcharge = (own["health"], insured.health_surcharge / 2)
    health = [(own["health"], half["health"]), surcharge]
    law = f"SGB XI § 55, § 58{reduced}"
    rates = "§ 243" if insured.health_rate == "reduced" else "§ 241"
    apart = bases.branch == "midijob" and insured.childless
    rate = insured.care - insured.reduction if apart else insured.care_of_employee
    care = [_line(figures, "care", [(own["care"], rate)], ceiling["care"], law, "care-rates")]
    if apart:
        line = _line(figures, "care", [(bases.total, insured.childless)], None, "BVV § 2 (2)", "care-rates")
        care.append(structs.replace(line, part="childless"))
    return [
        *lines,
        _line(figures, "health", health, ceiling["health"], f"SGB V {rates}, § 242, § 249{reduced}", "health-rate"),
        *care,
    ]


def _line(
    figures: Payroll,
    item: DeductionItem,
    parts: list[tuple[Decimal, Decimal]],
    ceiling: Decimal | None,
    law: str,
    table: str,
) -> Deduction:
    """A contribution of several parts (base, percent), each rounded to the cent."""
    return Deduction(
        item=item,
        rate=sum((rate for _, rate in parts), Decimal()),
        base=to_cent(parts[0][0]),
        ceiling=None if ceiling is None else ceiling.quantize(CENT),
        amount=sum((to_cent(base * rate / 100) for base, rate in parts), Decimal()).quantize(CENT),
        law=law,
        since=figures.since[table],
        confidence=figures.tables[table].confidence,
        source=figures.tables[table].source,
    )


def _private(insured: Insured, months: int) -> list[Deduction]:
    """The premium of private insurance, less what the employer pays of it."""
    if insured.private is None:
        return []
    amount = to_cent((insured.private - insured.subsidy) * months)
    return [
        Deduction(
            item="private_health",
            rate=None,
            base=None,
            ceiling=None,
            amount=amount,
            law="SGB V § 257",
            since=None,
            confidence=None,
            source=None,
        )
    ]
