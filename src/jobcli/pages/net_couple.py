"""Two pays of a married couple side by side: what arrives in each pair of tax classes, and what the tax return evens out."""

from __future__ import annotations

from msgspec import UNSET

from jobcli.answers.net import NetCouple
from jobcli.domain.evidence import phrase
from jobcli.domain.net import Taxpayer
from jobcli.pages.kit.parts import Blank, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.table import headed
from jobcli.pages.kit.text import Text
from jobcli.pages.taxpayer import told_line

_PAIRS = {
    "3/5": phrase("III and V"),
    "5/3": phrase("V and III"),
    "4/4": phrase("IV and IV"),
    "4/4-factor": phrase("IV with factor"),
}
_TITLES = {
    "month": phrase("Net pay of two: {gross} and {partner} a month"),
    "year": phrase("Net pay of two: {gross} and {partner} a year"),
}


def couple_page(desk: Desk, item: NetCouple, who: Taxpayer) -> Page:
    """One line for each pair of classes: the person's own first."""
    say, factor = desk.say, item.factor
    gross, partner = (say.euros(amount, 2) for amount in (item.gross, item.partner_gross))
    told = told_line(say, who)
    grid = headed(say("classes"), say("you"), say("partner"), say("together"), say("tax return"), gap=2)
    for point in item.points:
        amounts = (say.euros(amount, 2) for amount in (point.own_net, point.partner_net))
        both = Text(say.euros(point.net, 2), style="money")
        grid.add_row(say(_PAIRS[point.value]), *amounts, both, say.euros(-point.return_year, 2))
    joint, apart = (say.euros(amount, 2) for amount in (factor.joint_tax, factor.class_4_tax))
    how = (
        say(
            "Factor {factor}: {joint} of income tax for both, of {apart} in IV and IV (EStG § 39f).",
            joint=joint,
            apart=apart,
            factor=say.number(factor.value, 3),
        )
        if factor.value is not None
        else say(
            "No factor: {joint} of income tax for both is not below the {apart} of IV and IV (EStG § 39f).",
            joint=joint,
            apart=apart,
        )
    )
    return page(
        headline(say(_TITLES[item.per], gross=gross, partner=partner)),
        *([paragraph(told)] if told else []),
        paragraph(say("paid on {day}", day=say.moment(item.pay_date)), style="muted"),
        *([paragraph(say("A forecast: not all figures are law yet."))] if item.status is not UNSET else []),
        Blank(),
        indented(grid),
        Blank(),
        paragraph(how),
        paragraph(
            say(
                "Tax return: what comes back in a year, below zero what is to be paid, if nothing else is declared. Over the year all pairs come to the same."
            ),
            style="muted",
        ),
        paragraph(
            say("Your partner is taken to have the same children, Land and fund, and no church tax."), style="muted"
        ),
    )
