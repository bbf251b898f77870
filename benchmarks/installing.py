"""Whether each way to install jobcli gives a program that works, with Tab and its page for man. Run by hand:

    python benchmarks/installing.py [python3.12 python3.13 ...]

Each way starts from a fresh clone of what is committed, in a folder whose name has spaces and umlauts, with a home folder
of its own. pipx and uv are installed for it; they, and pip, take the packages that jobcli requires from the network.
Printed are the seconds that each way took; 1 where one failed. Other Pythons are tried with `pip install .`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TAB = """
source ~/.bash_completions/jobcli.sh
COMP_WORDS=(jobcli show ba) COMP_CWORD=2
_jobcli_completion jobcli ba show
echo "${COMPREPLY[*]}"
"""


class Place:
    """A folder with a clone, a home and the environment in which programs are run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clone = folder / "Bewerbung für Jörg" / "jobcli"
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder / "home"), "LANG": "C.UTF-8"}
        kept = ("PIP_INDEX_URL", "PIP_CONFIG_FILE", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "SSL_CERT_FILE")
        self.env |= {name: os.environ[name] for name in kept if name in os.environ}
        (folder / "home").mkdir()
        self.run("git", "clone", "-q", ROOT, self.clone)

    def run(self, *words: str | Path, **env: str) -> str:
        """What a program prints. SystemExit with all that it said where it fails."""
        process = subprocess.run(
            [str(word) for word in words],
            env={**self.env, **env},
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if process.returncode:
            raise SystemExit(f"{' '.join(map(str, words))}\n{process.stdout}{process.stderr}")
        return process.stdout

    def environment(self, name: str, *packages: str | Path, python: str = sys.executable) -> Path:
        """The folder of programs of a new environment with these packages."""
        self.run(python, "-m", "venv", self.folder / name)
        self.run(self.folder / name / "bin" / "pip", "install", "-q", *packages)
        return self.folder / name / "bin"


def pip(place: Place) -> Path:
    """With pip, into an environment of one's own."""
    return place.environment("pip", place.clone)


def source_package(place: Place) -> Path:
    """A source package, a wheel made from that, and pip."""
    build = place.environment("build", "build")
    place.run(build / "python", "-m", "build", "-o", place.folder / "dist", place.clone)
    (wheel,) = (place.folder / "dist").glob("*.whl")
    return place.environment("from-wheel", wheel)


def pipx(place: Place) -> Path:
    """With pipx."""
    tools, own = place.environment("pipx", "pipx"), place.folder / "pipx-own"
    folders = {"PIPX_HOME": str(own), "PIPX_BIN_DIR": str(own / "bin"), "PIPX_MAN_DIR": str(own / "share" / "man")}
    place.run(tools / "pipx", "install", place.clone, **folders)
    return own / "bin"


def uv(place: Place) -> Path:
    """With uv."""
    tools, own = place.environment("uv", "uv"), place.folder / "uv-own"
    folders = {"UV_TOOL_DIR": str(own), "UV_TOOL_BIN_DIR": str(own / "bin"), "UV_CACHE_DIR": str(own / "cache")}
    place.run(tools / "uv", "tool", "install", "--python", sys.executable, place.clone, **folders)
    return own / "bin"


def check(place: Place, programs: Path) -> None:
    """Show a role, speak German, complete a word in bash, find the page for man. SystemExit where something is not right."""
    path = f"{programs}{os.pathsep}{place.env['PATH']}"
    english = place.run(programs / "jobcli", "show", "backoffice-manager", "--lang", "en")
    german = place.run(programs / "jobcli", "compare", "--lang", "de")
    place.run(programs / "jobcli", "--install-completion", "--shell", "bash")
    offered = place.run("bash", "-c", TAB, PATH=path)
    # uv links no pages: its own lies beside the program that the link leads to.
    beside = [
        folder.parent / "share/man/man1/jobcli.1" for folder in (programs, (programs / "jobcli").resolve().parent)
    ]
    found = (
        english.startswith("Back office manager")
        and german.startswith("Alle Rollen")
        and offered.strip() == "backoffice-manager"
        and any(page.is_file() for page in beside)
    )
    if not found:
        raise SystemExit(f"{english[:80]!r} {german[:80]!r} {offered!r} {[str(page) for page in beside]}")


def main() -> int:
    """Try every way; 1 where one failed."""
    ways: dict[str, Callable[[Place], Path]] = {
        "pip install .": pip,
        "python -m build; pip install dist/*.whl": source_package,
        "pipx install .": pipx,
        "uv tool install .": uv,
    }
    for python in sys.argv[1:]:
        ways[f"{python}: pip install ."] = lambda place, python=python: place.environment(  # type: ignore[misc]
            "other", place.clone, python=python
        )
    failed = 0
    for name, way in ways.items():
        with tempfile.TemporaryDirectory(prefix="jobcli-installing-") as folder:
            begin = time.monotonic()
            try:
                place = Place(Path(folder))
                check(place, way(place))
            except SystemExit as error:
                failed = 1
                print(f"{name:60} FAILED\n{error}", flush=True)
            else:
                print(f"{name:60} {time.monotonic() - begin:5.0f} s", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
