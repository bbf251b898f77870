"""Whether one may begin a path: by hand for the paths of the catalogue, and by rule for anybody."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.schooling import EDUCATIONS, SCHOOLS
from jobcli.files.catalog import Catalog
from jobcli.training.admission import Entrant, admitted
from jobcli.training.gate import gate, having, level_of, own_level

CATALOG = Catalog()
PATHS = {name: path for name in CATALOG.training_ids() if (path := CATALOG.training(name)) is not None}
CLERK = ("ausb-bueromanagement",)


@pytest.mark.parametrize(
    ("path", "who", "access", "first"),
    [
        # BBiG: further training follows an apprenticeship; a Betriebswirt follows a Fachwirt (section 2 GepBetrWMAProBusManFV).
        ("fw-wirtschaft", Entrant(qualifications=CLERK, practice=8), "open", ()),
        ("betriebswirt-bbig", Entrant(qualifications=CLERK, practice=8), "after", ("fw-wirtschaft",)),
        ("betriebswirt-bbig", Entrant(qualifications=(*CLERK, "fw-wirtschaft"), practice=8), "open", ()),
        ("betriebswirt-bbig", Entrant(), "unknown", ()),
        ("ausb-industriekauf", Entrant(qualifications=CLERK), "not-needed", ()),
        ("ausb-bueromanagement", Entrant(qualifications=CLERK), "not-needed", ()),
        ("fw-wirtschaft", Entrant(education="master"), "not-needed", ()),
        ("ausb-industriekauf", Entrant(education="none"), "open", ()),
        ("mba-digital", Entrant(education="apprenticeship", practice=8), "closed", ()),
        # Three years after a commercial apprenticeship (rheinhessen): one is lacking; without one told nothing is known.
        ("controller-ihk", Entrant(qualifications=CLERK, practice=2), "after-practice", ()),
        ("controller-ihk", Entrant(qualifications=CLERK, practice=3), "open", ()),
        ("controller-ihk", Entrant(qualifications=CLERK), "unknown", ()),
        # Nobody in a role for people with training is sent into an apprenticeship, unless they say that they have none.
        ("ausb-industriekauf", Entrant(skilled=True), "not-needed", ()),
        ("ausb-industriekauf", Entrant(skilled=True, education="none"), "open", ()),
        # Three years of practice are enough without an apprenticeship (IndFachwirtPrV), and the Fachwirt opens the next.
        ("betriebswirt-bbig", Entrant(skilled=True, practice=8), "after", ("fw-wirtschaft",)),
    ],
)
def test_the_gate_of_a_path_by_hand(path: str, who: Entrant, access: str, first: tuple[str, ...]) -> None:
    found = gate(PATHS[path], who, PATHS.get)
    assert (found.access, tuple(one.id for one in found.first)) == (access, first)


PERSONS = st.builds(
    Entrant,
    qualifications=st.lists(st.sampled_from(sorted(PATHS)), max_size=3, unique=True).map(tuple),
    practice=st.none() | st.integers(0, 40),
    education=st.none() | st.sampled_from(EDUCATIONS),
    school=st.none() | st.sampled_from(SCHOOLS),
    skilled=st.booleans(),
)


@given(who=PERSONS, name=st.sampled_from(sorted(PATHS)))
def test_nothing_that_is_taken_is_shut_or_below_what_one_has(who: Entrant, name: str) -> None:
    path = PATHS[name]
    found = gate(path, who, PATHS.get)
    assert (found.years > 0) == (found.access == "after-practice")
    if found.access == "after-practice":
        later = structs.replace(who, practice=math.ceil((who.practice or 0) + found.years))
        assert admitted(path, who, PATHS.get).met is not True
        assert admitted(path, later, PATHS.get).met is True
        assert admitted(path, structs.replace(later, practice=(later.practice or 0) - 1), PATHS.get).met is not True
    if found.access not in ("open", "after"):
        assert not found.first
        return
    for step in (*found.first, path):
        assert admitted(step, who, PATHS.get).met is True
        have, leads_to = own_level(who, PATHS.get), level_of(step)
        assert have is None or leads_to is None or leads_to >= have
        assert step.kind != "apprenticeship" or (have or 0) < 4
        who = having(who, step)
