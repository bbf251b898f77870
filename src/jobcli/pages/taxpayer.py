"""What a person told for their net pay, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.domain.evidence import phrase
from jobcli.domain.net import Taxpayer
from jobcli.pages import names
from jobcli.pages.assumed import ROMAN, percent
from jobcli.pages.kit.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def told_line(say: Language, who: Taxpayer) -> str:
    """What the person told of what net pay asks for, in words."""
    answers = {key.replace("_", "-"): value for key, value in structs.asdict(who).items() if value is not None}
    return say.listing(told_words(say, answers))


def told_words(say: Language, answers: Mapping[str, object]) -> list[str]:
    """Answers by their keys, in words."""
    return [_told_word(say, key, value) for key, value in answers.items()]


def _told_word(say: Language, key: str, value: object) -> str:
    if isinstance(value, bool):
        yes, no = _YES_NO[key]
        return say(yes if value else no)
    if isinstance(value, int):
        words: dict[str, Callable[[int], str]] = {
            "tax-class": lambda number: say("tax class {tax_class}", tax_class=ROMAN[number]),
            "children": lambda number: (
                say.plural("{count} child under 25", "{count} children under 25", number)
                if number
                else say("no child under 25")
            ),
            "age": lambda number: say.plural("{count} year old", "{count} years old", number),
        }
        return words[key](value)
    if isinstance(value, Decimal):
        return _number_word(say, key, value)
    return say("born in {month}", month=say.moment(str(value))) if key == "born" else names.land(say, str(value))


def _number_word(say: Language, key: str, value: Decimal) -> str:
    """An amount, a rate or a counter."""
    if key in _AMOUNTS:
        return say(_AMOUNTS[key], amount=say.euros(value, 2))
    if key == "health-surcharge":
        return say("surcharge of the fund {rate}", rate=percent(say, value))
    if key == "factor":
        return say("factor {number}", number=say.number(value, 3))
    return say("{number} Kinderfreibeträge", number=say.number(value, 1))


_AMOUNTS = {
    "private-health": phrase("private insurance {amount} a month"),
    "private-subsidy": phrase("{amount} a month of it from the employer"),
    "tax-allowance": phrase("an allowance of {amount} a month on the tax card"),
}
_YES_NO = {
    "pension-insurance": (phrase("with pension insurance"), phrase("without pension insurance")),
    "trainee": (phrase("in an apprenticeship"), phrase("in no apprenticeship")),
    "student": (phrase("working student"), phrase("no working student")),
    "pension-drawn": (phrase("draws a full old-age pension"), phrase("draws no full old-age pension")),
    "parent": (phrase("has a child"), phrase("has no child")),
    "church": (phrase("church tax"), phrase("no church tax")),
    "pension-exempt": (
        phrase("a Minijob is exempt from pension insurance"),
        phrase("a Minijob pays into pension insurance"),
    ),
}
