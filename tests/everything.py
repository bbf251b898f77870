"""Every check of the project, in the order in which a failure is cheapest to find. Run: python tests/everything.py.

The types are checked while the tests run, and what mypy says is printed after them: reading all modules keeps one core
busy for half a minute, and the tests do not need both cores all the time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent

BESIDE = "mypy"
CHECKS = (
    "ruff check .",
    "ruff format --check .",
    "lint-imports",
    "pytest -q -n auto --dist worksteal",
    BESIDE,
)


def main() -> int:
    """Run all checks, even after one has failed. 0 where all passed."""
    failed = []
    beside = start(BESIDE, quietly=True)
    for check in CHECKS:
        sys.stdout.write(f"\n$ {check}\n")
        sys.stdout.flush()
        process = beside if check == BESIDE else start(check)
        said, _ = process.communicate()
        sys.stdout.write((said or b"").decode())
        if process.returncode:
            failed.append(check)
    sys.stdout.write(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall checks passed\n")
    return 1 if failed else 0


def start(check: str, *, quietly: bool = False) -> subprocess.Popen[bytes]:
    """A check as a process of its own. `quietly` keeps what it says, until it is asked for."""
    program, *words = check.split()
    out, err = (subprocess.PIPE, subprocess.STDOUT) if quietly else (None, None)
    return subprocess.Popen([SCRIPTS / program, *words], cwd=ROOT, stdout=out, stderr=err)


if __name__ == "__main__":
    sys.exit(main())
