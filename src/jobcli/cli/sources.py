"""`jobcli sources`: where everything is known from, and how firmly it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()


@app.command(
    help=phrase("Where everything comes from: the sources of a role, or of the figures behind every estimate."),
    epilog="jobcli sources backoffice-manager\njobcli sources --check",
)
def sources(
    context: typer.Context,
    role: Annotated[
        str | None,
        typer.Argument(
            metavar="[ROLE]", help=phrase("The id of a role; without it, the figures behind every estimate.")
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help=phrase("How firmly each figure stands: its source, its age, its doubts; weakest first.")
        ),
    ] = False,
) -> None:
    """Print the sources of a role, or those of the figures."""
    from jobcli.answers.sources import role_sources

    session: Session = context.obj
    if check:
        _check(session, role)
        return
    if role is None:
        from jobcli.answers.sources import all_figures, figure_tables

        tables_answer = figure_tables(all_figures())

        def view(desk: Desk) -> Page:
            from jobcli.pages.sources import figures_page

            return figures_page(desk, tables_answer)

        session.output.answer("sources", tables_answer, view)
        return
    profile = session.profile(role)

    def view_role(desk: Desk) -> Page:
        from jobcli.pages.sources import role_sources_page

        return role_sources_page(desk, profile)

    session.output.answer("sources", role_sources(profile), view_role, session.catalog.problems)


def _check(session: Session, role: str | None) -> None:
    """Print how firmly the figures of a role stand, or all figures: those behind estimates and those of all roles."""
    from jobcli.answers.sources import checked

    profiles = session.profiles(None if role is None else [role])
    profile = None if role is None else profiles[0]
    answer = checked(profiles, session.day, alone=role is not None)

    def view(desk: Desk) -> Page:
        from jobcli.pages.sources import footing_page

        return footing_page(desk, answer, profile)

    session.output.answer("sources", answer, view, session.catalog.problems)
