"""What comes beside pay: the special payments and benefits of a role, with who gets them, how much, and what is tax-free.

These are a second line and never part of the first. A share and a mean are published apart and stay apart: the mean is
that of employees paid by collective agreement, so the share of all times this mean is nobody's expectation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, TypedDict

from msgspec import Struct

from jobcli.domain.evidence import Basis, Confidence, Phrase, Source, phrase
from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.meaning import means
from jobcli.domain.pay import Person
from jobcli.domain.role import Role
from jobcli.pay.estimate import FULL_TIME_HOURS, Estimate

BenefitGroup = Literal["all", "agreement", "no-agreement", "collectively-paid"]
"""Of whom a figure speaks; `collectively-paid` are the employees that official statistics count as paid by agreement."""

RuleId = Literal["pension-subsidy", "pension-limits", "savings-allowance", "job-ticket", "benefits-in-kind"]

_BONUSES = {"christmas-bonus": "christmas", "holiday-bonus": "holiday"}
_PENSION: tuple[RuleId, ...] = ("pension-subsidy", "pension-limits")
_RULES_OF: Mapping[str, tuple[RuleId, ...]] = {
    "company-pension": _PENSION,
    "direct-insurance": _PENSION,
    "capital-forming-payment": ("savings-allowance",),
    "job-ticket": ("job-ticket",),
    "travel-allowance": ("job-ticket",),
}


class BenefitLaw(Struct, frozen=True, kw_only=True):
    """Where a rule of the law stands, which figures belong to it, and what a page says of it."""

    law: str
    """The paragraph."""
    cited: str
    """The table whose source is named."""
    figures: Mapping[str, tuple[str, str | None]] = {}
    """By name, its table and its key there; without a key the table is one by date. Names that end with `percent` are
    percent, all others euros."""
    sentence: Phrase
    """With the names of the figures in braces, `{law}`, and `{year}` of the figures."""


LAWS: Mapping[RuleId, BenefitLaw] = {
    "pension-subsidy": BenefitLaw(
        law="§ 1a Abs. 1a BetrAVG",
        cited="pension-subsidy",
        figures={"percent": ("pension-subsidy", "subsidy")},
        sentence=phrase(
            "On pay that you convert the employer adds {percent}, as far as social contributions are saved ({law})."
        ),
    ),
    "pension-limits": BenefitLaw(
        law="§ 3 Nr. 63 EStG",
        cited="pension-tax-free",
        figures={"tax_free_year": ("pension-tax-free", None), "social_free_year": ("pension-social-free", None)},
        sentence=phrase(
            "Free of tax up to {tax_free_year} a year, of social contributions up to {social_free_year} ({law}, {year})."
        ),
    ),
    "savings-allowance": BenefitLaw(
        law="§ 13 5. VermBG",
        cited="savings-allowance-rate",
        figures={
            "funds_percent": ("savings-allowance-rate", "funds"),
            "funds_limit_year": ("savings-allowance-limit", "funds"),
            "building_percent": ("savings-allowance-rate", "building"),
            "building_limit_year": ("savings-allowance-limit", "building"),
            "income_single_year": ("savings-allowance-income", "single"),
            "income_joint_year": ("savings-allowance-income", "joint"),
        },
        sentence=phrase(
            "The state adds {funds_percent} on up to {funds_limit_year} a year in funds and {building_percent} on up to"
            " {building_limit_year} for building, up to a taxable income of {income_single_year}, for couples"
            " {income_joint_year} ({law})."
        ),
    ),
    "job-ticket": BenefitLaw(
        law="§ 3 Nr. 15 EStG",
        cited="benefits-in-kind",
        sentence=phrase(
            "What the employer adds to public transport is free of tax, but lowers the commuting allowance ({law})."
            " The amount is not known, nor is a rule for other ways to travel."
        ),
    ),
    "benefits-in-kind": BenefitLaw(
        law="§ 8 Abs. 2 Satz 11 EStG",
        cited="benefits-in-kind",
        figures={"limit_month": ("benefits-in-kind", "limit")},
        sentence=phrase("Benefits in kind are free of tax up to {limit_month} a month, whatever the role ({law})."),
    ),
}
"""What the law says of benefits: a rule is a line here and its id above; `_RULES_OF` says which benefits have it."""


TableId = Annotated[str | None, means("The id of its table.")]
Since = Annotated[str | None, means("The date of the figure.")]
ReadFrom = Annotated[Confidence | None, means("What the figure was read from.")]
ItsSource = Annotated[Source | None, means("Its source.")]


class BenefitShare(Struct, frozen=True, kw_only=True):
    """How many get a special payment."""

    group: Annotated[BenefitGroup, means("Of whom.")]
    percent: Annotated[float, means("Percent of them.")]
    table: TableId
    since: Since
    confidence: ReadFrom
    source: ItsSource


class BenefitAmount(Struct, frozen=True, kw_only=True, rename={"middle": "p50"}):
    """How much a special payment is, in whole euros a year. What is computed comes from no table."""

    kind: Annotated[
        Literal["mean", "monthly-pay"], means("A published mean of the group, or a twelfth of the estimate.")
    ]
    low: Annotated[int | None, means("A twelfth of the p25; null for a mean.")] = None
    middle: Annotated[int, means("The middle.")]
    high: Annotated[int | None, means("A twelfth of the p75; null for a mean.")] = None
    group: Annotated[BenefitGroup | None, means("Whose mean it is.")] = None
    table: TableId = None
    since: Since = None
    confidence: ReadFrom = "derived"
    source: ItsSource = None


class BenefitRule(Struct, frozen=True, kw_only=True):
    """What the law says of a benefit."""

    id: Annotated[RuleId, means("Its id.")]
    law: Annotated[str, means("The law.")]
    values: Annotated[dict[str, float], means("Its numbers: percent, or euros a month or year, as the names end.")]
    table: TableId
    since: Since
    confidence: ReadFrom
    source: ItsSource


class BenefitLine(Struct, frozen=True, kw_only=True, rename={"amount": "amount_year"}):
    """One benefit of the profile. No shares, no amount or no rules: not known, which is not zero."""

    id: Annotated[str, means("Its id in the vocabulary.")]
    basis: Annotated[Basis, means("How the profile knows it.")]
    source: Annotated[Source, means("The source that names it.")]
    shares: Annotated[tuple[BenefitShare, ...], means("Who gets it; published shares stand side by side.")] = ()
    amount: Annotated[BenefitAmount | None, means("How much it is.")] = None
    rules: Annotated[tuple[BenefitRule, ...], means("What the law says.")] = ()


class Benefits(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"total": "p50", "same": "often_the_same", "in_kind": "benefits_in_kind"},
):
    """Special payments and benefits beside pay; nothing of it is in the range, unless `included` says so.

    There is no sum unless they come on top and speak of this person.
    """

    total: Annotated[int | None, means("The sum of the known amounts in whole euros a year, at least.")]
    included: Annotated[
        Literal["included", "excluded", "unknown"], means("Whether special payments are in the pay already.")
    ]
    same: Annotated[tuple[str, ...], means("Two payments that are often one; the sum holds only the smaller.")]
    lines: Annotated[tuple[BenefitLine, ...], means("One for each benefit of the profile.")]
    in_kind: Annotated[BenefitRule | None, means("The rule for benefits in kind; null if not known on that day.")]


class _Cited(TypedDict):
    """Where a figure comes from: the table, since when it holds, its source and how surely it was read."""

    table: str
    since: str
    confidence: Confidence
    source: Source


def benefits(role: Role, person: Person, estimate: Estimate, drawer: Drawer, day: str) -> Benefits:
    """The special payments and benefits of `role` for `person`, with the figures that are known on `day` (YYYY-MM-DD)."""
    included = estimate.special_payments
    lines = tuple(
        BenefitLine(
            id=benefit.id,
            basis=benefit.basis,
            source=role.sources[benefit.source],
            shares=tuple(_shares(benefit.id, person, drawer, day)),
            amount=_amount(benefit.id, person, estimate, drawer, day),
            rules=tuple(
                rule for name in _RULES_OF.get(benefit.id, ()) if (rule := _rule(name, drawer, day)) is not None
            ),
        )
        for benefit in role.benefits
    )
    ids = {line.id for line in lines}
    same = ("thirteenth-salary", "christmas-bonus") if ids >= {"thirteenth-salary", "christmas-bonus"} else ()
    return Benefits(
        included=included,
        total=_total(lines, same, person) if included == "excluded" else None,
        same=same,
        lines=lines,
        in_kind=_rule("benefits-in-kind", drawer, day),
    )


def _total(lines: Iterable[BenefitLine], same: tuple[str, ...], person: Person) -> int | None:
    """The sum of the amounts that speak of this person: a mean of the collectively paid only for one of them, at full time."""
    means = person.collective_agreement and (person.hours is None or person.hours >= FULL_TIME_HOURS)
    amounts = {
        line.id: line.amount.middle
        for line in lines
        if line.amount is not None and (line.amount.kind == "monthly-pay" or means)
    }
    twins = [amounts[name] for name in same if name in amounts]
    # Often the same payment under two names, so only the smaller one is sure.
    return sum(amounts.values()) - (max(twins) if len(twins) > 1 else 0) if amounts else None


def _shares(benefit: str, person: Person, drawer: Drawer, day: str) -> Iterable[BenefitShare]:
    """The share of the group that the person told, by the survey; for the collectively paid the official one as well."""
    if benefit not in _BONUSES:
        return
    stem, agreement = _BONUSES[benefit], person.collective_agreement
    group: BenefitGroup = "all" if agreement is None else "agreement" if agreement else "no-agreement"
    tables: list[tuple[BenefitGroup, str]] = [(group, f"{stem}-share-{group}")]
    if agreement:
        tables.append(("collectively-paid", f"{stem}-collective-share"))
    for of, name in tables:
        cited = _cite(drawer, name, day)
        if cited is not None:
            yield BenefitShare(group=of, percent=drawer[name].in_force(day), **cited)


def _amount(benefit: str, person: Person, estimate: Estimate, drawer: Drawer, day: str) -> BenefitAmount | None:
    if benefit == "thirteenth-salary" and estimate.special_payments != "included":
        # With special payments in the figure, a twelfth of it is more than a monthly pay, and by how much is not known.
        pay = estimate.gross_year
        return BenefitAmount(
            kind="monthly-pay", middle=_twelfth(pay.p50), low=_twelfth(pay.p25), high=_twelfth(pay.p75)
        )
    # The published means are those of employees paid by collective agreement: without one they say nothing.
    if benefit not in _BONUSES or person.collective_agreement is False:
        return None
    name = f"{_BONUSES[benefit]}-collective-mean"
    cited = _cite(drawer, name, day)
    if cited is None:
        return None
    return BenefitAmount(kind="mean", middle=round(drawer[name].in_force(day)), group="collectively-paid", **cited)


def _twelfth(euros: int) -> int:
    """A twelfth in whole euros, halves up."""
    return (euros + 6) // 12


def _rule(rule: RuleId, drawer: Drawer, day: str) -> BenefitRule | None:
    """The rule with its figures on `day`; None where they are not known then."""
    law = LAWS[rule]
    cited = _cite(drawer, law.cited, day)
    if cited is None:
        return None
    figures = {
        name: drawer[of].values[key] if key else drawer[of].in_force(day) for name, (of, key) in law.figures.items()
    }
    return BenefitRule(id=rule, law=law.law, values=figures, **cited)


def _cite(drawer: Drawer, name: str, day: str) -> _Cited | None:
    """Where the figure of `day` comes from; None before the first one. A table by name is known from its `since` on."""
    table: Figures = drawer[name]
    known = [date for date in table.values if date <= day] if table.keyed_by == "date" else [table.since]
    since = max(known, default=None)
    if since is None or since > day:
        return None
    return {"table": name, "since": since, "confidence": table.confidence, "source": table.source}
