"""All training paths of a role side by side: what each takes and costs, who pays, and whether it pays off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.admission import admission_line
from jobcli.pages.extent_words import euro_words, number_words
from jobcli.pages.funding import afbg_parts, afbg_summary, funding_parts, verdicts
from jobcli.pages.glossary import meanings
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, caption, facts, headline, indented, lead, page, paragraph
from jobcli.pages.kit.signs import unknown
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Command, Said, Text
from jobcli.pages.payback import worth_parts

if TYPE_CHECKING:
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Span, Vocabulary
    from jobcli.pay.estimate import Estimate
    from jobcli.training.payback import PayPair
    from jobcli.training.weighing import PathOrder, WeighedPath

_ORDERS = {
    "own-cost": phrase("sorted by what it costs you; what is not known comes last"),
    "cost": phrase("sorted by price; what is not known comes last"),
    "time": phrase("sorted by months; what is not known comes last"),
}


def paths_page(
    desk: Desk,
    profile: Profile,
    weighed: Sequence[WeighedPath],
    order: PathOrder,
    drawer: Drawer,
    person: Person,
    vocabulary: Vocabulary,
    before: tuple[Profile, Estimate, Estimate] | None,
    counted: PayPair | None = None,
    *,
    explain: bool,
) -> Page:
    """The page of `paths`; `before` is the present role with the estimates of the new and of the present pay.

    `explain` adds each scheme with its conditions and questions, and the calculation of Aufstiegs-BAföG by its lines.
    """
    say = desk.say
    title = say.plural(
        "{count} way to become {role}",
        "{count} ways to become {role}",
        len(weighed),
        role=say(profile.role.title),
    )
    parts: list[Part] = []
    if desk.wide:
        signs = caption(say("{sign}: not known, or not for this path.", sign=desk.symbols.dash))
        afbg = say(
            "With AFBG, the law of Aufstiegs-BAföG: what is left where it applies or may apply, and the exam is passed."
        )
        parts += [Blank(), indented(_table(desk, weighed)), signs, paragraph(afbg, style="muted")]
    for item in weighed:
        rows = _facts(desk, profile, item, drawer, explain=explain)
        parts += [Blank(), lead(say(item.path.title), item.path.id or ""), facts(rows, indent=4)]
    return page(
        headline(title),
        paragraph(say(_ORDERS[order]), style="muted"),
        *parts,
        *([] if before is None else worth_parts(desk, weighed, person, vocabulary, before, counted)),
        *(afbg_parts(desk, weighed, drawer) if explain else afbg_summary(desk, weighed)),
        *(funding_parts(desk, weighed, drawer) if explain else []),
        *_closing(desk, explain=explain),
        *meanings(desk, ("dqr",) if any(item.path.dqr for item in weighed) else ()),
    )


def _closing(desk: Desk, *, explain: bool) -> list[Part]:
    """What the answers on admission rest on, and how to get the long texts."""
    say = desk.say
    rests = say(
        "Admission is judged by qualifications, education and years alone: the practice must be in the field, and the words may ask for more."
    )
    more = say(
        "Add --explain for each scheme with its conditions, the questions to ask, and the calculation by its lines."
    )
    return [Blank(), paragraph(rests, style="muted"), *([] if explain else [paragraph(more, style="muted")])]


def _table(desk: Desk, weighed: Sequence[WeighedPath]) -> Table:
    """One row for each path: the numbers that are compared."""
    say = desk.say
    labels = (
        say("Path"),
        say("Kind"),
        "DQR",
        say("Months"),
        say("Course"),
        say("Exam"),
        say("Together"),
        say("With AFBG"),
    )
    rows = [_cells(desk, item) for item in weighed]
    grid = table(*labels, gap=1, shown="heading")
    for label in labels:
        first = label == labels[0]
        grid.add_column(whole=first or label == say("Months"), style="strong" if first else "")
    for row in rows:
        grid.add_row(*row)
    return grid


def _cells(desk: Desk, item: WeighedPath) -> tuple[Said, ...]:
    say, sign, path = desk.say, unknown(desk), item.path
    course, exam = path.cost.course, path.cost.exam
    return (
        path.id or "",
        names.name(say, path.kind),
        str(path.dqr) if path.dqr else sign,
        number_words(say, path.months.extent) if path.months else sign,
        euro_words(say, course.extent) if course else sign,
        euro_words(say, exam.extent) if exam else sign,
        euro_words(say, item.cost) if item.cost else sign,
        euro_words(say, item.afbg.remains) if item.afbg else sign,
    )


def _facts(desk: Desk, profile: Profile, item: WeighedPath, drawer: Drawer, *, explain: bool) -> list[tuple[str, Said]]:
    """What is said of one path in a block. All that is not known stands in one line."""
    say, path = desk.say, item.path
    hours = [
        say(text, hours=number_words(say, value.extent))
        for text, value in (
            (phrase("{hours} hours a week"), path.hours_per_week),
            (phrase("{hours} hours in all"), path.hours_total),
        )
        if value
    ]
    source = path.sources.get(path.source) or profile.role.sources[path.source]
    ways = [say(way.text) for way in path.admission]
    met = (
        ""
        if item.admitted is None or not (ways or item.admitted.completed)
        else admission_line(desk, path, item.admitted, explain=explain)
    )
    known: list[tuple[str, Said]] = [
        *([] if path.awards == path.title else [(say("Leads to"), say(path.awards))]),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else ""),
        (say("Kind"), names.name(say, path.kind)),
        ("DQR", str(path.dqr) if path.dqr else ""),
        (say("Length"), names.months(say, path) if path.months else ""),
        (say("Course"), _price(desk, path.cost.course)),
        (say("Exam"), _price(desk, path.cost.exam)),
        (say("Your cost"), Text(own(desk, item), style="money") if item.own_cost else ""),
        (say("Hours"), say.listing(hours)),
        (say("Admission"), ("\n" + say("or") + " ").join(ways)),
        (say("Who pays"), verdicts(desk, item, drawer)),
        *([(say("In doubt"), say(path.doubt))] if path.doubt else []),
        (say("Source"), f"{source.publisher}: {source.title} ({names.source_date(say, source)})"),
        (say("Steps"), Command(f"jobcli checklist {profile.id} {path.id}")),
    ]
    rows: list[tuple[str, Said]] = []
    for label, value in known:
        if value:
            rows.append((label, value))
        if met and label == say("Admission"):
            rows.append((say("Met?"), met))
    unknown = [label for label, value in known if not value]
    return [*rows[:-2], *([(say("Not known"), ", ".join(unknown))] if unknown else []), *rows[-2:]]


def _price(desk: Desk, price: Span | None) -> str:
    """A price with its date, and what its source says of it; empty where it is not known."""
    say = desk.say
    if price is None:
        return ""
    amount = euro_words(say, price.extent) + names.basis_note(say, price.basis)
    told = [say.moment(price.as_of)] if price.as_of else []
    told += [say(price.note)] if price.note else []
    return f"{amount}; {say.listing(told)}" if told else amount


def own(desk: Desk, item: WeighedPath) -> str:
    """What a path costs in the end, in words that carry the open questions."""
    say = desk.say
    if item.own_cost is None:
        return say("not known")
    if item.afbg is None:
        return euro_words(say, item.cost)
    funded = euro_words(say, item.afbg.remains)
    if item.own_cost.counted == "yes":
        return say("{price} with Aufstiegs-BAföG and a passed exam", price=funded)
    return say(
        "{price} with Aufstiegs-BAföG and a passed exam, else {other}", price=funded, other=euro_words(say, item.cost)
    )
