"""What checklist answers, for programs: the paths to choose from, the steps of one, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

if TYPE_CHECKING:
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.calendar_words import Plan
    from jobcli.pages.contract import shared, walk
    from jobcli.training.calendar import Placed, Timeline
    from jobcli.training.steps import StepStanding


def outline_data(path: TrainingPath) -> shared.Outline:
    """A path in short."""
    from jobcli.training.outline import outline

    item = outline(path)
    return {
        "id": item.id,
        "title": path.title,
        "kind": path.kind,
        "months": {"min": item.months.low, "max": item.months.high} if item.months else None,
        "cost": msgspec.to_builtins(item.money) if item.money else None,
    }


def paths_data(profile: Profile) -> walk.PathsToChoose:
    """The paths of a role, to choose from."""
    return {"role": profile.id, "paths": [outline_data(path) for path in profile.paths]}


def checklist_data(profile: Profile, plan: Plan) -> walk.Checklist:
    """The steps of one path in the order in which they can be done, and what became of each; with a start, when."""
    from jobcli.pages.progress_data import progress_data

    journey, timeline, path = plan.journey, plan.timeline, plan.journey.path
    short = outline_data(path)
    rest = msgspec.to_builtins(path)
    del rest["steps"]
    data: walk.Checklist = {
        "role": profile.id,
        "path": {**rest, "id": short["id"], "months": path.months, "cost": short["cost"], "prices": path.cost},
        "steps": [_step(plan, stand) for stand in journey.stands],
        "progress": progress_data(journey),
    }
    if timeline is not None:
        data["timeline"] = _timeline(plan.start, timeline)
    return data


def _step(plan: Plan, stand: StepStanding) -> walk.ChecklistStep:
    from jobcli.pages.progress_data import step_data

    data = step_data(stand)
    if plan.timeline is None:
        return cast("walk.ChecklistStep", data)
    return {**data, "timeline": _months(plan.placed(stand))}


def _timeline(start: str | None, timeline: Timeline) -> walk.Timeline:
    end = timeline.end if timeline.known else None
    return {"start": start, "end": end, "at_least_until": timeline.soonest, "unknown_steps": timeline.unknown}


def _months(placed: Placed | None) -> walk.StepMonths:
    begins, known = placed is not None and placed.begins, placed is not None and placed.known
    return {
        "start": placed.start if placed and begins else None,
        "end": placed.end if placed and known else None,
    }
