"""Official occupations as a list: by group, by shortage, by pay in a Land; each one line, each with its code."""

from __future__ import annotations

from typing import Any

import pytest

from jobcli.atlas.file import opened
from tests.conftest import Prompt


def rows(prompt: Prompt, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = prompt("list", *words, "--json").json["result"]["occupations"]
    return found


def test_a_group_lists_its_occupations_by_code(prompt: Prompt) -> None:
    found = rows(prompt, "43")
    wanted = [f"{code:05}" for (code,) in opened().execute("SELECT code FROM occ WHERE code / 1000 = 43 ORDER BY code")]
    assert [row["id"] for row in found] == [row["kldb"] for row in found] == wanted
    assert {row["kind"] for row in found} == {"occupation"}
    assert [row["id"] for row in rows(prompt, "81302")] == ["81302"]


def test_a_large_group_lists_the_groups_in_it_and_they_have_all_its_occupations(prompt: Prompt) -> None:
    number = {}
    for group in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"):
        answer = prompt("list", group, "--json").json["result"]
        number[group] = sum(row["occupations"] for row in answer["groups"]) or len(answer["occupations"])
    assert sum(number.values()) == 1301
    assert [row["code"] for row in prompt("list", "4", "--json").json["result"]["groups"]] == ["41", "42", "43"]


def test_filters_leave_what_they_say(prompt: Prompt) -> None:
    found = rows(prompt, "--shortage", "--min-pay", "45000", "--level", "skilled", "--land", "BY")
    assert {row["shortage"] for row in found} == {"yes"}
    assert {row["level"] for row in found} == {"skilled"}
    pays = [row["gross_year"]["p50"] for row in found]
    assert pays == sorted(pays, reverse=True)
    assert min(pays) >= 45000
    # The middle is that of `estimate`, in the same Land.
    (own,) = prompt("estimate", "81302", "--state", "BY", "--json").json["result"]["estimates"]
    assert next(row["gross_year"]["p50"] for row in found if row["id"] == "81302") == own["gross_year"]["p50"]
    (short,) = opened().execute("SELECT count(*) FROM occ WHERE shortage = 1").fetchone()
    assert len(rows(prompt, "--shortage")) == short == 167


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_each_occupation_is_one_line(prompt: Prompt, lang: str, width: int) -> None:
    out = prompt("list", "43", lang=lang, width=width).out
    rows = out.split("\n\n")[1].splitlines()
    assert [line[2:4] for line in rows if line.strip()] == ["43"] * 37
    assert max(map(len, rows)) <= width


def test_what_there_is_not_is_said(prompt: Prompt) -> None:
    assert prompt("list", "99").code == 1
    assert prompt("list", "nurse").code == 1
    assert prompt("list", "43", "--subject", "logistics").code == 2
    assert prompt("list", "43", "--min-pay", "900000").code == 1
