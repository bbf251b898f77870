"""Roles side by side: by the ids of their parts, never by their wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Source, Words
from jobcli.domain.role import Duty, Requirement, Role
from jobcli.domain.salary import Salary, SalaryObservation
from jobcli.moving.comparison import RoleParts, compare, learning

FIELDS = ("duties", "requirements", "subjects")


def role(
    duties: list[str] | tuple[str, ...] = ("planning",),
    requirements: list[str] | tuple[str, ...] = (),
    subjects: list[str] | tuple[str, ...] = (),
    wording: str = "plain",
) -> Role:
    """A role made for a test; `wording` changes its texts and nothing else."""
    return Role(
        title=Words(en=f"A {wording} role"),
        summary=Words(en=f"In {wording} words."),
        level="skilled",
        duties=tuple(Duty(area=area, text=Words(en=f"{wording} {area}"), source="test") for area in duties),
        requirements=tuple(
            Requirement(id=name, kind="skill", need="must", text=Words(en=f"{wording} {name}"), source="test")
            for name in requirements
        ),
        subjects=tuple(subjects),
        salary=Salary(
            anchor="a",
            because=Words(en="There is no other."),
            observations=(SalaryObservation(id="a", middle=40_000, as_of="2024", source="test"),),
        ),
        sources={"test": Source(publisher="Test", title="Test", url="https://example.org", read="2026-01-01")},
    )


def test_what_both_have_is_shared_and_the_rest_belongs_to_one_of_them() -> None:
    office = role(["planning", "purchasing"], ["excel"], ["bookkeeping", "law"])
    stock = role(["storage", "planning"], ["excel", "forklift"], ["law"])
    found = compare({"office": office, "stock": stock})
    assert found.roles == ("office", "stock")
    assert found.shared == RoleParts(duties=("planning",), requirements=("excel",), subjects=("law",))
    assert found.only == {
        "office": RoleParts(duties=("purchasing",), requirements=(), subjects=("bookkeeping",)),
        "stock": RoleParts(duties=("storage",), requirements=("forklift",), subjects=()),
    }


def test_the_same_id_in_other_words_is_the_same() -> None:
    found = compare(
        {"a": role(["planning"], ["excel"], wording="plain"), "b": role(["planning"], ["excel"], wording="grand")}
    )
    assert found.shared == RoleParts(duties=("planning",), requirements=("excel",), subjects=())
    assert found.only["a"] == found.only["b"] == RoleParts(duties=(), requirements=(), subjects=())


def test_the_same_words_under_other_ids_are_not_the_same() -> None:
    left, right = role(requirements=["english"]), role(requirements=["english-b2"])
    found = compare({"left": left, "right": right})
    assert found.shared.requirements == ()
    assert (found.only["left"].requirements, found.only["right"].requirements) == (("english",), ("english-b2",))


def test_an_area_with_several_duties_is_named_once() -> None:
    found = compare({"a": role(["planning", "people", "planning"]), "b": role(["planning", "planning"])})
    assert found.shared.duties == ("planning",)
    assert found.only["a"].duties == ("people",)


def test_shared_parts_come_in_the_order_of_the_first_role() -> None:
    found = compare({"a": role(subjects=["law", "tax", "sales"]), "b": role(subjects=["sales", "law", "tax"])})
    assert found.shared.subjects == ("law", "tax", "sales")


def test_of_three_roles_the_shared_is_in_all_and_what_two_have_belongs_to_none_alone() -> None:
    found = compare(
        {
            "a": role(subjects=["all", "two", "mine-a"]),
            "b": role(subjects=["all", "two", "mine-b"]),
            "c": role(subjects=["all", "mine-c"]),
        }
    )
    assert found.shared.subjects == ("all",)
    assert {name: parts.subjects for name, parts in found.only.items()} == {
        "a": ("mine-a",),
        "b": ("mine-b",),
        "c": ("mine-c",),
    }


def test_of_two_of_which_one_is_enough_nothing_is_left_to_learn_where_the_role_before_asks_for_one() -> None:
    both = role(requirements=["degree", "course"])
    degree, course = both.requirements
    after = structs.replace(both, requirements=(degree, structs.replace(course, instead_of="degree")))
    assert learning(role(requirements=["course"]), after) == ()
    assert learning(role(requirements=["degree"]), after) == ()
    assert [item.id for item in learning(role(), after)] == ["degree", "course"]


@pytest.mark.parametrize("roles", [{}, {"alone": role()}])
def test_fewer_than_two_roles_cannot_be_compared(roles: dict[str, Role]) -> None:
    with pytest.raises(ValueError, match="two roles"):
        compare(roles)


IDS = st.lists(st.sampled_from(["planning", "people", "finance", "law", "sales", "storage"]), min_size=1, max_size=8)
ROLES = st.builds(role, IDS, IDS.map(lambda ids: list(dict.fromkeys(ids))), IDS)


def ids_of(item: Role, field: str) -> set[str]:
    """All ids a role has in a field, read from the role itself."""
    return {
        "duties": {duty.area for duty in item.duties},
        "requirements": {requirement.id for requirement in item.requirements},
        "subjects": set(item.subjects),
    }[field]


@pytest.mark.parametrize("field", FIELDS)
@given(left=ROLES, right=ROLES)
def test_for_two_roles_the_shared_and_the_own_parts_are_all_there_is(field: str, left: Role, right: Role) -> None:
    found = compare({"left": left, "right": right})
    shared = set(getattr(found.shared, field))
    for name, item in (("left", left), ("right", right)):
        own = set(getattr(found.only[name], field))
        assert shared | own == ids_of(item, field)
        assert not shared & own


@pytest.mark.parametrize("field", FIELDS)
@given(left=ROLES, right=ROLES)
def test_the_order_in_which_two_roles_are_named_changes_nothing_but_the_order(
    field: str, left: Role, right: Role
) -> None:
    there, back = compare({"left": left, "right": right}), compare({"right": right, "left": left})
    assert set(getattr(there.shared, field)) == set(getattr(back.shared, field))
    assert getattr(there.only["left"], field) == getattr(back.only["left"], field)
    assert getattr(there.only["right"], field) == getattr(back.only["right"], field)


@given(item=ROLES)
def test_a_role_beside_itself_shares_everything(item: Role) -> None:
    found = compare({"one": item, "other": item})
    for field in FIELDS:
        assert set(getattr(found.shared, field)) == ids_of(item, field)
        assert getattr(found.only["one"], field) == ()
