"""Is a path worth it? Both ranges of pay, the gain a month, and the month in which each path has paid for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.difference import same_group
from jobcli.pages.extent import euro_words
from jobcli.pages.kit.parts import (
    Desk,
    Part,
    facts,
    heading,
    paragraph,
)
from jobcli.pages.person import employer_words, gross_of, person_line

if TYPE_CHECKING:
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.paths import PathTold, RolePaths
    from jobcli.answers.worth import GainMonth, Worth, WorthCase
    from jobcli.domain.evidence import Words
    from jobcli.domain.pay import PayRange, Person
    from jobcli.domain.role import Vocabulary
    from jobcli.pages.kit.language import Language


_ASSUMPTIONS = {
    "difference": phrase("the difference in pay"),
    "cost": phrase("what the path costs you"),
    "months": phrase("how long the path takes"),
}


def worth_parts(
    desk: Desk,
    answer: RolePaths,
    person: Person,
    vocabulary: Vocabulary,
    title: Words,
    basis: GainBasis | None = None,
) -> list[Part]:
    """The two ranges, the gain a month, and a line for each path; nothing without a present role, whose `title` this is.

    `basis` is what the gain is counted with.
    """
    say, present = desk.say, answer.present
    if present is None:
        return []
    told = person_line(desk, person, vocabulary)
    rows = [
        (say("New role"), _range(desk, present.new_gross_year)),
        (say("Present role"), _range(desk, present.present_gross_year)),
    ]
    if present.own_pay_year is not None:
        own = say("{euros} a year, as you told; the gain starts from it", euros=say.euros(present.own_pay_year))
        rows.append((say("Your pay"), own))
    net, more = present.gain_month_net, present.gain_month
    if more is None:
        rows.append((say("Gain"), same_group(say, present.group)))
    else:
        rows.append((say("Gain") if net is None else say("Gain, gross"), _gain(desk, more)))
        rows += [(say("Gain, net"), _gain(desk, net))] if net is not None else []
        rows += [(item.id or "", _line(desk, item)) for item in answer.paths if item.purpose == "leads"]
    parts: list[Part] = [
        heading(say("Is it worth it?"), say("from {role}", role=title)),
        *([paragraph(told)] if told else []),
        paragraph(gross_of(say, present.as_of, person), style="muted"),
        facts(rows),
    ]
    parts += [paragraph(line, style="muted") for line in employer_words(say, present.employer)]
    if more is None:
        return parts
    if (net or more).worst < 0:
        text = say("The difference may also lie below zero: then it never pays off.")
        parts.append(paragraph(text, style="problem"))
    left_out = say(
        "What you earn less as an apprentice is counted; other pay that you forgo, raises and a bonus of the Land are not."
    )
    # What ends with a command to copy comes last, without a full stop.
    return [*parts, paragraph(f"{left_out} {_counted(desk, basis)}", style="muted")]


def _line(desk: Desk, item: PathTold) -> str:
    """What is said of one path; of an apprenticeship also what one earns less meanwhile."""
    text = _answer(desk, item.worth)
    if item.forgone is None or item.worth is None:
        return text
    lost = desk.say("you earn {euros} less meanwhile", euros=euro_words(desk.say, item.forgone))
    return f"{text.removesuffix('.')}; {lost}."


def _gain(desk: Desk, more: GainMonth) -> str:
    say = desk.say
    return say(
        "{middle} a month in the middle; {worst} to {best}",
        middle=say.euros(more.middle),
        worst=say.euros(more.worst),
        best=say.euros(more.best),
    )


def _counted(desk: Desk, basis: GainBasis | None) -> str:
    """Whether the months are counted with net or with gross pay, and what would make it net."""
    say = desk.say
    if basis is not None and basis.net:
        return say("Counted with net pay, figures of {day}.", day=say.moment(basis.pay_date))
    gross = say("Counted with gross pay, before taxes.")
    return f"{gross} {why_not_net(say, basis)}"


def why_not_net(say: Language, basis: GainBasis | None) -> str:
    """What net pay lacks: figures of that day, or what would make the person known well enough."""
    missing = None if basis is None else basis.missing
    if basis is not None and missing == "figures":
        return say("For {day} no payroll figures are law yet.", day=say.moment(basis.pay_date))
    if missing == "land":
        return say("For net pay with church tax, tell the Land once: {command}", command="jobcli me set state BY")
    return say("For net pay, tell once: {command}", command="jobcli me set tax-class 1 children 0 church no")


def _range(desk: Desk, pay: PayRange) -> str:
    say = desk.say
    return say(
        "{middle} a year; half lie between {low} and {high}",
        middle=say.euros(pay.p50),
        low=say.euros(pay.p25),
        high=say.euros(pay.p75),
    )


def paid_line(desk: Desk, item: Worth) -> str:
    """The month in which a path has paid for itself, in the middle, at best and at worst."""
    say = desk.say
    if item.best.paid_after is None:
        return say("never paid back")
    early, middle, late = (_month(desk, case) for case in (item.best, item.middle, item.worst))
    return say("paid back {middle}; at best {early}, at worst {late}", middle=middle, early=early, late=late)


def _answer(desk: Desk, item: Worth | None) -> str:
    """The month in which a path has paid for itself, as a range, and what moves it most."""
    say = desk.say
    if item is None:
        return say("cost not known, so nobody can say")
    if item.best.paid_after is None:
        return say("does not pay off: the gain is never above zero")
    early, middle, late = (_month(desk, case) for case in (item.best, item.middle, item.worst))
    template = (
        phrase("paid for itself {middle}; at best {early}, at worst {late}")
        if item.middle.paid_month is not None or item.middle.paid_after is None
        else phrase(
            "paid for itself {middle} after the path, whose length is not known; at best {early}, at worst {late}"
        )
    )
    text = say(template, middle=middle, early=early, late=late)
    if item.at_least:
        text += "; " + say("a price is missing, so later than that")
    if item.moved_most_by:
        text += "; " + say("moved most by {assumption}", assumption=_ASSUMPTIONS[item.moved_most_by])
    return text + "."


def _month(desk: Desk, case: WorthCase) -> str:
    say = desk.say
    if case.paid_after is None:
        return say("never")
    if case.paid_month is not None:
        return say("in month {month}", month=say.number(case.paid_month))
    return say.plural("{count} month", "{count} months", case.paid_after)
