"""What a person can tell once: the keys there are, what reads the answer to each, and the file that keeps them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from msgspec import Struct, structs

from jobcli.cli.own_files import SETTINGS, fetch
from jobcli.cli.readers import (
    read_age,
    read_company_size,
    read_education,
    read_experience,
    read_hours,
    read_industry,
    read_level,
    read_state,
    read_tenure,
    yes_or_no,
)
from jobcli.cli.refusal import Refusal, refuse
from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.own import Settings, Standing
from jobcli.domain.pay import LANDS, Education

if TYPE_CHECKING:
    from jobcli.domain.evidence import Place

YES_NO = ("yes", "no")
Reader = Callable[[str, Session], object]


class Key(Struct, frozen=True):
    """One thing that a person can tell once: what reads it, and the words that Tab offers for it."""

    read: Reader
    words: tuple[str, ...] = ()


def _plain(read: Callable[[str], object]) -> Reader:
    return lambda text, _: read(text)


def _taxed(name: str) -> Reader:
    """A reader of what only net pay asks for, imported when such an answer is read."""

    def read(text: str, _: Session) -> object:
        from jobcli.cli import readers

        return getattr(readers, f"read_{name}")(text)

    return read


def _read_qualifications(text: str, session: Session) -> tuple[str, ...]:
    from jobcli.cli.skill_readers import read_qualifications

    return read_qualifications(text, session)


def _read_languages(text: str) -> tuple[str, ...]:
    from jobcli.cli.skill_readers import read_languages

    return read_languages(text)


def _read_skills(text: str, session: Session) -> tuple[str, ...]:
    from jobcli.cli.skill_readers import read_skills

    return read_skills(text, session)


# To add one: a line here, with the name of its option. The field of Person is the same with underscores.
KEYS: dict[str, Key] = {
    "state": Key(_plain(read_state), tuple(land.code for land in LANDS)),
    "experience": Key(_plain(read_experience)),
    "age": Key(_plain(read_age)),
    "tenure": Key(_plain(read_tenure)),
    "company-size": Key(_plain(read_company_size)),
    "industry": Key(lambda text, session: read_industry(text, session.catalog.vocabulary)),
    "level": Key(_plain(read_level), ("helper", "skilled", "specialist", "expert")),
    "education": Key(_plain(read_education), get_args(Education)),
    "leadership": Key(_plain(yes_or_no("leadership")), YES_NO),
    "collective-agreement": Key(_plain(yes_or_no("collective-agreement")), YES_NO),
    "fixed-term": Key(_plain(yes_or_no("fixed-term")), YES_NO),
    "hours": Key(_plain(read_hours)),
    "tax-class": Key(_taxed("tax_class"), ("1", "2", "3", "4", "5", "6")),
    "children": Key(_taxed("children")),
    "parent": Key(_plain(yes_or_no("parent")), YES_NO),
    "child-allowances": Key(_taxed("child_allowances")),
    "church": Key(_plain(yes_or_no("church")), YES_NO),
    "health-surcharge": Key(_taxed("health_surcharge")),
    "private-health": Key(_taxed("private_health")),
    "private-subsidy": Key(_taxed("private_subsidy")),
    "pension-exempt": Key(_plain(yes_or_no("pension-exempt")), YES_NO),
    "role": Key(lambda text, session: session.profile(text).id),
    "qualifications": Key(_read_qualifications),
    "languages": Key(_plain(_read_languages)),
    "skills": Key(_read_skills),
}
LISTS = ("qualifications", "languages", "skills")
"""The keys that hold several things, with commas or spaces between them."""
STANDING = Standing.__struct_fields__
"""The keys that no estimate asks for. Where they are not used, what they name is not looked up either: a role whose
profile is gone stops no estimate."""
TAXED = (
    "tax-class",
    "children",
    "parent",
    "child-allowances",
    "church",
    "health-surcharge",
    "private-health",
    "private-subsidy",
    "pension-exempt",
)
"""The keys that only net pay asks for. Where it is not asked for, they are not read."""
ESTIMATED = tuple(key for key in KEYS if key not in (*STANDING, *TAXED))


def settings_file(session: Session) -> Path:
    """The file with the person's settings."""
    return session.own_folder / SETTINGS


def stored_answers(session: Session, keys: Collection[str]) -> dict[str, object]:
    """The answers of the settings file to these keys, in the order of KEYS.

    Refusal where the file is damaged, with how to do without.
    """
    file = settings_file(session)
    data = fetch(file)
    if data is None:
        return {}
    try:
        _, answers = read_settings_file(session, file, data, (*ESTIMATED, *keys))
    except Refusal as refusal:
        message = phrase("Your settings in '{file}' cannot be used; the file is as it was.")
        hint = phrase("Mend it, or ignore it with --no-me.")
        raise Refusal(
            *refusal.problems, Problem("settings-unusable", message, hint, {"file": str(file)}), code=1
        ) from None
    return {key: value for key, value in answers.items() if key in keys}


def read_settings_file(
    session: Session, file: Path, data: bytes, keys: Collection[str] = (*ESTIMATED, *TAXED)
) -> tuple[Settings, dict[str, object]]:
    """The record in a settings file and what its answers mean. Refusal with the place of everything that is wrong.

    What the answers to other keys than `keys` name is not looked up.
    """
    from jobcli.files.own_records import read_settings

    settings, places, problems = read_settings(str(file), data)
    if settings is None or problems:
        raise Refusal(*problems)
    answers: dict[str, object] = {}
    wrong: list[Problem] = []
    for key, text in settings.settings.items():
        try:
            unasked = key in (*STANDING, *TAXED) and key not in keys
            answers[key] = as_kept(key, text) if unasked else read_value(session, key, text)
        except Refusal as refusal:
            wrong += [_placed(problem, places.get(key)) for problem in refusal.problems]
    if wrong:
        raise Refusal(*wrong)
    return settings, {key: answers[key] for key in KEYS if key in answers}


def read_value(session: Session, key: str, text: str) -> object:
    """What an answer means. Refusal for an unknown key, or an answer that the option of this name would refuse."""
    if key not in KEYS:
        from jobcli.files.did_you_mean import closest

        near, known = closest(key, list(KEYS)), ", ".join(KEYS)
        message = phrase("No setting '{word}'. Did you mean '{near}'?") if near else phrase("No setting '{word}'.")
        refuse(
            "unknown-setting", message, phrase("Known: {known}."), exit_code=2, word=key[:60], near=near, known=known
        )
    return KEYS[key].read(text, session)


def as_kept(key: str, text: str) -> object:
    """An answer to a key of STANDING as the file has it, whether or not the role or path that it names is there."""
    if key not in LISTS:
        return text.strip()
    from jobcli.cli.skill_readers import split_ids, split_languages

    return split_languages(text) if key == "languages" else split_ids(text)


def as_text(value: object) -> str:
    """An answer as it is typed and kept: yes, 5, 38.5, BY, an id, or ids with commas."""
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return YES_NO[not value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def _placed(problem: Problem, place: Place | None) -> Problem:
    return structs.replace(problem, place=place)
