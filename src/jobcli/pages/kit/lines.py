"""The lines of a page for a terminal of some width, each in pieces that know their styles but no colours.

Words stay whole while that can be: wrapped lines hang below their first word, tables give way column by column and become
blocks where a word would be broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from jobcli.pages.kit.letters import columns_of, line_starts, words_over
from jobcli.pages.kit.parts import (
    STEP,
    Blank,
    Break,
    Caption,
    Heading,
    Items,
    Legend,
    Line,
    Page,
    Pairs,
    Part,
    Picture,
    Title,
)
from jobcli.pages.kit.table import Column, Table
from jobcli.pages.kit.text import Command, Drawing, Piece, Text, cut
from jobcli.pages.kit.theme import Symbols

Laid = list[Piece]
"""One line of a terminal."""

USUAL = 80
"""So many columns a terminal has where nobody made it narrower."""

LINES, NARROW_LINES = 23, 29
"""The lines of a first screen at the usual width and wider, and at less: one less than there are, for the next prompt."""

_TAB = 8
_GAP = 2
"""Columns between a label, or a heading, and what stands beside it."""

_LEAST_BESIDE = 16
"""So many columns a text needs beside a label."""


def lines(page: Page, width: int, symbols: Symbols) -> Iterator[Laid]:
    """All lines of a page. None is wider than `width` columns but a `whole` one, and none ends in blanks."""
    for part in page:
        for line in _laid(part, width, symbols):
            yield _trimmed(line)


def _laid(part: Part, width: int, symbols: Symbols) -> Iterable[Laid]:  # noqa: C901, PLR0911  one answer a part
    match part:
        case Title(text, note):
            return _noted(text, note, width)
        case Heading(text, note):
            return [[], *_noted(text, note, width)]
        case Line(text, under, whole):
            return _beside(_margin(under), [text.pieces] if whole else _wrapped(text, width - under * STEP))
        case Caption(text, under) | Legend(text, under):
            return _beside(_margin(under), _wrapped(text, width - under * STEP))
        case Items(texts, under):
            return _items(texts, under * STEP, width, symbols)
        case Pairs():
            return _pairs(part, width)
        case Picture(drawn, under):
            return _beside(_margin(under), (text.pieces for text in drawn))
        case Table(under=under):
            return _beside(_margin(under), _table(part, width - under * STEP))
        case Blank():
            return [[]]
        case Break():
            return []


def _noted(text: Text, note: Text, width: int) -> Iterator[Laid]:
    """A line with a quiet note behind it, or below it where there is no room for both."""
    if not len(note):
        yield from _wrapped(text, width)
    elif columns_of(text.plain) + _GAP + columns_of(note.plain) <= width:
        yield [*text.pieces, Piece(" " * _GAP), *note.pieces]
    else:
        yield from _wrapped(text, width)
        yield from _beside(" " * _GAP, _wrapped(note, width - _GAP))


def _items(texts: Sequence[Text], left: int, width: int, symbols: Symbols) -> Iterator[Laid]:
    """Each below a bullet of its own."""
    for text in texts:
        first = [Piece(" " * left), Piece(symbols.bullet, ("muted",)), Piece(" ")]
        yield from _hanging(first, left + 2, _wrapped(text, width - left - 2))


def _pairs(part: Pairs, width: int) -> Iterator[Laid]:
    """Side by side. A text stands below its label where there is too little room, or where that keeps a word whole."""
    longest = max(part.least, *(columns_of(label.plain) for label, _ in part.rows))
    left = part.under * STEP
    below = width - left - _GAP
    beside = below - longest
    for label, text in part.rows:
        if beside >= _LEAST_BESIDE and words_over(text.plain, beside) == words_over(text.plain, below):
            gap = longest - columns_of(label.plain) + _GAP
            first = [Piece(" " * left), *label.pieces, Piece(" " * gap)]
            yield from _hanging(first, left + longest + _GAP, _wrapped(text, beside))
        else:
            yield from _beside(" " * left, _wrapped(label, width - left))
            yield from _beside(" " * (left + _GAP), _wrapped(text, below))


def _table(part: Table, width: int) -> Iterator[Laid]:
    """Side by side where words stay whole, else in blocks."""
    widths = part.widths(width)
    return _blocks(part, width) if widths is None else _rows(part, widths)


def _rows(part: Table, widths: Sequence[int]) -> Iterator[Laid]:
    columns = part.columns
    gap = " " * part.gap
    if part.shown:
        heads = [Text().append(column.head, style=part.shown) for column in columns]
        cells = [_cell(head, column, width) for head, column, width in zip(heads, columns, widths, strict=True)]
        high = max(map(len, cells), default=0)
        # Heads stand on the line above the first row.
        cells = [[[]] * (high - len(cell)) + cell for cell in cells]
        yield from _row(cells, widths, gap)
    for row in part.rows:
        styled = (_styled(text, column) for text, column in zip(row, columns, strict=True))
        cells = [_cell(text, column, width) for text, column, width in zip(styled, columns, widths, strict=True)]
        yield from _row(cells, widths, gap)


def _styled(text: Text, column: Column) -> Text:
    """A cell in the style of its column."""
    return text.within(column.style) if column.style else text


def _row(cells: Sequence[Sequence[Laid]], widths: Sequence[int], gap: str) -> Iterator[Laid]:
    """The lines of one row; what is shorter than the row has blank lines below it."""
    for pieces in zip_longest(*cells, fillvalue=[]):
        line: Laid = []
        for number, (cell, width) in enumerate(zip(pieces, widths, strict=True)):
            if number:
                line.append(Piece(gap))
            line += cell
            blanks = width - sum(columns_of(piece.words) for piece in cell)
            if blanks > 0:
                line.append(Piece(" " * blanks))
        yield line


def _cell(text: Text, column: Column, width: int) -> list[Laid]:
    """The lines of one cell, moved to the right where its column is."""
    found = list(_split(text.pieces)) if column.whole or isinstance(text, Drawing) else list(_wrapped(text, width))
    if column.align == "right":
        found = [_moved(_trimmed(line), width) for line in found]
    return found


def _moved(line: Laid, width: int) -> Laid:
    blanks = width - sum(columns_of(piece.words) for piece in line)
    return [Piece(" " * blanks), *line] if blanks > 0 else line


def _blocks(part: Table, width: int) -> Iterator[Laid]:
    """Each row: its name, then what stands in the other columns, each with its head."""
    for row in part.rows:
        lead, below = Text(), list[Text]()
        for number, (cell, column) in enumerate(zip(row, part.columns, strict=True)):
            if not cell.plain.strip():
                continue
            styled = _styled(cell, column)
            if isinstance(cell, Drawing):
                below.append(cell)
            elif not column.head or number == 0:
                lead = lead.append(" " if len(lead) else "").append_text(styled)
            else:
                below.append(Text().append(f"{column.head}: ", style="muted").append_text(styled))
        yield from _wrapped(lead, width)
        for text in below:
            yield from _beside(" " * _GAP, [text.pieces] if isinstance(text, Drawing) else _wrapped(text, width - _GAP))


def _wrapped(text: Text, width: int) -> Iterator[Laid]:
    """The lines of a text; a command that is too long goes on behind a backslash."""
    if isinstance(text, Command) and columns_of(text.plain) > width:
        text = Text(_continued(text.plain, width), style=text.style)
    for line in _split(text.pieces):
        words = "".join(piece.words for piece in line)
        starts = [0, *line_starts(words, width), len(words)]
        if len(starts) == 2:
            yield line
        else:
            for start, end in pairwise(starts):
                yield _trimmed(cut(line, start, end))


def _continued(line: str, width: int) -> str:
    """A command in several lines that a shell reads as one."""
    found = [""]
    for word in line.split(" "):
        longer = f"{found[-1]} {word}" if found[-1].strip() else found[-1] + word
        if columns_of(longer) > width - 2 and found[-1].strip():
            indent = "  " if columns_of(word) + 4 <= width else ""
            found.append(indent + word)
        else:
            found[-1] = longer
    return " \\\n".join(found)


def _split(pieces: Sequence[Piece]) -> Iterator[Laid]:
    """The pieces of each line of a text, its tabs filled up with blanks."""
    line: Laid = []
    for piece in pieces:
        first, *later = piece.words.split("\n")
        line.append(piece if not later else Piece(first, piece.styles))
        for words in later:
            yield _without_tabs(line)
            line = [Piece(words, piece.styles)]
    yield _without_tabs(line)


def _without_tabs(line: Laid) -> Laid:
    if not any("\t" in piece.words for piece in line):
        return line
    found, place = [], 0
    for piece in line:
        first, *later = piece.words.split("\t")
        for part in later:
            first += " " * (_TAB - (place + columns_of(first)) % _TAB) + part
        place += columns_of(first)
        found.append(Piece(first, piece.styles))
    return found


def _hanging(first: Laid, left: int, found: Iterable[Laid]) -> Iterator[Laid]:
    """Lines of which the first stands behind something, and the others below its beginning."""
    for number, line in enumerate(found):
        yield [*first, *line] if not number else [Piece(" " * left), *line]


def _beside(margin: str, found: Iterable[Laid]) -> Iterator[Laid]:
    """Lines with a margin at their left."""
    for line in found:
        yield [Piece(margin), *line] if margin and line else line


def _margin(under: int) -> str:
    return " " * (under * STEP)


def _trimmed(line: Laid) -> Laid:
    """A line without the blanks at its end."""
    end = len(line)
    while end and not line[end - 1].words.strip(" "):
        end -= 1
    if not end:
        return []
    last = line[end - 1]
    words = last.words.rstrip(" ")
    return [*line[: end - 1], last if words == last.words else Piece(words, last.styles)]
