"""Look: which roles there are, what each is, where it is known from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.options import RoleArgument
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.render.layout import Desk

app = typer.Typer()


@app.command(
    "list",
    help=phrase("All roles, with what to type to see each."),
    epilog="jobcli list\njobcli list --profiles my-roles --json",
)
def list_roles(context: typer.Context) -> None:
    """Print every role of the catalogue."""
    from jobcli.render.machine import roles_data

    session: Session = context.obj
    profiles = session.profiles()

    def view(desk: Desk) -> Group:
        from jobcli.render.tables import list_page

        return list_page(desk, profiles)

    session.output.answer("list", lambda: roles_data(profiles), view, session.catalog.problems)


@app.command(
    help=phrase("What a job is: duties, requirements, pay, training paths, sources."),
    epilog="jobcli show backoffice-manager\njobcli show cto --lang de --json",
)
def show(context: typer.Context, role: RoleArgument) -> None:
    """Print the profile of one role."""
    from jobcli.render.machine import profile_data

    session: Session = context.obj
    catalog = session.catalog
    profile = session.profile(role)

    def view(desk: Desk) -> Group:
        from jobcli.render.profile import profile_page

        transitions = profile.role.transitions
        neighbours = {item.role for item in (*transitions.before, *transitions.after) if item.role is not None}
        return profile_page(desk, profile, catalog.vocabulary, {name: catalog.title(name) for name in neighbours})

    session.output.answer("show", lambda: profile_data(profile), view, catalog.problems)


@app.command(
    help=phrase("Where everything comes from: the sources of a role, or of the figures behind every estimate."),
    epilog="jobcli sources backoffice-manager\njobcli sources",
)
def sources(
    context: typer.Context,
    role: Annotated[
        str | None,
        typer.Argument(
            metavar="[ROLE]",
            help=phrase("The id of a role; without it, the figures behind every estimate."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the sources of a role, or those of the figures."""
    from jobcli.render.machine import figures_data, role_sources_data

    session: Session = context.obj
    if role is None:
        from jobcli.domain.figures import Drawer
        from jobcli.loading.figures import FUNDING, open_drawer

        funding = open_drawer(FUNDING)
        drawer = Drawer(tables={**open_drawer().tables, **funding.tables}, schemes=funding.schemes)

        def view(desk: Desk) -> Group:
            from jobcli.render.sources import figures_page

            return figures_page(desk, drawer)

        session.output.answer("sources", lambda: figures_data(drawer), view)
        return
    profile = session.profile(role)

    def view_role(desk: Desk) -> Group:
        from jobcli.render.sources import role_sources_page

        return role_sources_page(desk, profile)

    session.output.answer("sources", lambda: role_sources_data(profile), view_role, session.catalog.problems)
