"""The steps of a path on a calendar: a bar for each, with the month of its end beside it in words."""

from __future__ import annotations

import math

from jobcli.answers.checklist import Plan
from jobcli.pages import names
from jobcli.pages.calendar_words import end_words, span_words
from jobcli.pages.kit.parts import Desk, Part, heading, indented, paragraph
from jobcli.pages.kit.table import table
from jobcli.pages.kit.text import Drawing, Text
from jobcli.pages.progress import box
from jobcli.training.calendar import month_number
from jobcli.training.steps import StepStanding

_BESIDE = 38
"""Columns for the box, the number, the words beside a bar, and the gaps."""


class _Axis:
    """Months from the first on, and the columns in which they lie."""

    def __init__(self, start: str, end: str, columns: int) -> None:
        self.first, self.last = month_number(start), month_number(end)
        self.months = self.last - self.first + 1
        # A month has as many columns as another one where there is room for that; bars of few months do not fill a line.
        self.width = self.months * min(6, columns // self.months) if self.months <= columns else columns

    def left(self, month: str) -> int:
        """The first column of a month."""
        return (month_number(month) - self.first) * self.width // self.months

    def right(self, month: str) -> int:
        """The column after the last one of a month."""
        return math.ceil((month_number(month) - self.first + 1) * self.width / self.months)

    def labels(self, width: int) -> str:
        """The first month, and each later year that has room, above the column of its January."""
        start = f"{self.first // 12:04d}-{self.first % 12 + 1:02d}"
        line = start
        for year in range(self.first // 12 + 1, self.last // 12 + 1):
            column = self.left(f"{year:04d}-01")
            if column > len(line) and column + 4 <= max(width, len(start)):
                line = f"{line:<{column}}{year:04d}"
        return line


def calendar_part(desk: Desk, plan: Plan) -> list[Part]:
    """The chart with its heading, and when all of it ends; nothing without a start."""
    timeline, start, say = plan.calendar, plan.start, desk.say
    if timeline is None or start is None:
        return []
    columns = max(12, min(60, desk.width - _BESIDE))
    axis = _Axis(start, timeline.end, columns)
    grid = table("", "", "", "", gap=1)
    grid.add_column(whole=True)
    grid.add_column(align="right", style="muted", whole=True)
    grid.add_column(whole=True, least=7)
    grid.add_column()
    grid.add_row("", "", Drawing(axis.labels(columns), style="muted"), "")
    for number, step in enumerate(plan.answer.steps, 1):
        grid.add_row(box(say, step), f"{number}.", *_row(desk, plan, step, axis, start))
    if plan.path.months is not None:
        words = say("until {month}: all of it", month=say.moment(timeline.end))
        grid.add_row("", "", _bar(desk, axis, start, timeline.end, sure=True), words)
    return [
        heading(say("On the calendar"), say("from {month}, each step at its longest", month=say.moment(start))),
        indented(grid),
        paragraph(""),
        paragraph(end_words(say, timeline)),
    ]


def _row(desk: Desk, plan: Plan, step: StepStanding, axis: _Axis, start: str) -> tuple[Text, str]:
    placed = plan.placed(step)
    if placed is None:
        return Text(""), desk.say(names.STATES["skipped"])
    words = span_words(desk.say, start, placed)
    if placed.step.months is None:
        # No bar: a length that nobody knows is not drawn.
        return Drawing(" " * axis.left(placed.soonest) + desk.symbols.middle, style="muted"), words
    return _bar(desk, axis, placed.start, placed.end, sure=placed.known), words


def _bar(desk: Desk, axis: _Axis, start: str, end: str, *, sure: bool) -> Text:
    """From the first to the last month; thin where it is only the earliest that can be."""
    left = axis.left(start)
    sign = desk.symbols.thick if sure else desk.symbols.thin
    return Drawing(" " * left + sign * max(1, axis.right(end) - left), style="money")
