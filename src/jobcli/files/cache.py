"""The compiled catalogue: what was read from sound files, kept until a file changes, so that many roles need no YAML.

A kept record is used only while its file has the stamp it had when it was read (times, size, inode) and while every
id that its checks looked up is still known, or still unknown. Files with any problem are never kept: whoever asks
reads them anew, and hears of the problem every time.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jobcli.domain.card import Card, card_of
from jobcli.domain.role import Role, Vocabulary
from jobcli.files.checks import Known
from jobcli.files.store import Row, Store

T = TypeVar("T")

FILE = "catalogue.sqlite"
SETTLED_NS = 2_000_000_000
"""A file that changed within the last two seconds is not kept: its next change could carry the same time stamp."""

_CODE = Path(__file__).resolve().parent.parent


class Index:
    """What the cache folder knows of the files of some folders."""

    def __init__(self, cache: Path, clock: Callable[[], int] = time.time_ns) -> None:
        self._store = Store(cache / FILE, version())
        self._clock = clock
        self._rows: dict[tuple[str, str], Row] = {}
        self._new: dict[tuple[str, str], Row] = {}
        self._cards: dict[tuple[str, str], Card] = {}
        self._stamps: dict[Path, str | None] = {}
        self._known: frozenset[str] | None = None

    def open(self, folders: Iterable[Path], *, whole: bool) -> None:
        """Look up all files of these folders: their cards, and where `whole` also their records."""
        names = dict.fromkeys(_absolute(folder) for folder in folders)
        self._rows = self._store.rows([name for name in names if _is_text(name)], whole=whole)
        self._stamps = {}

    def record(self, file: Path, kind: type[T], known: Callable[[], Known]) -> T | None:
        """What the file says, or None where it has to be read."""
        row = self._row(file, known)
        if row is None or not row.record:
            return None
        try:
            return msgspec.msgpack.decode(row.record, type=kind)
        except (msgspec.DecodeError, ValueError):
            return None

    def card(self, file: Path, known: Callable[[], Known]) -> Card | None:
        """The card of a role, or None where its file has to be read."""
        row = self._row(file, known)
        if row is None or not row.card:
            return None
        try:
            return _CARDS.decode(row.card)
        except (msgspec.DecodeError, ValueError):
            return None

    def new_card(self, file: Path) -> Card | None:
        """The card of a role that was read and kept since the last `save`."""
        return self._cards.get(_key(file))

    def watch(self, known: Known | None) -> Watch:
        """The known ids, to be handed to one reading of a file: it remembers which of them were looked up."""
        return Watch(known)

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

    def keep(self, file: Path, before: str | None, watch: Watch, record: object) -> None:
        """Remember a sound record, unless the file has changed since `before`, its stamp when reading began."""
        if before is None or self.stamp(file) != before or not _is_text(str(file)):
            return
        key, packed = _key(file), b""
        if isinstance(record, Role):
            self._cards[key] = card_of(record)
            packed = msgspec.msgpack.encode(self._cards[key])
        self._new[key] = Row(*key, before, "\n".join(watch.seen()), packed, msgspec.msgpack.encode(record))

    def save(self, folder_files: Iterable[Path]) -> None:
        """Write what is new, and forget the files that are no longer among `folder_files`."""
        there = {_key(file) for file in folder_files}
        gone = [key for key in self._rows if key not in there]
        if self._new or gone:
            self._store.keep(self._new.values(), gone)
        self._new, self._cards = {}, {}

    def _row(self, file: Path, known: Callable[[], Known]) -> Row | None:
        row = self._rows.get(_key(file))
        if row is None:
            return None
        if file not in self._stamps:
            self._stamps[file] = self.stamp(file)
        if row.stamp != self._stamps[file]:
            return None
        if row.refs:
            if self._known is None:
                self._known = frozenset(_names(known()))
            refs = row.refs.split("\n")
            if not all((ref[1:] in self._known) is (ref[0] == "+") for ref in refs):
                return None
        return row


class Watch:
    """Known ids that remember what was asked of them: a record is as good as the answers that it was checked with."""

    def __init__(self, known: Known | None) -> None:
        self.known: Known | None = None
        self._all: dict[str, _Asked | _AskedTable] = {}
        if known is not None:
            roles, training = _Asked(known.roles), _Asked(known.training)
            words = known.vocabulary
            tables = {name: _AskedTable(getattr(words, name)) for name in words.__struct_fields__}
            self.known = Known(roles=roles, training=training, vocabulary=Vocabulary(**tables))
            self._all = {"roles": roles, "training": training, **tables}

    def seen(self) -> list[str]:
        """Every id that was looked up, with + where it was known and - where it was not."""
        return sorted(
            f"{'+' if found else '-'}{name}/{word}"
            for name, ids in self._all.items()
            for word, found in ids.asked.items()
        )


class _Asked(Collection[str]):
    def __init__(self, ids: Collection[str]) -> None:
        self.asked: dict[object, bool] = {}
        self._ids = ids

    def __contains__(self, word: object) -> bool:
        return self.asked.setdefault(word, word in self._ids)

    def __iter__(self) -> Any:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class _AskedTable(dict[str, Any]):
    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(table)
        self.asked: dict[object, bool] = {}

    def __contains__(self, word: object) -> bool:
        return self.asked.setdefault(word, super().__contains__(word))


def version() -> str:
    """The program that wrote a row: its number, and the state of the code that reads, for those who work on it."""
    # Installers may give all files of all versions one time: the file with the number counts as it is written.
    parts = [(_CODE / "__init__.py").read_bytes()]
    for room in ("domain", "files"):
        with os.scandir(_CODE / room) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    parts.append(f"{entry.name} {found.st_mtime_ns} {found.st_size}".encode())
    return f"{zlib.crc32(b' '.join(parts)):08x}"


def _names(known: Known) -> Iterable[str]:
    for name in ("roles", "training"):
        yield from (f"{name}/{word}" for word in getattr(known, name))
    for name in known.vocabulary.__struct_fields__:
        yield from (f"{name}/{word}" for word in getattr(known.vocabulary, name))


def _absolute(folder: Path) -> str:
    return os.path.abspath(folder)  # noqa: PTH100  Path.absolute keeps `..`, and resolve would follow links


def _is_text(name: str) -> bool:
    """Whether a path is made of letters: one with other bytes is no text for SQLite."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _key(file: Path) -> tuple[str, str]:
    return _absolute(file.parent), file.name


_CARDS = msgspec.msgpack.Decoder(Card)
