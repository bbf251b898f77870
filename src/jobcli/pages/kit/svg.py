"""A page as a picture of a terminal (SVG): black on white, with no font, script or link of another machine."""

from __future__ import annotations

import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.theme import Theme

from jobcli.pages.kit.lines import lines
from jobcli.pages.kit.parts import Page
from jobcli.pages.kit.screen import in_colours
from jobcli.pages.kit.theme import RICH_SYMBOLS, STYLES

# Dark enough on white to be read by everybody: each colour has a contrast of at least 4.5 to 1.
_PAPER = TerminalTheme(
    (255, 255, 255),
    (26, 26, 26),
    [(26, 26, 26), (168, 7, 26), (27, 110, 45), (138, 75, 0), (8, 81, 156), (122, 31, 110), (0, 96, 112), (89, 89, 89)],
    [(89, 89, 89), (168, 7, 26), (27, 110, 45), (138, 75, 0), (8, 81, 156), (122, 31, 110), (0, 96, 112), (26, 26, 26)],
)
# Rich's own template links fonts from a foreign host.
_TEMPLATE = """\
<svg class="rich-terminal" xml:space="preserve" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="100%" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def svg_text(page: Page, title: str, width: int, *, colour: bool = True) -> str:
    """The page in a terminal of `width` columns, with `title` in its frame."""
    console = Console(
        record=True,
        width=width,
        file=io.StringIO(),
        theme=Theme(STYLES),
        force_terminal=True,
        color_system="truecolor",
        no_color=not colour,
        _environ={},
    )
    console.print(in_colours(console, list(lines(page, width, RICH_SYMBOLS))), crop=False, end="")
    return console.export_svg(title=title, code_format=_TEMPLATE, theme=_PAPER, unique_id="jobcli")
