"""What a program tells of who asks: values that no rule and no figure knows are refused before anything is computed.

An answer to a slip of the pen would be a wrong one. ValueError names the value and what it can be.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from jobcli.answers.asker import Asker, asker
from jobcli.domain.figures import Drawer
from jobcli.domain.net import FACTOR_CLASS, Amount, PayPeriod, TellsTax
from jobcli.domain.pay import BOUNDS, CAR_RATES, LAND_BY_CODE, YES_NO
from jobcli.domain.role import Level
from jobcli.domain.schooling import SCHOOLS, Education

if TYPE_CHECKING:
    from jobcli.net_pay.company_car import CompanyCar

TAX = tuple(TellsTax.__annotations__)
"""What only net pay asks."""

_EXACT = {
    "child_allowances": Decimal("0.5"),
    **dict.fromkeys(("health_surcharge", "private_health", "private_subsidy", "tax_allowance"), Decimal("0.01")),
    "factor": Decimal("0.001"),
}
"""The amounts among it, and the steps in which each is told."""


def asking(told: Mapping[str, Any], asked: Collection[str], drawer: Drawer, *, present_job: bool = True) -> Asker:
    """Who asks for pay, out of what was told by the names of fields; `asked` are those that the question asks for.

    Without `present_job` roles are compared, see `asker`. TypeError for what is not asked, ValueError for a value.
    """
    for name in told:
        if name not in asked:
            raise TypeError(f"{name} is not asked here; asked are {', '.join(asked)}")
    check_pay(told, drawer)
    given = {name: value for name, value in told.items() if value is not None}
    return asker({name.replace("_", "-"): value for name, value in given.items()}, {}, present_job=present_job)


def check_pay(told: Mapping[str, Any], drawer: Drawer) -> None:
    """Refuse what no estimate knows; `drawer` holds the figures behind them."""
    choices = {
        "state": tuple(LAND_BY_CODE),
        "industry": tuple(drawer["industry-effect"].values),
        "level": get_args(Level),
        "education": get_args(Education),
        "school": SCHOOLS,
    }
    for name, known in choices.items():
        check_choice(name, told.get(name), known)
    check_yes_no(told, YES_NO)
    for name in ("tenure", "experience", "company_size", "hours", "age"):
        value = told.get(name)
        low, high = BOUNDS[name]
        if value is not None and not low <= value <= high:
            raise ValueError(f"{name} is {value!r}; it can be {low} to {high}")
    tenure, experience, age = told.get("tenure"), told.get("experience"), told.get("age")
    if tenure is not None and experience is not None and tenure > experience:
        raise ValueError(f"tenure is {tenure}, which is longer than experience with {experience}")
    for name, years in (("tenure", tenure), ("experience", experience)):
        if age is not None and years is not None and years > age - BOUNDS["age"][0]:
            raise ValueError(f"{name} is {years}, which is too long for age {age}")


def check_yes_no(told: Mapping[str, Any], names: Iterable[str]) -> None:
    """Refuse a word where the answer is True or False: to Python "no" would be true."""
    for name in names:
        value = told.get(name)
        if value is not None and type(value) is not bool:
            raise TypeError(f"{name} is {value!r}; it is True or False")


def check_choice(name: str, value: object, known: Collection[object]) -> None:
    """Refuse a word that is none of those that are known; None is not told."""
    if value is not None and value not in known:
        raise ValueError(f"{name} is {value!r}; known: {', '.join(map(str, known))}")


def check_each(name: str, values: Iterable[str] | None, known: Collection[str]) -> tuple[str, ...]:
    """The words of a list, each once. One that is not known is refused; None is not told."""
    # A text is a list of letters to Python, and never meant so.
    listed = [values] if isinstance(values, str) else list(values or ())
    for value in listed:
        check_choice(name, value, known)
    return tuple(dict.fromkeys(listed))


def taxed(told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `Taxpayer` that were told, each exact and within its bounds. TypeError for an amount that is a float."""
    fields = {name: value for name, value in told.items() if value is not None}
    check_yes_no(fields, (name for name, kind in TellsTax.__annotations__.items() if "bool" in str(kind)))
    for name in ("tax_class", "children", "age"):
        _check_whole(name, fields.get(name))
    fields |= {name: exact(name, fields[name], step) for name, step in _EXACT.items() if name in fields}
    check_choice("state", fields.get("state"), tuple(LAND_BY_CODE))
    _check_born(fields.get("born"))
    if fields.get("church") and "state" not in fields:
        raise ValueError("church tax needs the state whose rate it takes")
    if "factor" in fields and fields.get("tax_class") != FACTOR_CLASS:
        raise ValueError("factor goes with tax_class 4 only")
    if fields.get("parent") is False and fields.get("children"):
        raise ValueError(f"parent is False, which does not fit children {fields['children']}")
    if "private_health" in fields and "health_surcharge" in fields:
        raise ValueError("health insurance is either private_health or has a health_surcharge")
    if fields.get("private_subsidy", 0) > fields.get("private_health", 0):
        raise ValueError("private_subsidy is a part of private_health")
    return fields


def company_car(price: Amount | None, rate: Amount, distance: Amount) -> CompanyCar | None:
    """A company car as it was told; None without a price."""
    if price is None:
        return None
    from jobcli.net_pay.company_car import CompanyCar

    told = exact("car_rate", rate)
    check_choice("car_rate", told, CAR_RATES)
    return CompanyCar(price=exact("car_price", price), rate=told, distance=exact("car_distance", distance))


def check_period(per: str) -> None:
    """Refuse a period that no payslip has."""
    check_choice("per", per, get_args(PayPeriod))


def _check_whole(name: str, value: object) -> None:
    low, high = BOUNDS[name]
    if value is not None and not (type(value) is int and low <= value <= high):
        raise ValueError(f"{name} is {value!r}; it can be {low} to {high}")


def _check_born(value: object) -> None:
    low, high = BOUNDS["born"]
    form = r"(\d{4})-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?"
    if value is not None and not (
        isinstance(value, str) and re.fullmatch(form, value, re.ASCII) and low <= int(value[:4]) <= high
    ):
        raise ValueError(f"born is {value!r}; it is a month or a day such as 2003-06 or 2003-06-15")


def exact(name: str, value: Amount, step: Decimal = Decimal("0.01")) -> Decimal:
    """The value as an exact number within its bounds in steps of `step`."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"{name} is {value!r}; it is a Decimal, an int or a text such as '4200.50'")
    # 4.200 is four thousand in German: a text has at most two decimals, but for a factor.
    most = "three" if step < Decimal("0.01") else "two"
    form = r"\d{1,12}(\.\d{1,3})?" if most == "three" else r"\d{1,12}(\.\d{1,2})?"
    if isinstance(value, str) and not re.fullmatch(form, value, re.ASCII):
        raise ValueError(f"{name} is {value[:60]!r}, which is no number with at most {most} decimals")
    number, (low, high) = Decimal(value), BOUNDS[name]
    # What is not a number compares with nothing; a number of a million digits is out of range before it is divided.
    if not number.is_finite() or not low <= number <= high or number % step:
        raise ValueError(f"{name} is {value!r}; it can be {low} to {high} in steps of {step}")
    return abs(number)
