"""What every command prints with --json is what `jobcli schema output` says: no key more, and no key less."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import chdir
from typing import Any

import jsonschema
import pytest

from jobcli.answers.schema import output_schema, results
from jobcli.cli.app import run
from jobcli.cli.commands import COMMANDS
from jobcli.cli.world import World
from tests.calls import CALLS, Call
from tests.conftest import DAY, ROOT, TESTS, Prompt, each_call, laid_out, prepared

PINNED = TESTS / "output.schema.json"

pytestmark = pytest.mark.xdist_group("contract")

ANSWERS = [call for call in CALLS if call.answers]

RESULTS = results()
OPEN = output_schema()
SHUT = {"additionalProperties": False}
# The schema without room for keys that it does not name.
CLOSED = {
    **OPEN,
    **SHUT,
    "$defs": {name: part | SHUT if "title" in part else part for name, part in OPEN["$defs"].items()},
}
DEFS = CLOSED["$defs"]


def keys_of(part: dict[str, Any], value: object) -> Iterator[tuple[str, str]]:
    """Which keys of which records of the schema a value has."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        below = DEFS[name]
        yield from ((name, key) for key in below.get("properties", ()) if isinstance(value, dict) and key in value)
        yield from keys_of(below, value)
    for choice in part.get("anyOf", ()):
        known = DEFS[choice["$ref"].rpartition("/")[2]]["properties"] if "$ref" in choice else {}
        if "$ref" not in choice or (isinstance(value, dict) and value.keys() <= known.keys()):
            yield from keys_of(choice, value)
    if isinstance(value, dict):
        for key, below in value.items():
            yield from keys_of(part.get("properties", {}).get(key, part.get("additionalProperties") or {}), below)
    elif isinstance(value, list):
        for below in value:
            yield from keys_of(part.get("items", {}), below)


def test_every_command_has_a_result_in_the_schema() -> None:
    assert set(RESULTS) == {"jobcli", *COMMANDS}


def test_the_schema_is_one_and_says_what_each_record_and_each_key_is() -> None:
    jsonschema.Draft202012Validator.check_schema(OPEN)
    for name, part in DEFS.items():
        assert name in RESULTS or (part["title"] and part["description"]), name
        assert all(below.get("description") for below in part.get("properties", {}).values()), name


def test_the_schema_leaves_room_for_keys_that_come_later(answers: dict[str, Any]) -> None:
    later = {**answers["where"], "since": 2, "result": {**answers["where"]["result"], "more": []}}
    jsonschema.Draft202012Validator(OPEN).validate(later)
    assert not jsonschema.Draft202012Validator(CLOSED).is_valid(later)
    assert not jsonschema.Draft202012Validator(OPEN).is_valid({**later, "result": {}})


def test_a_failure_has_no_result_in_the_schema(answers: dict[str, Any]) -> None:
    wrong = {**answers["where"], "status": "failed"}
    assert not jsonschema.Draft202012Validator(OPEN).is_valid(wrong)


def test_the_command_prints_this_schema(answers: dict[str, Any]) -> None:
    assert answers["schema output"]["result"] == {"kind": "output", "schema": OPEN}


def test_the_schema_is_the_pinned_one(prompt: Prompt, request: pytest.FixtureRequest) -> None:
    """What programs read is pinned here, so that it stays as it is when the records behind it are built anew.

    `pytest --update-schema` writes the file anew. A key may join; programs rely on each that is there.
    """
    printed = prompt("schema", "output").out
    if request.config.getoption("--update-schema"):
        PINNED.write_bytes(printed.encode())
    assert written_out(json.loads(printed)) == written_out(json.loads(PINNED.read_bytes()))
    assert prompt("schema", "output", lang="de").out == printed


def written_out(schema: dict[str, Any]) -> object:
    """What a schema asks of an answer: every record where it is used, without its name and what is said of it as a whole."""

    def below(part: object) -> object:
        if isinstance(part, list):
            return [below(item) for item in part]
        if not isinstance(part, dict):
            return part
        while "$ref" in part:
            whole = schema["$defs"][part["$ref"].rpartition("/")[2]]
            part = {**record(whole), **{key: value for key, value in part.items() if key != "$ref"}}
        return {key: sorted(value) if key == "required" else below(value) for key, value in part.items()}

    def record(part: dict[str, Any]) -> dict[str, Any]:
        named = ("title", "description") if "properties" in part else ()
        return {key: value for key, value in part.items() if key not in named}

    return below({key: value for key, value in schema.items() if key != "$defs"})


def keys_below(part: object, seen: set[str]) -> Iterator[str]:
    """Every key that a part of the schema describes, at any depth."""
    if isinstance(part, dict):
        name = part.get("$ref", "").rpartition("/")[2]
        if name and name not in seen:
            seen.add(name)
            yield from keys_below(DEFS[name], seen)
        yield from part.get("properties", ())
    for below in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from keys_below(below, seen)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What each call prints, each in a home of its own."""
    printed = {}
    for call in ANSWERS:
        home = laid_out(tmp_path_factory.mktemp("contract"))
        with chdir(home):
            printed[call.title] = prepared(home, call)(*call.words, "--json").json
    return printed


@pytest.mark.parametrize("call", each_call(ANSWERS))
def test_an_answer_has_the_keys_of_the_schema_and_no_other(answers: dict[str, Any], call: Call) -> None:
    answer = answers[call.title]
    assert answer["status"] in (("ok",) if call.code == 0 else ("failed", "usage-error")), answer
    assert answer["command"] == call.command
    jsonschema.Draft202012Validator(CLOSED).validate(answer)


def kinds_of_results() -> list[tuple[str, str]]:
    """Each command with each kind of result that the schema knows of it."""
    parts = {command: DEFS[command] for command in RESULTS}
    return [(command, kind["$ref"]) for command, part in parts.items() for kind in part.get("anyOf", [part])]


@pytest.mark.parametrize(("command", "kind"), kinds_of_results())
def test_every_kind_of_result_has_a_call(answers: dict[str, Any], command: str, kind: str) -> None:
    part = jsonschema.Draft202012Validator({"$ref": kind, "$defs": DEFS})
    results = [answer["result"] for answer in answers.values() if answer["command"] == command]
    assert [result for result in results if result is not None and part.is_valid(result)]


def test_every_key_of_the_schema_is_in_an_answer(answers: dict[str, Any]) -> None:
    result = ({"$ref": f"#/$defs/{answer['command']}"} for answer in answers.values())
    found = {
        key for part, answer in zip(result, answers.values(), strict=True) for key in keys_of(part, answer["result"])
    }
    found |= {
        key for answer in answers.values() for key in keys_of(CLOSED["properties"]["problems"], answer["problems"])
    }
    wanted = {(name, key) for name, part in DEFS.items() for key in part.get("properties", ())}
    assert wanted - found == set()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_json_is_utf_8_on_every_terminal(prompt: Prompt, encoding: str) -> None:
    stdout = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    world = World(env={}, today=DAY, stdout=stdout, stderr=stdout, data_folder=prompt.home)
    assert run(["show", "backoffice-manager", "--json"], world) == 0
    titles = [path["title"]["de"] for path in json.loads(stdout.buffer.getvalue())["result"]["role"]["paths"]]
    assert "Kaufmann oder Kauffrau für Büromanagement (Ausbildung)" in titles


PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^#+ (.*)\n([\s\S]*?)(?=^#+ |\Z)", PAGE, re.MULTILINE))


def named(section: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """The words in backticks of a section of the page, and of the sections and pages that it points to."""
    text = SECTIONS[section]
    words = set(re.findall(r"`([^`\n]+)`", text))
    if "profile-format.md" in text:
        words |= set(re.findall(r"`([^`\n]+)`", (ROOT / "docs" / "profile-format.md").read_text(encoding="utf-8")))
    for link, command in re.findall(r"\(#([a-z-]+)\)|[Aa]s in `([a-z]+)`", text):
        target = f"`{link or command}`"
        if target in SECTIONS and target not in seen:
            words |= named(target, seen | {section})
    return words


@pytest.mark.parametrize("command", RESULTS)
def test_the_page_names_every_key_where_its_reader_looks_for_it(command: str) -> None:
    words = named("What holds everywhere")
    words |= named(next(name for name in SECTIONS if re.match(rf"`{command}[` ]", name)))
    assert [key for key in keys_below({"$ref": f"#/$defs/{command}"}, set()) if key not in words] == []
