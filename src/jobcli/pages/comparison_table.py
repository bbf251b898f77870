"""The table of compared roles: roles as columns while they fit, as rows from four on or where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.extent_words import euro_words, least_euro_words, number_words
from jobcli.pages.kit.parts import Desk, Part, heading, indented, legend, paragraph
from jobcli.pages.kit.signs import marked
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Said, Text
from jobcli.training.outline import PathOutline, cheapest, outline, quickest

if TYPE_CHECKING:
    from jobcli.domain.evidence import Phrase
    from jobcli.domain.profile import Profile
    from jobcli.pay.estimate import Estimate

TURNED_FROM = 4
"""From so many roles on, each is a row."""

_INDENT = 2

_TITLE = 18
"""A title of a turned table has at least so many columns, before a fact is left out for it."""


class Fact(Struct, frozen=True):
    """One thing that is compared: its label, its value for each role, and what of it stands in a turned table.

    `head` is the label there, where it is another one.
    """

    label: Phrase
    values: list[str]
    short: Sequence[Said]
    number: bool = True
    head: Phrase | None = None


def side_by_side(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[Part]:
    """The heading and the table. In a turned table what does not fit is left out from the right, and said so."""
    say = desk.say
    found = _facts(desk, profiles, estimates)
    titles = [say(profile.role.title) for profile in profiles]
    title = heading(say("Time and cost to get there"))
    room = desk.width - _INDENT
    if len(profiles) < TURNED_FROM and not desk.narrow:
        grid = _upright(titles, [say(fact.label) for fact in found], found)
        if grid.fits(room):
            return [title, indented(grid, _INDENT)]
    shown = list(found)
    while len(shown) > 2 and not _turned(desk, titles, shown).fits(room):
        shown.pop()
    left = [say(fact.label) for fact in found if fact not in shown]
    notes = [say("For want of room without: {labels}.", labels=say.listing(left))] if left else []
    parts = [paragraph(note, style="muted") for note in notes]
    if any(isinstance(cell, Text) and cell.aloud != cell.plain for fact in shown for cell in fact.short):
        parts.append(legend(say("?: concluded by us or in doubt.")))
    parts.append(paragraph(say("Which path that is: jobcli paths ROLE"), style="muted"))
    return [title, indented(_turned(desk, titles, shown), _INDENT), *parts]


def _facts(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[Fact]:
    """The most telling first: what does not fit is left out from the end."""
    say, unknown = desk.say, desk.say("not known")
    outlines = [[outline(path) for path in profile.paths] for profile in profiles]
    quick, cheap = [quickest(items) for items in outlines], [cheapest(items) for items in outlines]
    pay = [say.euros(item.gross_year.p50) for item in estimates]
    months = [_months(desk, item) for item in quick]
    lengths = [f"{names.months(say, item.path.months)}: {say(item.path.title)}" if item else unknown for item in quick]
    sums = [item.money if item else None for item in cheap]
    prices = [euro_words(say, item) for item in sums]
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
            [least_euro_words(say, item) for item in sums],
        ),
        Fact(phrase("Level"), levels, levels, number=False),
        Fact(phrase("Musts"), musts, musts),
        Fact(phrase("Shoulds"), shoulds, shoulds),
        Fact(phrase("Paths"), known, [say.number(len(items)) for items in outlines]),
    ]


def _timed(item: PathOutline) -> bool:
    return item.months is not None


def _months(desk: Desk, item: PathOutline | None) -> Said:
    """A length in a cell, marked where no source states it in this form."""
    if item is None or item.months is None:
        return desk.say("not known")
    doubted = item.path.months is not None and item.path.months.basis != "stated"
    return marked(desk.say, number_words(desk.say, item.months), *(["?"] if doubted else []))


def _upright(titles: list[str], labels: list[str], found: list[Fact]) -> Table:
    grid = table("", *titles, shown="heading")
    grid.add_column(style="muted")
    for _ in titles:
        grid.add_column()
    for label, *values in zip(labels, *zip(*(fact.values for fact in found), strict=True), strict=True):
        grid.add_row(label, *values)
    return grid


def _turned(desk: Desk, titles: list[str], shown: list[Fact]) -> Table:
    say = desk.say
    grid = table(say("Role"), *(say(fact.head or fact.label) for fact in shown), shown="heading")
    grid.add_column(style="strong", least=min(_TITLE, max(map(len, titles), default=0)))
    for fact in shown:
        grid.add_column(align="right" if fact.number else "left")
    for title, *cells in zip(titles, *(fact.short for fact in shown), strict=True):
        grid.add_row(title, *cells)
    return grid
