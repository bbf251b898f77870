"""What a person tells, as effects on ln(pay) against the average employee.

All effects but the steps of the level come from one regression, the Destatis Gehaltsvergleich: they hold each other
constant, so they may be added. Who tells only the Land, though, also tells something about firms and careers there: in
published tables that hold only the occupation fixed, the gap by Land and size is about 1.6 times the like-for-like
effect, and that by experience about 2.3 times. So such an effect counts

    1 + k x (1 - share of the other groups of factors that are told)

times, with k = 0.6 for Land and size and 1.3 for the career: in full when told alone, once when everything is told.
docs/estimates.md says how this was measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from msgspec import Struct

from jobcli.domain.figures import Drawer, Figures
from jobcli.domain.pay import Person
from jobcli.domain.role import Role

Factor = Literal[
    "state",
    "experience",
    "tenure",
    "company-size",
    "industry",
    "collective-agreement",
    "fixed-term",
    "level",
    "leadership",
]
EFFECTS: frozenset[str] = frozenset(get_args(Factor))
"""The lines of a receipt that rest on the regression, unlike the start, the index and the hours."""

Group = Literal["place", "career", "size", "industry", "contract", "position"]
GROUPS: tuple[Group, ...] = ("place", "career", "size", "industry", "contract", "position")

NEUTRAL_SIZE = "50-249"
SIZE_CLASSES = ((10, "1-9"), (50, "10-49"), (250, "50-249"), (500, "250-499"), (1000, "500-999"))


class Told(Struct, frozen=True, kw_only=True):
    """One factor: its effect in log points with other things equal, and how often it counts.

    `assumed` is True where the person did not tell it, but told what it follows from.
    """

    factor: Factor
    value: str
    effect: float
    counts: float
    table: Figures
    assumed: bool = False


def told_factors(person: Person, role: Role, drawer: Drawer) -> list[Told]:
    """The factors that the person tells, in the order of the receipt."""
    groups = told_groups(person)
    return [told for told in _all(person, role, drawer, groups) if told.value]


def told_groups(person: Person) -> set[Group]:
    """The groups of factors about which the person tells anything."""
    answers: dict[Group, tuple[object, ...]] = {
        "place": (person.state,),
        "career": (person.experience, person.tenure),
        "size": (person.company_size,),
        "industry": (person.industry,),
        "contract": (person.collective_agreement, person.fixed_term),
        "position": (person.level, person.leadership),
    }
    return {group for group, values in answers.items() if any(value is not None for value in values)}


def carry_over(drawer: Drawer, group: Group, groups: set[Group]) -> float:
    """How often an effect of `group` counts when `groups` are told. Groups without published tables count once."""
    others = len(groups - {group}) / (len(GROUPS) - 1)
    return 1 + drawer["carry-over"].values.get(group, 0) * (1 - others)


def size_class(head_count: int) -> str:
    """The size class of the Destatis model for a number of employees: 250 is `250-499`."""
    return next((name for limit, name in SIZE_CLASSES if head_count < limit), "1000+")


def leads_people(role: Role) -> bool:
    """Whether the role's occupation is one of supervisors and managers: the fourth digit of its KldB code is 9."""
    return role.codes.kldb is not None and role.codes.kldb[3] == "9"


def _all(person: Person, role: Role, drawer: Drawer, groups: set[Group]) -> Iterator[Told]:
    if person.state is not None:
        states = drawer["state-effect"]
        effect = states.values[person.state] - _mean_state(drawer)
        yield Told(
            factor="state", value=person.state, effect=effect, counts=carry_over(drawer, "place", groups), table=states
        )
    yield from _career(person, drawer, groups)
    if person.company_size is not None:
        sizes, name = drawer["size-effect"], size_class(person.company_size)
        effect = sizes.values[name] - sizes.values[NEUTRAL_SIZE]
        yield Told(
            factor="company-size", value=name, effect=effect, counts=carry_over(drawer, "size", groups), table=sizes
        )
    if person.industry is not None:
        industries = drawer["industry-effect"]
        effect = industries.values[person.industry] - _usual_industry(role, industries)
        yield Told(factor="industry", value=person.industry, effect=effect, counts=1, table=industries)
    yield from _contract(person, drawer)
    yield from _position(person, role, drawer)


def _career(person: Person, drawer: Drawer, groups: set[Group]) -> Iterator[Told]:
    """Experience brings tenure along, up to the mean; for tenure alone no published table was found: it counts once."""
    tenure, mean = drawer["tenure-effect"], drawer["tenure-mean"].values["years"]
    counts = 1.0
    years: float | None = person.tenure
    if person.experience is not None:
        counts = carry_over(drawer, "career", groups)
        table = drawer["experience-effect"]
        effect = _curve(table, person.experience) - _curve(table, drawer["experience-mean"].values["years"])
        yield Told(factor="experience", value=str(person.experience), effect=effect, counts=counts, table=table)
        years = min(person.experience, mean) if years is None else years
    if years is not None:
        effect = _curve(tenure, years) - _curve(tenure, mean)
        assumed = person.tenure is None
        if not assumed or effect:
            yield Told(
                factor="tenure", value=f"{years:.0f}", effect=effect, counts=counts, table=tenure, assumed=assumed
            )


def _contract(person: Person, drawer: Drawer) -> Iterator[Told]:
    if person.collective_agreement is not None:
        table = drawer["agreement-effect"]
        value = "agreement" if person.collective_agreement else "no-agreement"
        effect = table.values[value] - sum(table.values.values()) / 2
        yield Told(factor="collective-agreement", value=value, effect=effect, counts=1, table=table)
    if person.fixed_term is not None:
        table = drawer["fixed-term-effect"]
        value = "fixed-term" if person.fixed_term else "permanent"
        yield Told(factor="fixed-term", value=value, effect=table.values[value], counts=1, table=table)


def _position(person: Person, role: Role, drawer: Drawer) -> Iterator[Told]:
    if person.level is not None:
        table = drawer["level-steps"]
        effect = table.values[person.level] - table.values[role.level]
        yield Told(factor="level", value=person.level, effect=effect, counts=1, table=table)
    if person.leadership is not None:
        table = drawer["leadership-effect"]
        value = "leadership" if person.leadership else "none"
        usual = table.values["leadership" if leads_people(role) else "none"]
        yield Told(factor="leadership", value=value, effect=table.values[value] - usual, counts=1, table=table)


def _mean_state(drawer: Drawer) -> float:
    effects, people = drawer["state-effect"].values, drawer["state-employees"].values
    return sum(effects[land] * people[land] for land in effects) / sum(people[land] for land in effects)


def _usual_industry(role: Role, industries: Figures) -> float:
    """The mean effect of the role's usual industries; of all industries where the profile names none."""
    usual = [industries.values[name] for name in role.industries if name in industries.values]
    effects = usual or list(industries.values.values())
    return sum(effects) / len(effects)


def _curve(table: Figures, years: float) -> float:
    return table.values["linear"] * years + table.values["quadratic"] * years**2
