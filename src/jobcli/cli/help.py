"""Help: the page of the program and of each command, and the whole manual, made from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcli.cli.formats import FORMATS_OF
from jobcli.cli.session import Session
from jobcli.domain.evidence import Phrase, phrase
from jobcli.pages.help import HelpEntry, HelpSheet, Panel, help_page

if TYPE_CHECKING:
    from jobcli.pages.man import Manual

COMMON = ("--json", "--output", "--lang", "--profiles", "--state-dir", "--no-color", "--no-pager", "--help")

Panels = tuple[tuple[Phrase, str, tuple[str, ...]], ...]


def print_help(session: Session, context: Any, panels: Panels) -> None:
    """Print the help of the command that `context` belongs to."""
    sheet = sheet_of(context.command, context.command_path, panels)
    session.output.page(lambda desk: help_page(desk, sheet))


def sheet_of(command: Any, path: str, panels: Panels) -> HelpSheet:
    """What is said of a command; `path` is what one types to call it."""
    parameters = [*command.params, command.get_help_option(None)]
    options = [item for item in parameters if item.param_type_name == "option" and not item.hidden]
    own = [item for item in options if not set(item.opts) & set(COMMON)]
    everywhere = [item for item in options if set(item.opts) & set(COMMON)]
    formats = FORMATS_OF.get(path.rpartition(" ")[2])
    arguments = [item for item in parameters if item.param_type_name == "argument"]
    shown: list[Panel] = []
    if hasattr(command, "list_commands"):
        for title, names in commands_of(panels).items():
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


def commands_of(panels: Panels) -> dict[Phrase, list[str]]:
    """The commands of each panel."""
    found: dict[Phrase, list[str]] = {}
    for title, _module, names in panels:
        found.setdefault(title, []).extend(names)
    return found


def whole_manual() -> Manual:
    """The program and all its commands."""
    from jobcli import __version__
    from jobcli.cli.app import PANELS
    from jobcli.cli.tab.grammar import every_command
    from jobcli.pages.man import Manual

    sheets = {name: sheet_of(command, f"jobcli {name}".strip(), PANELS) for name, command in every_command().items()}
    chapters = {title: tuple(sheets[name] for name in names) for title, names in commands_of(PANELS).items()}
    return Manual(version=__version__, program=sheets[""], chapters=chapters)


def _entry(item: Any, formats: Phrase | None = None) -> HelpEntry:
    """An option; with `formats`, `--output` names those of its command."""
    names = ", ".join([*item.opts, *item.secondary_opts])
    words = formats if formats is not None and "--output" in item.opts else item.help or ""
    return HelpEntry(names if item.is_flag else f"{names} {item.metavar}", words)


def _pieces(command: Any, arguments: list[Any]) -> str:
    words = [item.metavar for item in arguments]
    return " ".join(["COMMAND", *words, "[OPTIONS]"] if hasattr(command, "list_commands") else [*words, "[OPTIONS]"])
