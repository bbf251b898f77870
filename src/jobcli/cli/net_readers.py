"""What a person types about their net pay becomes a value, or a refusal: amounts, tax classes, children, surcharges."""

from __future__ import annotations

import re
from decimal import Decimal

from jobcli.cli.readers import _folded, _out_of_range, _whole
from jobcli.cli.refusal import refuse
from jobcli.domain.evidence import phrase
from jobcli.domain.net import MAX_CHILDREN, MAX_GROSS, TAX_CLASSES

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
_MAX_SURCHARGE = 10
_MAX_PREMIUM = 10_000
VARIED = ("tax-class", "gross")


def read_gross(text: str) -> Decimal:
    """Gross pay in euros of a period: 5000, 5000.50 or 5000,50. Refusal below zero and for anything else."""
    return _amount(text, phrase("AMOUNT"), MAX_GROSS, "jobcli net 3500")


def read_tax_class(text: str) -> int:
    """A tax class, 1 to 6 or I to VI."""
    wanted = _folded(text)
    if wanted in _ROMAN:
        return _ROMAN.index(wanted) + 1
    return _whole(text, "--tax-class", TAX_CLASSES[0], TAX_CLASSES[-1])


def read_children(text: str) -> int:
    """Children under 25, 0 to 20."""
    return _whole(text, "--children", 0, MAX_CHILDREN)


def read_child_allowances(text: str) -> Decimal:
    """Kinderfreibeträge as a tax card has them: 0 to 20 in steps of a half."""
    counters = _amount(text, "--child-allowances", MAX_CHILDREN, "--child-allowances 0.5")
    if counters % Decimal("0.5"):
        message = phrase("{option} goes in steps of a half, not '{value}'.")
        hint = phrase("The tax card has a half or a whole for each child: {example}")
        example = "--child-allowances 1.5"
        refuse(
            "bad-number",
            message,
            hint,
            exit_code=2,
            option="--child-allowances",
            value=text[:60],
            example=example,
        )
    return counters


def read_health_surcharge(text: str) -> Decimal:
    """The whole surcharge of a health fund in percent, 0 to 10, with at most two decimals."""
    return _amount(text.strip().removesuffix("%"), "--health-surcharge", _MAX_SURCHARGE, "--health-surcharge 2.5")


def read_private_health(text: str) -> Decimal:
    """The premium of private health and care insurance in euros a month."""
    return _amount(text, "--private-health", _MAX_PREMIUM, "--private-health 450")


def read_private_subsidy(text: str) -> Decimal:
    """What the employer pays of that premium, in euros a month."""
    return _amount(text, "--private-subsidy", _MAX_PREMIUM, "--private-subsidy 225")


def read_net_period(text: str) -> str:
    """The period of a payslip: month or year."""
    wanted = {"monat": "month", "jahr": "year"}.get(_folded(text), _folded(text))
    if wanted in ("month", "year"):
        return wanted
    message, hint = phrase("No period '{word}'."), phrase("Known: {known}.")
    return refuse("unknown-period", message, hint, exit_code=2, word=text[:60], known="month, year")


def read_net_varied(text: str) -> str:
    """What a payslip varies: the tax class or gross pay."""
    wanted = {"steuerklasse": "tax-class", "brutto": "gross"}.get(_folded(text), _folded(text))
    if wanted in VARIED:
        return wanted
    message, hint = phrase("'{word}' cannot be varied."), phrase("Known: {known}.")
    return refuse("unknown-factor", message, hint, exit_code=2, word=text[:60], known=", ".join(VARIED))


def read_pay_date(text: str) -> str:
    """The day (YYYY-MM-DD) on which pay arrives; of a month or a year the first day."""
    from jobcli.cli.day_readers import read_moment

    return "-".join((*read_moment(text).split("-"), "01", "01")[:3])


def _amount(text: str, name: str, high: int, example: str) -> Decimal:
    """A number from 0 to `high` with at most two decimals, after a point or a comma; a euro sign does not matter."""
    stripped = text.strip().removesuffix("€").removeprefix("€").strip().replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d{1,2})?", stripped, re.ASCII):
        message = phrase("{option} takes a number with at most two decimals and no thousands separator, not '{value}'.")
        hint = phrase("Example: {example}")
        example = _meant(example, text.strip())
        refuse("bad-number", message, hint, exit_code=2, option=name, value=text[:60], example=example)
    # Compared by length first: a number of a million digits must not be computed.
    if len(stripped) > 12 or not 0 <= Decimal(stripped) <= high:
        _out_of_range(stripped, name, 0, high)
    # -0 is nothing, without a sign.
    return abs(Decimal(stripped))


def _meant(example: str, text: str) -> str:
    """The example with the number that was meant, where a number was written with points or commas between thousands."""
    thousands = re.fullmatch(r"€? ?(\d{1,3}(?:([.,' ])\d{3})(?:\2\d{3}){0,2})(?:[.,](\d{1,2}))? ?€?", text, re.ASCII)
    if thousands is None:
        return example
    whole = re.sub(r"\D", "", thousands[1])
    number = whole if thousands[3] is None else f"{whole}.{thousands[3]}"
    return f"{example.rpartition(' ')[0]} {number}"
