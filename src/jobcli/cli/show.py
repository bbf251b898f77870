"""`jobcli show`: what a role or an official occupation is, alone or among those before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.options import OccupationArgument, has_first_screen, sections_of
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

RungOption = Annotated[
    str | None,
    typer.Option(
        "--level", metavar="ID", help=phrase("A level inside the role, such as senior, where its profile has some.")
    ),
]
LadderOption = Annotated[
    bool,
    typer.Option("--ladder", help=phrase("The role among those before and after it, with pay.")),
]

SECTIONS = {
    "duties": phrase("All duties."),
    "needs": phrase("All requirements."),
    "pay": phrase("All that is published of pay, and the benefits."),
    "paths": phrase("The training paths, and the roles before and after."),
    "outlook": phrase("What speaks for it and against it."),
    "sources": phrase("Where all of this is from."),
}
"""The parts of the page that can be asked for alone."""


@app.command(
    help=phrase("What a job is: duties, requirements, pay, training paths, sources."),
    epilog="jobcli show backoffice-manager\njobcli show Krankenschwester --lang de",
)
@has_first_screen(**SECTIONS)
def show(
    context: typer.Context,
    role: OccupationArgument,
    ladder: LadderOption = False,
    level: RungOption = None,
    **typed: bool,
) -> None:
    """Print the profile of one role, or what is known of an official occupation."""
    session: Session = context.obj
    wanted = sections_of(typed, SECTIONS)
    if (at := session.leveled(role, level)) is not None:
        _profile(session, at, wanted, typed)
        return
    path_id = session.training_id(role)
    role_id = None if path_id else session.role_id(role, occupations=True)
    path_id = path_id or (None if role_id else session.training_called(role))
    if path_id is not None:
        _training(session, path_id)
        return
    if role_id is None:
        _occupations(session, role, wanted, ladder=ladder, full=typed["full"])
        return
    profile = session.role(role_id)
    if ladder:
        _ladder(session, profile)
        return
    _profile(session, profile, wanted, typed)


def _profile(session: Session, profile: Profile, wanted: Collection[str], typed: Mapping[str, bool]) -> None:
    """Print the profile of one role, or of one of its levels."""
    from jobcli.answers.show import shown

    catalog = session.catalog

    now = None
    if not wanted and not typed["full"] and session.output.form != "json":
        from jobcli.answers.pay import today

        now = today(profile, session.day)

    def view(desk: Desk) -> Page:
        titles = catalog.neighbours(profile.role)
        if wanted:
            from jobcli.pages.show import profile_sections

            return profile_sections(desk, profile, catalog.vocabulary, titles, wanted)
        if typed["full"]:
            from jobcli.pages.show import profile_page

            return profile_page(desk, profile, catalog.vocabulary, titles)
        from jobcli.pages.first.show import first_of_profile

        return first_of_profile(desk, profile, catalog.vocabulary, titles, now)

    session.output.answer("show", shown(profile), view, catalog.problems)


def _training(session: Session, path_id: str) -> None:
    """Print a training path. Refusal where its file is broken."""
    from jobcli.answers.training import shown_training
    from jobcli.domain.refusal import Refusal

    path = session.catalog.training(path_id)
    if path is None:
        raise Refusal(*session.catalog.problems)
    answer = shown_training(path, session.catalog.entries())

    def view(desk: Desk) -> Page:
        from jobcli.pages.training import training_page

        return training_page(desk, answer, session.catalog.vocabulary)

    session.output.answer("show", answer, view, session.catalog.problems)


def _occupations(session: Session, word: str, wanted: Collection[str], *, ladder: bool, full: bool) -> None:
    """Print the official occupations of this name. Refusal where there is none."""
    from jobcli.answers.occupation import shown_occupations

    hits = session.occupations(word)
    answer = shown_occupations(word, hits, session.catalog.entries())

    def view(desk: Desk) -> Page:
        from jobcli.pages.occupation import levels_page, occupation_sections, occupations_page

        if wanted:
            return occupation_sections(desk, answer, wanted)
        if ladder or full:
            return levels_page(desk, answer) if ladder else occupations_page(desk, answer)
        from jobcli.pages.first.occupation import first_of_occupations

        return first_of_occupations(desk, answer)

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
