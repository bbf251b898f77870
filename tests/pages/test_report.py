"""The hand-out: one document that says of the roles what all the other commands say."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Prompt

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_it_has_a_page_of_every_kind_for_each_role(prompt: Prompt) -> None:
    text = prompt("report", "backoffice-manager", "cto", "--output", "md").out
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
    assert "What they share" not in prompt("report", "cto", "--output", "plain").out


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


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_shows_it_and_prints_it_on_paper(
    prompt: Prompt, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    page = write("report.html", prompt("report", "cto", "--output", "html", lang="de").out)
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
