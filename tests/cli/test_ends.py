"""How a call ends where something is in its way: readers who leave, full disks, closed streams, Ctrl-C, bugs of ours."""

from __future__ import annotations

import errno
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import TESTS, Prompt, Write

BROKEN = TESTS / "broken"
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
PIPES = pytest.mark.skipif(os.name == "nt", reason="the lines are those of a POSIX shell")


def shell(line: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A line of the shell that begins with `jobcli`, the program. Its exit code is that of the first command in a pipe."""
    program, _, rest = line.partition(" ")
    assert program == "jobcli"
    line = f"{shlex.quote(sys.executable)} -m jobcli {rest}"
    env = {**os.environ, "JOBCLI_LANG": "en", **env}
    return subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"],  # noqa: S607
        env=env,
        capture_output=True,
        check=False,
        text=True,
    )


@PIPES
def test_a_reader_who_leaves_early_ends_the_program_quietly() -> None:
    process = shell("jobcli show backoffice-manager | head -1")
    assert (process.returncode, process.stderr) == (0, "")
    assert process.stdout.startswith("Back office manager")


@FULL
@pytest.mark.parametrize("call", ["list --output text", "list --output json", "validate --output csv"])
def test_a_full_disk_is_said_and_ends_with_1(call: str) -> None:
    process = shell(f"jobcli {call} > /dev/full")
    assert process.returncode == 1
    assert process.stderr.splitlines() == [
        f"The result could not be written: {os.strerror(errno.ENOSPC)}.",
        "Is the disk full?",
    ]


@PIPES
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_closed_stdout_is_said_and_ends_with_1(form: str) -> None:
    process = shell(f"jobcli list --output {form} >&-")
    assert process.returncode == 1
    assert process.stderr.splitlines()[1:] == ["The standard output is closed."]


@PIPES
@pytest.mark.parametrize(
    "stderr", ["2>&-", pytest.param("2> /dev/full", marks=FULL), "2> >(exec true)"], ids=["closed", "full", "gone"]
)
def test_an_answer_is_given_even_where_the_warnings_beside_it_find_no_reader(stderr: str) -> None:
    process = shell(f"jobcli list --profiles {shlex.quote(str(BROKEN))} {stderr}")
    assert process.returncode == 0
    assert re.match(r"\d+ roles", process.stdout)
    assert shell(f"jobcli show nobody {stderr}").returncode == 1


@PIPES
def test_nothing_is_asked_where_nobody_can_answer(tmp_path: Path) -> None:
    for stdin in ("<&-", "< /dev/null"):
        process = shell(f"jobcli new lead --folder '{tmp_path / stdin[1:2]}' {stdin}")
        assert (process.returncode, process.stderr) == (0, "")


def test_a_bug_of_ours_is_one_sentence_and_a_log_without_personal_data(tmp_path: Path, write: Write) -> None:
    """A process whose folder, environment, arguments and error all name a person; none of that is in the log."""
    home = tmp_path / "erika"
    write("erika/faulty.py", "def entries(session): raise RuntimeError('Erika Mustermann earns 41234')")
    start = "import sys, faulty; from jobcli.cli.session import Session; Session.entries = faulty.entries"
    code = f"{start}; from jobcli.__main__ import main; main()"
    words = ["list", "--lang", "en", "--min-pay", "41234"]
    env = {**os.environ, "HOME": str(home), "PYTHONPATH": str(home), "TMPDIR": str(tmp_path), "COLUMNS": "120"}
    process = subprocess.run(
        [sys.executable, "-c", code, *words], env=env, cwd=home, capture_output=True, check=False, text=True
    )
    assert (process.returncode, process.stdout) == (3, "")
    sentence, *hint = process.stderr.splitlines()
    assert sentence == "Something went wrong inside jobcli, and it is not your fault."
    # A long path is parted at the edge of the screen.
    found = re.fullmatch(r"Please report it with this file: ?(.+)", "".join(hint))
    assert found is not None
    log = Path(found[1])
    assert log.parent == tmp_path
    version, kind, *places = log.read_text(encoding="utf-8").splitlines()
    assert version.startswith("jobcli ")
    assert kind == "RuntimeError"
    # Only names of modules, lines and functions, without the folders of this machine.
    assert all(re.fullmatch(r"[\w.-]+(/[\w.-]+)*\.py:\d+ \S+", place) for place in places)
    assert places[0].startswith("jobcli/cli/app.py:")
    assert places[-1] == "faulty.py:1 entries"
    assert not re.search(r"erika|mustermann|41234", "\n".join([version, *places]), re.IGNORECASE)


def test_where_no_log_can_be_written_the_sentence_names_the_place(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Erika Mustermann")

    def refusing(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr("jobcli.cli.session.Session.entries", broken)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refusing)
    outcome = prompt("list", width=120)
    assert outcome.code == 3
    sentence, hint = outcome.err.splitlines()
    assert sentence == "Something went wrong inside jobcli, and it is not your fault."
    assert re.fullmatch(
        r"No log could be written\. Please report this: RuntimeError at tests/cli/test_ends\.py:\d+ broken", hint
    )


def test_a_damaged_catalogue_of_messages_is_said_in_english(
    prompt: Prompt, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("locale/de/LC_MESSAGES/jobcli.mo", b"no catalogue")
    monkeypatch.setattr("jobcli.pages.kit.language.FOLDER", prompt.home.parent / "locale")
    monkeypatch.setattr(tempfile, "tempdir", str(prompt.home.parent))
    outcome = prompt("list", lang="de")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("Something went wrong inside jobcli, and it is not your fault.\n")
    # JSON has no sentences, so nothing is read for it.
    assert prompt("show", "cto", "--json", lang="de").code == 0
