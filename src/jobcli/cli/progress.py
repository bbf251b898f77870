"""Walk on: tick off steps, take ticks back, and see what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from jobcli.cli.day_readers import read_day
from jobcli.cli.options import RoleArgument
from jobcli.cli.progress_file import change_progress, path_for, progress_file, read_own_progress, step_for
from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from jobcli.domain.own import Progress, Tick
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.pages.progress_data import Leg
    from jobcli.training.steps import Journey, Stop

app = typer.Typer()
MAX_NOTE = 2000
Act = Literal["done", "doing", "skipped", "open"]


StepsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="STEP...",
        help=phrase("Ids of steps as 'jobcli checklist' shows them; the beginning of one is enough."),
        show_default=False,
    ),
]
PathOption = Annotated[
    str | None,
    typer.Option(
        "--path",
        metavar="PATH",
        help=phrase("The training path; without it, the one that you have begun, or the only one with these steps."),
        show_default=False,
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help=phrase("The day, such as 2026-11-24; without it, today."), show_default=False
    ),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help=phrase("A note to keep with it."), show_default=False)
]


def _marking(command: str, act: Act) -> Callable[..., None]:
    """A command that gives the named steps this mark."""

    def mark(
        context: typer.Context,
        role: RoleArgument,
        steps: StepsArgument,
        path: PathOption = None,
        on: OnOption = None,
        note: NoteOption = None,
    ) -> None:
        _tick(context.obj, command, act, role, steps, path, on, note)

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
    _tick(context.obj, "undo", "open", role, steps, path, None, None)


@app.command(
    "next",
    help=phrase("What you can do now, over all that you have begun."),
    epilog="jobcli next\njobcli next --json",
)
def next_steps(context: typer.Context) -> None:
    """Print the steps that are open and wait for nothing."""
    from jobcli.pages.progress_data import Leg, next_data
    from jobcli.training.steps import journey

    session: Session = context.obj
    progress = read_own_progress(session)
    legs: list[Leg] = []
    for role_id, begun in progress.roles.items():
        profile = session.catalog.profile(role_id) if role_id in session.catalog.ids() else None
        paths = {path.id: path for path in profile.paths} if profile else {}
        for path_id, started in begun.items():
            if profile is not None and path_id in paths:
                legs.append(Leg(profile.id, profile.role.title, journey(paths[path_id], started)))
            else:
                session.catalog.problems.append(_without_profile(role_id, path_id))

    def view(desk: Desk) -> Page:
        from jobcli.pages.progress import next_page

        return next_page(desk, legs)

    table = session.output.rows("next", lambda: next_data(legs)["steps"])
    session.output.answer("next", lambda: next_data(legs), view, session.catalog.problems, table=table)


def _without_profile(role_id: str, path_id: str) -> Problem:
    return Problem(
        "no-profile",
        phrase("You have begun '{path}' of '{role}', but there is no profile of it any more; your ticks are kept."),
        phrase("All roles: jobcli list"),
        {"role": role_id, "path": path_id},
    )


def _tick(
    session: Session,
    command: str,
    act: Act,
    role: str,
    words: list[str],
    path_word: str | None,
    on: str | None,
    note: str | None,
) -> None:
    """Change the progress under its lock; all steps that were named, or none."""
    from jobcli.pages.progress_data import ticked_data
    from jobcli.training.steps import journey

    session.output.refuse_foreign_form()
    day, text = read_day(on, session.world.today), read_note(note)
    profile = session.profile(role)
    seen: list[tuple[Journey, Journey]] = []

    def change(progress: Progress) -> Progress:
        path = path_for(profile, progress, words, path_word)
        before = progress.roles.get(profile.id, {}).get(path.id or "")
        after = _changed(profile, progress, path, words, act, day, text)
        seen.append((journey(path, before), journey(path, after.roles.get(profile.id, {}).get(path.id or ""))))
        return after

    change_progress(session, change)
    before, after = seen[-1]

    def view(desk: Desk) -> Page:
        from jobcli.pages.progress import ticked_page

        return ticked_page(desk, profile.id, before, after)

    file = str(progress_file(session))
    session.output.answer(command, lambda: ticked_data(file, profile.id, before, after), view, session.catalog.problems)


def _changed(
    profile: Profile, progress: Progress, path: TrainingPath, words: list[str], act: Act, day: str, note: str | None
) -> Progress:
    """The progress after the change. Refusal where a dependency forbids it."""
    from msgspec import structs

    from jobcli.domain.own import Started, Tick
    from jobcli.training.steps import Stop, steps_of, tick_all

    begun = dict(progress.roles.get(profile.id, {}))
    ids = tuple(step.id for step in steps_of(path))
    started = begun.get(path.id or "") or Started(started=day, seen=ids)
    lost = [name for name in started.steps if name not in ids] if act == "open" else []
    steps = list(dict.fromkeys(step_for(path, word, lost) for word in words))
    tick = None if act == "open" else Tick(state=act, on=day, note=note)
    try:
        after = tick_all(path, started, steps, tick)
    except Stop as stop:
        _refuse(stop, profile.id, path, started.steps)
    if after.steps:
        begun[path.id or ""] = after
    else:
        # Nothing is left of it: then it was not begun, and another path can be the one.
        begun.pop(path.id or "", None)
    roles = {**progress.roles, profile.id: begun}
    return structs.replace(progress, roles={role: paths for role, paths in roles.items() if paths})


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
        from jobcli.pages.progress_data import STATES

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
