"""A person's way through a path: pure rules, the commands, the file, and every order of ticks that one can think of."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jobcli.cli.days import read_day
from jobcli.cli.refusal import Refusal
from jobcli.cli.tick import read_note
from jobcli.domain.evidence import Words
from jobcli.domain.own import Progress, Started, Tick, TickState
from jobcli.domain.role import Admission, Span, Step, TrainingPath
from jobcli.estimating.progress import Left, Stop, journey, mark, steps_of, unmark
from jobcli.loading.own import read_progress, write_progress
from jobcli.render.language import Language
from jobcli.render.progress import months_left
from tests.conftest import DAY, Prompt, compiled

Write = Callable[[str, str | bytes], Path]
EXAMPLE = Path(__file__).resolve().parent.parent / "docs" / "example" / "team-lead.yaml"

# A diamond with a tail, and one step that stands alone.
NEEDS: dict[str, tuple[str, ...]] = {
    "ask": (),
    "enrol": ("ask",),
    "fund": ("ask",),
    "learn": ("enrol", "fund"),
    "exam": ("learn",),
    "party": (),
}


def profile_with(folder: Path, needs: dict[str, tuple[str, ...]], role: str = "walker", path: str = "way") -> Path:
    """A folder with one role whose only path has these steps."""
    data = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    (way,) = data["paths"]
    way["id"] = path
    way["steps"] = [{"id": name, "text": {"en": name}, "needs": list(first)} for name, first in needs.items()]
    way.pop("admission", None)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{role}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


@pytest.fixture
def walker(prompt: Prompt) -> Prompt:
    """A prompt at which the role `walker` has the one path `way`."""
    profile_with(prompt.home / "profiles", NEEDS)
    return prompt


def ticks(prompt: Prompt, role: str = "walker", path: str = "way") -> dict[str, Any]:
    """What the file says, read by a parser that is not ours."""
    file = prompt.home / "progress.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {"roles": {}}
    steps: dict[str, Any] = data["roles"].get(role, {}).get(path, {}).get("steps", {})
    return steps


def path_of(*steps: Step, months: tuple[float, float] | None = None, admission: int = 0) -> TrainingPath:
    return TrainingPath(
        id="way",
        kind="degree",
        title=Words(en="way"),
        awards=Words(en="award"),
        months=Span(min=months[0], max=months[1]) if months else None,
        admission=tuple(Admission(text=Words(en="this")) for _ in range(admission)),
        steps=steps,
        source="test",
    )


def step(name: str, *needs: str, months: tuple[float, float] | None = None) -> Step:
    span = Span(min=months[0], max=months[1]) if months else None
    return Step(id=name, text=Words(en=name), needs=needs, months=span)


def begun(**states: TickState) -> Started:
    return Started(
        started="2026-01-01", steps={name: Tick(state=state, on="2026-01-01") for name, state in states.items()}
    )


def test_admission_comes_first_where_the_profile_asks_for_it() -> None:
    assert [each.id for each in steps_of(path_of(step("a"), admission=2))] == ["admission", "a"]
    assert [each.id for each in steps_of(path_of(step("a")))] == ["a"]
    assert [each.id for each in steps_of(path_of(step("a"), step("admission"), admission=1))] == ["a", "admission"]


def test_a_skipped_need_counts_as_satisfied() -> None:
    path = path_of(step("a"), step("b", "a"))
    assert [stand.waits_for for stand in journey(path, begun(a="skipped")).stands] == [(), ()]
    assert [stand.waits_for for stand in journey(path, begun(a="doing")).stands] == [(), ("a",)]
    done = Tick(state="done", on="2026-01-02")
    assert mark(path, begun(a="skipped"), "b", done).steps["b"] == done
    with pytest.raises(Stop) as stop:
        mark(path, begun(a="doing"), "b", done)
    assert (stop.value.why, stop.value.others) == ("waits", ("a",))


def test_what_others_rest_on_cannot_be_taken_back() -> None:
    path = path_of(step("a"), step("b", "a"))
    for started in (begun(a="done", b="done"), begun(a="skipped", b="doing")):
        with pytest.raises(Stop) as stop:
            unmark(path, started, "a")
        assert (stop.value.why, stop.value.others) == ("needed", ("b",))
    assert "a" not in unmark(path, begun(a="done", b="skipped"), "a").steps


@pytest.mark.parametrize(
    ("path", "states", "left"),
    [
        # a then b, beside c: the longer chain counts. 2 + 3 = 5 to 4 + 3 = 7 months against 1 month.
        ((step("a", months=(2, 4)), step("b", "a", months=(3, 3)), step("c", months=(1, 1))), {}, (5, 7)),
        ((step("a", months=(2, 4)), step("b", "a", months=(3, 3)), step("c", months=(1, 1))), {"a": "done"}, (3, 3)),
        ((step("a", months=(2, 4)), step("b", "a")), {}, (2, None)),
        ((step("a", months=(2, 4)), step("b", "a")), {"b": "skipped"}, (2, 4)),
        ((step("a"), step("b", "a")), {"a": "done"}, (None, None)),
        ((step("a"), step("b", "a")), {"a": "done", "b": "skipped"}, (0, 0)),
    ],
)
def test_the_months_left_are_those_of_the_longest_open_chain_and_unknown_stays_unknown(
    path: tuple[Step, ...], states: dict[str, Any], left: tuple[float | None, float | None]
) -> None:
    assert journey(path_of(*path), begun(**states)).left == Left(*left)


def test_where_steps_have_no_length_the_path_bounds_what_is_left() -> None:
    path = path_of(step("a"), step("b", "a", months=(2, 4)), step("c"), months=(12, 18), admission=1)
    assert journey(path, None).left == Left(12, 18)
    assert journey(path, begun(a="done")).left == Left(2, 18)
    assert journey(path, begun(a="done", b="done")).left == Left(None, 18)


def test_months_left_in_words() -> None:
    say = Language("en")
    words = [months_left(say, Left(*left)) for left in ((None, None), (2, None), (None, 18), (1, 1), (12, 18))]
    assert words == ["not known", "at least 2 months", "at most 18 months", "1 month", "12 to 18 months"]


def test_a_day_is_read_in_both_ways_and_never_lies_ahead() -> None:
    assert read_day(None, DAY) == read_day("2026-11-24", DAY) == read_day("24.11.2026", DAY) == "2026-11-24"
    assert read_day("1.2.2026", DAY) == "2026-02-01"


def test_a_tick_says_what_changed_how_far_one_is_and_what_comes_next(walker: Prompt) -> None:
    lines = walker("done", "walker", "ask", "--note", "by phone: call back").out.splitlines()
    assert lines[0] == "[x] ask: done, 24 November 2026, by phone: call back"
    assert lines[1].endswith("  1 of 6 steps")
    assert lines[3:] == [
        "What comes next",
        "  • enrol (enrol)",
        "  • fund (fund)",
        "  • party (party)",
        "  jobcli done walker enrol --path way",
    ]
    assert ticks(walker) == {"ask": {"state": "done", "date": DAY, "note": "by phone: call back"}}


def test_the_file_is_as_the_page_says(walker: Prompt) -> None:
    walker("done", "walker", "ask", "--on", "1.10.2026")
    walker("skip", "walker", "fund")
    page = (EXAMPLE.parent.parent / "own-data.md").read_text(encoding="utf-8")
    (block,) = [part.split("```")[0] for part in page.split("```yaml\n")[1:] if "roles:" in part.split("```")[0]]
    assert (walker.home / "progress.yaml").read_text(encoding="utf-8") == "# Your steps: jobcli next\n" + block


def test_the_beginning_of_a_step_or_its_number_is_enough_when_it_is_clear(walker: Prompt) -> None:
    assert walker("done", "walker", "a", "fu", "2").code == 0
    assert set(ticks(walker)) == {"ask", "fund", "enrol"}
    outcome = walker("done", "walker", "e")
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, "'e' fits several steps: enrol, exam.")


def test_several_steps_are_ticked_in_the_order_in_which_they_can_be_done_or_none_is(walker: Prompt) -> None:
    assert walker("done", "walker", "enrol", "ask").code == 0
    assert walker("done", "walker", "exam", "fund").code == 1
    assert set(ticks(walker)) == {"ask", "enrol"}
    assert walker("undo", "walker", "ask", "enrol").code == 0
    assert ticks(walker) == {}


@pytest.mark.parametrize(
    ("words", "code", "first"),
    [
        (("done", "walker", "exam"), 1, "'exam' waits for: learn. Nothing was changed."),
        (("doing", "walker", "learn"), 1, "'learn' waits for: enrol, fund. Nothing was changed."),
        (("undo", "walker", "party"), 1, "'party' has no tick to take back. Nothing was changed."),
        (("done", "walker", "ask"), 1, "'ask' is ticked already: done, 2026-11-24. Nothing was changed."),
        (("done", "walker", "lern"), 1, "'way' has no step 'lern'. Did you mean 'learn'?"),
        (("done", "walker", "party", "--on", "2026-11-25"), 2, "2026-11-25 has not come yet: today is 2026-11-24."),
        (("done", "walker", "party", "--on", "2026-02-30"), 2, "'2026-02-30' is not a day of the calendar."),
        (("done", "walker", "party", "--path", "wya"), 1, "'walker' has no path 'wya'. Did you mean 'way'?"),
        (
            ("done", "walker", "party", "--note", "a\x1b[2J"),
            2,
            "The note has a control character or a byte that is no letter.",
        ),
        (
            ("done", "walker", "party", "--note", "a\udcff"),
            2,
            "The note has a control character or a byte that is no letter.",
        ),
        (("done", "walker", "party", "--note", "a" * 2001), 2, "The note has 2001 characters; it can have 2000."),
        (("done", "wlaker", "party"), 1, "No role 'wlaker'. Did you mean 'walker'?"),
        (("done", "walker"), 2, "STEP is missing."),
    ],
)
def test_what_cannot_be_is_one_message_and_changes_nothing(
    walker: Prompt, words: tuple[str, ...], code: int, first: str
) -> None:
    walker("done", "walker", "ask")
    before = (walker.home / "progress.yaml").read_bytes()
    outcome = walker(*words, width=120)
    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (code, "", first)
    assert (walker.home / "progress.yaml").read_bytes() == before


def test_a_tick_that_others_rest_on_is_not_taken_back_and_they_are_named(walker: Prompt) -> None:
    walker("done", "walker", "ask", "enrol", "fund")
    outcome = walker("undo", "walker", "ask", width=120)
    assert outcome.err.splitlines() == [
        "'ask' is needed by what you have ticked: enrol, fund. Nothing was changed.",
        "First: jobcli undo walker enrol fund --path way",
    ]
    assert walker("undo", "walker", "enrol", "fund", "--path", "way").code == 0


def test_without_a_path_the_one_begun_is_meant(prompt: Prompt) -> None:
    role = "backoffice-manager"
    outcome = prompt("done", role, "search", width=120)
    assert outcome.code == 2
    assert outcome.err.startswith(
        f"'{role}' has several paths with 'search': ausb-bueromanagement, ausb-industriekauf."
    )
    assert prompt("done", role, "search", "--path", "ausb-bueromanagement").code == 0
    assert prompt("done", role, "contract", "--json").json["result"]["path"] == "ausb-bueromanagement"
    assert prompt("checklist", role, "--json").json["result"]["path"]["id"] == "ausb-bueromanagement"
    # Taken back altogether, it is not begun any more.
    assert prompt("undo", role, "contract", "search").code == 0
    assert "paths" in prompt("checklist", role, "--json").json["result"]


def test_a_step_that_only_one_path_has_says_which_path_is_meant(prompt: Prompt) -> None:
    assert prompt("done", "backoffice-manager", "office-job", "--json").json["result"]["path"] == "quer-office"


def test_the_checklist_shows_ticks_and_what_waits(walker: Prompt) -> None:
    walker("done", "walker", "ask", "--on", "2026-10-01")
    walker("doing", "walker", "enrol")
    walker("skip", "walker", "party")
    text = walker("checklist", "walker", width=120).out
    for line in (
        "[x] 1. ask (ask, done, 1 October 2026)",
        "[>] 2. enrol (enrol, you are at it, 24 November 2026)",
        "[ ] 3. fund (fund)",
        "[ ] 4. learn (learn, after 2, 3)",
        "[-] 6. party (party, skipped, 24 November 2026)",
        "2 of 6 steps, 1 skipped",
    ):
        assert line in text
    result = walker("checklist", "walker", "--json").json["result"]
    assert [(row["id"], row["state"], row["waits_for"]) for row in result["steps"]] == [
        ("ask", "done", []),
        ("enrol", "doing", []),
        ("fund", "open", []),
        ("learn", "open", ["enrol", "fund"]),
        ("exam", "open", ["learn"]),
        ("party", "skipped", []),
    ]
    progress = result["progress"]
    assert (progress["done"], progress["doing"], progress["skipped"], progress["total"]) == (1, 1, 1, 6)
    assert progress["next"] == ["enrol", "fund"]


def test_next_looks_over_all_that_is_begun(walker: Prompt) -> None:
    assert walker("next").out.startswith("You have not begun anything yet.")
    walker("done", "walker", "ask")
    walker("doing", "projektmanager", "part-project")
    rows = walker("next", "--json").json["result"]["steps"]
    assert [(row["role"], row["path"], row["id"]) for row in rows] == [
        ("walker", "way", "enrol"),
        ("walker", "way", "fund"),
        ("walker", "way", "party"),
        ("projektmanager", "quer-pm", "part-project"),
        ("projektmanager", "quer-pm", "admission"),
    ]


def test_everything_settled_is_said(walker: Prompt) -> None:
    outcome = walker("done", "walker", *NEEDS)
    assert "6 of 6 steps" in outcome.out
    assert "All steps are settled" in outcome.out
    assert walker("next", "--json").json["result"]["steps"] == []


def test_a_profile_that_changed_keeps_the_ticks_and_shows_what_is_new_or_gone(walker: Prompt) -> None:
    walker("done", "walker", "ask", "party", "--note", "with cake")
    changed = {"ask": (), "visa": (), "enrol": ("ask", "visa")}
    profile_with(walker.home / "profiles", changed)
    text = walker("checklist", "walker", width=120).out
    assert "[x] 1. ask" in text
    assert "[ ] 2. visa (visa, new in the profile)" in text
    assert "No longer in the profile" in text
    assert "party (with cake): done, 24 November 2026" in text
    result = walker("checklist", "walker", "--json").json["result"]
    assert [row["id"] for row in result["steps"] if row["new"]] == ["visa"]
    assert [row["id"] for row in result["progress"]["gone"]] == ["party"]
    walker("done", "walker", "visa")
    assert set(ticks(walker)) == {"ask", "party", "visa"}
    profile_with(walker.home / "profiles", NEEDS)
    assert "with cake" in walker("checklist", "walker").out
    profile_with(walker.home / "profiles", changed)
    assert walker("undo", "walker", "party").code == 0
    assert set(ticks(walker)) == {"ask", "visa"}


def test_ticks_of_a_role_that_is_gone_are_kept_and_named(walker: Prompt) -> None:
    walker("done", "walker", "ask")
    (walker.home / "profiles" / "walker.yaml").unlink()
    outcome = walker("next")
    assert outcome.code == 0
    assert outcome.err.startswith("You have begun 'way' of 'walker', but there is no profile")
    walker("done", "projektmanager", "part-project", "--path", "quer-pm")
    assert set(ticks(walker)) == {"ask"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"version: 1\nroles: {walker: {way: [\n", "not-yaml"),
        (b"version: 1\nroles:\n  walker: {way: {started: 2026-13-01}}\n", "wrong-form"),
        (
            b"version: 1\nroles:\n  walker: {way: {started: 2026-01-01, steps: {ask: {state: finished, date: 2026}}}}\n",
            "unknown-value",
        ),
        (b"", "empty"),
    ],
)
def test_a_damaged_file_is_kept_beside_itself_and_named(
    walker: Prompt, write: Write, content: bytes, code: str
) -> None:
    file = write("home/progress.yaml", content)
    for words in (("checklist", "walker"), ("next",)):
        outcome = walker(*words, width=120)
        assert (outcome.code, outcome.out) == (1, "")
        assert code in outcome.err
    outcome = walker("done", "walker", "ask", width=120)
    assert (outcome.code, outcome.out) == (1, "")
    copy = file.with_name("progress.yaml.damaged-1")
    assert copy.name in "".join(outcome.err.split())
    assert (file.read_bytes(), copy.read_bytes()) == (content, content)


def test_a_newer_file_is_refused_and_left_untouched(walker: Prompt, write: Write) -> None:
    file = write("home/progress.yaml", "version: 2\nways: {}\n")
    before = {entry.name for entry in walker.home.iterdir()}
    for words in (("checklist", "walker"), ("next",), ("done", "walker", "ask"), ("undo", "walker", "ask")):
        outcome = walker(*words, width=120)
        assert (outcome.code, outcome.out) == (1, "")
        assert "This file has version 2; this jobcli knows version 1 and leaves it as it is." in outcome.err
    assert file.read_text() == "version: 2\nways: {}\n"
    assert {entry.name for entry in walker.home.iterdir()} - before <= {"progress.yaml.lock"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_loses_no_tick(walker: Prompt, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    walker("done", "walker", "ask")
    before = (walker.home / "progress.yaml").read_bytes()

    def refusing(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refusing)
        outcome = walker("done", "walker", "enrol", width=120)
    assert (outcome.code, outcome.out) == (1, "")
    assert "Nothing was changed." in " ".join(outcome.err.split())
    assert (walker.home / "progress.yaml").read_bytes() == before


def test_notes_with_any_signs_read_back_as_they_were() -> None:
    for note in ("# no: comment", "a\nb", "'quoted' \"twice\"", "- dash", "Grüße €", "null", "2026-01-01", " padded "):
        tick = Tick(state="done", on="2026-01-01", note=note)
        progress = Progress(roles={"a": {"b": Started(started="2026-01-01", steps={"c": tick})}})
        back, problems = read_progress("progress.yaml", write_progress(progress, None))
        assert problems == ()
        assert back is not None
        assert (back.roles["a"]["b"].steps["c"].note or "").strip() == note.strip()


@given(note=st.text(max_size=60))
def test_a_note_that_is_taken_is_kept(note: str) -> None:
    try:
        taken = read_note(note)
    except Refusal:
        return
    progress = Progress(
        roles={"a": {"b": Started(started="2026-01-01", steps={"c": Tick(state="done", on="2026", note=taken)})}}
    )
    assert read_progress("progress.yaml", write_progress(progress, None)) == (progress, ())


def test_a_file_that_could_not_be_read_again_is_not_written(walker: Prompt) -> None:
    walker("done", "walker", "ask")
    file = walker.home / "progress.yaml"
    # As long as files may be, by a comment that is kept: one tick more would lock the person out.
    ticked = file.read_bytes()
    before = b"# " + b"x" * (1_000_000 - len(ticked) - 3) + b"\n" + ticked
    file.write_bytes(before)
    assert set(ticks(walker)) == {"ask"}
    outcome = walker("done", "walker", "enrol", width=120)
    assert (outcome.code, outcome.out) == (1, "")
    assert "could not be read again after this change. Nothing was changed." in " ".join(outcome.err.split())
    assert file.read_bytes() == before


def test_a_tick_in_json_loads_no_screen(walker: Prompt) -> None:
    code = (
        "import sys; sys.argv = ['jobcli', 'done', 'walker', 'ask', '--json']\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    env = {**os.environ, "JOBCLI_STATE_DIR": str(walker.home), "JOBCLI_PROFILES": str(walker.home / "profiles")}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=env)
    assert "jobcli.state.files" in process.stderr.split()
    assert not set(process.stderr.split()) & {"rich", "jobcli.render.layout", "jobcli.cli.me", "jobcli.cli.walk"}
    assert set(ticks(walker)) == {"ask"}


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
from jobcli.loading import shipped
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


def test_the_day_of_the_file_is_a_day() -> None:
    assert yaml.safe_load(write_progress(Progress(roles={"a": {"b": begun(c="done")}}), None))["roles"]["a"]["b"] == {
        "started": date(2026, 1, 1),
        "steps": {"c": {"state": "done", "date": date(2026, 1, 1)}},
    }
