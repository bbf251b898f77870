"""Roles as a list, with what one types to see each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jobcli.answers.filters import Filters
from jobcli.answers.roles import Listed
from jobcli.answers.rows import ListedRole
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text, joined


def list_page(desk: Desk, answer: Listed) -> Page:
    """All roles with what one types to see them; where a filter asked what they pay, with the middle of it."""
    say, roles = desk.say, answer.roles
    count = say.plural("{count} role", "{count} roles", len(roles))
    # Where a word of an id, a title or an amount would be broken, the pay stands behind the title, and the level is left out.
    listed = _list(desk, roles)
    if desk.narrow or not listed.fits(desk.width - 2):
        shown = role_table(desk, {role.id: title_of(desk, role) for role in roles})
    else:
        shown = page(Blank(), indented(listed), Blank())
    return page(
        headline(count),
        filter_line(desk, answer.filters),
        shown,
        paragraph(say("One role: jobcli show {role}", role=roles[0].id if roles else "ROLE"), style="muted"),
    )


def _list(desk: Desk, roles: Sequence[ListedRole]) -> Table:
    """Ids, titles, pay and levels in columns."""
    say, paid = desk.say, any(role.gross_year for role in roles)
    grid = table("", "", *([say("Pay")] if paid else []), say("Level"))
    grid.add_column(whole=True)
    grid.add_column()
    if paid:
        grid.add_column(whole=True, align="right")
    grid.add_column(whole=True, style="muted")
    for role in roles:
        cells = [Text(_a_year(say, role.gross_year.p50), style="money")] if role.gross_year else []
        grid.add_row(role.id, title_of(desk, role, paid=False), *cells, names.name(say, role.level))
    return grid


def role_table(desk: Desk, titles: Mapping[str, Text]) -> Page:
    """Roles by id, each with its title beside it; below it where a word of a title would be broken in two."""
    grid = table()
    grid.add_column(whole=True)
    grid.add_column()
    for role_id, title in titles.items():
        grid.add_row(role_id, title)
    if not grid.fits(desk.width - 2):
        items = [Text(f"{role_id}\n").append_text(title) for role_id, title in titles.items()]
        return page(Blank(), bullets(items), Blank())
    return page(Blank(), indented(grid), Blank())


def _a_year(say: Language, euros: int) -> str:
    """An amount a year, without a break inside."""
    return say("{amount} a year", amount=say.euros(euros)).replace(" ", "\u00a0")


def title_of(desk: Desk, role: ListedRole, *, paid: bool = True) -> Text:
    """The title of a role in a list, where its profile lies unless it is built in, and its middle pay where it is told."""
    say = desk.say
    title = joined(Text(say(role.title), style="strong"))
    if role.origin != "built-in":
        title.append(f" ({say(names.NAMES[role.origin])})", style="problem")
    if paid and role.gross_year:
        title.append("  ").append(_a_year(say, role.gross_year.p50), style="money")
    return title


def filter_line(desk: Desk, filters: Filters) -> Part | None:
    """What the roles of a list were filtered by, as it is typed; None where they were not."""
    typed = ", ".join(f"--{name} {value}" for name, value in filters.told.items())
    return paragraph(desk.say("Only {filters}", filters=typed), style="muted") if typed else None
