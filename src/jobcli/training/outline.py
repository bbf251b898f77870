"""What it takes to qualify: months and euros of training paths, in which the unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobcli.domain.extent import Extent, together
from jobcli.domain.role import TrainingPath
from jobcli.training.admission import Entrant
from jobcli.training.gate import Access, Find, Gate, gate, level_of, own_level


class PathOutline(Struct, frozen=True, kw_only=True):
    """What lists say of a path: how long it takes, and what it costs."""

    id: str
    path: TrainingPath
    months: Extent[float] | None
    """How long it takes, with what comes first; None is not known."""
    money: Extent[float] | None
    """Euros for course and examination together, with what comes first; None where no price is known."""
    access: Access = "open"
    """Whether one may begin it."""
    first: tuple[str, ...] = ()
    """The ids of what comes first, in turn."""
    years: float = 0
    """The years in the job that are lacking before it."""


def outline(path: TrainingPath, entry: Gate | None = None) -> PathOutline:
    """The months and the money of one path. A course or examination without a price leaves the sum incomplete.

    With `entry`, what comes before it counts, too. The money is the numbers of the profile, for lists; what is computed
    further takes `afbg.cost_of`, which is exact.
    """
    entry = entry or Gate(access="open")
    every, wait = (*entry.first, path), entry.years * 12
    prices = (price for one in every for price in (one.cost.course, one.cost.exam))
    lengths = (one.months.extent if one.months else None for one in every)
    return PathOutline(
        id=path.id or "",
        path=path,
        months=together((*lengths, *([Extent(wait, wait)] if wait else []))) if path.months else None,
        money=together(price.extent if price else None for price in prices),
        access=entry.access,
        first=tuple(one.id or "" for one in entry.first),
        years=entry.years,
    )


def quickest(paths: Iterable[PathOutline]) -> PathOutline | None:
    """The path with the fewest known months; what only helps, and what has no known length, does not compete.

    One that may be begun goes before one of which that is not known, and this before one that is not needed or not open.
    """

    def order(item: PathOutline) -> tuple[int, float, float]:
        return _shut(item), *((item.months.low, item.months.high) if item.months else (0.0, 0.0))

    timed = [path for path in paths if path.months is not None and path.path.purpose == "leads"]
    return min(timed, key=order, default=None)


def _shut(item: PathOutline) -> int:
    """0 for what may be begun, at once or later; then where that is not known, what is not needed, and what is not open."""
    return {"unknown": 1, "not-needed": 2, "closed": 3}.get(item.access, 0)


def onward(paths: Iterable[TrainingPath], who: Entrant, find: Find) -> PathOutline | None:
    """The quickest path that leads the person further, with what comes before it; None where none is known to.

    None that is shut, and none that they do not need. One that stands higher than what they have goes before one that
    does not, one that they may begin before one of which that is not known.
    """
    have = own_level(who, find) or 0
    gates = ((path, gate(path, who, find)) for path in paths)
    shut = ("closed", "not-needed")
    found = [outline(path, entry) for path, entry in gates if entry.access not in shut and path.purpose == "leads"]

    def order(item: PathOutline) -> tuple[bool, int, float, float]:
        level, months = level_of(item.path), item.months
        low, high = (0.0, 0.0) if months is None else (months.low, months.high)
        # Of paths of which that is not known, the lowest level asks for least.
        unsure = 1 + (level or 0) if item.access == "unknown" else 0
        return level is not None and level <= have, unsure, low, high

    return min((item for item in found if item.months is not None), key=order, default=None)


def for_anybody(path: TrainingPath, find: Find) -> PathOutline:
    """A path with what comes before it for somebody who has an apprenticeship and as much practice as it asks for."""
    return outline(path, gate(path, _APPRENTICED, find))


_APPRENTICED = Entrant(education="apprenticeship", practice=50)


def cheapest(paths: Iterable[PathOutline]) -> PathOutline | None:
    """The path with the smallest known sum, of those that lead to the role; a complete sum goes before an incomplete one.

    Before that decides whether it may be begun, as for the quickest.
    """

    def order(item: PathOutline) -> tuple[int, bool, float]:
        return _shut(item), *((not item.money.complete, item.money.low) if item.money else (True, 0.0))

    priced = [path for path in paths if path.money is not None and path.path.purpose == "leads"]
    return min(priced, key=order, default=None)
