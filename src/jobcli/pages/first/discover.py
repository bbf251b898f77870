"""The first screen of `discover`: five fields, the largest occupations of each, and the warning that belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.discover import BANDS, FIRMNESS, KINDS, next_lines, nothing, title, typed
from jobcli.pages.first.rows import next_steps
from jobcli.pages.kit.letters import columns_of
from jobcli.pages.kit.parts import STEP, Desk, Page, Part, headline, lead, page, paragraph
from jobcli.pages.kit.text import Text

if TYPE_CHECKING:
    from jobcli.answers.discover import Discovered, LikeField, LikeOccupation

_OWNERS = phrase(
    "O*NET 29.2, USDOL/ETA, CC BY 4.0, modified · ESCO, European Commission · © Statistik der Bundesagentur für Arbeit"
)


def first_page(desk: Desk, answer: Discovered, again: str) -> Page:
    """The first screen; `again` is what has to be typed for the same answers."""
    say = desk.say
    parts: list[Part] = [headline(title(desk)), paragraph(_most(desk, answer))]
    for field in answer.fields:
        parts.append(lead(say(field.name), say(FIRMNESS[field.firmness])))
        parts.append(paragraph(_largest(desk, field) or Text(nothing(desk, answer), "muted"), indent=2 * STEP))
    if answer.sifted:
        parts.append(paragraph(_sifted(desk, answer)))
    return page(
        *parts,
        paragraph(say(answer.warning), style="muted"),
        paragraph(say(_OWNERS), style="muted"),
        next_steps(desk, *next_lines(answer, again)[:1], (phrase("All"), f"jobcli discover{again} --full")),
    )


def _most(desk: Desk, answer: Discovered) -> str:
    """What someone likes most and least; two of the first where there is room for them in a line."""
    say = desk.say
    order = sorted(answer.points, key=lambda one: -one.points)
    *first, last = (f"{say(KINDS[one.type])} {say.number(one.points)}" for one in (*order[:2], order[-1]))
    unsure = say.plural("{count} unsure", "{count} unsure", answer.unsure)
    for most in (first, first[:1]):
        text = say("Most liked of 100 points: {most}; least: {least}", most=say.listing(most), least=last)
        text += f"; {unsure}" if answer.unsure else ""
        if columns_of(text) <= desk.width - STEP:
            break
    return text


def _largest(desk: Desk, field: LikeField) -> Text | None:
    """The largest occupations of the best band that fit into one line, and how many more there are; None where there are none."""
    rows = field.occupations
    if not rows:
        return None
    best = [row for row in rows if row.band == rows[0].band]
    room = desk.width - 2 * STEP
    fitting = [_line(desk, best[:count], len(rows) - count) for count in range(1, len(best) + 1)]
    return next((line for line in reversed(fitting) if columns_of(line.plain) <= room), fitting[0])


def _line(desk: Desk, rows: Sequence[LikeOccupation], more: int) -> Text:
    say, text = desk.say, Text()
    for number, row in enumerate(rows):
        if number:
            text.append(" · ", aloud="; ")
        else:
            text.append(f"{say(BANDS[row.band])}: ", "muted")
        text.append(f"{say(row.name)} {row.id}")
    return (
        text.append(say(" · {count} more", count=more), "muted", aloud=say("; {count} more", count=more))
        if more
        else text
    )


def _sifted(desk: Desk, answer: Discovered) -> str:
    """What the filters take away, in one sentence."""
    say = desk.say
    left = sum(len(field.occupations) for field in answer.fields)
    told = say.listing(
        say("{filter} takes {count}", filter=typed(answer.wishes, one.filter), count=one.taken) for one in answer.sifted
    )
    text = say("{before} occupations; {filters}; {left} left", before=answer.sifted[0].before, filters=told, left=left)
    return text + say(", {count} not known", count=len(answer.unknown)) if answer.unknown else text
