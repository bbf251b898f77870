"""Is a path worth it? The month in which it has paid for itself, computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jobcli.domain.extent import Extent
from jobcli.domain.pay import PayRange
from jobcli.training.afbg import OwnCost
from jobcli.training.payback import PaybackCase, worth

NEW = PayRange(p10=30_000, p25=36_000, p50=42_000, p75=48_000, p90=54_000)
CLOSE = PayRange(p10=26_000, p25=30_000, p50=36_000, p75=39_600, p90=44_000)
FAR = PayRange(p10=26_000, p25=30_000, p50=32_400, p75=34_800, p90=38_000)


def flat(euros: int) -> PayRange:
    return PayRange(p10=euros, p25=euros, p50=euros, p75=euros, p90=euros)


def costs(low: float, high: float | None = None, *, complete: bool = True) -> OwnCost:
    money = Extent(Decimal(str(low)), Decimal(str(low if high is None else high)), complete)
    return OwnCost(money=money, counted="no")


def test_a_calculation_by_hand_where_the_ranges_do_not_overlap() -> None:
    # The path takes 12 months and costs 3,600 euros.
    answer = worth(costs(3600), Extent(12, 12), NEW, FAR)
    # middle: (42,000 - 32,400) / 12 = 800 a month; 3,600 / 800 = 4.5, so 5 months after the path, month 17
    assert answer.middle == PaybackCase(gain=Decimal(800), cost=Decimal(3600), months=12, after=5, month=17)
    # best: (48,000 - 30,000) / 12 = 1,500; 3,600 / 1,500 = 2.4, so 3 and month 15
    assert answer.best == PaybackCase(gain=Decimal(1500), cost=Decimal(3600), months=12, after=3, month=15)
    # worst: (36,000 - 34,800) / 12 = 100; 3,600 / 100 = 36, month 48
    assert answer.worst == PaybackCase(gain=Decimal(100), cost=Decimal(3600), months=12, after=36, month=48)
    assert not answer.overlap
    # New pay: 48,000 gives 1,300 and 3 months, 36,000 gives 300 and 12 months: 9 months apart.
    # Present pay: 30,000 gives 1,000 and 4 months, 34,800 gives 600 and 6 months: 2 apart.
    new = answer.swings[0]
    assert (new.assumption, new.better.after, new.worse.after) == ("new-pay", 3, 12)
    assert answer.swings[1].assumption == "present-pay"


def test_where_the_ranges_overlap_it_may_never_pay_off() -> None:
    answer = worth(costs(3600), Extent(12, 12), NEW, CLOSE)
    # worst: 36,000 - 39,600 is a loss; middle: 6,000 / 12 = 500, 3,600 / 500 = 7.2, so 8 and month 20
    assert answer.overlap
    assert (answer.worst.after, answer.worst.month) == (None, None)
    assert (answer.middle.after, answer.middle.month) == (8, 20)
    # With 36,000 in the new role there is no gain at all: nothing else turns the middle into never.
    assert (answer.swings[0].assumption, answer.swings[0].worse.after) == ("new-pay", None)


def test_spans_of_cost_and_months_are_carried_into_the_range() -> None:
    answer = worth(costs(1500, 6000), Extent(6, 24), NEW, FAR)
    # best: 1,500 / 1,500 = 1, month 6 + 1; worst: 6,000 / 100 = 60, month 24 + 60
    assert (answer.best.month, answer.worst.month) == (7, 84)
    # middle: (1,500 + 6,000) / 2 = 3,750; 3,750 / 800 = 4.7, so 5; (6 + 24) / 2 = 15 months, month 20
    assert answer.middle.month == 20
    # 18 months of length move it further than 9 of pay.
    assert answer.swings[0].assumption == "months"


def test_a_length_that_is_not_known_stays_unknown_and_only_the_months_after_it_are_told() -> None:
    answer = worth(costs(3600), None, NEW, FAR)
    assert (answer.middle.month, answer.middle.after) == (None, 5)
    assert "months" not in [swing.assumption for swing in answer.swings]


def test_a_price_that_is_missing_is_said() -> None:
    assert worth(costs(3600, complete=False), None, NEW, FAR).at_least
    assert not worth(costs(3600), None, NEW, FAR).at_least


def test_half_a_month_of_learning_is_a_whole_month_on_the_calendar() -> None:
    # 0.5 + 5 = 5.5 months: paid for in the sixth
    assert worth(costs(3600), Extent(0.5, 0.5), NEW, FAR).middle.month == 6


@pytest.mark.parametrize(("present", "after"), [(NEW, 0), (FAR, 0)])
def test_a_path_without_cost_has_paid_for_itself_when_it_ends(present: PayRange, after: int) -> None:
    assert worth(costs(0), Extent(12, 12), NEW, present).middle.after == after


def test_a_lower_pay_never_pays_off_even_without_cost() -> None:
    assert worth(costs(0), Extent(12, 12), FAR, NEW).middle.after is None


def test_the_last_month_is_not_counted_twice_where_the_gain_of_a_month_has_no_end() -> None:
    # 1,600 euros a year are 133.33 a month; nine months give 1,600 / 12 * 9 = 1,200.
    assert worth(costs(1200), Extent(12, 12), flat(37_600), flat(36_000)).middle.after == 9


POINTS = st.lists(st.integers(20_000, 120_000), min_size=5, max_size=5).map(lambda found: PayRange(*sorted(found)))
MONTHS = st.none() | st.builds(Extent, st.integers(0, 24), st.integers(24, 60))


# Three rounded thirds are less than the one euro that they pay back; 1,200 by a rounded 133.33 is more than 9.
@example(new=flat(37_154), present=flat(37_150), low=1, more=0, months=None)
@example(new=flat(37_600), present=flat(36_000), low=1200, more=0, months=None)
@given(new=POINTS, present=POINTS, low=st.integers(0, 5000), more=st.integers(0, 5000), months=MONTHS)
def test_the_middle_lies_between_the_best_and_the_worst_case(
    new: PayRange, present: PayRange, low: int, more: int, months: Extent[float] | None
) -> None:
    answer = worth(costs(low, low + more), months, new, present)
    never = 10**9
    best, middle, worst = (
        never if case.after is None else case.after for case in (answer.best, answer.middle, answer.worst)
    )
    assert best <= middle <= worst
    assert answer.best.gain >= answer.middle.gain >= answer.worst.gain
    if low > 0:
        assert answer.overlap == (answer.worst.after is None)
    gained = (new.p75 - present.p25, new.p50 - present.p50, new.p25 - present.p75)
    for case, year in zip((answer.best, answer.middle, answer.worst), gained, strict=True):
        assert case.gain == Decimal(year) / 12
        if case.after:
            # What was gained by then covers the cost, and a month earlier it did not: in twelfths, which are exact.
            assert year * case.after >= case.cost * 12 > year * (case.after - 1)


@given(new=POINTS, present=POINTS, cost=st.integers(0, 5000), more=st.integers(1, 5000))
def test_a_dearer_path_never_pays_off_sooner(new: PayRange, present: PayRange, cost: int, more: int) -> None:
    cheap, dear = (worth(costs(price), None, new, present).middle.after for price in (cost, cost + more))
    assert dear is None or (cheap is not None and cheap <= dear)
