"""What is wrong, as programs get it: the sentences in the reader's language, the place in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.answers.wire import Envelope, PlaceTold, ProblemTold, Status, clean, encoded
from jobcli.domain.hidden_characters import escaped

if TYPE_CHECKING:
    from jobcli.domain.evidence import Problem
    from jobcli.pages.kit.language import Language


def envelope(say: Language, command: str, status: Status, result: object, problems: Sequence[Problem]) -> str:
    """One line of JSON for a result, for a failure, or for a result with warnings."""
    told = [problem_told(say, problem) for problem in problems]
    return escaped(encoded(Envelope(command=command, status=status, result=result, problems=told)))


def problem_told(say: Language, problem: Problem) -> ProblemTold:
    """A problem as programs get it."""
    place = problem.place
    return ProblemTold(
        severity=problem.severity,
        code=problem.code,
        message=clean(say(problem.message, **problem.values)),
        hint=clean(say.copied(say(problem.hint, **problem.values))),
        place=PlaceTold(file=clean(place.file), line=place.line or None, column=place.column or None)
        if place
        else None,
    )
