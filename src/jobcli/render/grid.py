"""Tables that give way by themselves: first their widest columns are wrapped, then each row becomes a block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

UNIT_AHEAD = r"(?<=\d) (?=(?:euros?|Euro|percent|Prozent|months?|Monate?n?|hours?|Stunden?|years?|Jahre?n?)\b)"
"""The blank between a number and its unit, where both are words of a sentence."""

_BREAKS = re.compile(rf"(?<!§)(?!{UNIT_AHEAD})[^\S\u00a0]+")
"""Where a line may be broken: at every blank but one that holds a number and its unit, or a § and its number, together."""


class Drawing(Text):
    """A picture made of letters. All that it shows also stands beside it in words."""


class Grid(Table):
    """A table whose words are never broken. `heads` say what each column holds: one without a head names its row."""

    heads: tuple[str, ...] = ()
    gap: int = 2

    def add_column(self, **options: Any) -> None:  # type: ignore[override]  # noqa: ANN401  those of Rich
        """As in Rich; the head is the next one of `heads`."""
        place = len(self.columns)
        super().add_column(Text(self.heads[place]) if place < len(self.heads) else "", **options)

    def fits(self, width: int) -> bool:
        """Whether all columns stand side by side in so many columns of the terminal, without a broken word."""
        return sum(self._least()) + self.gap * (len(self.columns) - 1) <= width

    def is_flat(self, width: int) -> bool:
        """Whether no cell is wrapped in so many columns of the terminal."""
        return sum(self._most()) + self.gap * (len(self.columns) - 1) <= width

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Side by side where words stay whole, else in blocks."""
        if self.fits(options.max_width):
            room = options.max_width - self.gap * (len(self.columns) - 1)
            for column, width in zip(self.columns, narrowed(self._least(), self._most(), room), strict=True):
                column.width = width
            yield from super().__rich_console__(console, options)
        else:
            yield from self._blocks()

    def _texts(self, column: Column) -> list[RenderableType]:
        return [*column.cells, *([column.header] if self.show_header else [])]

    def _least(self) -> list[int]:
        return [
            max(
                column.min_width or 0,
                *(
                    longest_line(cell) if column.no_wrap or isinstance(cell, Drawing) else longest_word(cell)
                    for cell in self._texts(column)
                ),
                0,
            )
            for column in self.columns
        ]

    def _most(self) -> list[int]:
        return [
            min(max(map(longest_line, self._texts(column)), default=0), column.max_width or 1000)
            for column in self.columns
        ]

    def _blocks(self) -> Iterator[RenderableType]:
        """Each row: its name, then what stands in the other columns, each with its head."""
        for cells in zip(*(column.cells for column in self.columns), strict=True):
            lead = Text()
            below: list[RenderableType] = []
            for head, column, cell in zip(self._padded_heads(), self.columns, cells, strict=True):
                text = as_text(cell)
                if not text.plain.strip():
                    continue
                styled = Text("", style=column.style).append_text(text)
                if isinstance(cell, Drawing):
                    below.append(cell)
                elif not head or column is self.columns[0]:
                    lead = lead.append(" " if lead else "").append_text(Text().append_text(styled))
                else:
                    below.append(Text().append(f"{head}: ", style="muted").append_text(styled))
            yield lead
            for line in below:
                yield Padding(line, (0, 0, 0, 2))

    def _padded_heads(self) -> list[str]:
        return [*self.heads, *[""] * (len(self.columns) - len(self.heads))]


def table(*heads: str, gap: int = 2, shown: str = "") -> Grid:
    """A table without lines, `gap` columns between its columns; `shown` is the style of the heads where they are printed.

    The caller adds its columns.
    """
    grid = Grid(
        box=None, padding=(0, gap), collapse_padding=True, show_header=bool(shown), show_edge=False, pad_edge=False
    )
    grid.heads, grid.gap, grid.header_style = heads, gap, shown
    return grid


def headed(*heads: str, gap: int = 2) -> Grid:
    """The same with its heads printed and its columns added: labels that may wrap, then numbers to the right, never cut."""
    grid = table(*heads, gap=gap, shown="muted")
    for number in range(len(heads)):
        if number:
            grid.add_column(justify="right", no_wrap=True)
        else:
            grid.add_column()
    return grid


def roomiest(build: Callable[[int], Grid], width: int) -> Grid:
    """The table with two columns between its columns, or with one where that keeps more of its lines in one piece."""
    return next((grid for grid in (build(2), build(1)) if grid.is_flat(width)), build(1))


def narrowed(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """How wide each column is to be, so that all fit into the room and no word is broken; the widest give way first.

    Rich would narrow the widest column first, even where its longest word then breaks.
    """
    widths = [max(low, high) for low, high in zip(least, most, strict=True)]
    over = sum(widths) - room
    while over > 0 and widths != list(least):
        widest = max((index for index in range(len(widths)) if widths[index] > least[index]), key=widths.__getitem__)
        widths[widest] -= 1
        over -= 1
    return widths


def as_text(cell: RenderableType) -> Text:
    """A cell as a text."""
    return cell if isinstance(cell, Text) else Text(str(cell))


def longest_line(cell: RenderableType) -> int:
    """The columns that a cell takes without being wrapped."""
    return max(map(cell_len, as_text(cell).plain.split("\n")), default=0)


def longest_word(cell: RenderableType) -> int:
    """The columns that a cell takes at least: those of its longest word."""
    return max(map(cell_len, _BREAKS.split(as_text(cell).plain)), default=0)


def words_over(text: Text, width: int) -> int:
    """How many words of a text would be broken in so many columns."""
    return sum(cell_len(word) > width for word in _BREAKS.split(text.plain))
