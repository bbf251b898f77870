"""Tab: what is offered, that asking is quick, and that real shells put it on the line."""

from __future__ import annotations

import io
import json
import os
import select
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobcli.atlas.titles import named
from jobcli.cli.commands import COMMANDS
from jobcli.cli.questions import QUESTIONS
from jobcli.cli.shells import SHELLS
from jobcli.cli.tab.complete import VARIABLE, complete
from jobcli.cli.tab.complete import main as answer_tab
from jobcli.cli.tab.grammar import every_command, read_grammars
from jobcli.cli.tab.slots import COMPILED, FILES
from jobcli.cli.world import World
from jobcli.domain.pay import LANDS
from jobcli.files import shipped
from jobcli.files.catalog import Catalog
from tests.conftest import DAY, ROOT, Outcome, Prompt, compiled

PROGRAM = Path(sys.executable).with_name("jobcli")
ROLES = Catalog().ids()
# Places whose value only the person knows.
FREE = {
    "AMOUNT",
    "ANSWERS",
    "CODE",
    "DATE",
    "EUROS",
    "HOURS",
    "KM",
    "LESSONS",
    "NAME",
    "MONTH",
    "MONTHS",
    "NUMBER",
    "PEOPLE",
    "PERCENT",
    "TEXT",
    "URL",
    "WORDS",
    "YEARS",
}


@pytest.fixture(scope="module")
def files() -> Path:
    """The compiled files of an installed program, with what Tab knows of the commands."""
    shipped.save(compiled(), COMPILED, read_grammars())
    return compiled()


@pytest.fixture
def world(tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A machine with nothing on it but the program."""
    monkeypatch.setattr(shipped, "FOLDER", files)
    return World(env={}, today=DAY, stdout=sys.stdout, stderr=sys.stderr, data_folder=tmp_path / "home")


def offered(world: World, line: str, shell: str = "zsh") -> list[str]:
    """What Tab offers at the end of a line."""
    _program, *words = line.split(" ")
    return complete(world, words[:-1], words[-1], shell)


def steps_of(role: str, *paths: str) -> set[str]:
    """The ids of the steps of a role's paths, read from the profiles; where there is an admission, it is a step too."""
    profile = Catalog().profile(role)
    assert profile is not None
    chosen = [path for path in profile.paths if not paths or path.id in paths]
    assert any(path.admission for path in chosen)
    return {"admission", *(step.id for path in chosen for step in path.steps)}


def test_commands_come_in_the_order_of_help(world: World) -> None:
    assert offered(world, "jobcli ") == list(COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_of_every_command_is_offered(world: World, command: str) -> None:
    found = set(offered(world, f"jobcli {command} --" if command else "jobcli --"))
    parser = every_command()[command]
    options = [item for item in parser.params if item.param_type_name == "option" and not item.hidden]
    spelt = (name for item in options for name in (*item.opts, *item.secondary_opts))
    assert found == {"--help", *(name for name in spelt if name.startswith("--"))}


@pytest.mark.parametrize("command", COMMANDS)
def test_wherever_a_value_is_from_a_list_the_list_is_offered(world: World, command: str) -> None:
    for item in every_command()[command].params:
        metavar = (item.metavar or "").strip("[].")
        if item.param_type_name == "option" and not item.is_flag and metavar not in FREE and metavar != "PATH":
            found = offered(world, f"jobcli {command} {item.opts[0]} ")
            assert found or not metavar.isalpha(), f"{command} {item.opts[0]} {metavar}"


@pytest.mark.parametrize("command", ["show", "sources", "compare", "estimate", "paths", "checklist", "done"])
def test_roles_are_offered_wherever_one_is_asked_for(world: World, command: str) -> None:
    assert offered(world, f"jobcli {command} ") == ROLES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jobcli show ba", ["backoffice-manager"]),
        ("jobcli show BA", ["backoffice-manager"]),
        ("jobcli es", ["estimate"]),
        ("jobcli --lang de es", ["estimate"]),
        ("jobcli --lang=de es", ["estimate"]),
        ("jobcli estimate --state ", [land.code for land in LANDS]),
        ("jobcli estimate --state h", ["HB", "HH", "HE"]),
        ("jobcli estimate --state=H", ["--state=HB", "--state=HH", "--state=HE"]),
        ("jobcli estimate --lang ", ["de", "en"]),
        ("jobcli estimate --per ", ["year", "month", "hour"]),
        ("jobcli estimate --level s", ["skilled", "specialist"]),
        ("jobcli estimate --education m", ["master-craftsman", "master", "mittlere-reife"]),
        ("jobcli estimate --by t", ["tenure"]),
        ("jobcli estimate --industry j62", ["J62"]),
        ("jobcli show --output ht", ["html"]),
        ("jobcli list --output ", ["text", "plain", "json", "csv", "md", "svg", "html"]),
        ("jobcli validate --output s", ["svg", "sarif"]),
        ("jobcli paths cto --sort ", ["own-cost", "cost", "time"]),
        ("jobcli paths cto --qualifications aevo,pmp,ae", []),
        ("jobcli paths cto --qualifications aevo,pm", ["aevo,pmp"]),
        ("jobcli match --languages en-B2,de-c", ["en-B2,de-C1", "en-B2,de-C2"]),
        ("jobcli me ", ["show", "set", "unset", "offer"]),
        ("jobcli me offer fw-w", ["fw-wirtschaft"]),
        ("jobcli me offer fw-wirtschaft price 4250 ", ["exam", "months", "lessons", "start", "provider", "zfu"]),
        ("jobcli me offer fw-wirtschaft zfu ", ["yes", "no"]),
        ("jobcli me set ", list(QUESTIONS)),
        ("jobcli me unset sta", ["state"]),
        ("jobcli me show ", []),
        ("jobcli me set state b", ["BW", "BY", "BE", "BB"]),
        ("jobcli me set leadership ", ["yes", "no"]),
        ("jobcli me set role ct", ["cto"]),
        ("jobcli me set industry j62", ["J62"]),
        ("jobcli schema tr", ["training"]),
        ("jobcli validate ", [FILES]),
        ("jobcli show --profiles ", [FILES]),
        ("jobcli --show-completion --shell ", list(SHELLS)),
        ("jobcli nonsense ", []),
        ("jobcli show cto ", []),
        ("jobcli show -- --", []),
        ("jobcli estimate --tenure ", []),
    ],
)
def test_what_fits_is_offered_and_nothing_else(world: World, line: str, expected: list[str]) -> None:
    assert offered(world, line) == expected


def test_what_stands_on_the_line_is_not_offered_again(world: World) -> None:
    assert offered(world, "jobcli compare cto ") == [role for role in ROLES if role != "cto"]
    assert "--state" not in offered(world, "jobcli estimate --state BY --")
    # This one may be repeated.
    assert "--profiles" in offered(world, "jobcli estimate --profiles . --")
    assert "state" not in offered(world, "jobcli me set state BY ")


def test_paths_are_those_of_the_role(world: World) -> None:
    profile = Catalog().profile("cto")
    assert profile is not None
    assert offered(world, "jobcli checklist cto ") == [path.id for path in profile.paths]
    assert offered(world, "jobcli done cto admission --path quer") == ["quer-cto"]


def test_steps_are_those_of_the_path_that_is_named_else_of_all_paths_of_the_role(world: World) -> None:
    named = offered(world, "jobcli done backoffice-manager --path fw-buero-projekt ")
    assert set(named) == steps_of("backoffice-manager", "fw-buero-projekt")
    assert set(offered(world, "jobcli done backoffice-manager ")) == steps_of("backoffice-manager")
    assert "proof" not in offered(world, "jobcli done backoffice-manager proof ")


def test_own_profiles_are_offered_too_and_a_broken_folder_ends_in_silence(world: World, tmp_path: Path) -> None:
    (tmp_path / "team-lead.yaml").write_text("nonsense", encoding="utf-8")
    assert "team-lead" in offered(world, f"jobcli show --profiles {tmp_path} ")
    assert ask("show", "--profiles", str(tmp_path / "nowhere"), "+").out == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["show", "--output", "=", "pl"], ["plain"]),
        (["show", "--output", "="], ["text", "plain", "json"]),
        (["estimate", "--state", "=", "BY", "--ten"], ["--tenure"]),
    ],
)
def test_bash_takes_an_option_with_its_value_for_three_words(
    world: World, words: list[str], expected: list[str]
) -> None:
    assert complete(world, words[:-1], words[-1], "bash")[: len(expected)] == expected


def ask(*arguments: str, asking: str = "zsh", code: str | None = None) -> Outcome:
    """One Tab as a process of its own, as the scripts of the shells ask."""
    env = {**os.environ, "_JOBCLI_COMPLETE": asking}
    command = [str(PROGRAM), *arguments] if code is None else [sys.executable, "-c", code, *arguments]
    process = subprocess.run(command, env=env, capture_output=True, check=False)
    return Outcome(process.returncode, process.stdout.decode(), process.stderr.decode())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_tab_whose_answer_cannot_be_written_ends_in_silence() -> None:
    with Path("/dev/full").open("wb") as full:
        env = {**os.environ, "_JOBCLI_COMPLETE": "bash"}
        process = subprocess.run([PROGRAM, "+s"], env=env, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (process.returncode, process.stderr) == (0, b"")


MODULES = (
    "import sys\nfrom jobcli.__main__ import main\ntry: main()\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
)


def test_tab_in_a_checkout_loads_no_rich_and_nothing_that_looks_for_shells() -> None:
    loaded = set(ask("show", "+", code=MODULES).err.split())
    assert "jobcli.cli.tab.complete" in loaded
    assert not loaded & {"rich", "rich.text", "pygments", "filelock", "jobcli.pages.kit.parts"}


@pytest.mark.parametrize("line", [["+sh"], ["show", "+"], ["estimate", "--state", "+B"], ["show", "+--"]])
def test_powershell_is_answered_by_the_protocol_of_its_script(tmp_path: Path, line: list[str]) -> None:
    script = SHELLS["powershell"].script
    for part in ('$Env:_JOBCLI_COMPLETE = "powershell"', '"+$word"', "Remove-Item Env:_JOBCLI_COMPLETE"):
        assert part in script
    answer = io.StringIO()
    world = World(env={VARIABLE: "powershell"}, today=DAY, stdout=answer, stderr=sys.stderr, data_folder=tmp_path)
    assert answer_tab(world, line) == 0
    assert answer.getvalue().endswith("\n")
    # One name a line, with nothing that PowerShell would have to take apart.
    assert all(" " not in name and name for name in answer.getvalue().splitlines())


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_for_each_shell_and_in_json(prompt: Prompt, shell: str) -> None:
    outcome = prompt("--show-completion", "--shell", shell)
    assert (outcome.code, outcome.out, outcome.err) == (0, SHELLS[shell].script, "")
    data = prompt("--show-completion", "--shell", shell, "--json").json["result"]
    assert data == {"shell": shell, "script": SHELLS[shell].script}


def test_an_unknown_shell_is_refused_with_the_known_ones(prompt: Prompt) -> None:
    outcome = prompt("--show-completion", "--shell", "tcsh")
    assert outcome.code == 2
    assert "bash, zsh, fish, powershell" in " ".join(outcome.err.split())
    assert prompt("--show-completion", "--shell", "pwsh").out == SHELLS["powershell"].script


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_installing_adds_one_line_once_and_keeps_the_rest(prompt: Prompt, tmp_path: Path, shell: str) -> None:
    prompt.env = {"HOME": str(tmp_path)}
    start = tmp_path / f".{shell}rc"
    start.write_bytes("alias grüß='echo ü'".encode("latin-1"))
    start.chmod(0o640)
    for _ in range(2):
        assert prompt("--install-completion", "--shell", shell).code == 0
    before, added = start.read_bytes().splitlines()
    assert before == "alias grüß='echo ü'".encode("latin-1")
    assert added.decode() == SHELLS[shell].start_line
    assert stat.S_IMODE(start.stat().st_mode) == 0o640
    assert (tmp_path / SHELLS[shell].file).read_text(encoding="utf-8") == SHELLS[shell].script


def test_what_cannot_be_installed_is_said_with_the_way_around(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file where a folder belongs", encoding="utf-8")
    prompt.env = {"HOME": str(tmp_path)}
    outcome = prompt("--install-completion", "--shell", "fish")
    assert outcome.code == 1
    assert "--show-completion --shell fish" in " ".join(outcome.err.split())
    # Its start file lies elsewhere on each system, and may be forbidden to run.
    assert "| Add-Content $PROFILE" in prompt("--install-completion", "--shell", "powershell", width=120).err


# `jobcli` in the shells of these tests: it writes down what it is called with; only what Tab asks and an estimate are
# run, with the compiled files of an installed program.
WRAPPER = f"""#!/bin/sh
if [ -z "$_JOBCLI_COMPLETE" ]; then
    (IFS="|"; echo "$*" >> "$HOME/called")
    [ "$1" = estimate ] || exit 0
fi
exec "{sys.executable}" -c "
from pathlib import Path
from jobcli.files import shipped
shipped.FOLDER = Path('COMPILED')
from jobcli.__main__ import main
main()" "$@"
"""
LEFT, TAB, ENTER = "\x02", "\t", "\r"
PROMPT = b"ready> "
START = {
    "bash": (".bashrc", "PS1='ready> '\n"),
    "zsh": (".zshrc", "PS1='ready> '\nsetopt complete_in_word\n"),
    "fish": (".config/fish/config.fish", "function fish_prompt; echo -n 'ready> '; end\n"),
}
LINES = {
    f"jobcli estim{TAB}back{TAB}--state HH --js{TAB}> answer.json": "estimate|backoffice-manager|--state|HH|--json",
    f"jobcli show --profiles 'my roles' team{TAB}": "show|--profiles|my roles|team-lead",
    f"jobcli done --profiles ~/my\\ roles team{TAB} fin{TAB}": "done|--profiles|{home}/my roles|team-lead|final-talk",
    f"jobcli show --output=pl{TAB}": "show|--output=plain",
    f"jobcli show bac --json{LEFT * 7}{TAB}": "show|backoffice-manager|--json",
}


def typed(shell: str, home: Path, keys: str, done: Path) -> str:
    """Type into a real shell in a terminal of its own, and wait for a file. What was on the screen, for a failure.

    All keys are typed at once, as by someone who is quick: each shell keeps what comes while it waits for an answer.
    """
    import pty  # noqa: PLC0415  Windows has none, and skips these tests

    env = {
        "HOME": str(home),
        "PATH": f"{home}/bin{os.pathsep}{os.environ['PATH']}",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execvpe(shell, [shell, "-i"], env)  # noqa: S606  the shell is what is tested
    seen, end = b"", time.monotonic() + 60
    try:
        while not done.exists() and time.monotonic() < end:
            if not select.select([terminal], [], [], 0.05)[0]:
                continue
            chunk = os.read(terminal, 65_536)
            if PROMPT in seen + chunk and PROMPT not in seen:
                os.write(terminal, keys.encode())
            seen += chunk
            if b"\x1b[c" in chunk or b"\x1b[0c" in chunk:
                # fish asks what kind of terminal this is, and waits.
                os.write(terminal, b"\x1b[?6c")
    finally:
        os.kill(pid, 9)
        os.close(terminal)
        os.waitpid(pid, 0)
    return seen.decode(errors="replace")


@pytest.fixture
def home(tmp_path: Path, files: Path) -> Path:
    """A home folder with a `jobcli` that writes down its calls, and own profiles in a folder with a space."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "jobcli"
    program.write_text(WRAPPER.replace("COMPILED", str(files)), encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "my roles").mkdir()
    shutil.copy(ROOT / "docs" / "example" / "team-lead.yaml", tmp_path / "my roles")
    return tmp_path


@pytest.mark.parametrize("shell", START)
def test_a_real_shell_that_was_installed_for_completes_lines_that_then_run(home: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    name, start = START[shell]
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text(start, encoding="utf-8")
    env = {**os.environ, "HOME": str(home), "JOBCLI_LANG": "en"}
    subprocess.run([PROGRAM, "--install-completion", "--shell", shell], env=env, check=True, capture_output=True)
    screen = typed(shell, home, "".join(f"{line}{ENTER}" for line in [*LINES, "touch typed"]), home / "typed")
    called = [line.rstrip("|") for line in (home / "called").read_text(encoding="utf-8").splitlines()]
    assert called == [line.format(home=home) for line in LINES.values()], screen
    answer = json.loads((home / "answer.json").read_text(encoding="utf-8"))
    assert answer["command"] == "estimate"
    assert [item["role"] for item in answer["result"]["estimates"]] == ["backoffice-manager"]


@pytest.mark.parametrize(
    ("shell", "word"),
    [
        ("bash", "'{home}/my roles'"),
        ("bash", "~/my\\ roles"),
        ("bash", "--profiles=$HOME/'my roles'"),
        ("zsh", "$HOME/my roles"),
        ("fish", "~/my roles"),
    ],
)
def test_a_folder_is_found_as_it_stands_on_the_line(
    world: World, home: Path, monkeypatch: pytest.MonkeyPatch, shell: str, word: str
) -> None:
    monkeypatch.setenv("HOME", str(home))
    words = [*([] if "=" in word else ["--profiles"]), word.format(home=home)]
    assert complete(world, ["show", *words], "team", shell) == ["team-lead"]


def test_fish_offers_what_the_program_offers(home: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed here")
    (home / "jobcli.fish").write_text(SHELLS["fish"].script, encoding="utf-8")
    env = {**os.environ, "HOME": str(home), "PATH": f"{home}/bin{os.pathsep}{os.environ['PATH']}"}
    for line, expected in (("jobcli estimate --state H", {"HB", "HH", "HE"}), ("jobcli done cto --pa", {"--path"})):
        process = subprocess.run(
            ["fish", "-c", f"source {home}/jobcli.fish; complete -C '{line}'"],  # noqa: S607
            env=env,
            capture_output=True,
            check=True,
            text=True,
        )
        assert {name.split("\t")[0] for name in process.stdout.splitlines()} == expected


def test_bash_completes_a_value_behind_an_equals_sign(home: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed here")
    script = f"""{SHELLS["bash"].script}
    COMP_WORDS=(jobcli show --output = pl) COMP_CWORD=4
    _jobcli_completion jobcli; echo "${{COMPREPLY[*]}}"
    COMP_WORDS=(jobcli done cto "") COMP_CWORD=3
    _jobcli_completion jobcli; echo "${{#COMPREPLY[@]}}" """
    env = {**os.environ, "HOME": str(home), "PATH": f"{home}/bin{os.pathsep}{os.environ['PATH']}"}
    process = subprocess.run(["bash", "-c", script], env=env, capture_output=True, check=True, text=True)  # noqa: S607
    assert process.stdout.split() == ["plain", str(len(steps_of("cto")))]


def test_titles_of_occupations_are_offered_once_three_letters_begin_no_role_and_each_opens_one(world: World) -> None:
    found = [name for start in ("krank", "elektri", "nurs", "Bäck") for name in complete(world, ["show"], start)]
    assert {"Krankenschwester", "Elektriker", "nurse", "Bäcker"} <= {*found}
    assert [name for name in found if not named(name)] == []
    # A role that begins so is what is meant, and with two letters there are too many titles.
    assert complete(world, ["show"], "back") == ["backoffice-manager"]
    assert complete(world, ["show"], "kr") == []


def test_tab_for_a_role_opens_no_database() -> None:
    for word, loads in (("+back", False), ("+krank", True)):
        env = {**os.environ, "_JOBCLI_COMPLETE": "bash"}
        line = [
            sys.executable,
            "-X",
            "importtime",
            "-c",
            "from jobcli.__main__ import program; program()",
            "show",
            word,
        ]
        told = subprocess.run(line, env=env, capture_output=True, check=True, text=True).stderr
        assert ("sqlite3" in told) == loads, word
