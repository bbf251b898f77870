"""The one door through which anything is printed: which stream, in which format, and what the stream can carry."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import structs

from jobcli import __version__
from jobcli.cli.commands import EVERYWHERE, FOR_PIPELINES, FOR_PROGRAMS, Format
from jobcli.cli.world import World
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.hidden_characters import visible
from jobcli.domain.refusal import Refusal
from jobcli.pages.kit.language import Language

if TYPE_CHECKING:
    from jobcli.answers.answer import Answer, Columns
    from jobcli.answers.wire import Status
    from jobcli.pages.kit.formats import Paper
    from jobcli.pages.kit.parts import Desk, Page


class ReaderGone(Exception):
    """Whoever read our pipe has closed it. No OSError, because the parser would end the program on that by itself."""


class Output:
    """Prints results to stdout and everything else to stderr, in one format and one language."""

    def __init__(self, world: World, say: Language, form: Format, *, colour: bool = True, pager: bool = True) -> None:
        self.world = world
        self.pager = pager
        self.say = say
        self.form = form
        self.colour = colour

    def answer(
        self,
        command: str,
        data: Answer,
        view: Callable[[Desk], Page],
        problems: Sequence[Problem] = (),
        texts: Mapping[Format, Callable[[], str]] | None = None,
    ) -> None:
        """Print a result; problems beside it are warnings, or inside the envelope for machines.

        `data` is the answer, `texts` are the other formats that this result has, each ready to be printed. Refusal for a
        format it lacks.
        """
        # There is a result: what is wrong beside it is a warning.
        warnings = [structs.replace(problem, severity="warning") for problem in problems]
        if self.form == "json":
            self._machine(command, "ok", data, warnings)
            return
        self._refuse_if_lacking((*EVERYWHERE, *(("csv",) if data.table else ()), *(texts or ())))
        self.warn(warnings)
        if texts and self.form in texts:
            self._exact(texts[self.form]())
            return
        if self.form == "csv" and data.table:
            self._spreadsheet(data.table, data)
            return
        self.page(view, command)

    def document(self, command: str, data: object, text: Callable[[], str], problems: Sequence[Problem] = ()) -> None:
        """Print a text that a file is to hold as it is: no width, no colour. Problems beside it are warnings.

        In the formats for people it stands there line by line.
        """
        warnings = [structs.replace(problem, severity="warning") for problem in problems]
        if self.form == "json":
            self._machine(command, "ok", data, warnings)
            return
        self._refuse_if_lacking(EVERYWHERE)
        self.warn(warnings)
        if self.form not in ("plain", "md", "svg", "html"):
            _write(self.world.stdout, text())
            return
        from jobcli.pages.kit.formats import listing

        self._exact(listing(self.form, self._paper(command), text()))

    def refuse_foreign_form(self, *own: Format) -> None:
        """Refuse a format that this result lacks, before anything is done that could not be undone; `own` are those it has beside."""
        self._refuse_if_lacking((*EVERYWHERE, *own))

    def findings(
        self,
        command: str,
        data: object,
        view: Callable[[Desk], Page],
        problems: Sequence[Problem],
        *,
        failed: bool,
        shown: Sequence[Problem] | None = None,
    ) -> None:
        """Print what was found in files: one report, whether that makes the command fail or not.

        `shown` is what people see of it, where that is not all. For them the problems and the page of a failure go to stderr. The other formats have all of it in one place.
        """
        if self.form == "json":
            self._machine(command, "failed" if failed else "ok", None if failed else data, problems)
            return
        self._refuse_if_lacking((*EVERYWHERE, "csv", *FOR_PIPELINES))
        if self.form in (*FOR_PIPELINES, "csv"):
            self._pipeline(problems)
            return
        seen = problems if shown is None else shown
        if self.form == "text":
            self.warn(seen, apart=True)
            self._print(self.world.stderr if failed else self.world.stdout, view)
        else:
            from jobcli.pages.problems import with_problems

            self.page(lambda desk: with_problems(desk, seen, view(desk)), command)

    def _pipeline(self, problems: Sequence[Problem]) -> None:
        """Print problems in the form of a pipeline, or as a table.

        For pipelines files are named from the checkout.
        """
        if self.form == "csv":
            from jobcli.answers.wire import PROBLEMS
            from jobcli.pages.kit.json import problem_told

            self._spreadsheet(PROBLEMS, {"problems": [problem_told(self.say, problem) for problem in problems]})
            return
        from jobcli.pages.pipelines import Ground, github_text, sarif_text

        try:
            here = Path.cwd()
        except FileNotFoundError:  # the folder that one is in is gone
            here = Path(os.sep)
        ground = Ground(self._checkout(here), here)
        if self.form == "github":
            self._exact(github_text(self.say, problems, ground))
        else:
            self._exact(sarif_text(self.say, problems, ground, __version__))

    def _checkout(self, here: Path) -> Path:
        """The folder from which a pipeline names files: what its variable says, else the top of the repository, else here."""
        named = self.world.env.get("GITHUB_WORKSPACE") or self.world.env.get("CI_PROJECT_DIR")
        tops = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
        return Path(named) if named else next(tops, here)

    def _spreadsheet(self, table: Columns, answer: object) -> None:
        """Print an answer as a table."""
        from jobcli.pages.kit.csv import csv_text, table_of

        self._exact(csv_text(table_of(self.say, table, answer)))

    def line(self, text: str) -> None:
        """Print one line as it is."""
        _write(self.world.stdout, text + "\n")

    def _refuse_if_lacking(self, formats: Sequence[str]) -> None:
        if self.form in formats:
            return
        code, message = "no-format", phrase("This result does not come as {form}.")
        if self.form == "csv":
            code, message = "no-table", phrase("This result is not a table.")
        values: dict[str, object] = {"form": self.form, "formats": ", ".join(dict.fromkeys(formats))}
        raise Refusal(Problem(code, message, phrase("Choose --output with one of these: {formats}."), values), code=2)

    def _exact(self, text: str) -> None:
        """Print a text as it is."""
        stream, text = self.world.stdout, "\r\n".join(visible(line) for line in text.split("\r\n"))
        if self.form in FOR_PROGRAMS:
            _as_utf_8(stream)
        _write(stream, text)

    def refuse(self, command: str, problems: Sequence[Problem], *, usage: bool = False) -> None:
        """Print why there is no result."""
        if self.form == "json":
            self._machine(command, "usage-error" if usage else "failed", None, problems)
            return
        if command == "validate" and self.form in (*FOR_PIPELINES, "csv") and not usage:
            # A log that is not there would look like a run without problems.
            self._pipeline(problems)
            return
        self.warn(problems)

    def question(self, text: str) -> None:
        """Print a question to stderr; the answer is typed in the same line."""
        self._beside(lambda: text)

    def tell(self, text: str) -> None:
        """Print to stderr what a person needs to know for the next question."""
        from jobcli.pages.kit.parts import page, paragraph

        self._print(self.world.stderr, lambda _: page(paragraph(text, style="muted")))

    def complain(self, problems: Sequence[Problem]) -> None:
        """Print to stderr why an answer cannot be taken; the command goes on."""
        self.warn(problems)

    def page(self, view: Callable[[Desk], Page], command: str = "") -> None:
        """Print a page for people to stdout: on a screen, or as one of the formats that are made from it."""
        if self.form not in ("plain", "md", "svg", "html"):
            self._print(self.world.stdout, view)
            return
        from jobcli.pages.kit.formats import written

        self._exact(written(self.form, self._paper(command), view))

    def _paper(self, command: str) -> Paper:
        from jobcli.pages.kit.formats import Paper
        from jobcli.pages.kit.theme import RICH_SYMBOLS, symbols_for

        encoding = getattr(self.world.stdout, "encoding", None) or "utf-8"
        return Paper(
            self.say,
            self.world.today.isoformat(),
            RICH_SYMBOLS if self.form in FOR_PROGRAMS else symbols_for(encoding),
            f"jobcli {command}".strip(),
            self._picture_width(),
            self.colour,
        )

    def _picture_width(self) -> int | None:
        """The columns of a picture: those that COLUMNS names; None for the usual ones."""
        from jobcli.cli.terminal import terminal_environment
        from jobcli.pages.kit.screen import within_bounds

        columns = self.world.width or int(terminal_environment(self.world.env).get("COLUMNS", "0"))
        return within_bounds(columns) if columns else None

    def warn(self, problems: Sequence[Problem], *, apart: bool = False) -> None:
        """Print problems for people, to stderr; `apart` tells warnings from errors in words."""
        if problems:
            from jobcli.pages.problems import problems_page

            self._print(self.world.stderr, lambda desk: problems_page(desk, problems, apart=apart, whole=True))

    def _machine(self, command: str, status: Status, result: object, problems: Sequence[Problem]) -> None:
        from jobcli.pages.kit.json import envelope

        _as_utf_8(self.world.stdout)
        _write(self.world.stdout, envelope(self.say, command, status, result, problems) + "\n")

    def _print(self, stream: TextIO, view: Callable[[Desk], Page]) -> None:
        if stream is self.world.stderr:
            self._beside(lambda: self._drawn(stream, view))
            return
        text = self._drawn(stream, view)
        if not self._paged(text):
            _write(stream, text)

    def _drawn(self, stream: TextIO, view: Callable[[Desk], Page]) -> str:
        """The page as the stream's terminal shows it."""
        from jobcli.cli.terminal import in_colour, terminal_environment
        from jobcli.pages.kit.screen import Screen, drawn

        env = self.world.env
        coloured = in_colour(stream, env, wanted=self.colour)
        screen = Screen(stream, self.world.width, terminal_environment(env), coloured=coloured)
        return drawn(screen, self.say, self.world.today.isoformat(), view)

    def _beside(self, text: Callable[[], str]) -> None:
        """Write to stderr; where it takes nothing any more, the answer on stdout still counts, and the exit code."""
        stream = self.world.stderr
        try:
            # Drawing is tried, too: Rich writes an empty text to the stream, which a full disk refuses.
            _write(stream, text())
        except (OSError, ReaderGone):
            let_go(stream)

    def _paged(self, text: str) -> bool:
        """Whether the person has seen the text in their pager."""
        from jobcli.cli.terminal import is_taller, show_in_pager
        from jobcli.pages.kit.letters import encodable

        stream = self.world.stdout
        encoding = getattr(stream, "encoding", None) or "utf-8"
        return (
            self.pager
            and is_taller(stream, text)
            and show_in_pager(encodable(text, encoding).encode(encoding), self.world.env, encoding)
        )


def _as_utf_8(stream: TextIO) -> None:
    """Let the stream carry any text as it is: a program must not get `fuer` because of the terminal it was called from."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="")


def _write(stream: TextIO, text: str) -> None:
    """Write text; what the stream's encoding lacks is written in plainer letters, never left out and never an error."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        from jobcli.pages.kit.letters import encodable

        text = encodable(text, encoding)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise ReaderGone from None


def let_go(stream: TextIO) -> None:
    """Lead a stream that takes nothing any more to nowhere, so that Python does not try, and complain, at the end."""
    import contextlib

    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
