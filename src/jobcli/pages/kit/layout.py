"""The few shapes that every page is made of: headings, paragraphs, bullets, facts, tables, drawings.

On a screen they are Rich's own shapes. Each also remembers what it means, so that `reading` can say the same page
without a screen: line by line, as Markdown, as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from rich import _wrap
from rich import text as rich_text
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobcli.pages.kit.grid import NUMBERED, UNIT_AHEAD, Drawing, words_over
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.letters import drawn
from jobcli.pages.kit.theme import Symbols

# Rich leaves out a few control characters and lets the others through to the terminal. Every text that it prints passes
# this function of its own, so here each of them becomes visible, and letters that a terminal lacks become plainer, before
# lines are broken.
rich_text.strip_control_codes = drawn  # type: ignore[attr-defined, assignment]

# Rich breaks lines at no-break spaces and would part 37.400 from its €. This is what it takes for a word; § 32a is one, and
# so is 4,425 euros in the words of a profile.
_NUMBERED = "|".join(f"{word} " for word in NUMBERED)
_wrap.re_word = re.compile(rf"[^\S\u00a0]*(?:{_NUMBERED}|{UNIT_AHEAD}|\S|\u00a0)+[^\S\u00a0]*")


ROOMY = 60
"""Under so many columns, what stands side by side comes one below the other."""

WIDE = 100
"""From so many columns on, there is room for the widest tables, and for sources beside numbers."""


_LEAST_BESIDE = 16
"""So many columns a text needs beside a label."""


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


Line = Text | str


class Command(Text):
    """A line to copy into a shell. Where it is too long, a backslash says that it goes on: so its halves stay one command."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Any]:
        """In one line, or in several that a shell reads as one."""
        if cell_len(self.plain) <= options.max_width:
            yield from super().__rich_console__(console, options)
            return
        lines = [""]
        for word in self.plain.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
            if cell_len(longer) > options.max_width - 2 and lines[-1].strip():
                indent = "  " if cell_len(word) + 4 <= options.max_width else ""
                lines.append(indent + word)
            else:
                lines[-1] = longer
        yield Text(" \\\n".join(lines), style=self.style)


class Headline(Text):
    """What the page is about."""

    words: str = ""
    note: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Any]:
        """In one line; where that is too short, the note stands below."""
        yield from _noted(self, console, options)


class Heading(Text):
    """A heading that begins a part of a page."""

    words: str = ""
    note: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Any]:
        """In one line; where that is too short, the note stands below."""
        yield from _noted(self, console, options)


class Caption(Drawing):
    """What the signs of a picture mean: of no use without the picture."""


class Figure(Padding):
    """A picture of several lines. All that it shows also stands elsewhere on the page in words."""


class Chapter(Group):
    """A part of a hand-out with a title of its own."""


class Sheet(Chapter):
    """A part of a hand-out that begins on a new sheet of paper."""


class Bullets(Padding):
    """A list; `items` are its entries."""

    items: tuple[Text, ...] = ()


class Facts(Padding):
    """Labels with a text each."""

    rows: tuple[tuple[str, Text], ...] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Side by side. A text stands below its label where there is too little room, or where that keeps a word whole."""
        longest = max((cell_len(label) for label, _ in self.rows), default=0)
        below = options.max_width - self.left - 2
        beside = below - longest
        side_by_side: list[tuple[str, Text]] = []
        for label, text in self.rows:
            if beside >= _LEAST_BESIDE and words_over(text, beside) == words_over(text, below):
                side_by_side.append((label, text))
                continue
            yield from _pairs(side_by_side, longest, self.left)
            side_by_side = []
            yield Padding(Text(label, style="muted"), (0, 0, 0, self.left))
            yield Padding(text, (0, 0, 0, self.left + 2))
        yield from _pairs(side_by_side, longest, self.left)


def _pairs(rows: Sequence[tuple[str, Text]], longest: int, indent: int) -> Iterator[Padding]:
    """Labels with a text beside each; all texts begin in the same column."""
    if rows:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="muted", no_wrap=True, width=longest)
        grid.add_column(overflow="fold")
        for label, text in rows:
            grid.add_row(label, text)
        yield Padding(grid, (0, 0, 0, indent))


def _noted(line: Headline | Heading, console: Console, options: ConsoleOptions) -> Iterator[Any]:
    """A line with a quiet note behind it, or below it where there is no room for both."""
    if line.note and cell_len(line.plain.lstrip("\n")) > options.max_width:
        if line.plain.startswith("\n"):
            yield Text("")
        yield Text(line.words, style=line.spans[0].style)
        yield Padding(Text(line.note, style="muted"), (0, 0, 0, 2))
    else:
        yield from Text.__rich_console__(line, console, options)


def page(*parts: RenderableType | None) -> Group:
    """The parts of a page, one below the other; parts that are None are left out."""
    return Group(*(part for part in parts if part is not None))


def headline(text: str, note: str = "") -> Headline:
    """The first line of a page, with an optional quiet note behind it: mostly the id that one types."""
    line = Headline()
    line.words, line.note = text, note
    line.append(text, style="strong")
    if note:
        line.append(f"  {note}", style="muted")
    return line


def heading(text: str, note: str = "") -> Heading:
    """A heading with a blank line above, and an optional quiet note behind it."""
    line = Heading("\n")
    line.words, line.note = text, note
    line.append(text, style="heading")
    if note:
        line.append(f"  {note}", style="muted")
    return line


def paragraph(text: Line, indent: int = 2, style: str = "") -> Padding:
    """Running text, indented."""
    return Padding(text if isinstance(text, Text) else Text(text, style=style), (0, 0, 0, indent))


def bullets(desk: Desk, items: Iterable[Line], indent: int = 2) -> Bullets:
    """A list whose wrapped lines hang under the first word."""
    texts = tuple(_text(item) for item in items)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for text in texts:
        grid.add_row(Text(desk.symbols.bullet, style="muted"), text)
    shape = Bullets(grid, (0, 0, 0, indent))
    shape.items = texts
    return shape


def facts(rows: Sequence[tuple[str, Line]], indent: int = 2) -> Facts:
    """Pairs of a label and a text, the texts aligned."""
    texts = tuple((drawn(label), _text(value)) for label, value in rows)
    shape = Facts("", (0, 0, 0, indent))
    shape.rows = texts
    return shape


def command(line: str, indent: int = 4, style: str = "") -> Padding:
    """A line to copy, indented."""
    return Padding(Command(line, style=style), (0, 0, 0, indent))


def further(desk: Desk, *steps: tuple[str, str]) -> list[Padding | Text]:
    """What to ask next, at the end of a page: each a question, with the line to type below."""
    lines = [part for ask, line in steps for part in (paragraph(desk.say(ask), style="muted"), command(line))]
    return [Text(""), *lines]


def _text(line: Line) -> Text:
    return line if isinstance(line, Text) else Text(line)


def caption(text: str) -> Padding:
    """A quiet line below a picture."""
    return Padding(Caption(text, style="muted"), (0, 0, 0, 2))


def joined(first: Line, *rest: tuple[str, str]) -> Text:
    """A text, followed by pieces with a style each: the style of the text ends where it ends."""
    line = Text().append_text(_text(first))
    for piece, style in rest:
        line.append(piece, style=style)
    return line


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
    """A scale on which all values lie."""
    amounts = list(values)
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
    return Drawing("".join(cells).rstrip(), style="money", no_wrap=True)
