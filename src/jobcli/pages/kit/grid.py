"""Tables that give way by themselves: first their widest columns are wrapped, then each row becomes a block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from jobcli.pages.kit.cells import Cells, as_text, columns_of

UNIT_AHEAD = r"(?<=\d) (?=(?:euros?|Euro|percent|Prozent|months?|Monate?n?|hours?|Stunden?|years?|Jahre?n?)\b)"
"""The blank between a number and its unit, where both are words of a sentence."""

NUMBERED = "§", "DQR", "ISCO", "KldB"
"""Words that are nothing without the number behind them."""

_BREAKS = re.compile("".join(rf"(?<!{word})" for word in NUMBERED) + rf"(?!{UNIT_AHEAD})[^\S\u00a0]+")
"""Where a line may be broken: at every blank but one that holds a number and its unit, or a § and its number, together."""


class Drawing(Text):
    """A picture made of letters. All that it shows also stands beside it in words."""


class Grid(Table):
    """A table whose words are never broken. `heads` say what each column holds: one without a head names its row."""

    heads: tuple[str, ...] = ()
    gap: int = 2

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  those of Rich
        super().__init__(**options)
        self._measured: dict[tuple[str, int, int], list[int]] = {}

    def add_column(self, **options: Any) -> None:  # type: ignore[override]  # noqa: ANN401  those of Rich
        """As in Rich; the head is the next one of `heads`."""
        place = len(self.columns)
        super().add_column(Text(self.heads[place]) if place < len(self.heads) else "", **options)

    def fits(self, width: int) -> bool:
        """Whether all columns stand side by side in so many columns of the terminal, without a broken word."""
        return self._widths(width) is not None

    def is_flat(self, width: int) -> bool:
        """Whether no cell is wrapped in so many columns of the terminal."""
        return sum(self._most()) <= self._room(width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Side by side where words stay whole, else in blocks."""
        widths = self._widths(options.max_width)
        yield from self._blocks() if widths is None else self._rows(console, options, widths)

    def _room(self, width: int) -> int:
        return width - self.gap * (len(self.columns) - 1)

    def _widths(self, width: int) -> list[int] | None:
        """How wide each column is in so many columns of the terminal; None where a word would be broken."""
        # Lines are measured faster than words, and mostly no line has to be wrapped.
        whole = [max(most, column.min_width or 0) for most, column in zip(self._most(), self.columns, strict=True)]
        if sum(whole) <= self._room(width) and all(column.max_width is None for column in self.columns):
            return whole
        least = self._least()
        return narrowed(least, self._most(), self._room(width)) if sum(least) <= self._room(width) else None

    def _rows(self, console: Console, options: ConsoleOptions, widths: Sequence[int]) -> Iterator[Segment]:
        """What Rich draws of such a table. It would measure each cell several times, and wrap also what is short."""
        gaps = [*[self.gap] * (len(widths) - 1), 0]
        # Even a column of empty cells is one blank wide, its gap counted.
        columns = [
            Cells(console, options, column, width if gap else max(1, width), gap)
            for column, width, gap in zip(self.columns, widths, gaps, strict=False)
        ]
        if self.show_header:
            head = console.get_style(self.header_style or "")
            styles = [head + console.get_style(column.header_style) for column in self.columns]
            yield from _row(columns, [column.header for column in self.columns], styles, above=True)
        styles = [console.get_style(column.style) for column in self.columns]
        for cells in zip(*(column.cells for column in self.columns), strict=True):
            yield from _row(columns, cells, styles)

    def _texts(self, column: Column) -> list[RenderableType]:
        return [*([column.header] if self.show_header else []), *column.cells]

    def _least(self) -> list[int]:
        """How wide each column is at least, so that no word is broken."""

        def measure(column: Column) -> int:
            lengths = (
                longest_line(cell) if column.no_wrap or isinstance(cell, Drawing) else longest_word(cell)
                for cell in self._texts(column)
            )
            return max(column.min_width or 0, max(lengths, default=0))

        return self._once("least", measure)

    def _most(self) -> list[int]:
        """How wide each column would be at most."""

        def measure(column: Column) -> int:
            return min(max(map(longest_line, self._texts(column)), default=0), column.max_width or 1000)

        return self._once("most", measure)

    def _once(self, name: str, measure: Callable[[Column], int]) -> list[int]:
        """What is measured of each column, once for the rows that there are."""
        key = name, len(self.columns), self.row_count
        if key not in self._measured:
            self._measured[key] = [measure(column) for column in self.columns]
        return self._measured[key]

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


def _is_line(cell: RenderableType, column: Column) -> bool:
    """Whether a cell is one line of text, laid out as its column is."""
    if isinstance(cell, str):
        plain = as_text(cell).plain
    elif type(cell) in (Text, Drawing) and cast("Text", cell).justify is None:
        plain = cast("Text", cell).plain
    else:
        return False
    # Rich takes off blanks at the end before it moves a text to the right.
    return not ("\n" in plain or "\t" in plain or (column.justify == "right" and plain[-1:].isspace()))


def _filled(console: Console, text: Text, column: Column, width: int, style: Style) -> tuple[list[Segment], Style]:
    """A cell filled up to the width of its column, and the style of the blanks behind it."""
    blanks = width - longest_line(text)
    if not text.spans:
        plain = " " * blanks + text.plain if column.justify == "right" else text.plain + " " * blanks
        return [Segment(plain, style + console.get_style(text.style))], style
    filled = text.copy()
    if column.justify == "right":
        filled.pad_left(blanks)
    else:
        filled.pad_right(blanks)
    return list(Segment.apply_style(filled.render(console), style)), style


def _row(
    columns: Sequence[Cells], cells: Sequence[RenderableType], styles: Sequence[Style], *, above: bool = False
) -> Iterator[Segment]:
    """The lines of one row; what is shorter than the row has blank lines below it, or `above`."""
    drawn = [column.lines(cell, style) for column, cell, style in zip(columns, cells, styles, strict=True)]
    height = max(1, *map(len, drawn))
    filled = [
        lines if len(lines) == height else column.filled(lines, height, style, above=above)
        for column, lines, style in zip(columns, drawn, styles, strict=True)
    ]
    for pieces in zip(*filled, strict=True):
        for piece in pieces:
            yield from piece
        yield Segment.line()


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


def longest_line(cell: RenderableType) -> int:
    """The columns that a cell takes without being wrapped."""
    return max(map(columns_of, as_text(cell).plain.split("\n")), default=0)


def longest_word(cell: RenderableType) -> int:
    """The columns that a cell takes at least: those of its longest word."""
    return max(map(columns_of, _BREAKS.split(as_text(cell).plain)), default=0)


def words_over(text: Text, width: int) -> int:
    """How many words of a text would be broken in so many columns."""
    return sum(columns_of(word) > width for word in _BREAKS.split(text.plain))
