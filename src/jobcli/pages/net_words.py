"""The words of net pay: its items, what a person told of themselves, and what was assumed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jobcli.domain.net import Assumption, Taxpayer
    from jobcli.pages.kit.language import Language

ROMAN = ("", "I", "II", "III", "IV", "V", "VI")

ITEMS = {
    "wage_tax": phrase("Wage tax"),
    "solidarity_surcharge": phrase("Solidarity surcharge"),
    "church_tax": phrase("Church tax"),
    "pension": phrase("Pension insurance"),
    "unemployment": phrase("Unemployment insurance"),
    "health": phrase("Health insurance"),
    "care": phrase("Care insurance"),
    "private_health": phrase("Private insurance"),
}
ALLOWANCES = {
    "employee": phrase("Lump sum for employees"),
    "special_expenses": phrase("Lump sum for special expenses"),
    "old_age": phrase("Relief for older people (EStG § 24a)"),
    "single_parent": phrase("Relief for single parents"),
}


def percent(say: Language, rate: Decimal) -> str:
    """A rate in percent with the decimals it has: 9.3% or 9,3 %."""
    digits = say.number(rate, max(0, -int(rate.normalize().as_tuple().exponent)))
    return f"{digits}\u00a0%" if say.code == "de" else f"{digits}%"


def told_line(say: Language, who: Taxpayer) -> str:
    """What the person told of what net pay asks for, in words."""
    from msgspec import structs

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
        if key == "health-surcharge":
            return say("surcharge of the fund {rate}", rate=percent(say, value))
        if key == "child-allowances":
            return say("{number} Kinderfreibeträge", number=say.number(value, 1))
        template = (
            phrase("private insurance {amount} a month")
            if key == "private-health"
            else phrase("{amount} a month of it from the employer")
        )
        return say(template, amount=say.euros(value, 2))
    from jobcli.pages import names

    return names.land(say, str(value))


_YES_NO = {
    "parent": (phrase("has a child"), phrase("has no child")),
    "church": (phrase("church tax"), phrase("no church tax")),
    "pension-exempt": (
        phrase("a Minijob is exempt from pension insurance"),
        phrase("a Minijob pays into pension insurance"),
    ),
}

_ASSUMED = {
    "children": phrase("No child under 25 (--children)."),
    "childless": phrase("Care insurance with the {rate} for the childless (--parent if you have a grown-up child)."),
    "tax-class": phrase("Tax class {tax_class} (--tax-class)."),
    "health-surcharge": phrase("The average surcharge of the health funds, {rate} (--health-surcharge)."),
    "old-age": phrase(
        "Relief for older people by the row of {year} (EStG § 24a): {rate} of pay, at most {most} a year. If your birthday this year is still to come, tell one year more (--age)."
    ),
    "old-age-next": phrase(
        "No relief for older people yet (EStG § 24a): it begins in the year after the {age}th birthday. If that was last year, tell --age 65."
    ),
    "unemployment-maybe": phrase(
        "Unemployment insurance as if the regular pension age, {age} and some months, were still to come."
    ),
    "no-unemployment": phrase("No unemployment insurance from {age} on (SGB III § 28)."),
    "no-pension-drawn": phrase(
        "You draw no full old-age pension. Who does pays nothing into pension insurance and less for health."
    ),
    "church": phrase("No church tax (--church)."),
    "child-allowances": phrase("No Kinderfreibeträge: they would lower the surcharges (--child-allowances)."),
    "private-subsidy": phrase(
        "The premium is what you pay yourself. If it is the whole one, tell the part of the employer (--private-subsidy)."
    ),
    "private-limit": phrase(
        "As a rule, private insurance is open only above {most} gross a year (SGB V § 6); it is computed as told."
    ),
    "state": phrase("Not in Saxony, where care insurance costs the employee half a percent more (--state)."),
    "minijob-pension": phrase("Not exempt from pension insurance (--pension-exempt)."),
    "minijob-base": phrase(
        "So little pay has a lowest base for the pension contribution (SGB VI § 163 (8)), which is not computed: more comes off."
    ),
    "exempt-elsewhere": phrase("The exemption from pension insurance is for a Minijob; it does not count here."),
    "minijob-tax": phrase("Most employers pay a flat tax for a Minijob; then no wage tax comes off."),
    "midijob": phrase("The reduced contributions of a Midijob; trainees pay the usual ones."),
}


def assumed(say: Language, item: Assumption) -> str:
    """One assumption as a sentence, with the option that changes it."""
    values = item.values
    template = _ASSUMED[item.id]
    if item.id == "children":
        children = int(str(values["children"]))
        if children:
            return say.plural(
                "{count} child under 25 (--children).", "{count} children under 25 (--children).", children
            )
    if item.id == "childless" and not values["told"]:
        template = phrase(
            "Care insurance with the {rate} for the childless from {age} on (--age; --parent if you have a child)."
        )
    words = dict(values)
    if "rate" in values:
        words["rate"] = percent(say, Decimal(str(values["rate"])))
    if "most" in values:
        words["most"] = say.euros(Decimal(str(values["most"])))
    if "tax_class" in values:
        words["tax_class"] = ROMAN[int(str(values["tax_class"]))]
    return say(template, **words)
