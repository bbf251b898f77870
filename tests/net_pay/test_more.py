"""Properties of what comes once, of couples, of the way from net to gross and of a forecast; and how tall a payslip's page is."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET, structs

from jobcli.domain.net import Beside, Taxpayer
from jobcli.files.figures import PAYROLL, open_drawer
from jobcli.net_pay.couple import couple, factor_of
from jobcli.net_pay.forecast import NotLawYet, by_law_alone, forecast, with_status
from jobcli.net_pay.from_net import smallest_gross
from jobcli.net_pay.payroll import Payroll, payroll_on
from jobcli.net_pay.payslip import payslip, trainee_slip
from jobcli.net_pay.tax import tariff, tax_in_class
from tests.conftest import Prompt

D = Decimal
HIGHEST = D(10_000_000)
people = st.builds(
    Taxpayer,
    tax_class=st.sampled_from([1, 2, 3, 4, 5, 6]),
    children=st.integers(0, 5),
    church=st.booleans(),
    state=st.sampled_from(["BY", "SN", "BE"]),
    age=st.integers(17, 75),
    trainee=st.sampled_from([None, None, True]),
    student=st.sampled_from([None, None, True]),
    pension_drawn=st.sampled_from([None, None, True]),
)
cents = st.integers(0, 2_000_000).map(lambda amount: D(amount) / 100)
days = st.sampled_from(["2025-12-15", "2026-02-15", "2026-12-15", "2027-06-15"])


@cache
def figures(day: str = "2026-12-15") -> Payroll:
    return payroll_on(open_drawer(PAYROLL), day)


@given(gross=cents, who=people, day=days)
def test_nothing_that_comes_once_changes_nothing(gross: Decimal, who: Taxpayer, day: str) -> None:
    plain = payslip(figures(day), gross, "month", who)
    assert payslip(figures(day), gross, "month", who, Beside(once=D(0))) == plain
    assert plain.one_off is UNSET


@given(gross=cents, once=cents, who=people, day=days)
def test_what_comes_once_and_usual_pay_add_up(gross: Decimal, once: Decimal, who: Taxpayer, day: str) -> None:
    both = payslip(figures(day), gross, "month", who, Beside(once=once))
    assert both.gross == gross + once
    assert both.net == both.gross - sum((line.amount for line in both.deductions), D(0))
    if once:
        assert both.one_off is not UNSET
        off = sum((line.amount for line in both.deductions if (line.part or "").startswith("one_off")), D(0))
        assert both.one_off.net == once - off
        assert all(line.amount >= 0 for line in both.deductions)


@given(gross=st.integers(2001, 9000), first=st.integers(0, 9_000), second=st.integers(1, 9_000))
def test_two_payments_in_turn_are_taxed_as_one_of_both(gross: int, first: int, second: int) -> None:
    # EStG § 39b (3) sentence 3: of the second, the tax of the year with both less that with the first.
    who = Taxpayer(tax_class=1, children=1)

    def taxes(once: int, earlier: int) -> Decimal:
        slip = payslip(figures(), D(gross), "month", who, Beside(once=D(once), earlier=D(earlier)))
        return D(0) if slip.one_off is UNSET else slip.one_off.deductions.wage_tax

    assert taxes(first, 0) + taxes(second, first) == taxes(first + second, 0)


@given(gross=st.integers(2001, 9000), earlier=st.integers(0, 30_000), once=st.integers(1, 9_000))
def test_what_came_earlier_makes_no_contribution_higher(gross: int, earlier: int, once: int) -> None:
    who = Taxpayer(tax_class=1, children=1)
    first, later = (
        payslip(figures("2026-11-15"), D(gross), "month", who, Beside(once=D(once), earlier=D(before)))
        for before in (0, earlier)
    )
    assert first.one_off is not UNSET
    assert later.one_off is not UNSET
    for item in ("pension", "unemployment", "health", "care"):
        assert getattr(later.one_off.deductions, item) <= getattr(first.one_off.deductions, item), item


@given(gross=st.integers(2001, 5500), once=st.integers(1, 20_000))
def test_in_december_the_year_with_it_pays_what_a_year_pays(gross: int, once: int) -> None:
    # Twelve months and what comes once reach the ceilings of a year together, whatever the order.
    who = Taxpayer(tax_class=1, children=1)
    slip = payslip(figures(), D(gross), "month", who, Beside(once=D(once)))
    year = payslip(figures(), D(gross * 12 + once), "year", who)
    assert slip.one_off is not UNSET
    months = payslip(figures(), D(gross), "month", who)
    for item in ("pension", "unemployment", "health", "care"):
        together = months.amount(item) * 12 + getattr(slip.one_off.deductions, item)
        assert abs(together - year.amount(item)) <= D("0.15"), item
    taxes = months.steps.tax + slip.one_off.deductions.wage_tax
    assert taxes == year.steps.tax


@settings(max_examples=25)
@given(gross=cents, who=people, day=days)
def test_net_and_from_net_invert_each_other(gross: Decimal, who: Taxpayer, day: str) -> None:
    known = figures(day)
    net = payslip(known, gross, "month", who).net
    found = smallest_gross(known, net, "month", who, HIGHEST)
    assert found is not None
    assert found <= gross
    assert payslip(known, found, "month", who).net >= net
    # No cent less leaves so much.
    assert found == 0 or payslip(known, found - D("0.01"), "month", who).net < net


def test_more_than_any_pay_leaves_has_no_gross_pay() -> None:
    assert smallest_gross(figures(), D(100), "month", Taxpayer(), D(99)) is None


@given(own=st.integers(500, 15_000), partner=st.integers(500, 15_000), day=days)
def test_the_taxes_of_a_couple_with_the_factor_are_their_joint_tax(own: int, partner: int, day: str) -> None:
    who = Taxpayer(tax_class=4, children=0)
    slips = [payslip(figures(day), D(gross * 12), "year", who) for gross in (own, partner)]
    factor = factor_of(figures(day), *slips)
    assert factor.joint_tax <= factor.class_4_tax + 2
    if factor.class_4_tax:
        # The factor to the full would give the joint tax to a euro for each; three places leave less than a thousandth.
        exact = factor.joint_tax / factor.class_4_tax
        assert abs(sum(int(slip.steps.tax * exact) for slip in slips) - factor.joint_tax) <= 2
    if factor.value is not None:
        with_it = (
            payslip(figures(day), slip.gross, "year", structs.replace(who, factor=factor.value)) for slip in slips
        )
        short = factor.joint_tax - sum(slip.steps.tax for slip in with_it)
        assert 0 <= short <= factor.class_4_tax / 1000 + 2


def test_a_couple_with_equal_pay_has_no_factor() -> None:
    item = couple(figures(), D(4000), D(4000), "month", Taxpayer())
    assert item.factor.value is None
    assert [point.value for point in item.points] == ["3/5", "5/3", "4/4"]


def test_a_trainee_of_nobody_in_particular() -> None:
    # 1,000 euros: 93.00, 13.00, 73.00 + 14.50, 2.4 % = 24.00.
    assert trainee_slip(figures(), D(1000)).net == D("782.50")
    assert trainee_slip(figures(), D(1000), Taxpayer(age=17)).net == D("788.50")


# The year to come


def test_the_tariff_of_the_bill_has_a_sixth_zone_without_a_jump() -> None:
    # BT-Drs. 21/8235: 0.45 * 279,999 - 18,741.73 = 107,257.82; 0.47 * 280,000 - 24,341.73 = 107,258.27.
    known = figures("2027-06-15")
    assert [tariff(known, D(income)) for income in (12_564, 279_999, 280_000)] == [0, 107_257, 107_258]
    # 250,000: 0.45 * 250,000 - 18,741.73 = 93,758.27; a million more at 47 percent.
    assert tariff(known, D(250_000)) == 93_758
    assert tariff(known, D(1_280_000)) - tariff(known, D(280_000)) == 470_000
    # Classes V and VI: 47 percent above 80 percent of 279,999.
    assert tax_in_class(known, 6, D(323_999)) - tax_in_class(known, 6, D(223_999)) == 47_000


def test_a_year_that_is_law_has_no_forecast() -> None:
    slip = payslip(figures(), D(4000), "month", Taxpayer())
    assert forecast(figures(), lambda _: slip) is UNSET
    assert with_status(slip, figures(), lambda _: slip) is slip
    assert by_law_alone(figures(), lambda _: slip).values == figures().values


@given(gross=st.integers(100, 12_000), who=people)
def test_what_a_forecast_says_of_a_law_is_what_it_moves(gross: int, who: Taxpayer) -> None:
    known = figures("2027-06-15")

    def compute(others: Payroll) -> object:
        return payslip(others, D(gross), "month", who)

    net = payslip(known, D(gross), "month", who).net
    item = forecast(known, compute)  # type: ignore[arg-type]
    assert item is not UNSET
    for one in item.pending:
        assert payslip(known.as_before(known.pending[one.id]), D(gross), "month", who).net == net - one.moves


def test_law_alone_names_what_it_lacks() -> None:
    known = figures("2027-06-15")
    who = Taxpayer(tax_class=1, children=0)
    with pytest.raises(NotLawYet) as error:
        by_law_alone(known, lambda others: payslip(others, D(9000), "month", who))
    assert [item.what.en for item in error.value.missing] == ["Ceilings of contributions", "Average surcharge"]
    told = structs.replace(who, health_surcharge=D("2.9"))
    law = by_law_alone(known, lambda others: payslip(others, D(3000), "month", told))
    assert payslip(law, D(3000), "month", told).net == payslip(figures(), D(3000), "month", told).net


# The page


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "line",
    [
        "5000",
        "4200 --tax-class 1 --children 0 --church --state BY",
        "8000 --church --state NW --child-allowances 1 --children 2",
        "3000 --one-off 3000 --church --state BE",
        "500",
        "1000 --state SN --tax-class 5",
        "3000 --age 68 --pension-drawn",
        "300 --trainee",
        "1200 --student --age 22",
        "6000 --private-health 600 --private-subsidy 300",
        "4200 --employer",
        "4200 --compare-years",
        "4200 --pay-date 2027-02",
        "5000 --partner-gross 2500",
    ],
)
def test_a_page_fits_a_small_terminal(prompt: Prompt, line: str, lang: str) -> None:
    page = prompt("net", *line.split(), lang=lang, width=80).out
    # A line of the 24 is for the next prompt.
    assert len(page.splitlines()) <= 23, page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_tallest_page_of_a_forecast_is_a_screen(prompt: Prompt, lang: str) -> None:
    line = "8000 --pay-date 2027-02 --one-off 3000 --church --state BE"
    assert len(prompt("net", *line.split(), lang=lang, width=80).out.splitlines()) <= 24
