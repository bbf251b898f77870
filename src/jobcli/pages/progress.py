"""How far a person has come: the bar of a path, what a tick changed, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from jobcli.answers.progress import Begun, PathProgress, PlanAhead, Ticked
from jobcli.domain.role import TrainingPath
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    command,
    heading,
    headline,
    indented,
    page,
    paragraph,
)
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Box, Drawing, Text, joined
from jobcli.pages.names import STATES
from jobcli.training.steps import StepStanding, StepState

BOXES = {"open": "[ ]", "doing": "[>]", "done": "[x]", "skipped": "[-]"}
_MAX_BAR = 30


def box(say: Language, step: StepStanding) -> Text:
    """The box of a step. A voice says what became of it."""
    return Box(BOXES[step.state], aloud=say(STATES[step.state]))


def bar_line(desk: Desk, progress: PathProgress) -> Table:
    """The share that is settled, in blocks and in words: `3 of 7`."""
    settled, total = progress.settled, progress.total
    width = min(_MAX_BAR, max(10, desk.width // 3))
    filled = width if settled == total else min(width - 1, round(settled / total * width))
    words = desk.say("{count} of {total} steps", count=settled, total=total)
    words += desk.say(", {count} skipped", count=progress.skipped) if progress.skipped else ""
    blocks = desk.symbols.thick * filled + desk.symbols.thin * (width - filled)
    line = table("", "")
    line.add_row(Drawing(blocks, style="money"), words)
    return line


def happened(say: Language, step: StepStanding) -> list[str]:
    """What became of a step, in words; nothing while it is open."""
    if step.state == "open":
        return [say("new in the profile")] if step.new else []
    return _became(say, step.state, step.on, step.note)


def _became(say: Language, state: StepState, on: str | None, note: str | None) -> list[str]:
    words = say("{state}, {day}", state=STATES[state], day=say.moment(on or ""))
    return [words, *([note] if note else [])]


def gone_lines(desk: Desk, progress: PathProgress) -> list[Part]:
    """Ticks whose steps the profile does not have any more."""
    say = desk.say
    lines = [
        say(
            "{step}: {state}, {day}",
            step=tick.id if tick.note is None else f"{tick.id} ({tick.note})",
            state=STATES[tick.state],
            day=say.moment(tick.on),
        )
        for tick in progress.gone
    ]
    note = say("your ticks are kept")
    return [heading(say("No longer in the profile"), note), bullets(lines)] if lines else []


def ticked_page(desk: Desk, answer: Ticked, path: TrainingPath, now: Sequence[StepStanding]) -> Page:
    """What a command changed, how far the person is now, and what comes next: the steps that can be done `now`."""
    say = desk.say
    changed = []
    for one in answer.changed:
        became = [say("open again")] if one.after == "open" else _became(say, one.after, one.on, one.note)
        # A box before a line only repeats the words behind it.
        mark = Text(f"{BOXES[one.after]} ", aloud="")
        changed.append(joined(mark, (f"{one.id}: ", "strong"), (", ".join(became), "")))
    return page(
        *(paragraph(line, 0) for line in changed),
        bar_line(desk, answer.progress),
        *_next(desk, answer.role, path, answer.progress, now),
    )


def next_page(desk: Desk, begun: Begun) -> Page:
    """What can be done now, path by path."""
    say = desk.say
    if not begun.answer.paths:
        return page(
            headline(say("You have not begun anything yet.")),
            paragraph(say("The ways to a role: jobcli checklist backoffice-manager")),
        )
    parts: list[Part | None] = []
    for one, path in zip(begun.answer.paths, begun.paths, strict=True):
        now = [step.record for step in begun.answer.steps if (step.own.role, step.own.path) == (one.role, one.id)]
        parts += [
            Blank() if parts else None,
            headline(say(path.title), f"{one.role} {one.id}"),
            indented(bar_line(desk, one.progress)),
            *_next(desk, one.role, path, one.progress, now),
        ]
    return page(*parts, *(part for plan in begun.answer.plans for part in _plan(desk, plan)))


def _plan(desk: Desk, plan: PlanAhead) -> list[Part]:
    """What a plan has after the path that it is at."""
    say = desk.say
    lines = [
        say("{path} from {month} on", path=f"{one.role} {one.path}", month=say.moment(one.begins)) for one in plan.later
    ]
    after = [] if lines else [say("then the role itself")]
    return [
        heading(say("Your plan"), plan.to),
        bullets([*lines, *after]),
        command(f"jobcli plan {plan.to}", indent=2, style="muted"),
    ]


def _next(desk: Desk, role: str, path: TrainingPath, progress: PathProgress, now: Sequence[StepStanding]) -> list[Part]:
    say = desk.say
    if progress.settled == progress.total:
        return [paragraph(say("All steps are settled: {awards}", awards=say(path.awards)))]
    rows = []
    for step in now:
        notes = [step.id, *happened(say, step)]
        rows.append(joined(Text(say(step.text)), (f" ({say.listing(notes)})", "muted")))
    head = say("What comes next")
    line = f"jobcli done {role} {now[0].id} --path {path.id}" if now else ""
    return [heading(head), bullets(rows), *([command(line, indent=2, style="muted")] if line else [])]
