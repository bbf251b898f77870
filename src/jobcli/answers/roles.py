"""Which roles there are: the answers of `list` and `search`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import MIDDLE, Answer, Columns
from jobcli.answers.filters import Filters, FindPath, filtered
from jobcli.answers.rows import ListedRole, listing
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry
from jobcli.files.catalog import Catalog
from jobcli.search.hits import Field, Hit, How, search
from jobcli.search.question import SearchQuestion, ask


class Listed(Answer, frozen=True, kw_only=True):
    """The result of `list`."""

    commands = ("list",)
    table = Columns("roles", ("id", "title", "level", "origin", "file", MIDDLE))
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


class Found(Answer, frozen=True, kw_only=True):
    """The result of `search`."""

    commands = ("search",)
    table = Columns("roles", ("id", "title", "level", "how=match.how", "field=match.field", "text=match.text", MIDDLE))
    words: Annotated[str, means("What was searched for.")]
    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[tuple[FoundRole, ...], means("The roles that were found, best first.")]


class Searched(Struct, frozen=True, kw_only=True):
    """What a search found, as a page needs it: the answer with what stands behind it."""

    answer: Found
    question: SearchQuestion
    """What was asked, as the search understood it."""
    hits: Mapping[str, Hit]
    """Why each role was found, by role, also of those that the filters left out."""


def listed(entries: Sequence[Entry], filters: Filters, training: FindPath, day: str) -> Listed:
    """The answer of `list`, by what is known on a day. Refusal that names the filter to blame where none is left."""
    left = filtered(entries, filters, training, day)
    rows = sorted(left.entries, key=lambda entry: (-left.pay.get(entry.id, 0), entry.id))
    return Listed(filters=filters, roles=tuple(ListedRole(**listing(entry, left.pay.get(entry.id))) for entry in rows))


def searched(words: str, entries: Sequence[Entry], filters: Filters, catalog: Catalog, day: str) -> Searched:
    """The answer of `search`: each role with the line that matched, best first. Refusal where the filters leave none."""
    question, known = ask(words), {entry.id: entry for entry in entries}
    cards = {role_id: entry.card for role_id, entry in known.items()}
    hits = {hit.id: hit for hit in search(question, cards, catalog.vocabulary, catalog.path_titles())}
    left = filtered([known[role_id] for role_id in hits], filters, catalog.training, day)
    rows = (
        FoundRole(
            **listing(entry, left.pay.get(entry.id)),
            match=Match(how=hit.how, field=hit.field, text=hit.text, closeness=round(hit.closeness, 3)),
        )
        for entry in left.entries
        for hit in (hits[entry.id],)
    )
    return Searched(answer=Found(words=words, filters=filters, roles=tuple(rows)), question=question, hits=hits)
