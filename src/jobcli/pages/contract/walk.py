"""The results of checklist, done, doing, skip, undo and next."""

from typing import Annotated, NotRequired, TypedDict

from jobcli.domain.meaning import means
from jobcli.domain.role import Cost, Span
from jobcli.pages.contract.shared import Outline, Sum
from jobcli.training.steps import StepState


class Between(TypedDict):
    """Months until the end, as far as they are known."""

    min: Annotated[float | None, means("The fewest.")]
    max: Annotated[float | None, means("The most.")]


class Gone(TypedDict):
    """A tick of a step that the profile does not have any more."""

    id: Annotated[str, means("The id of the step.")]
    state: Annotated[StepState, means("What became of it.")]
    on: Annotated[str, means("The day of the tick.")]
    note: Annotated[str | None, means("The note.")]


class Progress(TypedDict):
    """How far a person is on a path."""

    started: Annotated[str | None, means("The day on which they began.")]
    done: Annotated[int, means("How many steps are done.")]
    doing: Annotated[int, means("How many they are at.")]
    skipped: Annotated[int, means("How many were skipped.")]
    total: Annotated[int, means("How many there are.")]
    months_left: Annotated[Between, means("How long it still takes.")]
    next: Annotated[list[str], means("The steps they are at, then those that can be begun now.")]
    gone: Annotated[list[Gone], means("Ticks of steps that the profile does not have any more.")]


class StepMonths(TypedDict):
    """The months of a step, both within it."""

    start: Annotated[str | None, means("The first month.")]
    end: Annotated[str | None, means("The last month.")]


class StepStanding(TypedDict):
    """A step with what became of it: the keys of a step in the profile format, and these."""

    state: Annotated[StepState, means("What became of it.")]
    on: Annotated[str | None, means("The day of the tick.")]
    note: Annotated[str | None, means("The note.")]
    waits_for: Annotated[list[str], means("The steps it needs that are neither done nor skipped.")]
    new: Annotated[bool, means("Whether the profile got it after the path was begun.")]


class ChecklistStep(StepStanding):
    """A step of a checklist."""

    timeline: NotRequired[Annotated[StepMonths, means("With --start, its months.")]]


class PathOfSteps(TypedDict):
    """A path: the keys of a training path in the profile format, and its cost in short."""

    id: Annotated[str | None, means("Its id.")]
    months: Annotated[Span | None, means("How long it takes.")]
    cost: Annotated[Sum | None, means("Course and examination together, in euros; null if neither is known.")]
    prices: Annotated[Cost, means("The prices of course and examination.")]


class Timeline(TypedDict):
    """When all of a path ends."""

    start: Annotated[str | None, means("The month of --start.")]
    end: Annotated[str | None, means("The last month, if each step takes as long as it can; null if not known.")]
    at_least_until: Annotated[str, means("The month before which it does not end.")]
    unknown_steps: Annotated[int, means("How many steps have no known length.")]


class Checklist(TypedDict):
    """The result of `checklist` for a path."""

    role: Annotated[str, means("The id of the role.")]
    path: Annotated[PathOfSteps, means("The path.")]
    steps: Annotated[list[ChecklistStep], means("Its steps in an order in which they can be done.")]
    progress: Annotated[Progress, means("How far the person is.")]
    timeline: NotRequired[Annotated[Timeline, means("With --start, when all of it ends.")]]


class PathsToChoose(TypedDict):
    """The paths of a role, without what was begun."""

    role: Annotated[str, means("The id of the role.")]
    paths: Annotated[list[Outline], means("Its paths, to choose from.")]


class Choice(PathsToChoose):
    """The result of `checklist` where a path has to be chosen."""

    begun: Annotated[list[str], means("The ids of those that the person has begun.")]


class Changed(TypedDict):
    """A step that changed."""

    id: Annotated[str, means("Its id.")]
    before: Annotated[StepState, means("What it was.")]
    after: Annotated[StepState, means("What it is.")]
    on: Annotated[str | None, means("The day of the tick.")]
    note: Annotated[str | None, means("The note.")]


class Ticked(TypedDict):
    """The result of `done`, `doing`, `skip` and `undo`."""

    file: Annotated[str, means("The file of the progress.")]
    role: Annotated[str, means("The id of the role.")]
    path: Annotated[str | None, means("The id of the path.")]
    changed: Annotated[list[Changed], means("The steps that changed.")]
    progress: Annotated[Progress, means("How far the person is now.")]


class NextStep(StepStanding):
    """A step that can be done now."""

    role: Annotated[str, means("The id of the role.")]
    path: Annotated[str | None, means("The id of the path.")]


class Begun(TypedDict):
    """A path that was begun."""

    role: Annotated[str, means("The id of the role.")]
    id: Annotated[str | None, means("The id of the path.")]
    progress: Annotated[Progress, means("How far the person is.")]


class Next(TypedDict):
    """The result of `next`."""

    steps: Annotated[list[NextStep], means("What can be done now, path by path.")]
    paths: Annotated[list[Begun], means("The paths that were begun.")]
