"""From code to code, and between codes and roles: levels, shared skills, trainings, licences."""

from __future__ import annotations

from typing import Any

import pytest

from jobcli.atlas.build import RELATIONS
from jobcli.atlas.occupation import occupation
from jobcli.atlas.relatedness import essential, levels_between, shared_and_left
from jobcli.atlas.tables import read
from tests.conftest import ROOT, Prompt


def routed(prompt: Prompt, start: str, goal: str) -> dict[str, Any]:
    found: dict[str, Any] = prompt("route", start, goal, "--json").json["result"]
    return found


def skills_by_hand(code: str) -> set[int]:
    """Of the tables: the essential skills of the occupations of ESCO that belong most closely to a code."""
    relations = [row for row in read(ROOT / "atlas", "esco_kldb") if row["code"] == code]
    closest = min(RELATIONS.index(row["relation"]) for row in relations)
    numbers = {row["number"] for row in relations if row["relation"] == RELATIONS[closest]}
    rows = [row for row in read(ROOT / "atlas", "esco") if row["number"] in numbers]
    return {int(skill) for row in rows for skill in row["essential"].split()}


@pytest.mark.parametrize(("start", "goal"), [("81301", "81302"), ("71402", "71403"), ("26212", "26303")])
def test_shared_skills_are_those_of_the_tables(start: str, goal: str) -> None:
    before, after = skills_by_hand(start), skills_by_hand(goal)
    assert set(essential(start)) == before
    shared, left = shared_and_left(start, goal)
    assert (len(shared), len(left)) == (len(before & after), len(after - before))


def test_the_stored_count_of_similar_occupations_is_the_one_that_is_counted() -> None:
    found = occupation("81302")
    assert found is not None
    for other in found.similar:
        shared, _ = shared_and_left("81302", other.kldb)
        assert len(shared) == other.shared


def test_a_way_up_passes_each_level_and_says_training_and_licence(prompt: Prompt) -> None:
    assert levels_between("81301", "81313") == ["81302"]
    answer = routed(prompt, "81301", "81313")
    assert [stop["kldb"] for stop in answer["stops"]] == ["81301", "81302", "81313"]
    first, second = answer["stages"]
    assert (first["nearness"], first["levels_up"], len(first["shared"])) == ("ladder", 1, 40)
    assert [item["months"] for item in first["trainings"]] == [[36]]
    assert answer["stops"][1]["licence"] == "licence"
    # The mapping knows no occupation of ESCO that is close enough to specialist nurses.
    assert (second["skills_known"], second["shared"], second["learn"]) == (False, [], [])
    page = prompt("route", "81301", "81313").out
    assert "PflBG" in page
    assert "not comparable" in page


def test_a_role_and_a_code_are_linked_in_both_directions(prompt: Prompt) -> None:
    answer = routed(prompt, "71402", "backoffice-manager")
    assert answer["stops"][1]["kldb"] == "71403"
    assert answer["stages"][0]["nearness"] == "ladder"
    assert "kaufmann-bueromanagement" in [role["id"] for role in answer["stops"][0]["profiles"]]
    page = " ".join(prompt("route", "71402", "backoffice-manager").out.split())
    assert "jobcli route kaufmann-bueromanagement backoffice-manager" in page
    back = routed(prompt, "backoffice-manager", "71402")
    assert [stop["id"] for stop in back["stops"]] == ["backoffice-manager", "71402"]
    assert back["stages"][0]["gain_year"] == -answer["stages"][0]["gain_year"]
    assert routed(prompt, "71403", "backoffice-manager")["stages"][0]["nearness"] == "same"


def test_what_makes_no_way_is_refused(prompt: Prompt) -> None:
    assert prompt("route", "81302", "81302").code == 2
    assert prompt("route", "81302", "nobody-at-all").code == 1


def test_the_paths_of_a_role_with_the_same_code_are_those_of_the_occupation(prompt: Prompt) -> None:
    role = {path["id"] for path in prompt("paths", "kaufmann-bueromanagement", "--json").json["result"]["paths"]}
    code = {path["id"] for path in prompt("paths", "71402", "--json").json["result"]["paths"]}
    assert role
    assert role <= code
