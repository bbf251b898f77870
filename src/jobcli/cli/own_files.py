"""The person's own files at the prompt: read, changed under a lock, and every way in which that fails in one message."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse
from jobcli.files.text import MAX_BYTES, reason_of

if TYPE_CHECKING:
    from jobcli.files.own_files import LockedFile

SETTINGS = "me.yaml"
PROGRESS = "progress.yaml"
ANSWERS = "interests.yaml"


def fetch(file: Path) -> bytes | None:
    """The content of an own file, None where there is none. Where there is none, this costs one look and no import."""
    try:
        regular = stat.S_ISREG(file.stat().st_mode)
        if regular:
            from jobcli.files.own_files import read

            return read(file, MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        refuse(
            "unreadable",
            phrase("'{file}' cannot be read: {reason}."),
            phrase("Check that you may read it, or name another folder with --state-dir."),
            file=str(file),
            reason=reason_of(error),
        )
    return refuse(
        "not-a-file",
        phrase("'{file}' is not a regular file."),
        phrase("jobcli keeps its data there; move it away, or name another folder with --state-dir."),
        file=str(file),
    )


@contextmanager
def locked_file(file: Path) -> Iterator[LockedFile]:
    """Hold the lock of an own file while it is changed. Refusal where that fails; the old file is then still there."""
    from jobcli.files.own_files import Busy, NoLock, locked

    # A pipe or a folder under this name is refused before anything waits for it.
    fetch(file)
    try:
        with locked(file) as own:
            yield own
    except Busy:
        refuse(
            "busy",
            phrase("Another jobcli has been writing '{file}' for a while; nothing was changed."),
            phrase("Wait for it to finish, then try again."),
            file=str(file),
        )
    except NoLock as error:
        refuse(
            "no-lock",
            phrase("The lock '{file}' cannot be taken: {reason}. Nothing was changed."),
            phrase("Delete it while no jobcli is running, get the right to write there, or name another --state-dir."),
            file=str(error.file),
            reason=phrase("it is a link") if error.file.is_symlink() else reason_of(error),
        )
    except (OSError, ValueError) as error:
        cannot_write(file, error)


def sound(file: Path, new: bytes, record: object, read: Callable[[str, bytes], tuple[object, ...]]) -> bytes:
    """The new content, once it reads back as the record it was made from: what cannot be read again is not written."""
    if read(str(file), new)[0] != record:
        refuse(
            "not-kept",
            phrase("'{file}' could not be read again after this change. Nothing was changed."),
            phrase("Has the file become very long? A file can have a million bytes."),
            file=str(file),
        )
    return new


def cannot_write(file: Path, error: OSError | ValueError) -> NoReturn:
    """Say that the disk refuses. The old file is still there."""
    if file.is_symlink() and not file.exists():
        refuse(
            "broken-link",
            phrase("'{file}' is a link to '{target}', which cannot be written: {reason}. Nothing was changed."),
            phrase(
                "Delete the link or let it lead to a folder that is there, or name another folder with --state-dir."
            ),
            file=str(file),
            target=str(file.readlink()),
            reason=reason_of(error),
        )
    refuse(
        "cannot-write",
        phrase("'{file}' cannot be written: {reason}. Nothing was changed."),
        phrase("Make room or get the right to write there, or name another folder with --state-dir."),
        file=str(file),
        reason=reason_of(error),
    )
