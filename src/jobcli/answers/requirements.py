"""A requirement as answers name it: what is asked for, how much, and how the statement rests on its source."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Struct

from jobcli.domain.evidence import Basis
from jobcli.domain.meaning import means
from jobcli.domain.role import Requirement, RequirementKind


class AskedRequirement(Struct, frozen=True, kw_only=True):
    """A requirement of a role."""

    id: Annotated[str, means("Its id.")]
    kind: Annotated[RequirementKind, means("What is asked for.")]
    need: Annotated[Literal["must", "should"], means("How much it is needed.")]
    language: Annotated[str | None, means("Which language, a code of two letters; else null.")]
    level: Annotated[str | None, means("How well the language is needed, `A1` to `C2`; else null.")]
    instead_of: Annotated[str | None, means("The id of the requirement in whose place it counts; else null.")]
    basis: Annotated[Basis, means("How the statement rests on its source.")]


def asking(item: Requirement) -> dict[str, Any]:
    """The fields of AskedRequirementRequirement."""
    return {name: getattr(item, name) for name in AskedRequirement.__struct_fields__}


def asked(item: Requirement) -> AskedRequirement:
    """A requirement of a profile, without its words and its source."""
    return AskedRequirement(**asking(item))
