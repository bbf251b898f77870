"""What arrives of gross pay: the answers of `net`, and what turns the estimates of a call into net pay."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Asker, refuse_gaps
from jobcli.answers.wire import FromMe
from jobcli.domain.evidence import phrase
from jobcli.domain.net import PayPeriod, Payslip, Taxpayer
from jobcli.domain.pay import PayRange, Period
from jobcli.domain.refusal import refuse
from jobcli.net_pay.payroll import Payroll, UnknownPayDay, payroll_on
from jobcli.net_pay.payslip import NetEstimate, NetVariation, NetVaried, by_gross, by_tax_class, net_estimate, payslip
from jobcli.pay.by_factor import PayVariation

_TAKEN = tuple(
    f"{item}=deductions.{item}"
    for item in (
        *("wage_tax", "solidarity_surcharge", "church_tax"),
        *("pension", "unemployment", "health", "care", "private_health"),
    )
)


class NetPay(Answer, Payslip, frozen=True, kw_only=True):
    """The result of `net`."""

    commands = ("net",)
    table = Columns(
        ("gross", "receipt", "net"),
        ("item=part|item|key", "rate", "base", "ceiling", "amount=amount|value", "law", "since=since|pay_date"),
    )
    from_me: FromMe


class NetPayVaried(Answer, NetVariation, frozen=True, kw_only=True):
    """The result of `net --by`."""

    commands = ("net",)

    from_me: FromMe

    @property
    def table(self) -> Columns:
        """A row for each class, or for each amount with what is kept of more."""
        first, kept = (("gross",), ("kept",)) if self.by == "gross" else (("tax-class=value", "gross"), ())
        return Columns("points", (*first, *_TAKEN, "net", *kept, "pay_date=/pay_date"))


def net_pay(figures: Payroll, gross: Decimal, per: PayPeriod, who: Asker) -> NetPay:
    """The payslip of `gross` euros of a period."""
    return NetPay(**structs.asdict(payslip(figures, gross, per, who.taxpayer)), from_me=who.from_me)


def net_pay_varied(figures: Payroll, gross: Decimal, per: PayPeriod, who: Asker, by: NetVaried) -> NetPayVaried:
    """The payslips of a period for all values of one thing; everything else as it was told."""
    vary = by_tax_class if by == "tax-class" else by_gross
    return NetPayVaried(**structs.asdict(vary(figures, gross, per, who.taxpayer)), from_me=who.from_me)


class Netting(Struct, frozen=True):
    """Net pay for ranges of gross pay."""

    figures: Payroll
    """The figures of payroll on the day that pay arrives."""
    who: Taxpayer
    """Whose pay it is."""
    per: PayPeriod
    """The period of the payslip."""

    def of(self, gross_year: PayRange) -> NetEstimate:
        """Net pay along a range of gross pay a year."""
        return net_estimate(self.figures, gross_year, self.per, self.who)

    def along(self, item: PayVariation) -> dict[str, NetEstimate]:
        """Net pay of each point of a varied estimate; where the Land is varied, taxes and contributions are those of each."""
        return {point.value: self._at(item, point.value).of(point.gross_year) for point in item.points}

    def _at(self, item: PayVariation, value: str) -> Netting:
        return structs.replace(self, who=structs.replace(self.who, state=value)) if item.by == "state" else self


def netting(who: Asker, per: Period | None, pay_date: str) -> Netting:
    """Net pay for the estimates of a person; the payslip is a month's unless a year was asked for. Refusal for gaps."""
    refuse_gaps(who.taxed)
    return Netting(payroll_for(pay_date), who.taxpayer, "year" if per == "year" else "month")


def payroll_for(pay_date: str) -> Payroll:
    """The figures of payroll on a day. Refusal where there are none, which names the first and the last known day."""
    from jobcli.files.figures import PAYROLL, open_drawer

    try:
        return payroll_on(open_drawer(PAYROLL), pay_date)
    except UnknownPayDay as error:
        message = phrase("There are no payroll figures for {day}; they are known from {first} to {last}.")
        hint = phrase("Choose a day among them: --pay-date {last}")
        return refuse("no-payroll-figures", message, hint, day=error.day, first=error.first, last=error.last)
