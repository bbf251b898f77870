"""What the README shows is what the program prints, and its two lines are the ones that are run."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from tests.conftest import Prompt

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUT = re.findall(r"```console\n\$ jobcli (.*)\n([^`]*)```", README)
BLOCKS = "\n".join(re.findall(r"```sh\n([^`]*)```", README))
LINES = re.findall(r"^jobcli +([^#\n]*)", BLOCKS, re.MULTILINE)


def test_the_outputs_of_the_readme_are_what_is_printed(prompt: Prompt) -> None:
    assert OUTPUT
    for command, shown in OUTPUT:
        assert prompt(*command.split()).out.startswith(shown.rstrip("\n"))


def test_the_commands_of_the_readme_work(prompt: Prompt) -> None:
    assert len(LINES) >= 10
    for line in LINES:
        words = line.replace("my-roles", str(ROOT / "docs" / "example")).split()
        assert prompt(*words).code == 0, line


def test_ci_runs_the_test_line_of_the_readme_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    *setup, last = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert setup == ["set -euo pipefail", 'cd "$(dirname "$0")/.."']
    assert f"```sh\n{last}\n```" in README


def test_the_pictures_of_the_readme_phone_nobody() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", README)
    assert pictures
    for picture in pictures:
        addresses = re.findall(r"https?://[^\"' )<]+", (ROOT / picture).read_text(encoding="utf-8"))
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}


def test_the_pictures_of_the_readme_are_what_is_drawn_now() -> None:
    drawn = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    for name, command in drawn["PICTURES"].items():
        picture = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert drawn["draw"](command) == picture, "python docs/picture.py"


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]*)[^)]*\)", README):
        assert (ROOT / target).exists(), target
