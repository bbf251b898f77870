"""Walk on: tick off steps, take ticks back, and see what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jobcli.cli.day_readers import read_day
from jobcli.cli.options import RoleArgument
from jobcli.cli.progress_file import locked_progress, path_for, progress_file, read_own_progress, step_ids, steps_for
from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.own import Started, Tick, TickState
from jobcli.domain.refusal import Refusal, refuse
from jobcli.training.renames import renamed
from jobcli.training.steps import Stop, journey, tick_all

if TYPE_CHECKING:
    from jobcli.domain.own import Progress
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()
MAX_NOTE = 2000


StepsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="STEP...", help=phrase("Ids of steps as 'jobcli checklist' shows them; the beginning of one is enough.")
    ),
]
PathOption = Annotated[
    str | None,
    typer.Option(
        "--path",
        metavar="PATH",
        help=phrase("The training path; without it, the one that you have begun, or the only one with these steps."),
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help=phrase("The day, such as 2026-11-24; without it, today.")),
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=phrase("A note to keep with it."))]


def _marking(command: str, state: TickState) -> Callable[..., None]:
    """A command that gives the named steps this mark."""

    def mark(
        context: typer.Context,
        role: RoleArgument,
        steps: StepsArgument,
        path: PathOption = None,
        on: OnOption = None,
        note: NoteOption = None,
    ) -> None:
        _tick(context.obj, command, state, role, steps, path, on, note)

    return mark


app.command(
    "done",
    help=phrase("Tick off steps of a training path."),
    epilog="jobcli done backoffice-manager search --path ausb-bueromanagement\njobcli done backoffice-manager contract",
)(_marking("done", "done"))
app.command(
    "doing",
    help=phrase("Say which steps of a training path you are at."),
    epilog="jobcli doing backoffice-manager train\njobcli doing backoffice-manager exam-part-1 --on 2026-11-02",
)(_marking("doing", "doing"))
app.command(
    "skip",
    help=phrase("Pass over steps of a training path: what needs them can be done without."),
    epilog="jobcli skip backoffice-manager exam-part-1\njobcli skip projektmanager part-project --path quer-pm",
)(_marking("skip", "skipped"))


@app.command(
    help=phrase("Take back the ticks of steps."),
    epilog="jobcli undo backoffice-manager train\njobcli undo projektmanager part-project",
)
def undo(context: typer.Context, role: RoleArgument, steps: StepsArgument, path: PathOption = None) -> None:
    """Open steps again."""
    _tick(context.obj, "undo", None, role, steps, path, None, None)


@app.command(
    "next",
    help=phrase("What you can do now, over all that you have begun."),
    epilog="jobcli next\njobcli next --json",
)
def next_steps(context: typer.Context) -> None:
    """Print the steps that are open and wait for nothing."""
    from jobcli.answers.progress import begun

    session: Session = context.obj
    found = begun(session.catalog, read_own_progress(session))

    def view(desk: Desk) -> Page:
        from jobcli.pages.progress import next_page

        return next_page(desk, found)

    session.output.answer("next", found.answer, view, [*session.catalog.problems, *found.problems])


def _tick(
    session: Session,
    command: str,
    state: TickState | None,
    role: str,
    words: list[str],
    path_word: str | None,
    on: str | None,
    note: str | None,
) -> None:
    """Give steps this mark, or take it back where that is None; all steps that were named, or none."""
    from jobcli.answers.progress import ticked

    session.output.refuse_foreign_form()
    day, text = read_day(on, session.world.today), read_note(note)
    tick = None if state is None else Tick(state=state, on=day, note=text)
    profile = session.role(role)
    change = partial(_changed, profile, words, path_word, tick, day)
    # Asked once before there is a lock, whose file stays behind: what is refused leaves nothing.
    change(renamed(read_own_progress(session, keep=True), profile))
    with locked_progress(session) as book:
        book.progress = renamed(book.progress, profile)
        path, begun, kept = change(book.progress)
        book.keep(profile.id, path.id or "", kept)
    before, after = journey(path, begun), journey(path, kept)
    answer = ticked(str(progress_file(session)), profile.id, before, after)

    def view(desk: Desk) -> Page:
        from jobcli.pages.progress import ticked_page

        return ticked_page(desk, answer, after.path, after.now)

    session.output.answer(command, answer, view, session.catalog.problems)


def _changed(
    profile: Profile, words: list[str], path_word: str | None, tick: Tick | None, day: str, progress: Progress
) -> tuple[TrainingPath, Started | None, Started | None]:
    """The path that is meant, with what is ticked on it before and after. Refusal where that cannot be."""
    path = path_for(profile, progress, words, path_word)
    begun = progress.roles.get(profile.id, {}).get(path.id or "")
    marked = _marked(profile.id, path, begun or Started(started=day, seen=step_ids(path)), words, tick)
    # Where no tick is left, it is not begun, and another path can be the one.
    return path, begun, marked if marked.steps else None


def _marked(role: str, path: TrainingPath, started: Started, words: list[str], tick: Tick | None) -> Started:
    """What is ticked on a path once the steps have this mark. Refusal where a dependency forbids it."""
    ids = step_ids(path)
    # A tick of a step that the path has lost can still be taken back.
    lost = [name for name in started.steps if name not in ids] if tick is None else []
    try:
        return tick_all(path, started, steps_for(path, ids, words, lost), tick)
    except Stop as stop:
        _refuse(stop, role, path, started.steps)


def _refuse(stop: Stop, role: str, path: TrainingPath, ticks: dict[str, Tick]) -> NoReturn:
    others = ", ".join(stop.others)
    values: dict[str, object] = {
        "step": stop.step,
        "others": others,
        "role": role,
        "path": path.id,
        "plain": " ".join(stop.others),
    }
    if stop.why == "waits":
        message = phrase("'{step}' waits for: {others}. Nothing was changed.")
        hint = phrase("First: jobcli done {role} {plain} --path {path}. A step that you do not need: jobcli skip")
    elif stop.why == "needed":
        message = phrase("'{step}' is needed by what you have ticked: {others}. Nothing was changed.")
        hint = phrase("First: jobcli undo {role} {plain} --path {path}")
    elif stop.why == "already":
        from jobcli.pages.names import STATES

        tick = ticks.get(stop.step)
        values |= {"state": STATES[tick.state] if tick else "", "day": tick.on if tick else ""}
        message = phrase("'{step}' is ticked already: {state}, {day}. Nothing was changed.")
        hint = phrase("To change the day or the note, first: jobcli undo {role} {step} --path {path}")
    else:
        message = phrase("'{step}' has no tick to take back. Nothing was changed.")
        hint = phrase("What is ticked: jobcli checklist {role} {path}")
    raise Refusal(Problem(f"step-{stop.why}", message, hint, values))


def read_note(text: str | None) -> str | None:
    """A note in one line; None where there is nothing to note. Refusal for what no file and no terminal should hold."""
    from jobcli.files.text import first_control

    note = " ".join((text or "").split())
    if first_control(note) is not None or any("\ud800" <= char <= "\udfff" for char in note):
        message = phrase("The note has a control character or a byte that is no letter.")
        refuse("bad-note", message, phrase("Type it as plain text."), exit_code=2)
    if len(note) > MAX_NOTE:
        message = phrase("The note has {count} characters; it can have {limit}.")
        refuse("bad-note", message, phrase("Shorten it."), exit_code=2, count=len(note), limit=MAX_NOTE)
    return note or None
