"""The answer of `discover`: six trial persons, what filters do, and what always stands beside it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcli import api
from jobcli.answers.discover import Discovered, Wishes, discovered
from jobcli.domain.refusal import Refusal
from jobcli.files.figures import INTERESTS, open_drawer
from jobcli.pages.kit.language import Language
from tests.calls import LIKED
from tests.conftest import DAY, Prompt

DAY_SAID = DAY.isoformat()
PERSONS = {
    "building and animals": "522213 412221 531323 423211 522212",
    "people and arts": "235421 314522 114421 234541 125432",
    "sells and leads": "223453 223354 112242 121353 212234",
    "curious and technical": "342212 252322 452124 432122 353113",
    "office and helpful": "233524 322415 112424 232315 121424",
    "flat": "334334 433343 343433 333334 443433",
}
"""Chosen from these words before any result was seen, a row of six types after the other."""


def answers(text: str) -> list[int]:
    return [int(digit) for digit in text.replace(" ", "")]


def codes(found: Discovered) -> list[str]:
    return [row.id for field in found.fields for row in field.occupations]


@pytest.mark.parametrize(
    ("person", "wishes", "fields", "occupations"),
    [
        # Livestock, horses, animal care (whose profile is borrowed), landscaping; crafts and building.
        ("building and animals", Wishes(level="skilled", rough=True), {2}, {"11212", "11232", "11502", "12142"}),
        # Music and the stage; teaching and child care.
        ("people and arts", Wishes(), {19, 23}, {"94124", "84114", "83112"}),
        # Shops; property.
        ("sells and leads", Wishes(), {18}, {"62102", "61313"}),
        # Engineers; chemistry and automation.
        ("curious and technical", Wishes(level="expert"), {5, 6}, {"41304", "26124"}),
        # Medical offices; libraries.
        ("office and helpful", Wishes(), {12, 13}, {"81102", "73322"}),
    ],
)
def test_a_trial_person_gets_what_common_sense_expects(
    person: str, wishes: Wishes, fields: set[int], occupations: set[str]
) -> None:
    found = discovered(answers(PERSONS[person]), wishes, DAY_SAID)
    assert {field.id for field in found.fields} >= fields
    assert {*codes(found)} >= occupations


def refused(given_answers: Sequence[int]) -> str:
    with pytest.raises(Refusal) as told:
        discovered(given_answers, Wishes(), DAY_SAID)
    return told.value.problems[0].code


def test_flat_answers_are_refused() -> None:
    assert refused(answers(PERSONS["flat"])) == "flat-answers"


def test_five_unsure_answers_are_taken_and_six_are_refused() -> None:
    told = answers(PERSONS["sells and leads"])
    assert discovered([0] * 5 + told[5:], Wishes(), DAY_SAID).unsure == 5
    assert refused([0] * 6 + told[6:]) == "too-unsure"


def test_the_same_answers_have_the_same_result() -> None:
    assert discovered(answers(LIKED), Wishes(), DAY_SAID) == discovered(answers(LIKED), Wishes(), DAY_SAID)


sittings = st.lists(st.integers(1, 5), min_size=30, max_size=30)
FILTERS = [
    Wishes(level="skilled"),
    Wishes(shortage=True),
    Wishes(level="specialist", shortage=True),
    Wishes(present="71402", at_most_missing=15),
]


@settings(max_examples=25)
@given(sittings, st.sampled_from(FILTERS))
def test_a_filter_takes_away_and_never_reorders(told: list[int], wishes: Wishes) -> None:
    try:
        every = discovered(told, Wishes(present=wishes.present), DAY_SAID)
    except Refusal:
        return
    found = discovered(told, wishes, DAY_SAID)
    assert [(field.id, field.stays) for field in found.fields] == [(field.id, field.stays) for field in every.fields]
    order = codes(every)
    for rows in (codes(found), [row.id for row in found.unknown]):
        assert rows == [code for code in order if code in {*rows}]
    taken = sum(one.taken for one in found.sifted)
    assert len(order) == len(codes(found)) + len(found.unknown) + taken
    for one in found.sifted:
        assert 0 <= one.taken <= one.before
        assert one.without >= len(codes(found))


@settings(max_examples=25)
@given(sittings)
def test_in_each_band_those_of_most_people_come_first(told: list[int]) -> None:
    try:
        found = discovered(told, Wishes(rough=True), DAY_SAID)
    except Refusal:
        return
    for field in found.fields:
        assert [row.band for row in field.occupations] == sorted((row.band for row in field.occupations), reverse=True)
        for band in ("strong", "good"):
            people = [row.employees or 0 for row in field.occupations if row.band == band]
            assert people == sorted(people, reverse=True)
        assert all(row.field == field.id for row in field.occupations)


def test_what_is_not_known_is_in_a_list_of_its_own() -> None:
    found = discovered(answers(LIKED), Wishes(shortage=True), DAY_SAID)
    assert found.unknown
    assert {row.shortage for row in found.unknown} <= {None, "not-rated"}
    assert {row.shortage for field in found.fields for row in field.occupations} == {"yes"}


def test_rough_profiles_are_named_only_where_they_are_asked_for() -> None:
    plain, rough = (discovered(answers(LIKED), Wishes(rough=rough), DAY_SAID) for rough in (False, True))
    grades = [{row.grade for field in found.fields for row in field.occupations} for found in (plain, rough)]
    assert grades == [{"direct", "related"}, {"direct", "related", "rough", "borrowed"}]
    assert [field.id for field in plain.fields] == [field.id for field in rough.fields]


def test_pay_is_estimated_for_the_land_and_compared_with_the_floor() -> None:
    everywhere = discovered(answers(LIKED), Wishes(min_pay=1), DAY_SAID)
    saxony = discovered(answers(LIKED), Wishes(min_pay=1, state="SN"), DAY_SAID)
    pays = [
        {row.id: row.pay_year for field in found.fields for row in field.occupations} for found in (everywhere, saxony)
    ]
    # Lower but for those that the minimum wage holds.
    assert all((pays[1][code] or 0) <= (pay or 0) for code, pay in pays[0].items())
    assert sum((pays[1][code] or 0) < (pay or 0) for code, pay in pays[0].items()) > 0.9 * len(pays[0])
    floor = discovered(answers(LIKED), Wishes(min_pay=50000), DAY_SAID)
    assert codes(floor) == [code for code in codes(everywhere) if (pays[0][code] or 0) >= 50000]


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for below in value.values():
            yield from keys(below)
    elif isinstance(value, list):
        for below in value:
            yield from keys(below)


def test_json_has_neither_fits_nor_ranks_of_occupations(prompt: Prompt) -> None:
    result: dict[str, Any] = prompt("discover", "--answers", LIKED, "--json").json["result"]
    assert not {"r", "fit", "rank", "score", "percent", "likeness"} & {*keys(result)}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("form", ["text", "plain", "md", "html", "svg", "json", "csv"])
@pytest.mark.parametrize("full", [[], ["--full"]], ids=["first", "full"])
def test_the_warning_and_the_owners_stand_in_every_format(
    prompt: Prompt, form: str, full: list[str], lang: str
) -> None:
    outcome = prompt("discover", "--answers", LIKED, "--output", form, *full, lang=lang, width=400)
    assert outcome.code == 0
    said = {"de": ("keine Vorhersage", "nicht erprobt"), "en": ("no forecast", "untested")}[lang]
    # A picture breaks lines, and Markdown needs a backslash before a star.
    text = " ".join(re.sub(r"<[^>]*>|&#160;", " ", outcome.out.replace("\\", "")).split())
    assert all(words in text for words in said)
    if form != "csv":
        assert all(words in text for words in ("O*NET", "CC BY 4.0", "ESCO", "Bundesagentur"))


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("more", [[], ["--level", "skilled", "--min-pay", "40000", "--shortage", "--state", "BY"]])
@pytest.mark.parametrize(("width", "most"), [(80, 24), (60, 30)])
@pytest.mark.parametrize("person", [one for one in PERSONS if one != "flat"])
def test_the_first_screen_is_one_screen(
    prompt: Prompt, person: str, width: int, most: int, more: list[str], lang: str
) -> None:
    out = prompt("discover", "--answers", PERSONS[person].replace(" ", ""), *more, lang=lang, width=width).out
    assert len(out.splitlines()) <= most
    assert max(map(len, out.splitlines())) <= width
    assert "%" not in out


def test_commands_that_do_not_use_it_load_nothing_of_it() -> None:
    code = (
        "import io, sys\nfrom jobcli.cli.app import run\nfrom jobcli.cli.world import real_world\n"
        "sys.stdout, out = io.StringIO(), sys.stdout\n"
        "run(['show', 'cto'], real_world()); run(['list'], real_world())\n"
        "print([name for name in sys.modules if 'interests' in name or 'discover' in name], file=out)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() in ("[]", "['jobcli.domain.interests']")


def test_the_statements_are_the_first_thirty_and_then_sixty() -> None:
    every = tuple(one.text for one in open_drawer(INTERESTS).statements)
    assert (api.statements(), api.statements(more=True)) == (every[:30], every)
    assert Language("de")(every[0]) == "einen verwilderten Garten wieder herrichten"


def test_the_library_refuses_what_is_no_answer() -> None:
    for given_answers in ([3] * 29, [3] * 29 + [6], [3] * 31):
        with pytest.raises(ValueError, match="answers are 30 or 60"):
            api.discover(given_answers)
    with pytest.raises(LookupError, match="about equally"):
        api.discover([3] * 30)
    with pytest.raises(ValueError, match="present"):
        api.discover(answers(LIKED), at_most_missing=3)
