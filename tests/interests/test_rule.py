"""Answers become points and points become fields: by hand, and for answers that nobody thought of."""

from __future__ import annotations

import statistics
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.atlas.interests import interest_profiles
from jobcli.domain.interests import SOUND, TYPES, InterestProfile
from jobcli.files.figures import INTERESTS, open_drawer
from jobcli.interests.firmness import DRAWN, firmness, stays
from jobcli.interests.likeness import SHOWN, Likeness
from jobcli.interests.points import is_flat, most_unsure, points

PROFILES = interest_profiles()
LIKENESS = Likeness(PROFILES)
AGAIN = open_drawer(INTERESTS)["answers-again"].values
TYPES_OF_30 = [TYPES[place % 6] for place in range(30)]

halves = st.integers(0, 200).map(lambda number: number / 2)
persons = st.tuples(*[halves] * 6)
sittings = st.lists(st.integers(0, 5), min_size=30, max_size=30)


def test_points_are_the_mean_answer_from_0_to_100_and_who_does_not_know_counts_as_the_middle() -> None:
    # R: 5 5 5 5 5 = 100; I: 1 1 1 1 1 = 0; A: five unsure = 50; S: 1 2 3 4 5 = 50; E: 5 4 4 4 4 = 3.2 of 4 = 80; C: 2 2 2 2 1
    rows = ["510152", "510242", "510342", "510442", "510541"]
    answers = [int(digit) for row in rows for digit in row]
    assert points(answers, TYPES_OF_30) == (100, 0, 50, 50, 80, 20)


def test_with_sixty_answers_a_type_has_ten() -> None:
    answers = [1] * 54 + [2, 1, 1, 1, 1, 1]
    # One of ten answers is one of four steps higher: 100 / 40.
    assert points(answers, [TYPES[place % 6] for place in range(60)]) == (2.5, 0, 0, 0, 0, 0)


def test_under_thirty_points_between_first_and_last_the_answers_are_flat() -> None:
    assert is_flat((50, 50, 50, 50, 50, 79.5))
    assert not is_flat((50, 50, 50, 50, 50, 80))
    assert (most_unsure(30), most_unsure(60)) == (5, 10)


def test_a_fit_is_the_correlation_with_what_an_occupation_has_more_than_the_mean_one() -> None:
    """Computed from the table by Python's own correlation, with fractions of scores in place of our whole numbers."""
    person = (90.0, 25.0, 25.0, 30.0, 10.0, 25.0)
    sound = [one.scores for one in PROFILES if one.grade in SOUND]
    mean = [statistics.fmean(column) for column in zip(*sound, strict=True)]
    assert [round(score / 100, 2) for score in mean] == [4.57, 3.24, 2.12, 2.65, 3.06, 4.57]
    for one in PROFILES[::40]:
        more = [score - middle for score, middle in zip(one.scores, mean, strict=True)]
        assert LIKENESS.of_occupation(person, one.code) == pytest.approx(statistics.correlation(person, more))


def test_four_small_occupations_by_hand() -> None:
    """Mean 2 2 2 2 2 2, so that an occupation is what it has more or less than that."""
    rows = {
        "11101": (3, 2, 2, 2, 2, 1),
        "11102": (1, 2, 2, 2, 2, 3),
        "11103": (2, 3, 2, 1, 2, 2),
        "11104": (2, 1, 2, 3, 2, 2),
    }
    like = Likeness(
        InterestProfile(code, scores, "direct", number) for number, (code, scores) in enumerate(rows.items(), 1)
    )
    # R over C: 1 with the first, -1 with the second, and nothing to do with I over S.
    fits = like.fits((80, 50, 50, 50, 50, 20), rows)
    assert fits == pytest.approx([1, -1, 0, 0])
    assert like.best_fields((80, 50, 50, 50, 50, 20)) == [1, 3, 4, 2]
    assert like.carried_by((80, 50, 50, 50, 50, 20), "11101") == (("R", True), ("C", False))


@given(persons, halves)
def test_more_points_on_all_six_types_change_nothing(person: tuple[float, ...], more: float) -> None:
    shifted = tuple(one + more for one in person)
    codes = [one.code for one in PROFILES[::100]]
    assert LIKENESS.fits(person, codes) == LIKENESS.fits(shifted, codes)
    assert LIKENESS.best_fields(person) == LIKENESS.best_fields(shifted)
    assert [LIKENESS.carried_by(person, code) for code in codes] == [
        LIKENESS.carried_by(shifted, code) for code in codes
    ]


@given(persons)
def test_a_fit_is_a_correlation_and_five_fields_are_shown(person: tuple[float, ...]) -> None:
    assert all(-1.000001 <= fit <= 1.000001 for fit in LIKENESS.fits(person, [one.code for one in PROFILES[::50]]))
    fields = LIKENESS.best_fields(person)
    assert len({*fields}) == SHOWN
    assert all(1 <= field <= 25 for field in fields)


@given(sittings)
def test_the_same_answers_are_drawn_again_alike(answers: list[int]) -> None:
    first = stays(answers, TYPES_OF_30, LIKENESS, AGAIN)
    assert first == stays(answers, TYPES_OF_30, LIKENESS, AGAIN)
    assert sum(first.values()) == SHOWN * DRAWN
    assert max(first.values()) <= DRAWN


def test_the_generator_is_the_same_in_each_version_of_python() -> None:
    # Of Python's generator only random() is promised to stay; these are its first numbers of seed 20.
    chance = Random(20)  # noqa: S311
    assert [round(chance.random(), 6) for _ in range(3)] == [0.90564, 0.686254, 0.766509]


def test_how_firm_a_field_is_has_four_words() -> None:
    words = [firmness(count) for count in (0, 79, 80, 119, 120, 159, 160, 200)]
    assert words == ["loose"] * 2 + ["may-change"] * 2 + ["fairly-firm"] * 2 + ["firm"] * 2


def test_the_shares_of_a_second_sitting_are_one_together() -> None:
    assert sum(AGAIN.values()) == pytest.approx(1)
