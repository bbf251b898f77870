"""A step, a path or a role gets another id: its ticks stay, under the new one."""

from __future__ import annotations

import yaml

from tests.conftest import ROOT, Prompt, Write

SMALL = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
BEFORE = """
version: 1
roles:
  office-aid:
    desk-course:
      started: 2026-10-01
      seen: [sign-up, exam]
      steps: {sign-up: {state: done, date: 2026-10-01, note: by post}}
"""
NOW = (
    SMALL.replace("  - id: office-course\n", "  - id: office-course\n    was: [desk-course]\n")
    .replace("      - id: enrol\n", "      - id: enrol\n        was: [sign-up]\n")
    .replace("transitions:\n", "was: [office-aid]\ntransitions:\n")
)


def test_ticks_are_carried_to_the_new_ids_and_kept_there(prompt: Prompt, write: Write) -> None:
    write("roles/helper.yaml", NOW)
    write("home/progress.yaml", BEFORE)
    folder = ("--profiles", str(prompt.home.parent / "roles"))
    answer = prompt("checklist", "helper", "office-course", *folder, "--json").json["result"]
    states = {step["id"]: (step["state"], step["note"], step["new"]) for step in answer["steps"]}
    assert states == {"enrol": ("done", "by post", False), "exam": ("open", None, False)}
    # Looking changes nothing.
    assert (prompt.home / "progress.yaml").read_text(encoding="utf-8") == BEFORE
    found = prompt("next", *folder, "--json").json
    assert [(path["role"], path["id"]) for path in found["result"]["paths"]] == [("helper", "office-course")]
    assert found["problems"] == []
    assert prompt("done", "helper", "exam", "--path", "office-course", *folder).code == 0
    kept = yaml.safe_load((prompt.home / "progress.yaml").read_text(encoding="utf-8"))["roles"]
    assert set(kept) == {"helper"}
    assert set(kept["helper"]["office-course"]["steps"]) == {"enrol", "exam"}
