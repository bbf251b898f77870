"""Which roles there are: the answers of `list` and `search`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Struct

from jobcli.answers.filters import Filters
from jobcli.answers.rows import ListedRole, listing
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry
from jobcli.search.hits import Field, Hit, How


class Listed(Struct, frozen=True, kw_only=True):
    """The result of `list`."""

    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[
        tuple[ListedRole, ...], means("The roles by id; with --min-pay from the highest pay to the lowest.")
    ]


class Match(Struct, frozen=True, kw_only=True):
    """Why a search found a role."""

    how: Annotated[How, means("How it matched, from best to least.")]
    field: Annotated[Field, means("What matched.")]
    text: Annotated[str, means("The line that matched, as the profile has it.")]
    closeness: Annotated[float, means("0 to 1, to rank matches with the same `how`.")]


class FoundRole(ListedRole, frozen=True, kw_only=True):
    """A role that a search found."""

    match: Annotated[Match, means("Its best match.")]


class Found(Struct, frozen=True, kw_only=True):
    """The result of `search`."""

    words: Annotated[str, means("What was searched for.")]
    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[tuple[FoundRole, ...], means("The roles that were found, best first.")]


def listed(entries: Sequence[Entry], filters: Filters, pay: Mapping[str, int]) -> Listed:
    """The answer of `list`; `pay` is the middle of the estimates that a filter asked for, in euros a year, by role."""
    return Listed(filters=filters, roles=tuple(ListedRole(**listing(entry, pay.get(entry.id))) for entry in entries))


def found(words: str, hits: Sequence[tuple[Hit, Entry]], filters: Filters, pay: Mapping[str, int]) -> Found:
    """The answer of `search`: each role with the line that matched, best first."""
    rows = (
        FoundRole(
            **listing(entry, pay.get(entry.id)),
            match=Match(how=hit.how, field=hit.field, text=hit.text, closeness=round(hit.closeness, 3)),
        )
        for hit, entry in hits
    )
    return Found(words=words, filters=filters, roles=tuple(rows))
