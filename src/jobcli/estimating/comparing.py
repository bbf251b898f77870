"""Two or more roles side by side: what all of them share, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobcli.domain.role import Role


class Parts(Struct, frozen=True, kw_only=True):
    """Ids of areas of duty, of requirements and of subjects, each in the order of the first profile that has it."""

    duties: tuple[str, ...]
    requirements: tuple[str, ...]
    subjects: tuple[str, ...]


_FIELDS = Parts.__struct_fields__


class Comparison(Struct, frozen=True, kw_only=True):
    """`shared` is in every role; `only[role]` in that role and in no other of the compared ones."""

    roles: tuple[str, ...]
    shared: Parts
    only: dict[str, Parts]


def compare(roles: dict[str, Role]) -> Comparison:
    """Compare roles by the ids of their parts, never by their wording. ValueError for fewer than two."""
    if len(roles) < 2:
        raise ValueError("comparing needs two roles")
    parts = {name: _parts(role) for name, role in roles.items()}
    return Comparison(
        roles=tuple(roles), shared=_shared(list(parts.values())), only={name: _only(name, parts) for name in parts}
    )


def _shared(all_parts: list[Parts]) -> Parts:
    first = all_parts[0]
    return Parts(
        **{
            field: tuple(
                item for item in getattr(first, field) if all(item in getattr(parts, field) for parts in all_parts)
            )
            for field in _FIELDS
        }
    )


def _only(name: str, all_parts: dict[str, Parts]) -> Parts:
    others = [parts for other, parts in all_parts.items() if other != name]
    own = all_parts[name]
    return Parts(
        **{
            field: tuple(
                item for item in getattr(own, field) if not any(item in getattr(parts, field) for parts in others)
            )
            for field in _FIELDS
        }
    )


def _parts(role: Role) -> Parts:
    return Parts(
        duties=_unique(duty.area for duty in role.duties),
        requirements=_unique(item.id for item in role.requirements),
        subjects=_unique(role.subjects),
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
