"""Where everything comes from: the sources of a role, or those of the figures behind every estimate."""

from __future__ import annotations

from collections.abc import Iterable

from jobcli.answers.sources import FigureTables
from jobcli.domain.evidence import Source
from jobcli.domain.profile import Profile
from jobcli.pages import names
from jobcli.pages.kit.parts import Desk, Page, Part, facts, heading, headline, lead, page, paragraph
from jobcli.pages.kit.text import Text


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
        name, table = shown.own.id, shown.record
        rows = [
            (say("Known since"), say.moment(table.since)),
            *([(say("Known until"), say.moment(table.until))] if table.until else []),
            (say("Read from"), say(names.NAMES_OF_CONFIDENCE[table.confidence])),
        ]
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
