"""A checklist for other programs and on paper: Markdown to print, todo.txt."""

from __future__ import annotations

import re

from jobcli.answers.checklist import Plan
from jobcli.pages import names
from jobcli.pages.checklist import end_words, one_line, size_words, span_words, state_words
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.markdown import escaped
from jobcli.training.steps import StepStanding


def markdown_text(say: Language, plan: Plan) -> str:
    """The list with what it leads to, the steps, and the sources. Dates only where there is a start.

    Not made from the page like the Markdown of other results, on purpose: `- [ ]` is a task that GitHub and editors let one
    tick, a page has marks and columns instead. It carries what a printed list needs: what the path leads to, admission, sources.
    """
    path = plan.path
    facts = [
        (say("Role"), f"{say(plan.title)} ({plan.answer.role})"),
        (say("Leads to"), say(path.awards)),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else say("not known")),
        (say("Length"), names.months(say, path.months) if path.months else say("not known")),
        (say("Cost"), names.cost(say, path.cost) if plan.answer.path.own.cost else say("not known")),
    ]
    if plan.start is not None and plan.calendar is not None:
        begins = say("from {month}, each step at its longest", month=say.moment(plan.start))
        facts.append((say("On the calendar"), f"{begins}. {end_words(say, plan.calendar)}"))
    progress = plan.answer.progress
    settled = say("{count} of {total} steps", count=progress.settled, total=progress.total)
    admission, enough = say("Admission"), say("one of these is enough")
    admission += f" ({enough})" if len(path.admission) > 1 else ""
    conditions = [say(item.text) for item in path.admission] or [say("not known")]
    head = say("Sources")
    lines = [
        f"# {escaped(say(path.title))}",
        "",
        *(f"- {label}: {escaped(text)}" for label, text in facts),
        "",
        f"## {admission}",
        "",
        *(f"- {escaped(words)}" for words in conditions),
        "",
        f"## {settled}",
        "",
        *_steps(say, plan),
        "",
        f"## {head}",
        "",
        *(
            f"- {escaped(f'{one.publisher}: {one.title} ({names.source_date(say, one)})')}"
            for one in plan.sources.values()
        ),
    ]
    return "\n".join(lines) + "\n"


def _steps(say: Language, plan: Plan) -> list[str]:
    numbers = {step.id: number for number, step in enumerate(plan.answer.steps, 1)}
    return [_step(say, plan, step, numbers) for step in plan.answer.steps]


def _step(say: Language, plan: Plan, step: StepStanding, numbers: dict[str, int]) -> str:
    box = "[x]" if step.state == "done" else "[ ]"
    text = escaped(say(step.text))
    text = f"~~{text}~~" if step.state == "skipped" else text
    extras = [state_words(say, step), one_line(step.note or "")]
    if step.needs:
        extras.append(say("after {steps}", steps=say.listing(str(numbers[need]) for need in step.needs)))
    extras += size_words(say, step)
    placed = plan.placed(step)
    extras.append(span_words(say, plan.start, placed) if placed is not None and plan.start else "")
    behind = say.listing(escaped(extra) for extra in extras if extra)
    links = "".join(f" <{link.url}>" for link in step.links)
    return f"- {box} {numbers[step.id]}\\. {text}" + (f" ({behind})" if behind else "") + links


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
