"""How far a person has come, as records and as JSON; without a screen, so that programs need not wait for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins

from jobcli.domain.evidence import Words, phrase
from jobcli.training.steps import Journey, StepStanding

if TYPE_CHECKING:
    from jobcli.pages.contract import walk

STATES = {
    "open": phrase("open"),
    "doing": phrase("you are at it"),
    "done": phrase("done"),
    "skipped": phrase("skipped"),
}


class Leg(Struct, frozen=True):
    """A path that the person has begun, with the role that it leads to."""

    role: str
    title: Words
    journey: Journey


def changes(before: Journey, after: Journey) -> list[tuple[str, StepStanding]]:
    """The steps that stand otherwise than before, by their ids."""
    old = {stand.step.id: stand for stand in before.stands}
    found = [(stand.step.id, stand) for stand in after.stands if _differs(old[stand.step.id], stand)]
    lost = [name for name in before.gone if name not in after.gone]
    first = after.stands[0].step
    return [*found, *((name, StepStanding(step=first, state="open")) for name in lost)]


def _differs(one: StepStanding, other: StepStanding) -> bool:
    return (one.state, one.on, one.note) != (other.state, other.on, other.note)


def ticked_data(file: str, role: str, before: Journey, after: Journey) -> walk.Ticked:
    """What a command changed, and where the person stands now."""
    old = {stand.step.id: stand.state for stand in before.stands}
    old |= {name: tick.state for name, tick in before.gone.items()}
    changed: list[walk.Changed] = [
        {"id": name, "before": old[name], "after": stand.state, "on": stand.on, "note": stand.note}
        for name, stand in changes(before, after)
    ]
    return {"file": file, "role": role, "path": after.path.id, "changed": changed, "progress": progress_data(after)}


def next_data(legs: Sequence[Leg]) -> walk.Next:
    """The steps that can be done now, and how far each path is."""
    steps: list[walk.NextStep] = [
        {"role": leg.role, "path": leg.journey.path.id, **step_data(stand)} for leg in legs for stand in leg.journey.now
    ]
    begun: list[walk.Begun] = [
        {"role": leg.role, "id": leg.journey.path.id, "progress": progress_data(leg.journey)} for leg in legs
    ]
    return {"steps": steps, "paths": begun}


def step_data(stand: StepStanding) -> walk.StepStanding:
    """A step with what became of it."""
    return {
        **to_builtins(stand.step),
        "state": stand.state,
        "on": stand.on,
        "note": stand.note,
        "waits_for": list(stand.waits_for),
        "new": stand.new,
    }


def progress_data(journey: Journey) -> walk.Progress:
    """How far a person is on a path."""
    states = [stand.state for stand in journey.stands]
    return {
        "started": journey.started,
        "done": states.count("done"),
        "doing": states.count("doing"),
        "skipped": states.count("skipped"),
        "total": len(states),
        "months_left": {"min": journey.left.low, "max": journey.left.high},
        "next": [stand.step.id for stand in journey.now],
        "gone": [
            {"id": name, "state": tick.state, "on": tick.on, "note": tick.note} for name, tick in journey.gone.items()
        ],
    }
