"""An occupation by its code or its names: what is found, what is said of it, and what it costs those that do not ask."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jobcli.atlas.file import opened
from jobcli.atlas.occupation import occupation
from jobcli.atlas.titles import named, nearest
from tests.conftest import Prompt


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("81302", ["81302"]),
        ("B 81302-103", ["81302"]),
        ("KldB 81302", ["81302"]),
        ("Krankenschwester", ["81302"]),
        ("Krankenpfleger", ["81302"]),
        ("KRANKENSCHWESTER (m/w/d) in Teilzeit", ["81302"]),
        ("Krankenschwester/-pfleger", ["81302"]),
        ("Ärztin", ["81404"]),
        ("Aerztin", ["81404"]),
        ("Köchin", ["29302"]),
        ("Polizistin", ["53212"]),
        ("Florist", ["12202", "12203"]),
        ("nurse", ["81302"]),
        ("MFA", ["81102"]),
        ("99999", []),
        ("xyzzy", []),
        ("", []),
        ("(m/w/d)", []),
    ],
)
def test_a_code_and_any_name_open_the_occupation(words: str, codes: list[str]) -> None:
    assert [hit.code for hit in named(words)] == codes


def test_a_slip_offers_what_was_meant_first() -> None:
    assert nearest("Krankenschwestr")[0].code == "81302"
    assert nearest("Elektrikre")[0].code == "26212"
    assert nearest("") == []


def test_missing_figures_say_why() -> None:
    # Research managers: all quartiles lie above the contribution ceiling of 7,100 euros; of florists with a certificate
    # too few are counted.
    managers, florists = occupation("27194"), occupation("12203")
    assert managers is not None
    assert florists is not None
    assert (managers.ba.median, managers.ba.median_is) == (None, "above-ceiling")
    assert (florists.ba.median, florists.ba.median_is) == (None, "not-published")
    assert florists.destatis.group is not None
    helpers = occupation("81301")
    assert helpers is not None
    assert helpers.demand is None or helpers.demand.shortage == "not-rated"
    assert occupation("99999") is None


def test_care_is_rated_together_and_its_zero_is_no_measured_one() -> None:
    found = occupation("81302")
    assert found is not None
    assert found.demand is not None
    assert (found.demand.shortage, found.demand.group) == ("yes", "care")


def test_an_estimate_carries_the_official_median_by_the_index_and_the_land(prompt: Prompt) -> None:
    (item,) = prompt("estimate", "26212", "--state", "SN", "--json").json["result"]["estimates"]
    # 3,567 euros a month in December 2023, times twelve, the index and the effect of Saxony, each with four decimals.
    lines = {line["factor"]: line for line in item["receipt"]}
    assert lines["anchor"]["subtotal"] == 12 * 3567
    expected = 12 * 3567 * lines["index"]["multiplier"] * lines["state"]["multiplier"]
    assert item["gross_year"]["p50"] == round(expected)
    assert (item["kind"], item["kldb"]) == ("occupation", "26212")
    # The middle half without a Land is that of both quartiles: 3,023 and 4,303.
    (alone,) = prompt("estimate", "26212", "--json").json["result"]["estimates"]
    ratio = alone["gross_year"]["p75"] / alone["gross_year"]["p25"]
    assert math.isclose(ratio, 4303 / 3023, rel_tol=0.002)


def test_a_group_stands_in_where_nothing_is_published(prompt: Prompt) -> None:
    (item,) = prompt("estimate", "12203", "--json").json["result"]["estimates"]
    assert item["anchor"]["group"] == "122"
    outcome = prompt("estimate", "62532", "--json")
    assert outcome.code == 1
    assert outcome.json["problems"][0]["code"] == "no-official-pay"


def test_roles_win_and_their_code_lists_them_first(prompt: Prompt) -> None:
    assert "role" in prompt("show", "controller", "--json").json["result"]
    (item,) = prompt("show", "71403", "--json").json["result"]["occupations"]
    assert {role["id"] for role in item["roles"]} >= {"backoffice-manager", "office-manager"}
    page = prompt("show", "71403").out
    assert re.search(r"^  Profiles +\S", page, re.MULTILINE)
    assert "(backoffice-manager)" in page


def test_two_meanings_are_both_shown_and_asked_back_where_one_is_needed(prompt: Prompt) -> None:
    outcome = prompt("show", "Florist", "--json").json["result"]
    assert [item["id"] for item in outcome["occupations"]] == ["12202", "12203"]
    assert any("European Commission" in words["en"] for words in outcome["attribution"])
    assert prompt("paths", "Florist").code == 1


def test_only_who_asks_for_occupations_loads_a_database() -> None:
    code = (
        "import sys; sys.argv = ['jobcli', *sys.argv[1:]]\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: print('sqlite3' in sys.modules, file=sys.stderr)"
    )
    for words, loads in ((["estimate", "cto", "--json"], "False"), (["show", "81302", "--json"], "True")):
        assert run_python(code, *words).splitlines()[-1] == loads


def run_python(code: str, *words: str) -> str:
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=True, text=True).stderr


def test_a_profile_begins_with_what_is_official(prompt: Prompt, tmp_path: Path) -> None:
    line = ("new", "nurse", "--from", "81302", "--folder", str(tmp_path), "--no-input")
    answer = prompt(*line, "--json").json["result"]
    text = (tmp_path / "nurse.yaml").read_text(encoding="utf-8")
    # 3,608, 4,056 and 4,552 euros a month by the Entgeltatlas, 4,421 by Destatis.
    for part in ("low: 3608", "middle: 4056", "high: 4552", "middle: 4421", 'kldb: "81302"', "level: skilled"):
        assert part in text
    assert text.count("kind: skill") == 12
    # What is not official is left to the author, and said.
    assert {place["key"] for place in answer["to_fill"]} >= {"summary.de", "duties.text.de"}
    filled = (
        text.replace("TODO", "Text")
        .replace("area: Text", "area: people")
        .replace("url: Text", "url: https://example.org")
    )
    (tmp_path / "nurse.yaml").write_text(filled.replace("read: Text", "read: 2026-11-24"), encoding="utf-8")
    own = prompt("estimate", "nurse", "--profiles", str(tmp_path), "--json").json["result"]["estimates"][0]
    official = prompt("estimate", "81302", "--json").json["result"]["estimates"][0]
    assert own["gross_year"] == official["gross_year"]
    assert prompt("new", "other", "--from", "cto", "--folder", str(tmp_path), "--no-input").code == 1


def test_every_occupation_opens() -> None:
    # Pay of a farmer's apprenticeship is told as a span, of a banker's only for two years of three: neither is an example.
    codes = [f"{code:05}" for (code,) in opened().execute("SELECT code FROM occ")]
    found = [one for code in codes if (one := occupation(code)) is not None]
    assert len(found) == 1301
    for code, title in (("11102", "Landwirt"), ("72112", "Bankkaufmann")):
        (training, *_) = next(one for one in found if one.kldb == code).trainings
        assert training.title.startswith(title)
        assert training.pay == ()


def test_similar_occupations_belong_exactly_to_what_is_compared_and_say_a_licence(prompt: Prompt) -> None:
    exact = {f"{code:05}" for (code,) in opened().execute("SELECT code FROM occ WHERE relation = 'exact'")}
    paramedics = occupation("81342")
    assert paramedics is not None
    assert {other.kldb for other in paramedics.similar if other.level != "skilled"} <= exact
    assert "84213" not in {other.kldb for other in paramedics.similar}  # teachers at vocational schools
    nurses = occupation("81302")
    assert nurses is not None
    assert nurses.similar[0].kldb == "82102"
    assert "in common, regulated)" in prompt("show", "81302", "--full").out


def test_no_vacancy_at_all_is_no_quick_one(prompt: Prompt) -> None:
    police = occupation("53212")
    assert police is not None
    assert police.demand is not None
    assert police.demand.vacancy_days == 0
    assert "0 days" not in prompt("show", "53212").out
