"""What level, education and leading people do to pay, against what is usual in the role: effects on ln(pay).

Level and education overlap: a higher level is mostly held by people with a higher education. So only one step of the
level is right at a time: with education told, the one that holds education constant; without, the whole step.
"""

from __future__ import annotations

import math

from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.pay import Education, Person
from jobcli.domain.role import Level, Role

_LEVELS: tuple[Level, ...] = ("helper", "skilled", "specialist", "expert")

USUAL_EDUCATION: dict[Level, tuple[Education, ...]] = {
    "helper": ("none",),
    "skilled": ("apprenticeship",),
    "specialist": ("master-craftsman", "bachelor"),
    "expert": ("master",),
}
"""The education that the KldB 2010 describes for each Anforderungsniveau; where it names two, their mean is usual."""


def level_effect(person: Person, role: Role, drawer: Drawer, level: Level) -> tuple[float, Figures]:
    """The effect of another level than the role's, in log points, and the table that it comes from.

    With education told, the step that holds education constant. Else the ratio of the official medians of the
    occupation at both levels, where both are published; else the mean step inside an occupation.
    """
    if person.education is not None:
        table = drawer["level-effect"]
        return table.values[level] - table.values[role.level], table
    neighbours = drawer["level-medians"]
    own, other = (_median(neighbours, role, at) for at in (role.level, level))
    if own and other and level != role.level:
        return math.log(other / own), neighbours
    table = drawer["level-steps"]
    return table.values[level] - table.values[role.level], table


def education_effect(education: Education, role: Role, drawer: Drawer) -> tuple[float, Figures]:
    """The effect of an education against the one that is usual at the role's level, in log points, and its table."""
    table = drawer["education-effect"]
    usual = [table.values[name] for name in USUAL_EDUCATION[role.level]]
    return table.values[education] - sum(usual) / len(usual), table


def leadership_effect(value: str, role: Role, drawer: Drawer) -> tuple[float, Figures]:
    """The effect of leading people (`leadership`) or not (`none`) against what is usual in the role, and its table."""
    table = drawer["leadership-effect"]
    return table.values[value] - table.values["leadership" if leads_people(role) else "none"], table


def occupation(role: Role) -> str | None:
    """The KldB code of those whose pay the anchor is, else that of the role: what a person is compared with."""
    anchor = next(item for item in role.salary.observations if item.id == role.salary.anchor)
    return anchor.kldb or role.codes.kldb


def leads_people(role: Role) -> bool:
    """Whether the anchor is the pay of supervisors or managers: the fourth digit of its KldB code is 9."""
    code = occupation(role)
    return code is not None and code[3] == "9"


def _median(neighbours: Figures, role: Role, level: Level) -> float | None:
    """The official median of the role's occupation at a level: the fifth digit of the KldB code is the level."""
    code = occupation(role)
    return None if code is None else neighbours.values.get(f"{code[:4]}{_LEVELS.index(level) + 1}")
