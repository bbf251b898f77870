"""How wide the range of an estimate is: by hand from quartiles and deciles, and for any role and any person."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.cli.readers import read_company_size
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.salary import SalaryObservation
from tests.pay.test_estimate import LAENDER, answer, observation, told

# The range, by hand


def test_the_quartiles_of_the_anchor_give_the_range(drawer: Drawer) -> None:
    item = answer(drawer, observation(low=40_000, high=65_000, statistic="median", spread="quartiles"))
    # Below ln(50,000 / 40,000) / 0.67449 = 0.330833, above ln(65,000 / 50,000) / 0.67449 = 0.388981; their mean is
    # ln(65,000 / 40,000) / (2 x 0.67449) = 0.485508 / 1.34898 = 0.359907.
    sigma = math.log(65_000 / 40_000) / (2 * 0.67449)
    assert sigma == pytest.approx(0.359907, abs=0.000001)
    assert item.sigma == pytest.approx(sigma)
    assert item.spread_from == "anchor"
    # The quartiles are the published ones, carried: 40,000 and 65,000 x 1.0947.
    pay = item.gross_year
    assert (pay.p25, pay.p50, pay.p75) == (43_788, 54_735, 71_156)
    assert pay.p90 == pytest.approx(54_735 * math.exp(1.281552 * 0.388981), abs=1)
    assert pay.p10 == pytest.approx(54_735 / math.exp(1.281552 * 0.330833), abs=1)


def test_where_the_upper_quartile_is_not_published_the_lower_half_speaks_for_both(drawer: Drawer) -> None:
    item = answer(drawer, observation(low=40_000, statistic="median", spread="quartiles"))
    # ln(50,000 / 40,000) / 0.67449 = 0.223144 / 0.67449 = 0.330833
    assert item.sigma == pytest.approx(math.log(50_000 / 40_000) / 0.67449)
    assert item.sigma == pytest.approx(0.330833, abs=0.000001)


def test_a_lower_quartile_below_a_mean_says_nothing_about_the_spread(drawer: Drawer) -> None:
    item = answer(drawer, observation(low=40_000, statistic="mean", spread="quartiles"))
    assert item.sigma == pytest.approx(0.29)
    assert item.spread_from is None


def test_deciles_lie_further_out_than_quartiles(drawer: Drawer) -> None:
    item = answer(drawer, observation(low=30_000, high=80_000, spread="deciles"))
    # ln(80,000 / 30,000) / (2 x 1.281552) = 0.980829 / 2.563104 = 0.382672
    assert item.sigma == pytest.approx(math.log(80_000 / 30_000) / (2 * 1.281552))
    assert item.sigma == pytest.approx(0.382672, abs=0.000001)


@pytest.mark.parametrize("spread", ["career-levels", "full-range"])
def test_levels_of_a_career_and_lowest_to_highest_never_feed_the_range(drawer: Drawer, spread: str) -> None:
    item = answer(
        drawer,
        observation(low=20_000, high=120_000, statistic="median", spread=spread),
        observation("other", low=20_000, high=120_000, statistic="median", spread=spread),
    )
    # The mean spread inside an occupation, from the Entgeltatlas: 0.29.
    assert item.sigma == pytest.approx(0.29)
    assert item.spread_from is None


def test_without_quartiles_of_its_own_the_anchor_borrows_the_newest_ones_of_the_role(drawer: Drawer) -> None:
    item = answer(
        drawer,
        observation(),
        observation("older", low=40_000, high=65_000, spread="quartiles", as_of="2016"),
        observation("newer", low=45_000, high=60_000, spread="quartiles", as_of="2021-04"),
    )
    assert item.spread_from == "newer"
    assert item.sigma == pytest.approx(math.log(60_000 / 45_000) / (2 * 0.67449))


def test_the_quartiles_of_the_anchor_go_before_newer_ones(drawer: Drawer) -> None:
    item = answer(
        drawer,
        observation("newer", low=45_000, high=60_000, spread="quartiles", as_of="2025-04"),
        observation(low=40_000, high=65_000, spread="quartiles"),
    )
    assert item.spread_from == "anchor"


def test_what_a_person_tells_is_taken_out_of_the_spread(drawer: Drawer) -> None:
    item = answer(
        drawer,
        observation(low=40_000, high=65_000, spread="quartiles"),
        person=Person(state="BY", tenure=5, company_size=250),
    )
    # Law of total variance: 0.359907^2 - 0.046^2 - 0.055^2 - 0.06^2
    #   = 0.129533 - 0.002116 - 0.003025 - 0.0036 = 0.120792; its root is 0.347552
    spread = math.log(65_000 / 40_000) / (2 * 0.67449)
    assert item.sigma == pytest.approx(math.sqrt(spread**2 - 0.046**2 - 0.055**2 - 0.06**2))
    assert item.sigma == pytest.approx(0.347552, abs=0.000001)


@pytest.mark.parametrize(
    ("person", "explained"),
    [(Person(state="NW"), 0.046), (Person(tenure=10), 0.055), (Person(company_size=100), 0.06)],
)
def test_even_an_average_answer_narrows_the_range(drawer: Drawer, person: Person, explained: float) -> None:
    # 0.29^2 = 0.0841, less what the one factor explains.
    assert answer(drawer, person=person).sigma == pytest.approx(math.sqrt(0.0841 - explained**2))


def test_a_role_that_spreads_less_than_the_factors_explain_keeps_a_narrow_range(drawer: Drawer) -> None:
    # ln(51,000 / 49,000) / 1.34898 = 0.0297, less than the 0.06 of the company size alone.
    item = answer(drawer, observation(low=49_000, high=51_000, spread="quartiles"), person=Person(company_size=10))
    assert 0 < item.sigma < 0.0297
    assert item.gross_year.p10 < item.gross_year.p50 < item.gross_year.p90


# The minimum wage


def test_the_range_is_cut_at_the_minimum_wage_of_the_day(drawer: Drawer) -> None:
    # On a day in 2026: 13.90 x 40 hours x 52 weeks = 28,912.
    assert Decimal("13.90") * 40 * 52 == 28_912
    item = answer(drawer, observation(middle=32_000, as_of="2025-11"), day="2026-11-24")
    assert item.floor == 28_912
    # 32,000 x exp(-0.67449 x 0.29) = 26,315 would be below it; the middle stays where it is.
    assert (item.gross_year.p10, item.gross_year.p25, item.gross_year.p50) == (28_912, 28_912, 32_000)


def test_on_a_day_in_2025_the_minimum_wage_was_lower(drawer: Drawer) -> None:
    # 12.82 x 40 hours x 52 weeks = 26,665.60
    assert Decimal("12.82") * 40 * 52 == Decimal("26665.60")
    item = answer(drawer, observation(middle=32_000, as_of="2025-11"), day="2025-12-31")
    assert item.floor == item.gross_year.p10 == 26_666


def test_pay_that_lies_wholly_below_the_minimum_wage_is_the_minimum_wage(drawer: Drawer) -> None:
    pay = answer(drawer, observation(middle=10_000, as_of="2025-11")).gross_year
    assert {pay.p10, pay.p25, pay.p50, pay.p75, pay.p90} == {28_912}


def test_a_range_above_the_minimum_wage_is_not_cut(drawer: Drawer) -> None:
    assert answer(drawer, observation(middle=90_000)).floor is None


# Whatever the role and the person

PERSONS = st.builds(
    Person,
    st.none() | st.sampled_from(sorted(LAENDER)),
    st.none() | st.integers(0, 55),
    st.none() | st.integers(1, 10_000_000),
)


@st.composite
def observations(draw: st.DrawFn, name: str = "anchor") -> SalaryObservation:
    """An observation as a valid profile may hold it."""
    low, middle, high = sorted(draw(st.tuples(*[st.integers(1_000, 400_000)] * 3)))
    year, month = draw(st.integers(2008, 2027)), draw(st.integers(1, 12))
    spread = draw(st.sampled_from([None, "quartiles", "deciles", "career-levels", "full-range"]))
    return observation(
        name,
        middle,
        low=draw(st.sampled_from([None, low])) if spread else None,
        high=draw(st.sampled_from([None, high])) if spread else None,
        spread=spread,
        statistic=draw(st.sampled_from(["mean", "median", "midpoint", "unknown"])),
        per=draw(st.sampled_from(["year", "month"])),
        as_of=draw(st.sampled_from([f"{year}", f"{year}-{month:02d}", f"{year}-{month:02d}-15"])),
    )


PAY = st.tuples(observations(), observations("other"))


@given(pay=PAY, person=PERSONS)
def test_the_multipliers_of_a_receipt_lead_from_the_anchor_to_the_cent(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person
) -> None:
    receipt = answer(drawer, *pay, person=person).receipt
    exact = math.prod((each.multiplier for each in receipt), start=receipt[0].subtotal)
    assert receipt[-1].subtotal == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(pay=PAY, person=PERSONS)
def test_each_subtotal_of_a_receipt_is_the_one_before_and_its_euros(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person
) -> None:
    receipt = answer(drawer, *pay, person=person).receipt
    assert receipt[0].euros == receipt[0].subtotal
    for before, after in pairwise(receipt):
        assert before.subtotal + after.euros == after.subtotal


@given(pay=PAY, person=PERSONS)
def test_a_receipt_has_one_line_for_each_answer_and_no_other(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person
) -> None:
    answers = {"state": person.state, "tenure": person.tenure, "company-size": person.company_size}
    given_factors = [factor for factor, value in answers.items() if value is not None]
    to_the_scale = ["anchor", "index", *(["statistic"] if pay[0].statistic == "mean" else [])]
    assert [each.factor for each in answer(drawer, *pay, person=person).receipt] == [*to_the_scale, *given_factors]


@given(pay=PAY)
def test_someone_who_tells_nothing_gets_the_carried_anchor_as_a_median(
    drawer: Drawer, pay: tuple[SalaryObservation, ...]
) -> None:
    item = answer(drawer, *pay)
    # A mean lies above the median of a lognormal distribution by exp(sigma² / 2).
    skew = math.exp(-(item.sigma**2) / 2) if pay[0].statistic == "mean" else 1
    # Below the minimum wage of 2026 the law decides. Multipliers have four decimals.
    assert item.gross_year.p50 == pytest.approx(max(item.anchor_carried * skew, 28_912), rel=0.0002, abs=1)


@given(pay=PAY, person=PERSONS, hidden=st.sampled_from(["state", "tenure", "company_size"]))
def test_telling_more_never_widens_the_range(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person, hidden: str
) -> None:
    answers = {name: getattr(person, name) for name in ("state", "tenure", "company_size")}
    less_told = Person(**{**answers, hidden: None})
    assert answer(drawer, *pay, person=person).sigma <= answer(drawer, *pay, person=less_told).sigma


@given(pay=PAY, person=PERSONS)
def test_the_points_of_a_range_are_in_order_and_above_the_minimum_wage(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person
) -> None:
    points = answer(drawer, *pay, person=person).gross_year
    assert 28_912 <= points.p10 <= points.p25 <= points.p50 <= points.p75 <= points.p90


@given(people=st.integers(1, 10_000_000))
def test_every_head_count_up_to_ten_million_has_a_pay(drawer: Drawer, people: int) -> None:
    assert read_company_size(str(people)) == people
    # The smallest companies pay 0.8996, the largest 1.0729 times as much as those of 50 to 249.
    assert Decimal("0.8996") <= told(drawer, "company-size", Person(company_size=people)) <= Decimal("1.0729")


@given(years=st.integers(0, 54), people=st.integers(1, 9_999_999))
def test_another_year_or_another_colleague_never_costs_pay(drawer: Drawer, years: int, people: int) -> None:
    now, later = Person(tenure=years, company_size=people), Person(tenure=years + 1, company_size=people + 1)
    assert answer(drawer, person=now).receipt[-1].subtotal <= answer(drawer, person=later).receipt[-1].subtotal


@given(pay=PAY, person=PERSONS)
def test_the_same_question_has_the_same_answer(
    drawer: Drawer, pay: tuple[SalaryObservation, ...], person: Person
) -> None:
    assert answer(drawer, *pay, person=person) == answer(drawer, *pay, person=person)
