"""What arrives of gross pay: the answers of `net`, and what turns the estimates of a call into net pay."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Asker, refuse_gaps
from jobcli.answers.wire import FromMe
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.meaning import means
from jobcli.domain.net import Beside, PayPeriod, Payslip, Taxpayer
from jobcli.domain.pay import BOUNDS, PayRange, Period
from jobcli.domain.refusal import Refusal, refuse
from jobcli.net_pay.company_car import CompanyCar, benefit_month
from jobcli.net_pay.couple import Couple, couple
from jobcli.net_pay.employer import EmployerCost, employer_cost
from jobcli.net_pay.forecast import Forecast, NotLawYet, by_law_alone, forecast, with_status
from jobcli.net_pay.from_net import smallest_gross
from jobcli.net_pay.payroll import CENT, MONTHS, Payroll, UnknownPayDay, known_days, payroll_on, to_cent
from jobcli.net_pay.payslip import NetEstimate, net_estimate, payslip, worked
from jobcli.net_pay.varied import NetVariation, NetVaried, by_gross, by_tax_class
from jobcli.pay.by_factor import PayVariation

TAKEN = tuple(
    f"{item}=deductions.{item}"
    for item in (
        *("wage_tax", "solidarity_surcharge", "church_tax"),
        *("pension", "unemployment", "health", "care", "private_health"),
    )
)


StatusOfAll = Annotated[Literal["draft"] | UnsetType, means("draft where not all figures are law yet: a forecast.")]


class CarTold(Struct, frozen=True, kw_only=True):
    """A company car that is used privately too."""

    price: Annotated[Decimal, means("Its list price.")]
    rate: Annotated[Decimal, means("Percent of it a month.")]
    distance: Annotated[Decimal, means("Kilometres to work, one way.")]
    benefit: Annotated[Decimal, means("What of the period counts as pay and does not arrive; not in `gross`.")]
    paid_out: Annotated[Decimal, means("What arrives: the same as `net`.")]


class HourlyPay(Struct, frozen=True, kw_only=True):
    """The pay of an hour."""

    hours: Annotated[Decimal, means("Hours a week.")]
    gross: Annotated[Decimal, means("Gross pay of an hour.")]
    net: Annotated[Decimal, means("What arrives of it.")]


class FromNet(Struct, frozen=True, kw_only=True):
    """Net pay that gross pay was looked for."""

    asked: Annotated[Decimal, means("The net pay that was asked for.")]
    gross: Annotated[Decimal, means("The smallest gross pay of which so much arrives, without what comes once.")]


class NetPay(Answer, Payslip, frozen=True, kw_only=True):
    """The result of `net`."""

    commands = ("net",)
    table = Columns(
        ("gross", "receipt", "net"),
        (
            "item=part|item|key",
            "rate",
            "base",
            "ceiling",
            "amount=amount|value",
            "law",
            "since=since|pay_date",
            "status?",
        ),
    )
    company_car: Annotated[CarTold | UnsetType, means("With --car-price, the car.")] = UNSET
    hourly: Annotated[HourlyPay | UnsetType, means("With --per hour, an hour's pay; the payslip is a month's.")] = UNSET
    from_net: Annotated[FromNet | UnsetType, means("With --from-net, what was asked for and found.")] = UNSET
    forecast: Annotated[Forecast | UnsetType, means("Where not all figures are law yet, which are not.")] = UNSET
    employer: Annotated[EmployerCost | UnsetType, means("With --employer, what the employer pays.")] = UNSET
    from_me: FromMe


class NetPayVaried(Answer, NetVariation, frozen=True, kw_only=True):
    """The result of `net --by`."""

    commands = ("net",)

    status: StatusOfAll = UNSET
    from_me: FromMe

    @property
    def table(self) -> Columns:
        """A row for each class, or for each amount with what is kept of more."""
        first, kept = (("gross",), ("kept",)) if self.by == "gross" else (("tax-class=value", "gross"), ())
        return Columns("points", (*first, *TAKEN, "net", *kept, "pay_date=/pay_date", "status=/status?"))


class NetCouple(Answer, Couple, frozen=True, kw_only=True):
    """The result of `net --partner-gross`."""

    commands = ("net",)
    table = Columns(
        "points",
        (
            "classes=value",
            "net",
            "own_net",
            "partner_net",
            "own_tax",
            "partner_tax",
            "return_year",
            "pay_date=/pay_date",
            "status=/status?",
        ),
    )
    status: StatusOfAll = UNSET
    from_me: FromMe


class NetAsked(Struct, frozen=True, kw_only=True):
    """What a payslip was asked of: one amount, and what comes beside it."""

    amount: Decimal
    """Gross euros of the period, of an hour where there are `hours`; net euros with `from_net`."""
    per: PayPeriod = "month"
    from_net: bool = False
    hours: Decimal | None = None
    """Hours a week, where the amount is that of an hour."""
    once: Decimal = Decimal()
    """What comes once."""
    earlier: Decimal = Decimal()
    """What came once earlier in the year."""
    car: CompanyCar | None = None
    employer: bool = False
    """Whether what the employer pays is asked for, too."""


WEEKS = Decimal(13) / 3
"""Weeks of a month: 52 of a year."""


def net_pay(figures: Payroll, asked: NetAsked, who: Asker) -> NetPay:
    """The payslip of what was asked. Refusal where no gross pay leaves the net pay that was asked for."""
    taxpayer, per = who.taxpayer, asked.per
    beside = beside_of(figures, asked)
    hours = None if asked.hours is None else asked.hours * WEEKS
    amount = _month(asked)
    found = _gross_for(figures, amount, per, taxpayer, beside) if asked.from_net else amount
    work = worked(figures, found, per, taxpayer, beside)

    def compute(others: Payroll) -> Payslip:
        return payslip(others, found, per, taxpayer, beside)

    slip = with_status(work.slip, figures, compute)
    usual = slip.net if slip.one_off is UNSET else slip.net - slip.one_off.net
    return NetPay(
        **structs.asdict(slip),
        company_car=UNSET if asked.car is None else _car(asked.car, beside.benefit, slip.net),
        hourly=UNSET
        if hours is None
        else HourlyPay(hours=asked.hours or WEEKS, gross=to_cent(found / hours), net=to_cent(usual / hours)),
        from_net=FromNet(asked=asked.amount.quantize(CENT), gross=found.quantize(CENT)) if asked.from_net else UNSET,
        forecast=forecast(figures, compute),
        employer=employer_cost(work, taxpayer) if asked.employer else UNSET,
        from_me=who.from_me,
    )


def in_force(figures: Payroll, asked: NetAsked, who: Asker) -> Payroll:
    """The figures in force alone. Refusal where the payslip of what was asked needs others, which names them."""

    def compute(others: Payroll) -> Payslip:
        beside = beside_of(others, asked)
        per, taxpayer = asked.per, who.taxpayer
        found = _gross_for(others, asked.amount, per, taxpayer, beside) if asked.from_net else _month(asked)
        return payslip(others, found, per, taxpayer, beside)

    try:
        return by_law_alone(figures, compute)
    except NotLawYet as error:
        problems = [
            Problem(
                "not-law-yet",
                phrase("For {day} this is no law yet: {what}."),
                phrase("Leave out --law-only for a forecast."),
                {"day": figures.day, "what": item.what},
            )
            for item in error.missing
        ]
        raise Refusal(*problems) from None


def _month(asked: NetAsked) -> Decimal:
    """The amount that was asked, of an hour as that of a month."""
    return asked.amount if asked.hours is None else to_cent(asked.amount * asked.hours * WEEKS)


def years_known() -> range:
    """The years that the figures of payroll cover."""
    from jobcli.files.figures import PAYROLL, open_drawer

    first, last = known_days(open_drawer(PAYROLL))
    return range(int(first[:4]), int(last[:4]) + 1)


def beside_of(figures: Payroll, asked: NetAsked) -> Beside:
    """What comes beside the usual pay of the period."""
    benefit = Decimal() if asked.car is None else benefit_month(figures, asked.car)
    return Beside(once=asked.once, earlier=asked.earlier, benefit=benefit * (1 if asked.per == "month" else MONTHS))


def _gross_for(figures: Payroll, net: Decimal, per: PayPeriod, who: Taxpayer, beside: Beside) -> Decimal:
    highest = Decimal(BOUNDS["gross"][1])
    found = smallest_gross(figures, net, per, who, highest, beside)
    if found is None:
        message = phrase("No gross pay up to {most} leaves {net}.")
        return refuse("no-gross", message, phrase("Ask for less."), exit_code=1, most=f"{highest:,.0f}", net=f"{net:f}")
    return found


def _car(car: CompanyCar, benefit: Decimal, net: Decimal) -> CarTold:
    return CarTold(price=car.price, rate=car.rate, distance=car.distance, benefit=benefit.quantize(CENT), paid_out=net)


def net_pay_varied(figures: Payroll, asked: NetAsked, who: Asker, by: NetVaried) -> NetPayVaried:
    """The payslips of a period for all values of one thing; everything else as it was told."""
    vary = by_tax_class if by == "tax-class" else by_gross
    found = vary(figures, asked.amount, asked.per, who.taxpayer, beside_of(figures, asked))
    return NetPayVaried(**structs.asdict(found), status=_status(figures), from_me=who.from_me)


def _status(figures: Payroll) -> Literal["draft"] | UnsetType:
    return "draft" if figures.pending else UNSET


def net_couple(figures: Payroll, gross: Decimal, partner_gross: Decimal, per: PayPeriod, who: Asker) -> NetCouple:
    """Two pays side by side in each pair of tax classes."""
    found = couple(figures, gross, partner_gross, per, who.taxpayer)
    return NetCouple(**structs.asdict(found), status=_status(figures), from_me=who.from_me)


class Netting(Struct, frozen=True):
    """Net pay for ranges of gross pay."""

    figures: Payroll
    """The figures of payroll on the day that pay arrives."""
    who: Taxpayer
    """Whose pay it is."""
    per: PayPeriod
    """The period of the payslip."""
    once: Decimal = Decimal()
    """What comes once beside each pay."""

    def of(self, gross_year: PayRange) -> NetEstimate:
        """Net pay along a range of gross pay a year."""
        return net_estimate(self.figures, gross_year, self.per, self.who, self.once)

    def along(self, item: PayVariation) -> dict[str, NetEstimate]:
        """Net pay of each point of a varied estimate; where the Land is varied, taxes and contributions are those of each."""
        return {point.value: self._at(item, point.value).of(point.gross_year) for point in item.points}

    def _at(self, item: PayVariation, value: str) -> Netting:
        return structs.replace(self, who=structs.replace(self.who, state=value)) if item.by == "state" else self


def netting(who: Asker, per: Period | None, pay_date: str, once: Decimal | None = None) -> Netting:
    """Net pay for the estimates of a person; the payslip is a month's unless a year was asked for. Refusal for gaps."""
    refuse_gaps(who.taxed)
    return Netting(payroll_for(pay_date), who.taxpayer, "year" if per == "year" else "month", once or Decimal())


def payroll_for(pay_date: str) -> Payroll:
    """The figures of payroll on a day. Refusal where there are none, which names the first and the last known day."""
    from jobcli.files.figures import PAYROLL, open_drawer

    try:
        return payroll_on(open_drawer(PAYROLL), pay_date)
    except UnknownPayDay as error:
        message = phrase("There are no payroll figures for {day}; they are known from {first} to {last}.")
        hint = phrase("Choose a day among them: --pay-date {last}")
        return refuse("no-payroll-figures", message, hint, day=error.day, first=error.first, last=error.last)
