"""What it takes to qualify: months and euros of training paths, in which the unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from jobcli.domain.extent import Extent, together
from jobcli.domain.role import TrainingPath
from jobcli.training.admission import Entrant, admitted
from jobcli.training.gate import EDUCATION_LEVELS, level_of


class PathOutline(Struct, frozen=True, kw_only=True):
    """What lists say of a path: how long it takes, and what it costs."""

    id: str
    path: TrainingPath
    months: Extent[float] | None
    """How long it takes; None is not known."""
    money: Extent[float] | None
    """Euros for course and examination together; None where neither price is known."""


def outline(path: TrainingPath) -> PathOutline:
    """The months and the money of one path. A course or examination without a price leaves the sum incomplete.

    The money is the numbers of the profile, for lists; what is computed further takes `afbg.cost_of`, which is exact.
    """
    prices = (path.cost.course, path.cost.exam)
    return PathOutline(
        id=path.id or "",
        path=path,
        months=path.months.extent if path.months else None,
        money=together(price.extent if price else None for price in prices),
    )


def quickest(paths: Iterable[PathOutline]) -> PathOutline | None:
    """The path with the fewest known months; what only helps, and what has no known length, does not compete."""
    timed = [path for path in paths if path.months is not None and path.path.purpose == "leads"]
    return min(timed, key=lambda path: (path.months.low, path.months.high) if path.months else (0, 0), default=None)


def quickest_onward(paths: Sequence[TrainingPath], who: Entrant) -> PathOutline | None:
    """The quickest path that leads further: it is not completed, admits the person, and stands higher than what they have.

    A path stands higher if its DQR level is above that of each path here that they completed, and, where it is a degree,
    above that of their highest education; a path without a level may do so. Where only lower ones are left, and none of
    the paths is completed, the quickest of these.
    """
    table = {path.id: path for path in paths}
    done = [path for path in paths if path.id in who.qualifications]
    reached = max((level_of(path) or 0 for path in done), default=0)
    open_now = [path for path in paths if path not in done and admitted(path, who, table.get).met is not False]
    onward = []
    for path in open_now:
        level = level_of(path)
        by = max(reached, EDUCATION_LEVELS.get(who.education or "none", 0) if path.kind == "degree" else 0)
        if level is None or level > by:
            onward.append(path)
    return quickest(outline(path) for path in onward) or (
        None if done else quickest(outline(path) for path in open_now)
    )


def cheapest(paths: Iterable[PathOutline]) -> PathOutline | None:
    """The path with the smallest known sum, of those that lead to the role; a complete sum goes before an incomplete one."""
    priced = [path for path in paths if path.money is not None and path.path.purpose == "leads"]
    return min(
        priced, key=lambda path: (not path.money.complete, path.money.low) if path.money else (True, 0), default=None
    )
