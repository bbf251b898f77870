"""The promises of the prompt itself: exit codes, streams, languages, colours, start-up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from jobcli.cli.commands import COMMANDS
from jobcli.cli.world import real_world
from tests.calls import CALLS, Call
from tests.conftest import ROOT, Prompt, each_call, prepared

# Counted as files, without the program.
ROLES = sum(file.stem != "vocabulary" for file in (ROOT / "profiles").glob("*.yaml"))
RESULTS = [call for call in CALLS if call.answers and call.code == 0]


def run_process(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, with a small environment."""
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "SYSTEMROOT")}
    return subprocess.run(
        [sys.executable, "-m", "jobcli", *words],
        capture_output=True,
        check=False,
        env={**clean, "JOBCLI_LANG": "en", **env},
    )


def test_bare_jobcli_shows_eight_lines_from_a_search_to_the_next_step_and_is_fine(prompt: Prompt) -> None:
    outcome = prompt()
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 8
    typed = re.findall(r"jobcli (\w+)", outcome.out)
    assert typed == ["search", "show", "compare", "estimate", "checklist", "next"]


@pytest.mark.usefixtures("with_small_files")
@pytest.mark.parametrize("call", each_call(RESULTS))
def test_every_result_has_the_same_envelope_in_json(tmp_path: Path, call: Call) -> None:
    outcome = prepared(tmp_path, call)(*call.words, "--json")
    assert outcome.code == 0
    assert list(outcome.json) == ["jobcli_format", "command", "status", "result", "problems"]
    assert (outcome.json["jobcli_format"], outcome.json["command"], outcome.json["status"]) == (1, call.command, "ok")
    # The catalogue may have warnings, but no errors.
    problems = outcome.json["problems"]
    assert all(problem["severity"] == "warning" for problem in problems)
    assert call.command == "validate" or {problem["code"] for problem in problems} <= {"taken-for"}
    assert outcome.err == ""


@pytest.mark.usefixtures("with_small_files")
@pytest.mark.parametrize("call", each_call(call for call in RESULTS if not call.changes))
def test_a_checkout_answers_what_an_installed_program_answers(
    tmp_path: Path, request: pytest.FixtureRequest, call: Call
) -> None:
    prompt = prepared(tmp_path, call)
    installed = prompt(*call.words, "--json")
    request.getfixturevalue("checkout")
    assert prompt(*call.words, "--json") == installed


@pytest.mark.parametrize("words", [("show", "backofice"), ("validate", "nowhere.yaml")])
def test_a_failure_has_the_envelope_too_and_ends_with_1(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words, "--output", "json")
    assert outcome.code == 1
    assert (outcome.json["status"], outcome.json["result"]) == ("failed", None)
    assert outcome.json["problems"][0]["message"]


@pytest.mark.parametrize(
    "words", [("shw",), ("show",), ("show", "--nope"), ("list", "--lang", "fr"), ("show", "cto", "cdo")]
)
def test_wrong_usage_ends_with_2_and_one_message(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert 1 <= len(outcome.err.splitlines()) <= 3
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--json=1", "list"), "extra-value", "--json takes no value."),
        (("--help=1",), "extra-value", "--help takes no value."),
        (("estimate", "--no-leadership=1"), "extra-value", "--no-leadership takes no value."),
        (("estimate", "--state"), "missing-value", "--state needs a value."),
        (("--shell",), "missing-value", "--shell needs a value."),
        (("show",), "missing-argument", "ROLE is missing."),
        (("show", "cto", "a", "b"), "extra-argument", "There is a word too many: a b"),
        (("list", "--lvel", "x"), "unknown-option", "No option '--lvel'. Did you mean '--level'?"),
        (("net", "-5"), "out-of-range", "Gross pay cannot be below zero."),
        (("estimate", "-5"), "out-of-range", "A number below zero is no answer here."),
        (("shwo",), "unknown-command", "No command 'shwo'. Did you mean 'show'?"),
        (("it's",), "unknown-command", "No command 'it's'."),
        (("--", "--json"), "unknown-command", "No command '--json'."),
    ],
)
def test_what_the_parser_refuses_is_said_in_our_words(
    prompt: Prompt, words: tuple[str, ...], code: str, message: str
) -> None:
    outcome = prompt(*words, width=120)
    assert outcome.err.splitlines()[0] == message
    answer = prompt("--output", "json", *words).json
    assert (answer["status"], [item["code"] for item in answer["problems"]]) == ("usage-error", [code])


def test_an_unknown_role_names_the_closest_in_the_words_of_the_promise(prompt: Prompt) -> None:
    outcome = prompt("show", "backofice")
    assert outcome.code == 1
    assert outcome.err.splitlines()[0] == "No role 'backofice'. Did you mean 'backoffice-manager'?"


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Büroleitung", "office-manager"),
        ("Back-Office-Managerin", "backoffice-manager"),
        ("Projektleiterin", "projektmanager"),
        ("Project manager", "projektmanager"),
        ("chief technology officer", "cto"),
        ("Operationsmanagr", "operations-manager"),
        ("Business Developer", "business-development-manager"),
        ("Leiter Digitalisierung", "cdo"),
    ],
)
def test_titles_and_aliases_in_both_languages_name_a_role(prompt: Prompt, word: str, role: str) -> None:
    assert prompt("show", word, "--json").json["result"]["role"]["id"] == role


def test_an_id_is_found_in_any_case(prompt: Prompt) -> None:
    assert prompt("show", "CTO").code == 0


@pytest.mark.parametrize(
    ("env", "first"),
    [
        ({"JOBCLI_LANG": "de", "LANG": "en_US.UTF-8"}, f"{ROLES} Rollen"),
        ({"LANG": "de_DE.UTF-8"}, f"{ROLES} Rollen"),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, f"{ROLES} roles"),
        ({"LANG": "fr_FR.UTF-8"}, f"{ROLES} roles"),
        ({}, f"{ROLES} roles"),
    ],
)
def test_the_language_comes_from_the_variable_then_the_locale_then_is_english(
    prompt: Prompt, env: dict[str, str], first: str
) -> None:
    prompt.env = env
    assert prompt("list", lang=None).out.splitlines()[0] == first


def test_the_option_wins_over_the_variable_wherever_it_stands(prompt: Prompt) -> None:
    # The line to copy at the end has the option as it was given.
    assert prompt("list", "--lang", "de").out == prompt("--lang=de", "list").out
    assert prompt("--lang=de", "list").out.replace(" --lang de", "") == prompt("list", lang="de").out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_two_examples_in_both_languages(prompt: Prompt, command: str) -> None:
    for language, heading in (("en", "Examples"), ("de", "Beispiele")):
        outcome = prompt(command, "--help", lang=language)
        assert outcome.code == 0
        examples = outcome.out[outcome.out.index(heading) :].splitlines()[1:]
        assert len(examples) == 2
        assert all(line.startswith(f"  jobcli {command}") for line in examples)


def test_the_examples_of_help_work(prompt: Prompt) -> None:
    for command in COMMANDS:
        for line in prompt(command, "--help").out.splitlines():
            if line.startswith(f"  jobcli {command}") and "my-roles" not in line:
                # What follows '>' is for the shell.
                assert prompt(*line.partition(" > ")[0].split()[1:]).code == 0, line


def test_help_of_the_program_shows_the_four_panels(prompt: Prompt) -> None:
    lines = prompt("--help").out.splitlines()
    assert [line for line in lines if line in ("Look", "Decide", "Walk", "Write")] == [
        "Look",
        "Decide",
        "Walk",
        "Write",
    ]


def test_a_pipe_gets_no_colour_and_a_forced_terminal_does() -> None:
    assert b"\x1b" not in run_process("list").stdout
    assert b"\x1b[" in run_process("list", FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[3" not in run_process("list", FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout


def test_json_loads_no_module_that_it_does_not_need() -> None:
    code = (
        "import sys; sys.argv = ['jobcli', 'show', 'backoffice-manager', '--json']\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(process.stderr.split())
    forbidden = {"rich", "pydantic", "pygments", "importlib.metadata", "filelock", "sqlite3", "email", "asyncio"}
    assert loaded & {*forbidden, "csv", "icalendar", "platformdirs", "rapidfuzz"} == set()
    # No room is entered that `show` has nothing to do with, and no other command is read.
    rooms = {name.split(".")[1] for name in loaded if name.startswith("jobcli.") and name.count(".") > 1}
    assert rooms == {"answers", "cli", "domain", "files", "pages"}
    assert {name for name, command in COMMANDS.items() if command.module in loaded} == {"show"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the short way")
@pytest.mark.parametrize("base", ["", "/somewhere/else"])
def test_the_short_way_to_the_own_folder_is_the_one_of_platformdirs(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", base)
    assert real_world().own_profiles() == user_data_path("jobcli", appauthor=False) / "profiles"
