"""What a job would pay a person: by hand from the published coefficients, for any role, and as JSON for programs."""

from __future__ import annotations

import math
from decimal import Decimal
from textwrap import dedent
from typing import Any

import pytest
from msgspec import structs

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.role import Duty, Role
from jobcli.domain.salary import Salary, SalaryObservation
from jobcli.pay.estimate import Estimate, ReceiptLine, estimate
from jobcli.pay.factors import size_class
from tests.conftest import Prompt, Write, profile_of

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
    profile = profile_of("test-role", role_with(*observations or (observation(),)))
    return estimate(profile, person or Person(), drawer, day)


def line(item: Estimate, factor: str) -> ReceiptLine:
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
        # Three of six groups are told, so two of the other five. The job is skilled: the Land counts 1 + 0.8 x 3/5 = 1.48 times.
        ("state", "BY", "1.0500", "57471.75"),  # exp(0.032945849 x 1.48) = 1.0500; 54,735 x 1.0500 = 57,471.75
        ("tenure", "5", "0.9705", "55776.33"),  # without experience it counts once; x 0.9705 = 55,776.333375
        # Size counts 1 + 1.5 x 3/5 = 1.9 times: the class once, and 0.9 times what goes along. 250 people lie between the
        # middles 112 and 353, at (ln 250 - ln 112) / (ln 353 - ln 112) = 0.6995 of the way up: 0.6995 x 0.028640939 = 0.020033.
        # exp(0.028640939 + 0.9 x 0.020033) = 1.0478; x 1.0478 = 58,442.442110
        ("company-size", "250-499", "1.0478", "58442.44"),
    ]
    assert Decimal(54735) * Decimal("1.0500") == Decimal("57471.7500")
    assert Decimal("57471.75") * Decimal("0.9705") == Decimal("55776.333375")
    assert (Decimal("55776.333375") * Decimal("1.0478")).quantize(Decimal("0.01")) == Decimal("58442.44")
    # Each change is the difference of two subtotals.
    assert [str(each.euros) for each in item.receipt[1:]] == ["4735.00", "2736.75", "-1695.42", "2666.11"]
    assert item.gross_year.p50 == 58_442


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


# What could explain that sources disagree


def test_far_apart_observations_are_explained_by_what_differs(drawer: Drawer) -> None:
    start = observation(middle=40_000, as_of="2023-12")
    same = structs.replace(observation("same", 60_000, as_of="2023-12"), special_payments="included")
    item = answer(drawer, structs.replace(start, special_payments="excluded", statistic="median"), same)
    # 60,000 is half above 40,000; the year is the same, the default statistic of the other one is the mean.
    (other,) = item.others
    assert other.distance == pytest.approx(0.5, abs=0.001)
    assert set(other.reasons) == {"special-payments"} | ({"statistic"} if same.statistic != "median" else set())


KNOWN = {"statistic": "median", "special_payments": "excluded", "kldb": "71402"}


@pytest.mark.parametrize(
    ("start", "other", "reasons"),
    [
        ({}, {}, ()),
        ({}, {"kldb": "71403"}, ("title",)),
        # Who says what a figure covers says that it is not just this title, on either side.
        ({"covers": Words(en="All clerks")}, {}, ("title",)),
        ({}, {"covers": Words(en="All clerks")}, ("title",)),
        ({}, {"as_of": "2022-12"}, ("year",)),
        ({}, {"as_of": "2023-06"}, ()),
        ({}, {"statistic": "mean"}, ("statistic",)),
        ({}, {"statistic": "unknown"}, ("statistic",)),
        # Of two that do not say what they are, nobody knows whether they are the same.
        ({"statistic": "unknown"}, {"statistic": "unknown"}, ("statistic",)),
        ({}, {"special_payments": "included"}, ("special-payments",)),
        ({"special_payments": "unknown"}, {"special_payments": "unknown"}, ("special-payments",)),
    ],
)
def test_each_difference_is_a_reason_of_its_own(
    drawer: Drawer, start: dict[str, Any], other: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    # 60,000 is half above 40,000, whatever wages did in a year or two.
    pair = observation(middle=40_000, **KNOWN | start), observation("other", 60_000, **KNOWN | other)
    (found,) = answer(drawer, *pair).others
    assert found.reasons == reasons


def test_close_observations_need_no_explanation(drawer: Drawer) -> None:
    (other,) = answer(drawer, observation(middle=40_000), observation("near", 44_000, as_of="2017")).others
    # 44,000 of 2017 is carried to about 57,000, and 40,000 of 2023 to 43,788: that is far, so the year is named.
    assert "year" in other.reasons
    (near,) = answer(drawer, observation(middle=40_000), observation("near", 44_000)).others
    assert near.reasons == ()


def test_the_page_says_what_could_explain_the_distance(prompt: Prompt, write: Write) -> None:
    profile = """
        title: {en: Tester}
        summary: {en: Tests.}
        level: skilled
        duties: [{area: planning, text: {en: Plan.}, source: test}]
        salary:
          anchor: anchor
          because: {en: It is invented.}
          observations:
            - {id: anchor, middle: 40000, statistic: median, special_payments: included, as_of: 2023-12, source: test}
            - {id: other, middle: 52000, statistic: median, special_payments: included, as_of: 2022-12, source: test,
               covers: {en: A wider field.}}
        sources: {test: {publisher: Test, title: Test, url: "https://example.org", read: 2026-01-01}}
    """
    folder = write("roles/tester.yaml", dedent(profile)).parent
    text = " ".join(prompt("estimate", "tester", "--full", "--profiles", str(folder)).out.split())
    # The index is 100 on average in 2022 and 106.025 in 2023: 52,000 x 1.06025 = 55,133, and 55,133 / 40,000 = 1.38.
    assert "The sources disagree with the start by up to 38%." in text
    assert "another title or a wider group, another year." in text
