"""Look: a hand-out of one or more roles for a talk, with all that jobcli knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.progress_file import begun_paths, read_own_progress
from jobcli.cli.refusal import Refusal, refuse
from jobcli.cli.session import Session
from jobcli.cli.told import NOBODY, Told
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.own import Progress
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.pages.report import Booklet

app = typer.Typer()


def read_reader(text: str) -> str:
    """For whom the hand-out is. Refusal for anybody but the person who keeps settings here."""
    if text.strip().casefold() in ("me", "mich"):
        return "me"
    message, hint = phrase("'{word}' is nobody whom jobcli knows."), phrase("Write --for me: it uses your settings.")
    return refuse("unknown-reader", message, hint, exit_code=2, word=text[:60])


@app.command(
    help=phrase(
        "A hand-out for a talk: profile, pay with receipt and map, comparison, training paths with costs, a checklist, sources."
    ),
    epilog="jobcli report backoffice-manager --output html > hand-out.html\n"
    "jobcli report backoffice-manager office-manager --for me --output md",
)
def report(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE...",
            help=phrase("Ids of one role or more; several are also compared."),
            show_default=False,
        ),
    ],
    reader: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="me",
            parser=read_reader,
            help=phrase("Use your settings; without it the hand-out says nothing of you."),
            show_default=False,
        ),
    ] = None,
    paths: Annotated[
        list[str] | None,
        typer.Option(
            "--path",
            metavar="PATH",
            help=phrase(
                "The training path whose steps are shown; without it, the one you have begun, or a role's first."
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print one document about the roles. Refusal where one of them has no estimate."""
    from jobcli.cli.told import tell
    from jobcli.domain.own import Progress
    from jobcli.pages.report_data import report_data

    session: Session = context.obj
    profiles = session.profiles(list(dict.fromkeys(word.strip().lower() for word in roles)))
    told = NOBODY if reader is None else tell(session, no_me=False)
    progress = Progress() if reader is None else read_own_progress(session)
    wanted = [_wanted(profiles, word) for word in paths or []]
    booklet = _booklet(session, profiles, told, progress, wanted)

    def view(desk: Desk) -> Page:
        from jobcli.pages.report import report_page

        return told.page(session, desk, report_page(desk, booklet))

    session.output.answer("report", lambda: told.data(report_data(booklet)), view, session.catalog.problems)


def _wanted(profiles: list[Profile], word: str) -> str:
    """The id of a path that one of the roles has. Refusal where none has it."""
    known = list(dict.fromkeys(path.id or "" for profile in profiles for path in profile.paths))
    name = word.strip().lower()
    if name in known:
        return name
    message, hint = phrase("None of the roles has a path '{word}'."), phrase("Known: {known}.")
    return refuse("unknown-path", message, hint, exit_code=2, word=word[:60], known=", ".join(known))


def _booklet(session: Session, profiles: list[Profile], told: Told, progress: Progress, wanted: list[str]) -> Booklet:
    """All that the hand-out says. Refusal where a role has no estimate."""
    from jobcli.cli.paying import Estimates
    from jobcli.cli.weighed import weigh_paths
    from jobcli.files.figures import FUNDING, open_drawer
    from jobcli.moving.comparison import compare
    from jobcli.pages.calendar_words import Plan
    from jobcli.pages.report import Booklet, Portrait
    from jobcli.pay.by_factor import vary
    from jobcli.training.steps import journey

    estimates = Estimates(session, profiles, told)
    if estimates.problems:
        raise Refusal(*estimates.problems)
    catalog, drawer = session.catalog, open_drawer(FUNDING)
    practice = told.practice(None)
    chapters = []
    for profile, item in zip(profiles, estimates.items, strict=True):
        begun = begun_paths(profile, progress)
        path = next((one for one in profile.paths if one.id in wanted), next(iter((*begun, *profile.paths)), None))
        ticks = progress.roles.get(profile.id, {})
        chapters.append(
            Portrait(
                profile=profile,
                neighbours=catalog.neighbours(profile.role),
                estimate=item,
                extras=estimates.extras[item.role],
                lands=vary(profile.id, profile.role, told.person, "state", estimates.drawer, session.day),
                weighed=tuple(weigh_paths(session, profile, told.person, drawer, "own-cost", practice=practice)),
                plan=None
                if path is None
                else Plan(profile.id, profile.role.title, journey(path, ticks.get(path.id or ""))),
            )
        )
    return Booklet(
        chapters=tuple(chapters),
        person=told.person,
        vocabulary=catalog.vocabulary,
        funding=drawer,
        comparison=compare({profile.id: profile.role for profile in profiles}) if len(profiles) > 1 else None,
    )
