"""What all tests share: one call of the program in a world of its own, with a fixed day, width and home."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from _pytest.mark import ParameterSet
from build_hook import compile_atlas, compile_catalogues
from hypothesis import settings

from jobcli.cli.app import run
from jobcli.cli.world import World
from jobcli.domain.figures import Drawer
from jobcli.domain.profile import Profile
from jobcli.domain.role import Role, TrainingPath
from jobcli.files import catalog, shipped
from jobcli.files.figures import open_drawer
from jobcli.files.wheel import compile_profiles
from jobcli.pages.kit.language import FOLDER
from tests.calls import Call, words_of

DAY = date(2026, 11, 24)

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
"""Where the small files lie that the tests read."""

Write = Callable[[str, str | bytes], Path]
"""What the fixture `write` is: a name below the test's folder and what stands in the file give its path."""

SMALL = (TESTS / "small/role.yaml").read_text(encoding="utf-8")
"""A small profile in which every kind of statement stands once."""

CACHE = Path(tempfile.mkdtemp(prefix="jobcli-tests-"))
"""A cache folder that the calls of all tests share."""

CHECKOUT = catalog.BUILT_IN, shipped.FOLDER
"""Where profiles lie here; a test that changes either wants its own files read."""


@cache
def compiled() -> Path:
    """The shipped files as they lie in the wheel: without them each call would read YAML for most of its time."""
    compile_profiles(CACHE / "compiled")
    return CACHE / "compiled"


TIMES = max(1, int(os.environ.get("JOBCLI_FUZZ", "1")))
"""How many times as many random cases are tried as usual."""

# Speed is measured by hand, in benchmarks/: a slow machine must not fail a test. Nor must chance: the same cases are tried
# each time, and new ones where more are asked for.
settings.register_profile("jobcli", deadline=None, derandomize=TIMES == 1)
settings.load_profile("jobcli")


@dataclass
class Outcome:
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.out)
        return data


@dataclass
class Prompt:
    """Calls the program: `prompt("show", "cto", lang="de", width=60)`."""

    home: Path
    env: dict[str, str] = field(default_factory=dict)

    def __call__(
        self, *words: str, lang: str | None = "en", width: int | None = 80, encoding: str = "utf-8", day: date = DAY
    ) -> Outcome:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2))
        env = {"JOBCLI_CACHE_DIR": str(CACHE), **({"JOBCLI_LANG": lang} if lang else {}), **self.env}
        world = World(env=env, today=day, stdout=out, stderr=err, width=width, data_folder=self.home)
        as_they_are = (catalog.BUILT_IN, shipped.FOLDER) != CHECKOUT
        with patch.object(shipped, "FOLDER", shipped.FOLDER if as_they_are else compiled()):
            code = run(words, world)
        return Outcome(code, *(stream.buffer.getvalue().decode(encoding) for stream in (out, err)))


def laid_out(folder: Path) -> Path:
    """A folder of someone's own, in which the small files lie: files are printed as they were named."""
    for name in ("broken", "small"):
        (folder / name).symlink_to(TESTS / name)
    return folder


def prepared(home: Path, call: Call) -> Prompt:
    """The program in a new home, after all that this call needs."""
    prompt = Prompt(home / "data", {"HOME": str(home)})
    for name, text in call.files.items():
        file = prompt.home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for line in call.after:
        assert prompt(*words_of(line)).code == 0, line
    return prompt


def each_call(calls: Iterable[Call]) -> Iterable[ParameterSet]:
    """Calls as parameters of a test, with their lines as names."""
    return [pytest.param(call, id=call.title) for call in calls]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write the transcripts of commands anew")
    parser.addoption("--update-schema", action="store_true", help="write the pinned schema of the output anew")


def pytest_configure(config: pytest.Config) -> None:
    """No test pulls the plug: to wait for the disk at each of thousands of writes would take longer than the tests.

    German messages and tables of the atlas that changed since they were compiled are compiled anew, once for all workers.
    """
    setattr(os, "fsync", lambda _file: None)  # noqa: B010  a type checker knows os.fsync as it is
    stale = [file for file in FOLDER.rglob("*.po") if modified(file) > modified(file.with_suffix(".mo"))]
    if stale and not hasattr(config, "workerinput"):
        compile_catalogues(FOLDER)
    if not hasattr(config, "workerinput"):
        compile_atlas(ROOT)


def modified(file: Path) -> float:
    """When a file was written last; before all others where it is not there."""
    return file.stat().st_mtime if file.exists() else 0.0


def pytest_unconfigure() -> None:
    shutil.rmtree(CACHE, ignore_errors=True)


def tab(line: str) -> list[str]:
    """What the installed program offers at the end of a line, asked as zsh asks."""
    *before, last = line.split(" ")[1:]
    program = Path(sys.executable).with_name("jobcli")
    env = {**os.environ, "_JOBCLI_COMPLETE": "zsh"}
    process = subprocess.run([program, *before, f"+{last}"], env=env, capture_output=True, check=False, text=True)
    return process.stdout.split()


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt:
    """The program at a prompt of its own: nothing of the machine's settings reaches it."""
    return Prompt(tmp_path / "home")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file below the test's folder and returns its path."""

    def writer(name: str, content: str | bytes) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return writer


@pytest.fixture(scope="session")
def drawer() -> Drawer:
    """The shipped figures behind every estimate."""
    return open_drawer()


@pytest.fixture
def checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shipped files are read from their YAML, as in a checkout."""
    monkeypatch.setattr(shipped, "FOLDER", CACHE / "nothing-compiled")


@pytest.fixture
def with_small_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs in a folder of its own, in which the small files lie."""
    monkeypatch.chdir(laid_out(tmp_path))


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs in a folder of its own: a word on the line may name a folder, and a command then keeps files there."""
    monkeypatch.chdir(tmp_path)


def profile_of(name: str, role: Role, paths: Sequence[TrainingPath] = ()) -> Profile:
    """A role that is in no file, as the rules take it."""
    return Profile(id=name, role=role, paths=tuple(paths), file="", origin="built-in")
