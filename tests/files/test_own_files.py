"""A person's own file: replaced whole or not at all, by one terminal after the other."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from jobcli.files.own_files import Busy, locked, read, set_aside


def test_a_file_that_is_not_there_is_none_and_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "me.yaml"
    assert read(file) is None
    with locked(file) as own:
        assert own.content is None
        own.replace(b"first")
    assert read(file) == b"first"


def test_the_change_sees_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    for _ in range(3):
        with locked(file) as own:
            own.replace((own.content or b"") + b"a")
    assert read(file) == b"aaa"


def test_who_only_looks_leaves_the_file_untouched(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"as it is")
    before = file.stat().st_mtime_ns
    with locked(file) as own:
        assert own.content == b"as it is"
    assert (read(file), file.stat().st_mtime_ns) == (b"as it is", before)


def test_a_change_that_fails_leaves_the_file_untouched(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"as it is")
    with pytest.raises(ValueError, match="no"), locked(file):
        raise ValueError("no")
    assert read(file) == b"as it is"
    with locked(file, wait=0) as own:
        own.replace(b"and the lock is free again")
    assert read(file) == b"and the lock is free again"


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"), locked(file) as own:
        own.replace(b"new")
    assert read(file) == b"old"
    assert {entry.name for entry in tmp_path.iterdir()} <= {"me.yaml", "me.yaml.lock"}


def test_a_second_terminal_waits_and_then_says_that_it_is_busy(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    with FileLock(tmp_path / "me.yaml.lock"), pytest.raises(Busy), locked(file, wait=0.05) as own:
        own.replace(b"never")
    assert read(file) is None


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "me.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with locked(link) as own:
        own.replace(b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")


def test_the_rights_of_a_file_stay_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    with locked(file) as own:
        own.replace(b"new")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_damaged_file_is_copied_once_under_a_free_name(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"}{")
    first = set_aside(file)
    assert (first.read_bytes(), set_aside(file)) == (b"}{", first)
    file.write_bytes(b"]{")
    assert set_aside(file) != first
    assert first.read_bytes() == b"}{"


def test_two_processes_of_a_hundred_changes_each_make_two_hundred(tmp_path: Path) -> None:
    file = tmp_path / "count"
    program = (
        "import sys; from pathlib import Path; from jobcli.files.own_files import locked\n"
        "for _ in range(100):\n"
        "    with locked(Path(sys.argv[1]), wait=60) as own: own.replace((own.content or b'') + b'x')"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, str(file)]) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert read(file) == b"x" * 200
