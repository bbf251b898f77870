"""Commands that are printed can be copied whole: they have the options of the call that printed them, and the parser takes them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from jobcli.cli.app import CARRIED, app
from jobcli.cli.commands import COMMANDS
from jobcli.cli.session import Session
from tests.calls import CALLS, Call
from tests.conftest import ROOT, Outcome, Prompt, each_call, prepared

PRINTED = [call for call in CALLS if call.command != "schema"]
"""All calls but of schemas, which are texts for programs."""
NAMED = re.compile(rf"(?<![\w/>-])jobcli (?:{'|'.join(COMMANDS)})\b(?![^\n]*\bjobcli 0)[^\n]*")


def told(outcome: Outcome) -> str:
    """All that was printed, with lines that go on in the next one put together."""
    return re.sub(r" \\\n +", " ", f"{outcome.out}\n{outcome.err}")


def parsed(line: str) -> Session:
    """What the parser makes of a line. An error of the parser where it cannot be read."""
    session = Session.__new__(Session)
    session.profile_folders, session.state_dir = (), None
    program: Any = get_command(app)
    words = shlex.split(line)[1:]
    context = program.make_context("jobcli", words, obj=session)
    name, command, rest = program.resolve_command(context, [*getattr(context, "_protected_args", ()), *context.args])
    command.make_context(name, rest, parent=context)
    return session


@pytest.mark.usefixtures("with_small_files")
@pytest.mark.parametrize("call", each_call(PRINTED))
def test_every_line_to_copy_has_the_options_of_the_call(tmp_path: Path, call: Call) -> None:
    prompt = prepared(tmp_path, call)
    folder, own = str(ROOT / "docs/example"), str(prompt.home)
    outcome = prompt(*call.words, "--profiles", folder, "--state-dir", own, "--lang", "en", width=400)
    text = told(outcome)
    # A message breaks its sentences between words: there a command is read only in the whole, below.
    for line in (line.strip().partition("   ")[0] for line in text.removesuffix(outcome.err).splitlines()):
        if re.match(rf"jobcli (?:{'|'.join(COMMANDS)})\b", line) and "…" not in line:
            session = parsed(line)
            assert (session.profile_folders, session.state_dir) == ((folder,), own), line
    whole = " ".join(re.sub("Usage: .*", "", text).split())
    for found in NAMED.findall(whole):
        options = found.partition(" jobcli ")[0]
        assert all(f"{option} " in f"{options} " for option in CARRIED), found[:200]


def test_what_was_not_given_is_not_printed(prompt: Prompt) -> None:
    text = prompt("show", "cto").out + prompt("show", "nobody").err + prompt("estimate", "cto").out
    assert "jobcli" in text
    assert not any(option in text for option in CARRIED)


def test_a_folder_with_a_blank_is_quoted_and_the_copied_line_finds_it(prompt: Prompt, tmp_path: Path) -> None:
    folder = tmp_path / "my data"
    ticked = prompt("done", "backoffice-manager", "admission", "--path", "fw-buero-projekt", "--state-dir", str(folder))
    (line,) = re.findall(r"^ +(jobcli done .*)", told(ticked), re.MULTILINE)
    assert f"--state-dir '{folder}'" in line
    assert prompt(*shlex.split(line)[1:]).code == 0
    assert not (prompt.home / "progress.yaml").exists()


def test_a_role_of_an_own_folder_is_estimated_by_the_line_below_it(prompt: Prompt) -> None:
    shown = prompt("show", "team-lead", "--profiles", str(ROOT / "docs/example"))
    lines = re.findall(r"(jobcli (?:estimate|paths) .*)", told(shown))
    assert lines
    assert all(prompt(*shlex.split(line)[1:]).code == 0 for line in lines)


def test_json_carries_the_options_in_its_hints(prompt: Prompt) -> None:
    answer = prompt("show", "nobody", "--state-dir", str(prompt.home), "--json").json
    assert answer["problems"][0]["hint"].endswith(f"All roles: jobcli list --state-dir {prompt.home}")
