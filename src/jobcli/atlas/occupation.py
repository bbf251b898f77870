"""One occupation with all that the atlas knows of it, and short rows of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from jobcli.atlas.file import opened, unpacked
from jobcli.atlas.sources import SOURCES
from jobcli.domain.evidence import Source, Words
from jobcli.domain.occupation import (
    Demand,
    EscoOccupation,
    GroupName,
    Known,
    LadderStep,
    MedianOfBA,
    MedianOfDestatis,
    Occupation,
    Relation,
    Shortage,
    Similar,
    Skill,
    SkillsOfESCO,
    Training,
    level_of,
)

_RELATIONS: tuple[Relation, ...] = ("exact", "close", "narrow", "broad")
TELLING = ("exact", "close")
"""Only of occupations of ESCO that belong so closely to a code it is said what they need."""
_ADDRESS = "http://data.europa.eu/esco/occupation/"
_AGGREGATES = {"Pflegeberufe": "care", "Berufe in der Kindererziehung": "child-care"}


def occupation(code: str) -> Occupation | None:
    """The occupation with this code of five digits; None where there is none."""
    (row,) = rows_of([code]) or (None,)
    if row is None:
        return None
    return Occupation(
        **named_row(row),
        official_name=row["title"],
        groups=tuple(_groups(code)),
        titles=_titles(row["titles"]),
        ba=_ba(row),
        destatis=MedianOfDestatis(
            median=row["destatis_median"],
            men=row["destatis_men"],
            women=row["destatis_women"],
            group=None if row["destatis_median"] else median_of_group(code[:3]),
        ),
        employees=row["employees_2023"],
        employees_2025=row["employees_2025"],
        demand=_demand(row),
        trainings=tuple(trainings_of(code)),
        esco=_esco(code, row["relation"]),
        similar=tuple(_similar(code)),
        ladder=tuple(_ladder(code)),
        licence=row["regulated"],
        law=row["law"],
        left_out=row["left_out"],
    )


def rows_of(codes: Sequence[str]) -> list[Mapping[str, Any]]:
    """The rows of these codes in their order; without those that there are not."""
    marks = ",".join("?" * len(codes))
    found = dict_rows(f"SELECT * FROM occ WHERE code IN ({marks})", [int(code) for code in codes if code.isdecimal()])
    by_code = {f"{row['code']:05}": row for row in found}
    return [by_code[code] for code in codes if code in by_code]


def dict_rows(query: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The rows of a question, by the names of their columns."""
    cursor = opened().cursor()
    cursor.row_factory = lambda own, row: dict(zip((column[0] for column in own.description), row, strict=True))
    return cursor.execute(query, values).fetchall()


def named_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of OccupationName."""
    code = f"{row['code']:05}"
    return {"kldb": code, "name": Words(de=row["de"], en=row["en"]), "level": level_of(code)}


def pay_of(row: Mapping[str, Any]) -> int | None:
    """The median of a row in euros a month: that of the Entgeltatlas, else that of Destatis."""
    found: int | None = row["ba_median"] or row["destatis_median"]
    return found


def shortage_of(row: Mapping[str, Any]) -> Shortage | None:
    """Whether people are short in the occupation of a row; None where the analysis does not have it."""
    if not row["analysed"]:
        return None
    return "not-rated" if row["shortage"] is None else "yes" if row["shortage"] else "no"


def _groups(code: str) -> Iterator[GroupName]:
    codes = [code[:length] for length in (1, 2, 3, 4)]
    for row in dict_rows("SELECT code, de, en FROM grp WHERE code IN (?, ?, ?, ?) ORDER BY length(code)", codes):
        yield GroupName(code=row["code"], name=Words(de=row["de"], en=row["en"]))


def group_name(code: str) -> GroupName:
    """The name of a group of one to four digits."""
    de, en = opened().execute("SELECT de, en FROM grp WHERE code = ?", (code,)).fetchone()
    return GroupName(code=code, name=Words(de=de, en=en))


def median_of_group(code: str) -> int | None:
    """The median of a group of three digits in euros a month (Destatis, April 2025); None where there is none."""
    found = opened().execute("SELECT destatis_median FROM grp WHERE code = ?", (code,)).fetchone()
    return None if found is None else found[0]


def _titles(numbers: bytes | None) -> tuple[str, ...]:
    """Titles, the shortest first: they are those that people say."""
    ids = list(unpacked(numbers or b""))
    marks = ",".join("?" * len(ids))
    texts = opened().execute(f"SELECT coalesce(text, k) FROM title WHERE id IN ({marks})", ids)
    return tuple(sorted((text for (text,) in texts), key=lambda text: (len(text), text)))


def _ba(row: Mapping[str, Any]) -> MedianOfBA:
    # Whoever is counted has pay: what is missing then lies above the ceiling.
    why: Known = "above-ceiling" if row["ba_employees"] else "not-published"
    low, median, high = row["ba_low"], row["ba_median"], row["ba_high"]
    return MedianOfBA(
        low=low,
        median=median,
        high=high,
        low_is=why if low is None else "known",
        median_is=why if median is None else "known",
        high_is=why if high is None else "known",
        employees=row["ba_employees"],
    )


def _demand(row: Mapping[str, Any]) -> Demand | None:
    shortage, group = shortage_of(row), row["group"]
    if shortage is None:
        return None
    automatable = row["substitution"]
    return Demand(
        shortage=shortage,
        points=row["points"] if shortage != "not-rated" else None,
        vacancy_days=row["vacancy_days"],
        seekers=row["seekers"],
        unemployment=row["unemployment"],
        part_time=row["part_time"],
        automatable=automatable,
        group=next((name for start, name in _AGGREGATES.items() if group and group.startswith(start)), None),
    )


def trainings_of(code: str) -> Iterator[Training]:
    """The vocational trainings that lead to an occupation, the largest first."""
    for row in dict_rows("SELECT * FROM training WHERE occ = ? ORDER BY id", [int(code)]):
        pay = tuple(float(part) for part in (row["euros"] or "").split())
        yield Training(
            title=row["title"],
            school=bool(row["school"]),
            apprentices=row["apprentices"],
            contracts=row["contracts"],
            months=tuple(int(part) for part in (row["months"] or "").split()),
            pay=pay,
            agreement=row["agreement"],
            region=row["region"],
            since=row["since"],
            source=_source(row) if row["publisher"] else None,
            doubt=row["doubt"],
        )


def _source(row: Mapping[str, Any]) -> Source:
    return Source(publisher=row["publisher"], title=row["source"], url=row["url"], read=row["read"])


def _esco(code: str, relation: Relation | None) -> SkillsOfESCO:
    query = (
        "SELECT uri, de, en, essential, optional FROM esco_kldb JOIN esco ON esco.id = esco_kldb.esco"
        " WHERE esco_kldb.occ = ? AND relation = ? ORDER BY esco.id"
    )
    found = dict_rows(query, [int(code), _RELATIONS.index(relation)]) if relation else []
    named = tuple(
        EscoOccupation(id=f"{_ADDRESS}{UUID(bytes=row['uri'])}", name=Words(de=row["de"], en=row["en"]))
        for row in found
    )
    telling = found if relation in TELLING else []
    must = Counter(skill for row in telling for skill in unpacked(row["essential"]))
    useful = Counter(skill for row in telling for skill in unpacked(row["optional"]) if skill not in must)
    labels = skills_of([*must, *useful])
    return SkillsOfESCO(
        relation=relation,
        occupations=named,
        must=in_order(must, labels),
        useful=in_order(useful, labels),
    )


def iscos_of(code: str) -> tuple[str, ...]:
    """The ISCO-08 codes of the occupations of ESCO that belong closely to a code; none where none does."""
    query = (
        "SELECT DISTINCT isco FROM esco_kldb JOIN esco ON esco.id = esco_kldb.esco"
        " WHERE esco_kldb.occ = ? AND relation < ? ORDER BY isco"
    )
    return tuple(f"{isco:04}" for (isco,) in opened().execute(query, (int(code), len(TELLING))))


def skills_of(ids: Sequence[int]) -> dict[int, tuple[Skill, int]]:
    """Skills by number, and in how many occupations each is needed."""
    marks = ",".join("?" * len(ids))
    rows = opened().execute(f"SELECT id, de, en, uses FROM skill WHERE id IN ({marks})", ids)
    return {number: (Skill(de, en), uses) for number, de, en, uses in rows}


def in_order(counted: Mapping[int, int], labels: Mapping[int, tuple[Skill, int]]) -> tuple[Skill, ...]:
    """First what most of the code's occupations need, then what few others need."""
    order = sorted(counted, key=lambda number: (-counted[number], labels[number][1], labels[number][0].en))
    return tuple(labels[number][0] for number in order)


def _similar(code: str) -> Iterator[Similar]:
    found = opened().execute("SELECT codes, shared FROM similar WHERE occ = ?", (int(code),)).fetchone()
    if found is None:
        return
    codes = [f"{number:05}" for number in unpacked(found[0], "I")]
    for row, shared in zip(rows_of(codes), unpacked(found[1]), strict=True):
        yield Similar(**named_row(row), shared=shared, pay=pay_of(row), licence=row["regulated"])


def _ladder(code: str) -> Iterator[LadderStep]:
    start = int(code[:4]) * 10
    for row in dict_rows("SELECT * FROM occ WHERE code BETWEEN ? AND ? ORDER BY code", [start, start + 9]):
        yield LadderStep(
            **named_row(row), ba=row["ba_median"], destatis=row["destatis_median"], licence=row["regulated"]
        )


def sources_of(found: Occupation) -> dict[str, Source]:
    """The sources of what is known of an occupation, by what the atlas calls them."""
    used = {
        "kldb": True,
        "ba": found.ba.employees is not None,
        "destatis": bool(found.destatis.median or found.destatis.group),
        "demand": found.demand is not None,
        "otss": found.employees is not None,
        "bibb": any(not item.school for item in found.trainings),
        "esco": found.esco.relation is not None,
    }
    return {name: source for name, source in SOURCES.items() if used.get(name)}
