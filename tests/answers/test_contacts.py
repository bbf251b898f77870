"""Where somebody lives, and whom they ring: names that are unique, those that are asked back, and what is only probable."""

from __future__ import annotations

import csv

import pytest

from jobcli.answers.place import place_context
from jobcli.cli.places import districts_of
from jobcli.domain.pay import LAND_BY_CODE
from jobcli.domain.place import key_of, land_of
from jobcli.files.figures import PLACES, open_drawer
from tests.conftest import ROOT, Prompt

KREISE = ROOT.parent / "shared" / "data" / "occupations" / "places" / "kreise.csv"


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("Köln", ["05315"]),
        ("Cologne", ["05315"]),
        ("Konstanz", ["08335"]),
        ("09761", ["09761"]),
        ("1001", ["01001"]),
        ("Stadt Augsburg", ["09761"]),
        ("Augsburg-Stadt", ["09761"]),
        ("Landkreis Augsburg", ["09772"]),
        ("LK München", ["09184"]),
        ("Region Hannover", ["03241"]),
        ("Hannover", ["03241"]),
        ("Berlin", ["11000"]),
        # A city and what lies around it, and names that several have.
        ("Augsburg", ["09761", "09772"]),
        ("Munich", ["09162", "09184"]),
        ("Oldenburg", ["03403", "03458"]),
        ("Frankfurt", ["06412", "12053"]),
        ("Neustadt", ["07316", "09374", "09575"]),
        ("Nirgendwo", []),
        ("99999", []),
        ("", []),
    ],
)
def test_a_district_is_known_by_key_and_name_and_none_is_guessed(word: str, keys: list[str]) -> None:
    assert districts_of(word) == keys


def test_districts_are_found_by_their_keys_and_have_both_figures() -> None:
    places = open_drawer(PLACES)
    keys = [key_of(number) for number in places["districts"].values.values()]
    assert len(keys) == 400
    assert {land_of(key) for key in keys} == set(LAND_BY_CODE)
    for table in ("district-pay", "asking-rents"):
        assert set(places[table].values) == {str(int(key)) for key in keys}
    for key in keys[::8]:
        assert districts_of(key) == [key]
        context = place_context(key)
        assert 2500 < context.pay_month < 7000
        assert 4 < context.rent < 30


@pytest.mark.skipif(not KREISE.is_file(), reason="the publishers' files lie beside the checkout of the founders")
def test_figures_of_districts_are_the_published_ones() -> None:
    with KREISE.open(encoding="utf-8", newline="") as stream:
        for row in list(csv.DictReader(stream))[::8]:
            context = place_context(row["ags"])
            assert (context.state, context.pay_month) == (row["land"], int(row["pay_median_2024"])), row
            assert context.rent == float(row["asking_rent_2025_eur_m2"]), row


def test_the_land_follows_and_nothing_else_of_the_place_is_in_an_estimate(prompt: Prompt) -> None:
    by_place = prompt("estimate", "backoffice-manager", "--place", "09761", "--json").json["result"]
    by_land = prompt("estimate", "backoffice-manager", "--state", "BY", "--json").json["result"]
    assert by_place["estimates"] == by_land["estimates"]
    assert by_land["place"] is None
    # Augsburg, 31 December 2024: 4,334 euros; rents of 2025: 13.58 euros a square metre.
    place = by_place["place"]
    assert (place["pay_month"], place["pay_as_of"], place["rent"], place["rent_as_of"]) == (
        4334,
        "2024-12-31",
        13.58,
        "2025",
    )
    whole = " ".join(prompt("estimate", "backoffice-manager", "--place", "09761", "--full").out.split())
    assert "€4,334" in whole
    assert "no estimate has it in it" in whole


def test_a_place_that_is_kept_gives_the_land_to_all_that_ask_for_it(prompt: Prompt) -> None:
    said = prompt("me", "set", "place", "Köln")
    assert said.code == 0
    assert "North Rhine-Westphalia" in said.out
    found = prompt("estimate", "cto", "--json").json["result"]
    assert found["from_me"] == ["place"]
    lines = {line["factor"]: line for line in found["estimates"][0]["receipt"]}
    assert lines["state"]["value"] == "NW"
    assert prompt("outlook", "26212", "--json").json["result"]["demand"]["here"]["states"] == ["NW"]
    # What is said now goes before it, and is no contradiction.
    other = prompt("estimate", "cto", "--state", "SN", "--json").json["result"]
    assert (other["from_me"], other["place"]) == ([], None)
    assert prompt("estimate", "cto", "--no-me", "--json").json["result"]["place"] is None
    # Church tax asks for the Land: eight or nine percent.
    assert prompt("net", "4200", "--tax-class", "1", "--church").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("estimate", "cto", "--place", "09761", "--state", "SN"),
        ("contacts", "--place", "09761", "--state", "SN"),
        ("me", "set", "place", "09761", "state", "SN"),
    ],
)
def test_a_place_in_another_land_is_refused(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words, "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "contradiction")
    assert "Augsburg (city) lies in Bavaria, not in Saxony" in outcome.json["problems"][0]["message"]


def test_a_place_is_refused_where_another_land_is_kept_and_the_other_way_round(prompt: Prompt) -> None:
    assert prompt("me", "set", "state", "SN").code == 0
    assert prompt("me", "set", "place", "09761").code == 2
    assert prompt("me", "set", "place", "09761", "state", "BY").code == 0
    assert prompt("me", "set", "state", "SN").code == 2


def test_what_several_are_called_is_asked_back_with_what_to_type(prompt: Prompt) -> None:
    outcome = prompt("me", "set", "place", "Augsburg", "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "unclear-place")
    assert "09761" in outcome.json["problems"][0]["message"]
    assert "Landkreis" in outcome.json["problems"][0]["hint"]
    assert prompt("me", "set", "place", "Nirgendwo", "--json").json["problems"][0]["code"] == "unknown-place"


def chambers(prompt: Prompt, *words: str) -> dict[str, list[tuple[str, bool, bool]]]:
    told = prompt("contacts", *words, "--json").json["result"]["chambers"]
    kinds: dict[str, list[tuple[str, bool, bool]]] = {"ihk": [], "hwk": []}
    for one in told:
        kinds[one["kind"]].append((one["id"], one["sure"], one["probable"]))
    return kinds


def test_a_chamber_is_sure_only_where_a_source_says_so(prompt: Prompt) -> None:
    # Augsburg lies in Schwaben: certain of crafts. The seat of IHK Schwaben is Augsburg: probable, of nine in Bavaria.
    found = chambers(prompt, "--place", "09761")
    assert found["hwk"] == [("hwk-schwaben", True, True)]
    assert len(found["ihk"]) == 9
    assert (found["ihk"][0][1:], [one[2] for one in found["ihk"]].count(True)) == ((False, True), 1)
    # Konstanz is known to be one of the three districts of its chamber; Hamburg has one of each.
    assert chambers(prompt, "--place", "Konstanz")["ihk"] == [("ihk-konstanz", True, True)]
    assert [len(found) for found in chambers(prompt, "--state", "HH").values()] == [1, 1]
    # Without a district nothing is probable where several share a Land.
    assert not any(probable for _, _, probable in chambers(prompt, "--state", "SN")["ihk"])
    assert chambers(prompt) == {"ihk": [], "hwk": []}


def test_numbers_are_there_only_where_a_source_has_them_and_each_has_its_day(prompt: Prompt) -> None:
    told = prompt("contacts", "--place", "09761", "--json").json["result"]
    assert {line["phone"] for line in told["lines"]} == {"0800 4 5555 00", "+49 30 1815-1111", "0911 81506-0", None}
    assert all("phone" not in one for one in told["chambers"])
    assert all(one["read"] == one["source"]["read"] for one in (*told["lines"], *told["chambers"]))
    assert "probably IHK Schwaben" in prompt("contacts", "--place", "09761").out
    assert "one of 3 in this Land" in prompt("contacts", "--state", "SN").out
