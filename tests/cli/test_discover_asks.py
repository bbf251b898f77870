"""jobcli discover at a terminal: a key for each answer, back, an end at any question, and answers that stay where one wants."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from jobcli.answers import discover
from jobcli.cli.app import run
from jobcli.cli.world import World
from tests.calls import LIKED
from tests.cli.test_new_questions import Terminal
from tests.conftest import DAY, Prompt

LINES: list[str | None] = [f"{digit}\n" for digit in LIKED]


def asked(home: Path, lines: list[str | None], *words: str, lang: str = "en") -> tuple[int, str, str]:
    """The exit code, what was printed, and what was shown beside it, for a person who types these lines."""
    out, shown = io.StringIO(), Terminal([])
    world = World({"JOBCLI_LANG": lang}, DAY, out, shown, 60, home, Terminal(lines))
    code = run(("discover", *words), world)
    return code, out.getvalue(), shown.getvalue()


def test_thirty_answers_lead_to_the_result_of_the_same_answers_on_the_line(tmp_path: Path, prompt: Prompt) -> None:
    code, out, shown = asked(tmp_path, [*LINES, "n\n"])
    assert code == 0
    assert out == prompt("discover", "--answers", LIKED, width=60).out
    assert shown.count("1 not at all … 5 very much") == 30
    assert "\n30 of 30  Check that a bill adds up\n" in shown
    assert not (tmp_path / "interests.yaml").exists()


def test_no_question_is_wider_than_sixty_columns(tmp_path: Path) -> None:
    for lang in ("de", "en"):
        _, _, shown = asked(tmp_path, [*LINES, *LINES, "n\n"], "--more", "--no-color", lang=lang)
        assert max(map(len, shown.splitlines())) <= 60
        assert shown.count(" 60  " if lang == "en" else " von 60  ") >= 60


def test_one_may_go_back_be_unsure_and_type_nonsense(tmp_path: Path) -> None:
    lines: list[str | None] = ["b\n", "4\n", "b\n", "7\n", "\n", "5\n", "?\n", "z\n", *LINES[1:], "n\n"]
    code, out, shown = asked(tmp_path, lines)
    assert code == 0
    assert out == asked(tmp_path, [*LINES, "n\n"])[1]
    assert shown.count("1 to 5, 0 or b:") == 2
    assert shown.count("\n1 of 30") == 3


@pytest.mark.parametrize("end", [[None], []], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("number", range(31))
def test_ended_at_any_question_it_says_how_to_go_on_and_goes_on_there(
    tmp_path: Path, number: int, end: list[str | None]
) -> None:
    code, out, shown = asked(tmp_path, [*LINES[:number], *end])
    assert (code, out) == (130, "")
    assert not (tmp_path / "interests.yaml").exists()
    last = shown.splitlines()[-1]
    if number == 0:
        assert last == "Nothing was kept."
        return
    assert last == f"  jobcli discover --answers {LIKED[:number]}"
    words = last.partition("jobcli discover ")[2].split()
    _, _, later = asked(tmp_path, [None], *words)
    assert number == 30 or f"\n{number + 1} of 30  " in later


def test_with_keep_an_end_keeps_what_was_answered_and_the_next_call_goes_on(tmp_path: Path) -> None:
    code, _, shown = asked(tmp_path, [*LINES[:7], None], "--keep")
    assert code == 130
    assert shown.endswith("\nYour answers are kept. Go on: jobcli discover\n")
    code, out, shown = asked(tmp_path, LINES[7:])
    assert code == 0
    assert "\n8 of 30  " in shown
    assert "\n7 of 30  " not in shown
    assert "y or n" not in shown
    assert f"answers:\n- {LIKED[0]}\n" in (tmp_path / "interests.yaml").read_text(encoding="utf-8")
    assert "--answers" not in out


def test_who_agrees_at_the_end_has_the_answers_kept(prompt: Prompt) -> None:
    assert asked(prompt.home, [*LINES, "y\n"])[0] == 0
    kept = prompt("discover", "--json").json["result"]
    assert kept["kept"] == str(prompt.home / "interests.yaml")
    told = prompt("discover", "--answers", LIKED, "--json").json["result"]
    assert {**kept, "kept": None} == told
    gone = prompt("discover", "--forget", "--json").json["result"]
    assert gone == {"file": kept["kept"], "was_there": True}
    assert [file.name for file in prompt.home.glob("interests*")] == []
    assert prompt("discover").code == 2


def test_sixty_are_asked_on_request_behind_the_thirty_that_are_there(tmp_path: Path) -> None:
    code, out, shown = asked(tmp_path, [*LINES, "n\n"], "--more", "--answers", LIKED)
    assert code == 0
    assert "\n31 of 60  " in shown
    assert "\n30 of 60  " not in shown
    assert "seven of ten" in " ".join(out.split())


def test_in_plain_lines_a_voice_says_number_statement_and_scale(tmp_path: Path) -> None:
    code, _, shown = asked(tmp_path, [*LINES, "n\n"], "--output", "plain", lang="de")
    assert code == 0
    assert "\nAussage 1 von 30: einen verwilderten Garten wieder herrichten.\n" in shown
    assert shown.count("Von 1, gar nicht, bis 5, sehr gern; 0 heißt weiß nicht, z heißt zurück. Deine Antwort:") == 30


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_program_is_not_asked(tmp_path: Path, form: str) -> None:
    code, _, shown = asked(tmp_path, LINES, "--output", form)
    assert code == 2
    assert "1 of 30" not in shown


def test_in_a_pipe_it_says_what_to_do(prompt: Prompt) -> None:
    outcome = prompt("discover")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nobody to ask here" in outcome.err
    assert "--answers FILE" in outcome.err
    assert "5 answers of 30 are there" in prompt("discover", "--answers", "52221").err


@pytest.mark.parametrize(
    "written",
    [
        LIKED,
        ",".join(LIKED),
        "\n".join(LIKED) + "\n",
        f"[{', '.join(LIKED)}]\n",
        "\ufeff" + " ; ".join(LIKED) + "\r\n",
    ],
)
def test_answers_may_be_written_in_a_file_as_programs_and_people_do(
    prompt: Prompt, tmp_path: Path, written: str
) -> None:
    file = tmp_path / "answers.txt"
    file.write_text(written, encoding="utf-8")
    told = prompt("discover", "--answers", LIKED, "--json").out
    assert prompt("discover", "--answers", str(file), "--json").out == told
    out = io.StringIO()
    world = World({"JOBCLI_LANG": "en"}, DAY, out, io.StringIO(), 80, tmp_path, io.StringIO(written))
    assert run(("discover", "--answers", "-", "--json"), world) == 0
    assert out.getvalue() == told


@pytest.mark.parametrize(
    ("told", "code"),
    [("5,2,6,1", "bad-answers"), ("5,2,55", "bad-answers"), ("3" * 61, "bad-answers"), ("nowhere.txt", "unreadable")],
)
def test_what_is_no_answer_is_refused(prompt: Prompt, told: str, code: str) -> None:
    assert prompt("discover", "--answers", told, "--json").json["problems"][0]["code"] == code


def test_a_damaged_file_of_answers_is_said_and_can_be_forgotten(prompt: Prompt) -> None:
    prompt.home.mkdir(parents=True)
    (prompt.home / "interests.yaml").write_text("version: 1\nanswers: [3, 9]\n", encoding="utf-8")
    outcome = prompt("discover")
    assert outcome.code == 1
    assert "interests.yaml:2" in outcome.err
    assert prompt("discover", "--forget").code == 0


def test_a_bug_of_ours_writes_no_answer_into_the_log(prompt: Prompt, tmp_path: Path) -> None:
    def broken(*told: object) -> None:
        raise RuntimeError(f"the answers were {told}")

    with patch.object(discover, "discovered", broken), patch("tempfile.tempdir", str(tmp_path)):
        outcome = prompt("discover", "--answers", LIKED, width=400)
    assert outcome.code == 3
    (log,) = tmp_path.glob("jobcli-*.log")
    written = log.read_text(encoding="utf-8") + outcome.err + outcome.out
    assert LIKED not in written
    assert not re.search(r"5\W+2\W+2\W+2", written)


@pytest.fixture
def pseudo_terminal(tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The installed program in a real terminal of sixty columns, of which the tests type the keys."""
    pty = pytest.importorskip("pty")
    mine, its = pty.openpty()
    program = Path(sys.executable).with_name("jobcli")
    env = {**os.environ, "JOBCLI_STATE_DIR": str(tmp_path), "JOBCLI_LANG": "en", "COLUMNS": "60", "TERM": "xterm"}
    process = subprocess.Popen([program, "discover", "--no-pager"], stdin=its, stdout=its, stderr=its, env=env)
    os.close(its)
    yield mine, process
    process.kill()
    process.wait()
    os.close(mine)


def seen_until(terminal: int, words: str, seconds: float = 60) -> str:
    """What is shown until these words are."""
    seen, end = "", time.monotonic() + seconds
    while words not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                seen += os.read(terminal, 4096).decode("utf-8", "replace")
            except OSError:  # the program has ended
                break
    assert words in seen, seen[-500:]
    return seen


def test_in_a_real_terminal_a_key_counts_without_enter(pseudo_terminal: tuple[int, subprocess.Popen[bytes]]) -> None:
    terminal, process = pseudo_terminal
    seen_until(terminal, "1 of 30")
    os.write(terminal, b"4")
    assert "4 quite" in seen_until(terminal, "2 of 30")
    # The arrow to the left goes back, the one up does nothing.
    os.write(terminal, b"\x1b[A")
    os.write(terminal, b"\x1b[D")
    seen_until(terminal, "1 of 30")
    for number, digit in enumerate(LIKED, 1):
        os.write(terminal, digit.encode())
        seen_until(terminal, f"{number + 1} of 30" if number < 30 else "y or n:")
    os.write(terminal, b"n")
    seen_until(terminal, "Crafts, building, machines, lorries")
    assert process.wait(30) == 0


def test_ctrl_c_in_a_real_terminal_ends_in_a_line_to_go_on(
    pseudo_terminal: tuple[int, subprocess.Popen[bytes]],
) -> None:
    terminal, process = pseudo_terminal
    seen_until(terminal, "1 of 30")
    os.write(terminal, b"5")
    seen_until(terminal, "2 of 30")
    os.write(terminal, b"2")
    seen_until(terminal, "3 of 30")
    process.send_signal(signal.SIGINT)
    seen_until(terminal, "  jobcli discover --answers 52")
    assert process.wait(30) == 130
