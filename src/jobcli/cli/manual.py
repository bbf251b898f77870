"""Help: the page of the program and of each command, made from the commands themselves."""

from __future__ import annotations

from typing import Any

from jobcli.cli.session import Session
from jobcli.domain.evidence import Phrase, phrase
from jobcli.render.help import Entry, Panel, help_page

COMMON = ("--json", "--output", "--lang", "--profiles", "--state-dir", "--no-color", "--help")


def print_help(session: Session, context: Any, panels: tuple[tuple[Phrase, str, tuple[str, ...]], ...]) -> None:
    """Print the help of the command that `context` belongs to."""
    command = context.command
    options = [item for item in command.get_params(context) if item.param_type_name == "option" and not item.hidden]
    own = [item for item in options if not set(item.opts) & set(COMMON)]
    everywhere = [item for item in options if set(item.opts) & set(COMMON)]
    arguments = [item for item in command.params if item.param_type_name == "argument"]
    shown: list[Panel] = []
    if hasattr(command, "list_commands"):
        for title in dict.fromkeys(title for title, _module, _names in panels):
            names = [name for other, _module, names in panels if other == title for name in names]
            shown.append(Panel(title, tuple(Entry(name, command.get_command(context, name).help) for name in names)))
    shown += [
        Panel(phrase("Arguments"), tuple(Entry(item.metavar.strip("[]."), item.help) for item in arguments)),
        Panel(phrase("Options"), tuple(_entry(item) for item in own)),
        Panel(phrase("Everywhere"), tuple(_entry(item) for item in everywhere)),
    ]
    examples = (command.epilog or "").splitlines()
    usage = f"{context.command_path} {_pieces(command, arguments)}".strip()
    session.output.page(lambda desk: help_page(desk, usage, command.help or "", shown, examples))


def _entry(item: Any) -> Entry:
    names = ", ".join([*item.opts, *item.secondary_opts])
    return Entry(names if item.is_flag else f"{names} {item.metavar}", item.help or "")


def _pieces(command: Any, arguments: list[Any]) -> str:
    words = [item.metavar for item in arguments]
    return " ".join(["COMMAND", *words, "[OPTIONS]"] if hasattr(command, "list_commands") else [*words, "[OPTIONS]"])
