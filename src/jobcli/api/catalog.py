"""The roles of a program that uses jobcli, the day on which something is asked, and errors that Python knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path

from jobcli.domain.evidence import Problem
from jobcli.domain.figures import Drawer
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import Refusal
from jobcli.domain.role import TrainingPath, Vocabulary
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.figures import open_drawer

Day = date | str | None
"""A day, as a date or YYYY-MM-DD; None is today."""


class BrokenProfile(ValueError):
    """The file of a role has faults; `problems` says all of them, each with its place."""

    def __init__(self, role_id: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"the profile '{role_id}' is broken: {', '.join(problem.code for problem in problems)}")
        self.problems = problems


class Roles(Mapping[str, Profile]):
    """The roles of several folders by their ids. A file is read when its role is asked for.

    Asking for a role raises KeyError where there is none, and BrokenProfile where its file has faults.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._read: dict[str, Profile] = {}

    def __getitem__(self, role_id: str) -> Profile:
        if role_id not in self._read:
            before = len(self.catalog.problems)
            called = self._called(role_id)
            profile = self._occupation(role_id) if called is None else self.catalog.profile(called)
            if profile is None:
                # A broken path that several roles share is reported once only, with the first of them.
                problems = self.catalog.problems[before:] or self.catalog.problems
                raise BrokenProfile(role_id, tuple(problems))
            self._read[role_id] = profile
        return self._read[role_id]

    def _called(self, name: str) -> str | None:
        """The id of the only role of this id, title or alias."""
        if name in self.catalog.ids() or not isinstance(name, str):
            return name if isinstance(name, str) else None
        from jobcli.files.role_names import roles_called

        found = roles_called(name, self.catalog)
        return found[0] if len(found) == 1 else None

    def _occupation(self, name: str) -> Profile:
        """The official occupation of this code or name in the form of a role. KeyError where there is none, or several."""
        from jobcli.atlas.as_profile import profile_of
        from jobcli.atlas.titles import named

        hits = named(name) if isinstance(name, str) else []
        if len(hits) != 1:
            raise KeyError(name)
        (hit,) = hits
        found = profile_of(hit.code, None if hit.how == "code" else hit.text, self.catalog.paths_of_code(hit.code))
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.catalog.ids())

    def __len__(self) -> int:
        return len(self.catalog.ids())

    def __contains__(self, role_id: object) -> bool:
        return role_id in self.catalog.ids()

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of the ids that roles share, in German and English."""
        return self.catalog.vocabulary

    def readable(self) -> dict[str, Profile]:
        """All roles whose files have no faults."""
        missing = [role_id for role_id in self if role_id not in self._read]
        self._read |= {profile.id: profile for profile in self.catalog.profiles(missing)}
        return {role_id: self._read[role_id] for role_id in self if role_id in self._read}


def load_catalog(*folders: str | PathLike[str]) -> Roles:
    """The roles of these folders and the built-in ones; where an id is in several, the first folder wins.

    NotADirectoryError where a folder is none. Files are read later, each when its role is asked for.
    """
    shelves = [Shelf(Path(folder), "option") for folder in folders]
    for shelf in shelves:
        if not shelf.folder.is_dir():
            raise NotADirectoryError(str(shelf.folder))
    return Roles(Catalog(shelves))


@cache
def pay_figures() -> Drawer:
    """The figures behind every estimate."""
    return open_drawer()


def known_on(day: Day) -> str:
    """The day whose knowledge is asked for. ValueError where it has not come."""
    asked, today = day_of("day", day), day_of("day", None)
    if asked > today:
        raise ValueError(f"day is {asked}; its figures are not known yet")
    return asked


def day_of(name: str, day: Day) -> str:
    """A day as YYYY-MM-DD; `name` is what it is called where it is none. ValueError then."""
    if day is None:
        day = date.today()  # noqa: DTZ011  the day of the calendar that hangs on the user's wall
    if isinstance(day, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise ValueError(f"{name} is {day!r}; it is written YYYY-MM-DD")
    asked = date.fromisoformat(day) if isinstance(day, str) else date(day.year, day.month, day.day)
    return asked.isoformat()


@contextmanager
def errors_of_python() -> Iterator[None]:
    """What the prompt refuses, as an error that Python knows: LookupError where there is no answer, else ValueError."""
    try:
        yield
    except Refusal as refusal:
        problem = refusal.problems[0]
        error = LookupError if refusal.code == 1 else ValueError
        raise error(problem.message.format(**problem.values)) from None


def each_once(profiles: Sequence[Profile]) -> Sequence[Profile]:
    """The roles as they are. ValueError where one is named twice."""
    if len({profile.id for profile in profiles}) < len(profiles):
        raise ValueError("a role cannot be compared with itself")
    return profiles


def path_of(profile: Profile, name: str | None) -> TrainingPath:
    """The path of a role with this id, or its first. LookupError where there is none."""
    found = next((path for path in profile.paths if name in (None, path.id)), None)
    if found is None:
        raise LookupError(
            f"'{profile.id}' has no path {name!r}; known: {', '.join(str(one.id) for one in profile.paths)}"
        )
    return found
