"""Calendar files (iCalendar, RFC 5545): a checklist or a plan as to-dos, and as all-day events where those are asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from jobcli.pages.checklist import end_words, one_line, planned_words, size_words, state_words
from jobcli.training.calendar import days_in, month_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Component

    from jobcli.answers.checklist import Plan
    from jobcli.answers.plan import CareerPlan, PlannedStep
    from jobcli.pages.kit.language import Language
    from jobcli.training.steps import StepStanding, StepState

_STATUS = {"open": "NEEDS-ACTION", "doing": "IN-PROCESS", "done": "COMPLETED", "skipped": "CANCELLED"}


class CalendarEntry(Struct, frozen=True, kw_only=True):
    """One to-do. Days have no hour and no time zone, so that daylight saving moves none of them."""

    uid: str
    """The same in every call, so that a program that reads the file again renews its to-dos."""
    summary: str
    description: tuple[str, ...]
    begins: date | None
    due: date | None
    """The last day; None where it is not known."""
    last: str = ""
    """What an event of the last day is called; else as the to-do."""
    state: StepState
    done_on: str | None = None
    """The day on which it was done (YYYY-MM-DD, or a month or a year of which only that is known)."""


def checklist_calendar(say: Language, plan: Plan, stamp: datetime, changes: int, *, events: bool = False) -> str:
    """The file of a checklist. `stamp` is the moment of writing, `changes` how often ticks were changed so far.

    A step whose end is not known is due on the day before which it does not end, and says so. What a step waits for is text:
    programs that do not know this relation show such steps as parts of others.
    """
    texts = {step.id: one_line(say(step.text)) for step in plan.answer.steps}
    steps = enumerate(plan.answer.steps, 1)
    entries = [_step(say, plan, step, number, texts) for number, step in steps]
    return _file(say(plan.path.title), entries, stamp, changes, events=events)


def plan_calendar(say: Language, answer: CareerPlan, stamp: datetime, changes: int, *, events: bool = False) -> str:
    """The file of a plan: its training from month to month, its roles from the month in which they begin, and this week.

    `stamp` is the moment of writing, `changes` how often what is begun was changed so far.
    """
    from jobcli.pages.plan import week_lines

    entries = [_planned(say, answer, step) for step in answer.steps]
    entries += [
        CalendarEntry(
            uid=f"{task}.week.{answer.after}@jobcli",
            summary=line,
            description=(say.copied(f"jobcli plan {answer.after}"),),
            begins=None,
            due=stamp.date() + timedelta(days=6),
            state="open",
        )
        for task, line in zip(answer.week, week_lines(say, answer), strict=True)
    ]
    return _file(f"jobcli plan {answer.after}", entries, stamp, changes, events=events)


def _planned(say: Language, answer: CareerPlan, step: PlannedStep) -> CalendarEntry:
    from jobcli.pages.plan import role_words, training_words

    ends = step.ends if step.sure else None
    training = step.kind == "training"
    lines = [training_words(say, step) if training else role_words(say, step)]
    if not step.sure:
        lines.append(say("It begins later: how long what comes before takes is not known."))
    lines.append(say.copied(f"jobcli checklist {step.role} {step.id}" if training else f"jobcli show {step.id}"))
    return CalendarEntry(
        uid=f"{step.id}.{step.kind}.plan.{answer.after}@jobcli",
        summary=one_line(say(step.title)),
        description=tuple(lines),
        begins=date.fromisoformat(f"{step.begins}-01"),
        due=None if ends is None else date.fromisoformat(f"{ends}-{days_in(month_number(ends)):02d}"),
        last="" if ends is None else _last(say, one_line(say(step.title))),
        state="open",
    )


def _last(say: Language, title: str) -> str:
    return say("{title}: ends today at the latest", title=title)


def _step(say: Language, plan: Plan, step: StepStanding, number: int, texts: dict[str, str]) -> CalendarEntry:
    placed, due = plan.placed(step), plan.due(step)
    begins = None if placed is None or due is None else f"{placed.start}-01"
    return CalendarEntry(
        uid=f"{step.id}.{plan.path.id or ''}.{plan.answer.role}@jobcli",
        summary=texts[step.id],
        description=tuple(_description(say, plan, step, number, texts)),
        # What is due before the month in which it begins at the latest begins in a month that nobody knows.
        begins=None if begins is None or due is None or begins > due else date.fromisoformat(begins),
        due=None if due is None else date.fromisoformat(due),
        last=_last(say, texts[step.id]) if placed is not None and placed.known else "",
        state=step.state,
        done_on=step.on if step.state == "done" else None,
    )


def _description(say: Language, plan: Plan, step: StepStanding, number: int, texts: dict[str, str]) -> list[str]:
    path = plan.path
    count = len(plan.answer.steps)
    lines = [say("{title}: step {number} of {count}", title=one_line(say(path.title)), number=number, count=count)]
    lines += [say("Comes after: {step}", step=texts[need]) for need in step.needs]
    lines += [say.listing(size_words(say, step))]
    lines += [planned_words(say, plan, step), end_words(say, plan.calendar) if plan.calendar else ""]
    lines += [state_words(say, step), one_line(step.note or "")]
    lines += [say.copied(f"jobcli checklist {plan.answer.role} {path.id}")]
    return [line for line in lines if line]


def _file(name: str, entries: Iterable[CalendarEntry], stamp: datetime, changes: int, *, events: bool) -> str:
    """The whole file, with the line ends that the standard asks for."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//jobcli//checklist//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(name))
    for entry in entries:
        calendar.add_component(_todo(entry, stamp, changes))
        day = entry.due or entry.begins
        if events and day is not None and entry.state != "skipped":
            calendar.add_component(_event(entry, day, stamp, changes))
    data: bytes = calendar.to_ical()
    return data.decode()


def _todo(entry: CalendarEntry, stamp: datetime, changes: int) -> Component:
    from icalendar import Todo

    todo = _named(Todo(), entry.uid, entry, stamp, changes)
    if entry.begins is not None:
        todo.add("dtstart", entry.begins)
    if entry.due is not None:
        todo.add("due", entry.due)
    todo.add("status", _STATUS[entry.state])
    if entry.state == "done":
        todo.add("percent-complete", 100)
        day = "-".join((*(entry.done_on or "").split("-"), "01", "01")[:3])
        # The standard wants a moment; noon is the same day in every time zone of Europe.
        todo.add("completed", datetime.combine(date.fromisoformat(day), time(12), UTC))
    return todo


def _event(entry: CalendarEntry, day: date, stamp: datetime, changes: int) -> Component:
    """A to-do as an event of its last day, or of the first one where no last one is known. It blocks no time."""
    from icalendar import Event

    event = _named(Event(), f"event.{entry.uid}", entry, stamp, changes, entry.last)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _named(
    component: Component, uid: str, entry: CalendarEntry, stamp: datetime, changes: int, summary: str = ""
) -> Component:
    component.add("uid", uid)
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", changes)
    component.add("summary", summary or entry.summary)
    component.add("description", "\n".join(entry.description))
    return component
