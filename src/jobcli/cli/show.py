"""`jobcli show`: what a role or an official occupation is, alone or among those before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.options import OccupationArgument
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

LadderOption = Annotated[
    bool,
    typer.Option("--ladder", help=phrase("The role among those before and after it, with pay.")),
]


FullOption = Annotated[
    bool,
    typer.Option(
        "--full", help=phrase("All titles, skills and trainings of an official occupation."), show_default=False
    ),
]


@app.command(
    help=phrase("What a job is: duties, requirements, pay, training paths, sources."),
    epilog="jobcli show backoffice-manager\njobcli show Krankenschwester --lang de",
)
def show(
    context: typer.Context, role: OccupationArgument, ladder: LadderOption = False, full: FullOption = False
) -> None:
    """Print the profile of one role, or what is known of an official occupation."""
    from jobcli.answers.show import shown

    session: Session = context.obj
    catalog = session.catalog
    if not session.is_role(role):
        _occupations(session, role, ladder=ladder, full=full)
        return
    profile = session.profile(role)
    if ladder:
        _ladder(session, profile)
        return

    def view(desk: Desk) -> Page:
        from jobcli.pages.show import profile_page

        return profile_page(desk, profile, catalog.vocabulary, catalog.neighbours(profile.role))

    session.output.answer("show", shown(profile), view, catalog.problems)


def _occupations(session: Session, word: str, *, ladder: bool, full: bool) -> None:
    """Print the official occupations of this name. Refusal where there is none."""
    from jobcli.answers.occupation import shown_occupations

    hits = session.occupations(word)
    answer = shown_occupations(word, hits, session.catalog.entries())

    def view(desk: Desk) -> Page:
        from jobcli.pages.occupation import levels_page, occupations_page

        return levels_page(desk, answer) if ladder else occupations_page(desk, answer, full=full)

    session.output.answer("show", answer, view, session.catalog.problems)


def _ladder(session: Session, profile: Profile) -> None:
    """Print the role among those before and after it."""
    from jobcli.answers.ladder import ladder_of, shown_around

    around, unpaid = ladder_of(profile, {one.id: one for one in session.profiles()}, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.ladder import ladder_page

        return ladder_page(desk, profile, around)

    problems = [*session.catalog.problems, *unpaid]
    session.output.answer("show", shown_around(profile, around), view, problems)
