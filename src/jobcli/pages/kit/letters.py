"""The letters that a terminal can show, the columns that they take, and where a line may be broken.

`€` becomes `EUR` and `ü` becomes `ue` where an encoding lacks them: both are wider. So texts are rewritten before lines are
broken and columns are laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from jobcli.domain.hidden_characters import visible

_TWINS = str.maketrans(
    {
        "€": "EUR",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "–": "-",
        "„": '"',
        "“": '"',
        "”": '"',
        "’": "'",
        "×": "x",
        "·": "|",
        "\u00a0": " ",
        "…": "...",
        "§": "Par.",
        "−": "-",
    }
)


_CARRIED: ContextVar[str] = ContextVar("carried", default="utf-8")
"""The encoding of the terminal for which a page is drawn at this moment."""


@contextmanager
def carried_by(encoding: str) -> Iterator[None]:
    """Let texts be drawn with the letters of this encoding."""
    before = _CARRIED.set(encoding)
    try:
        yield
    finally:
        _CARRIED.reset(before)


def drawn(text: str) -> str:
    """A text as a screen shows it: hidden signs written out, and letters that the terminal has."""
    shown, encoding = visible(text), _CARRIED.get()
    if shown.isascii() or encoding == "utf-8":
        return shown
    # No-break spaces are as wide as blanks. They stay until lines are broken; one more keeps a law and its number together.
    glued = shown.replace("§ ", "§\u00a0")
    return "\u00a0".join(encodable(part, encoding) for part in glued.split("\u00a0"))


def encodable(text: str, encoding: str) -> str:
    """The text with plainer letters for those that the encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_plainer(char, encoding) for char in text)
    return text


def _plainer(char: str, encoding: str) -> str:
    """The char where the encoding has it, else its twin, else the letter below its marks, else a question mark."""
    import unicodedata

    for form in (char, char.translate(_TWINS), unicodedata.normalize("NFKD", char)[:1]):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        return form
    return "?"


_UNIT_AHEAD = r"(?<=\d) (?=(?:euros?|Euro|percent|Prozent|months?|Monate?n?|hours?|Stunden?|years?|Jahre?n?)\b)"
"""The blank between a number and its unit, where both are words of a sentence."""

_NUMBERED = "§", "DQR", "ISCO", "KldB"
"""Words that are nothing without the number behind them."""

_BREAKS = re.compile("".join(rf"(?<!{word})" for word in _NUMBERED) + rf"(?!{_UNIT_AHEAD})[^\S\u00a0]+")
"""Where a line may be broken: at every blank but one that holds a number and its unit, or a § and its number, together."""

_GLUED = "|".join(f"{word} " for word in _NUMBERED)
_WORD = re.compile(rf"[^\S\u00a0]*(?:{_GLUED}|{_UNIT_AHEAD}|\S|\u00a0)+[^\S\u00a0]*")
"""A word with the blanks around it: what has to stay in one line."""

_ONE_EACH = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac\u2190-\u2193\u2212\u2500-\u25cf]*")
"""Letters and signs of western Europe, and those that pages draw with: one column each."""


def columns_of(line: str) -> int:
    """The columns of the terminal that a line takes."""
    if _ONE_EACH.fullmatch(line):
        return len(line)
    from wcwidth import wcswidth

    # A tab is as wide as the place where it stands makes it: it is laid out before lines are measured.
    return max(0, int(wcswidth(line.replace("\t", ""))))


def longest_line(text: str) -> int:
    """The columns that a text takes without being wrapped."""
    return columns_of(text) if "\n" not in text else max(map(columns_of, text.split("\n")))


def longest_word(text: str) -> int:
    """The columns that a text takes at least: those of its longest word."""
    return max(map(columns_of, _BREAKS.split(text)), default=0)


def words_over(text: str, width: int) -> int:
    """How many words of a text would be broken in so many columns."""
    return sum(columns_of(word) > width for word in _BREAKS.split(text))


def line_starts(line: str, width: int) -> list[int]:
    """The places where a line goes on below, so that none takes more than `width` columns.

    Words stay whole; one that is longer than a line begins a line of its own, and is cut where that is full.
    """
    if columns_of(line) <= width:
        return []
    starts, used = [], 0
    for found in _WORD.finditer(line):
        start, word = found.start(), found[0]
        needed = columns_of(word.rstrip(" "))
        if needed <= width - used:
            used += columns_of(word)
            continue
        begun = [start]
        if needed > width:
            begun += [start + place for place in _cuts(word, width)]
        starts += [place for place in begun if place]
        used = columns_of(line[begun[-1] : found.end()])
    return starts


def _cuts(word: str, width: int) -> list[int]:
    """The places inside a word where a line is full."""
    if len(word) == columns_of(word):
        return list(range(width, len(word), width))
    places, start = [], 0
    for place in range(1, len(word)):
        if columns_of(word[start : place + 1]) > width and _has_width(word[place]):
            places.append(place)
            start = place
    return places


@cache
def _has_width(char: str) -> bool:
    """Whether a sign stands in a column of its own: an accent stays with its letter."""
    return columns_of(char) > 0


def first_columns(line: str, columns: int) -> str:
    """The beginning of a line, in so many columns; where a wide letter would be halved, a blank fills its place."""
    used = end = 0
    for char in line:
        wide = columns_of(char)
        if used + wide > columns:
            break
        used, end = used + wide, end + 1
    return line[:end] + " " * (columns - used)
