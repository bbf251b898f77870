"""Numbers as people write them: 4.200, 4200 €, €4,200.50, 4 200, 52k, 2,5 and 38,5 h, by one rule for both languages.

The rule (decision 47): of two different signs the last one stands before decimals; a sign that comes twice, and a lone point
or comma with exactly three digits behind it, stands between thousands: 4.200 is four thousand two hundred. What begins with
0, ends in k, or may have three decimals is not read so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

EUROS = ("€", "eur", "euro", "euros", "brutto", "gross")
YEARS = ("years", "year", "jahre", "jahren", "jahr", "yrs", "y", "j")
HOURS = ("hours", "hour", "stunden", "stunde", "std.", "std", "h", "/woche", "/week", "wochenstunden")
MONTHS = ("months", "month", "monate", "monaten", "monat")
PEOPLE = ("people", "employees", "mitarbeiter", "mitarbeitende", "beschäftigte", "leute", "ma")
PERCENT = ("%", "percent", "prozent")

_LONGEST = 60
"""What is longer is no number that a person writes."""
_THOUSAND = ("k", "t", "tsd.", "tsd", "tausend", "thousand")
_GROUPS = r"(\d{1,3}(?:([.,'’ ])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?"


def number_of(text: str, units: Sequence[str] = (), decimals: int = 0) -> Decimal | None:
    """The number in a text, exactly; None where it is none, or has more than so many decimals.

    `units` are words that may stand on either side of it, in small letters. `2.0` has no decimals.
    """
    if len(text) > _LONGEST:
        return None
    words, thousand = _without(units, text)
    # A price is often written 4200,- in German.
    sign, digits = ("-", words[1:]) if words[:1] in ("-", "−") else ("", re.sub(r"[.,][-–—]+$", "", words))
    groups = re.fullmatch(_GROUPS, digits, re.ASCII)
    if groups is not None and groups[2] != groups[3] and not _is_decimal(groups, thousand=thousand, decimals=decimals):
        whole, part = re.sub(r"\D", "", groups[1]), groups[4] or ""
    elif plain := re.fullmatch(r"(\d+)(?:[.,](\d+))?", digits, re.ASCII):
        whole, part = plain[1], plain[2] or ""
    else:
        return None
    if thousand:
        scaled = Decimal(f"{sign}{whole}.{part or 0}") * 1000
        return Decimal(int(scaled)) if scaled == int(scaled) else None
    if len(part) > decimals:
        if part.strip("0") or len(part) > 2:
            return None
        part = ""
    return Decimal(f"{sign}{whole}.{part}" if part else f"{sign}{whole}")


def joined(words: Sequence[str]) -> list[str]:
    """The words of a line with an amount made one that its blanks had parted: `4 200`, `4200 €`, `€ 4200`.

    What stands behind an option is its value, and left alone.
    """
    found: list[str] = []
    for word in words:
        before, last = (["", "", *found])[-2:]
        number = re.fullmatch(r"(€|eur|euro)|(€ ?)?\d[\d.,' ]*k?", last, re.ASCII | re.IGNORECASE)
        parted = re.fullmatch(r"\d{1,3}( \d{3})*", last.lstrip("€ "), re.ASCII)
        behind = re.fullmatch(r"\d{3}([.,]\d{1,2})?€?", word, re.ASCII)
        unit = word.casefold() in EUROS
        amount = last.casefold() in EUROS[:3] and word[:1].isdigit()
        if number and not before.startswith("-") and ((parted and behind) or (unit and last[-1:].isdigit()) or amount):
            found[-1] = f"{last} {word}"
        else:
            found.append(word)
    return found


def _is_decimal(groups: re.Match[str], *, thousand: bool, decimals: int) -> bool:
    """Whether a lone sign before three digits stands before decimals all the same."""
    lone = groups[3] is None and groups[1].count(groups[2]) == 1 and groups[2] in ".,"
    return groups[1].startswith("0") or (lone and (thousand or decimals > 2))


def _without(units: Sequence[str], text: str) -> tuple[str, bool]:
    """The text without units, in small letters with plain blanks, and whether thousands are counted."""
    # All blanks that Unicode knows: between thousands there is often a narrow one that does not break.
    words = " ".join(text.casefold().split())
    thousand, before = False, ""
    while words != before:
        before = words
        for unit in sorted((*units, *_THOUSAND), key=len, reverse=True):
            counts = unit in _THOUSAND and unit not in units
            short = words.removesuffix(unit).strip()
            if short not in ("", words) and (short[-1].isdigit() or not counts):
                thousand, words = thousand or counts, short
            elif not counts and words.startswith(unit):
                words = words.removeprefix(unit).strip(" .:")
    return words, thousand
