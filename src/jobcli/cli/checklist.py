"""Walk: the way to a role, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jobcli.cli.options import RoleArgument
from jobcli.cli.progress_file import begun_paths, named_path, read_own_progress
from jobcli.cli.session import Session
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
) -> None:
    """Print the steps of a path, or the paths to choose from."""
    from jobcli.answers.checklist import choice, planned
    from jobcli.answers.progress import progress_on
    from jobcli.training.steps import journey

    session: Session = context.obj
    month = _read_start(start)
    profile = session.profile(role)
    progress = read_own_progress(session)
    chosen = _chosen(profile, progress, path)
    own = progress.roles.get(profile.id, {})
    problems = session.catalog.problems
    if chosen is None:
        if session.output.form in ("md", "ics", "todotxt"):
            _refuse_choice(profile)
        ways = begun_paths(profile, progress)
        begun = {path.id or "": progress_on(journey(path, own[path.id or ""])) for path in ways}
        paths = choice(profile, begun)

        def view_choice(desk: Desk) -> Page:
            from jobcli.pages.checklist import choice_page

            return choice_page(desk, paths, profile, begun, month)

        session.output.answer("checklist", paths, view_choice, problems)
        return

    way = journey(chosen, own.get(chosen.id or ""))
    plan = planned(profile, way, month)

    def view(desk: Desk) -> Page:
        from jobcli.pages.checklist import checklist_page

        return checklist_page(desk, plan)

    texts = _texts_of(session, profile, way, plan)
    session.output.answer("checklist", plan.answer, view, problems, texts=texts)


def _chosen(profile: Profile, progress: Progress, word: str | None) -> TrainingPath | None:
    """The path that `word` names; without it the one begun, or the only one. None to choose."""
    if word is not None:
        return named_path(profile, word)
    for paths in (begun_paths(profile, progress), profile.paths):
        if len(paths) == 1:
            return paths[0]
    return None


def _read_start(text: str | None) -> str | None:
    """The month (YYYY-MM) of a month, a day or a year that a person typed; a year begins in January. Refusal for others."""
    if text is None:
        return None
    from jobcli.cli.day_readers import read_moment

    year, month = (*read_moment(text).split("-"), "01")[:2]
    return f"{int(year):04d}-{month}"


def _texts_of(session: Session, profile: Profile, way: Journey, plan: Plan) -> Mapping[Format, Callable[[], str]]:
    """The formats of a checklist beside text and JSON."""
    say = session.say

    def markdown() -> str:
        from jobcli.pages.export import markdown_text

        return markdown_text(say, plan)

    def calendar() -> str:
        from jobcli.pages.export import calendar_text

        return calendar_text(say, _dated(profile, way, plan), session.world.today.isoformat())

    def todo() -> str:
        from jobcli.pages.export import todo_text

        return todo_text(say, plan)

    return {"md": markdown, "ics": calendar, "todotxt": todo}


def _dated(profile: Profile, way: Journey, plan: Plan) -> Plan:
    """The plan with a calendar: from its start, else from the month in which the path was begun. Refusal without both."""
    from jobcli.answers.checklist import planned

    if plan.calendar is not None:
        return plan
    if way.started is None:
        message = phrase("A calendar needs a month in which the path begins.")
        hint = phrase("Add --start with a month, such as --start 2027-01.")
        refuse("no-start", message, hint, exit_code=2)
    return planned(profile, way, way.started[:7])


def _refuse_choice(profile: Profile) -> NoReturn:
    """Refuse to print several paths as one list."""
    known = ", ".join(path.id or "" for path in profile.paths)
    message = (
        phrase("'{role}' has several paths; this format holds one: {known}.")
        if profile.paths
        else phrase("'{role}' has no training paths.")
    )
    hint = phrase("Name the path: jobcli checklist {role} PATH")
    refuse("which-path", message, hint, exit_code=2, role=profile.id, known=known)
