"""`jobcli match`: which roles fit what the person brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobcli.cli.options import NoMeOption
from jobcli.cli.questions import ANYWHERE, BROUGHT, asks
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
        show_default=False,
    ),
]
MatchExplainOption = Annotated[
    bool,
    typer.Option("--explain", help=phrase("Each requirement with the reason of its answer."), show_default=False),
]


@app.command(
    help=phrase(
        "All roles by how much of what they ask for you bring; what is missing, what it pays, how to get there."
    ),
    epilog="jobcli match --role backoffice-manager --qualifications ausb-bueromanagement\n"
    "jobcli match --languages english-B2 --education bachelor --top 3 --explain",
)
@asks(*BROUGHT, *ANYWHERE, before="top")
def match(
    context: typer.Context,
    top: TopOption = None,
    explain: MatchExplainOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print roles, the best fit first."""
    from jobcli.answers.match import fits, matched, settled
    from jobcli.answers.pay import paid

    session: Session = context.obj
    who = who_asks(session, typed, (*BROUGHT, *ANYWHERE), no_me=no_me)
    profiles = {profile.id: profile for profile in session.profiles()}
    bearer = who.bearer(profiles)
    ranked, count = fits(profiles, bearer), top or TOP
    estimates = paid([profiles[item.role] for item in ranked[:count]], who.person, session.day)
    answer = matched(ranked, count, profiles, estimates.items, bearer, who.from_me)

    def view(desk: Desk) -> Page:
        from jobcli.pages.match import match_page
        from jobcli.pages.own import with_settings

        vocabulary = session.catalog.vocabulary
        page = match_page(desk, answer, profiles, vocabulary, who, settled=settled(ranked), explain=explain)
        return with_settings(desk, page, who.kept, vocabulary)

    problems = [*session.catalog.problems, *estimates.problems]
    session.output.answer("match", answer, view, problems, table="match")
