"""How often an effect counts when it is told alone: by hand from the constants, and against official medians."""

from __future__ import annotations

import runpy
import statistics
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.role import Codes, Level
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.estimate import estimate
from jobcli.pay.factors import GROUPS, Job, carry_over, told_groups
from tests.conftest import profile_of
from tests.pay.test_estimate import EVERYTHING, answer, line, observation, role_with
from tests.pay.test_factors import people

DRAWER = open_drawer()
BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "accuracy.py"


@pytest.mark.parametrize(
    ("person", "times"),
    [
        (Person(state="BY"), 1.8),  # 1 + 0.8 x (1 - 0/5)
        (Person(state="BY", tenure=5), 1.64),  # 1 + 0.8 x (1 - 1/5)
        (Person(state="BY", tenure=5, experience=9), 1.64),  # the career is one group
        (Person(state="BY", experience=9, company_size=20), 1.48),  # 1 + 0.8 x (1 - 2/5)
        (Person(state="BY", level="specialist"), 1.64),  # 1 + 0.8 x (1 - 1/5): of any level
        (EVERYTHING, 1.0),  # 1 + 0.8 x (1 - 5/5)
    ],
)
def test_the_less_is_told_the_more_a_land_speaks_for_its_companions(
    drawer: Drawer, person: Person, times: float
) -> None:
    job = Job(level=person.level or "skilled")
    assert carry_over(drawer, "place", job, told_groups(person)) == pytest.approx(times)
    assert line(answer(drawer, person=person), "state").counts == pytest.approx(times)


@pytest.mark.parametrize(
    ("code", "level", "place", "career"),
    [
        ("81302", "skilled", 1.0, 1.68),  # nursing: no more of the Land, two fifths of 1.7 for experience
        ("83124", "expert", 1.0, 1.8),  # social work: two fifths of 2.0
        ("63222", "skilled", 1.0, 1.68),  # hotels
        ("62102", "skilled", 1.8, 2.7),  # shops, beside hotels under the same first digit
        ("26212", "skilled", 1.8, 2.7),  # electricians
        ("31104", "expert", 1.8, 3.0),  # civil engineers
        ("71401", "helper", 1.8, 1.6),  # the WSI: 19 % after 20 years against 34 % of all; 0.174 / 0.293 x 2.7 = 1.6
    ],
)
def test_land_and_experience_count_less_where_agreements_level_pay(
    drawer: Drawer, code: str, level: Level, place: float, career: float
) -> None:
    role = structs.replace(role_with(observation()), level=level, codes=Codes(kldb=code))
    for factor, person, times in (("state", Person(state="SN"), place), ("experience", Person(experience=4), career)):
        item = estimate(profile_of("test-role", role), person, drawer, "2026-11-24")
        assert line(item, factor).counts == pytest.approx(times)


def test_experience_told_alone_counts_2_7_times_and_three_times_for_an_expert(drawer: Drawer) -> None:
    # Skilled: 1 + 1.7 x (1 - 0/5); with the Land 1 + 1.7 x (1 - 1/5) = 2.36. Expert: 1 + 2.0
    assert line(answer(drawer, person=Person(experience=4)), "experience").counts == pytest.approx(2.7)
    assert line(answer(drawer, person=Person(experience=4, state="BY")), "experience").counts == pytest.approx(2.36)
    expert = structs.replace(role_with(observation()), level="expert")
    item = estimate(profile_of("test-role", expert), Person(experience=4), drawer, "2026-11-24")
    assert line(item, "experience").counts == pytest.approx(3)
    assert line(answer(drawer, person=Person(tenure=4)), "tenure").counts == 1


def test_experience_brings_two_fifths_of_itself_along_as_tenure(drawer: Drawer) -> None:
    short, long = answer(drawer, person=Person(experience=5)), answer(drawer, person=Person(experience=40))
    assert (line(short, "tenure").value, line(short, "tenure").assumed) == ("2", True)
    assert (line(long, "tenure").value, line(long, "tenure").assumed) == ("16", True)
    # 2 x 0.006794625 - 4 x 0.000053742 = 0.013374282; at ten years 0.06257205; 2.7 times: exp(-0.132833974) = 0.8756
    assert line(short, "tenure").multiplier == Decimal("0.8756")
    # Ten years are the mean: nothing to multiply, so there is no line.
    assert "tenure" not in [each.factor for each in answer(drawer, person=Person(experience=25)).receipt]
    own = answer(drawer, person=Person(experience=30, tenure=2))
    assert (line(own, "tenure").value, line(own, "tenure").assumed) == ("2", False)


def test_the_assumed_tenure_has_the_effect_of_the_mean_on_average(drawer: Drawer) -> None:
    # Over a working life of 24.75 years with a standard deviation of 12.5 the mean of a^2 is 24.75^2 + 12.5^2 = 768.8.
    share = drawer["tenure-share"].values["share"]
    mean = 0.006794625 * share * 24.75 - 0.000053742 * share**2 * 768.8
    assert mean == pytest.approx(0.006794625 * 10 - 0.000053742 * 100, abs=0.002)


@pytest.mark.parametrize(
    ("people", "multiplier"),
    [
        (112, "1.0000"),  # the middle of the class that estimates start from
        (22, "0.9093"),  # exp(2.5 x -0.038051736)
        (3, "0.7676"),  # exp(2.5 x -0.105782113)
        (1, "0.7676"),  # below the middle of the smallest class the effect stays
        (1414, "1.1922"),  # exp(2.5 x 0.070322611)
        (90_000, "1.1922"),
        # In the neutral class only what goes along: (ln 112 - ln 50) / (ln 112 - ln 22) = 0.4955 of the step below,
        # exp(1.5 x -0.038051736 x 0.4955) = exp(-0.028283)
        (50, "0.9721"),
    ],
)
def test_a_company_size_told_alone_counts_2_5_times_in_the_middle_of_its_class(
    drawer: Drawer, people: int, multiplier: str
) -> None:
    assert line(answer(drawer, person=Person(company_size=people)), "company-size").multiplier == Decimal(multiplier)


@given(people=st.integers(1, 20_000))
def test_a_larger_company_never_pays_less(people: int) -> None:
    smaller, larger = (
        line(answer(DRAWER, person=Person(company_size=size)), "company-size").multiplier
        for size in (people, people + 1)
    )
    assert smaller <= larger


@given(person=people)
def test_an_effect_counts_between_once_and_three_times_and_the_industry_at_least_half(person: Person) -> None:
    for each in answer(DRAWER, person=person).receipt:
        assert (0.5 if each.factor == "industry" else 1) <= each.counts <= 3
    assert len(told_groups(person)) <= len(GROUPS)


def test_official_medians_by_occupation_and_land_are_met_better_than_with_other_things_equal() -> None:
    accuracy = runpy.run_path(str(BENCHMARK))
    profile = Catalog().profile("projektmanager")
    assert profile is not None
    bench, medians = accuracy["Bench"](profile.role, DRAWER), accuracy["read"](accuracy["MEDIANS"])
    ours, plain = (
        statistics.mean(error for table in medians for error in bench.error(table, chosen(table)))
        for chosen in (bench.estimate, lambda table: bench.with_constant(table, 0))
    )
    # 73 medians of the Federal Employment Agency: 4.1 % from the plain effects, 3.4 % from ours.
    assert ours < 3.75 < plain
