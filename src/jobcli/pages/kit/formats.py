"""A page for a reader who has no terminal of ours: read aloud, in a wiki, as a picture, as a page to hand out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from jobcli.pages.kit.carrying import carrying
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, page, paragraph
from jobcli.pages.kit.theme import Symbols

COLUMNS = 100
"""The width for which a page is made where there is no screen: wide enough that no part is left to a narrower layout."""


class Paper(Struct, frozen=True):
    """What a page is written on. `name` is its title where it has none of its own; `width` that of a picture, in columns."""

    say: Language
    today: str
    symbols: Symbols
    name: str
    width: int | None = None
    colour: bool = True


def written(form: Literal["plain", "md", "svg", "html"], paper: Paper, view: Callable[[Desk], Page]) -> str:
    """The page in one of these formats. What is laid out for a screen does not hang on the width of this one."""
    columns = (paper.width if form == "svg" else None) or COLUMNS
    made = carrying(paper.say, view(Desk(paper.say, columns, paper.symbols, paper.today)))
    if form == "plain":
        from jobcli.pages.kit.plain import plain_text

        return plain_text(paper.say, made)
    if form == "md":
        from jobcli.pages.kit.markdown import markdown_text

        return markdown_text(made, paper.name)
    if form == "html":
        from jobcli.pages.kit.html import html_text

        return html_text(paper.say.code, paper.name, made)
    from jobcli.pages.kit.svg import svg_text

    return svg_text(made, paper.name, columns, colour=paper.colour)


def listing(form: Literal["plain", "md", "svg", "html"], paper: Paper, text: str) -> str:
    """A text that is to stay as it is, line by line, such as a schema or a script."""
    if form == "plain":
        return text
    if form == "md":
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        return f"# {paper.name}\n\n{fence}\n{text.rstrip()}\n{fence}\n"
    if form == "html":
        from jobcli.pages.kit.html import listing_html

        return listing_html(paper.say.code, paper.name, text.rstrip())
    from jobcli.pages.kit.svg import svg_text

    return svg_text(page(paragraph(text.rstrip(), 0)), paper.name, paper.width or COLUMNS, colour=paper.colour)
