"""The map of roles: links from either side, what a move asks for, the ladder, the nearest role."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.role import Role, Transition, Transitions
from jobcli.moving.comparison import difference, learning
from jobcli.moving.moves import ladder, links, nearest
from jobcli.moving.routes import Move, reachable
from tests.conftest import profile_of
from tests.moving.test_fit import need, role

NAMES = "abcdef"
Basis = Literal["stated", "derived", "doubted"]


def placed(before: tuple[str, ...] = (), after: tuple[str, ...] = (), basis: Basis = "stated") -> Role:
    """A role with neighbours and nothing else."""

    def items(names: tuple[str, ...]) -> tuple[Transition, ...]:
        return tuple(Transition(role=name, source="test", basis=basis) for name in names)

    return structs.replace(role(), transitions=Transitions(before=items(before), after=items(after)))


def test_a_link_that_both_profiles_name_is_one_link() -> None:
    found = links({"a": placed(after=("b",), basis="derived"), "b": placed(before=("a",)), "c": placed()})
    assert {name: set(there) for name, there in found.items()} == {"a": {"b"}}
    link = found["a"]["b"]
    assert (link.said_by, link.stated) == (("a", "b"), True)


def test_a_link_is_stated_only_if_a_profile_states_it() -> None:
    found = links({"a": placed(after=("b",), basis="derived"), "b": placed(before=("a",), basis="doubted")})
    assert found["a"]["b"].stated is False


def test_neighbours_without_a_profile_and_a_role_beside_itself_are_no_links() -> None:
    untold = Transition(title=Words(en="Chief of all"), source="test")
    lonely = structs.replace(role(), transitions=Transitions(before=(untold,), after=(untold,)))
    assert links({"a": lonely, "b": placed(before=("b", "gone"), after=("b", "gone"))}) == {}


PAIRS = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))


@given(pairs=PAIRS, said=st.data())
def test_it_does_not_matter_which_side_names_a_link(pairs: set[tuple[str, str]], said: st.DataObject) -> None:
    before: dict[str, list[str]] = {name: [] for name in NAMES}
    after: dict[str, list[str]] = {name: [] for name in NAMES}
    for one, other in sorted(pairs):
        if said.draw(st.booleans()):
            after[one].append(other)
        else:
            before[other].append(one)
    found = links({name: placed(tuple(before[name]), tuple(after[name])) for name in NAMES})
    assert {(one, other) for one, there in found.items() for other in there} == pairs


@given(pairs=PAIRS)
def test_the_ladder_holds_each_role_within_two_moves_once(pairs: set[tuple[str, str]]) -> None:
    found = links({name: placed(after=tuple(sorted(b for a, b in pairs if a == name))) for name in NAMES})
    rungs = ladder("a", found)
    away = reachable([Move(before=one, after=other) for one, other in pairs], "a")
    back = reachable([Move(before=other, after=one) for one, other in pairs], "a")
    nearest_by = {name: min(away.get(name, 9), back.get(name, 9)) for name in NAMES}
    assert {rung.role: rung.level for rung in rungs} == {
        name: steps for name, steps in nearest_by.items() if steps in (1, 2)
    }
    assert len({rung.role for rung in rungs}) == len(rungs)
    for rung in rungs:
        assert {"after": away, "before": back}[rung.side][rung.role] == rung.level
        assert (rung.via is None) == (rung.level == 1)


@pytest.mark.parametrize(
    ("had", "wanted", "learned"),
    [
        (need("law"), need("law"), False),
        (need("law", must=False), need("law"), False),
        (need("law"), need("sales"), True),
        (need("en", "language", language="en", level="B1"), need("en", "language", language="en", level="C1"), True),
        (need("en", "language", language="en", level="C1"), need("en", "language", language="en", level="B1"), False),
        (need("en", "language", language="en"), need("en", "language", language="en", level="B1"), True),
        (need("en", "language", language="en", level="B1"), need("en", "language", language="en"), False),
    ],
)
def test_what_a_move_asks_for_is_what_the_former_role_does_not(had: object, wanted: object, *, learned: bool) -> None:
    assert bool(learning(role(had), role(wanted))) is learned  # type: ignore[arg-type]


@given(
    one=st.sets(st.sampled_from(["law", "sales", "english", "patience"])),
    other=st.sets(st.sampled_from(["law", "sales", "english", "patience"])),
)
def test_a_difference_is_what_is_not_shared_and_turns_round(one: set[str], other: set[str]) -> None:
    first, second = (role(*(need(name) for name in sorted(names))) for names in (one, other))
    there, back = (
        difference(profile_of("a", first), profile_of("b", second)),
        difference(profile_of("b", second), profile_of("a", first)),
    )
    assert {item.id for item in there.need} == other - one
    assert {item.id for item in there.spared} == one - other
    assert (there.need, there.stop) == (back.spared, back.start)


def test_the_nearest_role_by_hand() -> None:
    """From c nothing is left for the goal, but it cannot be reached. From b one thing is left, from d one too, further."""
    roles = {
        "a": role(),
        "b": role(need("law")),
        "c": role(need("law"), need("sales")),
        "d": role(need("sales")),
        "goal": role(need("law"), need("sales")),
    }
    found = [Move(before="a", after="b"), Move(before="b", after="d")]
    assert nearest("a", "goal", roles, found) == "b"
    assert nearest("a", "goal", roles, [*found, Move(before="a", after="d")]) == "b"
    assert nearest("c", "goal", roles, found) is None
