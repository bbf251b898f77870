"""Ranges drawn as bars on one scale, and tiles in a frame. The numbers always stand beside them in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from jobcli.pages.kit.letters import columns_of, longest_line
from jobcli.pages.kit.parts import Desk
from jobcli.pages.kit.text import Drawing, Text
from jobcli.pages.kit.theme import ASCII_SYMBOLS, Symbols


class Scale(Struct, frozen=True):
    """What the bars of one page have in common: the amounts at their left and right ends, and their width."""

    low: float
    high: float
    width: int

    def column(self, value: float) -> int:
        """The column in which an amount lies, from 0 to width - 1."""
        span = self.high - self.low or 1
        return max(0, min(self.width - 1, round((value - self.low) / span * (self.width - 1))))


def scale_for(values: Iterable[float], width: int) -> Scale:
    """A scale on which all values lie; without any nothing lies on it."""
    amounts = list(values) or [0]
    return Scale(min(amounts), max(amounts), width)


def bar(
    desk: Desk,
    scale: Scale,
    low: float | None,
    middle: float | None,
    high: float | None,
    core: tuple[float, float] | None = None,
) -> Drawing:
    """A range as a line with its middle marked; `core` is drawn thicker. The numbers always stand beside it in words."""
    signs = desk.symbols
    cells = [" "] * scale.width
    known = [value for value in (low, middle, high) if value is not None]
    start, end = scale.column(min(known)), scale.column(max(known))
    for column in range(start, end + 1):
        cells[column] = signs.thin
    if core is not None:
        for column in range(scale.column(core[0]), scale.column(core[1]) + 1):
            cells[column] = signs.thick
    if low is not None:
        cells[start] = signs.left
    if high is not None:
        cells[end] = signs.right
    if middle is not None:
        cells[scale.column(middle)] = signs.middle
    return Drawing("".join(cells).rstrip(), style="money")


def tiles(symbols: Symbols, rows: Sequence[Sequence[Text]], least: int) -> tuple[Text, ...]:
    """Tiles of text in a frame, each in the style of its text and at least so many columns wide; the lines of a picture."""
    rule, upright, corners = ("-", "|", ("+-+", "|+|", "+-+"))
    if symbols != ASCII_SYMBOLS:
        rule, upright, corners = ("─", "│", ("┌┬┐", "├┼┤", "└┴┘"))
    columns = list(zip(*rows, strict=True))
    widths = [max(least, *(longest_line(text.plain) for text in column)) for column in columns]
    edges = [_edge(cross, rule, widths) for cross in corners]
    lines = [edges[0]]
    for number, row in enumerate(rows):
        lines += [edges[1]] if number else []
        for line in range(max(text.plain.count("\n") + 1 for text in row)):
            drawn = Text(upright)
            for text, width in zip(row, widths, strict=True):
                drawn.append(" ").append_text(_centred(text, line, width)).append(f" {upright}")
            lines.append(drawn)
    return (*lines, edges[2])


def _edge(cross: str, rule: str, widths: Sequence[int]) -> Text:
    return Text(cross[0] + cross[1].join(rule * (width + 2) for width in widths) + cross[2])


def _centred(text: Text, line: int, width: int) -> Text:
    """One line of a tile, with blanks in the style of the tile around it."""
    words = [*text.plain.split("\n"), ""][line]
    left = (width - columns_of(words)) // 2
    return Text(" " * left + words + " " * (width - left - columns_of(words)), style=text.style)
