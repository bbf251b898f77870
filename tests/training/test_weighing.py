"""Paths weighed against each other: what is counted for whom, and the order of the shortest and the cheapest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobcli.domain.extent import Extent
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.training.afbg import OwnCost
from jobcli.training.funding import Applicant
from jobcli.training.payback import worth
from jobcli.training.weighing import PathOrder, WeighedPath, in_order_of, weigh
from tests.training.test_funding import DAY, KNOWN
from tests.training.test_funding import path as funded
from tests.training.test_outline import Range
from tests.training.test_outline import path as training
from tests.training.test_payback import WIDE

DRAWER = open_drawer(FUNDING)


def money(ends: Range | None, *, complete: bool = True) -> Extent[Decimal] | None:
    return None if ends is None else Extent(Decimal(str(ends[0])), Decimal(str(ends[1])), complete)


def weighed(
    name: str, months: Range | None = None, cost: Range | None = None, own: Range | None = None, *, whole: bool = True
) -> WeighedPath:
    kept = money(own, complete=whole)
    return WeighedPath(
        path=training(name, months=months),
        cost=money(cost, complete=whole),
        rulings=(),
        afbg=None,
        own_cost=None if kept is None else OwnCost(money=kept, counted="no"),
    )


PATHS = (
    weighed("unknown"),
    weighed("long", (12, 12), (100, 200), (100, 200)),
    weighed("late", (6, 9), (100, 150), (90, 150)),
    weighed("soon", (6, 8), (50, 60), (50, 60), whole=False),
    weighed("short", (3, 30), (400, 400), (0, 80)),
)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # By the least months, then by the most; what is not known comes last.
        ("time", ["short", "soon", "late", "long", "unknown"]),
        # By the least euros, then by the most; a sum that lacks a part comes after all whole ones, however low.
        ("cost", ["late", "long", "short", "soon", "unknown"]),
        ("own-cost", ["short", "late", "long", "soon", "unknown"]),
    ],
)
def test_the_best_path_comes_first(order: PathOrder, expected: list[str]) -> None:
    for given in (PATHS, PATHS[::-1]):
        assert [item.path.id for item in in_order_of(given, order)] == expected


def test_cents_and_half_months_decide_too() -> None:
    one = weighed("one", (6.5, 7), (100.99, 101), (100.99, 101))
    other = weighed("other", (6.25, 7), (100.98, 101), (100.98, 101))
    for order in ("time", "cost", "own-cost"):
        assert [item.path.id for item in in_order_of((one, other), order)] == ["other", "one"]


def test_aufstiegs_bafoeg_is_counted_as_surely_as_it_is_granted() -> None:
    # 1,000 euros: half is a gift, half of the other half is waived: 250 remain.
    course = funded(course=(1000, 1000), exam=(0, 0))
    sure = weigh(course, KNOWN, DRAWER, DAY)
    assert next(item.verdict for item in sure.rulings if item.scheme == "afbg") == "applies"
    assert sure.own_cost == OwnCost(money=Extent(Decimal(250), Decimal(250)), counted="yes")
    open_question = weigh(course, Applicant(), DRAWER, DAY)
    assert open_question.own_cost == OwnCost(money=Extent(Decimal(250), Decimal(1000)), counted="perhaps")
    refused = weigh(course, Applicant(education="master"), DRAWER, DAY)
    assert refused.own_cost == OwnCost(money=Extent(Decimal(1000), Decimal(1000)), counted="no")
    assert [item.afbg is None for item in (sure, open_question, refused)] == [False, False, True]
    assert sure.cost == open_question.cost == refused.cost == Extent(Decimal(1000), Decimal(1000))


def test_a_path_pays_off_between_the_new_pay_and_the_present_one() -> None:
    course = funded(course=(1000, 1000), exam=(0, 0), months=12)
    item = weigh(course, KNOWN, DRAWER, DAY, WIDE)
    assert item.own_cost is not None
    assert item.worth == worth(item.own_cost, Extent(12.0, 12.0), WIDE)
    # 9,600 a year, 800 a month: 250 euros are paid back in the first month after twelve.
    assert item.worth.middle.month == 13
    assert weigh(course, KNOWN, DRAWER, DAY).worth is None
    assert weigh(funded(), KNOWN, DRAWER, DAY, WIDE).worth is None
