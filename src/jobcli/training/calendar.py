"""The steps of a path on a calendar of months: when each can begin at the earliest, and when it ends.

A step begins when the last step that it needs has ended. A step without a length takes no month of its own: it stands in
the month in which those before it end, and is marked as not known, so the end of the whole is then "not before". Months
are counted as year x 12 + month, so a year's end is nothing special. Half months are kept and end in the month they fall into.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from msgspec import Struct

from jobcli.domain.role import Step, TrainingPath
from jobcli.training.steps import ADMISSION, steps_of


class Placed(Struct, frozen=True, kw_only=True):
    """One step on the calendar."""

    step: Step
    start: str
    """The month (YYYY-MM) in which it begins; the step lies between this one and `end`, both included."""
    end: str
    """The month (YYYY-MM) in which it ends."""
    due: str
    """The last day of that month (YYYY-MM-DD)."""
    known: bool
    """False where its length, or that of a step it waits for, is not known: then it does not end before `soonest`."""
    begins: bool
    """False where the start is such a guess too, because of a step that it waits for."""
    soonest: str
    """The month in which it ends at the earliest, with all known lengths at their shortest."""


class Timeline(Struct, frozen=True, kw_only=True):
    """All steps of a path on the calendar."""

    steps: tuple[Placed, ...]
    """In an order in which they can be done."""
    end: str
    """The last month (YYYY-MM)."""
    known: bool
    """False where the end is only what is known of it: then it is not before `soonest`."""
    longer: bool
    """Whether the path as a whole takes longer than its steps together: then its own months decide `end`."""
    unknown: int
    """How many steps have no length."""
    soonest: str
    """The month before which it cannot end."""


def lay_out(path: TrainingPath, start: str, skipped: Collection[str] = ()) -> Timeline:
    """The steps of `path` from the month `start` (YYYY-MM), each as early as it can be, at its longest length.

    Steps that are `skipped` take no time. ValueError for a month that no calendar has.
    """
    first = month_number(start)
    ends: dict[str, float] = {}
    shortest: dict[str, float] = {}
    sure: dict[str, bool] = {}
    placed = []
    steps = steps_of(path)
    for step in steps:
        begin = max((ends[need] for need in step.needs), default=0.0)
        begins = all(sure[need] for need in step.needs)
        # A date is no length: the step lies between both its ends, and takes nothing before them.
        months = (step.at_month or step.months) if step.id not in skipped else None
        ends[step.id] = begin + (months.max if months else 0)
        least = max((shortest[need] for need in step.needs), default=0.0)
        shortest[step.id] = least + (months.min if months else 0)
        sure[step.id] = begins and (_timed(step) or step.id in skipped)
        if step.at_month is not None and step.id not in skipped:
            begin += step.at_month.min
        last = first + _last(begin, ends[step.id])
        # A step without a length stands in the month in which those before it end.
        earliest = first + math.floor(begin) if ends[step.id] > begin else last
        placed.append(
            Placed(
                step=step,
                start=month_name(earliest),
                end=month_name(last),
                due=f"{month_name(last)}-{days_in(last):02d}",
                known=sure[step.id],
                begins=begins,
                soonest=month_name(first + _last(least, shortest[step.id])),
            )
        )
    summed = max(ends.values(), default=0.0)
    whole = path.months.max if path.months else 0.0
    # Without some of its steps a path can be shorter than its own months say.
    least = path.months.min if path.months and not skipped else 0.0
    # Meeting a condition of admission has no length of its own in any profile, and nothing waits for it.
    without = [step for step in steps if not _timed(step) and step.id not in (*skipped, ADMISSION)]
    return Timeline(
        steps=tuple(placed),
        end=month_name(first + _last(0, max(summed, whole))),
        known=path.months is not None or not without,
        longer=whole > summed,
        unknown=len(without),
        soonest=month_name(first + _last(0, max(*shortest.values(), least))),
    )


def _timed(step: Step) -> bool:
    """Whether it is known how long the step takes, or when it falls due."""
    return step.months is not None or step.at_month is not None


def _last(begin: float, end: float) -> int:
    """The last month that is touched: one month from the beginning of January on ends in January, not in February."""
    return max(0, math.floor(begin) if end > begin else 0, math.ceil(end) - 1)


def month_number(month: str) -> int:
    """`2027-01` as a count of months. ValueError for anything that is no month of a calendar."""
    year, hyphen, part = month.partition("-")
    if not (hyphen and len(year) == 4 and len(part) == 2 and (year + part).isascii() and (year + part).isdigit()):
        raise ValueError(month)
    if not (1 <= int(part) <= 12 and int(year) >= 1):
        raise ValueError(month)
    return int(year) * 12 + int(part) - 1


def month_name(number: int) -> str:
    """A count of months as `2027-01`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def days_in(number: int) -> int:
    """How many days the month has, in the Gregorian calendar."""
    year, month = number // 12, number % 12 + 1
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
