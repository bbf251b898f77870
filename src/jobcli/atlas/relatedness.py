"""How near official occupations are to each other: by the skills that both need, and by the levels of their group."""

from __future__ import annotations

from collections import Counter

from jobcli.atlas.file import opened, unpacked
from jobcli.atlas.occupation import dict_rows, in_order, skills_of
from jobcli.domain.occupation import Nearness, Skill

_TELLING = (0, 1)
"""Occupations of ESCO that belong to a code exactly or closely: only of them it is said what they need."""


def essential(code: str) -> Counter[int]:
    """The numbers of the skills that an occupation needs by ESCO, each with how many of its ESCO occupations need it.

    Empty where no occupation of ESCO belongs closely enough to the code.
    """
    rows = dict_rows(
        "SELECT esco.essential AS essential, relation FROM esco_kldb JOIN esco ON esco.id = esco_kldb.esco"
        " WHERE esco_kldb.occ = ? AND relation = (SELECT min(relation) FROM esco_kldb WHERE occ = ?)",
        [int(code), int(code)],
    )
    return Counter(skill for row in rows if row["relation"] in _TELLING for skill in unpacked(row["essential"]))


def shared_and_left(start: str, goal: str) -> tuple[tuple[Skill, ...], tuple[Skill, ...]]:
    """Of the skills that the second occupation needs those that the first needs, too, and the others."""
    known, wanted = essential(start), essential(goal)
    labels = skills_of([*wanted])
    both = {skill: count for skill, count in wanted.items() if skill in known}
    left = {skill: count for skill, count in wanted.items() if skill not in known}
    return in_order(both, labels), in_order(left, labels)


def nearness(start: str, goal: str) -> Nearness:
    """What two codes have in common by the classification."""
    if start == goal:
        return "same"
    if start[:4] == goal[:4]:
        return "ladder"
    return "group" if start[:3] == goal[:3] else "other"


def levels_between(start: str, goal: str) -> list[str]:
    """The occupations that one passes from level to level on the way up to another one, without both ends.

    Of each level between them the one of the goal's group of three digits that shares most skills with the goal; with as many,
    the larger one. None where the goal stands no more than one level higher, or the group has no such level.
    """
    wanted, found = essential(goal), []
    for level in range(int(start[4]) + 1, int(goal[4])):
        rows = opened().execute(
            "SELECT code, coalesce(employees_2023, 0) FROM occ WHERE code / 100 = ? AND code % 10 = ? AND code / 10 % 10 != 9",
            (int(goal[:3]), level),
        )
        near = [(sum((essential(f"{code:05}") & wanted).values()), heads, f"{code:05}") for code, heads in rows]
        if near:
            found.append(max(near)[2])
    return found
