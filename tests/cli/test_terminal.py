"""How the program behaves at a real terminal, in a pipe, on a full disk, and when it is interrupted."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobcli.cli.commands import EVERYWHERE
from tests.conftest import Prompt

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals on Windows", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PROGRAM = [sys.executable, "-m", "jobcli"]
PLAIN_ENV = {key: value for key, value in os.environ.items() if key in ("PATH", "LD_LIBRARY_PATH")}


def environment(home: Path, **more: str) -> dict[str, str]:
    """A small environment with a home of its own."""
    return {**PLAIN_ENV, "HOME": str(home), "JOBCLI_LANG": "en", "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


def at_terminal(
    home: Path, *words: str, rows: int = 24, keys: bytes = b"", env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Run the program in a terminal of this size, press a key whenever it stands still; exit code and what was on the screen."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(home, **(env or {})),
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  a terminal of its own, for Ctrl-C
    )
    os.close(slave)
    seen, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([master], [], [], 0.5)[0]:
            try:
                chunk = os.read(master, 65_536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        elif seen and keys:
            os.write(master, keys[:1])
            keys = keys[1:]
        elif process.poll() is not None:
            break
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
    process.kill()
    os.close(master)
    return process.returncode, seen.decode(errors="replace").replace("\r\n", "\n")


def bare(screen: str) -> str:
    """The letters of a screen without their colours."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen)


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that says that it was asked, and how tall the page is."""
    file = tmp_path / "pager"
    file.write_text('#!/bin/sh\necho "PAGED $(wc -l)"\n', encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_a_page_that_is_taller_than_the_terminal_goes_to_the_pager(tmp_path: Path, pager: str, prompt: Prompt) -> None:
    code, screen = at_terminal(tmp_path, "show", "cto", "--full", env={"PAGER": pager})
    assert code == 0
    tall = len(prompt("show", "cto", "--full", width=80).out.splitlines())
    assert screen == f"PAGED {tall}\n"


def test_a_page_that_fits_is_printed(tmp_path: Path, pager: str) -> None:
    code, screen = at_terminal(tmp_path, "show", "cto", rows=500, env={"PAGER": pager})
    assert (code, "PAGED" in screen) == (0, False)
    assert "Chief technology officer" in bare(screen)


@pytest.mark.parametrize(
    ("options", "env"),
    [
        (["--no-pager"], {}),
        (["--json"], {}),
        (["--output", "plain"], {}),
        ([], {"PAGER": ""}),
        ([], {"TERM": "dumb"}),
        ([], {"PAGER": "/nowhere/pager"}),
        ([], {"PAGER": "false"}),
        ([], {"PAGER": "'"}),
    ],
)
def test_where_no_pager_is_wanted_or_it_fails_the_page_is_printed(
    tmp_path: Path, pager: str, options: list[str], env: dict[str, str]
) -> None:
    code, screen = at_terminal(tmp_path, "show", "cto", "--full", *options, env={"PAGER": pager, **env})
    assert code == 0
    assert "PAGED" not in screen
    assert "Chief technology officer" in bare(screen)
    assert "Traceback" not in screen


def test_without_a_pager_on_the_machine_the_page_is_printed(tmp_path: Path) -> None:
    code, screen = at_terminal(tmp_path, "show", "cto", "--full", env={"PATH": str(tmp_path)})
    assert code == 0
    assert "Chief technology officer" in bare(screen)


def test_nothing_is_paged_in_a_pipe(tmp_path: Path, pager: str) -> None:
    process = subprocess.run(
        [*PROGRAM, "show", "cto"],
        env=environment(tmp_path, PAGER=pager, FORCE_COLOR="1"),
        capture_output=True,
        check=True,
        text=True,
    )
    assert "PAGED" not in process.stdout
    assert "Chief technology officer" in bare(process.stdout)


@pytest.mark.parametrize(("keys", "expected"), [(b"q", 0), (b"\x03q", 0)])
def test_less_can_be_left_and_ctrl_c_belongs_to_it(tmp_path: Path, keys: bytes, expected: int) -> None:
    code, screen = at_terminal(tmp_path, "show", "cto", "--full", keys=keys)
    assert code == expected
    assert "Traceback" not in screen


def test_colour_is_for_terminals_that_can_show_it(tmp_path: Path) -> None:
    assert "\x1b[" in at_terminal(tmp_path, "list", "--no-pager")[1]
    for options, env in (
        (["--no-color"], {}),
        ([], {"NO_COLOR": "1"}),
        ([], {"TERM": "dumb"}),
    ):
        screen = at_terminal(tmp_path, "list", "--no-pager", *options, env=env)[1]
        assert not re.search(r"\x1b\[[0-9;]*3[0-9]", screen), (options, env)
        assert "backoffice-manager" in screen


@pytest.mark.parametrize("form", EVERYWHERE)
def test_a_reader_who_leaves_early_ends_every_format_quietly(tmp_path: Path, form: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "show", "cto", "--output", form],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("form", [*EVERYWHERE, "csv"])
def test_a_full_disk_is_said_in_every_format(tmp_path: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*PROGRAM, "paths", "cto", "--output", form],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 1
    assert b"could not be written" in process.stderr
    assert b"Traceback" not in process.stderr
    assert b"Exception ignored" not in process.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("--show-completion", "--shell", "zsh"), ("schema",)])
def test_a_full_disk_is_said_by_what_is_no_command_too(tmp_path: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*PROGRAM, *words], env=environment(tmp_path), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert process.returncode == 1
    assert b"could not be written" in process.stderr


SLOW = """
import signal, sys, time
from jobcli.cli import output
real = output._write
def slow(stream, text):
    print("ready", file=sys.stderr, flush=True)
    time.sleep(30)
    real(stream, text)
output._write = slow
from jobcli.__main__ import main
main()
"""


@pytest.mark.parametrize("form", EVERYWHERE)
def test_ctrl_c_ends_with_130_and_without_half_a_page(tmp_path: Path, form: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "show", "cto", "--output", form],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert (process.returncode, out, said) == (130, b"", b"")


EARLY = """
import os, signal, sys
class Hook:
    def find_spec(self, name, path=None, target=None):
        if name == MODULE:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Hook())
from jobcli.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["typer", "jobcli.cli.app", "jobcli.cli.list"])
def test_ctrl_c_while_the_program_starts_ends_with_130_and_without_a_word(tmp_path: Path, module: str) -> None:
    command = [sys.executable, "-c", EARLY.replace("MODULE", repr(module)), "list"]
    process = subprocess.run(command, env=environment(tmp_path), capture_output=True, check=False)
    assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")


HALF_WAY = """
import os, signal, sys
real = os.fsync
def interrupted(handle):
    os.kill(os.getpid(), signal.SIGINT)
    real(handle)
os.fsync = interrupted
from jobcli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "words",
    [
        ("done", "backoffice-manager", "contract", "--path", "ausb-bueromanagement"),
        ("me", "set", "state", "BY"),
        ("--install-completion", "--shell", "bash"),
    ],
)
def test_ctrl_c_while_a_file_is_written_leaves_the_old_one_whole(tmp_path: Path, words: tuple[str, ...]) -> None:
    own = tmp_path / ".local/share/jobcli"
    env = environment(tmp_path)
    (tmp_path / ".bashrc").write_text("alias ll='ls -l'\n", encoding="utf-8")
    for first in (
        ("me", "set", "tenure", "5"),
        ("done", "backoffice-manager", "search", "--path", "ausb-bueromanagement"),
    ):
        subprocess.run([*PROGRAM, *first], env=env, check=True, capture_output=True)
    before = {file: file.read_bytes() for file in (*own.iterdir(), tmp_path / ".bashrc")}
    process = subprocess.run([sys.executable, "-c", HALF_WAY, *words], env=env, check=False, capture_output=True)
    assert (process.returncode, process.stdout) == (130, b"")
    assert b"Traceback" not in process.stderr
    assert {file: file.read_bytes() for file in (*own.iterdir(), tmp_path / ".bashrc")} == before
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and file not in before]


def test_a_call_writes_all_and_leaves_without_taking_its_modules_apart(prompt: Prompt, tmp_path: Path) -> None:
    code = "import atexit; atexit.register(print, 'too late'); from jobcli.__main__ import program; program()"
    for words, ending in ((["list"], 0), (["show", "cto", "--json"], 0), (["show", "nobody"], 1), (["--nonsense"], 2)):
        process = subprocess.run(
            [sys.executable, "-c", code, *words, "--lang", "de"],
            env={**environment(tmp_path), "COLUMNS": "80"},
            check=False,
            capture_output=True,
        )
        expected = prompt(*words, "--lang", "de")
        assert (process.returncode, process.stdout.decode()) == (ending, expected.out)
        assert process.stderr.decode() == expected.err


LOADING = """
import signal, sys
class Interrupted:
    def find_spec(self, name, path, target=None):
        if name == "jobcli.cli.app":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupted())
from jobcli.__main__ import program
program()
"""


def test_ctrl_c_while_the_program_still_loads_ends_with_130_and_without_a_word(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", LOADING, "list"], env=environment(tmp_path), check=False, capture_output=True
    )
    assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LANG": "C.UTF-8", "LC_ALL": "C"}, {"LANG": "POSIX"}])
def test_the_locale_c_gets_ascii_although_python_would_write_utf_8(tmp_path: Path, locale: dict[str, str]) -> None:
    # Python reads where an editable installation lies as ASCII there, and would not start in a folder with an umlaut.
    env = environment(tmp_path, COLUMNS="60", PYTHONPATH=os.pathsep.join(sys.path), **locale)
    words = [sys.executable, "-S", "-m", "jobcli", "estimate", "backoffice-manager", "--lang", "de"]
    page = subprocess.run(words, env=env, capture_output=True, check=True).stdout
    assert page.isascii()
    assert b"EUR" in page
    assert b"Haelfte" in page
    asked = subprocess.run(words, env={**env, "PYTHONUTF8": "1"}, capture_output=True, check=True).stdout
    assert "Hälfte" in asked.decode()
