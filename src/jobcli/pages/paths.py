"""The training paths of a role: who is admitted, what each takes and costs, who pays, and in which month it has paid for itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.extent import euro_words, month_words, number_words, years_words
from jobcli.pages.funding import afbg_parts, afbg_summary, funding_page, funding_parts, verdicts
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    caption,
    facts,
    heading,
    headline,
    indented,
    lead,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import marked, unknown
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Command, Said, Text
from jobcli.pages.names import meanings
from jobcli.pages.offers import filling, offer_words
from jobcli.pages.worth import worth_parts
from jobcli.training.gate import ACCESSES

if TYPE_CHECKING:
    from jobcli.answers.funding import BonusTold
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.paths import AdmissionReason, ComesFirst, PathTold, RolePaths
    from jobcli.domain.evidence import Phrase, Words
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import Person
    from jobcli.domain.role import Admission, Span, Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.training.gate import Access


_ORDERS = {
    "own-cost": phrase("first what you may begin now; then by what it costs you, what comes before counted in"),
    "cost": phrase("first what you may begin now; then by price, what comes before counted in"),
    "time": phrase("first what you may begin now; then by months, what comes before counted in"),
}
ACCESS: dict[Access, Phrase] = {
    "open": phrase("Open to you now"),
    "after": phrase("Open after other training"),
    "after-practice": phrase("Open after more practice"),
    "unknown": phrase("Whether it is open to you is not known"),
    "closed": phrase("Not open to you"),
    "not-needed": phrase("Not needed: you have as much already"),
}


def paths_page(
    desk: Desk,
    answer: RolePaths,
    title: Words,
    funding: Drawer,
    person: Person,
    vocabulary: Vocabulary,
    present: Words | None = None,
    basis: GainBasis | None = None,
    *,
    explain: bool,
) -> Page:
    """The page of `paths`; `title` is that of the role, `present` that of the role the person has.

    `funding` names the schemes, `basis` is what a gain is counted with. `explain` adds each scheme with its conditions
    and questions, and the calculation of Aufstiegs-BAföG by its lines.
    """
    say, paths = desk.say, answer.paths
    leading = sum(item.purpose == "leads" for item in paths)
    head = names.ways_words(say, leading, len(paths) - leading, title)
    led, helping = paths[:leading], paths[leading:]
    parts: list[Part] = []
    if desk.wide:
        signs = caption(
            say(
                "{sign}: not known, or not for this path. ~: typical for such courses. ?: concluded by us or in doubt.",
                sign=desk.symbols.dash,
            )
        )
        afbg = say(
            "With AFBG, the law of Aufstiegs-BAföG: what is left where it applies or may apply, and the exam is passed."
        )
        table_of = led or paths
        parts += [Blank(), indented(_table(desk, table_of)), signs, paragraph(afbg, style="muted")]
    for access in ACCESSES:
        parts += _blocks(
            desk, answer.role, ACCESS[access], [item for item in led if item.access == access], funding, explain=explain
        )
    parts += _blocks(desk, answer.role, phrase("What only helps in the role"), helping, funding, explain=explain)
    return page(
        headline(head),
        paragraph(say(_ORDERS[answer.sort]), style="muted"),
        *parts,
        *([] if present is None else worth_parts(desk, answer, person, vocabulary, present, basis)),
        *(afbg_parts(desk, paths) if explain else afbg_summary(desk, paths)),
        *(funding_parts(desk, paths, funding) if explain else []),
        *_closing(desk, explain=explain),
        *meanings(desk, ("dqr",) if any(item.dqr for item in paths) else ()),
    )


def sections_page(
    desk: Desk,
    answer: RolePaths,
    title: Words,
    funding: Drawer,
    person: Person,
    vocabulary: Vocabulary,
    present: Words | None,
    basis: GainBasis | None,
    sections: Collection[str],
) -> Page:
    """The parts `funding` and `worth` of the page alone."""
    say = desk.say
    leading = sum(item.purpose == "leads" for item in answer.paths)
    parts: list[Part] = []
    if "worth" in sections:
        told = [] if present is None else worth_parts(desk, answer, person, vocabulary, present, basis)
        parts += told or [paragraph(say("From which role? Name it with --from, or keep it: jobcli me set role ROLE"))]
    if "funding" in sections:
        parts += funding_page(desk, answer.paths, funding)
    return page(headline(names.ways_words(say, leading, len(answer.paths) - leading, title)), *parts)


def _blocks(
    desk: Desk, role: str, title: Phrase, paths: Sequence[PathTold], funding: Drawer, *, explain: bool
) -> list[Part]:
    """Paths under one heading, each with its facts; nothing where there is none."""
    say = desk.say
    parts: list[Part] = []
    for item in paths:
        rows = _facts(desk, role, item, funding, explain=explain)
        parts += [*([Blank()] if parts else []), lead(say(item.title), item.id or ""), facts(rows, indent=4)]
    return [heading(say(title)), *parts] if parts else []


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
        sign if path.dqr is None else str(path.dqr) if path.dqr else say("none"),
        _marked(desk, number_words(say, path.months.extent), path.months) if path.months else sign,
        _marked(desk, euro_words(say, path.course.extent), path.course) if path.course else sign,
        _marked(desk, euro_words(say, path.exam.extent), path.exam) if path.exam else sign,
        _marked(desk, euro_words(say, path.cost), path.course, path.exam) if path.cost else sign,
        _marked(desk, euro_words(say, path.afbg.remains), path.course, path.exam) if path.afbg else sign,
    )


def _marked(desk: Desk, text: str, *spans: Span | None) -> Said:
    """A number with a mark where what it is made of is only typical, concluded or in doubt."""
    found = {span.basis for span in spans if span is not None}
    marks = ["~"] if "generic" in found else ["?"] if found - {"stated"} else []
    return marked(desk.say, text, *marks)


def _facts(desk: Desk, role: str, path: PathTold, funding: Drawer, *, explain: bool) -> list[tuple[str, Said]]:
    """What is said of one path in a block. All that is not known stands in one line."""
    say, source, reason = desk.say, path.source, path.admission_reason
    hours = [
        say(text, hours=number_words(say, value.extent)) + names.basis_note(say, value.basis)
        for text, value in (
            (phrase("{hours} lessons of 45 minutes"), path.lessons),
            (phrase("{hours} hours a week"), path.hours_per_week),
            (phrase("{hours} hours in all"), path.hours_total),
            (phrase("{hours} credit points (ECTS)"), path.ects),
        )
        if value
    ]
    ways = [say(way.text) for way in path.admission]
    met = (
        ""
        if reason is None or not (ways or reason.completed)
        else admission_line(desk, path.admission, reason, explain=explain)
    )
    offer = path.offer
    offered = "" if offer is None else offer_words(desk, offer)
    if path.ends:
        offered = say("{offer}; until {month}", offer=offered, month=say.moment(path.ends))
    known: list[tuple[str, Said]] = [
        *([(say("Your offer"), offered)] if offered else []),
        *([] if path.awards == path.title else [(say("Leads to"), say(path.awards))]),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else ""),
        (say("Kind"), names.name(say, path.kind)),
        *([(say("For this role"), say("it helps, and makes nobody one"))] if path.purpose == "helps" else []),
        ("DQR", "" if path.dqr is None else str(path.dqr) if path.dqr else say("none")),
        (say("Length"), _length(desk, path.months)),
        (say("Course"), _prices(desk, path.course, path.course_usd)),
        (say("Exam"), _prices(desk, path.exam, path.exam_usd)),
        *([(say("You are paid"), _training_pay(desk, path))] if path.training_pay else []),
        (say("Your cost"), Text(_own(desk, path), style="money") if path.own_cost else ""),
        *([(say("Bonus"), _bonus(desk, path.bonus))] if path.bonus else []),
        (say("Hours"), say.listing(hours)),
        *([(say("Pass"), _passing(desk, path.pass_rate))] if path.pass_rate else []),
        (say("Admission"), ("\n" + say("or") + " ").join(ways)),
        *([(say("Exam alone"), _external(desk, path))] if path.external_exam_years else []),
        (say("Who pays"), verdicts(desk, path, funding)),
        *([(say("In doubt"), say(path.doubt))] if path.doubt else []),
        (say("Source"), f"{source.publisher}: {source.title} ({names.source_date(say, source)})"),
        *([(say("Your course"), Command(filling(desk, path.id or "", path.holes)))] if path.holes else []),
        (say("Steps"), Command(f"jobcli checklist {role} {path.id}")),
    ]
    last = 3 if path.holes else 2
    rows: list[tuple[str, Said]] = []
    for label, value in known:
        if value:
            rows.append((label, value))
        if met and label == say("Admission"):
            rows.append((say("Met?"), met))
        if path.comes_first is not None and label == say("Admission"):
            rows.append((say("Before it"), _before(desk, path.comes_first)))
    unknown = [label for label, value in known if not value]
    return [*rows[:-last], *([(say("Not known"), ", ".join(unknown))] if unknown else []), *rows[-last:]]


def _before(desk: Desk, first: ComesFirst) -> str:
    """What comes before a path, and what both take together."""
    say = desk.say
    what = [*first.paths, *([years_words(say, first.years)] if first.years else [])]
    return say(
        "{what}; together {months} and {price}",
        what=say.listing(what),
        months=say("length not known") if first.months is None else month_words(say, first.months),
        price=say("cost not known") if first.cost is None else euro_words(say, first.cost),
    )


def _prices(desk: Desk, price: Span | None, dollars: Span | None) -> str:
    """A price with its date, and what its source says of it; what is asked for in dollars stays so. Empty: not known."""
    say = desk.say
    texts = [] if price is None else [_told(desk, euro_words(say, price.extent), price)]
    if dollars is not None:
        texts.append(_told(desk, say("{amount} US dollars", amount=number_words(say, dollars.extent)), dollars))
    return "\n".join(texts)


def _told(desk: Desk, text: str, span: Span) -> str:
    """A figure with how it rests on its source, its date, and what is said of it."""
    say = desk.say
    told = [say.moment(span.as_of)] if span.as_of else []
    told += [say(words).rstrip(".") for words in (span.note, span.doubt) if words]
    amount = text + names.basis_note(say, span.basis)
    return f"{amount}; {'; '.join(told)}" if told else amount


def _length(desk: Desk, months: Span | None) -> str:
    return "" if months is None else _told(desk, month_words(desk.say, months.extent), months)


def _training_pay(desk: Desk, path: PathTold) -> str:
    """What one is paid while training, year by year, gross a month."""
    say = desk.say
    years = [
        say("{amount} in year {year}", amount=euro_words(say, item.extent), year=item.year)
        for item in path.training_pay
    ]
    first = path.training_pay[0]
    return _told(desk, say("{years}, gross a month", years=say.listing(years)), first)


def _passing(desk: Desk, rate: Span) -> str:
    return _told(desk, desk.say("{count} of 100", count=number_words(desk.say, rate.extent)), rate)


def _external(desk: Desk, path: PathTold) -> str:
    """Whether the examination is open without the training."""
    say = desk.say
    needed = years_words(say, path.external_exam_years or 0)
    if path.external_exam_met is None:
        return say("without the training after {years} in this job", years=needed)
    if path.external_exam_met:
        return say("open to you without the training, if {years} of yours were in this job", years=needed)
    return say("without the training after {years} in this job: you have fewer", years=needed)


def _bonus(desk: Desk, bonus: BonusTold) -> str:
    say = desk.say
    return say(
        "{euros} once from {land} on passing, not in your cost; as of {date}, no legal claim",
        euros=say.euros(bonus.euros),
        land=names.land(say, bonus.state),
        date=say.moment(bonus.since),
    )


def _own(desk: Desk, path: PathTold) -> str:
    """What a path costs in the end, in words that carry the open questions."""
    say = desk.say
    if path.own_cost is None:
        return say("not known")
    typical = names.basis_note(say, "generic") if {"course", "exam"} & set(path.typical) else ""
    if path.afbg is None:
        return euro_words(say, path.cost) + typical
    funded = euro_words(say, path.afbg.remains)
    funded += typical
    if path.own_cost.afbg_counted == "yes":
        return say("{price} with Aufstiegs-BAföG and a passed exam", price=funded)
    return say(
        "{price} with Aufstiegs-BAföG and a passed exam, else {other}", price=funded, other=euro_words(say, path.cost)
    )


_MISSING = {
    "qualifications": phrase("your qualifications (--qualifications)"),
    "education": phrase("your highest education (--education)"),
    "school": phrase("your school certificate (--school)"),
    "practice": phrase("your years of practice (--experience)"),
    "text": phrase("what the words above ask for"),
}


def admission_line(desk: Desk, admission: Sequence[Admission], item: AdmissionReason, *, explain: bool) -> str:
    """The answer for the ways of one path. `explain` names the trainings of the catalogue that would decide."""
    say, way = desk.say, item.by
    if item.completed:
        return say("yes, you have completed this path")
    if way is not None:
        years = years_words(say, way.years)
        if way.training and years:
            return say("yes, with {training} and {years}", training=way.training, years=years)
        what = way.training or years
        return say("yes, with {what}", what=what) if what else say("yes")
    if not item.missing:
        return say("no, because {reasons}", reasons="; ".join(_against(say, item)))
    text = say("not known; to be settled: {what}", what=say.listing(say(_MISSING[name]) for name in item.missing))
    shut = {way.way for way in item.against}
    ids = [name for n, one in enumerate(admission) if n not in shut for name in one.training]
    if explain and ids:
        text += "; " + say("these count: {ids}", ids=", ".join(dict.fromkeys(ids)))
    return text


def _against(say: Language, item: AdmissionReason) -> list[str]:
    """Why no way is open: the education, and the fewest years that a way asks for."""
    below = [way for way in item.against if "education" in way.lacking]
    short = [way for way in item.against if way.lacking == ("practice",)]
    lower = [way for way in item.against if way.lacking == ("school",)]
    reasons = [say("your education holds no training that counts")] if below else []
    reasons += [say("your school certificate is not enough")] if lower else []
    if short:
        needed = years_words(say, min(way.years for way in short))
        text = phrase("it takes at least {years}")
        if below:
            text = phrase("without one it takes at least {years}")
        reasons.append(say(text, years=needed))
    return reasons
