"""Lines to copy: every command that is printed has the options of the call that printed it, so that it answers for the same files."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from msgspec import Struct


class CopyOptions(Struct, frozen=True):
    """The options to carry on, and the commands that take them."""

    options: Sequence[tuple[str, str]]
    """Each as it was given: `--lang` and `--lang de`, the value quoted for a shell."""
    commands: Collection[str]

    def line(self, text: str) -> str:
        """A line that is one command, with the options at its end."""
        return f"{text}{self._of(text)}" if re.match(r"jobcli\b", text) else text

    def text(self, text: str) -> str:
        """A text with the options behind the name of each command in it."""
        if "jobcli " not in text:
            return text
        names = "|".join(sorted(self.commands))
        return re.sub(
            rf"(?<![\w/-])(jobcli(?: (?:{names})\b|(?= --help)))([^\n]*)",
            lambda found: f"{found[1]}{self._of(found[2])}{self.text(found[2])}",
            text,
        )

    def _of(self, line: str) -> str:
        """What a line lacks of the options."""
        typed = line.partition("jobcli ")[2] if line.startswith("jobcli ") else line.partition("jobcli ")[0]
        return "".join(f" {words}" for option, words in self.options if option not in typed.split())
