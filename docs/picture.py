"""Draws the pictures of the README: what the program itself prints with `--output svg`. Run: python docs/picture.py."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from jobcli.cli.app import run
from jobcli.cli.world import World

FOLDER = Path(__file__).resolve().parent
PICTURES = {
    "estimate.svg": "estimate backoffice-manager --state BY --tenure 5 --lang en",
}


def draw(command: str) -> str:
    """The picture of one command."""
    out = io.StringIO()
    with TemporaryDirectory() as home:
        world = World(env={}, today=date(2026, 11, 24), stdout=out, stderr=out, width=100, data_folder=Path(home))
        run([*command.split(), "--output", "svg"], world)
    return out.getvalue()


def main() -> None:
    """Write all pictures beside this file."""
    for name, command in PICTURES.items():
        (FOLDER / name).write_text(draw(command), encoding="utf-8")


if __name__ == "__main__":
    main()
