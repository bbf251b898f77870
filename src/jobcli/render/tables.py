"""Many roles at once: the list, all roles by pay, all roles for one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from jobcli.domain.evidence import Words
from jobcli.domain.pay import Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.estimating.salary import Estimate
from jobcli.loading.catalog import Profile
from jobcli.render import names
from jobcli.render.estimate import closing_notes
from jobcli.render.layout import Desk, bar, caption, page, paragraph, scale_for, table
from jobcli.render.person import amount, gross_of, person_line

if TYPE_CHECKING:
    from jobcli.estimating.net import NetEstimate


def list_page(desk: Desk, profiles: Sequence[Profile]) -> Group:
    """All roles with what one types to see them."""
    say = desk.say
    count = say.plural("{count} role", "{count} roles", len(profiles))
    grid = table("", "", say("Level"))
    # An id is one word to copy; only one that would push the titles away is broken.
    longest = max((len(profile.id) for profile in profiles), default=0)
    grid.add_column(no_wrap=longest <= desk.width // 2, overflow="fold")
    grid.add_column(overflow="fold")
    if not desk.narrow:
        grid.add_column(no_wrap=True)
    for profile in profiles:
        title = Text(say(profile.role.title), style="bold")
        level = Text(names.name(say, profile.role.level), style="muted")
        own = (
            Text("")
            if profile.origin == "built-in"
            else Text(f" ({say(names.NAMES[profile.origin])})", style="warning")
        )
        grid.add_row(profile.id, title.append(own), *([] if desk.narrow else [level]))
    return page(
        Text(count, style="title"),
        Padding(grid, (1, 0, 1, 2)),
        paragraph(say("One role: jobcli show {role}", role=profiles[0].id if profiles else "ROLE"), style="muted"),
    )


def ranking_page(
    desk: Desk,
    estimates: Sequence[Estimate],
    titles: dict[str, Words],
    person: Person,
    vocabulary: Vocabulary,
    per: Period = "year",
    nets: Mapping[str, NetEstimate] | None = None,
) -> Group:
    """Roles from the highest pay to the lowest, each with a bar on one scale; with `nets`, net pay a month below.

    Estimates of a person who told nothing are the published anchors in the money of one month: the comparison of all roles.
    """
    say = desk.say
    told = person_line(desk, person, vocabulary)
    title = say("What each role would pay you") if told else say("All roles by pay")
    texts = [_range(desk, item, person, per) for item in estimates]
    texts += [_net(desk, nets[item.role]) for item in estimates] if nets else []
    numbers = max((len(text) for text in texts), default=0)
    longest = max((len(say(titles[item.role])) for item in estimates), default=0)
    one_line = desk.width >= longest + numbers + 16 + 8
    width = desk.width - 4 if not one_line else min(60, desk.width - longest - numbers - 8)
    scale = scale_for(
        [value for item in estimates for value in (item.gross_year.p10, item.gross_year.p90)] or [0], max(16, width)
    )
    grid = table("", "", say("low, middle, high"))
    grid.add_column(no_wrap=one_line, overflow="fold")
    if one_line:
        grid.add_column(no_wrap=True, width=scale.width)
        grid.add_column(no_wrap=True, justify="right")
    for item in estimates:
        pay = item.gross_year
        line = bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75))
        role, amounts = Text(say(titles[item.role]), style="bold"), Text(_range(desk, item, person, per), style="money")
        if one_line:
            grid.add_row(role, line, amounts)
        else:
            grid.add_row(role)
            grid.add_row(line)
            grid.add_row(amounts)
        if nets:
            net = Text(_net(desk, nets[item.role]), style="muted")
            grid.add_row(*(("", "", net) if one_line else (net,)))
    legend = say("The bar spans the middle 80 %, thick the middle half; the mark is the middle.")
    return page(
        Text(title, style="title"),
        *([paragraph(told)] if told else []),
        paragraph(gross_of(say, estimates[0].as_of, person, per), style="muted") if estimates else None,
        Text(""),
        Padding(grid, (0, 0, 1, 2)),
        caption(legend),
        *(closing_notes(desk, estimates, person) if told else []),
        paragraph(
            say("Side by side: jobcli compare ROLE ROLE. One role with its receipt: jobcli estimate ROLE --state BY"),
            style="muted",
        ),
    )


def _net(desk: Desk, item: NetEstimate) -> str:
    """Net pay a month, from low to high."""
    amounts = " · ".join(desk.say.euros(item.month[point]) for point in ("p10", "p50", "p90"))
    return desk.say("net a month {amounts}", amounts=amounts)


def _range(desk: Desk, item: Estimate, person: Person, per: Period) -> str:
    pay = item.gross_year
    return " · ".join(amount(desk.say, value, per, person.hours) for value in (pay.p10, pay.p50, pay.p90))
