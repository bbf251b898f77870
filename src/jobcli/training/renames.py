"""Ticks of steps, paths and roles that have another id by now: what a profile says they were called before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from jobcli.domain.own import Progress, Started
from jobcli.domain.profile import Profile
from jobcli.domain.role import TrainingPath


def renamed(progress: Progress, profile: Profile) -> Progress:
    """The progress with all that was begun of this role under the ids of today; the same where nothing was renamed.

    What was ticked under both an old and a new id keeps the new one.
    """
    roles = dict(progress.roles)
    own = dict(roles.get(profile.id, {}))
    for old in profile.role.was:
        own = {**roles.pop(old, {}), **own}
    own = _paths(own, profile.paths)
    if own:
        roles[profile.id] = own
    return progress if roles == progress.roles else structs.replace(progress, roles=roles)


def _paths(own: dict[str, Started], paths: Sequence[TrainingPath]) -> dict[str, Started]:
    found = dict(own)
    for path in paths:
        now = path.id or ""
        for old in path.was:
            if old in found:
                begun = found.pop(old)
                found.setdefault(now, begun)
        if now in found:
            found[now] = _steps(found[now], path)
    return found


def _steps(started: Started, path: TrainingPath) -> Started:
    now = {old: step.id for step in path.steps for old in step.was}
    if not now.keys() & {*started.steps, *started.seen}:
        return started
    moved = {now[name]: tick for name, tick in started.steps.items() if name in now}
    kept = {name: tick for name, tick in started.steps.items() if name not in now}
    return structs.replace(
        started,
        steps={**moved, **kept},
        seen=tuple(dict.fromkeys(now.get(name, name) for name in started.seen)),
    )
