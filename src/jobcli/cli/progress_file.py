"""The progress file at the prompt: read, found in it, changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from jobcli.cli.own_files import PROGRESS, fetch, sound, store
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.own import Progress
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jobcli.cli.session import Session
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath


def progress_file(session: Session) -> Path:
    """The file with what the person has begun."""
    return session.own_folder / PROGRESS


def read_own_progress(session: Session) -> Progress:
    """What the person has begun. Refusal where the file cannot be used."""
    file = progress_file(session)
    data = fetch(file)
    return Progress() if data is None else _parsed(file, data)


def change_progress(session: Session, change: Callable[[Progress], Progress]) -> None:
    """Change the file under its lock. A damaged one is copied beside itself, and nothing else is done."""
    from jobcli.files.own_records import read_progress, write_progress

    file = progress_file(session)

    def rewrite(old: bytes | None) -> bytes | None:
        before = Progress() if old is None else _parsed(file, old, keep=True)
        after = change(before)
        return None if after == before else sound(file, write_progress(after, old), after, read_progress)

    store(file, rewrite)


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
        values["copy"] = str(set_aside(file))
    raise Refusal(*problems, Problem("progress-unusable", message, hint, values))


def named_path(profile: Profile, word: str) -> TrainingPath:
    """The path of the role that `word` names. Refusal where it has none of this name."""
    found = next((path for path in profile.paths if path.id == word.strip().lower()), None)
    if found is not None:
        return found
    from jobcli.files.did_you_mean import closest

    known = [path.id or "" for path in profile.paths]
    near = closest(word, known)
    message = (
        phrase("'{role}' has no path '{word}'. Did you mean '{near}'?")
        if near
        else phrase("'{role}' has no path '{word}'.")
    )
    hint = phrase("Its paths: {known}.")
    return refuse("unknown-path", message, hint, role=profile.id, word=word[:60], near=near, known=", ".join(known))


def begun_paths(profile: Profile, progress: Progress) -> list[TrainingPath]:
    """The paths of the role that the person has begun."""
    begun = progress.roles.get(profile.id, {})
    return [path for path in profile.paths if path.id in begun]


def path_for(profile: Profile, progress: Progress, words: Sequence[str], named: str | None) -> TrainingPath:
    """The path that these steps are meant for: the named one, the one begun, or the only one that has them all."""
    if named is not None:
        return named_path(profile, named)
    begun = begun_paths(profile, progress)
    candidates = begun or list(profile.paths)
    if len(candidates) == 1:
        return candidates[0]
    fitting = [path for path in candidates if all(matches(path, word) for word in words)]
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


def matches(path: TrainingPath, word: str, more: Sequence[str] = ()) -> list[str]:
    """The steps that a word can mean: the id itself, else all that begin with it, else the one with this number."""
    from jobcli.training.steps import steps_of

    ids = [*(step.id for step in steps_of(path)), *more]
    wanted = word.strip().lower()
    if wanted in ids:
        return [wanted]
    found = [name for name in ids if wanted and name.startswith(wanted)]
    if not found and wanted.isdecimal() and len(wanted) <= 3 and 1 <= int(wanted) <= len(ids):
        return [ids[int(wanted) - 1]]
    return found


def step_for(path: TrainingPath, word: str, more: Sequence[str] = ()) -> str:
    """The step that a word means. Refusal where there is none, or several; `more` are steps the path has lost."""
    found = matches(path, word, more)
    if len(found) == 1:
        return found[0]
    if found:
        message, hint = phrase("'{word}' fits several steps: {known}."), phrase("Write more of the one you mean.")
        refuse("unclear-step", message, hint, exit_code=2, word=word[:60], known=", ".join(found))
    return _no_step(path, word)


def _no_step(path: TrainingPath, word: str) -> NoReturn:
    from jobcli.files.did_you_mean import closest
    from jobcli.training.steps import steps_of

    known = [step.id for step in steps_of(path)]
    near = closest(word, known)
    message = (
        phrase("'{path}' has no step '{word}'. Did you mean '{near}'?")
        if near
        else phrase("'{path}' has no step '{word}'.")
    )
    hint = phrase("Its steps: {known}. Another path: --path")
    refuse("unknown-step", message, hint, path=path.id, word=word[:60], near=near, known=", ".join(known))
