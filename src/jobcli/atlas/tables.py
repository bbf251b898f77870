"""Reads the tables of the folder `atlas`, out of which the file is made; nothing here is needed once it is there."""

from __future__ import annotations

import csv
import gzip
import io
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from sys import byteorder

Row = dict[str, str]


def read(tables: Path, name: str) -> list[Row]:
    """The rows of one table, compressed or not; a cell that is empty is not known."""
    file = tables / f"{name}.csv.gz"
    if file.exists():
        text = gzip.decompress(file.read_bytes()).decode()
    else:
        text = (tables / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def packed(numbers: Iterable[int], kind: str = "H") -> bytes:
    """Numbers as the file keeps them: the smaller byte first."""
    made = array(kind, numbers)
    if byteorder == "big":
        made.byteswap()
    return made.tobytes()


def steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps from each to the next, from 0: they are small, so that the wheel packs them in half the room."""
    return [number - before for before, number in pairwise([0, *numbers])]


def one_form(title: str) -> str:
    """The name of an apprenticeship as it is said: without its field of study, and with a plain slash."""
    return title.partition(" FR ")[0].replace("/-in", "/in").replace("/-r", "/r").replace("/-e", "/e")
