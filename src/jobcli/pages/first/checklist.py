"""The first screen of a training path as a list of steps, and of the choice between the paths of a role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobcli.answers.checklist import PathChoice, Plan
from jobcli.answers.progress import PathProgress
from jobcli.domain.evidence import phrase
from jobcli.domain.profile import Profile
from jobcli.domain.role import TrainingPath
from jobcli.pages import names
from jobcli.pages.checklist import span_words
from jobcli.pages.first.rows import ShortRow, clause, row, screen, shortened
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.lines import LINES
from jobcli.pages.kit.parts import STEP, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text
from jobcli.pages.progress import bar_line, box

_STEPS = LINES - 12
"""So many steps are shown, from the first that is open on."""


def first_of_checklist(desk: Desk, plan: Plan) -> Page:
    """The steps of one path, a line each; what a step needs, and where all of it is from, stands on the whole page."""
    say, answer = desk.say, plan.answer
    progress, role, path = answer.progress, answer.role, plan.path
    begun = indented(bar_line(desk, progress)) if progress.started else None
    then = (
        (phrase("Tick off"), f"jobcli done {role} {progress.next[0]} --path {path.id}")
        if progress.next
        else (phrase("What else?"), "jobcli next")
    )
    facts = [*_facts(desk, plan)]
    head = page(headline(say(path.title), path.id or ""), paragraph(" · ".join(facts)), *_caution(desk, path), begun)
    return screen(
        desk, page(*head, _steps(desk, plan)), [*_rows(desk, plan)], then, (phrase("The ways"), f"jobcli paths {role}")
    )


def _facts(desk: Desk, plan: Plan) -> Iterator[str]:
    path = plan.path
    yield names.months(desk.say, path.months)
    yield names.cost(desk.say, path.cost)
    yield desk.say(path.awarding_body) if path.awarding_body else desk.say("awarding body not known")


def _caution(desk: Desk, path: TrainingPath) -> list[Page]:
    doubt = path.doubt or path.note
    words = doubt and shortened(clause(desk.say(doubt)), desk.width - STEP, 2)
    return [page(paragraph(words, style="muted"))] if words else []


def _steps(desk: Desk, plan: Plan) -> Table:
    """A line for each step, as many as there is room for."""
    say, steps = desk.say, plan.answer.steps
    first = next((number for number, step in enumerate(steps) if step.state in ("open", "doing")), 0)
    first = max(0, min(first, len(steps) - _STEPS))
    room = desk.width - STEP - len(f"[ ] {len(steps)}. ")
    grid = table("", "", "", gap=1)
    grid.add_column(whole=True)
    grid.add_column(align="right", style="muted", whole=True)
    grid.add_column()
    for number, step in [*enumerate(steps, 1)][first : first + _STEPS]:
        placed = plan.placed(step)
        when = "" if placed is None else span_words(say, plan.start or "", placed)
        behind = f" ({when})" if when else ""
        words = shortened(say(step.text).rstrip("."), room, 1, behind)
        grid.add_row(box(say, step), f"{number}.", Text(words).append(behind, "muted"))
    return indented(grid)


def _rows(desk: Desk, plan: Plan) -> Iterator[ShortRow]:
    say, path, steps = desk.say, plan.path, plan.answer.steps
    if len(steps) > _STEPS:
        yield row(say("More"), [say("{count} steps in all: --full", count=len(steps))])
    yield row(say("Admission"), (clause(say(item.text)) for item in path.admission), 2, "--full")
    yield row(say("Leads to"), [say(path.awards)], 2)


def first_of_choice(
    desk: Desk, answer: PathChoice, profile: Profile, begun: Mapping[str, PathProgress], start: str | None = None
) -> Page:
    """The paths of a role, a line each with the id to type."""
    say = desk.say
    leading = sum(path.purpose == "leads" for path in profile.paths)
    title = names.ways_words(say, leading, len(profile.paths) - leading, profile.role.title)
    known = [path.id or "" for path in profile.paths]
    example = next(iter(begun), known[0] if known else "")
    more = f" --start {start}" if start else ""
    rows = [row(path.id or "", [_way(say, path, begun.get(path.id or ""))], 2) for path in profile.paths]
    return screen(
        desk,
        page(headline(title)),
        rows,
        (phrase("One of them"), f"jobcli checklist {answer.role} {example}{more}".rstrip()),
        (phrase("Prices"), f"jobcli paths {answer.role}"),
    )


def _way(say: Language, path: TrainingPath, progress: PathProgress | None) -> str:
    """What a path is called, how long it takes, whether it only helps, and how far one is."""
    parts = [say(path.title), names.months(say, path.months)]
    parts += [say("helps, and makes nobody one")] if path.purpose == "helps" else []
    parts += [say("{count} of {total} steps", count=progress.settled, total=progress.total)] if progress else []
    return " · ".join(parts)
