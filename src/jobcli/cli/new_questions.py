"""What the author of a new role tells: each answer is an option and a question at a terminal, read in one way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer
from msgspec import Struct

from jobcli.cli.day_readers import read_moment
from jobcli.cli.readers import read_level
from jobcli.cli.session import Session
from jobcli.domain.evidence import MAX_ID, Phrase, phrase
from jobcli.domain.folding import as_id
from jobcli.domain.refusal import Refusal, refuse
from jobcli.domain.role import LEVELS
from jobcli.files.ids import is_device, is_id

if TYPE_CHECKING:
    from jobcli.domain.profile import Profile
    from jobcli.pages.new import Official, Sketch

T = TypeVar("T")

MAX_TEXT = 300
_LONG = 55
"""The longest question that stands in one line."""


class ToFill(Struct, frozen=True):
    """One place of a new profile to fill, with an example of an answer and the kind of value that its option takes."""

    words: Phrase
    example: str
    kind: str = "TEXT"


QUESTIONS: dict[str, ToFill] = {
    "title_de": ToFill(phrase("Title in German"), "Teamleitung"),
    "title_en": ToFill(phrase("Title in English"), "Team lead"),
    "kldb": ToFill(phrase("KldB 2010 code, five digits"), "71393", "CODE"),
    "level": ToFill(phrase("Level: helper, skilled, specialist or expert"), "specialist", "LEVEL"),
    "duty_de": ToFill(phrase("One duty, in German"), "Aufgaben verteilen."),
    "duty_en": ToFill(phrase("The same duty, in English"), "Share out tasks."),
    "area": ToFill(phrase("The area of this duty"), "people", "AREA"),
    "pay": ToFill(phrase("A published pay figure, in euros gross"), "50000", "EUROS"),
    "per": ToFill(phrase("Is that per year or month?"), "year", "year|month"),
    "as_of": ToFill(phrase("The month that the figure speaks of"), "2025-06", "DATE"),
    "publisher": ToFill(phrase("Who published what you have read"), "Statistisches Bundesamt"),
    "source_title": ToFill(phrase("Title of this publication"), "Verdienste 2025"),
    "source_url": ToFill(phrase("Its address"), "https://example.org/pay", "URL"),
}
"""The questions in their order; the keys are the fields of a sketch."""

_FOLLOWING = {
    "area": ("duty_de", "duty_en"),
    "per": ("pay",),
    "as_of": ("pay",),
    "source_title": ("publisher",),
    "source_url": ("publisher",),
}
"""Questions that are not asked where each of these was left open."""

_OPENING = phrase("Enter leaves a place open: you fill it later, in the file. Ctrl-C stops, and nothing is written.")


def read_id(word: str) -> str:
    """An id that can be the name of a file on every system. Refusal for others."""
    text = word.strip()
    if len(text) > MAX_ID:
        message = phrase("This id has {length} characters; {limit} are the most.")
        hint = phrase("Choose a short one: it is what people type.")
        refuse("bad-id", message, hint, exit_code=2, length=len(text), limit=MAX_ID)
    if is_device(text):
        message = phrase("'{word}' cannot be an id: Windows keeps this name for a device.")
        refuse("bad-id", message, phrase("Choose another one."), exit_code=2, word=text)
    if not is_id(text):
        near = as_id(text)
        hint = phrase("An id has lower-case letters, digits and single hyphens: {near}")
        refuse(
            "bad-id", phrase("'{word}' cannot be an id."), hint, exit_code=2, word=text[:60], near=near or "team-lead"
        )
    if text == "null":
        message = phrase("'null' cannot be an id: in other files it would mean nothing.")
        refuse("bad-id", message, phrase("Choose another one."), exit_code=2)
    if text == "vocabulary":
        message = phrase("'vocabulary' cannot be an id: vocabulary.yaml holds the shared ids.")
        refuse("bad-id", message, phrase("Choose another one."), exit_code=2)
    return text


def sketch_from(session: Session, told: Mapping[str, str | None], *, asking: bool) -> Sketch:
    """All answers: those that were told as options, then those to questions. Refusal for an option that cannot be read."""
    from jobcli.pages.new import Sketch

    readers = _readers(session)
    found: dict[str, Any] = {key: None if told[key] is None else readers[key](told[key] or "") for key in QUESTIONS}
    if asking:
        session.output.tell(session.say(_OPENING))
    for key, question in QUESTIONS.items() if asking else ():
        if key == "level" and found["level"] is None:
            found["level"] = _level_of(found["kldb"])
        pointless = key in _FOLLOWING and all(found[before] is None for before in _FOLLOWING[key])
        if found[key] is None and not pointless:
            if key == "area":
                session.output.tell(session.say(phrase("Areas: {areas}."), areas=_areas(session)))
            found[key] = ask(session, question.words, question.example, readers[key])
    found["level"] = found["level"] or _level_of(found["kldb"])
    return Sketch(today=session.world.today.isoformat(), **found)


def official_start(session: Session, word: str) -> tuple[Profile, Official]:
    """An official occupation to begin with, and what is filled of it. Refusal where there is none, or several of the name."""
    from jobcli.atlas.occupation import occupation
    from jobcli.atlas.sources import SOURCES
    from jobcli.pages.new import Official

    profile = session.profile(word)
    code = profile.role.codes.kldb or ""
    found = occupation(code)
    if profile.kind != "occupation" or found is None:
        message, hint = phrase("'{word}' is no official occupation."), phrase("Its five digits: jobcli search {word}")
        refuse("no-occupation", message, hint, word=word)
    salary = profile.role.pay
    skills = tuple((skill.de, skill.en) for skill in found.esco.must[:_SKILLS])
    used = dict.fromkeys([*(item.source for item in salary.observations), *(("esco",) if skills else ())])
    sources = {name: SOURCES[name] for name in used}
    return profile, Official(observations=salary.observations, because=salary.because, sources=sources, skills=skills)


_SKILLS = 12
"""A new profile begins with so many skills, those first that few other occupations need."""


def _level_of(kldb: str | None) -> str | None:
    """The level that the fifth digit of a KldB code stands for."""
    digit = int(kldb[-1]) if kldb else 0
    return LEVELS[digit - 1] if 1 <= digit <= len(LEVELS) else None


def _areas(session: Session) -> str:
    """All areas with their names in the language of the person."""
    return ", ".join(f"{key} ({session.say(words)})" for key, words in session.catalog.vocabulary.areas.items())


def _readers(session: Session) -> dict[str, Callable[[str], str]]:
    def read_area(word: str) -> str:
        areas = session.catalog.vocabulary.areas
        text = word.strip().lower()
        titles = {name.lower(): key for key, words in areas.items() for name in (words.de, words.en) if name}
        if text in areas or text in titles:
            return text if text in areas else titles[text]
        # A part of a name is enough where only one has it: "menschen" for "Menschen und Team".
        near = {key for name, key in titles.items() if text and text in name}
        if len(near) == 1:
            return near.pop()
        message, hint = phrase("No area '{word}'."), phrase("Known: {known}.")
        return refuse("unknown-area", message, hint, exit_code=2, word=text[:60], known=_areas(session))

    plain = dict.fromkeys(("title_de", "title_en", "duty_de", "duty_en", "publisher", "source_title"), _read_text)
    return {
        **plain,
        "kldb": _read_kldb,
        "level": read_level,
        "area": read_area,
        "pay": _read_pay,
        "per": _read_per,
        "as_of": lambda word: _read_past(session, word),
        "source_url": _read_url,
    }


def _read_text(word: str) -> str:
    from jobcli.files.text import first_control

    text = " ".join(word.split())
    if not text or first_control(text) is not None or any("\ud800" <= char <= "\udfff" for char in text):
        message = phrase("This text is empty, or holds a character that nobody sees.")
        refuse("bad-text", message, phrase("Type it anew."), exit_code=2)
    if len(text) > MAX_TEXT:
        message = phrase("This text has {length} characters; {limit} are the most.")
        hint = phrase("Say it more briefly; the file has room for more.")
        refuse("bad-text", message, hint, exit_code=2, length=len(text), limit=MAX_TEXT)
    return text


def _read_kldb(word: str) -> str:
    text = re.sub(r"\s", "", word)
    if not re.fullmatch(r"[0-9]{5}", text):
        hint = phrase("It has five digits, such as 71393.")
        refuse("bad-kldb", phrase("'{word}' is no code of the KldB 2010."), hint, exit_code=2, word=word.strip()[:60])
    return text


def _read_pay(word: str) -> str:
    """Whole euros. 38.000 could be two numbers and is refused, as it would be in the file."""
    text = word.strip()
    if not re.fullmatch(r"[1-9][0-9]{0,7}", text) or int(text) > 10_000_000:
        hint = phrase("Write whole euros without separators: 38000.")
        refuse("bad-pay", phrase("'{word}' is no pay figure."), hint, exit_code=2, word=text[:60])
    return text


def _read_per(word: str) -> str:
    wanted = word.strip().lower()
    known = {"year": "year", "jahr": "year", "month": "month", "monat": "month"}
    if wanted not in known:
        hint = phrase("Known: {known}.")
        refuse(
            "unknown-period", phrase("No period '{word}'."), hint, exit_code=2, word=wanted[:60], known="year, month"
        )
    return known[wanted]


def _read_past(session: Session, word: str) -> str:
    moment = read_moment(word)
    if moment > session.world.today.isoformat():
        _ahead(moment)
    return moment


def _ahead(moment: str) -> NoReturn:
    message, hint = (
        phrase("{moment} lies ahead: its figures are not known."),
        phrase("Write 2024, 2024-06 or 2024-06-15."),
    )
    refuse("future", message, hint, exit_code=2, moment=moment)


def _read_url(word: str) -> str:
    text = word.strip()
    if not re.fullmatch(r"https?://[^\s\"<>\x00-\x20\x7f-\x9f]{3,}", text) or _read_text(text) != text:
        message, hint = phrase("'{word}' is no address."), phrase("It begins with https://.")
        refuse("bad-address", message, hint, exit_code=2, word=text[:60])
    return text


def can_ask(session: Session) -> bool:
    """Whether a person sits there: both ends are a terminal, and no program reads the answer."""
    world = session.world
    ends = (world.stdin, world.stderr)
    return session.output.form == "text" and all(end is not None and end.isatty() for end in ends)


def ask(session: Session, question: Phrase, example: str, read: Callable[[str], T]) -> T | None:
    """The answer of the person; None where they only press Enter. Abort at the end of the input, and at Ctrl-C."""
    stdin, words = (
        session.world.stdin,
        session.say("{question} (such as {example}):", question=question, example=example),
    )
    if len(words) > _LONG:
        # In a narrow window the answer would begin at the edge.
        words = "\n    (".join(words.rsplit(" (", 1))
    while stdin is not None:
        session.output.question(f"  {words} ")
        try:
            line = stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not line:
            nothing = session.say(phrase("Nothing was written."))
            session.output.question(f"\n{nothing}\n")
            raise typer.Abort
        if not line.strip():
            return None
        try:
            return read(line.strip())
        except Refusal as refusal:
            session.output.complain(refusal.problems)
    return None
