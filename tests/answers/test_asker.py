"""Who asks: what counts of the line and of the settings, what is said of it, and what each kind of rule gets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from jobcli.answers.asker import Asker, asker, refuse_contradictions, refuse_gaps, with_net
from jobcli.domain.own import Standing
from jobcli.domain.pay import Person
from jobcli.domain.refusal import Refusal


def test_the_line_wins_over_the_settings_and_what_came_from_them_is_known() -> None:
    who = asker({"state": "BE", "hours": 30.0}, {"state": "BY", "tenure": 4, "role": "cto"})
    assert who.person == Person(state="BE", hours=30.0, tenure=4)
    assert who.standing == Standing(role="cto")
    assert who.from_me == ("tenure", "role")
    assert who.kept == {"tenure": 4, "role": "cto"}


@pytest.mark.parametrize(
    ("typed", "stored", "years", "practice", "from_me"),
    [
        # 45 - 6 - 13.5 years of schooling and apprenticeship: 25.5, in full years.
        ({"age": 45}, {"experience": 3}, 25, None, ()),
        ({"experience": 3}, {"age": 45}, 3, 3, ()),
        ({}, {"experience": 3, "age": 45}, 3, 3, ("experience",)),
        ({}, {"age": 45}, 25, None, ("age",)),
        ({}, {"experience": 3}, 3, 3, ("experience",)),
    ],
)
def test_age_and_experience_stand_for_each_other(
    typed: dict[str, Any], stored: dict[str, Any], years: int, practice: int | None, from_me: tuple[str, ...]
) -> None:
    who = asker(typed, stored)
    assert (who.person.experience, who.practice, who.from_me) == (years, practice, from_me)
    # A page says the years that an age stands for; funding counts an age that was told, unless experience is told now.
    assert who.kept == ({"experience": years} if from_me else {})
    assert who.applicant().age == typed.get("age", None if "experience" in typed else stored.get("age"))
    assert who.entrant.practice == who.applicant().experience == practice


def test_who_is_compared_with_roles_brings_leadership_but_no_estimate_counts_it() -> None:
    who = asker({}, {"leadership": True, "education": "master", "role": "cto"}, present_job=False)
    assert who.person == Person(education="master")
    assert who.leads is True
    assert who.from_me == ("education", "role", "leadership")
    assert asker({"leadership": False}, {}).person.leadership is False


@pytest.mark.parametrize(
    ("typed", "stored", "kept"),
    [
        ({"health-surcharge": 2}, {"private-health": 400, "private-subsidy": 100}, {}),
        ({"private-health": 500}, {"private-subsidy": 100, "health-surcharge": 2}, {}),
        ({"private-health": 500, "private-subsidy": 250}, {"private-subsidy": 100}, {}),
        ({}, {"private-subsidy": 100}, {}),
        ({}, {"private-health": 400, "private-subsidy": 100}, {"private-health": 400, "private-subsidy": 100}),
        ({"church": True}, {"health-surcharge": 2}, {"health-surcharge": 2}),
    ],
)
def test_one_kind_of_health_insurance_on_the_line_leaves_out_the_other_kind_of_the_settings(
    typed: dict[str, Any], stored: dict[str, Any], kept: dict[str, Any]
) -> None:
    who = with_net(typed, stored)
    assert who.kept == kept
    assert who.taxed == {key.replace("-", "_"): value for key, value in {**kept, **typed}.items()}


def test_net_pay_beside_an_estimate_adds_its_answers_behind_those_of_the_estimate() -> None:
    stored = {"state": "BY", "age": 40, "tax-class": 3}
    alone = with_net({}, stored)
    assert (alone.from_me, alone.kept) == (("state", "age", "tax-class"), stored)
    assert (alone.taxpayer.state, alone.taxpayer.age, alone.taxpayer.tax_class) == ("BY", 40, 3)
    estimated = asker({}, {"state": "BY", "experience": 9, "age": 40})
    both = with_net({}, stored, estimated)
    assert both.person == estimated.person
    assert both.from_me == ("state", "experience", "age", "tax-class")
    assert both.kept == {"state": "BY", "experience": 9, "tax-class": 3}
    assert both.taxpayer == alone.taxpayer


@pytest.mark.parametrize(
    ("typed", "stored", "named"),
    [
        ({"experience": 30, "age": 40}, {}, None),
        ({"tenure": 30, "age": 40}, {}, None),
        ({"tenure": 5, "experience": 4}, {}, None),
        ({"tenure": 30}, {"age": 40}, "age 40"),
        ({"age": 40}, {"tenure": 30}, "tenure 30"),
        ({"experience": 4}, {"tenure": 5}, "tenure 5"),
        ({}, {"experience": 4, "tenure": 5}, "experience 4, tenure 5"),
    ],
)
def test_years_that_contradict_are_refused_and_those_of_the_settings_named(
    typed: dict[str, int], stored: dict[str, int], named: str | None
) -> None:
    with pytest.raises(Refusal) as caught:
        asker(typed, stored)
    (problem,) = caught.value.problems
    assert (problem.code, caught.value.code) == ("contradiction", 2)
    assert problem.values.get("keys") == named


@pytest.mark.parametrize(
    "taxed",
    [
        {"private_health": Decimal(400), "health_surcharge": Decimal(2)},
        {"private_health": Decimal(400), "private_subsidy": Decimal(401)},
        {"parent": False, "children": 1},
    ],
)
def test_answers_for_net_pay_that_cannot_be_true_together_are_refused(taxed: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        refuse_contradictions(taxed)
    for key, value in taxed.items():
        refuse_contradictions({key: value})


@pytest.mark.parametrize(
    ("taxed", "filled"), [({"private_subsidy": 1}, {"private_health": 2}), ({"church": True}, {"state": "BY"})]
)
def test_an_answer_for_net_pay_that_needs_another_one_is_refused_without_it(
    taxed: dict[str, Any], filled: dict[str, Any]
) -> None:
    with pytest.raises(Refusal):
        refuse_gaps(taxed)
    refuse_gaps({**taxed, **filled})


def test_nobody_told_anything() -> None:
    who = Asker()
    assert (who.person, who.standing, who.from_me) == (Person(), Standing(), ())
    bearer = who.bearer({})
    assert (bearer.languages, bearer.skills, bearer.completed, bearer.leads) == (None, None, (), None)
