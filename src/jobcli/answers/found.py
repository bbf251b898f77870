"""What a search finds, of every kind in one ranked list: roles, official occupations, training paths."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from jobcli.domain.evidence import Kind, Words
from jobcli.domain.folding import folded
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Shortage, level_of
from jobcli.domain.role import Level

if TYPE_CHECKING:
    from jobcli.answers.filters import Filters
    from jobcli.atlas.titles import TitleHit
    from jobcli.domain.profile import Entry

MOST = 12
"""A search names so many occupations: those behind are hardly meant."""
_CLOSE, _LIKE_A_WORD, _LIKE_WORDS, _BESIDE = 0.55, 0.6, 0.45, 0.8
"""How like a title has to be to stand before roles of which only sentences match; to be named at all, where one word was typed
and where several were; and what share of the likeness of the best one the others need."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that a search found."""

    kind: Annotated[Kind, means("A role with a profile, an official occupation or a training path.")]
    id: Annotated[str, means("What one types: an id, or five digits.")]
    kldb: Annotated[str | None, means("Its code in the KldB 2010; null where it has none.")]
    title: Annotated[Words, means("Its name in both languages.")]
    level: Annotated[Level | None, means("The level of the job; null of a path.")]
    how: Annotated[
        str, means("How it matched: as in `match`, or `code`, `title`, `spelling`, `part` of an occupation.")
    ]
    text: Annotated[str, means("The title or the line that matched.")]
    closeness: Annotated[float, means("0 to 1, to rank those with the same `how`.")]
    pay_month: Annotated[int | None, means("The official median of an occupation in euros a month; else null.")] = None
    employees: Annotated[int | None, means("Its employees in 2023; null is not known.")] = None
    shortage: Annotated[Shortage | None, means("Whether people are short in it; null: not in the analysis.")] = None
    roles: Annotated[tuple[str, ...], means("The roles whose profile names a training path.")] = ()


_ROLE = {"exact": 0, "alias": 0, "abbreviation": 0, "prefix": 2, "word": 2, "spelling": 4, "text": 6}
_OCCUPATION = {"code": 1, "title": 1, "spelling": 3}
_EVERYDAY = 2.5
"""A word that is no official title stands behind the roles that have it."""
_PATH = 4.5
_NAMED = ("exact", "alias", "abbreviation", "prefix", "word")
"""How a role is found whose name has the words."""


def occupations_found(words: str, filters: Filters, ways: Collection[str] = ()) -> list[tuple[float, Finding]]:
    """The official occupations that words mean, best first, each with its place in the list of everything.

    There is none where a filter asks for what only profiles say. `ways` are how roles were found.
    """
    if {*filters.told} - {"level", "min-pay"}:
        return []
    from jobcli.atlas.occupation import named_row, pay_of, rows_of, shortage_of
    from jobcli.atlas.titles import meant

    like = _LIKE_WORDS if len(words.split()) > 1 else _LIKE_A_WORD
    hits = _worth_naming(meant(words, 2 * MOST), like, named=not {*ways}.isdisjoint(_NAMED))[:MOST]
    rows = {f"{row['code']:05}": row for row in rows_of([hit.code for hit in hits])}
    found: list[tuple[float, Finding]] = []
    for hit in hits:
        row = rows[hit.code]
        pay = pay_of(row)
        if filters.level not in (None, level_of(hit.code)) or 12 * (pay or 0) < (filters.min_pay or 0):
            continue
        item = Finding(
            kind="occupation",
            id=hit.code,
            kldb=hit.code,
            title=named_row(row)["name"],
            level=level_of(hit.code),
            how=hit.how,
            text=hit.text,
            closeness=hit.closeness,
            pay_month=pay,
            employees=row["employees_2023"],
            shortage=shortage_of(row),
        )
        rank = _OCCUPATION.get(hit.how, 5 if hit.closeness >= _CLOSE else 7)
        # Their own order counts: how many work in an occupation is part of it.
        found.append(((_EVERYDAY if hit.kind == "everyday" else rank) + len(found) / 1000, item))
    return found


def _worth_naming(hits: Sequence[TitleHit], like: float, *, named: bool) -> list[TitleHit]:
    """Without what only looks alike where something is plainly meant: a role, a title, or titles that have the words."""
    sure = [hit for hit in hits if hit.how != "part"]
    having = [hit for hit in hits if hit.how == "part" and hit.has]
    if named or sure or having:
        return [hit for hit in hits if hit.how != "part" or hit.has]
    best = max((hit.closeness for hit in hits), default=0.0)
    return [hit for hit in hits if hit.closeness >= _BESIDE * best] if best >= like else []


def paths_found(words: str, titles: Mapping[str, Words], entries: Iterable[Entry]) -> list[Finding]:
    """The training paths whose title has all the words, alone or as part of longer ones; each with its roles."""
    wanted = set(folded(words).split())
    found: dict[str, float] = {}
    for path_id, title in titles.items():
        spelt = [folded(text) for text in (title.de, title.en) if text]
        if wanted and any(all(_in(word, text) for word in wanted) for text in spelt):
            parts = {part for text in spelt for part in text.split()}
            found[path_id] = len(wanted) / len(parts) if wanted <= parts else 0.5 * len(wanted) / len(parts)
    roles = {path_id: tuple(entry.id for entry in entries if path_id in entry.card.paths) for path_id in found}
    return [
        _path(path_id, titles[path_id], found[path_id], roles[path_id])
        for path_id in sorted(found, key=lambda name: (-found[name], name))
    ]


def _in(word: str, text: str) -> bool:
    return word in (text if len(word) > 3 else text.split())


def _path(path_id: str, title: Words, closeness: float, roles: tuple[str, ...]) -> Finding:
    return Finding(
        kind="path",
        id=path_id,
        kldb=None,
        title=title,
        level=None,
        how="word",
        text=title.de or title.en or "",
        closeness=round(closeness, 3),
        roles=roles,
    )


def ranked(
    roles: Iterable[Finding], occupations: Iterable[tuple[float, Finding]], paths: Iterable[Finding]
) -> tuple[Finding, ...]:
    """All of them in one list: what is called just so, then what the words are part of, then what is spelt alike."""
    placed = [((float(_ROLE[item.how]), -item.closeness), item) for item in roles]
    placed += [((rank, 0.0), item) for rank, item in occupations]
    placed += [((_PATH, -item.closeness), item) for item in paths]
    return tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))


def attribution() -> tuple[Words, ...]:
    """What has to be said where occupations are listed with their titles, pay and head counts."""
    from jobcli.atlas.sources import notices

    return notices(("ba", "destatis", "otss", "esco"))
