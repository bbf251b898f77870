"""Tab: what can stand at the cursor. Asked many times a minute, so it imports neither the parser nor any command.

The shell calls the program with `_JOBCLI_COMPLETE` set to its name. The arguments are the words before the cursor, and
the word at the cursor with a `+` before it, because some shells drop a word that is empty. The answer is one name a
line. What goes wrong ends in silence: nobody who presses Tab wants to read an error.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from jobcli.cli.output import Output, let_go
from jobcli.cli.session import Session
from jobcli.cli.tab import values
from jobcli.cli.tab.slots import COMPILED, Grammar, Grammars, Slot
from jobcli.cli.tab.values import TypedLine
from jobcli.cli.world import World
from jobcli.files import shipped
from jobcli.pages.kit.language import Language
from jobcli.pages.option_names import GERMAN, german_flag

VARIABLE = "_JOBCLI_COMPLETE"


def main(world: World, arguments: Sequence[str]) -> int:
    """Answer one Tab. Always 0."""
    shell = world.env.get(VARIABLE, "")
    stream = world.stdout
    try:
        *before, last = arguments or [""]
        found = complete(world, before, last.removeprefix("+"), shell)
        if hasattr(stream, "reconfigure"):
            # A carriage return would become part of the last letter of each name.
            stream.reconfigure(newline="\n")
        stream.write("".join(f"{name}\n" for name in found))
        stream.flush()
    except OSError:
        let_go(stream)
    except Exception:  # noqa: BLE001, S110  an error on the line that one is typing helps nobody
        pass
    return 0


def complete(world: World, before: Sequence[str], word: str, shell: str = "") -> list[str]:
    """The names that `word` can become after the words `before`."""
    grammars = shipped.load(COMPILED, Grammars)
    if grammars is None:
        # In a checkout the commands themselves are asked, so that what one edits is what one gets.
        from jobcli.cli.tab.grammar import read_grammars

        grammars = read_grammars()
    words = [*before, word]
    if shell == "bash":
        *words, last = _joined(words)
        words = [*map(_unquoted, words), last]
    return _answer(world, grammars, words[:-1], words[-1], bare=shell == "bash")


def _answer(world: World, grammars: Grammars, before: Sequence[str], word: str, *, bare: bool) -> list[str]:
    typed = TypedLine(Session(world, Output(world, Language("en"), "text")))
    at = _Reading(grammars, typed)
    for one in before:
        at.read(one)
    name, equals, value = word.partition("=")
    slot = at.grammar.options.get(name) if word.startswith("-") and equals and not at.closed else None
    if slot is not None and at.waiting is None:
        found = _values(slot, typed, value)
        return found if bare else [f"{name}={one}" for one in found]
    if at.waiting is not None:
        return _values(at.waiting, typed, word)
    if word.startswith("-") and not at.closed:
        return at.options_left(word, german=typed.german)
    if at.commands:
        return _fitting(at.commands, word)
    return _values(at.argument, typed, word) if at.argument is not None else []


class _Reading:
    """Where on the line one is, after the words read so far."""

    def __init__(self, grammars: Grammars, typed: TypedLine) -> None:
        self.grammars, self.typed = grammars, typed
        self.grammar = grammars[""]
        self.commands: tuple[str, ...] = tuple(name for name in grammars if name)
        self.waiting: Slot | None = None
        self.closed = False
        self._given: set[str] = set()
        self._taken = 0

    def read(self, word: str) -> None:
        """Take one more word."""
        if self.waiting is not None:
            self._keep(self.waiting, word)
            self.waiting = None
        elif word == "--":
            self.closed = True
        elif word.startswith("-") and len(word) > 1 and not self.closed:
            self._option(*word.partition("="))
        elif self.commands:
            self.grammar = self.grammars.get(word, Grammar(options={}))
            self.commands = ()
        elif self.argument is not None:
            self._keep(self.argument, word)
            self._taken += 1

    @property
    def argument(self) -> Slot | None:
        """The argument that comes next."""
        slots = self.grammar.arguments
        if self._taken < len(slots):
            return slots[self._taken]
        return slots[-1] if slots and slots[-1].many else None

    def options_left(self, word: str, *, german: bool) -> list[str]:
        """The options that can still be said and begin so; those of the other language only where this one has none."""
        options = self.grammar.options
        left = [name for name, slot in options.items() if slot.many or slot.name not in self._given]
        fitting = [name for name in left if name.startswith(word)]
        in_german = {f"--{name}" for name in GERMAN.values()}
        spoken = [name for name in fitting if (german_flag(name) is None if german else name not in in_german)]
        return spoken or fitting

    def _option(self, name: str, equals: str, value: str) -> None:
        slot = self.grammar.options.get(name)
        if slot is None:
            return
        self._given.add(slot.name)
        if equals:
            self._keep(slot, value)
        elif not slot.flag:
            self.waiting = slot

    def _keep(self, slot: Slot, word: str) -> None:
        params, session = self.typed.params, self.typed.session
        if slot.name in ("profiles", "state_dir"):
            # No shell does this before it asks.
            word = os.path.expandvars(os.path.expanduser(word))  # noqa: PTH111  an unknown user is no error here
        params[slot.name] = [*params.get(slot.name, ()), word] if slot.many else word
        if slot.name == "profiles":
            session.profile_folders = (*session.profile_folders, word)
        elif slot.name == "state_dir":
            session.state_dir = word


def _values(slot: Slot, typed: TypedLine, word: str) -> list[str]:
    """The values of a slot that fit the word so far."""
    head, comma, last = word.rpartition(",") if slot.listed else ("", "", word)
    names: Iterable[str] = slot.words
    if slot.completer:
        typed.word = last
        names = getattr(values, slot.completer)(typed)
    taken = head.split(",")
    return [f"{head}{comma}{name}" for name in _fitting(names, last) if not slot.listed or name not in taken]


def _fitting(names: Iterable[str], word: str) -> list[str]:
    """The names that begin like the word, in any case; a name for files always fits."""
    return [name for name in names if name[:1] == ":" or name.casefold().startswith(word.casefold())]


def _joined(words: Sequence[str]) -> list[str]:
    """The words as they were typed: bash takes `--output=json` for three words."""
    whole: list[str] = []
    for word in words:
        after = len(whole) > 0 and whole[-1].startswith("--") and (word == "=" or whole[-1].endswith("="))
        whole[-1:] = [whole[-1] + word] if after else [*whole[-1:], word]
    return whole


def _unquoted(word: str) -> str:
    """The word as bash will hand it to the program: before that, it has its quotes and backslashes."""
    if not set(word) & set("\"'\\"):
        return word
    import shlex

    try:
        return "".join(shlex.split(word))
    except ValueError:
        return word
