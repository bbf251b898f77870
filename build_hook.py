"""Builds what the package carries beside its code: message catalogues, the atlas; in a wheel also compiled profiles, the grammar for Tab."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Build(BuildHookInterface[Any]):
    """Called by hatchling for wheels and for editable installs alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and the atlas in place; for a real wheel also the profiles, into a folder that goes into it."""
        root = Path(self.root)
        compile_catalogues(root / "src" / "jobcli" / "locale")
        compile_atlas(root)
        if version == "editable":
            # In a checkout the YAML itself is read, so that what one edits is what one sees.
            return
        folder = Path(tempfile.mkdtemp(prefix="jobcli-compiled-"))
        compile_profiles(root, folder)
        compile_grammar(root, folder)
        build_data["shared_data"].update(write_man_pages(root))
        build_data["force_include"][str(folder)] = "jobcli/compiled"


def compile_catalogues(folder: Path) -> None:
    """Write each jobcli.mo beside its jobcli.po."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in folder.glob("*/LC_MESSAGES/jobcli.po"):
        with source.open("rb") as stream:
            catalog = read_po(stream)
        with source.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)


def compile_atlas(root: Path) -> None:
    """Write the file of the official occupations out of the tables of the folder `atlas`, unless it is newer than these."""
    file = root / "src" / "jobcli" / "atlas" / "atlas.sqlite"
    if not is_stale(root, file):
        return
    sys.path.insert(0, str(root / "src"))
    try:
        from jobcli.atlas.build import build

        build(root / "atlas", file)
    finally:
        sys.path.pop(0)


def is_stale(root: Path, file: Path) -> bool:
    """Whether the file of the atlas is missing, or older than a table or than the program that makes it."""
    made_of = [*(root / "atlas").glob("*.csv*"), *(root / "src" / "jobcli" / "atlas").glob("*.py")]
    return not file.exists() or file.stat().st_mtime < max(part.stat().st_mtime for part in made_of)


def compile_profiles(root: Path, folder: Path) -> None:
    """Write every shipped role, training path and table as msgpack. A broken profile stops the build."""
    sys.path.insert(0, str(root / "src"))
    try:
        from jobcli.files import wheel

        wheel.compile_profiles(folder)
    finally:
        sys.path.pop(0)


def compile_grammar(root: Path, folder: Path) -> None:
    """Write what may follow each command, so that Tab imports no command."""
    sys.path.insert(0, str(root / "src"))
    try:
        from jobcli.cli.tab.grammar import read_grammars
        from jobcli.cli.tab.slots import COMPILED
        from jobcli.files.shipped import save

        save(folder, COMPILED, read_grammars())
    finally:
        sys.path.pop(0)


def write_man_pages(root: Path) -> dict[str, str]:
    """Write `man jobcli` in each language; where each file lies, and where an installation keeps it."""
    sys.path.insert(0, str(root / "src"))
    try:
        from jobcli.cli.tab.grammar import whole_manual
        from jobcli.pages.kit.language import Code, Language
        from jobcli.pages.man import roff_text

        folder, manual = Path(tempfile.mkdtemp(prefix="jobcli-man-")), whole_manual()
        folders: dict[Code, str] = {"en": "", "de": "de/"}
        placed = {}
        for code, below in folders.items():
            file = folder / f"jobcli.{code}.1"
            file.write_text(roff_text(Language(code), manual), encoding="ascii")
            placed[str(file)] = f"share/man/{below}man1/jobcli.1"
        # pipx links the pages of man1 only: there the German one has a name of its own.
        beside = folder / "jobcli-de.1"
        beside.write_bytes((folder / "jobcli.de.1").read_bytes())
        placed[str(beside)] = "share/man/man1/jobcli-de.1"
        return placed
    finally:
        sys.path.pop(0)
