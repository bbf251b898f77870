"""The employee's contributions to social insurance: SGB III § 341, IV § 20, V § 249, VI § 168, XI §§ 55 and 58; BVV.

    ordinary   half the rate x pay up to the ceiling; care at the employee's rate
    Midijob    the same on the employee's base of SGB IV § 20 (2a); the surcharge for the childless on the total base
    Minijob    the whole of pension insurance less the employer's part, unless exempt
    trainee    ordinary, however little it is; up to a limit the employer pays all (SGB IV § 20 (2) and (3))

Each contribution is rounded once, commercially, to the cent; health is the sum of the general part and the surcharge of the
fund, each rounded (BVV §§ 1 and 2). For a year all limits count twelve times.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, structs

from jobcli.domain.net import Branch, Deduction, DeductionItem
from jobcli.net_pay.insured import Insured
from jobcli.net_pay.payroll import CENT, Payroll, to_cent

INSURANCES = ("pension", "unemployment", "health", "care")
"""Those that have a ceiling."""

Parts = list[tuple[Decimal, Decimal]]
"""What a contribution is the sum of: base and percent, each rounded."""


class ContributionBases(Struct, frozen=True, kw_only=True):
    """What contributions are taken of, in euros of the period."""

    branch: Branch
    own: Decimal
    """The base of the employee's part."""
    total: Decimal
    """The base of the whole contribution."""
    months: int
    """How many months the period has."""
    ceilings: Mapping[str, Decimal]
    """Up to where each insurance counts pay."""


def bases_of(figures: Payroll, gross: Decimal, months: int, *, trainee: bool) -> ContributionBases:
    """The bases of `gross` euros for a period of so many months."""
    lower, upper = (figures("small-job-limits", name) * months for name in ("minijob", "midijob"))
    ceilings = ceilings_of(figures, months)
    own = total = gross
    branch: Branch = "ordinary"
    if trainee:
        branch = "low-trainee" if gross <= figures("trainee-limit", "month") * months else branch
    elif gross <= lower:
        branch = "minijob"
    elif gross <= upper:
        factor, width, above = figures("midijob-factor", "f"), upper - lower, gross - lower
        branch, own = "midijob", upper * above / width
        total = factor * lower + (upper - lower * factor) * above / width
    return ContributionBases(branch=branch, own=own, total=total, months=months, ceilings=ceilings)


def ceilings_of(figures: Payroll, months: int) -> dict[str, Decimal]:
    """The ceilings of a period of so many months."""
    return {name: figures("contribution-ceilings", name) * months for name in INSURANCES}


def contributions(figures: Payroll, insured: Insured, bases: ContributionBases) -> list[Deduction]:
    """The lines of social insurance, in euros of the period."""
    if bases.branch == "low-trainee":
        return _private(insured, bases.months)
    if bases.branch == "minijob":
        return [_of_minijob(figures, insured, bases), *_private(insured, bases.months)]
    own = {name: min(bases.own, most) for name, most in bases.ceilings.items()}
    half = {name: figures(f"{name}-rate", "whole") / 2 for name in ("pension", "unemployment")}
    reduced = ", SGB IV § 20 (2a)" if bases.branch == "midijob" else ""
    lines = []
    if insured.pension:
        pension = [(own["pension"], half["pension"])]
        lines.append(_line(figures, bases, "pension", pension, f"SGB VI § 168 (1) 1{reduced}", "pension-rate"))
    if insured.unemployment:
        unemployment = [(own["unemployment"], half["unemployment"])]
        law = f"SGB III § 341, § 346 (1){reduced}"
        lines.append(_line(figures, bases, "unemployment", unemployment, law, "unemployment-rate"))
    if insured.private is not None:
        return [*lines, *_private(insured, bases.months)]
    if not insured.health:
        return lines
    rates = "§ 243" if insured.health_rate == "reduced" else "§ 241"
    health = [
        (own["health"], figures("health-rate", insured.health_rate) / 2),
        (own["health"], insured.health_surcharge / 2),
    ]
    law = f"SGB V {rates}, § 242, § 249{reduced}"
    return [
        *lines,
        _line(figures, bases, "health", health, law, "health-rate"),
        *_care(figures, insured, bases, own["care"]),
    ]


def _of_minijob(figures: Payroll, insured: Insured, bases: ContributionBases) -> Deduction:
    """The pension of a Minijob: the whole contribution, of a lowest base at least, less the employer's part of the pay.

    SGB VI § 163 (8), § 168 (1) 1b; BVV § 2 (1) sentence 5.
    """
    # Who earns nothing has no job that a contribution could be due for.
    least = max(bases.own, figures("minijob-base", "month") * bases.months) if bases.own else bases.own
    whole, employer = figures("pension-rate", "whole"), figures("minijob-employer", "pension")
    parts = [(least, whole), (bases.own, -employer)] if insured.pension else [(bases.own, Decimal())]
    law = "SGB VI § 168 (1) 1b" if least == bases.own else "SGB VI § 163 (8), § 168 (1) 1b"
    line = _line(figures, bases, "pension", parts, law, "pension-rate")
    return structs.replace(line, ceiling=None, rate=line.rate if least == bases.own or not insured.pension else None)


def _care(figures: Payroll, insured: Insured, bases: ContributionBases, own: Decimal) -> list[Deduction]:
    """Care insurance. In a Midijob the surcharge and the reductions are rounded apart (BVV § 2 (2) sentences 3, 6 and 7)."""
    midijob = bases.branch == "midijob"
    law = "SGB XI § 55, § 58, SGB IV § 20 (2a)" if midijob else "SGB XI § 55, § 58"
    if not midijob:
        return [_line(figures, bases, "care", [(own, insured.care_of_employee)], law, "care-rates")]
    parts = [(own, insured.care), *([(own, -insured.reduction)] if insured.reduction else [])]
    lines = [_line(figures, bases, "care", parts, law, "care-rates")]
    if insured.childless:
        apart = _line(figures, bases, "care", [(bases.total, insured.childless)], "BVV § 2 (2)", "care-rates")
        lines.append(structs.replace(apart, part="childless", ceiling=None))
    return lines


def _line(
    figures: Payroll, bases: ContributionBases, item: DeductionItem, parts: Parts, law: str, table: str
) -> Deduction:
    """A contribution of several parts, each rounded to the cent."""
    return Deduction(
        item=item,
        rate=sum((rate for _, rate in parts), Decimal()),
        base=to_cent(parts[0][0]),
        ceiling=bases.ceilings[item].quantize(CENT),
        amount=sum_of(parts),
        law=law,
        since=figures.since[table],
        confidence=figures.tables[table].confidence,
        source=figures.tables[table].source,
    )


def sum_of(parts: Parts) -> Decimal:
    """What parts of a contribution come to, each rounded to the cent."""
    return sum((to_cent(base * rate / 100) for base, rate in parts), Decimal()).quantize(CENT)


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
