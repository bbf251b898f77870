"""Payslips as JSON and as rows of a table. Amounts have two decimals; keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from jobcli.domain.net import Assumption, Deduction, DeductionItem, Payslip
from jobcli.net_pay.payslip import MORE, NetPoint, NetVariation

if TYPE_CHECKING:
    from jobcli.pages.contract import net, pay

_CENT = Decimal("0.01")
ITEMS: tuple[DeductionItem, ...] = (
    "wage_tax",
    "solidarity_surcharge",
    "church_tax",
    "pension",
    "unemployment",
    "health",
    "care",
    "private_health",
)


def payslip_data(slip: Payslip) -> net.Payslip:
    """The whole payslip: gross, deductions, net, and how they came about."""
    return {
        "per": slip.per,
        "pay_date": slip.pay_date,
        "tax_class": slip.tax_class,
        "branch": slip.branch,
        "gross": _money(slip.gross),
        "net": _money(slip.net),
        "deductions": _deductions(slip),
        "church_base": _money(slip.church_base),
        "wage_tax_year": {
            "gross": _money(slip.steps.gross),
            "allowances": _allowances(slip.steps.allowances),
            "provision": _money(slip.steps.provision),
            "taxable": _money(slip.steps.taxable),
            "tax": _money(slip.steps.tax),
            "tax_for_surcharges": _money(slip.steps.tax_for_surcharges),
        },
        "receipt": [_line(line) for line in slip.deductions],
        "assumptions": [_assumption(item) for item in slip.assumptions],
    }


def _allowances(amounts: Mapping[str, Decimal]) -> net.Allowances:
    return cast("net.Allowances", {name.replace("-", "_"): _money(value) for name, value in amounts.items()})


def _line(line: Deduction) -> net.DeductionLine:
    return {
        "item": line.item,
        "part": line.part,
        "rate": line.rate,
        "base": None if line.base is None else _money(line.base),
        "ceiling": None if line.ceiling is None else _money(line.ceiling),
        "amount": _money(line.amount),
        "law": line.law,
        "since": line.since,
        "confidence": line.confidence,
        "source": line.source,
    }


def _assumption(item: Assumption) -> net.Assumption:
    return cast("net.Assumption", {"id": item.id, **item.values})


def _deductions(slip: Payslip) -> net.Deductions:
    return cast("net.Deductions", {name: _money(slip.amount(name)) for name in ITEMS})


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT)


def payslip_table(slip: Payslip) -> list[list[object]]:
    """A payslip as rows: gross, each deduction, net."""
    rows: list[list[object]] = [["item", "rate", "base", "ceiling", "amount", "law", "since"]]
    rows.append(["gross", None, None, None, _money(slip.gross), None, slip.pay_date])
    rows += [
        [line.part or line.item, line.rate, line.base, line.ceiling, _money(line.amount), line.law, line.since]
        for line in slip.deductions
    ]
    rows.append(["net", None, None, None, _money(slip.net), None, slip.pay_date])
    return rows


def net_variation_data(item: NetVariation) -> net.NetVariation:
    """The payslips of a variation, each in short; `kept` is the share that arrives of `more` euros more a month."""
    first = item.points[0].slip
    data: net.NetVariation = {
        "by": item.by,
        "per": first.per,
        "pay_date": first.pay_date,
        "points": [_point(point) for point in item.points],
        "receipt": [_line(line) for line in chosen(item).deductions],
        "assumptions": [_assumption(one) for one in chosen(item).assumptions],
    }
    if item.by == "gross":
        data["more"] = MORE
    return data


def _point(point: NetPoint) -> net.NetPoint:
    slip = point.slip
    data: net.NetPoint = {
        "value": point.value,
        "chosen": point.chosen,
        "gross": _money(slip.gross),
        "net": _money(slip.net),
        "branch": slip.branch,
        "deductions": _deductions(slip),
    }
    if point.kept is not None:
        data["kept"] = round(point.kept, 4)
    return data


def net_variation_table(item: NetVariation) -> list[list[object]]:
    """A variation as rows, one for each value."""
    along = item.by == "gross"
    first, last = ([], ["kept"]) if along else ([item.by], [])
    rows: list[list[object]] = [[*first, "gross", *ITEMS, "net", *last, "pay_date"]]
    for point in item.points:
        slip = point.slip
        kept = [] if point.kept is None else [round(point.kept, 4)]
        amounts = _deductions(slip).values()
        value = [] if along else [point.value]
        rows.append([*value, _money(slip.gross), *amounts, _money(slip.net), *kept, slip.pay_date])
    return rows


def chosen(item: NetVariation) -> Payslip:
    """The payslip of the person's own value."""
    return next(point.slip for point in item.points if point.chosen)


def net_month_data(month: Mapping[str, Decimal]) -> pay.NetMonth:
    """Net pay a month at each point of an estimate's range."""
    return cast("pay.NetMonth", {name: _money(amount) for name, amount in month.items()})
