"""The schemas for editors: every shipped file passes, and a broken one fails where a schema can know it.

`check-jsonschema` reads the files as a pipeline of an author does: with a YAML 1.2 reader of its own, which keeps dates
as texts and takes 2025 for a number.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from jobcli.domain import evidence, figures, funding, own, role, salary
from jobcli.files.figures import ARRIVAL
from jobcli.files.schema import SCHEMAS, build
from tests.conftest import ROOT, Prompt

CHECKER = Path(sys.executable).parent / "check-jsonschema"

SHIPPED = {
    "role": [
        *(file for file in sorted((ROOT / "profiles").glob("*.yaml")) if file.stem != "vocabulary"),
        *sorted((ROOT / "docs/example").glob("*.yaml")),
        ROOT / "tests/small/role.yaml",
    ],
    "training": [
        *sorted((ROOT / "profiles/training").glob("*.yaml")),
        *sorted((ROOT / "docs/example/training").glob("*.yaml")),
    ],
    "vocabulary": [ROOT / "profiles/vocabulary.yaml"],
    # Files that hold records of their own are read whole as these records, and have no schema for editors.
    "figures": sorted(
        file
        for file in (ROOT / "src/jobcli/figures").rglob("*.yaml")
        if re.search("^(tables|pending):", file.read_text("utf-8"), re.MULTILINE) and file != ARRIVAL
    ),
}

BLIND = {
    "the id is listed elsewhere: in other files, or in another part of this one": {
        *(
            "unknown-anchor",
            "unknown-area",
            "unknown-benefit",
            "unknown-funding",
            "unknown-industry",
            "unknown-role",
            "unknown-source",
        ),
        *("unknown-source-far", "unknown-step", "unknown-subject", "unknown-training-path"),
        *("unknown-training-path-far", "instead-of-nothing", "helps-elsewhere", "old-id-in-use"),
    },
    "a schema compares no two values": {
        *("low-above-high", "low-above-middle", "middle-above-high", "min-above-max", "min-above-max-in-step"),
        *("anchor-without-middle", "step-cycle", "step-cycle-not-first", "lessons-min-above-max"),
        *("nothing-and-years", "enough-without-years", "enough-without-keys", "exam-sum", "exam-without-sum"),
        *("date-after-end", "length-and-date", "training-year-twice"),
    },
    "whether one key fits another is left to the program": {"quotes-without-article", "group-without-kldb"},
    "a schema compares whole entries of a list, not the ids in them": {
        *("duplicate-observation", "duplicate-path", "duplicate-requirement", "duplicate-step"),
    },
    "YAML reads 38.000 as 38": {"thousands-separator-point"},
    "other readers of YAML allow it, and the schema sees what they have read": {"merge-key", "yaml-anchor", "utf-16"},
}
"""The faults of the gallery that no schema can know, by the reason."""


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema of every kind of file, as the command prints it."""
    folder = tmp_path_factory.mktemp("schemas")
    prompt = Prompt(folder / "home")
    for kind in SCHEMAS:
        (folder / f"{kind}.json").write_text(prompt("schema", kind).out, encoding="ascii")
    return folder


def failing(schema: Path, files: list[Path]) -> set[Path]:
    """The files that check-jsonschema refuses, because of the schema or because it cannot read them."""
    command: list[str | Path] = [CHECKER, "--output-format", "json", "--schemafile", schema, *files]
    process = subprocess.run(command, capture_output=True, check=False, text=True)
    assert process.stderr == ""
    report = json.loads(process.stdout)
    failed = {Path(error["filename"]) for error in (*report.get("errors", ()), *report.get("parse_errors", ()))}
    assert bool(failed) == bool(process.returncode)
    return failed


def test_the_schemas_are_schemas(schemas: Path) -> None:
    files = [schemas / f"{kind}.json" for kind in SCHEMAS]
    process = subprocess.run([CHECKER, "--check-metaschema", *files], capture_output=True, check=False, text=True)
    assert process.returncode == 0, process.stdout


@pytest.mark.parametrize("kind", SHIPPED)
def test_every_shipped_file_passes(schemas: Path, kind: str) -> None:
    assert SHIPPED[kind]
    assert failing(schemas / f"{kind}.json", SHIPPED[kind]) == set()


def test_every_broken_file_fails_unless_no_schema_can_know(schemas: Path) -> None:
    gallery = sorted((ROOT / "tests/broken").glob("*.yaml"))
    passed = {file.stem for file in set(gallery) - failing(schemas / "role.json", gallery)}
    blind = [name for names in BLIND.values() for name in names]
    assert len(blind) == len(set(blind))
    assert passed == set(blind)


def test_every_broken_drawer_of_figures_fails(schemas: Path) -> None:
    gallery = sorted((ROOT / "tests/broken/figures").glob("*.yaml"))
    assert len(gallery) > 10
    assert failing(schemas / "figures.json", gallery) == set(gallery)


def test_the_own_files_of_a_person_pass_and_a_slip_in_them_fails(schemas: Path, tmp_path: Path) -> None:
    prompt = Prompt(tmp_path / "home")
    assert prompt("me", "set", "state", "BY").code == 0
    assert prompt("me", "set", "tenure", "5").code == 0
    assert prompt("done", "backoffice-manager", "search", "--path", "ausb-bueromanagement").code == 0
    written = sorted((tmp_path / "home").glob("*.yaml"))
    assert [file.name for file in written] == ["me.yaml", "progress.yaml"]
    assert failing(schemas / "state.json", written) == set()
    slip = tmp_path / "slip.yaml"
    slip.write_text(written[1].read_text(encoding="utf-8").replace("state: done", "state: finished"), encoding="utf-8")
    assert failing(schemas / "state.json", [slip]) == {slip}


@pytest.mark.parametrize(
    ("old", "new", "passes"),
    [
        ("as_of: 2025-06", "as_of: 2025-02-28", True),
        ("as_of: 2025-06", "as_of: '2019'", True),
        ("as_of: 2025-06", "as_of: 2025-02-30", False),
        ('"71402"', "71402", True),
        ('"71402"', "714", False),
        ("en: Office helper}", "en: 12}", True),
        ("en: Office helper}", "en: }", True),
    ],
)
def test_what_yaml_makes_of_dates_and_digits_is_read_as_the_program_reads_it(
    schemas: Path, prompt: Prompt, tmp_path: Path, old: str, new: str, *, passes: bool
) -> None:
    small = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
    assert small.count(old) == 1
    file = tmp_path / "role.yaml"
    file.write_text(small.replace(old, new), encoding="utf-8")
    assert (failing(schemas / "role.json", [file]) == set()) is passes
    assert (prompt("validate", str(file)).code == 0) is passes


def properties(part: object, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, however deep, by the way that leads there."""
    for key, below in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        here = f"{way}/{key}"
        if key == "properties" and "additionalProperties" in part:  # type: ignore[operator]
            yield from ((f"{here}/{name}", one) for name, one in below.items())
        if key != "examples":
            yield from properties(below, here)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_has_a_title_words_and_an_example_and_unknown_ones_are_refused(kind: str) -> None:
    schema = build(kind)
    for part in (schema, *schema["$defs"].values()):
        assert part["title"]
        assert part["description"]
    for part in schema["$defs"].values():
        assert part["additionalProperties"] is False
    found = dict(properties(schema))
    assert len(found) == sum(len(part["properties"]) for part in schema["$defs"].values()) > 0
    for way, below in found.items():
        assert below["title"], way
        assert below["description"], way
        assert below["examples"], way


def choices(kind: object) -> set[frozenset[str]]:
    """The values of every Literal inside a type."""
    if get_origin(kind) is Literal:
        return {frozenset(get_args(kind))}
    return {values for part in get_args(kind) for values in choices(part)}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_choice_of_the_types_is_an_enumeration_that_says_what_each_value_means(kind: str) -> None:
    modules = (evidence, role, salary, figures, funding, own)
    records = {name: item for module in modules for name, item in vars(module).items() if isinstance(item, type)}
    schema = build(kind)
    for name, part in schema["$defs"].items():
        listed = {frozenset(values["enum"]) for values in enumerations(part["properties"])}
        assert listed == {
            values for hint in get_type_hints(records[name], include_extras=True).values() for values in choices(hint)
        }, name
    for values in enumerations(schema):
        assert len(values["enum"]) == len(values["enumDescriptions"])
        assert all(values["enumDescriptions"])


def enumerations(part: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that lists its values."""
    if isinstance(part, dict) and isinstance(part.get("enum"), list):
        yield part
    for below in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from enumerations(below)


def test_ids_of_the_vocabulary_are_offered_by_name_and_close_nothing(
    schemas: Path, prompt: Prompt, tmp_path: Path
) -> None:
    own_folder = tmp_path / "own"
    own_folder.mkdir()
    (own_folder / "vocabulary.yaml").write_text("areas: {juggling: {de: Jonglieren, en: Juggling}}\n", encoding="utf-8")
    schema = json.loads(prompt("schema", "--profiles", str(own_folder)).out)
    offered, rest = schema["$defs"]["Duty"]["properties"]["area"]["anyOf"]
    names = dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))
    assert (names["people"], names["juggling"]) == ("Menschen und Team / People and team", "Jonglieren / Juggling")
    assert "enum" not in rest
    # An area that nobody has named yet is no fault of the form.
    assert failing(schemas / "role.json", [ROOT / "tests/broken/unknown-area.yaml"]) == set()


def test_examples_are_valid_themselves(schemas: Path, tmp_path: Path) -> None:
    for kind in SCHEMAS:
        whole = json.loads((schemas / f"{kind}.json").read_text(encoding="ascii"))
        asked: dict[str, Any] = {"type": "object", "properties": {}}
        given: dict[str, Any] = {}
        for way, below in properties(whole):
            for number, example in enumerate(below["examples"]):
                asked["properties"][f"{way} {number}"] = below
                given[f"{way} {number}"] = example
        assert given
        schema, file = tmp_path / f"{kind}.schema.json", tmp_path / f"{kind}.json"
        schema.write_text(json.dumps({"$schema": whole["$schema"], "$defs": whole["$defs"], **asked}), encoding="ascii")
        file.write_text(json.dumps(given), encoding="ascii")
        assert failing(schema, [file]) == set()


def test_without_a_word_it_is_the_schema_of_a_role_and_json_wraps_it(prompt: Prompt) -> None:
    printed = prompt("schema")
    assert json.loads(printed.out)["$ref"] == "#/$defs/Role"
    assert printed.out.isascii()
    wrapped = prompt("schema", "role", "--json").json
    assert wrapped["result"] == {"kind": "role", "schema": json.loads(printed.out)}


@pytest.mark.parametrize(("word", "told"), [("roles", "'role'"), ("juggling", "training")])
def test_an_unknown_kind_is_refused_with_those_that_there_are(prompt: Prompt, word: str, told: str) -> None:
    outcome = prompt("schema", word)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_broken_vocabulary_of_ones_own_is_a_warning_beside_the_schema(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("area: {}\n", encoding="utf-8")
    outcome = prompt("schema", "--profiles", str(tmp_path))
    assert json.loads(outcome.out)["$ref"] == "#/$defs/Role"
    assert (outcome.code, "'area' is not a key of the vocabulary" in outcome.err) == (0, True)
