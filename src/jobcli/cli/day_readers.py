"""Days that a person types: a year, a month or a day, and what was known by then."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

# Texts, compiled when a date is typed: every start of the program reads this module.
_FORM = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
FIRST_YEAR = 1940
"""Nobody who works today has learnt anything before."""
_GERMAN = r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})"


def read_moment(text: str) -> str:
    """`2024`, `2024-06` or `2024-06-15`, also from `06.2024` and `15.06.2024`. Refusal for anything else."""
    stripped = text.strip()
    if match := re.fullmatch(_FORM, stripped):
        year, month, day = match.groups()
    elif match := re.fullmatch(_GERMAN, stripped):
        day, month, year = match.groups()
    else:
        year, month, day = "0", None, None
    try:
        # Asked for the calendar's sake: it knows that there is no 30 February.
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        message = phrase("'{word}' is no date.")
        refuse("bad-date", message, phrase("Write 2024, 2024-06 or 2024-06-15."), exit_code=2, word=text[:60])
    return "-".join(f"{int(part):02d}" for part in (year, month, day) if part is not None)


def end_of(moment: str) -> date:
    """The last day of a year or a month; a day is its own."""
    year, month, day = (*(int(part) for part in moment.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    # Without the calendar module, which every start of the program would pay for. 9999 has no year after it.
    month = month or 12
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def known_by(moment: str, today: date) -> str:
    """The day (YYYY-MM-DD) whose knowledge is asked for: the end of `moment`, not later than today.

    Refusal for a moment that has not begun: nothing is known of it.
    """
    if moment > today.isoformat():
        message = phrase("{moment} lies ahead: its figures are not known.")
        hint = phrase("Leave out --as-of for the newest figures.")
        refuse("future", message, hint, exit_code=2, moment=moment)
    return min(end_of(moment), today).isoformat()


def read_pay_date(text: str) -> str:
    """The day (YYYY-MM-DD) on which pay arrives; of a month or a year the first day."""
    return "-".join((*read_moment(text).split("-"), "01", "01")[:3])


def read_day(text: str | None, today: date) -> str:
    """A day that is not in the future: 2026-11-24 or 24.11.2026; today where none is told."""
    if text is None:
        return today.isoformat()
    words = text.strip()
    parts = words.split(".")
    iso = "-".join(part.zfill(2) for part in reversed(parts)) if len(parts) == 3 else words
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        message = phrase("'{value}' is not a day of the calendar.")
        refuse("bad-date", message, phrase("Example: --on 2026-11-24"), exit_code=2, value=text[:60])
    if day.year < FIRST_YEAR:
        message, hint = phrase("{day} is too long ago to be right."), phrase("Example: --on 2026-11-24")
        refuse("bad-date", message, hint, exit_code=2, day=day.isoformat())
    if day > today:
        message = phrase("{day} has not come yet: today is {today}.")
        hint = phrase("A step is ticked on the day on which it was done.")
        refuse("future-date", message, hint, exit_code=2, day=day.isoformat(), today=today.isoformat())
    return day.isoformat()
