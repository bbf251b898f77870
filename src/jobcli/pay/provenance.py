"""How firmly each figure stands: where it comes from, how old it is, and what speaks against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, get_args

from msgspec import Struct

from jobcli.domain.evidence import Confidence, FigureBasis, Source, Words
from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.domain.role import Span, TrainingPath
from jobcli.domain.salary import SalaryObservation
from jobcli.pay.anchor import is_old
from jobcli.pay.wage_index import month_of

Mark = Literal["doubt", "copy", "derived", "inferred", "undated", "old"]
"""What speaks against a figure, the gravest first.

`doubt`: a doubt is written beside it. `copy`: the original was not read, only one copy of it. `derived`: it was computed
or concluded. `inferred`: the date of its publication was concluded. `undated`: the publication carries no date. `old`:
more than five years; a law is not old, because it is in force until it is changed.
"""

MARKS: tuple[Mark, ...] = get_args(Mark)
COPIES = ("official_data", "news_copy", "third_party_extract")
"""Kinds of table that were read in a copy, as the words of the drawer define them."""

FootingKind = Literal[
    "table",
    "pay",
    "months",
    "lessons",
    "hours_per_week",
    "hours_total",
    "course",
    "exam",
    "course_usd",
    "exam_usd",
    "training_pay",
    "step_months",
    "step_cost",
]


class Footing(Struct, frozen=True, kw_only=True, rename={"age": "age_years"}):
    """How firmly a figure stands: one figure of a profile, or one table of figures, and what it rests on."""

    owner: Annotated[str | None, means("The id of a role or of a path; null for a table.")]
    name: Annotated[Words, means("The name of the role, the path or the table.")]
    kind: Annotated[FootingKind, means("What it is a figure of.")]
    id: Annotated[str | None, means("The id of the table, the observation or the step.")]
    moment: Annotated[str | None, means("The date that it speaks of, else that of its publication.")]
    age: Annotated[int | None, means("Its age in full years.")]
    confidence: Annotated[Confidence | None, means("What a table was read from.")] = None
    basis: Annotated[FigureBasis | None, means("How a figure of a profile rests on its source.")] = None
    marks: Annotated[tuple[Mark, ...], means("What speaks against it, the gravest first.")]
    source: Annotated[Source, means("Its source.")]


def footings_of_drawer(drawer: Drawer, day: str) -> Iterator[Footing]:
    """The tables of a drawer as they stand on `day` (YYYY-MM-DD)."""
    for name, table in drawer.tables.items():
        moment = _newest(table, day)
        marks = {
            "doubt": table.doubt is not None,
            "copy": table.confidence in COPIES or table.source.read_in is not None,
            "derived": table.confidence == "derived",
            "old": table.confidence != "official_text" and is_old(moment, day),
        }
        yield Footing(
            owner=None,
            name=table.what,
            kind="table",
            id=name,
            moment=moment,
            age=age(moment, day),
            confidence=table.confidence,
            marks=_marks(marks, table.source),
            source=table.source,
        )


def footings_of_role(profile: Profile, day: str) -> Iterator[Footing]:
    """The pay of a role and the lengths and prices of its paths, as they stand on `day` (YYYY-MM-DD)."""
    for item in profile.role.pay.observations:
        yield _observation(profile, item, day)
    for path in profile.paths:
        sources = {**profile.role.sources, **path.sources}
        for kind, step, span, doubted in _spans(path):
            yield _span(path, kind, step, span, sources, day, doubted=doubted)


def weakest_first(footings: Iterable[Footing]) -> list[Footing]:
    """Each figure once: those with the most marks first, among these the graver marks, then the older figures."""
    once = {(item.owner, item.name, item.kind, item.id): item for item in footings}

    def key(item: Footing) -> tuple[object, ...]:
        return (
            -len(item.marks),
            [MARKS.index(mark) for mark in item.marks],
            -(item.age or 0),
            item.owner or "",
            item.kind,
            item.id or "",
        )

    return sorted(once.values(), key=key)


def counts(footings: Iterable[Footing]) -> Counter[str]:
    """How many figures have each mark; `none` counts those without any."""
    counted: Counter[str] = Counter()
    for item in footings:
        counted.update(item.marks or ("none",))
    return counted


def age(moment: str | None, day: str) -> int | None:
    """The full years from `moment` to `day`, counted in months; a bare year stands for its December."""
    if moment is None:
        return None
    (year, month), (now, today) = month_of(moment), month_of(day)
    return max(0, (now * 12 + today - year * 12 - month) // 12)


def _newest(table: Figures, day: str) -> str:
    """The date of the newest value that is in force; of a table by names, the date from which it is known."""
    dates = [date for date in table.values if date <= day] if table.keyed_by == "date" else []
    return max(dates, default=table.since)


def _observation(profile: Profile, item: SalaryObservation, day: str) -> Footing:
    source = profile.role.sources[item.source]
    marks = {
        "doubt": item.doubt is not None,
        "copy": source.read_in is not None,
        "derived": item.derived is not None,
        "old": is_old(item.as_of, day),
    }
    return Footing(
        owner=profile.id,
        name=profile.role.title,
        kind="pay",
        id=item.id,
        moment=item.as_of,
        age=age(item.as_of, day),
        basis="derived" if item.derived else "stated",
        marks=_marks(marks, source),
        source=source,
    )


def _spans(path: TrainingPath) -> Iterator[tuple[FootingKind, str | None, Span, bool]]:
    """The figures of a path: the kind, the step, the figure, whether the path as a whole is in doubt."""
    whole: tuple[tuple[FootingKind, Span | None], ...] = (
        ("months", path.months),
        ("lessons", path.lessons),
        ("hours_per_week", path.hours_per_week),
        ("hours_total", path.hours_total),
        ("course", path.cost.course),
        ("exam", path.cost.exam),
        ("course_usd", path.cost.course_usd),
        ("exam_usd", path.cost.exam_usd),
        *(("training_pay", year) for year in path.training_pay[:1]),
    )
    steps: Iterator[tuple[FootingKind, str, Span | None]] = (
        part
        for step in path.steps
        for part in (("step_months", step.id, step.months), ("step_cost", step.id, step.cost))
    )
    for kind, span in whole:
        if span is not None:
            yield kind, None, span, path.doubt is not None
    for kind, step_id, span in steps:
        if span is not None:
            yield kind, step_id, span, path.doubt is not None


def _span(
    path: TrainingPath,
    kind: FootingKind,
    step: str | None,
    span: Span,
    sources: Mapping[str, Source],
    day: str,
    *,
    doubted: bool,
) -> Footing:
    named = span.source or path.source
    source = sources[named]
    moment = span.as_of or source.published
    # What a law says of itself is not old; what a figure is told to be of, is.
    law = path.law is not None and named == path.source and span.as_of is None
    marks = {
        "doubt": doubted or span.doubt is not None or span.basis in ("doubted", "generic"),
        "copy": source.read_in is not None,
        "derived": span.basis == "derived",
        "old": not law and moment is not None and is_old(moment, day),
    }
    return Footing(
        owner=path.id,
        name=path.title,
        kind=kind,
        id=step,
        moment=moment,
        age=age(moment, day),
        basis=span.basis,
        marks=_marks(marks, source),
        source=source,
    )


def _marks(found: Mapping[str, bool], source: Source) -> tuple[Mark, ...]:
    """The marks in their order, with those that the source has in itself."""
    own = {"inferred": source.dating == "inferred", "undated": source.published is None}
    return tuple(mark for mark in MARKS if {**own, **found}.get(mark, False))
