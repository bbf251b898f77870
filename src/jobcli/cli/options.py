"""What commands share: options that work everywhere, parsers that answer in plain words, completers that read no YAML."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperOption

from jobcli.cli.day_readers import read_moment
from jobcli.cli.folders import named_folder
from jobcli.cli.readers import (
    read_age,
    read_company_size,
    read_education,
    read_experience,
    read_hours,
    read_level,
    read_period,
    read_state,
    read_tenure,
    read_varied,
)
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase


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
    typer.Argument(
        metavar="ROLE",
        help=phrase("The id of a role, as 'jobcli list' shows it."),
        show_default=False,
    ),
]
RolesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]...",
        help=phrase("Ids of roles; none means all."),
        show_default=False,
    ),
]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="LAND",
        parser=read_state,
        help=phrase("The Land of work: BY, DE-BY, Bayern or Bavaria."),
        show_default=False,
    ),
]
TenureOption = Annotated[
    int | None,
    typer.Option(
        "--tenure",
        metavar="YEARS",
        parser=read_tenure,
        help=phrase("Full years with the same employer."),
        show_default=False,
    ),
]
SizeOption = Annotated[
    int | None,
    typer.Option(
        "--company-size",
        metavar="PEOPLE",
        parser=read_company_size,
        help=phrase("How many people work in the company."),
        show_default=False,
    ),
]

ExperienceOption = Annotated[
    int | None,
    typer.Option(
        "--experience",
        metavar="YEARS",
        parser=read_experience,
        help=phrase("Full years in working life."),
        show_default=False,
    ),
]
AgeOption = Annotated[
    int | None,
    typer.Option(
        "--age",
        metavar="YEARS",
        parser=read_age,
        help=phrase("Age, from which experience is counted."),
        show_default=False,
    ),
]
IndustryOption = Annotated[
    str | None,
    typer.Option(
        "--industry",
        metavar="WZ",
        help=phrase("The industry of the company: a WZ 2008 division such as J62, or a word such as IT."),
        show_default=False,
    ),
]
LevelOption = Annotated[
    Any,
    typer.Option(
        "--level",
        metavar="LEVEL",
        parser=read_level,
        help=phrase("The level of the job: helper, skilled, specialist or expert."),
        show_default=False,
    ),
]
EducationOption = Annotated[
    Any,
    typer.Option(
        "--education",
        metavar="DEGREE",
        parser=read_education,
        help=phrase(
            "The highest qualification: none, apprenticeship, master-craftsman, bachelor, master or doctorate."
        ),
        show_default=False,
    ),
]
LeadershipOption = Annotated[
    bool | None,
    typer.Option("--leadership/--no-leadership", help=phrase("Leading people, or not."), show_default=False),
]
AgreementOption = Annotated[
    bool | None,
    typer.Option(
        "--collective-agreement/--no-collective-agreement",
        help=phrase("A company with a collective agreement, or without."),
        show_default=False,
    ),
]
FixedTermOption = Annotated[
    bool | None,
    typer.Option(
        "--fixed-term/--permanent", help=phrase("A fixed-term contract, or a permanent one."), show_default=False
    ),
]
HoursOption = Annotated[
    float | None,
    typer.Option(
        "--hours", metavar="HOURS", parser=read_hours, help=phrase("Hours a week; 40 is full time."), show_default=False
    ),
]
ByOption = Annotated[
    Any,
    typer.Option(
        "--by",
        metavar="FACTOR",
        parser=read_varied,
        help=phrase("Vary one thing: state, tenure, company-size, industry or hours."),
        show_default=False,
    ),
]
PerOption = Annotated[
    Any,
    typer.Option(
        "--per",
        metavar="year|month|hour",
        parser=read_period,
        help=phrase("Show amounts a year, a month or an hour; the receipt stays a year's."),
        show_default=False,
    ),
]
NoMeOption = Annotated[bool, typer.Option("--no-me", help=phrase("Ignore your settings; see: jobcli me show"))]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=read_moment,
        help=phrase("Answer with the figures known then: 2024-06, 2024 or a day."),
        show_default=False,
    ),
]
ExplainOption = Annotated[
    bool | None,
    typer.Option(
        "--explain/--no-explain",
        help=phrase("Show how each amount came about; on for one role."),
        show_default=False,
    ),
]
