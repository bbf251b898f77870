"""A course that I was offered: its figures count everywhere, and with them a scheme of support is certain or excluded."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import structs

from jobcli.domain.own import CourseOffer
from jobcli.domain.pay import BOUNDS, LAND_BY_CODE
from jobcli.domain.role import TrainingPath, TrainingYear
from jobcli.domain.schooling import EDUCATIONS
from jobcli.files.catalog import Catalog
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.training.funding import Applicant, rule
from jobcli.training.offers import end_of_offer, holes, offered
from jobcli.training.payback import forgone
from tests.conftest import Prompt

CATALOG, DRAWER, DAY = Catalog([]), open_drawer(FUNDING), "2026-12-01"
OFFER = ("price", "4250", "exam", "560", "months", "20", "lessons", "560", "start", "2027-03")
OPTIONS = ("--offer", "fw-buero-projekt", "--price", "4250", "--exam", "560", "--months", "20", "--lessons", "560")
ROLE = "backoffice-manager"


def shipped(name: str) -> TrainingPath:
    path = CATALOG.training(name)
    assert path is not None
    return path


def row(prompt: Prompt, *words: str, path: str = "fw-buero-projekt", role: str = ROLE) -> dict[str, Any]:
    result = prompt("paths", "--full", role, *words, "--json").json["result"]
    found: dict[str, Any] = next(item for item in result["paths"] if item["id"] == path)
    return found


def scheme(item: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in item["funding"] if one["id"] == name)
    return found


def test_an_offer_makes_every_sum_complete_to_the_cent(prompt: Prompt) -> None:
    prompt("me", "set", "education", "apprenticeship")
    prompt("me", "offer", "fw-buero-projekt", *OFFER)
    item = row(prompt)
    # 4,250 + 560 = 4,810; half is a grant, half of the other half is waived: 1,202.50 remain.
    assert item["cost"] == {"low": 4810, "high": 4810, "complete": True}
    assert item["own_cost"] == {"low": 1202.5, "high": 1202.5, "complete": True, "afbg_counted": "yes"}
    assert (item["typical"], item["holes"]) == ([], [])
    # March 2027 is the first of twenty months.
    assert item["ends"] == "2028-10"
    assert scheme(item, "afbg")["verdict"] == "applies"
    page = " ".join(prompt("paths", "--full", ROLE).out.split())
    assert "Applies: Aufstiegs-BAföG (€3,607.50 of the fees on passing)" in page
    assert "€1,203 with Aufstiegs-BAföG and a passed exam" in page


def test_the_options_of_a_line_tell_the_same_and_win(prompt: Prompt) -> None:
    told = ("--education", "apprenticeship", *OPTIONS)
    assert row(prompt, *told)["own_cost"]["high"] == 1202.5
    prompt("me", "offer", "fw-buero-projekt", "price", "9000", "exam", "100")
    assert row(prompt, *told)["own_cost"]["high"] == 1202.5
    assert row(prompt, "--no-me")["typical"] == ["course", "exam"]


@pytest.mark.parametrize(
    ("lessons", "months", "verdict", "against"),
    [
        # § 2 (3) AFBG: 400 lessons, and 18 a month on average.
        (560, 20, "applies", []),
        (400, 20, "applies", []),
        (380, 20, "does-not-apply", ["hours"]),
        (400, 24, "does-not-apply", ["density"]),  # 400 / 24 = 16.7
        (600, 49, "does-not-apply", ["months", "density"]),  # more than 48 months; 12.2 a month
    ],
)
def test_the_lessons_of_the_offer_decide_on_aufstiegs_bafoeg(
    prompt: Prompt, lessons: int, months: int, verdict: str, against: list[str]
) -> None:
    words = ("--education", "apprenticeship", "--offer", "fw-wirtschaft", "--lessons", str(lessons))
    found = scheme(row(prompt, *words, "--months", str(months), path="fw-wirtschaft"), "afbg")
    assert (found["verdict"], [one["id"] for one in found["against"]]) == (verdict, against)


def test_the_woman_from_augsburg_is_asked_for_nothing_that_she_told(prompt: Prompt) -> None:
    told = "state BY age 34 experience 8 role kaufmann-bueromanagement qualifications ausb-bueromanagement"
    prompt("me", "set", *told.split(), "education", "apprenticeship", "hours", "40")
    prompt("me", "offer", "fw-buero-projekt", *OFFER)
    item = row(prompt)
    verdicts = {one["id"]: (one["verdict"], [part["id"] for part in one["against"]]) for one in item["funding"]}
    assert verdicts["afbg"] == ("applies", [])
    assert verdicts["bildungsurlaub"] == ("does-not-apply", ["state"])  # Bavaria has no such law
    assert verdicts["weiterbildungsstipendium"] == ("does-not-apply", ["age"])  # 34 is not below 28
    assert item["bonus"]["euros"] == 3000
    page = " ".join(prompt("paths", "--full", ROLE).out.split())
    assert "€3,000 once from Bavaria on passing, not in your cost; as of September 2025, no legal claim" in page
    assert "Bildungsurlaub (Your Land has no law for it)" in page


def test_each_hole_is_named_with_the_line_that_fills_it(prompt: Prompt) -> None:
    line = "jobcli me offer fw-buero-projekt price EUROS exam EUROS lessons LESSONS"
    assert line in " ".join(prompt("paths", "--full", ROLE, width=120).out.split())
    assert holes(shipped("ausb-gah"), None) == ()
    assert holes(shipped("cpim"), None) == ("price", "exam", "months")
    assert holes(shipped("betriebswirt-bbig"), None) == ("months", "lessons")


def test_a_checklist_counts_with_the_offer_and_begins_with_it(prompt: Prompt) -> None:
    prompt("me", "offer", "fw-buero-projekt", *OFFER)
    result = prompt("checklist", ROLE, "fw-buero-projekt", "--json").json["result"]
    assert result["offer"]["price"] == 4250
    assert result["path"]["cost"] == {"low": 4810, "high": 4810, "complete": True}
    assert (result["timeline"]["start"], result["timeline"]["end"]) == ("2027-03", "2028-10")
    other = prompt("checklist", ROLE, "fw-buero-projekt", "--price", "5000", "--no-me", "--json").json["result"]
    assert other["offer"]["price"] == 5000
    assert "timeline" not in other


def test_an_offer_is_kept_beside_the_settings_and_forgotten(prompt: Prompt) -> None:
    prompt("me", "set", "state", "BY")
    prompt("me", "offer", "fw-wirtschaft", "preis", "4.250".replace(".", ""), "anbieter", "Akademie Augsburg")
    prompt("me", "offer", "fw-wirtschaft", "months", "18")
    kept = prompt("me", "--json").json["result"]
    assert kept["settings"] == {"state": "BY"}
    told = {key: value for key, value in kept["offers"]["fw-wirtschaft"].items() if value is not None}
    assert told == {"price": 4250, "months": 18, "provider": "Akademie Augsburg"}
    prompt("me", "set", "tenure", "3")
    assert prompt("me", "--json").json["result"]["offers"] == kept["offers"]
    prompt("me", "offer", "fw-wirtschaft", "none")
    assert prompt("me", "--json").json["result"]["offers"] == {}


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (("me", "offer", "fw-wirtshaft", "price", "1"), 2, "Did you mean 'fw-wirtschaft'?"),
        (("me", "offer", "fw-wirtschaft", "prize", "1"), 2, "An offer has no 'prize'. Did you mean 'price'?"),
        (("me", "offer", "fw-wirtschaft", "price"), 2, "price needs a value."),
        (("me", "offer", "fw-wirtschaft", "price", "4.2501"), 2, "at most two decimals"),
        (("me", "offer", "fw-wirtschaft", "start", "2027-13"), 2, "'2027-13' is no date."),
        (("me", "offer", "fw-wirtschaft"), 2, "fw-wirtschaft needs a value."),
        (("paths", ROLE, "--price", "4250"), 2, "It is not said which path --price are offered for."),
        (("paths", ROLE, "--offer", "aevo"), 1, "has no path 'aevo'"),
        (("paths", ROLE, "--offer", "fw-wirtschaft"), 2, "An offer needs a figure."),
        (("checklist", ROLE, "--price", "4250"), 2, "has several paths"),
        (("me", "set", "pay", "3.1001"), 2, "at most two decimals"),
        (("me", "set", "pay", "20/hour"), 2, "No period 'hour'."),
    ],
)
def test_what_cannot_be_read_is_one_message(prompt: Prompt, words: tuple[str, ...], code: int, text: str) -> None:
    outcome = prompt(*words, width=200)
    assert (outcome.code, outcome.out) == (code, "")
    assert text in outcome.err


def test_the_gain_starts_from_my_own_pay(prompt: Prompt) -> None:
    before = prompt("paths", "--full", "operations-manager", "--from", ROLE, "--json").json["result"]["from"]
    own = prompt("paths", "--full", "operations-manager", "--from", ROLE, "--pay", "3100", "--json").json["result"][
        "from"
    ]
    # 3,100 a month are 37,200 a year; what the new role pays in the middle is as before.
    assert (before["own_pay_year"], own["own_pay_year"]) == (None, 37200)
    assert own["gain_month"]["middle"] == round((own["new_gross_year"]["p50"] - 37200) / 12, 2)
    assert own["gain_month"]["worst"] == round((own["new_gross_year"]["p10"] - 37200) / 12, 2)
    assert "€37,200 a year, as you told; the gain starts from it" in " ".join(
        prompt("paths", "--full", "operations-manager", "--from", ROLE, "--pay", "37200/Jahr").out.split()
    )
    assert prompt("me", "set", "pay", "42000").out.startswith("• pay is now: €42,000 a year, gross.")


def test_an_apprentice_earns_less_meanwhile_and_that_is_cost(prompt: Prompt) -> None:
    # Three years of 37,200 euros are 111,600; twelve months each of 953, 1,029 and 1,120 are 37,224: 74,376 less.
    lost = forgone(shipped("ausb-bueromanagement"), 37_200, lambda gross: gross)
    assert lost is not None
    assert (float(lost.low), float(lost.high), lost.complete) == (74_376, 74_376, True)
    # A training that pays more than now takes nothing away, and a year without known pay leaves the sum open.
    path = structs.replace(shipped("ausb-bueromanagement"), training_pay=(TrainingYear(year=1, min=4000, max=4000),))
    lost = forgone(path, 37_200, lambda gross: gross)
    assert lost is not None
    assert (float(lost.low), lost.complete) == (0, False)
    assert forgone(shipped("fw-wirtschaft"), 37_200, lambda gross: gross) is None
    item = row(prompt, "--from", "kaufmann-bueromanagement", "--pay", "3100", path="ausb-bueromanagement")
    assert item["forgone"] == {"low": 74376, "high": 74376, "complete": True}
    assert item["worth"]["middle"]["cost"] == 74376


def test_what_only_helps_is_never_called_worth_it(prompt: Prompt) -> None:
    item = row(prompt, "--from", "kaufmann-bueromanagement", path="aevo", role="office-manager")
    assert (item["purpose"], item["worth"]) == ("helps", None)


def test_an_offer_without_a_start_or_a_length_has_no_end() -> None:
    path = shipped("fw-wirtschaft")
    assert end_of_offer(CourseOffer(price=1), path) is None
    # The profile says 12 to 18 months: from January 2027 at the latest until June 2028.
    assert end_of_offer(CourseOffer(start="2027-01"), path) == "2028-06"
    assert offered(path, None) is path


ANSWERED = {
    # What a person tells, the condition that asks for it, and the schemes that have it.
    "state": {("bildungsurlaub", "state")},
    "employed": {("qualifizierungschancen", "employed"), ("qualifizierungsgeld", "employed")},
    "education": {("afbg", "degree"), ("aufstiegsstipendium", "degree")},
    "teaching_hours": {("afbg", "hours"), ("qualifizierungschancen", "hours"), ("qualifizierungsgeld", "hours")},
    "experience": {("aufstiegsstipendium", "practice")},
}


def people(count: int) -> Iterator[Applicant]:
    chance = random.Random(2026)  # noqa: S311  the same people each time

    def perhaps(values: list[Any]) -> Any:  # noqa: ANN401
        return chance.choice([None, *values])

    for _ in range(count):
        yield Applicant(
            state=perhaps(list(LAND_BY_CODE)),
            age=perhaps(list(range(*BOUNDS["age"]))),
            education=perhaps(list(EDUCATIONS)),
            employed=perhaps([True, False]),
            tenure=perhaps([0, 1, 5]),
            experience=perhaps([0, 1, 2, 30]),
            company_size=perhaps([5, 50, 5000]),
            hours=perhaps([10, 20, 40]),
            teaching_hours=perhaps([100, 121, 200, 380, 400, 560]),
            approved=perhaps([True, False]),
        )


def test_every_verdict_has_a_reason_and_nothing_is_asked_that_was_told() -> None:
    paths = [shipped(name) for name in CATALOG.training_ids()]
    for number, who in enumerate(people(10_000)):
        for item in rule(paths[number % len(paths)], who, DRAWER, DAY):
            reason = {"applies": item.met, "may-apply": item.open, "does-not-apply": item.against}[item.verdict]
            assert reason, (item, who)
            told = {name for name in ANSWERED if getattr(who, name) is not None}
            asked = {(item.scheme, condition) for condition in item.open}
            assert not asked & {pair for name in told for pair in ANSWERED[name]}, (item, who)
