"""Who net pay is for: the answers of the command line, and for the others those of the settings; and the figures of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct, structs

from jobcli.cli.refusal import refuse
from jobcli.cli.session import Session
from jobcli.cli.settings import TAXED, stored_answers
from jobcli.cli.told import Told
from jobcli.domain.evidence import phrase
from jobcli.domain.net import PayPeriod, Taxpayer
from jobcli.domain.pay import PayRange, Period
from jobcli.net_pay.payroll import Payroll, UnknownPayDay, payroll_on
from jobcli.net_pay.payslip import NetEstimate, net_estimate

if TYPE_CHECKING:
    from jobcli.pay.by_factor import PayVariation

_BESIDE = ("state", "age")
"""Keys that estimates ask for too."""


def taxpayer(session: Session, *, no_me: bool, **flags: Any) -> tuple[Taxpayer, dict[str, object]]:
    """The person whose pay it is, and which answers came from the settings. Refusal for contradictions."""
    who, kept = as_told(session, no_me=no_me, **flags)
    if who.private_health is None and who.private_subsidy is not None:
        _refuse_subsidy()
    if who.church and who.state is None:
        message = phrase("Church tax depends on the Land: 8 or 9 percent of the wage tax.")
        refuse("church-needs-land", message, phrase("Add the Land, such as --state BY, or --no-church."), exit_code=2)
    return who, kept


def as_told(session: Session, *, no_me: bool, **flags: Any) -> tuple[Taxpayer, dict[str, object]]:
    """The same, where net pay is not certain to be wanted: what is missing for it is no reason to refuse."""
    given = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    stored = {} if no_me else stored_answers(session, (*TAXED, *_BESIDE))
    # Who tells one kind of insurance now does not mean the other one that was told before.
    if "health-surcharge" in given:
        stored = {key: value for key, value in stored.items() if not key.startswith("private-")}
    if "private-health" in given:
        stored.pop("private-subsidy", None)
        stored.pop("health-surcharge", None)
    if "private-health" not in {**stored, **given}:
        stored.pop("private-subsidy", None)
    kept = {key: value for key, value in stored.items() if key not in given}
    answers: dict[str, Any] = {key.replace("-", "_"): value for key, value in {**kept, **given}.items()}
    who = Taxpayer(**answers)
    refuse_contradictions(who)
    return who, kept


def _refuse_subsidy() -> NoReturn:
    message = phrase("--private-subsidy is a part of the premium that --private-health names.")
    hint = phrase("Example: {example}")
    refuse("contradiction", message, hint, exit_code=2, example="--private-health 600 --private-subsidy 300")


def refuse_contradictions(who: Taxpayer, *, forget: str | None = None) -> None:
    """Refuse answers of which no two can be true together; `forget` is a setting that stands in the way of a new one."""
    if who.private_health is not None and who.health_surcharge is not None:
        message = phrase("Health insurance is either private or with a fund and its surcharge.")
        hint = phrase("Leave out --private-health or --health-surcharge.")
        if forget is not None:
            hint = phrase("Forget what was told before: {command}")
        refuse("contradiction", message, hint, exit_code=2, command=f"jobcli me unset {forget}")
    if who.private_health is not None and (who.private_subsidy or 0) > who.private_health:
        _refuse_subsidy()
    if who.parent is False and who.children:
        message = phrase("--no-parent does not fit --children {children}.")
        refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, children=who.children)


class Netting(Struct, frozen=True):
    """What turns the estimates of a call into net pay: the figures of the pay day, the person, the period of the payslip."""

    figures: Payroll
    who: Taxpayer
    per: PayPeriod

    def of(self, gross_year: PayRange) -> NetEstimate:
        """Net pay along a range of gross pay a year."""
        return net_estimate(self.figures, gross_year, self.per, self.who)

    def along(self, item: PayVariation) -> dict[str, NetEstimate]:
        """Net pay of each point of a varied estimate; where the Land is varied, taxes and contributions are those of each."""
        return {point.value: self._at(item, point.value).of(point.gross_year) for point in item.points}

    def _at(self, item: PayVariation, value: str) -> Netting:
        return structs.replace(self, who=structs.replace(self.who, state=value)) if item.by == "state" else self


def netting(
    session: Session, told: Told, *, no_me: bool, per: Period | None, pay_date: str | None, **flags: Any
) -> tuple[Netting, Told]:
    """Net pay for the estimates of a person, and the person with what net pay took from the settings.

    The payslip of an estimate is a month's unless a year was asked for.
    """
    who, kept = taxpayer(session, no_me=no_me, **flags)
    from_me = (*told.from_me, *(key for key in kept if key not in told.from_me))
    taxed = {key: value for key, value in kept.items() if key not in _BESIDE}
    figures = payroll_for(pay_date or session.day)
    return Netting(figures, who, "year" if per == "year" else "month"), structs.replace(
        told, from_me=from_me, taxed=taxed
    )


def payroll_for(pay_date: str) -> Payroll:
    """The figures of payroll on a day. Refusal where there are none, which names the first and the last known day."""
    from jobcli.files.figures import PAYROLL, open_drawer

    try:
        return payroll_on(open_drawer(PAYROLL), pay_date)
    except UnknownPayDay as error:
        message = phrase("There are no payroll figures for {day}; they are known from {first} to {last}.")
        hint = phrase("Choose a day among them: --pay-date {last}")
        return refuse("no-payroll-figures", message, hint, day=error.day, first=error.first, last=error.last)
