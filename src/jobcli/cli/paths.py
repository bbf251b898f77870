"""Walk: the training paths of a role side by side, with the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from jobcli.cli.options import (
    AgeOption,
    AgreementOption,
    EducationOption,
    ExperienceOption,
    FixedTermOption,
    HoursOption,
    IndustryOption,
    NoMeOption,
    RoleArgument,
    SizeOption,
    StateOption,
    TenureOption,
)
from jobcli.cli.readers import read_course_hours, read_industry
from jobcli.cli.refusal import Refusal, refuse
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.cli.told import Told
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.pay.estimate import Estimate
    from jobcli.training.weighing import PathOrder

app = typer.Typer()

ORDERS = ("own-cost", "cost", "time")
_GERMAN = {"zeit": "time", "kosten": "cost", "eigene-kosten": "own-cost"}


def read_order(text: str) -> PathOrder:
    """By what paths are sorted."""
    wanted = text.strip().casefold().replace("_", "-").replace(" ", "-")
    wanted = _GERMAN.get(wanted, wanted)
    if wanted in ORDERS:
        return cast("PathOrder", wanted)
    message, hint = phrase("'{word}' is no order of paths."), phrase("Known: {known}.")
    return refuse("unknown-order", message, hint, exit_code=2, word=text[:60], known=", ".join(ORDERS))


SortOption = Annotated[
    Any,
    typer.Option(
        "--sort",
        metavar="own-cost|cost|time",
        parser=read_order,
        help=phrase("The best first: by what it costs you (so without --sort), by its price, or by its months."),
        show_default=False,
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ROLE",
        help=phrase("The role you have now (else the one in your settings): shows when each path has paid for itself."),
        show_default=False,
    ),
]
QualificationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--qualifications",
        metavar="ID,ID",
        help=phrase("Training paths that you have completed: tells whether you meet an admission."),
        show_default=False,
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option(
        "--explain", help=phrase("Each scheme with its conditions and the questions to ask."), show_default=False
    ),
]
CourseHoursOption = Annotated[
    int | None,
    typer.Option(
        "--course-hours",
        metavar="HOURS",
        parser=read_course_hours,
        help=phrase("Teaching hours of the course you have in mind, without your own study."),
        show_default=False,
    ),
]


@app.command(
    help=phrase("All training paths to a role side by side: time, cost, who pays, what it costs you in the end."),
    epilog="jobcli paths backoffice-manager --state BY\n"
    "jobcli paths operations-manager --from backoffice-manager --experience 8",
)
def paths(
    context: typer.Context,
    role: RoleArgument,
    sort: SortOption = None,
    from_role: FromOption = None,
    state: StateOption = None,
    education: EducationOption = None,
    qualifications: QualificationsOption = None,
    course_hours: CourseHoursOption = None,
    experience: ExperienceOption = None,
    age: AgeOption = None,
    tenure: TenureOption = None,
    company_size: SizeOption = None,
    industry: IndustryOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
    no_me: NoMeOption = False,
    explain: ExplainOption = False,
) -> None:
    """Print the paths of a role, the best first."""
    from msgspec import structs

    from jobcli.cli.skill_readers import read_qualifications
    from jobcli.cli.standing import stand
    from jobcli.cli.told import tell
    from jobcli.cli.weighed import weigh_paths
    from jobcli.files.figures import FUNDING, open_drawer
    from jobcli.pages.paths_data import paths_rows, paths_table

    session: Session = context.obj
    profile = session.profile(role)
    if not profile.paths:
        message = phrase("The profile of '{role}' names no training path.")
        refuse("no-paths", message, phrase("What the role asks for: jobcli show {role}"), role=profile.id)
    # Level and leadership belong to the present job: they would say the same of both roles.
    told = tell(
        session,
        no_me=no_me,
        without=("level", "leadership"),
        state=state,
        experience=experience,
        age=age,
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        education=education,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    standing, kept = stand(
        session,
        no_me=no_me,
        target=profile.id,
        role=from_role,
        qualifications=None if not qualifications else read_qualifications(",".join(qualifications), session),
    )
    from_me = (*told.from_me, *(key for key in kept.__struct_fields__ if getattr(kept, key)))
    told = structs.replace(told, from_me=from_me, standing=kept)
    person = told.person
    practice = told.practice(experience)
    before = None if standing.role is None else _before(session, profile, standing.role, told)
    counted = None
    if before is not None:
        from jobcli.cli.gaining import counted_with

        counted, told = counted_with(session, told, before[1].gross_year, before[2].gross_year, no_me=no_me, age=age)
    pay = None if counted is None else (counted.new, counted.present)
    drawer, order = open_drawer(FUNDING), cast("PathOrder", sort or ORDERS[0])
    catalog = session.catalog
    weighed = weigh_paths(
        session,
        profile,
        person,
        drawer,
        order,
        qualifications=standing.qualifications,
        practice=practice,
        age=age,
        course_hours=course_hours,
        pay=pay,
    )

    def view(desk: Desk) -> Page:
        from jobcli.pages.paths import paths_page

        page = paths_page(
            desk, profile, weighed, order, drawer, person, catalog.vocabulary, before, counted, explain=explain
        )
        return told.page(session, desk, page)

    session.output.answer(
        "paths",
        lambda: told.data(paths_rows(profile, weighed, order, drawer, before, counted)),
        view,
        catalog.problems,
        table=lambda: paths_table(weighed),
    )


def _before(session: Session, profile: Profile, word: str, told: Told) -> tuple[Profile, Estimate, Estimate]:
    """The present role, and the pay in the new one and in the present one for the same person."""
    from jobcli.cli.paying import Estimates

    before = session.profile(word)
    if before.id == profile.id:
        message, hint = phrase("'{role}' is the role you come from, too."), phrase("--from names another role.")
        refuse("same-role", message, hint, exit_code=2, role=profile.id)
    estimates = Estimates(session, [profile, before], told)
    if estimates.problems:
        raise Refusal(*estimates.problems)
    new, present = estimates.items
    return before, new, present
