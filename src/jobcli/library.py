"""jobcli inside other programs: roles, what they would pay, what they share. Neither Rich nor Typer is loaded.

Nothing here reads the environment, the person's settings or their own folder of profiles: an answer depends on what it
is given, and on the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Unpack, get_args

from jobcli.domain.evidence import Problem
from jobcli.domain.figures import Drawer
from jobcli.domain.pay import BOUNDS, LAND_BY_CODE, Education, Person, TellsPerson
from jobcli.domain.profile import Profile
from jobcli.domain.role import Level, Vocabulary
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.figures import open_drawer
from jobcli.moving.comparison import Comparison
from jobcli.moving.comparison import compare as compare_roles
from jobcli.pay.estimate import Estimate
from jobcli.pay.estimate import estimate as estimate_pay


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
        self._catalog = catalog
        self._read: dict[str, Profile] = {}

    def __getitem__(self, role_id: str) -> Profile:
        if role_id not in self._read:
            before = len(self._catalog.problems)
            profile = self._catalog.profile(role_id)
            if profile is None:
                # A broken path that several roles share is reported once only, with the first of them.
                problems = self._catalog.problems[before:] or self._catalog.problems
                raise BrokenProfile(role_id, tuple(problems))
            self._read[role_id] = profile
        return self._read[role_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalog.ids())

    def __len__(self) -> int:
        return len(self._catalog.ids())

    def __contains__(self, role_id: object) -> bool:
        return role_id in self._catalog.ids()

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of the ids that roles share, in German and English."""
        return self._catalog.vocabulary


def load_catalog(*folders: str | PathLike[str]) -> Roles:
    """The roles of these folders and the built-in ones; where an id is in several, the first folder wins.

    NotADirectoryError where a folder is none. Files are read later, each when its role is asked for.
    """
    shelves = [Shelf(Path(folder), "option") for folder in folders]
    for shelf in shelves:
        if not shelf.folder.is_dir():
            raise NotADirectoryError(str(shelf.folder))
    return Roles(Catalog(shelves))


def estimate(
    profile: Profile,
    *,
    day: date | str | None = None,
    **told: Unpack[TellsPerson],
) -> Estimate:
    """What the role would pay gross, in euros a year, with the receipt; what is not told contributes nothing.

    `state` is a Land code (BY), `industry` a WZ 2008 division (J62), `tenure` and `experience` full years, `company_size`
    a head count, `hours` the hours a week, `day` the day whose knowledge is asked for (a date or YYYY-MM-DD; today).
    ValueError for a value that is none of these; LookupError where nothing was known of the pay on that day.
    How it is computed: docs/estimates.md.
    """
    person = Person(**told)
    drawer = _drawer()
    _check(person, drawer)
    return estimate_pay(profile, person, drawer, _day(day))


def compare(first: Profile, second: Profile, *more: Profile) -> Comparison:
    """What the roles share, and what only one of them has: ids of duties, requirements and subjects.

    ValueError where a role is named twice.
    """
    profiles = (first, second, *more)
    roles = {profile.id: profile.role for profile in profiles}
    if len(roles) < len(profiles):
        raise ValueError("a role cannot be compared with itself")
    return compare_roles(roles)


@cache
def _drawer() -> Drawer:
    return open_drawer()


def _check(told: Person, drawer: Drawer) -> None:
    """Refuse what the figures do not know, as the prompt does: an answer to a slip of the pen would be a wrong one."""
    choices = {
        "state": tuple(LAND_BY_CODE),
        "industry": tuple(drawer["industry-effect"].values),
        "level": get_args(Level),
        "education": get_args(Education),
    }
    for name, known in choices.items():
        value = getattr(told, name)
        if value is not None and value not in known:
            raise ValueError(f"{name} is {value!r}; known: {', '.join(known)}")
    for name, (low, high) in BOUNDS.items():
        value = getattr(told, name, None)
        if value is not None and not low <= value <= high:
            raise ValueError(f"{name} is {value!r}; it can be {low} to {high}")
    if told.tenure is not None and told.experience is not None and told.tenure > told.experience:
        raise ValueError(f"tenure is {told.tenure}, which is longer than experience with {told.experience}")


def _day(day: date | str | None) -> str:
    today = date.today()  # noqa: DTZ011  the day of the calendar that hangs on the user's wall
    if day is None:
        return today.isoformat()
    if isinstance(day, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise ValueError(f"day is {day!r}; it is written YYYY-MM-DD")
    asked = date.fromisoformat(day) if isinstance(day, str) else date(day.year, day.month, day.day)
    if asked > today:
        raise ValueError(f"day is {asked}; its figures are not known yet")
    return asked.isoformat()
