"""`jobcli list`: which roles there are, all or those that meet filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from jobcli.cli.filters import filtered, told_filters
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()


@app.command(
    "list",
    help=phrase("All roles, with what to type to see each."),
    epilog="jobcli list\njobcli list --level expert --path-kind certificate --json",
)
@filtered
def list_roles(
    context: typer.Context,
    **typed: Any,
) -> None:
    """Print every role of the catalogue, or those that meet the filters."""
    from jobcli.answers.roles import listed

    session: Session = context.obj
    filters = told_filters(session, typed)
    answer = listed(session.entries(), filters, session.catalog.training, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.list import list_page

        return list_page(desk, answer)

    session.output.answer("list", answer, view, session.catalog.problems)
