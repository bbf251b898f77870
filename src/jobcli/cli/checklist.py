"""Walk: the way to a role, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from msgspec import structs

from jobcli.cli.offers import joined, read_start, takes_offer, typed_offer
from jobcli.cli.options import EventsOption, NoMeOption, RoleArgument, has_first_screen, refuse_lone_events
from jobcli.cli.progress_file import begun_paths, named_path, read_own_progress, walked_paths
from jobcli.cli.session import Session
from jobcli.cli.settings import stored_offers
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jobcli.answers.checklist import Plan
    from jobcli.cli.commands import Format
    from jobcli.domain.own import Progress
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.training.steps import Journey

app = typer.Typer()


@app.command(
    help=phrase("What to do, in which order: the steps of a training path, what is done, and what waits for what."),
    epilog="jobcli checklist backoffice-manager fw-buero-projekt\n"
    "jobcli checklist backoffice-manager ausb-bueromanagement --start 2027-08",
)
@takes_offer("no_me")
@has_first_screen()
def checklist(
    context: typer.Context,
    role: RoleArgument,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help=phrase("The id of a training path; without it, the one you have begun, or the choice."),
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--start", metavar="MONTH", help=phrase("Lay the steps on a calendar from this month on, such as 2027-01.")
        ),
    ] = None,
    events: EventsOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the steps of a path, or the paths to choose from."""
    from jobcli.answers.checklist import choice, planned
    from jobcli.answers.progress import progress_on
    from jobcli.training.renames import renamed
    from jobcli.training.steps import journey

    session: Session = context.obj
    refuse_lone_events(session, events=events)
    month = None if start is None else read_start(start)
    profile = session.role(role)
    progress = renamed(read_own_progress(session), profile)
    chosen = _chosen(profile, progress, path)
    offers = dict({} if no_me else stored_offers(session))
    told = typed_offer(typed)
    if chosen is not None and told is not None:
        offers[chosen.id or ""] = joined(offers.get(chosen.id or ""), told) or told
    if offers:
        from jobcli.training.offers import offered

        profile = structs.replace(profile, paths=tuple(offered(one, offers.get(one.id or "")) for one in profile.paths))
        chosen = next((one for one in profile.paths if chosen is not None and one.id == chosen.id), None)
    own = progress.roles.get(profile.id, {})
    problems = session.catalog.problems
    if chosen is None:
        if told is not None or session.output.form in ("md", "ics", "todotxt"):
            _refuse_choice(profile)
        ways = begun_paths(profile, progress)
        begun = {path.id or "": progress_on(journey(path, own[path.id or ""])) for path in ways}
        paths = choice(profile, begun)

        def view_choice(desk: Desk) -> Page:
            if typed["full"]:
                from jobcli.pages.checklist import choice_page

                return choice_page(desk, paths, profile, begun, month)
            from jobcli.pages.first.checklist import first_of_choice

            return first_of_choice(desk, paths, profile, begun, month)

        session.output.answer("checklist", paths, view_choice, problems)
        return

    way = journey(chosen, own.get(chosen.id or ""))
    offer = offers.get(chosen.id or "")
    plan = planned(profile, way, month or (offer.start if offer is not None else None), offer)

    def view(desk: Desk) -> Page:
        if typed["full"]:
            from jobcli.pages.checklist import checklist_page

            return checklist_page(desk, plan)
        from jobcli.pages.first.checklist import first_of_checklist

        return first_of_checklist(desk, plan)

    texts = _texts_of(session, profile, way, plan, progress, events=events)
    session.output.answer("checklist", plan.answer, view, problems, texts=texts)


def _chosen(profile: Profile, progress: Progress, word: str | None) -> TrainingPath | None:
    """The path that `word` names; without it the one begun or planned, or the only one. None to choose."""
    if word is not None:
        return named_path(profile, word)
    for paths in (walked_paths(profile, progress), profile.paths):
        if len(paths) == 1:
            return paths[0]
    return None


def _texts_of(
    session: Session, profile: Profile, way: Journey, plan: Plan, progress: Progress, *, events: bool
) -> Mapping[Format, Callable[[], str]]:
    """The formats of a checklist beside text and JSON."""
    say = session.say

    def markdown() -> str:
        from jobcli.pages.export import markdown_text

        return markdown_text(say, plan)

    def calendar() -> str:
        from jobcli.pages.calendar import checklist_calendar

        dated = _dated(profile, way, plan, progress)
        return checklist_calendar(say, dated, session.world.stamp, progress.changes, events=events)

    def todo() -> str:
        from jobcli.pages.export import todo_text

        return todo_text(say, plan)

    return {"md": markdown, "ics": calendar, "todotxt": todo}


def _dated(profile: Profile, way: Journey, plan: Plan, progress: Progress) -> Plan:
    """The plan with a calendar: from its start, else from the month in which the path was begun or is planned.

    Refusal without any of them.
    """
    from jobcli.answers.checklist import planned

    if plan.calendar is not None:
        return plan
    ahead = [one for begun in progress.plans.values() for one in begun.paths if one.role == profile.id]
    month = next((one.begins for one in ahead if one.path in (way.path.id, *way.path.was)), way.started)
    if month is None:
        message = phrase("A calendar needs a month in which the path begins.")
        hint = phrase("Add --start with a month, such as --start 2027-01.")
        refuse("no-start", message, hint, exit_code=2)
    return planned(profile, way, month[:7], plan.answer.offer)


def _refuse_choice(profile: Profile) -> NoReturn:
    """Refuse to print several paths as one list."""
    known = ", ".join(path.id or "" for path in profile.paths)
    message = (
        phrase("'{role}' has several paths; name the one that is meant: {known}.")
        if profile.paths
        else phrase("'{role}' has no training paths.")
    )
    hint = phrase("Name the path: jobcli checklist {role} PATH")
    refuse("which-path", message, hint, exit_code=2, role=profile.id, known=known)
