"""Write: profiles of your own, and what is wrong with them."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jobcli.cli.refusal import Refusal, refuse
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


def _complete_kind(incomplete: str) -> list[str]:
    """Kinds of file."""
    from jobcli.loading.schema import SCHEMAS

    return [name for name in SCHEMAS if name.startswith(incomplete)]


@app.command(
    help=phrase("Print the JSON Schema of a kind of file, with which editors complete and check what you write."),
    epilog="jobcli schema > role.schema.json\njobcli schema training > training.schema.json",
)
def schema(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]",
            help=phrase("role, training, vocabulary, figures or state; none means role."),
            autocompletion=_complete_kind,
            show_default=False,
        ),
    ] = "role",
) -> None:
    """Print a schema as it is to stand in a file. Exit code 2 for an unknown kind."""
    import json

    from jobcli.loading.schema import SCHEMAS, build

    session: Session = context.obj
    wanted = kind.strip().lower()
    if wanted not in SCHEMAS:
        _no_kind(kind, list(SCHEMAS))
    made = build(wanted, session.catalog.known)
    # Letters outside ASCII are escaped: the file is the same in every encoding a shell may write.
    session.output.document(
        "schema",
        lambda: {"kind": wanted, "schema": made},
        lambda: json.dumps(made, indent=2) + "\n",
        session.catalog.problems,
    )


def _no_kind(word: str, known: list[str]) -> NoReturn:
    from jobcli.loading.shapes import closest

    near = closest(word, known)
    message = (
        phrase("No kind of file '{word}'. Did you mean '{near}'?") if near else phrase("No kind of file '{word}'.")
    )
    hint = phrase("Known: {known}.")
    refuse("unknown-kind", message, hint, exit_code=2, word=word[:60], near=near, known=", ".join(known))


def _check(catalog: Catalog, targets: list[Path]) -> tuple[int, list[Problem]]:
    """How many files were read, and all their problems."""
    from jobcli.loading.profiles import check_file, is_folder

    if not targets:
        files = [file for folder in catalog.folders() if folder.is_dir() for file in _profiles_in(folder)]
    else:
        files = [file for target in targets for file in (_profiles_in(target) if is_folder(target) else [target])]
    known = catalog.known
    # Unlike Path.resolve, this takes links that lead in a circle and names that are too long.
    named = {realpath(file) for file in files}
    problems = [problem for problem in catalog.problems if problem.code in ("file-name", "unreadable")]
    if targets:
        problems = [problem for problem in problems if problem.place and realpath(problem.place.file) in named]
    for file in files:
        problems += check_file(file, known)
    problems += [_empty(target) for target in targets if is_folder(target) and not _profiles_in(target)]
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
    from jobcli.loading.profiles import is_folder

    folder = target if is_folder(target) else target.parent
    return folder.parent if folder.name == "training" else folder


def _profiles_in(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("training/*.yaml"))]
