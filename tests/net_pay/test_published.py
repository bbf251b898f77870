"""Net pay against what others published: the official check table, recorded answers of the official service, payslips."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import yaml

from jobcli.domain.net import Payslip, Taxpayer
from jobcli.files.figures import PAYROLL, open_drawer
from jobcli.net_pay.payroll import Payroll, payroll_on
from jobcli.net_pay.payslip import payslip
from tests.conftest import TESTS

PUBLISHED: dict[str, Any] = yaml.safe_load((TESTS / "net_pay" / "published.yaml").read_text(encoding="utf-8"))
TABLE = [(row[0], tax_class, row[tax_class]) for row in PUBLISHED["table"]["rows"] for tax_class in range(1, len(row))]
INSURANCE = ("pension", "unemployment", "health", "care")


@cache
def figures(year: int) -> Payroll:
    return payroll_on(open_drawer(PAYROLL), f"{year}-06-15")


def exact(value: float) -> Decimal:
    return Decimal(str(value))


def who(case: dict[str, Any]) -> Taxpayer:
    """The person of a published case."""
    return Taxpayer(
        tax_class=case["class"],
        children=case.get("children"),
        child_allowances=exact(case.get("allowances", 0)),
        age=case.get("age"),
        state=case.get("state"),
        health_surcharge=exact(case.get("surcharge", 0)),
        private_health=exact(case["premium"]) if "premium" in case else None,
    )


def value(slip: Payslip, name: str) -> Decimal:
    """One published value of a payslip."""
    if name == "contributions":
        return sum((slip.amount(item) for item in INSURANCE), Decimal())  # type: ignore[arg-type]
    return slip.net if name == "net" else slip.amount(name)  # type: ignore[arg-type]


@pytest.mark.parametrize(("gross", "tax_class", "tax"), TABLE)
def test_the_official_check_table_of_wage_tax(gross: int, tax_class: int, tax: int) -> None:
    person = Taxpayer(tax_class=tax_class, children=int(tax_class == 2), health_surcharge=Decimal("2.9"))
    slip = payslip(figures(PUBLISHED["table"]["year"]), Decimal(gross), "year", person)
    assert slip.amount("wage_tax") == tax


@pytest.mark.parametrize(
    "case", PUBLISHED["cases"], ids=lambda case: f"{case['source']}-{case['year']}-{case['gross']}"
)
def test_a_published_payslip(case: dict[str, Any]) -> None:
    slip = payslip(figures(case["year"]), exact(case["gross"]), case.get("period", "month"), who(case))
    assert {name: value(slip, name) for name in case["expect"]} == {
        name: exact(amount) for name, amount in case["expect"].items()
    }


def test_the_published_values_are_all_here_and_name_where_they_come_from() -> None:
    assert len(TABLE) == 22 * 6
    assert len(PUBLISHED["cases"]) > 30
    assert {case["source"] for case in PUBLISHED["cases"]} | {PUBLISHED["table"]["source"]} == set(PUBLISHED["sources"])
    assert all(source["url"].startswith("https://") for source in PUBLISHED["sources"].values())
