"""How firmly figures stand: the marks of each, the order of the weakest, and that no figure is left out."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer, Figures
from jobcli.files.catalog import Catalog
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.pay.provenance import (
    MARKS,
    Footing,
    FootingKind,
    age,
    counts,
    footings_of_drawer,
    footings_of_role,
    weakest_first,
)
from tests.conftest import DAY, Prompt

TODAY = DAY.isoformat()
SOURCE = Source(publisher="Guild", title="Pay", url="https://example.org", published="2026-01", read="2026-02-01")
TABLE = Figures(
    what=Words(en="Pay"),
    unit="euros",
    since="2026-01",
    confidence="official_page",
    source=SOURCE,
    values={"BY": 1},
)


def checked(prompt: Prompt, *words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = prompt("sources", "--check", *words, "--json").json["result"]["checked"]
    return rows


def marks_of(table: Figures) -> tuple[str, ...]:
    (item,) = footings_of_drawer(Drawer(tables={"pay": table}), TODAY)
    return item.marks


@pytest.mark.parametrize(
    ("changes", "source", "marks"),
    [
        ({}, {}, ()),
        ({"doubt": Words(en="Hm.")}, {}, ("doubt",)),
        ({"confidence": "news_copy"}, {}, ("copy",)),
        ({"confidence": "third_party_extract"}, {}, ("copy",)),
        ({"confidence": "official_data"}, {}, ("copy",)),
        ({}, {"read_in": "https://example.org/copy"}, ("copy",)),
        ({"confidence": "derived"}, {}, ("derived",)),
        ({}, {"dating": "inferred"}, ("inferred",)),
        ({}, {"published": None}, ("undated",)),
        # Five years before 24 November 2026: October 2021 is older, November 2021 is not.
        ({"since": "2021-10"}, {}, ("old",)),
        ({"since": "2021-11"}, {}, ()),
        # A law is in force until it is changed.
        ({"since": "1976-04", "confidence": "official_text"}, {}, ()),
        ({"doubt": Words(en="Hm."), "since": "2009"}, {"published": None}, ("doubt", "undated", "old")),
    ],
)
def test_what_speaks_against_a_table_is_marked(
    changes: dict[str, Any], source: dict[str, Any], marks: tuple[str, ...]
) -> None:
    table = structs.replace(TABLE, source=structs.replace(SOURCE, **source))
    assert marks_of(structs.replace(table, **changes)) == marks


def test_a_dated_table_is_as_old_as_its_newest_value_in_force() -> None:
    values = {"2015-01": 8.5, "2020-01": 9.35, "2027-01": 14.6}
    table = structs.replace(TABLE, keyed_by="date", since="2015-01", values=values)
    (item,) = footings_of_drawer(Drawer(tables={"pay": table}), TODAY)
    # From January 2020 to November 2026: six full years and ten months.
    assert (item.moment, item.age, item.marks) == ("2020-01", 6, ("old",))


@pytest.mark.parametrize(
    ("moment", "years"),
    [
        ("2026-11", 0),
        ("2025-12", 0),
        ("2025-11", 1),
        ("2025-11-30", 1),
        ("2019-07", 7),
        ("2025", 0),
        ("2024", 1),
        ("2027", 0),
    ],
)
def test_an_age_is_counted_in_full_years(moment: str, years: int) -> None:
    assert age(moment, TODAY) == years
    assert age(None, TODAY) is None


def test_the_figures_of_the_first_role_have_the_marks_that_its_file_shows(prompt: Prompt) -> None:
    pay = {row["id"]: row["marks"] for row in checked(prompt, "backoffice-manager") if row["kind"] == "pay"}
    # By hand from profiles/backoffice-manager.yaml.
    assert pay["t3n-2019"] == ["doubt", "inferred", "old"]
    assert pay["gehaltsvergleich-2016"] == ["derived", "old"]
    assert pay["robert-half-2014"] == ["old"]
    assert pay["stepstone-2025"] == []


def test_no_figure_is_left_out(prompt: Prompt) -> None:
    catalog = Catalog()
    profiles = catalog.profiles()
    tables = [*open_drawer().tables, *open_drawer(FUNDING).tables]
    rows = checked(prompt)
    assert sorted(row["id"] for row in rows if row["kind"] == "table") == sorted(tables)
    observed = [(one.id, item.id) for one in profiles for item in one.role.pay.observations]
    assert sorted((row["owner"], row["id"]) for row in rows if row["kind"] == "pay") == sorted(observed)
    paths = {path.id: path for one in profiles for path in one.paths}
    priced = [path for path in paths.values() if path.cost.course]
    assert sum(row["kind"] == "course" for row in rows) == len(priced)
    lengths = [step for path in paths.values() for step in path.steps if step.months]
    assert sum(row["kind"] == "step_months" for row in rows) == len(lengths)


def test_a_path_of_several_roles_is_told_once(prompt: Prompt) -> None:
    rows = [(row["owner"], row["kind"], row["id"]) for row in checked(prompt)]
    assert len(rows) == len(set(rows))


def test_the_same_is_told_as_a_table_and_in_numbers(prompt: Prompt) -> None:
    outcome = prompt("sources", "--check", "--output", "csv")
    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    told = checked(prompt)
    assert [(row["kind"], row["id"], row["marks"].split()) for row in rows] == [
        (row["kind"], row["id"] or "", row["marks"]) for row in told
    ]
    assert [row["publisher"] for row in rows] == [row["source"]["publisher"] for row in told]
    summary = prompt("sources", "--check", "--json").json["result"]["summary"]
    assert summary.pop("figures") == len(told)
    assert summary.pop("none") == sum(not row["marks"] for row in told)
    assert summary == {mark: sum(mark in row["marks"] for row in told) for mark in MARKS}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("width", [60, 120])
def test_the_page_shows_every_marked_figure_and_counts_the_others(prompt: Prompt, lang: str, width: int) -> None:
    outcome = prompt("sources", "--check", "cto", lang=lang, width=width)
    text = " ".join(outcome.out.split())
    rows = checked(prompt, "cto")
    for row in rows:
        assert (row["name"][lang] in text) or not row["marks"]
    unmarked = sum(not row["marks"] for row in rows)
    assert f"{len(rows)} {'Zahlen' if lang == 'de' else 'figures'}: {unmarked} " in text


ANY = st.builds(
    Footing,
    owner=st.sampled_from(["a", "b", None]),
    name=st.just(Words(en="x")),
    kind=st.sampled_from(["pay", "months"]),
    id=st.text("abc", min_size=1, max_size=3),
    moment=st.none(),
    age=st.none() | st.integers(0, 40),
    marks=st.sets(st.sampled_from(MARKS)).map(lambda found: tuple(mark for mark in MARKS if mark in found)),
    source=st.just(SOURCE),
)


@given(st.lists(ANY, max_size=12))
def test_the_weakest_come_first_whatever_the_order_before(found: list[Footing]) -> None:
    ranked = weakest_first(found)
    assert {(item.owner, item.kind, item.id) for item in ranked} == {(item.owner, item.kind, item.id) for item in found}
    for first, second in pairwise(ranked):
        assert len(first.marks) >= len(second.marks)
        if len(first.marks) == len(second.marks):
            assert [MARKS.index(mark) for mark in first.marks] <= [MARKS.index(mark) for mark in second.marks]
    counted = counts(ranked)
    assert sum(counted[mark] for mark in MARKS) == sum(len(item.marks) for item in ranked)


def test_between_figures_that_are_as_weak_the_older_comes_first_then_the_owner_the_kind_and_the_id() -> None:
    def one(owner: str | None, kind: FootingKind, name: str | None, age: int | None = 3) -> Footing:
        words = Words(en="x")
        return Footing(
            owner=owner, name=words, kind=kind, id=name, moment=None, age=age, marks=("undated",), source=SOURCE
        )

    # A table belongs to nobody and comes before what belongs to someone; a figure of unknown age is not the older one.
    ranked = [
        one("b", "pay", "x", 4),
        one(None, "table", "a"),
        one(None, "table", "b"),
        one("a", "months", None),
        one("a", "pay", "a"),
        one("a", "pay", "b"),
        one("b", "months", None),
        one("a", "months", "z", None),
    ]
    assert weakest_first(ranked) == weakest_first(reversed(ranked)) == ranked
    assert weakest_first([*ranked, *ranked]) == ranked


def test_the_figures_are_judged_by_the_day(prompt: Prompt) -> None:
    catalog = Catalog()
    profile = catalog.profile("backoffice-manager")
    assert profile
    old = {
        day: {item.id for item in footings_of_role(structs.replace(profile, paths=()), day) if "old" in item.marks}
        for day in ("2020-01-01", TODAY)
    }
    assert old["2020-01-01"] == {"robert-half-2014"}
    assert old[TODAY] >= {"robert-half-2014", "gehaltsvergleich-2016", "t3n-2019"}
    assert prompt("sources", "--check", "nobody").code == 1
