"""The chain of a plan: through which roles to a goal, and which training comes before each of them.

A role more than one level above the one before is never next: practice in between is part of the way. Where a level is
gained that usually asks for more than the person has by then, training above that comes first: of the paths that the next
role names the one they were offered, then one that is open to them, then the lowest level, then the one that is known best.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct

from jobcli.domain.role import Level, Role, TrainingPath, levels_up
from jobcli.moving.moves import Link, Links
from jobcli.moving.routes import Move, best_ways
from jobcli.training.admission import AdmissionMissing, Entrant, admitted
from jobcli.training.gate import EDUCATION_LEVELS, Access, Find, gate, having, level_of, own_level, surest

_ENOUGH: Mapping[Level, int] = {"helper": 0, "skilled": 4, "specialist": 6, "expert": 7}
"""The DQR level that is usual at each level of the KldB: apprenticeship, further training or bachelor, degree of four years."""
_ACCESSES: tuple[Access, ...] = ("open", "after", "unknown")


class ChainTraining(Struct, frozen=True, kw_only=True):
    """A path of a chain."""

    path: TrainingPath
    open: bool
    """Whether the person may begin it by then; False is not known."""
    missing: tuple[AdmissionMissing, ...] = ()
    """What would decide where it is not known."""


class ChainLeg(Struct, frozen=True, kw_only=True):
    """One role of a chain, with the training that comes before it."""

    role: str
    link: Link | None
    """Who says that people go there; None where no profile does."""
    training: tuple[ChainTraining, ...]
    """In turn; none where the role takes no further training."""


def chain(
    start: str,
    goal: str,
    roles: Mapping[str, Role],
    linked: Links,
    paths: Callable[[str], Sequence[TrainingPath]],
    who: Entrant,
    find: Find,
    offered: Collection[str] = (),
) -> tuple[ChainLeg, ...]:
    """The roles from `start` to `goal` in turn; `paths` gives the paths of a role, `offered` are those with an offer.

    Where no link leads there level by level, the links alone do, and where none does, the goal is next.
    """
    every = [Move(before=before, after=after) for before, there in linked.items() for after in there]
    near = [move for move in every if _rise(roles, move.before, move.after) <= 1]
    found = best_ways(near, start, goal, "steps") or best_ways(every, start, goal, "steps")
    legs: list[ChainLeg] = []
    for move in found[0] if found else (Move(before=start, after=goal),):
        rises = _rise(roles, move.before, move.after) > 0
        least = EDUCATION_LEVELS["none" if roles[start].level == "helper" else "apprenticeship"]
        have = own_level(who, find)
        enough = (least if have is None else have) >= _ENOUGH[roles[move.after].level]
        training = _training(paths(move.after), who, find, offered, least) if rises and not enough else ()
        who = having(who, *(one.path for one in training))
        legs.append(ChainLeg(role=move.after, link=linked.get(move.before, {}).get(move.after), training=training))
    return tuple(legs)


def _rise(roles: Mapping[str, Role], before: str, after: str) -> int:
    """By how many levels of the KldB the next role stands higher."""
    return levels_up(roles[before].level, roles[after].level)


def _training(
    paths: Sequence[TrainingPath], who: Entrant, find: Find, offered: Collection[str], least: int
) -> tuple[ChainTraining, ...]:
    """The path that leads up, with what opens it; none where the role names no such path that the person may begin."""
    have = own_level(who, find)
    floor = least if have is None else have
    higher = [path for path in paths if path.purpose == "leads" and (level_of(path) or 0) > floor]
    gates = [(path, found) for path in higher if (found := gate(path, who, find)).access in _ACCESSES]
    if not gates:
        return ()

    def order(item: tuple[TrainingPath, object]) -> tuple[object, ...]:
        path, found = item[0], gate(item[0], who, find)
        return path.id not in offered, _ACCESSES.index(found.access), level_of(path) or 0, surest(path)

    path, found = min(gates, key=order)
    sure = found.access != "unknown"
    return (
        *(ChainTraining(path=first, open=True) for first in found.first),
        ChainTraining(path=path, open=sure, missing=() if sure else admitted(path, who, find).missing),
    )
