"""Inputs as people type them, each with what has to be understood: numbers, pay, years, hours, Länder and languages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jobcli.api import net
from jobcli.cli import readers
from jobcli.cli.day_readers import read_day
from jobcli.cli.output import Output
from jobcli.cli.session import Session
from jobcli.cli.shells import SHELLS, install
from jobcli.cli.skill_readers import read_languages
from jobcli.cli.terminal import show_in_pager, terminal_environment
from jobcli.cli.world import World, preferred_language
from jobcli.cli.written_numbers import joined
from jobcli.domain.refusal import Refusal
from jobcli.files.figures import PLACES as DISTRICTS
from jobcli.files.figures import open_drawer
from jobcli.pages.kit.language import Language
from tests.conftest import Prompt

D = Decimal

AMOUNTS: dict[str, Decimal | None] = {
    "4200": D(4200),
    "4.200": D(4200),
    "4,200": D(4200),
    "4 200": D(4200),
    "4\u202f200": D(4200),
    "4\u00a0200 €": D(4200),
    "4'200": D(4200),
    "4’200.50": D("4200.50"),
    "4200 €": D(4200),
    "€4200": D(4200),
    "€ 4200": D(4200),
    "€4,200.50": D("4200.50"),
    "4.200,50 €": D("4200.50"),
    "4200,50": D("4200.50"),
    "4200.5": D("4200.5"),
    "4.200,-": D(4200),
    "4200,--€": D(4200),
    "4200,– €": D(4200),
    "4.200 EUR": D(4200),
    "EUR 4.200": D(4200),
    "4200 Euro": D(4200),
    "4200 euros": D(4200),
    "4.200 € brutto": D(4200),
    "4.2k": D(4200),
    "4,2k": D(4200),
    "4.200k": D(4200),
    "52k": D(52000),
    "52 K": D(52000),
    "52k€": D(52000),
    "52 T€": D(52000),
    "52 Tsd. €": D(52000),
    "52.5k": D(52500),
    "52.000": D(52000),
    "52.000,00": D("52000.00"),
    "52,000.00": D("52000.00"),
    "1.000.000": D(1000000),
    "950": D(950),
    "0": D(0),
    "12,5": D("12.5"),
    " 3500\n": D(3500),
    "3.500": D(3500),
    "0.500": None,
    "4.20.0": None,
    "4.200.50": None,
    "4.2000": None,
    "42.00.000": None,
    "4,200,5": None,
    "12.3456": None,
    "viel": None,
    "€": None,
    "": None,
    "k": None,
    "4..200": None,
    "1e3": None,
    "٣": None,
    "4200-4500": None,
}
YEARS: dict[str, int | float | None] = {
    "5": 5,
    "5 Jahre": 5,
    "5 years": 5,
    "1 Jahr": 1,
    "2.0": 2,
    "2,0": 2,
    "3y": 3,
    "2,5": 2.5,
    "2.5": 2.5,
    "2,5 Jahre": 2.5,
    "2,555": None,
    "five": None,
}
HOURS: dict[str, float | None] = {
    "38,5": 38.5,
    "38.5": 38.5,
    "38,5 hours": 38.5,
    "38,5 Std.": 38.5,
    "38,5h": 38.5,
    "40 Stunden": 40,
    "35 h/Woche": 35,
    "37,25": 37.25,
    "37,255": None,
}
PAY: dict[str, str | None] = {
    "3100": "3100/month",
    "3.100": "3100/month",
    "3.100 €": "3100/month",
    "3.100 € brutto im Monat": "3100/month",
    "3100/Monat": "3100/month",
    "3100 pro Monat": "3100/month",
    "3100 € / month": "3100/month",
    "3100 monatlich": "3100/month",
    "42k": "42000/year",
    "42.000": "42000/year",
    "42.000 € im Jahr": "42000/year",
    "42,000 a year": "42000/year",
    "42.000 p.a.": "42000/year",
    "42k jährlich": "42000/year",
    "42000 per annum": "42000/year",
    "3100/Woche": None,
}
WHOLE: list[tuple[Callable[[str], object], str, int]] = [
    (readers.read_company_size, "1.200", 1200),
    (readers.read_company_size, "1,200", 1200),
    (readers.read_company_size, "250 Mitarbeiter", 250),
    (readers.read_company_size, "2k", 2000),
    (readers.read_min_pay, "45.000 €", 45000),
    (readers.read_min_pay, "45k", 45000),
    (readers.read_max_months, "24 Monate", 24),
    (readers.read_age, "34 Jahre alt", 34),
    (readers.read_age, "34 years", 34),
    (readers.read_children, "2 Kinder", 2),
    (readers.read_children, "keine", 0),
    (readers.read_children, "none", 0),
    (readers.read_tax_class, "Steuerklasse 3", 3),
    (readers.read_tax_class, "III", 3),
    (readers.read_tax_class, "Klasse 1", 1),
]


def understood(read: Callable[[str], object], text: str, meant: object) -> None:
    """Check that a text is read as it was meant; None is a refusal."""
    if meant is None:
        with pytest.raises(Refusal):
            read(text)
    else:
        found = read(text)
        assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(("text", "meant"), AMOUNTS.items())
def test_an_amount_of_euros(text: str, meant: Decimal | None) -> None:
    understood(readers.Amount("AMOUNT", 0, 10_000_000, "jobcli net 3500"), text, meant)


@pytest.mark.parametrize(("text", "meant"), YEARS.items())
def test_years_with_an_employer_and_in_working_life(text: str, meant: float | None) -> None:
    understood(readers.read_tenure, text, meant)
    understood(readers.read_experience, text, meant)


@pytest.mark.parametrize(("text", "meant"), HOURS.items())
def test_hours_a_week(text: str, meant: float | None) -> None:
    understood(readers.read_hours, text, None if meant is None else float(meant))


@pytest.mark.parametrize(("text", "meant"), PAY.items())
def test_what_one_earns(text: str, meant: str | None) -> None:
    understood(readers.read_own_pay, text, meant)


@pytest.mark.parametrize(("read", "text", "meant"), WHOLE)
def test_whole_numbers(read: Callable[[str], object], text: str, meant: int) -> None:
    understood(read, text, meant)


def test_a_factor_and_a_percentage_keep_their_decimals() -> None:
    assert readers.read_factor("0,957") == readers.read_factor("0.957") == D("0.957")
    assert readers.read_health_surcharge("2,45 %") == readers.read_health_surcharge("2.45%") == D("2.45")


def test_an_amount_that_its_blanks_have_parted_is_one_word() -> None:
    assert joined(["net", "4", "200"]) == ["net", "4 200"]
    assert joined(["net", "1", "234", "567"]) == ["net", "1 234 567"]
    assert joined(["net", "4200", "€", "--children", "2"]) == ["net", "4200 €", "--children", "2"]
    assert joined(["net", "€", "4.200,50"]) == ["net", "€ 4.200,50"]
    assert joined(["net", "--tax-class", "3", "450"]) == ["net", "--tax-class", "3", "450"]
    assert joined(["net", "4200", "450"]) == ["net", "4200", "450"]


def test_half_a_year_counts_and_is_said(prompt: Prompt) -> None:
    assert "2.5 years with the employer" in prompt("estimate", "cto", "--tenure", "2,5").out
    assert "2,5 Jahre" in prompt("estimate", "cto", "--tenure", "2.5", lang="de").out


def test_an_amount_with_a_blank_is_one_argument_of_net(prompt: Prompt) -> None:
    outcome = prompt("net", "4 200", "--json").json["result"]
    assert prompt("net", "4", "200", "--json").json["result"] == outcome
    assert prompt("net", "4.200", "€", "--json").json["result"] == outcome


LANGUAGES: list[tuple[dict[str, str], str | None]] = [
    ({"JOBCLI_LANG": "de_DE.UTF-8"}, "de"),
    ({"JOBCLI_LANG": "Deutsch"}, "de"),
    ({"JOBCLI_LANG": "en-GB", "LANG": "de_DE.UTF-8"}, "en"),
    ({"LANG": "en_US.UTF-8", "LANGUAGE": "de"}, "de"),
    ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de_AT:en"}, "de"),
    ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en:de"}, None),
    # gettext: in the locale C no list of languages counts.
    ({"LANG": "C", "LANGUAGE": "de"}, None),
    ({"LANGUAGE": "de"}, None),
    ({"LANG": "de_AT"}, "de"),
]


@pytest.mark.parametrize(("env", "meant"), LANGUAGES)
def test_the_language_of_the_environment(env: dict[str, str], meant: str | None) -> None:
    assert preferred_language(env) == meant


def test_languages_and_formats_are_read_in_any_case(prompt: Prompt) -> None:
    listed = prompt("list", "--lang", "de_DE", lang=None).out
    assert listed.replace(" --lang de_DE", "") == prompt("list", lang="de").out
    assert prompt("list", "--output", "JSON").out == prompt("list", "--json").out
    assert prompt("list", "--lang", "fr").code == 2


def test_help_is_a_command_too_and_v_is_the_version(prompt: Prompt) -> None:
    assert prompt("help").out == prompt("--help").out
    assert prompt("help", "show").out == prompt("show", "--help").out
    assert prompt("help", "net", lang="de").out == prompt("net", "--help", lang="de").out
    assert "Did you mean 'show'?" in prompt("help", "shwo").err
    assert prompt("-v").out == prompt("--version").out


def test_a_word_is_no_answer_to_yes_or_no_in_the_library() -> None:
    with pytest.raises(TypeError, match="church is 'no'; it is True or False"):
        net("4200", tax_class=1, state="BY", church="no")  # type: ignore[arg-type]


def test_a_terminal_without_columns_has_the_usual_ones() -> None:
    assert terminal_environment({"COLUMNS": "0", "LINES": "24"}) == {"LINES": "24"}


@pytest.mark.parametrize(
    ("told", "encoding", "meant"),
    [
        ({}, "utf-8", "FRX utf-8"),
        ({}, "iso8859-1", "FRX "),
        ({"LESS": "S", "LESSCHARSET": "latin1"}, "utf-8", "S latin1"),
    ],
)
def test_the_pager_leaves_the_last_page_and_knows_our_letters(
    tmp_path: Path, told: dict[str, str], encoding: str, meant: str
) -> None:
    """A pager that writes down what it was told."""
    pager, said = tmp_path / "pager", tmp_path / "said"
    pager.write_text(f'#!/bin/sh\ncat >/dev/null\nprintf "%s %s" "$LESS" "$LESSCHARSET" >{said}\n')
    pager.chmod(0o755)
    assert show_in_pager(b"page", {"TERM": "xterm", "PAGER": str(pager), "PATH": "/usr/bin:/bin", **told}, encoding)
    assert said.read_text() == meant


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these variables")
def test_a_relative_folder_of_the_system_is_ignored(tmp_path: Path) -> None:
    """As the XDG Base Directory Specification says: "All paths set in these environment variables must be absolute"."""
    env = {"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": str(tmp_path)}
    world = World(env=env, today=date(2026, 12, 1), stdout=io.StringIO(), stderr=io.StringIO())
    assert world.own_data() == Path.home() / ".local/share/jobcli"
    assert world.own_cache() == tmp_path / "jobcli"


def test_a_tilde_in_the_variable_for_profiles_is_the_home(
    prompt: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my-roles").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    prompt.env["JOBCLI_PROFILES"] = "~/my-roles"
    assert prompt("list").code == 0


PLACES: dict[str, str | None] = {
    "NRW": "NW",
    "nrw": "NW",
    "N.R.W.": "NW",
    "BaWü": "BW",
    "Ba-Wü": "BW",
    "Baden Württemberg": "BW",
    "Baden-Wuerttemberg": "BW",
    "MeckPomm": "MV",
    "Meck-Pomm": "MV",
    "Mecklenburg": "MV",
    "RLP": "RP",
    "Freistaat Bayern": "BY",
    "Freistaat Sachsen": "SN",
    "Freie und Hansestadt Hamburg": "HH",
    "Land Berlin": "BE",
    "LSA": "ST",
    "Sachsen": "SN",
    "Sachsen Anhalt": "ST",
    "Saxony": "SN",
    "DE-BY": "BY",
    "München": "BY",
    "Muenchen": "BY",
    "Munich": "BY",
    "Köln": "NW",
    "Cologne": "NW",
    "Frankfurt am Main": "HE",
    "Frankfurt (Oder)": "BB",
    "Freiburg": "BW",
    "Halle": "ST",
    "Landkreis Rostock": "MV",
    "Hannover": "NI",
    "Marburg": "HE",
    "Frankfurt": None,
    "Neustadt": None,
    "Paris": None,
    "": None,
}


@pytest.mark.parametrize(("text", "meant"), PLACES.items())
def test_the_land_of_work_by_what_people_call_it(text: str, meant: str | None) -> None:
    understood(readers.read_state, text, meant)


def test_every_district_has_the_land_of_its_official_key() -> None:
    """The figures per Land are those of the official list: 96 in Bavaria, 53 in North Rhine-Westphalia."""
    districts = open_drawer(DISTRICTS)["districts"].values
    read = Counter(readers.read_state(name.partition(",")[0]) for name in districts)
    assert (len(districts), read["BY"], read["NW"], read["HH"], read["BE"]) == (400, 96, 53, 1, 1)


def test_a_city_is_answered_with_its_land(prompt: Prompt) -> None:
    assert re.search(r"For you +Bavaria$", prompt("estimate", "cto", "--state", "München").out, re.MULTILINE)
    assert "may be in one of these Länder: BB, HE." in prompt("estimate", "cto", "--state", "Frankfurt").err


SPOKEN: dict[str, str] = {
    "Deutsch-verhandlungssicher": "de-C1",
    "German-fluent": "de-C1",
    "Englisch fließend": "en-C1",
    "English (fluent)": "en-C1",
    "Französisch Grundkenntnisse": "fr-A1",
    "Spanish: very good": "es-B2",
    "english B2": "en-B2",
    "English: Native speaker": "en-C2",
    "Deutsch-Muttersprache": "de-C2",
}
NATIVE = ("English: Native speaker", "Deutsch-Muttersprache")


@pytest.mark.parametrize(("text", "meant"), SPOKEN.items())
def test_words_of_cvs_are_levels_and_it_is_said_which(text: str, meant: str) -> None:
    told = io.StringIO()
    world = World(env={}, today=date(2026, 12, 1), stdout=io.StringIO(), stderr=told, width=200)
    session = Session(world, Output(world, Language("en"), "text"))
    assert read_languages(text, session) == (meant,)
    assert (f"'{text}' counts as {meant[-2:]}." in told.getvalue()) == (text not in ("english B2", *NATIVE))


def test_me_keeps_the_level_so_that_it_is_said_once(prompt: Prompt) -> None:
    assert "counts as C1" in prompt("me", "set", "languages", "Deutsch-verhandlungssicher").err
    assert prompt("match").err == ""


def test_a_day_long_before_anybody_worked_is_a_slip() -> None:
    with pytest.raises(Refusal):
        read_day("0001-01-01", date(2026, 12, 1))
    assert read_day("1998-07-01", date(2026, 12, 1)) == "1998-07-01"


def test_zsh_is_told_where_it_looks(tmp_path: Path) -> None:
    elsewhere = tmp_path / "zsh"
    elsewhere.mkdir()
    files = install("zsh", {"HOME": str(tmp_path), "ZDOTDIR": str(elsewhere)})
    assert files == [tmp_path / ".zfunc/_jobcli", elsewhere / ".zshrc"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash itself")
def test_bash_that_minds_unset_names_completes_silently() -> None:
    script = SHELLS["bash"].script + "COMP_WORDS=(true show zz); COMP_CWORD=2; _jobcli_completion true zz show"
    ended = subprocess.run(
        [shutil.which("bash") or "bash", "-u", "-c", script], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
