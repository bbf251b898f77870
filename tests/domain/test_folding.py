"""Words in one spelling: umlauts, sharp s, gender forms, hyphens and blanks, for searches and for ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.domain.evidence import MAX_ID
from jobcli.domain.folding import as_id, folded, slug, without_gender_signs
from jobcli.files.ids import is_device, is_id


@pytest.mark.parametrize(
    "forms",
    [
        # German spells ä as ae where the letter is missing, and people leave the dots out.
        ("Büroleiter", "Bueroleiter", "Buroleiter", "BÜROLEITER", "Bu\u0308roleiter"),
        ("Geschäftsführer", "Geschaeftsfuehrer", "Geschaftsfuhrer"),
        ("Straße", "Strasse", "STRASSE"),
        ("Manager", "Managerin", "Manager:in", "Manager/in", "Manager*in", "Manager_in", "ManagerIn", "Manager(in)"),
        ("Managerinnen", "Manager:innen", "Manager"),
        ("Manager/-in", "Manager"),
        ("Kaufmann", "Kauffrau", "Kaufleute", "Kaufmann/-frau"),
        ("Back-Office", "back office", "Back_Office", " back  office "),
        ("Assistent", "Assistentin"),
        ("Analyst", "Analystin"),
        ("Direktor", "Direktorin"),
        ("Betriebswirt", "Betriebswirtin"),
    ],
)
def test_spellings_of_one_word_are_one_word(forms: tuple[str, ...]) -> None:
    assert {folded(form) for form in forms} == {folded(forms[0])}


@pytest.mark.parametrize("word", ["Berlin", "Termin", "Admin", "Medizin", "Disziplin", "Benzin", "Martin", "within"])
def test_a_word_that_only_ends_like_a_feminine_form_stays(word: str) -> None:
    assert folded(word) == word.lower()


@given(st.text(max_size=60))
def test_what_is_folded_has_single_spaces_and_no_capitals(text: str) -> None:
    once = folded(text)
    assert once == " ".join(once.split())
    assert once == once.lower()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Thüringen", "thueringen"),
        ("THÜRINGEN", "thueringen"),
        ("Thu\u0308ringen", "thueringen"),
        ("Baden-Württemberg", "baden-wuerttemberg"),
        (" baden  WÜRTTEMBERG ", "baden-wuerttemberg"),
        ("Baden - Württemberg", "baden-wuerttemberg"),
        ("Köln", "koeln"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("dänisch", "daenisch"),
        ("Français", "francais"),
        ("own_cost", "own-cost"),
        ("own cost", "own-cost"),
        ("-own--cost_", "own-cost"),
        ("C++", "c++"),
        ("Dr.", "dr."),
        ("Bürokauffrau", "buerokauffrau"),
        ("Manager:in", "manager:in"),
        (" _- ", ""),
        ("", ""),
    ],
)
def test_a_name_is_written_as_ids_are(name: str, written: str) -> None:
    assert slug(name) == written


@given(st.text(max_size=60) | st.text("aäAÄßẞ -_\u0308", max_size=8))
def test_what_is_written_as_an_id_stays_as_it_is(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert "--" not in once
    assert not once.startswith("-")
    assert not once.endswith("-")
    assert not any(char.isspace() or char == "_" for char in once)


@given(st.text(max_size=100) | st.text("abc äß-", min_size=60, max_size=70))
def test_what_becomes_an_id_is_one(text: str) -> None:
    word = as_id(text)
    assert not word or is_device(word) or is_id(word)
    assert len(word) <= MAX_ID


@pytest.mark.parametrize(
    "text", ["Manager:in", "Manager*innen", "Manager/-in", "Manager(in)", "ManagerIn", "Manager_innen", "Manager·in"]
)
def test_signs_that_mean_all_are_taken_away(text: str) -> None:
    assert without_gender_signs(text) == "Manager"


def test_both_endings_are_one_and_other_strokes_stay() -> None:
    assert without_gender_signs("Kaufmann/-frau") == "Kaufmann"
    assert without_gender_signs("Ein-/Ausgang und/oder Import/Export, inner, In") == (
        "Ein-/Ausgang und/oder Import/Export, inner, In"
    )
