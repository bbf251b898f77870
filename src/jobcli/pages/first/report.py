"""A hand-out of two sheets for a talk: the roles side by side, and the way of whoever asks, to write on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.pages import names
from jobcli.pages.difference import gap_words, signed
from jobcli.pages.extent import euro_words, least_euro_words, month_words
from jobcli.pages.first.my_way import way_parts
from jobcli.pages.kit.parts import Break, Desk, Page, Part, facts, heading, headline, indented, lead, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.match import listed, requirement_words
from jobcli.pages.person import gross_of, person_line

if TYPE_CHECKING:
    from jobcli.answers.paths import PathTold
    from jobcli.answers.report import Booklet, Portrait
    from jobcli.domain.role import Claim, Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.pay.estimate import Estimate

ON_A_SHEET = 3
"""So many roles stand side by side on a sheet of A4 without words that are broken."""

_FEW, _WAYS = 2, 3
"""Of more than a few roles, only a few ways are named, and of a text its first sentence."""

_SENTENCES = re.compile(r"(?<=\w{3}[.!?]) (?=[A-ZÄÖÜ])")
"""Between two sentences: no abbreviation has so many letters before its point."""

_CLAIMS = 700
"""So many letters there is room for in a row, of what speaks for the roles or against them."""


def handout_page(desk: Desk, booklet: Booklet, vocabulary: Vocabulary) -> Page:
    """The first sheet compares the roles, the second says what to do: no line on either is to be typed."""
    say, chapters = desk.say, booklet.chapters[:ON_A_SHEET]
    titles = [say(chapter.profile.role.title) for chapter in booklet.chapters]
    told = person_line(desk, booklet.paid.person, vocabulary)
    items = booklet.paid.items
    notes = [
        told or say("For an average employee: nothing was told that changes pay."),
        gross_of(say, items[0].as_of, booklet.paid.person) + ".",
    ]
    left = titles[ON_A_SHEET:]
    notes += [say("For want of room without: {labels}.", labels=say.listing(left))] if left else []
    rows = _rows(desk, chapters, items, booklet, vocabulary)
    compared = say("The roles compared") if len(chapters) > 1 else say("The role")
    return page(
        headline(say.listing(titles), say.moment(desk.today)),
        paragraph(" · ".join(notes), style="muted"),
        heading(compared),
        *_laid(desk, titles[: len(chapters)], rows),
        Break(sheet=True),
        *way_parts(desk, booklet, vocabulary),
    )


Row = tuple[str, list[str]]
"""What is compared, and what each role has of it."""


def _laid(desk: Desk, titles: list[str], rows: list[Row]) -> list[Part]:
    """Side by side; on a screen without the room for it one role after the other."""
    grid: Table = table("", *titles, shown="heading")
    grid.add_column(style="muted")
    for _ in titles:
        grid.add_column()
    for label, cells in rows:
        grid.add_row(label, *cells)
    if len(titles) > 1 and (desk.wide or grid.fits(desk.width - 2)):
        return [indented(grid)]
    return [
        part
        for number, title in enumerate(titles)
        for part in (
            *([lead(title)] if len(titles) > 1 else []),
            facts([(label, cells[number]) for label, cells in rows if cells[number]]),
        )
    ]


def _rows(
    desk: Desk, chapters: Sequence[Portrait], items: Sequence[Estimate], booklet: Booklet, vocabulary: Vocabulary
) -> list[Row]:
    say, paired = desk.say, list(zip(chapters, items, strict=False))
    room, many = _CLAIMS // len(chapters), len(chapters) > _FEW
    outlooks = [one.profile.role.outlook for one in chapters]
    rows: list[Row] = [
        (say("What it is"), [_begun(say(one.profile.role.summary), many=many) for one in chapters]),
        (say("Level"), [names.level(say, one.profile.role.level) for one in chapters]),
        (say("Pay a year"), [_year(say, item) for item in items[: len(chapters)]]),
        (say("A month"), [_month(say, item, booklet) for item in items[: len(chapters)]]),
        (say("Officially"), [_official(say, one, item) for one, item in paired]),
        (say("Than now"), [_gain(say, one) for one in chapters]),
        *_asked(desk, chapters, vocabulary),
        *_ways(desk, chapters, _FEW if many else _WAYS),
        (say("For it"), [_claimed(say, one.chances, room) for one in outlooks]),
        (say("Against it"), [_claimed(say, one.risks, room) for one in outlooks]),
        (say("Doubt"), [_doubt(say, item, many=many) for item in items[: len(chapters)]]),
    ]
    return [(label, cells) for label, cells in rows if any(cells)]


def _begun(text: str, *, many: bool) -> str:
    """A text, or its first sentence where many roles share the sheet."""
    return _SENTENCES.split(text, maxsplit=1)[0] if many else text


def _claimed(say: Language, claims: Sequence[Claim], room: int) -> str:
    """The first of the claims, and as many more as there is room for."""
    found = ""
    for claim in claims:
        text = say(claim.text)
        if found and len(found) + len(text) > room:
            break
        found = f"{found} {text}".strip()
    return found


def _year(say: Language, item: Estimate) -> str:
    pay = item.gross_year
    return say(
        "{middle}, half of them {low} to {high}",
        middle=say.euros(pay.p50),
        low=say.euros(pay.p25),
        high=say.euros(pay.p75),
    )


def _month(say: Language, item: Estimate, booklet: Booklet) -> str:
    gross = say("{euros} gross", euros=say.euros(round(item.gross_year.p50 / 12)))
    net = booklet.paid.nets.get(item.role)
    return gross if net is None else say("{gross}, {net} net", gross=gross, net=say.euros(net.month.p50))


def _official(say: Language, one: Portrait, item: Estimate) -> str:
    """What the official figure of the group would be for this person; where the estimate starts from it, that it does."""
    found = one.official
    if found is None:
        return say("not known")
    if item.anchor.id == found.observation:
        return say("the estimate is the official one")
    return say(
        "{euros} for the whole official group ({publisher}, {date})",
        euros=say.euros(found.for_person),
        publisher=found.source.publisher,
        date=say.moment(found.as_of),
    )


def _gain(say: Language, one: Portrait) -> str:
    """What it pays more a month than what the person has now."""
    if one.fit is None:
        return ""
    if one.fit.present:
        return say("your present role")
    found = one.paths.present
    if found is None or found.gain_month is None:
        gain = one.fit.gain
        return "" if gain is None else gap_words(say, gain.gain_range, gain.group, told_apart=gain.told_apart)
    gross, net = found.gain_month, found.gain_month_net
    text = say(
        "{gain} a month ({low} to {high})",
        gain=signed(say, round(gross.middle)),
        low=signed(say, round(gross.worst)),
        high=signed(say, round(gross.best)),
    )
    return text if net is None else say("{gain}, {net} net", gain=text, net=signed(say, round(net.middle)))


def _asked(desk: Desk, chapters: Sequence[Portrait], vocabulary: Vocabulary) -> list[Row]:
    """The musts: of a person what they have of them, what is missing, and what is open."""
    say = desk.say
    words = [requirement_words(vocabulary, one.profile) for one in chapters]
    if any(one.fit is None for one in chapters):
        musts = [[item for item in one.profile.role.requirements if item.need == "must"] for one in chapters]
        return [(say("Must have"), [listed(desk, found, known) for found, known in zip(musts, words, strict=True)])]

    def row(label: str, state: str, *, trait: bool) -> Row:
        cells = []
        for one, known in zip(chapters, words, strict=True):
            asked = () if one.fit is None else one.fit.requirements
            found = [item for item in asked if item.need == "must" and item.state == state]
            cells.append(listed(desk, [item for item in found if (item.kind == "trait") == trait], known))
        return label, cells

    return [
        row(say("Must: you have"), "met", trait=False),
        row(say("Must: missing"), "missing", trait=False),
        row(say("Must: open"), "unknown", trait=False),
        row(say("Ask yourself"), "unknown", trait=True),
    ]


def _ways(desk: Desk, chapters: Sequence[Portrait], most: int) -> list[Row]:
    """The first ways that lead there and are not behind the person; how many more there are."""
    say = desk.say
    ways = [[path for path in one.paths.paths if path.purpose == "leads" and not _completed(path)] for one in chapters]
    rows: list[Row] = []
    for number in range(max((len(found[:most]) for found in ways), default=0)):
        cells = [_way(desk, found[number]) if number < len(found) else "" for found in ways]
        rows.append((say("Way {number}", number=number + 1), cells))
    rest = [len(found) - most for found in ways]
    if any(count > 0 for count in rest):
        rows.append((say("More ways"), [say.number(max(0, count)) for count in rest]))
    return rows


def _completed(path: PathTold) -> bool:
    return path.admission_reason is not None and path.admission_reason.completed


def _way(desk: Desk, path: PathTold) -> str:
    """Its name, its length, its price and what of that the person bears."""
    say, own = desk.say, path.own_cost
    if own is None or path.cost is None:
        money = say("cost not known")
    elif own.afbg_counted == "no":
        money = least_euro_words(say, own)
    elif own.afbg_counted == "perhaps":
        money = say("{price}, your share from {low}", price=euro_words(say, path.cost), low=say.euros(own.low))
    else:
        money = say("{price}, your share {own}", price=euro_words(say, path.cost), own=least_euro_words(say, own))
    mark = names.name(say, "generic") if path.typical else ""
    stated = path.months is None or path.months.basis == "generic"
    length = (
        month_words(say, path.months.extent) if path.months is not None and stated else names.months(say, path.months)
    )
    admitted = (
        say("you may begin") if path.admission_met else "" if path.admission_met is None else say("not open to you now")
    )
    return say.listing(text for text in (f"{say(path.title)}: {length}", money, mark, admitted) if text)


def _doubt(say: Language, item: Estimate, *, many: bool) -> str:
    """What makes the estimate least sure."""
    texts = []
    if not item.start.titled:
        texts.append(say("Pay is that of the whole official group, not of this title."))
    if item.anchor_old:
        texts.append(say("The figure that pay starts from is of {date}.", date=say.moment(item.anchor.as_of)))
    if item.anchor.doubt is not None and not many:
        texts.append(say(item.anchor.doubt))
    return " ".join(texts)
