"""Searching among all occupations: people's words, roles and occupations in one list, and what is said of a row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jobcli.atlas.titles import begun, meant, slips_between
from tests.conftest import Prompt

PEOPLE = Path(__file__).with_name("people.csv")


def test_peoples_words_mean_the_right_group() -> None:
    with PEOPLE.open(encoding="utf-8") as file:
        rows = [(row["word"], row["group"]) for row in csv.DictReader(file)]
    missed = [word for word, group in rows if meant(word, 1)[0].code[:3] != group]
    assert len(missed) / len(rows) <= 0.05, missed


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("nurse", "81302"),
        ("teacher", "84124"),
        ("Elektriker", "26212"),
        ("Altenpfleger", "82102"),
        ("Kfz-Mechatroniker (m/w/d)", "25212"),
        ("Elektrikre", "26212"),
        ("PTA", "81822"),
    ],
)
def test_the_first_hit_is_what_is_meant(words: str, code: str) -> None:
    assert meant(words)[0].code == code


def test_titles_begin_with_what_was_typed_the_largest_first() -> None:
    found = begun("krankens")
    assert "Krankenschwester/-pfleger" in found
    assert begun("qqq") == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("koch", "koch", 0),
        ("koch", "kocj", 1),
        ("koch", "kohc", 1),
        ("koch", "och", 1),
        ("koch", "kochin", 2),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other) == slips


def test_roles_occupations_and_paths_stand_in_one_list(prompt: Prompt) -> None:
    found = prompt("search", "nurse", "--json").json["result"]
    assert (found["found"][0]["id"], found["found"][0]["kind"]) == ("81302", "occupation")
    assert found["found"][0]["shortage"] == "yes"
    assert found["attribution"]
    found = prompt("search", "controller", "--json").json["result"]
    assert (found["found"][0]["id"], found["found"][0]["kind"]) == ("controller", "role")
    assert next(role["id"] for role in found["roles"]) == "controller"
    kinds = {item["kind"] for item in prompt("search", "Fachwirt Büro", "--json").json["result"]["found"]}
    assert "occupation" in kinds


def test_filters_of_profiles_leave_occupations_out_and_level_and_pay_sieve_them(prompt: Prompt) -> None:
    found = prompt("search", "Elektriker", "--level", "specialist", "--json").json["result"]["found"]
    assert {item["level"] for item in found if item["kind"] == "occupation"} == {"specialist"}
    found = prompt("search", "Elektriker", "--min-pay", "50000", "--json").json["result"]["found"]
    assert all(12 * item["pay_month"] >= 50000 for item in found if item["kind"] == "occupation")
