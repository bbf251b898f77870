"""A checklist on a calendar, in words: what the page, the printable list, the calendar file and todo.txt all say of it."""

from __future__ import annotations

from jobcli.answers.checklist import Plan
from jobcli.pages import names
from jobcli.pages.extent_words import euro_words, month_words
from jobcli.pages.kit.language import Language
from jobcli.training.calendar import Placed, Timeline
from jobcli.training.steps import StepStanding


def planned_words(say: Language, plan: Plan, step: StepStanding) -> str:
    """What a due date rests on, or why there is none; empty where all lengths are known."""
    placed = plan.placed(step)
    if placed is None or placed.known:
        return ""
    if plan.due(step) is not None:
        return say("Not before this day: steps without a known length are counted as taking no time.")
    if placed.step.months is None:
        return say("No due date: how long this takes is not known.")
    return say("No due date: a step that comes before has no known length.")


def span_words(say: Language, start: str, placed: Placed) -> str:
    """The month in which a step ends; where that is not known, what is known of it."""
    if placed.known:
        return say("until {month}", month=say.moment(placed.end))
    if placed.step.months is not None:
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
    parts += [euro_words(say, step.cost.extent)] if step.cost else []
    return [*parts, *([names.name(say, step.basis)] if step.basis != "stated" else [])]


def one_line(text: str) -> str:
    """A text without line breaks, for formats in which a line is a task."""
    return " ".join(text.split())
