"""`jobcli discover`: what suits someone who brings no name of a job, from answers to thirty statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from msgspec import structs

from jobcli.cli.kept_answers import forget_answers, keep_answers, kept_answers
from jobcli.cli.options import NoMeOption, has_first_screen
from jobcli.cli.questions import QUESTIONS, asks
from jobcli.cli.readers import Number, read_level, read_min_pay
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase
from jobcli.domain.interests import LONG, SHORT
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.answers.discover import Wishes
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()
_read_missing = Number("--at-most-missing", 0, 1000, example=10)

AnswersOption = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="ANSWERS",
        help=phrase("Answers in their order (5,2,0,4), a file of them, or - for the standard input."),
    ),
]
MoreOption = Annotated[bool, typer.Option("--more", help=phrase("Sixty statements in the place of thirty."))]
KeepOption = Annotated[bool, typer.Option("--keep", help=phrase("Keep the answers in a file of yours."))]
ForgetOption = Annotated[bool, typer.Option("--forget", help=phrase("Delete the answers that were kept."))]
LevelOption = Annotated[
    Any,
    typer.Option(
        "--level",
        metavar="LEVEL",
        parser=read_level,
        help=phrase("Only occupations of this level: helper, skilled, specialist or expert."),
    ),
]
MinPayOption = Annotated[
    int | None,
    typer.Option(
        "--min-pay",
        metavar="EUROS",
        parser=read_min_pay,
        help=phrase("Only occupations that we estimate at this at least, in euros gross a year."),
    ),
]
ShortageOption = Annotated[
    bool, typer.Option("--shortage", help=phrase("Only occupations in which people are officially short."))
]
MissingOption = Annotated[
    int | None,
    typer.Option(
        "--at-most-missing",
        metavar="NUMBER",
        parser=_read_missing,
        help=phrase("Only occupations of whose skills the present one lacks no more, by ESCO; with --role."),
    ),
]
PresentOption = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help=phrase("What you do now: a role, or an occupation by code or name.")),
]
RoughOption = Annotated[
    bool, typer.Option("--rough", help=phrase("Also occupations whose profile is only rough or borrowed."))
]


@app.command(
    help=phrase(
        "What suits you, if no job comes to your mind: thirty statements, five fields of work. Your answers stay with you."
    ),
    epilog="jobcli discover --answers 522213412221531323423211522212\njobcli discover --answers 522213412221531323423211522212 --full",
)
@has_first_screen()
@asks(QUESTIONS["state"], before="rough")
def discover(
    context: typer.Context,
    answers: AnswersOption = None,
    more: MoreOption = False,
    keep: KeepOption = False,
    forget: ForgetOption = False,
    level: LevelOption = None,
    min_pay: MinPayOption = None,
    shortage: ShortageOption = False,
    at_most_missing: MissingOption = None,
    role: PresentOption = None,
    rough: RoughOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print the fields that are like the answers; ask where a person sits there."""
    from jobcli.answers.discover import discovered

    session: Session = context.obj
    if forget:
        forget_answers(session)
        return
    wishes = _told(session, role, typed["state"], counted=at_most_missing is not None, no_me=no_me)
    wishes = structs.replace(
        wishes, level=level, min_pay=min_pay, shortage=shortage, at_most_missing=at_most_missing, rough=rough
    )
    given, kept, keep = _answers(session, answers, more=more, keep=keep)
    found = discovered(given, wishes, session.day)
    file = keep_answers(session, given) if keep else kept
    found = structs.replace(found, kept=None if file is None else str(file))
    again = "" if file is not None else f" --answers {''.join(map(str, given))}"

    def view(desk: Desk) -> Page:
        if typed["full"]:
            from jobcli.pages.discover import discovered_page

            return discovered_page(desk, found, again)
        from jobcli.pages.first.discover import first_page

        return first_page(desk, found, again)

    session.output.answer("discover", found, view)


def _told(session: Session, role: str | None, state: str | None, *, counted: bool, no_me: bool) -> Wishes:
    """The Land, and the present occupation where its skills are counted: from the line, else from the settings."""
    from jobcli.answers.discover import Wishes
    from jobcli.cli.settings import stored_answers

    told_of = {"state": state, "role": role}
    wanted = [key for key, told in told_of.items() if told is None and (key == "state" or counted)]
    stored = {} if no_me else stored_answers(session, wanted)
    state, role = (told if told is not None else cast("str | None", stored.get(key)) for key, told in told_of.items())
    if not counted:
        return Wishes(state=state)
    if role is None:
        message = phrase("--at-most-missing counts from what you do now, and that is not told.")
        hint = phrase("Name it: --role ROLE, or jobcli me set role ROLE")
        refuse("no-start", message, hint, exit_code=2)
    code = session.profile(role).role.codes.kldb
    if code is None:
        message = phrase("'{role}' has no code of the KldB 2010, so its skills are not known.")
        refuse("no-code", message, phrase("Name an occupation: --role 71402"), role=role)
    return Wishes(state=state, present=code)


def _answers(session: Session, told: str | None, *, more: bool, keep: bool) -> tuple[list[int], Path | None, bool]:
    """All answers: from the line, from the file that keeps them, from the person. The file, and whether to keep them now.

    Refusal where some are missing, and nobody is there to ask.
    """
    from jobcli.cli.statements import ask_statements, can_be_asked, read_answers

    given, file = (read_answers(session, told), None) if told is not None else kept_answers(session)
    wanted = LONG if more or len(given) > SHORT else SHORT
    if len(given) == wanted:
        return given, file, keep
    if can_be_asked(session):
        return ask_statements(session, given, wanted, keep=keep or file is not None, offer=file is None and not keep)
    hint = phrase(
        "At a terminal: jobcli discover. From a program: --answers FILE, a number from 0 to 5 for each statement."
    )
    if told is None:
        refuse("no-answers", phrase("There are no answers, and nobody to ask here."), hint, exit_code=2)
    message = phrase("{count} answers of {wanted} are there, and nobody to ask here.")
    return refuse("too-few-answers", message, hint, exit_code=2, count=len(given), wanted=wanted)
