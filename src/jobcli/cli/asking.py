"""Questions at a terminal: asked on stderr, read with the same readers as the options, asked again where one refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer

from jobcli.cli.refusal import Refusal
from jobcli.cli.session import Session
from jobcli.domain.evidence import Phrase

T = TypeVar("T")


def can_ask(session: Session) -> bool:
    """Whether a person sits there: both ends are a terminal, and no program reads the answer."""
    world = session.world
    ends = (world.stdin, world.stderr)
    return session.output.form == "text" and all(end is not None and end.isatty() for end in ends)


def ask(session: Session, question: Phrase, example: str, read: Callable[[str], T]) -> T | None:
    """The answer of the person; None where they only press Enter. Abort at the end of the input."""
    stdin = session.world.stdin
    while stdin is not None:
        session.output.question(f"  {session.say(question)} ({session.say('such as')} {example}): ")
        line = stdin.readline()
        if not line:
            session.output.question("\n")
            raise typer.Abort
        if not line.strip():
            return None
        try:
            return read(line)
        except Refusal as refusal:
            session.output.complain(refusal.problems)
    return None
