"""JSON Schema 2020-12 of the output of every command, out of the types of the contract."""

import re
from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import get_args

import msgspec
from msgspec import Struct, inspect

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Figures
from jobcli.domain.funding import Scheme
from jobcli.domain.role import Role, SalaryObservation, Step, TrainingPath
from jobcli.files.keys_other import ALL_KEYS
from jobcli.files.schema import DIALECT, Schema
from jobcli.files.terms import in_order
from jobcli.pages.contract import envelope, look, moving, net, own, paths, pay, walk
from jobcli.pages.contract.envelope import Envelope, Status
from jobcli.pages.machine import FORMAT

RESULTS: dict[str, tuple[type, ...]] = {
    "list": (look.Listed,),
    "show": (look.Shown,),
    "sources": (look.RoleSources, look.Tables, look.Checked),
    "search": (look.Found,),
    "report": (look.ReportResult,),
    "compare": (pay.EstimatesResult, pay.ComparisonResult),
    "estimate": (pay.EstimatesResult, pay.VariationResult),
    "match": (moving.FitsResult,),
    "route": (moving.RouteResult,),
    "net": (net.PayslipResult, net.NetVariationResult),
    "paths": (paths.PathsResult,),
    "checklist": (walk.Checklist, walk.Choice),
    "done": (walk.Ticked,),
    "doing": (walk.Ticked,),
    "skip": (walk.Ticked,),
    "undo": (walk.Ticked,),
    "next": (walk.Next,),
    "me": (own.Settings,),
    "where": (own.Where,),
    "new": (own.NewProfile,),
    "validate": (own.Validated,),
    "schema": (own.SchemaOfFile,),
    "jobcli": (own.Completion,),
}
"""What each command answers; `jobcli` are the options that work without one."""

_EXTENDED: dict[type, tuple[type[Struct], tuple[str, ...]]] = {
    look.Profile: (Role, ()),
    look.RoleSource: (Source, ()),
    look.Table: (Figures, ()),
    look.Support: (Scheme, ()),
    pay.Observation: (SalaryObservation, ()),
    walk.ChecklistStep: (Step, ()),
    walk.NextStep: (Step, ()),
    walk.PathOfSteps: (TrainingPath, ("steps",)),
}
"""Types that also have the keys of a record of the profile format, but for some."""


def output_schema() -> Schema:
    """The schema of what every command prints with --json. It leaves room for keys that are added later."""
    wanted = list(dict.fromkeys(kind for kinds in RESULTS.values() for kind in kinds))
    records = [record for record, _ in _EXTENDED.values()]
    _, parts = msgspec.json.schema_components([Envelope, *wanted, *records], ref_template="#/$defs/{name}")
    orders = _orders()
    defs = {name: _record(name, part, orders.get(name)) for name, part in parts.items()}
    for kind, (record, without) in _EXTENDED.items():
        defs[kind.__name__] = _extended(defs[kind.__name__], defs[record.__name__], without)
    top = defs.pop("Envelope")
    top["properties"] |= {
        "jobcli_format": {**top["properties"]["jobcli_format"], "const": FORMAT},
        "command": {**top["properties"]["command"], "enum": list(RESULTS)},
        "status": {**top["properties"]["status"], "enum": list(get_args(Status))},
    }
    answers = {command: _any_of(kinds) for command, kinds in RESULTS.items()}
    return {
        "$schema": DIALECT,
        **top,
        "title": "jobcli: output",
        "allOf": [
            _when({"status": "ok"}, {"type": "object"}),
            _when({"status": "failed"}, {"type": "null"}),
            _when({"status": "usage-error"}, {"type": "null"}),
            *(_when({"command": name, "status": "ok"}, {"$ref": f"#/$defs/{name}"}) for name in RESULTS),
        ],
        "$defs": {**answers, **_reachable(defs, [top, *answers.values()])},
    }


def _any_of(kinds: tuple[type, ...]) -> Schema:
    refs = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds]
    return refs[0] if len(refs) == 1 else {"anyOf": refs}


def _when(values: Mapping[str, str], result: Schema) -> Schema:
    """What the result is where keys of the envelope have these values."""
    return {
        "if": {"properties": {key: {"const": value} for key, value in values.items()}},
        "then": {"properties": {"result": result}},
    }


def _orders() -> dict[str, list[str]]:
    """The keys of the types of the contract in the order of reading; msgspec sorts them by letter."""
    rooms = (envelope, look, moving, net, own, paths, pay, walk)
    kinds = {name: kind for room in rooms for name, kind in vars(room).items() if hasattr(kind, "__required_keys__")}
    return {name: list(kind.__annotations__) for name, kind in kinds.items()}


def _record(name: str, part: Schema, order: list[str] | None) -> Schema:
    """One record with what its keys mean; without an order it is one of the files, with all keys that a file may leave out."""
    said = ALL_KEYS.get(name, {}) if order is None else {}
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return {
        "title": words[0] + words[1:].lower(),
        "description": " ".join(cleandoc(part.get("description", "")).split()),
        "type": "object",
        "properties": {
            key: _value(part["properties"][key]) | ({"description": said[key].words} if key in said else {})
            for key in order or part["properties"]
        },
        "required": list(part["properties"]) if order is None else [key for key in order if key in part["required"]],
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
