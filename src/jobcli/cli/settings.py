"""The file that keeps what a person told once, and who asks: the line, and for the rest that file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import structs

from jobcli.answers.asker import Asker, asker, with_net
from jobcli.cli.own_files import SETTINGS, fetch
from jobcli.cli.questions import NET, NET_OF_ROLE, QUESTIONS, Question
from jobcli.cli.readers import Choice
from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.own import CourseOffer, Settings
from jobcli.domain.place import land_of
from jobcli.domain.refusal import Refusal
from jobcli.pages.option_names import GERMAN

_NET_KEYS = tuple(question.key for question in NET)

_read_key: Choice[str] = Choice(
    names={**{GERMAN[key]: key for key in QUESTIONS}, **{key: key for key in QUESTIONS}},
    code="unknown-setting",
    message=phrase("No setting '{word}'."),
    meant=phrase("No setting '{word}'. Did you mean '{near}'?"),
)


def who_asks(
    session: Session, typed: Mapping[str, Any], asked: Iterable[Question], *, no_me: bool, target: str | None = None
) -> Asker:
    """Who asks: the answers on the line to these questions, and those of the settings where the line is silent.

    `typed` are what the parser made of the options, by their names. `target` is a role that is asked about: where the
    settings name it as the present one, it is nothing to come from. Refusal for what cannot be read, or contradicts.
    """
    questions = tuple(asked)
    given = read_typed(session, typed, questions)
    stored = {} if no_me else _stored_with_land(session, [one.key for one in questions if one.key not in given])
    if target is not None and stored.get("role") == target:
        del stored["role"]
    found = asker(given, stored, present_job=any(one.key == "level" for one in questions))
    offers = {} if no_me else stored_offers(session)
    return structs.replace(found, offers=offers) if offers else found


def _stored_with_land(session: Session, keys: Collection[str]) -> dict[str, object]:
    """The answers of the settings file to these keys; where the Land is asked and not there, the place it follows from."""
    stored = stored_answers(session, [*keys, "place"] if "state" in keys else keys)
    if "state" in stored and "place" not in keys:
        stored.pop("place", None)
    return stored


def stored_offers(session: Session) -> Mapping[str, CourseOffer]:
    """The courses that the person was offered, by the ids of the paths. What is wrong with the file, its answers tell."""
    file = settings_file(session)
    data = fetch(file)
    if data is None:
        return {}
    from jobcli.files.own_records import read_settings

    settings = read_settings(str(file), data)[0]
    return {} if settings is None else settings.offers


def who_pays_tax(session: Session, typed: Mapping[str, Any], *, no_me: bool, who: Asker | None = None) -> Asker:
    """Who asks for net pay, with the estimates of `who` where there are some. Refusal as `who_asks`.

    The pay of a role is that of no trainee or student: what the settings say of a present job is not asked then.
    """
    questions = (*(NET if who is None else NET_OF_ROLE), QUESTIONS["state"], QUESTIONS["age"])
    stored = {} if no_me else _stored_with_land(session, [one.key for one in questions])
    if "place" in stored:
        stored["state"] = land_of(str(stored.pop("place")))
    return with_net(read_typed(session, typed, questions), stored, who)


def read_typed(session: Session, typed: Mapping[str, Any], questions: Iterable[Question]) -> dict[str, Any]:
    """The answers on the line by their keys, with those read that the catalogue decides on."""
    given = {one.key: (one, typed[one.name]) for one in questions if typed.get(one.name) not in (None, [])}
    return {
        key: value if one.look_up is None else one.answer(",".join(value) if one.several else value, session)
        for key, (one, value) in given.items()
    }


def who_gains(session: Session, typed: Mapping[str, Any], who: Asker, *, no_me: bool) -> Asker | None:
    """The person with what their settings say for net pay; None where that is too little to count a gain net.

    Only where it is enough, net pay and its figures are loaded.
    """
    from jobcli.answers.gain import NEEDED
    from jobcli.files.own_records import read_settings

    file = settings_file(session)
    data = None if no_me else fetch(file)
    settings = None if data is None else read_settings(str(file), data)[0]
    told = set() if settings is None else set(settings.settings)
    if not set(NEEDED) <= told | ({"state"} if "place" in told else set()):
        return None
    shared = {"state": who.person.state, "age": typed.get("age")}
    taxed = who_pays_tax(session, shared, no_me=no_me, who=who)
    # The age of the settings is named where it stands for experience.
    return structs.replace(taxed, from_me=tuple(key for key in taxed.from_me if key in who.from_me or key != "age"))


def settings_file(session: Session) -> Path:
    """The file with the person's settings."""
    return session.own_folder / SETTINGS


def stored_answers(session: Session, keys: Collection[str]) -> dict[str, object]:
    """The answers of the settings file to these keys, in the order of the table of questions.

    Refusal where the file is damaged, with how to do without.
    """
    file = settings_file(session)
    data = fetch(file)
    if data is None:
        return {}
    try:
        _, answers = read_settings_file(session, file, data, keys)
    except Refusal as refusal:
        message = phrase("Your settings in '{file}' cannot be used; the file is as it was.")
        hint = phrase("Mend it, or ignore it with --no-me.")
        raise Refusal(
            *refusal.problems, Problem("settings-unusable", message, hint, {"file": str(file)}), code=1
        ) from None
    return {key: value for key, value in answers.items() if key in keys}


def read_settings_file(
    session: Session, file: Path, data: bytes, keys: Collection[str] = _NET_KEYS
) -> tuple[Settings, dict[str, object]]:
    """The record in a settings file and what its answers mean. Refusal with the place of everything that is wrong.

    What an estimate asks is always read. Of the rest, what the answers to other keys than `keys` name is not looked up: a
    role whose profile is gone stops no estimate, and a tax class that there is not stops none that is gross.
    """
    from jobcli.files.own_records import read_settings

    settings, places, problems = read_settings(str(file), data)
    if settings is None or problems:
        raise Refusal(*problems)
    answers: dict[str, object] = {}
    wrong: list[Problem] = []
    for key, text in settings.settings.items():
        try:
            asked = key in keys or key not in QUESTIONS or QUESTIONS[key].kind == "pay" or key == "place"
            answers[key] = read_value(session, key, text) if asked else as_kept(key, text)
        except Refusal as refusal:
            wrong += [structs.replace(problem, place=places.get(key)) for problem in refusal.problems]
    if wrong:
        raise Refusal(*wrong)
    return settings, {key: answers[key] for key in QUESTIONS if key in answers}


def read_value(session: Session, key: str, text: str) -> object:
    """What an answer means. Refusal for an unknown key, or an answer that the option of this name would refuse."""
    return QUESTIONS[key if key in QUESTIONS else _read_key(key)].answer(text, session)


def as_kept(key: str, text: str) -> object:
    """An answer as the file has it, whether or not the role or path that it names is there."""
    if not QUESTIONS[key].several:
        return text.strip()
    from jobcli.cli.skill_readers import split_ids, split_languages

    return split_languages(text) if key == "languages" else split_ids(text)


def as_text(value: object) -> str:
    """An answer as it is typed and kept: yes, 5, 38.5, BY, an id, or ids with commas."""
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
