"""From one official occupation to another: what is shared, what is to learn, which training leads there, what it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.pages import names
from jobcli.pages.difference import gap_words
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, facts, heading, headline, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Said, Text
from jobcli.pages.occupation import LICENCES, first_of, notice, skill_name, training_words

if TYPE_CHECKING:
    from jobcli.answers.occupation_route import RoutedOccupations, RouteStop, Stage
    from jobcli.domain.occupation import Skill

SKILLS, TRAININGS = 4, 3
"""A page names so many skills of each kind, and so many trainings; JSON has all."""


def occupation_route_page(desk: Desk, answer: RoutedOccupations) -> Page:
    """The stages one below the other."""
    say = desk.say
    stops = {stop.id: stop for stop in answer.stops}
    start, goal = stops[answer.before], stops[answer.after]
    parts: list[Part] = []
    for number, stage in enumerate(answer.stages, 1):
        before, after = stops[stage.before], stops[stage.after]
        steps = chain(desk, [_called(desk, before), _called(desk, after)])
        title = Text(f"{number}  ").append_text(steps) if len(answer.stages) > 1 else steps
        parts += [heading(title), facts(_facts(desk, stage, after))]
    return page(
        headline(say("From {start} to {goal}", start=say(start.title), goal=say(goal.title))),
        paragraph(
            say(
                "By levels and by the skills that both need: who really changes from where to where is published nowhere."
            ),
            style="muted",
        ),
        *parts,
        *_profiles(desk, start, goal),
        Blank(),
        notice(desk, answer.attribution),
    )


def _called(desk: Desk, stop: RouteStop) -> str:
    return f"{desk.say(stop.title)} {stop.id}"


def _facts(desk: Desk, stage: Stage, after: RouteStop) -> list[tuple[str, Said]]:
    say = desk.say
    near = {
        "same": say("the same official occupation: the role is one of those in it"),
        "ladder": say("another level of the same work"),
        "group": say("the same group of occupations"),
        "other": say("another group of occupations"),
    }[stage.nearness]
    up = stage.levels_up
    level = names.name(say, after.level)
    if up > 0:
        near = say("{near}; up to {level}", near=near, level=level)
    elif up < 0:
        near = say("{near}; down to {level}", near=near, level=level)
    rows: list[tuple[str, Said]] = [(say("Near"), near)]
    pay = gap_words(say, stage.gain_range, stage.group, told_apart=stage.told_apart)
    amount = say("{pay} a year", pay=say.euros(after.pay)) if after.pay else say("not known")
    rows.append((say("Pay"), Text(amount, "money").append(f"  {pay}" if pay else "", "muted")))
    if stage.nearness != "same":
        rows += _skills(desk, stage)
    if stage.trainings:
        told = "; ".join(training_words(say, item) for item in stage.trainings[:TRAININGS])
        more = len(stage.trainings) - TRAININGS
        rows.append((say("Training"), told + (say("; {count} more", count=more) if more > 0 else "")))
    elif up > 0:
        rows.append((say("Training"), say("further training or a degree; which, its profile or the chamber says")))
    if after.licence:
        law = f" ({after.law})" if after.law else ""
        rows.append((say("Careful"), Text(say(LICENCES[after.licence]) + law, "problem")))
    return rows


def _skills(desk: Desk, stage: Stage) -> list[tuple[str, Said]]:
    say = desk.say
    if not stage.skills_known:
        return [(say("Skills"), say("not comparable: ESCO does not say of both what they need"))]
    rows: list[tuple[str, Said]] = [
        (say("Shared"), _listed(desk, stage.shared, len(stage.shared) + len(stage.learn))),
    ]
    return [*rows, (say("To learn"), _listed(desk, stage.learn))] if stage.learn else rows


def _listed(desk: Desk, skills: tuple[Skill, ...], whole: int | None = None) -> str:
    """How many there are, and the first of them."""
    say = desk.say
    count = (
        say("{count} of {whole} skills by ESCO", count=len(skills), whole=whole)
        if whole is not None
        else say.plural("{count} skill", "{count} skills", len(skills))
    )
    if not skills:
        return count
    names_of = [skill_name(say, skill) for skill in skills]
    return f"{count}: {first_of(say, names_of, SKILLS)}"


def _profiles(desk: Desk, start: RouteStop, goal: RouteStop) -> list[Part]:
    """The roles with a profile that have the codes: between them there are training paths and transitions."""
    say = desk.say
    parts: list[Part] = []
    ends = [[stop.id] if not stop.id.isdecimal() else [role.id for role in stop.profiles] for stop in (start, goal)]
    roles = [role for role in (*start.profiles, *goal.profiles) if role.id in (*ends[0], *ends[1])]
    if ends[0] and ends[1] and ends[0][0] != ends[1][0]:
        parts.append(
            paragraph(say("With months and costs: jobcli route {a} {b}", a=ends[0][0], b=ends[1][0]), style="muted")
        )
    elif ends[1]:
        parts.append(paragraph(say("Training paths: jobcli paths {role}", role=ends[1][0]), style="muted"))
    elif roles:
        parts.append(paragraph(say("Training paths: jobcli paths {role}", role=roles[0].id), style="muted"))
    return [Blank(), *parts] if parts else []
