"""Two or more roles side by side: what all of them share, what only one of them has, what changes between two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Struct

from jobcli.domain.languages import LEVELS
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.domain.role import Requirement, Role


class RoleParts(Struct, frozen=True, kw_only=True):
    """Ids of areas of duty, of requirements and of subjects, each in the order of the first profile that has it."""

    duties: Annotated[tuple[str, ...], means("Areas of work.")]
    requirements: Annotated[tuple[str, ...], means("Requirements.")]
    subjects: Annotated[tuple[str, ...], means("Subjects.")]


_FIELDS = RoleParts.__struct_fields__


class Comparison(Struct, frozen=True, kw_only=True):
    """What roles share, and what each has alone, by ids."""

    roles: tuple[str, ...]
    shared: RoleParts
    """What is in every role."""
    only: dict[str, RoleParts]
    """By role, what is in it and in no other of the compared ones."""


class RoleDifference(Struct, frozen=True, kw_only=True):
    """What changes on the way from one role to another, by ids."""

    before: str
    after: str
    stop: tuple[str, ...]
    """Areas of duty that only the role before has."""
    start: tuple[str, ...]
    """Areas of duty that only the role after has."""
    need: tuple[Requirement, ...]
    """What is asked for in addition."""
    spared: tuple[Requirement, ...]
    """What is not asked for any more."""
    subjects: tuple[str, ...]
    """Fields of knowledge that are new."""


def difference(before: Profile, after: Profile) -> RoleDifference:
    """What changes for someone who goes from one role to the other. What both have is left out."""
    old, new = _parts(before.role), _parts(after.role)
    return RoleDifference(
        before=before.id,
        after=after.id,
        stop=tuple(item for item in old.duties if item not in new.duties),
        start=tuple(item for item in new.duties if item not in old.duties),
        need=learning(before.role, after.role),
        spared=learning(after.role, before.role),
        subjects=tuple(item for item in new.subjects if item not in old.subjects),
    )


def learning(before: Role, after: Role) -> tuple[Requirement, ...]:
    """What the next role asks for and the former does not, by id; a language also where its level is higher, anything where its depth is.

    Of several of which one is enough, none is left to learn where the former role asks for one.
    """
    had = {item.id: item for item in before.requirements}
    spared = {item.choice for item in after.requirements if item.id in had and not _higher(item, had[item.id])}
    return tuple(item for item in after.requirements if item.choice not in spared)


def _higher(item: Requirement, had: Requirement) -> bool:
    if item.depth is not None and (had.depth is None or item.depth > had.depth):
        return True
    return item.level is not None and (had.level is None or LEVELS.index(item.level) > LEVELS.index(had.level))


def compare(roles: dict[str, Role]) -> Comparison:
    """Compare roles by the ids of their parts, never by their wording. ValueError for fewer than two."""
    if len(roles) < 2:
        raise ValueError("comparing needs two roles")
    parts = {name: _parts(role) for name, role in roles.items()}
    return Comparison(
        roles=tuple(roles), shared=_shared(list(parts.values())), only={name: _only(name, parts) for name in parts}
    )


def _shared(all_parts: list[RoleParts]) -> RoleParts:
    first = all_parts[0]
    return RoleParts(
        **{
            field: tuple(
                item for item in getattr(first, field) if all(item in getattr(parts, field) for parts in all_parts)
            )
            for field in _FIELDS
        }
    )


def _only(name: str, all_parts: dict[str, RoleParts]) -> RoleParts:
    others = [parts for other, parts in all_parts.items() if other != name]
    own = all_parts[name]
    return RoleParts(
        **{
            field: tuple(
                item for item in getattr(own, field) if not any(item in getattr(parts, field) for parts in others)
            )
            for field in _FIELDS
        }
    )


def _parts(role: Role) -> RoleParts:
    return RoleParts(
        duties=_unique(duty.area for duty in role.duties),
        requirements=_unique(item.id for item in role.requirements),
        subjects=_unique(role.subjects),
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
