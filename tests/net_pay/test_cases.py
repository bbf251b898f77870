"""Payslips of real people: cases.yaml, at the prompt; where people report more of them in a folder beside, those too."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml

from tests.conftest import TESTS, Prompt

CASES: list[dict[str, Any]] = yaml.safe_load((TESTS / "net_pay" / "cases.yaml").read_text(encoding="utf-8"))
SUMS = (
    "wage_tax",
    "solidarity_surcharge",
    "church_tax",
    "pension",
    "unemployment",
    "health",
    "care",
    "private_health",
)


def found(result: dict[str, Any], path: str) -> object:
    """A value of a result: a deduction by its name, or by a path; None where it is missing."""
    value: Any = result["deductions"] if path in SUMS else result
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, list) else value.get(key) if value is not None else None
    return value


def exact(value: object) -> object:
    """A number as it is written; words and nothing as they are."""
    return Decimal(str(value)) if isinstance(value, int | float) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_is_met_to_the_cent(prompt: Prompt, case: dict[str, Any]) -> None:
    outcome = prompt("net", *case["line"].split(), "--json")
    assert outcome.code == case.get("code", 0), outcome.out
    if outcome.code:
        assert outcome.json["problems"][0]["code"] == case["problem"]
        return
    result = outcome.json["result"]
    got = {path: found(result, path) for path in case["expect"]}
    assert {path: exact(value) for path, value in got.items()} == {
        path: exact(value) for path, value in case["expect"].items()
    }
    if "says" in case:
        assert case["says"] in " ".join(prompt("net", *case["line"].split(), width=120).out.split())


def test_each_case_has_a_name_of_its_own_and_names_its_law() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["law"] for case in CASES)
