"""The program: `jobcli` and `python -m jobcli`."""

import gc


def main() -> None:
    """The console script."""
    # A call lives for a twentieth of a second: collecting while modules load costs more than it frees.
    gc.set_threshold(100_000)
    from jobcli.cli.app import main as run_app  # noqa: PLC0415  after the line above, or it comes too late

    run_app()


if __name__ == "__main__":
    main()
