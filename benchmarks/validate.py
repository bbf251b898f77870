"""How long one run of `jobcli validate` takes for a thousand profiles of a hundred lines. Run by hand:

    python benchmarks/validate.py [number of files]

Whole processes and their processor time; printed are the median and, from the difference to a run with one file, the milliseconds for each file.

In November 2026, with Python 3.11 on two cores that others used too: 3.70 s for 1,000 files, 3.51 ms for each.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
LINES = 100


def profile() -> str:
    """A valid profile of a hundred lines: the small one of the tests with more duties."""
    small = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
    duty = "  - area: administration\n    text: {de: Akten ablegen., en: File the records.}\n    source: guild\n"
    more = (LINES - small.count("\n")) // 3
    return small.replace("requirements:\n", duty * more + "requirements:\n")


def seconds(folder: Path) -> float:
    """The median processor time of a run over all files of a folder: other programs do not count."""
    times = []
    for _ in range(RUNS):
        before = os.times()
        command: list[str | Path] = [Path(sys.executable).parent / "jobcli", "validate", folder]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return statistics.median(times)


def main() -> None:
    """Write the files, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    text = profile()
    with tempfile.TemporaryDirectory() as name:
        many, one = Path(name, "many"), Path(name, "one")
        for folder, number in ((many, count), (one, 1)):
            folder.mkdir()
            for index in range(number):
                (folder / f"role-{index}.yaml").write_text(text, encoding="utf-8")
        whole, start = seconds(many), seconds(one)
    each = (whole - start) / max(1, count - 1) * 1_000
    print(f"{count} files of {text.count(chr(10))} lines: {whole:.2f} s; {each:.2f} ms for each file")


if __name__ == "__main__":
    main()
