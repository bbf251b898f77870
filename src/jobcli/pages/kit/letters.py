"""The letters that a terminal can show: what its encoding lacks is written in plainer ones.

`€` becomes `EUR` and `ü` becomes `ue`: both are wider. So texts are rewritten before lines are broken and columns are laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

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
