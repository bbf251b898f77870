"""Problems for pipelines: the SARIF log has the form of the standard, GitHub's lines are escaped, places are right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.pages.kit.language import Language
from jobcli.pages.pipelines import Ground, github_text, sarif_text
from tests.conftest import ROOT, SMALL, Prompt, Write

GROUND = Ground(Path("/home/erika/roles"), Path("/home/erika/roles"))
SAY = Language("en")


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: list[str], **properties: object) -> dict[str, Any]:
    """An object with these properties and no others, as the schema of the standard closes each."""
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


# The parts of the standard that are used here, by hand from its sections 3.13 to 3.30 and 3.49: names, required parts, types.
REGION = closed(["startLine"], startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT, snippet=TEXT)
ARTIFACT = closed(["uri"], uri={"type": "string", "format": "uri-reference"}, uriBaseId={"type": "string"})
LOCATION = closed(
    ["physicalLocation"], physicalLocation=closed(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION)
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed([], level=LEVEL),
)
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
)
DRIVER = closed(
    ["name"],
    name={"type": "string"},
    version={"type": "string"},
    semanticVersion={"type": "string"},
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
RUN = closed(
    ["tool", "results"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    ["version", "runs"],
    **{
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "items": RUN},
    },
)


def sarif(text: str) -> list[dict[str, Any]]:
    """The results of a log, once it has the form of the standard."""
    log = json.loads(text)
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    results: list[dict[str, Any]] = run["results"]
    return results


def region(result: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = result["locations"][0]["physicalLocation"]["region"]
    return found


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_log_has_every_problem_of_the_json_in_its_place(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.chdir(ROOT)
    targets = ("tests/broken/several-faults.yaml", "tests/broken/warnings", "tests/broken/to-fill.yaml")
    told = prompt("validate", *targets, "--json", lang=lang).json["problems"]
    outcome = prompt("validate", *targets, "--output", "sarif", lang=lang)
    results = sarif(outcome.out)
    assert (outcome.code, outcome.err) == (1, "")
    assert {problem["severity"] for problem in told} == {"error", "warning"}
    for problem, result in zip(told, results, strict=True):
        assert (result["ruleId"], result["level"]) == (problem["code"], problem["severity"])
        assert result["message"]["text"] == f"{problem['message']} {problem['hint']}"
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"] == {"uri": problem["place"]["file"], "uriBaseId": "%SRCROOT%"}
        # No line of these files has letters outside the basic plane: the columns are those of the other reports.
        assert location["region"]["startLine"] == problem["place"]["line"]
        assert location["region"]["startColumn"] == problem["place"]["column"]


def test_a_run_without_problems_is_a_log_without_results(prompt: Prompt) -> None:
    outcome = prompt("validate", str(ROOT / "docs/example/team-lead.yaml"), "--output", "sarif")
    assert (outcome.code, outcome.err, sarif(outcome.out)) == (0, "", [])


def test_columns_count_two_for_a_letter_outside_the_basic_plane(prompt: Prompt, write: Write) -> None:
    file = write("emoji.yaml", SMALL.replace("subjects: [office-organisation]", "subjects: [😀😀, juggling]"))
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "juggling" in line)
    results = sarif(prompt("validate", str(file), "--output", "sarif").out)
    (found,) = [region(result) for result in results if result["ruleId"] == "unknown-subject"]
    # `subjects: [😀😀, juggling]`: 'juggling' begins with the 16th letter, which is the 18th UTF-16 code unit.
    assert lines[number - 1].index("juggling") + 1 == 16
    assert found == {
        "startLine": number,
        "startColumn": 18,
        "endLine": number,
        "endColumn": 26,
        "snippet": {"text": lines[number - 1]},
    }


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=40), st.data())
def test_a_region_cuts_the_same_letters_out_of_the_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(1, max(1, len(text) - start)))
    place = Place("role.yaml", 3, start + 1, length, text)
    (result,) = sarif(sarif_text(SAY, [Problem("any", phrase("Any."), place=place)], GROUND, "1.0.0"))
    units, found = text.encode("utf-16-le"), region(result)
    cut = units[2 * (found["startColumn"] - 1) : 2 * (found["endColumn"] - 1)].decode("utf-16-le")
    assert cut == text[start : start + length]


@pytest.mark.parametrize(
    ("file", "here", "artifact"),
    [
        ("a b/größe.yaml", "/home/erika/roles", {"uri": "a%20b/gr%C3%B6%C3%9Fe.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../roles/./x.yaml", "/home/erika/other", {"uri": "x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("x.yaml", "/home/erika/roles/mine", {"uri": "mine/x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/etc/my roles/x.yaml", "/home/erika/roles", {"uri": "file:///etc/my%20roles/x.yaml"}),
        ("../../../../etc/x.yaml", "/home/erika/roles", {"uri": "file:///etc/x.yaml"}),
    ],
)
def test_files_are_named_from_the_root_of_the_checkout(file: str, here: str, artifact: dict[str, str]) -> None:
    problem = Problem("any", phrase("Any."), place=Place(file, 1, 1))
    (result,) = sarif(sarif_text(SAY, [problem], Ground(Path("/home/erika/roles"), Path(here)), "1.0.0"))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def unescaped(text: str) -> str:
    """What GitHub's runner makes of an escaped value."""
    return unquote(text) if "%" in text else text


def test_github_is_told_every_problem_in_a_line_of_its_own(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    targets = ("tests/broken/several-faults.yaml", "tests/broken/catalogue/one-sided-transition")
    told = prompt("validate", *targets, "--json").json["problems"]
    outcome = prompt("validate", *targets, "--output", "github")
    assert (outcome.code, outcome.err) == (1, "")
    for problem, line in zip(told, outcome.out.splitlines(), strict=True):
        found = re.fullmatch(r"::(error|warning) ([^:]*)::(.*)", line)
        assert found
        told_here = dict(item.split("=") for item in found[2].split(","))
        place = problem["place"]
        assert found[1] == problem["severity"]
        assert unescaped(found[3]) == f"{problem['message']} {problem['hint']}"
        assert (told_here["file"], told_here["line"], told_here["col"], told_here["title"]) == (
            *(place["file"], str(place["line"]), str(place["column"]), problem["code"]),
        )


def test_github_is_told_of_a_run_with_warnings_only_which_is_no_failure(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    outcome = prompt("validate", "tests/broken/warnings/no-cost.yaml", "--output", "github")
    assert outcome.code == 0
    assert outcome.out.startswith("::warning file=tests/broken/warnings/no-cost.yaml,line=43,")


def test_files_are_named_from_the_workspace_of_the_runner(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    file = write("checkout/roles/broken.yaml", "level: senior\n")
    monkeypatch.chdir(file.parent)
    prompt.env["GITHUB_WORKSPACE"] = str(file.parent.parent)
    outcome = prompt("validate", "broken.yaml", "--output", "github")
    assert "::error file=roles/broken.yaml,line=1,endLine=1,col=8,endColumn=14,title=unknown-value::" in outcome.out


def test_what_means_something_to_github_is_escaped() -> None:
    # The five escapes that the runner's documents name.
    problem = Problem("a,b:c", phrase("50 % of\r\nit, too: ::error::"), place=Place("a,b:100%.yaml", 1, 2, 3))
    assert github_text(SAY, [problem], GROUND) == (
        "::error file=a%2Cb%3A100%25.yaml,line=1,endLine=1,col=2,endColumn=5,title=a%2Cb%3Ac"
        "::50 %25 of%0D%0Ait, too: ::error::\n"
    )


def test_a_problem_of_the_whole_file_has_no_line(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert prompt("validate", "nowhere.yaml", "--output", "github").out.startswith(
        "::error file=nowhere.yaml,title=no-file::"
    )
    (result,) = sarif(prompt("validate", "nowhere.yaml", "--output", "sarif").out)
    assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]


@pytest.mark.parametrize("form", ["sarif", "github"])
@pytest.mark.parametrize("words", [("list",), ("compare",), ("schema",), ("me",)])
def test_other_commands_do_not_come_in_the_formats_of_pipelines(
    prompt: Prompt, words: tuple[str, ...], form: str
) -> None:
    outcome = prompt(*words, "--output", form)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"This result does not come as {form}." in outcome.err


@pytest.mark.parametrize("form", ["ics", "todotxt"])
def test_validate_does_not_come_in_the_formats_of_others(prompt: Prompt, form: str) -> None:
    outcome = prompt("validate", str(ROOT / "tests/small/role.yaml"), "--output", form)
    assert outcome.code == 2
    assert "sarif, github" in " ".join(outcome.err.split())


def test_a_folder_that_cannot_be_read_is_told_to_the_pipeline(prompt: Prompt) -> None:
    words = ("validate", "--profiles", "nowhere")
    outcome = prompt(*words, "--output", "github")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.startswith("::error title=unreadable::'nowhere' cannot be read")
    (result,) = sarif(prompt(*words, "--output", "sarif").out)
    assert (result["ruleId"], "locations" in result) == ("unreadable", False)


def test_wrong_usage_is_no_finding(prompt: Prompt) -> None:
    outcome = prompt("validate", "--nope", "--output", "sarif")
    assert (outcome.code, outcome.out) == (2, "")
    assert "No option '--nope'." in outcome.err


@pytest.mark.parametrize("file", ["x" * 5000, "loop.yaml"])
def test_a_name_that_leads_nowhere_is_told_in_every_form(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str
) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    monkeypatch.chdir(tmp_path)
    for form in ("json", "sarif", "github"):
        outcome = prompt("validate", file, "--output", form)
        assert outcome.code == 1
        assert outcome.err == ""
        assert outcome.out
