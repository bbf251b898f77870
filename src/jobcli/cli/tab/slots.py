"""What may follow a command, in the form that Tab reads and a wheel keeps."""

from __future__ import annotations

from msgspec import Struct

COMPILED = "completion"
"""The name of the file with the grammars in a wheel."""


class Slot(Struct, frozen=True, kw_only=True):
    """A place for a value: its name in the code, the completer that knows the values, or the values themselves.

    `flag` takes no value; `many` takes several values, or may be repeated; `listed` takes several with commas between.
    """

    name: str
    completer: str = ""
    words: tuple[str, ...] = ()
    flag: bool = False
    many: bool = False
    listed: bool = False


class Grammar(Struct, frozen=True, kw_only=True):
    """What may follow a command."""

    options: dict[str, Slot]
    arguments: tuple[Slot, ...] = ()


Grammars = dict[str, Grammar]
"""The grammar of each command in the order of the panels, and of the program itself under the empty name."""
