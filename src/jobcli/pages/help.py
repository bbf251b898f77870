"""The pages of help: what a command is for, what it takes, and two lines to copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from jobcli.domain.evidence import Filled, Words, phrase
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, Part, bullets, heading, headline, indented, page, paragraph
from jobcli.pages.kit.table import table
from jobcli.pages.kit.text import Command, Text


class HelpEntry(Struct, frozen=True):
    """One line of a panel: what one types, and what it does."""

    left: str
    right: str | Filled | Words
    german: str = ""
    """What one can type as well in German; empty where that is the same."""

    def typed(self, say: Language) -> str:
        """What one types, with the placeholders of the language and, in German, with the German names."""
        return in_words_of(say, self.german if self.german and say.code == "de" else self.left)


class Panel(Struct, frozen=True):
    """A named group of entries."""

    title: str
    entries: tuple[HelpEntry, ...]


class HelpSheet(Struct, frozen=True, kw_only=True):
    """All that is said of one command, or of the program. The texts are phrases in English."""

    usage: str
    text: str
    panels: tuple[Panel, ...]
    examples: tuple[str, ...]


def help_page(desk: Desk, sheet: HelpSheet) -> Page:
    """One page of help. This is where its texts are translated."""
    say = desk.say
    parts: list[Part] = []
    for panel in sheet.panels:
        if panel.entries:
            parts += [heading(say(panel.title)), *_entries(desk, panel.entries)]
    if sheet.examples:
        parts += [heading(say("Examples")), *(paragraph(Command(example)) for example in sheet.examples)]
    return page(
        headline(say("Usage: {usage}", usage=in_words_of(say, sheet.usage))), paragraph(say(sheet.text)), *parts
    )


def welcome_page(desk: Desk) -> Page:
    """What a bare `jobcli` prints: from a word for a job to the next step, in the order in which people ask."""
    say = desk.say
    lines = (
        HelpEntry("jobcli search software", phrase("which jobs are there for this word?")),
        HelpEntry("jobcli show backoffice-manager", phrase("what is this job?")),
        HelpEntry("jobcli compare", phrase("all roles by pay")),
        HelpEntry("jobcli estimate --state BY --tenure 5", phrase("what would it pay me?")),
        HelpEntry("jobcli checklist backoffice-manager", phrase("what do I do, in which order?")),
        HelpEntry("jobcli next", phrase("what can I do now?")),
    )
    return page(
        headline(say("jobcli: careers in Germany, on your terminal")),
        *_entries(desk, lines, Command),
        paragraph(say("Every command: jobcli --help"), 0, style="muted"),
    )


def installed_page(desk: Desk, shell: str, files: Sequence[str]) -> Page:
    """What was written so that a shell completes with Tab."""
    say = desk.say
    return page(
        headline(say("{shell} completes jobcli from the next terminal on.", shell=shell)),
        paragraph(say("Written:"), indent=2),
        bullets(files, indent=4),
    )


def _entries(desk: Desk, entries: Sequence[HelpEntry], left: type[Text] = Text) -> Page:
    typed = left is Command
    entries = [
        HelpEntry(desk.say.copied(entry.left) if typed else entry.typed(desk.say), entry.right) for entry in entries
    ]
    widest = max(len(entry.left) for entry in entries)
    if widest > desk.width // 2:
        lines = [
            part
            for entry in entries
            for part in (paragraph(left(entry.left, style="strong")), paragraph(desk.say(entry.right), 6))
        ]
        return page(*lines)
    grid = table("", "")
    grid.add_column(whole=True, style="strong")
    grid.add_column()
    for entry in entries:
        grid.add_row(left(entry.left), desk.say(entry.right))
    return page(indented(grid))


_ALL = (
    phrase("AMOUNT"),
    phrase("COMMAND"),
    phrase("DATE"),
    phrase("DEGREE"),
    phrase("DIR"),
    phrase("EUROS"),
    phrase("FACTOR"),
    phrase("FILE"),
    phrase("FORMAT"),
    phrase("FROM"),
    phrase("FROM TO"),
    phrase("HOURS"),
    phrase("ID"),
    phrase("KEY"),
    phrase("KIND"),
    phrase("LAND"),
    phrase("LANGUAGE-LEVEL"),
    phrase("LEVEL"),
    phrase("MONTH"),
    phrase("MONTHS"),
    phrase("NUMBER"),
    phrase("OPTIONS"),
    phrase("PATH"),
    phrase("PATH-KIND"),
    phrase("PEOPLE"),
    phrase("PERCENT"),
    phrase("ROLE"),
    phrase("SKILL"),
    phrase("STEP"),
    phrase("SUBJECT"),
    phrase("TEXT"),
    phrase("TO"),
    phrase("VALUE"),
    phrase("WORDS"),
    phrase("YEARS"),
)
_KNOWN = {str(word): word for word in _ALL}
_CAPITALS = re.compile(r"(?<!\w)[A-Z][A-Z-]+(?!\w)")


def in_words_of(say: Language, text: str) -> str:
    """A usage line, an option or an argument with its placeholders in this language."""
    return _CAPITALS.sub(lambda found: say(_KNOWN[found[0]]) if found[0] in _KNOWN else found[0], text)
