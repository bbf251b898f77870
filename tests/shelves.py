"""Roles and paths in a few words, and shelves whose files change: what the tests of the cache have in common."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jobcli.files.cache import FOLDER
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.yaml import Document

ROLE = """\
title: {{de: {title}}}
summary: {{de: Eine Rolle.}}
level: skilled
subjects: [{subjects}]
duties: [{{area: work, text: {{de: Arbeiten.}}, source: s}}]
salary: {{anchor: a, because: {{de: Die einzige.}}, observations: [{{id: a, middle: {pay}, as_of: 2025, source: s}}]}}
paths: [{paths}]
transitions: {{to: [{neighbours}]}}
sources: {{s: {{publisher: P, title: T, url: "https://example.org", read: 2026-01-01}}}}
"""
PATH = """\
kind: certificate
title: {{de: {title}}}
awards: {{de: Ein Zertifikat.}}
teaches: [{subjects}]
months: {{min: 1, max: {months}}}
steps: [{{id: begin, text: {{de: Anfangen.}}}}]
source: s
sources: {{s: {{publisher: P, title: T, url: "https://example.org", read: 2026-01-01}}}}
"""
WORDS = "areas: {{work: {{de: Arbeit}}}}\nsubjects: {{{subjects}}}\n"
IDS = ("alpha", "beta", "gamma")
PATHS = ("one", "two")
SUBJECTS = ("law", "logistics")

Answer = tuple[list[object], list[object], list[object]]


def a_role(
    title: str = "Eins", pay: int | str = 40000, paths: str = "", subjects: str = "", next_role: str = ""
) -> str:
    neighbours = f"{{role: {next_role}, source: s}}" if next_role else ""
    return ROLE.format(title=title, pay=pay, paths=paths, subjects=subjects, neighbours=neighbours)


def a_path(title: str = "Weg", months: int = 3, subjects: str = "") -> str:
    return PATH.format(title=title, months=months, subjects=subjects)


def words(*subjects: str) -> str:
    return WORDS.format(subjects=", ".join(f"{word}: {{de: {word}}}" for word in subjects))


class Shelves:
    """A folder of own profiles, a built-in one that is empty but for its words, and a cache folder."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.own, self.cache = folder / "own", folder / "cache"
        self._seconds = 1_600_000_000
        self._patch = patch
        (self.own / "training").mkdir(parents=True)
        built_in = folder / "built-in"
        built_in.mkdir()
        (built_in / "vocabulary.yaml").write_text(words(), encoding="utf-8")
        patch.setattr("jobcli.files.catalog.BUILT_IN", built_in)
        patch.setattr("jobcli.files.shipped.FOLDER", folder / "nothing-compiled")
        # Time is told by this class: each change of a file has a second of its own, long ago.
        patch.setattr("jobcli.files.cache.SETTLED_NS", 0)

    def write(self, name: str, text: str) -> None:
        file = self.own / name
        file.write_text(text, encoding="utf-8")
        self._seconds += 1
        os.utime(file, (self._seconds, self._seconds))

    def kept(self) -> list[Path]:
        """The files of the cache: cards and records of the own folder, of its training, and of the built-in words."""
        return sorted((self.cache / FOLDER).glob("*")) if (self.cache / FOLDER).is_dir() else []

    def catalog(self, *, cache: bool = True) -> Catalog:
        return Catalog([Shelf(self.own, "user")], self.cache if cache else None)

    def answer(self, *, cache: bool = True) -> Answer:
        """All roles in full, all cards, and all problems, as two new calls of the program would find them."""
        whole, cards = self.catalog(cache=cache), self.catalog(cache=cache)
        return list(whole.profiles()), list(cards.entries()), [*whole.problems, *cards.problems]

    def documents_read(self) -> int:
        """How many files one answer parses as YAML."""
        count = 0
        begin = Document.__init__

        def counted(document: Document, file: str, data: bytes) -> None:
            nonlocal count
            count += 1
            begin(document, file, data)

        with self._patch.context() as patch:
            patch.setattr(Document, "__init__", counted)
            self.answer()
        return count

    def check(self) -> None:
        expected = self.answer(cache=False)
        assert self.answer() == expected
        assert self.answer() == expected
