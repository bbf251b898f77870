"""docs/profile-format.md is what docs/format.py writes from the types, and its two examples are files that load."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

import msgspec
import pytest
import yaml

from jobcli.domain.role import Duty
from jobcli.files.format_keys import KEYS
from jobcli.files.format_names import CHOICES, meanings
from jobcli.files.format_words import Key
from jobcli.files.schema import build
from tests.conftest import ROOT, Prompt

PAGE = (ROOT / "docs/profile-format.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs/example"

page: Callable[..., str] = runpy.run_path(str(ROOT / "docs/format.py"))["page"]


def duties(fields: list[tuple[str, Any, Any]], words: dict[str, Key]) -> str:
    """The page of a format that has only duties, with these keys more than ours have."""
    record = msgspec.defstruct("Duty", fields, bases=(Duty,), kw_only=True)
    prose = (
        "# Forms\n{{forms}}\n## Basis\n{{choice Duty.basis}}\n## A text\n{{table Words}}\n## A duty\n{{table Duty}}\n"
    )
    return page(prose, (record,), {**KEYS, "Duty": {**KEYS["Duty"], **words}})


def test_a_value_means_what_its_key_says_and_other_values_have_no_words() -> None:
    assert meanings("Source", "dating", ("stated", "inferred"))["stated"] == "The publication carries this date."
    assert meanings("Duty", "basis", ("stated", "derived", "doubted"))["stated"] == "The source says so."
    for record, key, values in (
        ("Source", "dating", ("stated",)),
        ("Tick", "state", ("stated", "inferred")),
        ("Source", "none", ("stated", "inferred")),
    ):
        with pytest.raises(KeyError):
            meanings(record, key, values)


def test_the_page_is_what_the_program_writes() -> None:
    # If this fails: python docs/format.py
    assert page() == PAGE


def test_a_new_key_is_on_the_page_with_its_form_its_default_and_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    # The values are those of SalaryObservation.special_payments; what they mean here is another thing.
    moods = {"included": "All are merry.", "excluded": "None is.", "unknown": "Nobody asked."}
    monkeypatch.setitem(CHOICES, "Duty.mood", moods)
    mood = Key("Mood", "How it feels.", "included")
    kind = Literal["included", "excluded", "unknown"]
    assert "mood" not in duties([], {})
    changed = duties([("mood", kind, "unknown")], {"mood": mood})
    assert (
        "| `mood` | How it feels. | [`included`, `excluded` or `unknown`](#a-duty); default `unknown` | no | `included` |"
    ) in changed
    assert "| `mood` | Meaning |" in changed
    assert "| `included` | All are merry. |" in changed


@pytest.mark.parametrize(
    ("kind", "most"), [(Annotated[int, msgspec.Meta(ge=1, le=12)], 12), (Annotated[int, msgspec.Meta(ge=1, le=24)], 24)]
)
def test_a_bound_that_changes_changes_the_page(kind: object, most: int) -> None:
    changed = duties([("hours", kind, msgspec.NODEFAULT)], {"hours": Key("Hours", "How long.", 8)})
    assert f"| `hours` | How long. | whole number, 1 to {most} | yes | `8` |" in changed


@pytest.mark.parametrize(
    ("kind", "words"),
    [(str, {}), (Literal["calm", "busy"], {"mood": Key("Mood", "How it feels.", "calm")})],
    ids=["key", "value"],
)
def test_what_has_no_words_yet_is_no_page(kind: object, words: dict[str, Key]) -> None:
    with pytest.raises(KeyError):
        duties([("mood", kind, msgspec.NODEFAULT)], words)


def test_a_record_without_a_table_is_no_page() -> None:
    with pytest.raises(KeyError, match="Words"):
        page("# A duty\n{{table Duty}}\n", (Duty,))


def test_the_short_example_stands_on_the_page_and_has_only_what_is_needed(prompt: Prompt) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block == (EXAMPLE / "shift-lead.yaml").read_text(encoding="utf-8")
    # A role without pay loads, but the shortest example that an estimate can be made of has some.
    assert set(yaml.safe_load(block)) == {*build("role")["$defs"]["Role"]["required"], "salary"}
    assert prompt("show", "shift-lead", "--profiles", str(EXAMPLE)).code == 0


def test_the_long_example_with_its_path_shows_every_key(prompt: Prompt) -> None:
    defs = build("role")["$defs"]
    files = {"Role": EXAMPLE / "team-lead.yaml", "TrainingPath": EXAMPLE / "training/team-planner.yaml"}
    used = {
        found for name, file in files.items() for found in keys_of(yaml.safe_load(file.read_text("utf-8")), name, defs)
    }
    assert used == {(name, key) for name, part in defs.items() for key in part["properties"]}
    outcome = prompt("validate", *map(str, files.values()), "--json")
    assert outcome.json["result"] == {"files": 2, "problems": 0, "warnings": 0}


def keys_of(value: object, name: str, defs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """All keys of a group and of those below it, each with the record that it belongs to."""
    for key, below in value.items() if isinstance(value, dict) else ():
        yield name, key
        part = defs[name]["properties"][key]
        inner = re.search(r"#/\$defs/(\w+)", str(part))
        for one in below if isinstance(below, list) else below.values() if "additionalProperties" in part else [below]:
            yield from keys_of(one, inner[1], defs) if inner else ()
