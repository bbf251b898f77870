"""Whether two revisions answer every call alike: what they print, how they end, and what they write. Run by hand:

    python benchmarks/compare_revisions.py OLD_PYTHON NEW_PYTHON [pattern of calls]

Each Python has jobcli installed, best from a wheel: a checkout reads its YAML anew on every call, which takes several
times as long. Put both into folders with names of one length, or pages that name one may part their lines elsewhere.
The calls are those of tests/calls.py beside this file, in both languages, every format and, for text, at
60, 80 and 120 columns. Each that differs is printed with the first lines of the difference; it ends with 1 if one does.

Both sides run at the same time, in homes of their own that were never used before, on a fixed day. Only `python -m
jobcli` is asked of a revision: it may have moved everything inside. A system without `fork` cannot run this.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from itertools import chain, islice
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS.parent))

from tests.calls import CALLS, SCREENS, Call, words_of  # noqa: E402  the checkout first

NOON = "2026-11-24T12:00"
FORMATS = ("text", "plain", "json", "csv", "md", "svg", "html", "ics", "todotxt", "sarif", "github")
"""All formats that a command may have. That it refuses one is an answer too."""

SHOWN = 14  # lines of a difference

DRIVER = r'''
import ctypes, datetime, gc, json, os, pkgutil, runpy, shutil, sys
from importlib import import_module
from pathlib import Path

root, tests, noon = Path(sys.argv[1]), Path(sys.argv[2]), datetime.datetime.fromisoformat(sys.argv[3])


def fix(kind, name, function):
    """Put a method into a class of the standard library itself: whoever asks for the type of a day still gets the real one."""
    gc.get_referents(kind.__dict__)[0][name] = classmethod(function)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


fix(datetime.datetime, "now", lambda kind, tz=None: noon.astimezone(tz) if tz else noon)
fix(datetime.date, "today", lambda kind: noon.date() if kind is datetime.date else noon)

import jobcli

for module in pkgutil.walk_packages(jobcli.__path__, "jobcli."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
gc.freeze()
package = Path(jobcli.__file__).parent
places = ((str(root), "ROOT"), (str(package), "PACKAGE"), (str(package.parent.parent), "PROJECT"))
# Markdown writes a backslash before an underscore.
named = [(path, name) for place, name in places for path in (place, place.replace("_", r"\_"))]
here, home, temporary = root / "here", root / "home", root / "temporary"
own = home / "data" / "jobcli"
out, err = root / "out", root / "err"


def clean(raw):
    text = raw.decode("utf-8", "surrogateescape")
    for path, name in named:
        text = text.replace(path, name)
    return text


def called(words, env):
    """The exit code of one call, in a process that has all modules already."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 99
    try:
        os.environ.clear()
        os.environ.update(env)
        os.chdir(here)
        for number, file in enumerate((os.devnull, out, err)):
            os.dup2(os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), number)
        sys.argv = ["jobcli", *words]
        runpy.run_module("jobcli", run_name="__main__")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 98
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


for line in Path(root / "jobs").read_text(encoding="utf-8").splitlines():
    job = json.loads(line)
    for folder in (here, home, temporary):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for name in ("broken", "small"):
        (here / name).symlink_to(tests / name)
    for name, text in job["files"].items():
        own.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text, encoding="utf-8")
    env = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "JOBCLI_CACHE_DIR": str(root / "cache"),
        "JOBCLI_LANG": job["lang"],
        "TMPDIR": str(temporary),
        "COLUMNS": str(job["width"]),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
    }
    for words in job["after"]:
        called(words, env)
    told = {"exit code": str(called(job["words"], env))}
    told |= {"stdout": clean(out.read_bytes()), "stderr": clean(err.read_bytes())}
    for file in sorted(path for folder in (here, home, temporary) for path in folder.rglob("*")):
        if file.is_file() and not any(above.is_symlink() for above in (file, *file.parents)):
            told[f"the file {file.relative_to(root)}"] = clean(file.read_bytes())
    print(json.dumps(told), flush=True)
'''


def jobs_of(call: Call) -> Iterator[dict[str, Any]]:
    """Every way to make one call."""
    chosen = "--output" in call.words
    for lang in ("de", "en"):
        for form in FORMATS[:1] if chosen else FORMATS:
            for width in SCREENS if form == "text" else (80,):
                yield {
                    "words": [*call.words, *(() if form == "text" else ("--output", form))],
                    "after": [words_of(line) for line in call.after],
                    "files": dict(call.files),
                    "lang": lang,
                    "width": width,
                }


def started(python: str, root: Path, jobs: list[dict[str, Any]]) -> subprocess.Popen[str]:
    """One side: prints one answer a line, in the order of the jobs."""
    root.mkdir()
    (root / "jobs").write_text("".join(f"{json.dumps(job)}\n" for job in jobs), encoding="utf-8")
    env = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "HOME": str(root)}
    command = [str(Path(python).absolute()), "-I", "-X", "utf8", "-c", DRIVER, str(root), str(TESTS), NOON]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, env=env, text=True, encoding="utf-8")


def difference(old: str, new: str) -> list[str]:
    """What is another in two texts; nothing where only the lengths of the paths of two installations show."""
    if old == new or (re.search("PACKAGE|PROJECT", old) and without_lengths(old) == without_lengths(new)):
        return []
    pages = (old.splitlines(keepends=True), new.splitlines(keepends=True))
    lines = islice(unified_diff(*pages, n=1), 2, 2 + SHOWN)
    return [line.rstrip("\n")[:160] for line in lines]


def without_lengths(text: str) -> list[str]:
    """The words of a text, wherever its lines are parted and however far its pictures reach."""
    return re.sub(r'\b(?:x|width|textLength)="[\d.]+"|&#160;', " ", text).split()


def main() -> int:
    """Print each difference. 1 if there is any, or a side came to an early end."""
    old, new = sys.argv[1:3]
    pattern = re.compile(sys.argv[3] if len(sys.argv) > 3 else "")
    jobs = list(chain.from_iterable(jobs_of(call) for call in CALLS if pattern.search(call.line)))
    answered = different = 0
    with tempfile.TemporaryDirectory() as folder:
        # Names of one length: a path in a page is then as long on both sides.
        sides = [started(python, Path(folder, name), jobs) for python, name in ((old, "old"), (new, "new"))]
        streams = [side.stdout for side in sides if side.stdout]
        for job, *lines in zip(jobs, *streams, strict=False):
            answered += 1
            before, after = (json.loads(line) for line in lines)
            found = {
                part: difference(before.get(part, "(none)"), after.get(part, "(none)"))
                for part in dict.fromkeys((*before, *after))
            }
            if any(found.values()):
                different += 1
                print(f"$ jobcli {' '.join(job['words'])}   ({job['lang']}, {job['width']} columns)")
            for part, shown in found.items():
                if shown:
                    print(f"  {part}:", *shown, sep="\n    ", flush=True)
        for side in sides:
            side.kill()
            side.wait()
    print(f"{answered} of {len(jobs)} calls made on both sides, {different} of them with a difference")
    return 1 if different or answered < len(jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
