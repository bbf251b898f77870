"""What is wrong with a part of a file: each kind of fault in words, with how to mend it, and what should stand there."""

from __future__ import annotations

import re

from msgspec import inspect

from jobcli.domain.evidence import ID, MAX_ID, MOMENT, Phrase, Words, phrase
from jobcli.domain.folding import as_id
from jobcli.domain.role import ADDRESS
from jobcli.files.did_you_mean import closest
from jobcli.files.format_names import in_order
from jobcli.files.yaml import Document, Node, Scalar, Sequence

_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_COMPARISONS = 20_000

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
    ADDRESS: phrase("An address begins with https:// and has no spaces: https://example.org/course."),
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


def plain(kind: inspect.Type) -> inspect.Type:
    """The type without what is said about it, such as its examples."""
    return plain(kind.type) if isinstance(kind, inspect.Metadata) else kind


def guessed(document: Document, word: str, known: list[str]) -> str | None:
    """The known word that a word of a document was probably meant to be: of thousands of words only the first get an answer."""
    document.compared += len(known)
    return closest(word, known) if document.compared <= _COMPARISONS else None


def is_nothing(node: Node) -> bool:
    """Whether the node is what YAML calls null."""
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")


class Faults:
    """Reports what a reader of types meets in a document; the name that each is handed is the key it stands under."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def to_fill(self, node: Scalar, kind: inspect.Type, name: str) -> None:
        """Report a place that the author has marked as open."""
        kind = plain(kind)
        hint, values = phrase("Write {wanted} in its place."), {"key": name, "wanted": TWO_LANGUAGES, "known": ""}
        if isinstance(kind, inspect.UnionType):
            kind = next(plain(each) for each in kind.types if not isinstance(each, inspect.NoneType))
        if isinstance(kind, inspect.LiteralType):
            hint, values["known"] = phrase("Choose one of these: {known}."), ", ".join(in_order(kind))
        elif isinstance(kind, inspect.StrType) and kind.pattern in FORMS:
            hint = FORMS[kind.pattern]
        elif type(kind) in WANTED:
            values["wanted"] = WANTED[type(kind)]
        elif not (isinstance(kind, inspect.StructType) and kind.cls is Words):
            values["wanted"] = phrase("what the format asks for")
        self.document.report(node, "to-fill", phrase("'{key}' is still to be filled."), hint, **values)

    def wrong_form(self, node: Scalar, text: str, kind: inspect.StrType, name: str) -> None:
        """Say what form a text must have; a date with the day first is turned round."""
        hint = FORMS.get(kind.pattern or "", phrase("The form is {pattern}."))
        message = phrase("'{value}' does not have the form of '{key}'.")
        values: dict[str, object] = {"value": text[:80], "key": name, "pattern": kind.pattern}
        german = _GERMAN_DATE.fullmatch(text) if kind.pattern == MOMENT else None
        near = as_id(text) if kind.pattern == ID else ""
        if german is not None:
            hint = phrase("Write the year first: {turned}.")
            values["turned"] = f"{german[3]}-{int(german[2]):02d}-{int(german[1]):02d}"
        elif near and len(text) <= MAX_ID:
            hint = phrase("Write {near}: an id has lower-case letters, digits and single hyphens.")
            values["near"] = near
        elif kind.max_length and len(text) > kind.max_length:
            message = phrase("'{value}' is too long for '{key}': {length} characters, and {limit} is the most.")
            hint = phrase("Write a shorter one.")
            values |= {"value": f"{text[:40]}…", "length": len(text), "limit": kind.max_length}
        self.document.report(node, "wrong-form", message, hint, **values)

    def wrong_type(self, node: Node, wanted: Phrase, name: str, *, needed: bool) -> None:
        """Report a part that is not what stands here; `needed`: without it the file does not load."""
        nothing = is_nothing(node) or (isinstance(node, Scalar) and not node.text.strip())
        got: object = node.text[:60] if isinstance(node, Scalar) else ""
        kind = A_LIST if isinstance(node, Sequence) else A_GROUP
        if nothing:
            message = phrase("'{key}' should be {wanted}, but nothing stands here.")
            hint = phrase("Fill it in, or leave the key out: it is not needed.")
            if needed:
                hint = phrase("Fill it in: the file does not load without it.")
        elif isinstance(node, Scalar):
            message, hint = phrase("'{key}' should be {wanted}, but is '{got}'."), CURES[wanted]
        else:
            message, hint, got = phrase("'{key}' should be {wanted}, but is {got}."), CURES[wanted], kind
            if wanted == A_TEXT:
                hint = phrase("A text that begins with a bracket or a brace needs quotes around it.")
        if not name:
            message = phrase("The file should be a group of keys, but is '{got}'.")
            if not isinstance(node, Scalar):
                message = phrase("The file should be a group of keys, but is {got}.")
            hint = phrase("Begin each line with a key and a colon: 'title: …'.")
        self.document.report(node, "wrong-type", message, hint, key=name, wanted=wanted, got=got)

    def too_few(self, node: Node, name: str) -> None:
        """Report a list or group with nothing in it."""
        message = phrase("'{key}' needs at least one entry.")
        self.document.report(node, "too-few", message, phrase("Add one; a file without any does not load."), key=name)

    def too_many(self, node: Node, name: str, count: int, limit: int) -> None:
        """Report the first entry that is one too many."""
        message = phrase("'{key}' has {count} entries, and {limit} is the most.")
        hint = phrase("Keep the most important ones.")
        self.document.report(node, "too-many-entries", message, hint, key=name, count=count, limit=limit)

    def unknown_key(self, key: Scalar, known: list[str], what: Phrase, *, lone: bool) -> str | None:
        """Report the key; the known one that was probably meant. `lone`: it is a word that a comma has cut off."""
        if self.document.full:
            return None
        near = guessed(self.document, key.text, known)
        hint = phrase("Did you mean '{near}'? Known keys: {known}.") if near else phrase("Known keys: {known}.")
        if lone:
            hint = phrase(
                "If it belongs to the text before it: inside braces a text with a comma needs quotes around it."
            )
        values = {"key": key.text[:60], "what": what, "near": near, "known": ", ".join(known)}
        self.document.report(key, "unknown-key", phrase("'{key}' is not a key of {what}."), hint, **values)
        return near

    def missing(self, node: Node, field: inspect.Field, what: Phrase) -> None:
        """Report a key that has to be there; `what` lacks it."""
        key = field.encode_name
        if key == "source":
            message = phrase("There is no source here: a statement without one does not load.")
            self.document.report(node, "no-source", message, phrase("Add 'source: id' with an id from 'sources'."))
            return
        message, hint = phrase("'{key}' is missing from {what}."), phrase("Add '{key}: …' here.")
        kind, values = plain(field.type), {"key": key, "what": what}
        if isinstance(kind, inspect.LiteralType):
            hint, values["known"] = phrase("Add '{key}: …' here, with one of: {known}."), ", ".join(in_order(kind))
        self.document.report(node, "missing-key", message, hint, **values)
