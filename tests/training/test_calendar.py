"""The steps of a path on a calendar: months across the ends of years, and the unknown that stays unknown."""

from __future__ import annotations

import calendar
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.role import Admission, Span, Step, TrainingPath
from jobcli.training.calendar import Timeline, days_in, lay_out, month_name, month_number


def step(name: str, months: float | None, *needs: str) -> Step:
    return Step(
        id=name,
        text=Words(en=name),
        needs=needs,
        months=None if months is None else Span(min=months, max=months),
    )


def path(*steps: Step, months: float | None = None) -> TrainingPath:
    whole = None if months is None else Span(min=months, max=months)
    words = Words(en="Test")
    return TrainingPath(
        id="test", kind="certificate", title=words, awards=words, months=whole, steps=steps, source="test"
    )


def spans(timeline: Timeline) -> dict[str, tuple[str, str]]:
    return {placed.step.id: (placed.start, placed.end) for placed in timeline.steps}


def test_steps_follow_each_other_across_the_end_of_a_year() -> None:
    # November and December 2027; January to March 2028; April 2028
    found = lay_out(path(step("a", 2), step("b", 3, "a"), step("c", 1, "b")), "2027-11")
    assert spans(found) == {
        "a": ("2027-11", "2027-12"),
        "b": ("2028-01", "2028-03"),
        "c": ("2028-04", "2028-04"),
    }
    assert (found.end, found.known, found.longer) == ("2028-04", True, False)


def test_steps_that_need_nothing_begin_together_and_the_longer_one_is_waited_for() -> None:
    found = lay_out(path(step("short", 1), step("long", 14), step("last", 1, "short", "long")), "2027-01")
    assert spans(found)["long"] == ("2027-01", "2028-02")
    assert spans(found)["last"] == ("2028-03", "2028-03")


def test_a_step_of_unknown_length_leaves_all_that_waits_for_it_unknown() -> None:
    found = lay_out(path(step("open", None), step("next", 2, "open"), step("other", 1)), "2027-01")
    assert {placed.step.id: placed.known for placed in found.steps} == {"open": False, "next": False, "other": True}
    assert spans(found)["next"] == ("2027-01", "2027-02")
    # What takes no time of its own is done in the month in which the step before it ends.
    done = lay_out(path(step("learn", 12), step("title", None, "learn")), "2027-01")
    assert spans(done)["title"] == ("2027-12", "2027-12")
    assert not found.known


def test_the_length_of_the_whole_path_decides_where_it_is_longer_than_its_steps() -> None:
    # 18 months from January 2027 end with June 2028.
    found = lay_out(path(step("open", None), months=18), "2027-01")
    assert (found.end, found.known, found.longer) == ("2028-06", True, True)


def test_a_skipped_step_takes_no_time_and_lets_the_next_one_be_known() -> None:
    steps = path(step("open", None), step("long", 12), step("next", 2, "open", "long"))
    found = lay_out(steps, "2027-01", ["open", "long"])
    assert spans(found)["next"] == ("2027-01", "2027-02")
    assert (found.end, found.known, found.unknown) == ("2027-02", True, 0)
    assert [placed.begins for placed in lay_out(steps, "2027-01", ["long"]).steps] == [True, True, False]


def test_what_is_not_known_is_not_before_the_shortest_lengths() -> None:
    # January and February at the shortest, January to April at the longest; then a month more.
    ranged = Step(id="a", text=Words(en="a"), months=Span(min=2, max=4))
    found = lay_out(path(ranged, step("open", None, "a"), step("last", 1, "open")), "2027-01")
    assert [placed.soonest for placed in found.steps] == ["2027-02", "2027-02", "2027-03"]
    assert [placed.end for placed in found.steps] == ["2027-04", "2027-04", "2027-05"]
    assert (found.soonest, found.end, found.known) == ("2027-03", "2027-05", False)


def test_meeting_a_condition_of_admission_is_not_counted_as_unknown() -> None:
    asks = structs.replace(path(step("a", 2)), admission=(Admission(text=Words(en="a certificate")),))
    found = lay_out(asks, "2027-01")
    assert [placed.step.id for placed in found.steps] == ["admission", "a"]
    assert (found.end, found.known, found.unknown) == ("2027-02", True, 0)


def test_half_months_share_a_month() -> None:
    found = lay_out(path(step("a", 0.5), step("b", 0.5, "a"), step("c", 1, "b")), "2027-12")
    assert spans(found) == {
        "a": ("2027-12", "2027-12"),
        "b": ("2027-12", "2027-12"),
        "c": ("2028-01", "2028-01"),
    }


@pytest.mark.parametrize(
    ("start", "due"), [("2028-02", "2028-02-29"), ("2027-02", "2027-02-28"), ("2100-02", "2100-02-28")]
)
def test_a_step_is_due_on_the_last_day_of_its_month(start: str, due: str) -> None:
    assert lay_out(path(step("a", 1)), start).steps[0].due == due


@pytest.mark.parametrize(
    "word", ["2027", "2027-13", "2027-00", "0000-05", "2027-1", "27-01", "2027-01-05", "٢٠٢٧-01", " "]
)
def test_a_month_that_no_calendar_has_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=re.escape(word)):
        month_number(word)


@given(year=st.integers(1, 9999), month=st.integers(1, 12))
def test_a_month_is_its_own_number_and_has_the_days_of_the_calendar(year: int, month: int) -> None:
    name = f"{year:04d}-{month:02d}"
    assert month_name(month_number(name)) == name
    assert days_in(month_number(name)) == calendar.monthrange(year, month)[1]


LENGTHS = st.none() | st.integers(0, 30) | st.just(0.5)


@given(lengths=st.lists(LENGTHS, min_size=1, max_size=8), start=st.integers(2020 * 12, 2040 * 12), data=st.data())
def test_no_step_begins_before_those_it_needs_have_ended(
    lengths: list[float | None], start: int, data: st.DataObject
) -> None:
    steps = [
        step(
            f"s{number}",
            months,
            *data.draw(st.sets(st.sampled_from([f"s{n}" for n in range(number)]))) if number else (),
        )
        for number, months in enumerate(lengths)
    ]
    found = lay_out(path(*steps), month_name(start))
    halves = 0.5 in lengths
    by_id = {placed.step.id: placed for placed in found.steps}
    assert found.end == max(placed.end for placed in found.steps)
    for placed in found.steps:
        assert placed.start <= placed.end <= placed.due[:7] <= found.end
        assert placed.soonest <= placed.end
        for need in placed.step.needs:
            assert by_id[need].start <= placed.start
            if placed.step.months and placed.step.months.max and not halves:
                before = by_id[need]
                assert before.end < placed.start or not (before.step.months and before.step.months.max)
            if not by_id[need].known:
                assert not placed.known


def test_a_date_is_no_length_and_the_step_lies_between_its_months() -> None:
    # Begun in August 2027, after 18 to 24 months: from February 2029 to July 2029, while the training lasts to July 2030.
    dated = structs.replace(step("part-1", None), at_month=Span(min=18, max=24))
    laid = lay_out(path(step("train", 36), dated), "2027-08")
    placed = {one.step.id: one for one in laid.steps}
    assert (placed["part-1"].start, placed["part-1"].end, placed["part-1"].known) == ("2029-02", "2029-07", True)
    assert (laid.end, laid.known, laid.unknown) == ("2030-07", True, 0)
