"""All problems of many files in one run: errors, and warnings about the files that have none."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.files.catalog import Catalog
from jobcli.files.ids import ENDING, is_meant, wrong_ending
from jobcli.files.read import examine, is_folder, real_name
from jobcli.files.warnings import Yardstick, warn, warn_of_catalog
from jobcli.files.yaml import MAX_PROBLEMS


class Review(Struct, frozen=True):
    """What a check of many files found."""

    files: int
    """How many were read."""
    problems: tuple[Problem, ...]
    """All that was found, file by file."""

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

    What only the catalogue as a whole shows is told of a single file, too: the others come from the cache.
    """
    folders = [folder for folder in catalog.folders() if folder.is_dir()]
    wanted = list(targets) or folders
    files = [file for target in wanted for file in (profiles_in(target) if is_folder(target) else [target])]
    known = catalog.known
    named = {real_name(file) for file in files}
    found = [problem for problem in catalog.problems if problem.code in _OF_NAMES]
    if targets:
        found = [problem for problem in found if problem.place and real_name(problem.place.file) in named]
    found += [
        wrong_ending(file)
        for target in wanted
        for file in (_strangers(target) if is_folder(target) else [target])
        if file.suffix != ENDING and os.path.lexists(file)
    ]
    found += [_below(folder) for target in wanted if is_folder(target) for folder in _folders_not_read(target)]
    examined = [examine(file, known) for file in files]
    for item in examined:
        found += item.problems
        if item.document is not None and item.record is not None:
            found += warn(item.document, item.record, yardstick)
    found += warn_of_catalog(catalog, examined)
    found += [_empty(target) for target in targets if is_folder(target) and not profiles_in(target)]
    return Review(len(files), _by_file(_few_warnings(found), files))


def profiles_in(folder: Path) -> list[Path]:
    """The profiles of a folder, then its training paths."""
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("training/*.yaml"))]


_OF_NAMES = ("file-name", "unreadable")


def _strangers(folder: Path) -> list[Path]:
    """The files of a folder that were meant to be read and are not."""
    return sorted(file for part in (folder, folder / "training") for file in part.glob("*.*") if is_meant(file))


def _folders_not_read(folder: Path) -> list[Path]:
    """The folders below a folder that hold profiles where nobody looks for them."""
    below = {file.parent for file in folder.glob(f"*/*{ENDING}")}
    return sorted(part for part in below if part.name != "training" and not part.name.startswith("."))


def _below(folder: Path) -> Problem:
    message = phrase("'{folder}' is not read: of the folders below one of profiles, only 'training' is.")
    hint = phrase("Name it after --profiles or in JOBCLI_PROFILES, or move its files up.")
    return Problem("folder-not-read", message, hint, {"folder": str(folder)}, Place(str(folder)), "warning")


def _few_warnings(problems: list[Problem]) -> list[Problem]:
    """The same with a hundred warnings a file, and one more that says that there are others."""
    kept, counted = [], Counter[str]()
    for problem in problems:
        file = problem.place.file if problem.place is not None and problem.severity == "warning" else ""
        counted[file] += 1
        if not file or counted[file] <= MAX_PROBLEMS:
            kept.append(problem)
    message = phrase("There are {count} warnings about this file; the first {limit} are shown.")
    hint = phrase("Mend these first, then check it again.")
    return kept + [
        Problem("too-many", message, hint, {"count": count, "limit": MAX_PROBLEMS}, Place(file), "warning")
        for file, count in counted.items()
        if file and count > MAX_PROBLEMS
    ]


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
