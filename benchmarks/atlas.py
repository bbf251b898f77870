"""How fast the atlas answers, beside Python's csv and grep over the raw tables, and how often a search means the right code. Run by hand:

    python benchmarks/atlas.py [runs, default 41]

Times are of one process that has the file open: the fastest of all runs, in milliseconds. Right is the first hit: at three
digits for `people.csv` and `second.csv` of `tests/atlas`, which were written before the search was asked; at five and at three digits for titles
of the mapping from ESCO that the alphabetical list does not have, where the publishers' files lie beside the checkout.
"""

from __future__ import annotations

import csv
import gzip
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from jobcli.answers.occupation_list import OccupationFilters, listed_occupations
from jobcli.atlas.file import opened
from jobcli.atlas.occupation import occupation
from jobcli.atlas.relatedness import shared_and_left
from jobcli.atlas.spelling import key, keys
from jobcli.atlas.titles import _candidates, begun, meant, named

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "atlas"
DAY = "2026-12-01"
MAPPING = ROOT.parent / "shared" / "data" / "esco" / "ba-mapping" / "esco103_to_kldb2010.csv.gz"


def main() -> None:
    """Print the times, then the quality."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 41
    titles = gzip.decompress((TABLES / "titles.csv.gz").read_bytes()).decode()
    plain = Path("/tmp/atlas-titles.csv")  # noqa: S108  a copy for grep
    plain.write_text(titles, encoding="utf-8")
    figures = gzip.decompress((TABLES / "occupations.csv.gz").read_bytes()).decode()
    questions: dict[str, Callable[[], object]] = {
        "one occupation with all that is known": lambda: occupation("81302"),
        "a title, by the file": lambda: named("Elektriker"),
        "the same, by csv": lambda: [
            row for row in csv.reader(io.StringIO(titles)) if row[1].startswith("Elektriker/")
        ],
        "the same, by grep": lambda: subprocess.run(
            ["/usr/bin/grep", "Elektriker/", plain], capture_output=True, check=True
        ),
        "titles that begin so, for Tab": lambda: begun("krank"),
        "a search, exact": lambda: meant("Krankenschwester"),
        "a search, misspelt": lambda: meant("Krankenschwestr"),
        "a search, one common word": lambda: meant("Ingenieur"),
        "a search, a long title": lambda: meant("Fachkraft für Lagerlogistik im Schichtdienst"),
        "shared skills of two occupations": lambda: shared_and_left("81301", "81302"),
        "a group with all its occupations": lambda: listed_occupations(OccupationFilters(group="43"), DAY),
        "all that are short and pay 45,000 in a Land": lambda: listed_occupations(
            OccupationFilters(shortage=True, min_pay=45000, state="BY"), DAY
        ),
        "all 1,301 by csv, those that are short": lambda: [
            row for row in csv.DictReader(io.StringIO(figures)) if row["shortage"] == "1"
        ],
    }
    for name, ask in questions.items():
        print(f"{name:44} {1000 * min(timed(ask) for _ in range(runs)):7.1f} ms")
    with (ROOT / "tests" / "atlas" / "people.csv").open(encoding="utf-8") as file:
        people = [(row["word"], row["group"]) for row in csv.DictReader(file)]
    print(f"people's words, right at 3 digits   {share(people, 3):5.1f} % of {len(people)}")
    with (ROOT / "tests" / "atlas" / "second.csv").open(encoding="utf-8") as file:
        second = [(row["word"], row["groups"].split("|")) for row in csv.DictReader(file)]
    right = sum(hit.code[:3] in groups for word, groups in second for hit in meant(word, 1))
    print(f"a second set of people's words      {100 * right / len(second):5.1f} % of {len(second)}")
    if MAPPING.exists():
        others = other_titles()
        for digits in (5, 3):
            print(f"titles of the mapping, at {digits} digits  {share(others, digits):5.1f} % of {len(others)}")


def timed(ask: Callable[[], object]) -> float:
    """The seconds that a question takes."""
    _candidates.cache_clear()
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def share(wanted: list[tuple[str, str]], digits: int) -> float:
    """For how many words in a hundred the first hit has the first digits of the code."""
    first = (next(iter(meant(word, 1)), None) for word, _ in wanted)
    right = sum(
        hit is not None and hit.code[:digits] == code[:digits] for hit, (_, code) in zip(first, wanted, strict=True)
    )
    return 100 * right / len(wanted)


def other_titles() -> list[tuple[str, str]]:
    """Half of the titles of the mapping of which no form is in the alphabetical list, with its code."""
    listed = {spelt for (spelt,) in opened().execute("SELECT k FROM title WHERE kind = 1")}
    text = io.StringIO(gzip.decompress(MAPPING.read_bytes()).decode(), newline="")
    found = {
        row["kldbLabel_de"].strip(): row["kldbCode"][2:7] for row in csv.DictReader(text) if len(row["kldbCode"]) == 11
    }
    new = [
        (title, code)
        for title, code in sorted(found.items())
        if not {key(title), key(title.partition("/")[0]), *keys(title)} & listed
    ]
    return new[::2]


if __name__ == "__main__":
    main()
