"""How a question is refused: there is no result, and problems that say why."""

from __future__ import annotations

from typing import NoReturn

from jobcli.domain.evidence import Phrase, Problem


class Refusal(Exception):
    """There is no result, and these problems say why. `code` is the exit code: 1 the answer is no, 2 wrong usage."""

    def __init__(self, *problems: Problem, code: int = 1) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems
        self.code = code


def refuse(code: str, message: Phrase, hint: Phrase, /, *, exit_code: int = 1, **values: object) -> NoReturn:
    """Give up with one problem."""
    raise Refusal(Problem(code, message, hint, values), code=exit_code)
