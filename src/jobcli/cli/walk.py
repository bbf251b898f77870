"""Walk: the way to a role, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.options import RoleArgument
from jobcli.cli.refusal import refuse
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.domain.role import TrainingPath
    from jobcli.loading.catalog import Profile
    from jobcli.render.layout import Desk

app = typer.Typer()


def complete_path(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of training paths from the names of files."""
    session = context.find_root().obj
    return (
        [name for name in session.catalog.training_ids() if name.startswith(incomplete)]
        if isinstance(session, Session)
        else []
    )


@app.command(
    help=phrase("What to do, in which order: the steps of a training path with what each needs, months and cost."),
    epilog="jobcli checklist backoffice-manager\njobcli checklist backoffice-manager fw-buero-projekt",
)
def checklist(
    context: typer.Context,
    role: RoleArgument,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help=phrase("The id of a training path; without it, the choice is shown."),
            autocompletion=complete_path,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the steps of a path, or the paths to choose from."""
    from jobcli.render.machine import checklist_data, paths_data

    session: Session = context.obj
    profile = session.profile(role)
    chosen = _chosen(profile, path)
    if chosen is None:

        def view_choice(desk: Desk) -> Group:
            from jobcli.render.checklist import choice_page

            return choice_page(desk, profile)

        session.output.answer("checklist", lambda: paths_data(profile), view_choice, session.catalog.problems)
        return

    def view(desk: Desk) -> Group:
        from jobcli.render.checklist import checklist_page

        return checklist_page(desk, profile, chosen)

    session.output.answer("checklist", lambda: checklist_data(profile, chosen), view, session.catalog.problems)


def _chosen(profile: Profile, word: str | None) -> TrainingPath | None:
    """The path of the role that `word` names; the only one where there is no choice; None to choose."""
    if word is None:
        return profile.paths[0] if len(profile.paths) == 1 else None
    found = next((path for path in profile.paths if path.id == word.strip().lower()), None)
    if found is None:
        from jobcli.loading.shapes import closest

        known = [path.id or "" for path in profile.paths]
        near = closest(word, known)
        if near is None:
            refuse(
                "unknown-path",
                phrase("'{role}' has no path '{word}'."),
                phrase("Its paths: {known}."),
                role=profile.id,
                word=word[:60],
                known=", ".join(known),
            )
        refuse(
            "unknown-path",
            phrase("'{role}' has no path '{word}'. Did you mean '{near}'?"),
            phrase("Its paths: {known}."),
            role=profile.id,
            word=word[:60],
            near=near,
            known=", ".join(known),
        )
    return found
