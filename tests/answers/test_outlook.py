"""The outlook of occupations: what the published tables say of them, by hand, and what is never concluded from a gap."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from jobcli.atlas.outlook import signs_of
from jobcli.domain.outlook import rating_of
from tests.conftest import ROOT, Prompt

SHORTAGE = ROOT.parent / "shared" / "data" / "occupations" / "shortage"


def outlook(prompt: Prompt, *words: str) -> dict[str, Any]:
    answer: dict[str, Any] = prompt("outlook", *words, "--json").json["result"]
    return answer


@pytest.mark.parametrize(
    ("points", "rating"),
    [(3, "yes"), (2.0, "yes"), (1.999, "watched"), (1.5, "watched"), (1.49, "no"), (0, "no"), (None, "not-rated")],
)
def test_from_two_points_on_people_are_short_and_no_points_are_no_rating(points: float | None, rating: str) -> None:
    assert rating_of(points) == rating


def test_an_electrician_is_what_the_tables_say(prompt: Prompt) -> None:
    found = outlook(prompt, "26212", "--state", "SN")
    demand = found["demand"]
    # Fachkräfteengpassanalyse 2025, 26212: 16 points of six figures, 109 days, 1.03 unemployed for each vacancy, rate 2.7,
    # part-time 4.33, the share of the older +1.32 points, and 71.12 percent of the work could be done by machines.
    assert (demand["rating"], demand["points"]) == ("yes", round(16 / 6, 3))
    assert (demand["vacancy_days"], demand["seekers"], demand["unemployment"]) == (109, 1.03, 2.7)
    assert (demand["part_time"], demand["older_change"]) == (4.33, 1.32)
    assert found["machines"]["percent"] == 71.12
    # Group 262, skilled workers: Saxony 2.5, Thuringia 2.5, all twelve regions from 2 on.
    assert demand["here"] == {"states": ["SN"], "points": 2.5, "rating": "yes"}
    assert [region["rating"] for region in demand["regions"]["regions"]] == ["yes"] * 12
    # OTSS: by hand 0.0877 to 0.1189, digital 0.5218 to 0.3538, newest 0.3904 to 0.5273.
    assert found["skills"]["before"] == {"year": 2012, "manual": 0.0877, "digital": 0.5218, "frontier": 0.3904}
    assert found["skills"]["now"] == {"year": 2023, "manual": 0.1189, "digital": 0.3538, "frontier": 0.5273}
    # Destatis, April 2025: men 3,688, women 3,207; 3207 / 3688 = 0.8696.
    assert (found["pay"]["men"], found["pay"]["women"], found["pay"]["women_against_men"]) == (3688, 3207, -0.1304)


def test_a_role_has_the_figures_of_its_official_occupation(prompt: Prompt) -> None:
    found = outlook(prompt, "office-manager")
    # 71403: 9 points of six figures are 1.5.
    assert (found["role"], found["kldb"], found["demand"]["rating"]) == ("office-manager", "71403", "watched")
    assert "watched" in prompt("outlook", "office-manager").out


def test_two_laender_are_one_region_and_a_region_without_points_is_not_rated(prompt: Prompt) -> None:
    # Group 714, specialists: Hamburg with Schleswig-Holstein 1.25; of Thuringia there is nothing.
    assert outlook(prompt, "71403", "--state", "HH")["demand"]["here"] == {
        "states": ["SH", "HH"],
        "points": 1.25,
        "rating": "no",
    }
    assert outlook(prompt, "71403", "--state", "TH")["demand"]["here"]["rating"] == "not-rated"


def test_what_is_not_rated_is_never_called_a_no(prompt: Prompt) -> None:
    for code in ("11101", "01104", "12203"):
        found = outlook(prompt, code)
        assert found["demand"] is None or found["demand"]["rating"] == "not-rated", code
        assert "not-rated-is-not-no" in found["does_not_say"]
        page = prompt("outlook", code).out
        assert "not rated, which is not a no" in page
        assert "Shortage    no" not in page


def test_care_is_rated_as_one_and_its_zero_is_said_as_very_little(prompt: Prompt) -> None:
    found = outlook(prompt, "81302", "--state", "BY")
    assert (found["demand"]["rated_together"], found["demand"]["regions"]["group"]) == ("care", "care")
    # Care in Bavaria, skilled workers: 2.667.
    assert found["demand"]["here"]["points"] == 2.667
    assert (found["machines"]["percent"], found["machines"]["very_little"]) == (None, True)
    assert "rated-together" in found["does_not_say"]
    # Midwives (81353) are no part of it, and of child care skilled workers are rated with the specialists: Bavaria 2.167.
    midwife = signs_of("81353", care=False)
    assert midwife.regions is None
    assert outlook(prompt, "83112", "--state", "BY")["demand"]["here"]["points"] == 2.167


def test_the_land_of_the_settings_is_named_and_said(prompt: Prompt) -> None:
    assert prompt("me", "set", "state", "BY").code == 0
    found = outlook(prompt, "26212")
    assert (found["demand"]["here"]["states"], found["from_me"]) == (["BY"], ["state"])
    assert outlook(prompt, "26212", "--no-me")["demand"]["here"] is None


def test_a_role_with_a_code_that_there_is_not_says_what_to_do(prompt: Prompt) -> None:
    folder = prompt.home / "own"
    folder.mkdir(parents=True)
    text = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
    (folder / "mine.yaml").write_text(text.replace('kldb: "71402"', 'kldb: "71409"'), encoding="utf-8")
    outcome = prompt("outlook", "mine", "--profiles", str(folder), "--json")
    assert outcome.code == 1
    assert outcome.json["problems"][0]["code"] == "no-official-occupation"
    assert f"jobcli search --profiles {folder} mine" in outcome.json["problems"][0]["hint"]


@pytest.mark.skipif(not SHORTAGE.is_dir(), reason="the publisher's files lie beside the checkout of the founders")
def test_every_region_is_that_of_the_publisher() -> None:
    with (SHORTAGE / "engpass_laender_kldb3.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kldb3"].isdecimal()]
    checked = 0
    for row in rows:
        found = signs_of(f"{row['kldb3']}0{row['level']}", care=False).regions
        assert found is not None
        for region in found.regions:
            cell = row["+".join(region.states)]
            assert region.points == (float(cell) if cell else None), row
            checked += 1
    assert checked == 12 * len(rows) == 4956
