"""What a page says at its end leads on: its commands work as they stand, and its abbreviations are explained."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import Prompt

PAGES = (
    "",
    "search Bürokauffrau",
    "show backoffice-manager",
    "show backoffice-manager --full",
    "show backoffice-manager --ladder",
    "estimate backoffice-manager --state BY",
    "estimate backoffice-manager --state BY --full",
    "estimate backoffice-manager --state BY --net",
    "estimate backoffice-manager --state BY --net --full",
    "estimate --state BY",
    "compare backoffice-manager operations-manager --diff",
    "checklist backoffice-manager",
    "checklist backoffice-manager fw-buero-projekt",
    "checklist backoffice-manager --full",
    "checklist backoffice-manager fw-buero-projekt --full",
    "next",
)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_to_type_works(prompt: Prompt, page: str) -> None:
    told = re.findall(r"^(?:.*: )?jobcli ([a-z][^,.\n]*)", prompt(*page.split(), "--output", "plain").out, re.MULTILINE)
    assert told
    for line in dict.fromkeys(told):
        assert prompt(*line.split()).code == 0, line


@pytest.mark.parametrize("page", ["checklist backoffice-manager --full", "paths softwareentwickler"])
def test_a_command_longer_than_the_line_is_one_command_when_it_is_copied(prompt: Prompt, page: str) -> None:
    whole = set(re.findall(r"jobcli checklist \S+ \S+", prompt(*page.split(), "--output", "plain").out))
    narrow = prompt(*page.split(), width=42).out
    copied = re.findall(r"jobcli checklist(?:[^\n]* \\\n)*[^\n]*", narrow)
    # shlex takes the end of such a line for a word.
    assert {" ".join(word for word in shlex.split(line) if word.strip()) for line in copied} == whole
    assert " \\\n" in narrow


def test_the_words_for_an_open_question_can_be_copied(prompt: Prompt) -> None:
    """What `match` names as an example are skills of the first role: who says so has one question less."""
    page = prompt("match", "--full", "--top", "1", "--output", "plain").out
    told = re.search(r"jobcli (me set skills \S+)", page)
    assert told
    assert prompt(*told[1].split()).code == 0
    assert "0 of 2 must" in page
    assert "1 of 2 must" in prompt("match", "--full", "--top", "1", "--output", "plain").out


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("show backoffice-manager --full", ["KldB", "ISCO", "DQR", "Median"]),
        ("report backoffice-manager --full", ["KldB", "ISCO", "DQR", "Median"]),
        ("checklist backoffice-manager fw-buero-projekt --full", ["DQR"]),
        ("paths backoffice-manager --full", ["DQR"]),
        ("net 600", ["Minijob"]),
        ("net 1200", ["Midijob"]),
    ],
)
def test_an_abbreviation_of_a_page_is_explained_on_it(
    prompt: Prompt, page: str, words: list[str], language: str
) -> None:
    said = prompt(*page.split(), "--lang", language, "--output", "plain").out
    assert [word for word in words if not re.search(rf"^{word}: \w+ \w+ \w+", said, re.MULTILINE)] == []


def test_a_page_without_an_abbreviation_explains_none(prompt: Prompt) -> None:
    assert "DQR" not in prompt("estimate", "backoffice-manager", "--full").out
    assert "Midijob:" not in prompt("net", "4200").out
