"""Where profiles come from, which of them wins, and what a file may look like."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jobcli.files.catalog import BUILT_IN, Catalog, Shelf
from jobcli.files.figures import open_drawer
from tests.conftest import SMALL, Outcome, Prompt, Write


def small(english: str) -> str:
    """The small role under another English title."""
    return SMALL.replace("Office helper}", f"{english}}}")


def role(outcome: Outcome) -> dict[str, object]:
    """The role that `show --json` answered with."""
    found: dict[str, object] = outcome.json["result"]["role"]
    return found


def codes(outcome: Outcome) -> list[str]:
    """The codes of the problems in an answer for programs."""
    return [problem["code"] for problem in outcome.json["problems"]]


# The files that ship


def test_all_profiles_that_ship_are_without_an_error(prompt: Prompt) -> None:
    outcome = prompt("validate", "--json")
    assert {problem["severity"] for problem in outcome.json["problems"]} == {"warning"}
    assert outcome.code == 0


def test_all_roles_and_training_paths_that_ship_can_be_read() -> None:
    catalog = Catalog()
    assert [profile.id for profile in catalog.profiles()] == catalog.ids()
    assert all(catalog.training(path_id) is not None for path_id in catalog.training_ids())
    assert catalog.problems == []
    assert len(catalog.ids()) >= 5


def test_the_title_read_in_a_hurry_is_the_title_of_the_whole_profile() -> None:
    catalog = Catalog()
    assert {profile.id: profile.role.title for profile in catalog.profiles()} == {
        role_id: catalog.title(role_id) for role_id in catalog.ids()
    }


def test_all_figures_that_ship_lie_in_the_drawer() -> None:
    assert open_drawer().tables


# Whose profile wins


@pytest.fixture
def four_shelves(prompt: Prompt, write: Write) -> Prompt:
    """The id `cto` on every shelf: in two folders of --profiles, in JOBCLI_PROFILES, in the own folder, built in."""
    write("first/cto.yaml", small("First"))
    write("second/cto.yaml", small("Second"))
    prompt.env["JOBCLI_PROFILES"] = os.pathsep.join(
        str(write(f"{name}/cto.yaml", small(name.title())).parent) for name in ("third", "fourth")
    )
    write("home/profiles/cto.yaml", small("Own"))
    return prompt


def test_profiles_of_the_option_win_in_their_order_then_the_environment_then_the_own_folder_then_the_built_in(
    four_shelves: Prompt, tmp_path: Path
) -> None:
    option = ["--profiles", str(tmp_path / "first"), "--profiles", str(tmp_path / "second")]

    def winner(*words: str) -> tuple[object, object, object, object]:
        found = role(four_shelves("show", "cto", "--json", *words))
        title = found["title"]
        assert isinstance(title, dict)
        return title["en"], found["origin"], found["file"], found["hides"]

    first, second, third, fourth, own = (
        str(tmp_path / folder / "cto.yaml") for folder in ("first", "second", "third", "fourth", "home/profiles")
    )
    built_in = str(BUILT_IN / "cto.yaml")
    assert winner(*option) == ("First", "option", first, second)
    assert winner(*option[2:]) == ("Second", "option", second, third)
    assert winner() == ("Third", "environment", third, fourth)
    four_shelves.env["JOBCLI_PROFILES"] = str(tmp_path / "fourth")
    assert winner() == ("Fourth", "environment", fourth, own)
    del four_shelves.env["JOBCLI_PROFILES"]
    assert winner() == ("Own", "user", own, built_in)
    (tmp_path / "home/profiles/cto.yaml").unlink()
    assert winner()[1:] == ("built-in", built_in, None)


def test_show_says_which_file_an_own_profile_hides(prompt: Prompt, write: Write) -> None:
    file = write("home/profiles/cto.yaml", small("Own"))
    outcome = prompt("show", "cto", width=120)
    assert (outcome.code, outcome.err) == (0, "")
    # A long path is parted at the edge of the page, and may have blanks of its own.
    told = f"{file}. It hides {BUILT_IN / 'cto.yaml'}"
    assert "".join(told.split()) in "".join(outcome.out.split())


def test_an_own_profile_stands_in_the_list_beside_the_built_in_ones(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", SMALL)
    rows = {row["id"]: row["origin"] for row in prompt("list", "--json").json["result"]["roles"]}
    assert rows["office-helper"] == "user"
    assert rows["cto"] == "built-in"


def test_an_own_training_path_hides_the_built_in_one_of_the_same_id(prompt: Prompt, write: Write) -> None:
    built_in = (BUILT_IN / "training/aevo.yaml").read_text(encoding="utf-8")
    own = "".join(
        "title: {de: Eigene, en: Of our own}\n" if line.startswith("title:") else line
        for line in built_in.splitlines(keepends=True)
    )
    write("home/profiles/office-helper.yaml", SMALL)
    write("home/profiles/training/aevo.yaml", own)
    paths = role(prompt("show", "office-helper", "--json"))["paths"]
    assert isinstance(paths, list)
    assert [path["title"]["en"] for path in paths] == ["Of our own", "Office course"]


def test_an_own_vocabulary_adds_words_and_replaces_names(prompt: Prompt, write: Write) -> None:
    write("home/profiles/vocabulary.yaml", "areas:\n  juggling: {de: Jonglieren, en: Juggling}\n")
    file = write("home/profiles/juggler.yaml", SMALL.replace("area: administration", "area: juggling"))
    assert prompt("validate", str(file)).code == 0
    vocabulary = Catalog([Shelf(file.parent, "user")]).vocabulary
    assert vocabulary.areas["juggling"].en == "Juggling"
    assert "administration" in vocabulary.areas


# When an own profile is broken


def test_a_broken_own_profile_is_a_warning_and_the_others_are_listed(prompt: Prompt, write: Write) -> None:
    file = write("home/profiles/office-helper.yaml", SMALL.replace("level: skilled", "level: senior"))
    outcome = prompt("list", width=120)
    assert outcome.code == 0
    # The path may be longer than a line; it is broken then, but nothing of it is lost.
    assert f"{file}:8:8unknown-value" in "".join(outcome.err.split())
    assert "cto" in outcome.out
    assert "office-helper" not in outcome.out


def test_a_program_is_told_of_the_broken_profile_inside_the_answer(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", "level: [")
    outcome = prompt("list", "--json")
    assert (outcome.code, outcome.err, outcome.json["status"]) == (0, "", "ok")
    assert codes(outcome) == ["not-yaml"]
    assert "cto" in {row["id"] for row in outcome.json["result"]["roles"]}


def test_a_broken_profile_that_is_asked_for_has_no_answer_but_its_fault(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", SMALL.replace("level: skilled", "level: senior"))
    outcome = prompt("show", "office-helper", "--json")
    assert (outcome.code, outcome.json["status"], codes(outcome)) == (1, "failed", ["unknown-value"])


def test_a_broken_training_path_is_reported_once_and_takes_only_its_roles_with_it(prompt: Prompt, write: Write) -> None:
    write("home/profiles/training/juggling.yaml", "kind: certificate\n")
    for name in ("juggler", "acrobat"):
        write(f"home/profiles/{name}.yaml", SMALL.replace("- aevo\n", "- juggling\n"))
    outcome = prompt("list", "--json")
    assert outcome.code == 0
    listed = {row["id"] for row in outcome.json["result"]["roles"]}
    assert "cto" in listed
    assert not {"juggler", "acrobat"} & listed
    assert {problem["place"]["file"] for problem in outcome.json["problems"]} == {
        str(prompt.home / "profiles/training/juggling.yaml")
    }
    messages = [problem["message"] for problem in outcome.json["problems"]]
    assert len(messages) == len(set(messages))


# Names of files and folders


@pytest.mark.parametrize("name", ["Office_Helper.yaml", "bürohilfe.yaml", "office helper.yaml", "office--helper.yaml"])
def test_a_file_whose_name_cannot_be_an_id_is_reported(prompt: Prompt, write: Write, name: str) -> None:
    file = write(f"home/profiles/{name}", SMALL)
    outcome = prompt("list", "--json")
    assert (outcome.code, codes(outcome)) == (0, ["file-name"])
    assert outcome.json["problems"][0]["place"]["file"] == str(file)
    assert name in outcome.json["problems"][0]["message"]


def test_validate_reports_a_bad_file_name_too(prompt: Prompt, write: Write) -> None:
    outcome = prompt("validate", str(write("Office_Helper.yaml", SMALL)), "--json")
    assert (outcome.code, codes(outcome)[0]) == (1, "file-name")
    assert [problem["severity"] for problem in outcome.json["problems"]].count("error") == 1


def test_a_file_name_of_unreadable_bytes_is_no_accident(prompt: Prompt) -> None:
    folder = prompt.home / "profiles"
    folder.mkdir(parents=True)
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yaml")).write_text(SMALL, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    for words in (["list"], ["list", "--json"]):
        outcome = prompt(*words)
        assert outcome.code == 0, words
        assert "file-name" in outcome.out + outcome.err


def test_roles_and_training_paths_of_a_validated_folder_may_point_to_each_other(prompt: Prompt, write: Write) -> None:
    write("team/office-helper.yaml", SMALL.replace("role: operations-manager", "role: juggler"))
    write("team/juggler.yaml", SMALL)
    outcome = prompt("validate", str(write("team/training/note.txt", "").parent.parent), "--json")
    assert (outcome.code, outcome.json["result"]["files"]) == (0, 2)


@pytest.mark.parametrize("where", ["option", "environment"])
def test_a_folder_that_was_named_but_is_not_there_is_refused(prompt: Prompt, where: str) -> None:
    missing = str(prompt.home / "nowhere")
    if where == "environment":
        prompt.env["JOBCLI_PROFILES"] = missing
    outcome = prompt("list", "--json", *(["--profiles", missing] if where == "option" else []))
    (problem,) = outcome.json["problems"]
    assert (outcome.code, outcome.json["result"], problem["code"]) == (1, None, "unreadable")
    assert problem["message"] == f"'{missing}' cannot be read: it is not there."
    assert "--profiles" in problem["hint"]


def test_a_file_where_a_folder_should_be_is_refused(prompt: Prompt, write: Write) -> None:
    file = write("office-helper.yaml", SMALL)
    outcome = prompt("list", "--json", "--profiles", str(file))
    assert (outcome.code, codes(outcome)) == (1, ["unreadable"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read_is_refused(prompt: Prompt, write: Write) -> None:
    folder = write("locked/office-helper.yaml", SMALL).parent
    folder.chmod(0)
    try:
        outcome = prompt("list", "--json", "--profiles", str(folder))
    finally:
        folder.chmod(0o700)
    assert (outcome.code, codes(outcome)) == (1, ["unreadable"])


def test_without_a_folder_of_their_own_a_person_is_told_nothing(prompt: Prompt) -> None:
    assert not (prompt.home / "profiles").exists()
    assert prompt("list").err == ""


def test_a_file_to_validate_that_is_not_there_is_named(prompt: Prompt) -> None:
    outcome = prompt("validate", "nowhere.yaml")
    assert outcome.code == 1
    assert "There is no file 'nowhere.yaml'." in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_and_nobody_waits_for_it(prompt: Prompt) -> None:
    pipe = prompt.home / "profiles/pipe.yaml"
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    listed, validated = prompt("list", "--json"), prompt("validate", str(pipe), "--json")
    assert (listed.code, codes(listed)) == (0, ["not-a-file"])
    assert (validated.code, codes(validated)) == (1, ["not-a-file"])


def test_a_folder_with_the_name_of_a_profile_is_refused(prompt: Prompt) -> None:
    folder = prompt.home / "profiles/office.yaml"
    folder.mkdir(parents=True)
    listed, validated = prompt("list", "--json"), prompt("validate", str(folder.parent), "--json")
    assert (listed.code, codes(listed)) == (0, ["not-a-file"])
    assert (validated.code, codes(validated)) == (1, ["not-a-file"])


# What a text may look like


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + SMALL.encode(), id="a byte order mark"),
        pytest.param(SMALL.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode(), id="both"),
        pytest.param(SMALL.rstrip("\n").encode(), id="no line end at the end"),
        pytest.param(b"---\n" + SMALL.encode() + b"...\n", id="marks around the document"),
    ],
)
def test_what_editors_add_changes_nothing(prompt: Prompt, write: Write, data: bytes) -> None:
    write("home/profiles/office-helper.yaml", data)
    outcome = prompt("show", "office-helper", "--json")
    assert (outcome.code, codes(outcome)) == (0, [])
    title = role(outcome)["title"]
    assert isinstance(title, dict)
    assert title["de"] == "Bürohilfe"


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_are_the_same_with_a_byte_order_mark_and_line_ends_of_windows(
    prompt: Prompt, write: Write, start: bytes, line_end: str
) -> None:
    text = SMALL.replace("level: skilled", "level: senior").replace("\n", line_end)
    outcome = prompt("validate", str(write("office-helper.yaml", start + text.encode())))
    assert "office-helper.yaml:8:8  unknown-value" in outcome.err.replace("\n", "")
    assert "\n  8 | level: senior\n             ^^^^^^\n" in outcome.err


def test_a_kldb_code_without_quotes_keeps_its_zero(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", SMALL.replace('kldb: "71402"', "kldb: 01104"))
    found = role(prompt("show", "office-helper", "--json"))["codes"]
    assert isinstance(found, dict)
    assert found["kldb"] == "01104"


@pytest.mark.parametrize("word", ["NO", "yes", "off", "1.10", "0x1F", "12:30", "1e3", "2025-06-01", ".inf"])
def test_a_text_that_other_readers_take_for_something_else_stays_a_text(
    prompt: Prompt, write: Write, word: str
) -> None:
    write("home/profiles/office-helper.yaml", SMALL.replace("aliases: [Bürokraft]", f"aliases: [{word}]"))
    assert role(prompt("show", "office-helper", "--json"))["aliases"] == [word]


def test_a_word_in_quotes_that_means_nothing_without_them_is_a_text(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", SMALL.replace("aliases: [Bürokraft]", 'aliases: ["null", "~"]'))
    assert role(prompt("show", "office-helper", "--json"))["aliases"] == ["null", "~"]


# Whatever the file holds


def _answers(prompt: Prompt, data: bytes) -> Outcome:
    """The outcome of validating `data`: an answer or a problem with a place, never an accident."""
    prompt.home.mkdir(exist_ok=True)
    file = prompt.home / "any.yaml"
    file.write_bytes(data)
    outcome = prompt("validate", str(file))
    assert outcome.code in (0, 1)
    assert "Traceback" not in outcome.err
    assert bool(re.search(r" checked(: no errors|, no problems)[.,]", outcome.out)) == (outcome.code == 0)
    assert outcome.err or outcome.code == 0
    return outcome


@given(data=st.binary(max_size=300))
@example(data=b"\xff")
@example(data=b"- " * 200)
@example(data=b"? [a]\n: b\n")
@example(data=b"%YAML 9.9\n---\na: b\n")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered(prompt: Prompt, data: bytes) -> None:
    _answers(prompt, data)


@given(
    start=st.integers(0, len(SMALL)),
    length=st.integers(0, 40),
    text=st.text(st.characters(codec="utf-8"), max_size=12) | st.text("[]{}&*!|>'\"%@`#:,?- \n\t0.", max_size=12),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_profile_with_any_slip_of_the_hand_is_answered(prompt: Prompt, start: int, length: int, text: str) -> None:
    _answers(prompt, (SMALL[:start] + text + SMALL[start + length :]).encode())


def test_a_folder_without_profiles_is_no_success(prompt: Prompt, write: Write) -> None:
    folder = write("empty/note.txt", "").parent
    outcome = prompt("validate", str(folder), "--json")
    assert (outcome.code, codes(outcome)) == (1, ["no-profiles"])


def test_an_own_folder_that_cannot_be_entered_is_a_warning_and_no_accident(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, whole = prompt.home / "profiles", Path.iterdir

    def closed(folder: Path) -> Iterator[Path]:
        if folder == own:
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(folder)

    monkeypatch.setattr(Path, "iterdir", closed)
    outcome = prompt("list")
    assert (outcome.code, "cto" in outcome.out) == (0, True)
    assert "permission denied" in " ".join(outcome.err.split())
