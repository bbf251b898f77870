"""A move is to another employer: the years there begin at 0, those in working life go on, and own pay is held against that."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Prompt

CLERK, GOAL = "kaufmann-bueromanagement", "backoffice-manager"
YEARS = ("--experience", "12", "--tenure", "8")


def middle(prompt: Prompt, role: str, *words: str) -> int:
    (found,) = prompt("estimate", role, *words, "--json").json["result"]["estimates"]
    value: int = found["gross_year"]["p50"]
    return value


def result(prompt: Prompt, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = prompt(*words, "--json").json["result"]
    return found


def asked(prompt: Prompt, *words: str) -> dict[str, tuple[int, int, str]]:
    """By command: what the present role and the other one pay, and with whom the move is."""
    way = result(prompt, "route", CLERK, GOAL, *words, "--ways", "1")
    (leg,) = way["ways"][0]["legs"]
    ways = result(prompt, "paths", GOAL, "--from", CLERK, *words)["from"]
    plan = result(prompt, "plan", GOAL, "--role", CLERK, *words)
    fits = result(prompt, "match", "--role", CLERK, *words, "--top", "99")
    pays = {row["id"]: row["gross_year"]["p50"] for row in fits["roles"]}
    now = ways["own_pay_year"] or ways["present_gross_year"]["p50"]
    return {
        "route": (leg["pay_before"], leg["pay_after"], way["employer"]),
        "paths": (now, ways["new_gross_year"]["p50"], ways["employer"]),
        "plan": (plan["pay_year"], plan["steps"][-1]["pay_year"], plan["employer"]),
        "match": (pays[CLERK] if ways["own_pay_year"] is None else now, pays[GOAL], fits["employer"]),
    }


def test_with_a_new_employer_the_years_there_begin_anew(prompt: Prompt) -> None:
    now, anew = middle(prompt, CLERK, *YEARS), middle(prompt, GOAL, "--experience", "12", "--tenure", "0")
    assert anew < middle(prompt, GOAL, *YEARS)
    assert set(asked(prompt, *YEARS).values()) == {(now, anew, "new")}
    # The years with an employer that were not told are those that go with the years that were.
    now = middle(prompt, CLERK, "--experience", "12")
    assert set(asked(prompt, "--experience", "12").values()) == {(now, anew, "new")}


def test_with_the_same_employer_they_go_on(prompt: Prompt) -> None:
    both = middle(prompt, CLERK, *YEARS), middle(prompt, GOAL, *YEARS)
    assert set(asked(prompt, *YEARS, "--same-employer").values()) == {(*both, "same")}


def test_where_no_years_were_told_nothing_begins_anew(prompt: Prompt) -> None:
    both = middle(prompt, CLERK), middle(prompt, GOAL)
    assert set(asked(prompt).values()) == {(*both, "untold")}


def test_own_pay_is_held_against_the_other_role_with_the_new_employer(prompt: Prompt) -> None:
    anew = middle(prompt, GOAL, "--experience", "12", "--tenure", "0")
    prompt("me", "set", "pay", "3100")
    # 12 times 3,100 euros.
    assert set(asked(prompt, *YEARS).values()) == {(37_200, anew, "new")}
    found = result(prompt, "match", "--role", CLERK, *YEARS, "--top", "99")["roles"]
    (gain,) = (row["gain"] for row in found if row["id"] == GOAL)
    assert gain["gain_year"] == anew - 37_200
    way = result(prompt, "route", CLERK, GOAL, *YEARS)
    assert (way["own_pay_year"], way["ways"][0]["gain_year"]) == (37_200, anew - 37_200)


@pytest.mark.parametrize(
    "words",
    [
        ("route", CLERK, GOAL),
        ("paths", GOAL, "--from", CLERK),
        ("match", "--role", CLERK),
        ("plan", GOAL, "--role", CLERK),
    ],
)
def test_every_page_says_with_whom_it_is(prompt: Prompt, words: tuple[str, ...]) -> None:
    new = "pay gross. new employer" if words[0] == "plan" else "A new employer: your years there begin at 0"
    same = "pay gross. same employer" if words[0] == "plan" else "Your employer stays: your years there go on."
    full = ("--full",) if "--full" in prompt(words[0], "--help").out else ()
    for more, wanted, other in (((), new, same), (("--same-employer",), same, new)):
        text = " ".join(prompt(*words, *YEARS, *full, *more).out.split())
        assert wanted in text
        assert other not in text
    text = " ".join(prompt(*words, *full).out.split())
    assert new not in text
    assert same not in text
