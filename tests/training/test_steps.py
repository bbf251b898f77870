"""The rules of a path, without any file: what can be ticked, what waits, and how many months are left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from msgspec import structs

from jobcli.cli.day_readers import read_day
from jobcli.domain.evidence import Words
from jobcli.domain.extent import Extent
from jobcli.domain.own import Progress, Started, Tick, TickState
from jobcli.domain.role import Admission, Span, Step, TrainingPath
from jobcli.files.own_records import write_progress
from jobcli.pages.extent import month_words
from jobcli.pages.kit.language import Language
from jobcli.training.steps import Stop, journey, mark, steps_of, tick_all, unmark
from tests.conftest import DAY


def path_of(*steps: Step, months: tuple[float, float] | None = None, admission: int = 0) -> TrainingPath:
    return TrainingPath(
        id="way",
        kind="degree",
        title=Words(en="way"),
        awards=Words(en="award"),
        months=Span(min=months[0], max=months[1]) if months else None,
        admission=tuple(Admission(text=Words(en="this")) for _ in range(admission)),
        steps=steps,
        source="test",
    )


def step(name: str, *needs: str, months: tuple[float, float] | None = None) -> Step:
    span = Span(min=months[0], max=months[1]) if months else None
    return Step(id=name, text=Words(en=name), needs=needs, months=span)


def begun(**states: TickState) -> Started:
    return Started(
        started="2026-01-01", steps={name: Tick(state=state, on="2026-01-01") for name, state in states.items()}
    )


def test_admission_comes_first_where_the_profile_asks_for_it() -> None:
    assert [each.id for each in steps_of(path_of(step("a"), admission=2))] == ["admission", "a"]
    assert [each.id for each in steps_of(path_of(step("a")))] == ["a"]
    assert [each.id for each in steps_of(path_of(step("a"), step("admission"), admission=1))] == ["a", "admission"]


def test_of_several_conditions_of_admission_one_is_enough() -> None:
    words = {count: steps_of(path_of(step("a"), admission=count))[0].text.en for count in (1, 2, 3)}
    one, any_of_them = "Meet the admission requirements.", "Meet one of the admission requirements."
    assert words == {1: one, 2: any_of_them, 3: any_of_them}


def test_a_journey_says_what_became_of_each_step_and_what_can_be_done_now() -> None:
    path = path_of(step("a"), step("b", "a"), step("c"), step("d"), step("e", "c"), step("f"))
    started = structs.replace(begun(a="done", d="doing", f="skipped", gone="done"), seen=("a", "b", "d", "e", "gone"))
    found = journey(path, started)
    assert [stand.state for stand in found.stands] == ["done", "open", "open", "doing", "open", "skipped"]
    assert (found.started, list(found.gone)) == ("2026-01-01", ["gone"])
    # What one is at comes first; b waits for a, which is done; e waits for c.
    assert [stand.id for stand in found.now] == ["d", "b", "c"]
    # New is what the path did not have on the first day, unless it was ticked since.
    assert [stand.id for stand in found.stands if stand.new] == ["c"]
    assert not any(stand.new for stand in journey(path, structs.replace(started, seen=())).stands)
    assert journey(path, None).started is None


def test_a_tick_that_stands_is_no_change_and_one_that_does_not_cannot_be_taken_back() -> None:
    path = path_of(step("a"), step("b", "a"))
    with pytest.raises(Stop) as stop:
        mark(path, begun(a="done"), "a", Tick(state="done", on="2026-02-01"))
    assert (stop.value.why, stop.value.step, stop.value.others) == ("already", "a", ())
    with pytest.raises(Stop) as stop:
        unmark(path, begun(a="done"), "b")
    assert (stop.value.why, stop.value.step) == ("not-ticked", "b")
    # What is done can be begun again only as long as nothing rests on its being done.
    doing = Tick(state="doing", on="2026-02-01")
    with pytest.raises(Stop) as stop:
        mark(path, begun(a="done", b="done"), "a", doing)
    assert (stop.value.why, stop.value.others) == ("needed", ("b",))
    assert mark(path, begun(a="done"), "a", doing).steps["a"] == doing
    # Skipping asks for nothing before it.
    assert mark(path, begun(), "b", Tick(state="skipped", on="2026-02-01")).steps["b"].state == "skipped"


def test_several_ticks_are_set_forwards_and_taken_back_backwards() -> None:
    path = path_of(step("a"), step("b", "a"), step("c", "b"))
    done = Tick(state="done", on="2026-02-01")
    all_done = tick_all(path, begun(), ["c", "a", "b"], done)
    assert all_done.steps == {"a": done, "b": done, "c": done}
    # A step that the path lost goes too.
    with_lost = structs.replace(all_done, steps={**all_done.steps, "lost": done})
    assert tick_all(path, with_lost, ["a", "b", "c", "lost"], None).steps == {}
    assert set(tick_all(path, with_lost, ["c"], None).steps) == {"a", "b", "lost"}


def test_a_skipped_need_counts_as_satisfied() -> None:
    path = path_of(step("a"), step("b", "a"))
    assert [stand.waits_for for stand in journey(path, begun(a="skipped")).stands] == [(), ()]
    assert [stand.waits_for for stand in journey(path, begun(a="doing")).stands] == [(), ("a",)]
    done = Tick(state="done", on="2026-01-02")
    assert mark(path, begun(a="skipped"), "b", done).steps["b"] == done
    with pytest.raises(Stop) as stop:
        mark(path, begun(a="doing"), "b", done)
    assert (stop.value.why, stop.value.others) == ("waits", ("a",))


def test_what_others_rest_on_cannot_be_taken_back() -> None:
    path = path_of(step("a"), step("b", "a"))
    for started in (begun(a="done", b="done"), begun(a="skipped", b="doing")):
        with pytest.raises(Stop) as stop:
            unmark(path, started, "a")
        assert (stop.value.why, stop.value.others) == ("needed", ("b",))
    assert "a" not in unmark(path, begun(a="done", b="skipped"), "a").steps


@pytest.mark.parametrize(
    ("path", "states", "left"),
    [
        # a then b, beside c: the longer chain counts. 2 + 3 = 5 to 4 + 3 = 7 months against 1 month.
        ((step("a", months=(2, 4)), step("b", "a", months=(3, 3)), step("c", months=(1, 1))), {}, (5, 7)),
        ((step("a", months=(2, 4)), step("b", "a", months=(3, 3)), step("c", months=(1, 1))), {"a": "done"}, (3, 3)),
        ((step("a", months=(2, 4)), step("b", "a")), {}, (2, None)),
        ((step("a", months=(2, 4)), step("b", "a")), {"b": "skipped"}, (2, 4)),
        ((step("a"), step("b", "a")), {"a": "done"}, (None, None)),
        ((step("a"), step("b", "a")), {"a": "done", "b": "skipped"}, (0, 0)),
    ],
)
def test_the_months_left_are_those_of_the_longest_open_chain_and_unknown_stays_unknown(
    path: tuple[Step, ...], states: dict[str, Any], left: tuple[float | None, float | None]
) -> None:
    assert journey(path_of(*path), begun(**states)).left == Extent(*left)


def test_where_steps_have_no_length_the_path_bounds_what_is_left() -> None:
    path = path_of(step("a"), step("b", "a", months=(2, 4)), step("c"), months=(12, 18), admission=1)
    assert journey(path, None).left == Extent(12, 18)
    assert journey(path, begun(a="done")).left == Extent(2, 18)
    assert journey(path, begun(a="done", b="done")).left == Extent(None, 18)


def test_months_left_in_words() -> None:
    say = Language("en")
    words = [month_words(say, Extent(*left)) for left in ((None, None), (2, None), (None, 18), (1, 1), (12, 18))]
    assert words == ["not known", "at least 2 months", "at most 18 months", "1 month", "12 to 18 months"]


def test_a_day_is_read_in_both_ways_and_never_lies_ahead() -> None:
    assert read_day(None, DAY) == read_day("2026-11-24", DAY) == read_day("24.11.2026", DAY) == "2026-11-24"
    assert read_day("1.2.2026", DAY) == "2026-02-01"


def test_the_day_of_the_file_is_a_day() -> None:
    assert yaml.safe_load(write_progress(Progress(roles={"a": {"b": begun(c="done")}}), None))["roles"]["a"]["b"] == {
        "started": date(2026, 1, 1),
        "steps": {"c": {"state": "done", "date": date(2026, 1, 1)}},
    }
