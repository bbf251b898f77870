"""Every result in every format: on a screen, read aloud, in a wiki, as a picture, as a page to hand out."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from jobcli.cli.app import PANELS
from jobcli.cli.output import EVERYWHERE, FORMATS
from jobcli.render.markdown import escaped
from tests.conftest import Outcome, Prompt

FOLDER = Path(__file__).parent / "transcripts" / "plain"

RESULTS = {
    "list": ("list",),
    "search": ("search", "Leiterin"),
    "show": ("show", "backoffice-manager"),
    "sources": ("sources", "cto"),
    "report": ("report", "cto"),
    "compare": ("compare", "cto", "cdo"),
    "net": ("net", "4200", "--tax-class", "1", "--church", "--state", "BY"),
    "estimate": ("estimate", "backoffice-manager", "--state", "BY", "--tenure", "5"),
    "match": ("match", "--role", "backoffice-manager", "--languages", "english-B2", "--top", "3"),
    "route": ("route", "backoffice-manager", "operations-manager", "--by", "months"),
    "paths": ("paths", "backoffice-manager"),
    "checklist": ("checklist", "backoffice-manager", "ausb-bueromanagement"),
    "done": ("done", "backoffice-manager", "search", "--path", "ausb-bueromanagement"),
    "doing": ("doing", "backoffice-manager", "search", "--path", "ausb-bueromanagement"),
    "skip": ("skip", "backoffice-manager", "search", "--path", "ausb-bueromanagement"),
    "undo": ("undo", "backoffice-manager", "search", "--path", "ausb-bueromanagement"),
    "next": ("next",),
    "me": ("me",),
    "where": ("where",),
    "validate": ("validate", str(Path(__file__).parent / "small" / "role.yaml")),
    "new": ("new", "team-lead", "--no-input"),
}
"""A call of each command that has a result."""

DOCUMENTS = ("schema",)
"""Commands whose text is a file of its own: in every format it stays as it is, line by line."""

_VOID = {"meta", "br", "hr", "link", "img"}


class _Page(HTMLParser):
    """Fails on a tag that is not closed where it was opened, and keeps what a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def call(prompt: Prompt, command: str, *options: str, lang: str = "en", width: int = 80) -> Outcome:
    """One call of a command in a home where nothing happened before, but for what it is to take back."""
    prompt.home = prompt.home.parent / f"{prompt.home.name}x"
    if command == "undo":
        prompt(*RESULTS["done"])
    return prompt(*RESULTS[command], *options, lang=lang, width=width)


def test_every_command_has_a_call_here() -> None:
    assert {*RESULTS, *DOCUMENTS} == {name for _title, _module, names in PANELS for name in names}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("command", RESULTS)
def test_every_result_comes_in_every_format(prompt: Prompt, command: str, language: str, *, terminal: bool) -> None:
    prompt.env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"} if terminal else {}
    # What is not laid out for a screen has no width to obey.
    cases = [("text", 60), ("text", 80), ("text", 120), *((form, 80) for form in EVERYWHERE if form != "text")]
    for form, width in cases:
        outcome = call(prompt, command, "--output", form, lang=language, width=width)
        assert outcome.code == 0
        # Warnings are the better part of what validate says; on a screen they go where problems go.
        assert outcome.err == "" or (command, form) == ("validate", "text")
        assert outcome.out.strip()
        assert ("\x1b" in outcome.out) == (terminal and form == "text" and command not in PLAIN_ANYWAY)
        if form == "text":
            bare = re.sub(r"\x1b\[[0-9;]*m", "", outcome.out)
            assert max(cell_len(line) for line in bare.splitlines()) <= width


PLAIN_ANYWAY = ("validate",)
"""Commands whose text has nothing to colour."""


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("command", RESULTS)
def test_plain_reads_well_line_by_line(
    prompt: Prompt, command: str, language: str, request: pytest.FixtureRequest
) -> None:
    # `where` names the folder of the index: here that of a home, as a person has it.
    prompt.env = {"JOBCLI_CACHE_DIR": ""}
    out = call(prompt, command, "--output", "plain", lang=language).out.replace(str(prompt.home), "HOME")
    out = out.replace(str(Path(__file__).parents[1]), "PROJECT")
    file = FOLDER / f"{command}.{language}.txt"
    if request.config.getoption("--update-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(out, encoding="utf-8")
    assert out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", RESULTS)
def test_plain_draws_nothing_and_aligns_nothing(prompt: Prompt, command: str) -> None:
    for line in call(prompt, command, "--output", "plain").out.splitlines():
        assert not re.search(r"[─━│├┤●•▁-█┌┐└┘]|\[[ x>-]\]|\S {2,}\S", line), line
        assert line == line.strip()


@pytest.mark.parametrize("command", RESULTS)
def test_html_needs_no_other_file_and_no_other_machine(prompt: Prompt, command: str) -> None:
    page = _Page()
    text = call(prompt, command, "--output", "html", lang="de").out
    page.feed(text)
    assert (page.open, page.fetched) == ([], [])
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert "@import" not in text
    assert "url(" not in text
    assert '<html lang="de">' in text
    assert re.search(r"<title>[^<]+</title>", text)
    assert "<h1>" in text
    # A screen reader says the heads with each cell.
    assert not re.search(r"<th(?! scope=\"(?:col|row)\")[ >]", text)
    assert all('scope="' in table for table in text.split("<table>")[1:])


@pytest.mark.parametrize("command", RESULTS)
def test_markdown_has_a_title_and_no_line_that_only_looks_like_a_table(prompt: Prompt, command: str) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(call(prompt, command, "--output", "md").out)
    assert shown.startswith("<h1>")
    assert "<p>|" not in shown


@pytest.mark.parametrize("command", RESULTS)
def test_svg_is_well_formed_and_fetches_nothing(prompt: Prompt, command: str) -> None:
    text = call(prompt, command, "--output", "svg").out
    root = ET.fromstring(text)  # noqa: S314  our own picture
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    links = [value for node in root.iter() for name, value in node.attrib.items() if name.endswith(("href", "src"))]
    assert links == []
    assert "@font-face" not in text
    assert all("#" in place for place in re.findall(r"url\(([^)]*)\)", text))


@pytest.mark.parametrize("command", [*RESULTS, *DOCUMENTS])
def test_the_help_of_a_command_names_the_formats_that_it_has(prompt: Prompt, command: str) -> None:
    (told,) = re.findall(r"--output FORMAT +(.*?)\.\n", prompt(command, "--help", width=120).out, re.DOTALL)
    named = set(re.findall(r"\b(?:" + "|".join(FORMATS) + r")\b", told))
    words = {**RESULTS, "schema": ("schema",), "show": ("show", "cto", "--ladder")}[command]
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
    profile = (Path(__file__).parent / "small" / "role.yaml").read_text(encoding="utf-8")
    plain = "Office helpers keep a small office running."
    assert profile.count(plain) == 1
    write("roles/helper.yaml", profile.replace(plain, f"'{HOSTILE}'"))
    words = ("show", "helper", "--profiles", str(prompt.home.parent / "roles"))
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
