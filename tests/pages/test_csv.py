"""Results as tables: `--output csv` wherever the result is one, with the columns that docs/json.md names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calls import CALLS, Call
from tests.conftest import ROOT, TESTS, Prompt, each_call, prepared

PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SMALL = TESTS / "small" / "role.yaml"
TITLE = "{de: Bürohilfe, en: Office helper}"

TABLES = [call for call in CALLS if call.table]
OTHERS = [call for call in CALLS if call.answers and call.code == 0 and not call.table]


def columns() -> dict[str, list[str]]:
    """The columns of each call as the page tells them; what stands in brackets is an explanation."""
    found: dict[str, list[str]] = {}
    for calls, told in re.findall(
        r"^\| (`.*?) \| (.*) \|$", PAGE.partition("## Tables")[2].partition("## The results")[0], re.MULTILINE
    ):
        names = re.findall(r"`([^`]+)`", re.sub(r"\([^)]*\)", "", told))
        if told.startswith("the same, and "):
            names = [*list(found.values())[-1], *names]
        found |= dict.fromkeys(re.findall(r"`([^`]+)`", calls), names)
    return found


def table(prompt: Prompt, call: str, **how: str) -> list[dict[str, str]]:
    outcome = prompt(*call.split(), "--output", "csv", **how)  # type: ignore[arg-type]
    assert outcome.code in (0, 1), outcome.err
    return list(csv.DictReader(io.StringIO(outcome.out)))


def columns_of(call: Call) -> list[str]:
    """The columns that the page tells of a call: what is varied is the first of them."""
    names = columns()[call.table]
    if call.table.startswith("estimate ROLE --by state"):
        names = [call.words[call.words.index("--by") + 1], *names[1:]]
    return names


@pytest.mark.usefixtures("with_small_files")
@pytest.mark.parametrize("call", each_call(TABLES))
def test_a_table_has_the_columns_that_the_page_names_in_every_row(tmp_path: Path, call: Call) -> None:
    text = prepared(tmp_path, call)(*call.words, "--output", "csv").out
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert head == columns_of(call)
    # Someone who has said and done nothing yet has no rows.
    assert rows or call.line in ("me", "next", "contacts")
    assert {len(row) for row in rows} <= {len(head)}
    assert text.count("\r\n") == len(rows) + 1


@pytest.mark.parametrize("command", ["me", "next"])
def test_what_someone_has_said_and_done_are_rows(prompt: Prompt, command: str) -> None:
    prompt("me", "set", "state", "BY")
    prompt("done", "cto", "1", "--path", "quer-cto")
    assert table(prompt, command)


def test_the_page_names_no_other_table() -> None:
    assert set(columns()) == {call.table for call in TABLES}


def test_a_row_says_what_json_says(prompt: Prompt) -> None:
    rows = table(prompt, "list --min-pay 90000")
    roles = prompt("list", "--min-pay", "90000", "--json").json["result"]["roles"]
    assert [(row["id"], row["title"], row["p50"]) for row in rows] == [
        (role["id"], role["title"]["en"], str(role["gross_year"]["p50"])) for role in roles
    ]
    assert table(prompt, "list", lang="de")[0]["title"] == "Assistenz der Geschäftsführung"
    words = "route backoffice-manager projektmanager --by cost"
    legs = [leg for way in prompt(*words.split(), "--json").json["result"]["ways"] for leg in way["legs"]]
    leg, told = next((row, leg) for row, leg in zip(table(prompt, words), legs, strict=True) if leg["own_cost"])
    assert leg["learn"].split() == [item["id"] for item in told["learn"]]
    assert (leg["completed"], leg["own_cost_low"]) == ("false", str(told["own_cost"]["low"]))
    # Nobody told what would decide the admission.
    assert (leg["admitted"], told["admitted"]) == ("", None)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_of_a_profile_never_becomes_a_formula(
    prompt: Prompt, write: Callable[[str, str], Path], sign: str
) -> None:
    formula = f'{sign}HYPERLINK("http://example.org","x")'
    profile = SMALL.read_text(encoding="utf-8")
    assert profile.count(TITLE) == 1
    write("roles/helper.yaml", profile.replace(TITLE, f"{{de: Hilfe, en: '{formula}'}}"))
    rows = table(prompt, f"list --profiles {prompt.home.parent / 'roles'}")
    assert next(row["title"] for row in rows if row["id"] == "helper") == f"'{formula}"


def test_numbers_below_zero_stay_numbers(prompt: Prompt) -> None:
    assert float(next(row["value"] for row in table(prompt, "sources") if row["key"] == "1-9")) < 0


def test_a_table_is_utf_8_without_a_mark_on_every_terminal(prompt: Prompt) -> None:
    out = prompt("list", "--output", "csv", lang="de", encoding="cp1252").out
    assert (
        out.encode("cp1252")
        .decode()
        .splitlines()[1]
        .startswith("assistenz-der-geschaeftsfuehrung,Assistenz der Geschäftsführung,")
    )


def test_errors_of_a_file_are_rows(prompt: Prompt) -> None:
    file = TESTS / "broken" / "duplicate-key.yaml"
    outcome = prompt("validate", str(file), "--output", "csv")
    (row,) = csv.DictReader(io.StringIO(outcome.out))
    assert (outcome.code, row["severity"], row["code"], row["file"]) == (1, "error", "duplicate-key", str(file))


@pytest.mark.usefixtures("with_small_files")
@pytest.mark.parametrize("call", each_call(OTHERS))
def test_what_is_no_table_says_what_it_is_before_anything_is_done(tmp_path: Path, call: Call) -> None:
    prompt = prepared(tmp_path, call)
    before = kept(prompt.home)
    outcome = prompt(*call.words, "--output", "csv")
    assert (outcome.code, outcome.out) == (2, "")
    # What a word was taken for is said before.
    message, hint = outcome.err.splitlines()[-2:]
    assert message == "This result is not a table."
    assert hint == "Choose --output with one of these: text, plain, json, md, svg, html."
    assert kept(prompt.home) == before


def kept(home: Path) -> dict[Path, bytes]:
    """The files of someone's folder, with what stands in them."""
    return {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
