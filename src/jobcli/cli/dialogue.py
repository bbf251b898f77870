"""Questions at a terminal: asked on stderr, read with the same readers as the options, asked again where one refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer

from jobcli.cli.session import Session
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.refusal import Refusal

T = TypeVar("T")

_LONG = 55
"""The longest question that stands in one line."""


def can_ask(session: Session) -> bool:
    """Whether a person sits there: both ends are a terminal, and no program reads the answer."""
    world = session.world
    ends = (world.stdin, world.stderr)
    return session.output.form == "text" and all(end is not None and end.isatty() for end in ends)


def ask(session: Session, question: Phrase, example: str, read: Callable[[str], T]) -> T | None:
    """The answer of the person; None where they only press Enter. Abort at the end of the input, and at Ctrl-C."""
    stdin, words = (
        session.world.stdin,
        session.say("{question} (such as {example}):", question=question, example=example),
    )
    if len(words) > _LONG:
        # In a narrow window the answer would begin at the edge.
        words = "\n    (".join(words.rsplit(" (", 1))
    while stdin is not None:
        session.output.question(f"  {words} ")
        try:
            line = stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not line:
            nothing = session.say(phrase("Nothing was written."))
            session.output.question(f"\n{nothing}\n")
            raise typer.Abort
        if not line.strip():
            return None
        try:
            return read(line.strip())
        except Refusal as refusal:
            session.output.complain(refusal.problems)
    return None
