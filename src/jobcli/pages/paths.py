"""All training paths of a role side by side: what each takes and costs, who pays, and whether it pays off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.domain.extent import Extent
from jobcli.pages import names
from jobcli.pages.admission import admission_line
from jobcli.pages.extent_words import euro_words, number_words
from jobcli.pages.funding import afbg_parts, afbg_summary, funding_parts, remains, verdicts
from jobcli.pages.glossary import meanings
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, caption, facts, headline, indented, lead, page, paragraph
from jobcli.pages.kit.signs import unknown
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Command, Said, Text
from jobcli.pages.payback import worth_parts

if TYPE_CHECKING:
    from jobcli.answers.amounts import Sum
    from jobcli.answers.paths import PathTold, RolePaths
    from jobcli.domain.evidence import Words
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import Person
    from jobcli.domain.role import Span, Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.training.payback import PayPair

_ORDERS = {
    "own-cost": phrase("sorted by what it costs you; what is not known comes last"),
    "cost": phrase("sorted by price; what is not known comes last"),
    "time": phrase("sorted by months; what is not known comes last"),
}


def paths_page(
    desk: Desk,
    answer: RolePaths,
    title: Words,
    funding: Drawer,
    person: Person,
    vocabulary: Vocabulary,
    present: Words | None = None,
    counted: PayPair | None = None,
    *,
    explain: bool,
) -> Page:
    """The page of `paths`; `title` is that of the role, `present` that of the role the person has.

    `funding` names the schemes, `counted` is what a gain is counted with. `explain` adds each scheme with its conditions
    and questions, and the calculation of Aufstiegs-BAföG by its lines.
    """
    say, paths = desk.say, answer.paths
    head = say.plural("{count} way to become {role}", "{count} ways to become {role}", len(paths), role=say(title))
    parts: list[Part] = []
    if desk.wide:
        signs = caption(say("{sign}: not known, or not for this path.", sign=desk.symbols.dash))
        afbg = say(
            "With AFBG, the law of Aufstiegs-BAföG: what is left where it applies or may apply, and the exam is passed."
        )
        parts += [Blank(), indented(_table(desk, paths)), signs, paragraph(afbg, style="muted")]
    for item in paths:
        rows = _facts(desk, answer.role, item, funding, explain=explain)
        parts += [Blank(), lead(say(item.title), item.id or ""), facts(rows, indent=4)]
    return page(
        headline(head),
        paragraph(say(_ORDERS[answer.sort]), style="muted"),
        *parts,
        *([] if present is None else worth_parts(desk, answer, person, vocabulary, present, counted)),
        *(afbg_parts(desk, paths) if explain else afbg_summary(desk, paths)),
        *(funding_parts(desk, paths, funding) if explain else []),
        *_closing(desk, explain=explain),
        *meanings(desk, ("dqr",) if any(item.dqr for item in paths) else ()),
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


def _table(desk: Desk, paths: Sequence[PathTold]) -> Table:
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
    rows = [_cells(desk, item) for item in paths]
    grid = table(*labels, gap=1, shown="heading")
    for label in labels:
        first = label == labels[0]
        grid.add_column(whole=first or label == say("Months"), style="strong" if first else "")
    for row in rows:
        grid.add_row(*row)
    return grid


def _cells(desk: Desk, path: PathTold) -> tuple[Said, ...]:
    say, sign = desk.say, unknown(desk)
    return (
        path.id or "",
        names.name(say, path.kind),
        str(path.dqr) if path.dqr else sign,
        number_words(say, path.months.extent) if path.months else sign,
        euro_words(say, path.course.extent) if path.course else sign,
        euro_words(say, path.exam.extent) if path.exam else sign,
        _sum(say, path.cost) if path.cost else sign,
        euro_words(say, remains(path.afbg)) if path.afbg else sign,
    )


def _facts(desk: Desk, role: str, path: PathTold, funding: Drawer, *, explain: bool) -> list[tuple[str, Said]]:
    """What is said of one path in a block. All that is not known stands in one line."""
    say, source, reason = desk.say, path.source, path.admission_reason
    hours = [
        say(text, hours=number_words(say, value.extent))
        for text, value in (
            (phrase("{hours} hours a week"), path.hours_per_week),
            (phrase("{hours} hours in all"), path.hours_total),
        )
        if value
    ]
    ways = [say(way.text) for way in path.admission]
    met = (
        ""
        if reason is None or not (ways or reason.completed)
        else admission_line(desk, path.admission, reason, explain=explain)
    )
    known: list[tuple[str, Said]] = [
        *([] if path.awards == path.title else [(say("Leads to"), say(path.awards))]),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else ""),
        (say("Kind"), names.name(say, path.kind)),
        ("DQR", str(path.dqr) if path.dqr else ""),
        (say("Length"), names.months(say, path.months) if path.months else ""),
        (say("Course"), _price(desk, path.course)),
        (say("Exam"), _price(desk, path.exam)),
        (say("Your cost"), Text(_own(desk, path), style="money") if path.own_cost else ""),
        (say("Hours"), say.listing(hours)),
        (say("Admission"), ("\n" + say("or") + " ").join(ways)),
        (say("Who pays"), verdicts(desk, path, funding)),
        *([(say("In doubt"), say(path.doubt))] if path.doubt else []),
        (say("Source"), f"{source.publisher}: {source.title} ({names.source_date(say, source)})"),
        (say("Steps"), Command(f"jobcli checklist {role} {path.id}")),
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


def _own(desk: Desk, path: PathTold) -> str:
    """What a path costs in the end, in words that carry the open questions."""
    say = desk.say
    if path.own_cost is None:
        return say("not known")
    if path.afbg is None:
        return _sum(say, path.cost)
    funded = euro_words(say, remains(path.afbg))
    if path.own_cost.afbg_counted == "yes":
        return say("{price} with Aufstiegs-BAföG and a passed exam", price=funded)
    return say("{price} with Aufstiegs-BAföG and a passed exam, else {other}", price=funded, other=_sum(say, path.cost))


def _sum(say: Language, cost: Sum | None) -> str:
    return euro_words(say, None if cost is None else Extent(cost.low, cost.high, cost.complete))
