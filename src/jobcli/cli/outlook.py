"""`jobcli outlook`: whether an occupation is wanted, what machines could do of it, how its skills change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from jobcli.cli.options import NoMeOption, OccupationArgument, has_first_screen
from jobcli.cli.questions import QUESTIONS, asks
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()


@app.command(
    help=phrase("Whether a job is wanted: shortage, vacancies, regions, machines, skills, pay of men and women."),
    epilog="jobcli outlook Krankenschwester --state BY\njobcli outlook office-manager --full",
)
@has_first_screen()
@asks(QUESTIONS["state"], before="no_me")
def outlook(
    context: typer.Context,
    role: OccupationArgument,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the outlook of one role or official occupation."""
    from jobcli.answers.outlook import outlook_of

    session: Session = context.obj
    profile = session.profile(role)
    who = who_asks(session, typed, (QUESTIONS["state"],), no_me=no_me)
    answer = outlook_of(profile, who.person.state, who.from_me)

    def view(desk: Desk) -> Page:
        from jobcli.pages.outlook import outlook_page
        from jobcli.pages.own import with_settings

        return with_settings(desk, outlook_page(desk, answer, full=typed["full"]), who.kept, session.catalog.vocabulary)

    session.output.answer("outlook", answer, view, session.catalog.problems)
