"""What is no error and still told: one file for each warning, its exact words beside it, and when there is none."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT, Prompt, Write

SINGLE = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests/broken/warnings").glob("*.yaml"))
WHOLE = sorted(
    folder.relative_to(ROOT).as_posix() for folder in (ROOT / "tests/broken/catalogue").iterdir() if folder.is_dir()
)
BASE = (ROOT / "tests/broken/warnings/no-cost.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _at_the_top_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are printed as the files were named: the gallery names them from the top of the checkout."""
    monkeypatch.chdir(ROOT)


def codes(prompt: Prompt, target: Path | str, day: date | None = None) -> list[str]:
    """The codes of all problems of a file or folder."""
    words = ("validate", str(target), "--json")
    outcome = prompt(*words) if day is None else prompt(*words, day=day)
    return [problem["code"] for problem in outcome.json["problems"]]


def test_the_gallery_of_warnings_has_one_for_each_code() -> None:
    names = {Path(file).stem for file in SINGLE} | {Path(folder).name for folder in WHOLE}
    assert names - {"one-language-english"} == {
        *("old-source", "old-figure", "one-observation", "observations-apart", "one-language", "no-cost"),
        "undated-anchor",
        *("unreached-role", "subject-used-once", "one-sided-transition"),
    }


@pytest.mark.parametrize("target", [*SINGLE, *WHOLE])
def test_a_warning_is_told_with_its_place_and_is_no_failure(prompt: Prompt, target: str) -> None:
    outcome = prompt("validate", target, width=100)
    assert outcome.err == (ROOT / target).with_suffix(".expected").read_text(encoding="utf-8") + "\n"
    assert outcome.out.endswith(" checked: no errors, 1 warning.\n")
    assert outcome.code == 0


@pytest.mark.parametrize("target", [*SINGLE, *WHOLE])
def test_a_warning_fails_when_asked_and_stays_a_warning(prompt: Prompt, target: str) -> None:
    outcome = prompt("validate", target, "--strict", "--json")
    (problem,) = outcome.json["problems"]
    assert (outcome.code, outcome.json["status"], outcome.json["result"]) == (1, "failed", None)
    assert problem["severity"] == "warning"
    assert problem["place"]["line"] >= 1


@pytest.mark.parametrize("target", [*SINGLE, *WHOLE])
def test_a_warning_in_german_is_in_the_same_place(prompt: Prompt, target: str) -> None:
    german, english = (prompt("validate", target, "--json", lang=lang).json["problems"][0] for lang in ("de", "en"))
    assert (german["code"], german["place"]) == (english["code"], english["place"])
    assert german["message"] != english["message"]
    assert german["hint"] != english["hint"]


def test_strict_says_why_a_run_without_errors_has_failed(prompt: Prompt) -> None:
    outcome = prompt("validate", SINGLE[0], "--strict")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.endswith("no errors, 1 warning.\nWith --strict, a warning is as bad as an error.\n")


def test_a_file_with_an_error_is_not_warned_of_what_may_come(prompt: Prompt, write: Write) -> None:
    assert codes(prompt, write("draft.yaml", BASE.replace("level: skilled", "level: TODO"))) == ["to-fill"]


def test_a_source_is_old_in_the_month_after_its_fifth_year(prompt: Prompt, write: Write) -> None:
    file = write("dated.yaml", (ROOT / "tests/broken/warnings/old-source.yaml").read_bytes())
    # Published in October 2021: five full years are over at the end of October 2026.
    assert codes(prompt, file, date(2026, 10, 31)) == []
    assert codes(prompt, file, date(2026, 11, 1)) == ["old-source"]


@pytest.mark.parametrize(
    ("middle", "apart"),
    # The anchor is 38,000 in the same month: a fifth more is 45,600, a fifth less 30,400.
    [(45600, False), (45601, True), (30400, False), (30399, True)],
)
def test_observations_are_apart_from_a_fifth_on(prompt: Prompt, write: Write, middle: int, *, apart: bool) -> None:
    text = (ROOT / "tests/broken/warnings/observations-apart.yaml").read_text(encoding="utf-8")
    file = write("apart.yaml", text.replace("middle: 46000", f"middle: {middle}"))
    assert codes(prompt, file) == (["observations-apart"] if apart else [])


@pytest.mark.parametrize(("lang", "told"), [("en", "(+20.3\u00a0%)"), ("de", "(+20,3\u00a0%)")])
def test_just_over_a_fifth_does_not_look_like_a_fifth(prompt: Prompt, write: Write, lang: str, told: str) -> None:
    # 45700 / 38000 = 1.2026: rounded to whole percent it would read "more than 20 %: +20 %".
    text = (ROOT / "tests/broken/warnings/observations-apart.yaml").read_text(encoding="utf-8")
    file = write("apart.yaml", text.replace("middle: 46000", "middle: 45700"))
    assert told in prompt("validate", str(file), "--json", lang=lang).json["problems"][0]["message"]


def test_validate_and_the_estimate_agree_on_what_disagrees(prompt: Prompt) -> None:
    (estimate,) = prompt("estimate", "controller", "--json").json["result"]["estimates"]
    far = {item["id"] for item in estimate["observations"] if abs(item["distance"] or 0) > 0.2}
    problems = prompt("validate", "profiles/controller.yaml", "--json").json["problems"]
    (told,) = [problem["message"] for problem in problems if problem["code"] == "observations-apart"]
    assert far
    assert {name for name in (item["id"] for item in estimate["observations"]) if f"{name} (" in told} == far


@pytest.mark.parametrize(("kind", "found"), [("apprenticeship", []), ("on-the-job", []), ("degree", ["no-cost"])])
def test_who_is_paid_on_a_path_needs_no_price(prompt: Prompt, write: Write, kind: str, found: list[str]) -> None:
    assert codes(prompt, write("path.yaml", BASE.replace("kind: certificate", f"kind: {kind}"))) == found


def test_a_law_is_not_old_because_it_is_of_2009(prompt: Prompt) -> None:
    text = (ROOT / "profiles/training/aevo.yaml").read_text(encoding="utf-8")
    assert "published: 2009" in text
    assert "old-source" not in codes(prompt, "profiles/training/aevo.yaml")


def test_a_transition_that_both_sides_state_is_no_matter(prompt: Prompt, write: Write) -> None:
    here = ROOT / "tests/broken/catalogue/one-sided-transition"
    folder = write("team/office-helper.yaml", (here / "office-helper.yaml").read_bytes()).parent
    clerk = (here / "mail-clerk.yaml").read_text(encoding="utf-8")
    write(
        "team/mail-clerk.yaml", clerk.replace("  from:\n", "  from:\n    - role: office-helper\n      source: guild\n")
    )
    assert codes(prompt, folder) == []


def test_the_lines_to_add_mend_a_transition_that_one_side_states(prompt: Prompt, write: Write) -> None:
    here = ROOT / "tests/broken/catalogue/one-sided-transition"
    folder = write("team/office-helper.yaml", (here / "office-helper.yaml").read_bytes()).parent
    clerk = write("team/mail-clerk.yaml", (here / "mail-clerk.yaml").read_bytes())
    (problem,) = prompt("validate", str(folder), "--json").json["problems"]
    told, source = problem["hint"].split("\nsources:\n")
    _, entry = told.split("  from:\n")
    before, after = clerk.read_text(encoding="utf-8").split("  from:\n")
    clerk.write_text(f"{before}  from:\n{entry}\n{after}{source}\n", encoding="utf-8")
    assert codes(prompt, folder) == []


def test_roles_of_two_folders_need_not_name_each_other(prompt: Prompt) -> None:
    # The small role names operations-manager, which is built in and cannot know it.
    assert "one-sided-transition" not in codes(prompt, "tests/broken/catalogue/unreached-role")


def test_what_only_the_catalogue_shows_is_told_for_one_file_as_for_its_folder(prompt: Prompt) -> None:
    folder = "tests/broken/catalogue/unreached-role"
    assert codes(prompt, folder) == ["unreached-role"]
    assert codes(prompt, f"{folder}/office-helper.yaml") == ["unreached-role"]


def test_a_source_without_a_date_is_as_old_as_its_reading(prompt: Prompt, write: Write) -> None:
    text = (ROOT / "tests/broken/warnings/old-source.yaml").read_text(encoding="utf-8")
    undated = re.sub(r"    published: .*\n    read: .*\n", "    read: 2021-10-30\n", text)
    file = write("read.yaml", undated)
    # Read on 30 October 2021: five years are over after 30 October 2026.
    assert codes(prompt, file, date(2026, 10, 30)) == []
    assert codes(prompt, file, date(2026, 10, 31)) == ["old-source"]


@pytest.mark.parametrize("old", ["kind: certificate", "  - aevo\n"])
def test_where_an_apprenticeship_leads_no_other_role_has_to(prompt: Prompt, write: Write, old: str) -> None:
    text = (ROOT / "tests/broken/catalogue/unreached-role/office-helper.yaml").read_text(encoding="utf-8")
    new = {"kind: certificate": "kind: apprenticeship", "  - aevo\n": "  - ausb-bueromanagement\n"}[old]
    assert text.count(old) == 1
    file = write("roles/office-helper.yaml", text.replace(old, new))
    assert codes(prompt, file.parent) == []
