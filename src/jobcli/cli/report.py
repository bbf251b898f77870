"""Look: a hand-out of one or more roles for a talk, with all that jobcli knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.answers.asker import NOBODY
from jobcli.cli.progress_file import begun_paths, read_own_progress
from jobcli.cli.questions import ANYWHERE, BROUGHT, PAY, QUESTIONS
from jobcli.cli.readers import Choice
from jobcli.cli.session import Session, role_ids
from jobcli.cli.settings import who_asks, who_gains
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from jobcli.answers.report import Mine
    from jobcli.domain.own import Progress
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()


read_reader: Choice[str] = Choice(
    names={"me": "me", "mich": "me"},
    code="unknown-reader",
    message=phrase("'{word}' is nobody whom jobcli knows."),
    hint=phrase("Write --for me: it uses your settings."),
)


@app.command(
    help=phrase(
        "A hand-out of two pages for a talk: the roles compared, and the way there; with --full a book of all that is known."
    ),
    epilog="jobcli report backoffice-manager --output html > hand-out.html\n"
    "jobcli report backoffice-manager office-manager --for me --output md",
)
def report(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(metavar="ROLE...", help=phrase("Ids of one role or more; several are also compared.")),
    ],
    reader: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="me",
            parser=read_reader,
            help=phrase("Use your settings; without it the hand-out says nothing of you."),
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
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help=phrase(
                "All of it: profile, pay with receipt and map, training paths with costs, a checklist, sources."
            ),
        ),
    ] = False,
) -> None:
    """Print one document about the roles. Refusal where one of them has no estimate."""
    from jobcli.answers.report import booklet, reported
    from jobcli.domain.own import Progress

    session: Session = context.obj
    profiles = session.profiles(role_ids(roles))
    who = NOBODY if reader is None else who_asks(session, {}, PAY, no_me=False)
    progress = Progress() if reader is None else read_own_progress(session)
    wanted = [_wanted(profiles, word) for word in paths or []]
    chosen = {profile.id: _chosen(profile, progress, wanted) for profile in profiles}
    mine = None if reader is None else _mine(session)
    whole = booklet(session.catalog, profiles, who, chosen, progress, session.day, mine)

    def view(desk: Desk) -> Page:
        vocabulary = session.catalog.vocabulary
        if not full:
            from jobcli.pages.first.report import handout_page

            return handout_page(desk, whole, vocabulary)
        from jobcli.pages.own import with_settings
        from jobcli.pages.report import report_page

        return with_settings(desk, report_page(desk, whole, vocabulary), who.kept, vocabulary)

    told = who.from_me if mine is None else (*who.from_me, *(mine.taxed or mine.who).from_me)
    session.output.answer("report", reported(whole, tuple(dict.fromkeys(told))), view, session.catalog.problems)


def _mine(session: Session) -> Mine:
    """What the person brings to a role, where they stand, and what they told of their taxes."""
    from jobcli.answers.net import netting
    from jobcli.answers.report import Mine
    from jobcli.training.calendar import month_name, month_number

    who = who_asks(session, {}, (*BROUGHT, QUESTIONS["pay"], *ANYWHERE), no_me=False)
    taxed = who_gains(session, {}, who, no_me=False)
    try:
        net = None if taxed is None else netting(taxed, None, session.day)
    except Refusal:  # no figures of that day, or church tax without a Land: then pay is told gross
        net = None
    roles = {profile.id: profile for profile in session.profiles()}
    return Mine(who=who, taxed=taxed, netting=net, roles=roles, start=month_name(month_number(session.day[:7]) + 1))


def _wanted(profiles: list[Profile], word: str) -> str:
    """The id of a path that one of the roles has. Refusal where none has it."""
    known = list(dict.fromkeys(path.id or "" for profile in profiles for path in profile.paths))
    from jobcli.files.path_names import called

    found = called(word, {path.id or "": path.title for profile in profiles for path in profile.paths})
    if len(found) == 1:
        return found[0]
    message, hint = phrase("None of the roles has a path '{word}'."), phrase("Known: {known}.")
    return refuse("unknown-path", message, hint, exit_code=2, word=word[:60], known=", ".join(known))


def _chosen(profile: Profile, progress: Progress, wanted: list[str]) -> TrainingPath | None:
    """The path whose steps are shown: one that was named, the one that was begun, or the first."""
    named = [path for path in profile.paths if path.id in wanted]
    return next(iter((*named, *begun_paths(profile, progress), *profile.paths)), None)
