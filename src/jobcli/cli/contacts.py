"""`jobcli contacts`: whom to ring, the chambers of where one lives and lines that advise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from jobcli.cli.options import NoMeOption, has_first_screen
from jobcli.cli.questions import QUESTIONS, asks
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

ASKED = (QUESTIONS["place"], QUESTIONS["state"])


@app.command(
    help=phrase("Whom to ring: the chambers of where you live, the employment agency, advice on recognition."),
    epilog="jobcli contacts --place Dortmund\njobcli contacts --state SN --full",
)
@has_first_screen()
@asks(*ASKED, before="no_me")
def contacts(context: typer.Context, no_me: NoMeOption = False, **typed: Any) -> None:
    """Print chambers and lines."""
    from jobcli.answers.contacts import contacts_of

    session: Session = context.obj
    who = who_asks(session, typed, ASKED, no_me=no_me)
    answer = contacts_of(who.person.state, who.standing.place, who.from_me)

    def view(desk: Desk) -> Page:
        from jobcli.pages.contacts import contacts_page
        from jobcli.pages.own import with_settings

        page = contacts_page(desk, answer, full=typed["full"])
        return with_settings(desk, page, who.kept, session.catalog.vocabulary)

    session.output.answer("contacts", answer, view)
