"""A checklist as an iCalendar file (RFC 5545): a to-do for each step, due on a day and not at an hour."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar, Todo

from jobcli.answers.checklist import Plan
from jobcli.pages.calendar_words import end_words, one_line, planned_words, size_words, state_words
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
    calendar.add("x-wr-calname", one_line(say(plan.path.title)))
    texts = {step.id: one_line(say(step.text)) for step in plan.answer.steps}
    for number, step in enumerate(plan.answer.steps, 1):
        calendar.add_component(_todo(say, plan, step, number, texts, today))
    data: bytes = calendar.to_ical()
    return data.decode()


def _todo(say: Language, plan: Plan, step: StepStanding, number: int, texts: dict[str, str], today: str) -> Todo:
    path = plan.path.id or ""
    todo = Todo()
    # The same in every call, so that a program that reads the file again renews its to-dos.
    todo.add("uid", f"{step.id}.{path}.{plan.answer.role}@jobcli")
    todo.add("dtstamp", datetime.combine(date.fromisoformat(today), datetime.min.time(), UTC))
    todo.add("summary", texts[step.id])
    todo.add("description", "\n".join(_description(say, plan, step, number, texts)))
    placed, due = plan.placed(step), plan.due(step)
    if placed is not None and due is not None:
        todo.add("dtstart", date.fromisoformat(f"{placed.start}-01"))
        todo.add("due", date.fromisoformat(due))
    todo.add("status", _STATUS[step.state])
    if step.state == "done":
        todo.add("percent-complete", 100)
    return todo


def _description(say: Language, plan: Plan, step: StepStanding, number: int, texts: dict[str, str]) -> list[str]:
    path = plan.path
    count = len(plan.answer.steps)
    lines = [say("{title}: step {number} of {count}", title=one_line(say(path.title)), number=number, count=count)]
    lines += [say("Comes after: {step}", step=texts[need]) for need in step.needs]
    lines += [say.listing(size_words(say, step))]
    lines += [planned_words(say, plan, step), end_words(say, plan.calendar) if plan.calendar else ""]
    lines += [state_words(say, step), one_line(step.note or "")]
    lines += [f"jobcli checklist {plan.answer.role} {path.id}"]
    return [line for line in lines if line]
