"""Does a path admit me? Decided by hand, and never worse for whoever has more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert, structs

from jobcli.domain.role import TrainingPath
from jobcli.files.catalog import Catalog
from jobcli.training.admission import Admitted, Entrant, admitted


def made(kind: str, dqr: int | None = None, ways: tuple[dict[str, object], ...] = ()) -> TrainingPath:
    words = {"en": "x"}
    return convert(
        {
            "kind": kind,
            "title": words,
            "awards": words,
            "dqr": dqr,
            "admission": [{"text": words, **way} for way in ways],
            "steps": [{"id": "one", "text": words}],
            "source": "s",
        },
        TrainingPath,
    )


TRADE, FURTHER, DEGREE = made("apprenticeship", 4), made("part-time-course", 6), made("degree", 6)
CATALOGUE = {"trade": TRADE, "further": FURTHER, "degree": DEGREE, "course": made("certificate")}
# As in many ordinances on further training: a fitting trade and one year, or five years of practice.
OPEN = made(
    "part-time-course",
    6,
    ({"training": ["trade"], "practice_years": 1}, {"practice_years": 5, "enough": "practice"}),
)
HIGHER = made("part-time-course", 7, ({"training": ["further"]}, {"training": ["degree"], "practice_years": 2}))
WORDS_ONLY = made("part-time-course", 6, ({}, {"practice_years": 2}))


def ask(path: TrainingPath, who: Entrant) -> Admitted:
    return admitted(path, who, CATALOGUE.get)


@pytest.mark.parametrize(
    ("path", "who", "met"),
    [
        (OPEN, Entrant(qualifications=("trade",), practice=1), True),
        (OPEN, Entrant(qualifications=("trade",), practice=0), False),  # no year of practice at all, whatever the trade
        (OPEN, Entrant(practice=5), True),
        (OPEN, Entrant(practice=4), None),  # a trade, if there is one, and four years would be enough
        (OPEN, Entrant(practice=4, education="none"), False),  # no trade, and four are fewer than five
        (OPEN, Entrant(practice=4, education="apprenticeship"), None),  # which trade?
        (OPEN, Entrant(practice=4, education="master"), None),  # a degree does not say whether there is a trade
        (OPEN, Entrant(), None),
        (HIGHER, Entrant(qualifications=("further",)), True),
        (HIGHER, Entrant(qualifications=("trade",)), None),  # another further training may count
        (HIGHER, Entrant(education="apprenticeship"), False),  # neither further training nor a degree
        (HIGHER, Entrant(education="master-craftsman"), None),  # further training may be the one
        (HIGHER, Entrant(education="bachelor", practice=1), None),
        (HIGHER, Entrant(qualifications=("degree",), practice=2), True),
        (WORDS_ONLY, Entrant(practice=40, education="doctorate"), None),  # the words may ask for anything
        (made("certificate"), Entrant(practice=40), None),  # no way is named
    ],
)
def test_cases_by_hand(path: TrainingPath, who: Entrant, *, met: bool | None) -> None:
    assert ask(path, who).met is met


def test_it_says_what_counts_what_is_missing_and_what_speaks_against_it() -> None:
    way = ask(OPEN, Entrant(qualifications=("course", "trade"), practice=3)).by
    assert way is not None
    assert (way.training, way.years) == ("trade", 1)
    assert ask(OPEN, Entrant()).missing == ("qualifications", "practice")
    assert ask(OPEN, Entrant(practice=4)).missing == ("qualifications",)
    assert ask(OPEN, Entrant(qualifications=("trade",))).missing == ("practice",)
    assert ask(WORDS_ONLY, Entrant(practice=1)).missing == ("text",)
    assert ask(made("certificate"), Entrant()).missing == ("text",)
    ways = ask(OPEN, Entrant(practice=0, education="none")).ways
    assert [way.lacking for way in ways] == [("education", "practice"), ("practice",)]


def test_who_has_completed_the_path_was_admitted_whatever_the_ways_say() -> None:
    path = structs.replace(WORDS_ONLY, id="mine")
    answer = ask(path, Entrant(qualifications=("mine",), practice=0))
    assert (answer.met, answer.completed, answer.missing) == (True, True, ())
    assert ask(path, Entrant(qualifications=("trade",), practice=0)).met is None


def test_the_law_of_a_shipped_path_is_what_its_profile_says() -> None:
    # WFachwPrV § 2 (1): a commercial apprenticeship of three years; no. 4: three years of practice.
    catalog = Catalog([])
    path = catalog.training("fw-wirtschaft")
    assert path is not None
    for who, met in (
        (Entrant(qualifications=("ausb-industriekauf",)), True),
        (Entrant(qualifications=("ausb-fachinformatiker",), practice=1), True),
        (Entrant(practice=3), True),
        (Entrant(practice=2, education="none"), False),  # no. 3 asks for an apprenticeship, no. 4 for three years
        (Entrant(practice=2, education="apprenticeship"), True),  # no. 3: another recognised apprenticeship
        (Entrant(practice=1, education="none"), False),
    ):
        assert admitted(path, who, catalog.training).met is met


ANY_TRADE = made("part-time-course", 6, ({"education": "apprenticeship", "practice_years": 2, "enough": "all"},))
SCHOOLED = made("degree", 6, ({"school": "abitur", "enough": "all"}, {"education": "apprenticeship"}))
MASTER = made("part-time-course", 7, ({"education": "master-craftsman"},))


@pytest.mark.parametrize(
    ("path", "who", "met", "missing"),
    [
        (made("certificate", 0, ({"enough": "nothing"},)), Entrant(), True, ()),
        # A training and years: both have to be there.
        (ANY_TRADE, Entrant(education="apprenticeship", practice=2), True, ()),
        (ANY_TRADE, Entrant(education="apprenticeship", practice=1), False, ()),
        (ANY_TRADE, Entrant(education="apprenticeship"), None, ("practice",)),
        (ANY_TRADE, Entrant(qualifications=("trade",), practice=2), True, ()),
        (ANY_TRADE, Entrant(practice=9), None, ("education",)),
        (ANY_TRADE, Entrant(education="none", practice=9), False, ()),
        # A trade before the degree? The degree was told: what is asked for is the training.
        (ANY_TRADE, Entrant(education="master", practice=9), None, ("qualifications",)),
        (ANY_TRADE, Entrant(education="master-craftsman", practice=9), True, ()),
        (SCHOOLED, Entrant(school="abitur"), True, ()),
        (SCHOOLED, Entrant(school="mittlere-reife", education="none"), False, ()),
        (SCHOOLED, Entrant(school="mittlere-reife", education="apprenticeship"), None, ("text",)),
        (SCHOOLED, Entrant(education="bachelor"), True, ()),  # who has a degree was admitted to a university
        # The words say which Meister: below it is no, at it is not known.
        (MASTER, Entrant(education="apprenticeship"), False, ()),
        (MASTER, Entrant(education="master-craftsman"), None, ("text",)),
        (MASTER, Entrant(qualifications=("further",)), None, ("text",)),
    ],
)
def test_school_education_and_nothing(
    path: TrainingPath, who: Entrant, missing: tuple[str, ...], *, met: bool | None
) -> None:
    answer = ask(path, who)
    assert answer.met is met
    if met is not None or path is not SCHOOLED:
        assert answer.missing == missing


def test_the_examination_alone_is_open_after_one_and_a_half_times_the_length() -> None:
    # BBiG § 45 (2): 1.5 times three years are four and a half.
    path = structs.replace(TRADE, external_exam_years=4.5)
    answers = [ask(path, Entrant(practice=years)).external for years in (None, 4, 5)]
    assert answers == [None, False, True]
    assert ask(TRADE, Entrant(practice=40)).external is None


NAMES = st.lists(st.sampled_from([*CATALOGUE, "elsewhere"]), unique=True, max_size=4).map(tuple)
WAYS = st.fixed_dictionaries(
    {},
    optional={
        "training": st.lists(st.sampled_from(list(CATALOGUE)), unique=True, max_size=3),
        "practice_years": st.integers(0, 6),
        "enough": st.sampled_from(["practice", None]),
    },
)
EDUCATION = st.sampled_from([None, "none", "apprenticeship", "master-craftsman", "bachelor", "master", "doctorate"])
RANK = {False: 0, None: 1, True: 2}


@given(st.lists(WAYS, max_size=4), NAMES, NAMES, EDUCATION, st.none() | st.integers(0, 8), st.integers(0, 5))
def test_more_qualifications_or_more_years_never_make_it_worse(
    ways: list[dict[str, object]],
    has: tuple[str, ...],
    more: tuple[str, ...],
    education: str | None,
    practice: int | None,
    years: int,
) -> None:
    path = made("certificate", None, tuple(ways))
    before = ask(path, Entrant(qualifications=has, practice=practice, education=education))  # type: ignore[arg-type]
    later = None if practice is None else practice + years
    after = ask(path, Entrant(qualifications=(*has, *more), practice=later, education=education))  # type: ignore[arg-type]
    assert RANK[after.met] >= RANK[before.met]
    assert (before.met is None) == bool(before.missing)
    assert (before.met is True) == (before.by is not None)
