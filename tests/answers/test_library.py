"""jobcli inside other programs: the names of docs/library.md, and nothing of the prompt."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import jobcli
from jobcli import BrokenProfile, api, compare, estimate, load_catalog, net
from tests.conftest import ROOT, Prompt

PAGE = (ROOT / "docs/library.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("code", "printed"), EXAMPLES)
def test_the_examples_of_the_page_print_what_stands_there(code: str, printed: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})  # noqa: S102  the page is ours
    assert out.getvalue() == printed
    assert printed


def test_the_page_has_an_example_of_each_function() -> None:
    assert len(EXAMPLES) == PAGE.count("```python") == 5
    for name in ("load_catalog", "estimate", "compare", "net", "search", "route", "to_json"):
        assert any(re.search(rf"\b{name}\(", code) for code, _ in EXAMPLES)


def test_the_page_names_each_answer_and_no_other() -> None:
    table = PAGE.partition("## What each command answers")[2].partition("\n## ")[0]
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)\(", row)}
    told = {"to_json", "problems", "load_catalog", "Roles", "BrokenProfile", "BrokenFiles"}
    assert named == set(api.__all__) - told
    assert all(f"{name}" in PAGE for name in told)


def test_the_attributes_that_the_page_promises_are_there() -> None:
    answer = estimate(load_catalog()["cto"], day="2026-11-24")
    rows = re.findall(
        r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE.partition("Its attributes:")[2].partition("##")[0], re.MULTILINE
    )
    names = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    promised = [name for name in names if name[0].islower()]
    assert "gross_year" in promised
    assert all(hasattr(answer, name) for name in promised)


def test_neither_rich_nor_typer_nor_the_prompt_is_loaded() -> None:
    code = (
        "import sys\nfrom jobcli import load_catalog, estimate, compare\n"
        "roles = load_catalog()\nestimate(roles['cto'], state='BY')\ncompare(roles['cto'], roles['cdo'])\n"
        "assert 'jobcli.net_pay.payslip' not in sys.modules\n"
        "from jobcli import net\nnet(5000, pay_date='2026-01-01')\n"
        "print(sorted({name for name in sys.modules if name.split('.')[0] in ('rich', 'typer', 'click')"
        " or name.startswith(('jobcli.cli', 'jobcli.pages'))}))"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert process.stdout == "[]\n"


def test_the_prompt_starts_without_the_library() -> None:
    code = "import sys, jobcli.cli.app; print('jobcli.api' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert process.stdout == "False\n"


def test_every_name_is_there_and_no_other() -> None:
    assert all(getattr(jobcli, name) for name in jobcli.__all__)
    assert set(jobcli.__all__) == set(dir(jobcli))
    unknown = "juggle"
    with pytest.raises(AttributeError, match=unknown):
        getattr(jobcli, unknown)


def test_types_are_announced() -> None:
    assert (Path(jobcli.__file__).parent / "py.typed").is_file()


def test_an_estimate_is_that_of_the_prompt(prompt: Prompt) -> None:
    words = ("estimate", "cto", "--state", "BY", "--tenure", "5", "--industry", "J62", "--hours", "32", "--no-me")
    (printed,) = prompt(*words, "--json").json["result"]["estimates"]
    answer = estimate(load_catalog()["cto"], state="BY", tenure=5, industry="J62", hours=32, day=date(2026, 11, 24))
    assert printed["gross_year"] == {
        name: getattr(answer.gross_year, name) for name in ("p10", "p25", "p50", "p75", "p90")
    }


def test_a_comparison_is_that_of_the_prompt(prompt: Prompt) -> None:
    printed = prompt("compare", "cto", "cdo", "--json").json["result"]["shared"]
    roles = load_catalog()
    shared = compare(roles["cto"], roles["cdo"]).shared
    assert printed["subjects"] == list(shared.subjects)


def test_the_first_folder_wins_and_the_built_in_roles_stay() -> None:
    roles = load_catalog(ROOT / "docs/example")
    assert set(roles) == {*load_catalog(), "team-lead", "shift-lead"}
    assert len(roles) == len(list(roles))
    assert roles["team-lead"].origin == "option"
    assert roles["team-lead"] is roles["team-lead"]
    assert "people" in roles.vocabulary.areas


def test_a_broken_profile_says_what_is_wrong_when_it_is_asked_for() -> None:
    roles = load_catalog(ROOT / "tests/broken")
    assert "unknown-level" in roles
    with pytest.raises(BrokenProfile) as told:
        roles["unknown-level"]
    assert [problem.code for problem in told.value.problems] == ["unknown-value"]


def test_what_is_not_there_is_an_error_that_python_knows(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        load_catalog()["nobody"]
    with pytest.raises(NotADirectoryError):
        load_catalog(tmp_path / "missing")
    cto = load_catalog()["cto"]
    with pytest.raises(ValueError, match="itself"):
        compare(cto, cto)
    with pytest.raises(LookupError):
        estimate(cto, day="1990-01-01")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("state", "XY"),
        ("industry", "IT"),
        ("level", "chief"),
        ("education", "school"),
        ("tenure", -1),
        ("tenure", 56),
        ("experience", 61),
        ("company_size", 0),
        ("hours", float("nan")),
        ("day", "2024"),
        ("day", "2024-02-30"),
        ("day", date.today() + timedelta(days=2)),  # noqa: DTZ011  the library asks the same calendar
    ],
)
def test_a_value_that_the_figures_do_not_know_is_refused(name: str, value: object) -> None:
    wrong: dict[str, Any] = {name: value}
    with pytest.raises(ValueError, match=r"is |day|month"):
        estimate(load_catalog()["cto"], **wrong)


def test_more_years_with_the_employer_than_in_working_life_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        estimate(load_catalog()["cto"], tenure=5, experience=4)


def test_a_payslip_is_that_of_the_prompt(prompt: Prompt) -> None:
    words = (
        "net",
        "4200.50",
        "--tax-class",
        "2",
        "--children",
        "2",
        "--church",
        "--state",
        "SN",
        "--age",
        "40",
        "--no-me",
    )
    printed = prompt(*words, "--json").json["result"]
    slip = net("4200.50", tax_class=2, children=2, church=True, state="SN", age=40, pay_date="2026-11-24")
    assert (slip.net, slip.per, slip.pay_date) == (Decimal(str(printed["net"])), "month", printed["pay_date"])
    assert [(line.item, line.law) for line in slip.deductions] == [
        (line["item"], line["law"]) for line in printed["receipt"]
    ]
    assert [item.id for item in slip.assumptions] == [item["id"] for item in printed["assumptions"]]


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"tax_class": 7}, ValueError),
        ({"children": 30}, ValueError),
        ({"child_allowances": "0.3"}, ValueError),
        ({"church": True}, ValueError),
        ({"state": "XY"}, ValueError),
        ({"per": "hour"}, ValueError),
        ({"gross": -1}, ValueError),
        ({"gross": "nan"}, ValueError),
        ({"gross": "1e99"}, ValueError),
        ({"gross": "4.200,00"}, ValueError),
        ({"gross": "4.200"}, ValueError),
        ({"gross": Decimal("4200.505")}, ValueError),
        ({"gross": Decimal("inf")}, ValueError),
        ({"gross": 4200.5}, TypeError),
        ({"private_subsidy": 5}, ValueError),
        ({"private_health": 300, "health_surcharge": 2}, ValueError),
        ({"children": 1, "parent": False}, ValueError),
        ({"pay_date": "2026-02-30"}, ValueError),
    ],
)
def test_a_payslip_of_what_cannot_be_is_refused(told: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        net(**{"gross": 5000, "pay_date": "2026-01-01", **told})


def test_a_pay_day_without_figures_names_those_that_have_some() -> None:
    with pytest.raises(LookupError) as caught:
        net(5000, pay_date=date(2028, 1, 1))
    assert (caught.value.first, caught.value.last) == ("2025-01-01", "2027-12-31")  # type: ignore[attr-defined]
