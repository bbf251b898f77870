"""A checklist as todo.txt (todotxt.org): a line for each step."""

from __future__ import annotations

import re

from jobcli.answers.checklist import Plan
from jobcli.pages.calendar_words import one_line
from jobcli.pages.kit.language import Language
from jobcli.training.steps import StepStanding

# At the beginning of a line these mean done, a priority or a date.
_MEANS_MORE = re.compile(r"x |\([A-Z]\) |\d{4}-\d\d-\d\d ")


def todo_text(say: Language, plan: Plan) -> str:
    """The lines: `x 2026-11-24 Text +role @path due:2027-03-31 step:id`. What is not known is left out."""
    return "".join(f"{_line(say, plan, step)}\n" for step in plan.answer.steps)


def _line(say: Language, plan: Plan, step: StepStanding) -> str:
    text = one_line(say(step.text))
    words = [f"- {text}" if _MEANS_MORE.match(text) else text, f"+{plan.answer.role}", f"@{plan.path.id}"]
    due = plan.due(step)
    words += [f"due:{due}"] if due else []
    words += [f"step:{step.id}"]
    # The format knows only open and done; the other two are said in its own way of adding a word.
    words += [f"state:{step.state}"] if step.state in ("doing", "skipped") else []
    return " ".join([*(("x", step.on or "") if step.state in ("done", "skipped") else ()), *words])
