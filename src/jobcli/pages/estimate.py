"""One estimate: the range in words and as a bar, the receipt from the anchor to the result, how sure it is, what else was observed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.pay import Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.benefits import extras_block
from jobcli.pages.certainty import certainty, floor_note
from jobcli.pages.kit.bars import bar, scale_for
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
    page,
    paragraph,
)
from jobcli.pages.kit.signs import sentence
from jobcli.pages.kit.text import Text, joined
from jobcli.pages.person import amount, gross_of, person_line
from jobcli.pages.receipt import receipt_block
from jobcli.pay.benefits import Benefits
from jobcli.pay.estimate import Estimate
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
) -> Page:
    """The whole answer for each role, one below the other; net pay where it was asked for."""
    pages: list[Part | Page] = []
    for item in found.items:
        extras = found.benefits[item.role]
        net: Sequence[Part] = ()
        if taxpayer is not None:
            from jobcli.pages.net import net_parts

            net = net_parts(desk, found.nets[item.role], taxpayer, explain=item is found.items[-1])
        one = estimate_page(desk, item, titles[item.role], found.person, vocabulary, per, extras, net)
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


def estimate_sections(
    desk: Desk, found: Paid, titles: Mapping[str, Words], vocabulary: Vocabulary, wanted: Collection[str]
) -> Page:
    """Some parts of the answer for each role."""
    pages: list[Part | Page] = []
    for item in found.items:
        parts = _sections(desk, item, found.person, vocabulary, found.benefits[item.role])
        chosen = page(*(part for name, part in parts.items() if name in wanted))
        pages += [*([Blank()] if pages else []), headline(desk.say(titles[item.role]), item.role), chosen]
    return page(*pages)


def estimate_page(
    desk: Desk,
    item: Estimate,
    title: Words,
    person: Person,
    vocabulary: Vocabulary,
    per: Period = "year",
    extras: Benefits | None = None,
    net: Sequence[Part] = (),
) -> Page:
    """The answer for one role; `net` is the block of net pay, `extras` the one of what comes beside pay."""
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
        *_sections(desk, item, person, vocabulary, extras).values(),
    )


def _sections(
    desk: Desk, item: Estimate, person: Person, vocabulary: Vocabulary, extras: Benefits | None
) -> dict[str, Page]:
    """The parts of the page that can be asked for alone, by the names of their options."""
    say = desk.say
    return {
        "receipt": page(
            heading(say("Receipt"), say("from the published figure to the result, a year")),
            receipt_block(desk, item, vocabulary),
        ),
        "extras": page(*(extras_block(desk, extras, person, vocabulary) if extras else [])),
        "certainty": page(heading(say("How sure this is")), bullets(certainty(desk, item, person))),
        "others": page(*_others(desk, item)),
    }


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
