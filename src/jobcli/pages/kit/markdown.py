"""A page as Markdown: headings, lists and tables that a wiki or an editor shows as such."""

from __future__ import annotations

import re

from jobcli.pages.kit.parts import Break, Heading, Items, Legend, Line, Page, Pairs, Title, headline
from jobcli.pages.kit.spoken import Rows, Spoken, looks, read, spoken, titled
from jobcli.pages.kit.text import Text, TypedText

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])|^(?=[-+=])|(?<=^\d)(?=[.)](\s|$))|(?<=^\d\d)(?=[.)](\s|$))")
"""Signs that mean something anywhere, and those that make a list or a rule of a line that begins with them."""


def markdown_text(page: Page, name: str = "") -> str:
    """The page as Markdown (CommonMark with the tables of GitHub). Texts never become markup.

    `name` is its title where the page has none.
    """
    parts = spoken(read(page))
    if name and not any(isinstance(part, Title) for part in parts):
        parts = [headline(name), *parts]
    blocks = [block for part in parts if (block := _block(part))]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """A text in one line whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))


def _block(part: Spoken) -> str:  # noqa: PLR0911  one answer a part
    match part:
        case Title():
            return f"# {escaped(titled(part))}"
        case Heading(text, note):
            return f"## {escaped(text.plain)}" + (f"\n\n*{escaped(note.plain)}*" if len(note) else "")
        case Line(text) | Legend(text):
            return _inline(text)
        case Items(texts):
            return "\n".join(f"- {_inline(text)}" for text in texts)
        case Pairs(rows):
            return "\n".join(f"- {escaped(label.plain)}: {_inline(text)}" for label, text in rows)
        case Rows():
            return _table(part)
        case Break():
            return "---"
        case _:
            return ""


def _table(part: Rows) -> str:
    rows = [[_inline(cell) for cell in row] for row in part.cells]
    if not any(column.head for column in part.columns):
        return "\n".join("- " + " ".join(cell for cell in row if cell) for row in rows)
    lines = [[escaped(column.head) for column in part.columns], ["---"] * len(part.columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(text: Text) -> str:
    if isinstance(text, TypedText):
        return f"`{text.plain.strip()}`"
    return " ".join("".join(_piece(words, style) for words, style in looks(text)).split())


def _piece(words: str, style: str) -> str:
    """A piece of a text; what is bold on a screen is bold here, with the blanks around it outside the stars."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    shown = f"**{escaped(inner)}**" if style == "strong" else escaped(inner)
    return f"{before}{shown}{after}"
