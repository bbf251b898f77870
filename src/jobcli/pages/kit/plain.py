"""A page as plain lines: one fact a line, in reading order, good to hear and to search.

Nothing is told by the place where it stands, and nothing is drawn: no columns, no boxes, no bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Break, Heading, Items, Line, Page, Pairs, Title
from jobcli.pages.kit.spoken import Rows, Said, is_name, read, spoken
from jobcli.pages.kit.table import Column
from jobcli.pages.kit.text import Text
from jobcli.pages.kit.theme import Symbols

_QUOTED = re.compile(r"^(\d+ \|)\s+")
"""The number of a line of a file; its indentation says nothing to the ear."""

_GAP = re.compile(r"\s{2,}|\n")
_AFTER_A_POINT = re.compile(r"(?<=[.:;,?!])\n")
_AMOUNT = r"(?:\S|\u00a0)*\d(?:\S|\u00a0)*"
_THREE = re.compile(rf"({_AMOUNT}) · ({_AMOUNT}) · ({_AMOUNT})")
_NUMBERS = re.compile(r"(?<=\d)–(?=\d)")
_SIGNS = {"*": phrase("in both directions"), "?": phrase("concluded by us or in doubt")}
"""What stands behind a name or a number as a sign, in words."""


def plain_text(say: Language, page: Page, symbols: Symbols) -> str:
    """The lines of a page. A blank line parts what has a heading from what stood before it."""
    voice = _Voice(say, symbols)
    lines: list[str] = []
    for part in spoken(read(page)):
        if isinstance(part, Heading | Break) and lines:
            lines.append("")
        lines += voice.lines(part)
    return "\n".join(lines) + "\n"


class _Voice:
    """Says the parts of a page in one language; what the symbols of a screen mean becomes words."""

    def __init__(self, say: Language, symbols: Symbols) -> None:
        self.say, self.symbols = say, symbols
        # What a legend explains is said where it stands, so that nobody has to remember it.
        self.legends = tuple(f"{sign}: " for sign in (*_SIGNS, symbols.branch))

    def lines(self, part: Said) -> list[str]:  # noqa: PLR0911  one answer a part
        """The lines of one part."""
        match part:
            case Title(text, note):
                return [self.said(Text().append_text(text).append("  ").append_text(note))]
            case Heading(text, note):
                return [f"{self.said(text)} ({note.plain}):" if len(note) else f"{self.said(text)}:"]
            case Line(text):
                if text.plain.startswith(self.legends):
                    return []
                words = self.said(text)
                return [f"{words}:" if is_name(text) and words[-1:] not in ".:?!" else words]
            case Items(texts):
                return [self.said(text) for text in texts]
            case Pairs(rows):
                return [
                    f"{label.plain}{'' if label.plain.endswith('?') else ':'} {self.said(text)}" for label, text in rows
                ]
            case Rows(columns, cells):
                return [self.row(columns, row) for row in cells]
            case _:
                return []

    def row(self, columns: Iterable[Column], row: Iterable[Text]) -> str:
        """One row of a table in one line: what it is about, then each cell with the name of its column."""
        about, told = "", []
        for column, cell in zip(columns, row, strict=True):
            text = self.said(cell)
            if text in ("", self.symbols.dash):
                continue
            if not column.head:
                between = "" if not about else " " if about.endswith(".") else ", "
                about += f"{between}{text}"
            elif _THREE.search(cell.plain):
                # Each of the three amounts says which one it is.
                told.append(text)
            else:
                told.append(f"{column.head} {text}")
        return ": ".join(part for part in (about, "; ".join(told)) if part)

    def said(self, text: Text) -> str:
        """A text in one line, with words for its signs; signs that only part things become commas."""
        say = self.say
        pieces = [piece.words if piece.aloud is None else piece.aloud for piece in text.pieces]
        words = "".join(pieces).strip()
        words = _THREE.sub(
            lambda found: say("low {low}, middle {middle}, high {high}", low=found[1], middle=found[2], high=found[3]),
            words,
        )
        words = _NUMBERS.sub(lambda _: say("{low} to {high}", low="", high=""), words)
        words = _AFTER_A_POINT.sub(" ", _QUOTED.sub(r"\1 ", words))
        words = _GAP.sub(", ", words.replace(" · ", ", ").removeprefix("× "))
        words, marks = words.strip(), []
        while words.endswith(tuple(f" {sign}" for sign in _SIGNS)):
            marks.append(f" ({say(_SIGNS[words[-1]])})")
            words = words[:-2]
        arrow, branch = f"{self.symbols.arrow} ", f"{self.symbols.branch} "
        if words.startswith(branch):
            words = say("{role} (one move further)", role=words.removeprefix(branch))
        if words.startswith(arrow):
            words = say("{what} (what you told)", what=words.removeprefix(arrow))
        first, *later = words.split(f" {arrow}")
        for after in later:
            first = say("{before}, then {after}", before=first, after=after)
        return first + "".join(reversed(marks))
