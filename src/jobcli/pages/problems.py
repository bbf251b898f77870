"""What is wrong and how to mend it: the place first, in the form that editors open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.hidden_characters import one_line
from jobcli.pages.kit.letters import columns_of, drawn, first_columns
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, page, paragraph
from jobcli.pages.kit.text import Drawing, Text, joined

_LONG_LINE = 1_000
"""Letters before and behind a place; a window has fewer columns, and letters without width are few."""


def problems_page(desk: Desk, problems: Sequence[Problem], *, apart: bool = False, whole: bool = False) -> Page:
    """One block for each problem; `apart` tells warnings from errors in words, where both may stand on one page.

    `whole` leaves each place in one line, however narrow the terminal: editors and grep look for file:line:column.
    """
    told = problems if apart else _gathered(problems)
    blocks = [_block(desk, problem, apart=apart, whole=whole) for problem in told]
    between = [Blank()] if any(problem.place for problem in told) else []
    return page(*(part for block in blocks for part in (*block, *between)))


def with_problems(desk: Desk, problems: Sequence[Problem], result: Page) -> Page:
    """What was found and the result, on one page."""
    return page(problems_page(desk, problems, apart=True), result)


def _gathered(problems: Sequence[Problem]) -> list[Problem]:
    """The same, with one problem for all open places of a file beside a result: its author knows of them.

    Of several files that are left out beside a result, one line says where to ask.
    """
    beside = [problem for problem in problems if problem.severity == "warning" and problem.place]
    files = list(dict.fromkeys(problem.place.file for problem in beside if problem.place))
    if len(files) > 1:
        folders = dict.fromkeys(_folder(file) for file in files)
        message = phrase("{count} files are left out; why: jobcli validate {folders}")
        values: dict[str, object] = {"count": len(files), "folders": " ".join(map(quote, folders))}
        return [
            *(problem for problem in problems if problem not in beside),
            Problem("left-out", message, phrase(""), values, severity="warning"),
        ]
    counted = Counter(problem.place.file for problem in problems if _is_open(problem) and problem.place)
    gathered: list[Problem] = []
    for problem in problems:
        if not _is_open(problem) or problem.place is None:
            gathered.append(problem)
            continue
        file = problem.place.file
        count = counted.pop(file, 0)
        if count:
            message = phrase("Places still to be filled: {count}. Until then, this profile is left out.")
            hint = phrase("To see them: jobcli validate {file}")
            values = {"count": count, "file": quote(file)}
            gathered.append(Problem("to-fill", message, hint, values, Place(file), problem.severity))
    return gathered


def _folder(file: str) -> str:
    """The folder that a file lies in, as it was named; a path of training lies in one of its own below that."""
    folder = Path(file).parent
    return str(folder.parent if folder.name == "training" else folder)


def _is_open(problem: Problem) -> bool:
    return problem.code == "to-fill" and problem.severity == "warning"


def wording(desk: Desk, problem: Problem) -> tuple[str, str]:
    """The message and the hint of a problem in the reader's language."""
    # A quoted word stays a word: it neither begins a line nor hides one.
    values = {name: one_line(value) if type(value) is str else value for name, value in problem.values.items()}
    return desk.say(problem.message, **values), desk.say(problem.hint, **values)


def _block(desk: Desk, problem: Problem, *, apart: bool, whole: bool) -> list[Part]:
    message, hint = wording(desk, problem)
    if problem.place is None:
        alone = problem.code == "left-out"
        return [paragraph(message, 0, style="problem", whole=alone), *([paragraph(hint, 0)] if hint else [])]
    place = problem.place
    position = f":{place.line}:{place.column}" if place.line else ""
    head, code = Text(f"{one_line(place.file)}{position}", style="strong"), Text(problem.code, style="problem")
    if apart and problem.severity == "warning":
        word = desk.say("warning")
        code.append(f" ({word})")
    both = joined(head, ("  ", "strong")).append_text(code)
    lines = [paragraph(both, 0)]
    if whole and place.line and columns_of(both.plain) > desk.width:
        lines = [paragraph(head, 0, whole=True), paragraph(code)]
    if place.text.strip():
        lines += _quote(desk, place)
    return [*lines, paragraph(message), *([paragraph(hint)] if hint else [])]


def _quote(desk: Desk, place: Place) -> list[Part]:
    """The line with a caret below; of a long line, the part around the place. Widths are those on the screen."""
    line, column, length, text = place.line, place.column, place.length, place.text
    number = f"  {line} | "
    room = max(20, desk.width - len(number))
    start, end = column - 1, column - 1 + min(length, _LONG_LINE)
    # Of a line of a million letters only those around the place are looked at.
    text = text[: end + _LONG_LINE].replace("\t", " ")
    before, marked, after = (
        drawn(text[max(0, start - _LONG_LINE) : start]),
        drawn(text[start:end]),
        drawn(text[end:]),
    )
    if columns_of(before + marked + after) > room:
        before = first_columns(before[::-1], min(columns_of(before), room // 2))[::-1]
        marked = first_columns(marked, min(columns_of(marked), room - columns_of(before)))
        after = first_columns(after, min(columns_of(after), room - columns_of(before + marked)))
    marks = "^" * max(1, min(columns_of(marked), desk.width - len(number) - columns_of(before)))
    quoted = before + marked + after
    # The indentation of a line says nothing to the ear.
    shown = Text(number, style="muted").append(quoted, aloud=quoted.lstrip())
    below = " " * (len(number) + columns_of(before))
    return [paragraph(shown, 0), paragraph(Drawing(below + marks, style="problem"), 0)]


def review_page(
    desk: Desk, files: int, errors: int, open_places: int, warnings: int, *, strict: bool, hidden: int = 0
) -> Page:
    """How many files were checked, and what was found in all of them together; `hidden` warnings are only counted."""
    say = desk.say
    if not errors + open_places + warnings:
        none = say.plural("{count} file checked, no problems.", "{count} files checked, no problems.", files)
        return page(paragraph(none, 0))
    counts = [
        say.plural("{count} error", "{count} errors", errors) if errors else say("no errors"),
        *([say.plural("{count} place to fill", "{count} places to fill", open_places)] if open_places else []),
        *([say.plural("{count} warning", "{count} warnings", warnings)] if warnings else []),
    ]
    checked = say.plural("{count} file checked", "{count} files checked", files)
    lines = [say("{files}: {counts}.", files=checked, counts=say.listing(counts))]
    if hidden:
        told = say.plural(
            "{count} of the warnings is about a profile that comes with jobcli and is not shown here.",
            "{count} of the warnings are about profiles that come with jobcli and are not shown here.",
            hidden,
        )
        lines.append(told)
    if strict and warnings and not errors + open_places:
        lines.append(say("With --strict, a warning is as bad as an error."))
    return page(*(paragraph(line, 0) for line in lines))
