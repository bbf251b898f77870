"""Draws the pictures of the README from what the program prints. Run: python docs/picture.py."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from jobcli.cli.app import run
from jobcli.cli.world import World

WIDTH = 100
FOLDER = Path(__file__).resolve().parent
PICTURES = {
    "estimate.svg": "estimate backoffice-manager --state BY --tenure 5 --lang en",
    "compare.svg": "compare --lang de",
}
# Rich's own template links fonts from a foreign host; a picture of ours phones nobody.
TEMPLATE = """\
<svg class="rich-terminal" xml:space="preserve" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
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


def draw(command: str) -> str:
    """One picture of a command and what it prints."""
    out = io.StringIO()
    env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    run(
        command.split(),
        World(env=env, today=date(2026, 11, 24), stdout=out, stderr=out, width=WIDTH, data_folder=FOLDER),
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(f"$ jobcli {command}\n\n{out.getvalue()}"))
    return console.export_svg(title="jobcli", code_format=TEMPLATE, theme=MONOKAI, unique_id="jobcli")


def main() -> None:
    """Write all pictures beside this file."""
    for name, command in PICTURES.items():
        (FOLDER / name).write_text(draw(command), encoding="utf-8")


if __name__ == "__main__":
    main()
