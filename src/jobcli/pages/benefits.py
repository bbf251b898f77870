"""What comes beside pay, as the second block of an estimate: one line for each special payment or benefit."""

from __future__ import annotations

from collections.abc import Iterator

from jobcli.domain.evidence import phrase
from jobcli.domain.pay import Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Part, bullets, heading, paragraph
from jobcli.pages.kit.text import Text, joined
from jobcli.pay.benefits import LAWS, BenefitAmount, BenefitLine, BenefitRule, Benefits, BenefitShare

_Cited = BenefitShare | BenefitAmount | BenefitRule

_INCLUDED = {
    "included": phrase("payments are in the pay above already; euros a year"),
    "excluded": phrase("not in the pay above; euros a year"),
    "unknown": phrase("perhaps in the pay above already; euros a year"),
}
APART = 0.2
"""Shares that differ by more than this part of the larger are said to disagree."""

_GROUPS = {
    "all": phrase("all employees"),
    "agreement": phrase("with a collective agreement"),
    "no-agreement": phrase("without a collective agreement"),
    "collectively-paid": phrase("paid by collective agreement"),
}


def extras_block(desk: Desk, item: Benefits, person: Person, vocabulary: Vocabulary) -> list[Part]:
    """The block below the receipt; nothing where the profile names no benefits."""
    if not item.lines:
        return []
    say = desk.say
    told = [line for line in item.lines if _known(line)]
    bare = [line for line in item.lines if not _known(line)]
    rows = [
        joined(Text(_name(say, line, vocabulary), style="strong"), (f": {_line(say, line, item, person)}", ""))
        for line in told
    ]
    if bare:
        listed = say.listing(_name(say, line, vocabulary) for line in bare)
        rows.append(Text(say("Without a figure in our sources: {benefits}.", benefits=listed)))
    parts: list[Part] = [
        heading(say("Special payments and benefits"), say(_INCLUDED[item.included])),
        bullets(rows),
    ]
    parts += [paragraph(Text(sentence)) for sentence in _remarks(say, item, person, vocabulary)]
    cited = [f"{', '.join(labels)}: {source}" for source, labels in _sources(say, item, vocabulary).items()]
    if not cited:
        return parts
    return [*parts, Blank(), bullets([Text(text, style="muted") for text in cited])]


def _name(say: Language, line: BenefitLine, vocabulary: Vocabulary) -> str:
    (text,) = names.named(say, vocabulary.benefits, (line.id,))
    return text + names.basis_note(say, line.basis)


def _known(line: BenefitLine) -> bool:
    return bool(line.shares or line.amount or line.rules) or line.id in ("thirteenth-salary", "capital-forming-payment")


def _line(say: Language, line: BenefitLine, item: Benefits, person: Person) -> str:
    """All that is known of one benefit, in sentences."""
    parts = []
    if line.id == "thirteenth-salary" and line.amount is None:
        parts.append(say("The amount is not known, because special payments are in the pay above."))
    if line.id == "capital-forming-payment":
        parts.append(say("What employers usually pay is in contracts, not in the law, and is not known here."))
    if line.shares:
        shares = say.listing(_share(say, line, share) for share in line.shares)
        parts.append(say("Paid to {shares}.", shares=shares))
    parts += [_amount(say, line.amount, item)] if line.amount else []
    if line.shares and line.amount is None and person.collective_agreement is False:
        parts.append(say("Without a collective agreement our sources have no amount."))
    return " ".join([*parts, *(_rule(say, rule) for rule in line.rules)])


def _share(say: Language, line: BenefitLine, share: BenefitShare) -> str:
    # The survey asked about the holiday bonus in the private sector only.
    private = line.id == "holiday-bonus" and share.group != "collectively-paid"
    text = phrase("{share} ({group}, private sector, {year})") if private else phrase("{share} ({group}, {year})")
    return say(text, share=_percent(say, share.percent), group=_GROUPS[share.group], year=_year(share))


def _percent(say: Language, value: float) -> str:
    number = say.number(value)
    return f"{number}%" if say.code == "en" else f"{number}\u00a0%"


def _amount(say: Language, amount: BenefitAmount, item: Benefits) -> str:
    if amount.kind == "monthly-pay" and amount.low is not None and amount.high is not None:
        text = say(
            "Computed, not published: one monthly pay, {middle} (middle half {low} to {high}).",
            middle=say.euros(amount.middle),
            low=say.euros(amount.low),
            high=say.euros(amount.high),
        )
        less = say("Less, if it is in the pay already.")
        return f"{text} {less}" if item.included == "unknown" else text
    year = _year(amount)
    return say(
        "Among employees paid by collective agreement it is {mean} on average ({year}).",
        mean=say.euros(amount.middle),
        year=year,
    )


def _rule(say: Language, rule: BenefitRule) -> str:
    """What the law says, with its amounts and the place where it stands."""
    values = {name: say.euros(value) for name, value in rule.values.items() if not name.endswith("percent")}
    values |= {name: _percent(say, value) for name, value in rule.values.items() if name.endswith("percent")}
    return say(LAWS[rule.id].sentence, law=rule.law, year=_year(rule), **values)


def _remarks(say: Language, item: Benefits, person: Person, vocabulary: Vocabulary) -> Iterator[str]:
    """What has to be said of the lines together."""
    money = [line for line in item.lines if line.shares or line.amount]
    means = any(line.amount and line.amount.kind == "mean" for line in item.lines)
    if item.total is not None:
        yield _sum(say, item.total, means=means)
    elif money:
        yield _no_sum(say, item, person)
    if item.same:
        first, second = names.named(say, vocabulary.benefits, item.same)
        yield say("{first} and {second} are often one payment: do not count both.", first=first, second=second)
        if item.total is not None:
            yield say("The sum holds only the smaller of the two.")
    if any(_apart(line) for line in money):
        yield say(
            "The shares disagree: one is a survey of volunteers, the other official, and years and groups differ."
        )
    if means:
        yield say("A share and a mean are not to be multiplied: they speak of different people.")
    if money:
        yield say("Our sources name no tax exemption for bonuses.")
    if item.in_kind is not None:
        yield _rule(say, item.in_kind)


def _sum(say: Language, total: int, *, means: bool) -> str:
    if means:
        return say(
            "If you get all of them, each at its mean: at least {sum} a year. What has no amount is not in it.",
            sum=say.euros(total),
        )
    return say(
        "If you get all of them: at least {sum} a year. What has no amount is not in it.",
        sum=say.euros(total),
    )


def _apart(line: BenefitLine) -> bool:
    """Whether the published shares of one payment are further apart than a fifth of the larger."""
    shares = [share.percent for share in line.shares]
    return bool(shares) and min(shares) < (1 - APART) * max(shares)


def _no_sum(say: Language, item: Benefits, person: Person) -> str:
    if item.included == "included":
        return say("No sum: nothing comes on top of pay that holds special payments already.")
    if item.included == "unknown":
        return say("No sum: it is not known whether they come on top.")
    if person.collective_agreement is None:
        return say("No sum: the means hold with a collective agreement, and you did not tell whether you have one.")
    if any(line.amount for line in item.lines):
        return say("No sum: the means are not fitted to your hours.")
    return say("No sum: no amount is known.")


def _sources(say: Language, item: Benefits, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The sources of the block, each with what it speaks of."""
    found: dict[str, list[str]] = {}
    for line in item.lines:
        amounts = [line.amount] if line.amount else []
        label = names.named(say, vocabulary.benefits, (line.id,))[0]
        cited_ones: list[_Cited] = [*line.shares, *amounts, *line.rules]
        for cited in cited_ones:
            _note(found, say, cited, label)
    if item.in_kind is not None:
        _note(found, say, item.in_kind, say("Benefits in kind"))
    return found


def _note(found: dict[str, list[str]], say: Language, cited: _Cited, label: str) -> None:
    """Add what a source speaks of; what was computed has none."""
    if cited.source is None or cited.since is None or cited.confidence is None:
        return
    sure = say(names.NAMES_OF_CONFIDENCE[cited.confidence])
    labels = found.setdefault(f"{cited.source.publisher}, {say.moment(cited.since)}, {sure}", [])
    if label not in labels:
        labels.append(label)


def _year(cited: _Cited) -> str:
    return (cited.since or "")[:4]
