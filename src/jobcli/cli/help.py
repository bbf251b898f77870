"""Help: the page of the program and of each command, made from the commands themselves."""

from __future__ import annotations

from typing import Any

from jobcli.cli.commands import COMMANDS, PANELS
from jobcli.cli.session import Session
from jobcli.domain.evidence import Filled, Words, phrase
from jobcli.pages.help import HelpEntry, HelpSheet, Panel, help_page
from jobcli.pages.option_names import GERMAN, german_flag

COMMON = ("--json", "--output", "--lang", "--profiles", "--state-dir", "--no-color", "--no-pager", "--help")

KEYS = "[KEY VALUE]..."
"""What help calls the argument of `jobcli me` that takes keys."""


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
        Panel(phrase("Arguments"), tuple(HelpEntry(item.metavar.strip("[]."), _said(item)) for item in arguments)),
        *_own_panels(own),
        Panel(phrase("Everywhere"), _shortened(everywhere, formats)),
    ]
    return HelpSheet(
        usage=f"{path} {_pieces(command, arguments)}".strip(),
        text=command.help or "",
        panels=tuple(shown),
        examples=tuple((command.epilog or "").splitlines()),
    )


def _own_panels(options: list[Any]) -> list[Panel]:
    """The options of a command itself, then those that tell who asks, then those of net pay."""
    from jobcli.cli.questions import QUESTIONS

    asks = any("--state" in item.opts for item in options)
    kinds = {f"--{question.key}": question.kind for question in QUESTIONS.values() if asks}
    titles = {None: phrase("Options"), "pay": phrase("About you"), "net": phrase("Net pay")}
    groups: dict[str | None, list[HelpEntry]] = {kind: [] for kind in titles}
    for item in options:
        kind = kinds.get(item.opts[0])
        groups["pay" if kind == "standing" else kind].append(_entry(item))
    return [Panel(title, tuple(groups[kind])) for kind, title in titles.items()]


def _shortened(items: list[Any], formats: Filled | None) -> tuple[HelpEntry, ...]:
    """The options of every command: of a command itself only the formats, and the names of the others."""
    if formats is None:
        return tuple(_entry(item) for item in items)
    output = next(item for item in items if "--output" in item.opts)
    names = " ".join(item.opts[0] for item in items if item is not output)
    german = " ".join(german_flag(item.opts[0]) or item.opts[0] for item in items if item is not output)
    return _entry(output, formats), HelpEntry(names, phrase("What these do: jobcli --help"), german)


def _entry(item: Any, formats: Filled | None = None) -> HelpEntry:
    """An option; with `formats`, `--output` names those of its command."""
    names = [*item.opts, *item.secondary_opts]
    both = [*names, *(german for name in names if (german := german_flag(name)) is not None)]
    words = formats if formats is not None and "--output" in item.opts else item.help or ""
    value = "" if item.is_flag else f" {item.metavar}"
    return HelpEntry(", ".join(names) + value, words, ", ".join(both) + value)


def _said(argument: Any) -> str | Words:
    """What is said of an argument; of the keys of `jobcli me` that are their names in the reader's language."""
    if argument.metavar != KEYS:
        return argument.help or ""
    keys = argument.help.split(", ")
    return Words(en=argument.help, de=", ".join(GERMAN[key] for key in keys))


def _pieces(command: Any, arguments: list[Any]) -> str:
    words = [item.metavar for item in arguments]
    return " ".join(["COMMAND", *words, "[OPTIONS]"] if hasattr(command, "list_commands") else [*words, "[OPTIONS]"])
