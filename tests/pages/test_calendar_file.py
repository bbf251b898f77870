"""A checklist on a calendar: the chart, the printable list, the calendar file and todo.txt, each read back."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import vobject
import yaml
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from jobcli.answers.answer import Answer
from jobcli.answers.checklist import planned
from jobcli.cli.output import Output
from jobcli.cli.world import World
from jobcli.domain.evidence import Words
from jobcli.domain.role import Step, TrainingPath
from jobcli.files.catalog import Catalog
from jobcli.pages.calendar import checklist_calendar
from jobcli.pages.export import todo_text
from jobcli.pages.kit.language import Language
from jobcli.training.steps import journey
from tests.conftest import DAY, Prompt
from tests.training.test_progress import EXAMPLE

LONG = "Für die Prüfung üben: Äpfel, Öl; Übermäßiges \\ Größe, bis alles sitzt und niemand mehr überrascht ist."


def made(prompt: Prompt, *steps: dict[str, Any], months: float | None = None) -> Prompt:
    """A prompt at which the role `walker` has the one path `way` with these steps."""
    data = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    way = next(path for path in data["paths"] if "steps" in path)
    data["paths"], data["helps"] = [way], []
    way |= {"id": "way", "steps": list(steps)}
    way.pop("admission")
    way.pop("months")
    if months is not None:
        way["months"] = {"min": months, "max": months}
    folder = prompt.home / "profiles"
    folder.mkdir(parents=True)
    (folder / "walker.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return prompt


def step(name: str, months: float | None, *needs: str, text: str | None = None) -> dict[str, Any]:
    length = {} if months is None else {"months": {"min": months, "max": months}}
    return {"id": name, "text": {"de": text or name, "en": text or name}, "needs": list(needs), **length}


@pytest.fixture
def walker(prompt: Prompt) -> Prompt:
    """Three steps one after the other, one of unknown length, and one that waits for it."""
    return made(
        prompt,
        step("enrol", 2),
        step("learn", 14, "enrol", text=LONG),
        step("exam", 1, "learn"),
        step("wait", None),
        step("after", 1, "wait"),
    )


def to_dos(text: str) -> dict[str, Any]:
    """The to-dos of a calendar file by the id of their step, read by a parser that did not write it."""
    calendar = vobject.readOne(text)
    return {str(todo.uid.value).partition(".")[0]: todo for todo in calendar.vtodo_list}


def ics(prompt: Prompt, *more: str, lang: str = "en") -> str:
    outcome = prompt("checklist", "walker", "--output", "ics", *more, lang=lang)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def test_the_calendar_file_has_a_to_do_for_each_step_due_on_the_last_day_of_its_month(walker: Prompt) -> None:
    found = to_dos(ics(walker, "--start", "2026-11"))
    # November and December 2026; then 14 months from January 2027 to February 2028, a leap year; then March 2028.
    assert list(found) == ["enrol", "learn", "exam", "wait", "after"]
    assert [found[name].due.value for name in ("enrol", "learn", "exam")] == [
        date(2026, 12, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
    ]
    assert [found[name].dtstart.value for name in ("enrol", "learn", "exam")] == [
        date(2026, 11, 1),
        date(2027, 1, 1),
        date(2028, 3, 1),
    ]
    assert found["learn"].summary.value == LONG


def test_what_is_not_known_has_no_due_date_and_says_why(walker: Prompt) -> None:
    found = to_dos(ics(walker, "--start", "2026-11"))
    for name in ("wait", "after"):
        assert not {"due", "dtstart", "duration"} & set(found[name].contents)
    assert "No due date: how long this takes is not known." in found["wait"].description.value
    assert "No due date: a step that comes before has no known length." in found["after"].description.value
    assert "Comes after: enrol" in found["learn"].description.value.splitlines()


def test_due_dates_are_days_so_that_daylight_saving_moves_none(walker: Prompt) -> None:
    # The clocks change on the last Sundays of March and October; a day without an hour does not know of it.
    for month in range(1, 13):
        found = to_dos(ics(walker, "--start", f"2027-{month:02d}"))
        for name in ("enrol", "learn", "exam"):
            due = found[name].due
            assert due.params == {"VALUE": ["DATE"]}
            assert type(due.value) is date
            assert (due.value + timedelta(days=1)).day == 1
    assert "VTIMEZONE" not in ics(walker, "--start", "2027-01")


def test_the_lines_of_the_calendar_file_are_those_of_the_standard(walker: Prompt) -> None:
    # RFC 5545, 3.1: lines end with CR LF and have at most 75 octets without it; a folded line goes on after a space.
    data = ics(walker, "--start", "2026-11", lang="de").encode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    # A letter of two octets is never parted, and each line is text of its own.
    assert "".join(line.decode() for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
    escaped = LONG.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}" in unfolded
    # RFC 5545, 3.6 and 3.6.2: what must be there, once.
    assert [unfolded.count(line) for line in ("BEGIN:VCALENDAR", "VERSION:2.0")] == [1, 1]
    assert sum(line.startswith("PRODID:") for line in unfolded) == 1
    for needed in ("UID:", "DTSTAMP:20261124T000000Z"):
        assert sum(line.startswith(needed) for line in unfolded) == 5


# Letters, signs and spaces of all scripts; control characters are refused when a profile is read.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=200).filter(str.split)


@given(text=TEXTS)
def test_any_text_comes_back_from_the_calendar_file_and_is_one_line_of_todo_txt(text: str) -> None:
    some, words = Catalog([]).profile("backoffice-manager"), Words(en=text)
    assert some is not None
    (only,) = steps = (Step(id="a", text=words),)
    path = TrainingPath(
        id="way", kind="degree", title=words, awards=words, steps=steps, source=next(iter(some.role.sources))
    )
    plan = planned(some, journey(path, None))
    data = checklist_calendar(Language("en"), plan, datetime(2026, 11, 24, tzinfo=UTC), 0)
    assert to_dos(data)[only.id].summary.value == " ".join(text.split())
    assert max(len(line.encode()) for line in data.split("\r\n")) <= 75
    assert len(todo_text(Language("en"), plan).splitlines()) == 1


def test_the_library_for_calendar_files_is_loaded_only_for_them() -> None:
    code = (
        "import sys; sys.argv = ['jobcli', 'checklist', 'backoffice-manager', 'ausb-bueromanagement',"
        " '--start', '2027-08', '--output', sys.argv[1]]\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    loaded = {
        form: set(
            subprocess.run(
                [sys.executable, "-c", code, form], capture_output=True, check=True, text=True
            ).stderr.split()
        )
        for form in ("json", "ics", "todotxt")
    }
    assert "icalendar" in loaded["ics"]
    assert not {"icalendar", "rich"} & (loaded["json"] | loaded["todotxt"])


def test_a_terminal_without_umlauts_gets_the_calendar_file_in_utf_8() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\r\n")
    output = Output(World(env={}, today=DAY, stdout=stream, stderr=stream), Language("de"), "ics")
    output.answer(
        "checklist", Answer(), lambda desk: pytest.fail(str(desk)), texts={"ics": lambda: "SUMMARY:Prüfung\r\n"}
    )
    assert isinstance(stream.buffer, io.BytesIO)
    assert stream.buffer.getvalue() == "SUMMARY:Prüfung\r\n".encode()


def test_ticks_are_the_states_of_the_to_dos_and_the_names_stay(walker: Prompt) -> None:
    before = to_dos(ics(walker, "--start", "2026-11"))
    assert walker("done", "walker", "enrol", "--on", "2026-11-20", "--note", "am Schalter").code == 0
    assert walker("doing", "walker", "learn").code == 0
    assert walker("skip", "walker", "wait").code == 0
    # It is begun: its month is then the start, if no other is told.
    after = to_dos(ics(walker))
    assert {name: todo.uid.value for name, todo in before.items()} == {
        name: todo.uid.value for name, todo in after.items()
    }
    assert {name: todo.status.value for name, todo in after.items()} == {
        "enrol": "COMPLETED",
        "learn": "IN-PROCESS",
        "exam": "NEEDS-ACTION",
        "wait": "CANCELLED",
        "after": "NEEDS-ACTION",
    }
    assert "done, 20 November 2026" in after["enrol"].description.value
    assert "am Schalter" in after["enrol"].description.value
    # What is skipped takes no time: what waited for it is known now, and is due at the end of November.
    assert after["after"].due.value == date(2026, 11, 30)
    assert after["enrol"].due.value == date(2026, 12, 31)


def test_without_a_start_and_without_a_beginning_there_is_no_calendar_file(walker: Prompt) -> None:
    outcome = walker("checklist", "walker", "--output", "ics")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[0] == "A calendar needs a month in which the path begins."
    assert "--start 2027-01" in outcome.err


def test_the_printable_list_has_a_box_for_each_step(walker: Prompt) -> None:
    walker("done", "walker", "enrol", "--on", "2026-11-20")
    walker("skip", "walker", "wait")
    text = walker("checklist", "walker", "--output", "md", lang="de").out
    assert re.findall(r"^- \[(.)\] (\d)\\\. (\S+)", text, re.MULTILINE) == [
        ("x", "1", "enrol"),
        (" ", "2", "Für"),
        (" ", "3", "exam"),
        (" ", "4", "~~wait~~"),
        (" ", "5", "after"),
    ]
    assert "2027" not in text
    assert "bis Februar 2028" in walker("checklist", "walker", "--output", "md", "--start", "2026-11", lang="de").out
    # A backslash of a profile is one on paper, too.
    assert "Übermäßiges \\\\ Größe" in text


def test_signs_of_a_profile_mean_nothing_in_markdown(prompt: Prompt) -> None:
    made(prompt, step("a", None, text="Read <b>*this*</b> and\n[that](x) #1 | _2_"))
    text = prompt("checklist", "walker", "--output", "md").out
    assert "1\\. Read \\<b\\>\\*this\\*\\</b\\> and \\[that\\](x) \\#1 \\| \\_2\\_" in text


def test_todo_txt_has_a_line_for_each_step(walker: Prompt) -> None:
    walker("done", "walker", "enrol", "--on", "2026-11-20")
    walker("doing", "walker", "learn")
    walker("skip", "walker", "wait")
    assert walker("checklist", "walker", "--start", "2026-11", "--output", "todotxt").out.splitlines() == [
        "x 2026-11-20 enrol +walker @way due:2026-12-31 step:enrol",
        f"{LONG} +walker @way due:2028-02-29 step:learn state:doing",
        "exam +walker @way due:2028-03-31 step:exam",
        "x 2026-11-24 wait +walker @way step:wait state:skipped",
        "after +walker @way due:2026-11-30 step:after",
    ]
    assert "due:" not in walker("checklist", "walker", "--output", "todotxt").out


@pytest.mark.parametrize("text", ["x marks the spot", "(A) best first", "2027-01-01 is a holiday"])
def test_a_text_that_todo_txt_would_take_for_more_stays_a_text(prompt: Prompt, text: str) -> None:
    made(prompt, step("a", None, text=f"{text}\nand\r\nmore"))
    assert prompt("checklist", "walker", "--output", "todotxt").out == f"- {text} and more +walker @way step:a\n"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_chart_has_a_bar_for_each_step_in_its_months(walker: Prompt, width: int, encoding: str) -> None:
    out = walker("checklist", "walker", "--start", "2026-11", "--full", width=width, encoding=encoding).out
    chart = out[out.index("On the calendar") :].splitlines()
    rows = [re.fullmatch(r"  \[ \] \d\. ([━─=●o -]*?) +(\w.*)", line) for line in chart]
    found = [(row[1], row[2]) for row in rows if row]
    assert [words for _, words in found] == [
        "until December 2026",
        "until February 2028",
        "until March 2028",
        "length not known",
        "not before November 2026",
    ]
    bars = [bar for bar, _ in found]
    ends = [(len(bar) - len(bar.lstrip()), len(bar)) for bar in bars[:3]]
    assert all(before[1] == after[0] for before, after in pairwise(ends))
    # 14 of the 17 months, as long as the columns let it be drawn.
    assert (ends[1][1] - ends[1][0]) / ends[2][1] == pytest.approx(14 / 17, abs=0.05)
    assert all(len(line) <= width for line in chart)
    assert "At least until March 2028. 1 step has no known length." in " ".join(out.split())


def test_json_has_months_only_if_they_are_asked_for(walker: Prompt) -> None:
    plain = walker("checklist", "walker", "--json").json["result"]
    assert "timeline" not in plain
    assert all("timeline" not in row for row in plain["steps"])
    dated = walker("checklist", "walker", "--json", "--start", "2026-11").json["result"]
    assert dated["timeline"] == {
        "start": "2026-11",
        "end": None,
        "at_least_until": "2028-03",
        "unknown_steps": 1,
    }
    assert {row["id"]: row["timeline"] for row in dated["steps"]} == {
        "enrol": {"start": "2026-11", "end": "2026-12"},
        "learn": {"start": "2027-01", "end": "2028-02"},
        "exam": {"start": "2028-03", "end": "2028-03"},
        "wait": {"start": "2026-11", "end": None},
        "after": {"start": None, "end": None},
    }


@pytest.mark.parametrize(("word", "month"), [("11.2026", "2026-11"), ("2026-11-30", "2026-11"), ("1999", "1999-01")])
def test_a_start_is_a_month_in_any_way_of_writing_it(walker: Prompt, word: str, month: str) -> None:
    result = walker("checklist", "walker", "--json", "--start", word).json["result"]
    assert result["timeline"]["start"] == month


@pytest.mark.parametrize("word", ["soon", "2027-13", "2027-02-30", "", "0000-01", "9999-12"])
@pytest.mark.parametrize("form", ["text", "ics", "md", "todotxt", "json"])
def test_a_start_that_no_calendar_has_is_one_message(walker: Prompt, word: str, form: str) -> None:
    outcome = walker("checklist", "walker", "--start", word, "--output", form)
    assert outcome.code == 2
    if form == "json":
        assert [problem["code"] for problem in outcome.json["problems"]] == ["bad-date"]
    else:
        assert outcome.out == ""
        assert len(outcome.err.strip().splitlines()) <= 2


def test_a_format_that_a_command_lacks_is_refused_with_those_it_has(prompt: Prompt) -> None:
    for words, formats in (
        (("show", "cto", "--output", "ics"), "text, plain, json, md, svg, html."),
        (("estimate", "cto", "--by", "state", "--output", "ics"), "text, plain, json, md, svg, html, csv."),
        (("checklist", "cto", "quer-cto", "--output", "sarif"), "text, plain, json, md, svg, html, csv, ics, todotxt."),
    ):
        outcome = prompt(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert " ".join(outcome.err.split()).endswith(formats)


@pytest.mark.parametrize("form", ["md", "ics", "todotxt"])
def test_a_choice_of_paths_is_no_list_to_take_along(prompt: Prompt, form: str) -> None:
    outcome = prompt("checklist", "backoffice-manager", "--output", form, "--start", "2027-01")
    assert (outcome.code, outcome.out) == (2, "")
    assert "fw-buero-projekt" in outcome.err


def test_the_choice_marks_the_paths_that_are_begun(prompt: Prompt) -> None:
    assert "begun on" not in prompt("checklist", "backoffice-manager", "--full").out
    for path in ("ausb-bueromanagement", "fw-buero-projekt"):
        assert prompt("done", "backoffice-manager", "1", "--path", path).code == 0
    out = prompt("checklist", "backoffice-manager", "--full").out
    assert out.count("begun on 24 November 2026") == 2
    assert out.count("1 of 7 steps") == 1
    result = prompt("checklist", "backoffice-manager", "--json").json["result"]
    assert sorted(result["begun"]) == ["ausb-bueromanagement", "fw-buero-projekt"]


def test_a_whole_path_of_known_length_ends_although_its_steps_have_none(prompt: Prompt) -> None:
    # The degree takes 36 to 48 months: from October 2027 to September 2031 at the longest.
    words = ("checklist", "supply-chain-manager", "studium-logistik", "--start", "2027-10", "--full")
    assert "The path as a whole takes until September 2031 at the longest." in " ".join(prompt(*words).out.split())
    assert prompt(*words, "--json").json["result"]["timeline"]["end"] == "2031-09"
    assert "DUE" not in prompt(*words, "--output", "ics").out


def test_an_apprenticeship_has_dates_behind_the_lengths_of_its_ordinance(prompt: Prompt) -> None:
    words = ("checklist", "backoffice-manager", "ausb-bueromanagement", "--start", "2027-08", "--output", "ics")
    found = to_dos(prompt(*words).out)
    # 36 months from August 2027 on end in July 2030; the first part falls into the fourth half-year, so not before 18 months
    # have passed, in January 2029. The search comes before, and nobody knows how long it takes: so the days are the earliest,
    # as the page has them, and the file says so.
    due = {name: todo.due.value for name, todo in found.items() if hasattr(todo, "due")}
    assert due == {
        "train": date(2030, 7, 31),
        "exam-part-1": date(2029, 1, 31),
        "exam-part-2": date(2030, 7, 31),
        "certificate": date(2030, 7, 31),
    }
    assert "Not before this day" in found["train"].description.value
    assert "No due date" in found["search"].description.value
    page = prompt(*words[:-2]).out
    for day in due.values():
        assert f"not before {day:%B %Y}" in page
    # What would begin after the earliest day of its end begins on no known day.
    assert not hasattr(found["exam-part-1"], "dtstart")


def test_a_newer_file_is_told_from_an_older_one(walker: Prompt) -> None:
    """RFC 5545, 3.8.7.3 and 3.8.7.4: a revision has a later LAST-MODIFIED and a higher SEQUENCE; 3.8.2.1: COMPLETED is in UTC."""

    def numbers() -> dict[str, int]:
        todos = Calendar.from_ical(ics(walker, "--start", "2026-11")).walk("VTODO")
        assert all(todo["LAST-MODIFIED"].dt == todo["DTSTAMP"].dt for todo in todos)
        return {str(todo["UID"]).partition(".")[0]: int(todo["SEQUENCE"]) for todo in todos}

    before = numbers()
    assert set(before.values()) == {0}
    walker("done", "walker", "enrol", "--on", "2026-11-20")
    ticked = numbers()
    walker("undo", "walker", "enrol")
    undone = numbers()
    assert all(before[name] < ticked[name] < undone[name] for name in before)
    walker("done", "walker", "enrol", "--on", "2026-11-20")
    (done,) = [
        todo for todo in Calendar.from_ical(ics(walker, "--start", "2026-11")).walk("VTODO") if "COMPLETED" in todo
    ]
    assert (done["STATUS"], done["COMPLETED"].dt) == ("COMPLETED", datetime(2026, 11, 20, 12, tzinfo=UTC))


def test_the_moment_of_writing_is_that_of_the_clock(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 9, 30, 5, tzinfo=UTC)
    assert World(env={}, today=DAY, stdout=io.StringIO(), stderr=io.StringIO(), now=now).stamp == now
    world = World(env={}, today=DAY, stdout=io.StringIO(), stderr=io.StringIO(), data_folder=tmp_path)
    assert world.stamp == datetime(2026, 11, 24, tzinfo=UTC)
