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
        "©": "(C)",
        "®": "(R)",
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
    # No-break spaces are as wide as blanks. They stay until lines are broken.
    return "\u00a0".join(encodable(part, encoding) for part in shown.split("\u00a0"))


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


_LAW = r"(?:SGB [IVX]+|[A-ZÄÖÜ]\w*[A-Z]\w*)"
_INSIDE = r"(?: (?:(?:Abs|Nr|Satz)\.? \d+[a-z]*|\(\d+[a-z]*\)(?: \d+\b)?))*"
_PARAGRAPH = rf"(?:{_LAW} )?(?:§§?|Par\.) \d+[a-z]?{_INSIDE}(?: {_LAW}\b)?"
"""A paragraph of a law: § 3 Nr. 15 EStG, or EStG § 32a (1). Where a terminal has no §, it is drawn as `Par.`."""

_UNITS = r"%|€|EUR|euros?|Euro|percent|Prozent|months?|Monate?n?|hours?|Stunden?|years?|Jahre?n?"
_MONTHS = (
    "Januar|Februar|M(?:ä|ae)rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "January|February|March|May|June|July|October|December"
)
_PAIRS = (
    r"(?:(?<=§)|(?<=Par\.)|(?<=DQR)|(?<=ISCO)|(?<=KldB)) (?=\d)"
    rf"|(?<=\d) (?=(?:{_UNITS}|{_MONTHS})(?!\w))|(?<=\d\.) (?=(?:{_MONTHS})\b)"
)
"""The blanks in a paragraph or code and its number, a number and its unit, a day and its month."""

_HELD = re.compile(f"{_PARAGRAPH}|{_PAIRS}")
_HELD_AT_LEAST = re.compile(_PAIRS)
"""What one line has to hold, and what it has to hold where it is too short for that."""

_BREAKS = re.compile(r"[^\S\u00a0]+")
_WORD = re.compile(r"[^\S\u00a0]*[\S\u00a0]+[^\S\u00a0]*")
"""A word with the blanks around it."""

_ONE_EACH = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac\u2190-\u2193\u2212\u2500-\u25cf]*")
"""Letters and signs of western Europe, and those that pages draw with: one column each."""


def held_together(text: str, what: re.Pattern[str] = _HELD) -> str:
    """The text, as long as before, with no-break spaces where a line must not be broken: in `3. Februar`, in `20 %`."""
    return what.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


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
    return max(map(columns_of, _BREAKS.split(held_together(text))), default=0)


def words_over(text: str, width: int) -> int:
    """How many words of a text would be broken in so many columns."""
    return sum(columns_of(word) > width for word in _BREAKS.split(held_together(text)))


def line_starts(line: str, width: int) -> list[int]:
    """The places where a line goes on below, so that none takes more than `width` columns.

    Words stay whole; one that is longer than a line begins a line of its own, and is cut where that is full.
    """
    if columns_of(line) <= width:
        return []
    starts, used = [], 0
    for start, word in _words(line, width):
        needed = columns_of(word.rstrip(" "))
        if needed <= width - used:
            used += columns_of(word)
            continue
        begun = [start]
        if needed > width:
            begun += [start + place for place in _cuts(word, width)]
        starts += [place for place in begun if place]
        used = columns_of(line[begun[-1] : start + len(word)])
    return starts


def _words(line: str, width: int) -> Iterator[tuple[int, str]]:
    """The words of a line and their places; of a paragraph that does not fit into one line, only pairs stay together."""
    for held in _WORD.finditer(held_together(line)):
        word = line[held.start() : held.end()]
        if columns_of(word.strip(" ")) <= width:
            yield held.start(), word
        else:
            pairs = _WORD.finditer(held_together(word, _HELD_AT_LEAST))
            yield from ((held.start() + found.start(), found[0]) for found in pairs)


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
