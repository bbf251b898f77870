"""`jobcli route`: the ways from one role to another."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from jobcli.cli.options import NoMeOption
from jobcli.cli.questions import ANYWHERE, BROUGHT, asks
from jobcli.cli.readers import Choice, Number
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Collection

    from jobcli.answers.asker import Asker
    from jobcli.domain.figures import Drawer
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.moving.moves import TrainingEntry
    from jobcli.moving.routes import RouteOrder
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.training.afbg import OwnCost
    from jobcli.training.funding import Applicant

app = typer.Typer()

WAYS = 3

read_by: Choice[RouteOrder] = Choice(
    names={
        "steps": "steps",
        "months": "months",
        "cost": "cost",
        "schritte": "steps",
        "monate": "months",
        "zeit": "months",
        "time": "months",
        "kosten": "cost",
    },
    code="unknown-order",
    message=phrase("'{word}' is no order of ways."),
)
OrderOption = Annotated[
    Any,
    typer.Option(
        "--by",
        metavar=read_by.metavar,
        parser=read_by,
        help=phrase("The best first: fewest steps (so without --by), shortest time, or least own cost."),
        show_default=False,
    ),
]
WaysOption = Annotated[
    Any,
    typer.Option(
        "--ways",
        metavar="NUMBER",
        parser=Number("--ways", 1, 10_000),
        help=phrase("How many ways to show; 3 without it."),
        show_default=False,
    ),
]


@app.command(
    help=phrase("The ways from one role to another, over transitions and training paths, with pay, months and cost."),
    epilog="jobcli route backoffice-manager operations-manager\njobcli route backoffice-manager cdo --by months",
)
@asks(*BROUGHT[1:], *ANYWHERE, before="no_me")
def route(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="FROM TO",
            help=phrase("Ids of roles; without FROM, the role in your settings."),
            show_default=False,
        ),
    ],
    by: OrderOption = None,
    ways: WaysOption = None,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the best ways to a role. Exit code 1 where there is none."""
    session: Session = context.obj
    if len(roles) > 2:
        message, hint = phrase("A way leads from one role to one other."), phrase("Example: jobcli route {a} {b}")
        refuse("extra-argument", message, hint, exit_code=2, a=roles[0][:60], b=roles[-1][:60])
    goal = session.profile(roles[-1])
    typed["role"] = roles[0] if len(roles) == 2 else None
    who = who_asks(session, typed, (*BROUGHT, *ANYWHERE), no_me=no_me)
    start = who.standing.role
    if start is None:
        message = phrase("From which role? None is named, and none is in your settings.")
        hint = phrase("Name it: jobcli route FROM {role}, or keep it: jobcli me set role FROM")
        refuse("no-start", message, hint, exit_code=2, role=goal.id)
    if start == goal.id:
        message, hint = phrase("'{role}' is where you stand already."), phrase("Name another role: jobcli list")
        refuse("same-role", message, hint, exit_code=2, role=goal.id)
    taxed = who_gains(session, typed, who, no_me=no_me)
    _answer(session, who, taxed, start, goal, cast("RouteOrder", by or "steps"), ways or WAYS)


def _answer(
    session: Session, who: Asker, taxed: Asker | None, start: str, goal: Profile, by: RouteOrder, count: int
) -> None:
    """Find the ways and print them; where there is none, say so with the nearest role that can be reached.

    `taxed` is the person with what net pay asks.
    """
    from msgspec import structs

    from jobcli.answers.gain import counted_among
    from jobcli.answers.pay import paid
    from jobcli.moving.fit import fit
    from jobcli.moving.moves import links, moves, nearest, way
    from jobcli.moving.routes import best_ways

    profiles = {profile.id: profile for profile in session.profiles()}
    roles = {name: one.role for name, one in profiles.items()}
    linked, bearer = links(roles), who.bearer(profiles)
    entries = _Entries(session, who, profiles)

    def brings(name: str, path: TrainingPath | None) -> Collection[str]:
        more = bearer if path is None else structs.replace(bearer, completed=(*bearer.completed, path))
        found = fit(profiles[name], more, leads_on=name in linked.get(start, {}))
        return {item.id for item in found.of("met")}

    of_role = entries.priced if by == "cost" else entries.plain
    found = moves(start, linked, {name: of_role(name) for name in profiles})
    ways = [way(one, roles, linked, entries.priced, brings) for one in best_ways(found, start, goal.id, by, count)]
    near = None if ways else nearest(start, goal.id, roles, found)
    passed = dict.fromkeys([start, *(leg.after for one in ways for leg in one.legs), *([near] if near else [])])
    estimates = paid([profiles[name] for name in passed], who.person, session.day)
    counted = counted_among(estimates.pays, taxed, session.day)
    asker = taxed if taxed is not None and counted.net else who
    refused = entries.refused(goal.id)

    def view(desk: Desk) -> Page:
        from jobcli.pages.own import with_settings
        from jobcli.pages.routes import no_way_page, route_page

        vocabulary = session.catalog.vocabulary
        page = (
            route_page(
                desk, start, goal.id, ways, by, profiles, estimates.items, counted, who.person, vocabulary, refused
            )
            if ways
            else no_way_page(desk, profiles[start], goal, None if near is None else profiles[near], refused)
        )
        return with_settings(desk, page, asker.kept, vocabulary)

    def data() -> object:
        from jobcli.pages.moving_data import route_data

        return asker.data(route_data(start, goal.id, by, ways, estimates.items, counted, near, refused))

    def rows() -> list[dict[str, object]]:
        from jobcli.pages.moving_data import route_rows

        return route_rows(ways, estimates.items, counted)

    problems = [*session.catalog.problems, *estimates.problems]
    session.output.answer("route", data, view, problems, table=session.output.rows("route", rows))
    if not ways:
        raise typer.Exit(1)


class _Entries:
    """The training paths of roles for one person. What they cost in the end is computed only where it is asked for."""

    def __init__(self, session: Session, who: Asker, profiles: dict[str, Profile]) -> None:
        self.session, self.who, self.profiles = session, who, profiles
        self.plain = cache(self._plain)
        self.priced = cache(self._priced)
        self._costs: dict[str | None, tuple[TrainingPath, OwnCost | None]] = {}
        self._paths = {path.id: path for profile in profiles.values() for path in profile.paths}

    def _plain(self, name: str) -> tuple[TrainingEntry, ...]:
        from jobcli.moving.moves import TrainingEntry
        from jobcli.training.admission import admitted

        entrant = self.who.entrant
        return tuple(
            TrainingEntry(
                path=path,
                completed=path.id in entrant.qualifications,
                admitted=admitted(path, entrant, self._paths.get).met,
            )
            for path in self.profiles[name].paths
        )

    def _priced(self, name: str) -> tuple[TrainingEntry, ...]:
        from msgspec import structs

        return tuple(structs.replace(entry, own_cost=self._own_cost(entry.path)) for entry in self.plain(name))

    def _own_cost(self, path: TrainingPath) -> OwnCost | None:
        """What a path costs the person; a path that many roles name is judged once."""
        from jobcli.training.weighing import weigh

        known, cost = self._costs.get(path.id, (None, None))
        if known != path:
            cost = weigh(path, self._applicant, self._drawer, self.session.day).own_cost
            self._costs[path.id] = (path, cost)
        return cost

    @cached_property
    def _applicant(self) -> Applicant:
        return self.who.applicant()

    @cached_property
    def _drawer(self) -> Drawer:
        from jobcli.files.figures import FUNDING, open_drawer

        return open_drawer(FUNDING)

    def refused(self, name: str) -> list[TrainingPath]:
        """The paths of a role that do not admit the person now."""
        return [entry.path for entry in self.plain(name) if entry.admitted is False and not entry.completed]
