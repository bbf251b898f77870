"""The grammar of every command, read from the commands: for Tab, for the man page, for the tests of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from msgspec import structs
from typer.main import get_command

from jobcli.answers.own import KindOfFile
from jobcli.cli.app import app
from jobcli.cli.commands import COMMANDS, FORMATS, PANELS
from jobcli.cli.questions import QUESTIONS
from jobcli.cli.readers import Choice
from jobcli.cli.shells import SHELLS
from jobcli.cli.tab.slots import FILES, Grammar, Grammars, Slot
from jobcli.pages.option_names import german_flag

if TYPE_CHECKING:
    from jobcli.pages.man import Manual


_COMPLETERS = {
    "COUNTRY": "complete_country",
    "ROLE": "complete_role",
    "PATH": "complete_path",
    "STEP": "complete_step",
    "AREA": "complete_area",
    "SUBJECT": "complete_subject",
    "FROM TO": "complete_role",
    "KEY VALUE": "complete_setting",
}
_WORDS = {"KIND": get_args(KindOfFile), "FORMAT": FORMATS, "SHELL": tuple(SHELLS), "FILE": (FILES,), "DIR": (FILES,)}
"""What completes a parameter that neither is a question nor has a choice for a reader, by what help calls its value."""


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
    options: dict[str, Slot] = {}
    arguments: list[Slot] = []
    for item in (*command.params, command.get_help_option(None)):
        slot = _slot(item)
        if slot.name == "output" and name:
            slot = structs.replace(slot, words=COMMANDS[name].formats.all)
        if item.param_type_name == "argument":
            arguments.append(slot)
        elif not item.hidden:
            names = (*item.opts, *item.secondary_opts)
            german = (german_flag(name) for name in names)
            options |= dict.fromkeys((*names, *(name for name in german if name is not None)), slot)
    return Grammar(options=options, arguments=tuple(arguments))


def _slot(item: Any) -> Slot:
    metavar = (item.metavar or "").strip("[].")
    completer = _COMPLETERS.get(metavar, "")
    words = _WORDS.get(metavar, tuple(metavar.split("|")) if "|" in metavar else ())
    # An option that is called as a question, a filter as well, takes its words from there.
    question = next((one for one in QUESTIONS.values() if f"--{one.key}" in item.opts), None)
    read = getattr(item.type, "func", None)
    if question is not None:
        completer, words = question.completer, question.words
    elif isinstance(read, Choice):
        completer, words = "", read.words
    flag = bool(getattr(item, "is_flag", False))
    return Slot(
        name=item.name or "help",
        completer=completer,
        words=() if completer or flag else words,
        flag=flag,
        many=item.nargs == -1 or bool(item.multiple),
        listed=question.several if question is not None else "," in metavar,
    )
