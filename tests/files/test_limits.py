"""How much a file may hold: up to each limit it is read, beyond it one message names the limit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jobcli.domain.evidence import MAX_ENTRIES, MAX_TEXT
from jobcli.domain.role import MAX_WORDS
from jobcli.files.schema import build
from jobcli.files.text import MAX_HIDDEN
from tests.conftest import SMALL, Prompt, Write


def problems(prompt: Prompt, file: Path) -> list[tuple[str, str]]:
    """Code and message of each error in a file."""
    found = prompt("validate", str(file), "--json").json["problems"]
    return [(item["code"], item["message"]) for item in found if item["severity"] == "error"]


@pytest.mark.parametrize("key", ["aliases", "duties", "sources", "steps"])
def test_a_list_has_two_hundred_entries_and_no_more(prompt: Prompt, write: Write, key: str) -> None:
    assert MAX_ENTRIES == 200
    duty = "  - {area: administration, text: {en: File it.}, source: guild}\n"
    source = "  more-%d: {publisher: p, title: t, url: u, read: 2025-07-01}\n"
    more: dict[str, Callable[[int], str]] = {
        "aliases": lambda count: SMALL.replace("[Bürokraft]", json.dumps(["a"] * (count + 1))),
        "duties": lambda count: SMALL.replace("duties:\n", "duties:\n" + duty * count),
        "sources": lambda count: SMALL + "".join(source % number for number in range(count)),
        "steps": lambda count: SMALL.replace(
            "    steps:\n",
            "    steps:\n" + "".join(f"      - {{id: s-{n}, text: {{en: x}}}}\n" for n in range(count - 1)),
        ),
    }
    assert problems(prompt, write("full.yaml", more[key](199))) == []
    ((code, message),) = problems(prompt, write("over.yaml", more[key](300)))
    assert (code, message) == ("too-many-entries", f"'{key}' has 301 entries, and 200 is the most.")


@pytest.mark.parametrize(("old", "key"), [("Enrol.", "text.en"), ("Guild of Invented Offices", "publisher")])
def test_a_text_has_twenty_thousand_characters_and_no_more(prompt: Prompt, write: Write, old: str, key: str) -> None:
    assert MAX_TEXT == 20_000
    assert problems(prompt, write("full.yaml", SMALL.replace(old, "w" * 20_000))) == []
    ((code, message),) = problems(prompt, write("over.yaml", SMALL.replace(old, "w" * 20_001)))
    assert code == "wrong-form"
    assert message.endswith(f"is too long for '{key}': 20,001 characters, and 20,000 is the most.")


def test_signs_without_width_are_ten_thousand_and_no_more(prompt: Prompt, write: Write) -> None:
    assert MAX_HIDDEN == 10_000
    for sign in ("\u200b", "\u0301"):
        mail = "e" + "\u0301" * 4 + sign * 10_000
        assert problems(prompt, write("full.yaml", SMALL.replace("Open and hand out the mail.", mail))) == []
        found = problems(prompt, write("over.yaml", SMALL.replace("Open and hand out the mail.", mail + sign)))
        assert found == [
            ("hidden-signs", "More than 10,000 signs of this file have no width or are accents piled on one letter.")
        ]


def test_a_vocabulary_has_two_thousand_ids_of_a_kind(prompt: Prompt, write: Write) -> None:
    assert MAX_WORDS == 2_000
    ids = "".join(f"  a-{number}: {{en: A}}\n" for number in range(2_001))
    ((code, message),) = problems(prompt, write("vocabulary.yaml", "areas:\n" + ids))
    assert (code, "2000 is the most" in message.replace(",", "")) == ("too-many-entries", True)


def test_a_person_has_two_hundred_settings_at_most(prompt: Prompt, write: Write) -> None:
    write("home/me.yaml", "settings:\n" + "".join(f"  k{number}: x\n" for number in range(20_000)))
    # Each of twenty thousand unknown settings was once told with all that are known: ten megabytes, ten seconds.
    ((code, message),) = [(item["code"], item["message"]) for item in prompt("me", "--json").json["problems"]]
    assert (code, message) == ("too-many-entries", "'settings' has 20,000 entries, and 200 is the most.")


def test_a_file_has_a_hundred_warnings_and_one_that_says_how_many_there_are(prompt: Prompt, write: Write) -> None:
    german = "  - {area: administration, text: {de: Ablegen.}, source: guild}\n"
    file = write("german.yaml", SMALL.replace("duties:\n", "duties:\n" + german * 150))
    found = prompt("validate", str(file), "--json").json["problems"]
    assert [item["code"] for item in found].count("too-many") == 1
    assert len(found) == 101
    # 150 duties in one language, a single survey, a course without a price, and nothing leads here.
    assert "There are 153 warnings about this file; the first 100 are shown." in [item["message"] for item in found]


def test_the_schema_names_the_same_limits() -> None:
    parts = build("role")["$defs"]
    assert parts["Role"]["properties"]["duties"]["maxItems"] == 200
    assert parts["Role"]["properties"]["sources"]["maxProperties"] == 200
    assert parts["Source"]["properties"]["title"]["maxLength"] == 20_000
    assert parts["Words"]["properties"]["de"]["maxLength"] == 20_000
