"""What is wrong and how to mend it: the place first, in the form that editors open."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from jobcli.domain.evidence import Problem
from jobcli.domain.signs import one_line, visible
from jobcli.render.layout import Desk, paragraph


def problems_page(desk: Desk, problems: Sequence[Problem]) -> Group:
    """One block for each problem."""
    blocks = [_block(desk, problem) for problem in problems]
    between = [Text("")] if any(problem.place for problem in problems) else []
    return Group(*(part for block in blocks for part in (*block, *between)))


def wording(desk: Desk, problem: Problem) -> tuple[str, str]:
    """The message and the hint of a problem in the reader's language."""
    # A quoted word stays a word: it neither begins a line nor hides one.
    values = {name: one_line(value) if type(value) is str else value for name, value in problem.values.items()}
    return desk.say(problem.message, **values), desk.say(problem.hint, **values)


def _block(desk: Desk, problem: Problem) -> list[Text | Padding]:
    message, hint = wording(desk, problem)
    style = "error" if problem.severity == "error" else "warning"
    if problem.place is None:
        return [Text(message, style=style), *([Text(hint)] if hint else [])]
    place = problem.place
    position = f":{place.line}:{place.column}" if place.line else ""
    lines: list[Text | Padding] = [
        Text(f"{one_line(place.file)}{position}", style="bold").append(f"  {problem.code}", style=style)
    ]
    if place.text.strip():
        lines += _quote(desk, place.line, place.column, place.length, place.text)
    return [*lines, paragraph(message), *([paragraph(hint)] if hint else [])]


def _quote(desk: Desk, line: int, column: int, length: int, text: str) -> list[Text]:
    """The line with a caret below; of a long line, the part around the place. Widths are those on the screen."""
    number = f"  {line} | "
    room = max(20, desk.width - len(number))
    text = text.replace("\t", " ")
    before, marked = visible(text[: column - 1]), visible(text[column - 1 : column - 1 + length])
    after = visible(text[column - 1 + length :])
    if cell_len(before + marked + after) > room:
        before = set_cell_size(before[::-1], min(cell_len(before), room // 2))[::-1]
        marked = set_cell_size(marked, min(cell_len(marked), room - cell_len(before)))
        after = set_cell_size(after, min(cell_len(after), room - cell_len(before + marked)))
    marks = "^" * max(1, min(cell_len(marked), desk.width - len(number) - cell_len(before)))
    shown = Text(number, style="muted").append(before + marked + after)
    return [shown, Text(" " * (len(number) + cell_len(before))).append(marks, style="error")]
