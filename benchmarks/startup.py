"""How long a command takes beside the smallest program that could print something like it. Run by hand:

    python benchmarks/startup.py [path of jobcli, default: the one beside this Python]

Whole processes run in turn (A B A B …); printed are the medians and the median of the pairwise ratios. Measure the
installed wheel, not a checkout: a checkout reads its YAML anew on every call.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 41

TABLE = """
import typer
from rich.console import Console
from rich.table import Table
app = typer.Typer()
@app.command()
def show(name: str) -> None:
    table = Table("role", "pay"); table.add_row(name, "37,400"); Console().print(table)
@app.command()
def other() -> None: ...
app()
"""
PLAIN = """
import typer
app = typer.Typer()
@app.command()
def show(name: str) -> None:
    print('{"role": "' + name + '"}')
@app.command()
def other() -> None: ...
app()
"""


def seconds(command: list[str]) -> float:
    """The wall time of one process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each pair."""
    jobcli = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("jobcli"))
    python = str(Path(jobcli).with_name("python"))
    with tempfile.TemporaryDirectory() as folder:
        floors = {}
        for name, text in (("table", TABLE), ("plain", PLAIN)):
            file = Path(folder, f"{name}.py")
            file.write_text(text, encoding="utf-8")
            floors[name] = [python, str(file), "show", "x"]
        # Typer looks for a variable that is named after the program.
        bare = [
            "env",
            "_PLAIN.PY_COMPLETE=complete_bash",
            "COMP_WORDS=plain.py sh",
            "COMP_CWORD=1",
            *floors["plain"][:2],
        ]
        tab = ["env", "_JOBCLI_COMPLETE=bash", jobcli]
        show = [jobcli, "show", "backoffice-manager"]
        pairs = (
            ("show / Typer with one Rich table (at most 1.5)", show, floors["table"]),
            ("show --json / Typer without Rich (at most 1.2)", [*show, "--json"], floors["plain"]),
            ("estimate of one role / show", [jobcli, "estimate", "backoffice-manager", "--state", "BY"], show),
            ("estimate of all roles / show", [jobcli, "estimate", "--state", "BY", "--tenure", "5"], show),
            (
                "estimate --net / estimate (at most 1.3)",
                [jobcli, "estimate", "backoffice-manager", "--state", "BY", "--net"],
                [jobcli, "estimate", "backoffice-manager", "--state", "BY"],
            ),
            (
                "estimate --net of all roles / estimate of all roles (at most 1.3)",
                [jobcli, "estimate", "--state", "BY", "--tenure", "5", "--net"],
                [jobcli, "estimate", "--state", "BY", "--tenure", "5"],
            ),
            ("compare of all roles / show", [jobcli, "compare"], show),
            ("Tab for a command / Tab of the Typer program (at most 1.3)", [*tab, "+sh"], bare),
            ("Tab for a role / the same", [*tab, "show", "+ba"], bare),
            ("Tab for an option / the same", [*tab, "estimate", "+--st"], bare),
            ("Tab for a step / the same", [*tab, "done", "cto", "+a"], bare),
            ("Tab for an industry / the same", [*tab, "estimate", "--industry", "+J"], bare),
        )
        for title, ours, floor in pairs:
            seconds(ours), seconds(floor)
            times = [(seconds(ours), seconds(floor)) for _ in range(RUNS)]
            mine, other = (statistics.median(column) for column in zip(*times, strict=True))
            ratio = statistics.median(a / b for a, b in times)
            print(f"{title}: {mine * 1000:.0f} ms / {other * 1000:.0f} ms = {ratio:.2f}")


if __name__ == "__main__":
    main()
