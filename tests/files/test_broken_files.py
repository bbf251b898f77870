"""What a broken profile is told: every file of the gallery has one fault, and beside it the exact words for it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Prompt, Write

GALLERY = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests/broken").glob("*.yaml"))
PLACE_LINE = re.compile(r"^(tests/broken/[^:\s]+\.yaml)(?::(\d+):(\d+))?  ([a-z-]+)$", re.MULTILINE)

GERMAN = "german"


@pytest.fixture(autouse=True)
def _at_the_top_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are printed as the files were named: the gallery names them from the top of the checkout."""
    monkeypatch.chdir(ROOT)


def expected(file: str, folder: str = "") -> str:
    """What the program is to print about a file of the gallery; the German texts have a folder of their own."""
    text = (ROOT / file).with_suffix(".expected")
    return (text.parent / folder / text.name).read_text(encoding="utf-8")


def places(text: str) -> list[tuple[str, int | None, int | None, str]]:
    """File, line, column and code of every problem in a printed report."""
    return [
        (file, int(line) if line else None, int(column) if column else None, code)
        for file, line, column, code in PLACE_LINE.findall(text)
    ]


def counted(found: list[tuple[str, int | None, int | None, str]]) -> str:
    """The last line of a report about one file that has no warnings."""
    fill = sum(code == "to-fill" for *_, code in found)
    errors = len(found) - fill
    told = "no errors" if not errors else "1 error" if errors == 1 else f"{errors} errors"
    more = "" if not fill else ", 1 place to fill" if fill == 1 else f", {fill} places to fill"
    return f"1 file checked: {told}{more}.\n"


def test_the_gallery_is_complete_every_file_has_its_expected_text_and_the_other_way_round() -> None:
    texts = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests/broken").glob("*.expected"))
    assert [Path(text).with_suffix(".yaml").as_posix() for text in texts] == GALLERY
    german = sorted(file.name for file in (ROOT / "tests/broken" / GERMAN).iterdir())
    assert german == [Path(text).name for text in texts]
    assert len(GALLERY) > 50


def test_the_small_role_from_which_the_gallery_is_made_has_no_fault(prompt: Prompt) -> None:
    outcome = prompt("validate", "tests/small/role.yaml", "--json")
    # It is small: a single survey, a course without a price, and no role that leads to it.
    told = [problem["code"] for problem in outcome.json["problems"]]
    assert told == ["one-observation", "no-cost", "unreached-role"]
    assert (outcome.code, outcome.json["result"]["problems"]) == (0, 0)


@pytest.mark.parametrize("file", GALLERY)
def test_a_fault_is_told_with_its_place_and_its_cure(prompt: Prompt, file: str) -> None:
    outcome = prompt("validate", file, width=100)
    assert outcome.err == expected(file) + "\n" + counted(places(expected(file)))
    assert (outcome.code, outcome.out) == (1, "")


@pytest.mark.parametrize("file", GALLERY)
def test_a_fault_is_told_in_german_at_the_same_place(prompt: Prompt, file: str) -> None:
    outcome = prompt("validate", file, width=100, lang="de")
    assert outcome.err.rpartition("\n\n")[0] + "\n" == expected(file, GERMAN)
    assert (outcome.code, outcome.out) == (1, "")
    assert places(expected(file, GERMAN)) == places(expected(file))
    assert expected(file, GERMAN) != expected(file)


@pytest.mark.parametrize("file", GALLERY)
def test_a_program_is_told_the_same_faults(prompt: Prompt, file: str) -> None:
    outcome = prompt("validate", file, "--json")
    told = [
        (problem["place"]["file"], problem["place"]["line"], problem["place"]["column"], problem["code"])
        for problem in outcome.json["problems"]
    ]
    assert told == places(expected(file))
    assert (outcome.code, outcome.err, outcome.json["status"]) == (1, "", "failed")


def test_several_broken_files_are_reported_one_after_the_other(prompt: Prompt) -> None:
    first, second = "tests/broken/unknown-level.yaml", "tests/broken/unknown-area.yaml"
    outcome = prompt("validate", first, second, width=100)
    assert [file for file, *_ in places(outcome.err)] == [first, second]
    assert outcome.code == 1


def test_a_whole_folder_is_validated_and_no_broken_file_stops_the_next(prompt: Prompt) -> None:
    outcome = prompt("validate", "tests/broken", "--json")
    problems = [problem for problem in outcome.json["problems"] if problem["code"] != "folder-not-read"]
    assert {problem["place"]["file"] for problem in problems} == set(GALLERY)
    assert outcome.code == 1


def test_of_a_long_line_the_part_around_the_fault_is_quoted(
    prompt: Prompt, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
    file = write("long.yaml", small.replace("[office-organisation]", f"[{'law, ' * 40}juggling, {'law, ' * 40}law]"))
    monkeypatch.chdir(file.parent)
    outcome = prompt("validate", file.name, width=100)
    quoted, caret = outcome.err.splitlines()[1:3]
    assert len(quoted) <= 100
    assert quoted[caret.index("^") : caret.rindex("^") + 1] == "juggling"


def test_a_file_of_more_than_a_million_bytes_is_refused_without_a_false_size(prompt: Prompt, write: Write) -> None:
    file = write("large.yaml", b"# " + b"x" * 3_000_000)
    outcome = prompt("validate", str(file), "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, problem["code"], problem["place"]["line"]) == (1, "too-large", None)
    # No more than the limit is read, so the real size is not known and must not be invented.
    assert "1000001" not in problem["message"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brackets", "[" * 10_000),
        ("braces", "{a: " * 10_000),
        ("indents", "".join(f"{' ' * level}a:\n" for level in range(1_000))),
        ("dashes", "- " * 10_000 + "a"),
    ],
)
def test_ten_thousand_levels_are_refused_at_the_forty_first(
    prompt: Prompt, write: Write, name: str, content: str
) -> None:
    outcome = prompt("validate", str(write(f"{name}.yaml", content)), "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, problem["code"]) == (1, "too-deep")
    assert "40 levels" in problem["message"]


def test_a_billion_laughs_are_refused_at_the_first_anchor(prompt: Prompt, write: Write) -> None:
    laughs = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    laughs += [
        f"{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    outcome = prompt("validate", str(write("laughs.yaml", "\n".join(laughs))), "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, problem["code"]) == (1, "alias")
    assert (problem["place"]["line"], problem["place"]["column"]) == (1, 4)


def test_a_number_of_five_thousand_digits_is_out_of_range_and_no_accident(prompt: Prompt, write: Write) -> None:
    small = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
    outcome = prompt("validate", str(write("digits.yaml", small.replace("45000", "9" * 5_000))), "--json")
    assert (outcome.code, [problem["code"] for problem in outcome.json["problems"]]) == (1, ["out-of-range"])
    assert len(outcome.json["problems"][0]["message"]) < 200


def test_of_twenty_thousand_wrong_keys_a_hundred_are_told_and_that_there_are_more(prompt: Prompt, write: Write) -> None:
    content = "".join(f"key{number}: 1\n" for number in range(20_000))
    outcome = prompt("validate", str(write("keys.yaml", content)), "--json")
    problems = outcome.json["problems"]
    assert (outcome.code, len(problems)) == (1, 101)
    assert sum(problem["code"] == "too-many" for problem in problems) == 1


def test_the_report_for_programs_is_json_in_both_languages(prompt: Prompt) -> None:
    for lang in ("de", "en"):
        outcome = prompt("validate", "tests/broken/month-13.yaml", "--output", "json", lang=lang)
        assert (outcome.code, outcome.err) == (1, "")
        assert json.loads(outcome.out)["problems"][0]["code"] == "wrong-form"


@pytest.mark.parametrize("width", [60, 80])
def test_the_place_is_one_word_on_a_narrow_terminal(prompt: Prompt, write: Write, width: int) -> None:
    # Editors, grep and a click look for file:line:column: a place broken in two opens nothing.
    file = write(f"{'a-folder-with-a-long-name/' * 4}role.yaml", (ROOT / "tests/broken/unknown-key.yaml").read_bytes())
    place = re.search(r"unknown-key\.yaml(:\d+:\d+)", expected("tests/broken/unknown-key.yaml"))
    assert place is not None
    first, second, *_ = prompt("validate", str(file), width=width).err.splitlines()
    assert (first, second) == (f"{file}{place[1]}", "  unknown-key")
