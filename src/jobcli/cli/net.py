"""Net pay: what arrives of gross pay, as a payslip, for all tax classes, or along gross pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import structs

from jobcli.cli.options import NoMeOption, PayDateOption
from jobcli.cli.questions import NET, QUESTIONS, asks
from jobcli.cli.readers import read_gross, read_net_period, read_net_varied
from jobcli.cli.session import Session
from jobcli.cli.settings import who_pays_tax
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()

_AGE = structs.replace(
    QUESTIONS["age"],
    help=phrase("Your age: from 23 on the childless pay more for care, from 65 on less of pay is taxed."),
)
_LAND = NET.index(QUESTIONS["church"]) + 1
"""Where the Land is asked: behind church tax, which needs it."""


@app.command(
    help=phrase("What arrives of gross pay: a payslip with each deduction, its rate, base, ceiling and law."),
    epilog="jobcli net 4200 --tax-class 1 --children 0 --church --state BY\njobcli net 60000 --per year --by tax-class",
)
@asks(*NET[:_LAND], QUESTIONS["state"], _AGE, *NET[_LAND:], before="pay_date")
def net(
    context: typer.Context,
    amount: Annotated[
        Any,
        typer.Argument(metavar="AMOUNT", parser=read_gross, help=phrase("Gross pay in euros.")),
    ],
    per: Annotated[
        Any,
        typer.Option(
            "--per",
            metavar=read_net_period.metavar,
            parser=read_net_period,
            help=phrase("The period of the amount; a month if not told."),
        ),
    ] = None,
    pay_date: PayDateOption = None,
    by: Annotated[
        Any,
        typer.Option(
            "--by",
            metavar=read_net_varied.metavar,
            parser=read_net_varied,
            help=phrase("Vary one thing: the tax class, or gross pay and what is kept of more."),
        ),
    ] = None,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print a payslip, or one with something varied."""
    from jobcli.answers.asker import refuse_gaps
    from jobcli.answers.net import net_pay, net_pay_varied, payroll_for

    session: Session = context.obj
    who = who_pays_tax(session, typed, no_me=no_me)
    refuse_gaps(who.taxed)
    figures = payroll_for(pay_date or session.day)
    if by is not None:
        varied = net_pay_varied(figures, amount, per or "month", who, by)

        def view_varied(desk: Desk) -> Page:
            from jobcli.pages.net import net_variation_page
            from jobcli.pages.own import with_settings

            varied_page = net_variation_page(desk, varied, who.taxpayer)
            return with_settings(desk, varied_page, who.kept, session.catalog.vocabulary)

        session.output.answer("net", varied, view_varied)
        return
    slip = net_pay(figures, amount, per or "month", who)

    def view(desk: Desk) -> Page:
        from jobcli.pages.net import payslip_page
        from jobcli.pages.own import with_settings

        return with_settings(desk, payslip_page(desk, slip, who.taxpayer), who.kept, session.catalog.vocabulary)

    session.output.answer("net", slip, view)
