"""What is not read is said: no file, no folder and no empty word is passed over in silence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jobcli.cli.commands import FORMATS
from tests.conftest import SMALL, Prompt, Write


def told(prompt: Prompt, *words: str) -> list[tuple[str, str, str]]:
    """Code, severity and hint of each problem."""
    problems = prompt(*words, "--json").json["problems"]
    return [(problem["code"], problem["severity"], problem["hint"]) for problem in problems]


@pytest.mark.parametrize("name", ["team-lead.yml", "team-lead.YAML", "team-lead.Yml", "training/course.yml"])
def test_a_file_with_another_ending_is_warned_of_with_the_name_it_needs(
    prompt: Prompt, write: Write, name: str
) -> None:
    write("own/real-role.yaml", SMALL)
    folder = write(f"own/{name}", SMALL).parent
    folder = folder.parent if folder.name == "training" else folder
    renamed = f"Rename it to {Path(name).stem}.yaml."
    assert ("file-ending", "warning", renamed) in told(prompt, "validate", str(folder))
    assert told(prompt, "list", "--profiles", str(folder)) == [("file-ending", "warning", renamed)]


def test_a_role_whose_file_is_not_read_is_not_found_and_it_is_said_why(prompt: Prompt, write: Write) -> None:
    folder = write("own/team-lead.yml", SMALL).parent
    outcome = prompt("show", "Team-Lead", "--profiles", str(folder))
    assert outcome.code == 1
    assert "Rename it to team-lead.yaml." in outcome.err
    write("own/Office-Lead.yaml", SMALL)
    assert "Rename it to office-lead.yaml" in prompt("show", "office-lead", "--profiles", str(folder)).err


def test_a_file_that_is_checked_by_name_is_warned_of_too(prompt: Prompt, write: Write) -> None:
    for name in ("team-lead.yml", "notes.txt"):
        codes = [code for code, *_ in told(prompt, "validate", str(write(name, SMALL)))]
        assert codes.count("file-ending") == 1
    assert [code for code, *_ in told(prompt, "validate", "nowhere.yml")] == ["no-file"]


def test_a_folder_below_that_nobody_looks_into_is_warned_of(prompt: Prompt, write: Write) -> None:
    folder = write("own/real-role.yaml", SMALL).parent
    write("own/trainings/course.yaml", SMALL)
    write("own/pictures/photo.jpg", b"")
    problems = prompt("validate", str(folder), "--json").json["problems"]
    unread = [problem["place"]["file"] for problem in problems if problem["code"] == "folder-not-read"]
    assert unread == [str(folder / "trainings")]


@pytest.mark.parametrize(
    "words",
    [
        ("validate", ""),
        ("validate", "  "),
        ("list", "--profiles", ""),
        ("me", "--state-dir", ""),
        ("new", "team-lead", "--no-input", "--folder", ""),
    ],
)
def test_an_empty_word_is_no_folder_and_not_the_one_that_one_is_in(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Write '.' for the folder that you are in." in outcome.err


def test_a_home_that_nobody_has_is_said(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (("new", "team-lead", "--folder", "~nobody-of-this-name"), ("validate", "~nobody-of-this-name/x")):
        assert prompt(*words).code == 2
    prompt.env["JOBCLI_CACHE_DIR"] = "~nobody-of-this-name"
    assert "knows no such home folder" in prompt("list").err
    del prompt.env["JOBCLI_CACHE_DIR"]

    def unknown() -> Path:
        raise RuntimeError

    # A container may run as a user that the system has no entry of.
    monkeypatch.setattr(Path, "home", unknown)
    from jobcli.cli.world import World  # noqa: PLC0415

    monkeypatch.setattr(World, "own_data", lambda self: self._on_linux("XDG_DATA_HOME", ".local/share"))
    outcome = prompt("where")
    assert (outcome.code, "set the variable HOME" in " ".join(outcome.err.split())) == (1, True)
    monkeypatch.setattr(World, "own_cache", lambda self: self._on_linux("XDG_CACHE_HOME", ".cache"))
    # What asks for nothing of a person needs no home.
    assert prompt("list").err == prompt("estimate", "cto", "--no-me").err == ""
    assert prompt("estimate", "cto", "--state-dir", str(prompt.home)).err == ""
    assert prompt("estimate", "cto").code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder stays as long as somebody is in it")
@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_that_is_gone_while_one_is_in_it_is_no_accident(
    prompt: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert prompt("validate", "role.yaml", "--output", form).code in (1, 2)
    assert prompt("list", "--output", form).code in (0, 2)
