"""`jobcli list`: which roles there are, all or those that meet filters; with a group of the KldB its official occupations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobcli.cli.filters import filtered, told_filters
from jobcli.cli.questions import QUESTIONS, asks
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.answers.filters import Filters
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()

GroupArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[GROUP]", help=phrase("The first digits of a KldB code: its official occupations, or smaller groups.")
    ),
]
ShortageOption = Annotated[
    bool, typer.Option("--shortage", help=phrase("Only official occupations in which people are short."))
]


@app.command(
    "list",
    help=phrase("All roles, or the official occupations of a group, with what to type for each."),
    epilog="jobcli list 43\njobcli list --shortage --min-pay 45000 --state BY",
)
@filtered
@asks(QUESTIONS["state"], before="shortage")
def list_roles(
    context: typer.Context,
    group: GroupArgument = None,
    shortage: ShortageOption = False,
    **typed: Any,
) -> None:
    """Print every role of the catalogue, or those that meet the filters; or official occupations."""
    from jobcli.answers.roles import listed

    session: Session = context.obj
    state = typed.pop("state")
    filters = told_filters(session, typed)
    if group is not None or shortage or state is not None:
        _occupations(session, filters, group, state, shortage=shortage)
        return
    answer = listed(session.entries(), filters, session.catalog.training, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.list import list_page

        return list_page(desk, answer)

    session.output.answer("list", answer, view, session.catalog.problems)


def _occupations(session: Session, filters: Filters, group: str | None, state: str | None, *, shortage: bool) -> None:
    """Print official occupations, or the smaller groups of a large group."""
    from jobcli.answers.occupation_list import OccupationFilters, listed_occupations

    others = [f"--{name}" for name in filters.told if name not in ("level", "min-pay")]
    if others:
        refuse(
            "only-of-profiles",
            phrase("{option} is known of roles alone, not of official occupations."),
            phrase("They are filtered by --level, --min-pay, --shortage and --state."),
            exit_code=2,
            option=others[0],
        )
    wanted = OccupationFilters(
        group=group, level=filters.level, min_pay=filters.min_pay, shortage=shortage, state=state
    )
    answer = listed_occupations(wanted, session.day)

    def view(desk: Desk) -> Page:
        from jobcli.pages.occupation_list import occupation_list_page

        return occupation_list_page(desk, answer)

    session.output.answer("list", answer, view, session.catalog.problems)
