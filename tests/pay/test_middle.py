"""The middle of an estimate alone, as lists by pay need it: the same as in the whole estimate, from much less."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from jobcli.domain.figures import Drawer
from jobcli.domain.observed import Observed, observed
from jobcli.domain.pay import Person
from jobcli.domain.role import Role
from jobcli.files.catalog import Catalog
from jobcli.pay.estimate import Middles, estimate
from tests.conftest import profile_of


def middle_or_why_not(answer: Callable[[], int]) -> int | str:
    try:
        return answer()
    except LookupError as error:
        return repr(error)


@pytest.mark.parametrize("day", ["2026-11-27", "2024-06-30", "2019-12-31", "2015-01-01", "2008-06-30"])
def test_the_middle_alone_is_the_middle_of_the_estimate(drawer: Drawer, day: str) -> None:
    def whole(role: Role) -> int:
        return estimate(profile_of("any", role), Person(), drawer, day).gross_year.p50

    def alone(role: Role) -> int:
        return middles.of(observed(role))

    middles = Middles(drawer, day)
    for profile in Catalog().profiles():
        assert middle_or_why_not(partial(alone, profile.role)) == middle_or_why_not(partial(whole, profile.role))


def test_the_middle_alone_is_at_least_the_minimum_wage_of_a_full_time_year(drawer: Drawer) -> None:
    # 1,000 euros a month in January 2026; the minimum wage is 13.90 euros then: 13.90 x 40 hours x 52 weeks = 28,912.
    start = Observed(
        *("a", "2026-01", "2026-01-15", None, 12_000, None, None, "median", None, None, "title", None),
        home=False,
        complete=False,
        named=True,
        doubted=False,
        undated=False,
    )
    assert Middles(drawer, "2026-06-30").of([start]) == 28_912
