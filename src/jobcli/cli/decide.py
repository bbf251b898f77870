"""Decide: roles beside each other, and what one would pay you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from jobcli.cli.answers import read_industry, working_years
from jobcli.cli.options import (
    AgeOption,
    AgreementOption,
    ByOption,
    EducationOption,
    ExperienceOption,
    FixedTermOption,
    HoursOption,
    IndustryOption,
    LeadershipOption,
    LevelOption,
    PerOption,
    RolesArgument,
    SizeOption,
    StateOption,
    TenureOption,
)
from jobcli.cli.refusal import Refusal, refuse
from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.pay import Period, Person

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.domain.figures import Drawer
    from jobcli.estimating.salary import Estimate
    from jobcli.estimating.varying import Varied
    from jobcli.loading.catalog import Profile
    from jobcli.render.layout import Desk

app = typer.Typer()


@app.command(
    help=phrase("All roles by pay, or two and more side by side: what they share and what only one has."),
    epilog="jobcli compare\njobcli compare backoffice-manager operations-manager",
)
def compare(context: typer.Context, roles: RolesArgument = None) -> None:
    """Print all roles by pay, or a comparison of the named ones."""
    from jobcli.estimating.comparing import compare as compare_roles
    from jobcli.render.machine import comparison_data

    session: Session = context.obj
    names = _named(roles)
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
    profiles = session.profiles(names)
    person = Person()
    estimates, problems = _estimates(session, profiles, person)
    if not names:
        _ranking(session, "compare", profiles, estimates, person, problems)
        return
    if problems:
        raise Refusal(*problems)
    comparison = compare_roles({profile.id: profile.role for profile in profiles})

    def view(desk: Desk) -> Group:
        from jobcli.render.comparison import comparison_page

        return comparison_page(desk, comparison, profiles, estimates, session.catalog.vocabulary)

    session.output.answer(
        "compare", lambda: comparison_data(comparison, profiles, estimates), view, session.catalog.problems
    )


@app.command(
    help=phrase(
        "What a role would pay you, as a range with a receipt; without a role, all roles by what they would pay you."
    ),
    epilog="jobcli estimate --state BY --tenure 5\njobcli estimate cto --state Bayern --company-size 250",
)
def estimate(
    context: typer.Context,
    roles: RolesArgument = None,
    state: StateOption = None,
    experience: ExperienceOption = None,
    age: AgeOption = None,
    tenure: TenureOption = None,
    company_size: SizeOption = None,
    industry: IndustryOption = None,
    level: LevelOption = None,
    education: EducationOption = None,
    leadership: LeadershipOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
    by: ByOption = None,
    per: PerOption = None,
) -> None:
    """Print what roles would pay this person."""
    from jobcli.render.machine import estimates_data, estimates_table

    session: Session = context.obj
    person = Person(
        state=state,
        experience=working_years(experience, age, tenure, education),
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        level=level,
        education=education,
        leadership=leadership,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    profiles = session.profiles(_named(roles))
    if by is not None:
        _vary(session, profiles, person, by, per or "year")
        return
    estimates, problems = _estimates(session, profiles, person)
    if len(profiles) != 1 or not roles:
        _ranking(session, "estimate", profiles, estimates, person, problems, per or "year")
        return
    if problems:
        raise Refusal(*problems)

    def view(desk: Desk) -> Group:
        from jobcli.render.estimate import estimate_page

        return estimate_page(
            desk, estimates[0], profiles[0].role.title, person, session.catalog.vocabulary, per or "year"
        )

    session.output.answer(
        "estimate",
        lambda: estimates_data(estimates),
        view,
        session.catalog.problems,
        table=lambda: estimates_table(estimates),
    )


def _vary(session: Session, profiles: list[Profile], person: Person, by: Varied, per: Period) -> None:
    """Print one factor varied, for one role."""
    from jobcli.estimating.varying import vary
    from jobcli.loading.figures import open_drawer
    from jobcli.render.machine import variation_data, variation_table

    if len(profiles) != 1:
        message, hint = phrase("--by varies the pay of one role."), phrase("Example: jobcli estimate cto --by {factor}")
        refuse("one-role", message, hint, exit_code=2, factor=by)
    profile = profiles[0]
    try:
        item = vary(profile.id, profile.role, person, by, open_drawer(), session.day)
    except LookupError:
        raise Refusal(_too_old(profile.id)) from None

    def view(desk: Desk) -> Group:
        from jobcli.render.variation import variation_page

        return variation_page(desk, item, profile.role.title, person, session.catalog.vocabulary, per)

    session.output.answer(
        "estimate", lambda: variation_data(item), view, session.catalog.problems, table=lambda: variation_table(item)
    )


def _too_old(role_id: str) -> Problem:
    return Problem(
        "anchor-too-old",
        phrase("The pay of '{role}' is older than the wage index and cannot be carried to today."),
        phrase("Give its profile a newer anchor; the index begins in 2008."),
        {"role": role_id},
    )


def _named(roles: list[str] | None) -> list[str]:
    """The roles as they were named, each once."""
    return list(dict.fromkeys(word.strip().lower() for word in roles or []))


def _estimates(session: Session, profiles: list[Profile], person: Person) -> tuple[list[Estimate], list[Problem]]:
    """An estimate for each role, in their order; a role whose anchor is older than the wage index gives a problem."""
    from jobcli.estimating.salary import estimate as estimate_pay
    from jobcli.loading.figures import open_drawer

    drawer: Drawer = open_drawer()
    estimates: list[Estimate] = []
    problems: list[Problem] = []
    for profile in profiles:
        try:
            estimates.append(estimate_pay(profile.id, profile.role, person, drawer, session.day))
        except LookupError:
            problems.append(_too_old(profile.id))
    return estimates, problems


def _ranking(
    session: Session,
    command: str,
    profiles: list[Profile],
    estimates: list[Estimate],
    person: Person,
    problems: list[Problem],
    per: Period = "year",
) -> None:
    """Print roles from the highest middle pay to the lowest."""
    from jobcli.render.machine import estimates_data, estimates_table

    titles = {profile.id: profile.role.title for profile in profiles}
    ranked = sorted(estimates, key=lambda item: (-item.gross_year.p50, item.role))

    def view(desk: Desk) -> Group:
        from jobcli.render.tables import ranking_page

        return ranking_page(desk, ranked, titles, person, session.catalog.vocabulary, per)

    session.output.answer(
        command,
        lambda: estimates_data(ranked),
        view,
        [*session.catalog.problems, *problems],
        table=lambda: estimates_table(ranked),
    )
