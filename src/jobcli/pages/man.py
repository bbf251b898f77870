"""The whole manual: as a page for `man`, and as a page of the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from jobcli.domain.evidence import Phrase, phrase
from jobcli.pages.help import HelpEntry, HelpSheet, Panel, in_words_of
from jobcli.pages.kit.language import Language
from jobcli.pages.option_names import GERMAN

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk


class Manual(Struct, frozen=True, kw_only=True):
    """The program and the chapters of its commands."""

    version: str
    program: HelpSheet
    chapters: Mapping[Phrase, tuple[HelpSheet, ...]]


ENVIRONMENT = (
    HelpEntry("JOBCLI_LANG", phrase("The language, de or en, where --lang is not given.")),
    HelpEntry("JOBCLI_PROFILES", phrase("Folders with own profiles, read after those of --profiles.")),
    HelpEntry("JOBCLI_STATE_DIR", phrase("The folder of your settings and progress, where --state-dir is not given.")),
    HelpEntry(
        "NO_COLOR", phrase("If set, nothing is printed in colour, as with --no-color. It goes before FORCE_COLOR.")
    ),
    HelpEntry(
        "FORCE_COLOR", phrase("If set, colour is printed everywhere: into pipes and files, and where TERM is dumb.")
    ),
    HelpEntry("TERM", phrase("If it is dumb, there is neither colour nor a pager.")),
    HelpEntry("PAGER", phrase("What shows a page that is taller than the terminal; empty for none.")),
    HelpEntry("COLUMNS", phrase("The width in columns, where the terminal does not tell it.")),
)
EXIT_CODES = (
    HelpEntry("0", phrase("There is a result.")),
    HelpEntry("1", phrase("The answer is no, a file has problems, or the result could not be written.")),
    HelpEntry("2", phrase("The command was not understood.")),
    HelpEntry("3", phrase("A bug of jobcli; it says where the log lies.")),
    HelpEntry("130", phrase("Ctrl-C was pressed.")),
)
_BAD = str.maketrans({"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"})


def roff_text(say: Language, manual: Manual) -> str:
    """The manual for `man`, in roff. Letters outside ASCII are named, so that every man reads them."""
    program = manual.program
    lines = [
        f'.TH JOBCLI 1 "" "jobcli {manual.version}"',
        *_section(say("Name"), ["jobcli \\- " + _plain(say("careers in Germany, on your terminal"))]),
        *_section(say("Synopsis"), [f".B {_plain(in_words_of(say, program.usage))}"]),
        *_section(say("Description"), [_plain(say(program.text))]),
    ]
    for title, sheets in manual.chapters.items():
        lines += [f".SH {_plain(say(title).upper())}"]
        for sheet in sheets:
            lines += _command(say, sheet)
    for panel in program.panels:
        if panel.title not in manual.chapters:
            lines += _panel(say, panel, ".SH")
    lines += _panel(say, Panel(say("Environment"), ENVIRONMENT), ".SH")
    lines += _panel(say, Panel(say("Exit status"), EXIT_CODES), ".SH")
    lines += _section(say("Files"), [_plain(say("jobcli where names every folder and file that jobcli uses."))])
    return "\n".join(lines) + "\n"


def _command(say: Language, sheet: HelpSheet) -> list[str]:
    """One command: what it does, what it takes, what to type. What all commands take stands once, at the end."""
    lines = [f".SS {_plain(in_words_of(say, sheet.usage))}", _plain(say(sheet.text))]
    for panel in sheet.panels:
        if panel.title != "Everywhere":
            lines += _entries(say, panel.entries)
    return [*lines, ".PP", _plain(say("Examples") + ":"), ".nf", *(_plain(line) for line in sheet.examples), ".fi"]


def _panel(say: Language, panel: Panel, macro: str) -> list[str]:
    return [f"{macro} {_plain(say(panel.title).upper())}", *_entries(say, panel.entries)] if panel.entries else []


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return [f".SH {_plain(title.upper())}", *lines]


def _entries(say: Language, entries: Iterable[HelpEntry]) -> list[str]:
    return [line for entry in entries for line in (".TP", f".B {_plain(entry.typed(say))}", _plain(say(entry.right)))]


def _plain(text: str) -> str:
    """A text in one line that roff takes for nothing but text."""
    line = " ".join(text.split()).translate(_BAD)
    line = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in line)
    return f"\\&{line}" if line[:1] == "." else line


def reference_text(desk: Desk, manual: Manual) -> str:
    """The manual as Markdown: every command with its arguments and options, then what all commands take."""
    from jobcli.pages.kit.markdown import markdown_text
    from jobcli.pages.kit.parts import Part, heading, headline, page, paragraph
    from jobcli.pages.kit.table import table
    from jobcli.pages.kit.text import TypedText

    say = desk.say

    def listed(panel: Panel, *heads: str) -> Part:
        grid = table(*heads)
        for entry in panel.entries:
            grid.add_row(entry.left, say(entry.right))
        return grid

    parts: list[Part] = []
    for sheets in manual.chapters.values():
        for sheet in sheets:
            own = tuple(entry for panel in sheet.panels if panel.title != "Everywhere" for entry in panel.entries)
            parts += [heading(sheet.usage), paragraph(say(sheet.text))]
            parts += [listed(Panel("", own), say("What to type"), say("What it does"))]
            parts += [paragraph(TypedText(example)) for example in sheet.examples]
    for panel in manual.program.panels:
        if panel.entries and panel.title not in manual.chapters:
            title = manual.program.usage if panel.title == "Options" else say(panel.title)
            parts += [heading(title), listed(panel, say("What to type"), say("What it does"))]
    names = Panel("", tuple(HelpEntry(f"--{name}", f"--{german}") for name, german in GERMAN.items()))
    parts += [heading(say("Names in German")), listed(names, say("Option"), say("In German"))]
    parts += [heading(say("Environment")), listed(Panel("", ENVIRONMENT), say("Variable"), say("What it does"))]
    parts += [heading(say("Exit status")), listed(Panel("", EXIT_CODES), say("Code"), say("What it means"))]
    return markdown_text(page(headline(say("All commands")), *parts))
