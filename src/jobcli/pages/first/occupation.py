"""The first screen of an official occupation, and of several of one name: what it pays, whether people are short, the way there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.first.rows import ShortRow, row, screen
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, headline, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pages.occupation import (
    demand_rows,
    destatis_words,
    disagreement,
    licence_note,
    notice,
    reading_notes,
    short_rows,
)

if TYPE_CHECKING:
    from jobcli.answers.occupation import ShownOccupations, WholeOccupation

_MOST = 8
"""So many occupations of one name are listed."""


def first_of_occupations(desk: Desk, answer: ShownOccupations) -> Page:
    """One occupation, or a line for each of those that have this name."""
    items, say = answer.occupations, desk.say
    first = items[0]
    steps = (
        (phrase("For you"), f"jobcli estimate {first.id} --state BY"),
        (phrase("All of it"), f"jobcli show {first.id} --full"),
    )
    below = notice(desk, answer.attribution)
    if len(items) == 1:
        head = page(headline(first.asked_as or say(first.name), first.id))
        return screen(desk, head, [*_rows(desk, first)], *steps, notice=below)
    title = headline(say("'{word}' is the name of {count} occupations", word=answer.asked, count=len(items)))
    caution = paragraph(say("Each number is a whole group of titles, and its pay is that of the group."))
    rows = [row(item.id, [_line(say, item)], whole=True) for item in items[:_MOST]]
    if len(items) > _MOST:
        rows.append(row(say("More"), [say("{count} more: --full", count=len(items) - _MOST)], whole=True))
    one = (phrase("One of them"), f"jobcli show {first.id}")
    return screen(desk, page(title, caution), rows, one, steps[0], notice=below)


def _rows(desk: Desk, item: WholeOccupation) -> Iterator[ShortRow]:
    say = desk.say
    yield row(say("Pay"), [_first_pay(say, item)], whole=True)
    caution = [*disagreement(say, item), *reading_notes(say, item)]
    yield row(say("Caution"), [" ".join(caution)] if caution else [], whole=True)
    yield row(say("Licence"), licence_note(say, item), 2, "--full")
    yield row("Destatis", [destatis_words(say, item)] if item.ba.median else [], 2, "--pay")
    yield row(say("Profiles"), (f"{say(role.title)} ({role.id})" for role in item.roles), whole=True)
    yield row(say("Level"), [names.level(say, item.level)])
    yield row(say("Also called"), (title for title in item.titles if title != item.asked_as), 1, "--full", between=", ")
    for label, text in (*demand_rows(say, item.demand), *short_rows(say, item)):
        yield row(label, [text], 2, "--full")


def _first_pay(say: Language, item: WholeOccupation) -> Text:
    """The official median a month with its quartiles; where there is none, what the other office has."""
    ba = item.ba
    if ba.median is None:
        return destatis_words(say, item)
    text = Text(say.euros(ba.median), "money").append(" " + say("gross a month at full time"))
    if ba.low is not None and ba.high is not None:
        text.append(say(", the middle half {low} to {high}", low=say.euros(ba.low), high=say.euros(ba.high)))
    return text.append(say(" (BA, {month}, with special payments)", month=say.moment(ba.as_of)))


def _line(say: Language, item: WholeOccupation) -> str:
    """What an occupation is called, its level, and what it pays."""
    pay, source = (item.ba.median, "BA") if item.ba.median else (item.destatis.median, "Destatis")
    amount = say("{pay} a month ({source})", pay=say.euros(pay), source=source) if pay else say("pay not published")
    return f"{item.asked_as or say(item.name)}, {names.name(say, item.level)}: {amount}"
