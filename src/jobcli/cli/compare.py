"""`jobcli compare`: roles beside each other, or all by pay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.answers.asker import NOBODY
from jobcli.cli.options import RolesArgument
from jobcli.cli.paying import Estimates
from jobcli.cli.session import Session, role_ids
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from jobcli.moving.comparison import RoleDifference
    from jobcli.pages.kit.csv import Table
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

DiffOption = Annotated[
    bool,
    typer.Option(
        "--diff",
        help=phrase("Only what changes from the first role to the second: duties, requirements, pay."),
        show_default=False,
    ),
]


@app.command(
    help=phrase("All roles by pay, or two and more side by side: what they share and what only one has."),
    epilog="jobcli compare\njobcli compare backoffice-manager operations-manager --diff",
)
def compare(context: typer.Context, roles: RolesArgument = None, diff: DiffOption = False) -> None:
    """Print all roles by pay, or a comparison of the named ones."""
    from jobcli.moving.comparison import compare as compare_roles
    from jobcli.moving.comparison import difference
    from jobcli.pages.estimate_data import comparison_data

    session: Session = context.obj
    names = role_ids(roles)
    if len(names) == 1:
        raise Refusal(
            Problem(
                "one-role",
                phrase("Comparing needs a second role beside '{role}'."),
                phrase("Example: jobcli compare {role} operations-manager"),
                {"role": names[0]},
            ),
            code=2,
        )
    if diff and len(names) != 2:
        message, hint = phrase("--diff compares two roles."), phrase("Example: jobcli compare {a} {b} --diff")
        refuse("two-roles", message, hint, exit_code=2, a="backoffice-manager", b="operations-manager")
    profiles = session.profiles(names)
    estimates = Estimates(session, profiles, NOBODY)
    if not names:
        estimates.answer_ranking("compare")
        return
    if estimates.problems:
        raise Refusal(*estimates.problems)
    comparison = compare_roles({profile.id: profile.role for profile in profiles})
    before, after = profiles[0], profiles[-1]
    changes = difference(before, after) if diff else None

    def view(desk: Desk) -> Page:
        vocabulary = session.catalog.vocabulary
        if changes is not None:
            from jobcli.pages.difference import difference_page

            return difference_page(desk, changes, before, after, estimates.items, vocabulary)
        from jobcli.pages.comparison import comparison_page

        return comparison_page(desk, comparison, profiles, estimates.items, vocabulary)

    def data() -> object:
        whole = comparison_data(comparison, profiles, estimates.items, estimates.extras)
        if changes is None:
            return whole
        from jobcli.pages.moving_data import difference_data, pays

        return {**whole, "diff": difference_data(changes, pays(estimates.items))}

    table = partial(_compared, session, estimates, changes)
    session.output.answer("compare", data, view, session.catalog.problems, table=table)


def _compared(session: Session, estimates: Estimates, changes: RoleDifference | None) -> Table:
    """The roles by pay as a table, or what changes from one to the other."""
    if changes is None:
        from jobcli.pages.estimate_data import estimates_table

        return estimates_table(estimates.items)
    from jobcli.pages.moving_data import difference_rows

    return session.output.rows("diff", lambda: difference_rows(changes))()
