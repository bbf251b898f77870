"""Net pay at the prompt: the payslip in each format, what is assumed, what is kept, what is refused, what is not loaded."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Prompt, tab

DEFAULTS = ("--tax-class", "1", "--children", "0", "--no-church", "--health-surcharge", "2.9")


def net(prompt: Prompt, *words: str) -> dict[str, Any]:
    outcome = prompt("net", *words, "--json")
    assert outcome.code == 0, outcome.out
    result: dict[str, Any] = outcome.json["result"]
    return result


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_payslip_of_the_contract_with_two_decimals(prompt: Prompt) -> None:
    # The example that programs were promised.
    outcome = prompt("net", "5000", "--church", "--state", "BY", "--pay-date", "2026-01-01", "--json")
    expected = (
        '"gross":5000.00,"net":3067.50,"deductions":{"wage_tax":782.41,"solidarity_surcharge":0.00,"church_tax":62.59,'
        '"pension":465.00,"unemployment":65.00,"health":437.50,"care":120.00,"private_health":0.00}'
    )
    assert expected in outcome.out
    result = outcome.json["result"]
    assert (result["per"], result["pay_date"], result["branch"]) == ("month", "2026-01-01", "ordinary")
    assert sum(line["amount"] for line in result["receipt"]) == pytest.approx(5000 - 3067.5)
    assert {line["since"] for line in result["receipt"]} == {"2026-01-01"}
    assert all(line["law"] and line["source"]["url"] for line in result["receipt"])


def test_the_pay_date_chooses_the_figures_and_is_today_by_default(prompt: Prompt) -> None:
    def pension(*words: str, day: date = date(2026, 11, 24)) -> float:
        answer = prompt("net", "9000", *words, "--json", day=day).json["result"]
        return float(answer["deductions"]["pension"])

    # Ceilings 8,050 and 8,450 euros a month, 9.3 %.
    assert (pension(), pension(day=date(2025, 3, 1))) == (785.85, 748.65)
    assert pension("--pay-date", "2025") == pension("--pay-date", "12.2025") == pension("--pay-date", "2025-12-31")
    assert pension("--pay-date", "01.01.2026") == 785.85


@pytest.mark.parametrize("day", ["2024-12-31", "2028-01-01"])
@pytest.mark.parametrize("words", [("net", "5000"), ("estimate", "cto", "--net")])
def test_a_pay_day_without_figures_names_the_days_that_have_some(
    prompt: Prompt, words: tuple[str, ...], day: str
) -> None:
    outcome = prompt(*words, "--pay-date", day, width=120)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        f"There are no payroll figures for {day}; they are known from 2025-01-01 to 2027-12-31.",
        "Choose a day among them: --pay-date 2027-12-31",
    ]


def test_after_the_last_known_day_today_is_refused_too(prompt: Prompt) -> None:
    outcome = prompt("net", "5000", "--json", day=date(2028, 1, 1))
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (1, "no-payroll-figures")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("5000", "--tax-class", "7"), "out-of-range", "--tax-class can be 1 to 6, not 7."),
        (("-5000",), "out-of-range", "Gross pay cannot be below zero."),
        (("--", "-5000"), "out-of-range", "AMOUNT can be 0 to 100,000,000, not -5000."),
        (("5000", "--children", "30"), "out-of-range", "--children can be 0 to 20, not 30."),
        (("5000", "--church"), "church-needs-land", "Church tax depends on the Land: 8 or 9 percent of the wage tax."),
        (
            ("5.00001",),
            "bad-number",
            "AMOUNT takes a number with at most two decimals, not '5.00001'.",
        ),
        (("5e3",), "bad-number", None),
        (("٣٠٠",), "bad-number", None),
        (("nan",), "bad-number", None),
        (("9" * 40,), "out-of-range", None),
        (("5000", "--child-allowances", "0.3"), "bad-number", "--child-allowances goes in steps of a half, not '0.3'."),
        (("5000", "--health-surcharge", "25"), "out-of-range", "--health-surcharge can be 0 to 10, not 25."),
        (("5000", "--private-health", "400", "--health-surcharge", "2"), "contradiction", None),
        (("5000", "--private-subsidy", "200"), "contradiction", None),
        (("5000", "--private-health", "200", "--private-subsidy", "201"), "contradiction", None),
        (("5000", "--children", "1", "--no-parent"), "contradiction", "--no-parent does not fit --children 1."),
        (("5000", "--per", "week"), "unknown-period", "No period 'week'."),
        (("5000", "--by", "age"), "unknown-factor", "'age' cannot be varied."),
        (("5000", "--pay-date", "2026-02-30"), "bad-date", "'2026-02-30' is no date."),
        ((), "missing-argument", "AMOUNT is missing."),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(
    prompt: Prompt, words: tuple[str, ...], code: str, message: str | None
) -> None:
    # What follows -- is no option, so --json stands before it.
    outcome = prompt("net", "--json", *words)
    problems = outcome.json["problems"]
    assert (outcome.code, len(problems), problems[0]["code"]) == (2, 1, code)
    assert problems[0]["hint"]
    if message:
        assert problems[0]["message"] == message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4.200", "4200"),
        ("4.200,50", "4200.50"),
        ("4,200.50", "4200.50"),
        ("1.234.567", "1234567"),
        ("4 200 €", "4200"),
        # Nothing is guessed.
        ("4.2001", None),
        ("4,200,5,0", None),
    ],
)
def test_a_number_with_thousands_is_read_as_it_is_written(prompt: Prompt, typed: str, meant: str | None) -> None:
    outcome = prompt("net", typed, "--json").json
    if meant is None:
        (problem,) = outcome["problems"]
        assert problem["hint"] == "Example: jobcli net 3500"
    else:
        assert outcome["result"] == prompt("net", meant, "--json").json["result"]


def test_amounts_may_have_a_comma_a_point_or_a_euro_sign(prompt: Prompt) -> None:
    assert net(prompt, "3500,50") == net(prompt, "3500.50") == net(prompt, "3500.5 €")
    assert net(prompt, "0")["net"] == 0


def test_classes_may_be_roman(prompt: Prompt) -> None:
    assert net(prompt, "3500", "--tax-class", "iv") == net(prompt, "3500", "--tax-class", "4")


def test_what_is_not_told_is_assumed_in_words_and_what_is_told_is_not(prompt: Prompt) -> None:
    text = flat(prompt("net", "4000").out)
    for words in ("Tax class I", "No child under 25", "for the childless", "No church tax", "2.9%", "Not in Saxony"):
        assert words in text
    ids = [item["id"] for item in net(prompt, "4000")["assumptions"]]
    assert ids == ["tax-class", "children", "childless", "church", "health-surcharge", "state"]
    assert net(prompt, "4000", *DEFAULTS, "--age", "30", "--state", "BE")["assumptions"] == [
        {"id": "childless", "rate": 0.6, "age": 23, "told": True}
    ]
    told = net(prompt, "4000", *DEFAULTS)
    assert told["deductions"] == net(prompt, "4000")["deductions"]


def test_class_ii_has_a_child_unless_one_says_otherwise(prompt: Prompt) -> None:
    assumed = net(prompt, "4000", "--tax-class", "2")
    assert {"id": "children", "children": 1} in assumed["assumptions"]
    assert assumed["deductions"]["care"] == 72
    assert net(prompt, "4000", "--tax-class", "2", "--children", "0")["deductions"]["care"] == 96


def test_what_a_higher_age_changes_is_said(prompt: Prompt) -> None:
    def ids(age: int, gross: str = "4000") -> set[str]:
        return {item["id"] for item in net(prompt, gross, *DEFAULTS, "--state", "BE", "--age", str(age))["assumptions"]}

    found = {age: ids(age) - {"childless"} for age in (63, 64, 65, 66, 67)}
    assert found == {
        63: set(),
        64: {"old-age-next"},
        65: {"old-age"},
        66: {"old-age", "unemployment-maybe"},
        67: {"old-age", "no-unemployment", "active-pension", "no-pension-drawn"},
    }
    assert "12.8% of pay, at most €608 a year" in flat(prompt("net", "4000", "--age", "65").out)
    assert net(prompt, "4000", "--age", "65")["wage_tax_year"]["allowances"]["old_age"] == 608


def test_what_an_exemption_from_pension_insurance_does_is_said(prompt: Prompt) -> None:
    def ids(gross: str, *words: str) -> list[str]:
        found = net(prompt, gross, *DEFAULTS[:4], "--no-church", *words)["assumptions"]
        return [item["id"] for item in found if item["id"] != "minijob-tax"]

    assert ids("500") == ["minijob-pension"]
    assert ids("174.99") == ids("2099.99", "--per", "year") == ["minijob-pension", "minijob-base"]
    assert ids("100", "--pension-exempt") == []
    assert "exempt-elsewhere" in ids("4000", "--pension-exempt")
    assert "exempt-elsewhere" not in ids("4000", "--no-pension-exempt")


def test_private_insurance_below_the_limit_of_compulsory_insurance_is_said(prompt: Prompt) -> None:
    # 77,400 euros a year in 2026 is 6,450 a month, and only more than that opens it (SGB V § 6 (1) no. 1).
    def said(gross: str) -> bool:
        found = net(prompt, gross, "--private-health", "400", "--pay-date", "2026")["assumptions"]
        return {"id": "private-limit", "most": 77400} in found

    assert [said(gross) for gross in ("603", "6450", "6450.01")] == [False, True, False]
    page = flat(prompt("net", "5000", "--private-health", "400").out)
    assert "open only above €77,400 gross a year" in page


def test_nothing_earned_has_no_sign(prompt: Prompt) -> None:
    assert "You keep €0.00 of €0.00" in prompt("net", "--", "-0").out


def test_all_tax_classes_beside_each_other(prompt: Prompt) -> None:
    result = net(prompt, "60000", "--per", "year", "--by", "tax-class", *DEFAULTS)
    taxes = [point["deductions"]["wage_tax"] for point in result["points"]]
    # The row of 60,000 in the official table for 2026; its class II has a child.
    assert [taxes[place] for place in (0, 2, 3, 4, 5)] == [9389, 4822, 9389, 15364, 15895]
    assert [point["chosen"] for point in result["points"]] == [True, False, False, False, False, False]
    assert [line.split()[0] for line in prompt("net", "5000", "--by", "tax-class").out.splitlines()[4:9]] == [
        "→",
        "II",
        "III",
        "IV",
        "V",
    ]


def test_along_gross_pay_each_point_says_how_much_of_more_is_kept(prompt: Prompt) -> None:
    result = net(prompt, "3210", "--by", "gross", *DEFAULTS)
    points = {point["gross"]: point for point in result["points"]}
    assert [point["gross"] for point in result["points"] if point["chosen"]] == [3210]
    assert list(points) == sorted(points)
    assert points[3000]["net"] == net(prompt, "3000", *DEFAULTS)["net"]
    more = net(prompt, "3100", *DEFAULTS)["net"]
    assert points[3000]["kept"] == pytest.approx((more - points[3000]["net"]) / result["more"], abs=1e-4)
    # A curve never has more lines than a page, however high the pay.
    assert len(net(prompt, "2000000", "--by", "gross")["points"]) < 30


@pytest.mark.parametrize("words", [(), ("--by", "tax-class"), ("--by", "gross")])
def test_as_a_table(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt("net", "5000", *words, "--output", "csv")
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) > 6
    if not words:
        assert [rows[1][4], rows[-1][4]] == ["5000.00", "3130.09"]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("words", [("--per", "year"), ("--by", "gross", "--per", "year"), ("--by", "tax-class")])
def test_no_number_is_cut(prompt: Prompt, words: tuple[str, ...], lang: str, width: int) -> None:
    outcome = prompt("net", "123456.78", *words, "--church", "--state", "BE", lang=lang, width=width)
    assert outcome.code == 0
    assert "…" not in outcome.out
    assert all(len(line) <= width for line in outcome.out.splitlines())
    if lang == "de" and not {"--by"} & set(words):
        assert "Arbeitslosenversicherung" in outcome.out
    assert ("123.456,78" if lang == "de" else "123,456.78") in outcome.out or "--by" in words


# The settings


def test_the_answers_of_the_settings_are_used_and_options_win(prompt: Prompt) -> None:
    told = net(prompt, "4000", "--tax-class", "3", "--children", "2", "--church", "--state", "SN")
    prompt("me", "set", "tax-class", "III", "children", "2", "church", "yes", "state", "SN")
    kept = net(prompt, "4000")
    assert kept["from_me"] == ["state", "tax-class", "children", "church"]
    assert {**kept, "from_me": []} == told
    assert net(prompt, "4000", "--tax-class", "1", "--no-church")["from_me"] == ["state", "children"]
    assert net(prompt, "4000", "--no-me")["from_me"] == []
    last = flat(prompt("net", "4000").out.split("\n\n")[-1])
    assert last.startswith(
        "From your settings: Saxony; tax class III, 2 children under 25, church tax (jobcli me show)."
    )


def test_another_insurance_on_the_line_replaces_the_one_in_the_settings(prompt: Prompt) -> None:
    prompt("me", "set", "private-health", "500", "private-subsidy", "250")
    assert net(prompt, "6000")["deductions"]["private_health"] == 250
    assert net(prompt, "6000", "--health-surcharge", "2.9")["deductions"]["private_health"] == 0
    assert net(prompt, "6000", "--private-health", "300")["deductions"]["private_health"] == 300
    outcome = prompt("me", "set", "health-surcharge", "2.9", "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "contradiction")


def test_an_estimate_without_net_does_not_read_these_answers(prompt: Prompt) -> None:
    plain = prompt("estimate", "cto", "--json").out
    prompt("me", "set", "tax-class", "1")
    assert prompt("estimate", "cto", "--json").out == plain
    file = prompt.home / "me.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tax-class: 1", "tax-class: 9"), encoding="utf-8")
    assert prompt("estimate", "cto", "--json").out == plain
    assert prompt("net", "5000").code == 1
    assert "me.yaml:4" in prompt("me").err.replace("\n", "")


# Inside an estimate


def test_an_estimate_carries_net_through_its_range(prompt: Prompt) -> None:
    words = ("estimate", "backoffice-manager", "--state", "BY", "--tenure", "5")
    plain = prompt(*words, "--json").json["result"]["estimates"][0]
    assert (plain["net_month"], plain["net"]) == (None, None)
    item = prompt(*words, "--net", "--json").json["result"]["estimates"][0]
    assert {**item, "net_month": None, "net": None} == plain
    for point, gross in item["gross_year"].items():
        month = f"{gross / 12:.2f}"
        assert item["net_month"][point] == net(prompt, month, "--state", "BY")["net"], point
    assert item["net"]["net"] == item["net_month"]["p50"]
    year = prompt(*words, "--net", "--per", "year", "--json").json["result"]["estimates"][0]["net"]
    assert (year["per"], year["gross"]) == ("year", item["gross_year"]["p50"])


def test_a_role_pays_no_trainee_and_no_student(prompt: Prompt) -> None:
    words = ("estimate", "backoffice-manager", "--net", "--json")
    plain = prompt(*words).json["result"]["estimates"]
    prompt("me", "set", "student", "yes", "trainee", "yes")
    assert prompt(*words).json["result"]["estimates"] == plain
    # A payslip is that of the present job.
    assert net(prompt, "300")["branch"] == "low-trainee"


def test_an_option_of_net_pay_asks_for_it(prompt: Prompt) -> None:
    words = ("estimate", "cto", "--tax-class", "3", "--json")
    assert prompt(*words).json["result"] == prompt(*words, "--net").json["result"]


def test_the_page_of_an_estimate_says_what_arrives_and_what_was_assumed(prompt: Prompt) -> None:
    page = prompt("estimate", "backoffice-manager", "--state", "BY", "--net", "--full").out
    text = flat(page)
    assert "Net pay a month, paid on 24 November 2026" in text
    assert "Taken off in the middle, a month: Wage tax" in text
    assert "Tax class I (--tax-class)." in text
    assert "Not in Saxony" not in text
    both = prompt("estimate", "backoffice-manager", "cto", "--net", "--explain").out
    assert both.count("Tax class I (--tax-class).") == 1
    assert both.count("Taken off in the middle") == 2


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_ranking_shows_net_below_gross_and_cuts_nothing(prompt: Prompt, width: int) -> None:
    out = prompt("estimate", "--net", "--full", width=width).out
    roles = prompt("estimate", "--json").json["result"]["estimates"]
    assert out.count("net a month €") == len(roles)
    assert "…" not in "".join(line for line in out.splitlines() if "net a month" in line)


def test_net_stands_in_the_table_of_estimates(prompt: Prompt) -> None:
    rows = list(csv.reader(io.StringIO(prompt("estimate", "--net", "--output", "csv").out)))
    assert rows[0][-5:] == ["net_month_p10", "net_month_p25", "net_month_p50", "net_month_p75", "net_month_p90"]
    assert {len(row) for row in rows} == {12}


def loaded_by(*commands: tuple[str, ...]) -> set[str]:
    """The modules of one process that runs these commands in turn."""
    code = (
        f"import sys\nfrom jobcli.cli.app import main\nfor words in {commands!r}:\n"
        "    sys.argv = ['jobcli', *words]\n"
        "    try: main()\n"
        "    except SystemExit as end: assert not end.code, words\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(process.stderr.split())


def test_who_does_not_ask_for_net_pay_loads_none_of_it(tmp_path: Path) -> None:
    # Who told tax classes, but too little for net pay, has not asked for it either.
    (tmp_path / "me.yaml").write_text("version: 1\nsettings: {tax-class: 4, church: yes}\n", encoding="utf-8")
    common = ("--state-dir", str(tmp_path), "--lang", "en")
    pair = ("backoffice-manager", "operations-manager")
    commands = [
        ("estimate", "cto"),
        ("estimate", "cto", "--json"),
        ("estimate", "cto", "--by", "hours"),
        ("compare", *pair),
        ("route", *pair),
        ("paths", pair[1], "--from", pair[0]),
        ("list",),
        ("show", "cto"),
    ]
    assert not net_rooms(loaded_by(*((*words, *common) for words in commands)))
    asked = loaded_by(("estimate", "cto", "--net", "--state", "BY", *common), ("net", "1", "--json"))
    assert {"jobcli.net_pay.payslip", "jobcli.net_pay.payroll"} <= net_rooms(asked)


def net_rooms(loaded: set[str]) -> set[str]:
    """The modules that know how net pay is computed."""
    return {name for name in loaded if name.startswith("jobcli.net_pay.")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jobcli net 5000 --tax-cl", ["--tax-class"]),
        ("jobcli net 5000 --tax-class ", ["1", "2", "3", "4", "5", "6"]),
        ("jobcli me set church y", ["yes"]),
        ("jobcli ne", ["net", "new", "newcomer", "next"]),
    ],
)
def test_tab_completes_what_net_pay_asks_for(line: str, expected: list[str]) -> None:
    assert sorted(tab(line)) == sorted(expected)


def test_a_varied_estimate_carries_net_through_each_value(prompt: Prompt) -> None:
    words = ("estimate", "cto", "--by", "state", "--json")
    plain = prompt(*words).json["result"]
    result = prompt(*words, "--net", "--church", "--state", "BY").json["result"]
    assert result["pay_date"] == "2026-11-24"
    assert not {"net_month"} & set(plain["points"][0])
    # Taxes and contributions are those of each Land: church tax of 8 or 9 %, care insurance of Saxony.
    for code in ("BY", "BE", "SN"):
        point = next(point for point in result["points"] if point["value"] == code)
        for name, gross in point["gross_year"].items():
            assert point["net_month"][name] == net(prompt, f"{gross / 12:.2f}", "--church", "--state", code)["net"]
    hours = prompt("estimate", "cto", "--by", "hours", "--net", "--output", "csv").out.splitlines()
    assert hours[0].endswith("net_month_p10,net_month_p25,net_month_p50,net_month_p75,net_month_p90")
    page = flat(prompt("estimate", "cto", "--by", "tenure", "--net").out)
    assert ", net a month €" in page
    assert "Tax class I (--tax-class)." in page
