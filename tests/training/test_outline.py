"""What it takes to qualify: sums in which the unknown stays unknown, and steps in an order that can be walked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.extent import Extent
from jobcli.domain.profile import Profile
from jobcli.domain.role import Admission, Cost, PathKind, Span, Step, TrainingPath
from jobcli.files.catalog import Catalog
from jobcli.pages.extent import euro_words
from jobcli.pages.kit.language import Language
from jobcli.training.admission import Entrant
from jobcli.training.outline import cheapest, for_anybody, onward, outline, quickest
from jobcli.training.steps import in_order

ENGLISH = Language("en")

Range = tuple[float, float]


def span(low_high: Range | None) -> Span | None:
    return None if low_high is None else Span(min=low_high[0], max=low_high[1])


def path(
    name: str = "course",
    *,
    months: Range | None = None,
    course: Range | None = None,
    exam: Range | None = None,
    kind: PathKind = "distance-course",
    steps: tuple[Step, ...] = (Step(id="start", text=Words(en="Start.")),),
) -> TrainingPath:
    """A training path made for a test."""
    return TrainingPath(
        id=name,
        kind=kind,
        title=Words(en=name),
        awards=Words(en="A certificate"),
        months=span(months),
        cost=Cost(course=span(course), exam=span(exam)),
        steps=steps,
        source="test",
    )


def step(name: str, *needs: str) -> Step:
    return Step(id=name, text=Words(en=name), needs=needs)


def test_a_course_and_an_examination_with_prices_add_up_to_a_complete_sum() -> None:
    whole = outline(path(course=(2950, 4400), exam=(500, 640)))
    # 2,950 + 500 = 3,450; 4,400 + 640 = 5,040
    assert whole.money == Extent(3450, 5040, complete=True)
    assert euro_words(ENGLISH, whole.money) == "€3,450 to €5,040"


@pytest.mark.parametrize("known_part", ["course", "exam"])
def test_a_sum_with_one_part_unknown_is_at_least_the_other_part(known_part: str) -> None:
    part = outline(path(course=(2950, 4400)) if known_part == "course" else path(exam=(2950, 4400)))
    assert part.money == Extent(2950, 4400, complete=False)
    assert euro_words(ENGLISH, part.money) == "at least €2,950 to €4,400"


def test_an_examination_for_nothing_is_a_known_price() -> None:
    free = outline(path(course=(1000, 1000), exam=(0, 0)))
    assert free.money == Extent(1000, 1000, complete=True)
    assert euro_words(ENGLISH, free.money) == "€1,000"


def test_a_path_without_any_price_has_an_unknown_sum_and_not_a_sum_of_zero() -> None:
    unpriced = outline(path(months=(12, 18)))
    assert unpriced.money is None
    assert euro_words(ENGLISH, unpriced.money) == "not known"


def test_months_are_taken_as_they_are_and_stay_unknown_where_they_are() -> None:
    assert outline(path(months=(12, 18))).months == Extent(12, 18)
    assert outline(path()).months is None


def test_an_outline_keeps_the_path_it_is_of() -> None:
    whole = path("aevo")
    assert (outline(whole).id, outline(whole).path) == ("aevo", whole)


def test_the_quickest_path_has_the_fewest_months() -> None:
    paths = [outline(path("long", months=(36, 36))), outline(path("short", months=(6, 30)))]
    assert quickest(paths) == paths[1]


def test_of_two_paths_that_may_begin_equally_short_the_one_that_ends_sooner_is_quicker() -> None:
    paths = [outline(path("up-to-24", months=(12, 24))), outline(path("up-to-18", months=(12, 18)))]
    assert quickest(paths) == paths[1]


def test_the_quickest_path_onward_is_for_whom_it_is() -> None:
    """An apprenticeship (DQR 4), a course (6) and a degree (6) lead to a role; the course asks for two years of practice."""
    nothing = (Admission(text=Words(en="Nothing."), enough="nothing"),)
    trade = structs.replace(path("trade", months=(36, 36), kind="apprenticeship"), dqr=4, admission=nothing)
    way_in = Admission(text=Words(en="Two years."), practice_years=2, enough="practice")
    course = structs.replace(path("course", months=(18, 18)), dqr=6, admission=(way_in,))
    degree = structs.replace(path("degree", months=(40, 40), kind="degree"), dqr=6, admission=nothing)
    paths = [trade, course, degree]
    known = {item.id: item for item in paths}

    def told(who: Entrant) -> tuple[str, float, float] | None:
        found = onward(paths, who, known.get)
        return None if found is None or found.months is None else (found.id, found.years, found.months.low)

    # What one may begin goes before what one perhaps may, although it takes longer.
    assert told(Entrant()) == ("trade", 0, 36)
    assert told(Entrant(practice=2)) == ("course", 0, 18)
    # With an apprenticeship behind them: two years of practice that are lacking are 24 months before the course of 18.
    assert told(Entrant(qualifications=("trade",), practice=2)) == ("course", 0, 18)
    assert told(Entrant(qualifications=("trade",), practice=0)) == ("degree", 0, 40)
    # Who has the degree is sent to nothing below it; the course stands no higher, but it is the only one left.
    assert told(Entrant(qualifications=("degree",), practice=2)) == ("course", 0, 18)
    assert told(Entrant(practice=0, education="master")) is None


def test_what_opens_a_path_is_in_its_months_and_in_its_money() -> None:
    """The second course follows the first: 18 and 24 months, 4,000 + 500 and 5,000 + 1,000 euros."""
    nothing = (Admission(text=Words(en="Nothing."), enough="nothing"),)
    first = structs.replace(
        path("first", months=(18, 18), course=(4000, 4000), exam=(500, 500)), dqr=6, admission=nothing
    )
    follows = Admission(text=Words(en="The first."), training=("first",), practice_years=0)
    second = structs.replace(
        path("second", months=(24, 24), course=(5000, 5000), exam=(1000, 1000)), dqr=7, admission=(follows,)
    )
    known = {"first": first, "second": second}
    who = Entrant(education="apprenticeship")
    found = onward([second], who, known.get)
    assert found is not None
    assert (found.access, found.first, found.months, found.money) == (
        "after",
        ("first",),
        Extent(42, 42),
        Extent(10_500, 10_500),
    )
    assert for_anybody(second, known.get) == found
    # For nobody in particular the one that is open goes before a shorter one that is shut.
    shut = structs.replace(
        path("shut", months=(1, 1), course=(1, 1), exam=(1, 1)),
        dqr=7,
        admission=(Admission(text=Words(en="A master."), education="master"),),
    )
    outlines = [for_anybody(item, known.get) for item in (shut, second)]
    assert quickest(outlines) == cheapest(outlines) == outlines[1]


def test_a_path_of_unknown_length_is_never_the_quickest() -> None:
    timed = outline(path("timed", months=(36, 36)))
    assert quickest([outline(path("untimed")), timed]) == timed
    assert quickest([outline(path("untimed"))]) is None
    assert quickest([]) is None


def test_the_cheapest_path_has_the_smallest_sum() -> None:
    paths = [
        outline(path("dear", course=(4000, 4000), exam=(0, 0))),
        outline(path("fair", course=(3000, 9000), exam=(500, 500))),
    ]
    assert cheapest(paths) == paths[1]


def test_a_complete_sum_is_cheaper_than_a_smaller_one_of_which_a_part_is_unknown() -> None:
    complete = outline(path("complete", course=(4000, 4000), exam=(500, 500)))
    at_least = outline(path("at-least", course=(100, 100)))
    assert cheapest([at_least, complete]) == complete
    assert cheapest([at_least]) == at_least


def test_a_path_without_any_price_is_never_the_cheapest() -> None:
    priced = outline(path("priced", course=(9000, 9000), exam=(900, 900)))
    assert cheapest([outline(path("unpriced")), priced]) == priced
    assert cheapest([outline(path("unpriced"))]) is None
    assert cheapest([]) is None


def test_steps_that_need_nothing_stay_in_the_order_of_the_file() -> None:
    steps = (step("enrol"), step("learn"), step("sit-the-exam"))
    assert in_order(path(steps=steps)) == steps


def test_a_step_waits_for_those_it_needs() -> None:
    exam, learn, enrol = step("exam", "learn", "enrol"), step("learn", "enrol"), step("enrol")
    assert in_order(path(steps=(exam, learn, enrol))) == (enrol, learn, exam)


def test_a_step_that_was_held_up_comes_as_soon_as_it_can() -> None:
    first, held, last = step("first"), step("held", "first"), step("last")
    assert in_order(path(steps=(held, first, last))) == (first, held, last)


@st.composite
def acyclic_steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """Steps that need only steps drawn before them, written into the file in any order."""
    count = draw(st.integers(1, 12))
    steps = [
        step(f"s{number}", *(f"s{need}" for need in sorted(draw(st.sets(st.integers(0, number - 1)))) if number))
        if number
        else step("s0")
        for number in range(count)
    ]
    return tuple(draw(st.permutations(steps)))


@given(steps=acyclic_steps())
def test_in_any_path_each_step_comes_once_and_after_all_it_needs(steps: tuple[Step, ...]) -> None:
    ordered = in_order(path(steps=steps))
    assert sorted(item.id for item in ordered) == sorted(item.id for item in steps)
    for position, item in enumerate(ordered):
        assert set(item.needs) <= {before.id for before in ordered[:position]}


@given(steps=acyclic_steps())
def test_the_order_of_an_ordered_path_does_not_change_again(steps: tuple[Step, ...]) -> None:
    ordered = in_order(path(steps=steps))
    assert in_order(path(steps=ordered)) == ordered


PRICES = st.none() | st.tuples(st.integers(0, 5000), st.integers(5000, 20_000))


@given(course=PRICES, exam=PRICES)
def test_a_sum_is_complete_exactly_when_both_prices_are_known(course: Range | None, exam: Range | None) -> None:
    money = outline(path(course=course, exam=exam)).money
    known = [part for part in (course, exam) if part is not None]
    assert (money is None) == (not known)
    if money is not None:
        assert (money.low, money.high) == (sum(low for low, _ in known), sum(high for _, high in known))
        assert money.complete == (len(known) == 2)


# The paths that ship

SHIPPED = [(profile, path) for profile in Catalog().profiles() for path in profile.paths]


@pytest.mark.parametrize(("profile", "path"), SHIPPED, ids=[f"{profile.id}-{path.id}" for profile, path in SHIPPED])
def test_a_shipped_path_can_be_begun_walked_to_its_end_and_names_the_source_of_each_figure(
    profile: Profile, path: TrainingPath
) -> None:
    done: set[str] = set()
    for step in in_order(path):
        assert set(step.needs) <= done, "a step comes after all that it needs"
        done.add(step.id)
    assert done == {step.id for step in path.steps}
    assert any(not step.needs for step in path.steps), "a newcomer can begin"
    sources = path.sources or profile.role.sources
    figures = [path.months, path.hours_per_week, path.hours_total, path.cost.course, path.cost.exam]
    figures += [figure for step in path.steps for figure in (step.months, step.cost)]
    for figure in figures:
        assert figure is None or (figure.source or path.source) in sources
