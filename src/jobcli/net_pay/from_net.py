"""From net to gross: the smallest gross pay of which so much arrives, found by bisection on the payslip itself.

Net pay grows with gross pay but for two things. Above a Minijob, and above what a trainee earns free of contributions, it falls:
both sides are searched, the lower one first. And a cent more can round several amounts up at once: below the pay that the bisection
finds, the cents of a short stretch are tried one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import UNSET

from jobcli.domain.net import NOTHING_BESIDE, Beside, PayPeriod, Payslip, Taxpayer
from jobcli.net_pay.payroll import CENT, MONTHS, Payroll
from jobcli.net_pay.payslip import payslip

_STRETCH = {"month": 150, "year": 600}
"""Cents below the found pay that are tried. A whole euro of tax a year, two in classes V and VI, is at most 17 cents a month, and of
each euro more at least a third arrives."""


def smallest_gross(
    figures: Payroll, net: Decimal, per: PayPeriod, who: Taxpayer, highest: Decimal, beside: Beside = NOTHING_BESIDE
) -> Decimal | None:
    """The smallest gross pay in cents of which at least `net` euros arrive; None where that takes more than `highest`."""
    table, name = ("trainee-limit", "month") if who.trainee else ("small-job-limits", "minijob")
    months = 1 if per == "month" else MONTHS
    border = figures(table, name) * months

    def arrives(cents: int) -> bool:
        return _usual(payslip(figures, cents * CENT, per, who, beside)) >= net

    most, below = _cents(highest), _cents(border)
    for low, high in ((0, min(below, most)), (below + 1, most)):
        if low <= high and arrives(high):
            found = _bisected(arrives, low, high)
            first = max(low, found - _STRETCH[per])
            return next(cents for cents in range(first, found + 1) if arrives(cents)) * CENT
    return None


def _usual(slip: Payslip) -> Decimal:
    """What arrives of the usual pay: what comes once is not asked for."""
    return slip.net if slip.one_off is UNSET else slip.net - slip.one_off.net


def _cents(amount: Decimal) -> int:
    return int(amount / CENT)


def _bisected(arrives: Callable[[int], bool], low: int, high: int) -> int:
    """A pay at which it arrives and a cent below which it does not, or `low`."""
    if arrives(low):
        return low
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if arrives(middle) else (middle, high)
    return high
