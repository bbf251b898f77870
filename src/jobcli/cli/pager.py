"""Long pages at a terminal are shown by the person's pager; where that fails, they are printed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO


def is_taller(stream: TextIO, text: str) -> bool:
    """Whether the stream is a terminal, and the text has more lines than it shows at once."""
    try:
        return stream.isatty() and text.count("\n") >= os.get_terminal_size(stream.fileno()).lines > 0
    except (OSError, ValueError, AttributeError):
        return False


def show(text: bytes, env: Mapping[str, str]) -> bool:
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
    try:
        # less prints colours as they are only when it is told to; whoever has told it something is not overruled.
        pager = subprocess.Popen(  # noqa: S603  the person's own pager
            [program, *command[1:]], stdin=subprocess.PIPE, env={"LESS": "R", **env}
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
