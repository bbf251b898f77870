"""A page for a reader who has no terminal of ours: read aloud, in a wiki, as a picture, as a page to hand out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from rich.console import Group
from rich.text import Text

from jobcli.pages.kit.language import Language
from jobcli.pages.kit.layout import Desk
from jobcli.pages.kit.reading import COLUMNS
from jobcli.pages.kit.theme import Symbols


class Paper(Struct, frozen=True):
    """What a page is written on. `name` is its title where it has none of its own; `width` that of a picture, in columns."""

    say: Language
    today: str
    symbols: Symbols
    name: str
    width: int | None = None
    colour: bool = True


def written(form: Literal["plain", "md", "svg", "html"], paper: Paper, view: Callable[[Desk], Group]) -> str:
    """The page in one of these formats. What is laid out for a screen does not hang on the width of this one."""
    columns = (paper.width if form == "svg" else None) or COLUMNS
    page = view(Desk(paper.say, columns, paper.symbols, paper.today))
    if form == "plain":
        from jobcli.pages.kit.plain import plain_text

        return plain_text(paper.say, page, paper.symbols)
    if form == "md":
        from jobcli.pages.kit.markdown import markdown_text

        return markdown_text(page, paper.name)
    if form == "html":
        from jobcli.pages.kit.html import html_text

        return html_text(paper.say.code, paper.name, page)
    from jobcli.pages.kit.svg import svg_text

    return svg_text(page, paper.name, columns, colour=paper.colour)


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

    return svg_text(Group(Text(text.rstrip())), paper.name, paper.width or COLUMNS, colour=paper.colour)
