"""A plan: what its page says in how many lines, what is open and who is asked, how it is begun and what then knows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import vobject
import yaml
from icalendar import Calendar

from jobcli.files.catalog import Catalog
from tests.conftest import Prompt

TOLD = "me set state BY age 34 experience 8 role kaufmann-bueromanagement qualifications ausb-bueromanagement"
GOAL = ("plan", "operations-manager", "--start", "2027-03")
OFFER = ("--offer", "fw-wirtschaft", "--price", "4250", "--exam", "690", "--months", "20", "--lessons", "560")
ROLES = sorted(one.id for one in Catalog([]).profiles())


@pytest.fixture
def augsburg(prompt: Prompt) -> Prompt:
    """The woman from Augsburg, who has told what she is."""
    assert prompt(*TOLD.split()).code == 0
    return prompt


def plan(prompt: Prompt, *more: str) -> dict[str, Any]:
    result: dict[str, Any] = prompt(*GOAL, *more, "--json").json["result"]
    return result


def words(prompt: Prompt, *line: str, lang: str = "en") -> str:
    return " ".join(prompt(*line, lang=lang, width=120).out.split())


@pytest.mark.parametrize(("width", "most"), [(80, 24), (60, 30)])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_plan_of_a_clerk_is_one_screen(augsburg: Prompt, width: int, most: int, lang: str) -> None:
    for goal in ROLES:
        if goal != "kaufmann-bueromanagement":
            page = augsburg("plan", goal, lang=lang, width=width)
            assert page.code == 0
            assert len(page.out.splitlines()) <= most, page.out


def test_what_is_settled_is_ticked_and_what_is_open_has_the_line_that_fills_it(augsburg: Prompt) -> None:
    page = words(augsburg, *GOAL)
    # She has the apprenticeship that the Fachwirt asks for, and Bavaria pays: neither is a question.
    assert "[x] admission [x] bonus €3,000 (Land, 2025-09; no legal claim)" in page
    assert "whether it admits you" not in page
    assert "Open jobcli me offer fw-wirtschaft lessons LESSONS" in page
    # Aufstiegs-BAföG is not for somebody with a master's degree (AFBG § 9): whether she has one, she has not said.
    assert "jobcli me set education EDUCATION pay EUROS" in page
    found = plan(augsburg)
    assert (found["untold"], found["week"]) == (["education", "pay"], ["get-offer", "papers", "ask-funding"])
    # Each line fills what it names: nothing of the first course is open any more, nor is her pay.
    augsburg("me", "offer", "fw-wirtschaft", "lessons", "560", "price", "4250", "exam", "690", "months", "20")
    augsburg("me", "set", "pay", "3100", "education", "apprenticeship")
    after = plan(augsburg)
    assert [hole["path"] for hole in after["holes"]] == ["betriebswirt-bbig"]
    assert (after["untold"], after["week"][0], after["pay_year"]) == ([], "enrol", 37200)


def test_admission_that_is_not_known_stays_open(prompt: Prompt) -> None:
    page = words(prompt, "plan", "backoffice-manager", "--role", "kaufmann-bueromanagement", "--state", "BY")
    assert "admission not known" in page
    assert "[x] admission" not in page
    assert "jobcli me set qualifications PATH education EDUCATION" in page
    assert "whether it admits you" in page


def test_an_offer_of_the_line_counts_to_the_cent(augsburg: Prompt) -> None:
    augsburg("me", "set", "education", "apprenticeship")
    step = plan(augsburg, *OFFER)["steps"][0]
    # 4,250 + 690 = 4,940; a half is a grant, a half of the rest is remitted: 1,235 remain. March 2027 is the first of twenty.
    assert step["own_cost"] == {"low": 1235, "high": 1235, "complete": True, "afbg_counted": "yes"}
    assert (step["ends"], step["ends_soonest"], step["doubted"], step["typical"]) == ("2028-10", "2028-10", [], False)
    assert "€4,940, with AFBG €1,235" in words(augsburg, *GOAL, *OFFER)
    refused = augsburg(*GOAL, "--price", "4250", "--json")
    assert (refused.code, refused.json["problems"][0]["code"]) == (2, "which-path")
    unknown = augsburg(*GOAL, "--offer", "fw-wirtschaf", "--price", "4250", "--json")
    assert "fw-wirtschaft" in unknown.json["problems"][0]["message"]


def test_figures_in_doubt_are_marked(augsburg: Prompt) -> None:
    steps = {step["id"]: step for step in plan(augsburg)["steps"]}
    # The length of the Betriebswirt is of 2001 and marked as doubted in its file, its price is of one provider.
    assert steps["betriebswirt-bbig"]["doubted"] == ["months", "price"]
    assert "2030-08?" in words(augsburg, *GOAL)
    assert "? doubted." in words(augsburg, *GOAL)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        # One chamber for the whole Land is certain, of nine none is.
        ("HH", "ask Handelskammer Hamburg (ihk.de/hamburg)"),
        ("BY", "ask your IHK (9 in Bavaria)"),
    ],
)
def test_the_chamber_is_named_where_it_is_known(augsburg: Prompt, state: str, said: str) -> None:
    assert said.split(" (")[1] in words(augsburg, *GOAL, "--state", state)
    assert "0800\u00a04\u00a05555\u00a000" in augsburg(*GOAL, "--state", state, width=120).out
    asked = plan(augsburg, "--state", state)["ask"]
    assert (asked["kind"], asked["sure"], asked["candidates"]) == ("ihk", state == "HH", 1 if state == "HH" else 9)


def test_what_comes_behind_practice_of_unknown_length_is_later(augsburg: Prompt) -> None:
    found = augsburg("plan", "cto", "--json").json["result"]
    sure = [(step["id"], step["sure"]) for step in found["steps"]]
    assert sure[:3] == [
        ("fw-buero-projekt", True),
        ("assistenz-der-geschaeftsfuehrung", True),
        ("projektmanager", False),
    ]
    page = words(augsburg, "plan", "cto")
    assert "then Project manager" in page
    assert "or later" in page


def test_a_plan_is_begun_and_next_done_and_checklist_know_it(augsburg: Prompt) -> None:
    assert augsburg(*GOAL, "--begin").code == 0
    kept = yaml.safe_load((augsburg.home / "progress.yaml").read_text(encoding="utf-8"))
    assert kept["plans"]["operations-manager"]["paths"] == [
        {"role": "backoffice-manager", "path": "fw-wirtschaft", "begins": "2027-03"},
        {"role": "operations-manager", "path": "betriebswirt-bbig", "begins": "2028-09"},
    ]
    following = augsburg("next", "--json").json["result"]
    assert {(step["role"], step["path"]) for step in following["steps"]} == {("backoffice-manager", "fw-wirtschaft")}
    (ahead,) = following["plans"]
    assert (ahead["path"], ahead["begins"], ahead["later"]) == (
        "fw-wirtschaft",
        "2027-03",
        [{"role": "operations-manager", "path": "betriebswirt-bbig", "begins": "2028-09"}],
    )
    # Of the nine paths of the role the planned one is meant, in ticks as in the checklist. She may begin it: that step is done.
    assert augsburg("done", "backoffice-manager", "check-admission").code == 0
    listed = augsburg("checklist", "backoffice-manager", "--json").json["result"]
    assert listed["path"]["id"] == "fw-wirtschaft"
    assert [step["id"] for step in listed["steps"] if step["state"] == "done"] == ["admission", "check-admission"]
    # Its calendar begins in the planned month, without --start.
    todos = Calendar.from_ical(augsburg("checklist", "backoffice-manager", "--output", "ics").out).walk("VTODO")
    assert len(todos) == listed["progress"]["total"]


def test_a_path_whose_steps_are_settled_counts_and_the_plan_goes_on(augsburg: Prompt) -> None:
    augsburg(*GOAL, "--begin")
    steps = augsburg("checklist", "backoffice-manager", "--json").json["result"]["steps"]
    assert augsburg("done", "backoffice-manager", *(step["id"] for step in steps if step["state"] == "open")).code == 0
    (ahead,) = augsburg("next", "--json").json["result"]["plans"]
    assert (ahead["path"], ahead["begins"], ahead["later"]) == ("betriebswirt-bbig", "2028-09", [])
    found = augsburg("plan", "operations-manager", "--json").json["result"]
    # Without the Fachwirt, and in the month that was planned.
    assert [(step["id"], step["begins"]) for step in found["steps"] if step["kind"] == "training"] == [
        ("betriebswirt-bbig", "2028-09")
    ]
    assert found["begun"] == "2026-11-24"


def test_a_plan_is_given_up_and_ticks_stay(augsburg: Prompt) -> None:
    refused = augsburg(*GOAL, "--give-up", "--json")
    assert (refused.code, refused.json["problems"][0]["code"]) == (1, "no-plan")
    augsburg(*GOAL, "--begin")
    assert augsburg(*GOAL, "--give-up").code == 0
    following = augsburg("next", "--json").json["result"]
    assert (following["plans"], [path["id"] for path in following["paths"]]) == ([], ["fw-wirtschaft"])
    # A format that it lacks is refused before anything is kept.
    assert augsburg(*GOAL, "--begin", "--output", "todotxt").code == 2
    assert augsburg("next", "--json").json["result"]["plans"] == []


def test_the_calendar_of_a_plan_says_what_its_page_says(augsburg: Prompt) -> None:
    found = plan(augsburg)
    text = augsburg(*GOAL, "--output", "ics").out
    calendar = vobject.readOne(text)
    todos = {str(todo.summary.value): todo for todo in calendar.vtodo_list}
    course = todos["Certified business administration specialist"]
    assert (course.dtstart.value, course.due.value) == (date(2027, 3, 1), date(2028, 8, 31))
    assert "ends 2028-02 to 2028-08" in course.description.value
    role = todos["Operations manager"]
    assert role.dtstart.value == date(2030, 9, 1)
    assert not hasattr(role, "due")
    # Trainings and roles, and three things to do within seven days of 24 November.
    assert len(todos) == len(found["steps"]) + 3
    assert todos["lay out certificates, proof of practice"].due.value == date(2026, 11, 30)
    assert not hasattr(calendar, "vevent_list")


@pytest.mark.parametrize("line", [GOAL, ("checklist", "backoffice-manager", "fw-wirtschaft", "--start", "2027-03")])
def test_events_stand_beside_to_dos_as_whole_days(augsburg: Prompt, line: tuple[str, ...]) -> None:
    assert augsburg(*line, "--events").code == 2
    calendar = Calendar.from_ical(augsburg(*line, "--output", "ics", "--events").out)
    todos, events = calendar.walk("VTODO"), calendar.walk("VEVENT")
    dated = [todo for todo in todos if "DUE" in todo or "DTSTART" in todo]
    assert len(events) == len(dated)
    assert len({str(one["UID"]) for one in (*todos, *events)}) == len(todos) + len(events)
    for todo, event in zip(dated, events, strict=True):
        day = (todo["DUE"] if "DUE" in todo else todo["DTSTART"]).dt
        # RFC 5545, 3.6.1: an event of one day ends, not inclusive, on the next one.
        assert (event["DTSTART"].dt, event["DTEND"].dt.toordinal()) == (day, day.toordinal() + 1)
        assert event["TRANSP"] == "TRANSPARENT"
