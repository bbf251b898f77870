"""The first screen of one estimate: the pay, its most important doubt, and the way there for a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.pay import Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.certainty import floor_note, on_that_day
from jobcli.pages.first.doubt import doubt_words
from jobcli.pages.first.rows import ShortEntry, ShortRow, clause, row, screen, settings_row
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, headline, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pages.person import amount, gross_of, person_line
from jobcli.pages.receipt import receipt_label
from jobcli.pay.estimate import Estimate

if TYPE_CHECKING:
    from jobcli.answers.pay import Paid
    from jobcli.domain.net import Taxpayer
    from jobcli.net_pay.payslip import NetEstimate
    from jobcli.pay.benefits import Benefits

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""No answers."""

_INCLUDED = {
    "included": phrase("in the pay already: {benefit}"),
    "excluded": phrase("on top: {benefit}"),
    "unknown": phrase("perhaps in the pay already: {benefit}"),
}

_SHORT: Mapping[str, Phrase] = {
    "statistic": phrase("median"),
    "source-kind": phrase("official scale"),
    "group": phrase("official group"),
    "experience": phrase("experience"),
    "tenure": phrase("years here"),
    "company-size": phrase("company size"),
    "hours": phrase("hours"),
}
"""The lines of the receipt in a word or two; the others have their own."""

_OPTIONS = ("state", "experience", "tenure", "company_size", "industry", "education", "collective_agreement")
"""What a person may tell of themselves, in the order in which it usually moves pay."""


def first_of_estimate(
    desk: Desk,
    found: Paid,
    title: Words,
    vocabulary: Vocabulary,
    per: Period = "year",
    taxpayer: Taxpayer | None = None,
    *,
    kept: Mapping[str, Any] = NOTHING,
) -> Page:
    """The only estimate that was found; net pay where it was asked for. `kept` are the answers that came from settings."""
    (item,) = found.items
    pay = item.gross_year
    scale = scale_for([pay.p10, pay.p90], max(20, min(60, desk.width - 4)))
    line = bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75))
    head = page(headline(desk.say(title), item.role), paragraph(line))
    return screen(
        desk,
        head,
        [*_rows(desk, found, item, vocabulary, per, taxpayer, kept=kept)],
        (phrase("By Land"), f"jobcli estimate {item.role} --by state"),
        (phrase("The way"), f"jobcli paths {item.role}" if _is_role(found) else f"jobcli show {item.role} --paths"),
    )


def _is_role(found: Paid) -> bool:
    """An official occupation has no paths with steps."""
    return all(profile.kind == "role" for profile in found.profiles.values())


def _rows(
    desk: Desk,
    found: Paid,
    item: Estimate,
    vocabulary: Vocabulary,
    per: Period,
    taxpayer: Taxpayer | None,
    *,
    kept: Mapping[str, Any],
) -> Iterator[ShortRow]:
    say, person, net = desk.say, found.person, found.nets.get(item.role)
    yield row(say("Pay"), [_middle(say, item, person, per)], whole=True)
    if net is not None:
        yield row(say("Net"), [_arrives(say, net)], whole=True)
    yield row(say("Caution"), [" ".join(on_that_day(desk, item)) or doubt_words(say, item)], whole=True)
    yield row(say("Range"), [_range(say, item, person, per)], whole=True)
    yield row(say("For you"), [_told(desk, person, vocabulary, taxpayer)], 2)
    yield settings_row(desk, kept, vocabulary)
    yield row(say("Receipt"), [_chain(say, item, vocabulary)], whole=True)
    if net is not None:
        yield from _payslip_rows(say, net)
    yield row(say("Extras"), _extras(say, found.benefits[item.role], vocabulary), 2, "--extras")
    yield row(say("Others"), _others(say, item), 2, "--others")
    untold = [name for name in _OPTIONS if getattr(person, name) is None]
    more = [f"--{name.replace('_', '-')}" for name in untold] + (["--net"] if net is None else [])
    yield row(say("Sharper"), more, 2)
    yield row(say("More"), ["--receipt", "--extras", "--others", "--certainty", "--full"])


def _middle(say: Language, item: Estimate, person: Person, per: Period) -> Text:
    middle = item.gross_year.p50
    text = Text(amount(say, middle, per, person.hours), "money")
    if per != "year":
        return text.append(f" {gross_of(say, item.as_of, person, per)}")
    hours = say("{hours} hours a week", hours=say.number(person.hours)) if person.hours else say("full time")
    return text.append(" " + say("gross a year at {hours}, {month} a month", month=say.euros(middle / 12), hours=hours))


def _range(say: Language, item: Estimate, person: Person, per: Period) -> str:
    ends = (getattr(item.gross_year, point) for point in ("p25", "p75", "p10", "p90"))
    low, high, lowest, highest = (amount(say, value, per, person.hours) for value in ends)
    text = say(
        "the middle half {low} to {high}, four in five {lowest} to {highest}",
        low=low,
        high=high,
        lowest=lowest,
        highest=highest,
    )
    return text if item.floor is None else f"{text}. {floor_note(say, item.floor, person.hours)}"


def _arrives(say: Language, net: NetEstimate) -> Text:
    month = net.month
    words = say("a month, the middle half {low} to {high}", low=say.euros(month.p25), high=say.euros(month.p75))
    return Text(say.euros(month.p50, 2), "money").append(f" {words}")


def _told(desk: Desk, person: Person, vocabulary: Vocabulary, taxpayer: Taxpayer | None) -> Text:
    say = desk.say
    told = [person_line(desk, person, vocabulary)]
    if taxpayer is not None:
        from jobcli.pages.net import told_of_tax

        told.append(told_of_tax(say, taxpayer))
    return Text(say.listing(words for words in told if words) or say("an average employee: you have told nothing yet"))


def _chain(say: Language, item: Estimate, vocabulary: Vocabulary) -> Text:
    """The published figure, what it is multiplied by, and the result: the product of what is printed, within a euro or two."""
    start, *factors = item.receipt
    origin = f"{names.short_publisher(start.source)}, {say.moment(item.anchor.as_of)}"
    text = Text(say.euros(start.subtotal)).append(f" ({origin})")
    for line in factors:
        words = say(_SHORT[line.factor]) if line.factor in _SHORT else receipt_label(say, line, vocabulary)
        text.append(" ×\u00a0", aloud=" " + say("multiplied by") + " ")
        text.append(f"{say.number(line.multiplier, 4)}\u00a0{words}")
    return text.append(" =\u00a0", aloud=" " + say("makes") + " ").append(say.euros(item.gross_year.p50), "money")


def _payslip_rows(say: Language, net: NetEstimate) -> Iterator[ShortRow]:
    """What is taken off, what is taken for granted, and the year with what comes once."""
    from jobcli.pages.assumed import assumed
    from jobcli.pages.net import year_words
    from jobcli.pages.payslip import ITEMS

    taken = (
        f"{say(ITEMS[name])} {say.euros(sum_, 2)}"
        for name in dict.fromkeys(line.item for line in net.slip.deductions)
        if (sum_ := net.slip.amount(name))
    )
    yield row(say("Taken off"), taken, 3, "--full", between=", ")
    yield row(say("Assumed"), (clause(assumed(say, one)) for one in net.slip.assumptions), 2, "--full")
    if net.year is not None:
        yield row(say("With it"), [year_words(say, net.year)], whole=True)


def _extras(say: Language, item: Benefits, vocabulary: Vocabulary) -> Iterator[ShortEntry]:
    """The benefits; the first one says whether payments are in the pay already."""
    for number, line in enumerate(item.lines):
        (name,) = names.named(say, vocabulary.benefits, (line.id,))
        share = next((share.percent for share in line.shares if share.group == "all"), None)
        words = say("{benefit} ({share} get it)", benefit=name, share=say.percent(share / 100)) if share else name
        said = words if number else say(_INCLUDED[item.included], benefit=words)
        yield ShortEntry(Text(said), line.basis != "stated")


def _others(say: Language, item: Estimate) -> Iterator[Text]:
    """The other observations in the same money, on the official scale where they can be converted."""
    for other in item.others:
        value = other.on_scale or other.carried
        if value is not None:
            yield Text(f"{names.short_publisher(other.source)} {say.euros(value)}")
