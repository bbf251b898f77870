"""Write: everything that is wrong with profiles, and what is worth a look, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.session import Session
from jobcli.cli.world import named_folder
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.evidence import Problem
    from jobcli.domain.role import Role
    from jobcli.files.warnings import Yardstick
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
            metavar="[FILE]...",
            help=phrase("Files or folders of profiles; none means all that jobcli reads."),
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=phrase("Let warnings fail, too."))] = False,
) -> None:
    """Check files, or the whole catalogue. Exit code 1 where a file has errors; with --strict, also for warnings."""
    from jobcli.answers.own import Validated
    from jobcli.files.review import review

    call: Session = context.obj
    targets = [named_folder(file) for file in files or []]
    session = call.with_folders(_folders_of(targets))
    found = review(session.catalog, targets, _yardstick(session))
    failed = bool(found.errors or found.open_places or (strict and found.warnings))

    shown = found.problems if targets else _without_shipped(session, found.problems)
    hidden = len(found.problems) - len(shown)

    def view(desk: Desk) -> Page:
        from jobcli.pages.problems import review_page

        counts = (found.files, found.errors, found.open_places, found.warnings)
        return review_page(desk, *counts, strict=strict, hidden=hidden)

    session.output.findings(
        "validate",
        Validated(files=found.files, warnings=found.warnings),
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


def _yardstick(session: Session) -> Yardstick:
    """What estimates take for old and for far apart, on the day of this call."""
    from jobcli.files.figures import open_drawer
    from jobcli.files.warnings import Yardstick
    from jobcli.pay.anchor import APART, disagreeing, is_old

    drawer, day = open_drawer(), session.day

    def apart(role: Role) -> list[tuple[str, float]]:
        return [(item.observation.id, item.distance or 0) for item in disagreeing(role, drawer, day)]

    return Yardstick(is_old=lambda moment: is_old(moment, day), apart=apart, share=APART)


def _folders_of(targets: Iterable[Path]) -> Iterable[Path]:
    """The folders of profiles that the targets lie in: files of one folder may point to each other."""
    from jobcli.files.read import is_folder

    for target in targets:
        folder = target if is_folder(target) else target.parent
        yield folder.parent if folder.name == "training" else folder
