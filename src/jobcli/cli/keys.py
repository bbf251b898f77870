"""Keys of a person, one at a time without Enter where the terminal allows it, else line by line."""

from __future__ import annotations

import os
import re
from types import TracebackType
from typing import Any, Self, TextIO

_ENDS = ("\x04", "\x1a")
"""Ctrl-D, and Ctrl-Z of Windows: nothing comes any more."""
_STOP = "\x03"
_KEY = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])?|.", re.DOTALL)


class Keys:
    """What is typed. The terminal is as it was once the `with` block is left, however that happens."""

    def __init__(self, stdin: TextIO | None, stderr: TextIO) -> None:
        self._stdin, self._stderr = stdin, stderr
        self._before: Any = None
        self._waiting: list[str] = []
        self.single = False
        """Whether a key counts without Enter; what was typed is then not seen by itself."""

    def __enter__(self) -> Self:
        try:
            import termios
            import tty

            if self._stdin is not None:
                handle = self._stdin.fileno()
                self._before = termios.tcgetattr(handle)
                tty.setcbreak(handle)
                self.single = True
        except (ImportError, OSError, ValueError):
            self.single = False
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.single and self._stdin is not None:
            import termios

            termios.tcsetattr(self._stdin.fileno(), termios.TCSADRAIN, self._before)

    def read(self) -> str:
        """The next key, or a sequence that a key sends; without single keys a line. EOFError at the end of the input."""
        if not self.single:
            line = "" if self._stdin is None else self._stdin.readline()
            if not line:
                raise EOFError
            return line.strip()
        while not self._waiting:
            data = os.read(self._handle(), 64).decode("utf-8", "replace")
            if not data:
                raise EOFError
            # Several may come at once, and a key without a letter sends several signs.
            self._waiting = _KEY.findall(data)
        key = self._waiting.pop(0)
        if key in _ENDS:
            raise EOFError
        if key == _STOP:
            raise KeyboardInterrupt
        return key.strip()

    def _handle(self) -> int:
        if self._stdin is None:
            raise EOFError
        return self._stdin.fileno()
