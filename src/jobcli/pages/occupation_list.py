"""Official occupations as a list, one line each: code, name, level, pay, whether people are short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.kit.parts import Blank, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text
from jobcli.pages.occupation import notice

if TYPE_CHECKING:
    from jobcli.answers.occupation_list import OccupationList
    from jobcli.pages.kit.language import Language

_CODE, _LEAST, _ROOMY = 7, 16, 70
"""Columns of a code with the gap behind it; the least that a name has; from so many on there is room for the level."""

_NARROW, _LONGEST = 60, 1000
"""Below so many columns names are not cut; longer than any name."""
_LEFT_OUT = "[…]"
_SHORTAGE = {"yes": phrase("short"), "no": phrase("not short"), "not-rated": "", None: ""}


def occupation_list_page(desk: Desk, answer: OccupationList) -> Page:
    """The occupations, or the smaller groups of a group that has many."""
    say, rows, groups = desk.say, answer.occupations, answer.groups
    count = (
        say.plural("{count} group", "{count} groups", len(groups))
        if groups
        else say.plural("{count} official occupation", "{count} official occupations", len(rows))
    )
    inside = answer.inside[-1] if answer.inside else None
    title = f"{inside.code} {say(inside.name)}: {count}" if inside else count
    wanted = answer.filters
    told = say("Only {filters}", filters=wanted.told) if wanted.told else ""
    if wanted.min_pay or wanted.state:
        meaning = say("Pay: the middle of the estimate, gross a year.")
    elif groups:
        meaning = say("Pay: median of the group, gross a month (Destatis).")
    else:
        meaning = say("Pay: official median, gross a month (BA, else Destatis).")
    example = groups[0].code if groups else rows[0].id
    more = (
        say("One group: jobcli list {code}", code=example)
        if groups
        else say("One of them: jobcli show {id}", id=example)
    )
    return page(
        headline(title),
        paragraph(told, style="muted") if told else None,
        paragraph(meaning, style="muted"),
        Blank(),
        indented(_groups(say, answer) if groups else _occupations(desk, answer)),
        Blank(),
        notice(desk, answer.attribution),
        paragraph(more, style="muted"),
    )


def _groups(say: Language, answer: OccupationList) -> Table:
    grid = table("", "", say("Occupations"), say("Pay"))
    grid.add_column(whole=True)
    grid.add_column()
    grid.add_column(whole=True, align="right")
    grid.add_column(whole=True, align="right")
    for item in answer.groups:
        pay = say.euros(item.pay_month) if item.pay_month else "–"
        grid.add_row(item.code, Text(say(item.name), "strong"), say.number(item.occupations), Text(pay, "money"))
    return grid


def _occupations(desk: Desk, answer: OccupationList) -> Table:
    """One line for each: what does not fit of a name is left out. With a narrow window the last digit says the level."""
    say = desk.say
    grid = table("", "", *([] if desk.width < _ROOMY else [say("Level")]), say("Pay"), say("Shortage"))
    grid.add_column(whole=True)
    grid.add_column()
    if not desk.width < _ROOMY:
        grid.add_column(whole=True, style="muted")
    grid.add_column(whole=True, align="right")
    grid.add_column(whole=True, style="muted")
    rows = []
    for item in answer.occupations:
        amount = item.gross_year.p50 if item.gross_year else item.pay_month
        short, level = _SHORTAGE[item.shortage], names.name(say, item.level)
        cells = [say.euros(amount) if amount else "–", say(short) if short else ""]
        rows.append((item, level, cells if desk.width < _ROOMY else [level, *cells]))
    widths = [max(len(cells[at]) for *_, cells in rows) + 2 for at in range(len(rows[0][2]))]
    # A narrow page has a name in as many lines as it needs.
    room = max(_LEAST, desk.width - 2 - _CODE - sum(widths)) if desk.width >= _NARROW else _LONGEST
    for item, level, cells in rows:
        name = _cut(say(item.title).removesuffix(f", {level}"), room)
        grid.add_row(item.id, Text(name, "strong"), *cells[:-2], Text(cells[-2], "money"), cells[-1])
    return grid


def _cut(text: str, room: int) -> str:
    """A name that fits on the line: it ends behind a word, at the earliest behind the first one."""
    if len(text) <= room:
        return text
    begun, words = text[: room - len(_LEFT_OUT) - 1], text.split(" ")
    whole = begun.rsplit(" ", 1)[0] if " " in begun else words[0]
    return f"{whole.rstrip(' ,(–')} {_LEFT_OUT}" if len(words) > 1 else text
