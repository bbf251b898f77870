"""The app: which commands there are, what works on all of them, and the one door for errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from jobcli import __version__
from jobcli.cli.commands import COMMANDS, FORMATS, Format, registered
from jobcli.cli.errors import refuse_command, refuse_extra, usage_problem
from jobcli.cli.options import common_options
from jobcli.cli.output import Output, ReaderGone, let_go
from jobcli.cli.session import Session
from jobcli.cli.world import World, language_of, preferred_language, real_world
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal
from jobcli.pages.kit.language import Code, Language

if TYPE_CHECKING:
    from jobcli.pages.kit.copied import CopyOptions

# In public, Typer names this one of the errors of its parser; what it is made from, all others are made from.
UsageError: Any = typer.BadParameter.__base__


def _session(context: Any) -> Session:
    session: Session = context.find_root().obj
    return session


def _help_option() -> TyperOption:
    def show_help(ctx: Any, _parameter: Any, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from jobcli.cli.help import print_help

            print_help(_session(ctx), ctx)
            raise typer.Exit

    return TyperOption(
        param_decls=["--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_help,
        help=phrase("Show this page."),
    )


class CommandParser(TyperCommand):
    """The parser of a command, with the common options and a help page of ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002  Typer decides what it is called with
        """The help option, whose page is printed in the reader's language."""
        return _help_option()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of a call. Refusal where some are left over."""
        ctx.allow_extra_args = True
        if self.name == "net":
            from jobcli.cli.written_numbers import joined

            args = joined(args)
        left = super().parse_args(ctx, args)
        if left:
            refuse_extra(left, ctx.command_path)
        return left


class ProgramParser(TyperGroup):
    """The parser of the program: its commands are imported when they are typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002  Typer decides what it is called with
        """The help option, whose page is printed in the reader's language."""
        return _help_option()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """All commands in the order of the panels."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of this name, or None."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names. Refusal where there is none of this name."""
        word = args[0]
        if word == "help":
            # As people know it from other programs; the page itself is that of --help.
            if not args[1:] or args[1].startswith("-"):
                from jobcli.cli.help import print_help

                print_help(_session(ctx), ctx)
                raise typer.Exit
            args = [args[1], "--help", *args[2:]]
            word = args[0]
        if word not in COMMANDS:
            if word.startswith("-"):
                # An option behind `--`: what is wrong with it comes first.
                self.parse_args(ctx, list(args))
            refuse_command(word, list(COMMANDS))
        return super().resolve_command(ctx, args)


@cache
def load_command(name: str) -> Any:
    """Import the module of a command and build the command, once in a process."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    info = registered(name)
    info.cls = CommandParser
    single.registered_commands.append(info)
    command = get_command(single)
    command.name = name
    return command


app = typer.Typer(cls=ProgramParser, add_completion=False, rich_markup_mode=None, invoke_without_command=True)


@app.callback(
    help=phrase(
        "Careers in Germany: what is this job, what would it pay me, and what do I do, in which order, to get it?"
    ),
    epilog="jobcli show backoffice-manager\njobcli estimate --state BY --tenure 5",
)
def root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", "-v", help=phrase("Print the version.")),
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
    ),
) -> None:
    """What happens before a command, and without one."""
    session: Session = context.obj
    if version:
        session.output.line(f"jobcli {__version__}")
        raise typer.Exit
    if install_completion or show_completion:
        from jobcli.cli.shells import answer

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
    # Until language and format are known.
    output = Output(world, Language("en"), "text")
    if any(word.startswith("--") for word in arguments):
        from jobcli.pages.option_names import in_english

        arguments = in_english(arguments)
    command = next((word for word in arguments if word in COMMANDS), "jobcli")
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
        from jobcli.cli.crash import report_crash

        return report_crash(output, command, error)
    return code


def _call(arguments: Sequence[str], command: str, session: Session) -> tuple[int, tuple[Problem, ...]]:
    """Run the command; its exit code, and the problems where there was no result."""
    program = _program()
    try:
        result = program.main(args=list(arguments), prog_name="jobcli", standalone_mode=False, obj=session)
    except Refusal as refusal:
        return refusal.code, refusal.problems
    except UsageError as error:
        parsers = [program, *([load_command(command)] if command in COMMANDS else [])]
        flags = {name for parser in parsers for name in _flags(parser)}
        return 2, (usage_problem(error, f"jobcli {command}".removesuffix(" jobcli"), flags),)
    return (result if isinstance(result, int) else 0), ()


def _flags(parser: Any) -> list[str]:
    """The options that take no value."""
    known = [*parser.params, parser.get_help_option(None)]
    return [name for item in known if getattr(item, "is_flag", False) for name in (*item.opts, *item.secondary_opts)]


def _door(arguments: Sequence[str], world: World) -> tuple[Output, Problem | None]:
    """The output for this call. Language and format are read ahead of the parser, so that its errors obey them too."""
    words = list(arguments)
    words = words[: words.index("--")] if "--" in words else words
    wanted = {"--lang": preferred_language(world.env), "--output": "json" if "--json" in words else None}
    for index, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option in wanted:
            wanted[option] = value if equals else next(iter(words[index + 1 : index + 2]), None)
    language, form = language_of(wanted["--lang"]), (wanted["--output"] or "").strip().lower() or wanted["--output"]
    # Where the option says nothing that is known, its error is said in the language that would have been spoken.
    spoken = [word for word in (language, preferred_language(world.env)) if word in ("de", "en")]
    code: Code = "de" if spoken[:1] == ["de"] else "en"
    chosen: Format = next((known for known in FORMATS if known == form), "json" if "--json" in words else "text")
    say = Language(code, _carried(words))
    output = Output(world, say, chosen, colour="--no-color" not in words, pager="--no-pager" not in words)
    if language is not None and language not in ("de", "en"):
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


def _carried(words: Sequence[str]) -> CopyOptions | None:
    """The options of a line that decide on which files and in which language it is answered; None where there are none."""
    given = []
    for index, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option in CARRIED:
            value = value if equals else next(iter(words[index + 1 : index + 2]), "")
            given.append((option, value))
    if not given:
        return None
    from shlex import quote

    from jobcli.pages.kit.copied import CopyOptions

    return CopyOptions([(option, f"{option} {quote(value)}") for option, value in given], COMMANDS)


CARRIED = ("--profiles", "--state-dir", "--lang")
"""What a line that is printed to be copied has as it was given."""
