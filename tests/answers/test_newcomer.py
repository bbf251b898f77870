"""People with a foreign qualification: thresholds and points by the law, computed by hand, and what is never promised."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jobcli.arriving.card import opportunity_card
from jobcli.arriving.countries import country_of, group_of
from jobcli.arriving.salaries import in_groups, salary_limits
from jobcli.files.figures import open_arrival
from tests.conftest import DAY, Prompt

BOOK = open_arrival()


def told(prompt: Prompt, *words: str, day: date = DAY) -> dict[str, Any]:
    outcome = prompt("newcomer", *words, "--json", day=day)
    answer: dict[str, Any] = outcome.json["result"]
    return answer


def test_minimum_salaries_are_shares_of_the_ceiling() -> None:
    """§ 18g (1), § 18 (2) no. 5 AufenthG, § 6 BeschV: 50, 45.3, 55 and 45 percent of 101,400 euros in 2026.

    2027 of 106,200 euros, which is a draft: 53,100, 48,108.60, 58,410 and 47,790.
    """
    limits = {item.id: item for item in salary_limits(BOOK, "2026-12-01", None, None, None)}
    assert {name: item.euros for name, item in limits.items()} == {
        "blue-card": 50_700,
        "blue-card-reduced": 45_934.20,
        "experienced-worker": 45_630,
        "over-45": 55_770,
    }
    for name, item in limits.items():
        assert item.euros == pytest.approx(101_400 * item.percent / 100), name
        assert item.next is not None
        assert item.next.euros == pytest.approx(106_200 * item.percent / 100), name
        assert item.next.status == "draft"
        assert item.middle_is is None


@pytest.mark.parametrize("day", ["2026-01-01", "2027-02-01", "2028-06-01"])
def test_a_draft_never_comes_into_force_by_itself(day: str) -> None:
    first = salary_limits(BOOK, day, 50_700, ("2512",), 45)[0]
    assert (first.euros, first.since, first.middle_is) == (50_700, "2026-01-01", "above")


def test_nothing_is_said_of_a_day_before_the_figures() -> None:
    with pytest.raises(LookupError):
        salary_limits(BOOK, "2025-12-31", None, None, None)


def test_the_shortage_groups_are_those_of_the_law() -> None:
    # § 18g (1) sentence 2 no. 1: software developers (2512) belong to 25, technicians of electricity (7411) to none; of a
    # code with nurses (2221) and nursing aides (5329) only a part does.
    assert in_groups(("2512", "1330"), BOOK.shortage_isco) == "yes"
    assert in_groups(("7411",), BOOK.shortage_isco) == "no"
    assert in_groups(("2221", "5329"), BOOK.shortage_isco) == "perhaps"
    assert in_groups(None, BOOK.shortage_isco) == "not-known"


def test_points_are_those_of_the_annex() -> None:
    # German B2 3, English C1 1, 33 years old 2: sure are 6. Open: partial recognition 4, stay 1, partner 1; experience of
    # six years may be 3, the shortage group 1.
    card = opportunity_card(BOOK, {"de": "B2", "en": "C1"}, 33, 6, "yes")
    assert (card.sure, card.most, card.least) == (6, 6 + 4 + 1 + 1 + 3 + 1, 6)
    # German B1 2, at 38 years 1, three years of work may be 2; English is not told (1), nor the shortage group known (1).
    card = opportunity_card(BOOK, {"de": "B1"}, 38, 3, "not-known")
    assert (card.sure, card.most) == (3, 3 + 2 + 1 + 1 + 4 + 1 + 1)
    # Of one kind only the best counts; nothing counts of German A1, of 41 years and of one year of work.
    card = opportunity_card(BOOK, {"de": "A1", "en": "B2"}, 41, 1, "no")
    assert (card.sure, card.most) == (0, 4 + 1 + 1)
    # Nothing told: 3 + 1 + 2 + 3 + 1 + 4 + 1 + 1.
    card = opportunity_card(BOOK, {}, None, None, "not-known")
    assert (card.sure, card.most) == (0, 16)


@pytest.mark.parametrize(
    ("word", "code", "group"),
    [
        ("IN", "IN", "other"),
        ("in", "IN", "other"),
        ("Indien", "IN", "other"),
        ("Türkei", "TR", "other"),
        ("Turkey", "TR", "other"),
        ("USA", "US", "visa-free"),
        ("Vereinigtes Königreich", "GB", "visa-free"),
        ("UK", "GB", "visa-free"),
        ("Kosovo", "XK", "western-balkans"),
        ("Serbien", "RS", "western-balkans"),
        ("France", "FR", "eu"),
        ("Norwegen", "NO", "eu"),
        ("Schweiz", "CH", "eu"),
        ("Atlantis", None, None),
    ],
)
def test_a_country_is_known_by_code_and_by_name(word: str, code: str | None, group: str | None) -> None:
    found = country_of(BOOK, word)
    assert found == code
    if found is not None:
        assert group_of(BOOK, found) == group


def test_the_countries_of_the_law_are_all_there() -> None:
    # 27 members, Iceland, Liechtenstein, Norway and Switzerland; § 26 (2) BeschV names six, § 41 (1) AufenthV eight.
    counts = {name: len(group.countries) for name, group in BOOK.groups.items()}
    assert counts == {"eu": 31, "western-balkans": 6, "visa-free": 8, "other": 0}
    named = {code for group in BOOK.groups.values() for code in group.countries} | set(BOOK.words.values())
    assert named <= set(BOOK.countries)
    sources = {row.source for row in BOOK.german} | {row.source for row in BOOK.recognition}
    sources |= {row.source for row in BOOK.laws.values()} | {group.source for group in BOOK.groups.values()}
    sources |= {row.fee_source for row in BOOK.recognition if row.fee_source}
    assert sources | {BOOK.crafts_source, BOOK.countries_source} == set(BOOK.sources)


def test_a_nurse_from_india_needs_a_licence_and_one_more_level(prompt: Prompt) -> None:
    found = told(prompt, "81302", "--from", "Indien", "--german", "B1", "--state", "BY")
    job = found["job"]
    assert (job["regulation"]["answer"], job["regulation"]["law"]) == ("yes", "PflBG §§ 1, 4")
    # PflAPrV § 43: four months.
    assert (job["recognition"]["body"], job["recognition"]["decision_months"]) == ("health-authority", 4)
    assert (job["recognition"]["needed_for"], job["recognition"]["fee"]) == ("work", [])
    assert (job["german"]["low"], job["german"]["by_law"], job["german"]["enough"]) == ("B2", True, False)
    (pay,) = prompt("estimate", "81302", "--state", "BY", "--json").json["result"]["estimates"]
    assert job["middle"] == pay["gross_year"]["p50"]
    for item in found["salaries"]:
        assert item["middle_is"] == ("above" if job["middle"] >= item["euros"] else "below")
    assert found["no_legal_advice"] is True


def test_a_passport_of_the_eu_needs_no_title(prompt: Prompt) -> None:
    found = told(prompt, "71402", "--from", "FR")
    assert (found["salaries"], found["card"], found["fees"]) == ([], None, [])
    assert [way["id"] for way in found["routes"]] == ["eu"]
    assert found["job"]["recognition"]["needed_for"] == "nothing"
    assert "Blue Card" not in prompt("newcomer", "71402", "--from", "FR").out
    assert told(prompt, "81404", "--from", "FR")["job"]["recognition"]["automatic"] is True


def test_only_the_western_balkans_have_their_rule_and_only_it_the_one_without_a_degree(prompt: Prompt) -> None:
    ways = {name: {way["id"] for way in told(prompt, "71402", "--from", name)["routes"]} for name in ("RS", "IN")}
    assert "26-2" in ways["RS"]
    assert "26-2" not in ways["IN"]
    assert "18g-it" not in ways["IN"]
    assert "18g-it" in {way["id"] for way in told(prompt, "43414", "--from", "IN")["routes"]}


@pytest.mark.parametrize(
    ("code", "answer", "body"),
    [
        # An apprenticeship that the chambers of commerce examine, a craft, a field that a source names, and one of which
        # nothing was read, which is no "no".
        ("71402", "no", "ihk-fosa"),
        ("26212", "own-firm", "crafts-chamber"),
        ("43414", "no", "zab"),
        ("27104", "not-listed", "zab"),
        ("81102", "no", "doctors-chamber"),
        ("83113", "by-land", "land-authority"),
        ("72304", "yes", "finder"),
    ],
)
def test_who_decides_goes_by_the_occupation(prompt: Prompt, code: str, answer: str, body: str) -> None:
    job = told(prompt, code)["job"]
    assert (job["regulation"]["answer"], job["recognition"]["body"]) == (answer, body)


def test_nursing_assistants_are_regulated_by_the_laender_until_one_law_is_in_force(prompt: Prompt) -> None:
    before, after = (
        told(prompt, "81301", day=day)["job"]["regulation"] for day in (date(2026, 12, 31), date(2027, 1, 1))
    )
    assert (before["answer"], after["answer"]) == ("by-land", "yes")


def test_what_me_knows_counts_and_the_line_goes_before_it(prompt: Prompt) -> None:
    assert prompt("me", "set", "languages", "german-B2,english-C1", "age", "30").code == 0
    found = told(prompt)
    assert (found["german"], found["card"]["sure"]) == ("B2", 3 + 1 + 2)
    assert told(prompt, "--german", "A2")["card"]["sure"] == 1 + 1 + 2
    assert told(prompt, "--no-me")["card"]["sure"] == 0


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("words", [(), ("81302",), ("--full",), ("43414", "--from", "US", "--full")])
def test_every_page_says_that_it_is_no_advice_in_law(prompt: Prompt, language: str, words: tuple[str, ...]) -> None:
    out = " ".join(prompt("newcomer", *words, lang=language).out.split())
    assert {"de": "keine Rechtsberatung", "en": "no advice in law"}[language] in out
    assert "+49 30 1815-1111" in out


def test_a_slip_in_a_country_says_what_was_meant(prompt: Prompt) -> None:
    outcome = prompt("newcomer", "--from", "Inidien", "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "unknown-country")
    assert "(IN)" in outcome.json["problems"][0]["message"]
    assert prompt("newcomer", "--from", "xyzzy").code == 2
