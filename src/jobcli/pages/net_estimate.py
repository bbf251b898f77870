"""Net pay inside an estimate: what arrives a month at each point of the range, and what was assumed for it."""

from __future__ import annotations

from msgspec import structs

from jobcli.domain.net import Taxpayer
from jobcli.net_pay.payslip import NetEstimate
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, Part, bullets, facts, heading, page, paragraph
from jobcli.pages.net_words import ITEMS, assumed, told_line


def net_parts(desk: Desk, item: NetEstimate, who: Taxpayer, *, explain: bool) -> list[Part]:
    """The block of net pay of one role; `explain` adds the assumptions, which several roles share."""
    say, month = desk.say, item.month
    told = _told(say, who)
    ranges = [
        (say("In the middle"), say.euros(month.p50, 2)),
        (say("The middle half"), say("{low} to {high}", low=say.euros(month.p25), high=say.euros(month.p75))),
        (say("Four in five"), say("{low} to {high}", low=say.euros(month.p10), high=say.euros(month.p90))),
    ]
    taken = [
        f"{say(ITEMS[name])} {say.euros(amount, 2)}"
        for name in dict.fromkeys(line.item for line in item.slip.deductions)
        if (amount := item.slip.amount(name))
    ]
    period = say("a month") if item.slip.per == "month" else say("a year")
    return [
        heading(say("Net pay"), say("a month, paid on {day}", day=say.moment(item.slip.pay_date))),
        *([paragraph(told)] if told else []),
        facts(ranges),
        paragraph(
            say("Taken off in the middle, {period}: {deductions}.", period=period, deductions=say.listing(taken)),
            style="muted",
        ),
        *([bullets([assumed(say, one) for one in item.slip.assumptions])] if explain else []),
    ]


def with_assumptions(desk: Desk, group: Page, item: NetEstimate, who: Taxpayer) -> Page:
    """A page of many roles, with what their net pay takes for granted below."""
    say = desk.say
    told = _told(say, who)
    return page(
        *group,
        heading(say("Net pay"), say("a month, paid on {day}", day=say.moment(item.slip.pay_date))),
        *([paragraph(told)] if told else []),
        bullets([assumed(say, one) for one in item.slip.assumptions]),
    )


def _told(say: Language, who: Taxpayer) -> str:
    """What the person told for their net pay; the page of an estimate has said Land and age already."""
    return told_line(say, structs.replace(who, state=None, age=None))
