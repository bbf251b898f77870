"""A role as it stands in a catalogue: with its id, its file, and the training paths it names in full."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jobcli.domain.card import Card
from jobcli.domain.role import Role, TrainingPath

Origin = Literal["option", "environment", "user", "built-in"]
"""Where the program heard of a folder: --profiles, JOBCLI_PROFILES, the person's own folder, or its own roles."""


class Profile(Struct, frozen=True, kw_only=True):
    """A role with its file, and with the training paths it names in full."""

    id: str
    role: Role
    paths: tuple[TrainingPath, ...]
    file: str
    origin: Origin
    hides: str | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """A role with its file, as lists and searches need it: its card instead of the whole profile."""

    id: str
    card: Card
    file: str
    origin: Origin
