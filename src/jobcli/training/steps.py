"""How far a person has come on a path: what is done, what can be done now, what waits for what, the months left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct, structs

from jobcli.domain.evidence import Words
from jobcli.domain.extent import Extent
from jobcli.domain.meaning import means
from jobcli.domain.role import Step, TrainingPath

if TYPE_CHECKING:
    from jobcli.domain.own import Started, Tick, TickState

StepState = Literal["open", "doing", "done", "skipped"]

ADMISSION = "admission"
_MEET_ONE = Words(de="Eine der Zulassungsvoraussetzungen erfüllen.", en="Meet one of the admission requirements.")
_MEET_IT = Words(de="Die Zulassungsvoraussetzungen erfüllen.", en="Meet the admission requirements.")


class StepStanding(Step, frozen=True, kw_only=True):
    """A step with what became of it: the keys of a step in the profile format, and these."""

    state: Annotated[StepState, means("What became of it.")]
    on: Annotated[str | None, means("The day of the tick.")] = None
    note: Annotated[str | None, means("The note.")] = None
    waits_for: Annotated[tuple[str, ...], means("The steps it needs that are neither done nor skipped.")] = ()
    new: Annotated[bool, means("Whether the profile got it after the path was begun.")] = False


class Journey(Struct, frozen=True, kw_only=True):
    """A person on a path."""

    path: TrainingPath
    started: str | None
    """The day on which they began; None where they have not."""
    stands: tuple[StepStanding, ...]
    """Each step with what became of it."""
    gone: dict[str, Tick]
    """Ticks of steps that the path does not have any more, by their ids."""
    left: Extent[float | None]
    """The months that are left; an end that nobody knows is None."""

    @property
    def now(self) -> tuple[StepStanding, ...]:
        """What can be done now: first what the person is at, then the open steps that wait for nothing."""
        doing = [stand for stand in self.stands if stand.state == "doing"]
        return (*doing, *(stand for stand in self.stands if stand.state == "open" and not stand.waits_for))

    @property
    def settled(self) -> bool:
        """Whether every step is done or skipped, and one of them done."""
        states = {stand.state for stand in self.stands}
        return states <= {"done", "skipped"} and "done" in states


class Stop(Exception):
    """A change that cannot be made: `why`, at which step, and because of which other steps."""

    def __init__(
        self, why: Literal["waits", "needed", "already", "not-ticked"], step: str, others: Iterable[str] = ()
    ) -> None:
        super().__init__(why, step)
        self.why = why
        self.step = step
        self.others = tuple(others)


def in_order(path: TrainingPath) -> tuple[Step, ...]:
    """The steps so that each comes after all it needs; the order of the file decides between equals."""
    done: list[Step] = []
    waiting = list(path.steps)
    while waiting:
        ready = next(step for step in waiting if all(need in {before.id for before in done} for need in step.needs))
        waiting.remove(ready)
        done.append(ready)
    return tuple(done)


def steps_of(path: TrainingPath) -> tuple[Step, ...]:
    """The steps in an order in which they can be done. Where a path has conditions of admission, meeting one comes first.

    No step is made to wait for it: a profile does not say which one would, and often a later step is to have it checked.
    """
    steps = in_order(path)
    if not path.admission or any(step.id == ADMISSION for step in steps):
        return steps
    return (Step(id=ADMISSION, text=_MEET_ONE if len(path.admission) > 1 else _MEET_IT), *steps)


def journey(path: TrainingPath, started: Started | None) -> Journey:
    """Where the person stands on a path; None where they have not begun it."""
    ticks = started.steps if started else {}
    seen = set(started.seen) if started else set()
    steps = steps_of(path)
    stands = []
    for step in steps:
        tick = ticks.get(step.id)
        new = bool(seen) and step.id not in seen and tick is None
        stands.append(
            StepStanding(
                **structs.asdict(step),
                state=tick.state if tick else "open",
                on=tick.on if tick else None,
                note=tick.note if tick else None,
                waits_for=_open_needs(step, ticks),
                new=new,
            )
        )
    known = {step.id for step in steps}
    return Journey(
        path=path,
        started=started.started if started else None,
        stands=tuple(stands),
        gone={name: tick for name, tick in ticks.items() if name not in known},
        left=_left(path, stands),
    )


def mark(path: TrainingPath, started: Started, step_id: str, tick: Tick) -> Started:
    """The progress with this tick. Stop where the step waits for others, or others rest on its being done."""
    step = next(step for step in steps_of(path) if step.id == step_id)
    before = started.steps.get(step_id)
    if before is not None and before.state == tick.state:
        raise Stop("already", step_id)
    waits = _open_needs(step, started.steps)
    if tick.state != "skipped" and waits:
        raise Stop("waits", step_id, waits)
    if tick.state == "doing":
        _refuse_if_needed(path, started, step_id)
    return structs.replace(started, steps={**started.steps, step_id: tick})


def unmark(path: TrainingPath, started: Started, step_id: str) -> Started:
    """The progress without the tick of this step. Stop where it has none, or others rest on its being done."""
    if step_id not in started.steps:
        raise Stop("not-ticked", step_id)
    _refuse_if_needed(path, started, step_id)
    return structs.replace(started, steps={name: tick for name, tick in started.steps.items() if name != step_id})


def tick_all(path: TrainingPath, started: Started, step_ids: Iterable[str], tick: Tick | None) -> Started:
    """All of these steps ticked, or with None their ticks taken back; in an order in which that can be done."""
    wanted = set(step_ids)
    # A step that the profile lost can still be taken back.
    lost = sorted(wanted - {step.id for step in steps_of(path)})
    ordered = [step.id for step in steps_of(path) if step.id in wanted]
    for step_id in ordered if tick is not None else [*reversed(ordered), *lost]:
        started = mark(path, started, step_id, tick) if tick is not None else unmark(path, started, step_id)
    return started


def _satisfied(tick: Tick | None) -> bool:
    state: TickState | None = tick.state if tick else None
    return state in ("done", "skipped")


def _open_needs(step: Step, ticks: dict[str, Tick]) -> tuple[str, ...]:
    """The needs of a step that are open; one that was skipped counts as satisfied."""
    return tuple(need for need in step.needs if not _satisfied(ticks.get(need)))


def _refuse_if_needed(path: TrainingPath, started: Started, step_id: str) -> None:
    if not _satisfied(started.steps.get(step_id)):
        return
    resting = [
        step.id
        for step in steps_of(path)
        if step_id in step.needs and step.id in started.steps and started.steps[step.id].state != "skipped"
    ]
    if resting:
        raise Stop("needed", step_id, resting)


def _left(path: TrainingPath, stands: Iterable[StepStanding]) -> Extent[float | None]:
    """The months of the longest chain of steps that are not settled. A step without a length leaves the end open.

    Where a length is missing, the whole path can still say something: it takes no longer than its own months, and, as
    long as nothing is ticked, no shorter.
    """
    low: dict[str, float] = {}
    high: dict[str, float] = {}
    complete, begun = True, False
    for step in stands:
        settled = step.state in ("done", "skipped")
        begun = begun or step.state != "open"
        # Meeting a condition of admission has no length of its own in any profile, and nothing waits for it.
        when = step.at_month or step.months
        complete = complete and (settled or when is not None or step.id == ADMISSION)
        own = (0.0, 0.0) if settled or when is None else (when.min, when.max)
        low[step.id] = own[0] + max((low.get(need, 0) for need in step.needs), default=0)
        high[step.id] = own[1] + max((high.get(need, 0) for need in step.needs), default=0)
    least, most = max(low.values(), default=0.0), max(high.values(), default=0.0)
    if complete:
        return Extent(least, most)
    whole = path.months
    if whole is not None and not begun:
        return Extent(max(least, whole.min), max(most, whole.max))
    return Extent(least or None, max(most, whole.max) if whole is not None else None)
