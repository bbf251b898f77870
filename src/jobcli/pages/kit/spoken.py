"""What is said of a page where nothing is drawn: its parts without pictures, and tables without their columns of bars."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from jobcli.pages.kit.parts import Blank, Caption, Heading, Line, Page, Part, Picture, Title
from jobcli.pages.kit.table import Column, Table
from jobcli.pages.kit.text import Drawing, Text


class Rows(Struct, frozen=True):
    """A table without pictures: its columns, and the cells of each row that says something."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[Text, ...], ...]


Spoken = Rows | Part


def read(page: Page) -> list[Spoken]:
    """The parts of a page in reading order, without what only leaves room."""
    return list(_read(page))


def _read(page: Page) -> Iterator[Spoken]:
    for part in page:
        if isinstance(part, Table):
            yield from _rows(part)
        elif not isinstance(part, Blank) and not (isinstance(part, Line) and not part.text.plain.strip()):
            yield part


def _rows(part: Table) -> Iterator[Spoken]:
    kept = [
        number
        for number in range(len(part.columns))
        if not any(isinstance(cell, Drawing) for cell in part.cells(number))
    ]
    rows = (tuple(row[number] for number in kept) for row in part.rows)
    if part.columns:
        yield Rows(
            tuple(part.columns[number] for number in kept),
            tuple(row for row in rows if any(cell.plain.strip() for cell in row)),
        )


def spoken(parts: list[Spoken]) -> list[Spoken]:
    """The parts without pictures, and without the headings of nothing but pictures."""
    kept: list[Spoken] = []
    for number, part in enumerate(parts):
        if isinstance(part, Picture | Caption):
            continue
        below = parts[number + 1 :]
        if isinstance(part, Heading) and isinstance(next(iter(below), None), Picture | Caption):
            rest = next((later for later in below if not isinstance(later, Picture | Caption)), None)
            if rest is None or isinstance(rest, Heading):
                continue
        kept.append(part)
    return kept


def titled(part: Title) -> str:
    """A title in one line, its note in brackets."""
    words, note = part.text.plain.strip(), part.note.plain.strip()
    return f"{words} ({note})" if note else words


def looks(text: Text) -> list[tuple[str, str]]:
    """A text in pieces, each with the name of its style: the one on top."""
    styled = groupby(text.pieces, key=lambda piece: piece.styles)
    return [("".join(piece.words for piece in pieces), styles[-1] if styles else "") for styles, pieces in styled]
