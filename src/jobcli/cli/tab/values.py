"""What Tab can offer for a value: bare names, from the names of files and from lists. Nothing here knows the parser.

A completer takes `incomplete`, the word so far, or `context`, what was typed before, or both; it may offer more than
fits. Shipped roles are read compiled; only the steps and paths of a person's own profiles cost a look at their YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jobcli.cli.session import Session

if TYPE_CHECKING:
    from jobcli.cli.questions import Question

FILES = ":files"
"""Stands for the names of files, which every shell completes by itself."""


def complete_role(context: Any) -> list[str]:
    """Role ids from the names of files, without those that were typed already."""
    return _left(_session(context).catalog.ids(), context, "role", "roles")


def complete_path(context: Any) -> list[str]:
    """The ids of the training paths of the roles that were typed."""
    return [path.id or "" for path in _paths(context)]


def complete_step(context: Any) -> list[str]:
    """The steps of the path that was typed; without one, of all paths of the role."""
    from jobcli.training.steps import steps_of

    named = context.params.get("path")
    ids = [step.id for path in _paths(context) if named in (None, path.id) for step in steps_of(path)]
    return _left(ids, context, "steps")


def complete_training(context: Any) -> list[str]:
    """The ids of all shared training paths."""
    return _session(context).catalog.training_ids()


def complete_skill(context: Any) -> list[str]:
    """The ids of what a person may know or be able to do."""
    known = _session(context).catalog.vocabulary
    return sorted({*known.requirements, *known.subjects})


def complete_industry(context: Any) -> list[str]:
    """Codes of the WZ 2008, and the plain words for them that need no quotes."""
    known = _session(context).catalog.vocabulary
    return [*known.industries, *(word for word in known.industry_words if " " not in word)]


def complete_area(context: Any) -> list[str]:
    """The ids of the areas that a duty can belong to."""
    return list(_session(context).catalog.vocabulary.areas)


def complete_subject(context: Any) -> list[str]:
    """The ids of subjects."""
    return list(_session(context).catalog.vocabulary.subjects)


OUTPUT = "output"
"""The kind of schema that is of no file, but of what the commands print with --json."""


def complete_kind() -> tuple[str, ...]:
    """The kinds of schema."""
    from jobcli.files.schema import SCHEMAS

    return (*SCHEMAS, OUTPUT)


def complete_language(context: Any) -> list[str]:  # noqa: ARG001  as all that know the words of a question
    """Languages with their levels."""
    from jobcli.cli.skill_readers import language_words

    return list(language_words())


def complete_format() -> tuple[str, ...]:
    """What --output can be."""
    from jobcli.cli.commands import FORMATS

    return FORMATS


def complete_shell() -> tuple[str, ...]:
    """The shells that Tab works in."""
    from jobcli.cli.shells import SHELLS

    return tuple(SHELLS)


def complete_file() -> tuple[str, ...]:
    """The names of files."""
    return (FILES,)


def complete_setting(context: Any, incomplete: str) -> list[str]:
    """The keys of settings that were not typed yet, or the words that the key before can hold."""
    from jobcli.cli.questions import QUESTIONS

    before = list(context.params.get("words") or [])
    if context.params.get("action") == "set" and len(before) % 2:
        question = QUESTIONS.get(before[-1])
        if question is None:
            return []
        # In a list, what comes after the last comma is completed.
        listed, comma, _ = incomplete.rpartition(",") if question.several else ("", "", "")
        told = listed.lower().split(",")
        return [f"{listed}{comma}{word}" for word in offered(question, context) if word.lower() not in told]
    if context.params.get("action") not in ("set", "unset"):
        return []
    return [key for key in QUESTIONS if key not in before[:: 2 if context.params["action"] == "set" else 1]]


def offered(question: Question, context: Any) -> Iterable[str]:
    """The words that answer a question, as far as they can be listed."""
    completer: Callable[[Any], Iterable[str]] | None = globals().get(question.completer)
    return question.words if completer is None else completer(context)


def _session(context: Any) -> Session:
    session: Session = context.find_root().obj
    return session


def _paths(context: Any) -> Iterable[Any]:
    catalog, told = _session(context).catalog, context.params
    words = [str(word).strip().lower() for word in (told.get("role"), *(told.get("roles") or ())) if word]
    profiles = (catalog.profile(word) for word in words if word in catalog.ids())
    return [path for profile in profiles if profile is not None for path in profile.paths]


def _left(names: Iterable[str], context: Any, *keys: str) -> list[str]:
    """The names without those that stand on the line already."""
    typed: list[str] = []
    for key in keys:
        value = context.params.get(key)
        typed += [value] if isinstance(value, str) else value or []
    return [name for name in dict.fromkeys(names) if name not in typed]


BY_METAVAR: dict[str, Callable[..., Iterable[str]]] = {
    "ROLE": complete_role,
    "PATH": complete_path,
    "STEP": complete_step,
    "AREA": complete_area,
    "SUBJECT": complete_subject,
    "KIND": complete_kind,
    "FROM TO": complete_role,
    "FORMAT": complete_format,
    "SHELL": complete_shell,
    "FILE": complete_file,
    "DIR": complete_file,
    "KEY VALUE": complete_setting,
}
"""The completer of a parameter that neither is a question nor has a choice for a reader, by what help calls its value."""
