"""Folders that a person names: a word becomes a path, or it is said why it cannot."""

from __future__ import annotations

from pathlib import Path

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse


def named_folder(word: str) -> Path:
    """The folder that a word names. Refusal for nothing, which is no folder, and for a home that nobody has."""
    if not word.strip():
        hint = phrase("Write '.' for the folder that you are in. Is a variable of your shell empty?")
        refuse("no-word", phrase("An empty word names no file and no folder."), hint, exit_code=2)
    try:
        return Path(word).expanduser()
    except RuntimeError:
        refuse(
            "no-home",
            phrase("'{folder}' cannot be found: the system knows no such home folder."),
            phrase("Write the folder out, without '~'."),
            exit_code=2,
            folder=word,
        )


def home() -> Path:
    """The person's home. Refusal where the system knows none, as for a user that it has no entry of."""
    try:
        return Path.home()
    except RuntimeError:
        refuse(
            "no-home",
            phrase("The system knows no home folder of yours."),
            phrase("Set the variable HOME, or XDG_DATA_HOME and XDG_CACHE_HOME, to folders where you may write."),
        )
