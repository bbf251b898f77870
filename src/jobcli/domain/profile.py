"""A role as it stands in a catalogue: with its id, its file, and the training paths it names in full; and all ids there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from jobcli.domain.evidence import Kind
from jobcli.domain.role import Role, TrainingPath, Vocabulary

# What is known of a card is needed by who reads or makes one: `show` starts without it.
if TYPE_CHECKING:
    from jobcli.domain.card import Card

Origin = Literal["option", "environment", "user", "built-in"]
"""Where the program heard of a folder: --profiles, JOBCLI_PROFILES, the person's own folder, or its own roles."""


class Profile(Struct, frozen=True, kw_only=True):
    """A role with its file, and with the training paths it names in full."""

    id: str
    """The name of its file, and what a person types."""
    role: Role
    paths: tuple[TrainingPath, ...]
    """All its paths: those of the role itself, and those that roles share. One that only helps in this role says so."""
    file: str
    origin: Origin
    """Where the program heard of the folder."""
    hides: str | None = None
    """The file of the same id that it stands before."""
    kind: Kind = "role"
    """Whether it is a role with a profile, or an official occupation in its form."""


BEFORE_LEVEL = ":"
"""Stands between the id of a role and that of one of its levels."""


def at_level(profile: Profile, level: str) -> Profile:
    """The role at the level of this id. KeyError where it has none of the id."""
    rung = {one.id: one for one in profile.role.levels}[level]
    return structs.replace(profile, id=f"{profile.id}{BEFORE_LEVEL}{level}", role=profile.role.at(rung))


class Entry(Struct, frozen=True, kw_only=True):
    """A role with its file, as lists and searches need it: its card instead of the whole profile."""

    id: str
    """The name of its file, and what a person types."""
    card: Card
    file: str
    origin: Origin
    """Where the program heard of the folder."""


class Known(Struct, frozen=True):
    """The ids that a profile of a catalogue may point to."""

    roles: Collection[str]
    """Those of the roles."""
    training: Collection[str]
    """Those of the training paths that roles share."""
    vocabulary: Vocabulary
    """Those of areas, subjects, benefits and what else has a table of its own."""

    def ids(self, table: str) -> Collection[str]:
        """The ids of `roles`, of `training`, or of one table of the vocabulary."""
        found: Collection[str] = getattr(self if table in ("roles", "training") else self.vocabulary, table)
        return found

    def names(self) -> frozenset[str]:
        """All ids with their tables: `areas/law`."""
        tables = ("roles", "training", *self.vocabulary.__struct_fields__)
        return frozenset(f"{table}/{word}" for table in tables for word in self.ids(table))
