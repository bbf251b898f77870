"""One file becomes one record, or a list of problems."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.loading.checks import Known, check_path, check_role
from jobcli.loading.nodes import Document
from jobcli.loading.shapes import read
from jobcli.loading.texts import MAX_BYTES

T = TypeVar("T")


def fetch(file: Path) -> bytes | Problem:
    """The bytes of a file, at most one more than a profile may have; or why they cannot be had.

    Only regular files are opened: a pipe would wait for ever.
    """
    place = Place(str(file))
    try:
        if not file.is_file():
            if not file.exists():
                return Problem(
                    "no-file",
                    phrase("There is no file '{file}'."),
                    phrase("Check the name; 'jobcli list' shows the roles."),
                    {"file": str(file)},
                    place,
                )
            return Problem(
                "not-a-file",
                phrase("'{file}' is not a regular file."),
                phrase("A profile is a text file that ends in .yaml."),
                {"file": str(file)},
                place,
            )
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Problem(
            "unreadable",
            phrase("'{file}' cannot be read: {reason}."),
            phrase("Check that you may read it."),
            {"file": str(file), "reason": reason},
            place,
        )


def read_role(file: str, data: bytes, known: Known) -> tuple[Role | None, tuple[Problem, ...]]:
    """A role profile from its bytes. With any error among the problems there is no role."""
    document = Document(file, data)
    role = read(document, Role)
    if role is not None:
        check_role(document, role, known)
    return _unless_broken(role, document)


def read_path(file: str, data: bytes, known: Known) -> tuple[TrainingPath | None, tuple[Problem, ...]]:
    """A training path that several roles share, from its bytes."""
    document = Document(file, data)
    path = read(document, TrainingPath)
    if path is not None:
        check_path(document, path, known)
    return _unless_broken(path, document)


def read_vocabulary(file: str, data: bytes) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
    """The shared ids from their bytes."""
    document = Document(file, data)
    return _unless_broken(read(document, Vocabulary), document)


class Examined(Struct, frozen=True):
    """A file with everything that is wrong with it. `record` is missing where there is any error."""

    file: Path
    problems: tuple[Problem, ...]
    document: Document | None = None
    record: Role | TrainingPath | Vocabulary | None = None


def examine(file: Path, known: Known) -> Examined:
    """Read one file. Its folder and name say whether it is a path, the vocabulary or a role."""
    data = fetch(file)
    if isinstance(data, Problem):
        return Examined(file, (data,))
    document = Document(str(file), data)
    record: Role | TrainingPath | Vocabulary | None
    if file.parent.name == "training":
        record = path = read(document, TrainingPath)
        if path is not None:
            check_path(document, path, known)
    elif file.stem == "vocabulary":
        record = read(document, Vocabulary)
    else:
        record = role = read(document, Role)
        if role is not None:
            check_role(document, role, known)
    record, problems = _unless_broken(record, document)
    return Examined(file, problems, document, record)


def _unless_broken(record: T | None, document: Document) -> tuple[T | None, tuple[Problem, ...]]:
    problems = tuple(sorted(document.problems, key=lambda problem: problem.place or Place("")))
    broken = any(problem.severity == "error" for problem in problems)
    return (None if broken else record), problems
