"""A new profile: whole or not at all, never over another file, and valid but for the places that it marks."""

from __future__ import annotations

import errno
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobcli.files.own_files import create
from tests.conftest import DAY, Prompt

ALL = {
    "--title-de": "Teamleitung",
    "--title-en": "Team lead",
    "--kldb": "71393",
    "--level": "specialist",
    "--duty-de": "Aufgaben: verteilen.",
    "--duty-en": "Share out tasks.",
    "--area": "people",
    "--pay": "50000",
    "--pay-per": "year",
    "--pay-as-of": "2025-06",
    "--publisher": "Guild of Invented Teams",
    "--source-title": "What team leads do",
    "--source-url": "https://example.org/guild#leads",
}
WORDS = [word for pair in ALL.items() for word in pair]
TEXTS = ["--title-de", "--title-en", "--duty-de", "--duty-en", "--publisher", "--source-title"]


def codes(prompt: Prompt, file: Path) -> set[str]:
    """The codes of all errors of a file."""
    problems = prompt("validate", str(file), "--json").json["problems"]
    return {problem["code"] for problem in problems if problem["severity"] == "error"}


@pytest.fixture
def roles(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "my roles"


# What is written


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_new_profile_is_valid_but_for_what_it_marks(prompt: Prompt, roles: Path, lang: str) -> None:
    outcome = prompt("new", "team-lead", "--folder", str(roles), "--json", lang=lang)
    assert outcome.code == 0, outcome.out
    result = outcome.json["result"]
    problems = prompt("validate", str(roles / "team-lead.yaml"), "--json").json["problems"]
    assert {problem["code"] for problem in problems} == {"to-fill"}
    assert [item["line"] for item in result["to_fill"]] == [problem["place"]["line"] for problem in problems]
    assert (result["role"], result["file"], result["hides"]) == ("team-lead", str(roles / "team-lead.yaml"), None)


def test_each_marked_place_has_its_keys(prompt: Prompt, roles: Path) -> None:
    places = prompt("new", "team-lead", "--folder", str(roles), "--json", *WORDS).json["result"]["to_fill"]
    assert [item["key"] for item in places] == ["summary.de", "summary.en", "salary.because.de", "salary.because.en"]
    lines = (roles / "team-lead.yaml").read_text(encoding="utf-8").splitlines()
    assert all(lines[item["line"] - 1].endswith("TODO") for item in places)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_profile_whose_places_are_filled_can_be_used(prompt: Prompt, roles: Path, lang: str) -> None:
    assert prompt("new", "team-lead", "--folder", str(roles), *WORDS, lang=lang).code == 0
    file = roles / "team-lead.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(" TODO\n", " Gefüllt.\n"), encoding="utf-8")
    assert codes(prompt, file) == set()
    role = prompt("show", "team-lead", "--profiles", str(roles), "--json").json["result"]["role"]
    (duty,), (pay,) = role["duties"], role["salary"]["observations"]
    assert role["title"] == {"de": "Teamleitung", "en": "Team lead"}
    assert (role["codes"]["kldb"], role["level"]) == ("71393", "specialist")
    assert (duty["area"], duty["text"]) == ("people", {"de": "Aufgaben: verteilen.", "en": "Share out tasks."})
    assert (pay["middle"], pay["per"], pay["as_of"]) == (50000, "year", "2025-06")
    source = role["sources"][pay["source"]]
    assert (source["publisher"], source["url"]) == ("Guild of Invented Teams", "https://example.org/guild#leads")
    assert source["read"] == DAY.isoformat()


def test_what_stands_in_a_comment_is_right_too(prompt: Prompt, roles: Path) -> None:
    assert prompt("new", "team-lead", "--folder", str(roles), *WORDS).code == 0
    file = roles / "team-lead.yaml"
    text = file.read_text(encoding="utf-8").replace(" TODO\n", " Filled.\n")
    keys = ("aliases", "industries", "subjects", "requirements", "paths", "transitions", "  ", "    published")
    lines = (
        line.replace("# ", "", 1) if line.startswith("# ") and line[2:].startswith(keys) else line
        for line in text.replace("    # published", "    published").splitlines()
    )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert codes(prompt, file) == set()
    role = prompt("show", "team-lead", "--profiles", str(roles), "--json").json["result"]["role"]
    assert role["aliases"]
    assert role["industries"]
    assert role["subjects"]
    assert role["requirements"]
    assert role["paths"]
    assert role["transitions"]["from"]


def test_the_first_line_names_the_schema_beside_it(prompt: Prompt, roles: Path) -> None:
    result = prompt("new", "team-lead", "--folder", str(roles), "--json").json["result"]
    first = (roles / "team-lead.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./role.schema.json"
    assert result["schema"] == str(roles / "role.schema.json")
    schema = json.loads((roles / "role.schema.json").read_text(encoding="ascii"))
    assert schema == json.loads(prompt("schema").out)


def test_the_fifth_digit_of_the_kldb_code_is_the_level(prompt: Prompt, roles: Path) -> None:
    # KldB 2010: the fifth digit is the Anforderungsniveau, 1 Helfer, 2 Fachkraft, 3 Spezialist, 4 Experte.
    for digit, level in (("1", "helper"), ("2", "skilled"), ("3", "specialist"), ("4", "expert")):
        assert prompt("new", f"role-{digit}", "--folder", str(roles), "--kldb", f"7139{digit}").code == 0
        assert f"\nlevel: {level} " in (roles / f"role-{digit}.yaml").read_text(encoding="utf-8")


def test_without_a_folder_it_lies_in_the_own_one_and_the_list_says_it_once(prompt: Prompt) -> None:
    outcome = prompt("new", "team-lead", "--json")
    assert outcome.json["result"]["file"] == str(prompt.home / "profiles" / "team-lead.yaml")
    listed = prompt("list", width=200)
    assert listed.code == 0
    assert "team-lead" not in listed.out
    file = prompt.home / "profiles" / "team-lead.yaml"
    # One warning for the whole file, although each of its sixteen places is a problem for programs.
    told = "".join(listed.err.split())
    assert told == "".join(
        f"{file} to-fill Places still to be filled: 16. Until then, this profile is left out. "
        f"To see them: jobcli validate {file}".split()
    )
    assert len(prompt("list", "--json").json["problems"]) == 16


def test_a_role_that_will_hide_a_built_in_one_says_so(prompt: Prompt, roles: Path) -> None:
    result = prompt("new", "cto", "--folder", str(roles), "--json").json["result"]
    assert result["hides"].endswith("cto.yaml")


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_told_the_file_is_valid_or_not_written(prompt: Prompt, data: st.DataObject) -> None:
    text = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
        ["null", "~", "Yes", "a: b", "a #b", "- x", "{a}", "'", '"', "\\", "TODO", "2025", "!!x", "&a", "*a", "%a", "@"]
    )
    told = {key: data.draw(text, label=key) for key in data.draw(st.sets(st.sampled_from(TEXTS)), label="keys")}
    folder = prompt.home / "any"
    (folder / "any.yaml").unlink(missing_ok=True)
    words = [f"{key}={value}" for key, value in told.items()]
    outcome = prompt("new", "any", "--folder", str(folder), *words)
    assert outcome.code in (0, 2), outcome.err
    assert (folder / "any.yaml").exists() == (outcome.code == 0)
    if outcome.code == 0:
        assert codes(prompt, folder / "any.yaml") == {"to-fill"}


def test_a_publisher_whose_name_means_nothing_to_yaml_has_an_id(prompt: Prompt, roles: Path) -> None:
    assert prompt("new", "team-lead", "--folder", str(roles), *WORDS, "--publisher", "NULL").code == 0
    assert codes(prompt, roles / "team-lead.yaml") == {"to-fill"}
    assert '  source-null:\n    publisher: "NULL"\n' in (roles / "team-lead.yaml").read_text(encoding="utf-8")


# What is refused


@pytest.mark.parametrize(
    "word",
    [
        *("../../x", "..", "a/b", "a\\b", "/etc/passwd", "C:x", ".hidden", "a.yaml", "a--b", "-a", "a-", "a b", ""),
        *(
            "Team-Lead",
            "büro",
            "x\n",
            "con",
            "CON",
            "nul",
            "prn",
            "aux",
            "com1",
            "COM9",
            "lpt1",
            "vocabulary",
            "a" * 65,
        ),
    ],
)
def test_what_cannot_be_a_file_everywhere_is_no_id(prompt: Prompt, roles: Path, word: str) -> None:
    outcome = prompt("new", "--folder", str(roles), "--json", "--", word)
    if word == "x\n":
        # Who pastes a line means the word in it.
        assert outcome.json["result"]["role"] == "x"
        return
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, "bad-id")
    assert not roles.exists()


def test_an_id_of_64_letters_is_the_longest(prompt: Prompt, roles: Path) -> None:
    assert prompt("new", "a" * 64, "--folder", str(roles)).code == 0


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--kldb", "7140", "bad-kldb"),
        ("--kldb", "٧١٤٠٣", "bad-kldb"),
        ("--level", "senior", "unknown-level"),
        ("--area", "juggling", "unknown-area"),
        ("--pay", "38.000", "bad-pay"),
        ("--pay", "0", "bad-pay"),
        ("--pay", "10000001", "bad-pay"),
        ("--pay-per", "hour", "unknown-period"),
        ("--pay-as-of", "2025-13", "bad-date"),
        ("--pay-as-of", "2026-12", "future"),
        ("--source-url", "example.org", "bad-address"),
        ("--source-url", "https://exa mple.org", "bad-address"),
        ("--title-de", "a\x1b[31mb", "bad-text"),
        ("--title-de", "a\u202eb", "bad-text"),
        ("--title-de", "x" * 301, "bad-text"),
        ("--title-de", " ", "bad-text"),
    ],
)
def test_an_answer_that_cannot_be_read_writes_nothing(
    prompt: Prompt, roles: Path, option: str, value: str, code: str
) -> None:
    outcome = prompt("new", "team-lead", "--folder", str(roles), option, value, "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (2, code)
    assert not roles.exists()


@pytest.mark.parametrize("form", ["csv", "ics", "sarif", "github", "todotxt"])
def test_a_format_that_this_result_has_not_writes_nothing(prompt: Prompt, roles: Path, form: str) -> None:
    assert prompt("new", "team-lead", "--folder", str(roles), "--output", form).code == 2
    assert not roles.exists()


@pytest.mark.parametrize("there", ["team-lead.yaml", "Team-Lead.yaml", "TEAM-LEAD.YAML"])
def test_a_file_that_is_there_is_left_alone_in_any_case(prompt: Prompt, roles: Path, there: str) -> None:
    roles.mkdir()
    (roles / there).write_bytes(b"mine")
    outcome = prompt("new", "team-lead", "--folder", str(roles), "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (1, "exists")
    assert [file.name for file in roles.iterdir()] == [there]
    assert (roles / there).read_bytes() == b"mine"


def test_a_link_to_nowhere_is_a_file_that_is_there(prompt: Prompt, roles: Path) -> None:
    roles.mkdir()
    (roles / "team-lead.yaml").symlink_to(roles / "elsewhere.yaml")
    assert prompt("new", "team-lead", "--folder", str(roles)).code == 1
    assert not (roles / "elsewhere.yaml").exists()


def test_a_schema_that_is_there_is_left_alone(prompt: Prompt, roles: Path) -> None:
    roles.mkdir()
    (roles / "role.schema.json").write_bytes(b"{}")
    assert prompt("new", "team-lead", "--folder", str(roles)).code == 0
    assert (roles / "role.schema.json").read_bytes() == b"{}"


def test_a_folder_of_training_paths_and_a_file_are_no_folder_of_roles(prompt: Prompt, tmp_path: Path) -> None:
    assert prompt("new", "team-lead", "--folder", str(tmp_path / "training")).code == 2
    (tmp_path / "file").write_bytes(b"")
    outcome = prompt("new", "team-lead", "--folder", str(tmp_path / "file"), "--json")
    assert (outcome.code, outcome.json["problems"][0]["code"]) == (1, "cannot-write")


# Whole or not at all


def test_of_many_who_create_a_file_at_once_one_wins(tmp_path: Path) -> None:
    file, won, start = tmp_path / "x.yaml", [], threading.Barrier(8)

    def one(number: int) -> None:
        start.wait()
        try:
            create(file, b"%d" % number * 1000)
        except FileExistsError:
            return
        won.append(number)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = won
    assert file.read_bytes() == b"%d" % winner * 1000
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_comes_in_the_last_moment_is_left_alone(
    prompt: Prompt, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def late(source: Path, target: Path) -> None:
        if Path(target).suffix == ".yaml":
            Path(target).write_bytes(b"mine")
        link(source, target)

    monkeypatch.setattr("os.link", late)
    assert prompt("new", "team-lead", "--folder", str(roles)).code == 1
    assert (roles / "team-lead.yaml").read_bytes() == b"mine"


def test_a_file_system_without_links_has_the_same_promise(
    prompt: Prompt, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", never)
    assert prompt("new", "team-lead", "--folder", str(roles)).code == 0
    assert codes(prompt, roles / "team-lead.yaml") == {"to-fill"}
    with pytest.raises(FileExistsError):
        create(roles / "team-lead.yaml", b"other")


@pytest.mark.parametrize("nth", [1, 2])
def test_a_full_disk_leaves_nothing_behind(
    prompt: Prompt, roles: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    roles.mkdir()
    calls = iter(range(1, 100))
    sync = os.fsync

    def full(handle: int) -> None:
        # Two files are written, and after each the folder is made sure of.
        if next(calls) == 2 * nth - 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr("os.fsync", full)
    outcome = prompt("new", "team-lead", "--folder", str(roles))
    assert (outcome.code, outcome.out) == (1, "")
    assert "No space left on device" in outcome.err
    assert list(roles.iterdir()) == []


def test_ctrl_c_while_writing_leaves_no_half_of_a_file(
    prompt: Prompt, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    assert prompt("new", "team-lead", "--folder", str(roles)).code == 130
    assert list(roles.iterdir()) == []


def test_a_schema_of_another_version_is_kept_and_it_is_said_how_to_renew_it(prompt: Prompt, roles: Path) -> None:
    roles.mkdir()
    schema = roles / "role.schema.json"
    schema.write_text("{}", encoding="ascii")
    told = prompt("new", "team-lead", "--folder", str(roles), width=300).out
    assert f"jobcli schema --profiles '{roles}' > '{schema}'" in " ".join(told.split())
    assert schema.read_text(encoding="ascii") == "{}"
    # One with the same keys is none, although it cannot offer the new role yet.
    schema.write_text(prompt("schema").out, encoding="ascii")
    assert "jobcli schema" not in prompt("new", "shift-lead", "--folder", str(roles), width=300).out
