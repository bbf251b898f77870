"""`jobcli compare`: roles beside each other, or all by pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.options import RolesArgument, has_first_screen
from jobcli.cli.session import Session, role_ids
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()

DiffOption = Annotated[
    bool,
    typer.Option(
        "--diff", help=phrase("Only what changes from the first role to the second: duties, requirements, pay.")
    ),
]


@app.command(
    help=phrase("All roles by pay, or two and more side by side: what they share and what only one has."),
    epilog="jobcli compare\njobcli compare backoffice-manager operations-manager --diff",
)
@has_first_screen()
def compare(context: typer.Context, roles: RolesArgument = None, diff: DiffOption = False, **typed: bool) -> None:
    """Print all roles by pay, or a comparison of the named ones."""
    from jobcli.answers.compare import compared

    session: Session = context.obj
    profiles = session.profiles(role_ids(roles))
    if roles and len(profiles) == 1:
        raise Refusal(
            Problem(
                "one-role",
                phrase("Comparing needs a second role beside '{role}'."),
                phrase("Example: jobcli compare {role} operations-manager"),
                {"role": profiles[0].id},
            ),
            code=2,
        )
    if diff and (not roles or len(profiles) != 2):
        message, hint = phrase("--diff compares two roles."), phrase("Example: jobcli compare {a} {b} --diff")
        refuse("two-roles", message, hint, exit_code=2, a="backoffice-manager", b="operations-manager")
    if not roles:
        _all_by_pay(session, profiles, full=typed["full"])
        return
    answer, found = compared(profiles, session.catalog.find, session.day, diff=diff)

    def view(desk: Desk) -> Page:
        vocabulary = session.catalog.vocabulary
        # Official occupations have no duties and no requirements of ours: their page is short already. And a role without pay has
        # no difference to lead with.
        if not (typed["full"] or answer.occupations or len(found.items) < len(profiles)):
            from jobcli.pages.first.compare import first_of_comparison, first_of_difference

            if answer.diff:
                return first_of_difference(desk, answer.diff, profiles[0], profiles[-1], found.items, vocabulary)
            return first_of_comparison(desk, answer, profiles, found.items, vocabulary)
        from jobcli.pages.compare import comparison_page, difference_page

        if answer.diff:
            return difference_page(desk, answer.diff, profiles[0], profiles[-1], found.items, vocabulary)
        return comparison_page(desk, answer, profiles, found.items, vocabulary)

    session.output.answer("compare", answer, view, [*session.catalog.problems, *found.problems])


def _all_by_pay(session: Session, profiles: Sequence[Profile], *, full: bool) -> None:
    """Print all roles by pay. Refusal where none has an estimate."""
    from jobcli.answers.estimate import estimates
    from jobcli.answers.pay import paid, ranked
    from jobcli.domain.pay import Person

    found = ranked(paid(profiles, Person(), session.day, beside=True))

    def view(desk: Desk) -> Page:
        titles = {profile.id: profile.role.title for profile in profiles}
        if not full:
            from jobcli.pages.first.ranking import first_of_ranking

            return first_of_ranking(desk, found, titles, session.catalog.vocabulary)
        from jobcli.pages.ranking import ranking_page

        return ranking_page(desk, found, titles, session.catalog.vocabulary)

    problems = [*session.catalog.problems, *found.problems]
    session.output.answer("compare", estimates(found), view, problems)
