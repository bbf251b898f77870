"""Official occupations side by side: both medians, shortage, days, unemployment, machines, training, shared skills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.kit.parts import STEP, Blank, Desk, Part, facts, heading, indented, lead, page, paragraph
from jobcli.pages.kit.table import table
from jobcli.pages.occupation import LEFT_OUT, LICENCES, RATED_TOGETHER, exact_percent, notice

if TYPE_CHECKING:
    from jobcli.answers.compare import OccupationBeside, SideBySide
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.parts import Page

_SHORTAGE = {"yes": phrase("yes"), "no": phrase("no"), "not-rated": phrase("not rated")}


def occupations_beside(desk: Desk, comparison: SideBySide) -> Page:
    """What is official of each, a row for each fact; from four on, or in a narrow window, one occupation below the other."""
    say, items = desk.say, comparison.occupations
    rows = _rows(say, comparison)
    parts: list[Part] = [heading(say("Official figures"), say("pay gross a month at full time"))]
    grid = table("", *(item.kldb for item in items))
    grid.add_column(style="muted")
    for _ in items:
        grid.add_column()
    for label, cells in rows:
        grid.add_row(label, *cells)
    if len(items) < 4 and not desk.narrow and grid.fits(desk.width - STEP):
        parts += [Blank(), indented(grid), Blank()]
    else:
        for at, item in enumerate(items):
            parts += [
                lead(say(item.name), item.kldb),
                facts([(label, cells[at]) for label, cells in rows[1:]], 2 * STEP),
            ]
        parts.append(Blank())
    return page(*parts, *(paragraph(note) for note in _notes(say, items)), notice(desk, comparison.attribution))


def _rows(say: Language, comparison: SideBySide) -> list[tuple[str, list[str]]]:
    items = comparison.occupations
    unknown = say("not known")

    def euros(value: int | None) -> str:
        return unknown if value is None else say.euros(value)

    def count(value: float | None, decimals: int = 0) -> str:
        return unknown if value is None else say.number(value, decimals)

    def percent(value: float | None) -> str:
        return unknown if value is None else exact_percent(say, value)

    demands = [item.demand for item in items]
    return [
        ("", [say(item.name) for item in items]),
        (say("Level"), [names.name(say, item.level) for item in items]),
        (say("BA 12/2023"), [euros(item.ba) for item in items]),
        (say("Destatis 4/2025"), [euros(item.destatis) for item in items]),
        (say("Shortage 2025"), [say(_SHORTAGE[one.shortage if one else "not-rated"]) for one in demands]),
        (say("Days until filled"), [count(one.vacancy_days if one else None) for one in demands]),
        (say("Unemployed"), [percent(one.unemployment if one else None) for one in demands]),
        (say("Part-time"), [percent(one.part_time if one else None) for one in demands]),
        (say("Automatable"), [_machines(say, item) for item in items]),
        (say("Employees"), [count(item.employees) for item in items]),
        (say("Training"), [item.training or unknown for item in items]),
        (say("Skills"), [count(item.skills) for item in items]),
        (say("Shared with {code}", code=items[0].kldb), ["–", *(count(item.shared) for item in items[1:])]),
    ]


def _machines(say: Language, item: OccupationBeside) -> str:
    demand = item.demand
    if demand is None or demand.automatable is None:
        return say("not known")
    # Of those that are rated together a zero is no measured one.
    return say("very little") if demand.automatable == 0 and demand.group else say.percent(demand.automatable / 100)


def _notes(say: Language, items: Sequence[OccupationBeside]) -> list[str]:
    """What one has to know to read the figures rightly, each once with the codes that it is true of."""
    told = [(say(RATED_TOGETHER[one.demand.group]), one.kldb) for one in items if one.demand and one.demand.group]
    told += [(say(LICENCES[one.licence]), one.kldb) for one in items if one.licence]
    told += [(say(LEFT_OUT[one.left_out]), one.kldb) for one in items if one.left_out]
    codes: dict[str, list[str]] = {}
    for text, code in told:
        codes.setdefault(text.removesuffix("."), []).append(code)
    return [f"{say.listing(which)}: {text}." for text, which in codes.items()]
