"""Pay that comes once, such as a 13th salary: what contributions are taken of it, and its taxes.

    wage tax        the tax of the year with it less that without it, by the yearly table (EStG § 39b (3))
    solidarity      5.5 percent of that tax, where the tax of the year with it exceeds the limit (SolzG § 3 (4a), § 4)
    church tax      of that tax
    contributions   up to what the ceilings of the year so far leave (SGB IV § 23a (3)); from January to March what exceeds that
                    belongs to last December, and to its rates and ceilings (§ 23a (4))

The year so far is taken to have had the same pay in every month, with the same employer. What came once earlier in the year counts as
pay of the year in all of this (EStG § 39b (3) sentence 3), and has used up its part of the ceilings.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jobcli.domain.net import Beside, Deduction, Taxpayer
from jobcli.net_pay.contributions import ContributionBases, bases_of, ceilings_of, contributions
from jobcli.net_pay.insured import Insured, insurance_of
from jobcli.net_pay.payroll import MONTHS, Payroll, euro_down
from jobcli.net_pay.tax import over_solidarity_limit, wage_tax

_LAST_MONTH_OF_THE_CLAUSE = 3

Attributed = Literal["this-year", "last-year", "unknown"]
"""The year whose ceilings hold; unknown: last December's would, and its figures are not here."""


class Bases(Struct, frozen=True, kw_only=True):
    """The bases of a period's usual pay and of what comes once beside it."""

    usual: ContributionBases
    once: ContributionBases
    amount: Decimal
    """All that comes once now."""
    earlier: Decimal = Decimal()
    """What came once earlier in the year."""


def bases_with(figures: Payroll, usual: Decimal, beside: Beside, months: int, *, trainee: bool) -> Bases:
    """The bases of usual pay and of what comes once beside it; that still without the ceilings of the year so far.

    A twelfth of what comes every year decides with the pay of a month whether it is a Minijob or a Midijob (SGB IV § 8, § 20). In
    the month in which both together exceed 2,000 euros, the contributions of a Midijob are the ordinary ones.
    """
    once, earlier = beside.once, beside.earlier
    alone = bases_of(figures, usual, months, trainee=trainee)
    if not once:
        return Bases(usual=alone, once=structs.replace(alone, own=once, total=once), amount=once)
    if trainee:
        # SGB IV § 20 (3) sentence 2: what exceeds the limit is shared.
        limit = figures("trainee-limit", "month") * months
        shared = usual + once - limit if alone.branch == "low-trainee" else once
        more = max(Decimal(), shared)
        more_once = structs.replace(alone, branch="ordinary", own=more, total=more)
        return Bases(usual=alone, once=more_once, amount=once, earlier=earlier)
    branch = bases_of(figures, usual + (once + earlier) * months / MONTHS, months, trainee=False).branch
    together = bases_of(figures, usual + once, months, trainee=False)
    if branch == "midijob" and together.branch == "midijob":
        share = usual / (usual + once)
        first = structs.replace(together, own=together.own * share, total=together.total * share)
        rest = structs.replace(together, own=together.own - first.own, total=together.total - first.total)
        return Bases(usual=first, once=rest, amount=once, earlier=earlier)
    branch = "minijob" if branch == "minijob" else "ordinary"
    plain = structs.replace(alone, branch=branch, own=usual, total=usual)
    return Bases(usual=plain, once=structs.replace(plain, own=once, total=once), amount=once, earlier=earlier)


class Covered(Struct, frozen=True, kw_only=True):
    """Pay with what decides on its contributions."""

    figures: Payroll
    insured: Insured
    bases: ContributionBases


class OnceContributions(Struct, frozen=True, kw_only=True):
    """The contributions of what comes once."""

    lines: list[Deduction]
    attributed: Attributed
    covered: Covered


def contributions_once(figures: Payroll, insured: Insured, bases: Bases, who: Taxpayer) -> OnceContributions:
    """The lines of social insurance of what comes once."""
    once, months = bases.once, bases.usual.months
    so_far = int(figures.day[5:7]) if months == 1 else 1
    room = _room(bases.usual, so_far, bases.earlier)
    attributed: Attributed = "this-year"
    covered = Covered(figures=figures, insured=insured, bases=structs.replace(once, ceilings=room))
    if _belongs_to_last_year(figures, insured, bases, room):
        before = figures.before()
        attributed = "unknown" if before is None else "last-year"
        if before is not None:
            # Last December ends a year of twelve months.
            then = structs.replace(bases.usual, ceilings=ceilings_of(before, 1))
            own = structs.replace(once, ceilings=_room(then, MONTHS))
            covered = Covered(figures=before, insured=insurance_of(before, who, bases.usual.branch), bases=own)
    return OnceContributions(lines=_lines(covered), attributed=attributed, covered=covered)


def _room(usual: ContributionBases, months: int, earlier: Decimal = Decimal()) -> dict[str, Decimal]:
    """What the ceilings of so many months leave beside the usual pay of each, and beside what came once `earlier`.

    That was paid a month before at the latest, so more of it than the ceilings left until then bore no contributions.
    """
    left = {name: most - min(usual.own, most) for name, most in usual.ceilings.items()}
    before = months - 1 if usual.months == 1 else months
    return {name: rest * months - min(earlier, rest * before) for name, rest in left.items()}


def _belongs_to_last_year(figures: Payroll, insured: Insured, bases: Bases, room: dict[str, Decimal]) -> bool:
    """Whether it is paid before April and exceeds the ceiling so far: of health, or of pension for who is not compulsorily in health."""
    early = bases.usual.months == 1 and int(figures.day[5:7]) <= _LAST_MONTH_OF_THE_CLAUSE
    if not early or bases.usual.branch in ("minijob", "low-trainee"):
        return False
    year = bases.usual.own * MONTHS + bases.earlier + bases.once.own
    compulsory = insured.health and year <= figures("health-compulsory-limit", "year")
    return bases.once.own > room["health" if compulsory else "pension"]


def _lines(covered: Covered) -> list[Deduction]:
    """The contributions up to the room; a private premium is no contribution of pay."""
    lines = contributions(covered.figures, covered.insured, covered.bases)
    parts: dict[str | None, Literal["one_off", "one_off_childless"]] = {
        None: "one_off",
        "childless": "one_off_childless",
    }
    return [structs.replace(line, part=parts[line.part]) for line in lines if line.item != "private_health"]


class OnceTaxes(Struct, frozen=True, kw_only=True):
    """The taxes of what comes once, in whole euros; church tax is a share of it."""

    wage_tax: Decimal
    solidarity: bool
    """Whether the surcharge is due on it."""


def taxes_once(
    figures: Payroll, insured: Insured, year: Decimal, once: Decimal, child_allowances: Decimal
) -> OnceTaxes:
    """The taxes of `once` euros beside the pay of a year, in which what came once earlier is part."""
    # The factor of class IV is applied to the difference, and fractions of a euro are dropped of the result.
    plain = structs.replace(insured, factor=None)
    without, with_it = (wage_tax(figures, plain, gross, child_allowances) for gross in (year, year + once))
    factor = insured.factor or Decimal(1)
    found = euro_down(max(Decimal(), with_it.tax - without.tax) * factor)
    surcharged = euro_down(with_it.tax_for_surcharges * factor)
    return OnceTaxes(wage_tax=found, solidarity=over_solidarity_limit(figures, insured.tax_class, surcharged))
