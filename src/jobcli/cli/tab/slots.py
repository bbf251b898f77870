"""What may follow a command, in the form that Tab reads and a wheel keeps."""

from __future__ import annotations

from msgspec import Struct

COMPILED = "completion"
"""The name of the file with the grammars in a wheel."""

FILES = ":files"
"""Stands for the names of files, which every shell completes by itself."""


class Slot(Struct, frozen=True, kw_only=True):
    """A place for a value."""

    name: str
    """What the code calls it."""
    completer: str = ""
    """What in values.py knows the values."""
    words: tuple[str, ...] = ()
    """The values themselves."""
    flag: bool = False
    """Whether it takes no value."""
    many: bool = False
    """Whether it takes several values, or may be repeated."""
    listed: bool = False
    """Whether it takes several with commas between."""


class Grammar(Struct, frozen=True, kw_only=True):
    """What may follow a command."""

    options: dict[str, Slot]
    arguments: tuple[Slot, ...] = ()


Grammars = dict[str, Grammar]
"""The grammar of each command in the order of the panels, and of the program itself under the empty name."""
