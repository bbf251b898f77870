"""All problems of many files in one run: errors, and warnings about the files that have none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.loading.catalog import Catalog
from jobcli.loading.checks_catalog import warn_of_catalog
from jobcli.loading.checks_warn import Yardstick, warn
from jobcli.loading.profiles import examine


class Review(Struct, frozen=True):
    """How many files were read, and all that was found, file by file."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many errors there are beside the places that are still to be filled."""
        return sum(problem.severity == "error" and problem.code != "to-fill" for problem in self.problems)

    @property
    def open_places(self) -> int:
        """How many places their authors have marked as still to be filled."""
        return sum(problem.code == "to-fill" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(problem.severity == "warning" for problem in self.problems)


def review(catalog: Catalog, targets: Sequence[Path], yardstick: Yardstick) -> Review:
    """Check these files and folders; none means all folders of the catalogue.

    What only the catalogue as a whole shows is asked where a whole folder is checked: a single file is quick.
    """
    folders = [folder for folder in catalog.folders() if folder.is_dir()]
    wanted = list(targets) or folders
    files = [file for target in wanted for file in (profiles_in(target) if target.is_dir() else [target])]
    known = catalog.known
    named = {str(file.resolve()) for file in files}
    found = [problem for problem in catalog.problems if problem.code in ("file-name", "unreadable")]
    if targets:
        found = [problem for problem in found if problem.place and str(Path(problem.place.file).resolve()) in named]
    examined = [examine(file, known) for file in files]
    for item in examined:
        found += item.problems
        if item.document is not None and item.record is not None:
            found += warn(item.document, item.record, yardstick)
    if any(target.is_dir() for target in wanted):
        found += warn_of_catalog(catalog, examined)
    found += [_empty(target) for target in targets if target.is_dir() and not profiles_in(target)]
    return Review(len(files), _by_file(found, files))


def profiles_in(folder: Path) -> list[Path]:
    """The profiles of a folder, then its training paths."""
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("training/*.yaml"))]


def _by_file(problems: list[Problem], files: Sequence[Path]) -> tuple[Problem, ...]:
    """The problems in the order of the files, and of their places in each. What is about no file of these comes first."""
    order = {str(file): number for number, file in enumerate(files, 1)}

    def key(problem: Problem) -> tuple[int, Place]:
        place = problem.place or Place("")
        return order.get(place.file, 0), place

    return tuple(sorted(problems, key=key))


def _empty(folder: Path) -> Problem:
    return Problem(
        "no-profiles",
        phrase("There is no profile in '{folder}'."),
        phrase("A profile is a text file that ends in .yaml."),
        {"folder": str(folder)},
        Place(str(folder)),
    )
