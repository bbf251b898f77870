"""What commands share beside the table of questions: the options that work everywhere, roles as arguments."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperOption

from jobcli.cli.day_readers import read_pay_date
from jobcli.cli.readers import read_one_off
from jobcli.cli.session import Session
from jobcli.cli.signature import Command, also_takes
from jobcli.cli.world import named_folder
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse


def common_options() -> list[TyperOption]:
    """The options of every command. `--lang` and `--json` are read before the command line is parsed, so that errors obey them."""
    return [
        TyperOption(param_decls=["--json"], is_flag=True, expose_value=False, help=phrase("Print JSON for programs.")),
        TyperOption(
            param_decls=["--output"],
            metavar="FORMAT",
            expose_value=False,
            help=phrase(
                "text, plain, json, md, svg or html; csv for tables; ics or todotxt for a checklist; sarif or github for validate."
            ),
        ),
        TyperOption(
            param_decls=["--lang"],
            metavar="de|en",
            expose_value=False,
            help=phrase("The language; else JOBCLI_LANG, else the locale."),
        ),
        TyperOption(
            param_decls=["--profiles"],
            metavar="DIR",
            multiple=True,
            expose_value=False,
            callback=_keep_folders,
            help=phrase("Read own profiles from this folder too; may be repeated."),
        ),
        TyperOption(
            param_decls=["--state-dir"],
            metavar="DIR",
            expose_value=False,
            callback=_keep_state_dir,
            help=phrase("Keep your settings and progress in this folder; else JOBCLI_STATE_DIR."),
        ),
        TyperOption(
            param_decls=["--no-color"],
            is_flag=True,
            expose_value=False,
            help=phrase("Print without colour; NO_COLOR does the same."),
        ),
        TyperOption(
            param_decls=["--no-pager"],
            is_flag=True,
            expose_value=False,
            help=phrase("Print at once what is taller than the terminal."),
        ),
    ]


def _keep_folders(context: Any, _parameter: Any, value: tuple[str, ...]) -> None:
    if value:
        session: Session = context.obj
        session.profile_folders = (*session.profile_folders, *(str(named_folder(folder)) for folder in value))


def _keep_state_dir(context: Any, _parameter: Any, value: str | None) -> None:
    if value is not None:
        session: Session = context.obj
        session.state_dir = str(named_folder(value))


RoleArgument = Annotated[
    str,
    typer.Argument(metavar="ROLE", help=phrase("A role by its id, its title or another name.")),
]
OccupationArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help=phrase("A role, an official occupation or a training path: its id, its five digits, or any of its names."),
        show_default=False,
    ),
]
RolesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ROLE]...", help=phrase("Roles by their ids or names; none means all.")),
]
NoMeOption = Annotated[bool, typer.Option("--no-me", help=phrase("Ignore your settings; see: jobcli me show"))]
SameEmployerOption = Annotated[
    bool,
    typer.Option(
        "--same-employer",
        help=phrase("Another role would be with your employer: your years there go on, instead of beginning anew."),
    ),
]
OneOffOption = Annotated[
    Any,
    typer.Option(
        "--one-off",
        metavar="EUROS",
        parser=read_one_off,
        help=phrase("What comes once beside it in the month of the pay date: a bonus, a 13th salary."),
    ),
]
PayDateOption = Annotated[
    str | None,
    typer.Option(
        "--pay-date",
        metavar="DATE",
        parser=read_pay_date,
        help=phrase("The day pay arrives, which chooses the figures: 2025-07 or a day; else today."),
    ),
]


def has_first_screen(**sections: str) -> Callable[[Command], Command]:
    """Give a command `--full`, and an option for each section of its page. Its `**typed` says which were asked for."""
    helps = {"full": phrase("The whole page; without it the first screen."), **sections}
    parameters = (
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False,
            annotation=Annotated[bool, typer.Option(f"--{name}", help=text, show_default=False)],
        )
        for name, text in helps.items()
    )
    return also_takes(*parameters)


def sections_of(typed: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, ...]:
    """The sections that were asked for; none where the whole page was."""
    return () if typed["full"] else tuple(name for name in names if typed[name])


OfferOption = Annotated[
    str | None,
    typer.Option(
        "--offer",
        metavar="PATH",
        help=phrase("The path for which you have an offer: with --price, --exam, --months, --lessons and --start."),
    ),
]
EventsOption = Annotated[
    bool,
    typer.Option(
        "--events",
        help=phrase("With --output ics: all-day events beside the to-dos, for calendars that know no to-dos."),
    ),
]


def refuse_lone_events(session: Session, *, events: bool) -> None:
    """Refuse `--events` where no calendar file is asked for."""
    if events and session.output.form != "ics":
        message, hint = phrase("--events is for calendar files."), phrase("Add --output ics, or leave out --events.")
        refuse("no-calendar", message, hint, exit_code=2)
