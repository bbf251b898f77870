"""What no single file shows: roles that nobody leads to, subjects that connect nothing, transitions told by one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, to_builtins

from jobcli.domain.evidence import Problem, Source, phrase
from jobcli.domain.role import Role, TrainingPath, Transition
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.read import Examined, real_name
from jobcli.files.records import locate
from jobcli.files.warnings import parts, warning
from jobcli.files.yaml import Document, Node, Scalar, Sequence, dump

_SIDES = (("to", "from"), ("from", "to"))


Statements = dict[tuple[str, str], Transition]
"""What others say of a role: their id and the side on which they have it ("to" or "from")."""


class Lines(str):
    """Several lines of a file, to be shown as they are: other values of a problem are words in a sentence."""

    __slots__ = ()


class ShelvedRole(Struct, frozen=True):
    """A role as the catalogue shows it, with the shelf and the file that it comes from."""

    role: Role
    shelf: Shelf
    file: Path


def warn_of_catalog(catalog: Catalog, examined: Iterable[Examined]) -> list[Problem]:
    """The warnings about the examined files that only the whole catalogue shows. What another file hides has none."""
    fresh = {real_name(item.file): item for item in examined}
    if not any(isinstance(item.record, Role | TrainingPath) for item in fresh.values()):
        return []  # Where nothing can be said of a file, the others are not read.
    roles = _roles(catalog, fresh)
    used = _used(catalog, roles.values())
    stated = _stated(roles)
    problems: list[Problem] = []
    for item in fresh.values():
        if item.document is None:
            continue
        if isinstance(item.record, Role | TrainingPath):
            problems += _lonely(item.document, item.record, used)
        shown = roles.get(item.file.stem)
        if isinstance(item.record, Role) and shown is not None and shown.role is item.record:
            problems += (
                []
                if _begins(catalog, item.record)
                else _unreached(item.document, item.file.stem, item.record, stated.get(item.file.stem, {}))
            )
            problems += _one_sided(item.document, item.file.stem, shown, roles, stated.get(item.file.stem, {}))
    return problems


def _roles(catalog: Catalog, fresh: Mapping[str, Examined]) -> dict[str, ShelvedRole]:
    """All roles of the catalogue that can be read; an examined one is not read a second time."""
    places = {role_id: catalog.file_of(role_id) for role_id in catalog.ids()}
    examined = {role_id: fresh.get(real_name(file)) for role_id, (_, file) in places.items()}
    others = {
        profile.id: profile.role
        for profile in catalog.profiles(role_id for role_id, here in examined.items() if here is None)
    }
    found = {}
    for role_id, (shelf, file) in places.items():
        here = examined[role_id]
        role = others.get(role_id) if here is None else here.record
        if isinstance(role, Role):
            found[role_id] = ShelvedRole(role, shelf, file)
    return found


def _used(catalog: Catalog, roles: Iterable[ShelvedRole]) -> Counter[str]:
    """How many times each subject is used: by roles, by their own paths, by the paths they share."""
    used: Counter[str] = Counter()
    for shown in roles:
        used.update(_subjects(shown.role))
    for path_id in catalog.training_ids():
        path = catalog.training(path_id)
        used.update(() if path is None else _subjects(path))
    return used


def _subjects(record: Role | TrainingPath) -> list[str]:
    """The subjects of a role and of the paths written in it, or those of a path."""
    return [
        name
        for part in parts(record)
        for name in (
            part.subjects if isinstance(part, Role) else part.teaches if isinstance(part, TrainingPath) else ()
        )
    ]


def _lonely(document: Document, record: Role | TrainingPath, used: Counter[str]) -> list[Problem]:
    """A subject that is used once in all connects its profile with no other."""
    message = phrase("The subject '{id}' is used only here: it connects this with nothing else in the catalogue.")
    hint = phrase("See whether one that others use says the same; else leave it.")
    return [
        warning(document, _entry(document, part, key, name), "subject-used-once", message, hint, id=name)
        for part in parts(record)
        for key in ("subjects", "teaches")
        for name in getattr(part, key, ())
        if used[name] == 1
    ]


def _entry(document: Document, record: Struct, key: str, word: str) -> Node | None:
    """The place of a word in a list."""
    listed = locate(document.node_of(record), key)
    items = listed.items if isinstance(listed, Sequence) else []
    return next((item for item in items if isinstance(item, Scalar) and item.text == word), listed)


def _begins(catalog: Catalog, role: Role) -> bool:
    """Whether working life can begin in this role: an apprenticeship leads there, so no other role has to."""
    shared = (catalog.training(path) if isinstance(path, str) else path for path in role.paths)
    return any(path is not None and path.kind == "apprenticeship" for path in shared)


def _unreached(document: Document, role_id: str, role: Role, stated: Statements) -> list[Problem]:
    """A role to which no transition leads: neither one of its own nor one of another role."""
    if role.transitions.before:
        return []
    if any(theirs == "to" for _, theirs in stated):
        return []
    message = phrase("No one leads to '{id}': it has no 'from', and no other role has it under 'to'.")
    hint = phrase("Say under 'transitions' where people come from: from: [{{title: {{de: …, en: …}}, source: …}}]")
    node = locate(document.node_of(role), "transitions") if role.transitions.after else _title(document, role)
    return [warning(document, node, "unreached-role", message, hint, id=role_id)]


def _stated(roles: Mapping[str, ShelvedRole]) -> dict[str, Statements]:
    """For each role what all roles say of it, in their order: read once, because a thousand roles have a million pairs."""
    stated: dict[str, Statements] = {}
    for role_id, shown in roles.items():
        for side, _ in _SIDES:
            for item in _side(shown.role, side):
                if item.role is not None:
                    stated.setdefault(item.role, {}).setdefault((role_id, side), item)
    return stated


def _one_sided(
    document: Document, role_id: str, here: ShelvedRole, roles: Mapping[str, ShelvedRole], said: Statements
) -> list[Problem]:
    """What other roles of the same shelf say of this one, and this one does not say of them."""
    problems = []
    for (other_id, theirs), item in said.items():
        other, ours = roles[other_id], dict(_SIDES)[theirs]
        if other_id == role_id or other.shelf != here.shelf:
            continue
        if any(own.role == other_id for own in _side(here.role, ours)):
            continue
        node = locate(document.node_of(here.role), "transitions", ours)
        message = phrase("'{other}' has this role under '{theirs}', but this one does not have it under '{ours}'.")
        hint = phrase("If both are true, add these lines:\n{lines}")
        values = {"other": other_id, "theirs": theirs, "ours": ours, "lines": _lines(other_id, other, item, ours, here)}
        where = _title(document, here.role) if node is document.node_of(here.role) else node
        problems.append(warning(document, where, "one-sided-transition", message, hint, **values))
    return problems


def _side(role: Role, key: str) -> tuple[Transition, ...]:
    return role.transitions.before if key == "from" else role.transitions.after


def _title(document: Document, role: Role) -> Node | None:
    return locate(document.node_of(role), "title")


def _lines(other_id: str, other: ShelvedRole, stated: Transition, side: str, here: ShelvedRole) -> Lines:
    """The other side of a transition as YAML, with its source where this file does not have it yet."""
    source, own = other.role.sources[stated.source], here.role.sources
    known = next((name for name, present in own.items() if present.url == source.url), None)
    name = known or next(free for count in range(1, len(own) + 2) if (free := _free(stated.source, count)) not in own)
    lines = ["transitions:", f"  {side}:", f"    - role: {other_id}", f"      source: {name}"]
    if stated.basis != "stated":
        lines.append(f"      basis: {stated.basis}")
    if known is None:
        lines.append(dump({"sources": {name: written(source)}}).decode().rstrip())
    return Lines("\n".join(lines))


def written(source: Source) -> dict[str, object]:
    """A source as one writes it: without what is not known, and with days that need no quotes."""
    told = {key: value for key, value in to_builtins(source).items() if value not in (None, "stated")}
    return {key: date.fromisoformat(value) if _is_day(key, value) else value for key, value in told.items()}


def _is_day(key: str, value: object) -> bool:
    return key in ("read", "published") and isinstance(value, str) and value.count("-") == 2


def _free(name: str, count: int) -> str:
    return name if count == 1 else f"{name}-{count}"
