"""A role as a list or a search needs it: its names, its lines of text, and what it can be filtered by."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Raw, Struct, msgpack

from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded
from jobcli.domain.observed import Observed, observed
from jobcli.domain.role import Level, Role, TrainingPath

_BRACKETS = re.compile(r"(.+?)\s+\((.{3,})\)")


class Name(Struct, frozen=True, array_like=True):
    """A title, an alias, or the title of a neighbouring job that has no profile of its own."""

    text: str
    """As it is written."""
    folded: str
    """As it is compared."""
    kind: Literal["title", "alias", "id", "neighbour"]


class CardLine(Struct, frozen=True, array_like=True):
    """A sentence in one language."""

    text: str
    """As it is written."""
    folded: str
    """As it is compared."""


class CardPath(Struct, frozen=True, array_like=True):
    """What a training path can be filtered by."""

    kind: str
    """The kind of path, as `degree`."""
    months: float | None
    """The most months that it takes; None: not known."""
    leads: bool = True
    """Whether it leads to a role, or only helps in one."""


class Card(Struct, frozen=True, array_like=True):
    """What is known of a role without opening the rest of its profile."""

    title: Words
    level: Level
    names: tuple[Name, ...]
    """Titles, aliases and neighbours, each spelling once."""
    duties: tuple[tuple[CardLine, ...], ...]
    """For each duty its text in one or both languages."""
    subjects: tuple[str, ...]
    """Ids of the vocabulary, the weightiest first."""
    industries: tuple[str, ...]
    """Ids of the vocabulary; none means: everywhere."""
    codes: tuple[tuple[Literal["kldb", "isco"], str], ...]
    """The codes of the occupation, with the classification that each is of."""
    paths: tuple[str | CardPath, ...]
    """Ids of training paths that roles share, and the ways that stand in the profile itself."""
    pay: tuple[Observed, ...]
    """What its pay is estimated from."""
    prose: Raw
    """What only a search reads: unpacked by `prose_of`."""


class Prose(Struct, frozen=True, array_like=True):
    """What a profile says in whole sentences beside its duties."""

    requirements: tuple[CardLine, ...]
    """What is asked for, line by line."""
    summary: tuple[CardLine, ...]
    """What the role is, in one or both languages."""


def way(path: TrainingPath) -> CardPath:
    """What a path can be filtered by."""
    return CardPath(path.kind, None if path.months is None else path.months.max, path.purpose == "leads")


def prose_of(card: Card) -> Prose:
    """What is asked for in the role, and its summary."""
    return _PROSE.decode(card.prose)


def card_of(role: Role) -> Card:
    """The card of a role."""
    titles = [name for text in (role.title.de, role.title.en) if text for name in _names(text, "title")]
    aliases = [name for text in role.aliases for name in _names(text, "alias")]
    beside = [item.title for item in (*role.transitions.before, *role.transitions.after) if item.title]
    neighbours = [name for text in beside for word in (text.de, text.en) if word for name in _names(word, "neighbour")]
    # Both titles and all gender forms of an alias fold to one spelling: the first of them is kept.
    names = {name.folded: name for name in reversed([*titles, *aliases, *neighbours])}
    codes: list[tuple[Literal["kldb", "isco"], str | None]] = [("kldb", role.codes.kldb), ("isco", role.codes.isco)]
    return Card(
        title=role.title,
        level=role.level,
        names=tuple(reversed(names.values())),
        duties=tuple(_lines(duty.text) for duty in role.duties),
        subjects=role.subjects,
        industries=role.industries,
        codes=tuple((kind, code) for kind, code in codes if code),
        paths=tuple(path if isinstance(path, str) else way(path) for path in role.paths),
        pay=observed(role),
        prose=Raw(
            msgpack.encode(
                Prose(
                    tuple(line for item in role.requirements for line in _lines(item.text)),
                    () if role.summary is None else _lines(role.summary),
                )
            )
        ),
    )


def _lines(words: Words) -> tuple[CardLine, ...]:
    return tuple(CardLine(text, folded(text)) for text in (words.de, words.en) if text)


def _names(text: str, kind: Literal["title", "alias", "neighbour"]) -> list[Name]:
    """A name; the title `IT-Leiter:in (Head of IT)` is three: the whole, what stands before the brackets, and inside.

    What an alias has in brackets is a remark, as in `Agile Coach (similar)`: nobody is called so.
    """
    parts = _BRACKETS.fullmatch(text)
    if parts is None:
        return [Name(text, folded(text), kind)]
    if kind != "title":
        return [Name(text, folded(parts[1]), kind)]
    return [Name(text, folded(part), kind) for part in (text, *parts.groups())]


_PROSE = msgpack.Decoder(Prose)
