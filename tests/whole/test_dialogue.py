"""A whole way as a person types it, from the first word about herself to the last tick: the woman from Augsburg.

`pytest --update-transcripts` writes it anew; read the difference before you commit.
"""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import TESTS, Prompt

FOLDER = TESTS / "transcripts" / "dialogues"
AUGSBURG = (
    "me set state BY age 34 experience 8 role kaufmann-bueromanagement qualifications ausb-bueromanagement",
    "plan operations-manager --start 2027-03",
    "me set education apprenticeship pay 3100",
    'me offer fw-wirtschaft price 4250 exam 690 months 18 lessons 560 start 2027-03 provider "IHK-Akademie Schwaben"',
    "plan operations-manager --start 2027-03 --begin",
    "next",
    "done backoffice-manager check-admission",
    "checklist backoffice-manager",
    "done backoffice-manager {rest}",
    "next",
    "plan operations-manager",
    "plan operations-manager --give-up",
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_woman_from_augsburg_finds_her_way(prompt: Prompt, request: pytest.FixtureRequest, language: str) -> None:
    pages = []
    for line in AUGSBURG:
        typed = line
        if "{rest}" in line:
            steps = prompt("checklist", "backoffice-manager", "--json").json["result"]["steps"]
            typed = line.format(rest=" ".join(step["id"] for step in steps if step["state"] == "open"))
        outcome = prompt(*shlex.split(typed), lang=language, width=80)
        assert outcome.code == 0, outcome.err
        # The folder of a test is long, so that a line may break behind it.
        out = re.sub(re.escape(str(prompt.home)) + r"/\s*", "~/.local/share/jobcli/", outcome.out + outcome.err)
        pages.append(f"$ jobcli {typed}\n{out}")
    text = "\n".join(pages)
    file = FOLDER / f"augsburg.{language}.txt"
    if request.config.getoption("--update-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
