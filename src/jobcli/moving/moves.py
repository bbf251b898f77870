"""The roles of a catalogue as a map: who comes before whom, what a move asks for, and the ways from one role to another.

A move follows a transition, which one of the two profiles names, or both. What it takes is published nowhere: its months
and its cost are not known, and never zero. A move can also be a training path of the next role: that can be begun from any
role, by whom it admits then, with all that was taken on the way. How ways are compared: routes.py. The rules in words:
docs/moving.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Annotated

from msgspec import Struct

from jobcli.domain.evidence import FigureBasis, Words
from jobcli.domain.extent import Extent, halfway, together
from jobcli.domain.meaning import means
from jobcli.domain.role import LEVELS, Cost, Level, Requirement, Role, Side, TrainingPath, Transition, levels_up
from jobcli.moving.comparison import learning
from jobcli.moving.routes import Move, Moves, reachable
from jobcli.training.afbg import OwnCost


class Link(Struct, frozen=True, kw_only=True):
    """That people go from one role to another."""

    said_by: Annotated[tuple[str, ...], means("The profiles that name it.")]
    stated: Annotated[bool, means("Whether one of them states it.")]
    """Else it is concluded or in doubt."""


Links = Mapping[str, Mapping[str, Link]]
"""The links by the role before and the role after."""


Done = tuple[str, ...]
"""The ids of what was completed on the way, in alphabetical order."""


class RouteLeg(Struct, frozen=True, kw_only=True):
    """One move of a way."""

    before: str
    """The id of the role that is left."""
    after: str
    """The id of the role that is reached."""
    link: Link | None
    """None where only the training leads there."""
    path: TrainingPath | None
    """Its training path; None where none is taken."""
    completed: bool
    """Whether that path lies behind the person already."""
    months: Extent[float] | None
    """How long the training takes; None is not known."""
    own_cost: Extent[float] | None
    """Euros that the training costs the person; None is not known."""
    admitted: bool | None
    """Whether the training admits the person; None is not known, or not asked."""
    first: tuple[TrainingPath, ...]
    """The training that comes before it, so that it does; in months and own cost."""
    years: float
    """The years in the job that are lacking before it; in months."""
    levels_up: int
    """By how many levels of the KldB the next role stands higher."""
    done: Done
    """What was completed on the way before it."""
    learn: tuple[Requirement, ...]
    """What the next role asks for, the former does not, and the person does not bring."""
    brings: tuple[Requirement, ...]
    """What of it the person brings."""
    taught: tuple[Requirement, ...]
    """What of `learn` the training meets."""

    @property
    def months_basis(self) -> FigureBasis | None:
        """Whether the length of the training is stated by its source, concluded or in doubt; None where not known."""
        return None if self.path is None or self.path.months is None else self.path.months.basis

    @property
    def cost_basis(self) -> FigureBasis | None:
        """How sure the prices of the training are: what the least certain of them rests on; None where none is known."""
        cost = self.path.cost if self.path is not None else Cost()
        found = {part.basis for part in (cost.course, cost.exam) if part is not None}
        return next((basis for basis in _LEAST_CERTAIN_FIRST if basis in found), None)


_LEAST_CERTAIN_FIRST: tuple[FigureBasis, ...] = ("generic", "doubted", "derived", "stated")


class RouteWay(Struct, frozen=True, kw_only=True):
    """A way from one role to another."""

    legs: tuple[RouteLeg, ...]
    """Its moves in turn."""
    months: Extent[float] | None
    """Their sum; None where nothing of it is known."""
    own_cost: Extent[float] | None
    """Their sum in euros; None where nothing of it is known."""


class TrainingEntry(Struct, frozen=True, kw_only=True):
    """A training path of a role for one person."""

    path: TrainingPath
    own_cost: OwnCost | None = None
    """What is left of its cost; None is not known."""
    completed: bool = False
    """Whether the person has it behind them."""
    admitted: bool | None = None
    """Whether it admits them, once they have what comes before; None is not known."""
    first: tuple[TrainingPath, ...] = ()
    """The training that comes before it, in turn: its months and cost count with those of the path."""
    years: float = 0
    """The years in the job that are lacking before it: they count as months."""
    needed: bool = True
    """False where they have as much already."""

    @property
    def months(self) -> Extent[float] | None:
        """How long it takes, with what comes before; None is not known."""
        spans = (None if path.months is None else path.months.extent for path in (*self.first, self.path))
        wait = [Extent(self.years * 12, self.years * 12)] if self.years else []
        return together((*wait, *spans))

    @property
    def leads(self) -> bool:
        """Whether a way may take it: what only helps leads nowhere, and what is shut or not needed is not taken."""
        taken = self.completed or (self.needed and self.admitted is not False)
        return taken and self.path.purpose == "leads"


Entries = Callable[[str, Done], Sequence[TrainingEntry]]
"""The training paths of a role for the person, once they have completed these as well."""
Brings = Callable[[str, Done], Collection[str]]
"""The ids of a role's requirements that the person meets, once they have completed these paths as well."""


class LadderRung(Struct, frozen=True, kw_only=True):
    """A role on the ladder of another one."""

    role: str
    side: Side
    level: int
    """How many moves away it is: 1 or 2."""
    via: str | None
    """At two, the role between them."""
    both: bool
    """Whether people go in both directions."""
    link: Link


def links(roles: Mapping[str, Role]) -> Links:
    """Who goes where, by what any profile says in either direction; roles without a profile are left out."""
    found: dict[str, dict[str, Link]] = {}
    for name, role in roles.items():
        sides = (
            *((other.role, name, other.basis) for other in role.transitions.before),
            *((name, other.role, other.basis) for other in role.transitions.after),
        )
        for before, after, basis in sides:
            if before is None or after is None or before == after or before not in roles or after not in roles:
                continue
            there = found.setdefault(before, {})
            held = there.get(after)
            said = tuple(dict.fromkeys((*(held.said_by if held else ()), name)))
            there[after] = Link(said_by=said, stated=basis == "stated" or (held is not None and held.stated))
    return found


class RoleMap:
    """The roles of a catalogue with the moves between them, for one person."""

    def __init__(self, roles: Mapping[str, Role], linked: Links, entries: Entries) -> None:
        self._roles, self._linked, self._entries = roles, linked, entries
        self._from = cache(self._moves)

    def frame(self, trained: Collection[str], least: Level = "helper") -> list[Move]:
        """Where there may be a move: `trained` are the roles to which training may lead, from any role.

        None passes a role below the level `least`.
        """
        pairs = {(before, after) for before, there in self._linked.items() for after in there}
        pairs |= {(before, after) for after in trained for before in self._roles if before != after}
        floor = LEVELS.index(least)
        high = {name for name, role in self._roles.items() if LEVELS.index(role.level) >= floor}
        return [self._move(before, after) for before, after in sorted(pairs) if {before, after} <= high]

    def onward(self, way: Moves, here: str) -> list[Move]:
        """The moves from a role, after what was completed on the way there.

        A path that does not admit the person then is no move, unless they can take first what opens it, or wait; nor is
        one that only helps in the role, or leads to less than they have. One that is completed leads to its role as a
        transition does: what the change itself takes is not known.
        """
        return self._from(here, _done(way))

    def _moves(self, here: str, done: Done) -> list[Move]:
        found = [self._move(here, after) for after in sorted(self._linked.get(here, {}))]
        for name in sorted(self._roles):
            if name != here:
                found += [self._trained(here, name, entry) for entry in self._entries(name, done) if entry.leads]
        return found

    def levels_up(self, before: str, after: str) -> int:
        """By how many levels of the KldB the next role stands higher."""
        return levels_up(self._roles[before].level, self._roles[after].level)

    def _move(self, before: str, after: str) -> Move:
        return Move(before=before, after=after, far=self.levels_up(before, after) > 1)

    def _trained(self, before: str, after: str, entry: TrainingEntry) -> Move:
        path, own, far = entry.path, entry.own_cost, self.levels_up(before, after) > 1
        if entry.completed:
            return Move(before=before, after=after, path=path.id or "", behind=True, far=far)
        return Move(
            before=before,
            after=after,
            path=path.id or "",
            months=entry.months,
            cost=None if own is None else own.money,
            sure=entry.admitted is True,
            first=tuple(one.id or "" for one in entry.first),
            far=far,
        )

    def way(self, found: Moves, brings: Brings) -> RouteWay:
        """A way in full, with what each leg asks for and the person does not bring."""
        legs = tuple(self._leg(move, _done(found[:number]), brings) for number, move in enumerate(found))
        return RouteWay(
            legs=legs,
            months=together(leg.months for leg in legs),
            own_cost=together(leg.own_cost for leg in legs),
        )

    def _leg(self, move: Move, done: Done, brings: Brings) -> RouteLeg:
        entries = self._entries(move.after, done)
        entry = next((one for one in entries if move.path and one.path.id == move.path), None)
        own = entry.own_cost if entry is not None else None
        money = None if own is None else Extent(float(own.money.low), float(own.money.high), own.money.complete)
        new = learning(self._roles[move.before], self._roles[move.after])
        have = brings(move.after, done)
        taught = brings(move.after, tuple(sorted({*done, *move.done}))) if move.path else have
        completed = entry is not None and entry.completed
        return RouteLeg(
            before=move.before,
            after=move.after,
            link=self._linked.get(move.before, {}).get(move.after),
            path=entry.path if entry is not None else None,
            completed=completed,
            months=move.months,
            own_cost=None if completed else money,
            admitted=entry.admitted if entry is not None else None,
            first=entry.first if entry is not None else (),
            years=entry.years if entry is not None and not completed else 0,
            levels_up=self.levels_up(move.before, move.after),
            done=done,
            learn=tuple(item for item in new if item.id not in have),
            brings=tuple(item for item in new if item.id in have),
            taught=tuple(item for item in new if item.id in taught and item.id not in have),
        )


def _done(way: Moves) -> Done:
    return tuple(sorted({name for move in way for name in move.done}))


def nearest(start: str, goal: str, roles: Mapping[str, Role], found: Iterable[Move]) -> str | None:
    """Of the roles that can be reached by these moves, the one from which the least is left to learn for `goal`.

    Between equals the fewest moves decide, then the id. None where no other role can be reached.
    """
    reached = reachable(found, start)
    left = {name: len({item.choice for item in learning(roles[name], roles[goal])}) for name in reached}
    rated = [(left[name], count, name) for name, count in reached.items() if name != start]
    return min(rated)[2] if rated else None


def paid_back(cost: Extent[float] | None, gain_year: int | None) -> int | None:
    """The full months of a gain that pay back what a way costs the person, both in the middle.

    None where the cost is not wholly known, or where nothing is gained.
    """
    if cost is None or not cost.complete or gain_year is None or gain_year <= 0:
        return None
    return math.ceil(halfway(cost) * 12 / gain_year)


def ladder(role_id: str, linked: Links) -> tuple[LadderRung, ...]:
    """The roles within two moves before and after a role, each once, where it is nearest; after it, where both are."""
    before: dict[str, dict[str, Link]] = {}
    for name, there in linked.items():
        for other, link in there.items():
            before.setdefault(other, {})[name] = link
    seen = {role_id}
    rungs: list[LadderRung] = []
    graphs: tuple[tuple[Side, Links], ...] = (("after", linked), ("before", before))
    edge: dict[Side, set[str]] = {"after": {role_id}, "before": {role_id}}
    for level in (1, 2):
        for side, graph in graphs:
            found: dict[str, LadderRung] = {}
            for here in sorted(edge[side]):
                for name, link in sorted(graph.get(here, {}).items()):
                    found.setdefault(name, _rung(role_id, here, name, side, level, link, linked))
            # A role that stands on the other side already still leads further on this one.
            edge[side] = set(found)
            rungs += [rung for name, rung in found.items() if name not in seen]
            seen |= set(found)
    return tuple(rungs)


def without_profile(role: Role, side: Side, titles: Collection[Words]) -> tuple[Transition, ...]:
    """The neighbours on one side that are named by a title only; none that stands on the ladder by its profile."""
    named = role.transitions.before if side == "before" else role.transitions.after
    return tuple(
        item
        for item in named
        if item.title is not None
        and not any(item.title.de == title.de or item.title.en == title.en for title in titles)
    )


def _rung(start: str, here: str, name: str, side: Side, level: int, link: Link, linked: Links) -> LadderRung:
    both = name in linked.get(here, {}) and here in linked.get(name, {})
    return LadderRung(role=name, side=side, level=level, via=None if here == start else here, both=both, link=link)
