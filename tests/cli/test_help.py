"""`man jobcli` and docs/commands.md: made from the commands, complete, and well formed where a formatter is installed."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from jobcli.cli.tab.grammar import every_command, whole_manual
from jobcli.pages.kit.language import Language
from jobcli.pages.man import roff_text
from tests.conftest import ROOT

COMMANDS = every_command()
PARAMETERS = [(name, item) for name, command in COMMANDS.items() for item in command.params]
FORMATTERS = {
    "groff": ["groff", "-man", "-Tutf8", "-z", "-ww"],
    "groff for ASCII": ["groff", "-man", "-Tascii", "-z", "-ww"],
    "mandoc": ["mandoc", "-Tlint", "-Wwarning"],
}


@cache
def roff(language: str) -> str:
    return roff_text(Language("de" if language == "de" else "en"), whole_manual())


@cache
def german() -> Catalog:
    with (ROOT / "src/jobcli/locale/de/LC_MESSAGES/jobcli.po").open("rb") as stream:
        return read_po(stream)


def unroffed(line: str) -> str:
    """What a reader sees of a line."""
    for code, sign in (("\\(aq", "'"), ("\\(ga", "`"), ("\\(ti", "~"), ("\\(dq", '"'), ("\\(ha", "^"), ("\\-", "-")):
        line = line.replace(code, sign)
    return re.sub(r"\\\[u([0-9A-F]{4,6})\]", lambda found: chr(int(found[1], 16)), line).replace("\\&", "")


# A terminal without umlauts has no German page.
@pytest.mark.parametrize(
    ("language", "formatter"),
    [(code, name) for code in ("de", "en") for name in FORMATTERS if (code, name) != ("de", "groff for ASCII")],
)
def test_the_page_for_man_is_formatted_without_a_warning(language: str, formatter: str) -> None:
    command = FORMATTERS[formatter]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed here")
    process = subprocess.run(command, input=roff(language), capture_output=True, check=False, text=True)
    warnings = [line for line in (process.stdout + process.stderr).splitlines() if "missing date" not in line]
    assert warnings == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_command_and_option_is_in_the_page_for_man_with_what_it_does(language: str) -> None:
    say = Language("de" if language == "de" else "en")
    lines = [unroffed(line) for line in roff(language).splitlines()]
    for name, command in COMMANDS.items():
        start = (
            next(number for number, line in enumerate(lines) if f"{line} ".startswith(f".SS jobcli {name} "))
            if name
            else 0
        )
        assert say(command.help) in lines[start:]
        for item in command.params:
            if item.param_type_name == "option":
                entries = [number for number, line in enumerate(lines) if line.startswith(f".B {item.opts[0]}")]
                assert any(lines[number + 1] == say(item.help) for number in entries), f"{name} {item.opts[0]}"


def test_man_shows_the_page_as_people_read_it() -> None:
    if shutil.which("man") is None:
        pytest.skip("man is not installed here")
    process = subprocess.run(["man", "-l", "-"], input=roff("en"), capture_output=True, check=False, text=True)  # noqa: S607
    if process.returncode != 0:
        pytest.skip("this man cannot show a page that is not installed")
    shown = re.sub(r".\x08", "", process.stdout)
    assert "jobcli - careers in Germany" in shown
    assert "--output FORMAT" in shown
    assert "jobcli estimate --state BY --tenure 5" in shown


@pytest.mark.parametrize(
    ("name", "item"), PARAMETERS, ids=[f"{name or 'jobcli'} {item.name}" for name, item in PARAMETERS]
)
def test_every_option_and_argument_has_a_help_text_in_both_languages(name: str, item: object) -> None:
    text = getattr(item, "help", None)
    assert text, f"{name}: say what it does"
    # The keys of settings are the same words in every language.
    assert text in german() or re.fullmatch(r"[a-z-]+(, [a-z-]+)*", text)


def test_the_page_of_all_commands_in_the_docs_is_what_the_commands_say() -> None:
    """Write it anew with: python docs/man.py."""
    program = runpy.run_path(str(ROOT / "docs" / "man.py"))
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == program["reference"]()


@pytest.mark.parametrize("command", [name for name in COMMANDS if name])
def test_every_command_is_explained_somewhere_beside_the_list_of_commands(command: str) -> None:
    pages = [ROOT / "README.md", *(page for page in (ROOT / "docs").glob("*.md") if page.name != "commands.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert re.search(rf"\bjobcli {command}\b", text)
