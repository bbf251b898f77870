"""The cache in processes of their own: several at once, on a full disk, and what a call among a thousand roles opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shelves import a_role


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux")
def test_a_full_disk_only_makes_it_slower(tmp_path: Path) -> None:
    """The process may write no file of more than 8 KB: the disk is full in the middle of the work."""
    for number in range(20):
        (tmp_path / f"role-{number}.yaml").write_text(a_role(f"Rolle {number}").replace("work", "planning"))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "from pathlib import Path\n"
        "from jobcli.files import cache; cache.SETTLED_NS = 0\n"
        "from jobcli.files.catalog import Catalog, Shelf\n"
        "folder = Path(sys.argv[1])\n"
        "catalog = Catalog([Shelf(folder, 'option')], folder / 'cache')\n"
        "print(len([entry for entry in catalog.entries() if entry.id.startswith('role-')]), catalog.problems)"
    )
    for _ in range(2):
        process = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, check=True, text=True)
        assert process.stdout.strip() == "20 []"


def test_four_terminals_at_once_get_one_answer(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"role-{number}.yaml").write_text(a_role(f"Rolle {number}").replace("work", "planning"))
    code = (
        "import sys; from pathlib import Path\n"
        "from jobcli.files import cache; cache.SETTLED_NS = 0\n"
        "from jobcli.files.catalog import Catalog, Shelf\n"
        "folder = Path(sys.argv[1])\n"
        "for _ in range(4):\n"
        "    catalog = Catalog([Shelf(folder, 'option')], folder / 'cache')\n"
        "    print([entry.id for entry in catalog.entries()], catalog.problems)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    lines = [line for process in processes for line in process.communicate()[0].splitlines()]
    assert len(lines) == 16
    assert len(set(lines)) == 1
    assert "role-11" in lines[0]


def opened(tmp_path: Path, *words: str, **env: str) -> list[str]:
    """The YAML files that a call of the program opens."""
    code = (
        "import sys\n"
        "def note(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith(('.yaml', '.cards', '.records')): print(arguments[0], file=sys.stderr)\n"
        "sys.addaudithook(note)\n"
        f"sys.argv = ['jobcli', *{words!r}]\n"
        "from jobcli.__main__ import main\n"
        "main()"
    )
    outside = {"JOBCLI_CACHE_DIR": str(tmp_path / "cache"), "JOBCLI_PROFILES": str(tmp_path / "many"), **env}
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, text=True, env={**os.environ, **outside}
    )
    assert process.returncode in (0, 1), process.stderr
    return [Path(line).name for line in process.stderr.splitlines() if line.endswith((".yaml", ".cards", ".records"))]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand own roles that nothing has read yet."""
    folder = tmp_path_factory.mktemp("thousand")
    (folder / "many").mkdir()
    for number in range(1000):
        text = a_role(f"Rolle {number}", next_role=f"role-{(number + 1) % 1000}").replace("work", "planning")
        (folder / "many" / f"role-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_one_role_of_a_thousand_opens_its_own_file_and_its_neighbour(many: Path) -> None:
    files = opened(many, "show", "role-7")
    assert sorted(file for file in files if file.startswith("role-")) == ["role-7.yaml", "role-8.yaml"]
    assert not (many / "cache").exists()


def test_completion_among_a_thousand_roles_opens_no_file(many: Path) -> None:
    files = opened(many, "show", "+role-99", _JOBCLI_COMPLETE="zsh")
    assert files == []
    assert not (many / "cache").exists()
