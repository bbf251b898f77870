"""The person once: settings in a plain file that estimates use, that flags win over, and that nothing damages."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from jobcli.cli.questions import NET, QUESTIONS
from jobcli.domain.net import Taxpayer
from jobcli.domain.own import Settings, Standing
from jobcli.domain.pay import LANDS, Person
from jobcli.files.own_records import read_settings, write_settings
from jobcli.files.yaml import Document
from tests.conftest import Prompt, Write, tab

EVERY = {
    "state": ("Bayern", "BY"),
    "experience": ("12", 12),
    "age": ("40", 40),
    "tenure": ("5", 5),
    "company-size": ("250", 250),
    "industry": ("IT", "J62"),
    "level": ("Spezialist", "specialist"),
    "education": ("Meister", "master-craftsman"),
    "leadership": ("ja", True),
    "collective-agreement": ("no", False),
    "fixed-term": ("nein", False),
    "hours": ("38,5", 38.5),
    "tax-class": ("IV", 4),
    "children": ("2", 2),
    "parent": ("ja", True),
    "child-allowances": ("1,5", 1.5),
    "church": ("nein", False),
    "health-surcharge": ("2,45", 2.45),
    "private-health": ("450,50", 450.5),
    "private-subsidy": ("0", 0),
    "born": ("06.2003", "2003-06"),
    "pension-drawn": ("ja", True),
    "pension-exempt": ("no", False),
    "pension-insurance": ("nein", False),
    "factor": ("0,957", 0.957),
    "tax-allowance": ("200", 200),
    "trainee": ("yes", True),
    "student": ("nein", False),
    "place": ("Stadt Augsburg", "09761"),
    "role": ("Backoffice-Manager", "backoffice-manager"),
    "qualifications": ("fw-wirtschaft, AEVO,fw-wirtschaft", ["fw-wirtschaft", "aevo"]),
    "school": ("Realschule", "mittlere-reife"),
    "languages": ("English:b2, Französisch C1,de-native", ["en-B2", "fr-C1", "de-C2"]),
    "pay": ("3100", "3100/month"),
    "skills": ("Office software, Führung,LAW", ["office-software", "leadership", "law"]),
}


def test_every_key_is_tried_here_and_is_a_field_of_the_person_or_says_where_they_stand() -> None:
    assert set(QUESTIONS) == set(EVERY)
    fields = {key.replace("-", "_") for key in QUESTIONS} - {"age"}
    taxpayer = set(Taxpayer.__struct_fields__) - {"age"}
    assert fields == {*Person.__struct_fields__, *Standing.__struct_fields__, *taxpayer}
    assert {key.replace("-", "_") for key in (question.key for question in NET)} == taxpayer - {"state"}
    assert not set(Person.__struct_fields__) & set(Standing.__struct_fields__)


def test_nothing_is_set_at_first(prompt: Prompt) -> None:
    assert prompt("me").out.splitlines()[0] == "Nothing is set."
    assert prompt("me").out == prompt("me", "show").out
    assert not prompt.home.exists()


@pytest.mark.parametrize(("key", "typed", "value"), [(key, *pair) for key, pair in EVERY.items()])
def test_what_is_set_is_shown_and_can_be_taken_back(prompt: Prompt, key: str, typed: str, value: object) -> None:
    outcome = prompt("me", "set", key, typed, "--json")
    assert outcome.code == 0
    assert outcome.json["result"]["changed"] == [{"key": key, "before": None, "after": value}]
    shown = prompt("me", "--json").json["result"]
    assert shown == {"file": str(prompt.home / "me.yaml"), "settings": {key: value}, "offers": {}}
    assert key in prompt("me").out
    taken = prompt("me", "unset", key, "--json").json["result"]
    assert taken["changed"] == [{"key": key, "before": value, "after": None}]
    assert prompt("me", "--json").json["result"]["settings"] == {}


def test_the_file_is_plain_yaml_with_a_version(prompt: Prompt) -> None:
    prompt("me", "set", "state", "Bayern", "tenure", "5", "hours", "38,5", "leadership", "ja")
    assert (prompt.home / "me.yaml").read_text(encoding="utf-8") == (
        "# What jobcli knows about you: jobcli me show\n"
        "version: 2\nsettings:\n  state: BY\n  tenure: 5\n  leadership: 'yes'\n  hours: 38.5\n...\n"
    )


def test_comments_at_the_head_of_the_file_stay(prompt: Prompt, write: Write) -> None:
    file = write("home/me.yaml", "# mine\n# do not lose\n\nversion: 1\nsettings: {state: by}\n")
    assert prompt("me", "set", "tenure", "5").code == 0
    assert file.read_text().startswith("# mine\n# do not lose\n\nversion: 2\n")
    assert "state: BY" in file.read_text()


def test_each_change_is_said_in_one_line(prompt: Prompt) -> None:
    assert prompt("me", "set", "state", "BY").out.splitlines()[0] == "• state is now: Bavaria."
    assert prompt("me", "set", "state", "BY").out.splitlines()[0] == "• state stays: Bavaria."
    assert prompt("me", "set", "state", "BE").out.splitlines()[0] == "• state is now: Berlin; it was: Bavaria."
    assert prompt("me", "unset", "state").out.splitlines()[0] == "• state is no longer set; it was: Berlin."
    assert prompt("me", "unset", "state").out.splitlines()[0] == "• state was not set."


def test_an_estimate_with_settings_is_the_one_with_the_same_flags(prompt: Prompt) -> None:
    flags = ("--state", "BY", "--tenure", "5", "--company-size", "250", "--no-leadership")
    by_flags = prompt("estimate", "cto", *flags, "--json").json["result"]
    prompt("me", "set", "state", "BY", "tenure", "5", "company-size", "250", "leadership", "no")
    by_me = prompt("estimate", "cto", "--json").json["result"]
    assert by_me["estimates"] == by_flags["estimates"]
    assert (by_flags["from_me"], by_me["from_me"]) == ([], ["state", "tenure", "company-size", "leadership"])


def test_flags_win_and_no_me_ignores_the_settings(prompt: Prompt) -> None:
    neutral = prompt("estimate", "--json").json["result"]
    berlin = prompt("estimate", "--state", "BE", "--json").json["result"]
    compared = prompt("compare", "--json").out
    prompt("me", "set", "state", "BY")
    assert prompt("estimate", "--state", "BE", "--json").json["result"] == berlin
    assert prompt("estimate", "--no-me", "--json").json["result"] == neutral
    assert prompt("estimate", "--json").json["result"]["estimates"] != neutral["estimates"]
    assert prompt("compare", "--json").out == compared


@pytest.mark.parametrize("words", [("estimate",), ("estimate", "cto"), ("estimate", "cto", "--by", "tenure")])
def test_the_text_says_what_came_from_the_settings(prompt: Prompt, words: tuple[str, ...]) -> None:
    assert "settings" not in prompt(*words).out
    prompt("me", "set", "state", "BY", "tenure", "5")
    line = " ".join(prompt(*words, "--state", "BE", "--full").out.split("\n\n")[-1].split())
    assert line == "From your settings: 5 years with the employer (jobcli me show). --no-me ignores them."
    first = " ".join(prompt(*words, "--state", "BE").out.split())
    assert "5 years with the employer (jobcli me show" in first


def test_age_on_the_line_replaces_experience_in_the_settings_and_the_other_way_round(prompt: Prompt) -> None:
    by_age = prompt("estimate", "cto", "--age", "30", "--json").json["result"]["estimates"]
    by_years = prompt("estimate", "cto", "--experience", "3", "--json").json["result"]["estimates"]
    prompt("me", "set", "experience", "25")
    answer = prompt("estimate", "cto", "--age", "30", "--json").json["result"]
    assert (answer["estimates"], answer["from_me"]) == (by_age, [])
    prompt("me", "unset", "experience")
    prompt("me", "set", "age", "50")
    answer = prompt("estimate", "cto", "--experience", "3", "--json").json["result"]
    assert (answer["estimates"], answer["from_me"]) == (by_years, [])


def test_tenure_longer_than_the_experience_of_the_settings_is_one_clear_message(prompt: Prompt) -> None:
    prompt("me", "set", "experience", "10")
    outcome = prompt("estimate", "cto", "--tenure", "20", width=120)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        "--tenure 20 is longer than --experience 10.",
        "From your settings: experience 10. Change them with 'jobcli me set', or ignore them with --no-me.",
    ]
    assert prompt("estimate", "cto", "--tenure", "20", "--no-me").code == 0
    assert prompt("estimate", "cto", "--tenure", "20", "--experience", "25").code == 0


def test_settings_that_contradict_each_other_are_not_kept(prompt: Prompt) -> None:
    prompt("me", "set", "experience", "10")
    assert prompt("me", "set", "tenure", "20").code == 2
    assert prompt("me", "--json").json["result"]["settings"] == {"experience": 10}
    assert prompt("me", "set", "tenure", "20", "experience", "25").code == 0


def test_the_other_kind_of_health_insurance_has_to_be_forgotten_first(prompt: Prompt) -> None:
    prompt("me", "set", "health-surcharge", "2.45")
    refused = prompt("me", "set", "private-health", "400")
    assert (refused.code, refused.err.splitlines()[1:]) == (
        2,
        ["Forget what was told before: jobcli me unset health-surcharge"],
    )
    assert prompt("me", "unset", "health-surcharge").code == prompt("me", "set", "private-health", "400").code == 0


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("set", "tenure", "80"), "--tenure can be 0 to 55, not 80."),
        (("set", "state", "Bayrn"), "No Land 'Bayrn'. Did you mean Bavaria (BY)?"),
        (("set", "leadership", "perhaps"), "'leadership' is yes or no, not 'perhaps'."),
        (("set", "qualifications", "fw-wirtschaff"), "No training path 'fw-wirtschaff'. Did you mean 'fw-wirtschaft'?"),
        (("set", "qualifications", "aevo,zzzzzzzzz"), "No training path 'zzzzzzzzz'."),
        (("set", "languages", "english"), "'english' needs a level."),
        (("set", "languages", "englsh-B2"), "No language 'englsh'. Did you mean 'english'?"),
        (("set", "languages", "en-D1"), "No level 'D1'."),
        (("set", "languages", "en-B2,englisch-C1"), "'English' has two levels."),
        (("set", "languages", ","), "languages needs a value."),
        (("set", "skills", "Ofice software"), "No skill 'Ofice software'. Did you mean 'office-software'?"),
        (("set", "skills", "juggling"), "No skill 'juggling'."),
        # What is nearest is a language, which is no skill either.
        (("set", "skills", "kuenstliche"), "No skill 'kuenstliche'."),
        (("set", "skills", "Deutsch"), "'Deutsch' is a language, not a skill."),
        (("set", "qualifications", " , "), "qualifications needs the id of a training path."),
        (("set", "tenuer", "8"), "No setting 'tenuer'. Did you mean 'tenure'?"),
        (("unset", "tenuer"), "No setting 'tenuer'. Did you mean 'tenure'?"),
        (("set", "tenure"), "tenure needs a value."),
        (("set",), "set needs a value."),
        (("unset",), "unset needs a value."),
        (("sett", "tenure", "5"), "'sett' cannot be done with settings."),
        (("show", "tenure"), "'tenure' cannot be done with settings."),
    ],
)
def test_wrong_words_change_nothing_and_get_one_message(prompt: Prompt, words: tuple[str, ...], first: str) -> None:
    prompt("me", "set", "hours", "30")
    before = (prompt.home / "me.yaml").read_bytes()
    outcome = prompt("me", *words)
    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (2, "", first)
    assert (prompt.home / "me.yaml").read_bytes() == before


def test_the_state_is_refused_at_the_prompt_and_in_the_settings_with_the_same_words(prompt: Prompt) -> None:
    for key, text in (("state", "Bayrn"), ("hours", "0"), ("company-size", "many"), ("industry", "X99")):
        assert prompt("me", "set", key, text).err == prompt("estimate", f"--{key}", text).err


def test_an_unknown_role_is_refused_with_the_words_of_every_command(prompt: Prompt) -> None:
    outcome = prompt("me", "set", "role", "backofice")
    assert outcome.err == prompt("show", "backofice").err
    assert (outcome.code, prompt("me", "--json").json["result"]["settings"]) == (1, {})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("qualifications aevo fw-wirtschaft role cdo", {"qualifications": ["aevo", "fw-wirtschaft"], "role": "cdo"}),
        ("qualifications aevo qualifications fw-wirtschaft", {"qualifications": ["aevo", "fw-wirtschaft"]}),
        ("languages english B2, german-C1 fr-A2", {"languages": ["en-B2", "de-C1", "fr-A2"]}),
        ("skills office software", {"skills": ["office-software"]}),
        ("skills law accuracy hours 30", {"skills": ["law", "accuracy"], "hours": 30}),
        # Leadership is a key as well; the last word has no value behind it.
        ("skills accuracy leadership", {"skills": ["accuracy", "leadership"]}),
        ("skills accuracy leadership yes", {"skills": ["accuracy"], "leadership": True}),
    ],
)
def test_several_answers_to_one_key_are_parted_by_commas_or_spaces(
    prompt: Prompt, typed: str, kept: dict[str, object]
) -> None:
    prompt("me", "set", *typed.split())
    assert prompt("me", "--json").json["result"]["settings"] == kept


def test_spaces_part_answers_in_quotes_as_well(prompt: Prompt) -> None:
    prompt(
        "me",
        "set",
        "languages",
        "english B2 german C1",
        "skills",
        "law accuracy",
        "qualifications",
        "aevo fw-wirtschaft",
    )
    assert prompt("me", "--json").json["result"]["settings"] == {
        "qualifications": ["aevo", "fw-wirtschaft"],
        "languages": ["en-B2", "de-C1"],
        "skills": ["law", "accuracy"],
    }


def test_estimates_ignore_the_role_and_the_qualifications_even_those_that_are_gone(
    prompt: Prompt, write: Write
) -> None:
    neutral = prompt("estimate", "cto", "--json").out
    prompt("me", "set", "role", "cto", "qualifications", "aevo")
    assert prompt("estimate", "cto", "--json").out == neutral
    write("home/me.yaml", "version: 1\nsettings: {role: long-gone, qualifications: no-more}\n")
    assert prompt("estimate", "cto", "--json").out == neutral
    assert "long-gone" in prompt("me").out
    assert prompt("me", "unset", "role", "qualifications").code == 0
    assert prompt("me", "--json").json["result"]["settings"] == {}


DAMAGED = (
    (b"version: 1\nsettings: {state: [\n", "3:1", "not-yaml"),
    (b"version: 1\nsettings:\n  tenuer: 5\n", "3:11", "unknown-setting"),
    (b"version: 1\nsettings:\n  tenure: 80\n", "3:11", "out-of-range"),
    (b"version: 1\nsetings:\n  tenure: 8\n", "2:1", "unknown-key"),
    (b"version: 1\nsettings:\n  state: [BY]\n", "3:10", "wrong-type"),
    (b"version: 0\nsettings: {}\n", "1:10", "out-of-range"),
    (b"version: 3\nanything: {}\n", "1:10", "newer-version"),
    (b"\xff\xfe\x00", "1:1", "encoding"),
)


@pytest.mark.parametrize(("content", "place", "code"), DAMAGED)
@pytest.mark.parametrize("words", [("me",), ("me", "set", "tenure", "5"), ("me", "unset", "state"), ("estimate",)])
def test_a_file_that_cannot_be_used_is_named_with_the_place_and_left_as_it_is(
    prompt: Prompt, write: Write, words: tuple[str, ...], content: bytes, place: str, code: str
) -> None:
    file = write("home/me.yaml", content)
    outcome = prompt(*words, width=200)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines()[0].split() == [f"{file}:{place}", code]
    assert file.read_bytes() == content
    if words == ("estimate",):
        assert "--no-me" in outcome.err
        assert prompt("estimate", "--no-me").code == 0


def test_an_empty_file_is_said_to_be_empty(prompt: Prompt, write: Write) -> None:
    write("home/me.yaml", "")
    outcome = prompt("me")
    assert outcome.code == 1
    assert "The file is empty." in outcome.err
    assert "jobcli schema state" in outcome.err


def test_a_damaged_file_stops_no_other_command(prompt: Prompt, write: Write) -> None:
    write("home/me.yaml", "}{")
    for words in (("list",), ("show", "cto"), ("compare",), ("where",)):
        assert prompt(*words).code == 0


def test_a_disk_that_refuses_changes_nothing(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    prompt("me", "set", "tenure", "5")
    before = (prompt.home / "me.yaml").read_bytes()
    for number, reason in ((errno.ENOSPC, "No space left on device"), (errno.EROFS, "Read-only file system")):

        def refusing(_: int, number: int = number) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refusing)
            outcome = prompt("me", "set", "tenure", "6", width=200)
        assert (outcome.code, outcome.out) == (1, "")
        assert f"me.yaml' cannot be written: {reason}. Nothing was changed." in " ".join(outcome.err.split())
        assert (prompt.home / "me.yaml").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_said(prompt: Prompt) -> None:
    prompt.home.mkdir()
    prompt.home.chmod(0o500)
    outcome = prompt("me", "set", "tenure", "6")
    prompt.home.chmod(0o700)
    assert outcome.code == 1
    assert "cannot be written" in outcome.err


@pytest.mark.parametrize("words", [("me", "set", "tenure", "6"), ("me",), ("estimate",)])
def test_a_file_where_the_folder_should_be_is_said(prompt: Prompt, write: Write, words: tuple[str, ...]) -> None:
    file = write("no-folder", "text")
    outcome = prompt(*words, "--state-dir", str(file))
    assert outcome.code == 1
    assert outcome.out == ""
    assert "it is no folder" in " ".join(outcome.err.split())


def test_a_folder_where_the_file_should_be_is_said(prompt: Prompt) -> None:
    (prompt.home / "me.yaml").mkdir(parents=True)
    outcome = prompt("me", "set", "tenure", "6", width=200)
    assert (outcome.code, "is not a regular file" in outcome.err) == (1, True)


def test_another_terminal_that_holds_the_file_is_said(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    prompt("me", "set", "tenure", "5")
    monkeypatch.setattr("jobcli.files.own_files.WAIT_SECONDS", 0.05)
    with FileLock(prompt.home / "me.yaml.lock"):
        outcome = prompt("me", "set", "tenure", "6")
    assert outcome.code == 1
    assert outcome.err.startswith("Another jobcli")
    assert prompt("me", "--json").json["result"]["settings"] == {"tenure": 5}


def test_the_option_wins_over_the_variable_and_that_over_the_folder_of_the_system(
    prompt: Prompt, tmp_path: Path
) -> None:
    prompt("me", "set", "tenure", "1")
    prompt.env = {"JOBCLI_STATE_DIR": str(tmp_path / "variable")}
    assert prompt("me", "--json").json["result"]["settings"] == {}
    prompt("me", "set", "tenure", "2")
    option = ("--state-dir", str(tmp_path / "option"))
    prompt("me", "set", "tenure", "3", *option)
    assert [
        prompt(*words, "--json").json["result"]["settings"]["tenure"]
        for words in (("me",), ("me", *option), (*option, "me"))
    ] == [2, 3, 3]
    prompt.env = {}
    assert prompt("me", "--json").json["result"]["settings"]["tenure"] == 1


def test_where_names_every_place_and_whether_it_is_there(prompt: Prompt, tmp_path: Path) -> None:
    def places(*words: str) -> dict[str, tuple[str, bool, str | None]]:
        rows = prompt("where", "--json", *words).json["result"]["places"]
        return {row["what"]: (row["path"], row["exists"], row["origin"]) for row in rows}

    before = places()
    assert before["settings"] == (str(prompt.home / "me.yaml"), False, None)
    assert set(before) == {"answers", "profiles", "own-data", "settings", "progress", "figures", "cache", "logs"}
    assert before["figures"][1] is True
    prompt("me", "set", "tenure", "5")
    after = places()
    assert after["settings"][1] is True
    assert after["own-data"] == (str(prompt.home), True, "user")
    named = places("--state-dir", str(tmp_path / "other"))
    assert named["own-data"] == (str(tmp_path / "other"), False, "option")
    text = prompt("where", width=200).out
    assert str(prompt.home / "me.yaml") in text
    assert "not there" in text


def test_without_a_settings_file_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.argv = ['jobcli', 'estimate', 'backoffice-manager', '--json', '--state-dir', {str(tmp_path)!r}]\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(process.stderr.split())
    assert "jobcli.pay.estimate" in loaded
    assert not loaded & {"jobcli.files.own_files", "jobcli.files.own_records", "filelock", "rich", "tempfile"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jobcli me s", ["show", "set"]),
        ("jobcli me set ten", ["tenure"]),
        ("jobcli me set leadership y", ["yes"]),
        ("jobcli me set role backo", ["backoffice-manager"]),
        ("jobcli me set qualifications ae", ["aevo"]),
        ("jobcli me set qualifications aevo,csc", ["aevo,cscp"]),
        ("jobcli me set languages en-B", ["en-B1", "en-B2"]),
        ("jobcli me set languages en-B2,fr-C", ["en-B2,fr-C1", "en-B2,fr-C2"]),
        ("jobcli me set skills office-s", ["office-software"]),
        ("jobcli me set state H", ["HB", "HH", "HE"]),
        ("jobcli me unset state co", ["company-size", "collective-agreement"]),
    ],
)
def test_tab_completes_keys_and_their_words(line: str, expected: list[str]) -> None:
    assert sorted(tab(line)) == sorted(expected)


WORDS = st.one_of(
    st.sampled_from([land.code for land in LANDS]),
    st.integers(0, 60).map(str),
    st.decimals(1, 60, places=2).map(str),
    st.sampled_from(
        ["yes", "no", "true", "null", "~", "0x10", "1e3", "010", "1_000", "2026-11-24", "J62", "#", "a: b"]
    ),
)


@given(answers=st.dictionaries(st.sampled_from(list(QUESTIONS)), WORDS))
def test_whatever_is_written_reads_back_as_the_same_text(answers: dict[str, str]) -> None:
    settings = Settings(settings=answers)
    back, places, problems = read_settings("me.yaml", write_settings(settings, None))
    assert (back, problems) == (settings, ())
    assert set(places) == set(answers)


def test_a_question_that_asks_the_settings_twice_parses_them_once(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt("me", "set", "state", "BY", "role", "backoffice-manager")
    parsed: list[str] = []

    def counting(file: str, data: bytes) -> Document:
        parsed.append(Path(file).name)
        return Document(file, data)

    monkeypatch.setattr("jobcli.files.own_records.Document", counting)
    read_settings.cache_clear()
    assert prompt("paths", "operations-manager", "--json").code == 0
    assert parsed == ["me.yaml"]


@pytest.mark.parametrize(
    ("key", "told", "kept"),
    [
        ("skills", "Qualitätssicherung", "quality-assurance"),
        ("skills", "qualitaetssicherung", "quality-assurance"),
        ("skills", "Problemlösung", "problem-solving"),
        ("skills", "PROBLEMLOESUNG", "problem-solving"),
        ("skills", "Fuehrungserfahrung", "leadership-experience"),
        ("languages", "Französisch B2", "fr-B2"),
        ("languages", "franzoesisch-b2", "fr-B2"),
        ("languages", "TUERKISCH B1", "tr-B1"),
    ],
)
def test_an_umlaut_may_be_spelt_out(prompt: Prompt, key: str, told: str, kept: str) -> None:
    outcome = prompt("me", "set", key, told)
    assert outcome.code == 0, outcome.err
    assert prompt("me", "--json").json["result"]["settings"] == {key: [kept]}
