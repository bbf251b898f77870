"""Writes docs/commands.md from the commands, or prints the page for man. Run: python docs/man.py [--roff [de|en]]."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from jobcli.cli.tab.grammar import whole_manual
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk
from jobcli.pages.kit.theme import RICH_SYMBOLS
from jobcli.pages.man import reference_text, roff_text

FILE = Path(__file__).with_name("commands.md")


def reference() -> str:
    """The text of docs/commands.md."""
    return reference_text(Desk(Language("en"), 100, RICH_SYMBOLS, date.min.isoformat()), whole_manual())


def main() -> None:
    """Write the file; with --roff print the page for man, to be looked at with `man -l -`."""
    if "--roff" in sys.argv:
        sys.stdout.write(roff_text(Language("de" if "de" in sys.argv else "en"), whole_manual()))
    else:
        FILE.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
