"""What Tab can offer for a value: bare names, from the names of files and from lists. Nothing here knows the parser.

A completer takes what is typed and may offer more than fits. Shipped roles are read compiled; only the steps and paths
of a person's own profiles cost a look at their YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jobcli.cli.world import language_of, preferred_language
from jobcli.pages.option_names import GERMAN, english

if TYPE_CHECKING:
    from jobcli.cli.questions import Question
    from jobcli.cli.session import Session


class TypedLine:
    """What stands on the line: what was told before the cursor by the names of parameters, and the word at it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.params: dict[str, Any] = {}
        self.word = ""

    @property
    def german(self) -> bool:
        """Whether the person speaks German here: what the line says of it, else the environment."""
        return (language_of(self.params.get("lang")) or preferred_language(self.session.world.env)) == "de"


_BEGUN = 3
"""From so many letters on titles of official occupations are offered, where no role begins so: before, there are too many."""


def complete_role(typed: TypedLine) -> list[str]:
    """Role ids from the names of files, without those that were typed already; where none begins so, titles of occupations."""
    ids, word = typed.session.catalog.ids(), typed.word.casefold()
    if len(word) >= _BEGUN and not any(name.startswith(word) for name in ids):
        return _left(_titles(typed.word), typed, "role", "roles")
    return _left(ids, typed, "role", "roles")


def _titles(word: str) -> Iterable[str]:
    """Titles of one word that begin so, of two forms the one that does, those of the largest occupations first."""
    from jobcli.atlas.titles import begun

    forms = (form for title in begun(word) if " " not in title for form in title.split("/"))
    return (form for form in forms if form.replace("-", "").isalpha() and form.casefold().startswith(word.casefold()))


def complete_country(typed: TypedLine) -> list[str]:
    """The countries by their codes; once a name was begun, by their names in the language of the person."""
    from jobcli.domain.folding import slug
    from jobcli.files.figures import open_arrival

    known = open_arrival().countries
    if len(typed.word) > len("DE"):
        return [slug(words.text("de" if typed.german else "en")) for words in known.values()]
    return list(known)


def complete_place(_typed: TypedLine) -> list[str]:
    """The districts by their names, written as ids."""
    from jobcli.domain.folding import slug
    from jobcli.files.figures import PLACES, open_drawer

    return [slug(name.partition(",")[0]) for name in open_drawer(PLACES)["districts"].values]


def complete_path(typed: TypedLine) -> list[str]:
    """The ids of the training paths of the roles that were typed."""
    return [path.id or "" for path in _paths(typed)]


def complete_step(typed: TypedLine) -> list[str]:
    """The steps of the path that was typed; without one, of all paths of the role."""
    from jobcli.training.steps import steps_of

    named = typed.params.get("path")
    ids = [step.id for path in _paths(typed) if named in (None, path.id) for step in steps_of(path)]
    return _left(ids, typed, "steps")


def complete_training(typed: TypedLine) -> list[str]:
    """The ids of all shared training paths."""
    return typed.session.catalog.training_ids()


def complete_skill(typed: TypedLine) -> list[str]:
    """The ids of what a person may know or be able to do."""
    known = typed.session.catalog.vocabulary
    return sorted({*known.requirements, *known.subjects})


def complete_industry(typed: TypedLine) -> list[str]:
    """Codes of the WZ 2008, and the plain words for them that need no quotes."""
    known = typed.session.catalog.vocabulary
    return [*known.industries, *(word for word in known.industry_words if " " not in word)]


def complete_area(typed: TypedLine) -> list[str]:
    """The ids of the areas that a duty can belong to."""
    return list(typed.session.catalog.vocabulary.areas)


def complete_subject(typed: TypedLine) -> list[str]:
    """The ids of subjects."""
    return list(typed.session.catalog.vocabulary.subjects)


def complete_language(_typed: TypedLine) -> list[str]:
    """Languages with their levels."""
    from jobcli.cli.skill_readers import language_words

    return list(language_words())


def complete_setting(typed: TypedLine) -> list[str]:
    """The keys of settings that were not typed yet, or the words that the key before can hold."""
    from jobcli.cli.questions import QUESTIONS

    before = list(typed.params.get("words") or [])
    if typed.params.get("action") == "set" and len(before) % 2:
        question = QUESTIONS.get(english(before[-1]))
        if question is None:
            return []
        # In a list, what comes after the last comma is completed.
        listed, comma, _ = typed.word.rpartition(",") if question.several else ("", "", "")
        told = listed.lower().split(",")
        return [f"{listed}{comma}{word}" for word in offered(question, typed) if word.lower() not in told]
    if typed.params.get("action") == "offer":
        return _offer(typed, before)
    if typed.params.get("action") not in ("set", "unset"):
        return []
    told = [english(key) for key in before[:: 2 if typed.params["action"] == "set" else 1]]
    left = [key for key in QUESTIONS if key not in told]
    german = [GERMAN[key] for key in left] if typed.german else []
    return [key for key in german if key.startswith(typed.word.casefold())] or left


def _offer(typed: TypedLine, before: list[str]) -> list[str]:
    """The ids of paths, then what an offer can say and was not typed yet."""
    if not before:
        return complete_training(typed)
    if len(before) % 2 == 0:
        return ["yes", "no"] if before[-1] == "zfu" else []
    from jobcli.cli.offers import PARTS

    return [key for key in (*PARTS, *(("none",) if len(before) == 1 else ())) if key not in before[1::2]]


def offered(question: Question, typed: TypedLine) -> Iterable[str]:
    """The words that answer a question, as far as they can be listed."""
    completer: Callable[[TypedLine], Iterable[str]] | None = globals().get(question.completer)
    return question.words if completer is None else completer(typed)


def _paths(typed: TypedLine) -> Iterable[Any]:
    catalog, told = typed.session.catalog, typed.params
    words = [str(word).strip().lower() for word in (told.get("role"), *(told.get("roles") or ())) if word]
    profiles = (catalog.profile(word) for word in words if word in catalog.ids())
    return [path for profile in profiles if profile is not None for path in profile.paths]


def _left(names: Iterable[str], typed: TypedLine, *keys: str) -> list[str]:
    """The names without those that stand on the line already."""
    told: list[str] = []
    for key in keys:
        value = typed.params.get(key)
        told += [value] if isinstance(value, str) else value or []
    return [name for name in dict.fromkeys(names) if name not in told]
