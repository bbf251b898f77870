"""The steps of one path in order and on a calendar, or the choice between the paths of a role."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from jobcli.answers.checklist import PathChoice, Plan
from jobcli.answers.progress import PathProgress
from jobcli.domain.evidence import phrase
from jobcli.domain.profile import Profile
from jobcli.domain.role import TrainingPath
from jobcli.pages import names
from jobcli.pages.extent import euro_words, month_words, number_words
from jobcli.pages.kit.language import Language
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
from jobcli.pages.kit.text import Drawing, Text, joined
from jobcli.pages.names import meanings
from jobcli.pages.offers import offer_words
from jobcli.pages.progress import bar_line, box, gone_lines, happened
from jobcli.training.calendar import Placed, Timeline, month_number
from jobcli.training.steps import StepStanding


def choice_page(
    desk: Desk, answer: PathChoice, profile: Profile, begun: Mapping[str, PathProgress], start: str | None = None
) -> Page:
    """The paths of a role, each with the line to type; those that the person has begun say so, and how far they are."""
    say = desk.say
    more = f" --start {start}" if start else ""
    parts: list[Part] = []
    for path in profile.paths:
        line = f"{names.name(say, path.kind)} · {names.months(say, path.months)} · {names.cost(say, path.cost)}"
        helps = [say("helps, and makes nobody one")] if path.purpose == "helps" else []
        parts += [
            lead(say(path.title)),
            paragraph(" · ".join([line, *helps]), indent=4),
            *_begun(desk, begun.get(path.id or "")),
            command(f"jobcli checklist {answer.role} {path.id}{more}", style="muted"),
        ]
    leading = sum(path.purpose == "leads" for path in profile.paths)
    title = names.ways_words(say, leading, len(profile.paths) - leading, profile.role.title)
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
    money = plan.answer.path.own.cost
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    rows: list[tuple[str, str]] = [
        *([(say("Your offer"), offer_words(desk, plan.answer.offer))] if plan.answer.offer else []),
        (say("Leads to"), say(path.awards)),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else say("not known")),
        (say("Length"), length_words(desk, path)),
        (say("Cost"), names.cost(say, path.cost) if money else say("not known")),
        *([(say("In total"), euro_words(say, money) + names.sum_note(say, path.cost))] if money else []),
        *([(say("Law"), path.law)] if path.law else []),
        *([] if path.dqr is None else [("DQR", str(path.dqr) if path.dqr else say("none"))]),
        *([(say("Still ahead"), month_words(say, progress.months_left.extent))] if progress.started else []),
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
    text = joined(Text(say(step.text)), (f" ({say.listing(extras)})", "muted"))
    for link in step.links:
        text = joined(text, ("\n" + (f"{say(link.title)}: " if link.title else ""), "muted"), (link.url, ""))
    return text


def length_words(desk: Desk, path: TrainingPath) -> str:
    """How long a path takes, in months and in lessons."""
    known = names.months(desk.say, path.months) if path.months else desk.say("not known")
    return known + _hours(desk, path)


def _hours(desk: Desk, path: TrainingPath) -> str:
    say = desk.say
    parts = []
    if path.lessons:
        lessons = say("{hours} lessons of 45 minutes", hours=number_words(say, path.lessons.extent))
        parts.append(lessons + names.basis_note(say, path.lessons.basis))
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


_BESIDE = 38
"""Columns for the box, the number, the words beside a bar, and the gaps."""


class _Axis:
    """Months from the first on, and the columns in which they lie."""

    def __init__(self, start: str, end: str, columns: int) -> None:
        self.first, self.last = month_number(start), month_number(end)
        self.months = self.last - self.first + 1
        # A month has as many columns as another one where there is room for that; bars of few months do not fill a line.
        self.width = self.months * min(6, columns // self.months) if self.months <= columns else columns

    def left(self, month: str) -> int:
        """The first column of a month."""
        return (month_number(month) - self.first) * self.width // self.months

    def right(self, month: str) -> int:
        """The column after the last one of a month."""
        return math.ceil((month_number(month) - self.first + 1) * self.width / self.months)

    def labels(self, width: int) -> str:
        """The first month, and each later year that has room, above the column of its January."""
        start = f"{self.first // 12:04d}-{self.first % 12 + 1:02d}"
        line = start
        for year in range(self.first // 12 + 1, self.last // 12 + 1):
            column = self.left(f"{year:04d}-01")
            if column > len(line) and column + 4 <= max(width, len(start)):
                line = f"{line:<{column}}{year:04d}"
        return line


def calendar_part(desk: Desk, plan: Plan) -> list[Part]:
    """The chart with its heading, and when all of it ends; nothing without a start."""
    timeline, start, say = plan.calendar, plan.start, desk.say
    if timeline is None or start is None:
        return []
    columns = max(12, min(60, desk.width - _BESIDE))
    axis = _Axis(start, timeline.end, columns)
    grid = table("", "", "", "", gap=1)
    grid.add_column(whole=True)
    grid.add_column(align="right", style="muted", whole=True)
    grid.add_column(whole=True, least=7)
    grid.add_column()
    grid.add_row("", "", Drawing(axis.labels(columns), style="muted"), "")
    for number, step in enumerate(plan.answer.steps, 1):
        grid.add_row(box(say, step), f"{number}.", *_row(desk, plan, step, axis, start))
    if plan.path.months is not None:
        words = say("until {month}: all of it", month=say.moment(timeline.end))
        grid.add_row("", "", _bar(desk, axis, start, timeline.end, sure=True), words)
    return [
        heading(say("On the calendar"), say("from {month}, each step at its longest", month=say.moment(start))),
        indented(grid),
        paragraph(""),
        paragraph(end_words(say, timeline)),
    ]


def _row(desk: Desk, plan: Plan, step: StepStanding, axis: _Axis, start: str) -> tuple[Text, str]:
    placed = plan.placed(step)
    if placed is None:
        return Text(""), desk.say(names.STATES["skipped"])
    words = span_words(desk.say, start, placed)
    if placed.step.months is None and placed.step.at_month is None:
        # No bar: a length that nobody knows is not drawn.
        return Drawing(" " * axis.left(placed.soonest) + desk.symbols.middle, style="muted"), words
    return _bar(desk, axis, placed.start, placed.end, sure=placed.known), words


def _bar(desk: Desk, axis: _Axis, start: str, end: str, *, sure: bool) -> Text:
    """From the first to the last month; thin where it is only the earliest that can be."""
    left = axis.left(start)
    sign = desk.symbols.thick if sure else desk.symbols.thin
    return Drawing(" " * left + sign * max(1, axis.right(end) - left), style="money")


def planned_words(say: Language, plan: Plan, step: StepStanding) -> str:
    """What a due date rests on, or why there is none; empty where all lengths are known."""
    placed = plan.placed(step)
    if placed is None or placed.known:
        return ""
    if plan.due(step) is not None:
        return say("Not before this day: steps without a known length are counted as taking no time.")
    if placed.step.months is None and placed.step.at_month is None:
        return say("No due date: how long this takes is not known.")
    return say("No due date: a step that comes before has no known length.")


def span_words(say: Language, start: str, placed: Placed) -> str:
    """The month in which a step ends; where that is not known, what is known of it."""
    if placed.known:
        return say("until {month}", month=say.moment(placed.end))
    if placed.step.months is not None or placed.step.at_month is not None:
        return say("not before {month}", month=say.moment(placed.soonest))
    if placed.soonest > start:
        return say("length not known, not before {month}", month=say.moment(placed.soonest))
    return say("length not known")


def end_words(say: Language, timeline: Timeline) -> str:
    """When all of it ends, and how many steps have no length of their own."""
    month, count = say.moment(timeline.end), timeline.unknown
    unknown = say.plural("{count} step has no known length.", "{count} steps have no known length.", count)
    if not timeline.known:
        return " ".join((say("At least until {month}.", month=say.moment(timeline.soonest)), unknown))
    words = say("All of it takes until {month} at the longest.", month=month)
    if timeline.longer:
        words = say("The path as a whole takes until {month} at the longest.", month=month)
    return f"{words} {unknown}" if count else words


def state_words(say: Language, step: StepStanding) -> str:
    """What became of a step, with its day; empty while it is open."""
    if step.state == "open":
        return ""
    return say("{state}, {day}", state=names.STATES[step.state], day=say.moment(step.on or ""))


def size_words(say: Language, step: StepStanding) -> list[str]:
    """How long a step takes and what it costs, as far as that is known."""
    parts = [month_words(say, step.months.extent)] if step.months else []
    parts += [say("after {months}", months=month_words(say, step.at_month.extent))] if step.at_month else []
    parts += [euro_words(say, step.cost.extent)] if step.cost else []
    return [*parts, *([names.name(say, step.basis)] if step.basis != "stated" else [])]


def one_line(text: str) -> str:
    """A text without line breaks, for formats in which a line is a task."""
    return " ".join(text.split())
