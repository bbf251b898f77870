"""The page for people with a foreign qualification: one occupation in short, or all thresholds, points, ways and fees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, Source, phrase
from jobcli.domain.languages import CefrLevel
from jobcli.domain.newcomer import Body, CountryGroup, PointId, RouteId, SalaryKind
from jobcli.pages import names
from jobcli.pages.first.rows import next_steps
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, page, paragraph
from jobcli.pages.occupation import LICENCES

if TYPE_CHECKING:
    from jobcli.answers.newcomer import CountryTold, NewcomerJob, NewcomerTold
    from jobcli.arriving.card import OpportunityCard
    from jobcli.arriving.recognition import GermanTold, Recognition, Regulation
    from jobcli.arriving.salaries import SalaryLimit
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.text import Said

NO_ADVICE = phrase("This explains the law as it was read; it is no advice in law, and offices decide.")
"""What stands on every page of this command."""

_REGULATED = {
    "by-land": phrase("by the law of the Land, in each otherwise"),
    "own-firm": phrase("not for a job; a firm of your own needs a master craftsman"),
    "no": phrase("no: you may work in it without recognition"),
    "not-listed": phrase("no law that was read names it; of more than 440 regulated occupations not all were read"),
}
_BODIES: dict[Body, Phrase] = {
    "health-authority": phrase("the health authority of the Land"),
    "land-authority": phrase("the authority of the Land"),
    "doctors-chamber": phrase("the chamber of physicians, dentists or vets"),
    "ihk-fosa": phrase("IHK FOSA"),
    "crafts-chamber": phrase("the chamber of crafts"),
    "zab": phrase("ZAB, which compares your degree"),
    "finder": phrase("which office, tells anerkennung-in-deutschland.de"),
}
_NEEDED = {
    "work": phrase("before you may work"),
    "visa": phrase("not for the work, but for a visa as skilled worker"),
    "nothing": phrase("not needed with your passport, but it helps"),
    "visa-or-nothing": phrase("not for the work; outside the EU for a visa as skilled worker"),
}
LEVELS: dict[CefrLevel, Phrase] = {
    "A1": phrase("short, simple sentences about yourself"),
    "A2": phrase("everyday things with some help, simple instructions"),
    "B1": phrase("on your own in everyday life and in routine work; vocational school begins here"),
    "B2": phrase("talks with colleagues and texts of the trade"),
    "C1": phrase("fluent, hard texts and counselling, too"),
    "C2": phrase("nearly like a mother tongue"),
}
"""What a level of a language means."""
_LIMITS: dict[SalaryKind, Phrase] = {
    "blue-card": phrase("EU Blue Card"),
    "blue-card-reduced": phrase("Reduced Blue Card"),
    "experienced-worker": phrase("Experienced worker"),
    "over-45": phrase("From 45 years on"),
}
_PLACES = {
    "above": phrase("your estimate's middle is above"),
    "below": phrase("your estimate's middle is below"),
}
_OPEN_TO = {
    "yes": phrase("for you"),
    "perhaps": phrase("perhaps for this occupation"),
    "no": phrase("this occupation is in no shortage group; it goes for a degree of the last three years, too"),
}
_POINTS: dict[PointId, Phrase] = {
    "partial-recognition": phrase("Partly recognised qualification"),
    "german-B2": phrase("German B2 or better"),
    "german-B1": phrase("German B1"),
    "german-A2": phrase("German A2"),
    "english-C1": phrase("English C1 or better"),
    "experience-5y": phrase("Five years in the occupation within the last seven"),
    "experience-2y": phrase("Two years in the occupation within the last five"),
    "shortage": phrase("A qualification in a shortage group"),
    "age-35": phrase("35 years old or younger"),
    "age-40": phrase("36 to 40 years old"),
    "stay": phrase("Six months of lawful stay in the last five years"),
    "partner": phrase("A partner who meets the conditions, and comes along"),
}
_COUNTED = {
    "yes": phrase("counts"),
    "perhaps": phrase("may count"),
    "no": phrase("does not count"),
    "not-told": phrase("not told"),
}
_ROUTES: dict[RouteId, Phrase] = {
    "eu": phrase("You need no residence title; recognition only where an occupation is regulated"),
    "18g": phrase(
        "EU Blue Card: a degree or a tertiary programme of three years, a job that fits it, the minimum salary"
    ),
    "18g-it": phrase(
        "EU Blue Card in IT without a degree: three years of experience within seven, the reduced minimum salary"
    ),
    "18b": phrase("Skilled worker with a degree that is recognised or comparable: any skilled job"),
    "18a": phrase("Skilled worker with a recognised training of two years or more: any skilled job"),
    "19c2": phrase(
        "Two years of experience within five, and a training or degree that your country recognises (not in IT): the minimum salary or a collective agreement"
    ),
    "20a": phrase(
        "Opportunity card, to look for a job for up to a year: recognised, or enough points; the means to live"
    ),
    "16d3": phrase("Recognition while you work: a contract with an employer who supports it, up to three years"),
    "16d1": phrase("Training or a test to close the gaps that a decision names, up to three years"),
    "16d5": phrase("A test or an analysis of what you can do, up to six months"),
    "16a": phrase("Apprenticeship: a place, and German unless it was tested otherwise"),
    "26-2": phrase("Western Balkans: any job; 50,000 consents a year"),
}
_GROUPS: dict[CountryGroup, Phrase] = {
    "eu": phrase("no visa and no residence title; recognition only for regulated occupations"),
    "visa-free": phrase("you may enter without a visa and ask for the title here"),
    "western-balkans": phrase("a visa before you enter; any job by the rule for the Western Balkans"),
    "other": phrase("a visa before you enter"),
}
_STEPS = (
    phrase(
        "Find the office in charge: anerkennung-in-deutschland.de. It needs a qualification that your country recognises."
    ),
    phrase(
        "Apply, from abroad, too, with translations that are sworn; where papers are missing, your skills can be tested."
    ),
    phrase("The decision says: the same, partly the same, or not."),
    phrase(
        "Close the gaps that it names: training on the job or a test. Partly recognised counts for the opportunity card."
    ),
)
_FEES = {
    "visa": phrase("Visa"),
    "title": phrase("Residence title or Blue Card"),
    "extension-short": phrase("Extension up to three months"),
    "extension-long": phrase("Longer extension"),
    "settlement": phrase("Settlement permit"),
    "settlement-skilled": phrase("Settlement permit of highly qualified people"),
    "express-card": phrase("Card in express"),
    "fast-track": phrase("Fast track, paid by the employer"),
}


def newcomer_page(desk: Desk, answer: NewcomerTold, *, full: bool = False) -> Page:
    """What law and figures say; with `full` everything, else what counts first."""
    say, job = desk.say, answer.job
    rows: list[tuple[str, Said]] = []
    if job is not None:
        rows += [
            (say("Regulated"), _regulated(say, job.regulation)),
            (say("Recognition"), _recognition(say, job.recognition, answer.country)),
            *_german(say, job.german),
        ]
    if answer.country is not None:
        rows.append((say(answer.country.name), _passport(say, answer)))
    if not full:
        rows += _in_short(say, answer)
    first = answer.lines[0]
    rows.append((say("Ring"), f"{first.phone}, {say(first.name)}"))
    title = headline(say("Coming to work in Germany")) if job is None else headline(say(job.title), job.role)
    parts: list[Part] = [title, paragraph(say(NO_ADVICE)), Blank(), facts(rows)]
    if full:
        return page(*parts, *_all(desk, answer))
    command = "jobcli newcomer" if job is None else f"jobcli newcomer {job.role}"
    other = (
        (phrase("A job"), "jobcli newcomer Krankenschwester --from India")
        if job is None
        else (phrase("Is it wanted"), f"jobcli outlook {job.role}")
    )
    return page(*parts, Blank(), next_steps(desk, (phrase("All of it"), f"{command} --full"), other))


def _regulated(say: Language, rules: Regulation) -> str:
    if rules.answer == "yes" and rules.licence is not None:
        text = say("yes. {reason}", reason=say(LICENCES[rules.licence]))
    else:
        text = say(_REGULATED[rules.answer])
    return text if rules.law is None else f"{text} ({rules.law})"


def _recognition(say: Language, item: Recognition, country: CountryTold | None) -> str:
    parts = [say(_BODIES[item.body]), say(_NEEDED[item.needed_for])]
    if item.decision_months is not None:
        limit = say.plural("decides within {count} month", "decides within {count} months", item.decision_months)
        parts.append(limit if item.law is None else f"{limit} ({item.law})")
    parts.append(_fee(say, item))
    if item.automatic and country is not None and country.group == "eu":
        parts.append(say("a qualification of the EU counts as it is"))
    return "; ".join(parts)


def _fee(say: Language, item: Recognition) -> str:
    if not item.fee:
        return say("fee not known")
    if len(item.fee) == 1:
        return say("fee {euros}", euros=say.euros(item.fee[0]))
    text = say("fee {low} to {high}", low=say.euros(item.fee[0]), high=say.euros(item.fee[1]))
    return text if item.usual_fee is None else say("{fee}, mostly {euros}", fee=text, euros=say.euros(item.usual_fee))


def _german(say: Language, german: GermanTold | None) -> list[tuple[str, Said]]:
    if german is None:
        return [(say("German"), say("what is usual was not found"))]
    if german.low is None:
        return [(say("German"), say("none by law; what employers ask for was not found"))]
    level = german.low if german.high is None else say("{low} to {high}", low=german.low, high=german.high)
    law = say("asked for by the office") if german.by_law else say("usual, not by law")
    rows: list[tuple[str, Said]] = [(say("German"), f"{level}, {law}: {say(LEVELS[german.low])}")]
    if german.told is not None:
        enough = say("enough") if german.enough else say("not yet enough")
        rows.append((say("Yours"), f"{german.told}, {enough}: {say(LEVELS[german.told])}"))
    return rows


def _passport(say: Language, answer: NewcomerTold) -> str:
    country = answer.country
    assert country is not None  # noqa: S101  the caller asked
    text = say(_GROUPS[country.group])
    text = text if country.law is None else f"{text} ({country.law})"
    return text if country.doubt is None else f"{text}. {say(country.doubt)}"


def _in_short(say: Language, answer: NewcomerTold) -> list[tuple[str, Said]]:
    rows: list[tuple[str, Said]] = [(say("EU Blue Card"), _blue_card(say, answer))] if answer.salaries else []
    if answer.card is not None:
        rows.append((say("Opportunity card"), _card(say, answer.card)))
    return rows


def _blue_card(say: Language, answer: NewcomerTold) -> str:
    """The minimum salary that goes for the occupation, and how the estimate lies to it."""
    limits = {item.id: item for item in answer.salaries}
    whole, reduced = limits["blue-card"], limits["blue-card-reduced"]
    item = reduced if reduced.open_to in ("yes", "perhaps") else whole
    text = say("a degree and {euros} a year", euros=_amount(say, item.euros))
    if answer.job is None:
        text = say(
            "a degree and {euros} a year, {reduced} in shortage groups",
            euros=_amount(say, whole.euros),
            reduced=_amount(say, reduced.euros),
        )
    elif item is reduced:
        words = (
            phrase("{text}, as a shortage group")
            if item.open_to == "yes"
            else phrase("{text}, if it counts as a shortage group")
        )
        text = say(words, text=text)
    if answer.job is not None and answer.job.middle is not None:
        place = _PLACES[item.middle_is or "below"]
        text += "; " + say("{place} ({pay})", place=place, pay=say.euros(answer.job.middle))
    if item.next is not None:
        text += "; " + _next(say, item)
    return f"{text} ({item.law})"


def _limit(say: Language, item: SalaryLimit) -> str:
    """A minimum salary, how the estimate lies to it, and what it is to be next."""
    parts = [say("{euros} since {date}", euros=_amount(say, item.euros), date=say.moment(item.since))]
    parts += [say(_PLACES[item.middle_is])] if item.middle_is is not None else []
    parts += [_next(say, item)] if item.next is not None else []
    return "; ".join(parts)


def _next(say: Language, item: SalaryLimit) -> str:
    assert item.next is not None  # noqa: S101  the caller asked
    draft = item.next.status == "draft"
    words = phrase("{euros} from {date} on, a draft") if draft else phrase("{euros} from {date} on")
    return say(words, euros=_amount(say, item.next.euros), date=say.moment(item.next.since))


def _amount(say: Language, euros: float) -> str:
    return say.euros(euros, 0 if euros == int(euros) else 2)


def _card(say: Language, card: OpportunityCard) -> str:
    if card.sure >= card.least:
        return say(
            "{sure} of {least} points from what you told ({law})", sure=card.sure, least=card.least, law=card.law
        )
    return say(
        "{sure} of {least} points from what you told, up to {most} with what is open ({law})",
        sure=card.sure,
        least=card.least,
        most=card.most,
        law=card.law,
    )


def _all(desk: Desk, answer: NewcomerTold) -> list[Part]:
    say = desk.say
    parts: list[Part] = []
    if answer.salaries:
        parts += [heading(say("Minimum salaries"), say("gross a year")), facts(_limits(say, answer))]
    if answer.card is not None:
        note = _card(say, answer.card)
        rows: list[tuple[str, Said]] = [
            (say(_POINTS[row.id]), f"{row.points}, {say(_COUNTED[row.counted])}") for row in answer.card.rows
        ]
        ask = say(
            "Besides: a training of two years or a degree that your country recognises, German A1 or English B2, and means to live ({euros} a month; not confirmed for this year).",
            euros=say.euros(answer.livelihood_month or 0),
        )
        parts += [heading(say("Opportunity card"), note), facts(rows), paragraph(ask)]
    if answer.job is not None:
        parts += [heading(say("Recognition, step by step")), bullets(say(step) for step in _STEPS)]
    ways = [_way(say, way.id, way.law, way.german) for way in answer.routes]
    parts += [heading(say("Ways to a residence title")), bullets(ways)]
    if answer.fees:
        fees: list[tuple[str, Said]] = [(say(_FEES[fee.id]), say.euros(fee.euros)) for fee in answer.fees]
        parts += [heading(say("Fees"), "AufenthV §§ 44–47"), facts(fees)]
    levels: list[tuple[str, Said]] = [(level, say(text)) for level, text in LEVELS.items()]
    parts += [heading(say("German in levels"), say("CEFR")), facts(levels)]
    doubts = _doubts(say, answer.job)
    parts += [heading(say("In doubt")), bullets(doubts)] if doubts else []
    lines: list[tuple[str, Said]] = [
        (say(line.name), say.listing(part for part in (line.phone, line.website, say(line.helps)) if part))
        for line in answer.lines
    ]
    parts += [heading(say("Who advises")), facts(lines)]
    parts += [heading(say("Sources"), say("law of {date}", date=say.moment(answer.law_of)))]
    return [*parts, bullets(_source(say, source) for source in answer.sources)]


def _source(say: Language, source: Source) -> str:
    read = say("read {date}", date=say.moment(source.read))
    return f"{source.publisher}: {source.title} ({names.source_date(say, source)}, {read})"


def _limits(say: Language, answer: NewcomerTold) -> list[tuple[str, Said]]:
    rows: list[tuple[str, Said]] = []
    for item in answer.salaries:
        notes = [say(_OPEN_TO[item.open_to])] if item.open_to in _OPEN_TO and answer.job is not None else []
        text = "; ".join([_limit(say, item), *notes])
        rows.append((say(_LIMITS[item.id]), f"{text} ({item.law})"))
    return rows


def _way(say: Language, way: RouteId, law: str, german: CefrLevel | None) -> str:
    text = say(_ROUTES[way])
    if german is not None and way != "20a":
        text = say("{text}; German {level}", text=text, level=german)
    return f"{text} ({law})"


def _doubts(say: Language, job: NewcomerJob | None) -> list[str]:
    if job is None:
        return []
    german = job.german
    found = [job.recognition.doubt, *([german.note, german.doubt] if german is not None else [])]
    texts = [say(words) for words in found if words is not None]
    if german is not None and german.wide:
        texts.append(
            say("The usual German was said of a wide field; that this occupation belongs to it is concluded by us.")
        )
    return texts
