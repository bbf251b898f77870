"""All that the program takes from outside: environment, day, streams, folders. Tests hand in their own."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TextIO, cast

from msgspec import Struct

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse


class World(Struct, frozen=True):
    """The outside of one call."""

    env: Mapping[str, str]
    today: date
    stdout: TextIO
    stderr: TextIO
    width: int | None = None
    """Given by tests only; else the terminal knows it."""
    data_folder: Path | None = None
    stdin: TextIO | None = None
    """Without it nothing is asked."""
    now: datetime | None = None
    """The moment in UTC; without it, the first one of the day."""

    @property
    def stamp(self) -> datetime:
        """When a file is written, in UTC: a calendar tells by it which of two is newer."""
        return self.now or datetime.combine(self.today, time(), UTC)

    def own_profiles(self) -> Path:
        """The folder for the person's own profiles."""
        return self.own_data() / "profiles"

    def own_data(self) -> Path:
        """The folder for what the person keeps, unless they name another one."""
        if self.data_folder is not None:
            return self.data_folder
        if sys.platform == "linux":
            return self._on_linux("XDG_DATA_HOME", ".local/share")
        from platformdirs import user_data_path

        return user_data_path("jobcli", appauthor=False)

    def own_cache(self) -> Path:
        """The folder for what can be computed anew: JOBCLI_CACHE_DIR, else the system's folder for caches."""
        named = self.env.get("JOBCLI_CACHE_DIR", "")
        if named.strip():
            return named_folder(named)
        if self.data_folder is not None:
            return self.data_folder / "cache"
        if sys.platform == "linux":
            return self._on_linux("XDG_CACHE_HOME", ".cache")
        from platformdirs import user_cache_path

        return user_cache_path("jobcli", appauthor=False)

    def _on_linux(self, variable: str, usual: str) -> Path:
        """What platformdirs answers here, without its 2.5 ms: every command asks for a folder."""
        base = self.env.get(variable, "")
        # The standard says of a relative one that it is to be ignored.
        return (Path(base) if Path(base).is_absolute() else _home() / usual) / "jobcli"


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


def _home() -> Path:
    """The person's home. Refusal where the system knows none, as for a user that it has no entry of."""
    try:
        return Path.home()
    except RuntimeError:
        refuse(
            "no-home",
            phrase("The system knows no home folder of yours."),
            phrase("Name a folder with --state-dir, do without your settings with --no-me, or set the variable HOME."),
        )


class Closed(io.TextIOBase):
    """A stream that the caller has closed (`>&-`): it refuses what is written to it, as the system would."""

    encoding = "utf-8"

    def write(self, text: str, /) -> int:  # noqa: ARG002  nothing of it is kept
        """Refuse the text."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def real_world() -> World:
    """The machine that the program runs on."""
    today = datetime.now().astimezone().date()
    if in_c_locale(os.environ, utf8_mode=bool(sys.flags.utf8_mode)):
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="ascii")
    # Python has None for a stream that is closed. An answer that goes nowhere is an error; a word beside it is not.
    stdout = sys.stdout or cast("TextIO", Closed())
    stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  as long as the program runs
    now = datetime.now(UTC)
    return World(env=os.environ, today=today, stdout=stdout, stderr=stderr, stdin=sys.stdin, now=now)


def in_c_locale(env: Mapping[str, str], *, utf8_mode: bool) -> bool:
    """Whether someone has asked for ASCII with LANG=C or LC_ALL=C.

    Python writes UTF-8 there all the same (PEP 538 and 540): it only turns its UTF-8 mode on and LC_CTYPE into C.UTF-8. Where no
    variable names a locale, or Python was told what to write, nobody has asked.
    """
    told = env.get("PYTHONUTF8") or env.get("PYTHONIOENCODING")
    return utf8_mode and not told and (env.get("LC_ALL") or env.get("LANG")) in ("C", "POSIX")


def preferred_language(env: Mapping[str, str]) -> str | None:
    """The language of the environment: JOBCLI_LANG, else LANGUAGE, else the locale. None where none says one of ours.

    As gettext has it, LANGUAGE is a list that counts only where the locale is not C.
    """
    own = env.get("JOBCLI_LANG", "")
    if own:
        return language_of(own)
    name = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    if not name and os.name == "nt":
        import locale

        name = locale.getlocale()[0] or ""
    if name.partition(".")[0] not in ("", "C", "POSIX"):
        listed = [language_of(word) for word in env.get("LANGUAGE", "").split(":")]
        known = [word for word in listed if word in ("de", "en")]
        name = known[0] if known else name
    return "de" if name.lower().startswith(("de", "german")) else None


def language_of(word: str | None) -> str | None:
    """`de` or `en` from a code, a locale such as de_DE.UTF-8, or the name of the language; any other word as it is."""
    if word is None:
        return None
    plain = word.strip().lower()
    start = plain.replace("-", "_").replace(".", "_").replace("@", "_").partition("_")[0]
    names = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en", "de": "de", "en": "en"}
    return names.get(start, plain)
