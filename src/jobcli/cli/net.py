"""Net pay: what arrives of gross pay, as a payslip, for all tax classes, or along gross pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobcli.cli.net_options import (
    ChildAllowancesOption,
    ChildrenOption,
    ChurchOption,
    ExemptOption,
    NetAgeOption,
    ParentOption,
    PayDateOption,
    PrivateOption,
    SubsidyOption,
    SurchargeOption,
    TaxClassOption,
    reader,
)
from jobcli.cli.options import NoMeOption, StateOption
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()


@app.command(
    help=phrase("What arrives of gross pay: a payslip with each deduction, its rate, base, ceiling and law."),
    epilog="jobcli net 4200 --tax-class 1 --children 0 --church --state BY\njobcli net 60000 --per year --by tax-class",
)
def net(
    context: typer.Context,
    amount: Annotated[
        Any,
        typer.Argument(
            metavar="AMOUNT", parser=reader("gross"), help=phrase("Gross pay in euros."), show_default=False
        ),
    ],
    per: Annotated[
        Any,
        typer.Option(
            "--per",
            metavar="month|year",
            parser=reader("net_period"),
            help=phrase("The period of the amount; a month if not told."),
            show_default=False,
        ),
    ] = None,
    tax_class: TaxClassOption = None,
    children: ChildrenOption = None,
    parent: ParentOption = None,
    child_allowances: ChildAllowancesOption = None,
    church: ChurchOption = None,
    state: StateOption = None,
    age: NetAgeOption = None,
    health_surcharge: SurchargeOption = None,
    private_health: PrivateOption = None,
    private_subsidy: SubsidyOption = None,
    pension_exempt: ExemptOption = None,
    pay_date: PayDateOption = None,
    by: Annotated[
        Any,
        typer.Option(
            "--by",
            metavar="tax-class|gross",
            parser=reader("net_varied"),
            help=phrase("Vary one thing: the tax class, or gross pay and what is kept of more."),
            show_default=False,
        ),
    ] = None,
    no_me: NoMeOption = False,
) -> None:
    """Print a payslip, or one with something varied."""
    from jobcli.cli.taxpaying import payroll_for, taxpayer
    from jobcli.cli.told import Told
    from jobcli.domain.pay import Person
    from jobcli.pages import net_data

    session: Session = context.obj
    who, kept = taxpayer(
        session,
        no_me=no_me,
        tax_class=tax_class,
        children=children,
        parent=parent,
        child_allowances=child_allowances,
        church=church,
        state=state,
        age=age,
        health_surcharge=health_surcharge,
        private_health=private_health,
        private_subsidy=private_subsidy,
        pension_exempt=pension_exempt,
    )
    state_kept = kept.get("state")
    told = Told(
        from_me=tuple(kept),
        settings=Person(state=state_kept if isinstance(state_kept, str) else None),
        taxed={key: value for key, value in kept.items() if key != "state"},
    )
    figures = payroll_for(pay_date or session.day)
    if by is not None:
        from jobcli.net_pay.side_by_side import by_gross, by_tax_class

        vary = by_tax_class if by == "tax-class" else by_gross
        item = vary(figures, amount, per or "month", who)

        def view_varied(desk: Desk) -> Page:
            from jobcli.pages.net_varied import net_variation_page

            return told.page(session, desk, net_variation_page(desk, item, who))

        session.output.answer(
            "net",
            lambda: told.data(net_data.net_variation_data(item)),
            view_varied,
            table=lambda: net_data.net_variation_table(item),
        )
        return
    from jobcli.net_pay.payslip import payslip

    slip = payslip(figures, amount, per or "month", who)

    def view(desk: Desk) -> Page:
        from jobcli.pages.net import payslip_page

        return told.page(session, desk, payslip_page(desk, slip, who))

    session.output.answer(
        "net",
        lambda: told.data(net_data.payslip_data(slip)),
        view,
        table=lambda: net_data.payslip_table(slip),
    )
