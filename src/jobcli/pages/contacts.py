"""The page of whom to ring: chambers and lines, each with how sure it is and the day on which it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.contacts import ChamberKind
from jobcli.domain.evidence import Phrase, phrase
from jobcli.pages import names
from jobcli.pages.first.rows import next_steps
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, page, paragraph

if TYPE_CHECKING:
    from jobcli.answers.contacts import AdviceLine, ContactsTold, LocalChamber
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.text import Said

KINDS: dict[ChamberKind, Phrase] = {
    "ihk": phrase("Commerce"),
    "hwk": phrase("Crafts"),
}
"""The two kinds of chambers."""


def contacts_page(desk: Desk, answer: ContactsTold, *, full: bool = False) -> Page:
    """The chambers of the district or the Land, and the lines; with `full` all that may be in charge, and all sources."""
    say = desk.say
    where = "" if answer.state is None else names.land(say, answer.state)
    if answer.place_name is not None:
        where = f"{say(answer.place_name)}, {where}"
    parts: list[Part] = [headline(say("Whom to ring"), where)]
    if answer.state is None:
        ask = say("Which chamber? Tell where you live: jobcli contacts --place Dortmund")
        parts.append(paragraph(ask))
    else:
        rows: list[tuple[str, Said]] = [(say(KINDS[kind]), _chambers(say, answer, kind)) for kind in KINDS]
        parts += [heading(say("Chambers"), say("they examine and advise")), facts(rows)]
    parts += [heading(say("Advice")), facts([_line(say, line) for line in answer.lines])]
    read = say("read on {date}", date=say.moment(answer.lines[0].read))
    if full:
        return page(*parts, *_all(say, answer))
    steps = next_steps(
        desk,
        (phrase("All of it"), "jobcli contacts --full"),
        (phrase("Keep it"), "jobcli me set place Dortmund" if answer.place is None else "jobcli me show"),
    )
    return page(*parts, Blank(), paragraph(say("All of it was {read}.", read=read), style="muted"), steps)


def _chambers(say: Language, answer: ContactsTold, kind: ChamberKind) -> str:
    """The chamber in charge, or the probable one, or how many it may be."""
    found = [one for one in answer.chambers if one.kind == kind]
    first = found[0]
    if first.sure:
        return say.listing(_chamber(say, one) for one in found)
    if first.probable:
        return say("probably {chamber}", chamber=_chamber(say, first))
    return say("one of {count} in this Land", count=len(found))


def _chamber(say: Language, one: LocalChamber) -> str:
    return (
        f"{one.name}, {one.website}" if one.website is not None else say("{name}, no address is known", name=one.name)
    )


def _line(say: Language, line: AdviceLine) -> tuple[str, Said]:
    """The number, and who is there for what; of a page on the web its address."""
    hours = "" if line.hours is None else f" ({say(line.hours)})"
    text = f"{say(line.name)}{hours}: {say(line.helps)}"
    return (say("On the web"), f"{line.website}, {text}") if line.phone is None else (line.phone, text)


def _all(say: Language, answer: ContactsTold) -> list[Part]:
    parts: list[Part] = []
    for kind, called in KINDS.items():
        found = [one for one in answer.chambers if one.kind == kind]
        if found:
            note = "" if found[0].sure else say("one of them is in charge")
            parts += [heading(say(called), note), bullets(_whole(say, one) for one in found)]
    doubts = [f"{say(line.name)}: {say(line.doubt)}" for line in answer.lines if line.doubt is not None]
    parts += [heading(say("In doubt")), bullets(doubts)] if doubts else []
    named = [one.source for one in answer.chambers] + [line.source for line in answer.lines]
    sources = {source.url: source for source in named}
    parts.append(heading(say("Sources")))
    parts.append(
        bullets(
            say("{source}, read {date}", source=source.publisher, date=say.moment(source.read))
            for source in sources.values()
        )
    )
    return parts


def _whole(say: Language, one: LocalChamber) -> str:
    text = _chamber(say, one)
    if one.seat is not None:
        text = f"{text} ({one.seat})"
    return text if one.doubt is None else f"{text}. {say(one.doubt)}"
