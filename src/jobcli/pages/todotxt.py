"""A checklist as todo.txt (todotxt.org): a line for each step."""

from __future__ import annotations

import re

from jobcli.pages.calendar_words import Plan, one_line
from jobcli.pages.kit.language import Language
from jobcli.training.steps import StepStanding

# At the beginning of a line these mean done, a priority or a date.
_MEANS_MORE = re.compile(r"x |\([A-Z]\) |\d{4}-\d\d-\d\d ")


def todo_text(say: Language, plan: Plan) -> str:
    """The lines: `x 2026-11-24 Text +role @path due:2027-03-31 step:id`. What is not known is left out."""
    return "".join(f"{_line(say, plan, stand)}\n" for stand in plan.journey.stands)


def _line(say: Language, plan: Plan, stand: StepStanding) -> str:
    text = one_line(say(stand.step.text))
    words = [f"- {text}" if _MEANS_MORE.match(text) else text, f"+{plan.role}", f"@{plan.journey.path.id}"]
    due = plan.due(stand)
    words += [f"due:{due}"] if due else []
    words += [f"step:{stand.step.id}"]
    # The format knows only open and done; the other two are said in its own way of adding a word.
    words += [f"state:{stand.state}"] if stand.state in ("doing", "skipped") else []
    return " ".join([*(("x", stand.on or "") if stand.state in ("done", "skipped") else ()), *words])
