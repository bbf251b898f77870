"""Which roles there are: the answers of `list` and `search`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import MIDDLE, Answer, Columns
from jobcli.answers.filters import Filtered, Filters, FindPath, filtered
from jobcli.answers.found import Finding, attribution, occupations_found, paths_found, ranked
from jobcli.answers.occupation import Attribution
from jobcli.answers.rows import ListedRole, listing
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry
from jobcli.domain.refusal import Refusal
from jobcli.files.catalog import Catalog
from jobcli.search.hits import Field, Hit, How, search
from jobcli.search.question import SearchQuestion, ask

_A_SLIP = 0.9


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
    table = Columns(
        "found", ("id", "kind", "kldb", "title", "level", "how", "text", "pay_month", "employees", "shortage")
    )
    words: Annotated[str, means("What was searched for.")]
    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[tuple[FoundRole, ...], means("The roles that were found, best first.")]
    found: Annotated[
        tuple[Finding, ...], means("The same roles, official occupations and training paths in one list, best first.")
    ] = ()
    attribution: Attribution = ()


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
    ways = {hit.how for hit in hits.values()}
    occupations = occupations_found(words, filters, ways) if words.strip() else []
    if occupations and occupations[0][1].how != "part":
        # What is called so, but for a slip, is meant: a role that is spelt less alike is another word.
        hits = {role_id: hit for role_id, hit in hits.items() if hit.how != "spelling" or hit.closeness >= _A_SLIP}
    try:
        left = filtered([known[role_id] for role_id in hits], filters, catalog.training, day)
    except Refusal:
        if not occupations:
            raise
        left = Filtered(entries=(), pay={})
    rows = tuple(
        FoundRole(
            **listing(entry, left.pay.get(entry.id)),
            match=Match(how=hit.how, field=hit.field, text=hit.text, closeness=round(hit.closeness, 3)),
        )
        for entry in left.entries
        for hit in (hits[entry.id],)
    )
    paths = [] if filters.told else paths_found(words, catalog.path_titles(), entries)
    answer = Found(
        words=words,
        filters=filters,
        roles=rows,
        found=ranked(map(_finding, rows), occupations, paths),
        attribution=attribution() if occupations else (),
    )
    return Searched(answer=answer, question=question, hits=hits)


def _finding(role: FoundRole) -> Finding:
    """A role among what was found."""
    return Finding(
        kind="role",
        id=role.id,
        kldb=role.kldb,
        title=role.title,
        level=role.level,
        how=role.match.how,
        text=role.match.text,
        closeness=role.match.closeness,
    )
