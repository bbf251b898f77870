"""The hand-out of two sheets, and with --full the book that says of the roles what all the other commands say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calls import CLERK, words_of
from tests.conftest import Prompt

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_it_has_a_page_of_every_kind_for_each_role(prompt: Prompt) -> None:
    text = prompt("report", "backoffice-manager", "cto", "--full", "--output", "md").out
    for line in (
        "# Back office manager, Chief technology officer (CTO)",
        "# Back office manager – Chief technology officer (CTO)",
        "## Duties",
        "## Receipt",
        "| BY Bavaria |",
        "## 7 steps",
        "# Sources",
    ):
        assert line in text
    for command in ("show", "estimate"):
        own = prompt(command, "cto", "--output", "md").out
        assert own.splitlines()[0] in text


def test_one_role_has_nothing_to_be_compared_with(prompt: Prompt) -> None:
    assert prompt("report", "cto", "--json").json["result"]["comparison"] is None
    assert "What they share" not in prompt("report", "cto", "--full", "--output", "plain").out


def test_the_figures_are_those_of_the_other_commands(prompt: Prompt) -> None:
    role = prompt("report", "cto", "--json").json["result"]["roles"][0]
    assert role["estimate"] == prompt("estimate", "cto", "--json").json["result"]["estimates"][0]
    assert role["states"] == {
        key: value
        for key, value in prompt("estimate", "cto", "--by", "state", "--json").json["result"].items()
        if key != "from_me"
    }
    assert role["profile"] == prompt("show", "cto", "--json").json["result"]


def test_it_says_nothing_of_the_person_unless_they_ask(prompt: Prompt) -> None:
    prompt("me", "set", "state", "SN", "tenure", "7")
    prompt("done", "backoffice-manager", "search", "--path", "ausb-bueromanagement", "--note", "with Ms Huber")
    assert "7 years with the employer" not in prompt("report", "backoffice-manager", "--output", "plain").out
    assert "Huber" not in prompt("report", "backoffice-manager", "--output", "html").out
    mine = prompt("report", "backoffice-manager", "--for", "me", "--output", "plain").out
    assert "7 years with the employer" in mine
    assert "Huber" in mine


def test_the_checklist_is_that_of_the_path_that_was_named(prompt: Prompt) -> None:
    words = ("report", "backoffice-manager", "--path", "fw-wirtschaft", "--json")
    assert prompt(*words).json["result"]["roles"][0]["checklist"]["path"]["id"] == "fw-wirtschaft"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report",), "missing-argument"),
        (("report", "cto", "--for", "you"), "unknown-reader"),
        (("report", "cto", "--path", "aevoo"), "unknown-path"),
        (("report", "ctoo"), "unknown-role"),
        (("report", "cto", "--output", "csv"), "no-table"),
    ],
)
def test_wrong_input_is_one_message(prompt: Prompt, words: tuple[str, ...], code: str) -> None:
    outcome = prompt(*words) if code == "no-table" else prompt(*words, "--json")
    assert outcome.code in (1, 2)
    if code == "no-table":
        assert outcome.out == ""
    else:
        assert [problem["code"] for problem in outcome.json["problems"]] == [code]


def test_what_a_group_pays_is_told_for_this_person(prompt: Prompt) -> None:
    """58,129 euros is the official median of KldB 71403 in November 2025: 53,100 of December 2023 times the wage index.

    Bavaria alone is told, which multiplies as in the receipt of the estimate by 1.0611: 58,129 x 1.0611 = 61,681.
    """
    prompt("me", "set", "state", "BY")
    role = prompt("report", "backoffice-manager", "--for", "me", "--json").json["result"]["roles"][0]
    line = next(line for line in role["estimate"]["receipt"] if line["factor"] == "state")
    assert (role["official"]["group"], role["official"]["gross_year"], line["multiplier"]) == ("71403", 58129, 1.0611)
    assert role["official"]["for_person"] == pytest.approx(61_681, abs=1)


def test_without_a_person_it_says_what_is_asked_and_no_plan(prompt: Prompt) -> None:
    whole = prompt("report", "backoffice-manager", "cto", "--json").json["result"]
    assert (whole["plan"], whole["plan_paths"], [role["fit"] for role in whole["roles"]]) == (None, [], [None, None])
    text = prompt("report", "backoffice-manager", "cto", "--output", "md").out
    assert "## The way to: Back office manager" in text
    assert "Than now" not in text


def test_the_way_is_the_plan_to_the_first_role_that_is_not_the_present_one(prompt: Prompt) -> None:
    prompt(*words_of(CLERK))
    whole = prompt("report", "kaufmann-bueromanagement", "office-manager", "--for", "me", "--json").json["result"]
    plan = prompt("plan", "office-manager", "--json").json["result"]
    assert {**whole["plan"], "from_me": ()} == {**plan, "from_me": ()}
    training = [step["id"] for step in plan["steps"] if step["kind"] == "training"]
    assert [path["id"] for path in whole["plan_paths"]] == training
    assert whole["roles"][1]["estimate"]["net_month"] is not None


def headings(text: str) -> list[tuple[str, str]]:
    return [(level, re.sub(r"<[^>]+>", "", words)) for level, words in re.findall(r"<(h\d)>(.*?)</h\d>", text)]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("words", [("cto",), ("backoffice-manager", "operations-manager", "cto", "--for", "me")])
def test_on_paper_there_is_one_title_and_nothing_to_type(prompt: Prompt, words: tuple[str, ...], lang: str) -> None:
    prompt(*words_of(CLERK))
    text = prompt("report", *words, "--output", "html", lang=lang).out
    found = headings(text)
    assert [level for level, _ in found] == ["h1"] + ["h2"] * (len(found) - 1)
    # By ear they are told apart by their words alone.
    assert len({name for _, name in found}) == len(found) >= 6
    assert text.count('<section class="sheet">') == 1
    for form in ("html", "md", "plain"):
        said = prompt("report", *words, "--output", form, lang=lang).out
        assert not re.search(r"\bjobcli |--[a-z]", said.partition("<body>")[2] or said)


def test_more_roles_than_a_sheet_holds_are_named(prompt: Prompt) -> None:
    text = prompt("report", "cto", "cdo", "coo", "it-leiter", "--output", "plain").out
    assert "For want of room without: Head of IT." in text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize(
    "words",
    [
        ("operations-manager", "backoffice-manager", "--for", "me"),
        ("backoffice-manager", "cto", "projektmanager", "--for", "me"),
        ("supply-chain-manager",),
    ],
)
def test_a_browser_prints_it_on_two_sheets(
    prompt: Prompt, write: Callable[[str, str], Path], tmp_path: Path, words: tuple[str, ...]
) -> None:
    prompt(*words_of(CLERK))
    page = write("hand-out.html", prompt("report", *words, "--output", "html", lang="de").out)
    paper = tmp_path / "hand-out.pdf"
    browser = (str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}")
    command = [*browser, "--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes())) == 2


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_shows_it_and_prints_it_on_paper(
    prompt: Prompt, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    page = write("report.html", prompt("report", "cto", "--full", "--output", "html", lang="de").out)
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}")

    def browse(*more: str) -> str:
        command = [str(CHROMIUM), *options, *more, page.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout

    shown = browse("--dump-dom")
    assert shown.count("<section") == shown.count("</section>") >= 5
    paper = tmp_path / "report.pdf"
    browse(f"--print-to-pdf={paper}")
    # Points of A4: 210 and 297 millimetres of 72/25.4.
    assert b"/MediaBox [0 0 595" in paper.read_bytes().replace(b"594.9", b"595")
