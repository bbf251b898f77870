"""One SQLite file in the cache folder that is right or thrown away: rows by folder and file name, each with a check sum.

Nothing here raises, and nothing waits for long: a file that is damaged, locked, foreign, unreadable or on a full disk
answers as an empty one. Whoever asks reads the profiles themselves then: slower, and as right as ever.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

LAYOUT = 1
"""The number of the tables below: another one is another file."""

_TABLES = """
CREATE TABLE made (version TEXT NOT NULL);
CREATE TABLE files (
    folder TEXT NOT NULL, name TEXT NOT NULL, stamp TEXT NOT NULL, refs TEXT NOT NULL,
    card BLOB NOT NULL, record_sum INTEGER NOT NULL, sum INTEGER NOT NULL, record BLOB NOT NULL,
    UNIQUE (folder, name)
);
"""
# What has no card is small, and always wanted whole.
_SELECT = """
SELECT folder, name, stamp, refs, card, record_sum, sum, CASE WHEN ? OR card = x'' THEN record ELSE x'' END
FROM files WHERE folder = ?
"""
_SECONDS_TO_WAIT = 0.2
# Primary result codes of SQLite that say nothing of the file itself: it is busy, read-only, full, or cannot be opened.
# Every other error means that the file is not what was written.
_NOT_NOW = frozenset({3, 5, 6, 7, 8, 10, 13, 14})
# SQLITE_IOERR_SHORT_READ: a file that was cut off.
_TOO_SHORT = 522


class Row(NamedTuple):
    """What is kept of one file: of a role its card and its record, of others the record alone.

    `record` is empty where it was not asked for.
    """

    folder: str
    name: str
    stamp: str
    refs: str
    card: bytes
    record: bytes


class Store:
    """The rows of one file, for one version of the program; rows of another version are none."""

    def __init__(self, file: Path, version: str) -> None:
        self.file = file
        self.version = f"{LAYOUT} {version}"
        self._doubted = False

    def rows(self, folders: Sequence[str], *, whole: bool) -> dict[tuple[str, str], Row]:
        """The rows of these folders by folder and name; none where in doubt. Roles have their records only where `whole`."""
        try:
            import sqlite3
        except ImportError:  # a Python that was built without it
            return {}
        try:
            if not self.file.is_file():
                return {}
            # Opened for reading only: a call that has nothing to keep never touches the file.
            address = f"{self.file.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, uri=True, timeout=_SECONDS_TO_WAIT)) as base:
                if not self._is_ours(base):
                    self._doubted = True
                    return {}
                return {
                    (row.folder, row.name): row for folder in folders for row in self._of_folder(base, folder, whole)
                }
        except (sqlite3.Error, OSError, ValueError, TypeError, OverflowError, MemoryError) as error:
            self._doubted = _is_damage(error)
            return {}

    def keep(self, rows: Iterable[Row], gone: Iterable[tuple[str, str]]) -> None:
        """Keep these rows, and forget those of files that are gone. Nothing happens where that cannot be done now."""
        try:
            import sqlite3
        except ImportError:
            return
        try:
            if self._doubted:
                self.discard()
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=_SECONDS_TO_WAIT, isolation_level=None)) as base:
                # No journal beside the file: one that is left behind by a killed process would be played into the next
                # file. What a killed process or a power cut leaves half written is found by the sums.
                base.execute("PRAGMA journal_mode = MEMORY")
                base.execute("PRAGMA synchronous = OFF")
                base.execute("BEGIN IMMEDIATE")
                self._write(base, rows, gone)
                base.execute("COMMIT")
        except (sqlite3.Error, OSError, ValueError, TypeError, OverflowError, MemoryError) as error:
            if not isinstance(error, OSError) and _is_damage(error):
                self.discard()

    def discard(self) -> None:
        """Throw the file away, where that can be done."""
        try:
            self.file.unlink(missing_ok=True)
        except (OSError, ValueError):
            return
        self._doubted = False

    def _is_ours(self, base: Connection) -> bool:
        return bool(base.execute("SELECT version FROM made").fetchall() == [(self.version,)])

    def _of_folder(self, base: Connection, folder: str, whole: bool) -> list[Row]:  # noqa: FBT001  handed on as it came
        rows = []
        for found in base.execute(_SELECT, (whole, folder)):
            folder, name, stamp, refs, card, record_sum, total, record = found
            row = Row(folder, name, stamp, refs, card, record)
            without = not whole and row.card
            if _sum(row, record_sum) != total or not (without or zlib.crc32(record) == record_sum):
                raise ValueError("a row is not what was written")
            rows.append(row)
        return rows

    def _write(self, base: Connection, rows: Iterable[Row], gone: Iterable[tuple[str, str]]) -> None:
        tables = base.execute("SELECT name FROM sqlite_master").fetchall()
        if not tables:
            for statement in _TABLES.split(";"):
                base.execute(statement)
            base.execute("INSERT INTO made VALUES (?)", (self.version,))
        elif not self._is_ours(base):
            # Another version of the program has made it anew since it was read.
            return
        base.executemany("DELETE FROM files WHERE folder = ? AND name = ?", list(gone))
        base.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [_as_columns(row) for row in rows]
        )
        folders = [folder for (folder,) in base.execute("SELECT DISTINCT folder FROM files").fetchall()]
        for folder in folders:
            if not Path(folder).is_dir():
                base.execute("DELETE FROM files WHERE folder = ?", (folder,))


def _is_damage(error: Exception) -> bool:
    """Whether the file is not what was written; else it is only busy, read-only, full or cannot be opened."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code == _TOO_SHORT or code & 0xFF not in _NOT_NOW


def _as_columns(row: Row) -> tuple[Any, ...]:
    record_sum = zlib.crc32(row.record)
    return (*row[:5], record_sum, _sum(row, record_sum), row.record)


def _sum(row: Row, record_sum: int) -> int:
    """The check sum of a row, over all that it says and the sum of its record."""
    head = "\0".join((row.folder, row.name, row.stamp, row.refs, str(record_sum)))
    return zlib.crc32(row.card, zlib.crc32(head.encode("utf-8", "surrogateescape")))
