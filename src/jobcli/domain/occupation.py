"""An official occupation: a code of five digits of the KldB 2010 with its names, figures, skills and trainings.

A code is a group of titles. What is said of it is never said of one title alone.
"""

from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Source, Words
from jobcli.domain.meaning import means
from jobcli.domain.role import LEVELS, Level

"""By the last digit of a code, from 1."""

Known = Literal["known", "above-ceiling", "not-published"]
"""Whether a figure is there; why it is not: above the contribution ceiling nothing is recorded, or too few people have it."""
Shortage = Literal["yes", "no", "not-rated"]
Relation = Literal["exact", "close", "narrow", "broad"]
"""How closely occupations of ESCO belong to a code; what they need is said only where it is `exact` or `close`."""
Nearness = Literal["same", "ladder", "group", "other"]
"""What two codes share: all digits, four (other levels of the same work), three, or fewer."""
Licence = Literal["approbation", "licence", "permit", "admission", "land"]
LeftOut = Literal["civil-servants", "self-employed", "soldiers"]


def level_of(code: str) -> Level:
    """The level of the job that the last digit says."""
    return LEVELS[int(code[4]) - 1]


class OccupationName(Struct, frozen=True, kw_only=True):
    """An occupation as a list names it."""

    kldb: Annotated[str, means("Its five digits in the KldB 2010.")]
    name: Annotated[Words, means("What it is called here: its largest apprenticeship, or a name written by us.")]
    level: Annotated[Level, means("The level of the job.")]


class GroupName(Struct, frozen=True, kw_only=True):
    """A group of occupations."""

    code: Annotated[str, means("One to four digits.")]
    name: Annotated[Words, means("Its name; English down to three digits.")]


class MedianOfBA(Struct, frozen=True, kw_only=True):
    """The Entgeltatlas: gross pay of a month at full time, special payments included, December 2023."""

    low: Annotated[int | None, means("A quarter earns less.")]
    median: Annotated[int | None, means("Half earn less.")]
    high: Annotated[int | None, means("Three quarters earn less.")]
    low_is: Annotated[Known, means("Why `low` is null, if it is.")]
    median_is: Annotated[Known, means("Why `median` is null, if it is.")]
    high_is: Annotated[Known, means("Why `high` is null, if it is.")]
    employees: Annotated[int | None, means("How many full-time employees are counted in it.")]
    as_of: Annotated[str, means("The month.")] = "2023-12"


class MedianOfDestatis(Struct, frozen=True, kw_only=True):
    """Destatis 62361-0030: gross pay of a month at full time, without special payments, April 2025."""

    median: Annotated[int | None, means("Half earn less.")]
    men: Annotated[int | None, means("The median of men.")]
    women: Annotated[int | None, means("The median of women.")]
    group: Annotated[
        int | None, means("The median of the group of three digits, where the occupation has none; else null.")
    ]
    as_of: Annotated[str, means("The month.")] = "2025-04"


class Demand(Struct, frozen=True, kw_only=True):
    """The labour market of 2025, as the Bundesagentur für Arbeit rates it."""

    shortage: Annotated[Shortage, means("Whether people are short; helpers are never rated.")]
    points: Annotated[float | None, means("0 to 3; from 2 on it is a shortage.")]
    vacancy_days: Annotated[float | None, means("Days that a job stays vacant, the median.")]
    seekers: Annotated[float | None, means("Unemployed people for each vacancy.")]
    unemployment: Annotated[float | None, means("The rate, in percent.")]
    part_time: Annotated[float | None, means("How many work part-time, in percent.")]
    automatable: Annotated[
        float | None, means("How much of the work machines could do today, in percent (IAB); null is not known.")
    ]
    group: Annotated[
        str | None, means("The occupations that are rated only together, and this one with them; else null.")
    ]


class Training(Struct, frozen=True, kw_only=True):
    """A vocational training that leads to the occupation."""

    title: Annotated[str, means("Its German name.")]
    school: Annotated[bool, means("Whether it is at a school; the statistic of apprentices counts only the others.")]
    apprentices: Annotated[int | None, means("Apprentices at the end of 2023; null is not counted.")]
    contracts: Annotated[int | None, means("New contracts of 2023.")]
    months: Annotated[tuple[int, ...], means("Its length; two where it differs; empty is not known.")]
    pay: Annotated[tuple[float, ...], means("Gross euros a month in each year of an agreement; empty is not known.")]
    agreement: Annotated[str | None, means("The collective agreement that pays so: an example, others pay otherwise.")]
    region: Annotated[str | None, means("Where it holds: a Land, DE for everywhere, or a district.")]
    since: Annotated[str | None, means("From when it holds.")]
    source: Annotated[Source | None, means("Where the pay was read.")]
    doubt: Annotated[str | None, means("What is doubtful about it.")]


class EscoOccupation(Struct, frozen=True, kw_only=True):
    """An occupation of ESCO."""

    id: Annotated[str, means("Its address.")]
    name: Annotated[Words, means("Its label in both languages.")]


class Skill(Struct, frozen=True):
    """A skill of ESCO; `de` is missing where only the English label is known."""

    de: Annotated[str | None, means("Its German label.")]
    en: Annotated[str, means("Its English label.")]


class SkillsOfESCO(Struct, frozen=True, kw_only=True):
    """What ESCO says of an occupation."""

    relation: Annotated[Relation | None, means("How closely its occupations belong to the code; null: there is none.")]
    occupations: Annotated[tuple[EscoOccupation, ...], means("Those occupations.")]
    must: Annotated[tuple[Skill, ...], means("What they need; the rarer a skill the earlier.")]
    useful: Annotated[tuple[Skill, ...], means("What is of use in them besides.")]


class Similar(OccupationName, frozen=True, kw_only=True):
    """An occupation that needs much of the same."""

    shared: Annotated[int, means("How many skills both need.")]
    pay: Annotated[int | None, means("Its official median in euros a month, of the same source as the other ones.")]
    licence: Annotated[Licence | None, means("Which licence it asks for; null: none that is known.")]


class LadderStep(OccupationName, frozen=True, kw_only=True):
    """An occupation of the same group of four digits."""

    ba: Annotated[int | None, means("Its median in December 2023, in euros a month.")]
    destatis: Annotated[int | None, means("Its median in April 2025, in euros a month.")]
    licence: Annotated[Licence | None, means("Which licence it asks for; null: none that is known.")]


class Occupation(OccupationName, frozen=True, kw_only=True):
    """An official occupation with all that is known of it."""

    official_name: Annotated[str, means("Its name in the classification.")]
    groups: Annotated[tuple[GroupName, ...], means("The groups it belongs to, from the widest to the nearest.")]
    titles: Annotated[tuple[str, ...], means("The official job titles of the code.")]
    ba: Annotated[MedianOfBA, means("Pay by the Bundesagentur für Arbeit.")]
    destatis: Annotated[MedianOfDestatis, means("Pay by the Statistisches Bundesamt.")]
    employees: Annotated[int | None, means("Employees in 2023 (OTSS).")]
    employees_2025: Annotated[int | None, means("Employees in June 2025 without apprentices (BA).")]
    demand: Annotated[Demand | None, means("The labour market of 2025; null: not in the analysis.")]
    trainings: Annotated[tuple[Training, ...], means("Vocational trainings, the largest first.")]
    esco: Annotated[SkillsOfESCO, means("What ESCO says.")]
    similar: Annotated[tuple[Similar, ...], means("Occupations that need much of the same, most first.")]
    ladder: Annotated[tuple[LadderStep, ...], means("Helper, skilled, specialist, expert of the same group.")]
    licence: Annotated[Licence | None, means("Which licence the work needs; null: none that is known.")]
    law: Annotated[str | None, means("The law that asks for it.")]
    left_out: Annotated[
        LeftOut | None, means("Who of this occupation is not in the figures; null: nobody in particular.")
    ]
