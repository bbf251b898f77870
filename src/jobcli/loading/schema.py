"""JSON Schema 2020-12 of the files, for editors and other programs: out of the same types that load them.

A schema sees one file and no calendar of ids: which sources, steps and roles exist, and whether `low` is below `high`,
only `jobcli validate` can say. Texts may stand there as numbers, as the loader allows; numbers must be numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from jobcli.domain.evidence import MOMENT
from jobcli.domain.figures import Drawer
from jobcli.domain.own import Progress, Settings
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.loading.keys import KEYS
from jobcli.loading.terms import NAMES, in_order

if TYPE_CHECKING:
    from jobcli.loading.checks import Known

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, tuple[type, ...]] = {
    "role": (Role,),
    "training": (TrainingPath,),
    "vocabulary": (Vocabulary,),
    "figures": (Drawer,),
    "state": (Settings, Progress),
}
"""The kinds of file, with the records that one may hold."""

Schema = dict[str, Any]

# What texts.py refuses, as a class of characters that every dialect of regular expressions knows.
_HIDDEN = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
_READABLE = rf"^(?=[\s\S]*\S)[^{_HIDDEN}]*$"
_DAY = r"^\d{4}-\d{2}-\d{2}$"

# Codes that YAML takes for whole numbers where they stand without quotes: their smallest and largest.
_DIGITS = {r"^\d{5}$": (10_000, 99_999), r"^\d{4}$": (1_000, 9_999)}

# What checks.py asks beyond the types and a schema can say, too.
_RULES: dict[str, Schema] = {
    "Words": {
        "anyOf": [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in ("de", "en")],
    },
    "Transition": {"oneOf": [{"required": ["role"]}, {"required": ["title"]}]},
    "SalaryObservation": {
        "anyOf": [{"required": [key]} for key in ("low", "middle", "high")],
        "dependentRequired": {"low": ["spread"], "high": ["spread"]},
    },
}

# Which keys hold ids that are listed elsewhere.
_LISTED = {
    ("Duty", "area"): "areas",
    ("Benefit", "id"): "benefits",
    ("Requirement", "id"): "requirements",
    ("Role", "subjects"): "subjects",
    ("Role", "industries"): "industries",
    ("Role", "paths"): "training",
    ("TrainingPath", "teaches"): "subjects",
    ("TrainingPath", "funding"): "funding",
    ("Admission", "training"): "training",
    ("Transition", "role"): "roles",
}


def build(kind: str, known: Known | None = None) -> Schema:
    """The schema of a kind of file (a key of SCHEMAS). KeyError for another word.

    The ids of `known` become examples, which editors offer; they close nothing, because authors may add their own.
    """
    records = SCHEMAS[kind]
    tops, parts = msgspec.json.schema_components(records, ref_template="#/$defs/{name}")
    lists = _lists(known)
    defs = {name: _record(name, part, lists) for name, part in sorted(parts.items())}
    top = dict(tops[0]) if len(tops) == 1 else {"anyOf": list(tops)}
    names = " / ".join(defs[record.__name__]["title"] for record in records)
    return {"$schema": DIALECT, "title": f"jobcli: {names}", **top, "$defs": defs}


def _lists(known: Known | None) -> dict[str, list[str]]:
    if known is None:
        return {}
    words = known.vocabulary
    named = {name: list(getattr(words, name)) for name in ("areas", "benefits", "requirements", "subjects")}
    return {
        **named,
        "funding": list(words.funding),
        "industries": list(words.industries),
        "training": sorted(known.training),
        "roles": sorted(known.roles),
    }


def _record(name: str, part: Schema, lists: Mapping[str, list[str]]) -> Schema:
    """The schema of one record, with what its keys mean."""
    title = str(NAMES.get(name, name))
    made = {**part, "title": title[0].upper() + title[1:], "description": _prose(part.get("description", ""))}
    keys = KEYS.get(name, {})
    made["properties"] = {
        key: _property(below, keys.get(key), lists.get(_LISTED.get((name, key), ""), ()))
        for key, below in part["properties"].items()
    }
    if name == "Role":
        items = made["properties"]["paths"]["items"]["anyOf"]
        # A path that is written inside a role needs an id; as a file it has the name of the file.
        made["properties"]["paths"]["items"]["anyOf"] = [
            {**item, "required": ["id"]} if "$ref" in item else item for item in items
        ]
        made["properties"]["paths"]["uniqueItems"] = True
    return {**made, **_RULES.get(name, {})}


def _prose(text: str) -> str:
    """A docstring as one paragraph after the other, without the breaks of its lines."""
    return "\n\n".join(" ".join(block.split()) for block in cleandoc(text).split("\n\n"))


def _property(part: Schema, words: tuple[str, object] | None, ids: Iterable[str]) -> Schema:
    made = _value(part)
    if words is not None:
        made["description"] = words[0]
        if words[1] is not None:
            made["examples"] = [words[1]]
    listed = list(ids)
    if listed:
        made.pop("examples", None)
        target = made.get("items", made)
        for one in target.get("anyOf", [target]):
            if "$ref" not in one and one.get("type") != "null":
                one["examples"] = listed
    return made


def _value(part: Schema) -> Schema:
    """A part of a schema as our files are written, and as the loader reads it."""
    made = {key: below for key, below in part.items() if key != "default" or isinstance(below, str | int | float)}
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), dict):
            made[key] = _value(made[key])
    if "anyOf" in made:
        made["anyOf"] = [_value(below) for below in made["anyOf"]]
    if "enum" in made:
        made["enum"] = in_order(inspect.LiteralType(tuple(made["enum"])))
    if made.get("type") == "string":
        return _text(made)
    return made


def _text(part: Schema) -> Schema:
    """A text. YAML makes numbers of 2025 and 71402, which the loader takes as they stand there."""
    pattern = part.get("pattern")
    if pattern == MOMENT:
        rest = {key: below for key, below in part.items() if key not in ("type", "pattern")}
        short = {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2]))?$"}
        day = {"type": "string", "pattern": _DAY, "format": "date"}
        return {**rest, "anyOf": [{"type": "integer", "minimum": 1_000, "maximum": 9_999}, short, day]}
    if pattern in _DIGITS:
        low, high = _DIGITS[pattern]
        return {**part, "type": ["string", "integer"], "minimum": low, "maximum": high}
    if pattern is None:
        return {**part, "type": ["string", "number", "boolean"], "pattern": _READABLE}
    # An id may be a year; the other forms begin with a letter.
    return {**part, "type": ["string", "integer"], "minimum": 0} if part.get("title") == "id" else part
