"""Letters and signs for streams that cannot carry the real ones, as on old code pages and with LANG=C."""

from __future__ import annotations

import unicodedata

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


def encodable(text: str, encoding: str) -> str:
    """The text with plainer letters for those that the encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_plainer(char, encoding) for char in text)
    return text


def _plainer(char: str, encoding: str) -> str:
    """The char where the encoding has it, else its twin, else the letter below its marks, else a question mark."""
    for form in (char, char.translate(_TWINS), unicodedata.normalize("NFKD", char)[:1]):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        return form
    return "?"
