"""The answers about money: `estimate`, with one factor varied, and `net`, with something varied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack, get_args

from jobcli.api.asker import TellsPay, payroll, who_is_paid, who_pays_tax
from jobcli.api.bounds import check_choice, check_pay, company_car, exact
from jobcli.api.catalog import Day, Roles, day_of, errors_of_python, known_on, pay_figures
from jobcli.domain.net import Amount, PayPeriod, TellsNet
from jobcli.domain.pay import Person, TellsPerson
from jobcli.domain.profile import Profile

if TYPE_CHECKING:
    from jobcli.answers.estimate import Estimates, PayByFactor
    from jobcli.answers.net import NetCouple, NetPay, NetPayVaried
    from jobcli.answers.net_years import NetYears
    from jobcli.net_pay.varied import NetVaried
    from jobcli.pay.by_factor import PayVaried
    from jobcli.pay.estimate import Estimate


def estimate_role(profile: Profile, *, day: Day = None, **told: Unpack[TellsPerson]) -> Estimate:
    """What the role would pay gross, in euros a year, with the receipt; what is not told contributes nothing.

    `state` is a Land code (BY), `industry` a WZ 2008 division (J62), `tenure` and `experience` full years, `company_size`
    a head count, `hours` the hours a week, `day` the day whose knowledge is asked for (a date or YYYY-MM-DD; today).
    ValueError for a value that is none of these; LookupError where nothing was known of the pay on that day.
    How it is computed: docs/estimates.md. From `jobcli` itself it is imported as `estimate`.
    """
    from jobcli.pay.estimate import estimate as estimate_pay

    check_pay(told, pay_figures())
    return estimate_pay(profile, Person(**told), pay_figures(), known_on(day))


def estimate(
    catalog: Roles, *names: str, net: bool = False, pay_date: Day = None, day: Day = None, **told: Unpack[TellsPay]
) -> Estimates:
    """What roles would pay, or all of them, from the highest middle pay to the lowest; see `estimate_role`.

    `age` stands for experience where that is not told. What arrives is added with `net`, and wherever something is told that
    only net pay asks. A role without an estimate on that day is left out; LookupError where none has one.
    """
    from jobcli.answers.estimate import estimates
    from jobcli.answers.pay import paid, ranked

    who, netting = who_is_paid(told, pay_date or day, net=net or pay_date is not None)
    profiles = [catalog[name] for name in names] if names else list(catalog.readable().values())
    with errors_of_python():
        found = ranked(paid(profiles, who.person, known_on(day), netting, beside=True, past=day is not None))
    return estimates(found)


def estimate_by(
    catalog: Roles,
    role: str,
    by: PayVaried,
    *,
    net: bool = False,
    pay_date: Day = None,
    day: Day = None,
    **told: Unpack[TellsPay],
) -> PayByFactor:
    """What a role would pay for each value of one thing: state, tenure, company-size, industry or hours; see `estimate`."""
    from jobcli.answers.estimate import by_factor
    from jobcli.pay.by_factor import PayVaried as Varied

    check_choice("by", by, get_args(Varied))
    who, netting = who_is_paid(told, pay_date or day, net=net or pay_date is not None)
    with errors_of_python():
        return by_factor(catalog[role], who, by, known_on(day), netting, past=day is not None)[0]


def net(
    gross: Amount,
    *,
    per: PayPeriod = "month",
    pay_date: Day = None,
    one_off: Amount = 0,
    one_off_earlier: Amount = 0,
    car_price: Amount | None = None,
    car_rate: Amount = 1,
    car_distance: Amount = 0,
    employer: bool = False,
    **told: Unpack[TellsNet],
) -> NetPay:
    """The payslip of gross pay in euros a month or a year, with each deduction, its rate, base, ceiling and law.

    `children` are those under 25, `child_allowances` the Kinderfreibeträge of the tax card, `state` a Land code (BY),
    `health_surcharge` the whole surcharge of the fund in percent, `private_health` the premium in euros a month,
    `private_subsidy` what the employer pays of it, `pay_date` the day pay arrives (a date or YYYY-MM-DD; today), `one_off` what
    comes once in that month and `one_off_earlier` what came so earlier in the year, `car_price` the list price of a company car, `car_rate` 1, 0.5 or 0.25, `car_distance` kilometres
    to work; `employer` adds what the employer pays. What is not told is assumed, and `assumptions` of the answer says what.
    ValueError for a value that is none of these, and for church tax without a Land; LookupError, with the attributes `first` and
    `last`, for a day without figures; TypeError for a float. How it is computed: docs/net-pay.md.
    """
    from jobcli.answers.net import NetAsked, net_pay

    who, amount = who_pays_tax(gross, per, told)
    car = company_car(car_price, car_rate, car_distance)
    once, earlier = exact("one_off", one_off), exact("one_off_earlier", one_off_earlier)
    asked = NetAsked(amount=amount, per=per, once=once, earlier=earlier, car=car, employer=employer)
    return net_pay(payroll(pay_date), asked, who)


def net_years(gross: Amount, *, per: PayPeriod = "month", pay_date: Day = None, **told: Unpack[TellsNet]) -> NetYears:
    """One gross pay on the same day of each year whose figures are known; see `net`."""
    from jobcli.answers.net import NetAsked
    from jobcli.answers.net_years import net_years as years

    who, amount = who_pays_tax(gross, per, told)
    return years(NetAsked(amount=amount, per=per), who, day_of("pay_date", pay_date))


def gross_for(net: Amount, *, per: PayPeriod = "month", pay_date: Day = None, **told: Unpack[TellsNet]) -> NetPay:
    """The payslip of the smallest gross pay of which so much arrives; see `net`. LookupError where no gross pay leaves it."""
    from jobcli.answers.net import NetAsked, net_pay

    who, amount = who_pays_tax(net, per, told)
    with errors_of_python():
        return net_pay(payroll(pay_date), NetAsked(amount=amount, per=per, from_net=True), who)


def net_by(
    gross: Amount,
    by: NetVaried,
    *,
    per: PayPeriod = "month",
    pay_date: Day = None,
    **told: Unpack[TellsNet],
) -> NetPayVaried:
    """The payslips of gross pay for all tax classes (`by` is `tax-class`), or along gross pay (`gross`); see `net`."""
    from jobcli.answers.net import NetAsked, net_pay_varied
    from jobcli.net_pay.varied import NetVaried as Varied

    check_choice("by", by, get_args(Varied))
    who, amount = who_pays_tax(gross, per, told)
    return net_pay_varied(payroll(pay_date), NetAsked(amount=amount, per=per), who, by)


def net_couple(
    gross: Amount,
    partner_gross: Amount,
    *,
    per: PayPeriod = "month",
    pay_date: Day = None,
    **told: Unpack[TellsNet],
) -> NetCouple:
    """Two pays of a married couple in III and V, V and III, IV and IV, and IV with the factor; see `net`."""
    from jobcli.answers.net import net_couple as couple

    who, amount = who_pays_tax(gross, per, told)
    return couple(payroll(pay_date), amount, exact("partner_gross", partner_gross), per, who)
