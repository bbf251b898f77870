"""Cases that people reported of other programs, and files that they wrote for those: each is answered rightly here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest
import yaml

from jobcli.domain.hidden_characters import visible
from jobcli.files.schema import build
from tests.conftest import ROOT, SMALL, Prompt, Write

TITLE = "title: {de: Bürohilfe, en: Office helper}"


def titled(title: str) -> str:
    """The small profile with another title in both languages."""
    assert TITLE in SMALL
    return SMALL.replace(TITLE, f'title: {{de: "{title}", en: "{title}"}}')


def test_an_emoji_made_of_two_is_one(prompt: Prompt, write: Write) -> None:
    folder = write("own/helper.yaml", titled("👩‍🔧 IT Support Analyst")).parent
    assert "👩‍🔧 IT Support Analyst" in prompt("show", "helper", "--profiles", str(folder)).out
    # Between letters, where it hides, it is written out.
    assert visible("a\u200db 👩\u200db") == r"a\u200db 👩\u200db"


def test_a_soft_hyphen_is_on_no_page(prompt: Prompt, write: Write) -> None:
    folder = str(write("own/helper.yaml", titled("Sozial\u00adversicherungsfachangestellte")).parent)
    for form in ("text", "plain", "md", "html"):
        page = prompt("show", "helper", "--profiles", folder, "--output", form).out
        assert "Sozialversicherungsfachangestellte" in page
        assert r"\xad" not in page


def test_a_title_wider_than_the_page_breaks_no_ranking(prompt: Prompt, write: Write) -> None:
    folder = write("own/helper.yaml", titled("Informationselektroniker/Informationselektronikerin")).parent
    for width in (40, 50, 60):
        assert prompt("compare", "--profiles", str(folder), width=width).code == 0


def test_the_example_of_a_refused_age_is_taken(prompt: Prompt) -> None:
    (example,) = re.findall(r"Example: (.*)", prompt("estimate", "cto", "--age", "3.5").err)
    assert prompt("estimate", "cto", *example.split()).code == 0


def test_an_editor_is_told_the_form_of_a_date() -> None:
    dated = build("role")["$defs"]["SalaryObservation"]["properties"]["as_of"]
    assert "2025-06" in dated["patternErrorMessage"]
    assert dated["type"] == ["string", "integer"]
    assert re.search(dated["pattern"], "2025-12")
    assert not re.search(dated["pattern"], "2025-13")


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", None])
def test_a_pipeline_names_files_from_the_checkout(
    prompt: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/bad.yaml").write_text("title: x\n", encoding="utf-8")
    if variable is None:
        (tmp_path / ".git").mkdir()
    else:
        prompt.env[variable] = str(tmp_path)
    monkeypatch.chdir(tmp_path / "sub")
    run = json.loads(prompt("validate", "bad.yaml", "--output", "sarif").out)["runs"][0]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert set(places) == {"sub/bad.yaml"}


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("KFBM", "kaufmann-bueromanagement"),
        ("FIAE", "softwareentwickler"),
        ("HRBP", "hr-manager"),
        ("Innendienst", "sachbearbeiter"),
        ("Projektassistenz", "projektmanager"),
    ],
)
def test_what_ads_and_chambers_abbreviate_leads_to_the_role(prompt: Prompt, word: str, role: str) -> None:
    assert role in [found["id"] for found in prompt("search", word, "--json").json["result"]["found"][:2]]


def test_a_chief_marketing_officer_is_an_official_occupation(prompt: Prompt) -> None:
    """KldB 2010: 92194, managers in advertising, marketing and media."""
    assert prompt("show", "CMO", "--json").json["result"]["occupations"][0]["kldb"] == "92194"


def test_a_zipapp_says_that_it_cannot_be_one(tmp_path: Path) -> None:
    """A folder as zipapp takes it, with the sources and without what the build compiles."""
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copytree(ROOT / "src/jobcli", folder / "jobcli", ignore=shutil.ignore_patterns("__pycache__", "compiled"))
    (folder / "__main__.py").write_text("from jobcli.__main__ import program\nprogram()\n", encoding="utf-8")
    packed = tmp_path / "jc.pyz"
    zipapp.create_archive(folder, packed)
    ended = subprocess.run([sys.executable, packed, "list"], capture_output=True, check=False, text=True, cwd=tmp_path)
    assert ended.returncode == 1
    assert "out of a zip file" in " ".join(ended.stderr.split())
    assert "Traceback" not in ended.stderr


def test_four_drafts_in_a_folder_are_one_line(prompt: Prompt, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    for name in ("one", "two", "three", "four"):
        assert prompt("new", name, "--folder", str(folder), "--no-input").code == 0
    outcome = prompt("list", "--profiles", str(folder))
    assert outcome.code == 0
    assert outcome.err == f"4 files are left out; why: jobcli validate --profiles {folder} {folder}\n"
    assert len(prompt("list", "--profiles", str(folder), "--json").json["problems"]) > 4
    # Of a single one it is said what is missing.
    (tmp_path / "alone").mkdir()
    (folder / "one.yaml").rename(tmp_path / "alone/one.yaml")
    assert "Places still to be filled" in prompt("list", "--profiles", str(tmp_path / "alone")).err


def test_there_is_a_hook_for_pre_commit_that_validates() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == ("jobcli-validate", "jobcli validate", "python")


def test_the_page_for_man_in_german_lies_where_pipx_looks() -> None:
    text = (ROOT / "build_hook.py").read_text(encoding="utf-8")
    assert '"share/man/man1/jobcli-de.1"' in text
