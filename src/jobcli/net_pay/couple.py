"""Two earners who are married: the factor of class IV (EStG § 39f), and their tax classes side by side.

X       the wage tax of a year that both would pay in class IV
Y       the income tax of both together by splitting (§ 32a (5)), after what wage tax takes off in class IV
factor  Y / X to three places, the rest dropped; only where it is below 1
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Annotated, Literal

from msgspec import Struct, structs

from jobcli.domain.meaning import means
from jobcli.domain.net import FACTOR_CLASS, PayPeriod, Payslip, Taxpayer
from jobcli.net_pay.payroll import CENT, Payroll, euro_down
from jobcli.net_pay.payslip import payslip
from jobcli.net_pay.tax import tariff

_PLACES = Decimal("0.001")

PairOfClasses = Literal["3/5", "5/3", "4/4", "4/4-factor"]

_PAIRS: dict[PairOfClasses, tuple[int, int]] = {
    "3/5": (3, 5),
    "5/3": (5, 3),
    "4/4": (FACTOR_CLASS, FACTOR_CLASS),
    "4/4-factor": (FACTOR_CLASS, FACTOR_CLASS),
}


class Factor(Struct, frozen=True, kw_only=True):
    """How the factor came about, in euros a year."""

    value: Annotated[Decimal | None, means("The factor; null where it is not below 1, so that none is entered.")]
    joint_tax: Annotated[Decimal, means("The income tax of both by splitting, before the tax return.")]
    class_4_tax: Annotated[Decimal, means("The wage tax of both in class IV.")]


class CouplePoint(Struct, frozen=True, kw_only=True):
    """What arrives of both pays in a pair of tax classes."""

    value: Annotated[PairOfClasses, means("The classes: the person's own before the slash.")]
    net: Annotated[Decimal, means("What arrives of both together.")]
    own_net: Annotated[Decimal, means("What arrives of the person's own pay.")]
    partner_net: Annotated[Decimal, means("What arrives of the partner's.")]
    own_tax: Annotated[Decimal, means("The person's own wage tax.")]
    partner_tax: Annotated[Decimal, means("The partner's.")]
    return_year: Annotated[
        Decimal, means("Income tax of a year less the wage tax of both: below zero comes back with the tax return.")
    ]


class Couple(Struct, frozen=True, kw_only=True):
    """Two pays in each pair of tax classes."""

    per: Annotated[PayPeriod, means("The period.")]
    pay_date: Annotated[str, means("The day whose figures were used.")]
    gross: Annotated[Decimal, means("The person's own gross pay.")]
    partner_gross: Annotated[Decimal, means("The partner's.")]
    factor: Annotated[Factor, means("The factor of class IV.")]
    points: Annotated[tuple[CouplePoint, ...], means("One for each pair of classes.")]


def couple(figures: Payroll, gross: Decimal, partner_gross: Decimal, per: PayPeriod, who: Taxpayer) -> Couple:
    """Both pays of a period in III and V, V and III, IV and IV, and IV with the factor where there is one.

    The partner is taken to have the same children, Land and fund; church tax is left out for the partner, who was not asked.
    """
    partner = Taxpayer(children=who.children, parent=who.parent, state=who.state, health_surcharge=who.health_surcharge)
    both = ((gross, structs.replace(who, factor=None)), (partner_gross, partner))
    plain = [payslip(figures, amount, per, structs.replace(one, tax_class=FACTOR_CLASS)) for amount, one in both]
    found = factor_of(figures, *plain)
    points = []
    for name, classes in _PAIRS.items():
        factor = found.value if name == "4/4-factor" else None
        if name == "4/4-factor" and factor is None:
            continue
        own, other = (
            payslip(figures, amount, per, structs.replace(one, tax_class=tax_class, factor=factor))
            for (amount, one), tax_class in zip(both, classes, strict=True)
        )
        points.append(_point(name, own, other, found.joint_tax))
    return Couple(
        per=per,
        pay_date=figures.day,
        gross=gross.quantize(CENT),
        partner_gross=partner_gross.quantize(CENT),
        factor=found,
        points=tuple(points),
    )


def factor_of(figures: Payroll, own: Payslip, partner: Payslip) -> Factor:
    """The factor of two payslips in class IV."""
    together = own.steps.taxable + partner.steps.taxable
    joint = tariff(figures, euro_down(together / 2)) * 2
    apart = own.steps.tax + partner.steps.tax
    value = (joint / apart).quantize(_PLACES, ROUND_DOWN) if apart else Decimal(1)
    return Factor(value=value if value < 1 else None, joint_tax=joint.quantize(CENT), class_4_tax=apart.quantize(CENT))


def _point(value: PairOfClasses, own: Payslip, partner: Payslip, joint: Decimal) -> CouplePoint:
    return CouplePoint(
        value=value,
        net=own.net + partner.net,
        own_net=own.net,
        partner_net=partner.net,
        own_tax=own.amount("wage_tax"),
        partner_tax=partner.amount("wage_tax"),
        return_year=(joint - own.steps.tax - partner.steps.tax).quantize(CENT),
    )
