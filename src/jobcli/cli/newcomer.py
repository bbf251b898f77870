"""`jobcli newcomer`: what somebody with a foreign qualification meets, in general or in one occupation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from jobcli.cli.options import NoMeOption, has_first_screen
from jobcli.cli.questions import PAY, QUESTIONS, asks
from jobcli.cli.readers import Choice
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks
from jobcli.domain.evidence import phrase
from jobcli.domain.languages import LEVELS, CefrLevel
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.domain.newcomer import ArrivalBook
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

read_german: Choice[CefrLevel] = Choice(
    names={level.lower(): level for level in LEVELS},
    code="unknown-level",
    message=phrase("'{word}' is no level of German."),
    hint=phrase("Levels of the CEFR: A1, A2, B1, B2, C1, C2. What each means: jobcli newcomer --full"),
)

JobArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[ROLE]",
        help=phrase(
            "The id of a role, or an official occupation by its five digits or any of its names; none: in general."
        ),
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="COUNTRY", help=phrase("The country of your passport: IN, India or Indien.")),
]
GermanOption = Annotated[
    Any,
    typer.Option("--german", metavar="LEVEL", parser=read_german, help=phrase("Your German: A1 to C2.")),
]


@app.command(
    help=phrase(
        "For people with a foreign qualification: regulated or not, recognition, German, Blue Card, opportunity card. It explains, and is no advice in law."
    ),
    epilog="jobcli newcomer Krankenschwester --from India --german B1\njobcli newcomer --full",
)
@has_first_screen()
@asks(*PAY, QUESTIONS["languages"], before="no_me")
def newcomer(
    context: typer.Context,
    role: JobArgument = None,
    country: FromOption = None,
    german: GermanOption = None,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print what law and figures say."""
    from jobcli.answers.newcomer import newcomer as told

    session: Session = context.obj
    code = None if country is None else _country(country)
    profile = None if role is None else session.profile(role)
    who = who_asks(session, typed, (*PAY, QUESTIONS["languages"]), no_me=no_me)
    answer = told(profile, who, code, german, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.newcomer import newcomer_page
        from jobcli.pages.own import with_settings

        return with_settings(
            desk, newcomer_page(desk, answer, full=typed["full"]), who.kept, session.catalog.vocabulary
        )

    session.output.answer("newcomer", answer, view, session.catalog.problems)


def _country(text: str) -> str:
    """The ISO 3166 code of a country. Refusal for what is none."""
    from jobcli.arriving.countries import country_of
    from jobcli.files.figures import open_arrival

    book = open_arrival()
    found = country_of(book, text)
    if found is None:
        _refuse_country(book, text)
    return found


def _refuse_country(book: ArrivalBook, text: str) -> NoReturn:
    from jobcli.arriving.countries import names
    from jobcli.domain.folding import slug
    from jobcli.files.did_you_mean import closest

    known = names(book)
    near = closest(slug(text), [name for name in known if len(name) > 3])
    message, hint = phrase("No country '{word}'."), phrase("Name it in German or English, or by its code: IN, TR, UA.")
    values: dict[str, object] = {"word": text[:60]}
    if near is not None:
        message = phrase("No country '{word}'. Did you mean {near} ({code})?")
        values |= {"near": book.countries[known[near]], "code": known[near]}
    refuse("unknown-country", message, hint, exit_code=2, **values)
