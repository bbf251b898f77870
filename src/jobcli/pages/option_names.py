"""What options and the keys of `jobcli me` are called in German. Whoever types a German name means the English one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobcli.pages.kit.language import Language

GERMAN: dict[str, str] = {
    # What a person can tell: options, and keys of `jobcli me`.
    "state": "bundesland",
    "experience": "berufserfahrung",
    "age": "alter",
    "tenure": "betriebszugehoerigkeit",
    "company-size": "betriebsgroesse",
    "industry": "branche",
    "level": "niveau",
    "education": "abschluss",
    "leadership": "fuehrung",
    "no-leadership": "ohne-fuehrung",
    "collective-agreement": "tarifvertrag",
    "no-collective-agreement": "ohne-tarifvertrag",
    "fixed-term": "befristet",
    "permanent": "unbefristet",
    "hours": "wochenstunden",
    "tax-class": "steuerklasse",
    "children": "kinder",
    "parent": "eltern",
    "no-parent": "kinderlos",
    "child-allowances": "kinderfreibetraege",
    "church": "kirche",
    "no-church": "keine-kirche",
    "health-surcharge": "zusatzbeitrag",
    "private-health": "private-kv",
    "private-subsidy": "arbeitgeberzuschuss",
    "born": "geboren",
    "pension-drawn": "altersrente",
    "no-pension-drawn": "keine-altersrente",
    "pension-exempt": "rentenversicherungsfrei",
    "no-pension-exempt": "nicht-rentenversicherungsfrei",
    "pension-insurance": "rentenversicherung",
    "no-pension-insurance": "ohne-rentenversicherung",
    "factor": "faktor",
    "tax-allowance": "lohnsteuerfreibetrag",
    "trainee": "auszubildend",
    "no-trainee": "nicht-auszubildend",
    "student": "werkstudent",
    "no-student": "kein-werkstudent",
    "place": "wohnort",
    "role": "rolle",
    "qualifications": "qualifikationen",
    "same-employer": "selber-arbeitgeber",
    "school": "schulabschluss",
    "languages": "sprachen",
    "skills": "faehigkeiten",
    "pay": "gehalt",
    # What only some commands take.
    "min-pay": "mindestgehalt",
    "shortage": "engpass",
    "subject": "fach",
    "path-kind": "wegart",
    "max-months": "hoechstens-monate",
    "ladder": "leiter",
    "full": "ausfuehrlich",
    "duties": "aufgaben",
    "needs": "anforderungen",
    "paths": "bildungswege",
    "outlook": "aussichten",
    "sources": "quellen",
    "receipt": "rechenweg",
    "funding": "foerderung",
    "worth": "lohnt-sich",
    "extras": "zusatzleistungen",
    "others": "weitere-angaben",
    "certainty": "sicherheit",
    "rough": "ungefaehr",
    "forget": "vergessen",
    "keep": "behalten",
    "answers": "antworten",
    "more": "mehr",
    "at-most-missing": "hoechstens-fehlend",
    "check": "pruefen",
    "for": "fuer",
    "path": "weg",
    "diff": "unterschied",
    "by": "nach",
    "per": "pro",
    "net": "netto",
    "one-off": "einmalzahlung",
    "one-off-earlier": "einmalzahlung-vorher",
    "pay-date": "zahltag",
    "as-of": "stand",
    "german": "deutsch",
    "explain": "erklaeren",
    "no-me": "ohne-mich",
    "top": "beste",
    "ways": "wege",
    "from-net": "vom-netto",
    "partner-gross": "partner-brutto",
    "car-price": "auto-listenpreis",
    "car-rate": "auto-satz",
    "car-distance": "auto-entfernung",
    "compare-years": "jahre-vergleichen",
    "law-only": "nur-gesetz",
    "employer": "arbeitgeber",
    "start": "beginn",
    "sort": "sortieren",
    "from": "von",
    "course-hours": "kursstunden",
    "offer": "angebot",
    "begin": "anfangen",
    "give-up": "aufgeben",
    "events": "termine",
    "price": "preis",
    "exam": "pruefung",
    "months": "monate",
    "lessons": "unterrichtsstunden",
    "provider": "anbieter",
    "on": "am",
    "note": "notiz",
    "folder": "ordner",
    "title-de": "titel-de",
    "title-en": "titel-en",
    "duty-de": "aufgabe-de",
    "duty-en": "aufgabe-en",
    "area": "bereich",
    "pay-per": "gehalt-pro",
    "pay-as-of": "gehalt-stand",
    "publisher": "herausgeber",
    "source-title": "quelle-titel",
    "source-url": "quelle-url",
    "no-input": "ohne-eingabe",
    "strict": "streng",
    # What all commands take.
    "output": "ausgabe",
    "lang": "sprache",
    "profiles": "profile",
    "state-dir": "datenordner",
    "no-color": "ohne-farbe",
    "no-pager": "ohne-pager",
    "help": "hilfe",
}
"""By the English name, both without hyphens before it. A name that is the same word in German is not here."""

_ALSO = {
    "land": "state",
    "ort": "state",
    "stadt": "state",
    "city": "state",
    "erfahrung": "experience",
    "zugehoerigkeit": "tenure",
    "firmengroesse": "company-size",
    "mitarbeiter": "company-size",
    "bildung": "education",
    "stunden": "hours",
    "stkl": "tax-class",
    "freibetrag": "tax-allowance",
    "beruf": "role",
    "kenntnisse": "skills",
    "vollstaendig": "full",
    "format": "output",
    "language": "lang",
    "no-colour": "no-color",
    "ohne-kirche": "no-church",
}
"""Other words that people use for an option."""

_ENGLISH = {**_ALSO, **{german: english for english, german in GERMAN.items()}}


def english(word: str) -> str:
    """The English name of an option or a key that is written in German, in any case and with ä or ae; else the word as it is."""
    if word in GERMAN or (word.isascii() and word.islower() and "_" not in word):
        return _ENGLISH.get(word, word)
    from jobcli.domain.folding import slug

    return _ENGLISH.get(slug(word), word)


def in_english(words: Sequence[str]) -> list[str]:
    """The words of a line with the names of options in English; what stands behind `--` is left alone."""
    end = words.index("--") if "--" in words else len(words)
    return [_flag(word) if word.startswith("--") else word for word in words[:end]] + list(words[end:])


def _flag(word: str) -> str:
    name, equals, value = word[2:].partition("=")
    return f"--{english(name)}{equals}{value}"


def key_in(say: Language, key: str) -> str:
    """A key of `jobcli me` as one types it in this language."""
    return GERMAN.get(key, key) if say.code == "de" else key


def german_flag(flag: str) -> str | None:
    """The German name of an option such as `--state`; None where it has none of its own."""
    found = GERMAN.get(flag.removeprefix("--"))
    return None if found is None else f"--{found}"
