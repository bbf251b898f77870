"""The progress file at the prompt: read, found in it, changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from msgspec import structs

from jobcli.cli.own_files import PROGRESS, cannot_write, fetch, locked_file, sound
from jobcli.cli.readers import Choice
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.own import VERSION, BegunPlan, Progress, Started
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from jobcli.cli.session import Session
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.files.own_files import LockedFile


def progress_file(session: Session) -> Path:
    """The file with what the person has begun."""
    return session.own_folder / PROGRESS


def read_own_progress(session: Session, *, keep: bool = False) -> Progress:
    """What the person has begun. Refusal where the file cannot be used; with `keep` a damaged one is copied beside itself."""
    file = progress_file(session)
    data = fetch(file)
    return Progress() if data is None else _parsed(file, data, keep=keep)


@contextmanager
def locked_progress(session: Session) -> Iterator[ProgressBook]:
    """Hold the lock of the file while it is changed. A damaged one is copied beside itself, and nothing else is done."""
    with locked_file(progress_file(session)) as own:
        yield ProgressBook(own)


class ProgressBook:
    """What the person has begun, while nobody else can change it."""

    def __init__(self, own: LockedFile) -> None:
        self._own = own
        self._kept = Progress() if own.content is None else _parsed(own.file, own.content, keep=True)
        self.progress = self._kept

    def keep(self, role: str, path: str, started: Started | None) -> None:
        """Keep what is ticked on a path; None where it is not begun any more. A file that says so already stays as it is."""
        paths = {**self.progress.roles.get(role, {}), path: started}
        left = {name: one for name, one in paths.items() if one is not None}
        roles = {name: begun for name, begun in {**self.progress.roles, role: left}.items() if begun}
        self.keep_all(structs.replace(self.progress, roles=roles))

    def keep_plan(self, role: str, plan: BegunPlan | None) -> None:
        """Keep the plan that leads to a role; None where it is given up."""
        plans = {name: one for name, one in {**self.progress.plans, role: plan}.items() if one is not None}
        self.keep_all(structs.replace(self.progress, plans=plans))

    def keep_all(self, after: Progress) -> None:
        """Keep the whole progress, and count the change. A file that says so already stays as it is."""
        from jobcli.files.own_records import read_progress, write_progress

        if after == self._kept:
            return
        after = structs.replace(after, version=VERSION, changes=after.changes + 1)
        new = write_progress(after, self._own.content)
        self._own.replace(sound(self._own.file, new, after, read_progress))
        self._kept = self.progress = after


def _parsed(file: Path, data: bytes, *, keep: bool = False) -> Progress:
    from jobcli.files.own_records import read_progress

    progress, problems = read_progress(str(file), data)
    if progress is not None:
        return progress
    if any(problem.code == "newer-version" for problem in problems):
        raise Refusal(*problems)
    message = phrase("Your progress in '{file}' cannot be read; the file is as it was.")
    hint = phrase("Mend it, or move it away to begin anew.")
    values: dict[str, object] = {"file": str(file)}
    if keep:
        from jobcli.files.own_files import set_aside

        message = phrase("Your progress in '{file}' cannot be read; the file is as it was, and a copy is in '{copy}'.")
        try:
            values["copy"] = str(set_aside(file))
        except OSError as error:
            cannot_write(file, error)
    raise Refusal(*problems, Problem("progress-unusable", message, hint, values))


def named_path(profile: Profile, word: str) -> TrainingPath:
    """The path of the role that `word` names, by its id or by words of its title. Refusal where it has none of this name."""
    from jobcli.files.path_names import called

    meant = called(word, {path.id: path.title for path in profile.paths if path.id})
    if len(meant) == 1:
        return next(path for path in profile.paths if path.id == meant[0])
    if meant:
        message, hint = phrase("'{word}' fits several paths: {known}."), phrase("Write more of the one you mean.")
        refuse("unclear-path", message, hint, exit_code=2, word=word[:60], known=", ".join(meant))
    read: Choice[str] = Choice(
        names={path.id: path.id for path in profile.paths if path.id},
        code="unknown-path",
        message=phrase("'{role}' has no path '{word}'."),
        meant=phrase("'{role}' has no path '{word}'. Did you mean '{near}'?"),
        hint=phrase("Its paths: {known}."),
        values={"role": profile.id},
        exit_code=1,
    )
    return read.refuse(word, word.strip().lower())


def begun_paths(profile: Profile, progress: Progress) -> list[TrainingPath]:
    """The paths of the role that the person has begun."""
    begun = progress.roles.get(profile.id, {})
    return [path for path in profile.paths if path.id in begun]


def walked_paths(profile: Profile, progress: Progress) -> list[TrainingPath]:
    """The paths of the role that the person has begun, else those that a plan of theirs has."""
    planned = progress.planned(profile.id)
    return begun_paths(profile, progress) or [path for path in profile.paths if {path.id, *path.was} & {*planned}]


def path_for(profile: Profile, progress: Progress, words: Sequence[str], named: str | None) -> TrainingPath:
    """The path that these steps are meant for: the named one, the one begun or planned, or the only one that has them all."""
    if named is not None:
        return named_path(profile, named)
    candidates = walked_paths(profile, progress) or list(profile.paths)
    if len(candidates) == 1:
        return candidates[0]
    fitting = [path for path in candidates if all(_meant(step_ids(path), word, path) for word in words)]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(path.id or "" for path in fitting or candidates)
    if fitting:
        message = phrase("'{role}' has several paths with '{word}': {known}.")
    elif candidates:
        message = phrase("No path of '{role}' has the step '{word}'. Its paths: {known}.")
    else:
        message = phrase("'{role}' has no training paths.")
    hint = phrase("Say which one with --path; its steps: jobcli checklist {role} PATH")
    return refuse("which-path", message, hint, exit_code=2, role=profile.id, word=", ".join(words)[:60], known=known)


def step_ids(path: TrainingPath) -> tuple[str, ...]:
    """The ids of the steps of a path, in their order."""
    from jobcli.training.steps import steps_of

    return tuple(step.id for step in steps_of(path))


def steps_for(path: TrainingPath, ids: Sequence[str], words: Sequence[str], lost: Sequence[str]) -> list[str]:
    """The steps that the words mean, each once, among `ids` of the path and those it has `lost`. Refusal where one means none or several."""
    found = {word: _meant([*ids, *lost], word, path) for word in words}
    for word, steps in found.items():
        if not steps:
            _no_step(path, ids, word)
        if len(steps) > 1:
            message, hint = phrase("'{word}' fits several steps: {known}."), phrase("Write more of the one you mean.")
            refuse("unclear-step", message, hint, exit_code=2, word=word[:60], known=", ".join(steps))
    return list(dict.fromkeys(step for steps in found.values() for step in steps))


def _meant(ids: Sequence[str], word: str, path: TrainingPath) -> list[str]:
    """The steps that a word can mean: the id, else all that begin with it, else the one with this number, or with such words."""
    wanted = word.strip().lower()
    if wanted in ids:
        return [wanted]
    found = [name for name in ids if wanted and name.startswith(wanted)]
    if not found and wanted.isdecimal() and len(wanted) <= 3 and 1 <= int(wanted) <= len(ids):
        return [ids[int(wanted) - 1]]
    if found or not wanted:
        return found
    from jobcli.files.path_names import called
    from jobcli.training.steps import steps_of

    return called(word, {step.id: step.text for step in steps_of(path)})


def _no_step(path: TrainingPath, ids: Sequence[str], word: str) -> NoReturn:
    known: Choice[str] = Choice(
        names={name: name for name in ids},
        code="unknown-step",
        message=phrase("'{path}' has no step '{word}'."),
        meant=phrase("'{path}' has no step '{word}'. Did you mean '{near}'?"),
        hint=phrase("Its steps: {known}. Another path: --path"),
        values={"path": path.id},
        exit_code=1,
    )
    known.refuse(word, word)
