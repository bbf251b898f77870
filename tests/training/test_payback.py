"""Is a path worth it? The month in which it has paid for itself, computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jobcli.domain.extent import Extent
from jobcli.domain.pay import PayGap
from jobcli.training.afbg import OwnCost
from jobcli.training.payback import PaybackCase, worth

WIDE = PayGap(p10=1_200, p50=9_600, p90=18_000)
LOSS = PayGap(p10=-3_600, p50=6_000, p90=18_000)


def flat(euros: int) -> PayGap:
    return PayGap(p10=euros, p50=euros, p90=euros)


def costs(low: float, high: float | None = None, *, complete: bool = True) -> OwnCost:
    money = Extent(Decimal(str(low)), Decimal(str(low if high is None else high)), complete)
    return OwnCost(money=money, counted="no")


def test_a_calculation_by_hand_where_all_of_the_difference_is_a_gain() -> None:
    # The path takes 12 months and costs 3,600 euros.
    answer = worth(costs(3600), Extent(12, 12), WIDE)
    # middle: 9,600 / 12 = 800 a month; 3,600 / 800 = 4.5, so 5 months after the path, month 17
    assert answer.middle == PaybackCase(gain=Decimal(800), cost=Decimal(3600), months=12, after=5, month=17)
    # best: 18,000 / 12 = 1,500; 3,600 / 1,500 = 2.4, so 3 and month 15
    assert answer.best == PaybackCase(gain=Decimal(1500), cost=Decimal(3600), months=12, after=3, month=15)
    # worst: 1,200 / 12 = 100; 3,600 / 100 = 36, month 48
    assert answer.worst == PaybackCase(gain=Decimal(100), cost=Decimal(3600), months=12, after=36, month=48)
    # The difference in pay gives 1,500 a month and 3 months, or 100 and 36; cost and length move nothing.
    pay = answer.swings[0]
    assert (pay.assumption, pay.better.after, pay.worse.after) == ("difference", 3, 36)


def test_where_the_difference_may_be_a_loss_it_may_never_pay_off() -> None:
    answer = worth(costs(3600), Extent(12, 12), LOSS)
    # worst: -3,600 is a loss; middle: 6,000 / 12 = 500, 3,600 / 500 = 7.2, so 8 and month 20
    assert (answer.worst.after, answer.worst.month) == (None, None)
    assert (answer.middle.after, answer.middle.month) == (8, 20)
    # Nothing else turns the middle into never.
    assert (answer.swings[0].assumption, answer.swings[0].worse.after) == ("difference", None)


def test_spans_of_cost_and_months_are_carried_into_the_range() -> None:
    answer = worth(costs(1500, 6000), Extent(6, 24), WIDE)
    # best: 1,500 / 1,500 = 1, month 6 + 1; worst: 6,000 / 100 = 60, month 24 + 60
    assert (answer.best.month, answer.worst.month) == (7, 84)
    # middle: (1,500 + 6,000) / 2 = 3,750; 3,750 / 800 = 4.7, so 5; (6 + 24) / 2 = 15 months, month 20
    assert answer.middle.month == 20
    # 3,750 / 100 = 38 against 3,750 / 1,500 = 3 months: pay moves it further than 18 months of length.
    assert [swing.assumption for swing in answer.swings] == ["difference", "months", "cost"]


def test_a_length_that_is_not_known_stays_unknown_and_only_the_months_after_it_are_told() -> None:
    answer = worth(costs(3600), None, WIDE)
    assert (answer.middle.month, answer.middle.after) == (None, 5)
    assert "months" not in [swing.assumption for swing in answer.swings]


def test_a_price_that_is_missing_is_said() -> None:
    assert worth(costs(3600, complete=False), None, WIDE).at_least
    assert not worth(costs(3600), None, WIDE).at_least


def test_half_a_month_of_learning_is_a_whole_month_on_the_calendar() -> None:
    # 0.5 + 5 = 5.5 months: paid for in the sixth
    assert worth(costs(3600), Extent(0.5, 0.5), WIDE).middle.month == 6


@pytest.mark.parametrize("gap", [flat(0), WIDE])
def test_a_path_without_cost_has_paid_for_itself_when_it_ends(gap: PayGap) -> None:
    assert worth(costs(0), Extent(12, 12), gap).middle.after == 0


def test_a_lower_pay_never_pays_off_even_without_cost() -> None:
    assert worth(costs(0), Extent(12, 12), flat(-9_600)).middle.after is None


def test_the_last_month_is_not_counted_twice_where_the_gain_of_a_month_has_no_end() -> None:
    # 1,600 euros a year are 133.33 a month; nine months give 1,600 / 12 * 9 = 1,200.
    assert worth(costs(1200), Extent(12, 12), flat(1_600)).middle.after == 9


GAPS = st.tuples(st.integers(-100_000, 100_000), st.integers(0, 50_000), st.integers(0, 50_000)).map(
    lambda found: PayGap(p10=found[0] - found[1], p50=found[0], p90=found[0] + found[2])
)
MONTHS = st.none() | st.builds(Extent, st.integers(0, 24), st.integers(24, 60))


# Three rounded thirds are less than the one euro that they pay back; 1,200 by a rounded 133.33 is more than 9.
@example(gap=flat(4), low=1, more=0, months=None)
@example(gap=flat(1_600), low=1200, more=0, months=None)
@given(gap=GAPS, low=st.integers(0, 5000), more=st.integers(0, 5000), months=MONTHS)
def test_the_middle_lies_between_the_best_and_the_worst_case(
    gap: PayGap, low: int, more: int, months: Extent[float] | None
) -> None:
    answer = worth(costs(low, low + more), months, gap)
    never = 10**9
    best, middle, worst = (
        never if case.after is None else case.after for case in (answer.best, answer.middle, answer.worst)
    )
    assert best <= middle <= worst
    assert answer.best.gain >= answer.middle.gain >= answer.worst.gain
    # Never, for sure, only where the whole range of the difference is no gain.
    if low > 0:
        assert (answer.best.after is None) == (gap.p90 <= 0)
    for case, year in zip((answer.best, answer.middle, answer.worst), (gap.p90, gap.p50, gap.p10), strict=True):
        assert case.gain == Decimal(year) / 12
        if case.after:
            # What was gained by then covers the cost, and a month earlier it did not: in twelfths, which are exact.
            assert year * case.after >= case.cost * 12 > year * (case.after - 1)


@given(gap=GAPS, cost=st.integers(0, 5000), more=st.integers(1, 5000))
def test_a_dearer_path_never_pays_off_sooner(gap: PayGap, cost: int, more: int) -> None:
    cheap, dear = (worth(costs(price), None, gap).middle.after for price in (cost, cost + more))
    assert dear is None or (cheap is not None and cheap <= dear)
