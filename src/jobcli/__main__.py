"""The program: `jobcli` and `python -m jobcli`."""

# `signal` itself builds enumerations that no call needs: a millisecond.
import _signal  # type: ignore[import-not-found]
import gc
import os
import sys

from jobcli import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn


def main() -> None:
    """Answer one call. SystemExit with its exit code."""
    before = _signal.getsignal(_signal.SIGINT)
    if before is _signal.default_int_handler:
        # While modules load, nothing has been printed or written: Ctrl-C just ends that, without a traceback.
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))
    # A call lives for a twentieth of a second: collecting while modules load costs more than it frees.
    gc.set_threshold(100_000)
    if "_JOBCLI_COMPLETE" in os.environ:
        from jobcli.cli.tab.complete import main as complete  # noqa: PLC0415  Tab needs nothing of what follows
        from jobcli.cli.world import real_world  # noqa: PLC0415

        sys.exit(complete(real_world(), sys.argv[1:]))
    from jobcli.cli.app import main as run_app  # noqa: PLC0415  after the line above, or it comes too late

    _signal.signal(_signal.SIGINT, before)
    run_app()


def program() -> None:
    """The console script: answer one call, and leave at once."""
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise
    except KeyboardInterrupt:
        # In the moments before and after the one door for errors, which is `run`.
        _leave(130)


def _leave(code: int) -> "NoReturn":
    """End the process without taking apart what the system frees anyway: that would be a sixth of the time of a call."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        # A stream that is full, closed or missing: Python knows what to say of it.
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    program()
