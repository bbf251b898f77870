"""No tick is lost: in any order of ticks, when a process is killed, and with two terminals at once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.conftest import Prompt, compiled
from tests.training.test_progress import NEEDS, profile_with, ticks


class Walking(RuleBasedStateMachine):
    """Any order of ticks, against a model of four lines: the file is valid, needs are respected, nothing is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="jobcli-test-"))
        profile_with(self.home / "profiles", NEEDS)
        self.prompt = Prompt(self.home)
        self.model: dict[str, str] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    def _satisfied(self, name: str) -> bool:
        return all(self.model.get(need) in ("done", "skipped") for need in NEEDS[name])

    def _rested_on(self, name: str) -> bool:
        resting = [
            other for other, needs in NEEDS.items() if name in needs and self.model.get(other) in ("done", "doing")
        ]
        return self.model.get(name) in ("done", "skipped") and bool(resting)

    @rule(name=st.sampled_from(list(NEEDS)), act=st.sampled_from(["done", "doing", "skip", "undo"]))
    def act(self, name: str, act: str) -> None:
        state = {"done": "done", "doing": "doing", "skip": "skipped"}.get(act)
        allowed = self.model.get(name) != state
        if act in ("done", "doing"):
            allowed = allowed and self._satisfied(name)
        if act in ("doing", "undo"):
            allowed = allowed and not self._rested_on(name)
        outcome = self.prompt(act, "walker", name)
        assert outcome.code == (0 if allowed else 1), outcome.err
        if allowed and state is None:
            del self.model[name]
        elif allowed and state is not None:
            self.model[name] = state

    @invariant()
    def the_file_holds_exactly_the_ticks(self) -> None:
        assert {name: tick["state"] for name, tick in ticks(self.prompt).items()} == self.model

    @invariant()
    def what_is_done_rests_on_what_is_settled(self) -> None:
        assert all(self._satisfied(name) for name, state in self.model.items() if state != "skipped")


Walking.TestCase.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
TestWalking = Walking.TestCase

MANY: dict[str, tuple[str, ...]] = {f"step-{number:03}": () for number in range(80)}
PROGRAM = """
import os, sys
from datetime import date
from pathlib import Path
from jobcli.cli.app import run
from jobcli.cli.world import World
from jobcli.files import shipped
shipped.FOLDER = Path(sys.argv[5])
os.fsync = lambda _file: None
home, screen = Path(sys.argv[1]), open(sys.argv[2], "a", encoding="utf-8")
world = World(env={}, today=date(2026, 11, 24), stdout=screen, stderr=screen, data_folder=home)
for number in range(int(sys.argv[3]), int(sys.argv[4])):
    run(["done", "walker", f"step-{number:03}", "--json"], world)
"""


def confirmed(screen: Path) -> set[str]:
    """The ticks that were printed as done, in whole lines only: a kill may cut the last one."""
    text = screen.read_text(encoding="utf-8") if screen.exists() else ""
    answers = [json.loads(line) for line in text[: text.rfind("\n") + 1].splitlines()]
    return {row["id"] for answer in answers if answer["status"] == "ok" for row in answer["result"]["changed"]}


def start(home: Path, screen: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home), str(screen), str(first), str(last), str(compiled())]
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_kill_at_any_moment_loses_no_tick_that_was_confirmed(prompt: Prompt) -> None:
    profile_with(prompt.home / "profiles", MANY)
    chance, reached = random.Random(7), 0  # noqa: S311  moments, not secrets
    for turn in range(8):
        # A screen for each process: a line that a kill cut is nobody's but its own.
        screen = prompt.home / f"screen-{turn}"
        process = start(prompt.home, screen, reached, len(MANY))
        waited = time.monotonic() + 20
        while not confirmed(screen) and process.poll() is None and time.monotonic() < waited:
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = {name for number in range(turn + 1) for name in confirmed(prompt.home / f"screen-{number}")}
        assert seen <= set(ticks(prompt))
        reached = len(ticks(prompt))
    assert reached >= 8
    last = prompt.home / "screen-last"
    assert start(prompt.home, last, reached, len(MANY)).wait() == 0
    assert set(ticks(prompt)) == set(MANY)


def test_two_terminals_of_forty_ticks_each_make_eighty(prompt: Prompt) -> None:
    profile_with(prompt.home / "profiles", MANY)
    screens = [prompt.home / f"screen-{number}" for number in range(2)]
    both = [start(prompt.home, screen, 40 * number, 40 * number + 40) for number, screen in enumerate(screens)]
    assert [process.wait() for process in both] == [0, 0]
    assert confirmed(screens[0]) | confirmed(screens[1]) == set(ticks(prompt)) == set(MANY)
