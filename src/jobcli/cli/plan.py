"""`jobcli plan`: one page from where one stands to a role, which can be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import structs

from jobcli.cli.offers import offers_told, read_start, takes_offer
from jobcli.cli.options import (
    EventsOption,
    NoMeOption,
    OfferOption,
    RoleArgument,
    SameEmployerOption,
    refuse_lone_events,
)
from jobcli.cli.progress_file import locked_progress, read_own_progress, step_ids
from jobcli.cli.questions import ANYWHERE, BROUGHT, QUESTIONS, asks
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse
from jobcli.training.calendar import month_name, month_number

if TYPE_CHECKING:
    from jobcli.answers.plan import CareerPlan
    from jobcli.domain.own import Progress
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

FirstMonthOption = Annotated[
    str | None,
    typer.Option(
        "--start", metavar="MONTH", help=phrase("The month in which it begins, such as 2027-03; next month without it.")
    ),
]
BeginOption = Annotated[
    bool, typer.Option("--begin", help=phrase("Begin it: then 'next', 'done' and 'checklist' know it."))
]
GiveUpOption = Annotated[
    bool, typer.Option("--give-up", help=phrase("Give up a plan that was begun; what is ticked stays."))
]


@app.command(
    help=phrase("One page from where you stand to a role: training and roles by month, money, what to do this week."),
    epilog="jobcli plan coo --role operations-manager\njobcli plan operations-manager --role office-manager --start 2027-03",
)
@takes_offer("start")
@asks(*BROUGHT, QUESTIONS["pay"], *ANYWHERE, before="start")
def plan(
    context: typer.Context,
    goal: RoleArgument,
    offer: OfferOption = None,
    start: FirstMonthOption = None,
    same_employer: SameEmployerOption = False,
    begin: BeginOption = False,
    give_up: GiveUpOption = False,
    events: EventsOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the plan, and begin it or give it up where that is asked."""
    from jobcli.answers.plan import planned_way

    session: Session = context.obj
    refuse_lone_events(session, events=events)
    target = session.profile(goal)
    if begin or give_up:
        session.output.refuse_foreign_form("csv", "ics")
    if give_up:
        _give_up(session, target.id)
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
    profiles = {one.id: one for one in (*session.profiles(), session.profile(present), target)}
    paths = {path.id or "": path for one in profiles.values() for path in one.paths}
    offers = offers_told(who.offers, offer, typed, list(paths), lambda word: _named(paths, word))
    progress = read_own_progress(session)
    completed = _completed(paths, progress)
    standing = structs.replace(who.standing, qualifications=(*who.standing.qualifications, *completed))
    who = structs.replace(who, offers=offers, standing=standing)
    month = _first_month(session, target.id, progress, completed) if start is None else read_start(start)
    taxed = who_gains(session, typed, who, no_me=no_me)
    known = progress.plans.get(target.id)
    begun = session.world.today.isoformat() if begin else None if known is None else known.begun
    found = planned_way(profiles, who, taxed, present, target.id, month, session.day, begun)
    if begin:
        _begin(session, found.answer, paths)

    def view(desk: Desk) -> Page:
        from jobcli.pages.plan import plan_page

        return plan_page(desk, found.answer, profiles[present].role.title, target.role.title, found.basis)

    def calendar() -> str:
        from jobcli.pages.calendar import plan_calendar

        return plan_calendar(session.say, found.answer, session.world.stamp, progress.changes, events=events)

    session.output.answer("plan", found.answer, view, session.catalog.problems, texts={"ics": calendar})


def _named(paths: dict[str, TrainingPath], word: str) -> str:
    """The path that a word names. Refusal where no role has it."""
    from jobcli.cli.readers import Choice

    read: Choice[str] = Choice(
        names={name: name for name in paths},
        code="unknown-path",
        message=phrase("No role has the path '{word}'."),
        meant=phrase("No role has the path '{word}'. Did you mean '{near}'?"),
    )
    return read(word)


def _completed(paths: dict[str, TrainingPath], progress: Progress) -> tuple[str, ...]:
    """The paths whose steps are all settled."""
    from jobcli.training.steps import journey

    begun = {name: ticks for role in progress.roles.values() for name, ticks in role.items()}
    return tuple(name for name, ticks in begun.items() if name in paths and journey(paths[name], ticks).settled)


def _first_month(session: Session, goal: str, progress: Progress, completed: tuple[str, ...]) -> str:
    """The month in which a plan that was begun goes on, else the next one."""
    planned = progress.plans.get(goal)
    left = [] if planned is None else [one for one in planned.paths if one.path not in completed]
    return left[0].begins if left else month_name(month_number(session.day[:7]) + 1)


def _begin(session: Session, answer: CareerPlan, known: dict[str, TrainingPath]) -> None:
    """Keep the plan in the file of the progress. Where the person may begin its first path, that step of it is done."""
    from jobcli.domain.own import BegunPlan, PlannedPath, Started, Tick
    from jobcli.training.steps import ADMISSION, tick_all

    trained = [step for step in answer.steps if step.kind == "training"]
    paths = tuple(PlannedPath(role=step.role, path=step.id, begins=step.begins) for step in trained)
    day = answer.begun or ""
    with locked_progress(session) as book:
        if trained and trained[0].admitted:
            first, role, name = known[trained[0].id], trained[0].role, trained[0].id
            steps = step_ids(first)
            if ADMISSION in steps and name not in book.progress.roles.get(role, {}):
                started = Started(started=day, seen=steps)
                book.keep(role, name, tick_all(first, started, [ADMISSION], Tick(state="done", on=day)))
        book.keep_plan(answer.after, BegunPlan(begun=day, paths=paths))


def _give_up(session: Session, goal: str) -> None:
    """Take the plan out of the file of the progress. Refusal where none was begun."""
    if goal not in read_own_progress(session).plans:
        message, hint = phrase("No plan to '{role}' was begun."), phrase("What was begun: jobcli next")
        refuse("no-plan", message, hint, role=goal)
    with locked_progress(session) as book:
        book.keep_plan(goal, None)
