"""The app: which commands there are, what works on all of them, and the one door for errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer._click.exceptions import ClickException
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from jobcli import __version__
from jobcli.cli.options import common_options
from jobcli.cli.output import FORMATS, Format, Output, ReaderGone, let_go
from jobcli.cli.session import Session
from jobcli.cli.world import World, preferred_language, real_world
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal
from jobcli.pages.kit.language import Code, Language

# The modules hold the commands; only the module of the command that was typed is imported. A panel that stands here
# several times is one panel: its commands come from several modules.
PANELS = (
    (phrase("Look"), "list", ("list",)),
    (phrase("Look"), "show", ("show",)),
    (phrase("Look"), "sources", ("sources",)),
    (phrase("Look"), "search", ("search",)),
    (phrase("Look"), "report", ("report",)),
    (phrase("Decide"), "compare", ("compare",)),
    (phrase("Decide"), "estimate", ("estimate",)),
    (phrase("Decide"), "match", ("match",)),
    (phrase("Decide"), "route", ("route",)),
    (phrase("Decide"), "net", ("net",)),
    (phrase("Walk"), "paths", ("paths",)),
    (phrase("Walk"), "checklist", ("checklist",)),
    (phrase("Walk"), "progress", ("done", "doing", "skip", "undo", "next")),
    (phrase("Walk"), "me", ("me",)),
    (phrase("Walk"), "where", ("where",)),
    (phrase("Write"), "new", ("new",)),
    (phrase("Write"), "validate", ("validate",)),
    (phrase("Write"), "schema", ("schema",)),
)
_MODULE_OF = {command: module for _, module, commands in PANELS for command in commands}


def _session(context: Any) -> Session:
    session: Session = context.find_root().obj
    return session


def _help_option() -> TyperOption:
    def show_help(ctx: Any, _parameter: Any, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from jobcli.cli.help import print_help

            print_help(_session(ctx), ctx, PANELS)
            raise typer.Exit

    return TyperOption(
        param_decls=["--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_help,
        help=phrase("Show this page."),
    )


class Command(TyperCommand):
    """A command with the common options and a help page of ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002  Typer decides what it is called with
        """The help option, whose page is printed in the reader's language."""
        return _help_option()


class Prompt(TyperGroup):
    """The root: its commands are imported when they are typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002  Typer decides what it is called with
        """The help option, whose page is printed in the reader's language."""
        return _help_option()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """All commands in the order of the panels."""
        return list(_MODULE_OF)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of this name, or None."""
        return load_command(cmd_name) if cmd_name in _MODULE_OF else None


@cache
def load_command(name: str) -> Any:
    """Import the module of a command and build the command, once in a process."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    info = _registered(name)
    info.cls = Command
    single.registered_commands.append(info)
    command = get_command(single)
    command.name = name
    return command


def load_callback(name: str) -> Any:
    """The function behind a command, with all that is said about its parameters."""
    return _registered(name).callback


def _registered(name: str) -> Any:
    module = import_module(f"jobcli.cli.{_MODULE_OF[name]}")
    return next(info for info in module.app.registered_commands if (info.name or info.callback.__name__) == name)


app = typer.Typer(cls=Prompt, add_completion=False, rich_markup_mode=None, invoke_without_command=True)


@app.callback(
    help=phrase(
        "Careers in Germany: what is this job, what would it pay me, and what do I do, in which order, to get it?"
    ),
    epilog="jobcli show backoffice-manager\njobcli estimate --state BY --tenure 5",
)
def root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help=phrase("Print the version.")),
    install_completion: bool = typer.Option(
        False, "--install-completion", help=phrase("Let your shell complete commands and names with Tab.")
    ),
    show_completion: bool = typer.Option(
        False, "--show-completion", help=phrase("Print the script that lets a shell complete with Tab.")
    ),
    shell: str | None = typer.Option(
        None,
        "--shell",
        metavar="SHELL",
        help=phrase("bash, zsh, fish or powershell, for these two; else the one you are in."),
        show_default=False,
    ),
) -> None:
    """What happens before a command, and without one."""
    session: Session = context.obj
    if version:
        session.output.line(f"jobcli {__version__}")
        raise typer.Exit
    if install_completion or show_completion:
        from jobcli.cli.tab.scripts import answer

        answer(session, shell, install_it=install_completion)
        raise typer.Exit
    if context.invoked_subcommand is None:
        from jobcli.pages.help import welcome_page

        session.output.page(welcome_page)


@cache
def _program() -> Any:
    return get_command(app)


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:], real_world()))


def run(arguments: Sequence[str], world: World) -> int:
    """One call of the program: print an answer or a problem, return the exit code. Nothing is raised."""
    # Even a broken catalogue of messages is answered for, in the language that needs none.
    output = Output(world, Language("en"), "text")
    command = next((word for word in arguments if word in _MODULE_OF), "jobcli")
    try:
        output, problem = _door(arguments, world)
        code, problems = (2, (problem,)) if problem is not None else _call(arguments, command, Session(world, output))
        if problems:
            output.refuse(command, problems, usage=code == 2)
    except ReaderGone:
        # Nothing is left to say.
        let_go(world.stdout)
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:  # noqa: BLE001  the last door: a person never sees a traceback
        from jobcli.cli.accident import report_accident

        return report_accident(output, command, error)
    return code


def _call(arguments: Sequence[str], command: str, session: Session) -> tuple[int, tuple[Problem, ...]]:
    """Run the command; its exit code, and the problems where there was no result."""
    try:
        result = _program().main(args=list(arguments), prog_name="jobcli", standalone_mode=False, obj=session)
    except Refusal as refusal:
        return refusal.code, refusal.problems
    except ClickException as error:
        from jobcli.cli.misuse import usage_problem

        return 2, (usage_problem(error, command, list(_MODULE_OF)),)
    return (result if isinstance(result, int) else 0), ()


def _door(arguments: Sequence[str], world: World) -> tuple[Output, Problem | None]:
    """The output for this call. Language and format are read ahead of the parser, so that its errors obey them too."""
    words = list(arguments)
    words = words[: words.index("--")] if "--" in words else words
    wanted = {"--lang": preferred_language(world.env), "--output": "json" if "--json" in words else None}
    for index, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option in wanted:
            wanted[option] = value if equals else next(iter(words[index + 1 : index + 2]), None)
    language, form = wanted["--lang"], wanted["--output"]
    # Where the option says nothing that is known, its error is said in the language that would have been spoken.
    spoken = [word for word in ((language or "").lower(), preferred_language(world.env)) if word in ("de", "en")]
    code: Code = "de" if spoken[:1] == ["de"] else "en"
    chosen: Format = next((known for known in FORMATS if known == form), "json" if "--json" in words else "text")
    output = Output(world, Language(code), chosen, colour="--no-color" not in words, pager="--no-pager" not in words)
    if language is not None and language.lower() not in ("de", "en"):
        return output, Problem(
            "unknown-language",
            phrase("No language '{word}'."),
            phrase("Write --lang de or --lang en, or set JOBCLI_LANG to one of them."),
            {"word": language[:40]},
        )
    if form is not None and form not in FORMATS:
        return output, Problem(
            "unknown-format",
            phrase("No format '{word}'."),
            phrase("Known: {known}."),
            {"word": form[:40], "known": ", ".join(FORMATS)},
        )
    return output, None
