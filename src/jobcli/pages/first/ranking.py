"""Many roles by what they would pay: a line for each, with the id to type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.pay import Period
from jobcli.domain.role import Vocabulary
from jobcli.pages.certainty import floor_note
from jobcli.pages.first.estimate import NOTHING
from jobcli.pages.first.rows import clause, row, screen, settings_row
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import STEP, Blank, Desk, Page, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text
from jobcli.pages.person import amount, gross_of, person_line

if TYPE_CHECKING:
    from jobcli.answers.pay import Paid
    from jobcli.domain.net import Taxpayer

_BAR = 20
"""Columns of a bar."""


def first_of_ranking(
    desk: Desk,
    found: Paid,
    titles: Mapping[str, Words],
    vocabulary: Vocabulary,
    per: Period = "year",
    taxpayer: Taxpayer | None = None,
    *,
    kept: Mapping[str, Any] = NOTHING,
) -> Page:
    """Roles from the highest pay to the lowest, each in one line; `kept` are the answers that came from settings."""
    say, person = desk.say, found.person
    told = person_line(desk, person, vocabulary)
    title = say("What each role would pay you") if told else say("All roles by pay")
    about = [paragraph(told)] if told else []
    unit = gross_of(say, found.items[0].as_of, person, per) + (say("; net a month") if found.nets else "")
    head = page(
        headline(title),
        *about,
        paragraph(_caution(say, found)),
        paragraph(unit, style="muted"),
        _lines(desk, found, titles, per),
    )
    rows = [settings_row(desk, kept, vocabulary)]
    if taxpayer is not None:
        from jobcli.pages.assumed import assumed

        slip = found.nets[found.items[0].role].slip
        rows.append(row(say("Assumed"), (clause(assumed(say, one)) for one in slip.assumptions), 2, "--full"))
    role = found.items[0].role
    return screen(
        desk,
        page(*head, Blank()),
        rows,
        (phrase("One role"), f"jobcli estimate {role}"),
        (phrase("All of it"), "jobcli estimate --full"),
    )


def _caution(say: Language, found: Paid) -> str:
    """That roles of one official group cannot be told apart, and where the range of one was cut."""
    groups = [item.start.group for item in found.items if item.start.group is not None and not item.start.titled]
    floor = next((item.floor for item in found.items if item.floor is not None), None)
    notes = [floor_note(say, floor, found.person.hours)] if floor is not None else []
    if len(groups) > len({*groups}):
        notes.append(say("Roles with the same pay stand for one official group: our sources do not tell them apart."))
    return " ".join(notes) or say("Half of all people in a role earn less than its middle.")


def _lines(desk: Desk, found: Paid, titles: Mapping[str, Words], per: Period) -> Table:
    """A line for each role: as many columns as there is room for without a row of two lines."""
    tables = (
        _table(desk, found, titles, per, titled=titled, ends=ends, bars=bars)
        for titled, ends, bars in ((True, True, True), (True, True, False), (False, True, False), (False, False, False))
    )
    *_, narrowest = found_tables = list(tables)
    return indented(next((grid for grid in found_tables if grid.is_flat(desk.width - STEP)), narrowest))


def _table(
    desk: Desk, found: Paid, titles: Mapping[str, Words], per: Period, *, titled: bool, ends: bool, bars: bool
) -> Table:
    """The id and the middle; what arrives; the title, the middle half and a bar where they are wanted."""
    say, nets, hours = desk.say, found.nets, found.person.hours
    heads = [*([""] if titled else []), "", *([""] if bars else []), say("middle")]
    grid = table(
        *heads, *([say("half from"), say("half to")] if ends else []), *([say("net")] if nets else []), shown="muted"
    )
    for left in (*([""] if titled else []), "strong"):
        grid.add_column(whole=True, style=left)
    if bars:
        grid.add_column(whole=True, least=_BAR, most=_BAR)
    for _ in range(1 + 2 * ends + bool(nets)):
        grid.add_column(align="right", whole=True)
    scale = scale_for([value for item in found.items for value in (item.gross_year.p25, item.gross_year.p75)], _BAR)
    for item in found.items:
        pay = item.gross_year
        middle, low, high = (amount(say, value, per, hours) for value in (pay.p50, pay.p25, pay.p75))
        grid.add_row(
            *([say(titles[item.role])] if titled else []),
            item.role,
            *([bar(desk, scale, pay.p25, pay.p50, pay.p75)] if bars else []),
            Text(middle, "money"),
            *([low, high] if ends else []),
            *([say.euros(nets[item.role].month.p50)] if nets else []),
        )
    return grid
