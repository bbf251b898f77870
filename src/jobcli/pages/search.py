"""What a search found, in one list: each role with the line that matched and the words in it that did, occupations, paths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.folding import folded
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import STEP, Blank, Desk, Page, Part, headline, lead, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pages.list import filter_line, title_of
from jobcli.pages.occupation import notice
from jobcli.search.hits import Hit, touches
from jobcli.search.question import SearchQuestion

if TYPE_CHECKING:
    from jobcli.answers.found import Finding
    from jobcli.answers.roles import Found, FoundRole

SHOWN, PATHS = 10, 3
"""A page shows so many of what was found, and so many training paths among them; programs get all."""

_FIELDS = {
    "title": phrase("title"),
    "alias": phrase("also called"),
    "id": phrase("id"),
    "kldb": phrase("KldB code"),
    "isco": phrase("ISCO code"),
    "neighbour": phrase("a neighbouring job"),
    "subject": phrase("subject"),
    "duty": phrase("duty"),
    "path": phrase("training path"),
    "requirement": phrase("asked for"),
    "summary": phrase("summary"),
}
_HOW = {"spelling": phrase("similar spelling"), "abbreviation": phrase("abbreviation")}
# A word with its gender form: what is highlighted is never a part of one.
_WORD = re.compile(r"[^\W_]+(?:[:*_/]-?(?:innen|in)\b)?")


def found_page(
    desk: Desk, answer: Found, question: SearchQuestion, hits: Mapping[str, Hit], subjects: Mapping[str, Words]
) -> Page:
    """Roles, official occupations and training paths in one list, best first; below each what it is and why it is there.

    `hits` are by role.
    """
    say = desk.say
    roles = {role.id: role for role in answer.roles}
    paths = [item.id for item in answer.found if item.kind == "path"][PATHS:]
    fitting = [item for item in answer.found if item.kind != "path" or item.id not in paths]
    parts: list[Part] = []
    for item in fitting[:SHOWN]:
        if item.kind == "role":
            role = roles[item.id]
            title, line = title_of(desk, role), _matched(say, question, hits[item.id], role, subjects)
        elif item.kind == "occupation":
            title, line = Text(item.text, style="strong"), _occupation(say, item)
        else:
            title, line = Text(say(item.title), style="strong"), _path(say, item)
        parts += [lead(title, item.id), paragraph(line, indent=2 * STEP)]
    more = len(answer.found) - len(fitting[:SHOWN])
    first = next((item for item in answer.found if item.kind != "path"), None)
    return page(
        headline(say("What '{words}' can mean", words=answer.words)),
        filter_line(desk, answer.filters),
        Blank(),
        *parts,
        Blank(),
        paragraph(say.plural("{count} more: add a word.", "{count} more: add a word.", more)) if more > 0 else None,
        notice(desk, answer.attribution) if answer.attribution else None,
        paragraph(say("One of them: jobcli show {id}", id=first.id), style="muted") if first else None,
    )


def _occupation(say: Language, item: Finding) -> Text:
    """What an occupation is called in lists, its level, pay, how many work in it, and whether they are short."""
    told = [say("official occupation")]
    name = say(item.title)
    told += [] if name.startswith(item.text) else [name]
    told += [level] if item.level and not name.endswith(level := names.name(say, item.level)) else []
    line = Text(" · ".join(told), style="muted")
    if item.pay_month:
        line.append(" · ", "muted").append(say("{pay} a month", pay=say.euros(item.pay_month)), "money")
    told = [say("{count} employees", count=say.number(item.employees))] if item.employees is not None else []
    told += [say("people are short")] if item.shortage == "yes" else []
    return line.append("".join(f" · {word}" for word in told), "muted")


def _path(say: Language, item: Finding) -> Text:
    """Where a training path leads, as it is typed."""
    ways = say.listing(f"jobcli paths {role}" for role in item.roles[:2])
    what = say("training path")
    return Text(f"{what}: {ways}" if ways else what, style="muted")


def _matched(say: Language, question: SearchQuestion, hit: Hit, role: FoundRole, subjects: Mapping[str, Words]) -> Text:
    """The line that matched: what it is, and the text with what matched in brackets."""
    title = say(role.title)
    if hit.field == "title" and folded(title) == folded(hit.text):
        # Both titles are spelt alike: the reader's own is shown.
        hit = structs.replace(hit, text=title)
    line = Text(f"{say(_FIELDS[hit.field])}: ", style="muted")
    end = 0
    for start, stop in marks(question, hit):
        line.append(hit.text[end:start]).append("[").append(hit.text[start:stop], style="strong").append("]")
        end = stop
    line.append(hit.text[end:])
    subject = subjects.get(hit.subject or "")
    if subject is not None and hit.text not in (subject.de, subject.en):
        # A plain word for the subject, which the profile itself calls by its name.
        line.append(f" ({say(subject)})")
    return line.append(f" ({say(_HOW[hit.how])})") if hit.how in _HOW else line


def marks(question: SearchQuestion, hit: Hit) -> list[tuple[int, int]]:
    """From where to where the words of the line matched; the whole line where no single word did."""
    if hit.how in ("spelling", "abbreviation", "exact", "alias"):
        return [(0, len(hit.text))]
    if hit.field in ("kldb", "isco"):
        return [(0, len(question.code or ""))]
    found = []
    for match in _WORD.finditer(hit.text):
        (spelt, *_) = folded(match[0]).split() or ("",)
        begun = hit.how == "prefix" and question.compact.startswith(spelt)
        if spelt and (begun or touches(question, spelt)):
            found.append(match.span())
    return found or [(0, len(hit.text))]
