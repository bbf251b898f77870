"""What is wrong and how to mend it: the place first, in the form that editors open."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from jobcli.domain.evidence import Problem
from jobcli.render.layout import Desk, paragraph


def problems_page(desk: Desk, problems: Sequence[Problem]) -> Group:
    """One block for each problem."""
    blocks = [_block(desk, problem) for problem in problems]
    between = [Text("")] if any(problem.place for problem in problems) else []
    return Group(*(part for block in blocks for part in (*block, *between)))


def wording(desk: Desk, problem: Problem) -> tuple[str, str]:
    """The message and the hint of a problem in the reader's language."""
    return desk.say(problem.message, **problem.values), desk.say(problem.hint, **problem.values)


def _block(desk: Desk, problem: Problem) -> list[Text | Padding]:
    message, hint = wording(desk, problem)
    style = "error" if problem.severity == "error" else "warning"
    if problem.place is None:
        return [Text(message, style=style), *([Text(hint)] if hint else [])]
    place = problem.place
    position = f":{place.line}:{place.column}" if place.line else ""
    lines: list[Text | Padding] = [
        Text(f"{place.file}{position}", style="bold").append(f"  {problem.code}", style=style)
    ]
    if place.text.strip():
        lines += _quote(desk, place.line, place.column, place.length, place.text)
    return [*lines, paragraph(message), *([paragraph(hint)] if hint else [])]


def _quote(desk: Desk, line: int, column: int, length: int, text: str) -> list[Text]:
    """The line with a caret below; of a long line, the part around the place."""
    number = f"  {line} | "
    room = max(20, desk.width - len(number))
    start = max(0, column - 1 - room // 2) if len(text) > room else 0
    shown = text[start : start + room].replace("\t", " ")
    caret = column - 1 - start
    marks = "^" * max(1, min(length, len(shown) - caret))
    return [Text(number, style="muted").append(shown), Text(" " * (len(number) + caret)).append(marks, style="error")]
