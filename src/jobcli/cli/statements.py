"""The statements of `discover` at a terminal: one key for each answer, one back, and a line that goes on where one stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from jobcli.cli.kept_answers import keep_answers
from jobcli.cli.keys import Keys
from jobcli.cli.session import Session
from jobcli.cli.world import named_folder
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.interests import LONG, SHORT, UNSURE, Statement
from jobcli.domain.refusal import refuse
from jobcli.files.figures import INTERESTS, open_drawer
from jobcli.files.text import MAX_BYTES, reason_of

WORDS: dict[int, Phrase] = {
    UNSURE: phrase("don't know"),
    1: phrase("not at all"),
    2: phrase("not much"),
    3: phrase("so-so"),
    4: phrase("quite"),
    5: phrase("very much"),
}
_BACK = ("b", "z", "\x7f", "\x08", "\x1b[D")
"""Back and zurück, the key that deletes, the arrow to the left."""
_INLINE = re.compile(r"[\[\]0-9?,;\s]+")
_BESIDE = ("json", "csv")
"""Formats that a program reads, which would wait for nobody."""


def can_be_asked(session: Session) -> bool:
    """Whether a person sits there."""
    ends = (session.world.stdin, session.world.stderr)
    return session.output.form not in _BESIDE and all(end is not None and end.isatty() for end in ends)


def read_answers(session: Session, told: str) -> list[int]:
    """The answers on the line, in a file, or on the standard input (`-`). Refusal for what is none, and for too many."""
    text = told if _INLINE.fullmatch(told) else _content(session, told)
    words = re.split(r"[,;\s\[\]]+", text.removeprefix("\ufeff").strip(" \r\n\t[],;"))
    if len(words) == 1 and re.fullmatch(r"[0-5?]+", words[0]):
        words = list(words[0])
    found = []
    for number, word in enumerate(words, 1):
        if not re.fullmatch(r"[0-5?]", word):
            hint = phrase("Write 1 to 5, or 0 for 'don't know', one for each statement: 5,2,0,4")
            message = phrase("Answer {number} is '{word}', which is none.")
            refuse("bad-answers", message, hint, exit_code=2, number=number, word=word[:20])
        found.append(UNSURE if word == "?" else int(word))
    if len(found) > LONG:
        message = phrase("There are {count} answers, but only {most} statements.")
        hint = phrase("Hand in {short} answers, or {most}.")
        refuse("bad-answers", message, hint, exit_code=2, count=len(found), most=LONG, short=SHORT)
    return found


def _content(session: Session, name: str) -> str:
    """What stands in a file, or comes on the standard input."""
    if name == "-":
        return session.world.stdin.read(MAX_BYTES) if session.world.stdin is not None else ""
    file = named_folder(name)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError) as error:
        hint = phrase("Name a file of answers, or write them: --answers 5,2,0,4")
        message = phrase("'{file}' cannot be read: {reason}.")
        return refuse("unreadable", message, hint, file=str(file), reason=reason_of(error))


def ask_statements(
    session: Session, given: Sequence[int], wanted: int, *, keep: bool, offer: bool
) -> tuple[list[int], Path | None, bool]:
    """The answers of the person, beginning behind those that are given; and whether they are to be kept.

    `offer` asks that at the end. Abort at Ctrl-C and at the end of the input: what was answered is said as a line to go on
    with, or kept where that was wished.
    """
    say, answers = session.say, list(given)
    statements = open_drawer(INTERESTS).statements[:wanted]
    session.output.tell(
        say(phrase("{count} short statements, about {minutes} minutes."), count=wanted, minutes=wanted * 9 // 60)
        + " "
        + say(phrase("How much do you like doing this, or would you? It does not matter whether you can."))
    )
    session.output.tell(say(phrase("Ctrl-C stops, and you can go on later. Nothing leaves this machine.")))
    with Keys(session.world.stdin, session.world.stderr) as keys:
        try:
            while len(answers) < wanted:
                _ask_one(session, keys, statements, answers)
            if offer:
                keep = _offered(session, keys)
        except (KeyboardInterrupt, EOFError):
            _stopped(session, answers, wanted, keep=keep)
    session.output.question("\n")
    return answers, None, keep


def _ask_one(session: Session, keys: Keys, statements: Sequence[Statement], answers: list[int]) -> None:
    """Ask the next statement until there is an answer, or one goes back."""
    say, number = session.say, len(answers)
    text = say(statements[number].text)
    if session.output.form == "plain":
        head = say(
            phrase("Statement {number} of {count}: {text}."), number=number + 1, count=len(statements), text=text
        )
        scale = say(phrase("From 1, not at all, to 5, very much; 0 is don't know, b is back. Your answer:"))
    else:
        head = say(phrase("{number} of {count}  {text}"), number=number + 1, count=len(statements), text=text)
        # What is typed stands on a line of its own: this one is nearly as wide as a narrow terminal.
        scale = say(phrase("1 not at all … 5 very much · 0 don't know · b back")) + "\n "
    session.output.question(f"\n{head}\n  {scale} ")
    while True:
        key = keys.read()
        if key in _BACK:
            if answers:
                answers.pop()
            session.output.question(say(phrase("back")) + "\n" if keys.single else "")
            return
        answer = UNSURE if key == "?" else int(key) if key in "012345" and len(key) == 1 else None
        if answer is not None:
            answers.append(answer)
            session.output.question(f"{answer} {say(WORDS[answer])}\n" if keys.single else "")
            return
        if key or not keys.single:
            session.output.question("\n  " + say(phrase("1 to 5, 0 or b:")) + " ")


def _offered(session: Session, keys: Keys) -> bool:
    """Whether the person wants the answers to be kept."""
    session.output.question("\n" + session.say(phrase("Keep your answers here, to filter later? y or n:")) + " ")
    key = keys.read().lower()
    wanted = key[:1] in ("y", "j")
    word = session.say(phrase("yes")) if wanted else session.say(phrase("no"))
    session.output.question(f"{word}\n" if keys.single else "")
    return wanted


def _stopped(session: Session, answers: Sequence[int], wanted: int, *, keep: bool) -> NoReturn:
    """Say how to go on, and leave."""
    more = " --more" if wanted > SHORT else ""
    if not answers:
        said = session.say(phrase("Nothing was kept."))
    elif keep:
        keep_answers(session, answers)
        said = session.say(phrase("Your answers are kept. Go on: jobcli discover{more}"), more=more)
    else:
        line = f"jobcli discover --answers {''.join(map(str, answers))}{more}"
        said = session.say(phrase("Nothing was kept. Go on:")) + f"\n  {line}"
    session.output.question(f"\n{said}\n")
    raise typer.Abort
