"""One estimate: the range in words and as a bar, the receipt from the anchor to the result, how sure it is, what else was observed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.pay import YES_NO, Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.benefits import extras_block
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    facts,
    further,
    heading,
    headline,
    indented,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import sentence
from jobcli.pages.kit.table import Table, roomiest, table
from jobcli.pages.kit.text import Text, joined
from jobcli.pages.person import amount, gross_of, left_out, person_line
from jobcli.pay.benefits import Benefits
from jobcli.pay.estimate import FULL_TIME_HOURS, Estimate, ReceiptLine
from jobcli.pay.factors import EFFECTS, size_class
from jobcli.pay.others import APART, Carried

if TYPE_CHECKING:
    from jobcli.answers.pay import Paid
    from jobcli.domain.net import Taxpayer


LEVEL = 0.005
"""Closer than this share, an observation is level with the anchor: it would print as 0 %."""


def estimates_page(
    desk: Desk,
    found: Paid,
    titles: Mapping[str, Words],
    vocabulary: Vocabulary,
    per: Period = "year",
    taxpayer: Taxpayer | None = None,
    *,
    explain: bool = True,
) -> Page:
    """The whole answer for each role, one below the other; net pay where it was asked for."""
    pages: list[Part | Page] = []
    for item in found.items:
        extras = found.benefits[item.role] if explain else None
        net: Sequence[Part] = ()
        if taxpayer is not None:
            from jobcli.pages.net import net_parts

            net = net_parts(desk, found.nets[item.role], taxpayer, explain=item is found.items[-1])
        one = estimate_page(desk, item, titles[item.role], found.person, vocabulary, per, extras, net, explain=explain)
        pages += [*([Blank()] if pages else []), one]
    return page(*pages, *_further(desk, found, net=taxpayer is not None))


def _further(desk: Desk, found: Paid, *, net: bool) -> Sequence[Part]:
    """What to ask next of one role."""
    if len(found.items) != 1:
        return ()
    words = (
        phrase("Add --by state for all Länder. The payslip of an amount: jobcli net 4200")
        if net
        else phrase("Add --net for what arrives on your account, or --by state for all Länder.")
    )
    ways = further(desk, (phrase("How do you get there?"), f"jobcli paths {found.items[0].role}"))
    return [Blank(), paragraph(desk.say(words), style="muted"), *ways[1:]]


def estimate_page(
    desk: Desk,
    item: Estimate,
    title: Words,
    person: Person,
    vocabulary: Vocabulary,
    per: Period = "year",
    extras: Benefits | None = None,
    net: Sequence[Part] = (),
    *,
    explain: bool = True,
) -> Page:
    """The answer for one role; `net` is the block of net pay, `extras` the one of what comes beside pay.

    `explain` adds the receipt, how sure it is, and what else was observed.
    """
    say, pay = desk.say, item.gross_year
    scale = scale_for([pay.p10, pay.p90], max(20, min(60, desk.width - 4)))
    told = person_line(desk, person, vocabulary)
    return page(
        headline(say(title), item.role),
        paragraph(told or say("For an average employee: you have not given anything that changes pay.")),
        heading(say("Your pay"), gross_of(say, item.as_of, person, per)),
        paragraph(
            Text(
                say("Half earn more and half less than {middle}.", middle=amount(say, pay.p50, per, person.hours)),
                style="money",
            )
        ),
        paragraph(bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75))),
        facts(
            [
                (
                    say("The middle half"),
                    say(
                        "{low} to {high}",
                        low=amount(say, pay.p25, per, person.hours),
                        high=amount(say, pay.p75, per, person.hours),
                    ),
                ),
                (
                    say("Four in five"),
                    say(
                        "{low} to {high}",
                        low=amount(say, pay.p10, per, person.hours),
                        high=amount(say, pay.p90, per, person.hours),
                    ),
                ),
                *(
                    [(say("A month"), say("{amount} (a twelfth of the year)", amount=say.euros(pay.p50 / 12)))]
                    if per == "year"
                    else []
                ),
            ]
        ),
        *net,
        *_explanation(desk, item, person, vocabulary, extras, explain=explain),
    )


def _explanation(
    desk: Desk, item: Estimate, person: Person, vocabulary: Vocabulary, extras: Benefits | None, *, explain: bool
) -> list[Part]:
    say = desk.say
    if not explain:
        # What cuts the range or makes it a figure of yesterday is said in any case.
        notes = [
            *on_that_day(desk, item),
            *([floor_note(say, item.floor, person.hours)] if item.floor is not None else []),
        ]
        how = say("How it came about: jobcli estimate {role} --explain", role=item.role)
        return [Blank(), *(paragraph(note) for note in notes), paragraph(how, style="muted")]
    return [
        heading(say("Receipt"), say("from the published figure to the result, a year")),
        *receipt_block(desk, item, vocabulary),
        *(extras_block(desk, extras, person, vocabulary) if extras else []),
        heading(say("How sure this is")),
        bullets(certainty(desk, item, person)),
        *_others(desk, item),
    ]


def closing_notes(desk: Desk, estimates: Sequence[Estimate], person: Person) -> list[Part]:
    """What has to be said under a table of estimates."""
    say = desk.say
    cut = next((item.floor for item in estimates if item.floor is not None), None)
    if cut is None:
        return []
    return [paragraph(floor_note(say, cut, person.hours), style="muted")]


def _others(desk: Desk, item: Estimate) -> list[Part]:
    if not item.others:
        return []
    say = desk.say
    told = [text for other in item.others if (text := _other(desk, other))]
    return [
        heading(say("Other observations"), say("carried to the same month")),
        bullets(told),
        *_disagreement(desk, item),
    ]


def _disagreement(desk: Desk, item: Estimate) -> list[Part]:
    """That sources are more than a fifth apart, and what could explain it."""
    say = desk.say
    far = [other for other in item.others if abs(other.distance or 0) > APART]
    if not far:
        return []
    share = say.percent(max(abs(other.distance or 0) for other in far))
    text = say("The sources disagree with the start by up to {share}.", share=share)
    reasons = [reason for reason in _REASONS if any(reason in other.reasons for other in far)]
    if reasons:
        listed = say.listing(say(_REASONS[reason]) for reason in reasons)
        text += " " + say("What could explain it: {reasons}.", reasons=listed)
    return [paragraph(Text(text, style="problem"))]


_REASONS: dict[str, Phrase] = {
    "title": phrase("another title or a wider group"),
    "year": phrase("another year"),
    "statistic": phrase("another statistic"),
    "special-payments": phrase("special payments, which may be in one figure only"),
}


def _other(desk: Desk, other: Carried) -> Text:
    say, item = desk.say, other.observation
    origin = names.origin(say, item, other.source)
    if other.carried is None or other.distance is None:
        why = other.not_carried or "no-middle"
        origin = say("{source}, older than ten years", source=origin) if why == "over-ten-years" else origin
        shown = sentence(
            names.amounts(say, item),
            lambda figures: f"{origin}: " + say(_AS_PUBLISHED[why], figures=figures),
        )
        return joined(shown, (f". {say(item.covers)}", "muted")) if item.covers else shown
    origin = say("{source}, older than five years", source=origin) if other.old else origin
    share = say.percent(abs(other.distance))
    if abs(other.distance) < LEVEL:
        place = say("the same as the starting figure")
    else:
        place = (
            say("{share} above the start", share=share)
            if other.distance > 0
            else say("{share} below the start", share=share)
        )
    if other.on_scale is not None:
        scaled = say("on the official scale {amount}", amount=say.euros(other.on_scale))
        text = joined(origin, (f": {say.euros(other.carried)}", "money"), (f", {scaled}, {place}", ""))
    else:
        text = joined(origin, (f": {say.euros(other.carried)}", "money"), (f", {place}", ""))
    return joined(text, (f". {say(item.covers)}", "muted")) if item.covers else text


_AS_PUBLISHED = {
    "no-middle": phrase("{figures} (no middle value)"),
    "undated": phrase("{figures}, as published"),
    "over-ten-years": phrase("{figures}, as published"),
}


def receipt_block(desk: Desk, item: Estimate, vocabulary: Vocabulary) -> Page:
    """The numbers of each line, with the sources beside them where there is room, else below."""
    say = desk.say
    # Sources beside the numbers may be wrapped, the numbers and their labels not.
    one = _lines(desk, item, vocabulary, 2)
    grid = one if desk.wide else roomiest(lambda gap: _lines(desk, item, vocabulary, gap), desk.width - 2)
    if desk.wide:
        return page(indented(grid))
    cited: dict[str, list[str]] = {}
    for line in (line for line in item.receipt if line.factor != "hours"):
        cited.setdefault(_cited(say, line), []).append(_label(say, line, vocabulary))
    sources = bullets([f"{', '.join(labels)}: {source}" for source, labels in cited.items()])
    return page(indented(grid), Blank(), sources)


def _lines(desk: Desk, item: Estimate, vocabulary: Vocabulary, gap: int) -> Table:
    say, roomy = desk.say, desk.wide
    heads = ["", say("times"), say("change"), say("subtotal"), *([say("source")] if roomy else [])]
    grid = table(*heads, gap=gap, shown="muted")
    grid.add_column()
    for _ in range(3):
        grid.add_column(align="right", whole=True)
    if roomy:
        grid.add_column(style="muted")
    for line in item.receipt:
        change = "" if line.factor == "anchor" else ("+" if line.euros >= 0 else "") + say.euros(line.euros, 2)
        factor = "" if line.factor == "anchor" else _times(say, line)
        cells = [_label(say, line, vocabulary), factor, change, say.euros(line.subtotal, 2)]
        grid.add_row(*cells, *([_cited(say, line)] if roomy else []))
    return grid


def _times(say: Language, line: ReceiptLine) -> Text:
    number = say.number(line.multiplier, 4)
    return Text(f"× {number}", aloud=number)


def _label(say: Language, line: ReceiptLine, vocabulary: Vocabulary) -> str:
    fixed: dict[str, Callable[[], str]] = {
        "anchor": lambda: say("Published figure"),
        "index": lambda: say("Wages up to {month}", month=say.moment(line.value)),
        "statistic": lambda: say("From average to median"),
        "source-kind": lambda: say(_TO_THE_SCALE[line.value]),
        "group": lambda: say("With the official group"),
        "state": lambda: names.land(say, line.value),
        "experience": lambda: say.plural("{count} year of working", "{count} years of working", float(line.value)),
        "tenure": lambda: say.plural("{count} year here", "{count} years here", float(line.value)),
        "company-size": lambda: say("{range} employees", range=line.value.replace("-", "–")),
        "industry": lambda: names.named(say, vocabulary.industries, (line.value,))[0],
        "level": lambda: names.name(say, line.value),
        "education": lambda: names.education(say, line.value),
        "hours": lambda: say("{hours} hours a week", hours=say.number(float(line.value))),
    }
    answer = YES_NO.get(line.factor.replace("-", "_"))
    if answer is not None:
        return say(answer.words(line.value))
    text = fixed[line.factor]()
    return say("{factor} (assumed)", factor=text) if line.assumed else text


_TO_THE_SCALE = {"portal": phrase("From portal to official statistics")}


def _cited(say: Language, line: ReceiptLine) -> str:
    if line.pairs is not None:
        return say.plural("our calculation, {count} pair", "our calculation, {count} pairs", line.pairs)
    date = names.source_date(say, line.source)
    sure = f", {say(names.NAMES_OF_CONFIDENCE[line.confidence])}" if line.confidence else ""
    source = f"{line.source.publisher}, {date}{sure}"
    if line.counts == 1:
        return source
    times = say.number(line.counts)
    return say("{source}; counted {times} times by our own measurement", source=source, times=times)


def certainty(desk: Desk, item: Estimate, person: Person) -> list[str]:
    """What was assumed, what the range follows, and what is old or in doubt: a sentence for each."""
    say = desk.say
    notes = on_that_day(desk, item)
    missing = left_out(say, person)
    if missing:
        notes.append(say("Not given, so the average is assumed: {factors}.", factors=say.listing(missing)))
    counted = max((line.counts for line in item.receipt), default=1)
    if counted > 1:
        times = say.number(counted)
        notes.append(
            say(
                "Land, experience and company size count up to {times} times: what is not told goes along with them.",
                times=times,
            )
        )
    industry = next((line.counts for line in item.receipt if line.factor == "industry"), 1)
    if industry < 1:
        times = say.number(industry)
        notes.append(
            say(
                "The industry counts {times} times: published pay differs less by industry than the official comparison says.",
                times=times,
            )
        )
    if any(line.assumed for line in item.receipt):
        notes.append(say("Years with the employer were not told; they are assumed from the years in working life."))
    if person.company_size is not None:
        size = size_class(person.company_size).replace("-", "–")
        notes.append(
            say.plural(
                "{count} employee falls into the class {range}. What goes along rises between the classes, too.",
                "{count} employees fall into the class {range}. What goes along rises between the classes, too.",
                person.company_size,
                range=size,
            )
        )
    notes += [*_of_whom(say, item), *_how_wide(say, item)]
    if item.floor is not None:
        notes.append(floor_note(say, item.floor, person.hours))
    notes.append(_special(say, item))
    if item.anchor_old:
        notes.append(
            say("The figure at the start, of {month}, is older than five years.", month=say.moment(item.anchor.as_of))
        )
    if item.anchor.doubt is not None:
        notes.append(say(item.anchor.doubt))
    return notes


def on_that_day(desk: Desk, item: Estimate) -> list[str]:
    """What an answer for a day in the past has to say of itself: what was not known then, and what is used all the same."""
    say, day = desk.say, desk.say.moment(item.day)
    notes = []
    if item.substitute:
        notes.append(
            say(
                "The usual start was not known on {day}; this one is of {month}.",
                day=day,
                month=say.moment(item.anchor.as_of),
            )
        )
    if any(line.since is not None and line.since > item.day for line in item.receipt if line.factor in EFFECTS):
        notes.append(
            say("The effects exist in one edition only, which is later than {day}; it is used for every day.", day=day)
        )
    if not item.floor_known:
        notes.append(say("The minimum wage of {day} is not in our figures, so the range is not cut there.", day=day))
    return notes


WIDE = 3
"""From this ratio of p90 to p10 on, a range says why it is so wide."""


def _of_whom(say: Language, item: Estimate) -> list[str]:
    """Whose pay the start is, and how it came to stand on the scale."""
    start, notes = item.start, []
    if start.group is not None and not start.titled:
        notes.append(
            say("This is the pay of the whole official group KldB {group}, not of this title.", group=start.group)
        )
    elif start.weight is not None:
        notes.append(
            say(
                "The start weighs the figure of the title with {title} and the median of the official group KldB {group} with {rest}.",
                title=say.percent(start.weight),
                group=start.group or "",
                rest=say.percent(1 - start.weight),
            )
        )
    ends = [value for value in (item.anchor.low, item.anchor.high) if value is not None]
    if item.anchor.spread == "full-range" and len(ends) == 2 and start.spread.observation != start.anchor.id:
        low, high = (say.euros(value) for value in ends)
        notes.append(
            say(
                "The published ends, {low} and {high}, are no quartiles: the range is not made of them.",
                low=low,
                high=high,
            )
        )
    if item.anchor.statistic == "midpoint":
        notes.append(say("The figure at the start is the middle between two ends, not a median."))
    if start.anchor.kind == "survey" and not start.group:
        notes.append(
            say("Surveys of recruiters and associations scatter too far to be converted: this one is taken as it is.")
        )
    return notes


def _how_wide(say: Language, item: Estimate) -> list[str]:
    """What the range follows, and why it is wide where it is."""
    spread = item.start.spread
    if spread.observation is None:
        notes = [
            say(
                "How far pay spreads in this role is not published; the range uses the mean spread inside an occupation."
            )
        ]
    elif spread.above_from is None:
        notes = [
            say(
                "The range follows the quartiles of {source}, less what your answers explain.",
                source=_publisher(item, spread.observation),
            )
        ]
    else:
        notes = [
            say(
                "The lower half of the range follows the quartile of {source}; the upper one is above the recording limit, so the mean against the median of {other} stands in.",
                source=_publisher(item, spread.observation),
                other=_publisher(item, spread.above_from),
            )
        ]
    notes.append(say("The upper end is approximate: real pay reaches further up than the range shows."))
    pay = item.gross_year
    if pay.p90 > WIDE * pay.p10 and spread.grouped:
        notes.append(
            say("The range is this wide because the official group holds jobs that are paid very differently.")
        )
    return notes


def _publisher(item: Estimate, observation: str) -> str:
    if observation == item.anchor.id:
        return item.anchor_source.publisher
    return next(other.source.publisher for other in item.others if other.observation.id == observation)


def _special(say: Language, item: Estimate) -> str:
    included = {
        "included": say("Special payments such as a Christmas bonus are in these figures."),
        "excluded": say("Special payments such as a Christmas bonus are not in these figures."),
        "unknown": say("Whether special payments are in these figures is not known."),
    }
    return included[item.special_payments]


def floor_note(say: Language, floor: int, hours: float | None) -> str:
    """That the lower end of a range is the minimum wage, `floor` in euros a year for these hours a week."""
    return say(
        "The range stops at the minimum wage: {floor} a year at {hours} hours a week.",
        floor=say.euros(floor),
        hours=say.number(hours or FULL_TIME_HOURS),
    )
