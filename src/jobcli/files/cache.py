"""The compiled catalogue: what was read from sound files, kept until a file changes, so that many roles need no YAML.

A kept record is used only while its file has the stamp it had when it was read (times, size, inode) and while every id
that it points to is still known. Files with any problem are never kept: whoever asks reads them anew, and hears of the
problem every time.

Each folder of profiles has two files in the cache folder, both replaced as a whole: the cards, which are all that a list
needs, and the records. Nothing here raises: a file that is damaged, foreign, unreadable or on a full disk answers as an
empty one. Whoever asks reads the profiles themselves then: slower, and as right as ever.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from jobcli.domain.card import Card, card_of
from jobcli.domain.profile import Known
from jobcli.domain.role import Role

T = TypeVar("T")

FOLDER = "catalogue"
SETTLED_NS = 2_000_000_000
"""A file that changed within the last two seconds is not kept: its next change could carry the same time stamp."""

_CODE = Path(__file__).resolve().parent.parent
_SUM_BYTES = 4

Part = Literal["cards", "records"]


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of one file of profiles."""

    stamp: str
    """What told its state from others when it was read."""
    points_to: str
    """The ids that it points to, as `areas/law`, one a line."""
    packed: memoryview
    """Of a role its card or its record, of others the record."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What a file of the cache says, behind a check sum over all of it."""

    version: str
    """The program that wrote it."""
    folder: bytes
    """The folder that the files lie in, as the system spells it."""
    rows: dict[str, Row]
    """What is known of its files, by their names."""


class Cache:
    """What the cache folder knows of the files of some folders."""

    def __init__(self, cache: Path, clock: Callable[[], int] = time.time_ns) -> None:
        self._cache = cache / FOLDER
        self._clock = clock
        self._version = version()
        self._part: Part = "records"
        self._rows: dict[tuple[Part, str], dict[str, Row]] = {}
        self._changed: set[str] = set()
        self._stamps: dict[Path, str | None] = {}
        self._known: frozenset[str] | None = None

    def open(self, folders: Iterable[Path], part: Part) -> None:
        """Look up all files of these folders."""
        self._part, self._stamps = part, {}
        self._rows = {(part, name): self._load(part, name) for name in map(_absolute, folders)}

    def record(self, file: Path, kind: type[T], known: Callable[[], Known]) -> T | None:
        """What the file says, or None where it has to be read."""
        return None if kind is Role and self._part == "cards" else self._decoded(file, kind, known)

    def card(self, file: Path, known: Callable[[], Known]) -> Card | None:
        """The card of a role, or None where its file has to be read."""
        return None if self._part == "records" else self._decoded(file, Card, known)

    def stamp(self, file: Path) -> str | None:
        """What tells this state of the file from another one; None for anything but a file that lies still."""
        try:
            found = file.stat()
        except (OSError, ValueError):
            return None
        changed = max(found.st_mtime_ns, found.st_ctime_ns)
        if not stat.S_ISREG(found.st_mode) or self._clock() - changed < SETTLED_NS:
            return None
        return f"{found.st_mtime_ns} {found.st_size} {found.st_ctime_ns} {found.st_ino} {found.st_dev}"

    def keep(self, file: Path, before: str | None, points_to: Collection[str], record: object) -> None:
        """Remember a sound record, unless the file has changed since `before`, its stamp when reading began."""
        if before is None or self.stamp(file) != before:
            return
        folder = _absolute(file.parent)
        kept: dict[Part, object] = {"records": record, "cards": card_of(record) if isinstance(record, Role) else record}
        for part, value in kept.items():
            packed = memoryview(msgspec.msgpack.encode(value))
            self._of(part, folder)[file.name] = Row(before, "\n".join(sorted(points_to)), packed)
        self._stamps[file] = before
        self._changed.add(folder)

    def save(self, files: Iterable[Path]) -> None:
        """Write what is new, and forget the files that are no longer among `files`."""
        there: dict[str, set[str]] = {}
        for file in files:
            there.setdefault(_absolute(file.parent), set()).add(file.name)
        for (_, folder), rows in self._rows.items():
            if not rows.keys() <= there.get(folder, set()):
                self._changed.add(folder)
        for folder in self._changed:
            for part in PARTS:
                rows = {name: row for name, row in self._of(part, folder).items() if name in there.get(folder, ())}
                self._write(part, folder, rows)
        if self._changed:
            self._forget()
        self._changed = set()

    def _of(self, part: Part, folder: str) -> dict[str, Row]:
        """The rows of one folder; those of the part that was not asked for are looked up when they are to be replaced."""
        if (part, folder) not in self._rows:
            self._rows[part, folder] = self._load(part, folder)
        return self._rows[part, folder]

    def _decoded(self, file: Path, kind: type[T], known: Callable[[], Known]) -> T | None:
        row = self._rows.get((self._part, _absolute(file.parent)), {}).get(file.name)
        if row is None:
            return None
        if file not in self._stamps:
            self._stamps[file] = self.stamp(file)
        if row.stamp != self._stamps[file]:
            return None
        if row.points_to:
            self._known = self._known or known().names()
            if not self._known.issuperset(row.points_to.split("\n")):
                return None
        try:
            return msgspec.msgpack.decode(row.packed, type=kind)
        except (msgspec.DecodeError, ValueError):
            return None

    def _file(self, part: Part, folder: str) -> Path:
        return self._cache / f"{zlib.crc32(os.fsencode(folder)):08x}.{part}"

    def _load(self, part: Part, folder: str) -> dict[str, Row]:
        kept = self._read(self._file(part, folder))
        return kept.rows if kept is not None and kept.folder == os.fsencode(folder) else {}

    def _read(self, file: Path) -> Kept | None:
        """What a file of the cache says; None where it is not what this version has written."""
        try:
            data = memoryview(file.read_bytes() if file.is_file() else b"")
            if data[:_SUM_BYTES] != _sum(data[_SUM_BYTES:]):
                return None
            kept = msgspec.msgpack.decode(data[_SUM_BYTES:], type=Kept)
        except (OSError, ValueError, MemoryError, msgspec.DecodeError):
            return None
        return kept if kept.version == self._version else None

    def _write(self, part: Part, folder: str, rows: dict[str, Row]) -> None:
        from jobcli.files import own_files

        content = msgspec.msgpack.encode(Kept(self._version, os.fsencode(folder), rows))
        try:
            self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            own_files.replace(self._file(part, folder), _sum(content) + content)
        except (OSError, ValueError):
            return

    def _forget(self) -> None:
        """Throw away what is of another version, damaged, or of a folder that is gone."""
        try:
            for part in PARTS:
                for file in self._cache.glob(f"*.{part}"):
                    kept = self._read(file)
                    if kept is None or not os.path.isdir(kept.folder):  # noqa: PTH112  a path of bytes is none of pathlib's
                        file.unlink()
        except (OSError, ValueError):
            return


PARTS: tuple[Part, ...] = ("cards", "records")


def version() -> str:
    """The program that wrote a file: its number, and the state of the code that reads, for those who work on it."""
    # Installers may give all files of all versions one time: the file with the number counts as it is written.
    parts = [(_CODE / "__init__.py").read_bytes()]
    for room in ("domain", "files"):
        with os.scandir(_CODE / room) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    parts.append(f"{entry.name} {found.st_mtime_ns} {found.st_size}".encode())
    return f"{zlib.crc32(b' '.join(parts)):08x}"


def _absolute(folder: Path) -> str:
    return os.path.abspath(folder)  # noqa: PTH100  Path.absolute keeps `..`, and resolve would follow links


def _sum(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_SUM_BYTES, "big")
