"""The tables of the atlas and the file that is made of them: counts of the sources, the same bytes, fifty occupations."""

from __future__ import annotations

import csv
import gzip
import io
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jobcli.atlas.build import build
from jobcli.atlas.file import FILE, opened
from jobcli.atlas.tables import read
from tests.conftest import ROOT

TABLES = ROOT / "atlas"
SOURCES = ROOT.parent / "shared" / "data"

needs_sources = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the publishers' files lie beside the checkout of the founders"
)


def count(question: str) -> int:
    (number,) = opened().execute(question).fetchone()
    return int(number)


@pytest.mark.parametrize(
    ("number", "question"),
    [
        # The counts that the publishers' files have, by codes.
        (1301, "SELECT count(*) FROM occ"),
        (894, "SELECT count(*) FROM grp"),
        (3039, "SELECT count(*) FROM esco"),
        (5087, "SELECT count(*) FROM esco_kldb"),
        (1168, "SELECT count(*) FROM occ WHERE ba_median NOT NULL OR destatis_median NOT NULL"),
        (908, "SELECT count(*) FROM occ WHERE ba_median NOT NULL"),
        (945, "SELECT count(*) FROM occ WHERE ba_low NOT NULL"),
        (794, "SELECT count(*) FROM occ WHERE ba_high NOT NULL"),
        (1130, "SELECT count(*) FROM occ WHERE destatis_median NOT NULL"),
        (1086, "SELECT count(*) FROM occ WHERE destatis_men NOT NULL"),
        (970, "SELECT count(*) FROM occ WHERE destatis_women NOT NULL"),
        (870, "SELECT count(*) FROM occ WHERE ba_median NOT NULL AND destatis_median NOT NULL"),
        (1233, "SELECT count(*) FROM occ WHERE analysed = 1"),
        (529, "SELECT count(*) FROM occ WHERE shortage NOT NULL"),
        (167, "SELECT count(*) FROM occ WHERE shortage = 1"),
        (1160, "SELECT count(*) FROM occ WHERE substitution NOT NULL"),
        (617, "SELECT count(*) FROM occ WHERE part_time NOT NULL"),
        (575, "SELECT count(*) FROM occ WHERE vacancy_days NOT NULL"),
        (584, "SELECT count(*) FROM occ WHERE unemployment NOT NULL"),
        # The OTSS lists 1,297 codes, all but the four of soldiers; of six it has no number for 2023.
        (1291, "SELECT count(*) FROM occ WHERE employees_2023 NOT NULL"),
        (1218, "SELECT count(*) FROM occ WHERE employees_2025 NOT NULL"),
        (950, "SELECT count(*) FROM occ WHERE ba_employees NOT NULL"),
        (252, "SELECT count(DISTINCT occ) FROM training WHERE NOT school"),
        (1203, "SELECT count(*) FROM occ WHERE relation NOT NULL"),
        (625, "SELECT count(*) FROM occ WHERE relation = 'exact'"),
        (935, "SELECT count(*) FROM occ WHERE relation IN ('exact', 'close')"),
        (3039, "SELECT count(DISTINCT uri) FROM esco"),
        (14, 'SELECT count(*) FROM occ WHERE "group" NOT NULL'),
    ],
)
def test_the_counts_are_those_of_the_sources(number: int, question: str) -> None:
    assert count(question) == number


def test_every_official_title_is_found_by_its_code() -> None:
    titles = read(TABLES, "titles")
    assert len(titles) == 18_838
    assert len({row["code"] for row in titles}) == 1300  # 81122 has none
    known = {code for (code,) in opened().execute("SELECT DISTINCT occ FROM title WHERE kind <= 1")}
    assert {int(row["code"]) for row in titles} == known


def test_the_statistic_of_apprentices_is_whole() -> None:
    # 1,197,519 apprentices at the end of 2023, of whom 99.96 percent have an occupation with a code.
    everybody = sum(int(row["apprentices"]) for row in read(TABLES, "apprenticeships"))
    assert everybody == 1_197_519
    assert count("SELECT sum(apprentices) FROM training") / everybody == pytest.approx(0.9996, abs=0.0001)


def test_numbers_of_titles_and_skills_fit_into_two_bytes() -> None:
    assert count("SELECT max(id) FROM title") < 65_536
    assert count("SELECT max(id) FROM skill") < 65_536


def test_titles_lie_in_the_order_of_their_spelling() -> None:
    spellings = [spelt for (spelt,) in opened().execute("SELECT k FROM title ORDER BY id")]
    assert spellings == sorted(spellings)


def test_two_builds_are_the_same_bytes_and_small(tmp_path: Path) -> None:
    files = tmp_path / "one.sqlite", tmp_path / "two" / "atlas.sqlite"
    for file in files:
        build(TABLES, file)
    assert files[0].read_bytes() == files[1].read_bytes() == FILE.read_bytes()
    assert files[0].stat().st_size <= 8_000_000
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_our_own_tables_name_only_codes_that_there_are() -> None:
    codes = {row["code"] for row in read(TABLES, "occupations")}
    groups = {row["code"] for row in read(TABLES, "groups")}
    for table in ("names", "everyday"):
        assert {row["code"] for row in read(TABLES, table)} <= codes, table
    for table in ("regulated", "left_out"):
        for row in read(TABLES, table):
            assert any(code.startswith(row["code"]) for code in codes), row
    assert {row["code"] for row in read(TABLES, "group_names")} == {code for code in groups if len(code) < 4}
    assert [code for code, number in Counter(row["code"] for row in read(TABLES, "names")).items() if number > 1] == []


def test_the_largest_occupations_have_a_name_of_ours() -> None:
    largest = opened().execute("SELECT code FROM occ ORDER BY employees_2023 DESC, code LIMIT 200")
    named = {int(row["code"]) for row in read(TABLES, "names")}
    assert [code for (code,) in largest if code not in named] == []


# Beside the publishers' files.


def raw(name: str) -> list[dict[str, str]]:
    data = (SOURCES / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def number(cell: object) -> float | None:
    return None if cell in ("", None) else float(str(cell))


def fifty() -> Iterator[dict[str, Any]]:
    base = sqlite3.connect(FILE)
    base.row_factory = sqlite3.Row
    rows = [dict(row) for row in base.execute("SELECT * FROM occ ORDER BY code")]
    # Each twenty-sixth: they stand in all parts of the classification.
    return iter(rows[::26][:50])


@needs_sources
def test_fifty_occupations_are_what_the_publishers_files_say() -> None:
    pay = yaml.load((SOURCES / "labour-market/occupations_kldb.yaml").read_bytes(), yaml.CSafeLoader)
    sexes = {row["kldb"]: row for row in raw("occupations/sex/62361-0030_april2025.csv")}
    heads = {row["kldb5"]: row for row in raw("occupations/technology/otss_kldb5.csv")}
    analysis = {row["kldb5"]: row for row in raw("occupations/shortage/engpass_de_kldb5.csv")}
    names = {row["code"]: row for row in raw("kldb/kldb2010_v2020_full_de.csv.gz")}
    titles = Counter(row["kldb5"] for row in raw("kldb/berufsbenennungen_kldb5.csv.gz"))
    for row in fifty():
        code = f"{row['code']:05}"
        figures, sex = pay["values"].get(code, {}), sexes.get(code, {})
        rated, head = analysis.get(code, {}), heads.get(code, {})
        expected = {
            "destatis_median": figures.get("d25_median"),
            "destatis_men": number(sex.get("men_median")),
            "destatis_women": number(sex.get("women_median")),
            "ba_median": figures.get("b23_median"),
            "ba_low": figures.get("b23_q25"),
            "ba_high": figures.get("b23_q75"),
            "ba_employees": figures.get("b23_n"),
            "employees_2023": number(head.get("headcount_2023")),
            "employees_2025": number(rated.get("employees_jun2025")),
            "shortage": number(rated.get("shortage")),
            "points": number(rated.get("avg_points")),
            "vacancy_days": number(rated.get("vacancy_days_median")),
            "seekers": number(rated.get("seekers_per_vacancy")),
            "unemployment": number(rated.get("unemployment_rate")),
            "substitution": number(rated.get("substitution_potential_pct")),
            "part_time": number(rated.get("part_time_pct")),
        }
        assert {name: row[name] for name in expected} == expected, code
        assert row["title"] == names[code]["title"]
        found = count(f"SELECT count(DISTINCT text) FROM title WHERE kind <= 1 AND occ = {row['code']}")  # noqa: S608  a number
        assert found <= titles[code] + 40, code
