"""The cache is never wrong: whatever happens to files and to the cache, answers are those of a catalogue without one."""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jobcli.domain.card import card_of
from jobcli.files import cache
from tests.shelves import IDS, PATHS, SUBJECTS, Shelves, a_path, a_role, words


@pytest.fixture
def shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelves:
    found = Shelves(tmp_path, monkeypatch)
    found.write("alpha.yaml", a_role("Eins", paths="one"))
    found.write("beta.yaml", a_role("Zwei", 50000, next_role="alpha"))
    found.write("training/one.yaml", a_path())
    return found


class ChangingFiles(RuleBasedStateMachine):
    """Files come, change, break, go and swap names; the cache is damaged in every way that was thought of."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="jobcli-cache-"))
        self.patch = pytest.MonkeyPatch()
        self.shelves = Shelves(self.folder, self.patch)

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.folder)

    @rule(
        name=st.sampled_from(IDS),
        title=st.sampled_from(("Eins", "Zwei", "Drei")),
        # The last one is a mistake in the file.
        pay=st.sampled_from((40000, 50000, "'38.000'")),
        path=st.sampled_from(("", *PATHS)),
        subject=st.sampled_from(("", *SUBJECTS)),
        after=st.sampled_from(("", *IDS)),
    )
    def write_role(self, name: str, title: str, pay: int | str, path: str, subject: str, after: str) -> None:
        self.shelves.write(f"{name}.yaml", a_role(title, pay, path, subject, after))

    @rule(name=st.sampled_from(PATHS), months=st.sampled_from((0, 3, 6)), subject=st.sampled_from(("", *SUBJECTS)))
    def write_path(self, name: str, months: int, subject: str) -> None:
        self.shelves.write(f"training/{name}.yaml", a_path(months=months, subjects=subject))

    @rule(subjects=st.lists(st.sampled_from(SUBJECTS), unique=True))
    def write_words(self, subjects: list[str]) -> None:
        self.shelves.write("vocabulary.yaml", words(*subjects))

    @rule(name=st.sampled_from((*IDS, "training/one", "training/two", "vocabulary")))
    def remove(self, name: str) -> None:
        (self.shelves.own / f"{name}.yaml").unlink(missing_ok=True)

    @rule(old=st.sampled_from(IDS), new=st.sampled_from(IDS))
    def rename(self, old: str, new: str) -> None:
        file = self.shelves.own / f"{old}.yaml"
        if file.exists():
            file.rename(self.shelves.own / f"{new}.yaml")

    @rule(name=st.sampled_from(IDS))
    def touch(self, name: str) -> None:
        file = self.shelves.own / f"{name}.yaml"
        if file.exists():
            self.shelves.write(file.name, file.read_text(encoding="utf-8"))

    @rule(seed=st.integers(0, 10_000), count=st.integers(1, 40))
    def damage(self, seed: int, count: int) -> None:
        chance = random.Random(seed)  # noqa: S311  no secret
        for file in chance.sample(found := self.shelves.kept(), min(1, len(found))):
            data = bytearray(file.read_bytes())
            for _ in range(count if data else 0):
                data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
            file.write_bytes(data)

    @rule(share=st.floats(0, 1), which=st.integers(0, 5))
    def cut(self, share: float, which: int) -> None:
        for file in self.shelves.kept()[which : which + 1]:
            file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])

    @rule(which=st.integers(0, 5))
    def lose(self, which: int) -> None:
        for file in self.shelves.kept()[which : which + 1]:
            file.unlink()

    @rule(which=st.integers(0, 5), other=st.integers(0, 5))
    def mistake(self, which: int, other: int) -> None:
        """One file of the cache lies in the place of another one."""
        found = self.shelves.kept()
        if max(which, other) < len(found):
            found[other].write_bytes(found[which].read_bytes())

    @invariant()
    def answers_are_those_without_a_cache(self) -> None:
        self.shelves.check()


ChangingFiles.TestCase.settings = settings(
    max_examples=20, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestChangingFiles = ChangingFiles.TestCase


def test_the_second_answer_parses_no_file(shelves: Shelves) -> None:
    assert shelves.documents_read() > 3
    assert shelves.documents_read() == 0
    shelves.write("beta.yaml", a_role("Neu"))
    assert shelves.documents_read() == 1
    assert shelves.documents_read() == 0


def test_a_new_file_leaves_the_others_as_they_are(shelves: Shelves) -> None:
    shelves.answer()
    shelves.write("gamma.yaml", a_role("Drei"))
    # Once for the profiles; the cards of the same answer find it kept already.
    assert shelves.documents_read() == 1


def test_a_card_says_what_the_profile_says(shelves: Shelves) -> None:
    for _ in range(2):
        catalog = shelves.catalog()
        whole = {profile.id: card_of(profile.role) for profile in catalog.profiles()}
        assert {entry.id: entry.card for entry in shelves.catalog().entries()} == whole


def test_a_broken_file_is_told_of_every_time(shelves: Shelves) -> None:
    shelves.write("gamma.yaml", a_role(pay="'38.000'"))
    for _ in range(3):
        catalog = shelves.catalog()
        assert [entry.id for entry in catalog.entries()] == ["alpha", "beta"]
        assert [problem.place.file for problem in catalog.problems if problem.place] == [
            str(shelves.own / "gamma.yaml")
        ]


@pytest.mark.parametrize(
    ("gone", "left", "code"),
    [
        ("alpha.yaml", [], "unknown-role"),
        ("training/one.yaml", ["beta"], "unknown-path"),
    ],
)
def test_a_sound_file_breaks_when_what_it_points_to_goes(
    shelves: Shelves, gone: str, left: list[str], code: str
) -> None:
    shelves.answer()
    (shelves.own / gone).unlink()
    catalog = shelves.catalog()
    assert [profile.id for profile in catalog.profiles()] == left
    assert [problem.code for problem in catalog.problems] == [code]
    shelves.check()


def test_a_broken_file_heals_when_what_it_points_to_comes(shelves: Shelves) -> None:
    shelves.write("gamma.yaml", a_role(subjects="law"))
    shelves.check()
    assert len(shelves.catalog().entries()) == 2
    shelves.write("vocabulary.yaml", words("law"))
    shelves.check()
    assert len(shelves.catalog().entries()) == 3


def test_a_change_in_the_same_moment_with_the_same_size_is_seen(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changed within the last two seconds is not kept: some disks count time in whole seconds or two."""
    monkeypatch.setattr("jobcli.files.cache.SETTLED_NS", cache.SETTLED_NS or 2_000_000_000)
    file = shelves.own / "alpha.yaml"
    for title in ("Eins", "Zwei", "Drei", "Vier"):
        file.write_text(a_role(title), encoding="utf-8")
        os.utime(file, (1_600_000_000, 1_600_000_000))
        entry = next(entry for entry in shelves.catalog().entries() if entry.id == "alpha")
        assert entry.card.title.de == title


def put_back(file: Path, seen: os.stat_result) -> None:
    """Give a file the times that another state had. What the disk itself notes of a change nobody can put back."""
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    while file.stat().st_ctime_ns == seen.st_ctime_ns:
        os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def same_size(own: Path) -> None:
    file = own / "alpha.yaml"
    seen, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("Eins", "Acht"), encoding="utf-8")
    put_back(file, seen)


def swapped(own: Path) -> None:
    one, other, aside = own / "alpha.yaml", own / "beta.yaml", own / "aside"
    put_back(other, one.stat())
    for old, new in ((one, aside), (other, one), (aside, other)):
        old.rename(new)


def linked(own: Path) -> None:
    file, target = own / "alpha.yaml", own / "target"
    target.write_text(file.read_text(encoding="utf-8").replace("Eins", "Acht"), encoding="utf-8")
    put_back(target, file.stat())
    file.unlink()
    file.symlink_to(target)


def cleared(own: Path) -> None:
    """A folder in the place of a file."""
    (own / "alpha.yaml").unlink()
    (own / "alpha.yaml").mkdir()


def moved(own: Path) -> None:
    """The folder of that name is another one, whose files look the same."""
    old = own.rename(own.with_name("elsewhere"))
    own.mkdir()
    (own / "alpha.yaml").write_text((old / "alpha.yaml").read_text(encoding="utf-8").replace("Eins", "Acht"))
    put_back(own / "alpha.yaml", (old / "alpha.yaml").stat())


@pytest.mark.skipif(sys.platform == "win32", reason="links and times of changes are another matter there")
@pytest.mark.parametrize("trick", [same_size, swapped, linked, cleared, moved])
def test_another_file_with_the_size_and_the_time_of_the_old_one_is_seen(
    shelves: Shelves, trick: Callable[[Path], None]
) -> None:
    before = shelves.answer()
    trick(shelves.own)
    expected = shelves.answer(cache=False)
    assert expected != before
    assert shelves.answer() == expected
    shelves.check()


def test_with_a_clock_that_was_set_back_nothing_is_kept_and_nothing_is_wrong(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On that day every file comes from the future: it cannot be told whether it lies still.
    monkeypatch.setattr("jobcli.files.cache.SETTLED_NS", 2_000_000_000)
    monkeypatch.setattr(cache.Cache.__init__, "__defaults__", (lambda: 1_500_000_000_000_000_000,))
    shelves.check()
    shelves.write("alpha.yaml", a_role("Neu"))
    shelves.check()
    assert shelves.documents_read() > 0


def test_what_a_killed_process_left_beside_the_cache_is_not_read(shelves: Shelves) -> None:
    shelves.answer()
    for file in shelves.kept():
        half = file.read_bytes()[: file.stat().st_size // 2]
        file.with_name(f".{file.name}.left-behind").write_bytes(half)
    shelves.check()
    assert shelves.documents_read() == 0


def rewritten(file: Path, change: Callable[[list[Any]], object]) -> None:
    """The file with other contents, which are well formed, under the sum of what stood there before."""
    data = file.read_bytes()
    said = msgspec.msgpack.decode(data[4:])
    change(said)
    file.write_bytes(data[:4] + msgspec.msgpack.encode(said))


def summed(file: Path, change: Callable[[list[Any]], object]) -> None:
    """The file with other contents and their right sum, as another program might write it."""
    said = msgspec.msgpack.decode(file.read_bytes()[4:])
    change(said)
    content = msgspec.msgpack.encode(said)
    file.write_bytes(zlib.crc32(content).to_bytes(4, "big") + content)


def foreign(file: Path) -> None:
    content = msgspec.msgpack.encode({"name": "a", "folder": "b"})
    file.write_bytes(zlib.crc32(content).to_bytes(4, "big") + content)


def swap_records(file: Path) -> None:
    """Each row gets the record of another one: well formed, and wrong."""

    def swap(said: list[Any]) -> None:
        rows = list(said[2].values())
        packed = [row[2] for row in rows]
        for row, other in zip(rows, [*packed[1:], packed[0]], strict=True):
            row[2] = other

    rewritten(file, swap)


def swap_rows(file: Path) -> None:
    """The files of a folder swap all that is known of them."""

    def swap(said: list[Any]) -> None:
        names = list(said[2])
        said[2] = dict(zip(names, [*list(said[2].values())[1:], said[2][names[0]]], strict=True))

    rewritten(file, swap)


def another_folder(file: Path) -> None:
    """Two folders whose names have one sum: the file is of the other one."""

    def move(said: list[Any]) -> None:
        said[1] += b"-2"

    summed(file, move)


def old_version(file: Path) -> None:
    def change(said: list[Any]) -> None:
        said[0] = "of long ago"

    summed(file, change)


def numbers_for_texts(file: Path) -> None:
    def change(said: list[Any]) -> None:
        said[2] = {name: [0, 5, -1] for name in said[2]}

    summed(file, change)


def other_records(file: Path) -> None:
    """What is kept of each file is no record of its kind."""

    def change(said: list[Any]) -> None:
        for row in said[2].values():
            row[2] = msgspec.msgpack.encode(["no", "record"])

    summed(file, change)


def as_folder(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.write_text("no cache"), id="a text"),
        pytest.param(lambda file: file.write_bytes(b""), id="nothing"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-30]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(bytes(5000)), id="zeros"),
        *(foreign, swap_records, swap_rows, another_folder, old_version, numbers_for_texts, other_records),
    ],
)
def test_a_harmed_cache_is_made_anew(shelves: Shelves, harm: Callable[[Path], None]) -> None:
    shelves.write("training/two.yaml", a_path("Zweiter"))
    shelves.write("vocabulary.yaml", words("law"))
    expected = shelves.answer(cache=False)
    shelves.answer()
    assert len(shelves.kept()) == 6
    for file in shelves.kept():
        harm(file)
    assert shelves.answer() == expected
    assert shelves.documents_read() == 0


def test_folders_in_the_place_of_its_files_only_make_it_slower(shelves: Shelves) -> None:
    shelves.answer()
    for file in shelves.kept():
        as_folder(file)
    shelves.check()
    assert shelves.documents_read() > 0


def test_a_file_in_the_place_of_the_cache_folder_only_makes_it_slower(shelves: Shelves) -> None:
    shelves.cache.write_text("not a folder", encoding="utf-8")
    shelves.check()
    assert shelves.cache.read_text(encoding="utf-8") == "not a folder"


def test_of_two_terminals_that_write_at_once_the_last_one_wins_and_none_is_wrong(shelves: Shelves) -> None:
    shelves.answer()
    first, second = shelves.catalog(), shelves.catalog()
    for catalog in (first, second):
        catalog._open_cache("records")  # noqa: SLF001  both have read before one of them writes
    shelves.write("beta.yaml", a_role("Neu"))
    first.profiles()
    shelves.write("alpha.yaml", a_role("Anders"))
    second.entries()
    shelves.check()
    assert shelves.documents_read() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_only_makes_it_slower(shelves: Shelves) -> None:
    shelves.cache.mkdir(mode=0o500)
    shelves.check()
    shelves.cache.chmod(0o700)


def test_a_cache_that_may_only_be_read_is_still_read(shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    shelves.answer()

    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("jobcli.files.own_files.replace", refused)
    assert shelves.documents_read() == 0
    shelves.write("beta.yaml", a_role("Neu"))
    shelves.check()


def test_another_version_of_the_program_uses_nothing_of_the_old_one(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves.answer()
    monkeypatch.setattr(cache, "version", lambda: "another")
    assert shelves.documents_read() > 0
    assert shelves.documents_read() == 0


def test_rows_of_files_and_folders_that_are_gone_are_forgotten(shelves: Shelves) -> None:
    def names() -> set[str]:
        return {name for file in shelves.kept() for name in msgspec.msgpack.decode(file.read_bytes()[4:])[2]}

    shelves.answer()
    assert {"alpha.yaml", "beta.yaml", "one.yaml"} <= names()
    (shelves.own / "beta.yaml").unlink()
    shelves.answer()
    assert "beta.yaml" not in names()
    shutil.rmtree(shelves.own / "training")
    shelves.write("gamma.yaml", a_role())
    shelves.answer()
    assert "one.yaml" not in names()
