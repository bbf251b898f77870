"""The program: `jobcli` and `python -m jobcli`."""

import gc
import os
import sys


def main() -> None:
    """The console script."""
    # A call lives for a twentieth of a second: collecting while modules load costs more than it frees.
    gc.set_threshold(100_000)
    if "_JOBCLI_COMPLETE" in os.environ:
        from jobcli.cli.completion import main as complete  # noqa: PLC0415  Tab needs nothing of what follows
        from jobcli.cli.world import real_world  # noqa: PLC0415

        sys.exit(complete(real_world(), sys.argv[1:]))
    from jobcli.cli.app import main as run_app  # noqa: PLC0415  after the line above, or it comes too late

    run_app()


if __name__ == "__main__":
    main()
