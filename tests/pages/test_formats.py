"""What the formats without a screen make of a page: plain lines to hear, Markdown, HTML."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from jobcli.cli.commands import FORMATS
from jobcli.pages.kit.markdown import escaped
from tests.calls import CALLS, Call, words_of
from tests.conftest import ROOT, TESTS, Outcome, Prompt

FOLDER = TESTS / "transcripts" / "plain"

ALOUD = {call.page: call for call in CALLS if call.aloud}
"""Calls whose pages are read aloud: one of each command, and those that a screen shows with most signs."""

RESULTS = {name: call for name, call in ALOUD.items() if name == call.command}
"""A call of each command that has a result."""

DOCUMENTS = ("schema",)
"""Commands whose text is a file of its own: in every format it stays as it is, line by line."""


def in_plain(prompt: Prompt, call: Call, lang: str) -> Outcome:
    """One call in a home where nothing happened before, but for what it is to take back."""
    for line in call.after:
        prompt(*words_of(line))
    return prompt(*call.words, "--output", "plain", lang=lang)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("command", ALOUD)
def test_plain_reads_well_line_by_line(
    prompt: Prompt, command: str, language: str, request: pytest.FixtureRequest
) -> None:
    # `where` names the folder of the index: here that of a home, as a person has it.
    prompt.env = {"JOBCLI_CACHE_DIR": ""}
    out = in_plain(prompt, ALOUD[command], language).out.replace(str(prompt.home), "HOME")
    out = out.replace(str(ROOT), "PROJECT")
    file = FOLDER / f"{command}.{language}.txt"
    if request.config.getoption("--update-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(out, encoding="utf-8")
    assert out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [*RESULTS, *DOCUMENTS])
def test_the_help_of_a_command_names_the_formats_that_it_has(prompt: Prompt, command: str) -> None:
    (told,) = re.findall(r"--output FORMAT\s+(.*?)\.\n", prompt(command, "--help", width=120).out, re.DOTALL)
    named = set(re.findall(r"\b(?:" + "|".join(FORMATS) + r")\b", told))
    lines = {"schema": "schema", "show": "show cto --ladder"}
    words = words_of(lines[command]) if command in lines else RESULTS[command].words
    foreign = "sarif" if command == "checklist" else "todotxt"
    (has,) = re.findall(r"one of these: (.*)\.", prompt(*words, "--output", foreign, width=120).err)
    assert named == set(has.split(", "))


@pytest.mark.parametrize("words", [("schema", "state"), ("--show-completion", "--shell", "zsh")])
def test_a_text_that_is_a_file_stays_as_it_is_in_every_format(prompt: Prompt, words: tuple[str, ...]) -> None:
    text = prompt(*words).out.strip()
    assert prompt(*words, "--output", "plain").out.strip() == text
    (fence,) = (
        token for token in MarkdownIt("commonmark").parse(prompt(*words, "--output", "md").out) if token.type == "fence"
    )
    assert fence.content.strip() == text
    page = prompt(*words, "--output", "html").out
    (shown,) = re.findall(r'<pre class="listing">(.*?)</pre>', page, re.DOTALL)
    assert unescape(shown) == text
    drawn = ET.fromstring(prompt(*words, "--output", "svg").out)  # noqa: S314  our own picture
    first = text.splitlines()[0].split()[0]
    assert any(first in "".join(node.itertext()) for node in drawn.iter())


HOSTILE = "<script>alert(1)</script> *a* [b](javascript:x) `c` # d | e _f_ ~~g~~ & &lt; <!-- h -->"


def test_texts_of_a_profile_never_become_markup(prompt: Prompt, write: Callable[[str, str], Path]) -> None:
    profile = (TESTS / "small" / "role.yaml").read_text(encoding="utf-8")
    plain = "Office helpers keep a small office running."
    assert profile.count(plain) == 1
    write("roles/helper.yaml", profile.replace(plain, f"'{HOSTILE}'"))
    words = ("show", "helper", "--full", "--profiles", str(prompt.home.parent / "roles"))
    page = prompt(*words, "--output", "html").out
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; *a* [b](javascript:x)" in page
    shown = (
        MarkdownIt("commonmark").enable("table").enable("strikethrough").render(prompt(*words, "--output", "md").out)
    )
    assert HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in shown
    assert "<script" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. January", "<p>1. January</p>"),
        ("12) x", "<p>12) x</p>"),
        ("- x", "<p>- x</p>"),
        ("+ x", "<p>+ x</p>"),
        ("=== x", "<p>=== x</p>"),
        ("# x", "<p># x</p>"),
        ("> x", "<p>&gt; x</p>"),
        ("&amp; x", "<p>&amp;amp; x</p>"),
    ],
)
def test_a_line_never_begins_a_list_a_rule_or_a_quote(text: str, shown: str) -> None:
    assert MarkdownIt("commonmark").render(escaped(text)).strip() == shown


def test_a_table_is_a_table_in_markdown_and_html(prompt: Prompt) -> None:
    words = ("estimate", "cto", "--by", "state")
    shown = MarkdownIt("commonmark").enable("table").render(prompt(*words, "--output", "md").out)
    # Sixteen Länder, and the line of the heads.
    assert shown.count("<tr>") == 17
    assert prompt(*words, "--output", "html").out.count("<tr>") == 17


def test_a_number_with_decimals_is_no_list_in_markdown() -> None:
    assert escaped("0.5 to 7 months") == "0.5 to 7 months"


@pytest.mark.parametrize("form", ["text", "plain", "md", "html", "csv", "json"])
def test_without_colour_no_format_loads_rich(form: str) -> None:
    code = (
        f"import sys; sys.argv = ['jobcli', 'list', '--output', '{form}']\n"
        "from jobcli.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"rich", "wcwidth"} & set(process.stderr.split())
