"""How wanted an occupation is and how its work changes: the answer of `outlook`. Each figure has its year and its source."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import Answer
from jobcli.answers.occupation import Attribution
from jobcli.answers.wire import FromMe
from jobcli.domain.evidence import Kind, Source, Words, phrase
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Demand, Occupation
from jobcli.domain.outlook import GroupDemand, Rating, RegionDemand, Signs, TechnologySkills, Unsaid, rating_of
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import Refusal, refuse
from jobcli.domain.role import Level

YEAR = "2025"
"""The year of the analysis of demand."""


class DemandOutlook(Struct, frozen=True, kw_only=True):
    """The labour market, as the Bundesagentur für Arbeit rates it."""

    rating: Annotated[Rating, means("Whether people are short; `not-rated` is never no.")]
    points: Annotated[float | None, means("0 to 3; from 2 on it is a shortage, from 1.5 on it is watched.")]
    vacancy_days: Annotated[float | None, means("Days that a job stays vacant, the median.")]
    seekers: Annotated[float | None, means("Unemployed people for each vacancy.")]
    unemployment: Annotated[float | None, means("The rate, in percent.")]
    part_time: Annotated[float | None, means("How many work part-time, in percent.")]
    older_change: Annotated[
        float | None,
        means(
            "By how many percentage points the share of people of 60 and older has grown, in the group of four digits."
        ),
    ]
    rated_together: Annotated[
        str | None, means("The occupations that are rated only together, and this one with them; else null.")
    ]
    regions: Annotated[
        GroupDemand | None, means("By region, of the group of three digits at this level; null is not rated.")
    ]
    here: Annotated[RegionDemand | None, means("The region of the Land that was told; null without one.")]
    as_of: Annotated[str, means("The year.")]
    source: Annotated[Source, means("Its source.")]


class MachineOutlook(Struct, frozen=True, kw_only=True):
    """What of the work machines could do, as the IAB counts it."""

    percent: Annotated[
        float | None, means("How much of the work machines could do today, in percent; null is not known.")
    ]
    very_little: Annotated[bool, means("Whether it is only said to be very little: then a zero is no measured one.")]
    as_of: Annotated[str, means("The year of the table; that of the count of the IAB is not stated there.")]
    source: Annotated[Source, means("Its source.")]


class SkillsOutlook(Struct, frozen=True, kw_only=True):
    """Which technology the skills of the occupation need, then and now."""

    before: Annotated[TechnologySkills | None, means("In 2012; null is not known.")]
    now: Annotated[TechnologySkills | None, means("In 2023; null is not known.")]
    source: Annotated[Source, means("Its source.")]


class PayBySex(Struct, frozen=True, kw_only=True):
    """What men and women earn in the occupation: shown, and in no estimate."""

    men: Annotated[int | None, means("The median of men, in gross euros a month at full time.")]
    women: Annotated[int | None, means("The median of women.")]
    women_against_men: Annotated[
        float | None, means("How far the median of women is from that of men: -0.05 is 5 % below. Computed by us.")
    ]
    as_of: Annotated[str, means("The month.")]
    source: Annotated[Source, means("Its source.")]


class OccupationOutlook(Answer, frozen=True, kw_only=True):
    """The result of `outlook`."""

    commands = ("outlook",)
    role: Annotated[str, means("The id of the role, or the five digits of the official occupation.")]
    kind: Annotated[Kind, means("Which of the two it is.")]
    kldb: Annotated[str, means("The official occupation that the figures are of: its five digits.")]
    title: Annotated[Words, means("What was asked for.")]
    name: Annotated[Words, means("What that occupation is called here.")]
    official_name: Annotated[str, means("The name of the occupation in the classification.")]
    level: Annotated[Level, means("The level of the occupation.")]
    titles: Annotated[int, means("How many job titles share these figures.")]
    demand: Annotated[DemandOutlook | None, means("The labour market; null: the occupation is not in the analysis.")]
    machines: Annotated[MachineOutlook | None, means("What machines could do; null: it is not in the analysis.")]
    skills: Annotated[SkillsOutlook | None, means("The technology of its skills; null is not known.")]
    pay: Annotated[PayBySex | None, means("Pay of men and of women; null: neither is published.")]
    does_not_say: Annotated[tuple[Unsaid, ...], means("What these figures do not say.")]
    attribution: Attribution
    from_me: FromMe


def outlook_of(profile: Profile, state: str | None, from_me: tuple[str, ...] = ()) -> OccupationOutlook:
    """The answer of `outlook` for a role or an official occupation; `state` is the Land of who asks.

    Refusal where the role names no official occupation, or one that there is not.
    """
    from jobcli.atlas.occupation import occupation
    from jobcli.atlas.outlook import signs_of
    from jobcli.atlas.sources import SOURCES, notices

    code = profile.role.codes.kldb
    found = None if code is None else occupation(code)
    if found is None or code is None:
        message = phrase("'{role}' names no official occupation of five digits, and demand is counted only by these.")
        hint = phrase("Find one that is near: jobcli search {role}; then: jobcli outlook 71402")
        refuse("no-official-occupation", message, hint, role=profile.id)
    signs = signs_of(code, care=found.demand is not None and found.demand.group == "care")
    demand = None if found.demand is None else _demand(found.demand, signs, state, SOURCES["demand"])
    by_sex = _by_sex(found, SOURCES["destatis"])
    skills = None
    if signs.before is not None or signs.now is not None:
        skills = SkillsOutlook(before=signs.before, now=signs.now, source=SOURCES["otss"])
    used = {
        "demand": demand is not None,
        "destatis": by_sex is not None,
        "otss-skills": skills is not None,
    }
    return OccupationOutlook(
        role=profile.id,
        kind=profile.kind,
        kldb=code,
        title=profile.role.title,
        name=found.name,
        official_name=found.official_name,
        level=found.level,
        titles=len(found.titles),
        demand=demand,
        machines=None if found.demand is None else _machines(found.demand, SOURCES["demand"]),
        skills=skills,
        pay=by_sex,
        does_not_say=tuple(_unsaid(found, demand, skills, by_sex)),
        attribution=notices(name for name, here in used.items() if here),
        from_me=from_me,
    )


def demand_of(code: str | None) -> Demand | None:
    """The demand for the occupation with this code; None where nothing is known of it, or there is no atlas to ask."""
    from jobcli.atlas.occupation import occupation

    try:
        found = None if code is None else occupation(code)
    except Refusal:
        return None
    return None if found is None else found.demand


def _demand(demand: Demand, signs: Signs, state: str | None, source: Source) -> DemandOutlook:
    regions = signs.regions
    here = None
    if regions is not None and state is not None:
        here = next(region for region in regions.regions if state in region.states)
    return DemandOutlook(
        rating=rating_of(demand.points),
        points=demand.points,
        vacancy_days=demand.vacancy_days,
        seekers=demand.seekers,
        unemployment=demand.unemployment,
        part_time=demand.part_time,
        older_change=signs.older,
        rated_together=demand.group,
        regions=regions,
        here=here,
        as_of=YEAR,
        source=source,
    )


def _machines(demand: Demand, source: Source) -> MachineOutlook:
    # Of what is rated together the table has a zero, which its points call very little.
    little = demand.automatable == 0 and demand.group is not None
    return MachineOutlook(percent=None if little else demand.automatable, very_little=little, as_of=YEAR, source=source)


def _by_sex(found: Occupation, source: Source) -> PayBySex | None:
    pay = found.destatis
    if pay.men is None and pay.women is None:
        return None
    gap = None if pay.men is None or pay.women is None else round(pay.women / pay.men - 1, 4)
    return PayBySex(men=pay.men, women=pay.women, women_against_men=gap, as_of=pay.as_of, source=source)


def _unsaid(
    found: Occupation, demand: DemandOutlook | None, skills: SkillsOutlook | None, by_sex: PayBySex | None
) -> list[Unsaid]:
    """What has to be known of these figures, the weightiest first."""
    said: list[tuple[Unsaid, bool]] = [
        ("no-forecast", True),
        ("not-rated-is-not-no", demand is None or demand.rating == "not-rated"),
        ("rated-together", demand is not None and demand.rated_together is not None),
        ("no-promise", demand is not None and demand.rating == "yes"),
        ("regions-of-a-group", demand is not None and demand.regions is not None),
        ("older-of-a-group", demand is not None and demand.older_change is not None),
        ("could-is-not-will", found.demand is not None and found.demand.automatable is not None),
        ("lists-are-not-hours", skills is not None),
        ("medians-compare-unlike-work", by_sex is not None),
        ("whole-group", len(found.titles) > 1),
    ]
    return [name for name, here in said if here]
