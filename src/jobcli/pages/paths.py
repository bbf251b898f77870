"""The training paths of a role: who is admitted, what each takes and costs, who pays, and in which month it has paid for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.difference import same_group
from jobcli.pages.extent import euro_words, number_words
from jobcli.pages.funding import afbg_parts, afbg_summary, funding_parts, verdicts
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
from jobcli.pages.kit.signs import unknown
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Command, Said, Text
from jobcli.pages.names import meanings
from jobcli.pages.person import gross_of, person_line

if TYPE_CHECKING:
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.paths import AdmissionReason, GainMonth, PathTold, RolePaths, Worth, WorthCase
    from jobcli.domain.evidence import Words
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import PayRange, Person
    from jobcli.domain.role import Admission, Span, Vocabulary
    from jobcli.pages.kit.language import Language


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
    basis: GainBasis | None = None,
    *,
    explain: bool,
) -> Page:
    """The page of `paths`; `title` is that of the role, `present` that of the role the person has.

    `funding` names the schemes, `basis` is what a gain is counted with. `explain` adds each scheme with its conditions
    and questions, and the calculation of Aufstiegs-BAföG by its lines.
    """
    say, paths = desk.say, answer.paths
    head = say.plural(
        "{count} way to reach your goal: {role}", "{count} ways to reach your goal: {role}", len(paths), role=say(title)
    )
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
        *([] if present is None else worth_parts(desk, answer, person, vocabulary, present, basis)),
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
        euro_words(say, path.cost) if path.cost else sign,
        euro_words(say, path.afbg.remains) if path.afbg else sign,
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
        return euro_words(say, path.cost)
    funded = euro_words(say, path.afbg.remains)
    if path.own_cost.afbg_counted == "yes":
        return say("{price} with Aufstiegs-BAföG and a passed exam", price=funded)
    return say(
        "{price} with Aufstiegs-BAföG and a passed exam, else {other}", price=funded, other=euro_words(say, path.cost)
    )


_ASSUMPTIONS = {
    "difference": phrase("the difference in pay"),
    "cost": phrase("what the path costs you"),
    "months": phrase("how long the path takes"),
}


def worth_parts(
    desk: Desk,
    answer: RolePaths,
    person: Person,
    vocabulary: Vocabulary,
    title: Words,
    basis: GainBasis | None = None,
) -> list[Part]:
    """The two ranges, the gain a month, and a line for each path; nothing without a present role, whose `title` this is.

    `basis` is what the gain is counted with.
    """
    say, present = desk.say, answer.present
    if present is None:
        return []
    told = person_line(desk, person, vocabulary)
    rows = [
        (say("New role"), _range(desk, present.new_gross_year)),
        (say("Present role"), _range(desk, present.present_gross_year)),
    ]
    net, more = present.gain_month_net, present.gain_month
    if more is None:
        rows.append((say("Gain"), same_group(say, present.group)))
    else:
        rows.append((say("Gain") if net is None else say("Gain, gross"), _gain(desk, more)))
        rows += [(say("Gain, net"), _gain(desk, net))] if net is not None else []
        rows += [(item.id or "", _answer(desk, item.worth)) for item in answer.paths]
    parts: list[Part] = [
        heading(say("Is it worth it?"), say("from {role}", role=title)),
        *([paragraph(told)] if told else []),
        paragraph(gross_of(say, present.as_of, person), style="muted"),
        facts(rows),
    ]
    if more is None:
        return parts
    if (net or more).worst < 0:
        text = say("The difference may also lie below zero: then it never pays off.")
        parts.append(paragraph(text, style="problem"))
    left_out = say("Pay that you forgo while learning, raises and a bonus of the Land are not counted.")
    # What ends with a command to copy comes last, without a full stop.
    return [*parts, paragraph(f"{left_out} {_counted(desk, basis)}", style="muted")]


def _gain(desk: Desk, more: GainMonth) -> str:
    say = desk.say
    return say(
        "{middle} a month in the middle; {worst} to {best}",
        middle=say.euros(more.middle),
        worst=say.euros(more.worst),
        best=say.euros(more.best),
    )


def _counted(desk: Desk, basis: GainBasis | None) -> str:
    """Whether the months are counted with net or with gross pay, and what would make it net."""
    say = desk.say
    if basis is not None and basis.net:
        return say("Counted with net pay, figures of {day}.", day=say.moment(basis.pay_date))
    gross = say("Counted with gross pay, before taxes.")
    return f"{gross} {why_not_net(say, basis)}"


def why_not_net(say: Language, basis: GainBasis | None) -> str:
    """What net pay lacks: figures of that day, or what would make the person known well enough."""
    missing = None if basis is None else basis.missing
    if basis is not None and missing == "figures":
        return say("For {day} there are no payroll figures.", day=say.moment(basis.pay_date))
    if missing == "land":
        return say("For net pay with church tax, tell the Land once: {command}", command="jobcli me set state BY")
    return say("For net pay, tell once: {command}", command="jobcli me set tax-class 1 children 0 church no")


def _range(desk: Desk, pay: PayRange) -> str:
    say = desk.say
    return say(
        "{middle} a year; half lie between {low} and {high}",
        middle=say.euros(pay.p50),
        low=say.euros(pay.p25),
        high=say.euros(pay.p75),
    )


def _answer(desk: Desk, item: Worth | None) -> str:
    """The month in which a path has paid for itself, as a range, and what moves it most."""
    say = desk.say
    if item is None:
        return say("cost not known, so nobody can say")
    if item.best.paid_after is None:
        return say("does not pay off: the gain is never above zero")
    early, middle, late = (_month(desk, case) for case in (item.best, item.middle, item.worst))
    template = (
        phrase("paid for itself {middle}; at best {early}, at worst {late}")
        if item.middle.paid_month is not None or item.middle.paid_after is None
        else phrase(
            "paid for itself {middle} after the path, whose length is not known; at best {early}, at worst {late}"
        )
    )
    text = say(template, middle=middle, early=early, late=late)
    if item.at_least:
        text += "; " + say("a price is missing, so later than that")
    if item.moved_most_by:
        text += "; " + say("moved most by {assumption}", assumption=_ASSUMPTIONS[item.moved_most_by])
    return text + "."


def _month(desk: Desk, case: WorthCase) -> str:
    say = desk.say
    if case.paid_after is None:
        return say("never")
    if case.paid_month is not None:
        return say("in month {month}", month=say.number(case.paid_month))
    return say.plural("{count} month", "{count} months", case.paid_after)


_MISSING = {
    "qualifications": phrase("your qualifications (--qualifications)"),
    "practice": phrase("your years of practice (--experience)"),
    "text": phrase("what the words above ask for"),
}


def admission_line(desk: Desk, admission: Sequence[Admission], item: AdmissionReason, *, explain: bool) -> str:
    """The answer for the ways of one path. `explain` names the trainings of the catalogue that would decide."""
    say, way = desk.say, item.by
    if item.completed:
        return say("yes, you have completed this path")
    if way is not None:
        years = _years(say, way.years)
        if way.training and years:
            return say("yes, with {training} and {years}", training=way.training, years=years)
        what = way.training or years
        return say("yes, with {what}", what=what) if what else say("yes")
    if not item.missing:
        return say("no, because {reasons}", reasons="; ".join(_against(say, item)))
    text = say("not known; to be settled: {what}", what=say.listing(say(_MISSING[name]) for name in item.missing))
    if explain and "qualifications" in item.missing:
        shut = {way.way for way in item.against}
        ids = [name for n, one in enumerate(admission) if n not in shut for name in one.training]
        text += "; " + say("these count: {ids}", ids=", ".join(dict.fromkeys(ids)))
    return text


def _years(say: Language, years: float) -> str:
    if years == 1:
        return say("1 year of practice")
    return say("{years} years of practice", years=say.number(years)) if years else ""


def _against(say: Language, item: AdmissionReason) -> list[str]:
    """Why no way is open: the education, and the fewest years that a way asks for."""
    below = [way for way in item.against if "education" in way.lacking]
    short = [way for way in item.against if way.lacking == ("practice",)]
    reasons = [say("your education holds no training that counts")] if below else []
    if short:
        needed = _years(say, min(way.years for way in short))
        text = phrase("it takes at least {years}")
        if below:
            text = phrase("without one it takes at least {years}")
        reasons.append(say(text, years=needed))
    return reasons
