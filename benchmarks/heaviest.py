"""How long every command takes on the heaviest profiles that still load. Run by hand; it takes a while:

    python benchmarks/heaviest.py [pattern of names] [formats, parted by commas]

For each list and each kind of text one profile is written that fills it up to its limit, and every command prints it in
every format: whole processes, their processor time and memory. What exceeds two seconds or 300 MB is marked.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jobcli.domain.evidence import MAX_ENTRIES, MAX_TEXT
from jobcli.files.text import MAX_HIDDEN

ROOT = Path(__file__).resolve().parent.parent
SMALL = (ROOT / "tests/small/role.yaml").read_text(encoding="utf-8")
SECONDS, MEGABYTES = 2.0, 300
FILE = 940_000  # bytes of texts: a file may have a million
FORMATS = ("text", "plain", "json", "md", "html", "svg")
COMMANDS = (
    *("show ROLE", "show ROLE --ladder", "list", "list --min-pay 1", "search wort", "report ROLE", "sources ROLE"),
    *(
        "compare",
        "compare ROLE cto",
        "compare ROLE cto --diff",
        "estimate ROLE",
        "estimate ROLE --by state",
        "estimate",
    ),
    *("match", "match --role ROLE", "route ROLE coo", "route cto ROLE", "paths ROLE", "paths ROLE --from cto"),
    *("checklist ROLE PATH", "checklist ROLE PATH --start 2027-08", "done ROLE first --path PATH", "next"),
    *("undo ROLE first --path PATH", "validate FILE", "show hevy", "schema role", "me"),
)


def put(marker: str, lines: Iterable[str]) -> str:
    """The small profile with more lines behind one of its lines."""
    return SMALL.replace(marker, marker + "".join(lines), 1)


def steps(step: Callable[[int], str]) -> str:
    """The small profile with as many steps as a path can have, the first of them called so."""
    begin, end = SMALL.index("      - id: enrol"), SMALL.index("    source: guild  # of the path")
    names = ["first", *(f"s{number}" for number in range(1, MAX_ENTRIES))]
    return SMALL[:begin] + "".join(f"      - {{id: {name}, {step(n)}}}\n" for n, name in enumerate(names)) + SMALL[end:]


def _needs(numbers: Iterable[int]) -> str:
    return f"text: {{de: Schritt}}, needs: [{', '.join(f's{n}' if n else 'first' for n in numbers)}]"


def _path(number: int) -> str:
    return (
        f"  - {{id: p{number}, kind: certificate, title: {{de: Kurs}}, awards: {{de: Zeugnis}}, source: guild, months: "
        f"{{min: 6, max: 12}}, cost: {{course: {{min: 100, max: 200}}}}, steps: [{', '.join(_step(n) for n in range(20))}]}}\n"
    )


def _step(number: int) -> str:
    return f"{{id: a{number}, text: {{de: Schritt}}, needs: [{f'a{number - 1}' if number else ''}]}}"


REST = MAX_ENTRIES - 2
OBSERVATION = (
    "    - {id: o%d, low: 31000, middle: 38000, high: 45000, spread: quartiles, as_of: 2025-06, source: guild}\n"
)
LISTS: dict[str, Callable[[], str]] = {
    "duties": lambda: put("duties:\n", ["  - {area: people, text: {de: Akten}, source: guild}\n"] * REST),
    "requirements": lambda: put(
        "requirements:\n",
        (f"  - {{id: r{n}, kind: trait, need: must, text: {{de: Akten}}, source: guild}}\n" for n in range(REST)),
    ),
    "observations": lambda: put("  observations:\n", (OBSERVATION % number for number in range(REST))),
    "paths": lambda: put("paths:\n", map(_path, range(REST))),
    "steps": lambda: steps(lambda _: "text: {de: Schritt}"),
    "steps in a row": lambda: steps(lambda n: _needs([n - 1] if n else [])),
    "steps that need all before": lambda: steps(lambda n: _needs(range(n))),
    "admissions": lambda: put(
        "    months: {min: 6, max: 12}\n",
        ["    admission:\n", *["      - {text: {de: Ausbildung}, training: [aevo], practice_years: 2}\n"] * REST],
    ),
    "transitions": lambda: put("  to:\n", ["    - {role: coo, source: guild}\n"] * REST),
    "sources": lambda: put(
        "sources:\n", (f"  g{n}: {{publisher: P, title: T, url: u, read: 2025-07-01}}\n" for n in range(REST))
    ),
    "aliases": lambda: SMALL.replace("Bürokraft", ", ".join(f"Name {number}" for number in range(REST))),
    "outlook": lambda: put(
        "level: skilled\n", ["outlook:\n  risks:\n", *["    - {text: {de: Wort}, source: guild}\n"] * REST]
    ),
}
KINDS = {
    "words": "Wort um Wort ",
    "letters": "a ",
    "one word": "w",
    "wide": "漢",
    "accents": "e\u0301\u0302",
    "hebrew": "שלום ",
    "emoji": "👩\u200d💻 ❤️ 🇩🇪 ",
    "markup": "[b][/] :smile: &<> ",
}
PLACES: dict[str, Callable[[list[str]], str]] = {
    "duties": lambda texts: put(
        "duties:\n", (f"  - {{area: people, text: {{de: {text}}}, source: guild}}\n" for text in texts)
    ),
    "steps": lambda texts: steps(lambda n: f"text: {{de: {texts[n] if n < len(texts) else 'x'}}}"),
    "sources": lambda texts: put(
        "sources:\n",
        (f"  g{n}: {{publisher: p, title: {text}, url: u, read: 2025-07-01}}\n" for n, text in enumerate(texts)),
    ),
    "one of each": lambda texts: re.sub(
        r"(?<=(?:de|en): )[^,{}\n]+(?=[,}\n])|(?<=title: )[A-Z].*|(?<=publisher: ).*|Bürokraft",
        lambda _: part_of(texts[0]),
        SMALL,
    ),
}


def part_of(text: str) -> str:
    """A quoted text so short that each text of the small profile can be replaced by it."""
    return '"' + text.strip('"').encode()[: FILE // 50].decode(errors="ignore") + '"'


def texts_of(kind: str) -> list[str]:
    """As many quoted texts, each as long as a text can be, as a file can hold."""
    sign = KINDS[kind]
    longest = (sign * MAX_TEXT)[:MAX_TEXT]
    if "\u200d" in longest:
        # Those that are written out have a limit of their own, for the whole file.
        longest = longest[: MAX_HIDDEN // 50]
    size = len(longest.encode())
    return [f'"{longest}"'] * min(MAX_ENTRIES - 1, FILE // size)


def profiles() -> Iterator[tuple[str, str]]:
    """Name and text of each profile."""
    yield from ((name, build()) for name, build in LISTS.items())
    for kind in KINDS:
        for place, build_with in PLACES.items():
            yield f"{kind} in {place}", build_with(texts_of(kind))


def measured(words: list[str], home: Path) -> tuple[int, float, int, int]:
    """Exit code, seconds of processor time, megabytes and bytes of output of one call."""
    env = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home), "JOBCLI_LANG": "de"}
    with tempfile.TemporaryFile() as out:
        command = [str(Path(sys.executable).with_name("jobcli")), *words]
        process = subprocess.Popen(command, stdout=out, stderr=out, env=env)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        size = out.tell()
    return process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, size


def main() -> None:
    """Write the files, measure, print the slowest calls of each."""
    wanted = re.compile(sys.argv[1] if len(sys.argv) > 1 else "")
    formats = sys.argv[2].split(",") if len(sys.argv) > 2 else FORMATS
    for name, text in profiles():
        if not wanted.search(name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "own", "heavy.yaml")
            file.parent.mkdir()
            file.write_text(text, encoding="utf-8")
            code, *_ = measured(["validate", str(file)], Path(folder))
            path = "office-course"
            calls = []
            for command in COMMANDS:
                filled = command.replace("ROLE", "heavy").replace("PATH", path).replace("FILE", str(file))
                for form in formats:
                    words = [*filled.split(), "--output", form, "--profiles", str(file.parent)]
                    calls.append((*measured(words, Path(folder)), " ".join(filled.split()), form))
        print(f"{name}: {len(text.encode())} bytes{'' if code == 0 else ', which is not valid'}", flush=True)
        for code, seconds, megabytes, size, words_, form in sorted(calls, key=lambda call: -call[1])[:3]:
            mark = "" if seconds < SECONDS and megabytes < MEGABYTES and code in (0, 1, 2) else "  TOO MUCH"
            print(f"  {seconds:.2f} s  {megabytes} MB  code {code}  {size} bytes  {words_} ({form}){mark}", flush=True)
        bad = [call for call in calls if call[0] not in (0, 1, 2)]
        print("".join(f"  code {call[0]}: {call[4]} ({call[5]})\n" for call in bad), end="", flush=True)


if __name__ == "__main__":
    main()
