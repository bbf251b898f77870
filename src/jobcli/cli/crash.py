"""When something broke that a person cannot mend: one sentence, and a log that says where, without their data."""

from __future__ import annotations

import errno
import sys
import tempfile
import traceback
from pathlib import Path

from jobcli import __version__
from jobcli.cli.output import Output, ReaderGone, let_go
from jobcli.domain.evidence import Problem, phrase


def report_crash(output: Output, command: str, error: Exception) -> int:
    """Say what happened and return the exit code: 1 for a full disk or a closed stream, 3 for a bug of ours."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EDQUOT, errno.EFBIG):
        problem = Problem(
            "cannot-write",
            phrase("The result could not be written: {reason}."),
            phrase("The standard output is closed.") if error.errno == errno.EBADF else phrase("Is the disk full?"),
            {"reason": error.strerror},
        )
        let_go(output.world.stdout)
        _tell(output, command, problem)
        return 1
    places = _places(error)
    log = _log(error, places)
    problem = Problem(
        "bug",
        phrase("Something went wrong inside jobcli, and it is not your fault."),
        phrase("Please report it with this file: {log}")
        if log
        else phrase("No log could be written. Please report this: {kind} at {place}"),
        {"log": log, "kind": type(error).__name__, "place": places[-1] if places else "-"},
    )
    _tell(output, command, problem)
    return 3


def _tell(output: Output, command: str, problem: Problem) -> None:
    try:
        if problem.code == "cannot-write":
            # Whatever the format: what is written to stdout now would go nowhere, too.
            output.warn([problem])
        else:
            output.refuse(command, [problem])
    except (OSError, ReaderGone):
        # Nothing can be written to any stream; the exit code is all that is left.
        return
    except Exception:  # noqa: BLE001  what broke was the page itself: the sentence is said without one
        stream = output.world.stderr
        stream.write(f"{output.say(problem.message)}\n{output.say(problem.hint, **problem.values)}\n")


def _log(error: Exception, places: list[str]) -> str | None:
    """The file that says what broke and where, or None where none can be written.

    Only places in the code are written: neither arguments nor the texts of the error, which may be personal.
    """
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [f"jobcli {__version__}, Python {python}, {sys.platform}", type(error).__name__, *places]
    try:
        with tempfile.NamedTemporaryFile("w", prefix="jobcli-", suffix=".log", delete=False, encoding="utf-8") as log:
            log.writelines(f"{line}\n" for line in lines)
            return str(Path(log.name))
    except OSError:
        return None


def _places(error: Exception) -> list[str]:
    """The lines of code on the way to the error, each as `jobcli/cli/app.py:173 run`."""
    return [
        f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]


def _module(filename: str) -> str:
    """A file of code without the folders above its package: an installation in a home folder names its owner."""
    file, known = Path(filename), {Path(folder) for folder in sys.path if folder}
    above = next((folder for folder in file.parents if folder in known), file.parent)
    return file.relative_to(above).as_posix()
