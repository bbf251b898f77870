"""Help: the page of the program and of each command, made from the commands themselves."""

from __future__ import annotations

from typing import Any

from jobcli.cli.commands import COMMANDS, PANELS
from jobcli.cli.session import Session
from jobcli.domain.evidence import Filled, phrase
from jobcli.pages.help import HelpEntry, HelpSheet, Panel, help_page

COMMON = ("--json", "--output", "--lang", "--profiles", "--state-dir", "--no-color", "--no-pager", "--help")


def print_help(session: Session, context: Any) -> None:
    """Print the help of the command that `context` belongs to."""
    sheet = sheet_of(context.command, context.command_path)
    session.output.page(lambda desk: help_page(desk, sheet))


def sheet_of(command: Any, path: str) -> HelpSheet:
    """What is said of a command; `path` is what one types to call it."""
    parameters = [*command.params, command.get_help_option(None)]
    options = [item for item in parameters if item.param_type_name == "option" and not item.hidden]
    own = [item for item in options if not set(item.opts) & set(COMMON)]
    everywhere = [item for item in options if set(item.opts) & set(COMMON)]
    known = COMMANDS.get(path.rpartition(" ")[2])
    formats = None if known is None else known.formats.sentence
    arguments = [item for item in parameters if item.param_type_name == "argument"]
    shown: list[Panel] = []
    if hasattr(command, "list_commands"):
        for title, names in PANELS.items():
            shown.append(Panel(title, tuple(HelpEntry(name, command.get_command(None, name).help) for name in names)))
    shown += [
        Panel(phrase("Arguments"), tuple(HelpEntry(item.metavar.strip("[]."), item.help) for item in arguments)),
        Panel(phrase("Options"), tuple(_entry(item) for item in own)),
        Panel(phrase("Everywhere"), tuple(_entry(item, formats) for item in everywhere)),
    ]
    return HelpSheet(
        usage=f"{path} {_pieces(command, arguments)}".strip(),
        text=command.help or "",
        panels=tuple(shown),
        examples=tuple((command.epilog or "").splitlines()),
    )


def _entry(item: Any, formats: Filled | None = None) -> HelpEntry:
    """An option; with `formats`, `--output` names those of its command."""
    names = ", ".join([*item.opts, *item.secondary_opts])
    words = formats if formats is not None and "--output" in item.opts else item.help or ""
    return HelpEntry(names if item.is_flag else f"{names} {item.metavar}", words)


def _pieces(command: Any, arguments: list[Any]) -> str:
    words = [item.metavar for item in arguments]
    return " ".join(["COMMAND", *words, "[OPTIONS]"] if hasattr(command, "list_commands") else [*words, "[OPTIONS]"])
