"""How long a command takes beside the smallest program that could print something like it. Run by hand:

    python benchmarks/startup.py [path of jobcli, default: the one beside this Python] [runs, default 41]

Whole processes run in turn; printed are the medians and the median of the pairwise ratios. Measure the installed
wheel, not a checkout: a checkout reads its YAML anew on every call. Install it alone, not with `[dev]`: msgspec loads
typing_extensions where it finds it, which takes milliseconds.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from pairs import Call, line

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


def main() -> None:
    """Print one line for each pair."""
    jobcli = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("jobcli"))
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 41
    python = str(Path(jobcli).with_name("python"))
    with tempfile.TemporaryDirectory() as folder:
        # Settings of whoever measures would change what is measured.
        home = {"JOBCLI_STATE_DIR": folder, "JOBCLI_LANG": "en"}
        german = {**home, "JOBCLI_LANG": "de"}
        programs = {}
        for name, text in (("table", TABLE), ("plain", PLAIN)):
            file = Path(folder, f"{name}.py")
            file.write_text(text, encoding="utf-8")
            programs[name] = [python, str(file)]
        table, plain = (Call([*programs[name], "show", "x"]) for name in ("table", "plain"))
        # Typer looks for a variable that is named after the program.
        bare = Call(
            programs["plain"],
            {"_PLAIN.PY_COMPLETE": "complete_bash", "COMP_WORDS": "plain.py sh", "COMP_CWORD": "1"},
        )

        def ours(*words: str, env: dict[str, str] = home) -> Call:
            return Call([jobcli, *words], env)

        def tab(*words: str) -> Call:
            return ours(*words, env={**home, "_JOBCLI_COMPLETE": "bash"})

        show = ours("show", "backoffice-manager")
        one = ("estimate", "backoffice-manager", "--state", "BY")
        every = ("estimate", "--state", "BY", "--tenure", "5")
        pairs = (
            ("show / Typer with one Rich table (at most 1.2)", show, table),
            ("show in German / the same", ours("show", "backoffice-manager", env=german), table),
            ("show --json / Typer without Rich (at most 1.08)", ours("show", "backoffice-manager", "--json"), plain),
            ("show --json in German / the same", ours("show", "backoffice-manager", "--json", env=german), plain),
            ("estimate of one role / show", ours(*one), show),
            ("estimate of one role / Typer with one Rich table (at most 1.2)", ours(*one), table),
            ("estimate --net / estimate (at most 1.3)", ours(*one, "--net"), ours(*one)),
            ("estimate of all roles / show", ours(*every), show),
            ("estimate --net of all roles / estimate of all roles (at most 1.3)", ours(*every, "--net"), ours(*every)),
            ("compare of all roles / show", ours("compare"), show),
            ("Tab for a command / Tab of the Typer program (at most 0.65)", tab("+sh"), bare),
            ("Tab for a role / the same", tab("show", "+ba"), bare),
            ("Tab for an option / the same", tab("estimate", "+--st"), bare),
            ("Tab for a step / the same (at most 0.65)", tab("done", "cto", "+a"), bare),
            ("Tab for an industry / the same", tab("estimate", "--industry", "+J"), bare),
        )
        for title, call, floor in pairs:
            print(line(title, call, floor, runs), flush=True)


if __name__ == "__main__":
    main()
