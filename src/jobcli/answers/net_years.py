"""One gross pay in each year whose figures are known, side by side: the answer of `net --compare-years`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from msgspec import Struct, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Asker
from jobcli.answers.net import TAKEN, NetAsked, beside_of, payroll_for, years_known
from jobcli.answers.wire import FromMe
from jobcli.domain.meaning import means
from jobcli.domain.net import Assumption, DeductionSums, PayPeriod, Taxpayer
from jobcli.domain.pay import BOUNDS
from jobcli.net_pay.forecast import FigureStatus
from jobcli.net_pay.payslip import payslip


class NetOfYear(Struct, frozen=True, kw_only=True):
    """The pay in one year."""

    year: Annotated[int, means("The year.")]
    status: Annotated[FigureStatus, means("in_force, or draft where some figures are no law yet.")]
    gross: Annotated[Decimal, means("Gross pay of the period.")]
    net: Annotated[Decimal, means("What arrives.")]
    more: Annotated[Decimal | None, means("Net pay against the year before; null in the first.")]
    deductions: Annotated[DeductionSums, means("What comes off.")]


class NetYears(Answer, frozen=True, kw_only=True):
    """The result of `net --compare-years`."""

    commands = ("net",)
    table = Columns("points", ("year", "status", "gross", *TAKEN, "net", "more"))
    per: Annotated[PayPeriod, means("The period.")]
    points: Annotated[tuple[NetOfYear, ...], means("One for each year whose figures are known.")]
    assumptions: Annotated[tuple[Assumption, ...], means("What was not told and is assumed, in the last year.")]
    from_me: FromMe


def net_years(asked: NetAsked, who: Asker, pay_date: str) -> NetYears:
    """One gross pay on the same day of each year that is known; who told an age was or will be another one then."""
    points: list[NetOfYear] = []
    assumptions: tuple[Assumption, ...] = ()
    for year in years_known():
        day = f"{year}{pay_date[4:]}".replace("-02-29", "-02-28")
        figures = payroll_for(day)
        taxpayer = _in(who.taxpayer, year - int(pay_date[:4]))
        slip = payslip(figures, asked.amount, asked.per, taxpayer, beside_of(figures, asked))
        points.append(
            NetOfYear(
                year=year,
                status="draft" if figures.pending else "in_force",
                gross=slip.gross,
                net=slip.net,
                more=slip.net - points[-1].net if points else None,
                deductions=slip.sums,
            )
        )
        assumptions = slip.assumptions
    return NetYears(per=asked.per, points=tuple(points), assumptions=assumptions, from_me=who.from_me)


def _in(who: Taxpayer, later: int) -> Taxpayer:
    """The person so many years later."""
    low, high = BOUNDS["age"]
    return who if who.age is None else structs.replace(who, age=min(high, max(low, who.age + later)))
