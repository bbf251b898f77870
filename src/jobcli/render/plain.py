"""A page as plain lines: one fact a line, in reading order, good to hear and to search.

Nothing is told by the place where it stands, and nothing is drawn: no columns, no boxes, no bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from jobcli.render.language import Language
from jobcli.render.progress import BOXES
from jobcli.render.reading import (
    Break,
    Head,
    Items,
    Line,
    Pairs,
    Part,
    Picture,
    Rows,
    Title,
    is_name,
    read,
    spoken,
)
from jobcli.render.theme import Symbols
from jobcli.render.walked import STATES

_GAP = re.compile(r"\s{2,}")


def plain_text(say: Language, page: Group, symbols: Symbols) -> str:
    """The lines of a page. A blank line parts what has a heading from what stood before it."""
    lines: list[str] = []
    for part in spoken(read(page)):
        if isinstance(part, Head | Break) and lines:
            lines.append("")
        lines += _lines(say, part, symbols)
    return "\n".join(lines) + "\n"


def _lines(say: Language, part: Part, symbols: Symbols) -> list[str]:  # noqa: PLR0911  one answer a part
    match part:
        case Title(text):
            return [_said(text)]
        case Head(text, note):
            return [f"{_said(text)} ({note}):" if note else f"{_said(text)}:"]
        case Line(text):
            words = _said(text)
            return [f"{words}:" if is_name(text) and words[-1:] not in ".:?!" else words]
        case Items(texts):
            return [_said(text) for text in texts]
        case Pairs(rows):
            return [f"{label}: {_said(text)}" for label, text in rows]
        case Rows(heads, cells):
            return [_row(say, heads, row, symbols) for row in cells]
        case Picture() | Break():
            return []


def _row(say: Language, heads: Iterable[str], row: Iterable[Text], symbols: Symbols) -> str:
    """One row of a table in one line: what it is about, then each cell with the name of its column."""
    about, told = [], []
    for head, cell in zip(heads, row, strict=True):
        text = _said(cell)
        if text in ("", symbols.dash):
            continue
        if head:
            told.append(f"{head} {text}")
        else:
            about.append(_box(say, text))
    return ": ".join(part for part in (" ".join(about), "; ".join(told)) if part)


def _box(say: Language, text: str) -> str:
    """A box of a checklist in a word: an empty pair of brackets cannot be heard."""
    states = {box: state for state, box in BOXES.items()}
    return f"{say(STATES[states[text]])}," if text in states else text


def _said(text: Text | str) -> str:
    """A text in one line; signs that only part what stands beside each other become commas."""
    words = (text if isinstance(text, str) else text.plain).strip()
    # A box before a line only repeats the words behind it.
    words = next((words.removeprefix(f"{box} ") for box in BOXES.values() if words.startswith(f"{box} ")), words)
    return _GAP.sub(", ", words.replace("\n", " ").replace(" · ", ", "))
