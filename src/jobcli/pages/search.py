"""What a search found: each role with the line that matched, and the words in it that did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.folding import folded
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, heading, headline, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pages.list import filter_line, role_table, title_of
from jobcli.pages.occupation import notice
from jobcli.search.hits import Hit, touches
from jobcli.search.question import SearchQuestion

if TYPE_CHECKING:
    from jobcli.answers.found import Finding
    from jobcli.answers.roles import Found, FoundRole

OCCUPATIONS, FEW, PATHS = 8, 4, 3
"""So many occupations, or fewer beside roles that match as well; so many training paths."""
SHOWN = 20
"""A page shows so many roles; programs get all."""

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
    """The roles, best first; below each title the line that matched, its words in brackets. `hits` are by role."""
    say, roles = desk.say, answer.roles
    occupations = [item for item in answer.found if item.kind == "occupation"]
    own = _roles_block(desk, answer, question, hits, subjects) if roles else page()
    others = _occupations_block(desk, answer, occupations) if occupations else page()
    paths = [item for item in answer.found if item.kind == "path"][:PATHS]
    first = answer.found[0]
    blocks = (others, own) if first.kind == "occupation" else (own, others)
    return page(
        headline(say("What '{words}' can mean", words=answer.words)),
        filter_line(desk, answer.filters),
        *blocks,
        heading(say("Training paths")) if paths else None,
        role_table(desk, {item.id: Text(say(item.title)) for item in paths}) if paths else None,
        notice(desk, answer.attribution) if occupations else None,
        Blank(),
        paragraph(
            say("One of them: jobcli show {id}", id=next(x.id for x in answer.found if x.kind != "path")), style="muted"
        )
        if roles or occupations
        else None,
    )


def _roles_block(
    desk: Desk, answer: Found, question: SearchQuestion, hits: Mapping[str, Hit], subjects: Mapping[str, Words]
) -> Page:
    """The roles; below each title the line that matched."""
    say, roles = desk.say, answer.roles
    titles = {
        role.id: title_of(desk, role).append("\n").append_text(_matched(say, question, hits[role.id], role, subjects))
        for role in roles[:SHOWN]
    }
    more = len(roles) - SHOWN
    return page(
        heading(say.plural("{count} role with a profile", "{count} roles with a profile", len(roles))),
        role_table(desk, titles),
        paragraph(say.plural("{count} more: add a word.", "{count} more: add a word.", more)) if more > 0 else None,
    )


def _occupations_block(desk: Desk, answer: Found, occupations: Sequence[Finding]) -> Page:
    """The official occupations; below each title what it is called in lists, how many work in it, whether they are short."""
    say = desk.say
    exact = occupations[0].how in ("code", "title")
    shown = occupations[: (OCCUPATIONS if exact or not answer.roles else FEW)]
    lines = {}
    for item in shown:
        title = Text(item.text, style="strong")
        line = Text().append_text(title)
        if item.pay_month:
            line.append(f"  {say.euros(item.pay_month)}", "money")
        told = [names.name(say, item.level)] if item.level else []
        told = [say(item.title), *told] if say(item.title) != item.text else told
        told += [say("{count} employees", count=say.number(item.employees))] if item.employees is not None else []
        told += [say("people are short")] if item.shortage == "yes" else []
        lines[item.id] = line.append("\n").append(" · ".join(told), "muted")
    number = len(occupations)
    return page(
        heading(
            say.plural("{count} official occupation", "{count} official occupations", number),
            say("official median a month"),
        ),
        role_table(desk, lines),
    )


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
