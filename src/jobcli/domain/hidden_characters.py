r"""Signs that a screen obeys or hides instead of showing them, and what is shown in their place.

A text of somebody else's may hold them: escapes that clear a screen, marks that turn a line around, letters without
width. None of them reaches a terminal, and each stands there in the way programs write it, `\x1b`, `\u202e`, which every
encoding has. Only the soft hyphen is left out, which asks for nothing that we do.
"""

from __future__ import annotations

import re
from functools import cache

MAX_MARKS = 4
"""So many accents one letter can carry; Vietnamese needs two. What is piled higher runs into the lines above."""

_PICTURE = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
"""An emoji, or the sign behind one that says that it is one."""


def visible(text: str) -> str:
    """The text with every sign that a screen would obey or hide written out; line feeds and tabs stay."""
    if _harmless(text):
        return text
    # A place where a word may be parted is no sign: our lines keep words whole.
    shown = _hidden().sub(_written, text.replace("\xad", ""))
    return shown if shown.isascii() else _beyond_latin().sub(_lower, shown)


def one_line(text: str) -> str:
    """A text cleaned as by `visible`, without line feeds and tabs too: what is quoted in a sentence may begin no line of its own."""
    return visible(text).replace("\n", r"\n").replace("\t", r"\t")


def escaped(text: str) -> str:
    """JSON in which such signs are escaped: it reads back as the same."""
    return text if _harmless(text) else _hidden().sub(_in_json, text)


def hidden_in(text: str) -> int:
    """How many signs of a text have to be written out."""
    if _harmless(text):
        return 0
    count = len(_hidden().findall(text))
    if marks := set() if text.isascii() else _marks_in(text):
        pile = f"[{''.join(sorted(marks))}]"
        count += sum(len(found[0]) - MAX_MARKS for found in re.finditer(f"{pile}{{{MAX_MARKS + 1},}}", text))
    return count


def _harmless(text: str) -> bool:
    """Whether nothing is to be looked for: only letters and signs of western Europe, and no control among them.

    Nearly all texts are of this kind, and for them the patterns below need not be built: that takes as long as all of msgspec.
    """
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return False
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _hidden() -> re.Pattern[str]:
    """All of the Unicode categories Cc, Cf, Cs, Zl and Zp but line feed and tab, with what has no width in other categories.

    Those are fillers, joiners, selectors of variants (the two of emoji are left, and the joiner between two pictures). A test
    compares this with `unicodedata`.
    """
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
        "\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff"
        "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
        f"|(?<!{_PICTURE})\u200d|\u200d(?!{_PICTURE})"
    )


@cache
def _beyond_latin() -> re.Pattern[str]:
    return re.compile("[\u0300-\U0010ffff]{5,}")


def _written(found: re.Match[str]) -> str:
    return _written_out(found[0])


def _written_out(char: str) -> str:
    number = ord(char)
    if char == "\r":
        return r"\r"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))


def _lower(found: re.Match[str]) -> str:
    """The marks of a letter beyond the fourth written out."""
    marks = _marks_in(found[0])
    if not marks:
        return found[0]
    written = {ord(mark): _written_out(mark) for mark in marks}
    pile = f"[{''.join(sorted(marks))}]"
    return re.sub(f"({pile}{{{MAX_MARKS}}})({pile}+)", lambda high: high[1] + high[2].translate(written), found[0])


def _marks_in(text: str) -> set[str]:
    """The accents among the signs of a text. Each sign is looked up once, however often it stands there."""
    import unicodedata  # noqa: PLC0415  only a text with many foreign letters needs it: start-up time

    return {char for char in set(text) if unicodedata.category(char) in ("Mn", "Me")}
