"""One gross pay in each year whose figures are known: what comes off and what arrives, year beside year."""

from __future__ import annotations

from jobcli.answers.net_years import NetYears
from jobcli.domain.evidence import phrase
from jobcli.domain.net import DeductionSums, Taxpayer
from jobcli.pages.kit.parts import Blank, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.table import headed
from jobcli.pages.kit.text import Text
from jobcli.pages.payslip import ITEMS, short_parts
from jobcli.pages.taxpayer import told_line

_TITLES = {
    "month": phrase("Net pay of {gross} a month by year"),
    "year": phrase("Net pay of {gross} a year by year"),
}


def years_page(desk: Desk, item: NetYears, who: Taxpayer) -> Page:
    """A column for each year; a forecast is marked in its head and below."""
    say, points = desk.say, item.points
    told = told_line(say, who)
    heads = (say("{year}, forecast", year=one.year) if one.status == "draft" else str(one.year) for one in points)
    grid = headed("", *heads, gap=2)
    grid.add_row(Text(say("Gross"), style="strong"), *(Text(say.euros(one.gross, 2), style="strong") for one in points))
    for name in DeductionSums.__struct_fields__:
        amounts = [getattr(one.deductions, name) for one in points]
        if any(amounts):
            grid.add_row(say(ITEMS[name]), *(say.euros(-amount if amount else amount, 2) for amount in amounts))
    grid.add_row(Text(say("Net"), style="money"), *(Text(say.euros(one.net, 2), style="money") for one in points))
    changes = ("" if one.more is None else ("+" if one.more >= 0 else "") + say.euros(one.more, 2) for one in points)
    grid.add_row(say("more than the year before"), *changes)
    return page(
        headline(say(_TITLES[item.per], gross=say.euros(points[0].gross, 2))),
        *([paragraph(told)] if told else []),
        Blank(),
        indented(grid),
        *short_parts(desk, item.assumptions, more=False),
    )
