"""A tree of text becomes a record of the domain: every key, type and bound is checked, and all faults are reported at once."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any, TypeVar, cast

from msgspec import inspect

from jobcli.domain.evidence import MOMENT, Words, phrase
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.files.faults import (
    A_GROUP,
    A_LIST,
    GERMAN,
    TWO_LANGUAGES,
    WANTED,
    Faults,
    guessed,
    is_nothing,
    plain,
)
from jobcli.files.format_names import in_order, name_of
from jobcli.files.text import first_control
from jobcli.files.yaml import Document, Mapping, Node, Scalar, Sequence

T = TypeVar("T")

_INVALID: Any = object()
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}([.,' _]\d{3})+(,\d+)?\s*(€|EUR)?", re.ASCII)
_MAX_DIGITS, _LONGEST = 15, 100
_TO_FILL = re.compile(r"TODO\b")
_DRAFTED = (Role, TrainingPath, Vocabulary)
"""The kinds of file that an author leaves places open in; in notes of a person's own files the word is theirs."""
_types: dict[Any, inspect.Type] = {}


def read(document: Document, kind: type[T]) -> T | None:
    """The document as a record of `kind`; None where it is not even a group of keys.

    Problems are added to the document. With any error among them the record is a draft: wrong parts are left out, so
    that one fault never hides the next. A draft is good for further checks and for nothing else.
    """
    if document.root is None:
        if not document.problems:
            message = (
                phrase("The file holds nothing but comments.") if document.has_lines else phrase("The file is empty.")
            )
            document.report(None, "empty", message, phrase("Write a profile into it, or delete it."))
        return None
    if kind not in _types:
        _types[kind] = inspect.type_info(kind)
    value = _Reader(document, drafted=kind in _DRAFTED).value(document.root, _types[kind], "")
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


class _Reader:
    def __init__(self, document: Document, *, drafted: bool) -> None:
        self.document = document
        self.faults = Faults(document)
        self.drafted = drafted
        self.needed = False

    def value(self, node: Node, kind: inspect.Type, name: str) -> Any:
        """The node as a value of `kind`, or _INVALID with a problem reported; `name` is the key it stands under."""
        if self.drafted and isinstance(node, Scalar) and _TO_FILL.match(node.text):
            self.faults.to_fill(node, kind, name)
            return _INVALID
        if isinstance(kind, inspect.Metadata):
            return self.value(node, kind.type, name)
        if type(kind) in WANTED and (not isinstance(node, Scalar) or is_nothing(node)):
            self.faults.wrong_type(node, WANTED[type(kind)], name, needed=self.needed)
            return _INVALID
        return getattr(self, _READERS[type(kind)])(node, kind, name)

    def _union(self, node: Node, kind: inspect.UnionType, name: str) -> Any:
        rest = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        if len(rest) < len(kind.types) and is_nothing(node):
            return None
        if {type(plain(each)) for each in rest} == {inspect.IntType, inspect.FloatType}:
            # Whole numbers stay whole, and what is no number is told as one that should be whole.
            decimal = isinstance(node, Scalar) and "." in node.text and bool(_DECIMAL.fullmatch(node.text.strip()))
            wanted_kind = inspect.FloatType if decimal else inspect.IntType
            return self.value(node, next(one for one in rest if isinstance(plain(one), wanted_kind)), name)
        wanted = (inspect.StructType,) if isinstance(node, Mapping) else tuple(WANTED)
        fitting = [each for each in rest if isinstance(plain(each), wanted)]
        return self.value(node, (fitting or rest)[0], name)

    def _record(self, node: Node, kind: inspect.StructType, name: str) -> Any:
        if not isinstance(node, Mapping):
            self.faults.wrong_type(node, TWO_LANGUAGES if kind.cls is Words else A_GROUP, name, needed=self.needed)
            return _INVALID
        fields = {field.encode_name: field for field in kind.fields}
        known = list(fields)
        present = set(node.members)
        if kind.cls is Words and not any(_has_text(below) for _, below in node.pairs) and present <= set(known):
            hint = phrase("Write {{de: …, en: …}}.")
            self.document.report(node, "no-text", phrase("This text is empty in both languages."), hint)
            return _INVALID
        found: dict[str, Any] = {}
        broken, meant = False, set()
        for key, below in node.pairs:
            field = fields.get(key.text)
            if field is None:
                lone = kind.cls is Words and below.column <= key.column + key.length and is_nothing(below)
                meant.add(self.faults.unknown_key(key, known, name_of(kind), lone=lone))
                continue
            self.needed = field.required
            value = self.value(below, field.type, f"{name}.{key.text}" if kind.cls is Words and name else key.text)
            if value is not _INVALID:
                found[field.name] = value
            else:
                broken = broken or field.required
        for field in kind.fields:
            if field.required and field.encode_name not in present:
                broken = True
                # A misspelt key is one fault, not two.
                if field.encode_name not in meant:
                    self.faults.missing(node, field, name_of(kind))
        # Even with parts missing it becomes a draft, so that its other parts can still be checked.
        blanks = {field.name: _blank(field.type) for field in kind.fields if field.required} if broken else {}
        record = kind.cls(**{**blanks, **found})
        self.document.remember(record, node)
        return record

    def _list(self, node: Node, kind: inspect.VarTupleType, name: str) -> Any:
        if not isinstance(node, Sequence):
            self.faults.wrong_type(node, A_LIST, name, needed=self.needed)
            return _INVALID
        items = node.items if kind.max_length is None else node.items[: kind.max_length]
        kept = tuple(value for item in items if (value := self.value(item, kind.item_type, name)) is not _INVALID)
        if len(items) < len(node.items):
            self.faults.too_many(node.items[len(items)], name, len(node.items), len(items))
        if kind.min_length and len(node.items) < kind.min_length:
            self.faults.too_few(node, name)
        return _INVALID if kind.min_length and len(kept) < kind.min_length else kept

    def _table(self, node: Node, kind: inspect.DictType, name: str) -> Any:
        if not isinstance(node, Mapping):
            self.faults.wrong_type(node, A_GROUP, name, needed=self.needed)
            return _INVALID
        if kind.min_length and not node.pairs:
            self.faults.too_few(node, name)
            return _INVALID
        table = {}
        pairs = node.pairs if kind.max_length is None else node.pairs[: kind.max_length]
        if len(pairs) < len(node.pairs):
            self.faults.too_many(node.pairs[len(pairs)][0], name, len(node.pairs), len(pairs))
        for key, below in pairs:
            key_value = self.value(key, kind.key_type, name)
            value = self.value(below, kind.value_type, key.text)
            if key_value is not _INVALID and value is not _INVALID:
                table[key_value] = value
        return table

    def _choice(self, node: Scalar, kind: inspect.LiteralType, name: str) -> Any:
        known = in_order(kind)
        if node.text in known:
            return node.text
        german = GERMAN.get(node.text.lower())
        near = german if german in known else guessed(self.document, node.text, known)
        hint = phrase("Did you mean '{near}'? Known: {known}.") if near else phrase("Known: {known}.")
        message = phrase("'{value}' is not a value of '{key}'.")
        values = {"value": node.text[:60], "key": name, "near": near, "known": ", ".join(known)}
        self.document.report(node, "unknown-value", message, hint, **values)
        return _INVALID

    def _number(self, node: Scalar, kind: inspect.IntType | inspect.FloatType, name: str) -> Any:
        whole, text = isinstance(kind, inspect.IntType), node.text.strip()
        # Figures of the drawer have no upper bound and may well have three decimals; amounts in profiles have one.
        if kind.le is not None and len(text) <= _LONGEST and _GROUPED.fullmatch(text):
            cents = re.search(r",\d{1,2}\b(?!\d)", text)
            digits = re.sub(r"\D", "", text[: cents.start()] if cents else text)
            message, hint = (
                phrase("'{value}' could mean two different numbers."),
                phrase("Write {digits}, without separators."),
            )
            self.document.report(node, "thousands-separator", message, hint, value=text, digits=digits)
            return _INVALID
        if not (_WHOLE if whole else _DECIMAL).fullmatch(text):
            self.faults.wrong_type(node, WANTED[type(kind)], name, needed=self.needed)
            return _INVALID
        # A number of thousands of digits is not computed at all.
        number = (int(text) if whole else float(text)) if len(text) <= _MAX_DIGITS else math.inf
        if (
            (kind.ge is not None and number < kind.ge)
            or number > (math.inf if kind.le is None else kind.le)
            or number == math.inf
        ):
            hint = phrase("Is a digit missing, or one too many?")
            if number < 0:
                hint = phrase("Write it without the minus sign.")
            elif number == 0 and not self.needed:
                hint = phrase("If it is not known, leave the key out.")
            message = phrase("'{key}' is {value}; it can be {low} to {high}.")
            if kind.le is None:
                message = phrase("'{key}' is {value}; it can be {low} or more.")
            shown = text if len(text) <= _MAX_DIGITS else f"{text[:_MAX_DIGITS]}…"
            # As they are to be written in the file: without separators.
            values = {"key": name, "value": shown, "low": str(kind.ge or 0), "high": str(kind.le)}
            self.document.report(node, "out-of-range", message, hint, **values)
            return _INVALID
        return number

    def _text(self, node: Scalar, kind: inspect.StrType, name: str) -> Any:
        text = node.text.strip()
        if not text:
            self.faults.wrong_type(node, WANTED[type(kind)], name, needed=self.needed)
            return _INVALID
        hidden = first_control(text)
        if hidden is not None:
            message = phrase("The control character {character} does not belong here.")
            hint = phrase("Delete it, or save the file again as plain text in UTF-8.")
            self.document.report(node, "control-character", message, hint, character=f"U+{ord(text[hidden]):04X}")
            return _INVALID
        if (kind.pattern and not re.search(kind.pattern, text, re.ASCII)) or (
            kind.max_length and len(text) > kind.max_length
        ):
            self.faults.wrong_form(node, text, kind, name)
            return _INVALID
        if kind.pattern == MOMENT and not _is_day(text):
            hint = phrase("Look into a calendar. If only the month is known, leave the day out.")
            self.document.report(node, "wrong-form", phrase("There is no day '{value}'."), hint, value=text)
            return _INVALID
        return text


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


def _has_text(node: Node) -> bool:
    return not is_nothing(node) and not (isinstance(node, Scalar) and not node.text.strip())


def _blank(kind: inspect.Type) -> Any:
    """What stands in a draft for a part that is wrong or missing."""
    kind = plain(kind)
    if isinstance(kind, inspect.VarTupleType):
        return ()
    if isinstance(kind, inspect.DictType):
        return {}
    return "" if isinstance(kind, inspect.StrType | inspect.LiteralType) else None


def _is_day(text: str) -> bool:
    """Whether a date that names a day names one of the calendar; 2025-02-30 has the form only."""
    if text.count("-") < 2:
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
