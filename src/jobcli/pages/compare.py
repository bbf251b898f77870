"""Roles compared: side by side with pay, time and cost first, or only what changes on the way from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from jobcli.domain.evidence import phrase
from jobcli.domain.extent import Extent
from jobcli.domain.profile import Profile
from jobcli.domain.role import Vocabulary
from jobcli.moving.comparison import RoleParts
from jobcli.pages import names
from jobcli.pages.certainty import floor_note
from jobcli.pages.difference import gap_words, more_words, same_group
from jobcli.pages.extent import euro_words, least_euro_words, month_words, number_words
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    facts,
    heading,
    headline,
    indented,
    lead,
    legend,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import chain, marked, ranged
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Said, Text, joined
from jobcli.pages.match import listed, requirement_words
from jobcli.pages.occupations_beside import occupations_beside
from jobcli.pay.estimate import Estimate
from jobcli.training.outline import PathOutline, cheapest, quickest

if TYPE_CHECKING:
    from jobcli.answers.compare import ChangeOfRole, ComparedRole, SideBySide
    from jobcli.domain.evidence import Phrase


def comparison_page(
    desk: Desk,
    comparison: SideBySide,
    profiles: Sequence[Profile],
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`profiles` and `estimates` stand in the order in which the roles were named."""
    say = desk.say
    title = " – ".join(say(profile.role.title) for profile in profiles)
    return page(
        headline(title),
        heading(say("Pay"), _month(desk, estimates)),
        *_pay(desk, profiles, estimates),
        *map(paragraph, difference_lines(desk, comparison, profiles)),
        occupations_beside(desk, comparison) if comparison.occupations else None,
        # An official occupation has no duties and no requirements of ours: there is nothing to be compared with it.
        *(side_by_side(desk, profiles, estimates, comparison.roles) if any(one.paths for one in profiles) else []),
        *(_shared_and_own(desk, comparison, profiles, vocabulary) if not comparison.occupations else []),
    )


def _shared_and_own(
    desk: Desk, comparison: SideBySide, profiles: Sequence[Profile], vocabulary: Vocabulary
) -> Iterator[Part]:
    """What all roles have, and what only one has."""
    say = desk.say
    yield heading(say("What they share") if len(profiles) == 2 else say("What all share"))
    yield _parts(desk, comparison.shared, vocabulary, list(profiles))
    for profile in profiles:
        yield heading(say("Only {role}", role=say(profile.role.title)))
        yield _parts(desk, comparison.only[profile.id], vocabulary, [profile])


def _pay(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[Part]:
    say = desk.say
    scale = scale_for(
        [value for item in estimates for value in (item.gross_year.p10, item.gross_year.p90)],
        max(20, min(60, desk.width - 4)),
    )
    parts: list[Part] = []
    found = {item.role: item for item in estimates}
    for profile in profiles:
        if profile.id not in found:
            parts += [lead(say(profile.role.title)), paragraph(say("not known"))]
            continue
        item = found[profile.id]
        pay = item.gross_year
        numbers = ranged(say, say.euros(pay.p10), say.euros(pay.p50), say.euros(pay.p90))
        parts += [
            lead(say(profile.role.title)),
            paragraph(bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75))),
            paragraph(
                joined(
                    numbers,
                    (f"  {names.origin(say, item.anchor, item.anchor_source)}", "muted"),
                )
            ),
        ]
    return parts


def difference_lines(desk: Desk, comparison: SideBySide, profiles: Sequence[Profile]) -> list[str]:
    """What each other role pays more than the first one, like with like."""
    say = desk.say
    titles = {profile.id: say(profile.role.title) for profile in profiles}
    told = []
    for item in comparison.differences:
        one, other = titles[item.before], titles[item.after]
        if item.told_apart is False:
            same = say("{one} and {other}: {same}.", one=one, other=other, same=same_group(say, item.group))
            told.append(same)
        elif item.gain_range is not None:
            told.append(more_words(say, item.gain_range, one, other))
    return told


def _parts(desk: Desk, parts: RoleParts, vocabulary: Vocabulary, profiles: list[Profile]) -> Part:
    say = desk.say
    own = {item.id: item.text for profile in profiles for item in profile.role.requirements}
    none = say("nothing")
    rows = [
        (say("Areas of work"), say.listing(names.named(say, vocabulary.areas, parts.duties)) or none),
        (
            say("Requirements"),
            say.listing(names.named(say, {**own, **vocabulary.requirements}, parts.requirements)) or none,
        ),
        (say("Subjects"), say.listing(names.named(say, vocabulary.subjects, parts.subjects)) or none),
    ]
    return facts(rows)


TURNED_FROM = 4
"""From so many roles on, each is a row."""

_INDENT = 2

_TITLE = 18
"""A title of a turned table has at least so many columns, before a fact is left out for it."""


class Fact(Struct, frozen=True):
    """One thing that is compared: its label, its value for each role, and what of it stands in a turned table.

    `head` is the label there, where it is another one.
    """

    label: Phrase
    values: list[str]
    short: Sequence[Said]
    number: bool = True
    head: Phrase | None = None


def side_by_side(
    desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate], roles: Sequence[ComparedRole]
) -> list[Part]:
    """The heading and the table. In a turned table what does not fit is left out from the right, and said so."""
    say = desk.say
    found = compared_facts(desk, profiles, estimates, roles)
    titles = [say(profile.role.title) for profile in profiles]
    whose = say("with an apprenticeship and the practice that it takes")
    title = heading(say("Time and cost to get there"), whose)
    room = desk.width - _INDENT
    if len(profiles) < TURNED_FROM and not desk.narrow:
        grid = _upright(titles, [say(fact.label) for fact in found], found)
        if grid.fits(room):
            return [title, indented(grid, _INDENT)]
    shown = list(found)
    while len(shown) > 2 and not turned(desk, titles, shown).fits(room):
        shown.pop()
    left = [say(fact.label) for fact in found if fact not in shown]
    notes = [say("For want of room without: {labels}.", labels=say.listing(left))] if left else []
    parts = [paragraph(note, style="muted") for note in notes]
    if any(isinstance(cell, Text) and cell.aloud != cell.plain for fact in shown for cell in fact.short):
        parts.append(legend(say("?: concluded by us or in doubt. ~: typical for such courses.")))
    parts.append(paragraph(say("Which path that is: jobcli paths ROLE"), style="muted"))
    return [title, indented(turned(desk, titles, shown), _INDENT), *parts]


def compared_facts(
    desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate], roles: Sequence[ComparedRole]
) -> list[Fact]:
    """The most telling first: what does not fit is left out from the end."""
    say, unknown = desk.say, desk.say("not known")
    outlines = [_outlines(profile, role) for profile, role in zip(profiles, roles, strict=True)]
    quick, cheap = [quickest(items) for items in outlines], [cheapest(items) for items in outlines]
    middles = {item.role: say.euros(item.gross_year.p50) for item in estimates}
    pay = [middles.get(profile.id, unknown) for profile in profiles]
    months = [_months(desk, item) for item in quick]
    lengths = [_length(desk, item) if item else unknown for item in quick]
    sums = [item.money if item else None for item in cheap]
    prices = [
        euro_words(say, money) + (names.sum_note(say, item.path.cost) if item else "")
        for money, item in zip(sums, cheap, strict=True)
    ]
    levels = [names.name(say, profile.role.level) for profile in profiles]
    musts, shoulds = ([say.number(_asked(profile, need)) for profile in profiles] for need in ("must", "should"))
    known = [
        say("{all} in all, {timed} of them with a known length", all=len(items), timed=sum(map(_timed, items)))
        for items in outlines
    ]
    return [
        Fact(phrase("Pay"), pay, pay),
        Fact(phrase("Quickest path"), lengths, months, head=phrase("Quickest path, months")),
        Fact(
            phrase("Lowest price"),
            [f"{price}: {_named(desk, item)}" if item else price for price, item in zip(prices, cheap, strict=True)],
            [_price(desk, item) for item in cheap],
        ),
        Fact(phrase("Level"), levels, levels, number=False),
        Fact(phrase("Musts"), musts, musts),
        Fact(phrase("Shoulds"), shoulds, shoulds),
        Fact(phrase("Paths"), known, [say.number(len(items)) for items in outlines]),
    ]


def _outlines(profile: Profile, role: ComparedRole) -> list[PathOutline]:
    """The paths of a role, with what comes before them."""
    return [
        PathOutline(
            id=told.id or "",
            path=path,
            months=None if path.months is None else told.whole_months,
            money=None if told.whole_cost is None else Extent(*structs.astuple(told.whole_cost)),
            access=told.access,
            first=told.first,
        )
        for path, told in zip(profile.paths, role.paths, strict=True)
    ]


def _named(desk: Desk, item: PathOutline) -> str:
    """The title of a path, with what comes before it."""
    say = desk.say
    title = say(item.path.title)
    return say("{path}, after {first}", path=title, first=say.listing(item.first)) if item.first else title


def _length(desk: Desk, item: PathOutline) -> str:
    say = desk.say
    months = month_words(say, item.months) if item.first else names.months(say, item.path.months)
    return f"{months}: {_named(desk, item)}"


def _asked(profile: Profile, need: str) -> int:
    """How many requirements there are of one need; several of which one is enough are one."""
    return len({item.choice for item in profile.role.requirements if item.need == need})


def _timed(item: PathOutline) -> bool:
    return item.months is not None


def _price(desk: Desk, item: PathOutline | None) -> Said:
    """A sum in a cell, marked where a part of it is only typical for such courses."""
    say = desk.say
    text = least_euro_words(say, item.money if item else None)
    return marked(say, text, *(["~"] if item and names.sum_note(say, item.path.cost) else []))


def _months(desk: Desk, item: PathOutline | None) -> Said:
    """A length in a cell, marked where no source states it in this form."""
    if item is None or item.months is None:
        return desk.say("not known")
    basis = "stated" if item.path.months is None else item.path.months.basis
    mark = ["~"] if basis == "generic" else [] if basis == "stated" else ["?"]
    return marked(desk.say, number_words(desk.say, item.months), *mark)


def _upright(titles: list[str], labels: list[str], found: list[Fact]) -> Table:
    grid = table("", *titles, shown="heading")
    grid.add_column(style="muted")
    for _ in titles:
        grid.add_column()
    for label, *values in zip(labels, *zip(*(fact.values for fact in found), strict=True), strict=True):
        grid.add_row(label, *values)
    return grid


def turned(desk: Desk, titles: list[str], shown: list[Fact]) -> Table:
    """A row for each role, with these facts."""
    say = desk.say
    grid = table(say("Role"), *(say(fact.head or fact.label) for fact in shown), shown="heading")
    grid.add_column(style="strong", least=min(_TITLE, max(map(len, titles), default=0)))
    for fact in shown:
        grid.add_column(align="right" if fact.number else "left")
    for title, *cells in zip(titles, *(fact.short for fact in shown), strict=True):
        grid.add_row(title, *cells)
    return grid


def difference_page(
    desk: Desk,
    item: ChangeOfRole,
    before: Profile,
    after: Profile,
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`estimates` are those of the role before and of the one after, in this order."""
    say = desk.say
    must = [one for one in item.need if one.need == "must" and one.kind != "trait"]
    should = [one for one in item.need if one.need == "should" and one.kind != "trait"]
    traits = [one for one in item.need if one.kind == "trait"]
    needed: list[tuple[str, Said]] = [
        (label, listed(desk, found, requirement_words(vocabulary, after)))
        for label, found in (
            (say("Must have"), must),
            (say("Should have"), should),
            (say("Ask yourself"), traits),
        )
        if found
    ]
    subjects = say.listing(names.named(say, vocabulary.subjects, item.learn_subjects))
    needed += [(say("New subjects"), subjects)] if subjects else []
    spared = listed(desk, item.no_longer_needed, requirement_words(vocabulary, before))
    return page(
        headline(chain(desk, (say(before.role.title), say(after.role.title)))),
        paragraph(say("Only what changes; what both have is left out."), style="muted"),
        *_work(desk, item, before, after, vocabulary),
        heading(say("You still need")),
        facts(needed) if needed else paragraph(say("nothing")),
        heading(say("Not asked for any more")),
        paragraph(spared or say("nothing")),
        heading(say("You would earn"), _month(desk, estimates)),
        *_pay_change(desk, item, estimates),
        Blank(),
        paragraph(say("The way there: {command}", command=f"jobcli route {before.id} {after.id}"), style="muted"),
    )


def _month(desk: Desk, estimates: Sequence[Estimate]) -> str:
    """In whose money the estimates are; nothing where there are none."""
    say = desk.say
    month = {"month": say.moment(estimates[0].as_of)} if estimates else {}
    return say("gross a year at full time, in {month} euros", **month) if month else ""


def _work(desk: Desk, item: ChangeOfRole, before: Profile, after: Profile, vocabulary: Vocabulary) -> list[Part]:
    """The areas of work that end and begin; where none does, that the work stays in its areas."""
    say = desk.say
    if not item.stop and not item.start:
        areas = dict.fromkeys(duty.area for duty in before.role.duties)
        same = say.listing(names.named(say, vocabulary.areas, tuple(areas)))
        text = say("The areas stay the same: {areas}. What one does in them: jobcli show ROLE", areas=same)
        return [heading(say("Work")), paragraph(text)]
    nothing = [paragraph(say("nothing"))]
    return [
        heading(say("You would stop doing")),
        *(_duties(desk, before, item.stop, vocabulary) or nothing),
        heading(say("You would start doing")),
        *(_duties(desk, after, item.start, vocabulary) or nothing),
    ]


def _duties(desk: Desk, profile: Profile, areas: Sequence[str], vocabulary: Vocabulary) -> list[Part]:
    """The areas by their names, each with the duties of the role that has it."""
    say = desk.say
    parts: list[Part] = []
    for area in areas:
        name = names.named(say, vocabulary.areas, (area,))[0]
        texts = [say(duty.text) for duty in profile.role.duties if duty.area == area]
        parts += [lead(name), bullets(texts, indent=4)]
    return parts


def _pay_change(desk: Desk, item: ChangeOfRole, estimates: Sequence[Estimate]) -> list[Part]:
    say = desk.say
    if len(estimates) < 2:
        return [paragraph(say("not known"))]
    old, new = (one.gross_year for one in estimates)
    gained = gap_words(say, item.gain_range, item.group, told_apart=item.told_apart)
    text = say("In the middle: {difference}", difference=gained)
    rows: list[tuple[str, Said]] = [
        (label, _change(desk, left, right))
        for label, left, right in (
            (say("Lowest tenth"), old.p10, new.p10),
            (say("Middle"), old.p50, new.p50),
            (say("Highest tenth"), old.p90, new.p90),
        )
    ]
    floor = next((one.floor for one in estimates if one.floor is not None), None)
    note = [] if floor is None else [paragraph(floor_note(say, floor, None), style="muted")]
    return [paragraph(text), facts(rows), *note]


def _change(desk: Desk, left: int, right: int) -> Text:
    """Both amounts, or the one that stays the same."""
    say = desk.say
    if left == right:
        same = say("the same")
        return joined(Text(say.euros(left), style="money"), (f"  {same}", "muted"))
    return chain(desk, (say.euros(left), say.euros(right)), "money")
