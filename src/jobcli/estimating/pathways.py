"""What it takes to qualify: months and euros of training paths, in which the unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobcli.domain.role import Step, TrainingPath


class Money(Struct, frozen=True):
    """Euros from `low` to `high`. `complete` is False where a part is not known: then it is at least this much."""

    low: float
    high: float
    complete: bool


class Outline(Struct, frozen=True, kw_only=True):
    """A path in three numbers: months (None: not known) and money (None: nothing of it is known)."""

    id: str
    path: TrainingPath
    months: tuple[float, float] | None
    money: Money | None


def outline(path: TrainingPath) -> Outline:
    """The months and the money of one path. A course or examination without a price leaves the sum incomplete."""
    known = [part for part in (path.cost.course, path.cost.exam) if part is not None]
    money = Money(sum(part.min for part in known), sum(part.max for part in known), len(known) == 2) if known else None
    months = (path.months.min, path.months.max) if path.months else None
    return Outline(id=path.id or "", path=path, months=months, money=money)


def quickest(paths: Iterable[Outline]) -> Outline | None:
    """The path with the fewest known months; paths whose length is not known do not compete."""
    timed = [path for path in paths if path.months is not None]
    return min(timed, key=lambda path: path.months or (0, 0), default=None)


def cheapest(paths: Iterable[Outline]) -> Outline | None:
    """The path with the smallest known sum; a complete sum goes before an incomplete one."""
    priced = [path for path in paths if path.money is not None]
    return min(
        priced, key=lambda path: (not path.money.complete, path.money.low) if path.money else (True, 0), default=None
    )


def in_order(path: TrainingPath) -> tuple[Step, ...]:
    """The steps so that each comes after all it needs; the order of the file decides between equals."""
    done: list[Step] = []
    waiting = list(path.steps)
    while waiting:
        ready = next(step for step in waiting if all(need in {before.id for before in done} for need in step.needs))
        waiting.remove(ready)
        done.append(ready)
    return tuple(done)
