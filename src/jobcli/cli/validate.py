"""Write: everything that is wrong with profiles, and what is worth a look, in one run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.session import Session
from jobcli.cli.world import named_folder
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.evidence import Problem
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()


@app.command(
    help=phrase("Check profiles and say everything that is wrong with them, with file, line and cure."),
    epilog="jobcli validate\njobcli validate my-roles/team-lead.yaml --json",
)
def validate(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...", help=phrase("Files or folders of profiles; none means all that jobcli reads.")
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=phrase("Let warnings fail, too."))] = False,
) -> None:
    """Check files, or the whole catalogue. Exit code 1 where a file has errors; with --strict, also for warnings."""
    from jobcli.answers.validate import folders_of, reviewed, validated

    call: Session = context.obj
    targets = [named_folder(file) for file in files or []]
    session = call.with_folders(folders_of(targets))
    found = reviewed(session.catalog, targets, session.day)
    failed = bool(found.errors or found.open_places or (strict and found.warnings))

    shown = found.problems if targets else _without_shipped(session, found.problems)
    hidden = len(found.problems) - len(shown)

    def view(desk: Desk) -> Page:
        from jobcli.pages.problems import review_page

        counts = (found.files, found.errors, found.open_places, found.warnings)
        return review_page(desk, *counts, strict=strict, hidden=hidden)

    session.output.findings(
        "validate",
        validated(found),
        view,
        found.problems,
        failed=failed,
        shown=shown,
    )
    if failed:
        raise typer.Exit(1)


def _without_shipped(session: Session, problems: Sequence[Problem]) -> Sequence[Problem]:
    """What people see of a whole catalogue: beside own profiles no warnings of those that come with jobcli."""
    from jobcli.files.catalog import BUILT_IN
    from jobcli.files.review import profiles_in

    if not any(profiles_in(folder) for folder in session.catalog.folders() if folder != BUILT_IN):
        return problems
    return [
        problem
        for problem in problems
        if problem.severity != "warning" or problem.place is None or BUILT_IN not in Path(problem.place.file).parents
    ]
