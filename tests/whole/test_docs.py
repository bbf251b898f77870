"""The documents keep up with the program: every key of the formats is named where its reader looks for it."""

from __future__ import annotations

import re

import pytest

from jobcli.cli.commands import COMMANDS
from jobcli.domain.role import (
    Role,
)
from tests.conftest import ROOT, Prompt

JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "example"


def section(text: str, heading: str) -> str:
    """The text below a heading, up to the next heading of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def ticked(text: str) -> set[str]:
    """All words in backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.mark.parametrize(
    ("language", "title", "unknown"), [("de", "Teamleitung", "nicht bekannt"), ("en", "Team lead", "not known")]
)
def test_the_example_is_shown_in_both_languages(prompt: Prompt, language: str, title: str, unknown: str) -> None:
    outcome = prompt("show", "team-lead", "--full", "--profiles", str(EXAMPLE), lang=language, width=60)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0].split("  ")[0] == title
    # The price of the examination is left out in the example.
    assert unknown in " ".join(outcome.out.split())


def test_the_example_has_what_the_documents_say_of_it(prompt: Prompt) -> None:
    profile = prompt("show", "team-lead", "--profiles", str(EXAMPLE), "--json").json["result"]["role"]
    observations = profile["salary"]["observations"]
    publishers = {profile["sources"][item["source"]]["publisher"] for item in observations}
    assert (len(observations), len(publishers)) == (2, 2)
    _, path = profile["paths"]
    assert len(path["steps"]) == 3
    assert all(source["url"].startswith("https://example.org/") for source in profile["sources"].values())
    assert set(profile) - {"id", "origin", "file", "hides"} == set(Role.__struct_encode_fields__)


def test_every_command_has_a_section_of_its_output() -> None:
    for command in COMMANDS:
        assert section(JSON, f"`{command}`")


@pytest.mark.parametrize(
    ("words", "code", "status"), [(("show", "nobody"), 1, "failed"), (("compare", "cto"), 2, "usage-error")]
)
def test_exit_codes_and_problems_are_as_the_page_says(
    prompt: Prompt, words: tuple[str, ...], code: int, status: str
) -> None:
    outcome = prompt(*words, "--json")
    assert (outcome.code, outcome.json["status"], outcome.json["result"]) == (code, status, None)
    assert set(outcome.json["problems"][0]) <= ticked(section(JSON, "The envelope"))
    line = next(line for line in section(JSON, "Exit codes").splitlines() if line.startswith(f"| {code} |"))
    assert f"`{status}`" in line


def test_numbers_are_as_the_page_says(prompt: Prompt) -> None:
    lines = prompt("estimate", "cto", "--state", "BY", "--tenure", "5", "--json").json["result"]["estimates"][0][
        "receipt"
    ]
    assert len(lines) == 4
    for line in lines:
        assert all(isinstance(line[key], int | float) for key in ("multiplier", "euros", "subtotal"))
        assert line["multiplier"] == round(line["multiplier"], 4)


def test_every_room_of_the_code_is_explained_to_contributors() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "jobcli").glob("*/__init__.py")}
    assert {f"src/jobcli/{room}/" for room in rooms | {"figures"}} <= ticked(section(CONTRIBUTING, "Where things are"))
