"""A role in its neighbourhood: who comes before it and what comes after it, two moves at most, with pay at each rung."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.domain.pay import Person
from jobcli.moving.moves import without_profile
from jobcli.pages import names
from jobcli.pages.difference import between, signed
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    further,
    heading,
    headline,
    indented,
    legend,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import further_on, marked
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Text
from jobcli.pages.person import gross_of

if TYPE_CHECKING:
    from jobcli.answers.amounts import Middle
    from jobcli.answers.ladder import Ladder, Rung
    from jobcli.domain.evidence import Words
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Side


def ladder_page(desk: Desk, profile: Profile, ladder: Ladder) -> Page:
    """Before, the role itself, after. A role of the second level stands below the one that leads to it."""
    say, rungs = desk.say, ladder.rungs
    titles = {rung.id: rung.title for rung in rungs}
    return page(
        headline(say("{role}: what comes before and after", role=say(profile.role.title))),
        *([paragraph(gross_of(say, ladder.as_of, Person()), style="muted")] if ladder.as_of else []),
        *_side(desk, profile, "before", say("People come from"), rungs, titles),
        heading(say("The role itself")),
        indented(
            _grid(desk.say, [(Text(say(profile.role.title), style="strong"), _amount(desk, ladder.gross_year), Text())])
        ),
        *_side(desk, profile, "after", say("People go to"), rungs, titles),
        *_notes(desk, rungs),
        *_way(desk, profile, rungs),
    )


def _way(desk: Desk, profile: Profile, rungs: Sequence[Rung]) -> list[Part]:
    """The line to type for a way to the first role that people go to, or from the first that they come from."""
    after = next((rung for rung in rungs if rung.side == "after"), None)
    before = next((rung for rung in rungs if rung.side == "before"), None)
    if after is not None:
        ends = f"{profile.id} {after.id}"
    elif before is not None:
        ends = f"{before.id} {profile.id}"
    else:
        return []
    return further(desk, (phrase("What does a move take?"), f"jobcli route {ends}"))


def _side(
    desk: Desk,
    profile: Profile,
    side: Side,
    label: str,
    rungs: Sequence[Rung],
    titles: Mapping[str, Words],
) -> list[Part]:
    say = desk.say
    rows = []
    here = [rung for rung in rungs if rung.side == side]
    above = {rung.id for rung in here if rung.level == 1}
    for rung in _in_turn(here, above):
        title = say(titles[rung.id])
        if rung.via is not None and rung.via not in above:
            title = say("{role} (by way of {via})", role=title, via=titles[rung.via])
        name = further_on(desk, title) if rung.via in above else Text(title)
        marks = [mark for mark, on in (("*", rung.both), ("?", not rung.stated)) if on]
        rows.append((marked(say, name, *marks), *_pay(desk, rung)))
    untold = [
        say(item.title) + names.basis_note(say, item.basis)
        for item in without_profile(profile.role, side, titles.values())
        if item.title is not None
    ]
    parts: list[Part] = [heading(label)]
    if rows:
        parts.append(indented(_grid(desk.say, rows)))
    if untold:
        parts += [paragraph(say("Without a profile, pay not known:"), style="muted"), bullets(untold)]
    return parts if rows or untold else [*parts, paragraph(say("not known"))]


def _in_turn(rungs: Sequence[Rung], above: set[str]) -> list[Rung]:
    """Each role of the first level, followed by those of the second level that it leads to.

    Last come those whose way leads over a role that stands on the other side.
    """
    first = [rung for rung in rungs if rung.level == 1]
    below = [one for head in first for one in (head, *(rung for rung in rungs if rung.via == head.id))]
    return [*below, *(rung for rung in rungs if rung.via is not None and rung.via not in above)]


def _grid(say: Language, rows: Sequence[tuple[Text, Text, Text]]) -> Table:
    grid = table("", say("Pay"), say("Difference"))
    grid.add_column()
    grid.add_column(whole=True, align="right")
    grid.add_column(whole=True, align="right")
    for row in rows:
        grid.add_row(*row)
    return grid


def _pay(desk: Desk, rung: Rung) -> tuple[Text, Text]:
    """The middle of a role's pay, and how far it is from that of the role itself."""
    say, gap, amount = desk.say, rung.gain_range, _amount(desk, rung.gross_year)
    if rung.told_apart is False:
        return amount, Text(say("not told apart"), style="muted")
    if gap is None:
        return amount, Text()
    return amount, Text(f"{signed(say, gap.p50)} ({between(say, gap)})", style="muted")


def _amount(desk: Desk, pay: Middle | None) -> Text:
    return Text(desk.say("not known") if pay is None else desk.say.euros(pay.p50), style="money")


def _notes(desk: Desk, rungs: Sequence[Rung]) -> list[Part]:
    """What the signs mean, where the page has any."""
    say, sign = desk.say, desk.symbols.branch
    notes = []
    if any(rung.level == 2 for rung in rungs):
        notes.append(say("{sign}: one move further, before or after the role above it.", sign=sign))
    if any(rung.both for rung in rungs):
        notes.append(say("*: people go in both directions; the role stands here once."))
    if any(not rung.stated for rung in rungs):
        notes.append(say("?: concluded by us or in doubt; no source states this move in these words."))
    return [Blank(), *(legend(note) for note in notes)] if notes else []
