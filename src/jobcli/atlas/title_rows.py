"""The rows of the titles: official ones, everyday words, labels of ESCO; and the trigrams by which they are found."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from jobcli.atlas.file import ESCO_DE, ESCO_DE_OTHER, ESCO_EN, ESCO_EN_OTHER, ESCO_VAGUE, EVERYDAY, OFFICIAL
from jobcli.atlas.spelling import key, keys, trigrams
from jobcli.atlas.tables import Row, one_form, packed, read, steps
from jobcli.domain.folding import slug

COMMON = 1_800
"""A trigram of more titles than this tells none from another: only its number is kept."""
MOST = 65_535
"""Rows are numbered in two bytes."""
_VAGUE = 12
"""An English word that begins or ends so many titles is the name of no single occupation: `steward`."""

Titles = dict[str, dict[int, tuple[int, str]]]
"""By spelling and code: the kind of title, and how it is written."""


def official_titles(tables: Path) -> Titles:
    """The titles of the alphabetical list."""
    found: Titles = {}
    for row in read(tables, "titles"):
        for spelt in keys(row["title"]):
            found.setdefault(spelt, {}).setdefault(int(row["code"]), (OFFICIAL, row["title"]))
    return found


def all_titles(tables: Path, official: Titles, esco: Mapping[int, Row], codes: Mapping[int, int]) -> Titles:
    """Official titles, everyday words and the labels of ESCO. What ESCO says otherwise than an official title is left out."""
    found = {spelt: dict(owners) for spelt, owners in official.items()}
    for row in read(tables, "apprenticeships"):
        # A name of the statistic that the list writes in another way.
        for spelt in keys(row["title"]) if row["code"] else ():
            if spelt not in official:
                found.setdefault(spelt, {}).setdefault(int(row["code"]), (OFFICIAL, one_form(row["title"])))
    sure = set(found)
    for number, row in esco.items():
        if number in codes:
            _add_labels(found, sure, row, codes[number])
    for row in read(tables, "everyday"):
        for spelt in keys(row["word"]):
            # An everyday word stands above everything: it has no other meaning than those that the table gives.
            owners = found.setdefault(spelt, {})
            if all(kind != EVERYDAY for kind, _ in owners.values()):
                owners.clear()
            owners[int(row["code"])] = (EVERYDAY, row["word"])
    return found


def _add_labels(found: Titles, sure: Collection[str], row: Row, code: int) -> None:
    """Add the labels of one occupation of ESCO, but for spellings that have an official title."""
    labels = [(ESCO_DE, row["de"]), (ESCO_EN, row["en"])]
    labels += [(ESCO_DE_OTHER, text) for text in row["other_de"].split("|") if text]
    labels += [(ESCO_EN_OTHER, text) for text in row["other_en"].split("|") if text]
    for kind, text in labels:
        for spelt in keys(text) if kind in (ESCO_DE, ESCO_DE_OTHER) else [key(text)]:
            known = found.get(spelt, {}).get(code)
            if spelt not in sure and (known is None or (kind, _bent(text, spelt)) < (known[0], _bent(known[1], spelt))):
                found.setdefault(spelt, {})[code] = (kind, text)


def _bent(text: str, spelt: str) -> bool:
    """Whether a title is another form of its spelling: of Feuerwehrfrau and Feuerwehrmann the second is spelt as it is."""
    return slug(text).replace("-", " ") != spelt


def put_titles(base: sqlite3.Connection, titles: Titles) -> None:
    """Titles in the order of their spelling, and for each trigram the titles that have it."""
    rows = [(spelt, code, *titles[spelt][code]) for spelt in sorted(titles) for code in sorted(titles[spelt])]
    if len(rows) > MOST:
        raise SystemExit(f"{len(rows)} titles: their numbers no longer fit into two bytes")
    grams: dict[str, list[int]] = defaultdict(list)
    ends = Counter(word for spelt, *_ in rows for word in {spelt.split()[0], spelt.split()[-1]})
    rows = [
        (spelt, code, ESCO_VAGUE if kind == ESCO_EN_OTHER and ends[spelt] >= _VAGUE else kind, text)
        for spelt, code, kind, text in rows
    ]
    parts = [trigrams(spelt) for spelt, *_ in rows]
    for number, found in enumerate(parts):
        for gram in found:
            grams[gram].append(number)
    weight = {gram: math.log(len(rows) / len(ids)) ** 2 for gram, ids in grams.items()}
    norms = [math.sqrt(math.fsum(sorted(weight[gram] for gram in found))) for found in parts]
    base.executemany(
        "INSERT INTO title VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, spelt, code, kind, None if text == spelt else text, round(norms[number] * 100))
            for number, (spelt, code, kind, text) in enumerate(rows)
        ),
    )
    base.executemany(
        "INSERT INTO gram VALUES (?, ?, ?)",
        ((gram, len(ids), packed(steps(ids)) if len(ids) <= COMMON else None) for gram, ids in sorted(grams.items())),
    )
    _put_endings(base, rows)


def _put_endings(base: sqlite3.Connection, rows: Sequence[tuple[str, int, int, str]]) -> None:
    """How often an official title whose first word ends so is of each level, in hundredths."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for spelt, code, kind, _ in rows:
        word = spelt.split()[0]
        if kind == OFFICIAL and len(word) > 2:
            for length in range(2, min(len(word), 9) + 1):
                counts[word[-length:]][code % 10] += 1
    whole: Counter[int] = Counter(code % 10 for _, code, kind, _ in rows if kind == OFFICIAL)
    total = sum(whole.values())
    shares = {level: whole[level] / total for level in (1, 2, 3, 4)}
    base.executemany(
        "INSERT INTO ending VALUES (?, ?)",
        (
            (
                ending,
                bytes(round(100 * (found[level] + 2 * shares[level]) / (found.total() + 2)) for level in (1, 2, 3, 4)),
            )
            for ending, found in sorted(counts.items())
            if found.total() >= 8
        ),
    )
