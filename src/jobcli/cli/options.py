"""What commands share: options that work everywhere, parsers that answer in plain words, completers that read no YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperOption

from jobcli.cli.session import Session, refuse
from jobcli.domain.evidence import phrase
from jobcli.domain.pay import LANDS

# Kept here, not in the estimate: a wrong number is refused before any figure is read.
MAX_TENURE = 55
MAX_COMPANY_SIZE = 10_000_000


def common_options() -> list[TyperOption]:
    """The options of every command. `--lang` and `--json` are read before the command line is parsed, so that errors obey them."""
    return [
        TyperOption(param_decls=["--json"], is_flag=True, expose_value=False, help=phrase("Print JSON for programs.")),
        TyperOption(
            param_decls=["--output"], metavar="text|json", expose_value=False, help=phrase("The format of the result.")
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
            param_decls=["--no-color"],
            is_flag=True,
            expose_value=False,
            help=phrase("Print without colour; NO_COLOR does the same."),
        ),
    ]


def _keep_folders(context: Any, _parameter: Any, value: tuple[str, ...]) -> None:
    if value:
        session: Session = context.obj
        session.profile_folders = (*session.profile_folders, *value)


def read_state(text: str) -> str:
    """A Land code from a code, `DE-BY`, or a name in either language. Refusal for anything else."""
    wanted = _folded(text)
    names: dict[str, str] = {}
    for land in LANDS:
        for name in (land.code, f"DE-{land.code}", land.name.de or "", land.name.en or ""):
            names[_folded(name)] = land.code
    if wanted in names:
        return names[wanted]
    from jobcli.loading.shapes import closest

    near = closest(wanted, [name for name in names if len(name) > 5])
    codes = ", ".join(land.code for land in LANDS)
    known = phrase("Known: {codes}, or the names.")
    if near is None:
        refuse("unknown-state", phrase("No Land '{word}'."), known, exit_code=2, word=text[:60], codes=codes)
    land = next(land for land in LANDS if land.code == names[near])
    message = phrase("No Land '{word}'. Did you mean {near} ({code})?")
    return refuse(
        "unknown-state", message, known, exit_code=2, word=text[:60], near=land.name, code=land.code, codes=codes
    )


def read_tenure(text: str) -> int:
    """Full years with the same employer, 0 to 55."""
    return _whole(text, "--tenure", 0, MAX_TENURE)


def read_company_size(text: str) -> int:
    """The head count of a company, 1 to ten million."""
    return _whole(text, "--company-size", 1, MAX_COMPANY_SIZE)


def _whole(text: str, option: str, low: int, high: int) -> int:
    stripped = text.strip()
    if not stripped.isascii() or not stripped.removeprefix("-").isdigit():
        refuse(
            "bad-number",
            phrase("{option} takes a whole number, not '{value}'."),
            phrase("Example: {option} {example}"),
            exit_code=2,
            option=option,
            value=text[:60],
            example=5 if high < 100 else 250,
        )
    # Compared by length first: a number of a million digits must not be computed.
    if len(stripped) > 12 or not low <= int(stripped) <= high:
        refuse(
            "out-of-range",
            phrase("{option} can be {low} to {high}, not {value}."),
            phrase("Is a digit missing, or one too many?"),
            exit_code=2,
            option=option,
            low=low,
            high=high,
            value=stripped[:20],
        )
    return int(stripped)


def _folded(name: str) -> str:
    return name.strip().casefold().replace("ü", "ue").replace("_", "-").replace(" ", "-")


def complete_role(context: typer.Context, incomplete: str) -> list[str]:
    """Role ids from the names of files."""
    session = context.find_root().obj
    ids = session.catalog.ids() if isinstance(session, Session) else _built_in("")
    return [name for name in ids if name.startswith(incomplete)]


def complete_state(incomplete: str) -> list[str]:
    """Land codes."""
    return [land.code for land in LANDS if land.code.startswith(incomplete.upper())]


def _built_in(below: str) -> list[str]:
    from jobcli.loading.catalog import BUILT_IN

    return sorted(file.stem for file in Path(BUILT_IN, below).glob("*.yaml") if file.stem != "vocabulary")


RoleArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help=phrase("The id of a role, as 'jobcli list' shows it."),
        autocompletion=complete_role,
        show_default=False,
    ),
]
RolesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]...",
        help=phrase("Ids of roles; none means all."),
        autocompletion=complete_role,
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
        autocompletion=complete_state,
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
