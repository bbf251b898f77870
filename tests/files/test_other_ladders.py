"""Career ladders and role files as other people publish them, rebuilt with invented words of the same shape: all load, and are used.

The shapes are those of eight public repositories: families of jobs with levels and no money, capabilities with depths, one role with
nine levels, an ad with pay of an hour, a roadmap, a page of a job family with grades, pay that ends at a ceiling, an emoji.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SMALL, Prompt, Write

END = """
sources:
  guide: {publisher: Sky Ltd, title: Our ladder, url: "https://example.org/ladder", read: 2026-11-01}
"""


def said(text: str) -> str:
    """A text in English alone."""
    return f"{{en: {text}}}"


def demands(count: int, depth: int | None = None) -> str:
    """Requirements of a ladder, with how well each has to be known where the ladder says so."""
    deep = f", depth: {depth}" if depth else ""
    lines = (
        f"  - {{id: skill-{number}, kind: skill, need: must, text: {said(f'Knows part {number}.')}{deep}, source: guide}}"
        for number in range(1, count + 1)
    )
    return "requirements:\n" + "\n".join(lines) + "\n"


def role(title: str, *, level: str = "specialist", more: str = "") -> str:
    """A role without a word on money, in one language on purpose."""
    head = f"title: {said(title)}\nsummary: {said('Grows clouds.')}\nlevel: {level}\nlanguages: [en]\n"
    duty = f"duties:\n  - {{area: technology, text: {said('Water the clouds.')}, source: guide}}\n"
    return head + duty + more + END


NINE = "levels:\n" + "".join(
    f"  - id: l{number}\n    title: {said(name)}\n    requirements:\n"
    f"      - {{id: craft, kind: skill, need: must, text: {said(f'Craft of step {number}.')}, depth: {number}, source: guide}}\n"
    for number, name in enumerate(
        ("Trainee", "Junior", "Mid", "Senior", "Lead", "Principal", "Staff", "Architect", "Chief"), 1
    )
)
HOURLY = f"""salary:
  anchor: ad
  because: {said("The only one.")}
  observations:
    - {{id: ad, middle: 19.19, per: hour, as_of: 2026-01, source: guide}}
"""
SHAPES: dict[str, str] = {
    "family-engineer-1": role("Cloud engineer 1", level="skilled", more=demands(6)),
    "family-engineer-2": role("Cloud engineer 2", more=demands(9)),
    "capability-forty": role("Gardener of level forty", more=demands(4, depth=2)),
    "capability-sixty": role("Gardener of level sixty", level="expert", more=demands(4, depth=3)),
    "nine-levels": role("Back end gardener", more=NINE),
    "roadmap": role(
        "Product gardener",
        more=f"""paths:
  - id: roadmap
    kind: on-the-job
    title: {said("Roadmap")}
    awards: {said("Nothing")}
    steps:
      - {{id: read, text: {said("Read the book.")}, links: [{{url: "https://example.org/book"}}]}}
      - {{id: build, text: {said("Build one.")}, needs: [read]}}
    source: guide
""",
    ),
    "job-family": role("Gardener (grade 6)", more=demands(3)),
    "ad": role("Cloud helper", level="helper", more=HOURLY),
}


@pytest.fixture
def shelf(write: Write) -> str:
    for name, text in SHAPES.items():
        write(f"own/{name}.yaml", text)
    return str(write("own/emoji.yaml", SMALL.replace("en: Office helper}", 'en: "👩‍🔧 Support analyst"}')).parent)


def test_all_load_without_an_error_and_without_a_word_on_german(prompt: Prompt, shelf: str) -> None:
    found = json.loads(prompt("validate", shelf, "--output", "json").out)["problems"]
    assert [problem for problem in found if problem["severity"] == "error"] == []
    assert "one-language" not in {problem["code"] for problem in found if "emoji" not in problem["place"]["file"]}
    listed = [one["id"] for one in prompt("list", "--profiles", shelf, "--json").json["result"]["roles"]]
    assert set(SHAPES) <= set(listed)


def test_without_pay_an_estimate_says_so_and_everything_else_goes_on(prompt: Prompt, shelf: str) -> None:
    def ask(*words: str) -> int:
        return prompt(*words, "--profiles", shelf).code

    assert ask("estimate", "nine-levels") == 1
    assert "says nothing of pay" in prompt("estimate", "nine-levels", "--profiles", shelf).err
    assert ask("show", "nine-levels") == ask("show", "nine-levels", "--full") == ask("list", "--min-pay", "1") == 0
    assert ask("compare", "nine-levels", "cto") == ask("compare", "nine-levels", "roadmap") == ask("compare") == 0
    assert ask("match", "--skills", "skill-1") == ask("estimate") == ask("search", "gardener") == 0
    assert ask("route", "cto", "nine-levels") == 1
    assert prompt("show", "roadmap", "--profiles", shelf, "--json").json["result"]["role"]["salary"] is None


def test_a_level_is_shown_and_stands_wherever_a_role_does(prompt: Prompt, shelf: str) -> None:
    shown = prompt("show", "nine-levels", "--level", "senior", "--profiles", shelf, "--json").json["result"]["role"]
    assert (shown["id"], shown["title"]["en"]) == ("nine-levels:l4", "Back end gardener (Senior)")
    assert [item["text"]["en"] for item in shown["requirements"]] == ["Craft of step 4."]
    assert (
        prompt("show", "nine-levels:l4", "--profiles", shelf).out
        == prompt("show", "nine-levels", "--level", "l4", "--profiles", shelf).out
    )
    assert "Trainee (l1), Junior (l2)" in prompt("show", "nine-levels", "--profiles", shelf, width=120).out
    refused = prompt("show", "nine-levels", "--level", "l10", "--profiles", shelf)
    assert (refused.code, "l1, l2, l3" in refused.err) == (1, True)
    assert prompt("show", "cto", "--level", "senior").code == 1


@pytest.mark.parametrize(
    ("first", "last", "rises"),
    [
        ("nine-levels:l2", "nine-levels:l4", ["craft"]),
        ("nine-levels:l4", "nine-levels:l2", []),
        ("capability-forty", "capability-sixty", ["skill-1", "skill-2", "skill-3", "skill-4"]),
        ("family-engineer-1", "family-engineer-2", ["skill-7", "skill-8", "skill-9"]),
    ],
)
def test_what_rises_from_one_level_to_the_next_is_still_to_be_learnt(
    prompt: Prompt, shelf: str, first: str, last: str, rises: list[str]
) -> None:
    change = prompt("compare", first, last, "--diff", "--profiles", shelf, "--json").json["result"]["diff"]
    assert [item["id"] for item in change["need"]] == rises


def test_pay_of_an_hour_is_that_of_2080_hours_a_year(prompt: Prompt, shelf: str) -> None:
    """19.19 euros x 40 hours x 52 weeks = 39,915.20 euros."""
    start = prompt("estimate", "ad", "--profiles", shelf, "--json").json["result"]["estimates"][0]["anchor"]
    assert (start["value"], start["per"], start["carried"]) == (19.19, "hour", 39915)
    assert "€19.19 an hour" in prompt("show", "ad", "--profiles", shelf).out


def test_only_pay_of_an_hour_has_cents(prompt: Prompt, write: Write) -> None:
    file = write("own/ad.yaml", SHAPES["ad"].replace("per: hour", "per: month"))
    assert "'middle' should be a whole number, but is '19.19'." in prompt("validate", str(file), width=120).err


def test_a_point_at_the_ceiling_narrows_no_range(prompt: Prompt, write: Write) -> None:
    """Quartiles of 5200, 6500 and at least 7550 a month: above the middle the lower side speaks for both.

    ln(6500 / 5200) = 0.22314; the upper quartile is 6500 x e^0.22314 = 8125, not 7550.
    """
    paid = f"""salary:
  anchor: atlas
  because: {said("The only one.")}
  observations:
    - {{id: atlas, low: 5200, middle: 6500, high: 7550, spread: quartiles, statistic: median, per: month, as_of: 2025-11, source: guide, high_is: at-least}}
"""
    folder = str(write("own/teacher.yaml", role("Teacher", level="expert", more=paid)).parent)
    pay = prompt("estimate", "teacher", "--profiles", folder, "--json").json["result"]["estimates"][0]["gross_year"]
    assert pay["p75"] / pay["p50"] == pytest.approx(1.25, abs=0.001)
    assert pay["p50"] / pay["p25"] == pytest.approx(1.25, abs=0.001)
    assert "at least €7,550" in prompt("show", "teacher", "--profiles", folder, width=120).out


def test_files_of_one_language_that_are_not_so_on_purpose_are_still_told(prompt: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(SHAPES["ad"].replace("languages: [en]\n", ""), encoding="utf-8")
    found = json.loads(prompt("validate", str(file), "--json").out)["problems"]
    assert "one-language" in {problem["code"] for problem in found}
