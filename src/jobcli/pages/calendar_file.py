"""A checklist as an iCalendar file (RFC 5545): a to-do for each step, due on a day and not at an hour."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar, Todo

from jobcli.pages.calendar_words import Plan, end_words, one_line, size_words, state_words
from jobcli.pages.kit.language import Language
from jobcli.training.steps import StepStanding

_STATUS = {"open": "NEEDS-ACTION", "doing": "IN-PROCESS", "done": "COMPLETED", "skipped": "CANCELLED"}


def calendar_text(say: Language, plan: Plan, today: str) -> str:
    """The file, with the line ends that the standard asks for. `today` (YYYY-MM-DD) is the day of its stamps.

    Days have no hour and no time zone, so that daylight saving moves none of them. A step whose end is not known has no
    due date. What a step waits for is text: programs that do not know this relation show such steps as parts of others.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jobcli//checklist//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(say(plan.journey.path.title)))
    texts = {stand.step.id: one_line(say(stand.step.text)) for stand in plan.journey.stands}
    for number, stand in enumerate(plan.journey.stands, 1):
        calendar.add_component(_todo(say, plan, stand, number, texts, today))
    data: bytes = calendar.to_ical()
    return data.decode()


def _todo(say: Language, plan: Plan, stand: StepStanding, number: int, texts: dict[str, str], today: str) -> Todo:
    path = plan.journey.path.id or ""
    todo = Todo()
    # The same in every call, so that a program that reads the file again renews its to-dos.
    todo.add("uid", f"{stand.step.id}.{path}.{plan.role}@jobcli")
    todo.add("dtstamp", datetime.combine(date.fromisoformat(today), datetime.min.time(), UTC))
    todo.add("summary", texts[stand.step.id])
    todo.add("description", "\n".join(_description(say, plan, stand, number, texts)))
    placed, due = plan.placed(stand), plan.due(stand)
    if placed is not None and due is not None:
        todo.add("dtstart", date.fromisoformat(f"{placed.start}-01"))
        todo.add("due", date.fromisoformat(due))
    todo.add("status", _STATUS[stand.state])
    if stand.state == "done":
        todo.add("percent-complete", 100)
    return todo


def _description(say: Language, plan: Plan, stand: StepStanding, number: int, texts: dict[str, str]) -> list[str]:
    path = plan.journey.path
    count = len(plan.journey.stands)
    lines = [say("{title}: step {number} of {count}", title=one_line(say(path.title)), number=number, count=count)]
    lines += [say("Comes after: {step}", step=texts[need]) for need in stand.step.needs]
    lines += [say.listing(size_words(say, stand))]
    lines += [plan.planned_words(say, stand), end_words(say, plan.timeline) if plan.timeline else ""]
    lines += [state_words(say, stand), one_line(stand.note or "")]
    lines += [f"jobcli checklist {plan.role} {path.id}"]
    return [line for line in lines if line]
