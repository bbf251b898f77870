"""One file becomes one record, or a list of problems."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

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


def read_record(file: str, data: bytes, kind: type[T], known: Known | None) -> tuple[T | None, tuple[Problem, ...]]:
    """A record of `kind` from its bytes. With any error among the problems there is none.

    `known` is what it may point to; without it, where it points is not checked.
    """
    document = Document(file, data)
    record = read(document, kind)
    if known is not None and isinstance(record, Role):
        check_role(document, record, known)
    if known is not None and isinstance(record, TrainingPath):
        check_path(document, record, known)
    return _unless_broken(record, document)


def read_role(file: str, data: bytes, known: Known) -> tuple[Role | None, tuple[Problem, ...]]:
    """A role profile from its bytes. With any error among the problems there is no role."""
    return read_record(file, data, Role, known)


def read_path(file: str, data: bytes, known: Known) -> tuple[TrainingPath | None, tuple[Problem, ...]]:
    """A training path that several roles share, from its bytes."""
    return read_record(file, data, TrainingPath, known)


def read_vocabulary(file: str, data: bytes) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
    """The shared ids from their bytes."""
    return read_record(file, data, Vocabulary, None)


def check_file(file: Path, known: Known) -> tuple[Problem, ...]:
    """Everything that is wrong with one file. Its folder and name say whether it is a path, the vocabulary or a role."""
    data = fetch(file)
    if isinstance(data, Problem):
        return (data,)
    if file.parent.name == "training":
        return read_path(str(file), data, known)[1]
    if file.stem == "vocabulary":
        return read_vocabulary(str(file), data)[1]
    return read_role(str(file), data, known)[1]


def _unless_broken(record: T | None, document: Document) -> tuple[T | None, tuple[Problem, ...]]:
    problems = tuple(sorted(document.problems, key=lambda problem: problem.place or Place("")))
    broken = any(problem.severity == "error" for problem in problems)
    return (None if broken else record), problems
