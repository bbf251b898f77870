"""What a search finds, of every kind in one ranked list: roles, official occupations, training paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from jobcli.domain.evidence import Kind, Words
from jobcli.domain.folding import folded
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Shortage, level_of
from jobcli.domain.role import Level

if TYPE_CHECKING:
    from jobcli.answers.filters import Filters

MOST = 12
"""A search names so many occupations: those behind are hardly meant."""
_CLOSE, _LIKE, _FAR = 0.55, 0.37, 0.3
"""How like a title has to be to stand before roles of which only sentences match, and to be named at all; and how like the
others have to be where one is."""


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


_ROLE = {"exact": 0, "alias": 0, "abbreviation": 0, "prefix": 2, "word": 2, "spelling": 4, "text": 6}
_OCCUPATION = {"code": 1, "title": 1, "spelling": 3}


def occupations_found(words: str, filters: Filters) -> list[Finding]:
    """The official occupations that words mean, best first; none where a filter asks for what only profiles say."""
    if {*filters.told} - {"level", "min-pay"}:
        return []
    from jobcli.atlas.occupation import named_row, pay_of, rows_of
    from jobcli.atlas.titles import meant

    hits = [hit for hit in meant(words, MOST) if hit.how != "part" or hit.closeness >= _FAR]
    if max((hit.closeness for hit in hits), default=0.0) < _LIKE:
        return []
    rows = {f"{row['code']:05}": row for row in rows_of([hit.code for hit in hits])}
    found = []
    for hit in hits:
        row = rows[hit.code]
        pay = pay_of(row)
        if filters.level not in (None, level_of(hit.code)) or 12 * (pay or 0) < (filters.min_pay or 0):
            continue
        rated: Shortage = "not-rated" if row["shortage"] is None else "yes" if row["shortage"] else "no"
        found.append(
            Finding(
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
                shortage=rated if row["analysed"] else None,
            )
        )
    return found


def paths_found(words: str, titles: Mapping[str, Words]) -> list[Finding]:
    """The training paths whose title has all the words."""
    wanted = set(folded(words).split())
    found = []
    for path_id, title in titles.items():
        parts = {part for text in (title.de, title.en) if text for part in folded(text).split()}
        if wanted and wanted <= parts:
            found.append(_path(path_id, title, len(wanted) / len(parts)))
    return sorted(found, key=lambda item: (-item.closeness, item.id))


def _path(path_id: str, title: Words, closeness: float) -> Finding:
    return Finding(
        kind="path",
        id=path_id,
        kldb=None,
        title=title,
        level=None,
        how="word",
        text=title.de or title.en or "",
        closeness=round(closeness, 3),
    )


def ranked(roles: Iterable[Finding], occupations: Iterable[Finding], paths: Iterable[Finding]) -> tuple[Finding, ...]:
    """All of them in one list: what is called just so, then what the words are part of, then what is spelt alike."""
    return tuple(item for _, item in sorted(_placed(roles, occupations, paths), key=lambda pair: pair[0]))


def _placed(
    roles: Iterable[Finding], occupations: Iterable[Finding], paths: Iterable[Finding]
) -> Iterator[tuple[tuple[float, float], Finding]]:
    for item in roles:
        yield (_ROLE[item.how], -item.closeness), item
    for place, item in enumerate(occupations):
        rank = _OCCUPATION.get(item.how, 5 if item.closeness >= _CLOSE else 7)
        # Their own order counts: how many work in an occupation is part of it.
        yield (rank, place / 1000), item
    for item in paths:
        yield (5.5, -item.closeness), item


def attribution() -> tuple[Words, ...]:
    """What has to be said where occupations are listed with their titles, pay and head counts."""
    from jobcli.atlas.sources import notices

    return notices(("ba", "destatis", "otss", "esco"))
