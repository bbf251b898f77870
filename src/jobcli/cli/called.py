"""What a person calls a role: its id, its title or an alias in either language, its code, or nearly so, which is then said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import Problem, Words, phrase
from jobcli.domain.folding import slug
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.cli.output import Output
    from jobcli.files.catalog import Catalog


def role_called(catalog: Catalog, output: Output, word: str, *, occupations: bool) -> str | None:
    """The id of the role that is meant; None where none is. Refusal where several are called so.

    Where official occupations are an answer, too, a code and the exact name of one mean the occupation.
    """
    from jobcli.files.role_names import roles_called, roles_coded

    found = roles_called(word, catalog)
    if not found and occupations and _is_occupation(word):
        return None
    found = found or roles_coded(word, catalog)
    if len(found) > 1:
        message, hint = phrase("Several roles are called '{word}': {known}."), phrase("Say which by its id.")
        refuse("several-roles", message, hint, exit_code=2, word=word[:60], known=", ".join(found))
    return found[0] if found else _nearly(catalog, output, word)


def _is_occupation(word: str) -> bool:
    from jobcli.atlas.titles import named

    return bool(named(word))


def _nearly(catalog: Catalog, output: Output, word: str) -> str | None:
    """The only role that is called nearly so, which is said in one line; None where there is none, or more than one."""
    from jobcli.search.hits import nearly_called
    from jobcli.search.question import ask

    cards = {entry.id: entry.card for entry in catalog.entries()}
    found = nearly_called(ask(word), cards)
    if found is None or slug(word) in cards:
        return None
    taken_for(catalog, output, word, cards[found].title, found)
    return found


def taken_for(catalog: Catalog, output: Output, word: str, title: Words | str, role: str) -> None:
    """Say in one line what a word was taken for; programs get it beside the answer."""
    line = phrase("{title} ({role}), from '{word}'.")
    if output.form == "json":
        values: dict[str, object] = {"title": title, "role": role, "word": word[:60]}
        catalog.problems.append(Problem("taken-for", line, phrase(""), values, severity="warning"))
    else:
        output.tell(output.say(line, title=title, role=role, word=word[:60]))
