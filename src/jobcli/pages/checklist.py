"""The steps of one path in order, or the choice between the paths of a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jobcli.answers.checklist import PathChoice, Plan
from jobcli.answers.progress import PathProgress
from jobcli.domain.evidence import phrase
from jobcli.domain.extent import Extent
from jobcli.domain.profile import Profile
from jobcli.domain.role import TrainingPath
from jobcli.pages import names
from jobcli.pages.calendar import calendar_part
from jobcli.pages.calendar_words import size_words
from jobcli.pages.extent_words import euro_words, month_words, number_words
from jobcli.pages.glossary import meanings
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    command,
    facts,
    further,
    heading,
    headline,
    indented,
    lead,
    page,
    paragraph,
)
from jobcli.pages.kit.table import table
from jobcli.pages.kit.text import Text, joined
from jobcli.pages.progress import bar_line, box, gone_lines, happened
from jobcli.training.outline import outline
from jobcli.training.steps import StepStanding


def choice_page(
    desk: Desk, answer: PathChoice, profile: Profile, begun: Mapping[str, PathProgress], start: str | None = None
) -> Page:
    """The paths of a role, each with the line to type; those that the person has begun say so, and how far they are."""
    say = desk.say
    more = f" --start {start}" if start else ""
    parts: list[Part] = []
    for path in profile.paths:
        line = f"{names.name(say, path.kind)} · {names.months(say, path.months)} · {names.cost(say, outline(path))}"
        parts += [
            lead(say(path.title)),
            paragraph(line, indent=4),
            *_begun(desk, begun.get(path.id or "")),
            command(f"jobcli checklist {answer.role} {path.id}{more}", style="muted"),
        ]
    title = say.plural(
        "{count} way to become {role}",
        "{count} ways to become {role}",
        len(answer.paths),
        role=say(profile.role.title),
    )
    compared = further(desk, (phrase("What does each cost you, and who pays?"), f"jobcli paths {answer.role}"))
    return page(headline(title), Blank(), *parts, *(compared if answer.paths else []))


def _begun(desk: Desk, progress: PathProgress | None) -> list[Part]:
    if progress is None:
        return []
    words = desk.say("begun on {day}", day=desk.say.moment(progress.started or ""))
    return [paragraph(words, indent=4, style="heading"), indented(bar_line(desk, progress), 4)]


def checklist_page(desk: Desk, plan: Plan) -> Page:
    """One path as a numbered list with a box for each step; what a step needs is named by its number."""
    say, progress, path, steps = desk.say, plan.answer.progress, plan.path, plan.answer.steps
    one, left = outline(path), progress.months_left
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    rows = [
        (say("Leads to"), say(path.awards)),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else say("not known")),
        (say("Length"), _length(desk, path)),
        (say("Cost"), names.cost(say, one) if one.money else say("not known")),
        *([(say("In total"), euro_words(say, one.money))] if one.money else []),
        *([(say("Law"), path.law)] if path.law else []),
        *([("DQR", str(path.dqr))] if path.dqr else []),
        *([(say("Still ahead"), month_words(say, Extent(left.min, left.max)))] if progress.started else []),
    ]
    grid = table("", "", "", gap=1)
    grid.add_column(whole=True)
    grid.add_column(align="right", style="muted", whole=True)
    grid.add_column()
    for step in steps:
        grid.add_row(box(say, step), f"{numbers[step.id]}.", _step(desk, step, numbers))
    return page(
        headline(say(path.title), path.id or ""),
        facts(rows),
        heading(say("Admission"), say("one of these is enough") if len(path.admission) > 1 else ""),
        bullets([say(item.text) for item in path.admission] or [say("not known")]),
        heading(say.plural("{count} step", "{count} steps", len(steps))),
        *([indented(bar_line(desk, progress))] if progress.started else []),
        indented(grid),
        *calendar_part(desk, plan),
        *gone_lines(desk, progress),
        *_next(desk, plan),
        *_notes(desk, path),
        *_sources(desk, plan),
        Blank() if path.dqr else None,
        *meanings(desk, ("dqr",) if path.dqr else ()),
    )


def _next(desk: Desk, plan: Plan) -> list[Part]:
    """The line to type for the step that comes next."""
    answer = plan.answer
    if not answer.progress.next:
        return []
    line = f"jobcli done {answer.role} {answer.progress.next[0]} --path {plan.path.id}"
    return [heading(desk.say("Tick off")), command(line, indent=2)]


def _step(desk: Desk, step: StepStanding, numbers: dict[str, int]) -> Text:
    say = desk.say
    extras = [step.id, *happened(say, step)]
    if step.waits_for and step.state == "open":
        extras.append(say("after {steps}", steps=say.listing(str(numbers[need]) for need in step.waits_for)))
    extras += size_words(say, step)
    text = Text(say(step.text))
    return joined(text, (f" ({say.listing(extras)})", "muted")) if extras else text


def _length(desk: Desk, path: TrainingPath) -> str:
    known = names.months(desk.say, path.months) if path.months else desk.say("not known")
    return known + _hours(desk, path)


def _hours(desk: Desk, path: TrainingPath) -> str:
    say = desk.say
    parts = []
    if path.hours_per_week:
        parts.append(say("{hours} hours a week", hours=number_words(say, path.hours_per_week.extent)))
    if path.hours_total:
        parts.append(say("{hours} hours in all", hours=number_words(say, path.hours_total.extent)))
    return "".join(f", {part}" for part in parts)


def _notes(desk: Desk, path: TrainingPath) -> list[Part]:
    say = desk.say
    spans = [
        (label, span)
        for label, span in (
            (say("Length"), path.months),
            (say("Course"), path.cost.course),
            (say("Exam"), path.cost.exam),
        )
        if span is not None and span.note is not None
    ]
    notes = [f"{label}: {say(span.note)}" for label, span in spans if span.note]
    notes += [say(text) for text in (path.note, path.doubt) if text is not None]
    return [heading(say("Good to know")), bullets(notes)] if notes else []


def _sources(desk: Desk, plan: Plan) -> Sequence[Part]:
    lines = [
        f"{source.publisher}: {source.title} ({names.source_date(desk.say, source)})"
        for source in plan.sources.values()
    ]
    return [heading(desk.say("Sources")), bullets(lines)]
