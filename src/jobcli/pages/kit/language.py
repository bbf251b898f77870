"""German and English: sentences, numbers, money and dates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jobcli.domain.evidence import Filled, Phrase, Words

if TYPE_CHECKING:
    from decimal import Decimal
    from gettext import NullTranslations

    from jobcli.pages.kit.copied import CopyOptions

Code = Literal["de", "en"]
FOLDER = Path(__file__).resolve().parent.parent.parent / "locale"

_MONTHS = {
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


class Language:
    """One of the two languages of the program. Calling it translates: `say("Duties")`, `say(role.title)`."""

    def __init__(self, code: Code, carried: CopyOptions | None = None) -> None:
        self.code = code
        self.carried = carried
        """What is carried on in the commands that are printed; None where nothing is."""

    @cached_property
    def _catalog(self) -> NullTranslations:
        """The sentences of this language, read with the first one: JSON has none. English is that of the source."""
        import gettext

        plain = gettext.NullTranslations()
        if self.code == "en":
            return plain
        # If the catalogue turns out to be damaged, that is said in English.
        self.__dict__["_catalog"] = plain
        return gettext.translation("jobcli", FOLDER, [self.code], fallback=True)

    def __call__(self, text: str | Words | Filled, /, **values: object) -> str:
        """The text in this language, with `{names}` filled in. Phrases among the values are translated too."""
        if isinstance(text, Words):
            return text.text(self.code)
        if isinstance(text, Filled):
            return self(text.text, **text.values)
        if not text:
            return ""
        # str(), because a phrase is a type of its own and the result is plain text.
        translated = str(self._catalog.gettext(text))
        filled = {name: self._filling(value) for name, value in values.items()}
        return translated.format(**filled) if filled or "{" in translated else translated

    def copied(self, text: str) -> str:
        """A text whose commands have the options of the call that it answers."""
        return text if self.carried is None else self.carried.text(text)

    def _filling(self, value: object) -> object:
        """What stands in a sentence for a value: phrases translated, large numbers with separators."""
        if isinstance(value, Phrase | Words | Filled):
            return self(value)
        return self.number(value) if type(value) is int and value >= 10_000 else value

    def plural(self, one: str, many: str, number: float, /, **values: object) -> str:
        """One of two sentences by `number`, which fills `{count}`."""
        whole = 1 if number == 1 else 2
        return self._catalog.ngettext(one, many, whole).format(**values, count=self.number(number))

    def number(self, value: float | Decimal, places: int | None = None) -> str:
        """A number with the separators of the language; without `places` as many decimals as it has, at most two."""
        if places is None:
            text = f"{value:,.2f}".rstrip("0").rstrip(".")
        else:
            from decimal import ROUND_HALF_UP, Decimal

            quantum = Decimal(1).scaleb(-places)
            text = f"{Decimal(str(value)).quantize(quantum, ROUND_HALF_UP):,}"
        return text if self.code == "en" else text.translate(str.maketrans(",.", ".,"))

    def euros(self, value: float | Decimal, places: int = 0) -> str:
        """An amount: 37.400 € or €37,400."""
        digits = self.number(-value if value < 0 else value, places)
        sign = "-" if value < 0 and digits.strip("0.,") else ""
        return f"{sign}{digits}\u00a0€" if self.code == "de" else f"{sign}€{digits}"

    def percent(self, share: float) -> str:
        """A share of one: 0.2 is 20 % or 20%."""
        digits = self.number(share * 100, 0)
        return f"{digits}\u00a0%" if self.code == "de" else f"{digits}%"

    def moment(self, text: str) -> str:
        """`2019-07` as July 2019, `2026-11-23` as 23 November 2026, `2019` as it is."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return text
        month = _MONTHS[self.code][parts[1] - 1]
        if len(parts) == 2:
            return f"{month} {parts[0]}"
        return f"{parts[2]}. {month} {parts[0]}" if self.code == "de" else f"{parts[2]} {month} {parts[0]}"

    def listing(self, words: Iterable[str]) -> str:
        """Words with commas between them."""
        return ", ".join(words)
