"""What a job would pay a person: by hand from the published coefficients, for any role, and as JSON for programs."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.cli.answers import read_company_size, read_state
from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import LANDS, Person
from jobcli.domain.role import Duty, Role, Salary, SalaryObservation
from jobcli.domain.start import Start, starts_of
from jobcli.estimating.factors import size_class
from jobcli.estimating.middle import Middles
from jobcli.estimating.salary import Estimate, Line, estimate
from jobcli.loading.catalog import Catalog
from jobcli.loading.figures import open_drawer
from tests.conftest import Outcome, Prompt

DAY = "2026-11-24"

# Destatis, Interaktiver Gehaltsvergleich, model "gesamt": effect of the Land in log points; and the employees subject
# to social insurance by place of work on 30 June 2021.
LAENDER = {
    "BW": (0.051670853, 4_781_049),
    "BY": (0.033851849, 5_749_848),
    "BE": (-0.010577471, 1_582_539),
    "BB": (-0.08390396, 866_537),
    "HB": (-0.002978432, 336_656),
    "HH": (0.030598609, 1_008_635),
    "HE": (0.028518535, 2_657_751),
    "MV": (-0.093585139, 577_776),
    "NI": (-0.000773451, 3_059_368),
    "NW": (0.0, 7_096_396),
    "RP": (-0.003308257, 1_453_918),
    "SL": (-0.001844471, 388_172),
    "SN": (-0.11436598, 1_623_463),
    "ST": (-0.103300556, 798_783),
    "SH": (-0.014783223, 1_023_488),
    "TH": (-0.102955334, 796_232),
}
# The mean of the sixteen effects, weighted by employees.
MEAN_STATE = 0.000906


@pytest.fixture(scope="module")
def drawer() -> Drawer:
    return open_drawer()


def observation(name: str = "anchor", middle: int | None = 50_000, **more: Any) -> SalaryObservation:  # noqa: ANN401  fields of several types
    """An observation of December 2023, whose money is carried times 1.0947."""
    return SalaryObservation(**{"id": name, "middle": middle, "as_of": "2023-12", "source": "test", **more})


def role_with(*observations: SalaryObservation, anchor: str = "anchor") -> Role:
    """A role made for a test, with nothing but its pay."""
    return Role(
        title=Words(en="Test role"),
        summary=Words(en="Made for a test."),
        level="skilled",
        duties=(Duty(area="planning", text=Words(en="Plan."), source="test"),),
        salary=Salary(anchor=anchor, because=Words(en="It is invented."), observations=observations),
        sources={"test": Source(publisher="Test", title="Test", url="https://example.org", read="2026-01-01")},
    )


def answer(drawer: Drawer, *observations: SalaryObservation, person: Person | None = None, day: str = DAY) -> Estimate:
    return estimate("test-role", role_with(*observations or (observation(),)), person or Person(), drawer, day)


def line(item: Estimate, factor: str) -> Line:
    return next(each for each in item.receipt if each.factor == factor)


EVERYTHING = Person(
    state="NW",
    experience=13,
    tenure=10,
    company_size=100,
    industry="J62",
    level="skilled",
    collective_agreement=True,
    fixed_term=False,
)


def told(drawer: Drawer, factor: str, person: Person) -> Decimal:
    """The multiplier of a factor, like for like: everything else is told as well, so each effect counts once."""
    answers = {name: getattr(person, name) for name in person.__struct_fields__ if getattr(person, name) is not None}
    return line(answer(drawer, person=structs.replace(EVERYTHING, **answers)), factor).multiplier


# The factors, by hand


def test_the_mean_of_the_laender_is_weighted_by_employees() -> None:
    weighted = sum(effect * people for effect, people in LAENDER.values())
    assert weighted / sum(people for _, people in LAENDER.values()) == pytest.approx(MEAN_STATE, abs=0.000001)


def test_bavaria_pays_3_35_percent_more_than_the_mean_of_all_laender(drawer: Drawer) -> None:
    # exp(0.033851849 - 0.000906) = exp(0.032945849) = 1.0335
    assert round(math.exp(0.033851849 - 0.000906), 4) == 1.0335
    assert told(drawer, "state", Person(state="BY")) == Decimal("1.0335")


def test_saxony_pays_10_89_percent_less_than_the_mean_of_all_laender(drawer: Drawer) -> None:
    # exp(-0.11436598 - 0.000906) = exp(-0.11527198) = 0.8911
    assert told(drawer, "state", Person(state="SN")) == Decimal("0.8911")


@pytest.mark.parametrize("code", LAENDER)
def test_every_land_pays_by_its_published_effect_less_the_mean(drawer: Drawer, code: str) -> None:
    expected = math.exp(LAENDER[code][0] - MEAN_STATE)
    assert float(told(drawer, "state", Person(state=code))) == pytest.approx(expected, abs=0.00006)


@pytest.mark.parametrize(
    ("years", "multiplier"),
    [
        # Effect at 10 years: 0.006794625*10 - 0.000053742*100 = 0.06257205
        (0, "0.9393"),  # exp(0 - 0.06257205)
        (5, "0.9705"),  # exp(0.006794625*5 - 0.000053742*25 - 0.06257205) = exp(-0.029942475)
        (10, "1.0000"),  # exp(0)
        (20, "1.0532"),  # exp(0.006794625*20 - 0.000053742*400 - 0.06257205) = exp(0.05182365)
        (55, "1.1602"),  # exp(0.006794625*55 - 0.000053742*3025 - 0.06257205) = exp(0.148562775)
    ],
)
def test_years_with_the_employer_pay_against_the_mean_of_ten(drawer: Drawer, years: int, multiplier: str) -> None:
    effect = (0.006794625 * years - 0.000053742 * years**2) - (0.006794625 * 10 - 0.000053742 * 100)
    assert f"{math.exp(effect):.4f}" == multiplier
    assert told(drawer, "tenure", Person(tenure=years)) == Decimal(multiplier)


@pytest.mark.parametrize(
    ("people", "multiplier"),
    [
        (5, "0.8996"),  # exp(-0.176104724 + 0.070322611) = exp(-0.105782113)
        (30, "0.9627"),  # exp(-0.108374347 + 0.070322611) = exp(-0.038051736)
        (100, "1.0000"),  # the class that estimates start from
        (250, "1.0291"),  # exp(-0.041681672 + 0.070322611) = exp(0.028640939)
        (700, "1.0449"),  # exp(-0.026365675 + 0.070322611) = exp(0.043956936)
        (5_000, "1.0729"),  # exp(0 + 0.070322611)
    ],
)
def test_the_size_of_the_company_pays_against_50_to_249_people(drawer: Drawer, people: int, multiplier: str) -> None:
    assert told(drawer, "company-size", Person(company_size=people)) == Decimal(multiplier)


SIZES = (
    (1, "1-9"),
    (9, "1-9"),
    (10, "10-49"),
    (49, "10-49"),
    (50, "50-249"),
    (249, "50-249"),
    (250, "250-499"),
    (499, "250-499"),
    (500, "500-999"),
    (999, "500-999"),
    (1_000, "1000+"),
    (10_000_000, "1000+"),
)


@pytest.mark.parametrize(("people", "name"), SIZES)
def test_a_head_count_falls_into_the_class_whose_borders_include_it(drawer: Drawer, people: int, name: str) -> None:
    assert size_class(people) == name
    assert line(answer(drawer, person=Person(company_size=people)), "company-size").value == name


# The receipt, by hand


def test_a_whole_receipt_by_hand(drawer: Drawer) -> None:
    item = answer(drawer, person=Person(state="BY", tenure=5, company_size=250))
    assert [(each.factor, each.value, str(each.multiplier), str(each.subtotal)) for each in item.receipt] == [
        ("anchor", "anchor", "1", "50000"),
        ("index", "2025-11", "1.0947", "54735.00"),  # 50,000 x 1.0947
        # Three of six groups are told, so two of the other five. The job is skilled: the Land counts 1 + 0.4 x 3/5 = 1.24 times.
        ("state", "BY", "1.0417", "57017.45"),  # exp(0.032945849 x 1.24) = 1.0417; 54,735 x 1.0417 = 57,017.4495
        ("tenure", "5", "0.9705", "55335.43"),  # without experience it counts once; x 0.9705 = 55,335.434740
        # Size counts 1 + 1.0 x 3/5 = 1.6 times: exp(0.028640939 x 1.6) = 1.0469; x 1.0469 = 57,930.666629
        ("company-size", "250-499", "1.0469", "57930.67"),
    ]
    assert Decimal(54735) * Decimal("1.0417") == Decimal("57017.4495")
    assert Decimal("57017.4495") * Decimal("0.9705") == Decimal("55335.43473975")
    assert (Decimal("55335.43473975") * Decimal("1.0469")).quantize(Decimal("0.01")) == Decimal("57930.67")
    # Each change is the difference of two subtotals.
    assert [str(each.euros) for each in item.receipt[1:]] == ["4735.00", "2282.45", "-1682.02", "2595.24"]
    assert item.gross_year.p50 == 57_931


def test_someone_who_tells_nothing_gets_the_published_figure_in_todays_money(drawer: Drawer) -> None:
    item = answer(drawer)
    assert [each.factor for each in item.receipt] == ["anchor", "index"]
    # 50,000 x 1.0947
    assert item.gross_year.p50 == item.anchor_carried == 54_735
    assert item.as_of == "2025-11"


def test_a_figure_per_month_counts_twelve_times(drawer: Drawer) -> None:
    item = answer(drawer, observation(middle=4_000, per="month"))
    assert line(item, "anchor").subtotal == 48_000
    # 48,000 x 1.0947 = 52,545.60
    assert line(item, "index").subtotal == Decimal("52545.60")
    assert item.gross_year.p50 == 52_546


def test_an_old_anchor_is_carried_by_its_own_month(drawer: Drawer) -> None:
    # July 2019: 116.0667 / 94.1968 = 1.2322, step by step in test_index.py
    assert line(answer(drawer, observation(as_of="2019-07")), "index").multiplier == Decimal("1.2322")


def test_a_figure_of_a_whole_year_is_carried_from_the_mean_of_that_year(drawer: Drawer) -> None:
    assert line(answer(drawer, observation(as_of="2023")), "index").multiplier == Decimal("1.0947")


@pytest.mark.parametrize("moment", ["2025-11", "2025-12", "2025", "2026-06", "2026"])
def test_a_figure_as_new_as_the_index_or_newer_is_not_carried(drawer: Drawer, moment: str) -> None:
    item = answer(drawer, observation(as_of=moment))
    assert line(item, "index").multiplier == Decimal("1.0000")
    assert item.gross_year.p50 == 50_000


@pytest.mark.parametrize("moment", ["2007-12", "2007", "1999"])
def test_a_figure_older_than_2008_cannot_be_carried(drawer: Drawer, moment: str) -> None:
    with pytest.raises(LookupError):
        answer(drawer, observation(as_of=moment))


def test_on_an_earlier_day_only_the_index_up_to_that_day_is_known(drawer: Drawer) -> None:
    item = answer(drawer, day="2024-12-31")
    in_2024 = (104.9, 104.9, 110.3, 114.6, 112.7, 112.1, 109.6, 107.1, 105.6, 106.4, 142.9, 113.8)
    # 1344.9 / 12 = 112.075; 112.075 / 106.025 = 1.0571
    assert sum(in_2024) / 12 == pytest.approx(112.075)
    assert line(item, "index").multiplier == Decimal("1.0571")
    assert item.as_of == "2024-12"


# Other observations


def test_another_observation_is_carried_and_measured_against_the_anchor(drawer: Drawer) -> None:
    item = answer(drawer, observation(), observation("other", 40_000))
    (other,) = item.others
    # 40,000 x 1.0947 = 43,788, give or take the rounding of the factor; 40,000 is a fifth below 50,000.
    assert other.carried == pytest.approx(43_788, abs=1)
    assert other.distance == pytest.approx(-0.2, abs=0.0001)


def test_another_observation_per_month_counts_twelve_times(drawer: Drawer) -> None:
    item = answer(drawer, observation(), observation("other", 5_000, per="month"))
    # 60,000 is a fifth above 50,000.
    assert item.others[0].distance == pytest.approx(0.2, abs=0.0001)


def test_an_observation_without_a_middle_has_no_distance(drawer: Drawer) -> None:
    item = answer(drawer, observation(), observation("lower-only", None, low=30_000, spread="full-range"))
    assert (item.others[0].carried, item.others[0].distance) == (None, None)


def test_an_observation_equal_to_the_anchor_is_carried_to_the_same_euros(drawer: Drawer) -> None:
    # Both are the same money of the same month: one page must not show two results for it.
    item = answer(drawer, observation(middle=600_000), observation("twin", 600_000))
    assert item.others[0].carried == item.anchor_carried
    assert item.others[0].distance == 0


# The range, by hand


def test_the_quartiles_of_the_anchor_give_the_range(drawer: Drawer) -> None:
    item = answer(drawer, observation(low=40_000, high=65_000, statistic="median", spread="quartiles"))
    # ln(65,000 / 40,000) / (2 x 0.67449) = 0.485508 / 1.34898 = 0.359907
    sigma = math.log(65_000 / 40_000) / (2 * 0.67449)
    assert sigma == pytest.approx(0.359907, abs=0.000001)
    assert item.sigma == pytest.approx(sigma)
    assert item.spread_from == "anchor"
    # p75 = 54,735 x exp(0.67449 x 0.359907): the quartiles lie as far apart as the published ones.
    pay = item.gross_year
    assert pay.p75 / pay.p25 == pytest.approx(65_000 / 40_000, abs=0.0001)
    assert pay.p90 == pytest.approx(54_735 * math.exp(1.281552 * sigma), abs=1)
    assert pay.p10 == pytest.approx(54_735 / math.exp(1.281552 * sigma), abs=1)


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
    assert [each.factor for each in answer(drawer, *pay, person=person).receipt] == ["anchor", "index", *given_factors]


@given(pay=PAY)
def test_someone_who_tells_nothing_gets_exactly_the_carried_anchor(
    drawer: Drawer, pay: tuple[SalaryObservation, ...]
) -> None:
    item = answer(drawer, *pay)
    # Below the minimum wage of 2026 the law decides.
    assert item.gross_year.p50 == max(item.anchor_carried, 28_912)


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


# Naming a Land


@pytest.mark.parametrize("land", LANDS, ids=lambda land: land.code)
def test_every_land_is_known_by_its_code_and_by_its_name_in_both_languages(land: Any) -> None:  # noqa: ANN401  pytest hands it in
    spellings = [land.code, land.code.lower(), f"DE-{land.code}", f" {land.name.de} ", land.name.en.upper()]
    assert {read_state(spelling) for spelling in spellings} == {land.code}


@pytest.mark.parametrize("spelling", ["DE-BY", "de-by", "by", "Bayern", "BAYERN", "bavaria", "Bavaria"])
def test_all_names_of_bavaria_have_the_same_answer(prompt: Prompt, spelling: str) -> None:
    assert prompt("estimate", "cto", "--state", spelling, "--json") == prompt(
        "estimate", "cto", "--state", "BY", "--json"
    )


@pytest.mark.parametrize("spelling", ["DE-TH", "Thüringen", "Thueringen", "THÜRINGEN", "thuringia"])
def test_all_names_of_thuringia_have_the_same_answer(prompt: Prompt, spelling: str) -> None:
    assert prompt("estimate", "cto", "--state", spelling, "--json") == prompt(
        "estimate", "cto", "--state", "TH", "--json"
    )


def test_the_answer_for_bavaria_is_that_of_the_published_effect(prompt: Prompt) -> None:
    (item,) = prompt("estimate", "cto", "--state", "Bayern", "--json").json["result"]["estimates"]
    assert [(each["value"], float(each["multiplier"])) for each in item["receipt"] if each["factor"] == "state"] == [
        # Told alone it counts 2.1 times for an expert: exp(0.032945849 x 2.1) = 1.0716
        ("BY", 1.0716)
    ]


def test_all_roles_are_estimated_for_a_land_from_the_highest_pay_to_the_lowest(prompt: Prompt) -> None:
    outcome = prompt("estimate", "--state", "DE-BY", "--json")
    assert outcome.code == 0
    items = outcome.json["result"]["estimates"]
    assert {"cto", "cdo", "supply-chain-manager", "business-development-manager"} <= {item["role"] for item in items}
    middles = [item["gross_year"]["p50"] for item in items]
    assert middles == sorted(middles, reverse=True)
    assert all("BY" in [each["value"] for each in item["receipt"]] for item in items)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Bayren", "Bavaria (BY)"), ("Thuringen", "Thuringia (TH)"), ("Hessia", "Hesse (HE)"), ("Sachsn", "Saxony (SN)")],
)
def test_a_misspelt_land_gets_the_closest_one(prompt: Prompt, word: str, meant: str) -> None:
    outcome = prompt("estimate", "cto", "--state", word)
    assert (outcome.code, outcome.out) == (2, "")
    assert word in outcome.err
    assert meant in outcome.err


def test_a_word_like_no_land_gets_the_list_of_codes(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--state", "xx")
    assert (outcome.code, outcome.out) == (2, "")
    assert set(LAENDER) <= set(outcome.err.replace(",", " ").split())


# Numbers that cannot be

WRONG_NUMBERS = [
    ("--tenure", "-1", "out-of-range"),
    ("--tenure", "56", "out-of-range"),
    ("--tenure", "abc", "bad-number"),
    ("--tenure", "5.5", "bad-number"),
    ("--tenure", "", "bad-number"),
    ("--tenure", "٥", "bad-number"),
    ("--company-size", "0", "out-of-range"),
    ("--company-size", "-250", "out-of-range"),
    ("--company-size", "10000001", "out-of-range"),
    ("--company-size", "many", "bad-number"),
    ("--company-size", "1e3", "bad-number"),
]


@pytest.mark.parametrize(("option", "value"), [(option, value) for option, value, _ in WRONG_NUMBERS])
def test_a_number_that_cannot_be_gets_one_clear_message(prompt: Prompt, option: str, value: str) -> None:
    outcome = prompt("estimate", "cto", option, value)
    assert (outcome.code, outcome.out) == (2, "")
    # One sentence and one hint; the sentence names the option and what was typed.
    message, hint = outcome.err.splitlines()
    assert option in message
    assert value in message
    assert hint


@pytest.mark.parametrize(("option", "value", "code"), WRONG_NUMBERS)
def test_programs_learn_from_a_code_what_is_wrong_with_a_number(
    prompt: Prompt, option: str, value: str, code: str
) -> None:
    outcome = prompt("estimate", "cto", option, value, "--json")
    assert (outcome.code, outcome.err) == (2, "")
    assert outcome.json["status"] == "usage-error"
    assert [problem["code"] for problem in outcome.json["problems"]] == [code]


@pytest.mark.parametrize("option", ["--tenure", "--company-size"])
@pytest.mark.parametrize("digit", ["9", "0", "x"])
def test_a_number_of_a_million_digits_is_refused_in_a_few_words(prompt: Prompt, option: str, digit: str) -> None:
    outcome = prompt("estimate", "cto", option, digit * 1_000_000)
    assert (outcome.code, outcome.out) == (2, "")
    assert option in outcome.err
    assert len(outcome.err) < 300


@pytest.mark.parametrize(("option", "value"), [("--tenure", "0"), ("--tenure", "55"), ("--company-size", "10000000")])
def test_the_outermost_numbers_that_can_be_are_taken(prompt: Prompt, option: str, value: str) -> None:
    outcome = prompt("estimate", "cto", option, value, "--json")
    assert (outcome.code, outcome.json["status"]) == (0, "ok")


# The contract with programs

ENVELOPE = {"jobcli_format", "command", "status", "result", "problems"}
ESTIMATE = {
    "role",
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
    "older_than_five_years",
    "substitute",
    "source",
}
LINE = {"factor", "value", "counts", "assumed", "multiplier", "euros", "subtotal", "since", "confidence", "source"}
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

Write = Callable[[str, str | bytes], Path]


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
    assert set(data["result"]) == {"as_of", "estimates", "from_me"}
    assert data["result"]["as_of"] == "2025-11"


def test_output_json_says_the_same_as_json(prompt: Prompt) -> None:
    assert prompt("estimate", "cto", "--output", "json") == prompt("estimate", "cto", "--json")


def test_an_estimate_has_exactly_these_keys(told_in_full: dict[str, Any]) -> None:
    assert set(told_in_full) == ESTIMATE
    assert set(told_in_full["gross_year"]) == {"p10", "p25", "p50", "p75", "p90"}
    assert set(told_in_full["gross_month"]) == {"p50"}
    assert set(told_in_full["anchor"]) == ANCHOR
    assert set(told_in_full["spread"]) == {"sigma", "observation"}
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
    assert set(result) == {"as_of", "estimates", "roles", "shared", "only"}
    assert [set(item) for item in result["estimates"]] == [ESTIMATE] * 2
    assert [role["id"] for role in result["roles"]] == ["cto", "cdo"]
    for role in result["roles"]:
        assert set(role) == {"id", "title", "level", "origin", "file", "paths"}
        assert set(role["title"]) == {"de", "en"}
        for path in role["paths"]:
            assert set(path) == {"id", "title", "kind", "months", "cost"}
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


# What could explain that sources disagree


def test_far_apart_observations_are_explained_by_what_differs(drawer: Drawer) -> None:
    start = observation(middle=40_000, as_of="2023-12")
    same = structs.replace(observation("same", 60_000, as_of="2023-12"), special_payments="included")
    item = answer(drawer, structs.replace(start, special_payments="excluded", statistic="median"), same)
    # 60,000 is half above 40,000; the year is the same, the default statistic of the other one is the mean.
    (other,) = item.others
    assert other.distance == pytest.approx(0.5, abs=0.001)
    assert set(other.reasons) == {"special-payments"} | ({"statistic"} if same.statistic != "median" else set())


def test_close_observations_need_no_explanation(drawer: Drawer) -> None:
    (other,) = answer(drawer, observation(middle=40_000), observation("near", 44_000, as_of="2015")).others
    # 44,000 of 2015 is carried to about 60,000: that is far, so the year is named; the same figure of 2023 is near.
    assert "year" in other.reasons
    (near,) = answer(drawer, observation(middle=40_000), observation("near", 44_000)).others
    assert near.reasons == ()


def test_the_page_says_what_could_explain_the_distance(prompt: Prompt) -> None:
    text = " ".join(prompt("estimate", "backoffice-manager").out.split())
    # t3n, July 2019: 37,400 x 1.2322 = 46,084. Destatis, April 2025: 4,862 x 12 = 58,344, and wages rose by
    # 116.067 / 113.333 (means of the twelve months to November and to April 2025) = 1.0240, so about 59,750: 30 % more.
    to_april = (112.7, 112.1, 109.6, 107.1, 105.6, 106.4, 142.9, 113.8, 108.5, 108.8, 113.8, 118.7)
    carried = 4_862 * 12 * 116.067 / (sum(to_april) / 12)
    assert round(carried / 46_084 - 1, 2) == 0.30
    assert "The sources disagree with the start by up to 30%." in text
    assert "another title or a wider group, another year" in text


def middle_or_why_not(answer: Callable[[], int]) -> int | str:
    try:
        return answer()
    except LookupError as error:
        return repr(error)


@pytest.mark.parametrize("day", ["2026-11-27", "2024-06-30", "2019-12-31", "2015-01-01", "2008-06-30"])
def test_the_middle_alone_is_the_middle_of_the_estimate(drawer: Drawer, day: str) -> None:
    def whole(role: Role) -> int:
        return estimate("any", role, Person(), drawer, day).gross_year.p50

    def alone(role: Role) -> int:
        return middles.of(starts_of(role))

    middles = Middles(drawer, day)
    for profile in Catalog().profiles():
        assert middle_or_why_not(partial(alone, profile.role)) == middle_or_why_not(partial(whole, profile.role))


def test_the_middle_alone_is_at_least_the_minimum_wage_of_a_full_time_year(drawer: Drawer) -> None:
    # 1,000 euros a month in January 2026; the minimum wage is 13.90 euros then: 13.90 x 40 hours x 52 weeks = 28,912.
    start = Start("a", "2026-01", "2026-01-15", 12_000, named=True, doubted=False)
    assert Middles(drawer, "2026-06-30").of([start]) == 28_912
