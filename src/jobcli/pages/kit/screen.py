"""A page as a terminal shows it: as wide as it is, and in colour where that is wanted. Only there Rich is loaded."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from jobcli.pages.kit.carrying import carrying
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.letters import carried_by
from jobcli.pages.kit.lines import Laid, lines
from jobcli.pages.kit.parts import Desk, Page
from jobcli.pages.kit.theme import STYLES, symbols_for

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segments

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Columns. In a narrower window the terminal wraps; lines longer than the widest are hard to read."""

_USUAL = 80
"""The columns of a terminal that does not say how many it has."""


class Screen:
    """What a page is laid out for: a stream that is looked at and never written to, and what is known of its terminal.

    `width` are columns that are wanted; None for those of the terminal. `environ` are its sizes and kinds: COLUMNS, TERM.
    """

    def __init__(self, stream: TextIO, width: int | None, environ: Mapping[str, str], *, coloured: bool) -> None:
        self.stream, self.environ, self.coloured = stream, environ, coloured
        self.encoding = getattr(stream, "encoding", None) or "utf-8"
        self.symbols = symbols_for(self.encoding)
        self.width = within_bounds(_columns(environ) if width is None else width)


def within_bounds(columns: int) -> int:
    """The columns that a page is laid out for where there are so many."""
    return max(MIN_WIDTH, min(columns, MAX_WIDTH))


def _columns(environ: Mapping[str, str]) -> int:
    """The columns of the terminal: those that it is said to have, else those that it has."""
    if "COLUMNS" in environ:
        return int(environ["COLUMNS"])
    for number in (0, 1, 2):  # what is read, printed, and said beside it
        with suppress(AttributeError, ValueError, OSError):
            return os.get_terminal_size(number).columns or _USUAL
    return _USUAL


def drawn(screen: Screen, say: Language, today: str, view: Callable[[Desk], Page]) -> str:
    """The page as text, with the codes for its colours; no line ends in blanks that nobody sees."""
    desk = Desk(say, screen.width, screen.symbols, today)
    with carried_by(screen.encoding):
        laid = list(lines(carrying(say, view(desk)), desk.width, desk.symbols))
    if screen.coloured:
        return _painted(screen, laid)
    return "".join(f"{''.join([piece.words for piece in line]).rstrip()}\n" for line in laid)


def _painted(screen: Screen, laid: Sequence[Laid]) -> str:
    """The lines with the codes for the colours that the terminal has."""
    from rich.console import Console
    from rich.theme import Theme

    console = Console(
        file=screen.stream,
        theme=Theme(STYLES),
        force_terminal=True,
        color_system="auto",
        no_color=False,
        _environ=screen.environ,
    )
    with console.capture() as capture:
        console.print(in_colours(console, laid), crop=False, end="")
    return capture.get()


def in_colours(console: Console, laid: Sequence[Laid]) -> Segments:
    """The lines as Rich prints them."""
    from rich.segment import Segment, Segments
    from rich.style import Style

    segments = []
    for line in laid:
        for piece in line:
            style = Style.combine(map(console.get_style, piece.styles)) if piece.styles else None
            segments.append(Segment(piece.words, style))
        segments.append(Segment.line())
    return Segments(segments)
