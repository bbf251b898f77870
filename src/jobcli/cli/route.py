"""`jobcli route`: the ways from one role to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from msgspec import structs

from jobcli.cli.options import NoMeOption, SameEmployerOption, has_first_screen
from jobcli.cli.questions import ANYWHERE, BROUGHT, QUESTIONS, asks
from jobcli.cli.readers import Choice, Number
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.domain.pay import Person
    from jobcli.domain.profile import Profile
    from jobcli.moving.routes import RouteOrder
    from jobcli.pages.kit.parts import Desk, Page

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
    ),
]
WaysOption = Annotated[
    Any,
    typer.Option(
        "--ways",
        metavar="NUMBER",
        parser=Number("--ways", 1, 10_000),
        help=phrase("How many ways to show; 3 without it."),
    ),
]


@app.command(
    help=phrase("The ways from one role to another, over transitions and training paths, with pay, months and cost."),
    epilog="jobcli route backoffice-manager operations-manager\njobcli route backoffice-manager cdo --by months",
)
@asks(*BROUGHT[1:], QUESTIONS["pay"], *ANYWHERE, before="no_me")
@has_first_screen()
def route(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(metavar="FROM TO", help=phrase("Ids of roles; without FROM, the role in your settings.")),
    ],
    by: OrderOption = None,
    ways: WaysOption = None,
    same_employer: SameEmployerOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the best ways to a role. Exit code 1 where there is none."""
    from jobcli.answers.route import routed

    session: Session = context.obj
    if len(roles) > 2:
        message, hint = phrase("A way leads from one role to one other."), phrase("Example: jobcli route {a} {b}")
        refuse("extra-argument", message, hint, exit_code=2, a=roles[0][:60], b=roles[-1][:60])
    goal = session.profile(roles[-1])
    named = session.profile(roles[0]) if len(roles) == 2 else None
    official = "occupation" in (goal.kind, named.kind if named else "role")
    typed["role"] = named.id if named and not official else None
    who = who_asks(session, typed, (*BROUGHT, QUESTIONS["pay"], *ANYWHERE), no_me=no_me)
    who = structs.replace(who, same_employer=same_employer)
    if official and (named or who.standing.role):
        _codes(session, named or session.profile(who.standing.role or ""), goal, who.person)
        return
    start = who.standing.role
    if start is None:
        message = phrase("From which role? None is named, and none is in your settings.")
        hint = phrase("Name it: jobcli route FROM {role}, or keep it: jobcli me set role FROM")
        refuse("no-start", message, hint, exit_code=2, role=goal.id)
    if start == goal.id:
        message, hint = phrase("'{role}' is where you stand already."), phrase("Name another role: jobcli list")
        refuse("same-role", message, hint, exit_code=2, role=goal.id)
    taxed = who_gains(session, typed, who, no_me=no_me)
    profiles = {profile.id: profile for profile in session.profiles()}
    order = cast("RouteOrder", by or "steps")
    found = routed(profiles, who, taxed, start, goal.id, order, ways or WAYS, session.day)

    def view(desk: Desk) -> Page:
        vocabulary = session.catalog.vocabulary
        if not typed["full"]:
            from jobcli.pages.first.route import first_of_route

            return first_of_route(desk, found.answer, profiles, vocabulary, who.person)
        from jobcli.pages.own import with_settings
        from jobcli.pages.route import route_page

        page = route_page(desk, found.answer, profiles, vocabulary, who.person, found.basis)
        return with_settings(desk, page, found.who.kept, vocabulary)

    session.output.answer("route", found.answer, view, [*session.catalog.problems, *found.problems])
    if not found.answer.reachable:
        raise typer.Exit(1)


def _codes(session: Session, start: Profile, goal: Profile, person: Person) -> None:
    """Print the way where an official occupation stands at an end. Refusal where a role has no code, or both are one."""
    from jobcli.answers.occupation_route import routed_occupations

    for profile in (start, goal):
        if profile.role.codes.kldb is None:
            message = phrase("'{role}' names no official occupation, so nothing leads from it to one.")
            refuse("no-code", message, phrase("Name another role: jobcli list"), role=profile.id)
    if start.id == goal.id:
        message, hint = phrase("'{role}' is where you stand already."), phrase("Name another role: jobcli list")
        refuse("same-role", message, hint, exit_code=2, role=goal.id)
    answer = routed_occupations(start, goal, session.catalog.entries(), person, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.occupation_route import occupation_route_page

        return occupation_route_page(desk, answer)

    session.output.answer("route", answer, view, session.catalog.problems)
