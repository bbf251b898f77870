"""Every command in every format, at every width, in both languages, at a terminal and in a pipe.

A command works out its answer once; the page of the answer is then written in all these ways. That this is what whole
calls print is tried on a sample of whole calls.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise, product
from pathlib import Path
from typing import Any, TextIO
from xml.etree import ElementTree as ET

import pytest
from _pytest.mark import ParameterSet
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from jobcli.cli.commands import COMMANDS, EVERYWHERE, Format
from jobcli.cli.output import Output
from jobcli.cli.world import World
from jobcli.pages.kit.language import Code, Language
from jobcli.pages.kit.theme import STYLES, TILE_STYLES
from tests.calls import CALLS, Call, words_of
from tests.conftest import DAY, Prompt
from tests.pages.test_formats import DOCUMENTS, RESULTS

FOR_PROGRAMS = {"checklist": ("todotxt",), "validate": ("sarif", "github")}
"""The formats that some results have beside those of all and of tables."""

ONLY_SHOWN = (
    "For want of room without: {labels}.",
    "Which path that is: jobcli paths ROLE",
    "?: concluded by us or in doubt.",
    "?: concluded by us or in doubt. ~: typical for such courses.",
    "Role",
)
"""Sentences of a narrow page. Their words, and those of legends of signs, are neither on a wide page nor read aloud."""

PAGES: Mapping[str, Call] = {call.page: call for call in CALLS if call.page}
"""Calls whose pages have each another shape."""

WIDTHS = (50, 80, 120)
EDGES = (40, 59, 60, 100)
"""The narrowest terminal, and the widths at which the layouts change."""
LANGUAGES: tuple[Code, ...] = ("de", "en")
SCREENLESS: tuple[Format, ...] = tuple(form for form in EVERYWHERE if form not in ("text", "json"))
COLOURS = re.compile(r"\x1b\[([0-9;]*)m")
UNIT = re.compile(r"\s+(euros?|Euro|months?|Monate?n?|hours?|Stunden?|years?|Jahre?n?)\b")
AMOUNT = re.compile(r"€[\d,.]*|[\d.,]*\u00a0€|[\d.,]*\u00a0%")
PLACE = re.compile(r"\.yaml:\d+:\d+$")
WORD = re.compile(r"[^\W\d_]{2,}")


class Page(HTMLParser):
    """Fails on a tag that is not closed where it was opened, and keeps what a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]
        if tag not in ("meta", "br", "hr", "link", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class Stream(io.TextIOWrapper):
    """What was printed, to a terminal or into a pipe."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def text(self) -> str:
        self.flush()
        raw: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]
        return raw.decode(self.encoding)


@dataclass
class Recorded:
    """What a command hands to the one door: the pages for people, and the ways to all the rest."""

    home: Path
    code: int = 0
    pages: list[tuple[str, Callable[..., Any]]] = field(default_factory=list)
    command: str = ""
    known: dict[tuple[Code, int, bool, str], str] = field(default_factory=dict)

    def printed(self, language: Code, width: int, *, terminal: bool = False, encoding: str = "utf-8") -> str:
        """Both streams of this call as text."""
        key = (language, width, terminal, encoding)
        if key not in self.known:
            self.known[key] = self._printed(*key)
        return self.known[key]

    def _printed(self, language: Code, width: int, terminal: bool, encoding: str) -> str:  # noqa: FBT001  the key
        stream = Stream(encoding, terminal=terminal)
        output = Output(world(stream, width, terminal=terminal), Language(language), "text")
        for _stream, view in self.pages:
            output._print(output.world.stdout, view)  # noqa: SLF001  where all pages pass
        return stream.text

    def written(
        self, form: Format, language: Code, width: int = 80, *, terminal: bool = False, encoding: str = "utf-8"
    ) -> str:
        """The pages in a format that has no screen."""
        stream = Stream(encoding, terminal=terminal)
        output = Output(world(stream, width, terminal=terminal), Language(language), form)
        streams = [kind for kind, _view in self.pages]
        for kind, view in self.pages:
            if kind == "stdout" or "stdout" not in streams:
                output.page(view, self.command)
        return stream.text


def world(stream: TextIO, width: int, *, terminal: bool) -> World:
    env = {"TERM": "xterm-256color"} if terminal else {}
    return World(env=env, today=DAY, stdout=stream, stderr=stream, width=width)


RECORDED: dict[str, Recorded] = {}
"""What the calls of this process handed in; all tests of one call run in the same process."""


def each(names: Mapping[str, object]) -> list[ParameterSet]:
    return [pytest.param(name, id=name, marks=pytest.mark.xdist_group(f"page-{name}")) for name in names]


@pytest.fixture
def record(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Recorded]:
    """Makes one whole call and keeps what it hands to the door."""

    def recorder(name: str) -> Recorded:
        if name not in RECORDED:
            RECORDED[name] = call(name)
        return RECORDED[name]

    def call(name: str) -> Recorded:
        for line in PAGES[name].after:
            prompt(*words_of(line))
        kept = Recorded(prompt.home)
        real, answer = Output._print, Output.answer  # noqa: SLF001  where all pages pass

        def printing(self: Output, stream: TextIO, view: Callable[..., Any]) -> None:
            kept.pages.append(("stdout" if stream is self.world.stdout else "stderr", view))
            real(self, stream, view)

        def answering(self: Output, command: str, *args: Any, **options: Any) -> None:  # noqa: ANN401  as it comes
            kept.command = command
            answer(self, command, *args, **options)

        with monkeypatch.context() as patch:
            patch.setattr(Output, "_print", printing)
            patch.setattr(Output, "answer", answering)
            kept.code = prompt(*PAGES[name].words).code
        return kept

    return recorder


def test_every_command_has_a_call_here() -> None:
    assert {*RESULTS, *DOCUMENTS} == {*COMMANDS}


def whole_words(language: Code, wide: str) -> set[str]:
    """The words that a page may have: those of the wide page, parts of what no line could hold, as an address, and what shows the rest."""
    say = Language(language)
    shown = " ".join([wide, *(say(text, labels="") for text in ONLY_SHOWN)])
    long = [token for token in wide.split() if len(token) >= min(EDGES) - 8]
    broken = {word[start:end] for token in long for word in WORD.findall(token) for start, end in cuts(word)}
    return {*WORD.findall(shown), *broken, "full"}


def cuts(word: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start in range(len(word)) for end in range(start + 2, len(word) + 1))


def stripped(page: str) -> list[str]:
    return [line.rstrip() for line in page.splitlines()]


def known_codes() -> set[str]:
    """The escape codes of the five styles on a terminal of 256 colours, of one within another, and of the tiles of the map."""
    styles = [Style.parse(text) for text in STYLES.values()]
    codes = [*styles, *(one + other for one, other in product(styles, styles)), *map(Style.parse, TILE_STYLES)]
    return {code for style in codes for code in COLOURS.findall(style.render("x", color_system=ColorSystem.EIGHT_BIT))}


@pytest.mark.parametrize("name", each(PAGES))
def test_on_a_screen_nothing_is_cut_parted_or_too_wide(record: Callable[[str], Recorded], name: str) -> None:
    kept = record(name)
    assert kept.code == PAGES[name].code
    for language in LANGUAGES:
        wide = kept.printed(language, 120)
        amounts = {amount.rstrip(",.") for amount in AMOUNT.findall(wide)}
        # Only a narrow page has names of occupations in full, in several lines.
        named = kept.printed(language, EDGES[0]) if name == "list-group" else ""
        words = whole_words(language, wide + named + kept.written("plain", language))
        # What the hand-out is made of is tried at the edges page by page.
        for width in (*WIDTHS, *(EDGES if name != "report" else ())):
            page = kept.printed(language, width)
            lines = page.splitlines()
            assert "\x1b" not in page
            # The place of a problem stays one word, for editors and grep.
            assert max(cell_len(line) for line in lines if not PLACE.search(line)) <= width
            # Of an amount or a word that was cut or wrapped, a part is left that stands nowhere else.
            assert {amount.rstrip(",.") for line in lines for amount in AMOUNT.findall(line)} <= amounts
            assert not [line for line in lines if re.match(r"\s*(€(?!\d)|%)", line) or line.endswith("§")]
            assert not [pair for pair in pairwise(lines) if pair[0][-1:].isdigit() and UNIT.match(pair[1])]
            # Of a line in a file, the part around the place is shown.
            assert name == "validate" or set(WORD.findall(page)) <= words
            assert "…" not in re.sub(r":\s+…", "", page.replace("[…]", ""))
        for width in WIDTHS:
            shown = kept.printed(language, width, terminal=True)
            assert set(COLOURS.findall(shown)) <= known_codes()
            # Colour says nothing that the words do not say.
            assert stripped(COLOURS.sub("", shown)) == stripped(kept.printed(language, width))


@pytest.mark.parametrize("name", each(PAGES))
def test_without_a_screen_each_format_is_whole_and_none_has_an_escape_code(
    record: Callable[[str], Recorded], name: str
) -> None:
    kept = record(name)
    for form, language in product(SCREENLESS, LANGUAGES):
        # A picture is as wide as it was asked for; in all else neither the width nor the kind of stream shows.
        texts = {kept.written(form, language, width, terminal=width != 80) for width in WIDTHS}
        assert form == "svg" or len(texts) == 1
        for text in texts:
            assert text.strip()
            assert "\x1b" not in text
            CHECKS[form](text, language)


def read_aloud(text: str, _language: str) -> None:
    """Plain lines draw nothing and align nothing."""
    for line in text.splitlines():
        assert not re.search(r"[─━│├┤●•▁-█┌┐└┘→×·✓]|\[[ x>-]\]|\S {2,}\S", line), line
        assert line == line.strip()


def in_a_browser(text: str, language: str) -> None:
    """A page is closed where it was opened, and needs no other file and no other machine."""
    page = Page()
    page.feed(text)
    assert (page.open, page.fetched) == ([], [])
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"@import|url\(", text)
    assert f'<html lang="{language}">' in text
    assert re.search(r"<title>[^<]+</title>", text)
    assert "<h1>" in text
    # A screen reader says the heads with each cell.
    assert not re.search(r"<th(?! scope=\"(?:col|row)\")[ >]", text)
    assert all('scope="' in table for table in text.split("<table>")[1:])


def as_a_picture(text: str, _language: str) -> None:
    """A picture is well-formed and fetches nothing."""
    root = ET.fromstring(text)  # noqa: S314  our own picture
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [name for node in root.iter() for name in node.attrib if name.endswith(("href", "src"))]
    assert "@font-face" not in text
    # A line of its own begins with a sign of money or percent nowhere: no amount is parted in a picture either.
    assert not re.search(r">(&#160;)*(€(?!\d)|%)", text)
    assert all("#" in place for place in re.findall(r"url\(([^)]*)\)", text))


def in_a_wiki(text: str, _language: str) -> None:
    """There is a title, and every line of a table has as many cells as its head."""
    assert text.startswith("# ")
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


CHECKS: Mapping[str, Callable[[str, str], None]] = {
    "plain": read_aloud,
    "html": in_a_browser,
    "svg": as_a_picture,
    "md": in_a_wiki,
}


@pytest.mark.parametrize("name", each(PAGES))
def test_terminals_without_our_signs_get_twins(record: Callable[[str], Recorded], name: str) -> None:
    kept = record(name)
    for language, encoding in product(LANGUAGES, ("ascii", "cp850", "cp1252")):
        # A sign that cannot be written would have become a question mark. A first screen may have room for fewer names.
        page = kept.printed(language, 80, encoding=encoding)
        assert page.count("?") <= kept.printed(language, 80).count("?")
        # EUR is wider than €, and ae wider than ä.
        assert max(map(len, page.splitlines())) <= 80
    plain = [kept.written("plain", "de", encoding=encoding).count("?") for encoding in ("ascii", "utf-8")]
    assert len(set(plain)) == 1


@pytest.mark.parametrize(
    "name", each({name: call for name, call in RESULTS.items() if not call.changes and name != "where"})
)
def test_whole_calls_print_the_pages_that_are_tried_here(
    prompt: Prompt, record: Callable[[str], Recorded], name: str
) -> None:
    kept = record(name)
    prompt.home = kept.home
    outcome = prompt(*PAGES[name].words, lang="de", width=60)
    assert sorted(stripped(outcome.out + outcome.err)) == sorted(stripped(kept.printed("de", 60)))
    form = SCREENLESS[list(RESULTS).index(name) % len(SCREENLESS)]
    if name != "validate" and (name, form) != ("checklist", "md"):
        # What validate says on two streams is one page in these formats; a printed list of boxes is a page of its own.
        assert prompt(*PAGES[name].words, "--output", form, lang="de", width=60).out == kept.written(form, "de", 60)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_the_same_at_every_width_and_without_a_code(prompt: Prompt, name: str) -> None:
    pages = {prompt(name, width=width).out for width in WIDTHS}
    prompt.env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    (page,) = {*pages, prompt(name, lang="de").out}
    assert "\x1b" not in page


def test_a_picture_is_as_wide_as_columns_says(prompt: Prompt) -> None:
    words = ("show", "cto", "--output", "svg")
    prompt.env = {"COLUMNS": "60"}
    assert prompt(*words, width=None).out == prompt(*words, width=60).out


@pytest.mark.parametrize("name", each(RESULTS))
def test_the_formats_for_programs_come_at_a_terminal_as_in_a_pipe(prompt: Prompt, name: str) -> None:
    prompt.env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    call = RESULTS[name]
    for line in call.after:
        prompt(*words_of(line))
    for form in ("json", *(("csv",) if call.table else ()), *FOR_PROGRAMS.get(name, ())):
        outcome = prompt(*call.words, "--output", form, lang="de")
        assert (outcome.code, "\x1b" in outcome.out) == (0, False)
