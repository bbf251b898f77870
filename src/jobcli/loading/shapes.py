"""A tree of text becomes a record of the domain: every key, type and bound is checked, and all faults are reported at once."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, TypeVar, cast

from msgspec import inspect

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.loading.nodes import Document, Mapping, Node, Scalar, Sequence

T = TypeVar("T")

_INVALID: Any = object()
_WHOLE = re.compile(r"[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?\d+(\.\d+)?")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}([.,' _]\d{3})+(,\d+)?\s*(€|EUR)?")
_types: dict[Any, inspect.Type] = {}


def read(document: Document, kind: type[T]) -> T | None:
    """The document as a record of `kind`, or None where a part that cannot be missing is wrong.

    Problems are added to the document. A wrong part that may be missing is left out, so that one fault
    never hides the next.
    """
    if document.root is None:
        if not document.problems:
            document.report(
                None, "empty", phrase("The file is empty."), phrase("Write a profile into it, or delete it.")
            )
        return None
    if kind not in _types:
        _types[kind] = inspect.type_info(kind)
    value = _Reader(document).value(document.root, _types[kind], "")
    return None if value is _INVALID else cast("T", value)


def locate(root: Node | None, *way: str | int) -> Node | None:
    """The node at the end of `way` (keys and positions), or the last one on the way that exists."""
    node = root
    for part in way:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(part, str):
            below = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            below = node.items[part]
        if below is None:
            return node
        node = below
    return node


def closest(word: str, known: list[str]) -> str | None:
    """The known word that `word` was probably meant to be."""
    found = get_close_matches(word.lower(), [name.lower() for name in known], n=1, cutoff=0.6)
    return next((name for name in known if found and name.lower() == found[0]), None)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document

    def value(self, node: Node, kind: inspect.Type, name: str) -> Any:
        """The node as a value of `kind`, or _INVALID with a problem reported; `name` is the key it stands under."""
        if isinstance(kind, inspect.Metadata):
            return self.value(node, kind.type, name)
        read = getattr(self, _READERS[type(kind)])
        if type(kind) in _SCALARS and not isinstance(node, Scalar):
            return self._wrong(node, phrase("a single text or number"), name)
        if type(kind) in _SCALARS and _is_nothing(node):
            return self._wrong(node, phrase("a text or a number, not nothing"), name)
        return read(node, kind, name)

    def _union(self, node: Node, kind: inspect.UnionType, name: str) -> Any:
        rest = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        if len(rest) < len(kind.types) and _is_nothing(node):
            return None
        wanted = (
            (inspect.StructType,)
            if isinstance(node, Mapping)
            else (inspect.StrType, inspect.IntType, inspect.FloatType, inspect.LiteralType)
        )
        fitting = [each for each in rest if isinstance(_plain(each), wanted)]
        return self.value(node, (fitting or rest)[0], name)

    def _record(self, node: Node, kind: inspect.StructType, name: str) -> Any:
        what = _name_of(kind)
        if not isinstance(node, Mapping):
            return self._wrong(node, phrase("a group of keys"), name)
        fields = {field.encode_name: field for field in kind.fields}
        found: dict[str, Any] = {}
        broken = False
        for key, below in node.pairs:
            field = fields.get(key.text)
            if field is None:
                self._unknown_key(key, list(fields), what)
                continue
            value = self.value(below, field.type, key.text)
            if value is not _INVALID:
                found[field.name] = value
            else:
                broken = broken or field.required
        present = {key.text for key, _ in node.pairs}
        for field in kind.fields:
            if field.required and field.encode_name not in present:
                broken = True
                self._missing(node, field.encode_name, what)
        if kind.cls is Words and not broken and not any(found.values()):
            self.document.report(
                node, "no-text", phrase("This text is empty in both languages."), phrase("Write {{de: …, en: …}}.")
            )
            return _INVALID
        return _INVALID if broken else kind.cls(**found)

    def _list(self, node: Node, kind: inspect.VarTupleType, name: str) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, phrase("a list: [first, second]"), name)
        values = [self.value(item, kind.item_type, name) for item in node.items]
        if kind.min_length and len(values) < kind.min_length:
            self.document.report(
                node,
                "too-few",
                phrase("'{key}' needs at least {count} entry."),
                phrase("Add one, or see docs/profile-format.md for an example."),
                key=name,
                count=kind.min_length,
            )
            return _INVALID
        kept = tuple(value for value in values if value is not _INVALID)
        return _INVALID if kind.min_length and len(kept) < kind.min_length else kept

    def _table(self, node: Node, kind: inspect.DictType, name: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, phrase("a group of keys"), name)
        table = {}
        for key, below in node.pairs:
            key_value = self.value(key, kind.key_type, name)
            value = self.value(below, kind.value_type, key.text)
            if key_value is not _INVALID and value is not _INVALID:
                table[key_value] = value
        if kind.min_length and not node.pairs:
            self.document.report(
                node,
                "too-few",
                phrase("'{key}' needs at least {count} entry."),
                phrase("Add one, or see docs/profile-format.md for an example."),
                key=name,
                count=kind.min_length,
            )
            return _INVALID
        return table

    def _choice(self, node: Scalar, kind: inspect.LiteralType, name: str) -> Any:
        known = [str(value) for value in kind.values]
        if node.text in known:
            return node.text
        near = closest(node.text, known)
        hint = phrase("Did you mean '{near}'? Known: {known}.") if near else phrase("Known: {known}.")
        self.document.report(
            node,
            "unknown-value",
            phrase("'{value}' is not a value of '{key}'."),
            hint,
            value=node.text,
            key=name,
            near=near,
            known=", ".join(known),
        )
        return _INVALID

    def _number(self, node: Scalar, kind: inspect.IntType | inspect.FloatType, name: str) -> Any:
        whole = isinstance(kind, inspect.IntType)
        # Figures of the drawer have no upper bound and may well have three decimals; amounts in profiles have one.
        if kind.le is not None and _GROUPED.fullmatch(node.text.strip()):
            digits = re.sub(
                r"\D", "", node.text.split(",")[0] if re.search(r",\d{1,2}\b(?!\d)", node.text) else node.text
            )
            self.document.report(
                node,
                "thousands-separator",
                phrase("'{value}' could mean two different numbers."),
                phrase("Write {digits}, without separators."),
                value=node.text,
                digits=digits,
            )
            return _INVALID
        if not (_WHOLE if whole else _DECIMAL).fullmatch(node.text):
            return self._wrong(node, phrase("a whole number") if whole else phrase("a number"), name)
        number: float = int(node.text) if _WHOLE.fullmatch(node.text) else float(node.text)
        if (kind.ge is not None and number < kind.ge) or (kind.le is not None and number > kind.le):
            self.document.report(
                node,
                "out-of-range",
                phrase("'{key}' is {value}; it can be {low} to {high}."),
                phrase("Is a digit missing, or one too many?"),
                key=name,
                value=node.text,
                low=kind.ge,
                high=phrase("any size") if kind.le is None else kind.le,
            )
            return _INVALID
        return number if whole else float(number)

    def _text(self, node: Scalar, kind: inspect.StrType, name: str) -> Any:
        text = node.text.strip()
        if not text:
            return self._wrong(node, phrase("a text, not nothing"), name)
        if (kind.pattern and not re.search(kind.pattern, text)) or (kind.max_length and len(text) > kind.max_length):
            self.document.report(
                node,
                "wrong-form",
                phrase("'{value}' does not have the form of '{key}'."),
                _FORMS.get(kind.pattern or "", phrase("The form is {pattern}.")),
                value=text[:80],
                key=name,
                pattern=kind.pattern,
            )
            return _INVALID
        return text

    def _wrong(self, node: Node, wanted: Phrase, name: str) -> Any:
        got = node.text[:60] if isinstance(node, Scalar) else "[…]" if isinstance(node, Sequence) else "{…}"
        self.document.report(
            node,
            "wrong-type",
            phrase("'{key}' should be {wanted}, but is '{got}'."),
            phrase("See docs/profile-format.md for an example."),
            key=name or "?",
            wanted=wanted,
            got=got,
        )
        return _INVALID

    def _unknown_key(self, key: Scalar, known: list[str], what: Phrase) -> None:
        near = closest(key.text, known)
        hint = phrase("Did you mean '{near}'? Known keys: {known}.") if near else phrase("Known keys: {known}.")
        self.document.report(
            key,
            "unknown-key",
            phrase("'{key}' is not a key of {what}."),
            hint,
            key=key.text[:60],
            what=what,
            near=near,
            known=", ".join(known),
        )

    def _missing(self, node: Node, key: str, what: Phrase) -> None:
        if key == "source":
            self.document.report(
                node,
                "no-source",
                phrase("There is no source here: a statement without one does not load."),
                phrase("Add 'source: id' with an id from 'sources'."),
            )
        else:
            self.document.report(
                node,
                "missing-key",
                phrase("'{key}' is missing from {what}."),
                phrase("Add '{key}: …' here."),
                key=key,
                what=what,
            )


_READERS: dict[type[inspect.Type], str] = {
    inspect.UnionType: "_union",
    inspect.StructType: "_record",
    inspect.VarTupleType: "_list",
    inspect.DictType: "_table",
    inspect.LiteralType: "_choice",
    inspect.IntType: "_number",
    inspect.FloatType: "_number",
    inspect.StrType: "_text",
}
_SCALARS = (inspect.LiteralType, inspect.IntType, inspect.FloatType, inspect.StrType)

_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": phrase("An id has lower-case letters, digits and single hyphens: office-manager."),
    r"^\d{5}$": phrase('A KldB code has five digits; put it in quotes: "71403".'),
    r"^\d{4}$": phrase('An ISCO code has four digits; put it in quotes: "3341".'),
    r"^[A-U]\d{2}$": phrase("A WZ 2008 division is a letter and two digits: J62."),
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$": phrase(
        "A date is a year, a month or a day: 2025, 2025-11 or 2025-11-24."
    ),
    r"^[a-z]{2}$": phrase("A language is a code of two letters: en."),
}

_NAMES = {
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
}


def _is_nothing(node: Node) -> bool:
    """Whether the node is what YAML calls null."""
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")


def _name_of(kind: inspect.StructType) -> Phrase:
    return _NAMES.get(kind.cls.__name__, Phrase(kind.cls.__name__))


def _plain(kind: inspect.Type) -> inspect.Type:
    return _plain(kind.type) if isinstance(kind, inspect.Metadata) else kind
