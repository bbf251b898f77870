"""What the README and the docs show is what the program prints, and the two lines of the README are the ones that are run."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import subprocess
from pathlib import Path

import pytest

from jobcli.cli.tab.grammar import read_grammars
from tests.conftest import ROOT, Prompt

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {
    str(page.relative_to(ROOT)): page.read_text(encoding="utf-8")
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
}
FENCES = [
    (page, kind, block)
    for page, text in PAGES.items()
    for kind, block in re.findall(r"^ *```(\w*)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
]


def test_what_is_shown_as_printed_is_what_is_printed(prompt: Prompt) -> None:
    shown = [(page, part) for page, kind, block in FENCES if kind == "console" for part in f"\n{block}".split("\n$ ")]
    assert any(page == "README.md" and part for page, part in shown)
    for page, part in shown:
        command, _, output = part.partition("\n")
        if command:
            program, *words = shlex.split(command)
            assert program == "jobcli", page
            assert prompt(*words).out.startswith(output.rstrip("\n")), f"{page}: {command}"


TYPED = dict.fromkeys(page for page, kind, block in FENCES if kind == "sh" and "\njobcli" in f"\n{block}")


@pytest.mark.parametrize("page", TYPED)
def test_the_lines_that_are_to_be_typed_work(prompt: Prompt, page: str, tmp_path: Path) -> None:
    """A new profile is begun in an empty folder; the ones that are looked at are those of the docs."""
    blocks = "\n".join(block for place, kind, block in FENCES if (place, kind) == (page, "sh"))
    for line in re.findall(r"^jobcli +([^#>\n]*)", blocks, re.MULTILINE):
        words = line.replace("--folder my-roles", f"--folder {tmp_path}").split()
        words = [word.replace("my-roles", str(ROOT / "docs" / "example")) for word in words]
        assert prompt(*words).code == 0, line


def test_whatever_a_page_calls_the_program_with_exists() -> None:
    """Also in the middle of a sentence, and with names in place of words: commands and options are known."""
    grammars, seen = read_grammars(), set()
    called = [(page, line) for page, _, block in FENCES for line in block.splitlines()]
    called += [(page, span) for page, text in PAGES.items() for span in re.findall(r"`([^`\n]+)`", text)]
    for page, line in called:
        found = re.match(r"[$ ]*(?:\w+=\S+ )?jobcli ([^#|>]+)", line)
        words = found[1].split() if found else []
        if not words:
            continue
        command = "" if words[0].startswith("-") else words[0]
        assert command in grammars, f"{page}: {line}"
        seen.add(command)
        for word in words:
            option = word.partition("=")[0].strip("[],.")
            assert not option.startswith("--") or option in grammars[command].options, f"{page}: {line}"
    assert len(seen) > 15


def test_ci_runs_the_test_line_of_the_readme_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    *setup, last = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert f"```sh\n{last}\n```" in README
    assert {line.split()[0].partition("=")[0] for line in setup} == {
        "set",
        "unset",
        "cd",
        "copy",
        "trap",
        "mkdir",
        "tar",
    }


@pytest.mark.skipif(os.name == "nt", reason="the script is one of a POSIX shell")
@pytest.mark.parametrize("code", [0, 3])
def test_ci_runs_in_a_copy_whose_path_has_a_blank_and_an_umlaut_and_removes_it(tmp_path: Path, code: int) -> None:
    """The line of the README, with a Python that makes an environment of two small scripts."""
    home, programs, rooms = (tmp_path / name for name in ("checkout", "programs", "rooms"))
    for folder in (home / ".ci", home / ".venv" / "bin", programs, rooms):
        folder.mkdir(parents=True)
    (home / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    (home / "kept.txt").touch()
    python = programs / "python3"
    made = f'pwd > "$SEEN"; ls -A >> "$SEEN"; ls -A .venv >> "$SEEN"; echo "$@" >> "$SEEN"; exit {code}'
    python.write_text(
        "#!/bin/sh\n[ ! -e .venv ] || exit 9\nmkdir -p .venv/bin\n"
        f"printf '%s\\n' '#!/bin/sh' > .venv/bin/pip\nprintf '%s\\n' '#!/bin/sh' '{made}' > .venv/bin/python\n"
        "chmod +x .venv/bin/*\n"
    )
    python.chmod(0o755)
    seen = tmp_path / "seen"
    env = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(rooms), "SEEN": str(seen), "CI": "true"}
    process = subprocess.run(
        ["bash", home / ".ci" / "run"],  # noqa: S607
        env=env,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert (process.returncode, process.stderr) == (code, b"")
    place, *listed = seen.read_text(encoding="utf-8").splitlines()
    assert Path(place).name == "jobcli"
    assert " " in Path(place).parent.name
    assert not Path(place).parent.name.isascii()
    assert listed == [".ci", ".venv", "kept.txt", "bin", "tests/everything.py"]
    assert list(rooms.iterdir()) == []
    assert sorted(path.name for path in home.iterdir()) == [".ci", ".venv", "kept.txt"]


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


def test_every_page_is_found_from_the_readme_or_the_contributing_page() -> None:
    first = PAGES["README.md"] + PAGES["CONTRIBUTING.md"]
    pages = [page for page in PAGES if re.fullmatch(r"docs/[^/]+\.md", page)]
    assert [page for page in pages if f"({page}" not in first and page != "docs/profile-format.in.md"] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_page_or_a_heading_of_ours_leads_there(page: str) -> None:
    for file, heading in re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", PAGES[page]):
        if "://" in file:
            continue
        target = ((ROOT / page).parent / file).resolve() if file else ROOT / page
        assert target.exists(), file
        if heading:
            heads = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}
