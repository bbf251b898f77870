"""Whether a path pays off, counted with net pay: when it is, that the answer says so, and that gross stays what it was."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from tests.conftest import Prompt

WORDS = ("paths", "operations-manager", "--from", "backoffice-manager")
KNOWN = ("tax-class", "1", "children", "0", "church", "no")


def answer(prompt: Prompt, *words: str, day: date = date(2026, 11, 24)) -> dict[str, Any]:
    result: dict[str, Any] = prompt(*WORDS, *words, "--json", day=day).json["result"]
    return result


def net_of(prompt: Prompt, gross_year: int) -> float:
    words = ("--tax-class", "1", "--children", "0", "--no-church", "--no-me")
    return float(prompt("net", f"{gross_year / 12:.2f}", *words, "--json").json["result"]["net"])


def test_gross_pay_is_counted_until_the_person_is_known_well_enough(prompt: Prompt) -> None:
    plain = answer(prompt)["from"]
    assert (plain["counted"], plain["gain_month_net"], plain["pay_date"]) == ("gross", None, None)
    text = " ".join(prompt(*WORDS, "--full").out.split())
    assert "Counted with gross pay" in text
    assert "jobcli me set tax-class 1 children 0 church no" in text
    for pair in (KNOWN[:4], ("church", "yes")):
        # Church without a Land is not enough.
        prompt("me", "set", *pair)
        assert answer(prompt)["from"]["counted"] == "gross"
    for words in (WORDS, ("route", "backoffice-manager", "operations-manager")):
        assert "tell the Land once: jobcli me set state BY" in " ".join(prompt(*words, "--full").out.split())
    prompt("me", "set", "state", "BY")
    assert answer(prompt)["from"]["counted"] == "net"


def test_the_net_gain_is_the_difference_of_two_payslips(prompt: Prompt) -> None:
    plain = answer(prompt)
    prompt("me", "set", *KNOWN)
    known = answer(prompt)
    left = known["from"]
    new, present = left["new_gross_year"], left["present_gross_year"]
    # Ranges of a year are whole euros.
    expected = net_of(prompt, new["p50"]) - net_of(prompt, present["p50"])
    assert left["gain_month_net"]["middle"] == pytest.approx(expected, abs=0.1)
    for case in ("best", "middle", "worst"):
        assert 0 < left["gain_month_net"][case] / left["gain_month"][case] < 1
    # Keys that were there say what they said.
    assert left["gain_month"] == plain["from"]["gain_month"]
    assert known["from_me"] == ["tax-class", "children", "church"]
    path, before = (next(item for item in found["paths"] if item["worth"]) for found in (known, plain))
    middle, gross = path["worth"]["middle"], before["worth"]["middle"]
    assert middle["gain_month"] == gross["gain_month"]
    assert middle["gain_month_net"] == left["gain_month_net"]["middle"]
    assert middle["paid_after"] == math.ceil(middle["cost"] / middle["gain_month_net"]) >= gross["paid_after"]


def test_the_page_shows_both_gains_and_says_which_one_is_counted(prompt: Prompt) -> None:
    prompt("me", "set", *KNOWN)
    text = " ".join(prompt(*WORDS, "--full").out.split())
    assert "Gain, gross" in text
    assert "Gain, net" in text
    assert "Counted with net pay, figures of 24 November 2026." in text
    assert "tax class I, no child under 25, no church tax (jobcli me show)" in text
    assert "Counted with gross pay" in prompt(*WORDS, "--no-me", "--full").out


def test_a_day_without_payroll_figures_counts_gross_and_says_so(prompt: Prompt) -> None:
    prompt("me", "set", *KNOWN)
    assert answer(prompt, day=date(2027, 2, 1))["from"]["counted"] == "gross"
    assert "For 1 February 2027 no payroll figures are law yet." in " ".join(
        prompt(*WORDS, "--full", day=date(2027, 2, 1)).out.split()
    )


# The ways from one role to another

ROUTE = ("route", "backoffice-manager", "operations-manager", "--by", "months", "--ways", "3")


def test_a_way_is_paid_back_out_of_net_pay_where_the_person_is_known(prompt: Prompt) -> None:
    gross = prompt(*ROUTE, "--json").json["result"]
    prompt("me", "set", *KNOWN)
    known = prompt(*ROUTE, "--json").json["result"]
    assert [gross["counted"], gross["pay_date"], known["counted"], known["pay_date"]] == [
        "gross",
        None,
        "net",
        "2026-11-24",
    ]
    # The first way that costs something.
    place = next(place for place, way in enumerate(known["ways"]) if way["own_cost"] and way["own_cost"]["high"])
    before, after = gross["ways"][place], known["ways"][place]
    # Keys that were there say what they said.
    assert (before["gain_year"], before["gain_year_net"]) == (after["gain_year"], None)
    leg = after["legs"][0]
    net = 12 * (net_of(prompt, leg["pay_after"]) - net_of(prompt, leg["pay_before"]))
    # Ranges of a year are whole euros.
    assert after["gain_year_net"] == leg["gain_year_net"] == pytest.approx(net, abs=1.1)
    cost = (after["own_cost"]["low"] + after["own_cost"]["high"]) / 2
    for way, gain in ((before, before["gain_year"]), (after, after["gain_year_net"])):
        assert way["paid_after"] == math.ceil(cost / (gain / 12))
    assert after["paid_after"] > before["paid_after"]


def test_a_route_says_whether_its_gains_are_net(prompt: Prompt) -> None:
    def text(*words: str, day: date = date(2026, 11, 24)) -> str:
        return " ".join(prompt(*ROUTE, "--full", *words, day=day).out.split())

    assert "Gains are gross, before taxes. For net pay, tell once" in text()
    prompt("me", "set", *KNOWN)
    assert "Paid back out of the net gain, figures of 24 November 2026." in text()
    assert " net " in text()
    assert "Gains are gross" in text("--no-me")
    assert "For 1 February 2027 no payroll figures are law yet." in text(day=date(2027, 2, 1))


def test_own_pay_counts_on_a_day_whose_figures_are_no_law_yet(prompt: Prompt) -> None:
    prompt("me", "set", *KNOWN, "pay", "3100")
    told = answer(prompt, day=date(2027, 2, 1))["from"]
    assert told["counted"] == "gross"
    # 3,100 euros a month are what the person earns, whatever the estimate of the role says.
    expected = told["new_gross_year"]["p50"] / 12 - 3_100
    assert told["gain_month"]["middle"] == pytest.approx(expected, abs=0.01)
