"""How far a person has come: the bar of a path, what a tick changed, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

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
from jobcli.pages.kit.text import Drawing, Text, joined
from jobcli.pages.progress_data import STATES, Leg, changes
from jobcli.training.steps import Journey, StepStanding

BOXES = {"open": "[ ]", "doing": "[>]", "done": "[x]", "skipped": "[-]"}
_MAX_BAR = 30


def box(say: Language, stand: StepStanding) -> Text:
    """The box of a step. A voice says what became of it."""
    return Text(BOXES[stand.state], aloud=say(STATES[stand.state]))


def bar_line(desk: Desk, journey: Journey) -> Table:
    """The share that is settled, in blocks and in words: `3 of 7`."""
    settled, total = journey.settled, len(journey.stands)
    width = min(_MAX_BAR, max(10, desk.width // 3))
    filled = width if settled == total else min(width - 1, round(settled / total * width))
    words = desk.say("{count} of {total} steps", count=settled, total=total)
    skipped = sum(stand.state == "skipped" for stand in journey.stands)
    words += desk.say(", {count} skipped", count=skipped) if skipped else ""
    blocks = desk.symbols.thick * filled + desk.symbols.thin * (width - filled)
    line = table("", "")
    line.add_row(Drawing(blocks, style="money"), words)
    return line


def happened(say: Language, stand: StepStanding) -> list[str]:
    """What became of a step, in words; nothing while it is open."""
    if stand.state == "open":
        return [say("new in the profile")] if stand.new else []
    words = say("{state}, {day}", state=STATES[stand.state], day=say.moment(stand.on or ""))
    return [words, *([stand.note] if stand.note else [])]


def gone_lines(desk: Desk, journey: Journey) -> list[Part]:
    """Ticks whose steps the profile does not have any more."""
    say = desk.say
    lines = [
        say(
            "{step}: {state}, {day}",
            step=name if tick.note is None else f"{name} ({tick.note})",
            state=STATES[tick.state],
            day=say.moment(tick.on),
        )
        for name, tick in journey.gone.items()
    ]
    note = say("your ticks are kept")
    return [heading(say("No longer in the profile"), note), bullets(lines)] if lines else []


def ticked_page(desk: Desk, role: str, before: Journey, after: Journey) -> Page:
    """What a command changed, how far the person is now, and what comes next."""
    say = desk.say
    changed = [
        # A box before a line only repeats the words behind it.
        joined(Text(f"{BOXES[stand.state]} ", aloud=""), (f"{name}: ", "strong"), (", ".join(_became(say, stand)), ""))
        for name, stand in changes(before, after)
    ]
    return page(
        *(paragraph(line, 0) for line in changed),
        bar_line(desk, after),
        *_next(desk, role, after),
    )


def next_page(desk: Desk, legs: Sequence[Leg]) -> Page:
    """What can be done now, path by path."""
    say = desk.say
    if not legs:
        return page(
            headline(say("You have not begun anything yet.")),
            paragraph(say("The ways to a role: jobcli checklist backoffice-manager")),
        )
    parts: list[Part | None] = []
    for leg in legs:
        title = say(leg.journey.path.title)
        parts += [
            Blank() if parts else None,
            headline(title, f"{leg.role} {leg.journey.path.id}"),
            indented(bar_line(desk, leg.journey)),
            *_next(desk, leg.role, leg.journey),
        ]
    return page(*parts)


def _became(say: Language, stand: StepStanding) -> list[str]:
    return happened(say, stand) if stand.state != "open" else [say("open again")]


def _next(desk: Desk, role: str, journey: Journey) -> list[Part]:
    say = desk.say
    if journey.settled == len(journey.stands):
        return [paragraph(say("All steps are settled: {awards}", awards=say(journey.path.awards)))]
    rows = []
    for stand in journey.now:
        notes = [stand.step.id, *happened(say, stand)]
        rows.append(joined(Text(say(stand.step.text)), (f" ({say.listing(notes)})", "muted")))
    head = say("What comes next")
    line = f"jobcli done {role} {journey.now[0].step.id} --path {journey.path.id}" if journey.now else ""
    return [heading(head), bullets(rows), *([command(line, indent=2, style="muted")] if line else [])]
