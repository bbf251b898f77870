"""`jobcli estimate`: what roles would pay this person."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jobcli.cli.day_readers import known_by, read_moment
from jobcli.cli.options import NoMeOption, PayDateOption, RolesArgument
from jobcli.cli.paying import Estimates, answer_varied
from jobcli.cli.questions import NET, PAY, asks
from jobcli.cli.readers import read_period, read_varied
from jobcli.cli.session import Session, role_ids
from jobcli.cli.settings import who_asks, who_pays_tax
from jobcli.domain.evidence import phrase

app = typer.Typer()


ByOption = Annotated[
    Any,
    typer.Option(
        "--by",
        metavar="FACTOR",
        parser=read_varied,
        help=phrase("Vary one thing: state, tenure, company-size, industry or hours."),
        show_default=False,
    ),
]
PerOption = Annotated[
    Any,
    typer.Option(
        "--per",
        metavar=read_period.metavar,
        parser=read_period,
        help=phrase("Show amounts a year, a month or an hour; the receipt stays a year's."),
        show_default=False,
    ),
]
NetOption = Annotated[
    bool,
    typer.Option("--net", help=phrase("Add what arrives after taxes and contributions; the options below imply it.")),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=read_moment,
        help=phrase("Answer with the figures known then: 2024-06, 2024 or a day."),
        show_default=False,
    ),
]
ExplainOption = Annotated[
    bool | None,
    typer.Option(
        "--explain/--no-explain",
        help=phrase("Show how each amount came about; on for one role."),
        show_default=False,
    ),
]
# A role's pay is not that of a Minijob, so no estimate asks whether one is exempt.
_NET = tuple(question for question in NET if question.key != "pension-exempt")


@app.command(
    help=phrase(
        "What a role would pay you, as a range with a receipt; without a role, all roles by what they would pay you."
    ),
    epilog="jobcli estimate --state BY --tenure 5\njobcli estimate cto --state Bayern --company-size 250",
)
@asks(*_NET, before="pay_date")
@asks(*PAY, before="by")
def estimate(
    context: typer.Context,
    roles: RolesArgument = None,
    by: ByOption = None,
    per: PerOption = None,
    net: NetOption = False,
    pay_date: PayDateOption = None,
    as_of: AsOfOption = None,
    explain: ExplainOption = None,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print what roles would pay this person."""
    call: Session = context.obj
    session = call.known_on(None if as_of is None else known_by(as_of, call.world.today))
    who = who_asks(session, typed, PAY, no_me=no_me)
    profiles = session.profiles(role_ids(roles))
    netting = None
    if net or pay_date is not None or any(typed[question.name] is not None for question in _NET):
        from jobcli.answers.netting import netting as prepare

        who = who_pays_tax(session, typed, no_me=no_me, who=who)
        netting = prepare(who, per, pay_date or session.day)
    if by is not None:
        answer_varied(session, profiles, who, by, per or "year", netting)
        return
    estimates = Estimates(session, profiles, who, netting)
    if explain or (len(profiles) == 1 and roles):
        estimates.answer_pages(per or "year", explain=explain is not False)
    else:
        estimates.answer_ranking("estimate", per or "year")
