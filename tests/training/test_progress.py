"""A person's way through a path: pure rules, the commands, the file, and every order of ticks that one can think of."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jobcli.cli.progress import read_note
from jobcli.domain.own import Progress, Started, Tick
from jobcli.domain.refusal import Refusal
from jobcli.files.own_records import read_progress, write_progress
from tests.conftest import DAY, ROOT, Prompt, Write

EXAMPLE = ROOT / "docs" / "example" / "team-lead.yaml"

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
    way = data["paths"][-1]
    data["paths"], data["helps"] = [way], []
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
        (("done", "xylophonist", "party"), 1, "No role and no occupation is called 'xylophonist'."),
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
    text = walker("checklist", "walker", "--full", width=120).out
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
    text = walker("checklist", "walker", "--full", width=120).out
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
    assert "with cake" in walker("checklist", "walker", "--full").out
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
    file = write("home/progress.yaml", "version: 3\nways: {}\n")
    before = {entry.name for entry in walker.home.iterdir()}
    for words in (("checklist", "walker"), ("next",), ("done", "walker", "ask"), ("undo", "walker", "ask")):
        outcome = walker(*words, width=120)
        assert (outcome.code, outcome.out) == (1, "")
        assert "This file has version 3; this jobcli knows version 2 and leaves it as it is." in outcome.err
    assert file.read_text() == "version: 3\nways: {}\n"
    assert {entry.name for entry in walker.home.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("done", "walker", "nothing"), 1),
        (("done", "walker", "enrol", "--path", "walker", "--on", "2999-01-01"), 2),
        (("undo", "walker", "ask"), 1),
        (("me", "set", "age", "20", "tenure", "30"), 2),
        (("me", "set", "state", "Mars"), 2),
    ],
)
def test_what_is_refused_leaves_no_file_behind(walker: Prompt, words: tuple[str, ...], code: int) -> None:
    before = set(walker.home.rglob("*"))
    outcome = walker(*words)
    assert (outcome.code, outcome.out) == (code, "")
    assert set(walker.home.rglob("*")) == before


def test_a_damaged_file_that_cannot_be_copied_is_said(
    walker: Prompt, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("home/progress.yaml", b"}{")

    def full(_: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("jobcli.files.own_files.set_aside", full)
    outcome = walker("done", "walker", "ask")
    assert (outcome.code, outcome.out, file.read_bytes()) == (1, "", b"}{")
    assert "Nothing was changed." in " ".join(outcome.err.split())


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


# Letters, marks, digits, signs and blanks of every script: nothing that a terminal obeys.
PLAIN = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=60)


@given(note=PLAIN)
def test_a_note_of_plain_text_is_taken_and_kept(note: str) -> None:
    taken = read_note(note)
    assert taken == (" ".join(note.split()) or None)
    progress = Progress(
        roles={"a": {"b": Started(started="2026-01-01", steps={"c": Tick(state="done", on="2026", note=taken)})}}
    )
    assert read_progress("progress.yaml", write_progress(progress, None)) == (progress, ())


@given(before=PLAIN, sign=st.sampled_from("\x00\x07\x1b\x7f\x9b\u202e\udcff"), after=PLAIN)
def test_a_note_that_a_terminal_would_obey_or_no_file_could_hold_is_refused(before: str, sign: str, after: str) -> None:
    with pytest.raises(Refusal):
        read_note(before + sign + after)


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
    assert "jobcli.files.own_files" in process.stderr.split()
    assert not set(process.stderr.split()) & {
        "rich",
        "jobcli.pages.kit.parts",
        "jobcli.cli.me",
        "jobcli.cli.checklist",
    }
    assert set(ticks(walker)) == {"ask"}
