"""A role as a row: what lists, searches and comparisons say of each."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct

from jobcli.answers.amounts import Middle
from jobcli.domain.card import Card
from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry, Origin, Profile
from jobcli.domain.role import Level, Role


class NamedRole(Struct, frozen=True, kw_only=True):
    """A role as a list names it."""

    id: Annotated[str, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    level: Annotated[Level, means("The level of the job.")]
    origin: Annotated[
        Origin,
        means(
            "Where it comes from: jobcli itself, your own folder (`user`), JOBCLI_PROFILES (`environment`) or --profiles (`option`)."
        ),
    ]
    file: Annotated[str, means("The file it was read from.")]


class ListedRole(NamedRole, frozen=True, kw_only=True):
    """A role of a list."""

    gross_year: Annotated[
        Middle | None, means("With --min-pay the middle of its estimate for nobody in particular; else null.")
    ]


def naming(item: Entry | Profile, role: Card | Role) -> dict[str, Any]:
    """The fields of NamedRole."""
    return {"id": item.id, "title": role.title, "level": role.level, "origin": item.origin, "file": item.file}


def listing(entry: Entry, middle: int | None) -> dict[str, Any]:
    """The fields of ListedRole; `middle` is the middle of the role's pay in euros a year, where it was asked for."""
    return {**naming(entry, entry.card), "gross_year": None if middle is None else Middle(p50=middle)}
