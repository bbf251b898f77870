"""Wage tax, the solidarity surcharge and the base of church tax against the flow chart as it was written a second time."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest

from jobcli.domain.net import Taxpayer
from jobcli.files.figures import PAYROLL, open_drawer
from jobcli.net_pay.insured import insurance_of
from jobcli.net_pay.payroll import Payroll, payroll_on
from jobcli.net_pay.tax import solidarity_surcharge, wage_tax
from tests.net_pay.flow_chart import Person, Taxes, year_taxes

PEOPLE = 5_000
"""For each year; benchmarks/flow_chart.py takes more of them by hand."""


@cache
def figures(year: int) -> Payroll:
    return payroll_on(open_drawer(PAYROLL), f"{year}-06-15")


def random_person(dice: random.Random) -> tuple[Person, Taxpayer]:
    """The same person for the flow chart and for the product."""
    stkl = dice.randint(1, 6)
    children, saxony, old = dice.randint(0, 6), dice.random() < 0.2, dice.random() < 0.1
    childless = children == 0 and (old or dice.random() < 0.7)
    care = Fraction("2.3") if saxony else Fraction("1.8")
    care += Fraction("0.6") if childless else -Fraction("0.25") * max(0, min(children, 5) - 1)
    surcharge, zkf = Fraction(dice.randint(0, 450), 100), Fraction(dice.randint(0, 8), 2)
    krv, card = dice.random() > 0.1, dice.choice((0, 0, 0, dice.randint(1, 50_000)))
    factor = Fraction(dice.randint(800, 999), 1000) if stkl == 4 and dice.random() < 0.5 else None
    premium = dice.randint(0, 120_000) if dice.random() < 0.15 else None
    person = Person(
        stkl=stkl,
        kvz=surcharge,
        care=care,
        zkf=zkf,
        old=old,
        krv=krv,
        freib=card * 12,
        f=factor or Fraction(1),
        premium=None if premium is None else premium * 12,
    )
    who = Taxpayer(
        tax_class=stkl,
        children=children,
        parent=None if childless or children else True,
        child_allowances=exact(zkf),
        age=65 if old else 30,
        state="SN" if saxony else "BE",
        health_surcharge=exact(surcharge),
        pension_insurance=krv,
        tax_allowance=Decimal(card) / 100,
        factor=None if factor is None else exact(factor),
        private_health=None if premium is None else Decimal(premium) / 100,
    )
    return person, who


def exact(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / number.denominator


def product(year: int, who: Taxpayer, cents: int) -> Taxes:
    """The same three amounts by the product."""
    known = figures(year)
    insured = insurance_of(known, who, "ordinary")
    steps = wage_tax(known, insured, Decimal(cents) / 100, who.child_allowances or Decimal())
    surcharge = solidarity_surcharge(known, insured.tax_class, steps.tax_for_surcharges).amount
    return Taxes(int(steps.tax * 100), int(steps.tax_for_surcharges * 100), int(surcharge * 100))


@pytest.mark.parametrize("year", [2025, 2026])
def test_random_people_pay_what_the_flow_chart_says(year: int) -> None:
    dice = random.Random(year)  # noqa: S311  no secret
    for _ in range(PEOPLE):
        person, who = random_person(dice)
        cents = dice.choice((dice.randint(0, 3_000_000), dice.randint(0, 12_000_000), dice.randint(0, 40_000_000)))
        assert product(year, who, cents) == year_taxes(year, person, cents), (person, cents)


def test_the_flow_chart_itself_meets_the_official_table() -> None:
    # 60,000 euros in 2026 at the average surcharge: classes I, III, IV, V and VI without a child, II with one.
    rates = {tax_class: Fraction("1.8" if tax_class == 2 else "2.4") for tax_class in range(1, 7)}
    found = [year_taxes(2026, Person(stkl=n, care=rate), 6_000_000).lst // 100 for n, rate in rates.items()]
    assert found == [9389, 8091, 4822, 9389, 15_364, 15_895]
