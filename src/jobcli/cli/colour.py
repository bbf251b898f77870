"""Whether colour is printed: asked from the most explicit wish to the least."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO


def in_colour(stream: TextIO, env: Mapping[str, str], *, wanted: bool) -> bool:
    """Whether a stream gets colour; `wanted` is False with --no-color.

    --no-color, then NO_COLOR, then FORCE_COLOR, then TERM=dumb, then whether the stream is a terminal. A variable counts
    where it is set to more than nothing; FORCE_COLOR=0 forces nothing.
    """
    if not wanted or env.get("NO_COLOR"):
        return False
    if is_forced(env):
        return True
    return env.get("TERM") != "dumb" and _is_terminal(stream)


def is_forced(env: Mapping[str, str]) -> bool:
    """Whether colour is wanted even where no terminal shows it."""
    return env.get("FORCE_COLOR", "0") not in ("", "0")


def terminal_environment(env: Mapping[str, str]) -> dict[str, str]:
    """What a screen is to know of the environment: the sizes and kinds of the terminal, no wishes about colour.

    Sizes that are no numbers are left out. A dumb terminal that is to have colour all the same gets that of the plainest one.
    """
    known = {name: value for name, value in env.items() if name in ("COLORTERM", "TERM", "WT_SESSION")}
    if is_forced(env) and known.get("TERM") == "dumb":
        known["TERM"] = "xterm"
    for name in ("COLUMNS", "LINES"):
        value = env.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 6:
            known[name] = value
    return known


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (ValueError, AttributeError):
        return False
