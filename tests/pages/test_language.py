"""German and English: numbers, money, dates, and sentences from a message catalogue."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from jobcli.domain.evidence import Words, phrase
from jobcli.pages.kit import language
from jobcli.pages.kit.language import Language

GERMAN, ENGLISH = Language("de"), Language("en")
NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("value", "places", "german", "english"),
    [
        (37_400, 0, f"37.400{NO_BREAK}€", "€37,400"),
        (1_234_567, 0, f"1.234.567{NO_BREAK}€", "€1,234,567"),
        (0, 0, f"0{NO_BREAK}€", "€0"),
        (999, 0, f"999{NO_BREAK}€", "€999"),
        (Decimal("56568.62"), 2, f"56.568,62{NO_BREAK}€", "€56,568.62"),
        (-1_650, 0, f"-1.650{NO_BREAK}€", "-€1,650"),
        (Decimal("-12.5"), 2, f"-12,50{NO_BREAK}€", "-€12.50"),
        # A half is rounded away from zero, as the cents of a receipt are.
        (2.5, 0, f"3{NO_BREAK}€", "€3"),
    ],
)
def test_an_amount_is_written_as_each_language_writes_it(
    value: float | Decimal, places: int, german: str, english: str
) -> None:
    assert GERMAN.euros(value, places) == german
    assert ENGLISH.euros(value, places) == english


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (18, "18", "18"),
        (12.5, "12,5", "12.5"),
        (0.25, "0,25", "0.25"),
        (0, "0", "0"),
        (100, "100", "100"),
        (10_000_000, "10.000.000", "10,000,000"),
        (1.0, "1", "1"),
    ],
)
def test_a_number_has_the_decimals_it_needs_and_the_separators_of_the_language(
    value: float, german: str, english: str
) -> None:
    assert GERMAN.number(value) == german
    assert ENGLISH.number(value) == english


def test_a_number_with_fixed_places_keeps_its_zeros() -> None:
    assert GERMAN.number(Decimal("1.0300"), 4) == "1,0300"
    assert ENGLISH.number(Decimal(1), 4) == "1.0000"


@pytest.mark.parametrize(
    ("share", "german", "english"),
    [
        (0.2, f"20{NO_BREAK}%", "20%"),
        (0.0, f"0{NO_BREAK}%", "0%"),
        (1.0, f"100{NO_BREAK}%", "100%"),
        (0.3424, f"34{NO_BREAK}%", "34%"),
        (12.5, f"1.250{NO_BREAK}%", "1,250%"),
    ],
)
def test_a_share_of_one_is_shown_in_whole_percent(share: float, german: str, english: str) -> None:
    assert GERMAN.percent(share) == german
    assert ENGLISH.percent(share) == english


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        ("2019", "2019", "2019"),
        ("2019-07", "Juli 2019", "July 2019"),
        ("2023-03", "März 2023", "March 2023"),
        ("2026-11-23", "23. November 2026", "23 November 2026"),
        ("2025-01-05", "5. Januar 2025", "5 January 2025"),
        ("2025-12", "Dezember 2025", "December 2025"),
    ],
)
def test_a_date_is_written_out_in_both_languages(moment: str, german: str, english: str) -> None:
    assert GERMAN.moment(moment) == german
    assert ENGLISH.moment(moment) == english


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 year here"),
        (1.0, "1 year here"),
        (0, "0 years here"),
        (1.5, "1.5 years here"),
        (5, "5 years here"),
        (1_200, "1,200 years here"),
    ],
)
def test_only_exactly_one_is_singular(count: float, sentence: str) -> None:
    assert ENGLISH.plural("{count} year here", "{count} years here", count) == sentence


def test_words_of_a_profile_are_shown_in_the_language_or_else_in_the_other_one() -> None:
    both, only_german = Words(de="Aufgaben", en="Duties"), Words(de="Aufgaben")
    assert (GERMAN(both), ENGLISH(both)) == ("Aufgaben", "Duties")
    assert (GERMAN(only_german), ENGLISH(only_german)) == ("Aufgaben", "Aufgaben")


def test_a_sentence_is_filled_with_the_values_it_names() -> None:
    assert ENGLISH("{low} to {high}", low=1, high=2) == "1 to 2"


def test_a_value_with_braces_is_not_read_as_a_sentence_of_its_own() -> None:
    assert ENGLISH("No role '{word}'.", word="{role}") == "No role '{role}'."


def test_nothing_is_translated_to_nothing() -> None:
    # The empty text is the key of a catalogue's header, which nobody wants to read.
    assert GERMAN("") == ""
    assert ENGLISH("") == ""


@pytest.fixture
def german_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Language:
    """German with a catalogue of three sentences, compiled here."""
    catalog = Catalog(locale="de", domain="jobcli")
    catalog.add("{word} is missing from {what}.", "In {what} fehlt {word}.")
    catalog.add("a training path", "einem Ausbildungsweg")
    catalog.add(("{count} year here", "{count} years here"), ("{count} Jahr hier", "{count} Jahre hier"))
    file = tmp_path / "de" / "LC_MESSAGES" / "jobcli.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalog)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    return Language("de")


def test_sentences_come_from_the_catalogue_and_phrases_inside_them_too(german_of_our_own: Language) -> None:
    said = german_of_our_own("{word} is missing from {what}.", word="id", what=phrase("a training path"))
    assert said == "In einem Ausbildungsweg fehlt id."


def test_a_plain_text_inside_a_sentence_is_not_translated(german_of_our_own: Language) -> None:
    said = german_of_our_own("{word} is missing from {what}.", word="id", what="a training path")
    assert said == "In a training path fehlt id."


def test_plurals_come_from_the_catalogue(german_of_our_own: Language) -> None:
    one, many = "{count} year here", "{count} years here"
    assert german_of_our_own.plural(one, many, 1) == "1 Jahr hier"
    assert german_of_our_own.plural(one, many, 1.5) == "1,5 Jahre hier"
    assert german_of_our_own.plural(one, many, 1_200) == "1.200 Jahre hier"


def test_a_sentence_that_nobody_translated_is_shown_in_english(german_of_our_own: Language) -> None:
    assert german_of_our_own("Never translated") == "Never translated"


def test_without_a_catalogue_german_falls_back_to_english_sentences_and_keeps_its_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    assert Language("de")("{low} to {high}", low=GERMAN.euros(2950), high="x") == f"2.950{NO_BREAK}€ to x"


@given(value=st.integers(-10_000_000, 10_000_000))
def test_every_amount_reads_back_as_itself_in_both_languages(value: int) -> None:
    assert int(GERMAN.euros(value).removesuffix(f"{NO_BREAK}€").replace(".", "")) == value
    assert int(ENGLISH.euros(value).replace("€", "").replace(",", "")) == value


@given(value=st.decimals(0, 10_000_000, places=2))
def test_german_and_english_differ_only_in_the_separators(value: Decimal) -> None:
    swapped = ENGLISH.number(value, 2).translate(str.maketrans(",.", ".,"))
    assert GERMAN.number(value, 2) == swapped
