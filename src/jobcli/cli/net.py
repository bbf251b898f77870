"""Net pay: what arrives of gross pay, as a payslip, side by side, or the other way round: the gross pay that leaves so much net."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from msgspec import structs

from jobcli.cli.options import NoMeOption, OneOffOption, PayDateOption
from jobcli.cli.questions import NET, QUESTIONS, asks
from jobcli.cli.readers import (
    read_car_distance,
    read_car_price,
    read_car_rate,
    read_from_net,
    read_gross,
    read_net_period,
    read_net_varied,
    read_one_off_earlier,
    read_partner_gross,
)
from jobcli.cli.session import Session
from jobcli.cli.settings import read_typed, stored_answers, who_pays_tax
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jobcli.answers.answer import Answer
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import NetAsked
    from jobcli.net_pay.company_car import CompanyCar
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()

_AGE = structs.replace(
    QUESTIONS["age"],
    help=phrase("Your age: from 23 on the childless pay more for care, from 65 on less of pay is taxed."),
)
_HOURS = structs.replace(QUESTIONS["hours"], help=phrase("Hours a week, for --per hour; 40 if not told."))
_LAND = NET.index(QUESTIONS["church"]) + 1
"""Where the Land is asked: behind church tax, which needs it."""
_FULL_TIME = Decimal(40)


def _asked(flag: str, read: Callable[[str], object], words: Phrase, metavar: str = "EUROS") -> Any:
    """An option whose value a reader of readers.py reads."""
    return typer.Option(flag, metavar=metavar, parser=read, help=words)


@app.command(
    help=phrase("What arrives of gross pay: a payslip; --full adds each rate, base, ceiling and law."),
    epilog="jobcli net 4200 --tax-class 1 --children 0 --church --state BY\njobcli net 60000 --per year --by tax-class",
)
@asks(*NET[:_LAND], QUESTIONS["state"], _AGE, *NET[_LAND:], _HOURS, before="pay_date")
def net(
    context: typer.Context,
    amount: Annotated[
        Any,
        typer.Argument(metavar="[AMOUNT]", parser=read_gross, help=phrase("Gross pay in euros.")),
    ] = None,
    from_net: Annotated[
        Any,
        _asked(
            "--from-net",
            read_from_net,
            phrase("In place of AMOUNT: the net pay for which the smallest gross pay is looked for."),
        ),
    ] = None,
    per: Annotated[
        Any,
        _asked(
            "--per", read_net_period, phrase("The period of the amount; a month if not told."), read_net_period.metavar
        ),
    ] = None,
    one_off: OneOffOption = None,
    one_off_earlier: Annotated[
        Any,
        _asked(
            "--one-off-earlier",
            read_one_off_earlier,
            phrase("What came once before, earlier in the year of the pay date."),
        ),
    ] = None,
    pay_date: PayDateOption = None,
    by: Annotated[
        Any,
        _asked(
            "--by",
            read_net_varied,
            phrase("Vary one thing: the tax class, or gross pay and what is kept of more."),
            read_net_varied.metavar,
        ),
    ] = None,
    partner_gross: Annotated[
        Any,
        _asked(
            "--partner-gross",
            read_partner_gross,
            phrase("The gross pay of your spouse: both in III and V, in IV and IV, and with the factor."),
        ),
    ] = None,
    car_price: Annotated[
        Any,
        _asked("--car-price", read_car_price, phrase("A company car that you use privately too: its list price.")),
    ] = None,
    car_rate: Annotated[
        Any,
        _asked(
            "--car-rate",
            read_car_rate,
            phrase("Percent of that price a month: 1, of some hybrid cars 0.5, of some electric ones 0.25."),
            read_car_rate.metavar,
        ),
    ] = None,
    car_distance: Annotated[
        Any,
        _asked("--car-distance", read_car_distance, phrase("Kilometres to work with it, one way."), "KM"),
    ] = None,
    compare_years: Annotated[
        bool, typer.Option("--compare-years", help=phrase("The same pay in each year whose figures are known."))
    ] = False,
    law_only: Annotated[
        bool, typer.Option("--law-only", help=phrase("Figures in force alone; refused where others are needed."))
    ] = False,
    employer: Annotated[bool, typer.Option("--employer", help=phrase("Add what the employer pays on top."))] = False,
    full: Annotated[
        bool, typer.Option("--full", help=phrase("Add rates, bases, laws, and how wage tax came about."))
    ] = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print a payslip, or several side by side."""
    from jobcli.answers.asker import refuse_gaps
    from jobcli.answers.net import NetAsked, in_force, net_couple, net_pay, net_pay_varied, payroll_for

    session: Session = context.obj
    if (amount is None) == (from_net is None):
        _refuse_amount(amount)
    who = who_pays_tax(session, typed, no_me=no_me)
    refuse_gaps(who.taxed)
    if one_off_earlier and not one_off:
        message = phrase("--one-off-earlier says what came before the --one-off that is asked about.")
        refuse(
            "contradiction",
            message,
            phrase("Example: {example}"),
            exit_code=2,
            example="--one-off 3000 --one-off-earlier 1500",
        )
    hours = _hours(session, typed, no_me=no_me) if per == "hour" else None
    asked = NetAsked(
        amount=amount if from_net is None else from_net,
        per="month" if per in (None, "hour") else per,
        from_net=from_net is not None,
        hours=hours,
        once=one_off or Decimal(),
        earlier=one_off_earlier or Decimal(),
        car=_car(car_price, car_rate, car_distance),
        employer=employer,
    )
    day = pay_date or session.day
    if by is not None or partner_gross is not None or compare_years:
        _refuse_mixture(asked, (by, partner_gross, compare_years or None))
    if compare_years:
        _years(session, asked, who, day)
        return
    figures = in_force(payroll_for(day), asked, who) if law_only else payroll_for(day)
    if partner_gross is not None:
        couple = net_couple(figures, asked.amount, partner_gross, asked.per, who)

        def view_couple(desk: Desk) -> Page:
            from jobcli.pages.net_couple import couple_page

            return couple_page(desk, couple, who.taxpayer)

        _answer(session, couple, view_couple, who)
    elif by is not None:
        varied = net_pay_varied(figures, asked, who, by)

        def view_varied(desk: Desk) -> Page:
            from jobcli.pages.net import net_variation_page

            return net_variation_page(desk, varied, who.taxpayer, full=full)

        _answer(session, varied, view_varied, who)
    else:
        slip = net_pay(figures, asked, who)

        def view(desk: Desk) -> Page:
            from jobcli.pages.payslip import payslip_page

            return payslip_page(desk, slip, who.taxpayer, full=full)

        _answer(session, slip, view, who)


def _years(session: Session, asked: NetAsked, who: Asker, day: str) -> None:
    """Print one pay in each year that is known."""
    from jobcli.answers.net_years import net_years

    years = net_years(asked, who, day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.net_years import years_page

        return years_page(desk, years, who.taxpayer)

    _answer(session, years, view, who)


def _answer(session: Session, answer: Answer, view: Callable[[Desk], Page], who: Asker) -> None:
    """Print an answer, its page with what came from the settings."""

    def with_own(desk: Desk) -> Page:
        from jobcli.pages.own import with_settings

        return with_settings(desk, view(desk), who.kept, session.catalog.vocabulary)

    session.output.answer("net", answer, with_own)


def _hours(session: Session, typed: Mapping[str, Any], *, no_me: bool) -> Decimal:
    """Hours a week: as told, else as in the settings, else full time."""
    given = read_typed(session, typed, (QUESTIONS["hours"],))
    kept = {} if no_me else stored_answers(session, ["hours"])
    told = given.get("hours", kept.get("hours"))
    return _FULL_TIME if told is None else Decimal(str(told))


def _car(price: Decimal | None, rate: Decimal | None, distance: Decimal | None) -> CompanyCar | None:
    from jobcli.net_pay.company_car import PLAIN_RATE, CompanyCar

    if price is not None:
        return CompanyCar(price=price, rate=rate or PLAIN_RATE, distance=distance or Decimal())
    if rate is not None or distance is not None:
        message = phrase("--car-rate and --car-distance say more of the car that --car-price names.")
        refuse("contradiction", message, phrase("Example: {example}"), exit_code=2, example="--car-price 40000")
    return None


def _refuse_amount(amount: Decimal | None) -> NoReturn:
    """Either AMOUNT or --from-net: one of them."""
    if amount is None:
        message, hint = phrase("{word} is missing."), phrase("See: {command} --help")
        refuse("missing-argument", message, hint, exit_code=2, word="AMOUNT", command="jobcli net")
    message = phrase("AMOUNT is gross pay and --from-net is net pay: tell one of them.")
    refuse("contradiction", message, phrase("Example: {example}"), exit_code=2, example="jobcli net --from-net 2500")


def _refuse_mixture(asked: NetAsked, ways: tuple[object, ...]) -> None:
    """What is put side by side starts from gross pay, in one way at a time."""
    one = sum(way is not None for way in ways) == 1
    couple = ways[1] is not None and (asked.once or asked.car is not None)
    if not one or couple or asked.from_net or asked.employer or asked.hours is not None:
        message = phrase("--by, --partner-gross and --compare-years go with gross pay alone, and not with each other.")
        refuse("contradiction", message, phrase("Ask for one of them at a time."), exit_code=2)
