"""Options and the keys of `jobcli me` in German: every one has its name, works on the line, stands in help, and Tab knows it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jobcli.cli.questions import QUESTIONS
from jobcli.cli.tab.complete import complete
from jobcli.cli.tab.grammar import every_command
from jobcli.cli.world import World
from jobcli.pages.option_names import GERMAN, english, german_flag, in_english
from tests.conftest import DAY, ROOT, Prompt

OPTIONS = {
    name.removeprefix("--")
    for command in every_command().values()
    for item in (*command.params, command.get_help_option(None))
    if item.param_type_name == "option"
    for name in (*item.opts, *item.secondary_opts)
    if name.startswith("--")
}
THE_SAME = {"json", "kldb", "zfu", "version", "shell", "install-completion", "show-completion"}
"""Options that have the same name in German, or are typed once in a lifetime."""


def test_every_option_and_key_has_one_german_name_that_means_nothing_else() -> None:
    assert OPTIONS - GERMAN.keys() == THE_SAME
    assert GERMAN.keys() - OPTIONS <= {"yes"}
    assert GERMAN.keys() >= QUESTIONS.keys()
    assert len({*GERMAN.values()}) == len(GERMAN)
    assert not {*GERMAN.values()} & OPTIONS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--bundesland BY", "--state BY"),
        ("--Bundesland=BY", "--state=BY"),
        ("--führung", "--leadership"),
        ("--fuehrung", "--leadership"),
        ("--betriebszugehörigkeit 5", "--tenure 5"),
        ("--keine-kirche", "--no-church"),
        ("--stkl 3", "--tax-class 3"),
        ("--state BY", "--state BY"),
        ("--nonsense", "--nonsense"),
        ("-- --bundesland", "-- --bundesland"),
    ],
)
def test_a_line_in_german_is_the_line_in_english(typed: str, meant: str) -> None:
    assert in_english(typed.split()) == meant.split()


def test_german_options_answer_as_the_english_ones(prompt: Prompt) -> None:
    german = (
        "estimate cto --bundesland Bayern --betriebszugehörigkeit 5 --führung --netto --steuerklasse 3 --ausgabe json"
    )
    said = "estimate cto --state Bayern --tenure 5 --leadership --net --tax-class 3 --output json"
    assert prompt(*german.split()).out == prompt(*said.split()).out
    assert prompt("list", "--sprache", "de", lang=None).out == prompt("list", "--lang", "de").out


def test_keys_of_the_settings_are_told_and_shown_in_german(prompt: Prompt) -> None:
    outcome = prompt("me", "set", "alter", "34", "Bundesland", "NRW", "führung", "ja", lang="de")
    assert "bundesland" in outcome.out
    assert prompt("me", "--json").json["result"]["settings"] == {"state": "NW", "age": 34, "leadership": True}
    assert prompt("me", lang="de").out.splitlines()[1].split()[0] == "bundesland"
    assert prompt("me", lang="en").out.splitlines()[1].split()[0] == "state"
    assert prompt("me", "unset", "alter").code == 0


def test_a_slip_in_german_is_answered_in_german(prompt: Prompt) -> None:
    assert "'--bundesland'" in prompt("estimate", "--bundeslnd", "BY").err
    assert "'steuerklasse'" in prompt("me", "set", "steuerklase", "3").err


def test_german_help_has_both_names_and_english_help_one(prompt: Prompt) -> None:
    assert "--state, --bundesland LAND" in prompt("estimate", "--help", lang="de").out
    assert "bundesland" not in prompt("estimate", "--help", lang="en").out
    assert "steuerklasse" in prompt("me", "--help", lang="de").out


def test_tab_speaks_the_language_of_the_reader(tmp_path: Path) -> None:
    world = World(env={}, today=DAY, stdout=sys.stdout, stderr=sys.stderr, data_folder=tmp_path)
    assert complete(world, ["estimate"], "--bu") == ["--bundesland"]
    german = complete(world, ["estimate", "--sprache", "de"], "--")
    assert "--bundesland" in german
    assert "--state" not in german
    assert "--bundesland" not in complete(world, ["estimate"], "--")
    assert complete(world, ["estimate", "--lang", "de"], "--sta") == ["--stand"]
    assert complete(world, ["estimate", "--lang", "de"], "--stat") == ["--state", "--state-dir"]
    assert complete(world, ["estimate", "--bundesland"], "h") == ["HB", "HH", "HE"]
    assert complete(world, ["--lang", "de", "me", "set"], "steu") == ["steuerklasse"]
    assert complete(world, ["me", "set", "bundesland"], "b") == ["BW", "BY", "BE", "BB"]


def test_docs_have_all_german_names() -> None:
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8").replace("\\", "")
    assert all(f"| --{name} | --{german} |" in text for name, german in GERMAN.items())
    assert german_flag("--json") is None
    assert english("Kinder") == "children"
