"""The words for what the records only name by a code, and what abbreviations and words of statistics on a page mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from jobcli.domain.evidence import Phrase, Source, Words, phrase
from jobcli.domain.languages import LANGUAGES
from jobcli.domain.observed import undated
from jobcli.domain.pay import LAND_BY_CODE
from jobcli.domain.role import LEVELS, Cost, Span
from jobcli.domain.salary import SalaryObservation
from jobcli.pages.extent import euro_words, month_words
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Part, paragraph
from jobcli.pages.kit.signs import ranged
from jobcli.pages.kit.text import Text

NAMES = {
    "helper": phrase("helper"),
    "skilled": phrase("skilled worker"),
    "specialist": phrase("specialist"),
    "expert": phrase("expert"),
    "apprenticeship": phrase("apprenticeship"),
    "distance-course": phrase("distance course"),
    "part-time-course": phrase("part-time course"),
    "degree": phrase("degree"),
    "certificate": phrase("certificate"),
    "on-the-job": phrase("on the job"),
    "mean": phrase("mean"),
    "median": phrase("median"),
    "midpoint": phrase("midpoint"),
    "unknown": phrase("middle value"),
    "full-range": phrase("from lowest to highest"),
    "quartiles": phrase("middle half (quartiles)"),
    "deciles": phrase("middle 80 % (deciles)"),
    "career-levels": phrase("career levels, not quartiles"),
    "included": phrase("special payments included"),
    "excluded": phrase("special payments not included"),
    "employer": phrase("employer"),
    "company-size": phrase("company size"),
    "state": phrase("Land"),
    "city": phrase("city"),
    "tenure": phrase("years with the employer"),
    "experience": phrase("experience"),
    "industry": phrase("industry"),
    "education": phrase("education"),
    "leadership": phrase("leading people"),
    "collective-agreement": phrase("collective agreement"),
    "language": phrase("language"),
    "skill": phrase("skill"),
    "trait": phrase("trait"),
    "derived": phrase("concluded by us"),
    "doubted": phrase("in doubt"),
    "generic": phrase("typical for such courses"),
    "official_text": phrase("text of the law"),
    "official_data": phrase("official table, read from a public copy"),
    "official_page": phrase("official page"),
    "news_copy": phrase("figure of the publisher, read in the press"),
    "third_party_extract": phrase("extracted by a third party"),
    "third_party": phrase("page of a third party"),
    "option": phrase("from --profiles"),
    "environment": phrase("from JOBCLI_PROFILES"),
    "user": phrase("your own"),
    "built-in": phrase("built in"),
}

STATES = {
    "open": phrase("open"),
    "doing": phrase("you are at it"),
    "done": phrase("done"),
    "skipped": phrase("skipped"),
}
"""What became of a step."""
NAMES_OF_CONFIDENCE = {**NAMES, "derived": phrase("computed from published figures")}


def level(say: Language, code: str) -> str:
    """A level with its number in the KldB: expert, requirement level 4."""
    return say("{level}, requirement level {number}", level=NAMES[code], number=LEVELS.index(code) + 1)


EDUCATIONS = {
    "none": phrase("no vocational qualification"),
    "apprenticeship": phrase("apprenticeship"),
    "master-craftsman": phrase("master craftsman or technician"),
    "bachelor": phrase("bachelor's degree"),
    "master": phrase("master's degree or Diplom"),
    "doctorate": phrase("doctorate"),
}


SCHOOLS = {
    "no-certificate": phrase("no school certificate"),
    "hauptschule": phrase("school certificate after nine years (Hauptschule)"),
    "mittlere-reife": phrase("school certificate after ten years (mittlere Reife)"),
    "fachhochschulreife": phrase("Fachhochschulreife"),
    "abitur": phrase("Abitur"),
}


def education(say: Language, code: str) -> str:
    """The highest vocational qualification that a person told, or without one the school certificate."""
    return say({**EDUCATIONS, **SCHOOLS}[code])


def name(say: Language, code: str) -> str:
    """The word for a code of the profile format."""
    return say(NAMES[code])


def named(say: Language, table: dict[str, Words], ids: tuple[str, ...]) -> list[str]:
    """The names of ids that the vocabulary knows; another id stands for itself."""
    return [say(table[item]) if item in table else item for item in ids]


def land(say: Language, code: str) -> str:
    """The name of a Land."""
    return say(LAND_BY_CODE[code].name)


_CITIES = {
    "Hannover": Words(de="Hannover", en="Hanover"),
    "Köln": Words(de="Köln", en="Cologne"),
    "München": Words(de="München", en="Munich"),
    "Nürnberg": Words(de="Nürnberg", en="Nuremberg"),
}


def city(say: Language, german: str) -> str:
    """The name of a city, which profiles give in German."""
    return say(_CITIES[german]) if german in _CITIES else german


def spoken(say: Language, word: str) -> str:
    """A language with its level: English B2. What is no language of ours stands for itself."""
    code, _, level = word.partition("-")
    return f"{say(LANGUAGES[code])} {level}" if code in LANGUAGES else word


def either(say: Language, texts: Sequence[str]) -> str:
    """Names of which one is enough: `degree or apprenticeship`."""
    first, *rest = texts
    for text in rest:
        first = say("{one} or {other}", one=first, other=text)
    return first


def basis_note(say: Language, basis: str) -> str:
    """` (in doubt)` or ` (concluded by us)`; nothing where the source states it."""
    return "" if basis == "stated" else f" ({name(say, basis)})"


def source_date(say: Language, source: Source) -> str:
    """When a source was published: a date, an inferred date, or that it carries none."""
    if source.published is None:
        return say("undated")
    date = say.moment(source.published)
    return say("{date}, inferred", date=date) if source.dating == "inferred" else date


def short_publisher(source: Source) -> str:
    """The short name of a publisher, where its long one has that in brackets."""
    found = re.search(r"\((\w+)\)$", source.publisher)
    return found[1] if found else source.publisher


def origin(say: Language, item: SalaryObservation, source: Source) -> str:
    """Who published an observation, of what date it is, and of which official group."""
    group = f", KldB {item.kldb}" if item.kldb else ""
    return f"{source.publisher}, {dated(say, item, source)}{group}"


def dated(say: Language, item: SalaryObservation, source: Source) -> str:
    """The date of an observation; of a page without one the day of reading, said to be that."""
    if undated(item, source):
        return say("undated, read {month}", month=say.moment(source.read[:7]))
    return say.moment(item.as_of)


def period(say: Language, item: SalaryObservation) -> str:
    """For which time an observation is paid; nothing behind what is paid a year."""
    return {"month": say(" a month"), "hour": say(" an hour"), "year": ""}[item.per]


def amounts(say: Language, item: SalaryObservation) -> Text:
    """The figures of an observation in reading order; a missing end is named."""
    if item.middle is None or item.low is None or item.high is None:
        return Text(_figures(say, item), "money")
    return ranged(say, _euros(say, item, item.low), _euros(say, item, item.middle), _high(say, item, item.high))


def _euros(say: Language, item: SalaryObservation, value: float) -> str:
    return say.euros(value, 2 if item.per == "hour" else 0)


def _high(say: Language, item: SalaryObservation, value: float) -> str:
    """The upper figure, which is only a lower bound where the publication stops counting there."""
    shown = _euros(say, item, value)
    return say("at least {amount}", amount=shown) if item.high_is == "at-least" else shown


def _figures(say: Language, item: SalaryObservation) -> str:
    """Those of an observation that lacks one."""
    low, middle = (None if value is None else _euros(say, item, value) for value in (item.low, item.middle))
    high = None if item.high is None else _high(say, item, item.high)
    if middle is None:
        if low is None or high is None:
            return say("from {low}", low=low) if low else say("up to {high}", high=high)
        return say("{low} to {high}", low=low, high=high)
    if low is None and high is None:
        return middle
    if high is None:
        return say("{low} · {middle} · above not known", low=low, middle=middle)
    if low is None:
        return say("below not known · {middle} · {high}", middle=middle, high=high)
    return middle


def months(say: Language, length: Span | None) -> str:
    """The length of a path in months, or that it is not known."""
    if length is None:
        return say("length not known")
    return month_words(say, length.extent) + basis_note(say, length.basis)


def ways_words(say: Language, leading: int, helping: int, title: Words) -> str:
    """How many paths lead to a role; those that only help in it are counted apart."""
    head = say.plural(
        "{count} way to reach your goal: {role}", "{count} ways to reach your goal: {role}", leading, role=say(title)
    )
    if not helping:
        return head
    return head + say.plural(", and {count} that helps", ", and {count} that help", helping)


def sum_note(say: Language, prices: Cost) -> str:
    """What stands behind a sum of both prices of which one is only typical; nothing else."""
    parts = (prices.course, prices.exam)
    return basis_note(
        say, "generic" if any(part is not None and part.basis == "generic" for part in parts) else "stated"
    )


def cost(say: Language, prices: Cost) -> str:
    """What a path costs, part by part; a part without a price is named."""
    course, exam = prices.course, prices.exam
    if course is not None and exam is not None and course.max == exam.max == 0:
        return say("costs nothing")
    if course is None and exam is None:
        return say("cost not known")
    parts = [
        say("course {price}", price=euro_words(say, course.extent)) + basis_note(say, course.basis)
        if course
        else say("course not known"),
        say("exam {price}", price=euro_words(say, exam.extent)) + basis_note(say, exam.basis)
        if exam
        else say("exam not known"),
    ]
    return ", ".join(parts)


Term = Literal["kldb", "isco", "dqr", "median", "minijob", "midijob"]

_MEANINGS: dict[Term, Phrase] = {
    "kldb": phrase(
        "KldB: the official German classification of occupations. The last of its five digits is the requirement level (Anforderungsniveau): 1 helper, 2 skilled, 3 specialist, 4 expert."
    ),
    "isco": phrase("ISCO: the international classification of occupations."),
    "dqr": phrase("DQR: the German framework of qualifications (Deutscher Qualifikationsrahmen), from 1 to 8."),
    "median": phrase("Median: half earn more and half less. Quartiles: the ends of the middle half."),
    "minijob": phrase("Minijob: a small job, for which you pay no health, care or unemployment insurance."),
    "midijob": phrase("Midijob: pay a little above a Minijob, for which you pay reduced contributions."),
}


def meanings(desk: Desk, terms: Collection[str]) -> list[Part]:
    """One quiet line for each of these terms."""
    return [paragraph(desk.say(text), style="muted") for term, text in _MEANINGS.items() if term in terms]
