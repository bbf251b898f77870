"""A page as one HTML file: it needs nothing else, asks nothing of any other machine, and prints well on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from jobcli.pages.kit.letters import held_together
from jobcli.pages.kit.parts import Break, Caption, Heading, Items, Legend, Line, Page, Pairs, Picture, Title, headline
from jobcli.pages.kit.spoken import Rows, Spoken, looks, read, titled
from jobcli.pages.kit.text import Box, Room, Text, TypedText
from jobcli.pages.kit.theme import STYLES

STYLE = """\
:root { color-scheme: light; }
body { font: 11pt/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff;
  max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .6rem; }
h2 { font-size: 1.15rem; color: #08519c; border-bottom: 1px solid #c6d4e3; margin: 1.4rem 0 .5rem; break-after: avoid; }
h2 small { font-weight: normal; color: #555; }
p { margin: .35rem 0; } p.under { margin-left: 1.2rem; } ul { margin: .3rem 0; padding-left: 1.3rem; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem .9rem; margin: .4rem 0; }
dt { color: #555; } dd { margin: 0; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; font-size: .92em; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #e3e3e3; }
th { color: #555; font-weight: normal; } th[scope=row] { color: inherit; } .right { text-align: right; } .whole { white-space: nowrap; }
section + section { margin-top: 2.2rem; }
h1, h1 + p, h1 + p + p, .name, pre { break-after: avoid; } tr, pre, dd, li, .short { break-inside: avoid; } dd:last-of-type { break-before: avoid; } p, li { orphans: 3; widows: 3; }
.room { display: inline-block; width: 100%; min-width: 14rem; height: 1.4em; border-bottom: 1px solid #777; }
.box { display: inline-block; width: .85em; height: .85em; line-height: .85; text-align: center; border: 1px solid #444; vertical-align: -.1em; }
pre { font: 9pt/1.15 Menlo, Consolas, "DejaVu Sans Mono", monospace; color: #08519c; margin: .2rem 0; overflow: hidden; }
.listing { color: inherit; white-space: pre-wrap; }
code { font: .92em Menlo, Consolas, "DejaVu Sans Mono", monospace; background: #f2f4f7; padding: .05rem .3rem; }
h1 .muted { font-size: .6em; font-weight: normal; }
.money { color: #1b6e2d; font-weight: 600; } .muted { color: #595959; }
.problem { color: #8a4b00; font-weight: 600; } .strong { font-weight: 600; } .heading { color: #08519c; font-weight: 600; }
@media print { section.sheet { break-before: page; margin-top: 0; } .sheet > :first-child { margin-top: 0; } @page { size: A4; margin: 11mm 13mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 9pt; line-height: 1.25; }
  h1 { font-size: 15pt; margin-bottom: .3rem; } h2 { font-size: 11.5pt; margin: .45rem 0 .15rem; } th, td { padding: .1rem .6rem .1rem 0; } table { margin: .25rem 0; } }
"""


_SHORT = 6
"""What has fewer rows stays on one sheet of paper."""


def html_text(language: str, name: str, page: Page) -> str:
    """The page as a document; `name` is its title where the page has none. `language` is its code."""
    parts = read(page)
    if not any(isinstance(part, Title) for part in parts):
        parts = [headline(TypedText(name)), *parts]
    title = next(titled(part) for part in parts if isinstance(part, Title))
    return _framed(language, title, f"<section>\n{_body(parts)}\n</section>")


def listing_html(language: str, name: str, text: str) -> str:
    """A text that is to stay as it is, line by line, as a document."""
    return _framed(language, name, f'<h1>{_safe(name)}</h1>\n<pre class="listing">{_safe(text)}</pre>')


def _framed(language: str, title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(parts: Sequence[Spoken]) -> str:
    return "\n".join(block for part in parts if (block := _block(part)))


def _block(part: Spoken) -> str:  # noqa: C901, PLR0911  one answer a part
    match part:
        case Title(text, note):
            return f"<h1>{_inline(_noted(text, note))}</h1>"
        case Heading(text, note):
            behind = f" <small>{_safe(note.plain)}</small>" if len(note) else ""
            return f"<h2>{_safe(text.plain)}{behind}</h2>"
        case Line(text, under, leads=leads):
            return f"<p{_look(under=under > 1, name=leads)}>{_inline(text)}</p>"
        case Legend(text):
            return f"<p>{_inline(text)}</p>"
        case Items(texts, under):
            return (
                f"<ul{_look(under=under > 1)}>\n" + "\n".join(f"<li>{_inline(text)}</li>" for text in texts) + "\n</ul>"
            )
        case Pairs(rows, under):
            lines = [f"<dt>{_safe(label.plain)}</dt><dd>{_inline(text)}</dd>" for label, text in rows]
            return f"<dl{_look(under=under > 1, short=len(rows) < _SHORT)}>\n" + "\n".join(lines) + "\n</dl>"
        case Rows():
            return _table(part)
        case Break(sheet):
            return '</section>\n<section class="sheet">' if sheet else "</section>\n<section>"
        case Caption(text):
            return f'<p class="muted">{_safe(text.plain)}</p>'
        case Picture(drawn):
            # The numbers stand beside it in words; a screen reader would only spell the signs.
            return f'<pre aria-hidden="true">{_safe(chr(10).join(text.plain for text in drawn))}</pre>'
        case _:
            return ""


def _noted(text: Text, note: Text) -> Text:
    return Text().append_text(text).append("  ", style="muted").append_text(note) if len(note) else text


def _table(part: Rows) -> str:
    classes = [_look(right=column.align == "right", whole=column.whole) for column in part.columns]
    head = "".join(
        f'<th scope="col"{look}>{_safe(column.head)}</th>' if column.head else "<td></td>"
        for column, look in zip(part.columns, classes, strict=True)
    )
    # The heads of a table that goes on stand on the next sheet of paper, too.
    lines = [f"<thead>\n<tr>{head}</tr>\n</thead>"] if any(column.head for column in part.columns) else []
    for row in part.cells:
        cells = "".join(_cell(part, n, look, cell) for n, (cell, look) in enumerate(zip(row, classes, strict=True)))
        lines.append(f"<tr>{cells}</tr>")
    return f"<table{_look(short=len(part.cells) < _SHORT)}>\n" + "\n".join(lines) + "\n</table>"


def _cell(part: Rows, number: int, look: str, cell: Text) -> str:
    """A cell; what a row is about, below a head without a name, is a head itself: screen readers say it with each cell."""
    if number == 0 and not part.columns[0].head:
        return f'<th scope="row"{look}>{_inline(cell)}</th>'
    return f"<td{look}>{_inline(cell)}</td>"


def _look(**classes: bool) -> str:
    names = " ".join(name for name, on in classes.items() if on)
    return f' class="{names}"' if names else ""


def _inline(text: Text) -> str:
    if isinstance(text, TypedText):
        return f"<code>{_safe(text.plain.strip())}</code>"
    if isinstance(text, Room):
        return '<span class="room"></span>'
    if isinstance(text, Box):
        return f'<span class="box" role="img" aria-label="{_safe(text.aloud)}">{_safe(text.plain.strip("[ ]"))}</span>'
    return "".join(
        f'<span class="{style}">{_flowing(words)}</span>' if style in STYLES else _flowing(words)
        for words, style in looks(text)
    ).strip()


def _flowing(text: str) -> str:
    """Words that a browser breaks into lines, with what belongs together held together."""
    return _safe(held_together(text))


def _safe(text: str) -> str:
    return escape(text, quote=True)
