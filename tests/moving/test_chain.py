"""The chain of a plan: the woman from Augsburg by hand, and by rule for anybody in any role of the catalogue."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from jobcli.domain.profile import Profile
from jobcli.files.catalog import Catalog
from jobcli.moving.chain import ChainLeg, chain
from jobcli.moving.moves import links
from jobcli.training.admission import Entrant, admitted
from jobcli.training.gate import having, level_of, own_level
from tests.conftest import Prompt
from tests.training.test_gate import PATHS, PERSONS


@cache
def profiles() -> dict[str, Profile]:
    return {one.id: one for one in Catalog().profiles()}


def chained(start: str, goal: str, who: Entrant) -> tuple[ChainLeg, ...]:
    known = profiles()
    roles = {name: one.role for name, one in known.items()}
    return chain(start, goal, roles, links(roles), lambda name: known[name].paths, who, PATHS.get)


def test_the_woman_from_augsburg_becomes_operations_manager(prompt: Prompt) -> None:
    told = "me set state BY age 34 experience 8 role kaufmann-bueromanagement qualifications ausb-bueromanagement"
    prompt(*told.split())
    found = prompt("plan", "operations-manager", "--start", "2027-03", "--json").json["result"]
    assert [(step["id"], step["begins"], step["ends"]) for step in found["steps"]] == [
        # 12 to 18 months from March 2027 on, then 8 to 24.
        ("fw-wirtschaft", "2027-03", "2028-08"),
        ("backoffice-manager", "2028-09", None),
        ("betriebswirt-bbig", "2028-09", "2030-08"),
        ("operations-manager", "2030-09", None),
    ]
    # AFBG leaves a quarter of the price: the grant is a half, and half of the loan is remitted on passing (AFBG § 12, § 13b).
    # 3,900 + 690 = 4,590, a quarter is 1,147.50; 4,300 + 1,193 = 5,493, a quarter is 1,373.25. The most is without it:
    # 3,997 + 690 + 5,493 = 10,180.
    assert found["own_cost"] == {"low": 2520.75, "high": 10180.0, "complete": True}
    # Bavaria pays 3,000 euros; no source that was read says that it does so for a second examination, too.
    assert found["bonus"] == 3000
    assert [step["bonus"] is not None for step in found["steps"]] == [True, False, False, False]
    assert found["gain"]["gain_range"]["p10"] > 0


ROLES = sorted(profiles())


@settings(deadline=None)
@given(start=st.sampled_from(ROLES), goal=st.sampled_from(ROLES), who=PERSONS)
def test_no_training_of_a_plan_is_shut_or_below_what_one_has(start: str, goal: str, who: Entrant) -> None:
    if start == goal:
        return
    legs = chained(start, goal, who)
    assert legs[-1].role == goal
    for one in (one for leg in legs for one in leg.training):
        have, leads_to = own_level(who, PATHS.get), level_of(one.path)
        assert have is None or (leads_to or 0) >= have
        assert admitted(one.path, who, PATHS.get).met is (True if one.open else None)
        who = having(who, one.path)
