"""The grammar of every command, read from the commands: for Tab, for the man page, for the tests of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import structs
from typer.main import get_command
from typer.utils import get_params_from_function

from jobcli.cli.app import app
from jobcli.cli.commands import COMMANDS, PANELS, registered
from jobcli.cli.questions import QUESTIONS
from jobcli.cli.readers import Choice
from jobcli.cli.tab import values
from jobcli.cli.tab.slots import Grammar, Grammars, Slot
from jobcli.cli.tab.values import BY_METAVAR

if TYPE_CHECKING:
    from jobcli.pages.man import Manual


def every_command() -> dict[str, Any]:
    """The program under the empty name, and all its commands in the order of the panels."""
    root = get_command(app)
    return {"": root, **{name: root.get_command(None, name) for name in COMMANDS}}  # type: ignore[attr-defined]


def whole_manual() -> Manual:
    """The program and all its commands."""
    from jobcli import __version__
    from jobcli.cli.help import sheet_of
    from jobcli.pages.man import Manual

    sheets = {name: sheet_of(command, f"jobcli {name}".strip()) for name, command in every_command().items()}
    chapters = {title: tuple(sheets[name] for name in names) for title, names in PANELS.items()}
    return Manual(version=__version__, program=sheets[""], chapters=chapters)


def read_grammars() -> Grammars:
    """What may follow each command."""
    return {name: _grammar(name, command) for name, command in every_command().items()}


def _grammar(name: str, command: Any) -> Grammar:
    asked = _asked(name)
    options: dict[str, Slot] = {}
    arguments: list[Slot] = []
    for item in (*command.params, command.get_help_option(None)):
        slot = _slot(item, asked.get(item.name or "", ""))
        if slot.name == "output" and name:
            slot = structs.replace(slot, completer="", words=COMMANDS[name].formats.all)
        if item.param_type_name == "argument":
            arguments.append(slot)
        elif not item.hidden:
            options |= dict.fromkeys((*item.opts, *item.secondary_opts), slot)
    return Grammar(options=options, arguments=tuple(arguments))


def _asked(name: str) -> dict[str, str]:
    """Where the completers are that a command names for its parameters."""
    found = {}
    for parameter in get_params_from_function(registered(name).callback).values() if name else ():
        completer = getattr(parameter.default, "autocompletion", None)
        if completer is not None:
            found[parameter.name] = f"{completer.__module__}:{completer.__qualname__}"
    return found


def _slot(item: Any, completer: str) -> Slot:
    metavar = (item.metavar or "").strip("[].")
    default, words = BY_METAVAR.get(metavar), tuple(metavar.split("|")) if "|" in metavar else ()
    # An option that is called as a question, a filter as well, takes its words from there.
    question = next((one for one in QUESTIONS.values() if f"--{one.key}" in item.opts), None)
    read = getattr(item.type, "func", None)
    if question is not None:
        default, words = getattr(values, question.completer, None), question.words
    elif isinstance(read, Choice):
        default, words = None, read.words
    if not completer and default is not None:
        completer = f"{default.__module__}:{default.__qualname__}"
    flag = bool(getattr(item, "is_flag", False))
    return Slot(
        name=item.name or "help",
        completer=completer,
        words=() if completer or flag else words,
        flag=flag,
        many=item.nargs == -1 or bool(item.multiple),
        listed=question.several if question is not None else "," in metavar,
    )
