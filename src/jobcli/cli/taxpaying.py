"""Who net pay is for: the answers of the command line, and for the others those of the settings; and the figures of the day."""

from __future__ import annotations

from typing import Any

from jobcli.cli.refusal import refuse
from jobcli.cli.session import Session
from jobcli.cli.told import TAXED, stored_answers
from jobcli.domain.evidence import phrase
from jobcli.domain.net import Taxpayer
from jobcli.estimating.net_figures import Payroll, UnknownPayDay, payroll_on

_BESIDE = ("state", "age")
"""Keys that estimates ask for too."""


def taxpayer(session: Session, *, no_me: bool, **flags: Any) -> tuple[Taxpayer, dict[str, object]]:
    """The person whose pay it is, and which answers came from the settings. Refusal for contradictions."""
    given = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    stored = {} if no_me else stored_answers(session, (*TAXED, *_BESIDE))
    # Who tells one kind of insurance now does not mean the other one that was told before.
    if "health-surcharge" in given:
        stored = {key: value for key, value in stored.items() if not key.startswith("private-")}
    if "private-health" in given:
        stored.pop("private-subsidy", None)
        stored.pop("health-surcharge", None)
    kept = {key: value for key, value in stored.items() if key not in given}
    answers: dict[str, Any] = {key.replace("-", "_"): value for key, value in {**kept, **given}.items()}
    who = Taxpayer(**answers)
    _refuse_contradictions(who)
    return who, kept


def _refuse_contradictions(who: Taxpayer) -> None:
    if who.church and who.state is None:
        message = phrase("Church tax depends on the Land: 8 or 9 percent of the wage tax.")
        refuse("church-needs-land", message, phrase("Add the Land, such as --state BY, or --no-church."), exit_code=2)
    if who.private_health is not None and who.health_surcharge is not None:
        message = phrase("Health insurance is either private or with a fund and its surcharge.")
        hint = phrase("Leave out --private-health or --health-surcharge.")
        refuse("contradiction", message, hint, exit_code=2)
    if who.private_subsidy is not None and (who.private_health is None or who.private_subsidy > who.private_health):
        message = phrase("--private-subsidy is a part of the premium that --private-health names.")
        hint = phrase("Example: {example}")
        refuse("contradiction", message, hint, exit_code=2, example="--private-health 600 --private-subsidy 300")
    if who.parent is False and who.children:
        message = phrase("--no-parent does not fit --children {children}.")
        refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, children=who.children)


def payroll_for(pay_date: str) -> Payroll:
    """The figures of payroll on a day. Refusal where there are none, which names the first and the last known day."""
    from jobcli.loading.figures import PAYROLL, open_drawer

    try:
        return payroll_on(open_drawer(PAYROLL), pay_date)
    except UnknownPayDay as error:
        message = phrase("There are no payroll figures for {day}; they are known from {first} to {last}.")
        hint = phrase("Choose a day among them: --pay-date {last}")
        return refuse("no-payroll-figures", message, hint, day=error.day, first=error.first, last=error.last)
