"""The page of an outlook: whether people are wanted, what machines could do, how skills change, pay of men and women."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.outlook import Rating, RegionDemand, TechnologySkills, Unsaid, rating_of
from jobcli.pages import names
from jobcli.pages.first.rows import next_steps
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, page, paragraph
from jobcli.pages.occupation import RATED_TOGETHER, exact_percent, notice

if TYPE_CHECKING:
    from jobcli.answers.outlook import DemandOutlook, MachineOutlook, OccupationOutlook, PayBySex, SkillsOutlook
    from jobcli.domain.occupation import Demand
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.text import Said

RATINGS: dict[Rating, Phrase] = {
    "yes": phrase("yes, people are short"),
    "watched": phrase("watched: close to a shortage"),
    "no": phrase("no"),
    "not-rated": phrase("not rated, which is not a no"),
}
"""Whether people are short."""
_SHORT_RATINGS: dict[Rating, Phrase] = {
    "yes": phrase("short"),
    "watched": phrase("watched"),
    "no": phrase("not short"),
    "not-rated": phrase("not rated"),
}
_UNSAID: dict[Unsaid, Phrase] = {
    "no-forecast": phrase("These figures look back: none is a forecast."),
    "not-rated-is-not-no": phrase(
        "Not rated is not a no: the analysis rates no helpers, and none with too few people or figures."
    ),
    "rated-together": phrase(
        "The figures of demand are those of several occupations together; of this one alone there are none."
    ),
    "no-promise": phrase("A shortage promises nobody a job, nor higher pay."),
    "regions-of-a-group": phrase(
        "By region only a wider group is rated, {group} at this level: this occupation may be rated otherwise."
    ),
    "older-of-a-group": phrase(
        "The share of older people is that of the group of four digits, all levels together; between which years is not stated."
    ),
    "could-is-not-will": phrase(
        "What machines could do is no forecast: whether they will depends on cost, law and what people want."
    ),
    "lists-are-not-hours": phrase(
        "By hand, digital, newest kind: shares of the skills on a list (BERUFENET) that need such tools, sorted by a program (OTSS); no share of working hours. A list that was written anew changes them, too."
    ),
    "medians-compare-unlike-work": phrase(
        "Medians of men and women compare different firms, years of experience and tasks; no estimate here uses them."
    ),
    "whole-group": phrase("All figures are those of an official group of job titles, not of one title alone."),
}


def demand_line(say: Language, demand: Demand | None) -> str:
    """Demand in one line for other pages: short of people, 85 days vacant, 1.3 seekers a vacancy (BA, 2025)."""
    if demand is None:
        return say("not in the analysis of the Bundesagentur für Arbeit")
    parts = [say(_SHORT_RATINGS[rating_of(demand.points)])]
    if demand.vacancy_days is not None:
        parts.append(say("{days} days vacant", days=say.number(demand.vacancy_days, 0)))
    if demand.seekers is not None:
        parts.append(say("{count} seekers for each vacancy", count=say.number(demand.seekers, 1)))
    text = say.listing(parts)
    if demand.group:
        return say("{text} (BA, 2025, rated with others)", text=text)
    return say("{text} (BA, 2025)", text=text)


def outlook_page(desk: Desk, answer: OccupationOutlook, *, full: bool = False) -> Page:
    """The outlook; with `full` every region, every source with its day, and all that the figures do not say."""
    say = desk.say
    wider = "" if answer.demand is None or answer.demand.regions is None else say(answer.demand.regions.name)
    level = names.level(say, answer.level)
    official = f"KldB {answer.kldb}, {level}"
    if answer.kind == "role":
        official = say("{name} (KldB {code}), {level}", name=say(answer.name), code=answer.kldb, level=level)
    unsaid = [say(_UNSAID[name], group=wider) for name in answer.does_not_say]
    parts: list[Part] = [
        headline(say(answer.title), answer.role),
        paragraph(official),
        heading(say("Demand"), say("Bundesagentur für Arbeit, 2025")),
        facts(_demand(desk, answer.demand, full=full)),
    ]
    work = [*_machines(say, answer.machines), *_skills(say, answer.skills)]
    if work:
        parts += [heading(say("Tasks and skills")), facts(work)]
    if answer.pay is not None:
        note = say("medians a month at full time, {when}, Destatis", when=say.moment(answer.pay.as_of))
        parts += [heading(say("Men and women"), note), facts(_by_sex(say, answer.pay))]
    if full:
        parts += [heading(say("What these figures do not say")), bullets(unsaid)]
        parts += [heading(say("Read")), facts(_sources(say, answer)), Blank(), notice(desk, answer.attribution)]
        return page(*parts)
    steps = next_steps(
        desk,
        (phrase("All of it"), f"jobcli outlook {answer.role} --full"),
        (phrase("For you"), f"jobcli estimate {answer.role} --state BY"),
    )
    return page(*parts, Blank(), paragraph(unsaid[0], style="muted"), steps)


def _demand(desk: Desk, demand: DemandOutlook | None, *, full: bool) -> list[tuple[str, Said]]:
    say = desk.say
    if demand is None:
        return [(say("Shortage"), say("not rated, which is not a no: the analysis does not have it"))]
    shortage = say(RATINGS[demand.rating])
    if demand.points is not None:
        shortage = say("{answer}: {points} of 3 points", answer=shortage, points=say.number(demand.points, 1))
    rows: list[tuple[str, Said]] = [(say("Shortage"), shortage)]
    if demand.rated_together is not None:
        rows.append((say("Counted"), say(RATED_TOGETHER[demand.rated_together])))
    if demand.vacancy_days is not None:
        rows.append((say("Vacant"), say("for {days} days (median)", days=say.number(demand.vacancy_days, 0))))
    seekers = [
        *_known(demand.seekers, lambda n: say("{count} unemployed for each vacancy", count=say.number(n, 1))),
        *_known(demand.unemployment, lambda n: say("{percent} unemployed", percent=exact_percent(say, n))),
    ]
    workers = [
        *_known(demand.part_time, lambda n: say("{percent} part-time", percent=say.percent(n / 100))),
        *_known(demand.older_change, lambda n: _older(say, n)),
    ]
    rows += [(say("Seekers"), say.listing(seekers))] if seekers else []
    rows += [(say("Workers"), say.listing(workers))] if workers else []
    return [*rows, *_regions(desk, demand, full=full)]


def _known(value: float | None, words: Callable[[float], str]) -> list[str]:
    """What is said of a figure; nothing where it is not known."""
    return [] if value is None else [words(value)]


def _older(say: Language, change: float) -> str:
    sign = "-" if change < 0 else "+"
    return say("share of 60 and older {change} percentage points", change=f"{sign}{say.number(abs(change), 1)}")


def _regions(desk: Desk, demand: DemandOutlook, *, full: bool) -> list[tuple[str, Said]]:
    say, found = desk.say, demand.regions
    if found is None:
        return [(say("Regions"), say("not rated, which is not a no"))]
    rated = [region for region in found.regions if region.points is not None]
    short = sum(region.rating == "yes" for region in rated)
    text = say(
        "short in {short} of {count} rated regions ({group})",
        short=short,
        count=len(rated),
        group=say(found.name),
    )
    rows: list[tuple[str, Said]] = [(say("Regions"), text)] if rated else []
    if demand.here is not None:
        rows.append((_name(say, demand.here), _rated(say, demand.here)))
    if full:
        rows += [(_name(say, region), _rated(say, region)) for region in rated if region != demand.here]
    return rows


def _name(say: Language, region: RegionDemand) -> str:
    return " + ".join(region.states) if len(region.states) > 1 else names.land(say, region.states[0])


def _rated(say: Language, region: RegionDemand) -> str:
    rating = say(RATINGS[region.rating])
    if region.points is None:
        return rating
    return say("{answer}: {points} of 3 points", answer=rating, points=say.number(region.points, 1))


def _machines(say: Language, machines: MachineOutlook | None) -> list[tuple[str, Said]]:
    if machines is None:
        return []
    if machines.very_little:
        return [(say("Machines"), say("could do very little of the work (IAB)"))]
    if machines.percent is None:
        return [(say("Machines"), say("not known"))]
    share = say.percent(machines.percent / 100)
    return [(say("Machines"), say("could do {percent} of the work today (IAB)", percent=share))]


def _skills(say: Language, skills: SkillsOutlook | None) -> list[tuple[str, Said]]:
    """How the kinds of technology that skills need have changed."""
    if skills is None:
        return []
    if skills.before is None or skills.now is None:
        known = skills.now or skills.before
        assert known is not None  # noqa: S101  one of the two is there, or there would be no block
        text = say(
            "in {year} by hand {hand}, digital {digital}, newest kind {newest}", year=known.year, **_shares(say, known)
        )
        return [(say("Skills"), text)]
    before, now = _shares(say, skills.before), _shares(say, skills.now)
    text = say(
        "by hand {hand} to {hand_now}, digital {digital} to {digital_now}, newest kind {newest} to {newest_now} (2012 to 2023)",
        **before,
        **{f"{name}_now": share for name, share in now.items()},
    )
    return [(say("Skills"), text)]


def _shares(say: Language, skills: TechnologySkills) -> dict[str, str]:
    return {
        "hand": say.percent(skills.manual),
        "digital": say.percent(skills.digital),
        "newest": say.percent(skills.frontier),
    }


def _by_sex(say: Language, pay: PayBySex) -> list[tuple[str, Said]]:
    missing = say("not published")
    women = missing if pay.women is None else say.euros(pay.women)
    gap = pay.women_against_men
    if gap is not None:
        share = say.percent(abs(gap))
        words = phrase("{pay}, {share} less") if gap < 0 else phrase("{pay}, {share} more")
        women = say(words, pay=women, share=share) if round(abs(gap), 2) else say("{pay}, the same", pay=women)
    return [(say("Men"), missing if pay.men is None else say.euros(pay.men)), (say("Women"), women)]


def _sources(say: Language, answer: OccupationOutlook) -> list[tuple[str, Said]]:
    blocks = (answer.demand, answer.skills, answer.pay)
    sources = [block.source for block in blocks if block is not None]
    return [
        (
            source.publisher,
            say("{title}, read {date}", title=source.title, date=say.moment(source.read)),
        )
        for source in sources
    ]
