"""What one role pays more than another: the ends by hand, both ways round, and where nothing is known."""

from __future__ import annotations

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.domain.pay import LANDS, PayGap, Person
from jobcli.domain.salary import SalaryObservation
from jobcli.domain.schooling import Education
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.difference import difference
from jobcli.pay.estimate import Estimate, estimate
from tests.conftest import profile_of
from tests.pay.test_estimate import DAY, observation
from tests.pay.test_scale import scale_role

DRAWER = open_drawer()
OFFICE = ("kaufmann-bueromanagement", "backoffice-manager", "office-manager", "operations-manager")
PROFILES = {profile.id: profile for profile in Catalog().profiles() if profile.id in OFFICE}


def role_of(name: str, *pay: SalaryObservation, kldb: str | None = None, person: Person | None = None) -> Estimate:
    return estimate(profile_of(name, scale_role(*pay, kldb=kldb)), person or Person(), DRAWER, DAY)


def official(name: str, middle: int, kldb: str, person: Person | None = None) -> Estimate:
    return role_of(name, observation(middle=middle, source="office", statistic="median", kldb=kldb), person=person)


def test_the_ends_of_a_difference_between_two_official_groups() -> None:
    # 40,000 and 60,000 x 1.0947 = 43,788 and 65,682. How far titles of a group lie apart counts on both sides:
    # s = sqrt(2) x 0.077 = 0.108894, half of 1.281552 x s = 0.069777. Low: 43,788 x e^0.069777 = 46,953 and
    # 65,682 x e^-0.069777 = 61,255; high: 40,837 and 70,429.
    assert DRAWER["title-spread"].values["title"] == pytest.approx(0.077)
    found = difference(official("a", 40_000, "71402"), official("b", 60_000, "71403"))
    assert (found.told_apart, found.group) == (True, None)
    assert found.gap == PayGap(p10=61_255 - 46_953, p50=65_682 - 43_788, p90=70_429 - 40_837)


def test_two_roles_of_one_group_without_a_figure_of_their_own_are_not_told_apart() -> None:
    found = difference(official("a", 50_000, "71402"), official("b", 50_000, "71402"))
    assert (found.told_apart, found.group, found.gap) == (False, "71402", None)


def test_a_figure_of_one_of_the_titles_tells_them_apart() -> None:
    whole = observation("group", 50_000, source="office", statistic="median", kldb="71402", special_payments="included")
    title = observation(middle=45_000, source="portal", statistic="median")
    own = role_of("a", title, whole, kldb="71402")
    found = difference(official("b", 50_000, "71402"), own)
    assert (found.told_apart, found.group) == (True, "71402")
    assert found.gap is not None
    # The uncertainty is that of the weighed title and of the other title inside its group.
    half = 1.281552 * math.sqrt(own.start.apart + 0.077**2) / 2
    other = round(50_000 * 1.0947)
    expected = round(own.gross_year.p50 * math.exp(-half)) - round(other * math.exp(half))
    assert found.gap.p10 == pytest.approx(expected, abs=1)


def test_a_role_differs_from_itself_by_nothing() -> None:
    one = official("a", 50_000, "71402")
    assert difference(one, one).gap == PayGap(p10=0, p50=0, p90=0)


def test_the_official_ladder_of_the_office_is_a_gain_in_each_step() -> None:
    # The audit of our profiles found the opposite: the apprenticeship above the role that asks for it.
    who = Person(state="BY", experience=8)
    at = {name: estimate(profile, who, DRAWER, DAY) for name, profile in PROFILES.items()}
    for low, high in (
        ("kaufmann-bueromanagement", "backoffice-manager"),
        ("kaufmann-bueromanagement", "office-manager"),
        ("backoffice-manager", "operations-manager"),
        ("office-manager", "operations-manager"),
    ):
        gap = difference(at[low], at[high]).gap
        assert gap is not None
        assert gap.p50 > 0, (low, high)


# For all


@given(
    state=st.sampled_from([None, *(land.code for land in LANDS)]),
    experience=st.none() | st.integers(0, 50),
    tenure=st.none() | st.integers(0, 50),
    size=st.none() | st.integers(1, 20_000),
    industry=st.sampled_from([None, *DRAWER["industry-effect"].values]),
    education=st.sampled_from([None, *get_args(Education)]),
    leadership=st.none() | st.booleans(),
    agreement=st.none() | st.booleans(),
)
def test_the_order_of_the_office_ladder_is_the_same_for_everyone(
    state: str | None,
    experience: int | None,
    tenure: int | None,
    size: int | None,
    industry: str | None,
    education: Education | None,
    *,
    leadership: bool | None,
    agreement: bool | None,
) -> None:
    who = Person(
        state=state,
        experience=experience,
        tenure=tenure,
        company_size=size,
        industry=industry,
        education=education,
        leadership=leadership,
        collective_agreement=agreement,
    )
    pay = {name: estimate(PROFILES[name], who, DRAWER, DAY).receipt[-1].subtotal for name in OFFICE}
    clerk, backoffice, office, operations = pay.values()
    assert clerk < backoffice < operations
    assert clerk < office < operations


MIDDLES = st.integers(35_000, 250_000)


@given(one=MIDDLES, other=MIDDLES, portal=st.booleans())
def test_what_one_pays_more_is_what_the_other_pays_less(one: int, other: int, *, portal: bool) -> None:
    a = role_of("a", observation(middle=one, source="portal" if portal else "test", statistic="median"))
    b = official("b", other, "71402")
    there, back = difference(a, b).gap, difference(b, a).gap
    assert there is not None
    assert back is not None
    assert (there.p10, there.p50, there.p90) == (-back.p90, -back.p50, -back.p10)
    assert there.p10 <= there.p50 <= there.p90


@given(
    # Above what the minimum wage cuts.
    one=st.integers(70_000, 250_000),
    state=st.sampled_from([None, "BY", "SN"]),
    tenure=st.none() | st.integers(0, 30),
    size=st.none() | st.integers(1, 5_000),
)
def test_what_the_person_tells_moves_both_sides_alike(
    one: int, state: str | None, tenure: int | None, size: int | None
) -> None:
    who = Person(state=state, tenure=tenure, company_size=size)
    plain = difference(official("a", one, "71402"), official("b", 2 * one, "71403"))
    told = difference(official("a", one, "71402", who), official("b", 2 * one, "71403", who))

    def ratios(item: object) -> list[float]:
        points = (getattr(item, name) for name in ("low", "middle", "high"))
        return [point.after / point.before for point in points]

    assert ratios(told) == pytest.approx(ratios(plain), rel=0.001)
