"""jobcli inside other programs: what arrives of gross pay. Neither Rich nor Typer is loaded."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import get_args

from jobcli.domain.figures import Drawer
from jobcli.domain.net import PayPeriod, Payslip, Taxpayer
from jobcli.domain.pay import BOUNDS, LAND_BY_CODE
from jobcli.files.figures import PAYROLL, open_drawer
from jobcli.net_pay.payroll import CENT, payroll_on
from jobcli.net_pay.payslip import payslip

Amount = Decimal | int | str
"""Exact numbers only: a float such as 0.1 is not the number that was written."""

_HALF = Decimal("0.5")


def net(
    gross: Amount,
    *,
    per: PayPeriod = "month",
    tax_class: int | None = None,
    children: int | None = None,
    parent: bool | None = None,
    child_allowances: Amount | None = None,
    church: bool | None = None,
    state: str | None = None,
    age: int | None = None,
    health_surcharge: Amount | None = None,
    private_health: Amount | None = None,
    private_subsidy: Amount | None = None,
    pension_exempt: bool | None = None,
    pay_date: date | str | None = None,
) -> Payslip:
    """The payslip of gross pay in euros a month or a year, with each deduction, its rate, base, ceiling and law.

    `children` are those under 25, `child_allowances` the Kinderfreibeträge of the tax card, `state` a Land code (BY),
    `health_surcharge` the whole surcharge of the fund in percent, `private_health` the premium in euros a month,
    `private_subsidy` what the employer pays of it, `pay_date` the day pay arrives (a date or YYYY-MM-DD; today). What is not
    told is assumed, and `assumptions` of the answer says what. ValueError for a value that is none of these, and for church
    tax without a Land; LookupError, with the attributes `first` and `last`, for a day without figures; TypeError for a float.
    How it is computed: docs/net-pay.md.
    """
    who = Taxpayer(
        tax_class=_whole("tax_class", tax_class),
        children=_whole("children", children),
        parent=parent,
        child_allowances=_exact("child_allowances", child_allowances, _HALF),
        church=church,
        state=state,
        age=_whole("age", age),
        health_surcharge=_exact("health_surcharge", health_surcharge),
        private_health=_exact("private_health", private_health),
        private_subsidy=_exact("private_subsidy", private_subsidy),
        pension_exempt=pension_exempt,
    )
    _check(who, per)
    amount = _exact("gross", gross)
    assert amount is not None  # noqa: S101  only None becomes None
    return payslip(payroll_on(_drawer(), _day(pay_date)), amount, per, who)


@cache
def _drawer() -> Drawer:
    return open_drawer(PAYROLL)


def _check(who: Taxpayer, per: str) -> None:
    """Refuse what the prompt refuses: an answer to a slip of the pen would be a wrong one."""
    if per not in get_args(PayPeriod):
        raise ValueError(f"per is {per!r}; known: {', '.join(get_args(PayPeriod))}")
    if who.state is not None and who.state not in LAND_BY_CODE:
        raise ValueError(f"state is {who.state!r}; known: {', '.join(LAND_BY_CODE)}")
    if who.church and who.state is None:
        raise ValueError("church tax needs the state whose rate it takes")
    if who.parent is False and who.children:
        raise ValueError(f"parent is False, which does not fit children {who.children}")
    if who.private_health is not None and who.health_surcharge is not None:
        raise ValueError("health insurance is either private_health or has a health_surcharge")
    if (who.private_subsidy or 0) > (who.private_health or 0):
        raise ValueError("private_subsidy is a part of private_health")


def _whole(name: str, value: int | None) -> int | None:
    low, high = BOUNDS[name]
    if value is not None and not (type(value) is int and low <= value <= high):
        raise ValueError(f"{name} is {value!r}; it can be {low} to {high}")
    return value


def _exact(name: str, value: Amount | None, step: Decimal = CENT) -> Decimal | None:
    """The value as an exact number within its bounds in steps of `step`."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"{name} is {value!r}; it is a Decimal, an int or a text such as '4200.50'")
    # 4.200 is four thousand in German: a text has at most two decimals.
    if isinstance(value, str) and not re.fullmatch(r"\d{1,12}(\.\d{1,2})?", value, re.ASCII):
        raise ValueError(f"{name} is {value[:60]!r}, which is no number with at most two decimals")
    number, (low, high) = Decimal(value), BOUNDS[name]
    # What is not a number compares with nothing; a number of a million digits is out of range before it is divided.
    if not number.is_finite() or not low <= number <= high or number % step:
        raise ValueError(f"{name} is {value!r}; it can be {low} to {high} in steps of {step}")
    return abs(number)


def _day(day: date | str | None) -> str:
    if day is None:
        day = date.today()  # noqa: DTZ011  the day of the calendar that hangs on the user's wall
    asked = date.fromisoformat(day) if isinstance(day, str) else date(day.year, day.month, day.day)
    return asked.isoformat()
