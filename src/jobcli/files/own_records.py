"""A person's own files: bytes become a record or problems with their places, and a record becomes text again."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TypeVar

from msgspec import structs, to_builtins

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.own import VERSION, KeptAnswers, Progress, Settings
from jobcli.files.records import locate, read
from jobcli.files.yaml import Document, Mapping, Scalar, dump

T = TypeVar("T")

# The hints of these speak of profiles, which this is not.
_ABOUT_PROFILES = {"wrong-type", "empty", "too-large", "too-deep"}
_END = b"...\n"
"""The last line, by which YAML says that a document is over. From version 2 on a file without it was cut short."""


# What one earns and where one stands are asked apart from each other, of the same file.
@lru_cache(maxsize=1)
def read_settings(file: str, data: bytes) -> tuple[Settings | None, dict[str, Place], tuple[Problem, ...]]:
    """The answers in a file and the place of each; None where anything is wrong, which the problems then say."""
    document = Document(file, data)
    settings, problems = _read(document, data, Settings)
    below = locate(document.root, "settings")
    pairs = below.pairs if isinstance(below, Mapping) else []
    places = {key.text: document.place(node.line, node.column, node.length) for key, node in pairs}
    return settings, places, problems


def write_settings(settings: Settings, old: bytes | None) -> bytes:
    """The text of a settings file, of today's version. Comments at its head are kept; comments further down are not."""
    values = {key: _plainer(text) for key, text in settings.settings.items()}
    kept: dict[str, object] = {"version": settings.version, "settings": values}
    if settings.offers:
        kept["offers"] = {
            path: {
                key: _plainer(f"{value:g}") if isinstance(value, float) else value
                for key, value in offer.items()
                if value is not None
            }
            for path, offer in to_builtins(settings.offers).items()
        }
    return _head(old, "# What jobcli knows about you: jobcli me show\n") + dump(kept) + _END


def read_progress(file: str, data: bytes) -> tuple[Progress | None, tuple[Problem, ...]]:
    """What a person has begun and ticked; None where anything is wrong, which the problems then say."""
    return _read(Document(file, data), data, Progress)


def write_progress(progress: Progress, old: bytes | None) -> bytes:
    """The text of a progress file. Comments at its head are kept; comments further down are not."""
    kept = {key: value for key, value in to_builtins(progress).items() if value or key in ("version", "roles")}
    return _head(old, "# Your steps: jobcli next\n") + dump(_dated(kept)) + _END


def read_answers(file: str, data: bytes) -> tuple[KeptAnswers | None, tuple[Problem, ...]]:
    """The answers that a person keeps; None where anything is wrong, which the problems then say."""
    return _read(Document(file, data), data, KeptAnswers)


def write_answers(kept: KeptAnswers, old: bytes | None) -> bytes:
    """The text of a file of answers."""
    return (
        _head(old, "# Your answers: jobcli discover; to delete them: jobcli discover --forget\n")
        + dump({"version": kept.version, "answers": list(kept.answers)})
        + _END
    )


def _dated(value: object, key: str = "") -> object:
    """The same with days as dates, so that they stand without quotes."""
    if isinstance(value, dict):
        return {below: _dated(item, below) for below, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, key) for item in value]
    if key in ("date", "started", "begun") and isinstance(value, str) and len(value) == len("2026-11-24"):
        return date.fromisoformat(value)
    return value


def _read(document: Document, data: bytes, kind: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    newer = _newer(document)
    if newer is not None:
        return None, (newer,)
    record = read(document, kind)
    if _version(document) > 1 and data.rstrip().rpartition(b"\n")[2] != _END.rstrip():
        message = phrase("The end of the file is missing: it was cut short.")
        cure = phrase("Bring it back from a copy. If nothing is missing, write '...' as its last line.")
        document.report(None, "cut-short", message, cure)
    hint = phrase("What this file may hold: jobcli schema state")
    problems = [
        structs.replace(problem, hint=hint) if problem.code in _ABOUT_PROFILES else problem
        for problem in document.problems
    ]
    return (None if problems else record), tuple(problems)


def _newer(document: Document) -> Problem | None:
    """A version above ours: nothing else is read, because its keys may mean something else."""
    node = locate(document.root, "version")
    if not isinstance(node, Scalar) or _version(document) <= VERSION:
        return None
    message = phrase("This file has version {version}; this jobcli knows version {known} and leaves it as it is.")
    hint = phrase("Install a newer jobcli, or name another folder with --state-dir.")
    place = document.place(node.line, node.column, node.length)
    return Problem("newer-version", message, hint, {"version": node.text.strip(), "known": VERSION}, place)


def _version(document: Document) -> int:
    """The version that a file says it has; 1 where it says none."""
    node = locate(document.root, "version")
    text = node.text.strip() if isinstance(node, Scalar) else ""
    return int(text) if text.isdecimal() and len(text) <= 9 else 1


def _head(old: bytes | None, usual: str) -> bytes:
    """The comments at the top of the old file, or the usual ones of a new file."""
    if old is None:
        return usual.encode()
    kept = []
    for line in old.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True):
        if line.strip() and not line.startswith(b"#"):
            break
        kept.append(line)
    return b"".join(kept)


def _plainer(text: str) -> str | int | float:
    """A number without quotes, as a person would write it; what does not read back as the same text stays text."""
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if str(number) == text:
            return number
    return text
