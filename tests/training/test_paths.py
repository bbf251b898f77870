"""The command `paths`: all training paths of a role side by side, with the money."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from jobcli.training.gate import ACCESSES
from tests.conftest import ROOT, Prompt, Write


def rows(prompt: Prompt, *words: str) -> list[dict[str, Any]]:
    """The rows of `paths` as a program reads them."""
    outcome = prompt("paths", "--full", *words, "--json")
    assert outcome.code == 0, outcome.out
    found: list[dict[str, Any]] = outcome.json["result"]["paths"]
    return found


def one(prompt: Prompt, path: str, *words: str) -> dict[str, Any]:
    return next(row for row in rows(prompt, *words) if row["id"] == path)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_path_of_the_role_is_a_row_with_its_id(prompt: Prompt) -> None:
    shown = prompt("show", "backoffice-manager", "--json").json["result"]["role"]["paths"]
    assert sorted(row["id"] for row in rows(prompt, "backoffice-manager")) == sorted(path["id"] for path in shown)


def test_a_price_that_is_not_known_is_null_and_the_sum_at_least_the_rest(prompt: Prompt) -> None:
    # The Bachelor Professional: an examination of 1,127 to 1,225 euros, the course is not known. 1,127 / 4 = 281.75.
    row = one(prompt, "bachelor-professional-it", "cto")
    assert (row["exam"]["min"], row["course"]) == (1127, None)
    assert row["cost"] == {"low": 1127, "high": 1225, "complete": False}
    assert row["own_cost"] == {"low": 281.75, "high": 1225, "complete": False, "afbg_counted": "perhaps"}
    text = flat(prompt("paths", "--full", "cto").out)
    assert (
        "at least €282 to €306 (typical for such courses) with Aufstiegs-BAföG and a passed exam, else at least" in text
    )


def test_a_path_without_any_price_costs_an_unknown_sum_and_not_nothing(prompt: Prompt) -> None:
    row = one(prompt, "quer-office", "backoffice-manager")
    assert (row["cost"], row["own_cost"], row["afbg"]) == (None, None, None)


def test_a_price_that_is_typical_says_so_in_every_sum(prompt: Prompt) -> None:
    # 3,000 + 690 = 3,690 and 8,000 + 1,092 = 9,092 euros; a quarter of each is 922.50 and 2,273.
    row = one(prompt, "fw-buero-projekt", "backoffice-manager")
    assert row["typical"] == ["course", "exam"]
    assert row["cost"] == {"low": 3690, "high": 9092, "complete": True}
    text = flat(prompt("paths", "--full", "backoffice-manager").out)
    assert "€923 to €2,273 (typical for such courses) with Aufstiegs-BAföG and a passed exam" in text
    assert "€922.50 to €2,273.00 remain (from typical prices)" in text
    assert one(prompt, "betriebswirt-bbig", "backoffice-manager")["typical"] == []


def test_course_and_examination_are_summed_and_calculated_to_the_cent(prompt: Prompt) -> None:
    row = one(prompt, "betriebswirt-bbig", "backoffice-manager")
    # 4,300 + 1,193 = 5,493; half of it 2,746.50; half of the loan 1,373.25
    lines = {line["item"]: line["low"] for line in row["afbg"]["lines"]}
    assert lines["fees"] == 5493
    assert lines["grant"] == lines["loan"] == 2746.5
    assert lines["remission"] == lines["remains"] == 1373.25
    text = prompt("paths", "--full", "backoffice-manager", lang="de").out
    assert "1.373,25\u00a0€" in text


def test_the_land_of_the_person_decides_the_bonus(prompt: Prompt) -> None:
    def bonus(land: str) -> dict[str, Any]:
        funding = one(prompt, "fw-wirtschaft", "backoffice-manager", "--state", land)["funding"]
        found: dict[str, Any] = next(item for item in funding if item["id"] == "meisterbonus")
        return found

    assert [amount["value"] for amount in bonus("BY")["amounts"]] == [3000]
    assert bonus("NW")["verdict"] == "does-not-apply"
    assert bonus("BE")["amounts"] == []


def test_what_the_person_keeps_in_the_settings_counts_and_is_said(prompt: Prompt) -> None:
    assert prompt("me", "set", "state", "BY").code == 0
    outcome = prompt("paths", "--full", "backoffice-manager", "--json")
    assert outcome.json["result"]["from_me"] == ["state"]
    row = next(row for row in outcome.json["result"]["paths"] if row["id"] == "fw-wirtschaft")
    bonus = next(item for item in row["funding"] if item["id"] == "meisterbonus")
    assert [amount["value"] for amount in bonus["amounts"]] == [3000]
    assert prompt("paths", "--full", "backoffice-manager", "--no-me", "--json").json["result"]["from_me"] == []


def test_who_has_a_master_gets_no_aufstiegs_bafoeg_and_pays_all(prompt: Prompt) -> None:
    row = one(prompt, "betriebswirt-bbig", "backoffice-manager", "--education", "master")
    assert row["own_cost"] == {"low": 5493, "high": 5493, "complete": True, "afbg_counted": "no"}
    assert row["afbg"] is None


def test_teaching_hours_that_are_told_close_the_question_or_settle_it(prompt: Prompt) -> None:
    def grant(hours: str) -> dict[str, Any]:
        funding = one(prompt, "fw-wirtschaft", "backoffice-manager", "--course-hours", hours)["funding"]
        found: dict[str, Any] = next(item for item in funding if item["id"] == "afbg")
        return found

    # § 2 AFBG: 400 teaching hours
    assert "hours" in [condition["id"] for condition in grant("400")["met"]]
    assert [condition["id"] for condition in grant("399")["against"]] == ["hours"]


@pytest.mark.parametrize("order", ["time", "cost", "own-cost"])
def test_the_best_comes_first_and_what_is_not_known_last(prompt: Prompt, order: str) -> None:
    # Who has told nothing may begin an apprenticeship; whether a Fachwirt is open to them is not known.
    every = rows(prompt, "backoffice-manager", "--sort", order)
    found = [row for row in every if (row["access"], row["purpose"]) == ("unknown", "leads")]
    if order == "time":
        known = [row["months"]["min"] for row in found if row["months"]]
        assert known == sorted(known)
        unknown = [row["months"] is None for row in found]
        assert unknown[-1]
    else:
        key = order.replace("-", "_")
        sums = [row[key] for row in found if row[key]]
        assert sums == sorted(sums, key=lambda item: (not item["complete"], item["low"], item["high"]))
        unknown = [row[key] is None for row in found]
    assert unknown == sorted(unknown)


CLERK = ("--qualifications", "ausb-bueromanagement", "--experience", "8")


def test_what_one_may_begin_now_comes_first_and_what_only_helps_has_its_own_list(prompt: Prompt) -> None:
    """IndFachwirtPrV § 2: open after a commercial apprenticeship; GepBetrWMAProBusManFV § 2: after a Fachwirt; the second
    apprenticeship is not needed, and Six Sigma makes nobody an operations manager."""
    found = rows(prompt, "operations-manager", *CLERK)
    shown = {row["id"]: row["access"] for row in found}
    assert [shown[name] for name in ("fw-industrie", "betriebswirt-bbig", "ausb-industriekauf")] == [
        "open",
        "after",
        "not-needed",
    ]
    leading = [ACCESSES.index(row["access"]) for row in found if row["purpose"] == "leads"]
    assert found[0]["id"] == "fw-industrie"
    assert leading == sorted(leading)
    assert [row["purpose"] for row in found] == ["leads"] * len(leading) + ["helps"] * (len(found) - len(leading))
    page = prompt("paths", "--full", "operations-manager", *CLERK, width=80).out
    headings = ["Open to you now", "Open after other training", "Not needed", "What only helps in the role"]
    places = [page.index(text) for text in headings]
    assert places == sorted(places)
    assert page.index("six-sigma-green") > places[-1] > page.index("ausb-industriekauf")


def test_what_comes_first_is_counted_with_the_path(prompt: Prompt) -> None:
    found = next(row for row in rows(prompt, "operations-manager", *CLERK) if row["id"] == "betriebswirt-bbig")
    # The Fachwirt takes 12 to 18 months and 3,900 to 3,997 + 690 euros, the Betriebswirt 8 to 24 and 4,300 + 1,193.
    # AFBG leaves a quarter (AFBG § 12, § 13b): (4,590 + 5,493) / 4 = 2,520.75; the most is without it.
    assert found["comes_first"] == {
        "paths": ["fw-wirtschaft"],
        "years": 0,
        "months": {"min": 20, "max": 42, "complete": True},
        "cost": {"low": 10083, "high": 10180, "complete": True},
        "own_cost": {"low": 2520.75, "high": 10180, "complete": True},
    }
    present = ("--from", "kaufmann-bueromanagement")
    found = next(
        row for row in rows(prompt, "operations-manager", *CLERK, *present) if row["id"] == "betriebswirt-bbig"
    )
    middle = found["worth"]["middle"]
    assert (middle["cost"], middle["months"]) == ((2520.75 + 10180) / 2, 31)
    text = prompt("paths", "--full", "operations-manager", *CLERK, width=100).out
    assert "fw-wirtschaft; together 20 to 42 months and €10,083 to €10,180" in text


def test_years_in_the_job_that_are_lacking_are_named_and_counted(prompt: Prompt) -> None:
    """Controller: three years of practice after a commercial apprenticeship; who has one lacks two, which are 24 months."""
    words = ("--qualifications", "ausb-bueromanagement", "--experience", "1")
    found = next(row for row in rows(prompt, "controller", *words) if row["id"] == "controller-ihk")
    assert (found["access"], found["comes_first"]["years"]) == ("after-practice", 2)
    months = found["months"]
    assert found["comes_first"]["months"]["min"] == months["min"] + 24
    assert "2 years of practice; together" in prompt("paths", "--full", "controller", *words, width=100).out


def test_the_gain_is_the_difference_of_the_two_estimates_of_the_same_person(prompt: Prompt) -> None:
    person = ("--state", "BY", "--tenure", "5")
    # With another employer the years there begin at 0.
    new, present = (
        prompt("estimate", role, "--state", "BY", "--tenure", years, "--json").json["result"]["estimates"][0][
            "gross_year"
        ]
        for role, years in (("operations-manager", "0"), ("backoffice-manager", "5"))
    )
    worth = one(prompt, "betriebswirt-bbig", "operations-manager", "--from", "backoffice-manager", *person)["worth"]
    assert worth["middle"]["gain_month"] == pytest.approx((new["p50"] - present["p50"]) / 12, abs=0.01)
    assert worth["best"]["gain_month"] > worth["middle"]["gain_month"] > worth["worst"]["gain_month"]
    assert worth["ranges_overlap"] == (new["p25"] <= present["p75"])


def test_a_difference_that_may_be_a_loss_is_said_in_words(prompt: Prompt) -> None:
    text = flat(prompt("paths", "--full", "office-manager", "--from", "backoffice-manager").out)
    assert "The difference may also lie below zero: then it never pays off." in text
    text = flat(prompt("paths", "--full", "operations-manager", "--from", "backoffice-manager").out)
    assert "Counted with gross pay, before taxes" in text
    assert "moved most by the difference in pay" in text


def test_a_role_that_pays_less_does_not_pay_off(prompt: Prompt) -> None:
    row = one(prompt, "betriebswirt-bbig", "backoffice-manager", "--from", "cto")
    assert row["worth"]["middle"]["paid_after"] is None
    assert "does not pay off" in flat(prompt("paths", "--full", "backoffice-manager", "--from", "cto").out)


def test_the_gain_is_told_even_where_no_path_has_a_price(prompt: Prompt) -> None:
    result = prompt("paths", "--full", "cdo", "--from", "backoffice-manager", "--json").json["result"]
    before = result["from"]
    expected = (before["new_gross_year"]["p50"] - before["present_gross_year"]["p50"]) / 12
    assert before["gain_month"]["middle"] == pytest.approx(expected, abs=0.01)


def test_without_a_present_role_nothing_is_said_of_worth(prompt: Prompt) -> None:
    assert one(prompt, "betriebswirt-bbig", "backoffice-manager")["worth"] is None
    assert prompt("paths", "--full", "backoffice-manager", "--json").json["result"]["from"] is None


def test_the_role_in_the_settings_stands_for_from_and_is_said(prompt: Prompt) -> None:
    flagged = prompt("paths", "--full", "operations-manager", "--from", "backoffice-manager", "--json").json["result"]
    prompt("me", "set", "role", "backoffice-manager")
    kept = prompt("paths", "--full", "operations-manager", "--json").json["result"]
    assert kept == {**flagged, "from_me": ["role"]}
    assert "From your settings: present role backoffice-manager (jobcli me show)." in flat(
        prompt("paths", "--full", "operations-manager").out
    )
    for words in (("operations-manager", "--no-me"), ("backoffice-manager",)):
        result = prompt("paths", "--full", *words, "--json").json["result"]
        assert (result["from"], result["from_me"]) == (None, [])
    other = prompt("paths", "--full", "operations-manager", "--from", "cto", "--json").json["result"]
    assert (other["from"]["role"], other["from_me"]) == ("cto", [])


@pytest.mark.parametrize("setting", ["role: long-gone", "qualifications: no-more"])
def test_settings_that_name_what_is_gone_are_one_clear_message(prompt: Prompt, write: Write, setting: str) -> None:
    write("home/me.yaml", f"version: 1\nsettings: {{{setting}}}\n")
    outcome = prompt("paths", "--full", "cto", width=200)
    assert (outcome.code, outcome.out) == (1, "")
    assert setting.split()[1] in outcome.err
    assert "--no-me" in outcome.err
    assert prompt("paths", "--full", "cto", "--no-me").code == 0


@pytest.mark.parametrize(
    ("words", "met", "text"),
    [
        # FachkBüroPrV 2012: a commercial trade and one year, another and two, or five years of practice.
        (
            ("--qualifications", "ausb-industriekauf", "--experience", "1"),
            True,
            "yes, with ausb-industriekauf and 1 year of practice",
        ),
        (("--experience", "5"), True, "yes, with 5 years of practice"),
        (
            ("--experience", "4", "--education", "none"),
            False,
            "no, because your education holds no training that counts; without one it takes at least 5 years of practice",
        ),
        (("--experience", "0"), False, "no, because it takes at least 1 year of practice"),
        (("--experience", "4"), None, "not known; to be settled: your qualifications (--qualifications)"),
        # Any other recognised apprenticeship counts with two years.
        (("--experience", "2", "--education", "apprenticeship"), True, "yes, with 2 years of practice"),
        (("--qualifications", "ausb-industriekauf"), None, "not known; to be settled: your years of practice"),
        # An age says how many years may lie behind a person, not which practice.
        (("--age", "50"), None, "your highest education (--education), your years of practice (--experience)"),
    ],
)
def test_it_says_whether_i_meet_the_admission(
    prompt: Prompt, words: tuple[str, ...], *, met: bool | None, text: str
) -> None:
    row = one(prompt, "fw-buero-projekt", "backoffice-manager", *words)
    assert row["admission_met"] is met
    assert bool(row["admission_reason"]["missing"]) == (met is None)
    block = (
        prompt("paths", "--full", "backoffice-manager", *words).out.split("  fw-buero-projekt\n")[1].split("\n\n")[0]
    )
    assert text in flat(block)


def test_qualifications_and_experience_in_the_settings_count_and_the_line_wins(prompt: Prompt) -> None:
    prompt("me", "set", "qualifications", "ausb-industriekauf", "experience", "1")
    result = prompt("paths", "--full", "backoffice-manager", "--json").json["result"]
    assert result["from_me"] == ["experience", "qualifications"]
    row = next(row for row in result["paths"] if row["id"] == "fw-buero-projekt")
    assert row["admission_reason"] == {
        "completed": False,
        "by": {"way": 0, "training": "ausb-industriekauf", "years": 1},
        "missing": [],
        "against": [{"way": 1, "lacking": ["practice"], "years": 2}, {"way": 2, "lacking": ["practice"], "years": 5}],
    }
    assert (
        flat(prompt("paths", "--full", "backoffice-manager", "--qualifications", "zertifikat-office").out).count(
            "completed this path"
        )
        == 1
    )
    other = one(prompt, "fw-buero-projekt", "backoffice-manager", "--qualifications", "zertifikat-office")
    assert other["admission_met"] is None
    assert one(prompt, "fw-buero-projekt", "backoffice-manager", "--no-me")["admission_met"] is None


def test_the_long_texts_come_with_explain_and_json_has_them_always(prompt: Prompt) -> None:
    short, long = (prompt("paths", "--full", "backoffice-manager", *words).out for words in ((), ("--explain",)))
    assert "Add --explain" in flat(short)
    assert "Add --explain" not in flat(long)
    for text in ("Ask the employment agency.", "Without passing, €2,746.50 or more remain."):
        assert text in flat(long)
        assert text not in flat(short)
    assert len(short.splitlines()) < 0.65 * len(long.splitlines())
    assert (
        prompt("paths", "--full", "backoffice-manager", "--json").out
        == prompt("paths", "--full", "backoffice-manager", "--explain", "--json").out
    )
    for amount in ("€5,493.00", "€2,746.50", "€1,373.25"):
        assert amount in flat(short)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_page_names_the_next_command_and_fits_the_terminal(prompt: Prompt, lang: str, width: int) -> None:
    outcome = prompt("paths", "--full", "operations-manager", "--from", "backoffice-manager", lang=lang, width=width)
    assert max(len(line) for line in outcome.out.splitlines()) <= width
    assert "jobcli checklist operations-manager fw-industrie" in flat(outcome.out.replace("\\\n", ""))
    assert outcome.err == ""


@pytest.mark.parametrize(("lang", "width"), [("de", 100), ("en", 120)])
def test_no_amount_of_the_table_is_cut(prompt: Prompt, lang: str, width: int) -> None:
    for role in prompt("list", "--json").json["result"]["roles"]:
        table = prompt("paths", "--full", role["id"], lang=lang, width=width).out.split("\n\n")[1]
        shown = [int(re.sub(r"\D", "", number)) for number in re.findall(r"€[\d,]+|[\d.]+\u00a0€", table)]
        every = rows(prompt, role["id"])
        # What only helps has no row, unless there is nothing else.
        priced = [row for row in every if row["purpose"] == "leads"] or every
        wanted = [row["own_cost"]["low"] for row in priced if row["own_cost"]]
        wanted += [row["cost"]["high"] for row in priced if row["cost"]]
        assert {round(amount + 1e-9) for amount in wanted} <= set(shown), role["id"]


def test_the_table_for_programs_leaves_empty_what_is_not_known(prompt: Prompt) -> None:
    outcome = prompt("paths", "--full", "backoffice-manager", "--output", "csv")
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(outcome.out))}
    assert (table["betriebswirt-bbig"]["cost_low"], table["betriebswirt-bbig"]["own_low"]) == ("5493.00", "1373.25")
    assert (table["quer-office"]["cost_low"], table["quer-office"]["months_min"]) == ("", "")


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (("backofice",), 1, "unknown-role"),
        (("backoffice-manager", "--sort", "price"), 2, "unknown-order"),
        (("backoffice-manager", "--education", "wizard"), 2, "unknown-education"),
        (("backoffice-manager", "--from", "backoffice-manager"), 2, "same-role"),
        (("backoffice-manager", "--qualifications", "fw-wirtschft"), 2, "unknown-qualification"),
        (("backoffice-manager", "--from", "nobody"), 1, "unknown-role"),
        (("backoffice-manager", "--state", "Bayrn"), 2, "unknown-state"),
        (("backoffice-manager", "--age", "20", "--tenure", "10"), 2, "contradiction"),
        ((), 2, "missing-argument"),
    ],
)
def test_wrong_input_is_one_clear_message(prompt: Prompt, words: tuple[str, ...], code: int, problem: str) -> None:
    outcome = prompt("paths", "--full", *words, "--json")
    assert (outcome.code, outcome.json["result"]) == (code, None)
    assert [item["code"] for item in outcome.json["problems"]] == [problem]


def test_a_role_without_paths_is_one_clear_message(prompt: Prompt, write: Write) -> None:
    source = ROOT / "docs" / "profile-format.md"
    block = source.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    file = write("own/shortest.yaml", block)
    outcome = prompt("paths", "--full", "shortest", "--profiles", str(file.parent))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines()[0] == "The profile of 'shortest' names no training path."


def test_both_commands_stand_in_one_panel_of_the_help(prompt: Prompt) -> None:
    text = prompt("--help").out
    assert text.count("\nWalk\n") == 1
    walk = text.split("\nWalk\n")[1].split("\n\n")[0]
    assert "paths" in walk
    assert "checklist" in walk
