"""The minimum salaries for a residence title: what is law on a day, what is announced, and how a pay lies to them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.meaning import means
from jobcli.domain.newcomer import ArrivalBook, SalaryKind

OpenTo = Literal["everyone", "yes", "perhaps", "no", "not-known"]
TABLE = "minimum-salaries"
_SHARES = "minimum-salary-shares"
_AGE = 45
"""From this birthday on § 18 (2) 5 AufenthG asks for more at the first title."""


class NextSalary(Struct, frozen=True, kw_only=True):
    """The amount of a coming year."""

    euros: Annotated[float, means("Gross euros a year.")]
    since: Annotated[str, means("The day from which it is to hold.")]
    status: Annotated[
        Literal["draft", "law"], means("Whether it is law; a draft is computed by us from a draft ceiling.")
    ]


class SalaryLimit(Struct, frozen=True, kw_only=True):
    """A minimum salary."""

    id: Annotated[SalaryKind, means("Of what it is the minimum salary.")]
    euros: Annotated[float, means("Gross euros a year.")]
    percent: Annotated[float, means("Its share of the contribution ceiling of pension insurance, in percent.")]
    since: Annotated[str, means("The day from which it holds.")]
    law: Annotated[str, means("The paragraphs.")]
    source: Annotated[Source, means("Where the amount was read.")]
    open_to: Annotated[
        OpenTo,
        means(
            "Whether it is for this occupation or person: by the ISCO groups of § 18g (1), or by the age that was told."
        ),
    ]
    middle_is: Annotated[
        Literal["above", "below"] | None, means("Where the middle of the estimate lies; null without an estimate.")
    ]
    next: Annotated[NextSalary | None, means("The amount of the coming year; null where none is known.")]


def salary_limits(
    book: ArrivalBook, day: str, middle: float | None, isco: Collection[str] | None, age: int | None
) -> tuple[SalaryLimit, ...]:
    """The minimum salaries on `day` (YYYY-MM-DD), in the order of the figures.

    `middle` is the middle of an estimate in gross euros a year, `isco` are the ISCO-08 codes of the occupation (None: not
    known). LookupError on a day before the first figures, or after the last.
    """
    table, shares = book.amounts[TABLE], book.amounts[_SHARES].values
    since, values = table.edition(day)
    drafts = {item.since for item in book.pending.values() if TABLE in item.tables}
    if since in drafts:
        # What is no law yet is announced, and never in force.
        since, values = table.edition(f"{int(since[:4]) - 1}-12-31")
    coming = f"{int(since[:4]) + 1}-01-01"
    return tuple(
        SalaryLimit(
            id=kind,
            euros=euros,
            percent=shares[kind],
            since=since,
            law=book.laws[kind].law,
            source=table.source,
            open_to=_open_to(book, kind, isco, age),
            middle_is=None if middle is None else "above" if middle >= euros else "below",
            next=_next(table.values.get(f"{coming} {kind}"), coming, draft=coming in drafts),
        )
        for name, euros in values.items()
        for kind in _KINDS
        if kind == name
    )


_KINDS: tuple[SalaryKind, ...] = ("blue-card", "blue-card-reduced", "experienced-worker", "over-45")


def _next(euros: float | None, since: str, *, draft: bool) -> NextSalary | None:
    return None if euros is None else NextSalary(euros=euros, since=since, status="draft" if draft else "law")


def _open_to(book: ArrivalBook, kind: SalaryKind, isco: Collection[str] | None, age: int | None) -> OpenTo:
    if kind == "blue-card-reduced":
        return in_groups(isco, book.shortage_isco)
    if kind == "over-45":
        return "not-known" if age is None else "yes" if age >= _AGE else "no"
    return "everyone"


def in_groups(isco: Collection[str] | None, groups: tuple[str, ...]) -> OpenTo:
    """Whether an occupation belongs to groups of the ISCO-08: perhaps where only some of its codes do."""
    if not isco:
        return "not-known"
    inside = [code.startswith(groups) for code in isco]
    return "yes" if all(inside) else "perhaps" if any(inside) else "no"
