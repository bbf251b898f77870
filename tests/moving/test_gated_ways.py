"""The best ways of two hundred people to every role: no leg below what they have, none that does not admit them."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from msgspec import structs

from jobcli.answers.asker import Asker
from jobcli.answers.route import OpenTraining
from jobcli.domain.own import Standing
from jobcli.domain.pay import Person
from jobcli.domain.profile import Profile
from jobcli.domain.role import LEVELS
from jobcli.domain.schooling import EDUCATIONS, SCHOOLS
from jobcli.files.catalog import Catalog
from jobcli.moving.moves import Done, RoleMap, links
from jobcli.moving.routes import Move, Moves, RouteOrder, best_ways
from jobcli.training.admission import Entrant, admitted
from jobcli.training.gate import having, level_of, own_level

PEOPLE = 200
DAY = "2026-12-01"
ORDERS: tuple[RouteOrder, ...] = ("steps", "months")


@cache
def profiles() -> dict[str, Profile]:
    return {one.id: one for one in Catalog([]).profiles()}


def somebody(seed: int) -> Asker:
    """A person who told what they happened to tell: the same for the same number."""
    told = Random(seed)  # noqa: S311  no secret
    paths = Catalog([]).training_ids()
    standing = Standing(
        role=told.choice(sorted(profiles())),
        qualifications=tuple(told.sample(paths, told.choice((0, 0, 1, 1, 2, 3)))),
        school=told.choice((None, *SCHOOLS)),
    )
    return Asker(
        person=Person(education=told.choice((None, *EDUCATIONS))),
        standing=standing,
        practice=told.choice((None, *range(12), 25)),
    )


def check(way: Moves, who: Entrant, training: OpenTraining) -> None:
    """Every path of a way, in the state in which it is begun."""
    done: Done = ()
    for move in way:
        if move.trained:
            entry = next(one for one in training.plain(move.after, done) if one.path.id == move.path)
            now = having(who, *(path for name in done if (path := training.find(name)) is not None))
            if entry.years:
                now = structs.replace(now, practice=(now.practice or 0) + int(entry.years + 0.999))
            for path in (*entry.first, entry.path):
                have, leads_to = own_level(now, training.find), level_of(path)
                assert have is None or leads_to is None or leads_to >= have, move
                assert path.kind != "apprenticeship" or (have or 0) < 4, move
                now = having(now, path)
            before = having(who, *(path for name in done if (path := training.find(name)) is not None))
            before = having(before, *entry.first)
            if entry.years:
                before = structs.replace(before, practice=(before.practice or 0) + int(entry.years + 0.999))
            assert admitted(entry.path, before, training.find).met is (True if entry.admitted else None), move
            known = [one for one in training.plain(move.after, done) if one.leads and not one.completed]
            better = [one for one in known if one.months is not None and one.admitted]
            assert not better or entry.months is not None or entry.admitted, move
        done = tuple(sorted({*done, *move.done}))


@pytest.mark.parametrize("block", range(8))
def test_no_leg_is_below_what_one_has_and_none_is_shut(block: int) -> None:
    """In eight parts, so that they can run beside each other."""
    roles = {name: one.role for name, one in profiles().items()}
    linked = links(roles)
    reached = 0
    for number in range(block, PEOPLE, 8):
        who = somebody(number)
        start = who.standing.role or ""
        training = OpenTraining(profiles(), who, start, DAY)
        places, by = RoleMap(roles, linked, training.plain), ORDERS[number // 8 % 2]
        trained = training.trained()
        for goal, role in roles.items():
            if goal == start:
                continue
            least = min((roles[start].level, role.level), key=LEVELS.index)
            found = best_ways(places.frame(trained, least), start, goal, by, 1, places.onward)
            reached += len(found)
            for way in found:
                assert all(LEVELS.index(roles[move.after].level) >= LEVELS.index(least) for move in way)
                leaps = [move for move in way if move.far]
                assert not leaps or not _stepwise(places, places.frame(trained, least), start, goal)
                check(way, who.entering(roles[start]), training)
    assert reached > 200


def _stepwise(places: RoleMap, frame: list[Move], start: str, goal: str) -> bool:
    """Whether some way goes level by level: then none that leaps is the best."""
    near = [move for move in frame if not move.far]
    found = best_ways(
        near, start, goal, "steps", 1, lambda way, here: [m for m in places.onward(way, here) if not m.far]
    )
    return bool(found)
