"""JSON Schema 2020-12 of the output of every command, out of the records of the answers."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import get_args

import msgspec
from msgspec import inspect

from jobcli import answers
from jobcli.answers.answer import Answer
from jobcli.answers.checklist import ChecklistStep
from jobcli.answers.wire import FORMAT, Envelope, Joined, Status
from jobcli.domain.role import Step
from jobcli.files.format_keys import ALL_KEYS
from jobcli.files.format_names import in_order
from jobcli.files.schema import DIALECT, Schema
from jobcli.training.steps import StepStanding

_STEPS = {kind.__name__: Step.__name__ for kind in (StepStanding, ChecklistStep)}
"""Records that have all keys of a step of the profile format, and more behind them."""


@cache
def results() -> dict[str, tuple[type[Answer], ...]]:
    """What each command answers, by what the records of this room say; `jobcli` are the options that work without one."""
    for module in iter_modules(answers.__path__, f"{answers.__name__}."):
        import_module(module.name)
    kinds = sorted(_below(Answer), key=lambda kind: kind.__name__)
    commands = sorted({command for kind in kinds for command in kind.commands})
    return {command: tuple(kind for kind in kinds if command in kind.commands) for command in commands}


def _below(kind: type[Answer]) -> set[type[Answer]]:
    """The kinds of a record, and theirs."""
    return {kind for below in kind.__subclasses__() for kind in (below, *_below(below))}


def output_schema() -> Schema:
    """The schema of what every command prints with --json. It leaves room for keys that are added later."""
    wanted = list(dict.fromkeys(kind for kinds in results().values() for kind in kinds))
    # Records of the profile format with keys of their own, and the two that each is made of.
    pairs = {kind: get_args(kind.__orig_bases__[0]) for kind in Joined.__subclasses__()}  # type: ignore[attr-defined]
    records = [record for pair in pairs.values() for record in pair]
    _, parts = msgspec.json.schema_components(
        [Envelope, *wanted, *records], ref_template="#/$defs/{name}", schema_hook=_reference
    )
    defs = {name: _record(name, part) for name, part in parts.items()}
    for joined, (keys, record) in pairs.items():
        whole = _extended(defs[keys.__name__], defs[record.__name__], joined.without)
        defs[joined.__name__] = {
            **whole,
            "title": _title(joined.__name__),
            "description": cleandoc(joined.__doc__ or ""),
        }
    top = defs.pop("Envelope")
    top["properties"] |= {
        "jobcli_format": {**top["properties"]["jobcli_format"], "const": FORMAT},
        "command": {**top["properties"]["command"], "enum": list(results())},
        "status": {**top["properties"]["status"], "enum": list(get_args(Status))},
    }
    answers = {command: _any_of(kinds) for command, kinds in results().items()}
    return {
        "$schema": DIALECT,
        **top,
        "title": "jobcli: output",
        "allOf": [
            _when({"status": "ok"}, {"type": "object"}),
            _when({"status": "failed"}, {"type": "null"}),
            _when({"status": "usage-error"}, {"type": "null"}),
            *(_when({"command": name, "status": "ok"}, {"$ref": f"#/$defs/{name}"}) for name in results()),
        ],
        "$defs": {**answers, **_reachable(defs, [top, *answers.values()])},
    }


def _reference(kind: type) -> Schema:
    """Where the schema of a joined record stands: msgspec knows only the two that it is made of."""
    if not issubclass(kind, Joined):
        raise NotImplementedError(kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _title(name: str) -> str:
    """The name of a record in words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return words[0] + words[1:].lower()


def _any_of(kinds: tuple[type, ...]) -> Schema:
    refs = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds]
    return refs[0] if len(refs) == 1 else {"anyOf": refs}


def _when(values: Mapping[str, str], result: Schema) -> Schema:
    """What the result is where keys of the envelope have these values."""
    return {
        "if": {"properties": {key: {"const": value} for key, value in values.items()}},
        "then": {"properties": {"result": result}},
    }


def _record(name: str, part: Schema) -> Schema:
    """One record with what its keys mean. Every key is there, but for those that say they may be unset."""
    said = ALL_KEYS.get(_STEPS.get(name, name), {})
    there = [key for key, below in part["properties"].items() if key in part["required"] or "default" in below]
    return {
        "title": _title(name),
        "description": " ".join(cleandoc(part.get("description", "")).split()),
        "type": "object",
        "properties": {
            key: _value(part["properties"][key]) | ({"description": said[key].words} if key in said else {})
            for key in part["properties"]
        },
        "required": there,
    }


def _extended(own_part: Schema, record: Schema, without: tuple[str, ...]) -> Schema:
    """A record with the keys of another one; its own come first and win."""
    kept = {key: below for key, below in record["properties"].items() if key not in without}
    own_keys: Schema = own_part["properties"]
    required = [*own_part["required"], *(key for key in kept if key not in own_keys)]
    return {
        **own_part,
        "properties": {**own_keys, **{key: kept[key] for key in kept if key not in own_keys}},
        "required": required,
    }


def _value(part: Schema) -> Schema:
    """A part of a schema as it is printed: decimals are numbers there, and nothing is left out."""
    if part.get("format") == "decimal":
        return {**{key: below for key, below in part.items() if key != "format"}, "type": "number"}
    made = {key: below for key, below in part.items() if key != "default"}
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), dict):
            made[key] = _value(made[key])
    if "enum" in made:
        made["enum"] = in_order(inspect.LiteralType(tuple(made["enum"])))
    if "anyOf" in made:
        kinds = [_value(below) for below in made.pop("anyOf")]
        kinds = [kind for n, kind in enumerate(kinds) if kind not in kinds[:n]]
        if {"type": "number"} in kinds:
            kinds = [kind for kind in kinds if kind != {"type": "integer"}]
        made = {**kinds[0], **made} if len(kinds) == 1 else {**made, "anyOf": kinds}
    return made


def _reachable(defs: Mapping[str, Schema], start: Iterable[Schema]) -> dict[str, Schema]:
    """The records that the answers are made of, by name."""
    names = set[str]()
    waiting = [name for part in start for name in _refs(part)]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting += _refs(defs[name])
    return {name: defs[name] for name in sorted(names)}


def _refs(part: object) -> list[str]:
    if isinstance(part, dict):
        own_ref = [part["$ref"].rpartition("/")[2]] if isinstance(part.get("$ref"), str) else []
        return own_ref + [name for below in part.values() for name in _refs(below)]
    return [name for below in part for name in _refs(below)] if isinstance(part, list) else []
