"""`--as-of`: an answer from the figures that were known then, and a plain word where none were."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.cli.day_readers import known_by, read_moment
from jobcli.domain.pay import Person
from jobcli.domain.refusal import Refusal
from jobcli.files.figures import open_drawer
from jobcli.pay.anchor import NotKnownYet, is_old
from jobcli.pay.estimate import Estimate, estimate
from tests.conftest import Prompt, profile_of
from tests.pay.test_estimate import observation, role_with

DRAWER = open_drawer()
# The anchor is of 2019; two others are older and newer.
ROLE = role_with(
    observation("anchor", 40_000, as_of="2019-07"),
    observation("before", 30_000, as_of="2015"),
    observation("after", 50_000, as_of="2024-11"),
)


def on(day: str) -> Estimate:
    return estimate(profile_of("test-role", ROLE), Person(), DRAWER, day)


def test_what_was_observed_later_is_not_known_yet() -> None:
    assert [other.observation.id for other in on("2024-10-31").others] == ["before"]
    assert [other.observation.id for other in on("2024-11-01").others] == ["before", "after"]


def test_before_the_usual_start_the_newest_figure_of_that_time_stands_in() -> None:
    item = on("2018-12-31")
    assert (item.anchor.id, item.substitute) == ("before", True)
    assert (on("2019-07-01").anchor.id, on("2019-07-01").substitute) == ("anchor", False)
    # Yearly changes as published: 2016 +2.3, 2017 +2.5, 2018 +3.1 %. 1.023 x 1.025 x 1.031 = 1.0811.
    assert item.as_of == "2018-12"
    assert item.receipt[1].multiplier == Decimal("1.0811")
    assert item.gross_year.p50 == 32_433


def test_before_the_first_figure_there_is_no_answer_and_the_first_figure_is_named() -> None:
    with pytest.raises(NotKnownYet) as caught:
        on("2014-12-31")
    assert caught.value.first == "2015"


def test_the_minimum_wage_is_that_of_the_day_and_none_before_the_first() -> None:
    poor = role_with(observation("anchor", 12_000, as_of="2019-07"))
    # 12.41 EUR from 2024 on: 12.41 x 40 x 52 = 25,812.80
    assert estimate(profile_of("test-role", poor), Person(), DRAWER, "2024-06-30").floor == 25_813
    # 12.00 EUR from October 2022 on: 24,960
    assert estimate(profile_of("test-role", poor), Person(), DRAWER, "2022-10-01").floor == 24_960
    before = estimate(profile_of("test-role", poor), Person(), DRAWER, "2022-09-30")
    assert (before.floor, before.floor_known) == (None, False)


@given(
    day=st.dates(date(2016, 1, 1), date(2026, 11, 24)), later=st.integers(0, 3_000), land=st.sampled_from(["BY", "SN"])
)
def test_a_later_day_never_knows_less(day: date, later: int, land: str) -> None:
    then = estimate(profile_of("test-role", ROLE), Person(state=land), DRAWER, day.isoformat())
    end = min(date.fromordinal(day.toordinal() + later), date(2026, 11, 24))
    now = estimate(profile_of("test-role", ROLE), Person(state=land), DRAWER, end.isoformat())
    assert then.as_of <= now.as_of <= "2025-11"
    assert then.as_of <= day.isoformat()
    assert {other.observation.id for other in then.others} | {then.anchor.id} <= {
        other.observation.id for other in now.others
    } | {now.anchor.id}


@pytest.mark.parametrize(
    ("moment", "day", "old"),
    [
        ("2019-07", "2024-07-31", False),
        ("2019-07", "2024-08-01", True),
        ("2019", "2024-12-31", False),
        ("2019", "2025-01-01", True),
    ],
)
def test_a_figure_is_old_after_five_years(moment: str, day: str, *, old: bool) -> None:
    assert is_old(moment, day) is old


@pytest.mark.parametrize(
    ("typed", "moment", "day"),
    [
        ("2024-06", "2024-06", "2024-06-30"),
        ("2024-2", "2024-02", "2024-02-29"),
        ("06.2024", "2024-06", "2024-06-30"),
        ("15.6.2024", "2024-06-15", "2024-06-15"),
        ("2024", "2024", "2024-12-31"),
        # The month and the year that run have not ended: today counts.
        ("2026-11", "2026-11", "2026-11-24"),
        ("2026", "2026", "2026-11-24"),
    ],
)
def test_a_date_is_read_in_each_usual_form_and_means_its_end(typed: str, moment: str, day: str) -> None:
    assert read_moment(typed) == moment
    assert known_by(moment, date(2026, 11, 24)) == day


@pytest.mark.parametrize("typed", ["gestern", "2024-13", "30.02.2024", "24-06", "0000", "٢٠٢٤x", "", "2024-06-31"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_moment(typed)
    assert (caught.value.code, caught.value.problems[0].code) == (2, "bad-date")


def test_the_command_says_which_month_its_money_is_in(prompt: Prompt) -> None:
    outcome = prompt("estimate", "backoffice-manager", "--as-of", "2024-06", "--state", "BY", "--full")
    assert outcome.code == 0
    assert "in June 2024 euros" in outcome.out
    assert "one edition only" in outcome.out
    first = " ".join(prompt("estimate", "backoffice-manager", "--as-of", "2024-06", "--state", "BY").out.split())
    assert "Wages up to June 2024" in first
    assert "one edition only" in first
    data = prompt("estimate", "backoffice-manager", "--as-of", "2024-06", "--json").json["result"]
    assert (data["as_of"], data["estimates"][0]["known_on"]) == ("2024-06", "2024-06-30")


@pytest.mark.parametrize(
    "words", [("estimate", "backoffice-manager"), ("estimate", "backoffice-manager", "--by", "state")]
)
def test_a_day_before_the_first_figure_is_an_error_that_names_it(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words, "--as-of", "1999")
    assert (outcome.code, outcome.out) == (1, "")
    assert "its first figure is of 2016" in " ".join(outcome.err.split())
    assert "Choose --as-of 2016 or later." in outcome.err


def test_of_all_roles_those_without_a_figure_then_are_named_and_the_others_shown(prompt: Prompt) -> None:
    outcome = prompt("estimate", "--as-of", "2020")
    assert outcome.code == 0
    assert "backoffice-manager" in outcome.out
    assert "'cdo'" in outcome.err
    assert prompt("estimate", "--as-of", "1999").code == 1


def test_the_future_is_not_known(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--as-of", "2026-12")
    assert (outcome.code, outcome.out) == (2, "")
    assert "lies ahead" in outcome.err


def test_an_old_figure_carries_a_mark_in_words(prompt: Prompt) -> None:
    # t3n is of July 2019.
    assert "t3n, July 2019, older than five years" in prompt("show", "backoffice-manager", "--pay").out
    assert "of July 2019, is older than five years" in " ".join(
        prompt("estimate", "backoffice-manager", "--certainty").out.split()
    )
    then = prompt("estimate", "backoffice-manager", "--as-of", "2024-07", "--certainty").out
    assert "of July 2019, is older" not in " ".join(then.split())


def test_the_receipt_with_sources_can_be_asked_for_of_several_roles(prompt: Prompt) -> None:
    assert prompt("estimate", "cto", "--explain").out == prompt("estimate", "cto", "--full").out
    both = prompt("estimate", "cto", "cdo", "--explain").out
    assert both.count("Receipt") == 2
    assert "Receipt" not in prompt("estimate", "cto", "cdo").out
