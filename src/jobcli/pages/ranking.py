"""Roles from the highest pay to the lowest, each with a bar on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Words
from jobcli.domain.pay import Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages.difference import same_group
from jobcli.pages.estimate import closing_notes
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.letters import drawn
from jobcli.pages.kit.parts import Blank, Desk, Page, caption, headline, indented, lead, page, paragraph
from jobcli.pages.kit.signs import ranged, sentence
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text
from jobcli.pages.person import amount, gross_of, person_line
from jobcli.pay.estimate import Estimate

if TYPE_CHECKING:
    from jobcli.answers.pay import Paid
    from jobcli.domain.net import Taxpayer
    from jobcli.net_pay.payslip import NetEstimate


def ranking_page(
    desk: Desk,
    found: Paid,
    titles: Mapping[str, Words],
    vocabulary: Vocabulary,
    per: Period = "year",
    taxpayer: Taxpayer | None = None,
) -> Page:
    """Roles from the highest pay to the lowest, each with a bar on one scale; net pay a month below, where it was asked for.

    Estimates of a person who told nothing are the published anchors in the money of one month: the comparison of all roles.
    """
    say, estimates, person, nets = desk.say, found.items, found.person, found.nets
    told = person_line(desk, person, vocabulary)
    title = say("What each role would pay you") if told else say("All roles by pay")
    texts = [_range(desk, item, person, per) for item in estimates]
    texts += [_net(desk, nets[item.role]) for item in estimates] if nets else []
    numbers = max((len(text) for text in texts), default=0)
    longest = max((len(drawn(say(titles[item.role]))) for item in estimates), default=0)
    one_line = desk.width >= longest + numbers + 16 + 8
    width = desk.width - 4 if not one_line else min(60, desk.width - longest - numbers - 8)
    scale = scale_for(
        [value for item in estimates for value in (item.gross_year.p10, item.gross_year.p90)] or [0], max(16, width)
    )
    rows = [
        (
            Text(say(titles[item.role]), style="strong"),
            bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75)),
            _range(desk, item, person, per),
            _net(desk, nets[item.role]) if nets else None,
        )
        for item in estimates
        for pay in (item.gross_year,)
    ]
    legend = say("The bar spans the middle 80 %, thick the middle half; the mark is the middle.")
    ranking = page(
        headline(title),
        *([paragraph(told)] if told else []),
        paragraph(gross_of(say, estimates[0].as_of, person, per), style="muted") if estimates else None,
        Blank(),
        _beside(rows, say("low, middle, high"), scale.width) if one_line else _below(rows),
        Blank(),
        caption(legend),
        *(paragraph(text, style="muted") for text in _same_groups(say, estimates, titles)),
        *(closing_notes(desk, estimates, person) if told else []),
        paragraph(
            say("Side by side: jobcli compare ROLE ROLE. One role with its receipt: jobcli estimate ROLE --state BY"),
            style="muted",
        ),
    )
    if taxpayer is None:
        return ranking
    from jobcli.pages.net import with_assumptions

    return with_assumptions(desk, ranking, nets[estimates[0].role], taxpayer)


_Row = tuple[Text, Text, Text, Text | None]
"""A role with its bar, its pay, and its net pay where that was asked for."""


def _beside(rows: Sequence[_Row], head: str, columns: int) -> Table:
    """Name, bar and amounts side by side."""
    grid = table("", "", head)
    grid.add_column(whole=True)
    grid.add_column(whole=True, least=columns, most=columns)
    grid.add_column(whole=True, align="right", telling=True)
    for role, line, pay, net in rows:
        grid.add_row(role, line, pay)
        if net is not None:
            grid.add_row("", "", net)
    return indented(grid)


def _below(rows: Sequence[_Row]) -> Page:
    """One below the other, where there is little room."""
    return page(
        *(
            part
            for role, line, pay, net in rows
            for part in (lead(role), paragraph(line), paragraph(pay), None if net is None else paragraph(net))
        )
    )


def _net(desk: Desk, item: NetEstimate) -> Text:
    """Net pay a month, from low to high."""
    say, (low, middle, high) = desk.say, map(desk.say.euros, (item.month.p10, item.month.p50, item.month.p90))
    amounts = ranged(say, low, middle, high)
    return sentence(amounts, lambda amounts: say("net a month {amounts}", amounts=amounts), "muted")


def _range(desk: Desk, item: Estimate, person: Person, per: Period) -> Text:
    pay = item.gross_year
    low, middle, high = (amount(desk.say, value, per, person.hours) for value in (pay.p10, pay.p50, pay.p90))
    return ranged(desk.say, low, middle, high)


def _same_groups(say: Language, estimates: Sequence[Estimate], titles: Mapping[str, Words]) -> list[str]:
    """The roles that stand for one official group, so that no difference between them is known."""
    groups: dict[str, list[str]] = {}
    for item in estimates:
        if item.start.group is not None and not item.start.titled:
            groups.setdefault(item.start.group, []).append(say(titles[item.role]))
    return [f"{say.listing(names)}: {same_group(say, group)}." for group, names in groups.items() if len(names) > 1]
