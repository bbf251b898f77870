"""How much of each type of interest there is in an occupation, the fields of work, and what a list says of an occupation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from jobcli.atlas.file import opened, unpacked
from jobcli.atlas.occupation import TELLING, named_row, pay_of, rows_of
from jobcli.domain.evidence import Words
from jobcli.domain.interests import InterestGrade, InterestProfile, WorkField
from jobcli.domain.occupation import OccupationName, Shortage

GRADES: tuple[InterestGrade, ...] = ("direct", "related", "rough", "borrowed")
"""In the order in which the file counts them."""


def interest_profiles() -> list[InterestProfile]:
    """The profiles of all occupations that have one, in the order of their codes."""
    rows = opened().execute("SELECT occ, r, i, a, s, e, c, grade, field FROM interest ORDER BY occ")
    return [InterestProfile(f"{occ:05}", tuple(scores), GRADES[grade], field) for occ, *scores, grade, field in rows]


def work_fields(numbers: Sequence[int]) -> list[WorkField]:
    """The fields of these numbers, in their order."""
    marks = ",".join("?" * len(numbers))
    found = opened().execute(f"SELECT id, de, en FROM work_field WHERE id IN ({marks})", list(numbers))
    names = {number: Words(de=de, en=en) for number, de, en in found}
    return [WorkField(number, names[number]) for number in numbers]


class SurveyedOccupation(OccupationName, frozen=True, kw_only=True):
    """What a list says of an occupation."""

    employees: int | None
    pay: int | None
    """The official median in gross euros a month."""
    pay_source: Literal["ba", "destatis"] | None
    shortage: Shortage | None
    """None: not in the analysis."""


def listed_occupations(codes: Sequence[str]) -> dict[str, SurveyedOccupation]:
    """The occupations of these codes by them."""
    return {
        f"{row['code']:05}": SurveyedOccupation(
            **named_row(row),
            employees=row["employees_2023"] or row["ba_employees"],
            pay=pay_of(row),
            pay_source="ba" if row["ba_median"] else "destatis" if row["destatis_median"] else None,
            shortage=_shortage(row),
        )
        for row in rows_of(codes)
    }


def _shortage(row: Mapping[str, Any]) -> Shortage | None:
    if not row["analysed"]:
        return None
    return "not-rated" if row["shortage"] is None else "yes" if row["shortage"] else "no"


def skills_needed(codes: Sequence[str]) -> dict[str, frozenset[int]]:
    """The skills that each occupation needs, by numbers of ESCO; without those of which it says too little."""
    marks = ",".join("?" * len(codes))
    query = (
        "SELECT esco_kldb.occ, relation, essential FROM esco_kldb JOIN esco ON esco.id = esco_kldb.esco"
        f" WHERE esco_kldb.occ IN ({marks}) AND relation <= ? ORDER BY esco_kldb.occ, relation"
    )
    closest: dict[str, int] = {}
    found: dict[str, frozenset[int]] = {}
    for occ, relation, essential in opened().execute(query, [*map(int, codes), len(TELLING) - 1]):
        code = f"{occ:05}"
        if closest.setdefault(code, relation) == relation:
            found[code] = found.get(code, frozenset()) | frozenset(unpacked(essential))
    return {code: skills for code, skills in found.items() if skills}
