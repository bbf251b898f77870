"""What a person tells, as effects on ln(pay) against the average employee.

All effects but the steps of the level come from one regression, the Destatis Gehaltsvergleich: they hold each other
constant, so they may be added. Who tells only the Land, though, also tells something about firms and careers there: in
published tables that hold only the occupation fixed, the gaps are larger than the like-for-like effect. So such an
effect counts

    1 + k x (1 - share of the other groups of factors that are told)

times: in full when told alone, once when everything is told. k depends on the group, and for Land and career on the
level and the area of the job: pay spreads further from specialists on, and least where agreements level it out.
docs/estimates.md says how this was measured.

Level and education overlap: a higher level is mostly held by people with a higher education. So only one step of the
level is right at a time: with education told, the one that holds education constant; without, the whole step.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, get_args

from msgspec import Struct

from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.pay import YES_NO, Person
from jobcli.domain.role import LEVELS, Level, Role
from jobcli.domain.schooling import Education

Factor = Literal[
    "state",
    "experience",
    "tenure",
    "company-size",
    "industry",
    "collective-agreement",
    "fixed-term",
    "level",
    "education",
    "leadership",
]
EFFECTS: frozenset[str] = frozenset(get_args(Factor))
"""The lines of a receipt that rest on the regression, unlike the start, the index and the hours."""
_FROM_USUAL: tuple[Factor, ...] = tuple(
    factor
    for factor in get_args(Factor)
    if factor.replace("-", "_") in YES_NO and factor not in ("collective-agreement", "leadership")
)
"""Answers that are yes or no, with the effect of each in the table `<factor>-effect`; that of the usual one is zero."""

FactorGroup = Literal["place", "career", "size", "industry", "contract", "position"]
GROUPS: tuple[FactorGroup, ...] = ("place", "career", "size", "industry", "contract", "position")

NEUTRAL_SIZE = "50-249"
SIZE_CLASSES = ((10, "1-9"), (50, "10-49"), (250, "50-249"), (500, "250-499"), (1000, "500-999"))
SIZE_MIDDLES = {"1-9": 3, "10-49": 22, "50-249": 112, "250-499": 353, "500-999": 707, "1000+": 1414}
"""The geometric middle of each size class in employees; the open one is taken to end at twice its border."""


USUAL_EDUCATION: dict[Level, tuple[Education, ...]] = {
    "helper": ("none",),
    "skilled": ("apprenticeship",),
    "specialist": ("master-craftsman", "bachelor"),
    "expert": ("master",),
}
"""The education that the KldB 2010 describes for each Anforderungsniveau; where it names two, their mean is usual."""


class ToldFactor(Struct, frozen=True, kw_only=True):
    """One factor: its effect with other things equal, and how often it counts."""

    factor: Factor
    value: str
    """What is told, as figures call it: a Land code, years, a size class, a division."""
    effect: float
    """In log points."""
    counts: float
    along: float | None = None
    """What goes along with it each further time that it counts, in log points, where that is another amount."""
    table: Figures
    """Where the effect stands."""
    assumed: bool = False
    """Whether the person did not tell it, but told what it follows from."""

    @property
    def log_points(self) -> float:
        """What it adds to ln(pay): the effect once, and what goes along."""
        return self.effect + (self.counts - 1) * (self.effect if self.along is None else self.along)


class Job(Struct, frozen=True, kw_only=True):
    """What of a job decides how often an effect counts."""

    level: Level
    kldb: str | None = None
    """The code of the occupation, or its beginning: the first digit is the area."""


def told_factors(person: Person, role: Role, drawer: Drawer) -> list[ToldFactor]:
    """The factors that the person tells, in the order of the receipt."""
    groups = told_groups(person)
    return [told for told in _all(person, role, drawer, groups) if told.value]


def told_groups(person: Person) -> set[FactorGroup]:
    """The groups of factors about which the person tells anything."""
    answers: dict[FactorGroup, tuple[object, ...]] = {
        "place": (person.state,),
        "career": (person.experience, person.tenure),
        "size": (person.company_size,),
        "industry": (person.industry,),
        "contract": tuple(getattr(person, name) for name in YES_NO if name != "leadership"),
        "position": (person.level, person.education, person.leadership),
    }
    return {group for group, values in answers.items() if any(value is not None for value in values)}


def carry_over(drawer: Drawer, group: FactorGroup, job: Job, groups: set[FactorGroup]) -> float:
    """How often an effect of `group` counts in a job when `groups` are told: once or more, for the industry less.

    The constant is that of the group, or of its level in the group; an area may take a share of it. Groups without
    published tables count once.
    """
    others = len(groups - {group}) / (len(GROUPS) - 1)
    constants = drawer["carry-over"].values
    constant = constants.get(f"{group}-{job.level}", constants.get(group, 0))
    areas = (f"{group}-{job.kldb[:digits]}" for digits in (1, 2) if job.kldb)
    return 1 + constant * min((constants[area] for area in areas if area in constants), default=1) * (1 - others)


def size_class(head_count: int) -> str:
    """The size class of the Destatis model for a number of employees: 250 is `250-499`."""
    return next((name for limit, name in SIZE_CLASSES if head_count < limit), "1000+")


def _all(person: Person, role: Role, drawer: Drawer, groups: set[FactorGroup]) -> Iterator[ToldFactor]:
    job = Job(level=person.level or role.level, kldb=occupation(role))
    if person.state is not None:
        states = drawer["state-effect"]
        effect = states.values[person.state] - _mean_state(drawer)
        counts = carry_over(drawer, "place", job, groups)
        yield ToldFactor(factor="state", value=person.state, effect=effect, counts=counts, table=states)
    yield from _career(person, job, drawer, groups)
    if person.company_size is not None:
        sizes, name = drawer["size-effect"], size_class(person.company_size)
        neutral = sizes.values[NEUTRAL_SIZE]
        yield ToldFactor(
            factor="company-size",
            value=name,
            effect=sizes.values[name] - neutral,
            counts=carry_over(drawer, "size", job, groups),
            along=_between_sizes(sizes, person.company_size) - neutral,
            table=sizes,
        )
    if person.industry is not None:
        industries = drawer["industry-effect"]
        effect = industries.values[person.industry] - _usual_industry(role, drawer)
        counts = carry_over(drawer, "industry", job, groups)
        yield ToldFactor(factor="industry", value=person.industry, effect=effect, counts=counts, table=industries)
    yield from _contract(person, drawer)
    yield from _position(person, role, drawer)


def _between_sizes(sizes: Figures, head_count: int) -> float:
    """The effect of a company size between the middles of the classes, straight in the logarithm of the head count."""
    points = [(math.log(SIZE_MIDDLES[name]), sizes.values[name]) for name in SIZE_MIDDLES]
    where = min(max(math.log(head_count), points[0][0]), points[-1][0])
    (low, below), (high, above) = next(pair for pair in pairwise(points) if where <= pair[1][0])
    return below + (above - below) * (where - low) / (high - low)


def _career(person: Person, job: Job, drawer: Drawer, groups: set[FactorGroup]) -> Iterator[ToldFactor]:
    """Experience brings a part of itself along as tenure; for tenure alone no published table was found: it counts once."""
    tenure, mean = drawer["tenure-effect"], drawer["tenure-mean"].values["years"]
    counts = 1.0
    years: float | None = person.tenure
    if person.experience is not None:
        counts = carry_over(drawer, "career", job, groups)
        table = drawer["experience-effect"]
        effect = _curve(table, person.experience) - _curve(table, drawer["experience-mean"].values["years"])
        yield ToldFactor(factor="experience", value=f"{person.experience:g}", effect=effect, counts=counts, table=table)
        years = round(person.experience * drawer["tenure-share"].values["share"]) if years is None else years
    if years is not None:
        effect = _curve(tenure, years) - _curve(tenure, mean)
        assumed = person.tenure is None
        if not assumed or effect:
            yield ToldFactor(
                factor="tenure", value=f"{years:g}", effect=effect, counts=counts, table=tenure, assumed=assumed
            )


def _contract(person: Person, drawer: Drawer) -> Iterator[ToldFactor]:
    if person.collective_agreement is not None:
        table = drawer["agreement-effect"]
        value = YES_NO["collective_agreement"].code(person.collective_agreement)
        effect = table.values[value] - sum(table.values.values()) / 2
        yield ToldFactor(factor="collective-agreement", value=value, effect=effect, counts=1, table=table)
    for factor in _FROM_USUAL:
        answer: bool | None = getattr(person, factor.replace("-", "_"))
        if answer is not None:
            table, value = drawer[f"{factor}-effect"], YES_NO[factor.replace("-", "_")].code(answer)
            yield ToldFactor(factor=factor, value=value, effect=table.values[value], counts=1, table=table)


def _position(person: Person, role: Role, drawer: Drawer) -> Iterator[ToldFactor]:
    if person.level is not None:
        effect, table = level_effect(person, role, drawer, person.level)
        yield ToldFactor(factor="level", value=person.level, effect=effect, counts=1, table=table)
    if person.education is not None:
        effect, table = education_effect(person.education, role, drawer)
        yield ToldFactor(factor="education", value=person.education, effect=effect, counts=1, table=table)
    if person.leadership is not None:
        value = YES_NO["leadership"].code(person.leadership)
        effect, table = leadership_effect(value, role, drawer)
        yield ToldFactor(factor="leadership", value=value, effect=effect, counts=1, table=table)


def _mean_state(drawer: Drawer) -> float:
    effects, people = drawer["state-effect"].values, drawer["state-employees"].values
    return sum(effects[land] * people[land] for land in effects) / sum(people[land] for land in effects)


def _usual_industry(role: Role, drawer: Drawer) -> float:
    """The mean effect of the role's usual industries; of all, weighted by employees, where the profile names none."""
    effects = drawer["industry-effect"].values
    usual = [effects[name] for name in role.industries if name in effects]
    return sum(usual) / len(usual) if usual else _mean_industry(drawer)


def _mean_industry(drawer: Drawer) -> float:
    """Weighted by the employees of each group of sections; inside a group each division counts the same."""
    effects, people = drawer["industry-effect"].values, drawer["industry-employees"].values
    total = 0.0
    for group, count in people.items():
        inside = [effect for division, effect in effects.items() if group[0] <= division[0] <= group[-1]]
        total += count * sum(inside) / len(inside)
    return total / sum(people.values())


def _curve(table: Figures, years: float) -> float:
    return table.values["linear"] * years + table.values["quadratic"] * years**2


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
    anchor = next((item for item in role.pay.observations if item.id == role.pay.anchor), None)
    return (None if anchor is None else anchor.kldb) or role.codes.kldb


def leads_people(role: Role) -> bool:
    """Whether the anchor is the pay of supervisors or managers: the fourth digit of its KldB code is 9."""
    code = occupation(role)
    return code is not None and code[3] == "9"


def _median(neighbours: Figures, role: Role, level: Level) -> float | None:
    """The official median of the role's occupation at a level: the fifth digit of the KldB code is the level."""
    code = occupation(role)
    return None if code is None else neighbours.values.get(f"{code[:4]}{LEVELS.index(level) + 1}")
