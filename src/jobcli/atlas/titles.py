"""From words to occupations: a code, a title, the beginning of one, or what titles that look alike vote for.

The rule was tuned on titles that no test has: docs/decisions/0036. Titles lie in the order of their spelling, so that a
few looks find one of them without an index.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from jobcli.atlas.file import ESCO_EN, ESCO_VAGUE, OFFICIAL, opened, unpacked
from jobcli.atlas.spelling import key, keys, trigrams

TitleKind = Literal["everyday", "official", "esco"]
TitleWay = Literal["code", "title", "spelling", "part"]

_CODE = re.compile(r"(?:KldB\s*)?(?:B\s)?(\d{5})(?:-\d{3})?", re.IGNORECASE)
_KINDS: tuple[TitleKind, ...] = ("everyday", "official", "esco", "esco", "esco", "esco", "esco")

_LOOKED_AT, _VOTERS, _NEARER = 120, 60, 7
"""Titles that share most trigrams, those of them that vote, and the power to which their likeness is taken."""
_COUNTED, _RAREST = 4_000, 6
"""So many titles are counted for the trigrams of a question, those of the rarest first: of a long title the others add nothing.
But so many trigrams count in any case, or a short word of common letters would find nothing."""
_GROUP, _SIZE, _SIZE_OF_A_WORD, _LEVEL = 0.1, 0.1, 0.3, 0.4
"""How much the vote of the group of three digits, the number of employees and the level of the first word count."""
_COMMON_WORD = 5
"""A word that begins or ends so many titles is asked for its largest occupation: a nurse is mostly the general one."""
_VAGUE = 0.3
"""What a title counts that is the name of no single occupation, or English where the words are German."""
_WHOLE = 2.0
"""How much more a title counts that has all the words."""
_EQUAL = 0.02
_INITIALS = 3
_SURE = 97
"""Of a hundred titles with the same ending so many have one level: the ending says the level for sure."""
_LONG_WORD = 8
"""Of a word with so many letters two slips are forgiven, of a shorter one a single slip."""
_SHORTEST_WORD = 5
_FEW = 3
_WANTED = frozenset(
    [
        "aushilf",
        "bewerbung",
        "ferienjob",
        "gehalt",
        "jobs",
        "nebenjob",
        "praktikant",
        "praktikum",
        "stell",
        "stellenangebot",
        "werkstudent",
    ]
)
"""What people type beside an occupation and no title of one needs, in the spelling that is compared."""
_NEARLY = 0.45
"""How like a title has to be to be offered as the one that was meant."""


_ABBREVIATED = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "cmo": "chief marketing officer",
    "chro": "personnel director",
    "md": "managing director",
    "gf": "Geschäftsführer",
}
"""What job ads abbreviate and no list of titles has."""


class TitleHit(Struct, frozen=True):
    """An occupation that words mean, and the title that speaks for it most."""

    code: str
    text: str
    """The title, as it is written."""
    kind: TitleKind
    how: TitleWay
    """`title`: it is just what was typed; `spelling`: nearly; `part`: titles that look alike voted for the occupation."""
    closeness: float
    """How like the title is to what was typed, 0 to 1."""
    has: bool = True
    """Whether the title, or another one of the occupation, has all the words that were typed."""


class _Row(Struct, frozen=True):
    spelt: str
    occ: int
    kind: int
    text: str
    norm: float


class _Speaker(Struct, frozen=True):
    """The title that speaks for an occupation: one that has the words, then one in their language, then the likest."""

    has: bool
    own: bool
    like: float
    row: _Row

    @property
    def rank(self) -> tuple[bool, bool, float]:
        return self.has, self.own, self.like


def named(words: str) -> list[TitleHit]:
    """The occupations that are called just so: mostly one, of a few titles two; none where no title is the same."""
    code = _CODE.fullmatch(words.strip())
    if code is not None:
        found = opened().execute("SELECT title FROM occ WHERE code = ?", (int(code[1]),)).fetchone()
        return [] if found is None else [TitleHit(code[1], found[0], "official", "code", 1.0)]
    if ".." in words:
        # A way through folders is no title, whatever word it ends with.
        return []
    spelt_out = _ABBREVIATED.get(words.strip().casefold())
    hits = [hit for spelt in keys(words) for hit in _just_so(spelt, "title")]
    if spelt_out is not None and not hits:
        hits = [hit for spelt in keys(spelt_out) for hit in _just_so(spelt, "title")]
    return _each_once(hits)[:_FEW]


def meant(words: str, most: int = 20) -> list[TitleHit]:
    """The occupations that words mean, best first."""
    spelt = key(words)
    found = named(words)
    if not spelt or (found and found[0].how == "code"):
        return found[:most]
    spelt = " ".join([word for word in spelt.split() if word not in _WANTED]) or spelt
    found = found or _slipped(spelt)
    hits = [*found, *_voted(spelt)]
    return _each_once(hits)[:most]


def slipped(words: str) -> list[TitleHit]:
    """The occupations with a title of one word that is only a slip away."""
    return _each_once(_slipped(key(words)))


def nearest(words: str, most: int = 3) -> list[TitleHit]:
    """The occupations whose titles are nearest to words that are no title: first those that are only a slip away."""
    spelt = key(words)
    if not spelt:
        return []
    found = [*_slipped(spelt), *(hit for hit in _voted(spelt) if hit.closeness >= _NEARLY)]
    return _each_once(found)[:most]


def _each_once(hits: Iterable[TitleHit]) -> list[TitleHit]:
    """Each occupation once, with the first hit that it has."""
    first: dict[str, TitleHit] = {}
    for hit in hits:
        first.setdefault(hit.code, hit)
    return list(first.values())


def begun(words: str, most: int = 50) -> list[str]:
    """Titles that begin so, those of the largest occupations first."""
    spelt = key(words) if len(words) > 1 else words.lower()
    numbers = _beginning(spelt)
    rows = opened().execute(
        "SELECT coalesce(text, k) FROM title JOIN occ ON occ.code = title.occ WHERE id BETWEEN ? AND ? AND kind <= ?"
        " ORDER BY coalesce(employees_2023, 0) DESC, k LIMIT ?",
        (numbers.start, numbers.stop - 1, OFFICIAL, most),
    )
    return [text for (text,) in rows]


@cache
def _count() -> int:
    (number,) = opened().execute("SELECT max(id) + 1 FROM title").fetchone()
    return int(number)


def _place(spelt: str) -> int:
    """Where a spelling stands in the order of the titles, or would stand."""
    base = opened()

    def at(number: int) -> str:
        (found,) = base.execute("SELECT k FROM title WHERE id = ?", (number,)).fetchone()
        return str(found)

    return bisect_left(range(_count()), spelt, key=at)


def _beginning(spelt: str) -> range:
    """The titles that begin so."""
    return range(_place(spelt), _place(f"{spelt}\U0010ffff"))


def _just_so(spelt: str, how: TitleWay) -> list[TitleHit]:
    """The occupations with a title of this spelling; words that many titles have are none."""
    rows = []
    place = _place(spelt)
    query = "SELECT k, occ, kind, coalesce(text, k), norm FROM title WHERE id >= ? ORDER BY id LIMIT 12"
    for found in opened().execute(query, (place,)):
        row = _Row(*found)
        if row.spelt != spelt or row.kind == ESCO_VAGUE:
            break
        rows.append(row)
    sizes = _sizes(row.occ for row in rows)
    rows.sort(key=lambda row: (row.kind, -sizes[row.occ]))
    best = rows[0].kind if rows else 0
    # What ESCO calls so beside an official title was left out when the file was made.
    kept = [row for row in rows if row.kind == best or row.kind <= OFFICIAL]
    return [TitleHit(f"{row.occ:05}", row.text, _KINDS[row.kind], how, 1.0) for row in kept]


def _sizes(codes: Iterable[int]) -> Mapping[int, int]:
    """How many employees occupations have; 0 where it is not known."""
    wanted = sorted(set(codes))
    marks = ",".join("?" * len(wanted))
    rows = opened().execute(
        f"SELECT code, coalesce(employees_2023, ba_employees, 0) FROM occ WHERE code IN ({marks})",
        wanted,
    )
    return defaultdict(int, rows)


@cache
def _candidates(spelt: str) -> tuple[list[_Row], dict[str, float]]:
    """The titles that share most trigrams with a spelling, and what each of its trigrams weighs; the rarer the more."""
    grams = sorted(trigrams(spelt))
    marks = ",".join("?" * len(grams))
    rows = opened().execute(f"SELECT g, n, ids FROM gram WHERE g IN ({marks})", grams).fetchall()
    everything = _count()
    weights = dict.fromkeys(grams, math.log(everything) ** 2)
    shared: Counter[int] = Counter()
    counted = 0
    for place, (gram, number, ids) in enumerate(sorted(rows, key=lambda row: row[1])):
        weights[gram] = math.log(everything / number) ** 2
        if ids is not None and (place < _RAREST or counted + number <= _COUNTED):
            counted += number
            shared.update(accumulate(unpacked(ids)))
    # Of a word such as Techniker all trigrams are too common: then what begins with it is looked at.
    ids = [number for number, _ in shared.most_common(_LOOKED_AT)] or list(_beginning(spelt))[:_LOOKED_AT]
    marks = ",".join("?" * len(ids))
    query = f"SELECT k, occ, kind, coalesce(text, k), norm FROM title WHERE id IN ({marks}) ORDER BY id"
    return [_Row(*found) for found in opened().execute(query, ids)], weights


def _slipped(spelt: str) -> list[TitleHit]:
    """The occupations with a title of one word that is one slip away, or two of a long word; same first letter."""
    if " " in spelt or len(spelt) < _SHORTEST_WORD:
        return []
    allowed = 2 if len(spelt) >= _LONG_WORD else 1
    rows, _ = _candidates(spelt)
    if _begins_or_ends(spelt, rows) >= _COMMON_WORD:
        return []
    near: list[tuple[int, int, int, str]] = []
    like = [row for row in rows if abs(len(row.spelt) - len(spelt)) <= allowed and row.spelt[0] == spelt[0]]
    sizes = _sizes(row.occ for row in like)
    for row in like:
        slips = slips_between(spelt, row.spelt)
        if slips <= allowed:
            near.append((slips, row.kind, -sizes[row.occ], row.spelt))
    return _just_so(min(near)[3], "spelling") if near else []


def slips_between(one: str, other: str) -> int:
    """How many letters were left out, added, mistaken or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        now = [at + 1]
        for place, found in enumerate(other):
            cost = min(row[place + 1] + 1, now[place] + 1, row[place] + (letter != found))
            if at and place and letter == other[place - 1] and one[at - 1] == found:
                cost = min(cost, before[place - 1] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def _begins_or_ends(word: str, rows: Sequence[_Row]) -> int:
    return sum(word in (parts[0], parts[-1]) for row in rows if (parts := row.spelt.split()))


def _voted(spelt: str) -> list[TitleHit]:
    """The occupations whose titles look like the words. Each of the likest titles votes for its occupation."""
    rows, weights = _candidates(spelt)
    whole = math.sqrt(math.fsum(weights.values())) or 1.0
    wanted = trigrams(spelt)
    likeness = [
        (math.fsum(weights[gram] for gram in wanted & trigrams(row.spelt)) / whole / (row.norm / 100), row)
        for row in rows
    ]
    likeness.sort(key=lambda item: (-item[0], item[1].spelt, item[1].occ))
    votes: dict[int, float] = defaultdict(float)
    groups: dict[int, float] = defaultdict(float)
    speaker: dict[int, _Speaker] = {}
    words = spelt.split()
    best = max((like for like, _ in likeness), default=0.0)
    german = max((like for like, row in likeness if row.kind < ESCO_EN), default=0.0) >= best - _EQUAL
    for like, row in likeness[:_VOTERS]:
        # Words that a German title has as well are German: what is called so in English is hardly meant.
        foreign = german and row.kind >= ESCO_EN
        vote = like**_NEARER * (_VAGUE if row.kind == ESCO_VAGUE or foreign else 1)
        has = _has(row.spelt, words)
        vote *= _WHOLE if has else 1
        votes[row.occ] += vote
        groups[row.occ // 100] += vote
        said = _Speaker(has=has, own=not foreign, like=like, row=row)
        if row.occ not in speaker or said.rank > speaker[row.occ].rank:
            speaker[row.occ] = said
    one = len(words) == 1 and _begins_or_ends(spelt, rows) >= _COMMON_WORD
    sizes, levels = _sizes(votes), _levels(words[0])
    scores = {}
    for occ, vote in votes.items():
        score = (vote + _GROUP * groups[occ // 100]) * (sizes[occ] + 1000) ** (_SIZE_OF_A_WORD if one else _SIZE)
        if levels:
            share = max(levels[occ % 10 - 1], 1) / 100
            score *= share if max(levels) >= _SURE else share**_LEVEL
        scores[occ] = score
    return list(_hits(sorted(scores, key=lambda occ: (-scores[occ], occ)), speaker))


def _has(spelt: str, words: Sequence[str]) -> bool:
    """Whether a title has all words, alone or as part of longer ones; three letters only alone."""
    parts = spelt.split()
    return all(word in (spelt if len(word) > _INITIALS else parts) for word in words)


def _hits(order: Sequence[int], speaker: Mapping[int, _Speaker]) -> Iterator[TitleHit]:
    for occ in order:
        said = speaker[occ]
        closeness = round(min(said.like, 1.0), 3)
        yield TitleHit(f"{occ:05}", said.row.text, _KINDS[said.row.kind], "part", closeness, said.has)


def _levels(word: str) -> Sequence[int]:
    """Of a hundred official titles whose first word ends as this one does, how many are of each level; empty: not known."""
    endings = [word[-length:] for length in range(2, 10) if length <= len(word)]
    marks = ",".join("?" * len(endings))
    rows = opened().execute(f"SELECT e, levels FROM ending WHERE e IN ({marks})", endings).fetchall()
    longest = max(rows, key=lambda row: len(row[0]), default=("", b""))
    return list(longest[1])
