"""`jobcli plan`: one page from where one stands to a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import structs

from jobcli.cli.options import NoMeOption, RoleArgument, SameEmployerOption
from jobcli.cli.questions import ANYWHERE, BROUGHT, QUESTIONS, asks
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

BeginOption = Annotated[
    str | None,
    typer.Option(
        "--start", metavar="MONTH", help=phrase("The month in which it begins, such as 2027-03; next month without it.")
    ),
]


@app.command(
    help=phrase("One page from where you stand to a role: training and roles by month, money, what to do this week."),
    epilog="jobcli plan coo --role operations-manager\njobcli plan operations-manager --role office-manager --start 2027-03",
)
@asks(*BROUGHT, QUESTIONS["pay"], *ANYWHERE, before="start")
def plan(
    context: typer.Context,
    goal: RoleArgument,
    start: BeginOption = None,
    same_employer: SameEmployerOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the plan."""
    from jobcli.answers.plan import planned_way
    from jobcli.cli.offers import read_start
    from jobcli.training.calendar import month_name, month_number

    session: Session = context.obj
    target = session.profile(goal)
    who = who_asks(session, typed, (*BROUGHT, QUESTIONS["pay"], *ANYWHERE), no_me=no_me)
    who = structs.replace(who, same_employer=same_employer)
    present = who.standing.role
    if present is None:
        message = phrase("From which role? None is named, and none is in your settings.")
        hint = phrase("Name it: jobcli plan {role} --role ROLE, or keep it: jobcli me set role ROLE")
        refuse("no-start", message, hint, exit_code=2, role=target.id)
    if present == target.id:
        message, hint = phrase("'{role}' is where you stand already."), phrase("Name another role: jobcli list")
        refuse("same-role", message, hint, exit_code=2, role=target.id)
    month = month_name(month_number(session.day[:7]) + 1) if start is None else read_start(start)
    taxed = who_gains(session, typed, who, no_me=no_me)
    profiles = {one.id: one for one in (*session.profiles(), session.profile(present), target)}
    found = planned_way(profiles, who, taxed, present, target.id, month, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.plan import plan_page

        return plan_page(desk, found.answer, profiles[present].role.title, target.role.title, found.basis)

    session.output.answer("plan", found.answer, view, session.catalog.problems)
