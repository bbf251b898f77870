"""One file of the person's, read and replaced so that a kill leaves the old or the new one, never half of it."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

WAIT_SECONDS = 10.0
"""How long a second terminal waits for the first one to finish."""


class Busy(Exception):
    """Another terminal held the lock of `file` for longer than one waits."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class NoLock(OSError):
    """The lock itself cannot be taken: `file` is that of the lock."""

    def __init__(self, file: Path, error: OSError) -> None:
        super().__init__(*error.args)
        self.file = file


def read(file: Path, limit: int = -1) -> bytes | None:
    """The content of a file, its first `limit` bytes, or None where there is none. OSError where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(limit)
    except FileNotFoundError:
        return None


class LockedFile:
    """A file while its lock is held: what stands in it, None where there is none, and the right to replace it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.content = read(file)

    def replace(self, content: bytes) -> None:
        """Give the file this content. OSError where the disk refuses; the old one is then still there."""
        replace(self.file, content)


@contextlib.contextmanager
def locked(file: Path, *, wait: float | None = None) -> Iterator[LockedFile]:
    """Hold the lock of a file, so that what is read and what replaces it belong together.

    Two terminals at once lose nothing. Busy where the lock is not had in `wait` seconds, or in those that one waits; OSError
    where the disk refuses, NoLock where it refuses the lock. Where a file system knows no locks, it is done without.
    """
    from filelock import FileLock, Timeout

    file.parent.mkdir(parents=True, exist_ok=True)
    if not _knows_locks(file.parent):
        yield LockedFile(file)
        return
    lock = FileLock(file.with_name(f"{file.name}.lock"))
    try:
        lock.acquire(timeout=WAIT_SECONDS if wait is None else wait)
    except Timeout:
        raise Busy(file) from None
    except OSError as error:
        raise NoLock(Path(lock.lock_file), error) from error
    try:
        yield LockedFile(file)
    finally:
        lock.release()


def _knows_locks(folder: Path) -> bool:
    """Whether the file system of a folder knows locks.

    Where it does not, filelock warns, and makes a marker of its own: one that a kill leaves behind would lock for ever.
    """
    try:
        import fcntl
    except ImportError:
        return True
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
    finally:
        os.close(handle)
    return True


def create(file: Path, content: bytes) -> None:
    """Write a new file, whole or not at all. FileExistsError where the name is taken, also in the last moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with _written_beside(file, content) as beside:
        # A file for others to read, as an editor would have made it.
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
        _claim(beside, file, content)


def _claim(beside: Path, file: Path, content: bytes) -> None:
    """Give the whole file its name, if nobody has it: a link is made at once or not at all."""
    try:
        os.link(beside, file)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no links.
        with file.open("xb") as stream:
            try:
                stream.write(content)
                stream.flush()
            except BaseException:
                file.unlink()
                raise


def set_aside(file: Path) -> Path:
    """Copy a damaged file beside itself under a name that is still free, and return that name. The file stays."""
    content = file.read_bytes()
    for number in range(1, 1000):
        copy = file.with_name(f"{file.name}.damaged-{number}")
        try:
            with copy.open("xb") as stream:
                stream.write(content)
        except FileExistsError:
            if copy.read_bytes() == content:
                return copy
            continue
        return copy
    raise FileExistsError(str(file))


def replace(file: Path, content: bytes) -> None:
    """Write beside the file, then rename: the name always points to a whole file. OSError where the disk refuses."""
    # Who keeps the file elsewhere and links to it keeps the link.
    target = file.resolve()
    with _written_beside(target, content) as beside:
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)


@contextlib.contextmanager
def _written_beside(file: Path, content: bytes) -> Iterator[Path]:
    """The whole content in a hidden file of the same folder, to be given its name; what is then left of it is deleted."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    _settle(file.parent)


def _settle(folder: Path) -> None:
    """Make the rename itself outlive a loss of power, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
