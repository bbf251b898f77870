"""How long what looks at all roles takes beside the page of one, shipped and with a thousand own roles. Run by hand:

    python benchmarks/catalogue.py [path of jobcli, default: the one beside this Python] [number of roles, default 1000]
        [runs, default 21]

The own roles are the shipped ones under other names, in a folder of their own; those around each have its number too,
so that a route has a thousand roles to go through. Printed are the first call, which reads all YAML, and then the
medians and the median of the pairwise ratios of whole processes run in turn. Measure the installed wheel, not a
checkout.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

from pairs import Call, line

PROFILES = Path(__file__).resolve().parent.parent / "profiles"
BOUND = {"list", "search", "match", "route"}
"""The commands that have to keep a limit; the others are printed to know them."""

CALLS = (
    ("list",),
    ("list", "--level", "specialist"),
    ("list", "--industry", "J62"),
    ("list", "--subject", "law"),
    ("list", "--path-kind", "degree"),
    ("list", "--min-pay", "60000"),
    ("list", "--max-months", "24"),
    ("search", "leiter"),
    ("search", "backofice"),
    ("search", "leiter", "--min-pay", "60000"),
    ("match", "--role", "backoffice-manager"),
    ("match", "--role", "backoffice-manager", "--experience", "6", "--skills", "analytical-thinking"),
    ("route", "backoffice-manager", "coo"),
    ("route", "backoffice-manager", "coo", "--by", "months"),
    ("route", "backoffice-manager", "coo", "--by", "cost"),
    ("compare",),
    ("estimate", "--state", "BY"),
)


def write_many(folder: Path, count: int) -> None:
    """The shipped roles under other names; each has the neighbours of the same number."""
    shipped = [file for file in sorted(PROFILES.glob("*.yaml")) if file.stem != "vocabulary"]
    for number in range(count):
        file, group = shipped[number % len(shipped)], number // len(shipped)
        text = re.sub(r"(?<=role: )([a-z0-9-]+)", rf"\1-{group:04}", file.read_text(encoding="utf-8"))
        if (group + 1) * len(shipped) > count:
            # The last group lacks some of its roles.
            text = text.replace(f"-{group:04}", "")
        (folder / f"{file.stem}-{group:04}.yaml").write_text(text, encoding="utf-8")


def main() -> None:
    """Print one line for each pair."""
    jobcli = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("jobcli"))
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 21
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = folder / "many"
        many.mkdir()
        write_many(many, count)
        env = {"JOBCLI_CACHE_DIR": str(folder / "cache"), "JOBCLI_STATE_DIR": str(folder), "JOBCLI_LANG": "en"}
        own = ("--profiles", str(many))
        # Files of the last two seconds are not kept.
        time.sleep(2.5)
        first, _ = Call([jobcli, "list", *own], env).run()
        print(f"the first list of {count} roles, which builds the index: {first / 1000:.1f} s", flush=True)
        for more, which, limit in (((), "shipped", 2), (own, f"{count} more", 5)):
            show = Call([jobcli, "show", "cto", *more], env)
            for words in CALLS:
                bound = f" (at most {limit})" if words[0] in BOUND else ""
                title = f"{' '.join(words)} / show, {which}{bound}"
                print(line(title, Call([jobcli, *words, *more], env), show, runs), flush=True)


if __name__ == "__main__":
    main()
