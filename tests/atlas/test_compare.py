"""Official occupations side by side: what is official of each, and no empty rows of duties."""

from __future__ import annotations

import pytest

from jobcli.atlas.occupation import occupation
from tests.conftest import Prompt


def test_each_has_the_figures_that_it_shows_alone(prompt: Prompt) -> None:
    answer = prompt("compare", "81302", "81301", "83112", "--json").json["result"]
    for item in answer["occupations"]:
        alone = occupation(item["kldb"])
        assert alone is not None
        assert (item["ba"], item["destatis"]) == (alone.ba.median, alone.destatis.median)
        assert item["employees"] == alone.employees
        assert (item["demand"] is None) == (alone.demand is None)
        assert item["skills"] == (len(alone.esco.must) or None)
    # The prototype counted by hand: of 49 skills of helpers 40 are those of nurses, of 20 of child care none.
    assert [(item["skills"], item["shared"]) for item in answer["occupations"]] == [(88, None), (49, 40), (20, 0)]
    assert answer["attribution"]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_no_row_of_duties_is_empty(prompt: Prompt, lang: str, width: int) -> None:
    page = prompt("compare", "81302", "81301", "83112", lang=lang, width=width).out
    for words in (
        "Areas of work",
        "Arbeitsbereiche",
        "What all share",
        "Was alle teilen",
        "Time and cost",
        "Zeit und Kosten",
    ):
        assert words not in page
    assert "ESCO" in page
    assert "Destatis" in page


def test_a_role_beside_an_occupation_has_its_official_group(prompt: Prompt) -> None:
    answer = prompt("compare", "26212", "cto", "--json").json["result"]
    assert [item["kldb"] for item in answer["occupations"]] == ["26212", "71394"]
    assert prompt("compare", "cto", "cdo", "--json").json["result"]["occupations"] == []
