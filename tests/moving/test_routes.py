"""The search for ways against an enumeration of all of them, and its order by hand."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from jobcli.domain.extent import Extent
from jobcli.moving.routes import Move, Moves, RouteOrder, best_ways, ids, reachable, total, weight

ORDERS: tuple[RouteOrder, ...] = ("steps", "months", "cost")


def move(
    before: str,
    after: str,
    path: str = "",
    months: tuple[float, float] | None = None,
    cost: tuple[int, int] | None = None,
    *,
    whole: bool = True,
    behind: bool = False,
) -> Move:
    length = None if months is None else Extent(*months)
    euros = None if cost is None else Extent(Decimal(cost[0]), Decimal(cost[1]), whole)
    return Move(before=before, after=after, path=path, months=length, cost=euros, behind=behind)


def every_way(moves: list[Move], start: str, goal: str) -> list[Moves]:
    """All ways that pass no role twice, by trying every move everywhere: slow, and nothing in it is clever."""
    found: list[Moves] = []

    def walk(here: str, way: Moves) -> None:
        if here == goal:
            found.append(way)
            return
        for one in moves:
            if one.before == here and one.after not in {start, *(past.after for past in way)}:
                walk(one.after, (*way, one))

    walk(start, ())
    return [] if start == goal else found


def best_by_hand(moves: list[Move], start: str, goal: str, by: RouteOrder, count: int) -> list[tuple[object, ...]]:
    """Of all ways the best of each kind (roles, and where training is taken), in order."""
    kinds: dict[object, tuple[object, ...]] = {}
    for way in sorted(every_way(moves, start, goal), key=lambda way: (total(way, by), ids(way))):
        kinds.setdefault(tuple((one.after, one.trained) for one in way), (total(way, by), ids(way)))
    return list(kinds.values())[:count]


ROLES = "abcdef"
SPANS = st.none() | st.tuples(st.sampled_from([0, 0.5, 1, 3, 12]), st.sampled_from([0, 0.1, 2])).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
EUROS = st.none() | st.tuples(st.sampled_from([0, 100, 250]), st.sampled_from([0, 50])).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
MOVES = st.lists(
    st.builds(
        move,
        before=st.sampled_from(ROLES),
        after=st.sampled_from(ROLES),
        path=st.sampled_from(["", "p", "q"]),
        months=SPANS,
        cost=EUROS,
        whole=st.booleans(),
        behind=st.booleans(),
    ),
    max_size=18,
    unique_by=lambda one: (one.before, one.after, one.path),
)


@given(moves=MOVES, by=st.sampled_from(ORDERS), count=st.integers(1, 6), goal=st.sampled_from(ROLES))
def test_the_search_finds_what_an_enumeration_of_all_ways_finds(
    moves: list[Move], by: RouteOrder, count: int, goal: str
) -> None:
    found = best_ways(moves, "a", goal, by, count)
    assert [(total(way, by), ids(way)) for way in found] == best_by_hand(moves, "a", goal, by, count)


class Gated(Struct):
    """A small catalogue: a path is open once what opens it was taken; else that comes first, unless it is shut itself."""

    links: set[tuple[str, str]]
    named: set[tuple[str, str]]
    """Which role names which path."""
    gates: dict[str, str]
    """What opens a path; nothing where nothing is asked."""
    lengths: dict[str, int | None]
    levels: dict[str, int]

    def step(self, before: str, after: str, path: str = "", first: str = "", *, behind: bool = False) -> Move:
        spans = [self.lengths[name] for name in (first, path) if name]
        months = None if None in spans or behind or not path else float(sum(item or 0 for item in spans))
        return Move(
            before=before,
            after=after,
            path=path,
            months=None if months is None else Extent(months, months),
            first=(first,) if first else (),
            behind=behind,
            far=self.levels[after] - self.levels[before] > 1,
        )

    def onward(self, way: Moves, here: str) -> list[Move]:
        done = {name for one in way if one.path and not one.behind for name in (*one.first, one.path)}
        found = [self.step(here, after) for before, after in sorted(self.links) if before == here != after]
        return [
            *found,
            *(
                self.trained(here, after, path, done)
                for after, path in sorted(self.named)
                if self.may(here, after, path, done)
            ),
        ]

    def may(self, here: str, after: str, path: str, done: set[str]) -> bool:
        opens = self.gates.get(path, "")
        first = opens not in ("shut", path) and not self.gates.get(opens, "")
        return after != here and (path in done or not opens or opens in done or first)

    def trained(self, here: str, after: str, path: str, done: set[str]) -> Move:
        opens = self.gates.get(path, "")
        if path in done:
            return self.step(here, after, path, behind=True)
        return self.step(here, after, path, "" if opens in done else opens)

    def every_way(self, start: str, goal: str) -> list[Moves]:
        """By trying every move everywhere: slow, and nothing in it is clever."""
        found: list[Moves] = []

        def walk(here: str, way: Moves) -> None:
            if here == goal:
                found.append(way)
                return
            for one in self.onward(way, here):
                if one.after not in {start, *(past.after for past in way)}:
                    walk(one.after, (*way, one))

        walk(start, ())
        return found


GATES = st.dictionaries(
    st.sampled_from(["p", "q", "r"]), st.sampled_from(["", "p", "q", "r", "shut"]), min_size=1, max_size=3
)
"""Paths by what opens them: nothing is asked, another path, or they are shut."""
LENGTHS = st.fixed_dictionaries(dict.fromkeys("pqr", st.sampled_from([0, 3, 12]) | st.none()))


@given(
    links=st.sets(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=6),
    named=st.sets(st.tuples(st.sampled_from("abcd"), st.sampled_from("pqr")), max_size=6),
    gates=GATES,
    lengths=LENGTHS,
    levels=st.fixed_dictionaries(dict.fromkeys("abcd", st.integers(0, 3))),
    by=st.sampled_from(ORDERS),
    count=st.integers(1, 5),
)
def test_with_gates_the_search_finds_what_an_enumeration_of_all_ways_finds(
    links: set[tuple[str, str]],
    named: set[tuple[str, str]],
    gates: dict[str, str],
    lengths: dict[str, int | None],
    levels: dict[str, int],
    by: RouteOrder,
    count: int,
) -> None:
    gated = Gated(links, named, gates, lengths, levels)
    kinds: dict[object, tuple[object, ...]] = {}
    for way in sorted(gated.every_way("a", "d"), key=lambda way: (total(way, by), ids(way))):
        kinds.setdefault(tuple((one.after, one.trained) for one in way), (total(way, by), ids(way)))
    pairs = {*links, *((before, after) for after, _ in named for before in "abcd" if before != after)}
    frame = [gated.step(before, after) for before, after in sorted(pairs)]
    found = best_ways(frame, "a", "d", by, count, gated.onward)
    assert [(total(way, by), ids(way)) for way in found] == list(kinds.values())[:count]


def test_a_way_that_goes_level_by_level_comes_before_one_that_leaps() -> None:
    """From a to c at once is two levels; over b each move is one."""
    leap = Move(before="a", after="c", path="p", months=Extent(1, 1), far=True)
    steps = (move("a", "b", "q", (12, 12)), move("b", "c", "r", (24, 24)))
    for by in ORDERS:
        assert best_ways([leap, *steps], "a", "c", by, 2) == [steps, (leap,)]


@given(moves=MOVES, by=st.sampled_from(ORDERS), goal=st.sampled_from(ROLES))
def test_the_order_in_which_moves_are_given_changes_nothing(moves: list[Move], by: RouteOrder, goal: str) -> None:
    assert best_ways(moves, "a", goal, by, 4) == best_ways(moves[::-1], "a", goal, by, 4)


@given(moves=MOVES, goal=st.sampled_from(ROLES))
def test_what_can_be_reached_is_that_to_which_there_is_a_way(moves: list[Move], goal: str) -> None:
    ways = every_way(moves, "a", goal)
    reached = reachable(moves, "a")
    assert (goal in reached) == (bool(ways) or goal == "a")
    if ways:
        assert reached[goal] == min(map(len, ways))


def test_in_a_crowded_circle_each_order_finds_its_own_way() -> None:
    """Every role leads to every other one: 40 roles have more ways than could ever be tried."""
    roles = [f"r{number:02d}" for number in range(40)]
    moves = [move(one, other) for one, other in product(roles, roles) if one != other]
    moves += [move("r00", "r20", "course", (6, 9), (300, 400)), move("r20", "r39", "school", (12, 12), None)]
    assert [ids(way) for way in best_ways(moves, "r00", "r39", "steps", 2)] == [
        ("r39", ""),
        ("r01", "", "r39", ""),
    ]
    # The direct change is one unknown and takes no training; then the shortest ways with two unknowns.
    assert [ids(way) for way in best_ways(moves, "r00", "r39", "months", 2)] == [("r39", ""), ("r01", "", "r39", "")]


A_TO_C = [
    move("a", "c", "school", (24, 36), (2000, 3000)),
    move("a", "b", "course", (6, 12), (500, 500)),
    move("b", "c", "exam", (6, 6), (100, 900), whole=False),
    move("a", "c"),
]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        # One step each; without training before with it. Then the two steps.
        ("steps", [("c", ""), ("c", "school"), ("b", "course", "c", "exam")]),
        # One change without training; one change and 24 months; two changes and 6 + 6 months.
        ("months", [("c", ""), ("c", "school"), ("b", "course", "c", "exam")]),
        # One change without training; one change and 2,000 euros; two changes and 500 + 100 euros.
        ("cost", [("c", ""), ("c", "school"), ("b", "course", "c", "exam")]),
    ],
)
def test_the_order_of_ways_by_hand(by: RouteOrder, expected: list[tuple[str, ...]]) -> None:
    assert [ids(way) for way in best_ways(A_TO_C, "a", "c", by, 5)] == expected


def test_what_is_not_known_is_counted_and_never_taken_for_nothing() -> None:
    change, untimed = move("a", "b"), move("a", "b", "p")
    # Training comes on top of the change, so even one of no length and no price is more than the change alone.
    assert weight(change, "months") < weight(move("a", "b", "p", (0, 0)), "months") < weight(untimed, "months")
    assert weight(change, "cost") < weight(move("a", "b", "p", None, (0, 0)), "cost") < weight(untimed, "cost")
    # Two changes that take nobody knows how long do not come before one and a training of two years.
    round_about, school = [move("a", "c"), move("c", "b")], move("a", "b", "school", (24, 24), (0, 9000))
    for by in ("months", "cost"):
        assert best_ways([*round_about, school], "a", "b", by, 2) == [(school,), tuple(round_about)]


def test_there_is_no_way_to_where_one_stands_and_none_where_nothing_leads() -> None:
    moves = [move("a", "b"), move("b", "a"), move("c", "d")]
    assert best_ways(moves, "a", "a", "steps") == []
    assert best_ways(moves, "a", "d", "steps") == []
    assert best_ways([], "a", "b", "steps") == []
