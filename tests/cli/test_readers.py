"""The three kinds of reader: what each takes for a value, and with which words it refuses the rest."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from jobcli.api import load_catalog
from jobcli.cli import readers
from jobcli.cli.filters import read_path_kind
from jobcli.cli.readers import Amount, Choice, Number, yes_or_no
from jobcli.domain.evidence import phrase
from jobcli.domain.pay import BOUNDS, LANDS
from jobcli.domain.refusal import Refusal
from jobcli.domain.role import Level, PathKind
from jobcli.domain.schooling import SCHOOLS, Education

FRUIT: Choice[str] = Choice(
    names={"apple": "apple", "pear": "pear", "birne": "pear"},
    code="unknown-fruit",
    message=phrase("No fruit '{word}'."),
    meant=phrase("No fruit '{word}'. Did you mean '{near}' ({code})?"),
    hint=phrase("Known: {known}; in German: {german}."),
    far=phrase("If this is a vegetable: it has no seeds."),
)


def refused(read: object, text: str) -> tuple[str, str]:
    """The message and the hint of a refusal, with their values."""
    assert callable(read)
    with pytest.raises(Refusal) as caught:
        read(text)
    assert caught.value.code == 2
    (problem,) = caught.value.problems
    return problem.message.format(**problem.values), problem.hint.format(**problem.values)


def test_a_choice_takes_its_words_in_any_spelling_and_knows_one_word_for_each_value() -> None:
    assert [FRUIT(word) for word in ("apple", " Birne ", "PEAR")] == ["apple", "pear", "pear"]
    assert FRUIT.words == ("apple", "pear")
    assert FRUIT.metavar == "apple|pear"


def test_a_choice_refuses_with_the_nearest_word_or_with_another_hint() -> None:
    assert refused(FRUIT, "birn") == (
        "No fruit 'birn'. Did you mean 'birne' (pear)?",
        "Known: apple, pear; in German: birne.",
    )
    assert refused(FRUIT, "leek") == ("No fruit 'leek'.", "If this is a vegetable: it has no seeds.")


def test_yes_and_no_are_read_in_both_languages() -> None:
    read = yes_or_no("church")
    assert [read(word) for word in ("yes", "Ja", "true", "no", "NEIN", "false")] == [True] * 3 + [False] * 3
    assert read.words == ("yes", "no")
    assert refused(read, "maybe") == ("'church' is yes or no, not 'maybe'.", "Write yes or no.")


@pytest.mark.parametrize(
    ("read", "values"),
    [
        (readers.read_level, get_args(Level)),
        (readers.read_education, (*get_args(Education), *SCHOOLS)),
        (readers.read_school, SCHOOLS),
        (read_path_kind, get_args(PathKind)),
    ],
)
def test_every_code_is_read_as_itself_and_offered(read: Choice[str], values: tuple[str, ...]) -> None:
    assert tuple(read(value) for value in values) == values == read.words


def test_every_land_is_read_from_its_code_and_from_its_names() -> None:
    for land in LANDS:
        for name in (land.code, f"de-{land.code}", land.name.de, land.name.en, (land.name.de or "").replace("ü", "ue")):
            assert readers.read_state(name or "") == land.code


@pytest.mark.parametrize("number", [read for read in vars(readers).values() if isinstance(read, Number)])
def test_a_number_is_taken_at_both_ends_and_refused_beyond(number: Number) -> None:
    assert [number(str(number.low)), number(f" {number.high}\n")] == [number.low, number.high]
    for beyond in (number.low - 1, number.high + 1):
        message, _ = refused(number, str(beyond))
        assert message == f"{number.option} can be {number.low} to {number.high}, not {beyond}."
    message, _ = refused(number, "1.5555" if number.decimals else "1.5")
    what = "a number with at most two decimals, not '1.5555'" if number.decimals else "a whole number, not '1.5'"
    assert message == f"{number.option} takes {what}."


@pytest.mark.parametrize("amount", [read for read in vars(readers).values() if isinstance(read, Amount)])
def test_an_amount_is_exact_and_its_example_is_one(amount: Amount) -> None:
    half = amount.low + Decimal("0.5")
    assert amount(f"{half}".replace(".", ",")) == amount(f" {half}0 {amount.units[0]}") == half
    if amount.low == 0:
        assert str(amount("-0")) == "0"
    assert amount(amount.example.split()[-1]) > 0
    for word in (str(amount.high + 1), "-1"):
        assert refused(amount, word)[0] == f"{amount.name} can be {amount.low} to {amount.high}, not {word}."
    words = {2: "two", 3: "three"}[amount.decimals]
    finer = f"{amount.low}.1111"
    assert refused(amount, finer)[0].startswith(f"{amount.name} takes a number with at most {words} decimals")


def test_every_number_that_a_person_can_tell_has_a_reader_with_its_bounds() -> None:
    told = {
        (read.option if isinstance(read, Number) else str(read.name)).strip("-").replace("-", "_"): (
            read.low,
            read.high,
        )
        for read in vars(readers).values()
        if isinstance(read, Number | Amount)
    }
    told["gross"] = told.pop("AMOUNT")
    assert {name: told.get(name) for name in BOUNDS if name not in ("hours", "born", "car_rate")} == {
        name: bounds for name, bounds in BOUNDS.items() if name not in ("hours", "born", "car_rate")
    }
    assert readers.read_hours("1") == 1
    assert refused(readers.read_hours, "61")[0] == "--hours can be 1 to 60, not 61."


@pytest.mark.parametrize(
    "read", [one for one in vars(readers).values() if isinstance(one, Number)], ids=lambda read: read.option
)
def test_the_example_of_a_number_is_one_that_is_taken(read: Number) -> None:
    _, hint = refused(read, "abc")
    option, _, example = hint.removeprefix("Example: ").partition(" ")
    assert option == read.option
    assert read(example) == int(example)


def test_every_industry_is_read_from_its_names_with_umlauts_spelt_out() -> None:
    vocabulary = load_catalog().vocabulary
    spelt = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "AE", "Ö": "OE", "Ü": "UE"})
    names = [(code, name) for code, both in vocabulary.industries.items() for name in (both.de, both.en)]
    for code, name in [*names, *((code, word) for word, code in vocabulary.industry_words.items())]:
        assert name
        assert (
            readers.read_industry(name, vocabulary) == readers.read_industry(name.translate(spelt), vocabulary) == code
        )
    assert readers.read_industry("Moebel", vocabulary) == "C31"
