"""The table of commands: in which panel of help each stands, which module holds it, and in which formats it answers."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal, get_args

from msgspec import Struct

from jobcli.domain.evidence import Filled, Phrase, phrase

Format = Literal["text", "plain", "json", "csv", "md", "svg", "html", "ics", "todotxt", "sarif", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""All formats. A command hands in what it has beside those that every result has."""

EVERYWHERE: tuple[Format, ...] = ("text", "plain", "json", "md", "svg", "html")
"""The formats of every result: all but JSON are made from the page for people."""

FOR_PROGRAMS = ("csv", "ics", "svg", "html", "sarif", "github")
"""Formats that are UTF-8 by their standard or say so of themselves, with line ends of their own, whatever the terminal has."""

FOR_PIPELINES: tuple[Format, ...] = ("sarif", "github")
"""Formats of `validate` in which a pipeline shows problems beside the lines of a change."""


class OwnFormats(Struct, frozen=True):
    """The formats that a command has beside those of every result."""

    always: tuple[Format, ...] = ()
    sometimes: tuple[Format, ...] = ()
    when: Phrase = Phrase("")
    """For which of its results it has those of `sometimes`: a sentence with `{formats}`."""

    @property
    def all(self) -> tuple[Format, ...]:
        """Every format of the command, in the order of `FORMATS`."""
        known = {*EVERYWHERE, *self.always, *self.sometimes}
        return tuple(form for form in FORMATS if form in known)

    @property
    def sentence(self) -> Filled:
        """What help says of them."""
        always = _one_of((*EVERYWHERE, *self.always))
        if not self.sometimes:
            return Filled(phrase("{formats}."), {"formats": always})
        values = {"formats": always, "more": Filled(self.when, {"formats": _one_of(self.sometimes)})}
        return Filled(phrase("{formats}; {more}."), values)


def _one_of(formats: tuple[Format, ...]) -> str | Filled:
    """Formats to choose one from, as a part of a sentence."""
    *first, last = formats
    return Filled(phrase("{words} or {last}"), {"words": ", ".join(first), "last": last}) if first else last


class CommandRow(Struct, frozen=True):
    """One line of the table."""

    name: str
    """What one types."""
    panel: Phrase
    """The heading that it stands below in the help of the program."""
    formats: OwnFormats = OwnFormats()
    """The formats that it has beside those of every result."""
    file: str = ""
    """The module of this folder that holds it, where that has another name."""

    @property
    def module(self) -> str:
        """The module that holds it. Only that of the command that was typed is imported."""
        return f"jobcli.cli.{self.file or self.name}"


_LOOK, _DECIDE, _WALK, _WRITE = phrase("Look"), phrase("Decide"), phrase("Walk"), phrase("Write")
_TABLE = OwnFormats(("csv",))
COMMANDS = {
    command.name: command
    for command in (
        CommandRow("list", _LOOK, _TABLE),
        CommandRow("show", _LOOK, OwnFormats((), ("csv",), phrase("with --ladder also {formats}"))),
        CommandRow("outlook", _LOOK),
        CommandRow("sources", _LOOK, _TABLE),
        CommandRow("search", _LOOK, _TABLE),
        CommandRow("newcomer", _LOOK),
        CommandRow("discover", _LOOK, _TABLE),
        CommandRow("report", _LOOK),
        CommandRow("compare", _DECIDE, _TABLE),
        CommandRow("estimate", _DECIDE, _TABLE),
        CommandRow("match", _DECIDE, _TABLE),
        CommandRow("route", _DECIDE, _TABLE),
        CommandRow("net", _DECIDE, _TABLE),
        CommandRow("plan", _WALK, OwnFormats(("csv", "ics"))),
        CommandRow("paths", _WALK, _TABLE),
        CommandRow("checklist", _WALK, OwnFormats(("csv",), ("ics", "todotxt"), phrase("of one path also {formats}"))),
        CommandRow("done", _WALK, file="progress"),
        CommandRow("doing", _WALK, file="progress"),
        CommandRow("skip", _WALK, file="progress"),
        CommandRow("undo", _WALK, file="progress"),
        CommandRow("next", _WALK, _TABLE, file="progress"),
        CommandRow("me", _WALK, OwnFormats((), ("csv",), phrase("'me show' also {formats}"))),
        CommandRow("contacts", _WALK, _TABLE),
        CommandRow("where", _WALK, _TABLE),
        CommandRow("new", _WRITE),
        CommandRow("validate", _WRITE, OwnFormats(("csv", *FOR_PIPELINES))),
        CommandRow("schema", _WRITE),
    )
}
"""Every command by its name, in the order of the panels. A test compares the formats with what each command refuses."""

PANELS: dict[Phrase, list[str]] = {}
"""The names of the commands by panel."""
for _command in COMMANDS.values():
    PANELS.setdefault(_command.panel, []).append(_command.name)


def registered(name: str) -> Any:
    """What a command's module says of it: the function behind it, its help and its examples. Imports the module."""
    module = import_module(COMMANDS[name].module)
    return next(info for info in module.app.registered_commands if (info.name or info.callback.__name__) == name)
