"""A person's own file: replaced whole or not at all, by one terminal after the other."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from jobcli.domain.own import BegunPlan, CourseOffer, PlannedPath, Progress, Settings, Started, Tick
from jobcli.files.own_files import Busy, locked, read, set_aside
from jobcli.files.own_records import read_progress, read_settings, write_progress, write_settings
from tests.conftest import Prompt


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


RECORDS = {
    "settings": write_settings(Settings(settings={"state": "BY"}, offers={"a": CourseOffer(price=1)}), None),
    "progress": write_progress(
        Progress(
            roles={"a": {"b": Started(started="2026-10-01", steps={"c": Tick(state="done", on="2026-10-02")})}},
            plans={"a": BegunPlan(begun="2026-10-01", paths=(PlannedPath(role="a", path="b", begins="2027-03"),))},
        ),
        None,
    ),
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_file_that_was_cut_short_anywhere_is_damaged(name: str) -> None:
    data = RECORDS[name]
    whole, cut = (read_settings, write_settings) if name == "settings" else (read_progress, write_progress)
    record, problems = whole(name, data)[0], whole(name, data)[-1]
    assert problems == ()
    assert cut(record, data) == data  # type: ignore[arg-type]
    # The line end behind the last line alone may be missing, as editors leave it.
    assert whole(name, data[:-1])[0] == record
    for length in range(len(data) - 1):
        found = whole(name, data[:length])
        assert found[0] is None, data[:length]
        assert found[-1]


def test_a_file_of_version_one_has_no_end() -> None:
    assert read_progress("p", b"version: 1\nroles: {}\n")[0] == Progress(version=1)
    assert [one.code for one in read_progress("p", b"version: 2\nroles: {}\n")[1]] == ["cut-short"]
    assert read_progress("p", b"# mine\nversion: 2\nroles: {}\n...\n")[0] == Progress()


def test_a_file_system_without_locks_works_silently(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    def missing(*_words: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", missing)
    for left_over in (False, True):
        if left_over:
            (prompt.home / "me.yaml.lock").touch()
        outcome = prompt("me", "set", "tenure", "6" if left_over else "5", "--json")
        assert (outcome.code, outcome.err, len(recwarn)) == (0, "", 0)
    assert prompt("me", "--json").json["result"]["settings"] == {"tenure": 6}


@pytest.mark.parametrize(("made", "reason"), [("folder", "it is a folder"), ("link", "it is a link")])
def test_a_lock_that_cannot_be_taken_is_named(prompt: Prompt, made: str, reason: str) -> None:
    lock = prompt.home / "progress.yaml.lock"
    prompt.home.mkdir(parents=True)
    lock.mkdir() if made == "folder" else lock.symlink_to("/nonexistent/x")
    outcome = prompt("done", "backoffice-manager", "1", "--path", "fw-buero-projekt", "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, problem["code"]) == (1, "no-lock")
    assert problem["message"] == f"The lock '{lock}' cannot be taken: {reason}. Nothing was changed."


def test_a_link_that_leads_nowhere_is_named(prompt: Prompt) -> None:
    prompt.home.mkdir(parents=True)
    (prompt.home / "progress.yaml").symlink_to("../nowhere/p")
    outcome = prompt("done", "backoffice-manager", "1", "--path", "fw-buero-projekt", "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, problem["code"]) == (1, "broken-link")
    assert "'../nowhere/p'" in problem["message"]


@pytest.mark.parametrize(
    "line",
    [
        "done backoffice-manager admission --path fw-buero-projekt --on 0001-01-01",
        "checklist backoffice-manager fw-buero-projekt --start 0001-01",
        "plan operations-manager --role backoffice-manager --start 0001-01",
        "me offer fw-wirtschaft start 0001-01",
        "checklist backoffice-manager fw-buero-projekt --start 9998-01",
        "plan operations-manager --role backoffice-manager --start 3027-01",
    ],
)
def test_dates_that_nobody_lives_to_see_are_refused(prompt: Prompt, line: str) -> None:
    outcome = prompt(*line.split(), "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "bad-date")
