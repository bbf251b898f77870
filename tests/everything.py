"""Every check of the project, in the order in which a failure is cheapest to find. Run: python tests/everything.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q", "-n", "auto", "--dist", "loadgroup"),
)


def main() -> int:
    """Run all checks, even after one has failed. 0 where all passed."""
    failed = []
    for check in CHECKS:
        command = " ".join(check)
        sys.stdout.write(f"\n$ {command}\n")
        sys.stdout.flush()
        if subprocess.run([SCRIPTS / check[0], *check[1:]], cwd=ROOT, check=False).returncode:
            failed.append(command)
    sys.stdout.write(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall checks passed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
