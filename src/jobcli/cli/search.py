"""`jobcli search`: which roles a person means, by their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from jobcli.cli.filters import filtered, told_filters
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobcli.domain.card import Card
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.search.question import SearchQuestion

app = typer.Typer()


@app.command(
    help=phrase(
        "Find roles, official occupations and training paths by their names, codes, subjects, duties or requirements, "
        "in German or English; slips are forgiven."
    ),
    epilog="jobcli search Krankenschwester\njobcli search supply chain --level expert --json",
)
@filtered
def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help=phrase("What the role is called, or what one does in it.")),
    ],
    **typed: Any,
) -> None:
    """Print the roles that the words mean, best first. Exit code 1 where there is none."""
    from jobcli.answers.roles import searched

    session: Session = context.obj
    catalog = session.catalog
    filters = told_filters(session, typed)
    line, entries = " ".join(words), session.entries()
    found = searched(line, entries, filters, catalog, session.day)
    if not found.answer.found:
        _nothing(session, line, found.question, {entry.id: entry.card for entry in entries})

    def view(desk: Desk) -> Page:
        from jobcli.pages.search import found_page

        return found_page(desk, found.answer, found.question, found.hits, catalog.vocabulary.subjects)

    session.output.answer("search", found.answer, view, catalog.problems)


def _nothing(session: Session, line: str, question: SearchQuestion, cards: Mapping[str, Card]) -> NoReturn:
    """Say what the words are instead, where that is known, or what was searched."""
    from jobcli.cli.places import lands_of
    from jobcli.search.hits import nearest

    near = ", ".join(nearest(question, cards)) if question.words else ""
    (land,) = lands_of(line)[:1] or ("",)
    vocabulary = session.catalog.vocabulary
    names = {
        name.casefold(): code for code, both in vocabulary.industries.items() for name in (both.de, both.en) if name
    }
    industry = ({word.casefold(): code for word, code in vocabulary.industry_words.items()} | names).get(
        line.strip().casefold(), ""
    )
    message = phrase("No role and no occupation matches '{words}'.")
    hint = phrase(
        "Roles with a profile, all official occupations of Germany and training paths were searched; vacancies and employers are "
        "not in here. All roles: jobcli list"
    )
    if land:
        hint = phrase("This is a place. What a job pays there: jobcli estimate ROLE --state {land}")
    elif industry:
        hint = phrase("This is an industry. Roles that are usual in it: jobcli list --industry {industry}")
    elif near:
        hint = phrase("The nearest names: {near}. All roles: jobcli list")
    words = line if len(line) <= 60 else line[:59] + "…"
    refuse("nothing-found", message, hint, words=words, near=near, land=land, industry=industry)
