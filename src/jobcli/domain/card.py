"""A role as a list or a search needs it: its names, its lines of text, and what it can be filtered by."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded
from jobcli.domain.role import Level, Role, TrainingPath


class Name(Struct, frozen=True, array_like=True):
    """A title or an alias, as it is written and as it is compared."""

    text: str
    folded: str
    kind: Literal["title", "alias"]


class Line(Struct, frozen=True, array_like=True):
    """A duty in one language, as it is written and as it is compared."""

    text: str
    folded: str


class Way(Struct, frozen=True, array_like=True):
    """A training path that only this role has: its kind, and the most months it takes (None: not known)."""

    kind: str
    months: float | None


class Card(Struct, frozen=True, array_like=True):
    """What is known of a role without opening the rest of its profile.

    `paths` are ids of training paths that roles share, and the ways that stand in the profile itself. `subjects` and
    `industries` are ids of the vocabulary; no industries means: everywhere.
    """

    title: Words
    level: Level
    names: tuple[Name, ...]
    duties: tuple[tuple[Line, ...], ...]
    subjects: tuple[str, ...]
    industries: tuple[str, ...]
    codes: tuple[str, ...]
    paths: tuple[str | Way, ...]


def way(path: TrainingPath) -> Way:
    """What a path can be filtered by."""
    return Way(path.kind, None if path.months is None else path.months.max)


def card_of(role: Role) -> Card:
    """The card of a role."""
    titles = [Name(text, folded(text), "title") for text in (role.title.de, role.title.en) if text]
    aliases = [Name(text, folded(text), "alias") for text in role.aliases]
    # Both titles and all gender forms of an alias fold to one spelling: the first of them is kept.
    names = {name.folded: name for name in reversed([*titles, *aliases])}
    return Card(
        title=role.title,
        level=role.level,
        names=tuple(reversed(names.values())),
        duties=tuple(
            tuple(Line(text, folded(text)) for text in (duty.text.de, duty.text.en) if text) for duty in role.duties
        ),
        subjects=role.subjects,
        industries=role.industries,
        codes=tuple(code for code in (role.codes.kldb, role.codes.isco) if code),
        paths=tuple(path if isinstance(path, str) else way(path) for path in role.paths),
    )
