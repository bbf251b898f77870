"""The documents keep up with the program: every key of the formats is named where its reader looks for it."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct, structs

from jobcli.cli.app import PANELS
from jobcli.domain import evidence, role
from jobcli.domain.evidence import Place, Problem, Source, Words
from jobcli.domain.figures import Confidence, Figures, Unit
from jobcli.domain.role import (
    Admission,
    Benefit,
    Claim,
    Codes,
    Cost,
    Duty,
    Outlook,
    Requirement,
    Role,
    Salary,
    SalaryObservation,
    Span,
    Step,
    TrainingPath,
    Transition,
    Transitions,
    Vocabulary,
)
from tests.conftest import Prompt

ROOT = Path(__file__).resolve().parent.parent
FORMAT = (ROOT / "docs" / "profile-format.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
FUNDING = (ROOT / "docs" / "funding.md").read_text(encoding="utf-8")
MOVING = (ROOT / "docs" / "moving.md").read_text(encoding="utf-8")
ESTIMATES = (ROOT / "docs" / "estimates.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "writing-profiles.md").read_text(encoding="utf-8")
NET = (ROOT / "docs" / "net-pay.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "example"

SECTIONS: dict[type[Struct], str] = {
    Words: "A text",
    Source: "A source",
    Codes: "Codes",
    Duty: "A duty",
    Requirement: "A requirement",
    SalaryObservation: "An observation of pay",
    Salary: "Pay",
    Benefit: "A benefit",
    Span: "A figure",
    Cost: "A cost",
    Step: "A step",
    Admission: "An admission",
    TrainingPath: "A training path",
    Transition: "A neighbouring role",
    Transitions: "Before and after",
    Claim: "A statement",
    Outlook: "Outlook",
    Role: "A role",
    Vocabulary: "The vocabulary",
}
# Problem and Place are reports about a file, never parts of one.
REPORTS = {Problem, Place}

RESULTS = (
    ("list",),
    ("show", "team-lead"),
    ("sources",),
    ("sources", "team-lead"),
    ("sources", "--check"),
    ("sources", "team-lead", "--check"),
    ("new", "office-helper"),
    ("estimate",),
    ("estimate", "team-lead", "--state", "BY", "--tenure", "5", "--company-size", "20"),
    ("net", "5000"),
    ("net", "5000", "--by", "gross"),
    ("net", "5000", "--by", "tax-class"),
    ("compare",),
    ("compare", "team-lead", "operations-manager"),
    ("compare", "team-lead", "operations-manager", "--diff"),
    ("show", "team-lead", "--ladder"),
    ("match",),
    ("route", "backoffice-manager", "team-lead"),
    ("paths", "team-lead"),
    ("checklist", "team-lead"),
    ("checklist", "operations-manager"),
    ("done", "team-lead", "1"),
    ("doing", "team-lead", "1"),
    ("skip", "team-lead", "1"),
    ("next",),
    ("me",),
    ("me", "set", "state", "BY"),
    ("where",),
    ("validate",),
    ("schema",),
    ("schema", "state"),
)


def section(text: str, heading: str) -> str:
    """The text below a heading, up to the next heading of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def rows(text: str) -> dict[str, list[str]]:
    """The rows of all tables whose first cell is a key: the other cells by that key."""
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|")
    return {first.strip("`"): rest for first, *rest in cells if re.fullmatch(r"`[^`]+`", first)}


def ticked(text: str) -> set[str]:
    """All words in backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def structs_of(module: ModuleType) -> set[type[Struct]]:
    return {
        item
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Struct) and item.__module__ == module.__name__
    }


def choices(kind: object) -> set[str]:
    """The words of every Literal inside a type."""
    if get_origin(kind) is Literal:
        return set(get_args(kind))
    return {word for part in get_args(kind) for word in choices(part)}


def test_every_record_of_the_format_has_a_section() -> None:
    assert set(SECTIONS) == (structs_of(role) | structs_of(evidence)) - REPORTS


@pytest.mark.parametrize("record", SECTIONS, ids=lambda record: record.__name__)
def test_the_table_of_a_record_names_exactly_its_keys(record: type[Struct]) -> None:
    assert set(rows(section(FORMAT, SECTIONS[record]))) == set(record.__struct_encode_fields__)


@pytest.mark.parametrize("record", SECTIONS, ids=lambda record: record.__name__)
def test_the_table_of_a_record_says_yes_where_a_key_is_required(record: type[Struct]) -> None:
    table = rows(section(FORMAT, SECTIONS[record]))
    said = {key for key, cells in table.items() if cells[1] == "yes"}
    assert said == {field.encode_name for field in structs.fields(record) if field.required}


@pytest.mark.parametrize("record", SECTIONS, ids=lambda record: record.__name__)
def test_every_word_that_a_key_can_hold_is_named(record: type[Struct]) -> None:
    words = {word for kind in get_type_hints(record).values() for word in choices(kind)}
    assert words <= ticked(FORMAT)


def test_choices_are_found_in_types() -> None:
    assert {"stated", "derived", "doubted"} <= choices(get_type_hints(Duty)["basis"])
    assert "city" in choices(get_type_hints(Salary)["moved_by"])


@pytest.mark.parametrize(
    "text",
    [FORMAT, JSON, CONTRIBUTING, FUNDING, MOVING, WRITING],
    ids=["format", "json", "contributing", "funding", "moving", "writing"],
)
def test_every_link_inside_a_document_leads_somewhere(text: str) -> None:
    own = (ROOT / "docs" / "own-data.md").read_text(encoding="utf-8")
    pages = {
        "": text,
        "own-data.md": own,
        "profile-format.md": FORMAT,
        "docs/profile-format.md": FORMAT,
        "docs/json.md": JSON,
    }
    pages |= {"moving.md": MOVING, "docs/moving.md": MOVING}
    pages |= {"writing-profiles.md": WRITING, "docs/writing-profiles.md": WRITING, "json.md": JSON}
    pages["docs/example/team-lead.yaml"] = (EXAMPLE / "team-lead.yaml").read_text(encoding="utf-8")
    pages |= {"funding.md": FUNDING, "docs/funding.md": FUNDING, "estimates.md": ESTIMATES}
    pages |= {"net-pay.md": NET, "docs/net-pay.md": NET}
    files = {"example/team-lead.yaml"}
    links = re.findall(r"\]\(([^)#]*)(?:#([^)]+))?\)", text)
    assert links
    for page, anchor in links:
        if page in files:
            assert (ROOT / "docs" / page).is_file()
            continue
        headings = re.findall(r"^#+ (.*)$", pages[page], re.MULTILINE)
        assert not anchor or anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in headings}


def test_the_example_is_valid(prompt: Prompt) -> None:
    outcome = prompt("validate", str(EXAMPLE / "team-lead.yaml"), "--json")
    assert outcome.code == 0, outcome.out
    assert outcome.json["result"] == {"files": 1, "problems": 0, "warnings": 0}


@pytest.mark.parametrize(
    ("language", "title", "unknown"), [("de", "Teamleitung", "nicht bekannt"), ("en", "Team lead", "not known")]
)
def test_the_example_is_shown_in_both_languages(prompt: Prompt, language: str, title: str, unknown: str) -> None:
    outcome = prompt("show", "team-lead", "--profiles", str(EXAMPLE), lang=language, width=60)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0].split("  ")[0] == title
    # The price of the examination is left out in the example.
    assert unknown in " ".join(outcome.out.split())


def test_the_example_has_what_the_documents_say_of_it(prompt: Prompt) -> None:
    profile = prompt("show", "team-lead", "--profiles", str(EXAMPLE), "--json").json["result"]["role"]
    observations = profile["salary"]["observations"]
    publishers = {profile["sources"][item["source"]]["publisher"] for item in observations}
    assert (len(observations), len(publishers)) == (2, 2)
    (path,) = profile["paths"]
    assert len(path["steps"]) == 3
    assert all(source["url"].startswith("https://example.org/") for source in profile["sources"].values())
    assert set(profile) - {"id", "origin", "file", "hides"} == set(Role.__struct_encode_fields__)


def test_the_shortest_profile_of_the_format_page_is_valid(prompt: Prompt, tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)
    file = tmp_path / "shortest.yaml"
    file.write_text(block, encoding="utf-8")
    outcome = prompt("validate", str(file))
    assert outcome.code == 0, outcome.err
    present = set(re.findall(r"^(\w+):", block, re.MULTILINE))
    assert present == {field.encode_name for field in structs.fields(Role) if field.required}


def test_every_command_has_a_section_of_its_output() -> None:
    for command in (command for _, _, commands in PANELS for command in commands):
        assert section(JSON, f"`{command}`")


@pytest.mark.parametrize("words", RESULTS, ids=" ".join)
def test_every_key_of_a_result_is_named_in_the_section_of_its_command(prompt: Prompt, words: tuple[str, ...]) -> None:
    outcome = prompt(*words, "--profiles", str(EXAMPLE), "--json")
    assert outcome.code == 0, outcome.out
    result = outcome.json["result"]
    named = ticked(section(JSON, f"`{words[0]}`"))
    assert result
    assert set(result) <= named
    assert set(outcome.json) <= ticked(section(JSON, "The envelope"))


def test_every_part_that_the_program_computes_is_named_with_its_keys(prompt: Prompt) -> None:
    def answer(*words: str) -> dict[str, Any]:
        result: dict[str, Any] = prompt(*words, "--profiles", str(EXAMPLE), "--json").json["result"]
        return result

    estimate = answer("estimate", "team-lead", "--state", "BY")["estimates"][0]
    payslip = answer("net", "1000", "--tax-class", "2", "--children", "0")
    found = {key: value for key, value in answer("search", "cto")["roles"][0].items() if key == "match"}
    comparison = answer("compare", "team-lead", "operations-manager")
    whole = answer("checklist", "team-lead")
    checklist = whole["path"]
    rows = [set(row) - set(Step.__struct_encode_fields__) for row in whole["steps"]]
    assert rows[0]
    shown = answer("show", "team-lead")["role"]
    left = answer("paths", "operations-manager", "--from", "backoffice-manager")
    bought = next(path for path in left["paths"] if path["id"] == "betriebswirt-bbig")
    fitting = next(row for row in answer("match")["roles"] if row["quickest_path"])
    ways = answer("route", "backoffice-manager", "projektmanager", "--by", "cost")["ways"]
    way = next(way for way in ways if way["months"] and way["own_cost"])
    linked = answer("route", "backoffice-manager", "projektmanager")["ways"][0]["legs"][0]
    ladder = answer("show", "backoffice-manager", "--ladder")["ladder"]
    difference = answer("compare", "team-lead", "operations-manager", "--diff")["diff"]
    source = answer("sources", "team-lead")["sources"][0]
    parts: dict[str, list[dict[str, Any]]] = {
        "list": [answer("list")["roles"][0], answer("list")["filters"]],
        "search": [found, found["match"]],
        "sources": [*answer("sources")["figures"], *answer("sources")["schemes"]],
        "paths": [
            *(bought, bought["own_cost"], *bought["funding"], *bought["funding"][0]["open"], bought["afbg"]),
            *(bought["worth"], bought["worth"]["best"], left["from"], *bought["afbg"]["lines"]),
        ],
        "estimate": [
            *(estimate, estimate["gross_year"], estimate["gross_month"], estimate["anchor"], estimate["spread"]),
            *estimate["receipt"],
        ],
        "match": [fitting, fitting["must"], fitting["requirements"][0], fitting["quickest_path"]],
        "route": [
            way,
            way["months"],
            way["own_cost"],
            way["legs"][0],
            way["legs"][0]["learn"][0],
            linked["transition"],
        ],
        "net": [
            *(payslip, payslip["deductions"], payslip["wage_tax_year"], payslip["wage_tax_year"]["allowances"]),
            *(*payslip["receipt"], *payslip["assumptions"][-1:], *answer("net", "5000", "--by", "gross")["points"]),
        ],
        "me": [*answer("me", "set", "state", "BY")["changed"]],
        "where": [*answer("where")["places"]],
        "done": [*answer("done", "team-lead", "1")["changed"]],
        "next": [*answer("next")["paths"]],
        "show": [ladder, *ladder["rungs"], ladder["without_profile"]],
        "compare": [difference, comparison["shared"], *comparison["only"].values(), comparison["roles"][0]["paths"][0]],
    }
    for command, records in parts.items():
        for record in records:
            assert set(record) <= ticked(section(JSON, f"`{command}`")), command
    observation = estimate["observations"][0]
    extra = {
        "estimate": set(observation) - set(SalaryObservation.__struct_encode_fields__),
        "show": set(shown) - set(Role.__struct_encode_fields__),
        "sources": set(source) - set(Source.__struct_encode_fields__),
        "checklist": (set(checklist) - set(TrainingPath.__struct_encode_fields__)).union(*rows, whole["progress"]),
    }
    for command, keys in extra.items():
        assert keys, command
        assert keys <= ticked(section(JSON, f"`{command}`")), command
    money = comparison["roles"][0]["paths"][0]["cost"]
    assert money == {"low": 1800, "high": 2400, "complete": False}
    assert set(money) <= ticked(section(JSON, "`compare`"))


@pytest.mark.parametrize(
    ("words", "code", "status"), [(("show", "nobody"), 1, "failed"), (("compare", "cto"), 2, "usage-error")]
)
def test_exit_codes_and_problems_are_as_the_page_says(
    prompt: Prompt, words: tuple[str, ...], code: int, status: str
) -> None:
    outcome = prompt(*words, "--json")
    assert (outcome.code, outcome.json["status"], outcome.json["result"]) == (code, status, None)
    assert set(outcome.json["problems"][0]) <= ticked(section(JSON, "The envelope"))
    line = next(line for line in section(JSON, "Exit codes").splitlines() if line.startswith(f"| {code} |"))
    assert f"`{status}`" in line


def test_numbers_are_as_the_page_says(prompt: Prompt) -> None:
    lines = prompt("estimate", "cto", "--state", "BY", "--tenure", "5", "--json").json["result"]["estimates"][0][
        "receipt"
    ]
    assert len(lines) == 4
    for line in lines:
        assert all(isinstance(line[key], int | float) for key in ("multiplier", "euros", "subtotal"))
        assert line["multiplier"] == round(line["multiplier"], 4)


def test_the_table_of_figures_is_explained_to_contributors() -> None:
    text = section(CONTRIBUTING, "Add a figure")
    assert set(rows(text)) == set(Figures.__struct_encode_fields__)
    assert {*get_args(Unit), *get_args(Confidence)} <= ticked(text)


def test_every_room_of_the_code_is_explained_to_contributors() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "jobcli").glob("*/__init__.py")}
    assert {f"src/jobcli/{room}/" for room in rooms | {"figures"}} <= ticked(section(CONTRIBUTING, "Where things are"))
