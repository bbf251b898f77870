"""A payslip varied: the six tax classes beside each other, or net pay along gross pay with what is kept of more."""

from __future__ import annotations

from decimal import Decimal

from jobcli.domain.evidence import phrase
from jobcli.domain.net import Taxpayer
from jobcli.net_pay.payslip import NetPoint, NetVariation
from jobcli.pages.kit.bars import Scale, bar
from jobcli.pages.kit.parts import Blank, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.signs import told
from jobcli.pages.kit.table import headed
from jobcli.pages.kit.text import Text
from jobcli.pages.net import assumption_parts, rule_parts
from jobcli.pages.net_words import ROMAN, told_line

_TITLES = {
    ("tax-class", "month"): phrase("Net pay of {gross} a month by tax class"),
    ("tax-class", "year"): phrase("Net pay of {gross} a year by tax class"),
    ("gross", "month"): phrase("Net pay a month along gross pay"),
    ("gross", "year"): phrase("Net pay a year along gross pay"),
}


def net_variation_page(desk: Desk, item: NetVariation, who: Taxpayer) -> Page:
    """One line a value, the person's own marked."""
    say, own = desk.say, next(point for point in item.points if point.chosen)
    told = told_line(say, who)
    return page(
        headline(say(_TITLES[item.by, item.per], gross=say.euros(own.gross, 2))),
        *([paragraph(told)] if told else []),
        paragraph(say("paid on {day}", day=say.moment(item.pay_date)), style="muted"),
        Blank(),
        _classes(desk, item) if item.by == "tax-class" else _curve(desk, item),
        paragraph(_legend(desk, item.more) if item.more else _pairs(desk, who), style="muted"),
        *rule_parts(desk, item.receipt),
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
