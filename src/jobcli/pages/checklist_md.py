"""A checklist to print: Markdown with a box for each step.

Not made from the page like the Markdown of other results, on purpose: `- [ ]` is a task that GitHub and editors let one
tick, a page has marks and columns instead. It carries what a printed list needs: what the path leads to, admission, sources.
"""

from __future__ import annotations

from jobcli.answers.checklist import Plan
from jobcli.pages import names
from jobcli.pages.calendar_words import end_words, one_line, size_words, span_words, state_words
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.markdown import escaped
from jobcli.training.outline import outline
from jobcli.training.steps import StepStanding


def markdown_text(say: Language, plan: Plan) -> str:
    """The list with what it leads to, the steps, and the sources. Dates only where there is a start."""
    path = plan.path
    money = outline(path)
    facts = [
        (say("Role"), f"{say(plan.title)} ({plan.answer.role})"),
        (say("Leads to"), say(path.awards)),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else say("not known")),
        (say("Length"), names.months(say, path.months) if path.months else say("not known")),
        (say("Cost"), names.cost(say, money) if money.money else say("not known")),
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
    return f"- {box} {numbers[step.id]}\\. {text}" + (f" ({behind})" if behind else "")
