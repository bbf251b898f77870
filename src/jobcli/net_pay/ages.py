"""Which ages someone has completed by a pay day: of the surcharge for the childless, of EStG § 24a, of the regular pension.

    an age is completed with the end of the day before the birthday (BGB § 187 (2), § 188 (2)), so whoever was born on the first
    of a month completes it in the month before

Of a month of birth without a day, the day is taken not to be the first. An age without a birth is taken as told.
"""

from __future__ import annotations

from typing import Literal

from jobcli.domain.net import Taxpayer
from jobcli.net_pay.payroll import MONTHS, Payroll

RELIEF_AGE, FIRST_RELIEF_YEAR = 64, 2005
"""EStG § 24a: the relief begins in the year after this birthday; its table begins with this year."""

Reached = Literal["yes", "no", "maybe"]


def completed_in(born: str, months: int) -> int:
    """The month in which someone born in `born` (YYYY-MM or YYYY-MM-DD) completes so many months of life, counted from year 0."""
    year, month, *day = (int(part) for part in born.split("-"))
    return year * MONTHS + month - 1 + months - (day == [1])


def month_of_day(day: str) -> int:
    """The month of a day (YYYY-MM-DD), counted from year 0."""
    return int(day[:4]) * MONTHS + int(day[5:7]) - 1


def childless_age(figures: Payroll, who: Taxpayer) -> Reached:
    """Whether the month is over in which the age of the surcharge of SGB XI § 55 (3) was completed; yes where nothing was told.

    Who reaches that age in the year of the pay day may have the birthday still to come.
    """
    age = int(figures("care-ages", "childless-from"))
    if who.born is not None:
        return "yes" if month_of_day(figures.day) > completed_in(who.born, age * MONTHS) else "no"
    if who.age is None or who.age > age:
        return "yes"
    return "maybe" if who.age == age else "no"


def pension_months(figures: Payroll, year: int) -> int:
    """The regular pension age of who was born in that year, in months (SGB VI § 35, § 235 (2))."""
    table = figures.values["pension-ages"]
    return int(table[str(max(min(year, int(max(table))), int(min(table))))])


def past_pension_age(figures: Payroll, who: Taxpayer) -> Reached:
    """Whether the month is over in which the regular pension age was reached.

    An age alone leaves it open in the year before; who draws a full old-age pension and tells no age is taken to be past it.
    """
    if who.born is not None:
        months = pension_months(figures, int(who.born[:4]))
        # Who was born on the first of a year completes ages in the year before; the year of birth still decides on the age.
        return "yes" if month_of_day(figures.day) > completed_in(who.born, months) else "no"
    if who.age is None:
        return "yes" if who.pension_drawn else "no"
    months = pension_months(figures, int(figures.day[:4]) - who.age)
    if who.age * MONTHS >= months:
        return "yes"
    return "maybe" if (who.age + 1) * MONTHS > months else "no"


def relief_year(day: str, who: Taxpayer) -> int | None:
    """The year after the 64th birthday, if it has begun: it decides on the relief of EStG § 24a for the rest of life.

    An age without a birth is taken as the one that is reached in the year of `day`. Who was 64 before 2005 has the relief of
    that year.
    """
    now = int(day[:4])
    if who.born is not None:
        first = completed_in(who.born, RELIEF_AGE * MONTHS) // MONTHS + 1
    elif who.age is not None:
        first = now - who.age + RELIEF_AGE + 1
    else:
        return None
    return max(FIRST_RELIEF_YEAR, first) if first <= now else None
