"""What a payslip takes for granted, in words: each assumption as a sentence with the option that changes it."""

from __future__ import annotations

from decimal import Decimal

from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.net import Assumption
from jobcli.pages.kit.language import Language

ROMAN = ("", "I", "II", "III", "IV", "V", "VI")


def percent(say: Language, rate: Decimal) -> str:
    """A rate in percent with the decimals it has: 9.3% or 9,3 %."""
    digits = say.number(rate, max(0, -int(rate.normalize().as_tuple().exponent)))
    return f"{digits}\u00a0%" if say.code == "de" else f"{digits}%"


_ASSUMED = {
    "forecast": phrase("A forecast: not all figures of {year} are law yet; jobcli net with that pay date names them."),
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
    "childless-maybe": phrase(
        "Care insurance {amount}. Until the month of your {age}rd birthday is over the surcharge for the childless is not due: then {other} (--born)."
    ),
    "unemployment-maybe": phrase(
        "Unemployment insurance and no Aktivrente, as if the regular pension age, {age} and some months, were still to come (--born)."
    ),
    "no-unemployment": phrase("No unemployment insurance after the regular pension age (SGB III § 28)."),
    "no-pension-drawn": phrase(
        "You draw no full old-age pension. Who does pays nothing into pension insurance and less for health (--pension-drawn)."
    ),
    "active-pension": phrase("Aktivrente: up to {most} a year are free of tax (EStG § 3 no. 21)."),
    "active-pension-elsewhere": phrase("The Aktivrente is used in another job, so no pay is free of tax in class VI."),
    "pension-age": phrase("The regular pension age is behind you, as you draw a pension (--born)."),
    "pension-early": phrase(
        "Before the regular pension age pension and unemployment insurance are still due; only health is cheaper."
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
        "Pension insurance counts at least {least} a month (SGB VI § 163 (8)); the employer's 15 % count real pay."
    ),
    "low-trainee": phrase("Up to {least} a month the employer pays all contributions of a trainee (SGB IV § 20 (3))."),
    "student": phrase(
        "A working student pays into pension insurance only (SGB V § 6 (1) no. 3), in term time up to 20 hours a week. Your own health insurance is not in it."
    ),
    "saxony-midijob": phrase(
        "Care insurance {amount}. The law does not say of which base the {rate} is that only the employee pays in Saxony; of the whole one {other} come off (SGB XI § 58 (3), BVV § 2 (2))."
    ),
    "church-rounding": phrase(
        "Church tax {amount}, rounded. Outside Bavaria no law says how; where fractions of a cent are dropped it is {other}."
    ),
    "one-off-year": phrase(
        "The same pay in every month of the year so far: what comes once pays contributions up to what the ceilings of those months leave (SGB IV § 23a)."
    ),
    "one-off-every-year": phrase(
        "What comes once comes every year: a twelfth of it counts for the limits of Minijob and Midijob (SGB IV § 20)."
    ),
    "one-off-last-year": phrase(
        "Paid before April and above the ceiling so far, it pays contributions by the rates and ceilings of December {year}, if this employer paid you then (SGB IV § 23a (4))."
    ),
    "one-off-unknown": phrase(
        "Paid before April and above the ceiling so far, it belongs to December {year} (SGB IV § 23a (4)), whose figures are not known here: computed by those of this year."
    ),
    "no-pension-insurance": phrase(
        "Half of health insurance is taken to come from the employer. Civil servants are insured in another way (--private-health)."
    ),
    "single-parent-more": phrase(
        "For each child after the first, class II has 240 euros a year more on request (EStG § 24b); tell them with --tax-allowance 20."
    ),
    "exempt-elsewhere": phrase("The exemption from pension insurance is for a Minijob; it does not count here."),
    "minijob-tax": phrase("Most employers pay a flat tax for a Minijob; then no wage tax comes off."),
    "midijob": phrase("The reduced contributions of a Midijob; trainees pay the usual ones (--trainee)."),
}


_SHORT = {
    "tax-class": phrase("Tax class {tax_class}"),
    "childless": phrase("{rate} for the childless"),
    "child-allowances": phrase("No Kinderfreibeträge"),
    "church": phrase("No church tax"),
    "health-surcharge": phrase("Average surcharge of {rate}"),
    "private-subsidy": phrase("Premium as you pay it"),
    "state": phrase("Not in Saxony"),
    "minijob-pension": phrase("Not exempt from pension insurance"),
    "minijob-tax": phrase("No flat tax of the employer"),
    "no-unemployment": phrase("No unemployment insurance"),
    "no-pension-drawn": phrase("No pension drawn"),
    "pension-age": phrase("Past the regular pension age"),
    "one-off-year": phrase("Same pay in every month so far"),
    "one-off-last-year": phrase("Belongs to December {year} (SGB IV § 23a (4))"),
}
"""In a few words, for the short page."""

_SAID_ABOVE = ("midijob", "low-trainee", "forecast")
"""What the line of the branch, or the list of a forecast, says on the short page."""


def in_short(say: Language, item: Assumption) -> str | None:
    """An assumption in a few words; empty where the page has said it, None where only its sentence will do."""
    if item.id in _SAID_ABOVE:
        return ""
    if item.id == "children":
        count = int(str(item.values["children"]))
        return (
            say.plural("{count} child under 25", "{count} children under 25", count)
            if count
            else say("No child under 25")
        )
    if item.id not in _SHORT:
        return None
    return say(_SHORT[item.id], **{name: _worded(say, name, value) for name, value in item.values.items()})


def assumed(say: Language, item: Assumption) -> str:
    """One assumption as a sentence, with the option that changes it."""
    children = int(str(item.values.get("children", 0)))
    if item.id == "children" and children:
        return say.plural("{count} child under 25 (--children).", "{count} children under 25 (--children).", children)
    return say(_template(item), **{name: _worded(say, name, value) for name, value in item.values.items()})


def _template(item: Assumption) -> Phrase:
    """The sentence; some have another one where the person told more."""
    if item.id == "childless" and not item.told:
        return phrase(
            "Care insurance with the {rate} for the childless from {age} on (--age; --parent if you have a child)."
        )
    if item.id == "old-age" and item.told:
        return phrase(
            "Relief for older people by the row of {year} (EStG § 24a): {rate} of pay, at most {most} a year."
        )
    return _ASSUMED[item.id]


def _worded(say: Language, name: str, value: object) -> object:
    """A value of a sentence as it is said."""
    if name in ("amount", "other"):
        return say.euros(Decimal(str(value)), 2)
    if name in ("least", "most"):
        return say.euros(Decimal(str(value)))
    if name == "rate":
        return percent(say, Decimal(str(value)))
    return ROMAN[int(str(value))] if name == "tax_class" else value
