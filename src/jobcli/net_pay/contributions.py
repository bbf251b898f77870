"""How someone is insured, and the employee's contributions to social insurance: SGB III § 341, IV § 20, V § 249, VI § 168, XI §§ 55 and 58; BVV.

    ordinary   half the rate x pay up to the ceiling; care at the employee's rate
    Midijob    the same on the employee's base of SGB IV § 20 (2a); the surcharge for the childless on the total base
    Minijob    pension only, unless exempt

Each contribution is rounded once, commercially, to the cent; health is the sum of the general part and the surcharge of the
fund, each rounded (BVV §§ 1 and 2). For a year all limits count twelve times.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from jobcli.domain.net import Branch, Deduction, DeductionItem, Taxpayer
from jobcli.net_pay.payroll import CENT, Payroll, to_cent

SAXONY = "SN"
RELIEF_AGE, FIRST_RELIEF_YEAR = 64, 2005
"""EStG § 24a: the relief begins in the year after this birthday; its table begins with this year."""
_SINGLE_PARENT_CLASS = 2


class Insured(Struct, frozen=True, kw_only=True):
    """The insurance of one employee. Rates are the employee's, in percent; premiums are euros a month."""

    tax_class: int
    health_surcharge: Decimal
    """The whole surcharge of the fund."""
    care: Decimal
    """The rate without the surcharge for the childless, less the reductions for children."""
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
    relief_year: int | None
    """The year whose row of EStG § 24a holds for them; None where they are too young for it."""


def insurance_of(figures: Payroll, who: Taxpayer, branch: Branch) -> Insured:
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
    half = {name: figures(f"{name}-rate", "whole") / 2 for name in ("pension", "unemployment", "health")}
    lines = [
        _line(
            figures,
            "pension",
            [(own["pension"], half["pension"])],
            ceiling["pension"],
            f"SGB VI § 168 (1) 1{reduced}",
            "pension-rate",
        ),
    ]
    if insured.unemployment:
        parts = [(own["unemployment"], half["unemployment"])]
        law = f"SGB III § 341, § 346 (1){reduced}"
        lines.append(_line(figures, "unemployment", parts, ceiling["unemployment"], law, "unemployment-rate"))
    if insured.private is not None:
        return [*lines, *_private(insured, months)]
    surcharge = (own["health"], insured.health_surcharge / 2)
    health = [(own["health"], half["health"]), surcharge]
    law = f"SGB XI § 55, § 58{reduced}"
    apart = bases.branch == "midijob" and insured.childless
    rate = insured.care if apart else insured.care + insured.childless
    care = [_line(figures, "care", [(own["care"], rate)], ceiling["care"], law, "care-rates")]
    if apart:
        line = _line(figures, "care", [(bases.total, insured.childless)], None, "BVV § 2 (2)", "care-rates")
        care.append(structs.replace(line, part="childless"))
    return [
        *lines,
        _line(figures, "health", health, ceiling["health"], f"SGB V § 241, § 242, § 249{reduced}", "health-rate"),
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
