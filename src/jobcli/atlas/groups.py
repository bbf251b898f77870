"""The groups of the KldB 2010, of one to four digits, and the occupations in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jobcli.atlas.file import opened
from jobcli.atlas.occupation import dict_rows
from jobcli.domain.evidence import Words
from jobcli.domain.occupation import GroupName

_DIGITS = 5


def codes_in(group: str) -> list[str]:
    """The codes of the occupations whose code begins so, in their order; of nothing all."""
    if group and not (group.isascii() and group.isdecimal() and len(group) <= _DIGITS):
        return []
    first, step = int(group or 0) * 10 ** (_DIGITS - len(group)), 10 ** (_DIGITS - len(group))
    rows = opened().execute("SELECT code FROM occ WHERE code >= ? AND code < ? ORDER BY code", (first, first + step))
    return [f"{code:05}" for (code,) in rows]


def groups_in(group: str) -> list[dict[str, Any]]:
    """The next smaller groups of a group, each with the number of its occupations and their employees."""
    length = len(group) + 1
    rows = dict_rows(
        "SELECT grp.code AS code, grp.de AS de, grp.en AS en, grp.destatis_median AS pay_month, count(*) AS occupations,"
        " sum(coalesce(occ.employees_2023, 0)) AS employees FROM grp"
        " JOIN occ ON substr(printf('%05d', occ.code), 1, ?) = grp.code"
        " WHERE length(grp.code) = ? AND grp.code LIKE ? GROUP BY grp.code ORDER BY grp.code",
        (length, length, f"{group}%"),
    )
    return [
        {
            "code": row["code"],
            "name": Words(de=row["de"], en=row["en"]),
            **{name: row[name] for name in ("occupations", "employees", "pay_month")},
        }
        for row in rows
    ]


def names_above(code: str) -> Iterator[GroupName]:
    """The groups that a code belongs to and its own, from the widest to the nearest."""
    starts = [code[:length] for length in range(1, min(len(code), _DIGITS - 1) + 1)]
    marks = ",".join("?" * len(starts))
    for row in dict_rows(f"SELECT code, de, en FROM grp WHERE code IN ({marks}) ORDER BY length(code)", starts):
        yield GroupName(code=row["code"], name=Words(de=row["de"], en=row["en"]))
