"""How far a person has come: the answers of `done`, `doing`, `skip`, `undo` and `next`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.wire import Joined
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.extent import Extent
from jobcli.domain.meaning import means
from jobcli.domain.own import PlannedPath, Progress
from jobcli.domain.role import TrainingPath
from jobcli.files.catalog import Catalog
from jobcli.training.renames import renamed
from jobcli.training.steps import Journey, StepStanding, StepState, journey


class MonthsLeft(Struct, frozen=True, kw_only=True):
    """Months until the end, as far as they are known."""

    min: Annotated[float | None, means("The fewest.")]
    max: Annotated[float | None, means("The most.")]

    @property
    def extent(self) -> Extent[float | None]:
        """The same as pages say it; an end that is not known is None."""
        return Extent(self.min, self.max)


class GoneTick(Struct, frozen=True, kw_only=True):
    """A tick of a step that the profile does not have any more."""

    id: Annotated[str, means("The id of the step.")]
    state: Annotated[StepState, means("What became of it.")]
    on: Annotated[str, means("The day of the tick.")]
    note: Annotated[str | None, means("The note.")]


class PathProgress(Struct, frozen=True, kw_only=True):
    """How far a person is on a path."""

    started: Annotated[str | None, means("The day on which they began.")]
    done: Annotated[int, means("How many steps are done.")]
    doing: Annotated[int, means("How many they are at.")]
    skipped: Annotated[int, means("How many were skipped.")]
    total: Annotated[int, means("How many there are.")]
    months_left: Annotated[MonthsLeft, means("How long it still takes.")]
    next: Annotated[tuple[str, ...], means("The steps they are at, then those that can be begun now.")]
    gone: Annotated[tuple[GoneTick, ...], means("Ticks of steps that the profile does not have any more.")]

    @property
    def settled(self) -> int:
        """How many steps are done or skipped."""
        return self.done + self.skipped


class StepChange(Struct, frozen=True, kw_only=True):
    """A step that changed."""

    id: Annotated[str, means("Its id.")]
    before: Annotated[StepState, means("What it was.")]
    after: Annotated[StepState, means("What it is.")]
    on: Annotated[str | None, means("The day of the tick.")]
    note: Annotated[str | None, means("The note.")]


class Ticked(Answer, frozen=True, kw_only=True):
    """The result of `done`, `doing`, `skip` and `undo`."""

    commands = ("done", "doing", "skip", "undo")
    file: Annotated[str, means("The file of the progress.")]
    role: Annotated[str, means("The id of the role.")]
    path: Annotated[str | None, means("The id of the path.")]
    changed: Annotated[tuple[StepChange, ...], means("The steps that changed.")]
    progress: Annotated[PathProgress, means("How far the person is now.")]


class NextKeys(Struct, frozen=True, kw_only=True):
    """A step that can be done now."""

    role: Annotated[str, means("The id of the role.")]
    path: Annotated[str | None, means("The id of the path.")]


class NextStep(Joined[NextKeys, StepStanding]):
    """A step that can be done now."""


class BegunPath(Struct, frozen=True, kw_only=True):
    """A path that was begun."""

    role: Annotated[str, means("The id of the role.")]
    id: Annotated[str | None, means("The id of the path.")]
    progress: Annotated[PathProgress, means("How far the person is.")]


class PathAhead(Struct, frozen=True, kw_only=True):
    """A path of a plan that comes later."""

    role: Annotated[str, means("The id of the role.")]
    path: Annotated[str, means("The id of the path.")]
    begins: Annotated[str, means("The month (YYYY-MM) in which it begins.")]


class PlanAhead(Struct, frozen=True, kw_only=True):
    """A plan that was begun."""

    to: Annotated[str, means("The id of the role to which it leads.")]
    begun: Annotated[str, means("The day on which the person began it.")]
    path: Annotated[str | None, means("The path that it is at, by its id; null where all its paths are settled.")]
    begins: Annotated[str | None, means("The month (YYYY-MM) in which that begins.")]
    later: Annotated[tuple[PathAhead, ...], means("Those that come after it.")]


class Next(Answer, frozen=True, kw_only=True):
    """The result of `next`."""

    commands = ("next",)
    table = Columns("steps", ("role", "path", "id", "text", "state", "on", "note", "months.min", "months.max"))
    steps: Annotated[tuple[NextStep, ...], means("What can be done now, path by path.")]
    paths: Annotated[tuple[BegunPath, ...], means("The paths that were begun, and those at which plans are.")]
    plans: Annotated[tuple[PlanAhead, ...], means("The plans that were begun.")]


class Begun(Struct, frozen=True, kw_only=True):
    """All that a person has begun: the answer of `next`, and what stands beside it."""

    answer: Next
    paths: tuple[TrainingPath, ...]
    """The paths of the answer, in its order."""
    problems: tuple[Problem, ...]
    """What was begun and has no profile any more."""


def progress_on(way: Journey) -> PathProgress:
    """How far a person is on a path."""
    states = [stand.state for stand in way.stands]
    return PathProgress(
        started=way.started,
        done=states.count("done"),
        doing=states.count("doing"),
        skipped=states.count("skipped"),
        total=len(states),
        months_left=MonthsLeft(min=way.left.low, max=way.left.high),
        next=tuple(stand.id for stand in way.now),
        gone=tuple(GoneTick(id=name, state=tick.state, on=tick.on, note=tick.note) for name, tick in way.gone.items()),
    )


def ticked(file: str, role: str, before: Journey, after: Journey) -> Ticked:
    """What a command changed in the file of the progress, and where the person stands now."""
    return Ticked(
        file=file, role=role, path=after.path.id, changed=tuple(_changes(before, after)), progress=progress_on(after)
    )


def _changes(before: Journey, after: Journey) -> Iterator[StepChange]:
    """The steps that stand otherwise than before, then those that the profile lost and whose ticks were taken back."""
    old = {stand.id: stand for stand in before.stands}
    for stand in after.stands:
        was = old[stand.id]
        if (was.state, was.on, was.note) != (stand.state, stand.on, stand.note):
            yield StepChange(id=stand.id, before=was.state, after=stand.state, on=stand.on, note=stand.note)
    for name, tick in before.gone.items():
        if name not in after.gone:
            yield StepChange(id=name, before=tick.state, after="open", on=None, note=None)


def begun(catalog: Catalog, progress: Progress) -> Begun:
    """What can be done now of all that a person has begun, path by path."""
    ways: list[tuple[str, Journey]] = []
    lost: list[Problem] = []
    for role in _heirs(catalog, progress):
        profile = catalog.profile(role) if role in catalog.ids() else None
        started = (progress if profile is None else renamed(progress, profile)).roles.get(role, {})
        paths = {path.id: path for path in profile.paths} if profile else {}
        for name, ticks in started.items():
            if name in paths:
                ways.append((role, journey(paths[name], ticks)))
            else:
                lost.append(_without_profile(role, name))
    plans = []
    for goal, plan in progress.plans.items():
        left = [(one, way) for one in plan.paths if not (way := _way(catalog, ways, one)) or not way.settled]
        if left and (way := left[0][1]) is not None and (left[0][0].role, way) not in ways:
            ways.append((left[0][0].role, way))
        lost += [_without_profile(one.role, one.path) for one, way in left if way is None]
        plans.append(
            PlanAhead(
                to=goal,
                begun=plan.begun,
                path=left[0][0].path if left else None,
                begins=left[0][0].begins if left else None,
                later=tuple(PathAhead(role=one.role, path=one.path, begins=one.begins) for one, _ in left[1:]),
            )
        )
    answer = Next(
        steps=tuple(NextStep(NextKeys(role=role, path=way.path.id), stand) for role, way in ways for stand in way.now),
        paths=tuple(BegunPath(role=role, id=way.path.id, progress=progress_on(way)) for role, way in ways),
        plans=tuple(plans),
    )
    return Begun(answer=answer, paths=tuple(way.path for _, way in ways), problems=tuple(lost))


def _way(catalog: Catalog, ways: Iterable[tuple[str, Journey]], planned: PlannedPath) -> Journey | None:
    """Where the person stands on a path of a plan; None where no profile has it any more."""
    for role, way in ways:
        if role == planned.role and planned.path in (way.path.id, *way.path.was):
            return way
    profile = catalog.profile(planned.role) if planned.role in catalog.ids() else None
    paths = () if profile is None else profile.paths
    return next((journey(path, None) for path in paths if planned.path in (path.id, *path.was)), None)


def _heirs(catalog: Catalog, progress: Progress) -> list[str]:
    """The roles that were begun, by the ids of today: one that no profile has may have been renamed."""
    lost = [role for role in progress.roles if role not in catalog.ids()]
    now = {old: profile.id for profile in catalog.profiles() for old in profile.role.was} if lost else {}
    return list(dict.fromkeys(now.get(role, role) for role in progress.roles))


def _without_profile(role: str, path: str) -> Problem:
    return Problem(
        "no-profile",
        phrase("You have begun '{path}' of '{role}', but there is no profile of it any more; your ticks are kept."),
        phrase("All roles: jobcli list"),
        {"role": role, "path": path},
    )
