"""Tables of a first screen: one line a row. A long name is cut behind a word and says so; columns give way from the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from jobcli.pages.first.rows import CUT, shortened
from jobcli.pages.kit.letters import columns_of, longest_word
from jobcli.pages.kit.parts import STEP, Desk, indented
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Drawing, Said, Text, as_text


class RankColumn(Struct, frozen=True):
    """One column: its head, on which side its cells stand, whether it is `cut` where there is little room.

    A `spare` one is left out where there is too little room for all: the highest number first, and 0 never.
    """

    head: str = ""
    align: Literal["left", "right"] = "left"
    style: str = ""
    cut: bool = False
    spare: int = 0
    least: int = 12
    """So many columns a name that is cut has at least, before a spare column is left out for it."""


def ranked(desk: Desk, columns: Sequence[RankColumn], rows: Sequence[Sequence[Said]], lines: int = 1) -> Table:
    """The rows, each in one line; names that are cut may have more `lines`."""
    cells = [[as_text(cell) for cell in row] for row in rows]
    kept = list(range(len(columns)))
    room, gap = _room(desk, columns, cells, kept)
    while room < _needed(columns, cells, kept) and any(columns[number].spare for number in kept):
        kept.remove(max(kept, key=lambda number: columns[number].spare))
        room, gap = _room(desk, columns, cells, kept)
    grid = table(
        *(columns[number].head for number in kept),
        gap=gap,
        shown="muted" if any(columns[number].head for number in kept) else "",
    )
    for number in kept:
        grid.add_column(align=columns[number].align, style=columns[number].style, whole=not columns[number].cut)
    short = {number for number in kept if columns[number].cut}
    made = [[_cut(text, room, lines) if n in short else text for n, text in enumerate(row)] for row in cells]
    for number in short:
        names = [row[number].plain for row in made]
        for row, whole in zip(made, cells, strict=True):
            # Two names that are cut to the same words would be one.
            if names.count(row[number].plain) > 1:
                row[number] = _cut(whole[number], room, lines + 1)
    for row in made:
        grid.add_row(*(row[number] for number in kept))
    return indented(grid)


def _room(
    desk: Desk, columns: Sequence[RankColumn], cells: Sequence[Sequence[Text]], kept: Sequence[int]
) -> tuple[int, int]:
    """How many columns of the terminal are left for a name that is cut, and how many stand between two columns."""
    fixed = desk.width - STEP - sum(_widest(columns, cells, number) for number in kept if not columns[number].cut)
    gap = 2 if fixed - 2 * (len(kept) - 1) >= _needed(columns, cells, kept) else 1
    return fixed - gap * (len(kept) - 1), gap


def _needed(columns: Sequence[RankColumn], cells: Sequence[Sequence[Text]], kept: Sequence[int]) -> int:
    """How many columns a name that is cut needs at least."""
    return max(
        (min(columns[number].least, _widest(columns, cells, number)) for number in kept if columns[number].cut),
        default=0,
    )


def _widest(columns: Sequence[RankColumn], cells: Sequence[Sequence[Text]], number: int) -> int:
    return max(columns_of(columns[number].head), *(columns_of(row[number].plain) for row in cells), 0)


def _cut(text: Text, room: int, lines: int) -> Text:
    """A name that fits into so many lines."""
    if columns_of(text.plain) <= room or isinstance(text, Drawing):
        return text
    words = shortened(text.plain, room, lines)
    if longest_word(words) <= room:
        return Text(words, text.style)
    # A single word that is too long is cut behind a hyphen, or not named at all.
    parts = words.split("-")
    kept = max((n for n in range(len(parts)) if columns_of("-".join(parts[:n]) + "-" + CUT) <= room), default=0)
    return Text("-".join(parts[:kept]) + "-" + CUT if kept else CUT.strip(), text.style)
