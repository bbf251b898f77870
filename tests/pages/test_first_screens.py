"""First screens: each is one screen of a terminal, says the answer in its first lines and ends with two lines to type."""

from __future__ import annotations

import re

import pytest

from jobcli.domain.role import Claim, Duty, Requirement
from jobcli.files.catalog import Catalog
from jobcli.pages.first.rows import clause, shortened
from tests.calls import ALL_FACTORS, LIKED
from tests.conftest import Prompt

MOST = {60: 30, 80: 24, 120: 24}
"""How many lines a first screen has at most, by the columns of the terminal."""

SCREENS = (
    "show backoffice-manager",
    "show cto",
    "show Krankenschwester",
    "show Florist",
    "show 12203",
    "show Arzt",
    "show Polizist",
    "show 71403",
    "show 81302",
    "outlook Krankenschwester --state BY",
    "outlook office-manager",
    "newcomer",
    "contacts --place 09761",
    "contacts --state HH",
    "newcomer Krankenschwester --from India --german B1",
    "newcomer 43414 --from TR",
    "estimate backoffice-manager --state BY --tenure 5",
    "estimate backoffice-manager --net --state BE",
    "estimate backoffice-manager --one-off 3000 --tax-class 1",
    f"{ALL_FACTORS} --net",
    "estimate 26212 --state SN",
    "estimate 81302 --net",
    "estimate cto --per hour --net --church --state SN --children 2",
    "estimate backoffice-manager --as-of 2016 --state BY",
    "estimate cto cdo",
    f"discover --answers {LIKED}",
    f"discover --answers {LIKED} --level skilled --min-pay 40000 --shortage --state BY",
    "checklist backoffice-manager",
    "checklist backoffice-manager fw-buero-projekt",
    "checklist backoffice-manager ausb-bueromanagement --start 2027-08",
    "checklist cto quer-cto",
    "checklist supply-chain-manager",
    "checklist office-manager aevo",
    "paths backoffice-manager",
    "paths supply-chain-manager --state BY --education apprenticeship --experience 8",
    "paths cto --from backoffice-manager",
    "match",
    "match --role kaufmann-bueromanagement --qualifications ausb-bueromanagement",
    "compare backoffice-manager operations-manager",
    "compare cto cdo",
    "compare backoffice-manager operations-manager cto",
    "compare backoffice-manager operations-manager --diff",
    "compare cto sachbearbeiter --diff",
    "route backoffice-manager operations-manager",
    "route kaufmann-bueromanagement cdo",
)
"""Calls that answer with a first screen."""


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", MOST)
@pytest.mark.parametrize("line", SCREENS)
def test_a_first_screen_is_one_screen(prompt: Prompt, line: str, width: int, language: str) -> None:
    outcome = prompt(*line.split(), lang=language, width=width)
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) <= MOST[width]


@pytest.mark.parametrize("width", MOST)
@pytest.mark.parametrize("line", ["next", "net 4200 --tax-class 1 --church --state BY", "net 9000 --pay-date 2027-02"])
def test_other_short_answers_stay_one_screen(prompt: Prompt, line: str, width: int) -> None:
    prompt("done", "cto", "1", "--path", "quer-cto")
    assert len(prompt(*line.split(), lang="de", width=width).out.splitlines()) <= MOST[width]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("line", SCREENS)
def test_a_first_screen_ends_with_two_commands_that_work(prompt: Prompt, line: str, language: str) -> None:
    told = prompt(*line.split(), "--output", "plain", lang=language).out.splitlines()[-2:]
    commands = [re.search(r"jobcli (.*)", text) for text in told]
    assert all(commands)
    for command in commands:
        assert command is not None
        assert prompt(*command[1].split()).code == 0


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", MOST)
def test_every_role_is_shown_on_one_screen(prompt: Prompt, width: int, language: str) -> None:
    for role in (row["id"] for row in prompt("list", "--json").json["result"]["roles"]):
        lines = prompt("show", role, lang=language, width=width).out.splitlines()
        assert len(lines) <= MOST[width], role
        # What it pays and what that is worth stands among the first five lines of a usual terminal.
        assert width < 80 or any(text.startswith(("  Caution", "  Vorsicht")) for text in lines[:5]), role


def test_what_a_profile_says_in_short_is_shorter_than_its_text_and_fits_a_line() -> None:
    for profile in Catalog().profiles():
        role = profile.role
        items: list[Duty | Requirement | Claim] = [*role.duties, *role.requirements]
        for item in (*items, *role.outlook.chances, *role.outlook.risks):
            for language in ("de", "en"):
                text, short = getattr(item.text, language), getattr(item.short, language, "")
                assert len(short) < len(text), (profile.id, short)
                assert len(short) <= 56, (profile.id, short)
                assert not short.endswith("."), (profile.id, short)


def test_the_guide_of_the_founder_stands_on_the_first_screen(prompt: Prompt) -> None:
    """A guide of 2019 on this job names cities, pay with its ends and what it depends on, benefits, and what courses teach."""
    page = " ".join(prompt("show", "backoffice-manager", lang="de", width=120).out.split())
    for said in (
        "Hamburg, Berlin, München",
        "27.600 € · 37.400 € · 48.800 € (t3n, Juli 2019)",
        "Arbeitgeber, Bundesland, Betriebsgröße, Betriebszugehörigkeit",
        "13. Monatsgehalt, Weihnachtsgeld, Urlaubsgeld",
        "Telekommunikation, Rechnungswesen",
        "Kaufmännische Ausbildung",
        "Englisch",
    ):
        assert said in page
    middle = prompt("estimate", "backoffice-manager", "--json").json["result"]["estimates"][0]["gross_year"]["p50"]
    assert f"{middle:,}".replace(",", ".") in page


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("net", [(), ("--net",)])
def test_every_estimate_is_one_screen(prompt: Prompt, language: str, net: tuple[str, ...]) -> None:
    for role in (row["id"] for row in prompt("list", "--json").json["result"]["roles"]):
        for width, most in MOST.items():
            lines = prompt("estimate", role, *net, lang=language, width=width).out.splitlines()
            assert len(lines) <= most, (role, width)
            assert width < 80 or any(text.startswith(("  Caution", "  Vorsicht")) for text in lines[:5]), role


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", MOST)
@pytest.mark.parametrize("net", [(), ("--net",)])
def test_all_roles_are_a_line_each_with_the_id_to_type(
    prompt: Prompt, width: int, language: str, net: tuple[str, ...]
) -> None:
    roles = [row["role"] for row in prompt("estimate", "--json").json["result"]["estimates"]]
    lines = prompt("estimate", *net, lang=language, width=width).out.splitlines()
    assert [word for line in lines for word in line.split() if word in roles][: len(roles)] == roles
    assert len(lines) <= len(roles) + 10


@pytest.mark.parametrize("words", [(), ("--state", "BY", "--tenure", "5"), ("--hours", "32", "--industry", "Banken")])
def test_the_receipt_of_a_first_screen_is_right_on_a_pocket_calculator(prompt: Prompt, words: tuple[str, ...]) -> None:
    """The product of what is printed is the result: every factor is rounded to four decimals before it is used."""
    for role in ("backoffice-manager", "cto", "softwareentwickler"):
        page = " ".join(prompt("estimate", role, *words).out.split())
        found = re.search(r"Receipt €([\d,]+) (.*?) = €([\d,]+)", page.replace("\u00a0", " "))
        assert found
        product = float(found[1].replace(",", ""))
        for factor in re.findall(r"× ([\d.]+)", found[2]):
            product *= float(factor)
        assert product == pytest.approx(int(found[3].replace(",", "")), abs=1)


@pytest.mark.parametrize("section", ["duties", "needs", "pay", "paths", "outlook", "sources"])
def test_a_section_alone_is_that_part_of_the_whole_page(prompt: Prompt, section: str) -> None:
    whole = prompt("show", "backoffice-manager", "--full").out
    title, _, *part = prompt("show", "backoffice-manager", f"--{section}").out.splitlines()
    assert whole.startswith(title)
    assert "\n".join(part) in whole


@pytest.mark.parametrize("section", ["receipt", "extras", "others", "certainty"])
def test_a_section_of_an_estimate_is_that_part_of_the_whole_page(prompt: Prompt, section: str) -> None:
    whole = prompt("estimate", "backoffice-manager", "--full").out
    title, _, *part = prompt("estimate", "backoffice-manager", f"--{section}").out.splitlines()
    assert whole.startswith(title)
    assert "\n".join(part) in whole


def test_the_choice_of_the_screen_holds_in_all_formats_for_people_and_in_none_for_programs(prompt: Prompt) -> None:
    for form in ("plain", "md", "html", "svg"):
        first, whole = (prompt("show", "backoffice-manager", *more, "--output", form).out for more in ((), ("--full",)))
        assert len(first) < len(whole)
    for words in (("show", "cto"), ("estimate", "cto"), ("estimate",)):
        assert prompt(*words, "--json").out == prompt(*words, "--full", "--json").out
    assert prompt("estimate", "--output", "csv").out == prompt("estimate", "--full", "--output", "csv").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gutes Englisch; es wird in der Regel verlangt.", "Gutes Englisch […]"),
        ("Gut organisieren können.", "Gut organisieren können"),
        ("Führungserfahrung hilft. Die Quelle nennt nur den Abstand.", "Führungserfahrung hilft […]"),
        ("Mit Lieferanten (z. B. Firmen) verhandeln.", "Mit Lieferanten (z. B. Firmen) verhandeln"),
    ],
)
def test_a_text_is_cut_behind_its_first_clause_and_says_so(text: str, said: str) -> None:
    assert clause(text) == said


def test_a_sentence_that_is_too_long_ends_with_a_sign_where_a_clause_ends() -> None:
    text = "Coordinate the work of a department and see that deadlines are met"
    assert shortened(text, 66, 1) == text
    assert shortened(text, 50, 1) == "Coordinate the work of a department […]"
    assert shortened(text, 50, 1, " (10, --duties)") == "Coordinate the work of a […]"
