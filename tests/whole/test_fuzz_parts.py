"""Real files whose parts are exchanged, and a world that is odd: every command answers or refuses, and none by accident.

Unlike the bytes of `test_fuzz.py`, most of these files are still YAML, and many still load: so the fuzzing reaches what
estimates, pages and plans do with figures that nobody has thought of.
"""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, TIMES, Prompt
from tests.whole.test_fuzz import HOSTILE, answered, fuzzed

pytestmark = pytest.mark.usefixtures("own_folder")

ROLES = (
    "docs/example/team-lead",
    "tests/small/role",
    "profiles/cto",
    "profiles/backoffice-manager",
    "profiles/hr-manager",
)
PARTS: list[Any] = [
    *HOSTILE,
    [],
    {},
    [[]],
    {"": ""},
    {"de": "x"},
    {"min": 0, "max": 0},
    {"min": 1_000_000, "max": 1_000_000},
]
# What a schema allows, at its ends: dates, amounts, ids of things that are there and of things that are not.
PARTS += ["0000", "0001-01-01", "9999-12-31", "1899-12", "2024-02-29", 0, 1, 0.001, 50, 10_000_000, 999_999.99, 8]
PARTS += [
    "00000",
    "99999",
    "month",
    "unknown",
    "full-range",
    "deciles",
    "career-levels",
    "helper",
    "expert",
    "excluded",
]
PARTS += [
    "team-lead",
    "cto",
    "aevo",
    "certificate",
    "on-the-job",
    "degree",
    "practice",
    "A01",
    "U99",
    "J62",
    "language",
]
# `new` would write into the folder of the next example, `schema` and `me` read no profile.
CALLS = (
    *("show slip", "show slip --ladder", "list --min-pay 1", "search slip", "report slip", "sources slip", "validate"),
    *("compare", "compare slip cto", "compare slip cto --diff", "compare slip slip", "estimate slip", "estimate"),
    *("estimate slip --by state", "estimate slip --by tenure --state BY --experience 40", "estimate slip --net"),
    *("estimate slip --state BY --tenure 0 --age 17 --company-size 1 --hours 1", "estimate slip --as-of 2019-01"),
    *(
        "match",
        "match --role slip",
        "route slip cto",
        "route cto slip --by months",
        "paths slip",
        "paths slip --from cto",
    ),
    *("checklist slip", "checklist slip PATH --start 2027-08", "checklist slip PATH", "next", "list --max-months 1"),
    *("done slip STEP --path PATH", "undo slip STEP", "skip slip STEP --path PATH", "doing slip STEP --on 2026-01-01"),
)
FORMS = ("text", "text", "plain", "json", "md", "html", "svg", "csv", "ics", "todotxt")


Tree = object


def _spots(part: Tree) -> list[tuple[Any, Any]]:
    """Every place of a tree: the group or list with the key or number below it."""
    here = list(part.items()) if isinstance(part, dict) else list(enumerate(part)) if isinstance(part, list) else []
    return [spot for key, below in here for spot in ((part, key), *_spots(below))]


def _exchanged(tree: Tree, dice: random.Random) -> Tree:
    """The tree with a few of its parts left out, doubled, swapped, wrapped or replaced."""
    tree = deepcopy(tree)
    for _ in range(dice.randint(1, 3)):
        spots = _spots(tree)
        if not spots:
            return tree
        (into, key), (other, its) = dice.choice(spots), dice.choice(spots)
        kind = dice.randrange(8)
        if kind == 0:
            del into[key]
        elif kind == 1:
            into[key] = deepcopy(other[its])
        elif kind == 2 and isinstance(into, list):
            into.insert(0, deepcopy(into[key]))
        elif kind == 3:
            into[key] = dice.choice(([into[key]], {"de": into[key]}, {dice.choice(HOSTILE): into[key]}))
        elif kind == 4 and isinstance(into[key], list):
            dice.shuffle(into[key])
        else:
            into[key] = dice.choice(PARTS)
    return tree


def _written(tree: Tree) -> bytes:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    # What was a number or a word without quotes is one again.
    return text.encode("utf-8", "surrogatepass")


def _names(tree: Tree) -> tuple[str, str]:
    """A path and a step of the profile, where it still has any."""
    paths = tree.get("paths") if isinstance(tree, dict) else None
    path = next((path for path in paths if isinstance(path, dict)), {}) if isinstance(paths, list) else {}
    steps = path.get("steps")
    step = steps[0] if isinstance(steps, list) and steps and isinstance(steps[0], dict) else {}
    return str(path.get("id", "aevo")), str(step.get("id", "enrol"))


@given(number=st.integers(0, 10**9))
@settings(fuzzed, max_examples=15 * TIMES)
def test_a_profile_with_exchanged_parts_is_an_answer_or_a_problem(prompt: Prompt, number: int) -> None:
    dice = random.Random(number)  # noqa: S311  no secrets here
    folder = prompt.home / "slips"
    folder.mkdir(parents=True, exist_ok=True)
    real = yaml.load((ROOT / f"{dice.choice(ROLES)}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    tree = _exchanged(real, dice)
    (folder / "slip.yaml").write_bytes(_written(tree))
    path, step = _names(tree)
    for call in dice.sample(CALLS, 2):
        words = call.replace("PATH", path).replace("STEP", step).split()
        answered(prompt, *words, "--profiles", str(folder), "--output", dice.choice(FORMS))


OWN_FILES: dict[str, tuple[str, tuple[str, ...]]] = {
    "me.yaml": (
        "version: 1\nsettings: {state: BY, tenure: 5, age: 34, tax-class: 1, role: cto, hours: 32, languages: en-B2}\n",
        ("me", "estimate cto", "net 4000", "match", "me set tenure 6", "me unset state", "route coo", "paths cto"),
    ),
    "progress.yaml": (
        (
            "version: 1\nroles:\n  operations-manager:\n    techn-betriebswirt:\n      started: 2026-10-01\n"
            "      seen: [admission]\n      steps: {admission: {state: done, date: 2026-10-02, note: At last.}}\n"
        ),
        (
            *("next", "checklist operations-manager techn-betriebswirt", "paths operations-manager"),
            *("done operations-manager admission", "undo operations-manager admission", "skip operations-manager exam"),
        ),
    ),
    "profiles/vocabulary.yaml": (
        "areas: {juggling: {en: Juggling}}\nsubjects: {fire: {de: Feuer}}\nindustries: {J62: {de: IT}}\nindustry_words: {it: J62}\n",
        (
            "show cto",
            "list --industry IT",
            "match",
            "search fire",
            "validate",
            "compare cto coo",
            "estimate --industry it",
        ),
    ),
    "profiles/training/aevo.yaml": (
        (ROOT / "profiles/training/aevo.yaml").read_text(encoding="utf-8"),
        (
            "paths backoffice-manager",
            "match",
            "checklist backoffice-manager aevo",
            "validate",
            "show backoffice-manager",
        ),
    ),
}


@given(number=st.integers(0, 10**9))
@settings(fuzzed, max_examples=8 * TIMES)
def test_own_files_with_exchanged_parts_are_an_answer_or_a_problem(prompt: Prompt, number: int) -> None:
    dice = random.Random(number)  # noqa: S311  no secrets here
    name = dice.choice(list(OWN_FILES))
    text, calls = OWN_FILES[name]
    file = prompt.home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_written(_exchanged(yaml.load(text, yaml.CSafeLoader), dice)))
    for call in dice.sample(calls, 2):
        answered(prompt, *call.split(), "--output", dice.choice(FORMS))
    file.unlink(missing_ok=True)


NUMBERS = (
    "nan",
    "inf",
    "-inf",
    "1e999",
    "1e-999",
    "-0",
    "0",
    "0.0000001",
    "1_000",
    "1,5",
    "1.000",
    "½",
    "٣",
    "9" * 30,
    "0x10",
)
ASKED = (
    *("net ?", "net 4000 --children ?", "net 4000 --tax-class ?", "net 4000 --health-addition ?", "list --min-pay ?"),
    *("estimate cto --tenure ?", "estimate cto --age ?", "estimate cto --hours ?", "estimate cto --company-size ?"),
    *("estimate cto --experience ?", "estimate cto --as-of ?", "list --max-months ?", "me set hours ?", "me set age ?"),
    *(
        "checklist cto aevo --start ?",
        "done operations-manager admission --on ?",
        "paths cto --wage ?",
        "new role --pay ?",
    ),
    *("search ?", "match --skills ?", "match --languages ?", "route ? cto", "compare ? ?", "report ?", "schema ?"),
)


@given(call=st.sampled_from(ASKED), word=st.sampled_from([*NUMBERS, *HOSTILE]))
@settings(fuzzed, max_examples=30 * TIMES)
def test_a_number_that_is_none_and_a_word_that_is_none_are_answered(prompt: Prompt, call: str, word: str) -> None:
    words = [word if part == "?" else part for part in call.split()]
    answered(prompt, *words, *(["--no-input"] if words[0] == "new" else []))


WORLD = {
    "JOBCLI_PROFILES": ("", ":", "::/", "/nowhere", "/dev/null", "\udcff", "a" * 5_000, ".", "~"),
    "JOBCLI_LANG": ("", "xx", "DE", "de_DE", "\x1b[2J", "²"),
    "LC_ALL": ("", "C", "POSIX", "de_DE.ISO-8859-1", "tlh", "\udcff"),
    "COLUMNS": ("", "0", "-1", "abc", "99999", "999999999999", "²", "1"),
    "LINES": ("0", "-1", "abc"),
    "PAGER": ("", "/nowhere", "false", "'", "less -", "\udcff"),
    "TERM": ("", "dumb", "unknown", "\x1b"),
    "NO_COLOR": ("", "1"),
    "FORCE_COLOR": ("", "1", "abc"),
    "JOBCLI_STATE_DIR": ("", "/dev/null", "/nowhere/x", "\udcff", "x\x00y"),
    "JOBCLI_CACHE_DIR": ("", "/dev/null", "/proc/nowhere", "x\x00y", "~nobody-of-this-name"),
    "GITHUB_WORKSPACE": ("", "/", "\udcff", "x\x00y"),
}


@given(number=st.integers(0, 10**9))
@settings(fuzzed, max_examples=6 * TIMES)
def test_an_odd_environment_is_no_accident(prompt: Prompt, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(number)  # noqa: S311  no secrets here
    # A relative folder of the environment is one below here.
    monkeypatch.chdir(Path(prompt.home.anchor) / "tmp" if not prompt.home.exists() else prompt.home)
    prompt.env = {name: dice.choice(values) for name, values in WORLD.items() if dice.random() < 0.3}
    calls = (
        "list",
        "show cto",
        "me",
        "next",
        "where",
        "validate",
        "net 4000",
        "search cto",
        "validate --output github",
    )
    for call in dice.sample(calls, 2):
        answered(prompt, *call.split(), lang=None, width=None)
