"""Decide: which roles fit, and the ways from one role to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from jobcli.cli.bringing import HavingOption, LanguagesOption, PresentOption, SkillsOption, asker
from jobcli.cli.options import (
    AgeOption,
    AgreementOption,
    EducationOption,
    ExperienceOption,
    FixedTermOption,
    HoursOption,
    IndustryOption,
    LeadershipOption,
    NoMeOption,
    SizeOption,
    StateOption,
    TenureOption,
)
from jobcli.cli.readers import read_industry, read_ways
from jobcli.cli.refusal import refuse
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.moving.routes import By
    from jobcli.pages.kit.layout import Desk

app = typer.Typer()

ORDERS = ("steps", "months", "cost")
_GERMAN = {"schritte": "steps", "monate": "months", "zeit": "months", "time": "months", "kosten": "cost"}
TOP, WAYS = 10, 3


def read_by(text: str) -> By:
    """By what ways are compared."""
    wanted = text.strip().casefold()
    wanted = _GERMAN.get(wanted, wanted)
    if wanted in ORDERS:
        return cast("By", wanted)
    message, hint = phrase("'{word}' is no order of ways."), phrase("Known: {known}.")
    return refuse("unknown-order", message, hint, exit_code=2, word=text[:60], known=", ".join(ORDERS))


TopOption = Annotated[
    Any,
    typer.Option(
        "--top",
        metavar="NUMBER",
        parser=lambda text: read_ways(text, "--top"),
        help=phrase("How many roles to show; 10 without it."),
        show_default=False,
    ),
]
MatchExplainOption = Annotated[
    bool,
    typer.Option("--explain", help=phrase("Each requirement with the reason of its answer."), show_default=False),
]
OrderOption = Annotated[
    Any,
    typer.Option(
        "--by",
        metavar="steps|months|cost",
        parser=read_by,
        help=phrase("The best first: fewest steps (so without --by), shortest time, or least own cost."),
        show_default=False,
    ),
]
WaysOption = Annotated[
    Any,
    typer.Option(
        "--ways",
        metavar="NUMBER",
        parser=lambda text: read_ways(text, "--ways"),
        help=phrase("How many ways to show; 3 without it."),
        show_default=False,
    ),
]


@app.command(
    help=phrase(
        "All roles by how much of what they ask for you bring; what is missing, what it pays, how to get there."
    ),
    epilog="jobcli match --role backoffice-manager --qualifications ausb-bueromanagement\n"
    "jobcli match --languages english-B2 --education bachelor --top 3 --explain",
)
def match(
    context: typer.Context,
    role: PresentOption = None,
    qualifications: HavingOption = None,
    languages: LanguagesOption = None,
    skills: SkillsOption = None,
    education: EducationOption = None,
    experience: ExperienceOption = None,
    leadership: LeadershipOption = None,
    state: StateOption = None,
    age: AgeOption = None,
    tenure: TenureOption = None,
    company_size: SizeOption = None,
    industry: IndustryOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
    top: TopOption = None,
    explain: MatchExplainOption = False,
    no_me: NoMeOption = False,
) -> None:
    """Print roles, the best fit first."""
    from jobcli.cli.paying import Estimates
    from jobcli.moving.fit import best_first, fit
    from jobcli.moving.moves import links

    session: Session = context.obj
    who = asker(
        session,
        no_me=no_me,
        role=role,
        qualifications=qualifications,
        languages=languages,
        skills=skills,
        leadership=leadership,
        experience=experience,
        state=state,
        age=age,
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        education=education,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    profiles = {profile.id: profile for profile in session.profiles()}
    bearer = who.bearer(profiles)
    onwards = links({name: one.role for name, one in profiles.items()}).get(bearer.role or "", {})
    fits = best_first(
        fit(name, one.role, one.paths, bearer, leads_on=name in onwards) for name, one in profiles.items()
    )
    shown = fits[: top or TOP]
    estimates = Estimates(session, [profiles[item.role] for item in shown], who.told)

    def view(desk: Desk) -> Group:
        from jobcli.pages.fit import match_page

        vocabulary, person = session.catalog.vocabulary, who.told.person
        page = match_page(
            desk, fits, len(shown), profiles, estimates.items, bearer, vocabulary, person, explain=explain
        )
        return who.told.page(session, desk, page)

    def data() -> object:
        from jobcli.pages.moving_data import match_data

        return who.told.data(match_data(shown, profiles, estimates.items, bearer, len(fits)))

    def table() -> list[list[object]]:
        from jobcli.pages.moving_data import match_table

        return match_table(shown, estimates.items)

    session.output.answer("match", data, view, [*session.catalog.problems, *estimates.problems], table=table)


@app.command(
    help=phrase("The ways from one role to another, over transitions and training paths, with pay, months and cost."),
    epilog="jobcli route backoffice-manager operations-manager\njobcli route backoffice-manager cdo --by months",
)
def route(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="FROM TO",
            help=phrase("Ids of roles; without FROM, the role in your settings."),
            show_default=False,
        ),
    ],
    by: OrderOption = None,
    ways: WaysOption = None,
    qualifications: HavingOption = None,
    languages: LanguagesOption = None,
    skills: SkillsOption = None,
    education: EducationOption = None,
    experience: ExperienceOption = None,
    leadership: LeadershipOption = None,
    state: StateOption = None,
    age: AgeOption = None,
    tenure: TenureOption = None,
    company_size: SizeOption = None,
    industry: IndustryOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
    no_me: NoMeOption = False,
) -> None:
    """Print the best ways to a role. Exit code 1 where there is none."""
    session: Session = context.obj
    if len(roles) > 2:
        message, hint = phrase("A way leads from one role to one other."), phrase("Example: jobcli route {a} {b}")
        refuse("extra-argument", message, hint, exit_code=2, a=roles[0][:60], b=roles[-1][:60])
    goal = session.profile(roles[-1])
    who = asker(
        session,
        no_me=no_me,
        role=roles[0] if len(roles) == 2 else None,
        qualifications=qualifications,
        languages=languages,
        skills=skills,
        leadership=leadership,
        experience=experience,
        state=state,
        age=age,
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        education=education,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    start = who.standing.role
    if start is None:
        message = phrase("From which role? None is named, and none is in your settings.")
        hint = phrase("Name it: jobcli route FROM {role}, or keep it: jobcli me set role FROM")
        refuse("no-start", message, hint, exit_code=2, role=goal.id)
    if start == goal.id:
        message, hint = phrase("'{role}' is where you stand already."), phrase("Name another role: jobcli list")
        refuse("same-role", message, hint, exit_code=2, role=goal.id)
    from jobcli.cli.routing import answer_route

    answer_route(session, who, start, goal, cast("By", by or ORDERS[0]), ways or WAYS, age, no_me=no_me)
