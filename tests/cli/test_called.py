"""A role, a training path, a step, an industry and a subject may be called by their names, wherever one of them is taken."""

from __future__ import annotations

import pytest

from jobcli.files.catalog import Catalog
from jobcli.files.path_names import called
from tests.conftest import Prompt

ROLES: dict[str, str] = {
    # Titles and other names, in both languages, feminine and old forms, with blanks, hyphens and umlauts or without.
    "Backoffice-Manager:in": "backoffice-manager",
    "Back office manager": "backoffice-manager",
    "Back-Office-Managerin": "backoffice-manager",
    "BACKOFFICE MANAGER": "backoffice-manager",
    "backoffice_manager": "backoffice-manager",
    "Office-Managerin": "office-manager",
    "Software developer": "softwareentwickler",
    "Softwareentwicklerin": "softwareentwickler",
    "Software-Entwickler": "softwareentwickler",
    "Programmiererin": "softwareentwickler",
    "Bürokraft": "kaufmann-bueromanagement",
    "Buerokraft": "kaufmann-bueromanagement",
    "Bürokaufmann": "kaufmann-bueromanagement",
    "Bürokauffrau": "kaufmann-bueromanagement",
    "Kauffrau für Büromanagement": "kaufmann-bueromanagement",
    "Head of IT": "it-leiter",
    "IT-Leiterin": "it-leiter",
    "Leiter IT": "it-leiter",
    "CIO": "it-leiter",
    "Chief Technology Officer": "cto",
    "Einkäuferin": "einkaeufer",
    "Einkaeufer": "einkaeufer",
    "Sachbearbeiterin": "sachbearbeiter",
    "Projektleiterin": "projektmanager",
    "Project manager": "projektmanager",
    "Scrum Masterin": "scrum-master",
    "Controllerin": "controller",
}
NEARLY: dict[str, str] = {
    "backoffice": "backoffice-manager",
    "Krankenschwestr": "81302",
    "Backofficemanger": "backoffice-manager",
    "Softwareentwikler": "softwareentwickler",
    "Ofice Manager": "office-manager",
    "Projektmanger": "projektmanager",
}


def role_of(prompt: Prompt, word: str) -> str:
    """The id of the role that `show` answers with."""
    result = prompt("show", word, "--json").json["result"]
    found: str = result["role"]["id"] if "role" in result else result["occupations"][0]["kldb"]
    return found


@pytest.mark.parametrize(("word", "meant"), ROLES.items())
def test_a_role_is_shown_by_any_of_its_names_and_nothing_is_said_beside_it(
    prompt: Prompt, word: str, meant: str
) -> None:
    assert role_of(prompt, word) == meant
    assert prompt("show", word).err == ""


@pytest.mark.parametrize(("word", "meant"), NEARLY.items())
def test_what_comes_near_to_one_name_only_is_taken_and_said(prompt: Prompt, word: str, meant: str) -> None:
    assert role_of(prompt, word) == meant
    told = prompt("show", word).err
    assert f"({meant}), from '{word}'." in told
    assert told.count("\n") == 1


def test_what_was_taken_for_another_word_stands_beside_the_answer_for_programs(prompt: Prompt) -> None:
    answer = prompt("show", "backoffice", "--json").json
    assert [(one["code"], one["severity"]) for one in answer["problems"]] == [("taken-for", "warning")]
    # Half a name with a slip in it is no name.
    assert prompt("show", "backofice").code == 1


def test_words_that_several_roles_have_are_no_name(prompt: Prompt) -> None:
    assert prompt("show", "Berater").code == 1
    assert prompt("checklist", "71403").code == 2
    assert "assistenz-der-geschaeftsfuehrung, backoffice-manager, office-manager" in " ".join(
        prompt("checklist", "71403").err.split()
    )


EVERYWHERE = (
    ("estimate", "Software developer"),
    ("compare", "Software developer", "Head of IT"),
    ("paths", "Backoffice-Managerin"),
    ("checklist", "Backoffice-Managerin", "Fachwirt Büro"),
    ("sources", "Software developer"),
    ("report", "Software developer"),
    ("route", "Backoffice-Managerin", "Operations-Managerin"),
    ("plan", "Operations Managerin", "--role", "Backoffice-Managerin"),
    ("match", "--role", "Backoffice-Managerin"),
    ("me", "set", "role", "Backoffice-Managerin"),
    ("done", "Backoffice-Managerin", "1", "--path", "Kauffrau Büromanagement"),
    ("estimate", "43414"),
    ("estimate", "cto", "--industry", "Öffentlicher Dienst"),
    ("match", "--skills", "Buchhaltung"),
    ("list", "--subject", "Buchhaltung"),
    ("match", "--qualifications", "Geprüfte Wirtschaftsfachwirtin"),
    ("report", "backoffice-manager", "--path", "Fachwirt Büro"),
)


@pytest.mark.parametrize("words", EVERYWHERE)
def test_names_are_taken_wherever_an_id_is(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words)
    assert (outcome.code, outcome.err) == (0, "")


def test_the_names_of_a_line_say_what_their_ids_say(prompt: Prompt) -> None:
    named = prompt("compare", "Software developer", "Head of IT", "--json").json["result"]
    assert named == prompt("compare", "softwareentwickler", "it-leiter", "--json").json["result"]
    assert prompt("compare", "CIO", "Head of IT").code == 2


PATHS: dict[str, str] = {
    "fw-buero-projekt": "fw-buero-projekt",
    "FW-Buero-Projekt": "fw-buero-projekt",
    "Fachwirt Büro": "fw-buero-projekt",
    "Wirtschaftsfachwirt": "fw-wirtschaft",
    "Geprüfte Wirtschaftsfachwirtin": "fw-wirtschaft",
    "Certified business administration specialist": "fw-wirtschaft",
    "Kauffrau für Büromanagement": "ausb-bueromanagement",
    "AEVO": "aevo",
}


@pytest.mark.parametrize(("word", "meant"), PATHS.items())
def test_a_training_path_by_its_title(word: str, meant: str) -> None:
    assert called(word, Catalog().path_titles()) == [meant]


def test_a_training_path_has_a_page_of_its_own(prompt: Prompt) -> None:
    result = prompt("show", "fw-buero-projekt", "--json").json["result"]
    assert result["path"]["id"] == "fw-buero-projekt"
    assert "backoffice-manager" in [role["id"] for role in result["roles"]]
    page = prompt("show", "fw-buero-projekt").out
    assert len(page.splitlines()) <= 24
    assert "jobcli checklist assistenz-der-geschaeftsfuehrung fw-buero-projekt" in page


INDUSTRIES: dict[str, str] = {
    "Öffentlicher Dienst": "O84",
    "oeffentlicher dienst": "O84",
    "public sector": "O84",
    "Bank": "K64",
    "Krankenhaus": "Q86",
    "Klinik": "Q86",
    "Einzelhandel": "G47",
    "Steuerberatung": "M69",
    "J62": "J62",
}


@pytest.mark.parametrize(("word", "meant"), INDUSTRIES.items())
def test_an_industry_by_what_people_call_it(prompt: Prompt, word: str, meant: str) -> None:
    result = prompt("estimate", "cto", "--industry", word, "--json").json["result"]
    lines = result["estimates"][0]["receipt"]
    assert [line["value"] for line in lines if line["factor"] == "industry"] == [meant]
