"""The points of the opportunity card: which are certain from what was told, which may join, and the least that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Literal, TypeVar

from msgspec import Struct

from jobcli.arriving.salaries import OpenTo
from jobcli.domain.languages import at_least
from jobcli.domain.meaning import means
from jobcli.domain.newcomer import ArrivalBook, PointId

Limit = TypeVar("Limit")
Counted = Literal["yes", "perhaps", "no", "not-told"]
_TABLE = "opportunity-card-points"
_GERMAN: tuple[tuple[PointId, str], ...] = (("german-B2", "B2"), ("german-B1", "B1"), ("german-A2", "A2"))
_ENGLISH = "C1"
_AGES: tuple[tuple[PointId, int], ...] = (("age-35", 35), ("age-40", 40))
_YEARS: tuple[tuple[PointId, int], ...] = (("experience-5y", 5), ("experience-2y", 2))
_ALONE: tuple[PointId, ...] = ("partial-recognition", "stay", "partner")


class CardPoint(Struct, frozen=True, kw_only=True):
    """Something that counts."""

    id: Annotated[PointId, means("What.")]
    points: Annotated[int, means("How many points it counts.")]
    counted: Annotated[
        Counted, means("Whether it counts: `perhaps` where what was told is not all that the law asks for.")
    ]


class OpportunityCard(Struct, frozen=True, kw_only=True):
    """How many points of the opportunity card are known."""

    sure: Annotated[int, means("The points of what was told.")]
    most: Annotated[int, means("The points if all that is open counted, too.")]
    least: Annotated[int, means("The points that are asked for, of who has no recognised qualification.")]
    rows: Annotated[tuple[CardPoint, ...], means("Each thing that counts; of one kind only the best.")]
    law: Annotated[str, means("The paragraphs.")]


def opportunity_card(
    book: ArrivalBook, languages: Mapping[str, str], age: int | None, practice: float | None, shortage: OpenTo
) -> OpportunityCard:
    """The card of someone; `languages` are levels by codes, `practice` years in working life, `shortage` that of the occupation.

    Years in working life only may count: the law asks for years in the occupation that was learned, and among the last ones.
    """
    worth = {name: int(points) for name, points in book.amounts[_TABLE].values.items()}
    rows: list[CardPoint] = []

    def add(kind: PointId, counted: Counted) -> None:
        rows.append(CardPoint(id=kind, points=worth[kind], counted=counted))

    german, english = languages.get("de"), languages.get("en")
    _best(add, _GERMAN, german is not None, lambda level: german is not None and at_least(german, level))
    add("english-C1", "not-told" if english is None else "yes" if at_least(english, _ENGLISH) else "no")
    _best(add, _AGES, age is not None, lambda most: age is not None and age <= most)
    _best(add, _YEARS, practice is not None, lambda least: practice is not None and practice >= least, "perhaps")
    add("shortage", "perhaps" if shortage in ("yes", "perhaps") else "no" if shortage == "no" else "not-told")
    for kind in _ALONE:
        add(kind, "not-told")
    sure = sum(row.points for row in rows if row.counted == "yes")
    best: dict[str, int] = {}
    for row in rows:
        of_a_kind = row.id.partition("-")[0]
        if row.counted in ("perhaps", "not-told"):
            best[of_a_kind] = max(best.get(of_a_kind, 0), row.points)
    return OpportunityCard(
        sure=sure, most=sure + sum(best.values()), least=worth["least"], rows=tuple(rows), law=book.laws["points"].law
    )


def _best(
    add: Callable[[PointId, Counted], None],
    rows: Iterable[tuple[PointId, Limit]],
    told: bool,  # noqa: FBT001  the answer itself
    reached: Callable[[Limit], bool],
    counts: Counted = "yes",
) -> None:
    """Of things of one kind the first that is reached counts, the others do not; all are open where nothing was told."""
    found = False
    for kind, limit in rows:
        here = told and not found and reached(limit)
        found = found or here
        add(kind, "not-told" if not told else counts if here else "no")
