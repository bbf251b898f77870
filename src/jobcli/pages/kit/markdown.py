"""A page as Markdown: headings, lists and tables that a wiki or an editor shows as such."""

from __future__ import annotations

import re

from rich.console import Group
from rich.text import Text

from jobcli.pages.kit.reading import (
    Break,
    Head,
    Items,
    Line,
    Pairs,
    Part,
    Picture,
    Rows,
    Title,
    is_command,
    pieces,
    read,
    spoken,
    titled,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])|^(?=[-+=])|(?<=^\d)(?=[.)](\s|$))|(?<=^\d\d)(?=[.)](\s|$))")
"""Signs that mean something anywhere, and those that make a list or a rule of a line that begins with them."""


def markdown_text(page: Group, name: str = "") -> str:
    """The page as Markdown (CommonMark with the tables of GitHub). Texts never become markup.

    `name` is its title where the page has none.
    """
    parts = spoken(read(page))
    if name and not any(isinstance(part, Title) for part in parts):
        parts = [Title(Text(name)), *parts]
    blocks = [block for part in parts if (block := _block(part))]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """A text in one line whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))


def _block(part: Part) -> str:  # noqa: PLR0911  one answer a part
    match part:
        case Title(text):
            return f"# {escaped(titled(text))}"
        case Head(text, note):
            return f"## {escaped(text)}" + (f"\n\n*{escaped(note)}*" if note else "")
        case Line(text):
            return _inline(text)
        case Items(texts):
            return "\n".join(f"- {_inline(text)}" for text in texts)
        case Pairs(rows):
            return "\n".join(f"- {escaped(label)}: {_inline(text)}" for label, text in rows)
        case Rows():
            return _table(part)
        case Break():
            return "---"
        case Picture():
            return ""


def _table(part: Rows) -> str:
    rows = [[_inline(cell) for cell in row] for row in part.cells]
    if not any(part.heads):
        return "\n".join("- " + " ".join(cell for cell in row if cell) for row in rows)
    lines = [[escaped(head) for head in part.heads], ["---"] * len(part.heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(text: Text) -> str:
    if is_command(text):
        return f"`{text.plain.strip()}`"
    return " ".join("".join(_piece(words, style) for words, style in pieces(text)).split())


def _piece(words: str, style: str) -> str:
    """A piece of a text; what is bold on a screen is bold here, with the blanks around it outside the stars."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    shown = f"**{escaped(inner)}**" if style == "strong" else escaped(inner)
    return f"{before}{shown}{after}"
