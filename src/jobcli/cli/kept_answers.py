"""The file that keeps the answers of `discover`, for who wants it: read, written, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobcli.cli.own_files import ANSWERS, cannot_write, fetch, locked_file, sound
from jobcli.cli.session import Session
from jobcli.domain.refusal import Refusal

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


def kept_answers(session: Session) -> tuple[list[int], Path | None]:
    """The answers that were kept, and their file; none where there is no file. Refusal where it is damaged."""
    file = session.own_folder / ANSWERS
    data = fetch(file)
    if data is None:
        return [], None
    from jobcli.files.own_records import read_answers

    kept, problems = read_answers(str(file), data)
    if kept is None:
        raise Refusal(*problems)
    return list(kept.answers), file


def keep_answers(session: Session, answers: Sequence[int]) -> Path:
    """Keep answers in the place of those that were kept. Refusal where the disk refuses."""
    from jobcli.domain.own import KeptAnswers
    from jobcli.files.own_records import read_answers, write_answers

    file, kept = session.own_folder / ANSWERS, KeptAnswers(answers=tuple(answers))
    with locked_file(file) as own:
        own.replace(sound(file, write_answers(kept, own.content), kept, read_answers))
    return file


def forget_answers(session: Session) -> None:
    """Delete the answers that were kept, and say so."""
    from jobcli.answers.discover import AnswersForgotten

    session.output.refuse_foreign_form()
    file = session.own_folder / ANSWERS
    there = fetch(file) is not None
    try:
        for one in (file, file.with_name(f"{file.name}.lock")):
            one.unlink(missing_ok=True)
    except OSError as error:
        cannot_write(file, error)
    answer = AnswersForgotten(file=str(file), was_there=there)

    def view(desk: Desk) -> Page:
        from jobcli.pages.discover import forgotten_page

        return forgotten_page(desk, answer)

    session.output.answer("discover", answer, view)
