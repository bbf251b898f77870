"""What to do on a path, in which order: the answers of `checklist`, for one path and for the choice between several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.amounts import Sum
from jobcli.answers.answer import Answer, Columns
from jobcli.answers.progress import PathProgress, progress_on
from jobcli.answers.rows import OutlinedPath, outlined, price
from jobcli.answers.wire import Joined
from jobcli.domain.evidence import Source, Words, phrase
from jobcli.domain.meaning import means
from jobcli.domain.own import CourseOffer
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import refuse
from jobcli.domain.role import Cost, Span, TrainingPath
from jobcli.training.calendar import Placed, Timeline, days_in, lay_out, month_number
from jobcli.training.outline import outline
from jobcli.training.steps import Journey, StepStanding


class StepMonths(Struct, frozen=True, kw_only=True):
    """The months of a step, both within it."""

    start: Annotated[str | None, means("The first month.")]
    end: Annotated[str | None, means("The last month.")]


class ChecklistStep(StepStanding, frozen=True, kw_only=True):
    """A step of a checklist."""

    timeline: Annotated[StepMonths | UnsetType, means("With --start, its months.")] = UNSET


class PathKeys(Struct, frozen=True, kw_only=True):
    """A path: the keys of a training path in the profile format, and its cost in short."""

    id: Annotated[str | None, means("Its id.")]
    months: Annotated[Span | None, means("How long it takes.")]
    cost: Annotated[Sum | None, means("Course and examination together, in euros; null if neither is known.")]
    prices: Annotated[Cost, means("The prices of course and examination.")]


class PathOfSteps(Joined[PathKeys, TrainingPath]):
    """A path: the keys of a training path in the profile format, and its cost in short."""

    without = ("steps",)
    in_front = False


class CalendarEnd(Struct, frozen=True, kw_only=True):
    """When all of a path ends."""

    start: Annotated[str | None, means("The month of --start.")]
    end: Annotated[str | None, means("The last month, if each step takes as long as it can; null if not known.")]
    at_least_until: Annotated[str, means("The month before which it does not end.")]
    unknown_steps: Annotated[int, means("How many steps have no known length.")]


class Checklist(Answer, frozen=True, kw_only=True):
    """The result of `checklist` for a path."""

    commands = ("checklist",)
    table = Columns(
        "steps",
        (
            *("id", "text", "state", "on", "note", "needs", "waits_for", "new"),
            *("months.min", "months.max", "cost.min", "cost.max", "start=timeline.start", "end=timeline.end"),
        ),
    )
    role: Annotated[str, means("The id of the role.")]
    path: Annotated[PathOfSteps, means("The path.")]
    offer: Annotated[
        CourseOffer | None, means("What the person was offered, which counts in the place of the profile.")
    ]
    steps: Annotated[tuple[ChecklistStep, ...], means("Its steps in an order in which they can be done.")]
    progress: Annotated[PathProgress, means("How far the person is.")]
    timeline: Annotated[CalendarEnd | UnsetType, means("With --start, when all of it ends.")] = UNSET


class PathChoice(Answer, frozen=True, kw_only=True):
    """The result of `checklist` where a path has to be chosen."""

    commands = ("checklist",)
    table = Columns(
        "paths",
        ("id", "title", "kind", "months.min", "months.max", "cost.low", "cost.high", "complete=cost.complete"),
    )
    role: Annotated[str, means("The id of the role.")]
    paths: Annotated[tuple[OutlinedPath, ...], means("Its paths, to choose from.")]
    begun: Annotated[tuple[str, ...], means("The ids of those that the person has begun.")]


class Plan(Struct, frozen=True, kw_only=True):
    """A checklist as a page, a printed list, a calendar file and todo.txt need it: with what stands beside the answer."""

    answer: Checklist
    title: Words
    """The name of the role."""
    sources: Mapping[str, Source]
    """What the path was read from."""
    start: str | None = None
    """The month (YYYY-MM) in which it begins."""
    calendar: Timeline | None = None
    """Its steps from that month on."""

    @property
    def path(self) -> TrainingPath:
        """The path as its profile has it."""
        return self.answer.path.record

    def placed(self, step: StepStanding) -> Placed | None:
        """Where a step stands on the calendar; None without a start, and for a step that is skipped."""
        if self.calendar is None or step.state == "skipped":
            return None
        return next(placed for placed in self.calendar.steps if placed.step.id == step.id)

    def due(self, step: StepStanding) -> str | None:
        """The last day of a step (YYYY-MM-DD), or of the month before which it does not end where its end is not known.

        None where no length that is known leads to one.
        """
        placed = self.placed(step)
        if placed is None or placed.known:
            return None if placed is None else placed.due
        soonest = placed.soonest
        return f"{soonest}-{days_in(month_number(soonest)):02d}" if soonest > (self.start or "") else None


def choice(profile: Profile, begun: Iterable[str]) -> PathChoice:
    """The paths of a role, to choose from; `begun` are the ids of those that the person has begun."""
    return PathChoice(role=profile.id, paths=tuple(outlined(path) for path in profile.paths), begun=tuple(begun))


def planned(profile: Profile, way: Journey, start: str | None = None, offer: CourseOffer | None = None) -> Plan:
    """The steps of one path in the order in which they can be done, and what became of each. The path holds the offer.

    From the month `start` (YYYY-MM) on, also when. Refusal where it would end after the last year of calendars.
    """
    path = way.path
    short = PathKeys(id=path.id or "", months=path.months, cost=price(outline(path).money), prices=path.cost)
    answer = Checklist(
        role=profile.id,
        path=PathOfSteps(short, path),
        offer=offer,
        steps=tuple(ChecklistStep(**structs.asdict(stand)) for stand in way.stands),
        progress=progress_on(way),
    )
    sources = path.sources or {path.source: profile.role.sources[path.source]}
    plan = Plan(answer=answer, title=profile.role.title, sources=sources)
    return plan if start is None else _dated(plan, start)


def _dated(plan: Plan, start: str) -> Plan:
    """The plan with its steps on a calendar."""
    answer = plan.answer
    calendar = lay_out(plan.path, start, [step.id for step in answer.steps if step.state == "skipped"])
    if len(calendar.end) > len("9999-12"):
        message = phrase("From {start} on, the path ends after the year 9999.")
        refuse("bad-date", message, phrase("Write a month such as --start 2027-01."), exit_code=2, start=start)
    dated = structs.replace(plan, start=start, calendar=calendar)
    end = CalendarEnd(
        start=start,
        end=calendar.end if calendar.known else None,
        at_least_until=calendar.soonest,
        unknown_steps=calendar.unknown,
    )
    steps = tuple(structs.replace(step, timeline=_months(dated.placed(step))) for step in answer.steps)
    return structs.replace(dated, answer=structs.replace(answer, steps=steps, timeline=end))


def _months(placed: Placed | None) -> StepMonths:
    if placed is None:
        return StepMonths(start=None, end=None)
    return StepMonths(start=placed.start if placed.begins else None, end=placed.end if placed.known else None)
