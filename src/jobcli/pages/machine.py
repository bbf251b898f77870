"""What programs get: the envelope of every answer, and what list, show and sources put into it.

Keys are only ever added; the types of `contract` say what they hold. Words of profiles keep both languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from jobcli.domain.hidden_characters import escaped

# Machines call often: what only one command needs is imported by its function, types only for the type checker.
if TYPE_CHECKING:
    from jobcli.domain.card import Card
    from jobcli.domain.evidence import Problem
    from jobcli.domain.figures import Drawer
    from jobcli.domain.profile import Entry, Profile
    from jobcli.domain.role import Role
    from jobcli.pages.contract import envelope as sealed
    from jobcli.pages.contract import look, shared
    from jobcli.pages.kit.language import Language

FORMAT = 1

# Amounts are numbers with their decimals, not texts.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def envelope(say: Language, command: str, status: sealed.Status, result: object, problems: Sequence[Problem]) -> str:
    """One line of JSON for a result, for a failure, or for a result with warnings."""
    data: sealed.Envelope = {
        "jobcli_format": FORMAT,
        "command": command,
        "status": status,
        "result": result,
        "problems": [problem_data(say, item) for item in problems],
    }
    try:
        text = _ENCODER.encode(data).decode()
    except UnicodeEncodeError:
        # The name of a folder or a file, whose bytes are no letters.
        text = _ENCODER.encode(_letters(data)).decode()
    return escaped(text)


def _letters(data: object) -> object:
    """The same with every text as one that JSON can carry."""
    if isinstance(data, str):
        return _clean(data)
    if isinstance(data, Mapping):
        return {_letters(key): _letters(below) for key, below in data.items()}
    return [_letters(item) for item in data] if isinstance(data, list | tuple) else data


def problem_data(say: Language, problem: Problem) -> sealed.Problem:
    """A problem as programs get it."""
    place = problem.place
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": _clean(say(problem.message, **problem.values)),
        "hint": _clean(say(problem.hint, **problem.values)),
        "place": {"file": _clean(place.file), "line": place.line or None, "column": place.column or None}
        if place
        else None,
    }


def _clean(text: str) -> str:
    """The text without what JSON cannot carry: bytes of a file name that are no letters."""
    return text.encode("utf-8", "backslashreplace").decode()


def roles_data(entries: Sequence[Entry], filters: look.Filters, pay: Mapping[str, int]) -> look.Listed:
    """The rows of `list`; `pay` is the middle of the estimates that a filter asked for, in euros a year, by role."""
    return {"filters": filters, "roles": [role_row(entry, pay) for entry in entries]}


def role_row(entry: Entry, pay: Mapping[str, int]) -> look.ListedRole:
    """What a list says of a role."""
    return {**named_data(entry, entry.card), "gross_year": {"p50": pay[entry.id]} if entry.id in pay else None}


def named_data(item: Entry | Profile, role: Card | Role) -> shared.NamedRole:
    """What every list says of a role."""
    return {
        "id": item.id,
        "title": role.title,
        "level": role.level,
        "origin": item.origin,
        "file": item.file,
    }


def profile_data(profile: Profile) -> look.Shown:
    """The whole profile, its training paths in full; null is not known."""
    return {
        "role": {
            "id": profile.id,
            "origin": profile.origin,
            "file": profile.file,
            "hides": profile.hides,
            **msgspec.to_builtins(profile.role),
            "paths": list(profile.paths),
        }
    }


def role_sources_data(profile: Profile) -> look.RoleSources:
    """The sources of a role, and of its paths."""
    shelves = [(None, profile.role.sources), *((path.id, path.sources) for path in profile.paths)]
    return {
        "role": profile.id,
        "sources": [
            {"id": name, "path": path, **msgspec.to_builtins(source)}
            for path, sources in shelves
            for name, source in sources.items()
        ],
    }


def figures_data(drawer: Drawer) -> look.Tables:
    """The tables of figures with their values, and the schemes of support with their conditions."""
    return {
        "figures": [{"id": name, **msgspec.to_builtins(table)} for name, table in drawer.tables.items()],
        "schemes": [{"id": name, **msgspec.to_builtins(scheme)} for name, scheme in drawer.schemes.items()],
    }


def figure_rows(drawer: Drawer) -> list[dict[str, object]]:
    """Every figure of every table in a row of its own, with what its table says of it."""
    return [
        {"id": name, **msgspec.structs.asdict(table), "key": key, "value": value}
        for name, table in drawer.tables.items()
        for key, value in table.values.items()
    ]
