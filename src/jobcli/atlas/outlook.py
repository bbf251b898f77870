"""What the atlas knows beside the demand for an occupation: its regions, older workers, the technology that its skills need."""

from __future__ import annotations

from jobcli.atlas.file import REGIONS, opened, unpacked
from jobcli.atlas.occupation import group_name
from jobcli.domain.evidence import Words
from jobcli.domain.outlook import GroupDemand, RegionDemand, Signs, TechnologySkills, rating_of

_YEARS = (2012, 2023)
_CARE, _CHILDREN = "Pflege", "831"
"""All care occupations, which are one group; child care and social work, whose skilled workers are rated with the specialists."""

_WHOLE = 10_000
"""Shares are kept as parts of so many."""


def signs_of(code: str, *, care: bool) -> Signs:
    """What is known of the occupation with this code of five digits; `care`: it is rated with all care occupations."""
    row = opened().execute("SELECT older, skills FROM outlook WHERE occ = ?", (int(code),)).fetchone()
    older, skills = row or (None, b"")
    shares = unpacked(skills or b"").tolist()
    before, now = (_skills(year, shares[3 * n : 3 * n + 3]) for n, year in enumerate(_YEARS))
    return Signs(older=older, regions=_regions(code, care=care), before=before, now=now)


def _skills(year: int, shares: list[int]) -> TechnologySkills | None:
    """The shares of a year; of a year that is not known they are all zero."""
    if not any(shares):
        return None
    manual, digital, frontier = (share / _WHOLE for share in shares)
    return TechnologySkills(year=year, manual=manual, digital=digital, frontier=frontier)


def _regions(code: str, *, care: bool) -> GroupDemand | None:
    group, level = code[:3], int(code[4])
    if care:
        group = _CARE
    elif group == _CHILDREN:
        level = max(level, 3)
    row = opened().execute("SELECT points FROM region WHERE grp = ? AND level = ?", (group, level)).fetchone()
    if row is None:
        return None
    germany, *points = (None if cell == "-" else float(cell) for cell in row[0].split())
    regions = (
        RegionDemand(states=tuple(name.split("+")), points=value, rating=rating_of(value))
        for name, value in zip(REGIONS, points, strict=True)
    )
    name = Words(de="Pflegeberufe", en="Care occupations") if care else group_name(group).name
    return GroupDemand(group="care" if care else group, name=name, germany=germany, regions=tuple(regions))
