"""The map of roles: links from either side, what a move asks for, the ladder, the nearest role."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.extent import Extent
from jobcli.domain.role import Cost, Level, Role, Span, Transition, Transitions
from jobcli.moving.comparison import difference, learning
from jobcli.moving.moves import Link, RoleMap, TrainingEntry, ladder, links, nearest, paid_back, without_profile
from jobcli.moving.routes import Move, reachable
from jobcli.training.afbg import OwnCost
from tests.conftest import profile_of
from tests.moving.test_fit import need, role
from tests.training.test_outline import path as training

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


LINK = Link(said_by=("x",), stated=True)
OWN = OwnCost(money=Extent(Decimal(100), Decimal(250)), counted="no")


def test_a_link_that_was_stated_stays_so_whoever_concludes_it_too() -> None:
    found = links({"a": placed(after=("b",)), "b": placed(before=("a",), basis="derived")})
    assert found["a"]["b"].stated is True


def test_moves_follow_links_and_the_paths_that_admit_the_person_then() -> None:
    taken = training("taken", months=(6, 9))
    entries = {
        # Training for the role that one has already leads nowhere.
        "a": [TrainingEntry(path=training("own"))],
        "b": [
            TrainingEntry(path=taken, own_cost=OWN, admitted=True),
            TrainingEntry(path=training("closed"), admitted=False),
            TrainingEntry(path=training("open")),
            TrainingEntry(path=training("less"), admitted=True, needed=False),
            # A course of two days helps in the role, and makes nobody one, whether it lies ahead or behind.
            TrainingEntry(path=structs.replace(training("helps"), purpose="helps"), own_cost=OWN, admitted=True),
            TrainingEntry(path=structs.replace(training("helped"), purpose="helps"), completed=True),
            # What is behind someone leads on, whatever its admission says; length and price do not count any more.
            TrainingEntry(path=training("behind", months=(1, 1)), own_cost=OWN, completed=True, admitted=False),
        ],
    }
    # Eighteen months of practice are lacking before it; and another one is, which takes six.
    later = TrainingEntry(path=training("later", months=(6, 6)), admitted=True, years=1.5, first=(taken,))
    roles = {name: placed(after=("c",) if name == "a" else ()) for name in "abc"}

    def of(name: str, done: tuple[str, ...]) -> list[TrainingEntry]:
        return [later] if name == "c" and "taken" in done else entries.get(name, [])

    places = RoleMap(roles, links(roles), of)
    assert places.onward((), "a") == [
        Move(before="a", after="c"),
        Move(before="a", after="b", path="taken", months=Extent(6, 9), cost=OWN.money),
        # Nobody knows whether it admits: that is one more unknown.
        Move(before="a", after="b", path="open", sure=False),
        Move(before="a", after="b", path="behind", behind=True),
    ]
    # What was taken on the first leg opens the path of the next.
    way = (Move(before="a", after="b", path="taken"),)
    assert places.onward(way, "b")[1:] == [
        Move(before="b", after="c", path="later", months=Extent(30, 33), first=("taken",)),
    ]


def test_nothing_passes_below_the_level_and_two_levels_at_once_are_far() -> None:
    levels: dict[str, Level] = {"a": "skilled", "b": "helper", "c": "expert", "d": "specialist"}
    roles = {name: structs.replace(placed(), level=level) for name, level in levels.items()}
    places = RoleMap(roles, {"a": {"b": LINK, "d": LINK}, "b": {"a": LINK}}, lambda _, __: [])
    assert [(move.before, move.after, move.far) for move in places.frame(["c"], "skilled")] == [
        ("a", "c", True),
        ("a", "d", False),
        ("d", "c", False),
    ]
    assert places.levels_up("c", "a") == -2


def test_a_way_adds_up_its_legs_and_says_what_each_asks_for() -> None:
    roles = {"a": role(), "b": role(need("law")), "c": role(need("law"), need("sales"), need("tax"), need("art"))}
    linked = links({"a": placed(after=("b",)), "b": placed(), "c": placed()})
    course = training("course", months=(6, 9))
    found = (
        Move(before="a", after="b"),
        Move(before="b", after="c", path="course", months=Extent(6.0, 9.0), cost=OWN.money),
    )

    def brings(name: str, done: tuple[str, ...]) -> Collection[str]:
        """Of c they bring sales, and tax with the course as well; of b nothing."""
        return {"sales"} | ({"tax"} if "course" in done else set()) if name == "c" else set()

    def entry(*, completed: bool) -> list[TrainingEntry]:
        other = TrainingEntry(path=training("other"), admitted=False)
        return [other, TrainingEntry(path=course, own_cost=OWN, admitted=True, completed=completed)]

    item = RoleMap(roles, linked, lambda _, __: entry(completed=False)).way(found, brings)
    plain, trained = item.legs
    assert (plain.link, plain.path, plain.months, plain.own_cost) == (linked["a"]["b"], None, None, None)
    assert (plain.completed, plain.admitted, [one.id for one in plain.learn]) == (False, None, ["law"])
    assert (trained.link, trained.path, trained.months, trained.own_cost) == (
        None,
        course,
        Extent(6, 9),
        Extent(100, 250),
    )
    assert (trained.completed, trained.admitted) == (False, True)
    # Law was asked for by b already. Of the rest sales is brought, and the course teaches tax.
    assert [[one.id for one in part] for part in (trained.learn, trained.brings, trained.taught)] == [
        ["tax", "art"],
        ["sales"],
        ["tax"],
    ]
    # What the first move takes is not known, so both sums are only at least this.
    assert (item.months, item.own_cost) == (Extent(6, 9, complete=False), Extent(100, 250, complete=False))
    done = RoleMap(roles, linked, lambda _, __: entry(completed=True)).way(found, brings)
    assert (done.legs[1].completed, done.legs[1].own_cost, done.own_cost) == (True, None, None)


@pytest.mark.parametrize(
    ("bases", "least"),
    [
        (("stated", "stated"), "stated"),
        (("stated", "derived"), "derived"),
        (("derived", "doubted"), "doubted"),
        ((None, "stated"), "stated"),
        ((None, None), None),
    ],
)
def test_prices_are_as_sure_as_the_least_certain_of_them(bases: tuple[Basis | None, ...], least: Basis | None) -> None:
    course, exam = (basis and Span(min=1, max=1, basis=basis) for basis in bases)
    length = Span(min=1, max=2, basis="derived")
    item = structs.replace(training("course"), cost=Cost(course=course, exam=exam), months=length)
    found = (Move(before="a", after="b", path="course"), Move(before="b", after="a"))
    places = RoleMap({"a": role(), "b": role()}, {}, lambda _, __: [TrainingEntry(path=item)])
    legs = places.way(found, lambda _, __: set[str]()).legs
    assert [leg.cost_basis for leg in legs] == [least, None]
    assert [leg.months_basis for leg in legs] == ["derived", None]


def test_the_ladder_says_over_which_role_and_whether_people_go_both_ways() -> None:
    # a and b go both ways; c follows b; e comes before d, which comes before a.
    found = links(
        {
            "a": placed(after=("b",)),
            "b": placed(after=("a", "c")),
            "c": placed(),
            "d": placed(after=("a",)),
            "e": placed(after=("d",)),
        }
    )
    assert [(rung.role, rung.side, rung.level, rung.via, rung.both) for rung in ladder("a", found)] == [
        # Where people go in both directions, a role stands after.
        ("b", "after", 1, None, True),
        ("d", "before", 1, None, False),
        ("c", "after", 2, "b", False),
        ("e", "before", 2, "d", False),
    ]


def test_neighbours_by_title_are_those_that_stand_on_no_ladder_by_their_profile() -> None:
    named, standing = (Transition(title=Words(en=name), source="test") for name in ("Chief", "Clerk"))
    german = Transition(title=Words(de="Sachbearbeiter", en="Official"), source="test")
    linked = Transition(role="b", source="test")
    item = structs.replace(
        role(), transitions=Transitions(before=(standing, german, linked), after=(named, standing, linked))
    )
    titles = [Words(de="Bürokraft", en="Clerk"), Words(de="Sachbearbeiter", en="Clerk of works")]
    assert without_profile(item, "after", titles) == (named,)
    assert without_profile(item, "before", titles) == ()
    assert without_profile(item, "before", []) == (standing, german)


def test_what_gains_nothing_or_has_no_known_cost_is_not_paid_back() -> None:
    assert paid_back(Extent(1000, 2000), 12_000) == 2
    assert paid_back(Extent(1000, 2002), 12_000) == 2
    assert paid_back(Extent(1000, 3002), 12_000) == 3
    assert paid_back(Extent(0, 0), 12_000) == 0
    for cost, a_year in (
        (None, 1),
        (Extent(1, 1, complete=False), 1),
        (Extent(1, 1), 0),
        (Extent(1, 1), -5),
        (Extent(1, 1), None),
    ):
        assert paid_back(cost, a_year) is None
