"""Who pays: the verdict on each scheme in words, and the calculation of Aufstiegs-BAföG line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.domain.extent import Extent
from jobcli.pages.extent import euro_words
from jobcli.pages.kit.parts import Desk, Page, Part, facts, heading, lead, page, paragraph
from jobcli.pages.kit.text import Text

if TYPE_CHECKING:
    from jobcli.answers.funding import SchemeVerdict
    from jobcli.answers.paths import PathTold
    from jobcli.domain.figures import Drawer
    from jobcli.domain.funding import Scheme
    from jobcli.pages.kit.language import Language
    from jobcli.training.afbg import AfbgLine
    from jobcli.training.funding import FundingAmount

VERDICTS = {
    "applies": phrase("applies"),
    "may-apply": phrase("may apply"),
    "does-not-apply": phrase("does not apply"),
}
_ITEMS = {
    "course": phrase("Course"),
    "exam": phrase("Exam"),
    "fees": phrase("Fees together"),
    "over": phrase("Above the highest amount"),
    "grant": phrase("Grant"),
    "loan": phrase("Loan"),
    "remission": phrase("Waived on passing"),
    "remains": phrase("Remains"),
}


def verdicts(desk: Desk, item: PathTold, drawer: Drawer) -> str:
    """The schemes that apply or may apply to a path, in one line."""
    say = desk.say
    found: dict[str, list[str]] = {}
    for ruling in item.funding:
        name = drawer.schemes[ruling.id].name
        # In one line, the schemes go by their proper names, which are German.
        found.setdefault(ruling.verdict, []).append(_granted(desk, item, ruling, name.de or say(name)))
    found["does-not-apply"] = list(_excluded(desk, item, drawer))
    texts = [
        as_sentence(say("{verdict}: {paths}.", verdict=words, paths=say.listing(found[verdict])))
        for verdict, words in VERDICTS.items()
        if found.get(verdict)
    ]
    return " ".join(texts) if texts else say("no funding known")


_OF_THE_SCHEME = ("kind", "ended", "dqr")
"""Conditions that fail for every person alike: they are said with --explain."""


def _excluded(desk: Desk, item: PathTold, drawer: Drawer) -> Iterator[str]:
    """The schemes that a person or their course is shut out of, each with why."""
    for ruling in item.funding:
        if shuts_out(ruling):
            scheme = drawer.schemes[ruling.id]
            why = reason_against(desk, scheme, ruling).rstrip(".")
            yield desk.say("{scheme} ({why})", scheme=scheme.name.de or desk.say(scheme.name), why=why)


def shuts_out(ruling: SchemeVerdict) -> bool:
    """Whether a scheme shuts out this person or this course, not every one of its kind."""
    return bool(ruling.against) and ruling.against[0].id not in _OF_THE_SCHEME


def _granted(desk: Desk, item: PathTold, ruling: SchemeVerdict, name: str) -> str:
    """The name of a scheme, with what it pays where that is certain."""
    if ruling.verdict != "applies" or ruling.id != "afbg" or item.afbg is None:
        return name
    say = desk.say
    paid = [line for line in item.afbg.lines if line.item in ("grant", "remission")]
    low, high = (sum((getattr(line, end) or Decimal(0) for line in paid), Decimal(0)) for end in ("low", "high"))
    euros = euro_words(say, Extent(low, high, item.afbg.complete), places=2)
    return say("{scheme} ({euros} of the fees on passing)", scheme=name, euros=euros)


def shut_out(desk: Desk, paths: Sequence[PathTold], drawer: Drawer) -> list[str]:
    """The schemes that shut out the person or their course, and apply to none of the paths, each with why."""
    hopeful = {ruling.id for path in paths for ruling in path.funding if ruling.verdict != "does-not-apply"}
    found = {ruling.id: ruling for path in paths for ruling in path.funding if shuts_out(ruling)}
    return [
        desk.say(
            "{scheme} ({why})",
            scheme=drawer.schemes[name].name.de or desk.say(drawer.schemes[name].name),
            why=reason_against(desk, drawer.schemes[name], ruling).rstrip("."),
        )
        for name, ruling in found.items()
        if name not in hopeful
    ]


def funding_page(desk: Desk, paths: Sequence[PathTold], drawer: Drawer) -> Page:
    """Who pays for the paths, with all conditions, the questions to ask, and the calculation by its lines."""
    return page(*funding_parts(desk, paths, drawer), *afbg_parts(desk, paths))


def funding_parts(desk: Desk, paths: Sequence[PathTold], drawer: Drawer) -> list[Part]:
    """A paragraph for each scheme: what it gives, to which paths it may apply, what to ask, and why not to the others."""
    say = desk.say
    parts: list[Part] = [heading(say("Who pays"), say("what is not certain is a question to ask"))]
    never: list[Part] = []
    for name, scheme in drawer.schemes.items():
        groups = _groups(name, paths)
        if all(ruling.verdict == "does-not-apply" for ruling, _ in groups):
            reasons = " ".join(dict.fromkeys(reason_against(desk, scheme, one) for one, _ in groups))
            never.append(lead(say(scheme.name), reasons))
            continue
        law = scheme.law if scheme.law and scheme.law not in say(scheme.name) else ""
        parts.append(lead(say(scheme.name), law))
        parts.append(paragraph(say("Gives {what}.", what=scheme.gives), indent=4))
        parts += [paragraph(_ruling(desk, scheme, ruling, ids), indent=4) for ruling, ids in groups]
        if scheme.duties:
            duties = "; ".join(say(duty.ask) for duty in scheme.duties.values())
            parts.append(paragraph(say("To keep to: {duties}.", duties=duties), indent=4, style="muted"))
        if scheme.doubt:
            parts.append(paragraph(say("In doubt: {text}", text=scheme.doubt), indent=4, style="muted"))
    if never:
        parts += [heading(say("Does not apply to any of these paths")), *never]
    return parts


def _groups(name: str, paths: Iterable[PathTold]) -> list[tuple[SchemeVerdict, list[str]]]:
    """The rulings on one scheme, each once, with the paths they are on; the hopeful ones first."""
    found: dict[SchemeVerdict, list[str]] = {}
    for item in paths:
        for ruling in item.funding:
            if ruling.id == name:
                found.setdefault(ruling, []).append(item.id or "")
    merged: dict[object, tuple[SchemeVerdict, list[str]]] = {}
    for ruling, ids in found.items():
        key = (ruling.verdict, ruling.against[:1] or ruling.open, ruling.amounts)
        merged.setdefault(key, (ruling, []))[1].extend(ids)
    return sorted(merged.values(), key=lambda pair: list(VERDICTS).index(pair[0].verdict))


def _ruling(desk: Desk, scheme: Scheme, ruling: SchemeVerdict, ids: Sequence[str]) -> Text:
    say = desk.say
    line = Text(as_sentence(say("{verdict}: {paths}.", verdict=VERDICTS[ruling.verdict], paths=", ".join(ids))))
    if ruling.verdict == "does-not-apply":
        return line.append(" " + reason_against(desk, scheme, ruling), style="muted")
    known = say.listing(text for text in (amount_words(say, one) for one in ruling.amounts) if text)
    if known:
        line.append(" " + say("Known: {known}.", known=known))
    if ruling.open:
        questions = " ".join(as_sentence(say(one.text)) for one in ruling.open)
        line.append(" " + say("Open: {questions} Ask {who}.", questions=questions, who=scheme.decides))
    return line


def as_sentence(text: str) -> str:
    """A question or a statement with its first letter as a sentence has it, and an end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", ".")) else ".")


def reason_against(desk: Desk, scheme: Scheme, ruling: SchemeVerdict) -> str:
    """The first condition that fails, in the words of the scheme."""
    reasons = [scheme.conditions[one.id] for one in ruling.against[:1]]
    return " ".join(desk.say(reason.unmet or reason.ask) for reason in reasons)


_AMOUNTS = {
    "afbg-shares": phrase("{percent} of the fees as a grant"),
    "afbg-amounts": phrase("fees up to {euros}"),
    "bildungsgutschein-share": phrase("{percent} of the course"),
    "qualifizierungschancen-employer": phrase("the company bears {percent} of the course"),
    "qualifizierungschancen-wage": phrase("up to {percent} of the wage is subsidised"),
    "qualifizierungsgeld-rate": phrase("{percent} of the net pay that is lost"),
    "qualifizierungsgeld-rate/with-child": phrase("{percent} with a child"),
    "bildungsurlaub-days": phrase("{number} days a year"),
    "bildungsurlaub-saxony": phrase("{number} days a year"),
    "weiterbildungsstipendium-amounts": phrase("at most {euros}"),
    "aufstiegsstipendium-monthly": phrase("{euros} a month full-time"),
    "aufstiegsstipendium-yearly": phrase("{euros} a year part-time"),
    "meisterbonus-amounts": phrase("{euros} once, not counted in your cost"),
}


def amount_words(say: Language, one: FundingAmount) -> str:
    """A figure of a scheme in words; empty where it has none of its own."""
    values = {
        "percent": say.percent(one.value / 100),
        "euros": say.euros(one.value),
        "number": say.number(one.value),
    }
    text = _AMOUNTS.get(f"{one.table}/{one.key}") or _AMOUNTS.get(one.table)
    return "" if text is None else say(text, **{name: values[name] for name in values if f"{{{name}}}" in text})


def afbg_parts(desk: Desk, paths: Sequence[PathTold]) -> list[Part]:
    """The calculation for each path with a known price to which Aufstiegs-BAföG may apply."""
    say = desk.say
    parts: list[Part] = []
    for item in paths:
        if item.afbg is None:
            continue
        told = item.afbg
        rows = [(say(_ITEMS[line.item]), _line(say, line, complete=told.complete)) for line in told.lines]
        unpassed = say.euros(sum(line.low or 0 for line in told.lines if line.item in ("remission", "remains")), 2)
        parts.append(lead(item.id or ""))
        parts.append(facts(rows, indent=4))
        parts.append(
            paragraph(say("Without passing, {euros} or more remain.", euros=unpassed), indent=4, style="muted")
        )
    first = next((item.afbg for item in paths if item.afbg is not None), None)
    if first is None:
        return []
    source = say(
        "{law}, as of {date}. In cents; a half is rounded up.", law=first.source.title, date=say.moment(first.since)
    )
    return [
        heading(say("Aufstiegs-BAföG, calculated"), say("if it is granted")),
        *parts,
        paragraph(source, style="muted"),
    ]


def afbg_summary(desk: Desk, paths: Iterable[PathTold]) -> list[Part]:
    """The same in one line for each path."""
    say = desk.say
    rows = []
    for item in paths:
        if item.afbg is None:
            continue
        texts = {
            line.item: euro_words(say, Extent(line.low, line.high), places=2)
            for line in item.afbg.lines
            if line.low is not None and line.high is not None
        }
        told = {name: texts[name] for name in ("fees", "grant", "loan", "remission", "remains")}
        text = say(
            "of {fees}: {grant} as a grant, {loan} as a loan, {remission} of it waived on passing; {remains} remain",
            **told,
        )
        text += "" if item.afbg.complete else " " + say("(or more: a price is missing)")
        text += " " + say("(from typical prices)") if {"course", "exam"} & set(item.typical) else ""
        rows.append((item.id or "", text))
    return [heading(say("Aufstiegs-BAföG, calculated"), say("if it is granted")), facts(rows)] if rows else []


def _line(say: Language, line: AfbgLine, *, complete: bool) -> str:
    if line.low is None or line.high is None:
        return say("not known")
    text = euro_words(say, Extent(line.low, line.high, complete or line.item in ("course", "exam")), places=2)
    if line.percent is not None:
        whole = say("funded fees") if line.item == "grant" else say("loan")
        text += "  " + say("({percent} of {whole})", percent=say.percent(line.percent / 100), whole=whole)
    return text
