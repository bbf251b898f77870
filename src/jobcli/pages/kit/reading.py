"""What a page says, without how it looks: its title, headings, lines, lists, facts and tables, in reading order.

From these parts the formats without a screen are written: plain lines, Markdown, HTML.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from typing import cast

from msgspec import Struct
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobcli.pages.kit.grid import Drawing, Grid
from jobcli.pages.kit.layout import Bullets, Caption, Chapter, Facts, Figure, Heading, Headline, Sheet

COLUMNS = 100
"""The width for which a page is laid out before it is read: wide enough that no part is left to a narrower layout."""


class Title(Struct, frozen=True):
    """What the page is about."""

    text: Text


class Head(Struct, frozen=True):
    """The heading of a part; `note` says more about all of it."""

    text: str
    note: str


class Line(Struct, frozen=True):
    """A paragraph; `under` is how deep it stands: 0 at the edge, 1 as part of the page, 2 below another line."""

    text: Text
    under: int


class Items(Struct, frozen=True):
    """The entries of a list."""

    texts: tuple[Text, ...]
    under: int


class Pairs(Struct, frozen=True):
    """Labels with what is said of each."""

    rows: tuple[tuple[str, Text], ...]
    under: int


class Rows(Struct, frozen=True):
    """A table: what each column holds, and the cells. A head without a name is that of the things the rows are about.

    `right` says which columns are read from the right, as amounts are; `whole`, which are not to be broken.
    """

    heads: tuple[str, ...]
    cells: tuple[tuple[Text, ...], ...]
    right: tuple[bool, ...]
    whole: tuple[bool, ...]


class Break(Struct, frozen=True):
    """What follows is a chapter of its own; with `sheet` it begins on a new sheet of paper."""

    sheet: bool


class Picture(Struct, frozen=True):
    """Letters that draw something; what they show is said in words too. A caption says what the signs mean."""

    text: str
    caption: bool = False


Part = Title | Head | Line | Items | Pairs | Rows | Picture | Break


def read(page: Group) -> list[Part]:
    """The parts of a page. A heading that has nothing but pictures below it is left to the pictures."""
    return list(_parts(page, 0))


def spoken(parts: list[Part]) -> list[Part]:
    """The parts without pictures, and without the headings of nothing but pictures."""
    kept: list[Part] = []
    for number, part in enumerate(parts):
        if isinstance(part, Picture):
            continue
        below = parts[number + 1 :]
        if isinstance(part, Head) and isinstance(next(iter(below), None), Picture):
            rest = next((later for later in below if not isinstance(later, Picture)), None)
            if rest is None or isinstance(rest, Head):
                continue
        kept.append(part)
    return kept


def _parts(shape: RenderableType, indent: int) -> Iterator[Part]:
    if isinstance(shape, Group):
        if isinstance(shape, Chapter):
            yield Break(isinstance(shape, Sheet))
        for inner in shape.renderables:
            yield from _parts(inner, indent)
    elif isinstance(shape, Padding):
        yield from _padded(shape, indent + shape.left)
    elif isinstance(shape, Table):
        yield from _table(shape, indent)
    else:
        yield from _text(cast("Text", shape), indent)


def _padded(shape: Padding, indent: int) -> Iterator[Part]:
    if isinstance(shape, Figure):
        yield Picture(_drawn(shape.renderable))
    elif isinstance(shape, Bullets):
        yield Items(shape.items, indent // 2)
    elif isinstance(shape, Facts):
        yield Pairs(shape.rows, indent // 2)
    else:
        yield from _parts(shape.renderable, indent)


def _text(text: Text, indent: int) -> Iterator[Part]:
    if isinstance(text, Heading):
        yield Head(text.words, text.note)
    elif isinstance(text, Drawing):
        yield Picture(text.plain, isinstance(text, Caption))
    elif isinstance(text, Headline):
        yield Title(text)
    elif text.plain.strip():
        yield Line(text, indent // 2)


def _table(table: Table, indent: int) -> Iterator[Part]:
    """The rows of a table; those of a table with one column are lines of their own."""
    columns = [list(column.cells) for column in table.columns]
    if not columns:
        return
    if len(columns) == 1:
        for cell in columns[0]:
            yield from _parts(_shape(cell), indent)
        return
    drawings = {number for number, cells in enumerate(columns) if any(isinstance(cell, Drawing) for cell in cells)}
    heads = list(table.heads) if isinstance(table, Grid) else [str(column.header) for column in table.columns]
    heads += [""] * (len(columns) - len(heads))
    kept = [number for number in range(len(columns)) if number not in drawings]
    yield Rows(
        tuple(heads[number] for number in kept),
        tuple(
            row
            for row in (tuple(_cell(columns[number][line]) for number in kept) for line in range(len(columns[0])))
            if any(cell.plain.strip() for cell in row)
        ),
        tuple(table.columns[number].justify == "right" for number in kept),
        tuple(table.columns[number].no_wrap for number in kept),
    )


def _shape(cell: RenderableType) -> RenderableType:
    return Text(cell) if isinstance(cell, str) else cell


def _cell(cell: RenderableType) -> Text:
    if isinstance(cell, Text):
        return cell
    if isinstance(cell, str):
        return Text(cell)
    return Text(" ".join(_drawn(cell).split()))


def _drawn(shape: RenderableType) -> str:
    """What a terminal would show, line by line, without colour."""
    console = Console(
        file=io.StringIO(), width=COLUMNS, color_system=None, markup=False, emoji=False, highlight=False, no_color=True
    )
    with console.capture() as capture:
        console.print(shape)
    return "\n".join(line.rstrip() for line in capture.get().rstrip("\n").split("\n"))


def is_name(text: Text) -> bool:
    """Whether a line is the name of what follows it, maybe with its id."""
    first, *rest = (style for _, style in pieces(text))
    return first == "strong" and set(rest) <= {"strong", "muted"}


def pieces(text: Text) -> list[tuple[str, str]]:
    """A text in pieces, each with the name of its style: that of the last span over it, else that of the whole."""
    plain = text.plain
    bounds = sorted({0, len(plain), *(max(0, min(len(plain), at)) for span in text.spans for at in span[:2])})
    found = []
    for start, end in itertools.pairwise(bounds):
        over = [span.style for span in text.spans if span.start <= start and span.end >= end]
        found.append((plain[start:end], str(over[-1] if over else text.style)))
    return found


def titled(text: Text) -> str:
    """A title in one line; what stands behind it, quieter, is put in brackets."""
    words = ((piece.strip(), style) for piece, style in pieces(text))
    return " ".join(f"({piece})" if style == "muted" else piece for piece, style in words if piece)


def is_command(text: Text) -> bool:
    """Whether the text is something to type."""
    return text.plain.startswith("jobcli ")
