"""Whole commands as a person sees them. `pytest --update-transcripts` writes them anew; read the difference before you commit."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.calls import CALLS, Call, words_of
from tests.conftest import TESTS, Prompt

FOLDER = TESTS / "transcripts"

CASES = [(call, language, width) for call in CALLS for language in ("de", "en") for width in call.widths]

pytestmark = pytest.mark.usefixtures("with_small_files")


def file_of(call: Call, language: str, width: int) -> Path:
    """Where a transcript lies."""
    return FOLDER / f"{call.transcript}.{language}.{width}.txt"


@pytest.mark.parametrize(
    ("call", "language", "width"),
    [pytest.param(*case, id="-".join(map(str, (case[0].title, *case[1:])))) for case in CASES],
)
def test_a_command_prints_what_its_transcript_shows(
    prompt: Prompt, request: pytest.FixtureRequest, call: Call, language: str, width: int
) -> None:
    for line in call.after:
        assert prompt(*words_of(line)).code == 0, line
    outcome = prompt(*call.words, lang=language, width=width)
    lines = (outcome.out + outcome.err).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "…" not in "".join(lines).replace("[…]", "").replace(": …", "")
    text = f"$ jobcli {call.line}".rstrip() + f"\n{outcome.out}{outcome.err}[exit {outcome.code}]\n"
    file = file_of(call, language, width)
    if request.config.getoption("--update-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_every_transcript_belongs_to_a_command() -> None:
    files = [file_of(*case) for case in CASES]
    assert sorted(FOLDER.glob("*.txt")) == sorted(files)
