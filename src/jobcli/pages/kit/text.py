"""Text with names of styles: what every part of a page says, before anybody decides how it looks or sounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from jobcli.pages.kit.letters import drawn


class Piece(Struct, frozen=True):
    """Words in one style. `styles` are names of `theme.STYLES` or styles themselves, the last one on top of the others.

    `aloud` is what a voice says in their place, where they are a sign; None where it says the words.
    """

    words: str
    styles: tuple[str, ...] = ()
    aloud: str | None = None


class Text:
    """Words in pieces. A piece without a style of its own has that of the text: `style` reaches to the end.

    Hidden signs become visible here, and letters that the terminal lacks become plainer, before any line is broken.
    """

    __slots__ = ("_own", "style")

    def __init__(self, words: str = "", style: str = "", aloud: str | None = None) -> None:
        self.style = style
        self._own: list[Piece] = [Piece(drawn(words), (), aloud)] if words or aloud else []

    @property
    def plain(self) -> str:
        """The words as they are seen, without styles."""
        own = self._own
        return own[0].words if len(own) == 1 else "".join(piece.words for piece in own)

    @property
    def aloud(self) -> str:
        """The words as a voice says them."""
        return "".join(piece.words if piece.aloud is None else piece.aloud for piece in self._own)

    @property
    def pieces(self) -> list[Piece]:
        """The pieces with all their styles."""
        if not self.style:
            return self._own
        return [Piece(piece.words, (self.style, *piece.styles), piece.aloud) for piece in self._own]

    def append(self, words: str, style: str = "", aloud: str | None = None) -> Text:
        """The text itself, with more words at its end."""
        if words or aloud:
            self._add(Piece(drawn(words), (style,) if style else (), aloud))
        return self

    def append_text(self, text: Text) -> Text:
        """The text itself, with another one at its end, which keeps its styles."""
        for piece in text.pieces:
            self._add(piece)
        return self

    def within(self, style: str) -> Text:
        """The same text in a style that lies below its own."""
        text = self.__class__(style=style)
        text._own = self.pieces  # noqa: SLF001  one of our own kind
        return text

    def changed(self, change: Callable[[str], str]) -> Text:
        """The same text with other words in its pieces."""
        text = self.__class__(style=self.style)
        text._own = [  # noqa: SLF001  one of our own kind
            Piece(change(piece.words), piece.styles, None if piece.aloud is None else change(piece.aloud))
            for piece in self._own
        ]
        return text

    def _add(self, piece: Piece) -> None:
        last = self._own[-1] if self._own else None
        if last is not None and last.styles == piece.styles and last.aloud is None and piece.aloud is None:
            self._own[-1] = Piece(last.words + piece.words, last.styles)
        else:
            self._own.append(piece)

    def __len__(self) -> int:
        return sum(len(piece.words) for piece in self._own)


class Drawing(Text):
    """A picture made of letters, in one line. All that it shows also stands beside it in words."""

    __slots__ = ()


class Box(Text):
    """A box to tick, on paper as well."""

    __slots__ = ()


class Room(Text):
    """Room to write in by hand: nothing to a voice."""

    __slots__ = ()

    def __init__(self, words: str = "_" * 24, style: str = "muted", aloud: str | None = "") -> None:
        super().__init__(words, style, aloud)


class TypedText(Text):
    """Something to type."""

    __slots__ = ()


class Command(TypedText):
    """A line to copy into a shell. Where it is too long, a backslash says that it goes on: so its halves stay one command."""

    __slots__ = ()


Said = Text | str
"""What a view may hand in wherever a text is wanted."""


def as_text(said: Said) -> Text:
    """What was handed in, as a text."""
    return said if isinstance(said, Text) else Text(said)


def joined(first: Said, *rest: tuple[str, str]) -> Text:
    """A text, followed by pieces with a style each: the style of the text ends where it ends."""
    line = Text().append_text(as_text(first))
    for piece, style in rest:
        line.append(piece, style=style)
    return line


def cut(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """What stands between two places of a text."""
    found, place = [], 0
    for piece in pieces:
        words = piece.words[max(0, start - place) : max(0, end - place)]
        place += len(piece.words)
        if words:
            found.append(piece if words == piece.words else Piece(words, piece.styles))
    return found
