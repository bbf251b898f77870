"""One file becomes one record, or a list of problems."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.profile import Known
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.files.checks import check_path, check_role
from jobcli.files.records import read
from jobcli.files.text import MAX_BYTES, reason_of
from jobcli.files.yaml import Document

T = TypeVar("T")


def fetch(file: Path) -> bytes | Problem:
    """The bytes of a file, at most one more than a profile may have; or why they cannot be had.

    Only regular files are opened, because a pipe would wait for ever. What was opened is looked at again: a file may be
    another one by then, or none.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return _no_file(file, "not-a-file")
        with os.fdopen(os.open(file, os.O_RDONLY | _WITHOUT_WAITING), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return _no_file(file, "not-a-file")
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _no_file(file, "link-to-nothing" if file.is_symlink() else "no-file")
    except (OSError, ValueError) as error:
        message, hint = (
            phrase("'{file}' cannot be read: {reason}."),
            phrase("See whether it is a file that you may read."),
        )
        return Problem("unreadable", message, hint, {"file": str(file), "reason": reason_of(error)}, Place(str(file)))


def is_folder(path: Path) -> bool:
    """Whether a folder lies there; a name that no file system takes is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def real_name(path: Path | str) -> str:
    """A name by which the same file is known as the same, whatever links lead to it.

    Unlike Path.resolve, this takes links that lead in a circle and names that are too long.
    """
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # the folder that one is in is gone, or no file can be called so
        return str(path)


# On Windows a file is opened as text unless one says otherwise; only there it has to be said.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_NO_FILE = {
    "no-file": (
        phrase("There is no file '{file}'."),
        phrase("Check the name; 'jobcli list' shows the roles."),
    ),
    "link-to-nothing": (
        phrase("'{file}' is a link to a file that is not there."),
        phrase("Delete the link, or put the file back."),
    ),
    "not-a-file": (
        phrase("'{file}' is not a regular file."),
        phrase("A profile is a text file that ends in .yaml."),
    ),
}


def _no_file(file: Path, code: str) -> Problem:
    return Problem(code, *_NO_FILE[code], {"file": str(file)}, Place(str(file)))


def read_role(file: str, data: bytes, known: Known) -> tuple[Role | None, tuple[Problem, ...]]:
    """A role profile from its bytes. With any error among the problems there is no role."""
    return read_document(Document(file, data), Role, known)


class Examined(Struct, frozen=True):
    """A file with everything that is wrong with it."""

    file: Path
    problems: tuple[Problem, ...]
    document: Document | None = None
    """What stands in the file; missing where it cannot be read."""
    record: Role | TrainingPath | Vocabulary | None = None
    """What it says; missing where there is any error."""


def examine(file: Path, known: Known) -> Examined:
    """Read one file. Its folder and name say whether it is a path, the vocabulary or a role."""
    data = fetch(file)
    if isinstance(data, Problem):
        return Examined(file, (data,))
    document = Document(str(file), data)
    record, problems = read_document(document, _kind_of(file), known)
    return Examined(file, problems, document, record)


def _kind_of(file: Path) -> type[Role | TrainingPath | Vocabulary]:
    if file.parent.name == "training":
        return TrainingPath
    return Vocabulary if file.stem == "vocabulary" else Role


def read_document(document: Document, kind: type[T], known: Known | None) -> tuple[T | None, tuple[Problem, ...]]:
    """A record of `kind` from a file that was read. With any error among the problems there is none.

    `known` is what it may point to; without it, where it points is not checked.
    """
    record = read(document, kind)
    if known is not None and isinstance(record, Role):
        check_role(document, record, known)
    if known is not None and isinstance(record, TrainingPath):
        check_path(document, record, known)
    problems = tuple(sorted(document.problems, key=lambda problem: problem.place or Place("")))
    broken = any(problem.severity == "error" for problem in problems)
    return (None if broken else record), problems
