"""What arrives of gross pay: the answers of `net`, a payslip or one with something varied."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from jobcli.answers.asker import Asker
from jobcli.answers.wire import FromMe
from jobcli.domain.net import PayPeriod, Payslip
from jobcli.net_pay.payroll import Payroll
from jobcli.net_pay.payslip import NetVariation, NetVaried, by_gross, by_tax_class, payslip


class NetPay(Payslip, frozen=True, kw_only=True):
    """The result of `net`."""

    from_me: FromMe


class NetPayVaried(NetVariation, frozen=True, kw_only=True):
    """The result of `net --by`."""

    from_me: FromMe


def net_pay(figures: Payroll, gross: Decimal, per: PayPeriod, who: Asker) -> NetPay:
    """The payslip of `gross` euros of a period."""
    return NetPay(**structs.asdict(payslip(figures, gross, per, who.taxpayer)), from_me=who.from_me)


def net_pay_varied(figures: Payroll, gross: Decimal, per: PayPeriod, who: Asker, by: NetVaried) -> NetPayVaried:
    """The payslips of a period for all values of one thing; everything else as it was told."""
    vary = by_tax_class if by == "tax-class" else by_gross
    return NetPayVaried(**structs.asdict(vary(figures, gross, per, who.taxpayer)), from_me=who.from_me)
