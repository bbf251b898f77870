"""Tables that give way by themselves: first their widest columns are wrapped, then each row becomes a block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from jobcli.pages.kit.letters import longest_line, longest_word
from jobcli.pages.kit.text import Drawing, Said, Text, as_text

Align = Literal["left", "right"]

_NO_LIMIT = 1000


class Column(Struct):
    """What the cells of a column have in common.

    `head` says what they hold: a column without one names the row. `whole` cells are never wrapped; `least` and `most`
    are bounds of its width, in columns of the terminal. A voice leaves out the head of a `telling` one: its cells say it all.
    """

    head: str = ""
    align: Align = "left"
    whole: bool = False
    style: str = ""
    least: int = 0
    most: int = _NO_LIMIT
    telling: bool = False


class Table:
    """A table without lines, whose words are never broken.

    `gap` columns of the terminal are left between its columns, `under` steps before them; `shown` is the style of the heads
    where they are printed.
    """

    def __init__(self, heads: Sequence[str], gap: int, shown: str) -> None:
        self.columns: list[Column] = []
        self.rows: list[tuple[Text, ...]] = []
        self.gap, self.shown, self.under = gap, shown, 0
        self._heads = tuple(heads)
        self._measured: dict[str, tuple[int, list[int]]] = {}

    def add_column(
        self,
        *,
        align: Align = "left",
        whole: bool = False,
        style: str = "",
        least: int = 0,
        most: int = _NO_LIMIT,
        telling: bool = False,
    ) -> None:
        """One more column, below the next of the heads."""
        place = len(self.columns)
        head = self._heads[place] if place < len(self._heads) else ""
        self.columns.append(Column(head, align, whole, style, least, most, telling))

    def add_row(self, *cells: Said) -> None:
        """One more row; what it has no cells for is empty."""
        while len(self.columns) < len(cells):
            self.add_column()
        empty = len(self.columns) - len(cells)
        self.rows.append((*map(as_text, cells), *(Text() for _ in range(empty))))

    def change(self, change: Callable[[Text], Text]) -> None:
        """Change every cell."""
        self.rows = [tuple(map(change, row)) for row in self.rows]
        self._measured = {}

    def cells(self, number: int) -> list[Text]:
        """The cells of a column from top to bottom."""
        return [row[number] for row in self.rows]

    def fits(self, width: int) -> bool:
        """Whether all columns stand side by side in so many columns of the terminal, without a broken word."""
        return self.widths(width) is not None

    def is_flat(self, width: int) -> bool:
        """Whether no cell is wrapped in so many columns of the terminal."""
        return sum(self._most()) <= self._room(width)

    def widths(self, width: int) -> list[int] | None:
        """How wide each column is in so many columns of the terminal; None where a word would be broken."""
        # Lines are measured faster than words, and mostly no line has to be wrapped.
        whole = [max(most, column.least) for most, column in zip(self._most(), self.columns, strict=True)]
        if sum(whole) <= self._room(width) and all(column.most == _NO_LIMIT for column in self.columns):
            return whole
        least = self._least()
        return narrowed(least, self._most(), self._room(width)) if sum(least) <= self._room(width) else None

    def _room(self, width: int) -> int:
        return width - self.gap * (len(self.columns) - 1)

    def _least(self) -> list[int]:
        """How wide each column is at least, so that no word is broken."""

        def measure(column: Column, texts: Sequence[Text]) -> int:
            lengths = (
                longest_line(text.plain) if column.whole or isinstance(text, Drawing) else longest_word(text.plain)
                for text in texts
            )
            return max(column.least, max(lengths, default=0))

        return self._once("least", measure)

    def _most(self) -> list[int]:
        """How wide each column would be at most."""

        def measure(column: Column, texts: Sequence[Text]) -> int:
            return min(max((longest_line(text.plain) for text in texts), default=0), column.most)

        return self._once("most", measure)

    def _once(self, name: str, measure: Callable[[Column, Sequence[Text]], int]) -> list[int]:
        """What is measured of each column, once for the rows that there are."""
        rows, found = self._measured.get(name, (-1, []))
        if (rows, len(found)) != (len(self.rows), len(self.columns)):
            texts = [self.cells(number) for number in range(len(self.columns))]
            if self.shown:
                texts = [[Text(column.head), *cells] for column, cells in zip(self.columns, texts, strict=True)]
            found = [measure(column, cells) for column, cells in zip(self.columns, texts, strict=True)]
            self._measured[name] = len(self.rows), found
        return found


def table(*heads: str, gap: int = 2, shown: str = "") -> Table:
    """An empty table; the caller adds its columns where they have more to them than a head."""
    return Table(heads, gap, shown)


def headed(*heads: str, gap: int = 2) -> Table:
    """The same with its heads printed and its columns added: labels that may wrap, then numbers to the right, never cut."""
    made = table(*heads, gap=gap, shown="muted")
    for number in range(len(heads)):
        if number:
            made.add_column(align="right", whole=True)
        else:
            made.add_column()
    return made


def roomiest(build: Callable[[int], Table], width: int) -> Table:
    """The table with two columns between its columns, or with one where that keeps more of its lines in one piece."""
    return next((made for made in (build(2), build(1)) if made.is_flat(width)), build(1))


def narrowed(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """How wide each column is to be, so that all fit into the room and no word is broken; the widest give way first."""
    widths = [max(low, high) for low, high in zip(least, most, strict=True)]
    over = sum(widths) - room
    while over > 0 and widths != list(least):
        widest = max((index for index in range(len(widths)) if widths[index] > least[index]), key=widths.__getitem__)
        widths[widest] -= 1
        over -= 1
    return widths
