"""The cells of one column of a table, drawn as Rich draws them; what is short is only filled up with blanks.

Rich measures, copies and wraps every cell, which for a list of a thousand roles takes longer than all the rest.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.table import Column
from rich.text import Text

_AS_RICH = Text.__rich_console__


class Cells:
    """One column, `width` columns of the terminal wide, with `gap` blanks behind it."""

    def __init__(self, console: Console, options: ConsoleOptions, column: Column, width: int, gap: int) -> None:
        self._console, self._options = console, options
        self._column, self._width, self._gap = column, width, gap

    def lines(self, cell: RenderableType, style: Style) -> list[list[Segment]]:
        """The lines of a cell, each as wide as the column with its gap."""
        short = self._short(cell, style)
        lines = self._wrapped(cell, style) if short is None else [short]
        gap = [Segment(" " * self._gap, style)] if self._gap else []
        return [[*line, *gap] for line in lines]

    def filled(self, lines: list[list[Segment]], height: int, style: Style, *, above: bool) -> list[list[Segment]]:
        """The same lines with blank ones below, or `above`, up to the height of the row."""
        blank = [[Segment(" " * (self._width + self._gap), style)]] * (height - len(lines))
        return [*blank, *lines] if above else [*lines, *blank]

    def _short(self, cell: RenderableType, style: Style) -> list[Segment] | None:
        """A text that is one line and has room; None for everything else."""
        if not isinstance(cell, str | Text) or getattr(type(cell), "__rich_console__", _AS_RICH) is not _AS_RICH:
            return None
        text, justify = as_text(cell), self._column.justify
        plain = text.plain
        blanks = self._width - columns_of(plain)
        # Rich takes off blanks at the end before it moves a text to the right.
        moved = justify == "right" and not plain[-1:].isspace()
        if blanks < 0 or text.justify or "\n" in plain or "\t" in plain or not (justify == "left" or moved):
            return None
        if not text.spans:
            line = " " * blanks + plain if moved else plain + " " * blanks
            return [Segment(line, style + self._console.get_style(text.style))]
        text = text.copy()
        if moved:
            text.pad_left(blanks)
        else:
            text.pad_right(blanks)
        text.end = ""
        return list(Segment.apply_style(text.render(self._console), style))

    def _wrapped(self, cell: RenderableType, style: Style) -> list[list[Segment]]:
        options = self._options.update(
            width=self._width,
            justify=self._column.justify,
            no_wrap=self._column.no_wrap,
            overflow=self._column.overflow,
            height=None,
            highlight=self._column.highlight,
        )
        return self._console.render_lines(cell, options, style=style)


def as_text(cell: RenderableType) -> Text:
    """A cell as a text."""
    return cell if isinstance(cell, Text) else Text(str(cell))


def columns_of(line: str) -> int:
    """The columns of the terminal that a line takes."""
    return len(line) if line.isascii() and line.isprintable() else cell_len(line)
