"""Write: profiles of your own, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.refusal import Refusal
from jobcli.cli.session import Session
from jobcli.domain.evidence import Place, Problem, phrase

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.loading.catalog import Catalog
    from jobcli.render.layout import Desk

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
) -> None:
    """Check files, or the whole catalogue. Exit code 1 where a file has problems."""
    session: Session = context.obj
    targets = [Path(file) for file in files or []]
    session.add_folders(_folder_of(target) for target in targets)
    count, problems = _check(session.catalog, targets)
    if problems:
        raise Refusal(*problems)

    def view(desk: Desk) -> Group:
        from rich.console import Group as RichGroup
        from rich.text import Text

        return RichGroup(
            Text(desk.say.plural("{count} file checked, no problems.", "{count} files checked, no problems.", count))
        )

    session.output.answer("validate", lambda: {"files": count, "problems": 0}, view)


def _check(catalog: Catalog, targets: list[Path]) -> tuple[int, list[Problem]]:
    """How many files were read, and all their problems."""
    from jobcli.loading.profiles import check_file

    if not targets:
        files = [file for folder in catalog.folders() if folder.is_dir() for file in _profiles_in(folder)]
    else:
        files = [file for target in targets for file in (_profiles_in(target) if target.is_dir() else [target])]
    known = catalog.known
    named = {str(file.resolve()) for file in files}
    problems = [problem for problem in catalog.problems if problem.code in ("file-name", "unreadable")]
    if targets:
        problems = [
            problem for problem in problems if problem.place and str(Path(problem.place.file).resolve()) in named
        ]
    for file in files:
        problems += check_file(file, known)
    problems += [_empty(target) for target in targets if target.is_dir() and not _profiles_in(target)]
    return len(files), problems


def _empty(folder: Path) -> Problem:
    return Problem(
        "no-profiles",
        phrase("There is no profile in '{folder}'."),
        phrase("A profile is a text file that ends in .yaml."),
        {"folder": str(folder)},
        Place(str(folder)),
    )


def _folder_of(target: Path) -> Path:
    """The folder of profiles that a target lies in: files of one folder may point to each other."""
    folder = target if target.is_dir() else target.parent
    return folder.parent if folder.name == "training" else folder


def _profiles_in(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("training/*.yaml"))]
