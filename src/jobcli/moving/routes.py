"""The best ways through a graph of moves: by fewest moves, shortest time, or least own cost, with the unknown kept apart.

What a way takes on one leg can open the next, so the moves from a role depend on the way there: `Onward` gives them.

A move weighs a tuple of numbers, a way weighs their sums, and tuples are compared from the left. How long the change to
another role itself takes, and what it costs, is published nowhere: every move has this unknown, with training or without.
Training comes on top of it, and its own length and price may be unknown as well. Unknowns are never taken for nothing:
they are counted before anything is added up, so a change without training goes before one with it, and of two ways with
as many unknowns the known months or euros decide, which are then a lower bound.

    all      moves across more than one level, which take practice in between; then
    steps    moves, moves with training, trainings of unknown months (twice where their admission is not known either), their
             fewest and most months
    months   unknowns (moves, trainings of unknown months, these once more if their admission is not known), fewest months,
             most months, moves, moves with training
    cost     unknowns (moves, trainings of unknown cost, these once more as above), trainings whose cost lacks a part,
             lowest euros, highest euros, moves, moves with training

Ways of the same weight stand in the order of the ids they pass. Every move weighs something (it is one move), so no best
way passes a role twice. Months weigh in whole thousandths and euros in cents, so that sums are exact.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from decimal import Decimal
from operator import add
from typing import Literal

from msgspec import Struct

from jobcli.domain.extent import Extent

RouteOrder = Literal["steps", "months", "cost"]
Weight = tuple[int, ...]

MAX_LOOKS = 200_000
"""How many beginnings of ways are looked at at most. Only a catalogue made to trap the search comes near."""


class Move(Struct, frozen=True, kw_only=True):
    """From one role to the next, with training or without."""

    before: str
    """The id of the role that is left."""
    after: str
    """The id of the role that is reached."""
    path: str = ""
    """The id of the training path; empty for none."""
    months: Extent[float] | None = None
    """How long the training takes; None is not known."""
    cost: Extent[Decimal] | None = None
    """What it costs the person, in euros; None is not known."""
    sure: bool = True
    """Whether it is known that the training admits the person."""
    behind: bool = False
    """Whether the path is completed already: then it is what leads on, but no training any more."""
    first: tuple[str, ...] = ()
    """The ids of the training that comes before the path; in months and cost."""
    far: bool = False
    """Whether the next role stands more than one level higher."""

    @property
    def done(self) -> tuple[str, ...]:
        """The ids of the training that it takes, in turn."""
        return (*self.first, self.path) if self.trained else ()

    @property
    def trained(self) -> bool:
        """Whether the move takes training."""
        return bool(self.path) and not self.behind


Moves = tuple[Move, ...]
Onward = Callable[[Moves, str], Iterable[Move]]
"""The moves from a role, by the way there."""


def weight(move: Move, by: RouteOrder) -> Weight:
    """What one move weighs in this order."""
    far = int(move.far)
    if not move.trained:
        return (far, *_UNTRAINED[by])
    shortest, longest = _whole(move.months, 1000)
    unsure = 1 if move.sure else 2
    if by == "steps":
        return far, 1, 1, unsure if move.months is None else 0, shortest, longest
    if by == "months":
        return far, 1 + (unsure if move.months is None else 0), shortest, longest, 1, 1
    low, high = _whole(move.cost, 100)
    unknown, lacking = unsure if move.cost is None else 0, int(move.cost is not None and not move.cost.complete)
    return far, 1 + unknown, lacking, low, high, 1, 1


_UNTRAINED: dict[RouteOrder, Weight] = {"steps": (1, 0, 0, 0, 0), "months": (1, 0, 0, 1, 0), "cost": (1, 0, 0, 0, 1, 0)}
"""What a change of role alone weighs, after whether it is far."""


def _whole(extent: Extent[float] | Extent[Decimal] | None, parts: int) -> tuple[int, int]:
    """Both ends in whole parts, so that sums are exact; what is not known is counted elsewhere."""
    return (0, 0) if extent is None else (round(extent.low * parts), round(extent.high * parts))


def total(moves: Iterable[Move], by: RouteOrder) -> Weight:
    """What a way weighs: the sums of what its moves weigh."""
    return tuple(map(sum, zip(*(weight(move, by) for move in moves), strict=True)))


def ids(moves: Moves) -> tuple[str, ...]:
    """What decides between ways of the same weight: the roles and training paths that they pass, in turn."""
    return tuple(word for move in moves for word in (move.after, move.path))


def best_ways(
    moves: Iterable[Move], start: str, goal: str, by: RouteOrder, count: int = 1, onward: Onward | None = None
) -> list[Moves]:
    """Up to `count` ways from `start` to `goal`, the best first, none through a role twice.

    Two ways differ in the roles that they pass, or in where they take training: of several that do not, the best counts.
    With `onward` the moves are those that it gives, and `moves` say where there may be one and weigh no more than it: by
    them the rest of each beginning is at least as heavy as a search backwards says (Dijkstra). So beginnings are looked at
    in the order of the least that they can become: what arrives first is best, and a beginning comes before all that it
    begins, so ways of one weight arrive in the order of their ids.
    """
    forwards = _best_moves(moves, by)
    left = _left(forwards, goal, by)
    if start not in left or start == goal:
        return []
    found: dict[tuple[tuple[str, bool], ...], Moves] = {}
    waiting: list[tuple[Weight, tuple[str, ...], Weight, Moves]] = [(left[start], (), left[goal], ())]
    looks = 0
    while waiting and len(found) < count and looks < MAX_LOOKS:
        _, _, so_far, way = heapq.heappop(waiting)
        here = way[-1].after if way else start
        if here == goal:
            found.setdefault(tuple((move.after, move.trained) for move in way), way)
            continue
        passed = {start, *(move.after for move in way)}
        known = (one.move for one in forwards.get(here, {}).values()) if onward is None else onward(way, here)
        for move in known:
            if move.after in left and move.after not in passed:
                looks += 1
                longer, reached = (*way, move), _plus(so_far, weight(move, by))
                heapq.heappush(waiting, (_plus(reached, left[move.after]), ids(longer), reached, longer))
    return list(found.values())


def reachable(moves: Iterable[Move], start: str) -> dict[str, int]:
    """The roles that can be reached, each with the fewest moves that it takes; `start` itself takes none."""
    after: dict[str, set[str]] = {}
    for move in moves:
        after.setdefault(move.before, set()).add(move.after)
    steps, edge, count = {start: 0}, [start], 0
    while edge:
        count += 1
        edge = sorted({role for here in edge for role in after.get(here, ())} - set(steps))
        steps.update(dict.fromkeys(edge, count))
    return steps


class _WeighedMove(Struct, frozen=True):
    """A move with its weight, which is computed once."""

    move: Move
    weight: Weight


_Graph = dict[str, dict[tuple[str, bool], _WeighedMove]]


def _best_moves(moves: Iterable[Move], by: RouteOrder) -> _Graph:
    """From each role to each other one the best move with training and the best without, by weight, then by its path."""
    best: _Graph = {}
    for move in moves:
        if move.before == move.after:
            continue
        there, key = best.setdefault(move.before, {}), (move.after, move.trained)
        held, weighed = there.get(key), weight(move, by)
        if held is None or (weighed, move.path) < (held.weight, held.move.path):
            there[key] = _WeighedMove(move, weighed)
    return best


def _left(forwards: _Graph, goal: str, by: RouteOrder) -> dict[str, Weight]:
    """What the best rest of the way weighs from every role from which there is one: Dijkstra's search from the goal."""
    backwards: dict[str, list[_WeighedMove]] = {}
    for there in forwards.values():
        for one in there.values():
            backwards.setdefault(one.move.after, []).append(one)
    settled: dict[str, Weight] = {}
    nothing = (0,) * (1 + len(_UNTRAINED[by]))
    waiting: list[tuple[Weight, str]] = [(nothing, goal)]
    while waiting:
        so_far, here = heapq.heappop(waiting)
        if here in settled:
            continue
        settled[here] = so_far
        for one in backwards.get(here, ()):
            if one.move.before not in settled:
                heapq.heappush(waiting, (_plus(so_far, one.weight), one.move.before))
    return settled


def _plus(one: Weight, other: Weight) -> Weight:
    return tuple(map(add, one, other))
