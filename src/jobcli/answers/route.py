"""The ways from one role to another: the answer of `route`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct, structs

from jobcli.answers.amounts import Stretch, Sum
from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Asker, Employer
from jobcli.answers.gain import GainBasis, PayGaps, gaps, own_pay
from jobcli.answers.pay import paid_there
from jobcli.answers.rows import AskedRequirement, QuickestPath, asked, quickest_told
from jobcli.answers.wire import AsOf, FromMe
from jobcli.domain.evidence import FigureBasis, Problem
from jobcli.domain.extent import Extent, together
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayGap
from jobcli.domain.role import LEVELS, TrainingPath
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.moving.fit import fit
from jobcli.moving.moves import (
    Done,
    Link,
    RoleMap,
    RouteLeg,
    RouteWay,
    TrainingEntry,
    links,
    nearest,
    paid_back,
)
from jobcli.moving.routes import RouteOrder, best_ways
from jobcli.training.gate import ever, gate, having, not_needed
from jobcli.training.outline import onward
from jobcli.training.weighing import weigh

if TYPE_CHECKING:
    from jobcli.domain.figures import Drawer
    from jobcli.domain.profile import Profile
    from jobcli.training.admission import Entrant
    from jobcli.training.afbg import OwnCost
    from jobcli.training.funding import Applicant
    from jobcli.training.outline import PathOutline


class Ends(Struct, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """Where a way or a part of it begins, and where it ends."""

    before: Annotated[str, means("The id of the role before.")]
    after: Annotated[str, means("The id of the role after.")]


class Leg(Ends, frozen=True, kw_only=True):
    """One move on a way."""

    transition: Annotated[Link | None, means("Who names the move; null where only training leads there.")]
    path: Annotated[str | None, means("The training path; null for a change of role without training.")]
    completed: Annotated[bool, means("Whether the person has completed this path already.")]
    admitted: Annotated[
        bool | None, means("Whether the path admits the person, after `first`; null where it is not known.")
    ]
    first: Annotated[
        tuple[str, ...], means("Training that comes before the path, by id; it counts in `months` and `own_cost`.")
    ]
    training: Annotated[
        QuickestPath | None,
        means("Without a path, the quickest one of the next role that is open then, or perhaps; counted in no sum."),
    ]
    years: Annotated[float, means("Years in the job that are lacking for the path; they count in `months`.")]
    levels_up: Annotated[
        int, means("By how many levels of the KldB the next role stands higher; more than 1 takes practice in between.")
    ]
    months: Annotated[Stretch | None, means("How long it takes.")]
    own_cost: Annotated[Sum | None, means("What it costs the person in euros.")]
    months_basis: Annotated[FigureBasis | None, means("How the length is known.")]
    cost_basis: Annotated[FigureBasis | None, means("How the prices are known.")]
    pay_before: Annotated[int | None, means("The middle of the role before, in gross euros a year.")]
    pay_after: Annotated[int | None, means("The middle of the role after, in gross euros a year.")]
    gain_year: Annotated[int | None, means("Their difference.")]
    gain_range: Annotated[PayGap | None, means("The same with how sure it is: eight in ten lie between its ends.")]
    told_apart: Annotated[
        bool | None, means("False where both stand for one official group, so that nothing is known.")
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]
    gain_year_net: Annotated[int | None, means("Their difference in net euros; null where gross pay is counted.")]
    learn: Annotated[
        tuple[AskedRequirement, ...],
        means("Requirements of the next role that the former has not and the person lacks."),
    ]
    brings: Annotated[tuple[AskedRequirement, ...], means("Those of them that the person meets already.")]
    taught: Annotated[tuple[str, ...], means("The ids of those in `learn` that the training path meets.")]


class Way(Struct, frozen=True, kw_only=True):
    """A way from one role to another."""

    id: Annotated[str, means("`way-1`, `way-2` and so on.")]
    steps: Annotated[int, means("How many legs it has.")]
    roles: Annotated[tuple[str, ...], means("The roles it passes, the first and the last included.")]
    months: Annotated[Stretch | None, means("The sum of its legs.")]
    own_cost: Annotated[Sum | None, means("What it costs the person in euros.")]
    gain_year: Annotated[int | None, means("The middle of the last role less that of the first, in gross euros.")]
    gain_range: Annotated[PayGap | None, means("The same with how sure it is: eight in ten lie between its ends.")]
    told_apart: Annotated[
        bool | None, means("False where both stand for one official group, so that nothing is known.")
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]
    gain_year_net: Annotated[int | None, means("The same in net euros; null where gross pay is counted.")]
    paid_after: Annotated[
        int | None,
        means(
            "Full months of that gain that pay back `own_cost`; null where it is not wholly known or nothing is gained."
        ),
    ]
    legs: Annotated[tuple[Leg, ...], means("Its legs.")]


class Routed(Answer, Ends, frozen=True, kw_only=True):
    """The result of `route`."""

    commands = ("route",)
    table = Columns(
        "ways.legs",
        (
            *("way=^.id", "leg=#", "from", "to", "path", "completed", "admitted", "months.min", "months.max"),
            *("own_cost.low", "own_cost.high", "pay_before", "pay_after", "gain_year", "learn", "brings", "taught"),
        ),
    )
    by: Annotated[RouteOrder, means("What orders the ways.")]
    reachable: Annotated[bool, means("Whether there is a way.")]
    nearest: Annotated[str | None, means("If there is none, the role from which the least is left to learn.")]
    as_of: AsOf
    counted: Annotated[Literal["gross", "net"], means("What `paid_after` is counted with.")]
    pay_date: Annotated[str | None, means("The day whose payroll figures were used; null where gross pay is counted.")]
    not_admitted: Annotated[tuple[str | None, ...], means("The paths of the role that do not admit the person now.")]
    employer: Annotated[
        Employer,
        means(
            "`new`: with another employer the years there begin at 0; `same` with --same-employer; `untold`: no years were told."
        ),
    ]
    own_pay_year: Annotated[
        int | None, means("What the person told that they earn in the first role, gross, from which gains then start.")
    ]
    ways: Annotated[tuple[Way, ...], means("The ways, the best first.")]
    from_me: FromMe


class FoundWays(Struct, frozen=True, kw_only=True):
    """Ways from one role to another, as the page of `route` needs them."""

    answer: Routed
    who: Asker
    """Who asks: with what net pay asks of them where gains are counted net."""
    basis: GainBasis | None
    """What gains in pay are counted with; None where no pay is known."""
    problems: tuple[Problem, ...]
    """Why roles on the ways have no estimate."""


def routed(
    profiles: Mapping[str, Profile],
    who: Asker,
    taxed: Asker | None,
    start: str,
    goal: str,
    by: RouteOrder,
    count: int,
    day: str,
) -> FoundWays:
    """Up to `count` ways of a person to a role, by what is known on a day; where there is none, the nearest role.

    `taxed` is the person with what net pay asks; None where they told too little for it.
    """
    roles = {name: one.role for name, one in profiles.items()}
    linked, bearer = links(roles), who.bearer(profiles)
    entries = OpenTraining(profiles, who, start, day)

    def brings(name: str, done: Done) -> Collection[str]:
        paths = (path for item in done if (path := entries.find(item)) is not None)
        more = structs.replace(bearer, completed=(*bearer.completed, *paths))
        met = fit(profiles[name], more, leads_on=name in linked.get(start, {}))
        return {item.id for item in met.of("met")}

    places = RoleMap(roles, linked, entries.priced if by == "cost" else entries.plain)
    least = min((roles[start].level, roles[goal].level), key=LEVELS.index)
    frame = places.frame(entries.trained(), least)
    told = RoleMap(roles, linked, entries.priced)
    ways = [told.way(one, brings) for one in best_ways(frame, start, goal, by, count, places.onward)]
    near = None if ways else nearest(start, goal, roles, [*places.frame(()), *places.onward((), start)])
    passed = dict.fromkeys([start, *(leg.after for one in ways for leg in one.legs), *([near] if near else [])])
    estimates = paid_there([profiles[name] for name in passed], who, day)
    own = own_pay(who, start)
    between = gaps(estimates.items, taxed, day, own)
    basis = between.basis
    who = taxed if taxed is not None and basis.net else who
    answer = Routed(
        before=start,
        after=goal,
        by=by,
        reachable=bool(ways),
        nearest=near,
        as_of=estimates.items[0].as_of if estimates.items else None,
        employer=who.employer,
        own_pay_year=None if own is None else own.gross_year,
        counted="net" if basis.net else "gross",
        pay_date=basis.pay_date if basis.net else None,
        not_admitted=tuple(path.id for path in entries.refused(goal)),
        ways=tuple(_way(f"way-{number}", item, between, entries) for number, item in enumerate(ways, 1)),
        from_me=who.from_me,
    )
    return FoundWays(answer=answer, who=who, basis=basis if estimates.items else None, problems=estimates.problems)


def _way(name: str, item: RouteWay, between: PayGaps, entries: OpenTraining) -> Way:
    start, goal = item.legs[0].before, item.legs[-1].after
    gained, counted = between.between(start, goal), between.counted(start, goal)
    return Way(
        id=name,
        steps=len(item.legs),
        roles=(start, *(leg.after for leg in item.legs)),
        months=_stretch(item.months),
        own_cost=_sum(item.own_cost),
        **structs.asdict(gained),
        gain_year_net=_net(between, start, goal),
        paid_after=paid_back(item.own_cost, None if counted is None else counted.p50),
        legs=tuple(_leg(leg, between, entries) for leg in item.legs),
    )


def _leg(leg: RouteLeg, between: PayGaps, entries: OpenTraining) -> Leg:
    return Leg(
        before=leg.before,
        after=leg.after,
        transition=leg.link,
        path=None if leg.path is None else leg.path.id,
        completed=leg.completed,
        admitted=leg.admitted,
        first=tuple(path.id or "" for path in leg.first),
        training=None if leg.path is not None else quickest_told(entries.onward(leg.after, leg.done)),
        years=leg.years,
        levels_up=leg.levels_up,
        months=_stretch(leg.months),
        own_cost=_sum(leg.own_cost),
        months_basis=leg.months_basis,
        cost_basis=leg.cost_basis,
        pay_before=between.earned(leg.before),
        pay_after=between.earned(leg.after),
        **structs.asdict(between.between(leg.before, leg.after)),
        gain_year_net=_net(between, leg.before, leg.after),
        learn=tuple(asked(item) for item in leg.learn),
        brings=tuple(asked(item) for item in leg.brings),
        taught=tuple(item.id for item in leg.taught),
    )


def _net(between: PayGaps, before: str, after: str) -> int | None:
    """The gain in net euros a year; None where gross pay is counted."""
    gap = between.net(before, after)
    return None if gap is None else gap.p50


def _stretch(months: Extent[float] | None) -> Stretch | None:
    return None if months is None else Stretch(months.low, months.high, months.complete)


def _sum(money: Extent[float] | None) -> Sum | None:
    return None if money is None else Sum(low=round(money.low, 2), high=round(money.high, 2), complete=money.complete)


class OpenTraining:
    """The training paths of roles for one person, after what was completed on the way. Costs only where they are asked for."""

    def __init__(self, profiles: Mapping[str, Profile], who: Asker, start: str, day: str) -> None:
        self._profiles, self._who, self._day = profiles, who, day
        self.plain = cache(self._plain)
        self.priced = cache(self._priced)
        self._entry = cache(self._judged)
        self._costs: dict[str | None, tuple[TrainingPath, OwnCost | None]] = {}
        self._paths = {path.id or "": path for profile in profiles.values() for path in profile.paths}
        self.find = self._paths.get
        self._entrant = who.entering(profiles[start].role)

    def trained(self) -> set[str]:
        """The roles to which a path may lead that is completed, or that may admit the person once they have all others."""
        who, paths = self._entrant, self._paths
        grown = self._after(tuple(sorted(paths)))
        taken = {name for name, path in paths.items() if not not_needed(path, who, self.find)}
        taken = {name for name in taken if ever(paths[name], grown, self.find)} | {*who.qualifications}
        return {name for name, one in self._profiles.items() if any(path.id in taken for path in one.paths)}

    def _plain(self, name: str, done: Done) -> tuple[TrainingEntry, ...]:
        return tuple(self._entry(path.id or "", done) for path in self._profiles[name].paths)

    def _after(self, done: Done) -> Entrant:
        return having(self._entrant, *(self._paths[name] for name in done))

    def onward(self, name: str, done: Done) -> PathOutline | None:
        """The quickest path of a role that leads the person further then."""
        return onward(self._profiles[name].paths, self._after(done), self.find)

    def _judged(self, name: str, done: Done) -> TrainingEntry:
        path, entrant = self._paths[name], self._after(done)
        found = gate(path, entrant, self.find)
        return TrainingEntry(
            path=self._who.offered(path),
            completed=name in entrant.qualifications,
            admitted={"closed": False, "unknown": None}.get(found.access, True),
            first=tuple(map(self._who.offered, found.first)),
            years=found.years,
            needed=found.access != "not-needed",
        )

    def _priced(self, name: str, done: Done) -> tuple[TrainingEntry, ...]:
        return tuple(structs.replace(entry, own_cost=self._whole_cost(entry)) for entry in self.plain(name, done))

    def _whole_cost(self, entry: TrainingEntry) -> OwnCost | None:
        """What a path costs the person with what comes before it; None where nothing of it is known."""
        own, before = self._own_cost(entry.path), [self._own_cost(path) for path in entry.first]
        whole = together(None if cost is None else cost.money for cost in (*before, own))
        known = next((cost for cost in (own, *before) if cost is not None), None)
        return None if known is None or whole is None else structs.replace(known, money=whole)

    def _own_cost(self, path: TrainingPath) -> OwnCost | None:
        """What a path costs the person; a path that many roles name is judged once."""
        known, cost = self._costs.get(path.id, (None, None))
        if known != path:
            offer = self._who.offers.get(path.id or "")
            who = self._applicant if offer is None else self._who.applicant(offer=offer)
            cost = weigh(path, who, self._drawer, self._day).own_cost
            self._costs[path.id] = (path, cost)
        return cost

    @cached_property
    def _applicant(self) -> Applicant:
        return self._who.applicant()

    @cached_property
    def _drawer(self) -> Drawer:
        return open_drawer(FUNDING)

    def refused(self, name: str) -> tuple[TrainingPath, ...]:
        """The paths of a role that do not admit the person now."""
        return tuple(entry.path for entry in self.plain(name, ()) if entry.admitted is False and not entry.completed)
