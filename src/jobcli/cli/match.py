"""`jobcli match`: which roles fit what the person brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import structs

from jobcli.cli.options import NoMeOption, SameEmployerOption, has_first_screen
from jobcli.cli.questions import ANYWHERE, BROUGHT, QUESTIONS, asks
from jobcli.cli.readers import Number
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()

TOP = 10

TopOption = Annotated[
    Any,
    typer.Option(
        "--top",
        metavar="NUMBER",
        parser=Number("--top", 1, 10_000),
        help=phrase("How many roles to show; 10 without it."),
    ),
]
MatchExplainOption = Annotated[
    bool,
    typer.Option("--explain", help=phrase("Each requirement with the reason of its answer.")),
]


@app.command(
    help=phrase(
        "All roles by how much of what they ask for you bring; what is missing, what it pays, how to get there."
    ),
    epilog="jobcli match --role backoffice-manager --qualifications ausb-bueromanagement\n"
    "jobcli match --languages english-B2 --education bachelor --top 3 --explain",
)
@asks(*BROUGHT, QUESTIONS["pay"], *ANYWHERE, before="top")
@has_first_screen()
def match(
    context: typer.Context,
    top: TopOption = None,
    explain: MatchExplainOption = False,
    same_employer: SameEmployerOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print roles, the best fit first."""
    from jobcli.answers.match import matched

    session: Session = context.obj
    who = who_asks(session, typed, (*BROUGHT, QUESTIONS["pay"], *ANYWHERE), no_me=no_me)
    who = structs.replace(who, same_employer=same_employer)
    profiles = {profile.id: profile for profile in session.profiles()}
    found = matched(profiles, who, top or TOP, session.day)

    def view(desk: Desk) -> Page:
        vocabulary = session.catalog.vocabulary
        if not (typed["full"] or explain):
            from jobcli.pages.first.match import first_of_match

            return first_of_match(desk, found.answer, profiles, vocabulary, who, settled=found.settled)
        from jobcli.pages.match import match_page
        from jobcli.pages.own import with_settings

        page = match_page(desk, found.answer, profiles, vocabulary, who, settled=found.settled, explain=explain)
        return with_settings(desk, page, who.kept, vocabulary)

    session.output.answer("match", found.answer, view, [*session.catalog.problems, *found.problems])
