"""A page as a terminal shows it: as wide as it is, and in colour where that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TextIO

from rich.console import Console, Group
from rich.theme import Theme

from jobcli.pages.kit.language import Language
from jobcli.pages.kit.layout import Desk
from jobcli.pages.kit.letters import carried_by
from jobcli.pages.kit.theme import STYLES, symbols_for

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Columns. In a narrower window the terminal wraps; lines longer than the widest are hard to read."""


class Screen:
    """What a page is drawn for: a stream that is looked at and never written to, and what is known of its terminal.

    `width` are columns that are wanted; None for those of the terminal. `environ` are its sizes and kinds, as Rich reads
    them.
    """

    def __init__(self, stream: TextIO, width: int | None, environ: Mapping[str, str], *, coloured: bool) -> None:
        self.encoding = getattr(stream, "encoding", None) or "utf-8"
        self.symbols = symbols_for(self.encoding)
        # Text of profiles is never markup, an emoji code or something to colour.
        self.console = Console(
            file=stream,
            width=width,
            theme=Theme(STYLES),
            markup=False,
            emoji=False,
            highlight=False,
            force_terminal=True if coloured else None,
            color_system="auto" if coloured else None,
            no_color=not coloured,
            _environ=environ,
        )
        self.console.width = within_bounds(self.console.width)


def within_bounds(columns: int) -> int:
    """The columns that a page is laid out for where there are so many."""
    return max(MIN_WIDTH, min(columns, MAX_WIDTH))


def drawn(screen: Screen, say: Language, today: str, view: Callable[[Desk], Group]) -> str:
    """The page as text, with the codes for its colours; no line ends in blanks that nobody sees."""
    desk = Desk(say, screen.console.width, screen.symbols, today)
    with carried_by(screen.encoding), screen.console.capture() as capture:
        # Whatever has room is laid out by width; a place is left whole, and the terminal wraps it.
        screen.console.print(view(desk), crop=False)
    lines = capture.get().split("\n")
    return "\n".join(line.rstrip() if "\x1b" not in line else line for line in lines)
