"""What is typed for an estimate: a Land under all its names, and numbers that cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from jobcli.cli.readers import read_state
from jobcli.domain.pay import LANDS
from tests.conftest import Prompt
from tests.pay.test_estimate import LAENDER

# Naming a Land


@pytest.mark.parametrize("land", LANDS, ids=lambda land: land.code)
def test_every_land_is_known_by_its_code_and_by_its_name_in_both_languages(land: Any) -> None:  # noqa: ANN401  pytest hands it in
    spellings = [land.code, land.code.lower(), f"DE-{land.code}", f" {land.name.de} ", land.name.en.upper()]
    assert {read_state(spelling) for spelling in spellings} == {land.code}


@pytest.mark.parametrize("spelling", ["DE-BY", "de-by", "by", "Bayern", "BAYERN", "bavaria", "Bavaria"])
def test_all_names_of_bavaria_have_the_same_answer(prompt: Prompt, spelling: str) -> None:
    assert prompt("estimate", "cto", "--state", spelling, "--json") == prompt(
        "estimate", "cto", "--state", "BY", "--json"
    )


@pytest.mark.parametrize("spelling", ["DE-TH", "Thüringen", "Thueringen", "THÜRINGEN", "thuringia"])
def test_all_names_of_thuringia_have_the_same_answer(prompt: Prompt, spelling: str) -> None:
    assert prompt("estimate", "cto", "--state", spelling, "--json") == prompt(
        "estimate", "cto", "--state", "TH", "--json"
    )


def test_the_answer_for_bavaria_is_that_of_the_published_effect(prompt: Prompt) -> None:
    (item,) = prompt("estimate", "cto", "--state", "Bayern", "--json").json["result"]["estimates"]
    assert [(each["value"], float(each["multiplier"])) for each in item["receipt"] if each["factor"] == "state"] == [
        # Told alone it counts 1.8 times: exp(0.032945849 x 1.8) = 1.0611
        ("BY", 1.0611)
    ]


def test_all_roles_are_estimated_for_a_land_from_the_highest_pay_to_the_lowest(prompt: Prompt) -> None:
    outcome = prompt("estimate", "--state", "DE-BY", "--json")
    assert outcome.code == 0
    items = outcome.json["result"]["estimates"]
    assert {"cto", "cdo", "supply-chain-manager", "business-development-manager"} <= {item["role"] for item in items}
    middles = [item["gross_year"]["p50"] for item in items]
    assert middles == sorted(middles, reverse=True)
    assert all("BY" in [each["value"] for each in item["receipt"]] for item in items)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Bayren", "Bavaria (BY)"), ("Thuringen", "Thuringia (TH)"), ("Hessia", "Hesse (HE)"), ("Sachsn", "Saxony (SN)")],
)
def test_a_misspelt_land_gets_the_closest_one(prompt: Prompt, word: str, meant: str) -> None:
    outcome = prompt("estimate", "cto", "--state", word)
    assert (outcome.code, outcome.out) == (2, "")
    assert word in outcome.err
    assert meant in outcome.err


def test_a_word_like_no_land_gets_the_list_of_codes(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--state", "xx")
    assert (outcome.code, outcome.out) == (2, "")
    assert set(LAENDER) <= set(outcome.err.replace(",", " ").split())


# Numbers that cannot be

WRONG_NUMBERS = [
    ("--tenure", "-1", "out-of-range"),
    ("--tenure", "56", "out-of-range"),
    ("--tenure", "abc", "bad-number"),
    ("--tenure", "5.5.5", "bad-number"),
    ("--tenure", "", "bad-number"),
    ("--tenure", "٥", "bad-number"),
    ("--company-size", "0", "out-of-range"),
    ("--company-size", "-250", "out-of-range"),
    ("--company-size", "10000001", "out-of-range"),
    ("--company-size", "many", "bad-number"),
    ("--company-size", "1e3", "bad-number"),
]


@pytest.mark.parametrize(("option", "value"), [(option, value) for option, value, _ in WRONG_NUMBERS])
def test_a_number_that_cannot_be_gets_one_clear_message(prompt: Prompt, option: str, value: str) -> None:
    outcome = prompt("estimate", "cto", option, value)
    assert (outcome.code, outcome.out) == (2, "")
    # One sentence and one hint; the sentence names the option and what was typed.
    message, hint = outcome.err.splitlines()
    assert option in message
    assert value in message
    assert hint


@pytest.mark.parametrize(("option", "value", "code"), WRONG_NUMBERS)
def test_programs_learn_from_a_code_what_is_wrong_with_a_number(
    prompt: Prompt, option: str, value: str, code: str
) -> None:
    outcome = prompt("estimate", "cto", option, value, "--json")
    assert (outcome.code, outcome.err) == (2, "")
    assert outcome.json["status"] == "usage-error"
    assert [problem["code"] for problem in outcome.json["problems"]] == [code]


@pytest.mark.parametrize("option", ["--tenure", "--company-size"])
@pytest.mark.parametrize("digit", ["9", "0", "x"])
def test_a_number_of_a_million_digits_is_refused_in_a_few_words(prompt: Prompt, option: str, digit: str) -> None:
    outcome = prompt("estimate", "cto", option, digit * 1_000_000)
    assert (outcome.code, outcome.out) == (2, "")
    assert option in outcome.err
    assert len(outcome.err) < 300


@pytest.mark.parametrize(("option", "value"), [("--tenure", "0"), ("--tenure", "55"), ("--company-size", "10000000")])
def test_the_outermost_numbers_that_can_be_are_taken(prompt: Prompt, option: str, value: str) -> None:
    outcome = prompt("estimate", "cto", option, value, "--json")
    assert (outcome.code, outcome.json["status"]) == (0, "ok")
