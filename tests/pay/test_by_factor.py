"""One factor varied: each point is the estimate that one would get by telling it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.pay import LANDS, Person
from jobcli.files.figures import open_drawer
from jobcli.pages.by_factor import TILES
from jobcli.pay.by_factor import PayVaried, vary
from jobcli.pay.estimate import estimate
from tests.conftest import Prompt, profile_of
from tests.pay.test_estimate import DAY, observation, role_with

DRAWER = open_drawer()
ROLE = role_with(observation())


@given(state=st.sampled_from([land.code for land in LANDS]), size=st.none() | st.integers(1, 5_000))
def test_a_point_of_the_map_is_the_estimate_for_that_land(state: str, size: int | None) -> None:
    person = Person(company_size=size)
    point = next(
        each for each in vary(profile_of("test-role", ROLE), person, "state", DRAWER, DAY).points if each.value == state
    )
    told = estimate(profile_of("test-role", ROLE), structs.replace(person, state=state), DRAWER, DAY)
    assert point.gross_year == told.gross_year


def test_pay_rises_with_every_year_with_the_employer_up_to_thirty() -> None:
    points = vary(profile_of("test-role", ROLE), Person(), "tenure", DRAWER, DAY).points
    amounts = [point.gross_year.p50 for point in points]
    # The effect 0.006794625·t − 0.000053742·t² has its peak at 0.006794625 / (2 × 0.000053742) = 63 years.
    assert [point.value for point in points] == [str(years) for years in range(31)]
    assert amounts == sorted(amounts)


def test_pay_is_linear_in_hours() -> None:
    points = vary(profile_of("test-role", ROLE), Person(), "hours", DRAWER, DAY).points
    whole = points[-1].gross_year.p50
    for point in points:
        assert point.gross_year.p50 == pytest.approx(whole * int(point.value) / 40, abs=1)


@pytest.mark.parametrize(
    ("by", "values", "own"),
    [
        ("hours", ["15", "20", "25", "30", "35", "40"], "35"),
        ("company-size", ["1-9", "10-49", "50-249", "250-499", "500-999", "1000+"], "50-249"),
        ("tenure", [str(years) for years in range(31)], "3"),
        ("state", [land.code for land in LANDS], "BY"),
        ("industry", list(DRAWER["industry-effect"].values), "J62"),
    ],
)
def test_every_value_stands_once_and_the_own_one_is_chosen(by: PayVaried, values: list[str], own: str) -> None:
    me = Person(state="BY", tenure=3, company_size=60, industry="J62", hours=35.0)
    profile = profile_of("test-role", ROLE)
    found = vary(profile, me, by, DRAWER, DAY)
    assert [point.value for point in found.points] == values
    assert [point.value for point in found.points if point.chosen] == [own]
    assert found.as_of == estimate(profile, me, DRAWER, DAY).as_of
    # The own value is what the person gets without varying anything.
    chosen = next(point for point in found.points if point.chosen)
    assert chosen.gross_year == estimate(profile, me, DRAWER, DAY).gross_year
    assert not any(point.chosen for point in vary(profile, Person(), by, DRAWER, DAY).points)


def test_nobody_is_longer_with_an_employer_than_in_working_life() -> None:
    points = vary(profile_of("test-role", ROLE), Person(experience=4), "tenure", DRAWER, DAY).points
    assert [point.value for point in points] == ["0", "1", "2", "3", "4"]


def test_the_map_has_a_tile_for_each_land_and_none_twice() -> None:
    tiles = [code for row in TILES for code in row if code]
    assert sorted(tiles) == sorted(land.code for land in LANDS)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("by", ["state", "tenure", "company-size", "industry", "hours"])
def test_every_variation_fits_the_terminal(prompt: Prompt, by: str, lang: str, width: int) -> None:
    outcome = prompt("estimate", "cto", "--by", by, "--state", "BY", lang=lang, width=width)
    assert outcome.code == 0
    assert max(len(line) for line in outcome.out.splitlines()) <= width
    assert "…" not in outcome.out


def test_each_tile_carries_its_code_and_its_number(prompt: Prompt) -> None:
    data = prompt("estimate", "cto", "--by", "state", "--json").json["result"]
    shown = prompt("estimate", "cto", "--by", "state").out
    grid = shown[shown.index("Map") : shown.index("Table")]
    for point in data["points"]:
        assert re.search(rf"\b{point['value']}\b", grid)
        assert f"€{point['gross_year']['p50']:,}" in grid


def test_the_own_value_is_marked_by_a_sign_and_not_by_colour_alone(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--by", "state", "--state", "SN")
    assert outcome.out.count("→ SN") == 2
    assert prompt("estimate", "cto", "--by", "state", "--state", "SN", encoding="ascii").out.count("-> SN") == 2


def test_a_variation_is_a_table_for_spreadsheets(prompt: Prompt) -> None:
    rows = list(csv.reader(io.StringIO(prompt("estimate", "cto", "--by", "company-size", "--output", "csv").out)))
    assert rows[0] == ["company-size", "p10", "p25", "p50", "p75", "p90", "as_of"]
    assert [row[0] for row in rows[1:]] == ["1-9", "10-49", "50-249", "250-499", "500-999", "1000+"]
    data = prompt("estimate", "cto", "--by", "company-size", "--json").json["result"]["points"]
    assert [int(row[3]) for row in rows[1:]] == [point["gross_year"]["p50"] for point in data]


def test_all_roles_are_a_table_too_and_a_profile_is_none(prompt: Prompt) -> None:
    # The line of the heads, and one for each role.
    roles = prompt("list", "--json").json["result"]["roles"]
    assert len(prompt("compare", "--output", "csv").out.splitlines()) == 1 + len(roles)
    outcome = prompt("show", "cto", "--output", "csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("This result is not a table.")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("estimate --by state", "--by varies the pay of one role."),
        ("estimate cto --by sex", "'sex' cannot be varied."),
    ],
)
def test_what_cannot_be_varied_is_said(prompt: Prompt, words: str, message: str) -> None:
    outcome = prompt(*words.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(message)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        # Destatis, April 2025: 8,238 x 12 = 98,856, carried x 1.0241 = 101,238; / 12 = 8,437.50; / (52 x 40) = 48.67; at
        # 32 hours 101,238 x 0.8 / (52 x 32) = 48.67 again.
        ("--per month", "€8,437 gross a month"),
        ("--per hour", "€48.67 gross an hour"),
        ("--per Stunde --hours 32", "€48.67 gross an hour"),
    ],
)
def test_amounts_can_be_shown_a_month_or_an_hour(prompt: Prompt, words: str, shown: str) -> None:
    yearly = prompt("estimate", "cto", "--json").json["result"]["estimates"][0]["gross_year"]["p50"]
    assert yearly == 101_238
    assert shown in prompt("estimate", "cto", *words.split()).out


def test_a_period_that_is_none_is_refused(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--per", "week")
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, "No period 'week'.")
