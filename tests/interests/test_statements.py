"""The statements: balanced, plain, and nobody else's."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jobcli.domain.interests import LONG, SHORT, TYPES, Statement
from jobcli.files.figures import INTERESTS, open_drawer
from tests.conftest import ROOT

STATEMENTS = open_drawer(INTERESTS).statements
BLOCKS = (STATEMENTS[:SHORT], STATEMENTS[SHORT:])
BESIDE = ROOT.parent / "shared/data"
THEMES = BESIDE / "occupations/interests/item_themes.csv"
OFFICES = ("desk", "screen", "counter", "screen-archive", "practice-screen")

csv.field_size_limit(10**8)


def words(text: str) -> list[str]:
    return re.findall(r"[a-zäöüß0-9]+", text.lower())


def as_theme(text: str) -> str:
    return "-".join(re.findall(r"[a-z]+", text.lower()))


def runs(text: str, length: int = 4) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return {tuple(found[place : place + length]) for place in range(len(found) - length + 1)}


@pytest.mark.parametrize("block", BLOCKS, ids=["first", "more"])
def test_each_type_has_five_statements_of_five_themes_and_they_take_turns(block: Sequence[Statement]) -> None:
    assert len(STATEMENTS) == LONG
    assert [one.type for one in block] == [*TYPES] * 5
    for kind in TYPES:
        assert len({one.theme for one in block if one.type == kind}) == 5


@pytest.mark.parametrize("kind", TYPES)
def test_two_of_a_type_are_outside_an_office_and_two_are_done_after_an_apprenticeship(kind: str) -> None:
    own = [one for one in BLOCKS[0] if one.type == kind]
    assert sum(one.place not in OFFICES for one in own) >= 2
    assert sum(one.level == "skilled" for one in own) >= 2


def test_a_statement_is_one_activity_in_plain_words() -> None:
    for one in STATEMENTS:
        for text in (one.text.de or "", one.text.en or ""):
            assert 4 <= len(words(text)) <= 12, text
            # Beside "60 of 60" it fits into a line of 60 columns.
            assert len(text) <= 49, text
            assert not {"und", "oder", "and", "or"} & {*words(text)}, text
            # No job is named: those of people end so in German.
            assert not re.search(r"\w{3,}(?:er/in|erin|mann|frau|ist|istin)\b", text), text


def test_no_statement_stands_there_twice() -> None:
    for code in ("de", "en"):
        assert max(Counter(one.text.text(code) for one in STATEMENTS).values()) == 1


@pytest.mark.skipif(not THEMES.exists(), reason="the themes lie beside the repository")
def test_themes_of_men_and_of_women_are_there_where_a_type_has_them() -> None:
    with THEMES.open(encoding="utf-8") as stream:
        shares = {
            (row["type"], as_theme(row["theme_en"])): float(row["women_share_full_time"])
            for row in csv.DictReader(stream)
        }
    for kind in TYPES:
        own = [shares[kind, one.theme] for one in BLOCKS[0] if one.type == kind]
        every = [share for (type_, _), share in shares.items() if type_ == kind]
        assert sum(share > 0.4 for share in own) >= min(2, sum(share > 0.4 for share in every))
        assert sum(share < 0.3 for share in own) >= min(2, sum(share < 0.3 for share in every))


def others() -> Iterator[str]:
    """The task statements of O*NET, and what ESCO says of occupations and skills."""
    tasks = gzip.decompress((BESIDE / "onet/task_statements.tsv.gz").read_bytes()).decode()
    yield from (line.split("\t")[3] for line in tasks.splitlines()[1:])
    for name in (
        "v1.1.1-en/occupations_en",
        "v1.2.0-en/occupations_en",
        "v1.1.1-en/skills_en",
        "v1.2.0-de/occupations_de",
    ):
        data = gzip.decompress((BESIDE / f"esco/{name}.csv.gz").read_bytes()).decode()
        for row in csv.DictReader(io.StringIO(data)):
            yield from (row.get(key) or "" for key in ("description", "definition", "scopeNote", "preferredLabel"))


@pytest.mark.skipif(not (BESIDE / "onet").exists(), reason="O*NET and ESCO lie beside the repository")
def test_no_four_words_in_a_row_are_those_of_onet_or_esco() -> None:
    ours = {run: one for one in STATEMENTS for code in ("de", "en") for run in runs(one.text.text(code))}
    copied = {" ".join(run) for text in others() for run in runs(text) if run in ours}
    assert copied == set()


def test_the_file_says_that_nobody_has_tested_them() -> None:
    head = Path(INTERESTS / "statements.yaml").read_text(encoding="utf-8").partition("statements:")[0]
    assert "nobody has tested them" in head
