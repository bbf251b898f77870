"""Walk: the training paths of a role side by side, with the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from msgspec import structs

from jobcli.cli.offers import offers_told, takes_offer
from jobcli.cli.options import NoMeOption, OfferOption, RoleArgument, SameEmployerOption, has_first_screen, sections_of
from jobcli.cli.progress_file import named_path
from jobcli.cli.questions import ANYWHERE, QUESTIONS, asks
from jobcli.cli.readers import Choice, read_course_hours
from jobcli.cli.session import Session
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.answers.paths import Paths, PathTold
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.training.weighing import PathOrder

app = typer.Typer()

read_order: Choice[PathOrder] = Choice(
    names={
        "own-cost": "own-cost",
        "cost": "cost",
        "time": "time",
        "zeit": "time",
        "kosten": "cost",
        "eigene-kosten": "own-cost",
    },
    code="unknown-order",
    message=phrase("'{word}' is no order of paths."),
)
SortOption = Annotated[
    Any,
    typer.Option(
        "--sort",
        metavar=read_order.metavar,
        parser=read_order,
        help=phrase("The best first: by what it costs you (so without --sort), by its price, or by its months."),
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ROLE",
        help=phrase("The role you have now (else the one in your settings): shows when each path has paid for itself."),
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option("--explain", help=phrase("Each scheme with its conditions and the questions to ask.")),
]
CourseHoursOption = Annotated[
    int | None,
    typer.Option(
        "--course-hours",
        metavar="HOURS",
        parser=read_course_hours,
        help=phrase("Teaching hours of the course you have in mind, without your own study."),
    ),
]
_QUALIFICATIONS = structs.replace(
    QUESTIONS["qualifications"],
    help=phrase("Training paths that you have completed: tells whether you meet an admission."),
)


SECTIONS = {
    "funding": phrase("Who pays, with all conditions and the questions to ask."),
    "worth": phrase("When each path has paid for itself."),
}
"""The parts of the page that can be asked for alone."""

WhichArgument = Annotated[
    str | None,
    typer.Argument(metavar="[PATH]", help=phrase("One path: its number, its id or its name."), show_default=False),
]


@app.command(
    help=phrase("All training paths to a role side by side: time, cost, who pays, what it costs you in the end."),
    epilog="jobcli paths backoffice-manager --state BY\n"
    "jobcli paths operations-manager --from backoffice-manager --experience 8",
)
@takes_offer("no_me")
@asks(*ANYWHERE, before="no_me")
@asks(
    QUESTIONS["state"],
    QUESTIONS["education"],
    QUESTIONS["school"],
    QUESTIONS["pay"],
    _QUALIFICATIONS,
    before="course_hours",
)
@has_first_screen(**SECTIONS)
def paths(
    context: typer.Context,
    role: RoleArgument,
    which: WhichArgument = None,
    sort: SortOption = None,
    from_role: FromOption = None,
    course_hours: CourseHoursOption = None,
    offer: OfferOption = None,
    same_employer: SameEmployerOption = False,
    no_me: NoMeOption = False,
    explain: ExplainOption = False,
    **typed: Any,
) -> None:
    """Print the paths of a role, the best first."""
    from jobcli.answers.paths import paths_from
    from jobcli.files.figures import FUNDING, open_drawer

    session: Session = context.obj
    profile = session.profile(role)
    if not profile.paths:
        message = phrase("The profile of '{role}' names no training path.")
        refuse("no-paths", message, phrase("What the role asks for: jobcli show {role}"), role=profile.id)
    asked = (*ANYWHERE, *(QUESTIONS[key] for key in ("role", "qualifications", "school", "pay")))
    who = who_asks(session, {**typed, "role": from_role}, asked, no_me=no_me, target=profile.id)
    who = structs.replace(who, same_employer=same_employer)
    known = [path.id or "" for path in profile.paths]
    offers = offers_told(who.offers, offer, typed, known, lambda word: named_path(profile, word).id or "")
    who = structs.replace(who, offers=offers)
    before = None if who.standing.role is None else session.profile(who.standing.role)
    if before is not None and before.id == profile.id:
        message, hint = phrase("'{role}' is the role you come from, too."), phrase("--from names another role.")
        refuse("same-role", message, hint, exit_code=2, role=profile.id)
    taxed = None if before is None else who_gains(session, typed, who, no_me=no_me)
    catalog, funding, order = session.catalog, open_drawer(FUNDING), cast("PathOrder", sort or "own-cost")
    found = paths_from(catalog, funding, who, taxed, session.day, profile, before, order, course_hours)

    one, wanted = _one(profile, found.answer, which), sections_of(typed, SECTIONS)

    def view(desk: Desk) -> Page:
        title, words, basis = profile.role.title, catalog.vocabulary, found.basis
        present = None if before is None else before.role.title
        if one is None and not (wanted or typed["full"] or explain):
            from jobcli.pages.first.paths import first_of_paths

            return first_of_paths(desk, found.answer, title, funding, present, who.person, words)
        from jobcli.pages.own import with_settings
        from jobcli.pages.paths import paths_page, sections_page

        answer = found.answer if one is None else structs.replace(found.answer, paths=(one,))
        if wanted:
            page = sections_page(desk, answer, title, funding, who.person, words, present, basis, wanted)
        else:
            page = paths_page(desk, answer, title, funding, who.person, words, present, basis, explain=explain)
        return with_settings(desk, page, found.who.kept, words)

    session.output.answer("paths", found.answer, view, catalog.problems)


def _one(profile: Profile, answer: Paths, word: str | None) -> PathTold | None:
    """The path that was asked for, by its number in the order of the answer, by its id or its name. Refusal where there is none."""
    if word is None:
        return None
    if word.isdecimal() and 1 <= int(word) <= len(answer.paths):
        return answer.paths[int(word) - 1]
    name = named_path(profile, word).id
    return next(path for path in answer.paths if path.id == name)
