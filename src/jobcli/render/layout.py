"""The few shapes that every page is made of: headings, paragraphs, bullets, facts, tables, drawings.

On a screen they are Rich's own shapes. Each also remembers what it means, so that `reading` can say the same page
without a screen: line by line, as Markdown, as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from rich import text as rich_text
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobcli.domain.signs import visible
from jobcli.render.language import Language
from jobcli.render.theme import Symbols

# Rich leaves out a few control characters and lets the others through to the terminal. Every text that it prints passes
# this function of its own, so here each of them becomes visible, before lines are broken.
rich_text.strip_control_codes = visible  # type: ignore[attr-defined, assignment]


class Desk(Struct, frozen=True):
    """What a view needs to know of the reader: language, width in columns, the symbols of the terminal, today's date."""

    say: Language
    width: int
    symbols: Symbols
    today: str

    @property
    def narrow(self) -> bool:
        """Under 80 columns, tables give way to blocks."""
        return self.width < 80


Line = Text | str


class Headline(Text):
    """What the page is about."""


class Heading(Text):
    """A heading that begins a part of a page."""

    words: str = ""
    note: str = ""


class Drawing(Text):
    """A picture made of letters. All that it shows also stands beside it in words."""


class Caption(Drawing):
    """What the signs of a picture mean: of no use without the picture."""


class Figure(Padding):
    """A picture of several lines. All that it shows also stands elsewhere on the page in words."""


class Sheet(Group):
    """A part of a hand-out that begins on a new sheet of paper."""


class Bullets(Padding):
    """A list; `items` are its entries."""

    items: tuple[Text, ...] = ()


class Facts(Padding):
    """Labels with a text each."""

    rows: tuple[tuple[str, Text], ...] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Side by side; in a narrow window each text below its label, where the labels would leave it too little room."""
        longest = max((len(label) for label, _ in self.rows), default=0)
        if options.max_width < 60 and longest > (options.max_width - self.left) // 2:
            for label, text in self.rows:
                yield Padding(Text(label, style="muted"), (0, 0, 0, self.left))
                yield Padding(text, (0, 0, 0, self.left + 2))
        else:
            yield from super().__rich_console__(console, options)


class Grid(Table):
    """A table. `heads` say what each column holds where that is not printed: a column without a name names its row."""

    heads: tuple[str, ...] = ()


def page(*parts: RenderableType | None) -> Group:
    """The parts of a page, one below the other; parts that are None are left out."""
    return Group(*(part for part in parts if part is not None))


def headline(text: str, note: str = "") -> Headline:
    """The first line of a page, with an optional quiet note behind it: mostly the id that one types."""
    line = Headline()
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
    texts = tuple((label, _text(value)) for label, value in rows)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="muted", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, text in texts:
        grid.add_row(label, text)
    shape = Facts(grid, (0, 0, 0, indent))
    shape.rows = texts
    return shape


def table(*heads: str, gap: int = 2) -> Grid:
    """A table without lines and without printed heads, `gap` columns between its columns. Its columns are added by the caller."""
    grid = Grid(box=None, padding=(0, gap), collapse_padding=True, show_header=False, show_edge=False, pad_edge=False)
    grid.heads = heads
    return grid


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
