"""What problems call things: kinds of records and values, and the forms that texts must have."""

from __future__ import annotations

from typing import get_args

from msgspec import inspect

from jobcli.domain.evidence import ID, MOMENT, Phrase, phrase
from jobcli.domain.role import Level, PathKind, RequirementKind, Spread

TWO_LANGUAGES = phrase("{{de: …, en: …}}")

A_TEXT, A_LIST, A_GROUP = phrase("a text"), phrase("a list"), phrase("a group of keys")
_WHOLE, _NUMBER = phrase("a whole number"), phrase("a number")

WANTED: dict[type[inspect.Type], Phrase] = {
    inspect.LiteralType: A_TEXT,
    inspect.StrType: A_TEXT,
    inspect.IntType: _WHOLE,
    inspect.FloatType: _NUMBER,
}
"""What a single value of each kind should be."""

CURES: dict[Phrase, Phrase] = {
    A_TEXT: phrase("Write a text here."),
    A_LIST: phrase("Put it in brackets: [first, second]. Or begin each entry in a line of its own with '- '."),
    A_GROUP: phrase("Write its keys below it, each in a line of its own, indented: 'key: …'."),
    TWO_LANGUAGES: phrase("Say which language it is: {{de: …, en: …}}. One of the two is enough."),
    _WHOLE: phrase("Write digits only, without decimals, separators or a unit: 38000."),
    _NUMBER: phrase("Write digits only, with a decimal point where one is needed: 1.5."),
}
"""How to put right a value of another kind, by what it should be."""

FORMS = {
    ID: phrase("An id has lower-case letters, digits and single hyphens: office-manager."),
    r"^\d{5}$": phrase('A KldB code has five digits; put it in quotes: "71403".'),
    r"^\d{4}$": phrase('An ISCO code has four digits; put it in quotes: "3341".'),
    r"^[A-U]\d{2}$": phrase("A WZ 2008 division is a letter and two digits: J62."),
    MOMENT: phrase("A date is a year, a month or a day: 2025, 2025-11 or 2025-11-24."),
    r"^[a-z]{2}$": phrase("A language is a code of two letters: en."),
}

GERMAN = {
    "helfer": "helper",
    "fachkraft": "skilled",
    "spezialist": "specialist",
    "experte": "expert",
    "ausbildung": "apprenticeship",
    "fernlehrgang": "distance-course",
    "studium": "degree",
    "zertifikat": "certificate",
    "erfahrung": "experience",
    "sprache": "language",
    "muss": "must",
    "soll": "should",
    "mittelwert": "mean",
    "jahr": "year",
    "monat": "month",
}
"""What authors write who think in German, and the value that it stands for."""

NAMES = {
    "Role": phrase("a role"),
    "Codes": phrase("codes"),
    "Duty": phrase("a duty"),
    "Requirement": phrase("a requirement"),
    "Salary": phrase("a salary"),
    "SalaryObservation": phrase("a salary observation"),
    "Benefit": phrase("a benefit"),
    "TrainingPath": phrase("a training path"),
    "Step": phrase("a step"),
    "Span": phrase("a figure"),
    "Cost": phrase("a cost"),
    "Admission": phrase("an admission"),
    "Transition": phrase("a transition"),
    "Transitions": phrase("transitions"),
    "Outlook": phrase("an outlook"),
    "Claim": phrase("a statement"),
    "Source": phrase("a source"),
    "Words": phrase("a text in two languages"),
    "Vocabulary": phrase("the vocabulary"),
    "Figures": phrase("a table of figures"),
    "Drawer": phrase("the figures"),
    "Scheme": phrase("a scheme"),
    "Condition": phrase("a condition"),
    "Settings": phrase("the settings"),
    "Progress": phrase("the progress"),
    "Started": phrase("a path that was begun"),
    "Tick": phrase("a ticked step"),
}

# msgspec sorts the values of a choice by letter; where their own order says something, it is kept.
_ORDERS = {frozenset(get_args(kind)): get_args(kind) for kind in (Level, PathKind, RequirementKind, Spread)}


def name_of(kind: inspect.StructType) -> Phrase:
    """What a record of this type is called in a sentence."""
    return NAMES.get(kind.cls.__name__, Phrase(kind.cls.__name__))


def in_order(kind: inspect.LiteralType) -> list[str]:
    """The values of a choice."""
    values = [str(value) for value in kind.values]
    return [str(value) for value in _ORDERS.get(frozenset(values), values)]


def plain(kind: inspect.Type) -> inspect.Type:
    """The type without what is said about it, such as its examples."""
    return plain(kind.type) if isinstance(kind, inspect.Metadata) else kind
