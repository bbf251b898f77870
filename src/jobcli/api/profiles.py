"""The answers about files of profiles: `validate`, all problems, and `schema`."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from jobcli.api.bounds import check_choice
from jobcli.api.catalog import Day, Roles, known_on
from jobcli.domain.evidence import Problem
from jobcli.files.catalog import Catalog, Shelf

if TYPE_CHECKING:
    from jobcli.answers.own import KindOfFile, SchemaOfFile, Validated
    from jobcli.files.review import Review


class BrokenFiles(ValueError):
    """Files of profiles have errors; `problems` says all that was found, each with its place."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        wrong = dict.fromkeys(problem.code for problem in found if problem.severity == "error")
        super().__init__(f"there are errors in files of profiles: {', '.join(wrong)}")
        self.problems = found


def validate(catalog: Roles, *files: str | PathLike[str], day: Day = None) -> Validated:
    """How many files were checked, and how many warnings there are; without files the whole catalogue.

    BrokenFiles where one has errors. What the warnings are: `problems`.
    """
    from jobcli.answers.validate import validated

    found = _review(catalog, files, day)
    if found.errors or found.open_places:
        raise BrokenFiles(found.problems)
    return validated(found)


def problems(catalog: Roles, *files: str | PathLike[str], day: Day = None) -> tuple[Problem, ...]:
    """All errors and warnings about files and folders of profiles, each with its place; without files the whole catalogue."""
    return _review(catalog, files, day).problems


def schema(catalog: Roles, kind: KindOfFile = "role") -> SchemaOfFile:
    """The JSON Schema of a kind of file: role, training, vocabulary, figures, state, or `output`, which answers meet."""
    from jobcli.answers.own import KindOfFile as Kind
    from jobcli.answers.own import SchemaOfFile as Made

    check_choice("kind", kind, get_args(Kind))
    if kind == "output":
        from jobcli.answers.schema import output_schema

        return Made(kind=kind, schema=output_schema())
    from jobcli.files.schema import build

    return Made(kind=kind, schema=build(kind, catalog.catalog.known))


def _review(catalog: Roles, files: Sequence[str | PathLike[str]], day: Day) -> Review:
    from jobcli.answers.validate import folders_of, reviewed
    from jobcli.files.read import is_folder

    targets = [Path(file) for file in files]
    beside = [Shelf(folder, "option") for folder in dict.fromkeys(folders_of(targets)) if is_folder(folder)]
    *named, _built_in = catalog.catalog.shelves()
    return reviewed(Catalog([*beside, *named]), targets, known_on(day))
