"""The drawer of figures becomes records: the figures that ship with the program, or those of another folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from jobcli.domain.contacts import ContactBook
from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.figures import Drawer
from jobcli.domain.interests import Statement
from jobcli.files import shipped

if TYPE_CHECKING:
    from jobcli.domain.newcomer import ArrivalBook

FOLDER = Path(__file__).resolve().parent.parent / "figures"
FUNDING = FOLDER / "funding"
"""The schemes that pay for training have a drawer of their own: an estimate of pay does not read them."""
PAYROLL = FOLDER / "payroll"
"""What net pay takes off has a drawer of its own: who does not ask for net does not read it."""

PLACES = FOLDER / "places"
"""The districts: only who names a place that is no Land needs them."""
CONTACTS = FOLDER / "contacts" / "chambers.yaml"
"""Whom to ring: no figures, but dated and sourced as they are."""
ARRIVAL = FOLDER / "newcomers" / "arrival.yaml"
"""What people with a foreign qualification meet: law, thresholds, countries."""
INTERESTS = FOLDER / "interests"
"""The statements that ask what someone likes doing, and the figures with which answers are compared."""

Book = TypeVar("Book", bound=Struct)

_COMPILED = {FOLDER: "figures", FUNDING: "funding", PAYROLL: "payroll", PLACES: "places", INTERESTS: "interests"}


def open_drawer(folder: Path = FOLDER) -> Drawer:
    """All tables of the folder in one drawer. ValueError with the first problem where a file is broken."""
    if folder in _COMPILED:
        compiled = shipped.load(_COMPILED[folder], Drawer)
        if compiled is not None:
            return compiled
    drawer, problems = read_drawer(folder)
    if problems:
        raise ValueError(problems[0])
    return drawer


def open_contacts() -> ContactBook:
    """Chambers and lines that advise. ValueError with the first problem where their file is broken."""
    return _open_book("contacts", CONTACTS, ContactBook)


def open_arrival() -> ArrivalBook:
    """What people with a foreign qualification meet. ValueError with the first problem where the file is broken."""
    from jobcli.domain.newcomer import ArrivalBook as Book

    return _open_book("arrival", ARRIVAL, Book)


def _open_book(name: str, file: Path, kind: type[Book]) -> Book:
    """The record of one file, compiled in the wheel under this name."""
    compiled = shipped.load(name, kind)
    if compiled is not None:
        return compiled
    from jobcli.files.records import read
    from jobcli.files.yaml import Document

    document = Document(str(file), file.read_bytes())
    book = read(document, kind)
    if book is None or document.problems:
        raise ValueError(document.problems)
    return book


def read_drawer(folder: Path) -> tuple[Drawer, tuple[Problem, ...]]:
    """All tables of the folder, and every problem in their files."""
    from jobcli.files.records import read
    from jobcli.files.yaml import Document

    tables = {}
    schemes = {}
    pending = {}
    statements: list[Statement] = []
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        document = Document(str(file), file.read_bytes())
        drawer = read(document, Drawer)
        problems += document.problems
        for name, table in (drawer.tables if drawer else {}).items():
            if name in tables:
                problems.append(
                    Problem(
                        "duplicate-id",
                        phrase("The id '{id}' is used twice in this list."),
                        phrase("Give one of the two another id."),
                        {"id": name},
                        Place(str(file)),
                    )
                )
            tables[name] = table
        schemes.update(drawer.schemes if drawer else {})
        pending.update(drawer.pending if drawer else {})
        statements += drawer.statements if drawer else ()
    return Drawer(tables=tables, schemes=schemes, pending=pending, statements=tuple(statements)), tuple(problems)
