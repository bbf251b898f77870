"""Is it worth it? The gain in pay between two roles, and the month in which each path has paid for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.parts import Desk, Part, facts, heading, paragraph
from jobcli.pages.person import gross_of, person_line
from jobcli.training.payback import gains

if TYPE_CHECKING:
    from jobcli.domain.pay import Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.pay.estimate import Estimate
    from jobcli.training.payback import Gains, Payback, PaybackCase, PayPair, PaysByRole
    from jobcli.training.weighing import WeighedPath


_ASSUMPTIONS = {
    "new-pay": phrase("the pay in the new role"),
    "present-pay": phrase("the pay in the present role"),
    "cost": phrase("what the path costs you"),
    "months": phrase("how long the path takes"),
}


def worth_parts(
    desk: Desk,
    weighed: Sequence[WeighedPath],
    person: Person,
    vocabulary: Vocabulary,
    before: tuple[Profile, Estimate, Estimate],
    counted: PayPair | None = None,
) -> list[Part]:
    """The two ranges, the gain a month, and a line for each path; `counted` is what the gain is counted with."""
    say = desk.say
    profile, new, present = before
    more = gains(new.gross_year, present.gross_year)
    net = gains(counted.new, counted.present) if counted is not None and counted.net else None
    told = person_line(desk, person, vocabulary)
    rows = [
        (say("New role"), _range(desk, new)),
        (say("Present role"), _range(desk, present)),
    ]
    rows.append((say("Gain") if net is None else say("Gain, gross"), _gain(desk, more)))
    if net is not None:
        rows.append((say("Gain, net"), _gain(desk, net)))
    rows += [(item.path.id or "", _answer(desk, item.worth)) for item in weighed]
    parts: list[Part] = [
        heading(say("Is it worth it?"), say("from {role}", role=profile.role.title)),
        *([paragraph(told)] if told else []),
        paragraph(gross_of(say, new.as_of, person), style="muted"),
        facts(rows),
    ]
    if more.overlap:
        text = say("The middle halves of the two ranges overlap: it may never pay off.")
        parts.append(paragraph(text, style="problem"))
    left_out = say("Pay that you forgo while learning, raises and a bonus of the Land are not counted.")
    # What ends with a command to copy comes last, without a full stop.
    return [*parts, paragraph(f"{left_out} {_counted(desk, counted)}", style="muted")]


def _gain(desk: Desk, more: Gains) -> str:
    say = desk.say
    return say(
        "{middle} a month in the middle; {worst} to {best}",
        middle=say.euros(more.middle),
        worst=say.euros(more.worst),
        best=say.euros(more.best),
    )


def _counted(desk: Desk, counted: PayPair | None) -> str:
    """Whether the months are counted with net or with gross pay, and what would make it net."""
    say = desk.say
    if counted is not None and counted.net:
        return say(
            "Counted with net pay from quartile to quartile, figures of {day}.", day=say.moment(counted.pay_date)
        )
    gross = say("Counted with gross pay, before taxes, from quartile to quartile.")
    return f"{gross} {why_not_net(say, counted)}"


def why_not_net(say: Language, counted: PaysByRole | PayPair | None) -> str:
    """What net pay lacks: figures of that day, or what would make the person known well enough."""
    missing = None if counted is None else counted.missing
    if counted is not None and missing == "figures":
        return say("For {day} there are no payroll figures.", day=say.moment(counted.pay_date))
    if missing == "land":
        return say("For net pay with church tax, tell the Land once: {command}", command="jobcli me set state BY")
    return say("For net pay, tell once: {command}", command="jobcli me set tax-class 1 children 0 church no")


def _range(desk: Desk, item: Estimate) -> str:
    say, pay = desk.say, item.gross_year
    return say(
        "{middle} a year; half lie between {low} and {high}",
        middle=say.euros(pay.p50),
        low=say.euros(pay.p25),
        high=say.euros(pay.p75),
    )


def _answer(desk: Desk, item: Payback | None) -> str:
    """The month in which a path has paid for itself, as a range, and what moves it most."""
    say = desk.say
    if item is None:
        return say("cost not known, so nobody can say")
    if item.best.after is None:
        return say("does not pay off: the gain is never above zero")
    early, middle, late = (_month(desk, case) for case in (item.best, item.middle, item.worst))
    template = (
        phrase("paid for itself {middle}; at best {early}, at worst {late}")
        if item.middle.month is not None or item.middle.after is None
        else phrase(
            "paid for itself {middle} after the path, whose length is not known; at best {early}, at worst {late}"
        )
    )
    text = say(template, middle=middle, early=early, late=late)
    if item.at_least:
        text += "; " + say("a price is missing, so later than that")
    if item.swings:
        text += "; " + say("moved most by {assumption}", assumption=_ASSUMPTIONS[item.swings[0].assumption])
    return text + "."


def _month(desk: Desk, case: PaybackCase) -> str:
    say = desk.say
    if case.after is None:
        return say("never")
    if case.month is not None:
        return say("in month {month}", month=say.number(case.month))
    return say.plural("{count} month", "{count} months", case.after)
