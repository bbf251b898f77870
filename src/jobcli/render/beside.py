"""The table of compared roles: roles as columns while they fit, as rows from four on or where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobcli.domain.evidence import phrase
from jobcli.estimating.pathways import Outline, cheapest, outline, quickest
from jobcli.render import names
from jobcli.render.layout import Desk, heading, paragraph

if TYPE_CHECKING:
    from jobcli.domain.evidence import Phrase
    from jobcli.estimating.salary import Estimate
    from jobcli.loading.catalog import Profile

TURNED_FROM = 4
"""From so many roles on, each is a row."""

_GAP = 2
_INDENT = 2


class Fact(Struct, frozen=True):
    """One thing that is compared: its label, its value for each role, and what of it stands in a turned table.

    `head` is the label there, where it is another one.
    """

    label: Phrase
    values: list[str]
    short: list[str]
    number: bool = True
    head: Phrase | None = None


def side_by_side(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[RenderableType]:
    """The heading and the table. In a turned table what does not fit is left out from the right, and said so."""
    say = desk.say
    found = _facts(desk, profiles, estimates)
    titles = [say(profile.role.title) for profile in profiles]
    title = heading(say("Time and cost to get there"))
    if len(profiles) < TURNED_FROM and not desk.narrow:
        labels = [say(fact.label) for fact in found]
        columns = [labels, *(list(cells) for cells in zip(titles, *(fact.values for fact in found), strict=True))]
        if _width(columns) <= desk.width - _INDENT:
            return [title, _upright(desk, titles, labels, found)]
    shown = list(found)
    while len(shown) > 2 and _width(_turned_columns(desk, titles, shown)) > desk.width - _INDENT:
        shown.pop()
    left = [say(fact.label) for fact in found if fact not in shown]
    notes = [say("For want of room without: {labels}.", labels=say.listing(left))] if left else []
    if any(cell.endswith(" ?") for fact in shown for cell in fact.short):
        notes.append(say("?: concluded by us or in doubt."))
    notes.append(say("Which path that is: jobcli paths ROLE"))
    return [title, _turned(desk, titles, shown), *(paragraph(note, style="muted") for note in notes)]


def _facts(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[Fact]:
    """The most telling first: what does not fit is left out from the end."""
    say, unknown = desk.say, desk.say("not known")
    outlines = [[outline(path) for path in profile.paths] for profile in profiles]
    quick, cheap = [quickest(items) for items in outlines], [cheapest(items) for items in outlines]
    pay = [say.euros(item.gross_year.p50) for item in estimates]
    months = [say.span(*item.months) + _doubted(item) if item and item.months else unknown for item in quick]
    lengths = [f"{names.months(say, item.path)}: {say(item.path.title)}" if item else unknown for item in quick]
    prices = [names.total(say, item) for item in cheap]
    levels = [names.name(say, profile.role.level) for profile in profiles]
    musts, shoulds = (
        [say.number(sum(item.need == need for item in profile.role.requirements)) for profile in profiles]
        for need in ("must", "should")
    )
    known = [
        say("{all} in all, {timed} of them with a known length", all=len(items), timed=sum(map(_timed, items)))
        for items in outlines
    ]
    return [
        Fact(phrase("Pay"), pay, pay),
        Fact(phrase("Quickest path"), lengths, months, head=phrase("Quickest path, months")),
        Fact(
            phrase("Lowest price"),
            [f"{price}: {say(item.path.title)}" if item else price for price, item in zip(prices, cheap, strict=True)],
            [_price(desk, item) for item in cheap],
        ),
        Fact(phrase("Level"), levels, levels, number=False),
        Fact(phrase("Musts"), musts, musts),
        Fact(phrase("Shoulds"), shoulds, shoulds),
        Fact(phrase("Paths"), known, [say.number(len(items)) for items in outlines]),
    ]


def _timed(item: Outline) -> bool:
    return item.months is not None


def _doubted(item: Outline) -> str:
    """The sign of a length that no source states in this form."""
    return " ?" if item.path.months is not None and item.path.months.basis != "stated" else ""


def _price(desk: Desk, item: Outline | None) -> str:
    """A price in a cell: where a part is not known, what it is at least."""
    say = desk.say
    if item is None or item.money is None or item.money.complete:
        return names.total(say, item)
    return say("at least {price}", price=say.euros(item.money.low))


def _upright(desk: Desk, titles: list[str], labels: list[str], found: list[Fact]) -> Padding:
    columns = [["", *labels], *([name, *(fact.values[index] for fact in found)] for index, name in enumerate(titles))]
    table = _empty()
    for index, (cells, width) in enumerate(zip(columns, _widths(columns, desk.width - _INDENT), strict=True)):
        table.add_column(Text(cells[0]), width=width, style="" if index else "muted")
    for row in zip(*(cells[1:] for cells in columns), strict=True):
        table.add_row(*map(Text, row))
    return Padding(table, (0, 0, 0, _INDENT))


def _turned(desk: Desk, titles: list[str], shown: list[Fact]) -> Padding:
    columns = _turned_columns(desk, titles, shown)
    table = _empty()
    numbers = [False, *(fact.number for fact in shown)]
    for cells, width, number in zip(columns, _widths(columns, desk.width - _INDENT), numbers, strict=True):
        style = "" if table.columns else "strong"
        table.add_column(Text(cells[0]), width=width, style=style, justify="right" if number else "left")
    for row in zip(*(cells[1:] for cells in columns), strict=True):
        table.add_row(*map(Text, row))
    return Padding(table, (0, 0, 0, _INDENT))


def _turned_columns(desk: Desk, titles: list[str], shown: list[Fact]) -> list[list[str]]:
    say = desk.say
    return [[say("Role"), *titles], *([say(fact.head or fact.label), *fact.short] for fact in shown)]


def _empty() -> Table:
    return Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="heading")


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is to be, so that the table fits and no word is broken; the widest give way first.

    Rich would narrow the widest column first, even where its longest word then breaks.
    """
    least = [_longest(cells) for cells in columns]
    widths = [max(map(len, cells)) for cells in columns]
    over = sum(widths) + _GAP * (len(columns) - 1) - room
    while over > 0 and widths != least:
        widest = max((index for index in range(len(widths)) if widths[index] > least[index]), key=widths.__getitem__)
        widths[widest] -= 1
        over -= 1
    return widths


def _width(columns: Sequence[Sequence[str]]) -> int:
    """The narrowest table in which no word is broken."""
    return sum(map(_longest, columns)) + _GAP * (len(columns) - 1)


def _longest(cells: Sequence[str]) -> int:
    """The longest word of a column."""
    return max((len(word) for cell in cells for word in cell.split(" ")), default=0)
