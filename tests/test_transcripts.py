"""Whole commands as a person sees them. `pytest --update-transcripts` writes them anew; read the difference before you commit."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import Prompt

FOLDER = Path(__file__).parent / "transcripts"

MAIN = (
    "show backoffice-manager",
    "compare",
    "estimate --state BY --tenure 5",
    "estimate backoffice-manager --state BY --tenure 5",
    "compare backoffice-manager operations-manager",
    "estimate backoffice-manager --by state --state BY",
    "search Leiterin",
    "list --level expert --min-pay 75000",
    "paths backoffice-manager --state BY",
    "net 4200 --tax-class 1 --children 0 --church --state BY",
    "checklist backoffice-manager ausb-bueromanagement --start 2027-08",
    "sources --check cto",
    "validate broken/unknown-subject.yaml broken/to-fill.yaml broken/warnings/old-source.yaml",
)
ONCE = (
    "",
    "--help",
    "estimate --help",
    "list",
    "list --level exprt",
    "list --level specialist --min-pay 95000",
    "search --help",
    "search buisness develoment",
    "search Programmierer",
    "search xyzzy",
    "checklist backoffice-manager",
    "checklist backoffice-manager fw-buero-projekt",
    "checklist backoffice-manager --output ics",
    "sources backoffice-manager",
    "sources",
    "estimate backoffice-manager --state Thüringen --tenure 0 --company-size 8",
    "estimate backoffice-manager --net --state BE --no-explain",
    "estimate --net --tax-class 3 --church --state SN",
    "net --help",
    "net 3500 --by gross",
    "net 60000 --per year --by tax-class",
    "net 1000 --state SN --tax-class 5",
    "net 5000 --church",
    "estimate cto --by tenure --tenure 7",
    "estimate cto --state SN --age 35 --company-size 30 --industry Banken --hours 32 --no-collective-agreement",
    "estimate cto --industry metall",
    "done --help",
    "done backoffice-manager search --path ausb-bueromanagement",
    "done backoffice-manager contract --path ausb-bueromanagement",
    "next",
    "schema --help",
    "schema juggling",
    "me --help",
    "me",
    "me set tenure 80",
    "show backofice",
    "estimate --state Bayrn",
    "compare cto",
    "compare backoffice-manager projektmanager operations-manager cto",
    "compare backoffice-manager operations-manager --diff",
    "match --role backoffice-manager --qualifications ausb-bueromanagement --languages english-B2 --top 3",
    "match --role backoffice-manager --education apprenticeship --top 1 --explain",
    "route backoffice-manager operations-manager",
    "route cto backoffice-manager --by months --ways 1",
    "show operations-manager --ladder",
    "route --help",
    "new --help",
    "new team-lead --folder my-roles --kldb 71393 --no-input",
    "new Team-Lead",
    "new con",
    "validate --help",
    "validate broken/catalogue/one-sided-transition",
    "validate broken/warnings/observations-apart.yaml --strict",
    "paths --help",
    "paths operations-manager --from backoffice-manager --experience 8",
    "paths backoffice-manager --sort price",
    "paths cto --qualifications ausb-fachinformatiker --education apprenticeship --explain",
)
CASES = [
    *[(command, language, width) for command in MAIN for language in ("de", "en") for width in (60, 80, 120)],
    *[(command, language, 80) for command in ONCE for language in ("de", "en")],
]


@pytest.fixture(autouse=True)
def _a_folder_with_the_gallery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are printed as they were named: from a folder of one's own, in which the gallery of faults lies."""
    (tmp_path / "broken").symlink_to(FOLDER.parent / "broken")
    monkeypatch.chdir(tmp_path)


def named(command: str) -> str:
    """A command as the beginning of a file name."""
    return "-".join(word.strip("-").lower().replace("/", "-") for word in command.split()) or "bare"


@pytest.mark.parametrize(("command", "language", "width"), CASES)
def test_a_command_prints_what_its_transcript_shows(
    prompt: Prompt, request: pytest.FixtureRequest, command: str, language: str, width: int
) -> None:
    outcome = prompt(*command.split(), lang=language, width=width)
    lines = (outcome.out + outcome.err).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "…" not in "".join(lines).replace("[…]", "").replace(": …", "")
    text = f"$ jobcli {command}".rstrip() + f"\n{outcome.out}{outcome.err}[exit {outcome.code}]\n"
    file = FOLDER / f"{named(command)}.{language}.{width}.txt"
    if request.config.getoption("--update-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_every_transcript_belongs_to_a_command() -> None:
    names = {f"{named(command)}.{language}.{width}.txt" for command, language, width in CASES}
    assert {file.name for file in FOLDER.glob("*.txt")} == names
