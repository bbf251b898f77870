"""A page as plain lines: one fact a line, in reading order, good to hear and to search.

Nothing is told by the place where it stands, and nothing is drawn: no columns, no boxes, no bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Break, Heading, Items, Line, Page, Pairs, Title
from jobcli.pages.kit.spoken import Rows, Spoken, read, spoken
from jobcli.pages.kit.table import Column
from jobcli.pages.kit.text import Text

_GAP = re.compile(r"\s{2,}|\n")
"""What only parts things on a screen."""

_AFTER_A_POINT = re.compile(r"(?<=[.:;,?!])\n")
_NUMBERS = re.compile(r"(?<=\d)–(?=\d)")
"""A range of numbers, also in the words of a profile."""


def plain_text(say: Language, page: Page) -> str:
    """The lines of a page. A blank line parts what has a heading from what stood before it."""
    lines: list[str] = []
    for part in spoken(read(page)):
        if isinstance(part, Heading | Break) and lines:
            lines.append("")
        lines += _lines(say, part)
    return "\n".join(lines) + "\n"


def _lines(say: Language, part: Spoken) -> list[str]:  # noqa: PLR0911  one answer a part
    """The lines of one part."""
    match part:
        case Title(text, note):
            return [said(say, Text().append_text(text).append("  ").append_text(note))]
        case Heading(text, note):
            return [f"{said(say, text)} ({note.plain}):" if len(note) else f"{said(say, text)}:"]
        case Line(text, leads=leads):
            words = said(say, text)
            return [f"{words}:" if leads and words[-1:] not in ".:?!" else words]
        case Items(texts):
            return [said(say, text) for text in texts]
        case Pairs(rows):
            return [
                f"{label.plain}{'' if label.plain.endswith('?') else ':'} {said(say, text)}" for label, text in rows
            ]
        case Rows(columns, cells):
            return [line for row in cells if (line := _row(say, columns, row))]
        case _:
            return []


def _row(say: Language, columns: Iterable[Column], row: Iterable[Text]) -> str:
    """One row of a table in one line: what it is about, then each cell with the name of its column."""
    about, told = "", []
    for column, cell in zip(columns, row, strict=True):
        text = said(say, cell)
        if not text:
            continue
        if not column.head:
            between = "" if not about else " " if about.endswith(".") else ", "
            about += f"{between}{text}"
        else:
            told.append(text if column.telling else f"{column.head} {text}")
    return ": ".join(part for part in (about, "; ".join(told)) if part)


def said(say: Language, text: Text) -> str:
    """A text in one line, with words for its signs; signs that only part things become commas."""
    words = _NUMBERS.sub(lambda _: say("{low} to {high}", low="", high=""), text.aloud.strip())
    return _GAP.sub(", ", _AFTER_A_POINT.sub(" ", words).replace(" · ", ", ")).strip()
