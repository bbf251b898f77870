"""JSON Schema 2020-12 of the files, for editors and other programs: out of the same types that load them.

A schema sees one file and no calendar of ids: which sources, steps and roles exist, and whether `low` is below `high`,
only `jobcli validate` can say. Texts may stand there as numbers, as the loader allows; numbers must be numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import msgspec

from jobcli.domain.evidence import MOMENT, Words
from jobcli.domain.figures import Drawer
from jobcli.domain.own import KeptAnswers, Progress, Settings
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.files.format_keys import ALL_KEYS
from jobcli.files.format_names import NAMES, meanings
from jobcli.files.format_words import Key

if TYPE_CHECKING:
    from jobcli.domain.profile import Known

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, tuple[type, ...]] = {
    "role": (Role,),
    "training": (TrainingPath,),
    "vocabulary": (Vocabulary,),
    "figures": (Drawer,),
    "state": (Settings, Progress, KeptAnswers),
}
"""The kinds of file, with the records that one may hold."""

Schema = dict[str, Any]

# What texts.py refuses, as a class of characters that every dialect of regular expressions knows.
_HIDDEN = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
_READABLE = rf"^(?=[\s\S]*\S)[^{_HIDDEN}]*$"
_DAY = r"^\d{4}-\d{2}-\d{2}$"

# Codes that YAML takes for whole numbers where they stand without quotes: their smallest and largest.
_DIGITS = {r"^\d{5}$": (10_000, 99_999), r"^\d{4}$": (1_000, 9_999)}

RULES: dict[str, Schema] = {
    "Words": {
        "anyOf": [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in ("de", "en")],
    },
    "Transition": {"oneOf": [{"required": ["role"]}, {"required": ["title"]}]},
    "SalaryObservation": {
        "anyOf": [{"required": [key]} for key in ("low", "middle", "high")],
        "dependentRequired": {"low": ["spread"], "high": ["spread"]},
        "if": {"not": {"properties": {"per": {"const": "hour"}}, "required": ["per"]}},
        "then": {"properties": {key: {"multipleOf": 1} for key in ("low", "middle", "high", "average")}},
    },
}
"""What checks.py asks beyond the types, and a schema can say, too."""

# Which keys hold ids that are listed elsewhere.
_LISTED = {
    ("Duty", "area"): "areas",
    ("Benefit", "id"): "benefits",
    ("Requirement", "id"): "requirements",
    ("Role", "subjects"): "subjects",
    ("Role", "industries"): "industries",
    ("Role", "above_all"): "industries",
    ("Role", "paths"): "training",
    ("Role", "helps"): "training",
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
    words = "\n\n".join(defs[record.__name__]["description"] for record in records)
    return {"$schema": DIALECT, "title": f"jobcli: {names}", "description": words, **top, "$defs": defs}


def _lists(known: Known | None) -> dict[str, dict[str, str]]:
    """The ids that are known, each with its name in both languages; empty where it is not asked for names."""
    if known is None:
        return {}
    words = known.vocabulary
    named = {
        name: getattr(words, name)
        for name in ("areas", "benefits", "requirements", "subjects", "funding", "industries")
    }
    return {
        **{name: {word: _both(text) for word, text in below.items()} for name, below in named.items()},
        "training": dict.fromkeys(sorted(known.training), ""),
        "roles": dict.fromkeys(sorted(known.roles), ""),
    }


def _both(text: Words) -> str:
    return " / ".join(dict.fromkeys(each for each in (text.de, text.en) if each))


def _record(name: str, part: Schema, lists: Mapping[str, Mapping[str, str]]) -> Schema:
    """The schema of one record, with what its keys mean."""
    title = str(NAMES.get(name, name))
    made = {**part, "title": title[0].upper() + title[1:], "description": _prose(part.get("description", ""))}
    made["properties"] = {
        key: _property(_value(below, name, key), ALL_KEYS[name][key], lists.get(_LISTED.get((name, key), ""), {}))
        for key, below in part["properties"].items()
    }
    if name == "Role":
        items = made["properties"]["paths"]["items"]["anyOf"]
        # A path that is written inside a role needs an id; as a file it has the name of the file.
        made["properties"]["paths"]["items"]["anyOf"] = [
            {**item, "required": ["id"]} if "$ref" in item else item for item in items
        ]
        made["properties"]["paths"]["uniqueItems"] = True
    return {**made, **RULES.get(name, {})}


def _prose(text: str) -> str:
    """A docstring as one paragraph after the other, without the breaks of its lines."""
    return "\n\n".join(" ".join(block.split()) for block in cleandoc(text).split("\n\n"))


def _property(part: Schema, words: Key, ids: Mapping[str, str]) -> Schema:
    about = {"title": words.title, "description": words.words}
    made = {**part, **about}
    # What editors show is read from the branch that a value is in.
    made |= {"anyOf": [{**one, **about} if "enum" in one else one for one in made["anyOf"]]} if "anyOf" in made else {}
    if ids and "items" in made:
        made["items"] = _offered(made["items"], ids)
    elif ids:
        made = _offered(made, ids)
    return {**made, "examples": [words.example]}


def _offered(part: Schema, ids: Mapping[str, str]) -> Schema:
    """A part that holds an id, with those that are known. They come first and close nothing: authors may add their own."""
    known = {"enum": list(ids), **({"enumDescriptions": list(ids.values())} if any(ids.values()) else {})}
    about = {key: below for key, below in part.items() if key in ("title", "description")}
    rest = {key: below for key, below in part.items() if key not in (*about, "anyOf")}
    return {**about, "anyOf": [known, *part.get("anyOf", [rest])]}


def _value(part: Schema, name: str, key: str) -> Schema:
    """The value of a key of a record as our files are written, and as the loader reads it."""
    made = {word: below for word, below in part.items() if word != "default" or isinstance(below, str | int | float)}
    for below in ("items", "additionalProperties"):
        if isinstance(made.get(below), dict):
            made[below] = _value(made[below], name, key)
    if "anyOf" in made:
        made["anyOf"] = [_value(below, name, key) for below in made["anyOf"]]
        made = _or_nothing(made)
    if "enum" in made:
        words = meanings(name, key, made["enum"])
        # The second keyword is one of editors, which show it beside each value; other programs pass over it.
        made |= {"enum": list(words), "enumDescriptions": list(words.values())}
    if made.get("type") == "string":
        return _text(made)
    return made


def _or_nothing(part: Schema) -> Schema:
    """A choice between one type and nothing as one type that may be empty: editors explain it better."""
    first, *others = part["anyOf"]
    if others != [{"type": "null"}] or "type" not in first:
        return part
    kinds = first["type"] if isinstance(first["type"], list) else [first["type"]]
    return {**{key: below for key, below in part.items() if key != "anyOf"}, **first, "type": [*kinds, "null"]}


def _text(part: Schema) -> Schema:
    """A text. YAML makes numbers of 2025 and 71402, which the loader takes as they stand there."""
    pattern = part.get("pattern")
    if pattern == MOMENT:
        # One type that may be a number, so that editors say what is wrong with the text; the second keyword is one of theirs.
        whole = {"type": ["string", "integer"], "minimum": 1_000, "maximum": 9_999, "pattern": MOMENT}
        real = {"if": {"type": "string", "pattern": _DAY}, "then": {"format": "date"}}
        return {
            **part,
            **whole,
            **real,
            "patternErrorMessage": "A year, a month or a day: 2025, 2025-06 or 2025-06-30.",
        }
    if pattern in _DIGITS:
        low, high = _DIGITS[pattern]
        return {**part, "type": ["string", "integer"], "minimum": low, "maximum": high}
    if pattern is None:
        return {**part, "type": ["string", "number", "boolean"], "pattern": _READABLE}
    # An id may be a year; the other forms begin with a letter.
    return {**part, "type": ["string", "integer"], "minimum": 0} if part.get("title") == "id" else part
