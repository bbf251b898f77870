"""How long a list and a search of a thousand roles take beside the page of one. Run by hand:

    python benchmarks/catalogue.py [path of jobcli, default: the one beside this Python] [number of roles, default 1000]

The roles are the shipped ones under other names, in a folder of their own. Printed are the first call, which reads all
YAML, and then the medians and the median of the pairwise ratios of whole processes run in turn (A B A B …). Measure
the installed wheel, not a checkout.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21
PROFILES = Path(__file__).resolve().parent.parent / "profiles"


def seconds(command: list[str], env: dict[str, str]) -> float:
    """The wall time of one process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=env)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each pair."""
    jobcli = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("jobcli"))
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    shipped = [file for file in sorted(PROFILES.glob("*.yaml")) if file.stem != "vocabulary"]
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder, "many")
        many.mkdir()
        for number in range(count):
            file = shipped[number % len(shipped)]
            (many / f"{file.stem}-{number:04}.yaml").write_bytes(file.read_bytes())
        env = {**os.environ, "JOBCLI_CACHE_DIR": str(Path(folder, "cache"))}
        # Files of the last two seconds are not kept.
        time.sleep(2.5)
        own = ["--profiles", str(many)]
        print(f"first list of {count} roles, which builds the index: {seconds([jobcli, 'list', *own], env):.1f} s")
        pairs: tuple[tuple[str, list[str], list[str]], ...] = (
            ("list / show, shipped (at most 2)", ["list"], []),
            ("search / show, shipped (at most 2)", ["search", "leiter"], []),
            ("search with a slip / show, shipped (at most 2)", ["search", "backofice"], []),
            (f"list / show, {count} more (at most 5)", ["list"], own),
            (f"search / show, {count} more (at most 5)", ["search", "leiter"], own),
            (f"search with a slip / show, {count} more (at most 5)", ["search", "backofice"], own),
            (f"list --min-pay / show, {count} more", ["list", "--min-pay", "60000"], own),
        )
        for title, words, more in pairs:
            ours, floor = [jobcli, *words, *more], [jobcli, "show", "cto", *more]
            times = [(seconds(ours, env), seconds(floor, env)) for _ in range(RUNS)]
            mine, other = (statistics.median(column) for column in zip(*times, strict=True))
            ratio = statistics.median(a / b for a, b in times)
            print(f"{title}: {mine * 1000:.0f} ms / {other * 1000:.0f} ms = {ratio:.2f}")


if __name__ == "__main__":
    main()
