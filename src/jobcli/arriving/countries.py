"""The country of a passport, as people call it, and the countries that the law treats like it."""

from __future__ import annotations

from jobcli.domain.folding import slug
from jobcli.domain.newcomer import ArrivalBook, CountryGroup, RouteId

_ROUTES: tuple[RouteId, ...] = ("18g", "18g-it", "18b", "18a", "19c2", "20a", "16d3", "16d1", "16d5", "16a")


def country_of(book: ArrivalBook, text: str) -> str | None:
    """The ISO 3166 code of a country by its code, its German or its English name; None where it is none."""
    typed, wanted = text.strip().upper(), slug(text)
    if typed in book.countries:
        return typed
    return names(book).get(wanted) or book.words.get(wanted)


def names(book: ArrivalBook) -> dict[str, str]:
    """The codes of all countries by their names in both languages, written as ids."""
    return {slug(name): code for code, words in book.countries.items() for name in (words.de, words.en) if name}


def group_of(book: ArrivalBook, code: str) -> CountryGroup:
    """The countries that the law treats like this one."""
    return next((name for name, group in book.groups.items() if code in group.countries), "other")


def routes(group: CountryGroup | None, *, it: bool | None) -> tuple[RouteId, ...]:
    """The ways to a residence title that may be open to a passport; `it`: whether it is an occupation of IT (None: not known)."""
    if group == "eu":
        return ("eu",)
    open_to_all = tuple(route for route in _ROUTES if route != "18g-it" or it is not False)
    return (*open_to_all, "26-2") if group in ("western-balkans", None) else open_to_all
