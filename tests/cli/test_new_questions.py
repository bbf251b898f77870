"""What jobcli new asks at a terminal: each thing once, nothing that was told, and nothing where nobody answers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobcli.cli.app import run
from jobcli.cli.world import World
from tests.cli.test_new import ALL, WORDS
from tests.conftest import DAY, Prompt


class Terminal(io.StringIO):
    """A person who types these lines, and Ctrl-C where a line is None."""

    def __init__(self, lines: list[str | None]) -> None:
        super().__init__()
        self.lines: Iterator[str | None] = iter(lines)

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1) -> str:  # type: ignore[override]
        line = next(self.lines, "")
        if line is None:
            raise KeyboardInterrupt
        return line


def typed(home: Path, lines: list[str | None], *words: str, lang: str = "en") -> tuple[int, str]:
    """The exit code of `new team-lead` and what a person saw of its questions."""
    terminal, shown = Terminal(lines), Terminal([])
    world = World({"JOBCLI_LANG": lang}, DAY, io.StringIO(), shown, 80, home, terminal)
    return run(("new", "team-lead", "--folder", str(home / "roles"), *words), world), shown.getvalue()


def test_at_a_terminal_each_answer_is_asked_once(tmp_path: Path, prompt: Prompt) -> None:
    answers: list[str | None] = [f"{value}\n" for key, value in ALL.items() if key != "--level"]
    code, shown = typed(tmp_path, answers)
    assert code == 0
    # The level is known from the code.
    assert shown.count("): ") == len(ALL) - 1
    told = (tmp_path / "roles" / "team-lead.yaml").read_bytes()
    assert prompt("new", "team-lead", "--folder", str(tmp_path / "same"), *WORDS).code == 0
    assert told == (tmp_path / "same" / "team-lead.yaml").read_bytes()


def test_what_was_told_is_not_asked_and_a_wrong_answer_is_asked_again(tmp_path: Path) -> None:
    words = [word for pair in ALL.items() if pair[0] not in ("--kldb", "--level") for word in pair]
    code, shown = typed(tmp_path, ["7140\n", "71402\n"], *words)
    assert code == 0
    assert shown.count("KldB 2010 code") == 2
    assert "'7140' is no code of the KldB 2010." in shown
    assert "level: skilled" in (tmp_path / "roles" / "team-lead.yaml").read_text(encoding="utf-8")


def test_enter_leaves_every_place_open_and_asks_nothing_that_follows(tmp_path: Path, prompt: Prompt) -> None:
    code, shown = typed(tmp_path, ["\n"] * 20)
    assert code == 0
    assert "Is that per year" not in shown
    assert prompt("new", "team-lead", "--folder", str(tmp_path / "same")).code == 0
    assert (tmp_path / "roles/team-lead.yaml").read_bytes() == (tmp_path / "same/team-lead.yaml").read_bytes()


@pytest.mark.parametrize("end", [[None], []])
def test_ctrl_c_or_ctrl_d_at_a_question_writes_nothing(tmp_path: Path, end: list[str | None]) -> None:
    code, _ = typed(tmp_path, ["Teamleitung\n", *end])
    assert code == 130
    assert not (tmp_path / "roles").exists()


def test_at_ctrl_c_it_is_said_that_nothing_was_written(tmp_path: Path) -> None:
    assert typed(tmp_path, ["Teamleitung\n", None])[1].endswith("\nNothing was written.\n")
    assert typed(tmp_path, [None], lang="de")[1].endswith("\nNichts wurde geschrieben.\n")


def test_the_areas_are_shown_before_one_is_asked_for_and_a_word_of_its_name_is_enough(tmp_path: Path) -> None:
    words = [word for pair in ALL.items() if pair[0] != "--area" for word in pair]
    code, shown = typed(tmp_path, ["und\n", "menschen\n"], *words, lang="de")
    assert code == 0
    assert shown.index("people (Menschen und Team)") < shown.index("Der Bereich dieser Aufgabe")
    # "und" is in the names of several areas.
    assert "Einen Bereich „und“ gibt es nicht." in shown
    assert "area: people" in (tmp_path / "roles" / "team-lead.yaml").read_text(encoding="utf-8")


def test_an_answer_is_quoted_without_its_line_break(tmp_path: Path) -> None:
    words = [word for pair in ALL.items() if pair[0] != "--pay-as-of" for word in pair]
    assert "'June 2025' is " in typed(tmp_path, ["June 2025\n", "2025-06\n"], *words)[1]


@pytest.mark.parametrize("words", [("--no-input",), ("--json",)])
def test_nothing_is_asked_where_nobody_answers(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, shown = typed(tmp_path, [None], *words)
    assert (code, shown) == (0, "")


def test_a_pipe_is_not_asked(tmp_path: Path) -> None:
    out = io.StringIO()
    world = World({}, DAY, out, Terminal([]), 80, tmp_path, io.StringIO("never read\n"))
    assert run(("new", "team-lead"), world) == 0
    assert "title.de" in out.getvalue()
