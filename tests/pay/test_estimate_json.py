"""Estimates and comparisons as programs read them: every key, every failure, and a receipt that can be reckoned up."""

from __future__ import annotations

import json
import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from tests.conftest import Outcome, Prompt, Write

# The contract with programs

ENVELOPE = {"jobcli_format", "command", "status", "result", "problems"}
ESTIMATE = {
    "role",
    "kind",
    "kldb",
    "known_on",
    "as_of",
    "gross_year",
    "gross_month",
    "anchor",
    "receipt",
    "spread",
    "cut_at_minimum_wage",
    "observations",
    "special_payments_year",
    "net_month",
    "net",
}
ANCHOR = {
    "observation",
    "value",
    "per",
    "statistic",
    "special_payments",
    "as_of",
    "carried",
    "on_scale",
    "group",
    "weight",
    "whole_group",
    "older_than_five_years",
    "substitute",
    "source",
}
LINE = {
    "factor",
    "value",
    "counts",
    "assumed",
    "multiplier",
    "euros",
    "subtotal",
    "since",
    "confidence",
    "pairs",
    "source",
}
PROBLEM = {"severity", "code", "message", "hint", "place"}
PARTS = {"duties", "requirements", "subjects"}

PROFILE = """
title: {{en: Tester}}
summary: {{en: Tests.}}
level: skilled
duties:
  - {{area: strategy, text: {{en: Test.}}, source: test}}
salary:
  anchor: only
  because: {{en: It is invented.}}
  observations:
    - {{id: only, middle: {middle}, statistic: median, as_of: {as_of}, source: test}}
    - {{id: other, middle: 40000, statistic: median, as_of: 2024, source: test}}
sources:
  test: {{publisher: Test, title: Test, url: "https://example.org", read: 2026-01-01}}
"""


@pytest.fixture
def told_in_full(prompt: Prompt) -> dict[str, Any]:
    """The estimate of a shipped role for someone who tells everything, as a program reads it."""
    outcome = prompt("estimate", "cto", "--state", "BY", "--tenure", "5", "--company-size", "250", "--json")
    (item,) = outcome.json["result"]["estimates"]
    found: dict[str, Any] = item
    return found


def test_an_estimate_is_one_line_of_json_in_an_envelope(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("\n") == 1
    data = outcome.json
    assert set(data) == ENVELOPE
    assert (data["jobcli_format"], data["command"], data["status"], data["problems"]) == (1, "estimate", "ok", [])
    assert set(data["result"]) == {"as_of", "estimates", "from_me", "place"}
    assert data["result"]["as_of"] == "2025-11"


def test_output_json_says_the_same_as_json(prompt: Prompt) -> None:
    assert prompt("estimate", "cto", "--output", "json") == prompt("estimate", "cto", "--json")


def test_an_estimate_has_exactly_these_keys(told_in_full: dict[str, Any]) -> None:
    assert set(told_in_full) == ESTIMATE
    assert set(told_in_full["gross_year"]) == {"p10", "p25", "p50", "p75", "p90"}
    assert set(told_in_full["gross_month"]) == {"p50"}
    assert set(told_in_full["anchor"]) == ANCHOR
    assert set(told_in_full["spread"]) == {"sigma", "below", "above", "observation", "above_from"}
    assert [set(each) for each in told_in_full["receipt"]] == [LINE] * 5


def test_pay_is_in_whole_euros_and_a_month_is_a_twelfth_of_the_year(told_in_full: dict[str, Any]) -> None:
    assert all(isinstance(value, int) for value in told_in_full["gross_year"].values())
    assert told_in_full["gross_month"]["p50"] == pytest.approx(told_in_full["gross_year"]["p50"] / 12, abs=0.5)


def test_what_is_not_estimated_is_null_and_not_left_out(told_in_full: dict[str, Any]) -> None:
    assert told_in_full["special_payments_year"]["p50"] is None
    assert told_in_full["net_month"] is None


def test_the_numbers_of_a_receipt_are_numbers(told_in_full: dict[str, Any]) -> None:
    for each in told_in_full["receipt"]:
        for key in ("multiplier", "euros", "subtotal"):
            assert isinstance(each[key], (int, float)), f"{each['factor']}: {key} is {each[key]!r}"


def test_a_program_can_check_a_receipt(told_in_full: dict[str, Any]) -> None:
    lines = told_in_full["receipt"]
    assert [(each["factor"], each["value"]) for each in lines[1:]] == [
        ("index", "2025-11"),
        ("state", "BY"),
        ("tenure", "5"),
        ("company-size", "250-499"),
    ]
    assert lines[0]["value"] == told_in_full["anchor"]["observation"]
    product = math.prod((Decimal(str(each["multiplier"])) for each in lines), start=Decimal(str(lines[0]["subtotal"])))
    assert Decimal(str(lines[-1]["subtotal"])) == product.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert round(float(lines[-1]["subtotal"])) == told_in_full["gross_year"]["p50"]


def test_every_line_and_the_anchor_name_their_source(told_in_full: dict[str, Any]) -> None:
    for cited in [told_in_full["anchor"], *told_in_full["receipt"]]:
        assert {"publisher", "title", "url", "read"} <= set(cited["source"])


def test_other_observations_keep_what_was_published_and_add_how_they_compare(told_in_full: dict[str, Any]) -> None:
    assert told_in_full["observations"]
    for other in told_in_full["observations"]:
        assert {"id", "as_of", "source", "carried", "distance"} <= set(other)
        assert other["id"] != told_in_full["anchor"]["observation"]


def test_the_language_changes_no_number_of_an_estimate(prompt: Prompt) -> None:
    assert prompt("estimate", "cto", "--json", lang="de") == prompt("estimate", "cto", "--json", lang="en")


def refused(outcome: Outcome, command: str, status: str, code: str) -> None:
    """A failure in its envelope, with one problem that a person can read."""
    data = json.loads(outcome.out)
    assert outcome.err == ""
    assert set(data) == ENVELOPE
    assert (data["jobcli_format"], data["command"], data["status"], data["result"]) == (1, command, status, None)
    (problem,) = data["problems"]
    assert set(problem) == PROBLEM
    assert (problem["code"], problem["severity"], problem["place"]) == (code, "error", None)
    assert isinstance(problem["message"], str)
    assert problem["message"]
    assert "{" not in problem["message"] + problem["hint"]


@pytest.mark.parametrize("command", ["estimate", "compare"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_role_that_does_not_exist_fails_with_exit_code_1(prompt: Prompt, command: str, lang: str) -> None:
    outcome = prompt(command, "cto", "no-such-role", "--json", lang=lang)
    assert outcome.code == 1
    refused(outcome, command, "failed", "unknown-role")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_land_that_does_not_exist_is_a_usage_error_with_exit_code_2(prompt: Prompt, lang: str) -> None:
    outcome = prompt("estimate", "cto", "--state", "Bayren", "--json", lang=lang)
    assert outcome.code == 2
    refused(outcome, "estimate", "usage-error", "unknown-state")


@pytest.mark.parametrize("names", [("cto",), ("cto", "cto"), ("cto", "CTO")])
def test_comparing_one_role_is_a_usage_error_with_exit_code_2(prompt: Prompt, names: tuple[str, ...]) -> None:
    outcome = prompt("compare", *names, "--json")
    assert outcome.code == 2
    refused(outcome, "compare", "usage-error", "one-role")


def test_an_option_that_does_not_exist_is_a_usage_error_with_exit_code_2(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--salary", "1", "--json")
    assert outcome.code == 2
    refused(outcome, "estimate", "usage-error", "unknown-option")


def test_in_text_a_failure_goes_to_stderr_and_nothing_to_stdout(prompt: Prompt) -> None:
    for words, code in ((("estimate", "no-such-role"), 1), (("compare", "cto"), 2), (("estimate", "--salary"), 2)):
        outcome = prompt(*words)
        assert (outcome.code, outcome.out) == (code, "")
        assert outcome.err
        assert "Traceback" not in outcome.err


def test_an_anchor_older_than_the_index_fails_for_its_role(prompt: Prompt, write: Write) -> None:
    folder = write("own/tester.yaml", PROFILE.format(middle=50_000, as_of=2007)).parent
    outcome = prompt("estimate", "tester", "--profiles", str(folder), "--json")
    assert outcome.code == 1
    refused(outcome, "estimate", "failed", "anchor-too-old")


def test_among_all_roles_an_anchor_older_than_the_index_is_a_problem_beside_the_others(
    prompt: Prompt, write: Write
) -> None:
    folder = write("own/tester.yaml", PROFILE.format(middle=50_000, as_of=2007)).parent
    outcome = prompt("estimate", "--profiles", str(folder), "--json")
    assert (outcome.code, outcome.json["status"]) == (0, "ok")
    assert "anchor-too-old" in [problem["code"] for problem in outcome.json["problems"]]
    roles = [item["role"] for item in outcome.json["result"]["estimates"]]
    assert "cto" in roles
    assert "tester" not in roles


def test_a_role_of_ones_own_is_estimated_like_a_shipped_one(prompt: Prompt, write: Write) -> None:
    folder = write("own/tester.yaml", PROFILE.format(middle=50_000, as_of="2023-12")).parent
    outcome = prompt("estimate", "tester", "--profiles", str(folder), "--json")
    (item,) = outcome.json["result"]["estimates"]
    # 50,000 x 1.0947
    assert (item["gross_year"]["p50"], item["anchor"]["carried"]) == (54_735, 54_735)
    # 54,735 / 12 = 4,561.25
    assert item["gross_month"]["p50"] == 4_561


def test_pay_below_the_minimum_wage_says_where_it_was_cut(prompt: Prompt, write: Write) -> None:
    folder = write("own/tester.yaml", PROFILE.format(middle=20_000, as_of="2023-12")).parent
    outcome = prompt("estimate", "tester", "--profiles", str(folder), "--json")
    # 13.90 x 40 x 52
    assert outcome.json["result"]["estimates"][0]["cut_at_minimum_wage"] == 28_912


def test_an_anchor_of_zero_euros_is_no_accident_of_the_program(prompt: Prompt, write: Write) -> None:
    folder = write("own/tester.yaml", PROFILE.format(middle=0, as_of="2023-12")).parent
    outcome = prompt("estimate", "tester", "--profiles", str(folder))
    # Either the profile is refused (1) or the minimum wage is paid (0); 3 would be a bug of ours.
    assert outcome.code in (0, 1)


def test_a_role_that_is_named_twice_is_estimated_once(prompt: Prompt) -> None:
    for names in (("cto", "cto"), ("cto", "CTO"), ("cto", " cto ")):
        items = prompt("estimate", *names, "--json").json["result"]["estimates"]
        assert [item["role"] for item in items] == ["cto"]


def test_a_comparison_has_exactly_these_keys(prompt: Prompt) -> None:
    outcome = prompt("compare", "cto", "cdo", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    data = outcome.json
    assert set(data) == ENVELOPE
    assert (data["jobcli_format"], data["command"], data["status"], data["problems"]) == (1, "compare", "ok", [])
    result = data["result"]
    assert set(result) == {"as_of", "estimates", "differences", "roles", "shared", "only", "occupations", "attribution"}
    assert [set(item) for item in result["estimates"]] == [ESTIMATE] * 2
    assert [role["id"] for role in result["roles"]] == ["cto", "cdo"]
    for role in result["roles"]:
        assert set(role) == {"id", "kind", "kldb", "title", "level", "origin", "file", "paths"}
        assert set(role["title"]) == {"de", "en"}
        for path in role["paths"]:
            assert set(path) == {
                "id",
                "title",
                "kind",
                "months",
                "cost",
                "access",
                "first",
                "whole_cost",
                "whole_months",
            }
            assert path["months"] is None or set(path["months"]) == {"min", "max"}
            assert path["cost"] is None or set(path["cost"]) == {"low", "high", "complete"}
    assert set(result["shared"]) == PARTS
    assert {name: set(parts) for name, parts in result["only"].items()} == {"cto": PARTS, "cdo": PARTS}


def test_a_comparison_is_of_ids_and_accounts_for_every_part_of_a_role(prompt: Prompt) -> None:
    result = prompt("compare", "supply-chain-manager", "business-development-manager", "--json").json["result"]
    for name in ("supply-chain-manager", "business-development-manager"):
        role = prompt("show", name, "--json").json["result"]["role"]
        parts = {
            "duties": {duty["area"] for duty in role["duties"]},
            "requirements": {item["id"] for item in role["requirements"]},
            "subjects": set(role["subjects"]),
        }
        for field, all_ids in parts.items():
            assert set(result["shared"][field]) | set(result["only"][name][field]) == all_ids


def test_comparing_no_role_is_a_ranking_of_all(prompt: Prompt) -> None:
    data = prompt("compare", "--json").json
    assert data["command"] == "compare"
    assert data["result"] == prompt("estimate", "--json").json["result"]
