"""What the terminal shows: whether in colour, and what is taller than it by the person's pager."""

from __future__ import annotations

import os
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

    Sizes that are no numbers, or zero as in a container, are left out. A dumb terminal that is to have colour all the same gets that of the plainest one.
    """
    known = {name: value for name, value in env.items() if name in ("COLORTERM", "TERM", "WT_SESSION")}
    if is_forced(env) and known.get("TERM") == "dumb":
        known["TERM"] = "xterm"
    for name in ("COLUMNS", "LINES"):
        value = env.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 6 and int(value) > 0:
            known[name] = value
    return known


def is_taller(stream: TextIO, text: str) -> bool:
    """Whether the stream is a terminal, and the text has more lines than it shows at once."""
    try:
        return stream.isatty() and text.count("\n") >= os.get_terminal_size(stream.fileno()).lines > 0
    except (OSError, ValueError, AttributeError):
        return False


def show_in_pager(text: bytes, env: Mapping[str, str], encoding: str = "ascii") -> bool:
    """Hand the text to $PAGER, else to `less -R`, and wait. False where it was not shown: print it then."""
    import shlex
    import shutil
    import subprocess

    named = env.get("PAGER")
    if env.get("TERM", "dumb") == "dumb" or named == "":
        return False
    try:
        command = shlex.split(named) if named else ["less", "-R"]
    except ValueError:
        return False
    program = shutil.which(command[0]) if command else None
    if program is None:
        return False
    utf_8 = encoding.lower().replace("_", "-") in ("utf-8", "utf8") and "LESSCHARDEF" not in env
    letters = {"LESSCHARSET": "utf-8"} if utf_8 else {}
    try:
        # less prints colours as they are only when it is told to (R), and leaves the last page on the screen (F, X); whoever has
        # told it something is not overruled.
        pager = subprocess.Popen(  # noqa: S603  the person's own pager
            [program, *command[1:]], stdin=subprocess.PIPE, env={"LESS": "FRX", **letters, **env}
        )
    except OSError:
        return False
    while True:
        try:
            pager.communicate(text)
        except KeyboardInterrupt:
            # Ctrl-C is for the pager, which has the terminal: stay until it ends.
            text = b""
            continue
        return pager.returncode == 0


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (ValueError, AttributeError):
        return False
