"""What a person can do, as they type it: qualifications, languages with their levels, and skills by id or by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from jobcli.cli.readers import Choice
from jobcli.domain.evidence import phrase
from jobcli.domain.folding import slug
from jobcli.domain.languages import LANGUAGES, LEVELS
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.cli.session import Session

_NATIVE = ("native speaker", "native", "muttersprachler", "muttersprachlerin", "muttersprache", "mother tongue")
_SPOKEN = {
    "C1": (
        "verhandlungssicher",
        "fliessend",
        "fliesend",
        "fluent",
        "business fluent",
        "proficient",
        "full professional",
    ),
    "B2": ("sehr gut", "very good", "advanced", "fortgeschritten", "professional working", "upper intermediate"),
    "B1": ("gut", "good", "intermediate", "konversationssicher", "conversational", "limited working"),
    "A2": ("elementary",),
    "A1": ("grundkenntnisse", "basic", "basics", "beginner", "anfaenger", "anfänger"),
}
"""What CVs say in place of a CEFR level, and as which it counts: the lower one where a word stands for two."""
_LEVEL_OF = {word: level for level, words in _SPOKEN.items() for word in words}
_SHORT = 3
# The form that is kept has a hyphen: bash takes a colon for the end of a word and could not complete behind it.
_LANGUAGE = r"(?P<name>.+?)[\s:=/_(-]+(?P<level>[a-z]\d|{words})\)?"


def split_ids(text: str) -> tuple[str, ...]:
    """The ids of a list with commas or spaces, each once."""
    return tuple(dict.fromkeys(text.lower().replace(",", " ").replace(";", " ").split()))


def split_languages(text: str) -> tuple[str, ...]:
    """Languages with their levels out of a list with commas; a space parts them only behind a level: `english B2 de-C1`."""
    parts = re.split(r"[,;]|(?<=[A-Ca-c]\d)\s", text)
    return tuple(with_level(part.strip()) for part in parts if part.strip())


def with_level(part: str) -> str:
    """A language with a CEFR level in the place of the word of a CV: `Deutsch-C1` for `Deutsch-verhandlungssicher`."""
    match = _matched(part)
    level = _LEVEL_OF.get(match["level"]) if match else None
    return part if match is None or level is None else f"{part[: match.end('name')]}-{level}"


def _matched(part: str) -> re.Match[str] | None:
    """The name of a language and its level, in small letters; None where there are not both."""
    words = "|".join(sorted((*_NATIVE, *_LEVEL_OF), key=len, reverse=True))
    return re.fullmatch(_LANGUAGE.replace("{words}", words), part.casefold().replace("ß", "ss"))


def read_qualifications(text: str, session: Session) -> tuple[str, ...]:
    """The ids of training paths in a list with commas, each once. Refusal for none, or for one that there is not."""
    found = _path_words(text, session)
    if not found:
        message = phrase("qualifications needs the id of a training path.")
        refuse("missing-value", message, phrase("The ids of a role's training paths: jobcli paths ROLE"), exit_code=2)
    known = session.catalog.training_ids()
    if not set(found) <= set(known):
        # A profile may write out a path of its own: only now are all profiles read.
        known = sorted({*known, *(path.id or "" for one in session.catalog.profiles() for path in one.paths)} - {""})
    read_path = Choice(
        names={name: name for name in known},
        code="unknown-qualification",
        message=phrase("No training path '{word}'."),
        meant=phrase("No training path '{word}'. Did you mean '{near}'?"),
        hint=phrase("The ids of a role's training paths: jobcli paths ROLE"),
        far=phrase(
            "The ids of a role's training paths: jobcli paths ROLE. A degree from elsewhere: jobcli me set education bachelor"
        ),
    )
    return tuple(read_path(word) for word in found)


def _path_words(text: str, session: Session) -> tuple[str, ...]:
    """The parts of a list with commas as ids of paths: a title, or words of one, by its id; else what blanks part."""
    ids = split_ids(text)
    if set(ids) <= set(session.catalog.training_ids()):
        return ids
    from jobcli.files.path_names import called

    titles = session.catalog.path_titles()
    meant = [(part, called(part, titles)) for part in re.split(r"\s*[,;]\s*", text.strip(" ,;")) if part]
    return tuple(
        dict.fromkeys(name for part, found in meant for name in (found if len(found) == 1 else split_ids(part)))
    )


def read_languages(text: str, session: Session) -> tuple[str, ...]:
    """Languages as `en-B2`, from codes or names in either language with a CEFR level. Refusal for anything else.

    A native language counts as C2, the highest level there is; of another word of CVs it is said as what it counts.
    """
    found: dict[str, str] = {}
    for part in re.split(r"[,;]", text):
        counted = with_level(part.strip())
        if counted != part.strip():
            words = phrase("'{word}' counts as {level}. If that is not right, say the level: {levels}.")
            session.output.tell(session.say(words, word=part.strip(), level=counted[-2:], levels=", ".join(LEVELS)))
    for part in _parts(text, "languages"):
        match = _matched(part)
        code = _language()(match["name"] if match else part)
        hint = phrase("Levels: {levels}. Example: english-B2")
        if match is None:
            message = phrase("'{word}' needs a level.")
            refuse("missing-level", message, hint, exit_code=2, word=part[:60], levels=", ".join(LEVELS))
        level = "C2" if match["level"] in _NATIVE else match["level"].upper()
        if level not in LEVELS:
            message = phrase("No level '{word}'.")
            refuse("unknown-level", message, hint, exit_code=2, word=level, levels=", ".join(LEVELS))
        if found.setdefault(code, level) != level:
            message, hint = phrase("'{word}' has two levels."), phrase("Write each language once.")
            refuse("contradiction", message, hint, exit_code=2, word=LANGUAGES[code])
    return tuple(f"{code}-{level}" for code, level in found.items())


def language_words() -> tuple[str, ...]:
    """What Tab offers for languages."""
    return tuple(f"{code}-{level}" for code in LANGUAGES for level in LEVELS)


def read_skills(text: str, session: Session) -> tuple[str, ...]:
    """The ids of requirements and subjects in a list with commas, from ids or names. Refusal for an unknown one."""
    vocabulary = session.catalog.vocabulary
    # Names first, so that an id wins over a name; requirements last, so that they win over subjects.
    known: dict[str, str] = {slug(word): subject for word, subject in vocabulary.subject_words.items()}
    for table in (vocabulary.subjects, vocabulary.requirements):
        known |= {slug(name): key for key, words in table.items() for name in (words.de, words.en) if name}
    known |= {key: key for key in (*vocabulary.subjects, *vocabulary.requirements)}
    parts = _parts(text, "skills")
    if not {slug(part) for part in parts} <= set(known):
        # A profile may ask for something of its own: only now are all profiles read.
        known |= {item.id: item.id for one in session.catalog.profiles() for item in one.role.requirements}
    return tuple(dict.fromkeys(_skill(word, known) for part in parts for word in _apart(part, known)))


def _apart(part: str, known: Mapping[str, str]) -> list[str]:
    """A name of several words as it is; several ids with spaces between them, each."""
    words = part.split()
    return words if slug(part) not in known and {slug(word) for word in words} <= set(known) else [part]


def _parts(text: str, key: str) -> Sequence[str]:
    parts = split_languages(text) if key == "languages" else re.split(r"\s*[,;]\s*", text.strip(" ,;"))
    if not any(parts):
        example = "english-B2,german-C1" if key == "languages" else "office-software,leadership"
        message, hint = phrase("{word} needs a value."), phrase("Example: jobcli me set {word} {example}")
        refuse("missing-value", message, hint, exit_code=2, word=key, example=example)
    return parts


@cache
def _language() -> Choice[str]:
    """The reader of a language by its code or its names."""
    names = {slug(name or ""): code for code, words in LANGUAGES.items() for name in (words.de, words.en)}
    return Choice(
        names={**names, **{code: code for code in LANGUAGES}},
        code="unknown-spoken-language",
        message=phrase("No language '{word}'."),
        meant=phrase("No language '{word}'. Did you mean '{near}'?"),
        hint=phrase("A code or a name, with a level: english-B2, de-C1. Known: {known}."),
    )


def _skill(word: str, known: dict[str, str]) -> str:
    wanted, languages = slug(word), _language().names
    if wanted in languages and len(wanted) > 2:
        hint = phrase("Say languages with their level: jobcli me set languages {example}")
        message = phrase("'{word}' is a language, not a skill.")
        refuse("language-as-skill", message, hint, exit_code=2, word=word[:60], example=f"{wanted}-B2")
    inside = {code for name, code in known.items() if len(wanted) > _SHORT and wanted in name.split("-")}
    if wanted not in known and len(inside) == 1:
        # A word of one name only, as `list --subject` takes it, too.
        return inside.pop()
    read: Choice[str] = Choice(
        # A requirement may be a language, which would be refused in its turn.
        names={name: code for name, code in known.items() if not {name, code} & languages.keys()},
        code="unknown-skill",
        message=phrase("No skill '{word}'."),
        meant=phrase("No skill '{word}'. Did you mean '{near}'?"),
        hint=phrase(
            "The ids of requirements and subjects, or their names. What roles ask for, by name: jobcli match --explain"
        ),
        shown={code: code for code in known.values()},
    )
    return read(word)
