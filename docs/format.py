"""Writes docs/profile-format.md: prose from profile-format.in.md, all else from the types. Run: python docs/format.py.

A line of the prose that holds `{{table Role}}`, `{{choice Duty.basis}}` or `{{forms}}` becomes a table; `{{bytes}}` and
its like become a limit. Where a record has its table is where links to it lead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import NODEFAULT, inspect

from jobcli.domain.evidence import MAX_ID
from jobcli.files.format_keys import ALL_KEYS
from jobcli.files.format_names import NAMES, meanings
from jobcli.files.format_words import Key
from jobcli.files.schema import RULES, SCHEMAS
from jobcli.files.text import MAX_BYTES
from jobcli.files.yaml import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS

FOLDER = Path(__file__).resolve().parent
PROSE, FILE = FOLDER / "profile-format.in.md", FOLDER / "profile-format.md"
KINDS = ("role", "training", "vocabulary", "figures")
LIMITS = {"bytes": MAX_BYTES, "levels": MAX_DEPTH, "parts": MAX_NODES, "letters": MAX_ID, "problems": MAX_PROBLEMS}
_MARK = re.compile(r"\{\{([^}]+)\}\}")
_COUNTED = {inspect.IntType: "whole number", inspect.FloatType: "number"}

_FEW, _LINE = 6, 60

Record = inspect.StructType


def page(prose: str | None = None, tops: tuple[type, ...] | None = None, keys: Mapping[str, Any] = ALL_KEYS) -> str:
    """The text of docs/profile-format.md. KeyError where a key or a choice has no words yet, or a record no table."""
    text = PROSE.read_text(encoding="utf-8") if prose is None else prose
    kinds = [inspect.type_info(top) for top in tops or [top for kind in KINDS for top in SCHEMAS[kind]]]
    return _Page(text, {name: record for kind in kinds for name, record in _records(kind)}, keys).text()


def _records(kind: inspect.Type) -> Iterator[tuple[str, Record]]:
    """The record of a type and all records below it, by name."""
    if isinstance(kind, inspect.StructType):
        yield kind.cls.__name__, kind
        for field in kind.fields:
            yield from _records(field.type)
    for below in _below(kind):
        yield from _records(below)


def _below(kind: inspect.Type) -> tuple[inspect.Type, ...]:
    """The types that a type is made of, other than the fields of a record."""
    if isinstance(kind, inspect.Metadata):
        return (kind.type,)
    if isinstance(kind, inspect.UnionType):
        return kind.types
    if isinstance(kind, inspect.VarTupleType):
        return (kind.item_type,)
    return (kind.key_type, kind.value_type) if isinstance(kind, inspect.DictType) else ()


def _plain(kind: inspect.Type) -> inspect.Type:
    """A type without its words and without "or nothing"."""
    rest = [each for each in _below(kind) if not isinstance(each, inspect.NoneType)]
    single = isinstance(kind, inspect.Metadata) or (isinstance(kind, inspect.UnionType) and len(rest) == 1)
    return _plain(rest[0]) if single else kind


def _place(choice: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What one choice is known by: keys whose values mean the same are explained once."""
    return tuple(choice.items())


class _Page:
    """One page: where everything stands on it, so that the tables can link there."""

    def __init__(self, prose: str, records: Mapping[str, Record], keys: Mapping[str, Mapping[str, Key]]) -> None:
        self.prose, self.records, self.keys = prose, records, keys
        self.anchors: dict[object, str] = {}
        heading = ""
        for line in prose.splitlines():
            if line.startswith("#"):
                heading = re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
            for mark in _MARK.findall(line):
                what, _, name = mark.partition(" ")
                place: object = _place(self.choice(name)) if what == "choice" else name or what
                self.anchors.setdefault(place, heading)
        # A choice that the prose does not explain is explained below the first table that has it.
        self.below: dict[object, str] = {}
        for name in (mark.partition(" ")[2] for mark in _MARK.findall(prose) if mark.startswith("table ")):
            for field in records[name].fields:
                place = _place(self.choice(f"{name}.{field.encode_name}"))
                if place and place not in self.anchors:
                    self.anchors[place] = self.anchors[name]
                    self.below[place] = f"{name}.{field.encode_name}"

    def text(self) -> str:
        """The prose with everything filled in."""
        missing = set(self.records) - set(self.anchors)
        if missing:
            raise KeyError(f"{PROSE.name} has no table of {sorted(missing)}")
        return _MARK.sub(lambda found: self.part(*found[1].partition(" ")[::2]), self.prose)

    def part(self, what: str, name: str) -> str:
        """What a mark stands for."""
        if what == "table":
            return self.table(name)
        if what == "choice":
            return _grid("Value", "Meaning", self.choice(name))
        if what == "file":
            return (FOLDER / name).read_text(encoding="utf-8").rstrip("\n")
        return self.forms() if what == "forms" else f"{LIMITS[what]:,}"

    def field(self, way: str) -> inspect.Field:
        """The field that a `Record.key` names."""
        record, _, key = way.partition(".")
        return next(field for field in self.records[record].fields if field.encode_name == key)

    def choice(self, way: str) -> dict[str, str]:
        """The values that a key can choose from, each with what it means; none where it is no choice."""
        kind = _plain(self.field(way).type)
        kind = _plain(kind.item_type) if isinstance(kind, inspect.VarTupleType) else kind
        record, _, key = way.partition(".")
        return meanings(record, key, map(str, kind.values)) if isinstance(kind, inspect.LiteralType) else {}

    def table(self, name: str) -> str:
        """The keys of a record, and below them the values of its choices that are explained nowhere else."""
        record, words = self.records[name], self.keys[name]
        lines = ["| Key | What it holds | Form | Needed? | Example |", "| --- | --- | --- | --- | --- |"]
        for field in record.fields:
            key = words[field.encode_name]
            cells = (
                self.form(field.type, f"{name}.{field.encode_name}") + _default(field),
                _needed(name, field),
                _example(key.example),
            )
            lines.append(f"| `{field.encode_name}` | {key.words} | {' | '.join(cells)} |")
        blocks = ["\n".join(lines)]
        for field in record.fields:
            way = f"{name}.{field.encode_name}"
            values = self.choice(way)
            if self.below.get(_place(values)) == way:
                blocks.append(_grid(f"`{field.encode_name}`", "Meaning", values))
        return "\n\n".join(blocks)

    def form(self, kind: inspect.Type, way: str) -> str:  # noqa: PLR0911 - one line for each kind of type
        """What can stand behind a key, in words."""
        titled = isinstance(kind, inspect.Metadata) and (kind.extra_json_schema or {}).get("title")
        if titled:
            return f"[{titled}](#{self.anchors['forms']})"
        if _below(kind) and _plain(kind) is not kind:
            return self.form(next(each for each in _below(kind) if not isinstance(each, inspect.NoneType)), way)
        if isinstance(kind, inspect.StructType):
            name = kind.cls.__name__
            return f"[{NAMES[name]}](#{self.anchors[name]})"
        if isinstance(kind, inspect.VarTupleType):
            return f"list{_at_least(kind.min_length)}, each {self.form(kind.item_type, way)}"
        if isinstance(kind, inspect.DictType):
            return f"group{_at_least(kind.min_length)}: {self.form(kind.key_type, way)} → {self.form(kind.value_type, way)}"
        if isinstance(kind, inspect.UnionType):
            return " or ".join(self.form(each, way) for each in kind.types if not isinstance(each, inspect.NoneType))
        if isinstance(kind, inspect.LiteralType):
            values = self.choice(way)
            words = f"one of {len(values)} values" if len(values) > _FEW else _ticked(list(values), "or")
            return f"[{words}](#{self.anchors[_place(values)]})"
        if isinstance(kind, inspect.IntType | inspect.FloatType):
            return _COUNTED[type(kind)] + _bounds(kind)
        longest = getattr(kind, "max_length", None)
        return f"text of at most {longest} characters" if longest else "text"

    def forms(self) -> str:
        """The texts that must look a certain way."""
        found = {}
        for record in self.records.values():
            for below in (part for field in record.fields for part in _all(field.type)):
                words = (below.extra_json_schema or {}) if isinstance(below, inspect.Metadata) else {}
                if "title" in words and isinstance(below, inspect.Metadata):
                    text = below.type
                    length = getattr(text, "max_length", None)
                    limit = f" At most {length} characters." if length else ""
                    found[words["title"]] = (f"`{getattr(text, 'pattern', '')}`", words.get("description", "") + limit)
        lines = ["| Form | Pattern | What it is |", "| --- | --- | --- |"]
        lines += [
            f"| {title} | {pattern.replace('|', chr(92) + '|')} | {words} |"
            for title, (pattern, words) in sorted(found.items())
        ]
        return "\n".join(lines)


def _all(kind: inspect.Type) -> Iterator[inspect.Type]:
    yield kind
    for below in _below(kind):
        yield from _all(below)


def _at_least(count: int | None) -> str:
    return f" of at least {count}" if count else ""


def _bounds(kind: inspect.IntType | inspect.FloatType) -> str:
    if kind.ge is None:
        return ""
    return f", {kind.ge} or more" if kind.le is None else f", {kind.ge} to {kind.le}"


def _default(field: inspect.Field) -> str:
    value = field.default
    return f"; default `{value}`" if value not in (NODEFAULT, None, ()) and isinstance(value, str | int) else ""


def _needed(record: str, field: inspect.Field) -> str:
    """Whether a file loads without the key."""
    if field.required:
        return "yes"
    rules: Mapping[str, Any] = RULES.get(record, {})
    key = field.encode_name
    for rule, words in (("anyOf", "at least one of {}"), ("oneOf", "exactly one of {}")):
        keys = [name for part in rules.get(rule, ()) for name in part["required"]]
        if key in keys:
            return words.format(_ticked(keys))
    holders = [name for name, needs in rules.get("dependentRequired", {}).items() if key in needs]
    return f"with {_ticked(holders, 'or')}" if holders else "no"


def _ticked(words: list[str], last: str = "and") -> str:
    *others, end = [f"`{word}`" for word in words]
    return f"{', '.join(others)} {last} {end}" if others else end


def _example(value: object) -> str:
    """A value as it stands in a file; what holds other records is shown in their tables."""
    written = _flow(value)
    short = len(written) <= _LINE or isinstance(value, str) or (isinstance(value, dict) and set(value) == {"de", "en"})
    return f"`{written}`" if short else "see there"


def _flow(value: object) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    quoted = isinstance(value, str) and (
        (re.fullmatch(r"(?!20..$)\d+", text)) or re.search(r": | #|,|^[\[{&*\"]", text)
    )
    return json.dumps(value, ensure_ascii=False) if quoted else text


def _grid(first: str, second: str, rows: Mapping[str, str]) -> str:
    return "\n".join(
        [f"| {first} | {second} |", "| --- | --- |", *(f"| `{key}` | {words} |" for key, words in rows.items())]
    )


def main() -> None:
    """Write the page beside this file."""
    FILE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
