"""What arrives of gross pay beside the payslip: one thing varied, and net pay inside an estimate."""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, structs

from jobcli.domain.evidence import phrase
from jobcli.domain.net import Payslip, Taxpayer
from jobcli.net_pay.payslip import NetEstimate
from jobcli.net_pay.varied import NetPoint, NetVariation
from jobcli.pages.assumed import ROMAN, assumed
from jobcli.pages.kit.bars import Scale, bar
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, indented, page, paragraph
from jobcli.pages.kit.signs import told
from jobcli.pages.kit.table import headed
from jobcli.pages.kit.text import Text
from jobcli.pages.payslip import ITEMS, assumption_parts, rule_parts
from jobcli.pages.taxpayer import told_line


def net_parts(desk: Desk, item: NetEstimate, who: Taxpayer, *, explain: bool) -> list[Part]:
    """The block of net pay of one role; `explain` adds the assumptions, which several roles share."""
    say, month = desk.say, item.month
    told = told_of_tax(say, who)
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
        *([paragraph(year_words(say, item.year))] if item.year is not None else []),
        *([bullets([assumed(say, one) for one in item.slip.assumptions])] if explain else []),
    ]


def year_words(say: Language, year: Payslip) -> str:
    """The year of the middle with what comes once."""
    once = year.one_off
    amount, arrives = (Decimal(), Decimal()) if once is UNSET else (once.amount, once.net)
    return say(
        "A year with {amount} once: {net} net, {arrives} of it from what comes once.",
        amount=say.euros(amount, 2),
        net=say.euros(year.net, 2),
        arrives=say.euros(arrives, 2),
    )


def with_assumptions(desk: Desk, group: Page, item: NetEstimate, who: Taxpayer) -> Page:
    """A page of many roles, with what their net pay takes for granted below."""
    say = desk.say
    told = told_of_tax(say, who)
    return page(
        *group,
        heading(say("Net pay"), say("a month, paid on {day}", day=say.moment(item.slip.pay_date))),
        *([paragraph(told)] if told else []),
        bullets([assumed(say, one) for one in item.slip.assumptions]),
    )


def told_of_tax(say: Language, who: Taxpayer) -> str:
    """What the person told for their net pay; the page of an estimate has said Land and age already."""
    return told_line(say, structs.replace(who, state=None, age=None))


_TITLES = {
    ("tax-class", "month"): phrase("Net pay of {gross} a month by tax class"),
    ("tax-class", "year"): phrase("Net pay of {gross} a year by tax class"),
    ("gross", "month"): phrase("Net pay a month along gross pay"),
    ("gross", "year"): phrase("Net pay a year along gross pay"),
}


def net_variation_page(desk: Desk, item: NetVariation, who: Taxpayer, *, full: bool) -> Page:
    """One line a value, the person's own marked; the laws with `full`."""
    say, own = desk.say, next(point for point in item.points if point.chosen)
    told = told_line(say, who)
    return page(
        headline(say(_TITLES[item.by, item.per], gross=say.euros(own.gross, 2))),
        *([paragraph(told)] if told else []),
        paragraph(say("paid on {day}", day=say.moment(item.pay_date)), style="muted"),
        Blank(),
        _classes(desk, item) if item.by == "tax-class" else _curve(desk, item),
        paragraph(_legend(desk, item.more) if item.more else _pairs(desk, who), style="muted"),
        *(rule_parts(desk, item.receipt) if full else []),
        *assumption_parts(desk, item.assumptions),
    )


def _legend(desk: Desk, more: Decimal) -> str:
    return desk.say("Kept: what arrives of {more} more a month.", more=desk.say.euros(more))


def _pairs(desk: Desk, who: Taxpayer) -> str:
    text = desk.say(
        "Which class you have follows from your family and your other jobs. III goes with V of the spouse; the tax return evens both out."
    )
    # Class II is for single parents: the payslip of the others may have no child.
    return text if who.children is not None else text + " " + desk.say("II is computed with one child.")


def _classes(desk: Desk, item: NetVariation) -> Page:
    say = desk.say
    grid = headed(say("class"), say("taxes"), say("insurance"), say("net"))
    grid.columns[0].align, grid.columns[0].whole = "right", True
    for point in item.points:
        sums = point.deductions
        taxes = sums.wage_tax + sums.solidarity_surcharge + sums.church_tax
        insurance = point.gross - point.net - taxes
        label = _label(desk, point, ROMAN[int(point.value)])
        amounts = (say.euros(taxes, 2), say.euros(insurance, 2), Text(say.euros(point.net, 2), style="money"))
        grid.add_row(label, *amounts)
    return page(indented(grid), Blank())


def _curve(desk: Desk, item: NetVariation) -> Page:
    say = desk.say
    numbers = 12 + 12 + 8
    room = max(0, min(40, desk.width - numbers - 14))
    scale = Scale(0, max(float(point.net) for point in item.points), max(1, room))
    grid = headed(say("gross"), say("net"), say("kept"), "")
    grid.columns[0].align, grid.columns[0].whole = "right", True
    grid.columns[3].align = "left"
    for point in item.points:
        cents = 0 if point.gross == int(point.gross) else 2
        label = _label(desk, point, say.euros(point.gross, cents))
        kept = say.percent(float(point.kept or 0))
        line = bar(desk, scale, 0, float(point.net), None) if room > 8 else Text("")
        grid.add_row(label, Text(say.euros(point.net), style="money"), kept, line)
    return page(indented(grid), Blank())


def _label(desk: Desk, point: NetPoint, text: str) -> Text:
    return told(desk, text, "strong") if point.chosen else Text(text)
