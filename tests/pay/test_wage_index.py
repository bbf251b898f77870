"""Money of one month in money of another, computed by hand from the published index."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer, Figures
from jobcli.pay.anchor import index_ratio, rounded_ratio
from jobcli.pay.wage_index import level, month_of, newest_known

# Destatis, GENESIS-Online 62361-0001, Nominallohnindex by month, 2022 = 100.
IN_2022 = (92.0, 93.7, 99.6, 100.5, 100.0, 100.7, 97.2, 94.3, 94.8, 95.4, 127.3, 104.6)
IN_2023 = (99.6, 98.2, 102.8, 107.0, 105.4, 109.2, 103.8, 100.0, 100.5, 101.2, 135.6, 109.0)
TO_NOVEMBER_2025 = (113.8, 108.5, 108.8, 113.8, 118.7, 117.0, 117.8, 114.3, 109.4, 111.3, 111.3, 148.1)

NEWEST = (2025, 11)
MONTHS = st.tuples(st.integers(2008, 2025), st.integers(1, 12)).filter(lambda month: month <= NEWEST)


def table(values: dict[str, float]) -> Figures:
    """A dated table made for a test."""
    return Figures(
        what=Words(en="Wages"),
        unit="index",
        since="2022",
        keyed_by="date",
        confidence="derived",
        source=Source(publisher="Test", title="Made for a test", url="https://example.org", read="2026-01-01"),
        values=values,
    )


def flat_year(year: int, index: float) -> dict[str, float]:
    """Twelve equal months: their mean is the index of the year."""
    return {f"{year}-{month:02d}": index for month in range(1, 13)}


def shipped(drawer: Drawer, month: tuple[int, int]) -> float:
    return level(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], month)


def test_the_level_of_a_month_is_the_mean_of_the_twelve_months_that_end_with_it(drawer: Drawer) -> None:
    # 113.8 + 108.5 + ... + 148.1 = 1392.8; divided by 12 that is 116.0667.
    assert sum(TO_NOVEMBER_2025) == pytest.approx(1392.8)
    assert shipped(drawer, (2025, 11)) == pytest.approx(1392.8 / 12)
    assert shipped(drawer, (2025, 11)) == pytest.approx(116.0667, abs=0.00005)


def test_the_level_of_a_december_is_the_mean_of_its_year(drawer: Drawer) -> None:
    # 99.6 + 98.2 + ... + 109.0 = 1272.3; divided by 12 that is 106.025.
    assert sum(IN_2023) == pytest.approx(1272.3)
    assert shipped(drawer, (2023, 12)) == pytest.approx(106.025)


def test_wages_of_december_2023_are_carried_to_november_2025_times_1_0947(drawer: Drawer) -> None:
    # 116.0667 / 106.025 = 1.09471
    assert round(shipped(drawer, (2025, 11)) / shipped(drawer, (2023, 12)), 4) == 1.0947


def test_the_christmas_bonus_of_november_does_not_lift_the_level(drawer: Drawer) -> None:
    # November 2025 alone stands a third above October (148.1 / 111.3 = 1.33); their twelve months hardly differ:
    # November 2024 with 142.9 leaves and November 2025 with 148.1 enters, (148.1 - 142.9) / 12 = 0.4333.
    rise = shipped(drawer, (2025, 11)) - shipped(drawer, (2025, 10))
    assert rise == pytest.approx((148.1 - 142.9) / 12)


def test_a_year_before_the_monthly_series_is_reached_by_the_published_yearly_changes(drawer: Drawer) -> None:
    of_2022 = 1200.1 / 12
    assert sum(IN_2022) / 12 == pytest.approx(of_2022)
    # Wages rose by 2.6 % in 2022, 3.1 % in 2021 and fell by 0.7 % in 2020; backwards that divides.
    assert shipped(drawer, (2021, 12)) == pytest.approx(of_2022 / 1.026)
    assert shipped(drawer, (2020, 12)) == pytest.approx(of_2022 / 1.026 / 1.031)
    assert shipped(drawer, (2019, 12)) == pytest.approx(of_2022 / 1.026 / 1.031 / 0.993)


def test_july_2019_lies_seven_twelfths_of_the_way_from_2018_to_2019(drawer: Drawer) -> None:
    of_2022 = 1200.1 / 12  # 100.0083
    of_2021 = of_2022 / 1.026  # 2022: +2.6 % -> 97.4740
    of_2020 = of_2021 / 1.031  # 2021: +3.1 % -> 94.5432
    of_2019 = of_2020 / 0.993  # 2020: -0.7 % -> 95.2096
    of_2018 = of_2019 / 1.026  # 2019: +2.6 % -> 92.7969
    # A constant monthly rate makes the way a geometric one: five parts of 2018 and seven of 2019 -> 94.1968.
    july_2019 = of_2018 ** (5 / 12) * of_2019 ** (7 / 12)
    assert july_2019 == pytest.approx(94.1968, abs=0.0001)
    assert shipped(drawer, (2019, 7)) == pytest.approx(july_2019)
    # 116.0667 / 94.1968 = 1.2322
    assert round(shipped(drawer, (2025, 11)) / shipped(drawer, (2019, 7)), 4) == 1.2322


def test_months_of_2022_whose_twelve_months_are_not_all_published_lie_between_2021_and_2022(drawer: Drawer) -> None:
    of_2022 = 1200.1 / 12
    of_2021 = of_2022 / 1.026
    # June is half way: the geometric mean of both.
    assert shipped(drawer, (2022, 6)) == pytest.approx(math.sqrt(of_2021 * of_2022))


def test_an_invented_rise_of_ten_percent_is_taken_back_by_dividing_by_1_1() -> None:
    monthly, yearly = table(flat_year(2022, 110.0)), table({"2021": 5.0, "2022": 10.0})
    # 2022 stands at 110 after a rise of 10 %: 2021 stood at 100, and 2020, before a rise of 5 %, at 100 / 1.05.
    assert level(monthly, yearly, (2021, 12)) == pytest.approx(100.0)
    assert level(monthly, yearly, (2021, 6)) == pytest.approx(math.sqrt(100.0 * 100.0 / 1.05))


def test_january_2008_is_the_oldest_month_the_index_reaches(drawer: Drawer) -> None:
    # 2008 has a published change (+2.9 %), so its January lies a twelfth of the way up from 2007.
    one_month_up = 1.029 ** (11 / 12)
    assert shipped(drawer, (2008, 12)) / shipped(drawer, (2008, 1)) == pytest.approx(one_month_up)


@pytest.mark.parametrize("month", [(2007, 12), (2007, 1), (1999, 6)])
def test_no_figure_reaches_a_month_before_2008(drawer: Drawer, month: tuple[int, int]) -> None:
    with pytest.raises(LookupError, match=f"{month[0]}-{month[1]:02d}"):
        shipped(drawer, month)


def test_no_figure_reaches_a_month_after_the_newest(drawer: Drawer) -> None:
    with pytest.raises(LookupError, match="2025-12"):
        shipped(drawer, (2025, 12))


def test_a_gap_in_the_monthly_series_is_not_papered_over() -> None:
    months = {**flat_year(2022, 100.0), **flat_year(2023, 105.0)}
    del months["2023-03"]
    with pytest.raises(LookupError, match="2023-06"):
        level(table(months), table({"2022": 2.0, "2023": 5.0}), (2023, 6))


@given(year=st.integers(2009, 2021), month=st.integers(2, 12))
def test_between_two_year_ends_every_month_rises_by_the_same_factor(drawer: Drawer, year: int, month: int) -> None:
    whole_year = shipped(drawer, (year, 12)) / shipped(drawer, (year - 1, 12))
    one_month = shipped(drawer, (year, month)) / shipped(drawer, (year, month - 1))
    assert one_month**12 == pytest.approx(whole_year)


@given(month=MONTHS)
def test_every_month_from_2008_to_the_newest_has_a_positive_level(drawer: Drawer, month: tuple[int, int]) -> None:
    # Wages rose by about two thirds from 2008 to 2025: no level lies outside this frame.
    assert 60 < shipped(drawer, month) < 117


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        ("2019-07", (2019, 7)),
        ("2019-07-31", (2019, 7)),
        # The mean of a year is the level of its December.
        ("2019", (2019, 12)),
    ],
)
def test_a_date_is_read_as_its_month_and_a_bare_year_as_its_december(moment: str, month: tuple[int, int]) -> None:
    assert month_of(moment) == month


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("2026-11-24", (2025, 11)),
        ("2025-11-30", (2025, 11)),
        ("2025-11-01", (2025, 11)),
        ("2025-10-31", (2025, 10)),
        ("2024-06-15", (2024, 6)),
        # The twelve months of December 2022 are the first that are published in full; before, whole years count.
        ("2022-12-01", (2022, 12)),
        ("2022-11-30", (2021, 12)),
        ("2021-12-31", (2021, 12)),
        ("2021-12-30", (2020, 12)),
        ("2008-12-31", (2008, 12)),
    ],
)
def test_the_newest_month_is_the_last_one_that_was_known_on_the_day(
    drawer: Drawer, day: str, month: tuple[int, int]
) -> None:
    assert newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], day) == month


def test_before_the_first_whole_year_no_month_is_known(drawer: Drawer) -> None:
    with pytest.raises(LookupError, match="2008-12-30"):
        newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], "2008-12-30")


# Entgeltatlas (Statistik der Bundesagentur für Arbeit): monthly medians of full-time employees at the end of 2023 and of 2025,
# by KldB code, as public pages quote them.
MEDIANS = {
    "81404": (6785, 7450),
    "81713": (3067, 3452),
    "81804": (5126, 5404),
    "84114": (4694, 5190),
    "83124": (4371, 4997),
    "81733": (3204, 3576),
    "22342": (3106, 3355),
    "34212": (3528, 3884),
    "32122": (3543, 3894),
    "25212": (3412, 3755),
    "26112": (3739, 4105),
    "25104": (6615, 7084),
    "11102": (2637, 2917),
    "11712": (3585, 4054),
    "34312": (4060, 4655),
    "29302": (2750, 3018),
    "63222": (2678, 2942),
    "63122": (2618, 2955),
    "71402": (3627, 4022),
    "72302": (3285, 3654),
    "92414": (5297, 5653),
    "43102": (4749, 5189),
    "23322": (2941, 3317),
    "31114": (4551, 4950),
    "31104": (5507, 6038),
    "51312": (3094, 3382),
    "94512": (3559, 3945),
    "81342": (3864, 4447),
    "82312": (2052, 2236),
}


def test_official_medians_of_2023_carried_by_the_index_meet_those_of_2025(drawer: Drawer) -> None:
    newest = newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], "2026-11-24")
    ratio = float(rounded_ratio(index_ratio(drawer, "2023-12", newest)))
    apart = [before * ratio / after - 1 for before, after in MEDIANS.values()]
    assert len(apart) == 29
    # On average within 2 %, and no more than 1 % to one side.
    assert sum(map(abs, apart)) / 29 < 0.02
    assert abs(sum(apart)) / 29 < 0.01
