"""Who pays for a path, as it is told: a verdict on each scheme, the calculation of Aufstiegs-BAföG, the bonus of the Land."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from jobcli.answers.amounts import Sum
from jobcli.answers.wire import Euros
from jobcli.domain.evidence import Confidence, Source, Words
from jobcli.domain.extent import Extent
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.training.afbg import AfbgCalculation, AfbgCounted, AfbgLine
from jobcli.training.funding import FundingAmount, Ruling, Verdict


class JudgedCondition(Struct, frozen=True, kw_only=True):
    """A condition of a scheme."""

    id: Annotated[str, means("Its id.")]
    text: Annotated[Words, means("What to find out, in both languages.")]
    law: Annotated[str | None, means("The paragraph.")]


class SchemeVerdict(Struct, frozen=True, kw_only=True):
    """A verdict on a scheme that pays for training."""

    id: Annotated[str, means("The id of the scheme.")]
    verdict: Annotated[Verdict, means("Whether it applies.")]
    met: Annotated[tuple[JudgedCondition, ...], means("Conditions that are met.")]
    open: Annotated[tuple[JudgedCondition, ...], means("Conditions that are not known.")]
    against: Annotated[tuple[JudgedCondition, ...], means("Conditions that are not met.")]
    amounts: Annotated[tuple[FundingAmount, ...], means("The figures that fit.")]
    law: Annotated[str | None, means("Where the scheme stands.")]
    since: Annotated[str, means("The day from which it is known.")]
    source: Annotated[Source, means("Its source.")]


class AfbgTold(Struct, frozen=True, kw_only=True):
    """A calculation of Aufstiegs-BAföG."""

    complete: Annotated[bool, means("Whether both prices are known.")]
    lines: Annotated[tuple[AfbgLine, ...], means("Line by line.")]
    since: Annotated[str, means("The date of the figures.")]
    confidence: Annotated[Confidence, means("What they were read from.")]
    source: Annotated[Source, means("Their source.")]

    @property
    def remains(self) -> Extent[Decimal]:
        """What is left to pay, in euros to the cent, where it is granted and the examination is passed."""
        low, high = next(
            (line.low or Decimal(0), line.high or Decimal(0)) for line in self.lines if line.item == "remains"
        )
        return Extent(low, high, self.complete)


class BonusTold(Struct, frozen=True, kw_only=True):
    """What a Land pays once after a passed examination, while there is money: nobody is entitled to it."""

    euros: Annotated[Euros, means("The amount.")]
    state: Annotated[str, means("The Land.")]
    since: Annotated[str, means("The date of the figure.")]
    source: Annotated[Source, means("Its source.")]


class CostInTheEnd(Sum, frozen=True, kw_only=True):
    """What a path costs the person in the end, in euros."""

    afbg_counted: Annotated[AfbgCounted, means("Whether Aufstiegs-BAföG is in it; `perhaps`: in `low` only.")]


def verdict_told(ruling: Ruling, funding: Drawer) -> SchemeVerdict:
    """The verdict on a scheme, with its conditions in words."""
    scheme = funding.schemes[ruling.scheme]
    met, unknown, against = (
        tuple(
            JudgedCondition(id=name, text=scheme.conditions[name].ask, law=scheme.conditions[name].law)
            for name in names
        )
        for names in (ruling.met, ruling.open, ruling.against)
    )
    return SchemeVerdict(
        id=ruling.scheme,
        verdict=ruling.verdict,
        met=met,
        open=unknown,
        against=against,
        amounts=ruling.amounts,
        law=scheme.law,
        since=scheme.since,
        source=scheme.source,
    )


def bonus_told(rulings: Iterable[Ruling], funding: Drawer) -> BonusTold | None:
    """What the Land pays, where its scheme may apply and its amount is known."""
    found = next((item for item in rulings if item.scheme == "meisterbonus" and item.verdict != "does-not-apply"), None)
    if found is None or not found.amounts:
        return None
    table = funding[found.amounts[0].table]
    return BonusTold(euros=found.amounts[0].value, state=found.amounts[0].key, since=table.since, source=table.source)


def afbg_told(item: AfbgCalculation, funding: Drawer) -> AfbgTold:
    """The calculation with what its figures were read from."""
    table = funding["afbg-shares"]
    return AfbgTold(
        complete=item.complete,
        lines=item.lines,
        since=table.since,
        confidence=table.confidence,
        source=table.source,
    )
