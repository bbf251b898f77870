"""Where everything comes from: the sources of a role or of the figures, and how firmly the figures stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jobcli.answers.sources import FigureTables
from jobcli.domain.evidence import Source, phrase
from jobcli.domain.profile import Profile
from jobcli.pages import names
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, facts, heading, headline, lead, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pay.provenance import MARKS, Footing

if TYPE_CHECKING:
    from jobcli.answers.sources import Checked, MarkCounts
    from jobcli.pages.kit.language import Language


def role_sources_page(desk: Desk, profile: Profile) -> Page:
    """The sources of a role and of its training paths."""
    say = desk.say
    parts: list[Part] = [*_blocks(desk, profile.role.sources.items())]
    for path in profile.paths:
        if path.sources:
            parts += [heading(say(path.title), path.id or ""), *_blocks(desk, path.sources.items())]
    return page(headline(say(profile.role.title), profile.id), *parts)


def figures_page(desk: Desk, answer: FigureTables) -> Page:
    """The tables of figures that every estimate rests on, and the schemes that pay for training."""
    say = desk.say
    parts: list[Part] = []
    for shown in answer.figures:
        name, table, pending = shown.own.id, shown.record, shown.own.pending
        rows = [
            (say("Known since"), say.moment(table.since)),
            *([(say("Known until"), say.moment(table.until))] if table.until else []),
            (say("Read from"), say(names.NAMES_OF_CONFIDENCE[table.confidence])),
        ]
        if pending is not None:
            day, source = say.moment(pending.since), pending.source
            no_law = say("from {day} on; {publisher}, {title}", day=day, publisher=source.publisher, title=source.title)
            rows.append((say("No law yet"), no_law))
        parts += [heading(say(table.what), name), facts([*rows, *_rows(desk, table.source)])]
        parts += [paragraph(say(text), style="muted") for text in (table.note, table.doubt) if text]
    for support in answer.schemes:
        name, scheme = support.own.id, support.record
        rows = [(say("Known since"), say.moment(scheme.since)), *([(say("Law"), scheme.law)] if scheme.law else [])]
        parts += [heading(say(scheme.name), name), facts([*rows, *_rows(desk, scheme.source)])]
        parts += [paragraph(say(scheme.doubt), style="muted")] if scheme.doubt else []
    return page(headline(say("The figures behind every estimate")), *parts)


def _blocks(desk: Desk, sources: Iterable[tuple[str, Source]]) -> list[Part]:
    return [part for name, source in sources for part in (lead(name), facts(_rows(desk, source), indent=4))]


def _rows(desk: Desk, source: Source) -> list[tuple[str, Text | str]]:
    say = desk.say
    rows: list[tuple[str, Text | str]] = [
        (say("Publisher"), source.publisher),
        (say("Title"), source.title),
        (say("Published"), names.source_date(say, source)),
        (say("Read"), say.moment(source.read)),
        (say("Address"), source.url),
    ]
    if source.read_in:
        rows.append((say("Read in"), source.read_in))
    if source.note:
        rows.append((say("Note"), say(source.note)))
    return rows


KINDS = {
    "table": phrase("{id}"),
    "pay": phrase("pay {id}"),
    "months": phrase("length"),
    "lessons": phrase("lessons"),
    "hours_per_week": phrase("hours a week"),
    "hours_total": phrase("hours in all"),
    "course": phrase("price of the course"),
    "exam": phrase("price of the examination"),
    "course_usd": phrase("price of the course in dollars"),
    "exam_usd": phrase("price of the examination in dollars"),
    "training_pay": phrase("pay of the first training year"),
    "step_months": phrase("length of step {id}"),
    "step_cost": phrase("price of step {id}"),
}
MARK_NAMES = {
    "doubt": phrase("in doubt"),
    "copy": phrase("read in one copy only"),
    "derived": phrase("computed or concluded"),
    "inferred": phrase("date inferred"),
    "undated": phrase("undated"),
    "old": phrase("more than five years old"),
}


def footing_page(desk: Desk, answer: Checked, profile: Profile | None) -> Page:
    """The figures that something speaks against, the weakest first; the others are counted."""
    say = desk.say
    parts: list[Part] = []
    for item in answer.checked:
        if not item.marks:
            continue
        parts += [Blank(), lead(say(item.name), _key(say, item)), paragraph(_rests_on(say, item), indent=4)]
        marks = say.listing(say(MARK_NAMES[mark]) for mark in item.marks)
        parts.append(paragraph(marks, indent=4, style="problem"))
    title = say("How firmly the figures stand")
    head = headline(title)
    if profile is not None:
        head = headline(f"{say(profile.role.title)}: {title}", profile.id)
    return page(head, paragraph(_summary(say, answer.summary)), *parts)


def _key(say: Language, item: Footing) -> str:
    """What one looks for in the file."""
    return say(KINDS[item.kind], id=item.id)


def _rests_on(say: Language, item: Footing) -> str:
    """The publisher, the date and the age of a figure, and what a table was read from."""
    when = say("undated") if item.moment is None else say.moment(item.moment)
    years = say.plural("{count} year old", "{count} years old", item.age) if item.age else ""
    age = f" ({years})" if years else ""
    read = "" if item.confidence is None else f"; {say(names.NAMES_OF_CONFIDENCE[item.confidence])}"
    return f"{item.source.publisher}, {when}{age}{read}"


def _summary(say: Language, counted: MarkCounts) -> str:
    """How many figures there are, and how many have each mark."""
    marked = {mark: getattr(counted, mark) for mark in MARKS}
    told = [say.plural("{count} without any mark", "{count} without any mark", counted.none)]
    told += [f"{say.number(count)} {say(MARK_NAMES[mark])}" for mark, count in marked.items() if count]
    text = say(
        "{figures}: {counts}.",
        figures=say.plural("{count} figure", "{count} figures", counted.figures),
        counts=say.listing(told),
    )
    # Who adds them up would wonder.
    several = say("One figure can have several marks.")
    return f"{text} {several}" if counted.none + sum(marked.values()) > counted.figures else text
