"""What a stranger installs: the wheel alone, in an empty environment, outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock

from jobcli.cli.tab.grammar import read_grammars, whole_manual
from jobcli.cli.tab.slots import COMPILED, Grammars
from jobcli.files.catalog import Catalog
from jobcli.files.figures import FOLDER, FUNDING, INTERESTS, PAYROLL, PLACES, open_arrival, read_drawer
from jobcli.pages.kit.language import Code, Language
from jobcli.pages.man import roff_text
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds only the wheel and what it requires."""
    base = tmp_path_factory.getbasetemp()
    # The first worker that needs it builds it, for all of them: their folders lie side by side.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "wheel"
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    with FileLock(f"{folder}.lock"):
        if not (folder / "ready").exists():
            build_and_install(folder, programs)
            (folder / "ready").touch()
    return programs


def build_and_install(folder: Path, programs: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    # This environment's pip fills it: one of its own would take as long as all the rest.
    venv.create(folder / "env", with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-q", str(wheel)], cwd=folder, check=True)


def test_the_wheel_is_small_and_has_what_is_read(installed: Path) -> None:
    (wheel,) = (installed.parent.parent).glob("*.whl")
    # What one downloads: at most 4.5 MB, of which 0.1 are left free.
    assert wheel.stat().st_size <= 4_400_000
    names = zipfile.ZipFile(wheel).namelist()
    assert "jobcli/locale/de/LC_MESSAGES/jobcli.mo" in names
    assert [name for name in names if name.endswith((".po", ".csv.gz"))] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("show backoffice-manager", "Back office manager"),
        ("compare", "All roles by pay"),
        ("estimate --state BY --tenure 5", "Bavaria, 5 years with the employer"),
    ],
)
def test_the_three_commands_work_from_the_wheel(installed: Path, tmp_path: Path, words: str, expected: str) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "JOBCLI_LANG": "en"}
    process = subprocess.run(
        [installed / "jobcli", *words.split()], cwd=tmp_path, env=env, capture_output=True, check=False, text=True
    )
    assert process.returncode == 0
    assert expected in process.stdout
    assert process.stderr == ""


def test_german_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    process = subprocess.run(
        [installed / "jobcli", "list", "--lang", "de"], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    roles = sum(file.stem != "vocabulary" for file in (ROOT / "profiles").glob("*.yaml"))
    assert process.stdout.startswith(f"{roles} Rollen")


def test_the_wheel_reads_no_yaml_for_a_shipped_role(installed: Path, tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['jobcli', 'show', 'cto', '--json']\nfrom jobcli.cli.app import main\ntry: main()\nexcept SystemExit: print('yaml' in sys.modules, file=sys.stderr)"
    process = subprocess.run(
        [installed / "python", "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert process.stderr.strip() == "False"


def test_what_was_compiled_is_what_the_yaml_says(installed: Path, tmp_path: Path) -> None:
    """The roles, paths and figures of the wheel equal those that are read from the YAML of the checkout."""
    profiles = Catalog().profiles()
    code = (
        "import sys; from jobcli.cli.app import run; from jobcli.cli.world import real_world\n"
        "for role in sys.argv[1:]: run(['show', role, '--json'], real_world())"
    )
    command = [str(installed / "python"), "-c", code, *(profile.id for profile in profiles)]
    process = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    for profile, line in zip(profiles, process.stdout.splitlines(), strict=True):
        role = msgspec.json.decode(line)["result"]["role"]
        expected = {**msgspec.to_builtins(profile.role), "paths": [msgspec.to_builtins(path) for path in profile.paths]}
        assert {key: role[key] for key in expected} == msgspec.json.decode(msgspec.json.encode(expected))
    process = subprocess.run([installed / "jobcli", "sources", "--json"], cwd=tmp_path, capture_output=True, check=True)
    tables = {table["id"]: table["values"] for table in msgspec.json.decode(process.stdout)["result"]["figures"]}
    drawers = [read_drawer(folder)[0] for folder in (FOLDER, FUNDING, INTERESTS, PAYROLL, PLACES)]
    read = {name: table.values for drawer in drawers for name, table in drawer.tables.items()}
    assert tables == read | {name: table.values for name, table in open_arrival().amounts.items()}


def test_the_wheel_reads_no_yaml_for_net_pay(installed: Path, tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['jobcli', 'net', '5000', '--no-me', '--pay-date', '2026', '--json']\nfrom jobcli.cli.app import main\ntry: main()\nexcept SystemExit: print('yaml' in sys.modules, file=sys.stderr)"
    process = subprocess.run(
        [installed / "python", "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert process.stderr.strip() == "False"
    assert b'"net":3130.09' in process.stdout.encode()


def test_the_wheel_reads_no_yaml_for_the_paths_of_a_shipped_role(installed: Path, tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['jobcli', 'paths', 'cto', '--no-me', '--json']\nfrom jobcli.cli.app import main\ntry: main()\nexcept SystemExit: print('yaml' in sys.modules, file=sys.stderr)"
    process = subprocess.run(
        [installed / "python", "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert process.stderr.strip() == "False"


@pytest.mark.parametrize("line", ["+", "show +ba", "estimate +--", "estimate --industry +J", "done cto +", "me set +"])
def test_tab_loads_no_parser_no_yaml_and_no_command_from_the_wheel(installed: Path, tmp_path: Path, line: str) -> None:
    code = "import sys\nfrom jobcli.__main__ import main\ntry: main()\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "_JOBCLI_COMPLETE": "zsh"}
    process = subprocess.run(
        [installed / "python", "-c", code, *line.split()],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=True,
        text=True,
    )
    assert process.stdout.count("\n") >= 1
    loaded = set(process.stderr.split())
    assert "jobcli.cli.tab.complete" in loaded
    assert not loaded & {
        "typer",
        "rich",
        "yaml",
        "filelock",
        "jobcli.cli.app",
        "jobcli.cli.options",
        "jobcli.cli.tab.grammar",
    }


def test_what_tab_knows_in_the_wheel_is_what_the_commands_say(installed: Path) -> None:
    code = "from jobcli.files.shipped import FOLDER; print(FOLDER)"
    folder = subprocess.run(
        [installed / "python", "-c", code], capture_output=True, check=True, text=True
    ).stdout.strip()
    data = Path(folder, f"{COMPILED}.msgpack").read_bytes()
    assert msgspec.msgpack.decode(data, type=Grammars) == read_grammars()


@pytest.mark.parametrize(("language", "below"), [("en", ""), ("de", "de/")])
def test_the_wheel_brings_the_page_for_man(installed: Path, language: Code, below: str) -> None:
    page = installed.parent / "share" / "man" / below / "man1" / "jobcli.1"
    assert page.read_text(encoding="ascii") == roff_text(Language(language), whole_manual())
