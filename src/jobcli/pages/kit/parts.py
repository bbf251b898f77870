"""What a page is made of: a title, headings, lines, lists, facts, tables, pictures. How each looks is decided elsewhere.

A view puts parts one after the other; `lines` lays them out for a terminal, `plain`, `markdown` and `html` write them
down. Nothing here knows a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from jobcli.pages.kit.language import Language
from jobcli.pages.kit.table import Table
from jobcli.pages.kit.text import Command, Drawing, Said, Text, as_text, joined
from jobcli.pages.kit.theme import Symbols

ROOMY = 60
"""Under so many columns, what stands side by side comes one below the other."""

WIDE = 100
"""From so many columns on, there is room for the widest tables, and for sources beside numbers."""

STEP = 2
"""A part that stands `under` another one begins so many columns further to the right for each step."""


class Desk(Struct, frozen=True):
    """What a view needs to know of the reader: language, width in columns, the symbols of the terminal, today's date."""

    say: Language
    width: int
    symbols: Symbols
    today: str

    @property
    def narrow(self) -> bool:
        """Under 60 columns, tables give way to blocks."""
        return self.width < ROOMY

    @property
    def wide(self) -> bool:
        """From 100 columns on, tables may have all their columns."""
        return self.width >= WIDE


class Title(Struct, frozen=True):
    """What the page is about, with a quiet note behind it: mostly the id that one types."""

    text: Text
    note: Text


class Heading(Struct, frozen=True):
    """What the following parts are about; `note` says more about all of them."""

    text: Text
    note: Text


class Line(Struct, frozen=True):
    """A paragraph. `under` is how deep it stands: 0 at the edge, 1 as part of the page, 2 below another line.

    A `whole` one is never broken, however narrow the terminal; one that `leads` names what follows it.
    """

    text: Text
    under: int
    whole: bool = False
    leads: bool = False


class Legend(Struct, frozen=True):
    """What a sign of the page means: of no use to a voice, which says it where the sign stands."""

    text: Text
    under: int


class Blank(Struct, frozen=True):
    """An empty line of a screen."""


class Items(Struct, frozen=True):
    """The entries of a list."""

    texts: tuple[Text, ...]
    under: int


class Pairs(Struct, frozen=True):
    """Labels with what is said of each; on a screen the labels take at least so many columns."""

    rows: tuple[tuple[Text, Text], ...]
    under: int
    least: int = 0


class Picture(Struct, frozen=True):
    """Lines of letters that draw something. All that they show also stands elsewhere on the page in words."""

    lines: tuple[Text, ...]
    under: int


class Caption(Struct, frozen=True):
    """What the signs of a picture mean: of no use without the picture."""

    text: Text
    under: int


class Break(Struct, frozen=True):
    """What follows is a chapter of its own; with `sheet` it begins on a new sheet of paper."""

    sheet: bool


Part = Title | Heading | Line | Legend | Blank | Items | Pairs | Table | Picture | Caption | Break
Page = tuple[Part, ...]


def page(*parts: Part | Page | None) -> Page:
    """The parts of a page, one below the other. Parts of a page inside another are its parts; None is left out."""
    return tuple(_flat(parts))


def _flat(parts: Iterable[Part | Page | None]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, tuple):
            yield from part
        elif part is not None:
            yield part


def headline(text: Said, note: str = "") -> Part:
    """The first line of a page."""
    return Title(as_text(text).within("strong"), Text(note, style="muted"))


def heading(text: Said, note: str = "") -> Part:
    """A heading, with a blank line above it."""
    return Heading(as_text(text).within("heading"), Text(note, style="muted"))


def lead(text: Said, note: str = "", indent: int = STEP) -> Part:
    """The name of what follows, with an optional quiet note behind it."""
    words = as_text(text).within("strong")
    return Line(joined(words, (f"  {note}", "muted")) if note else words, indent // STEP, leads=True)


def legend(text: str) -> Part:
    """A quiet line on what a sign means."""
    return Legend(Text(text, style="muted"), 1)


def paragraph(text: Said, indent: int = STEP, style: str = "", *, whole: bool = False) -> Part:
    """Running text, indented; a drawing is a picture of one line."""
    said = text if isinstance(text, Text) else Text(text, style=style)
    return Picture((said,), indent // STEP) if isinstance(said, Drawing) else Line(said, indent // STEP, whole)


def bullets(items: Iterable[Said], indent: int = STEP) -> Part:
    """A list whose wrapped lines hang under the first word."""
    return Items(tuple(map(as_text, items)), indent // STEP)


def facts(rows: Sequence[tuple[str, Said]], indent: int = STEP, *, least: int = 0) -> Part:
    """Pairs of a label and a text, the texts aligned; `least` is the width of the longest label of other pairs."""
    return Pairs(tuple((Text(label, style="muted"), as_text(text)) for label, text in rows), indent // STEP, least)


def command(line: str, indent: int = 2 * STEP, style: str = "") -> Part:
    """A line to copy, indented."""
    return Line(Command(line, style=style), indent // STEP)


def indented(table: Table, indent: int = STEP) -> Table:
    """The table, indented."""
    table.under = indent // STEP
    return table


def further(desk: Desk, *steps: tuple[str, str]) -> list[Part]:
    """What to ask next, at the end of a page: each a question, with the line to type below."""
    lines = [part for ask, line in steps for part in (paragraph(desk.say(ask), style="muted"), command(line))]
    return [Blank(), *lines]


def caption(text: str) -> Part:
    """A quiet line below a picture."""
    return Caption(Text(text, style="muted"), 1)
