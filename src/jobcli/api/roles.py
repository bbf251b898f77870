"""The answers about roles: `list`, `search`, `show`, `sources` and `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack, get_args, overload

from jobcli.api.bounds import check_choice
from jobcli.api.catalog import Day, Roles, each_once, errors_of_python, known_on, pay_figures
from jobcli.domain.pay import LAND_BY_CODE
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import Refusal
from jobcli.domain.role import Level, PathKind

if TYPE_CHECKING:
    from jobcli.answers.compare import Compared
    from jobcli.answers.filters import Filters, TellsFilters
    from jobcli.answers.ladder import ShownAround
    from jobcli.answers.occupation import ShownOccupations
    from jobcli.answers.occupation_list import OccupationList
    from jobcli.answers.occupation_route import RoutedOccupations
    from jobcli.answers.outlook import OccupationOutlook
    from jobcli.answers.roles import Found, Listed
    from jobcli.answers.show import Shown
    from jobcli.answers.sources import Checked, FigureTables, RoleSources
    from jobcli.answers.training import ShownTraining
    from jobcli.moving.comparison import Comparison


def roles(catalog: Roles, *, day: Day = None, **filters: Unpack[TellsFilters]) -> Listed:
    """All roles, or those that meet the filters, as `jobcli list` has them; none is an answer, too."""
    from jobcli.answers.roles import Listed, listed

    wanted, files = _filters(catalog, filters), catalog.catalog
    try:
        return listed(files.entries(), wanted, files.training, known_on(day))
    except Refusal:
        return Listed(filters=wanted, roles=())


def search(catalog: Roles, words: str, *, day: Day = None, **filters: Unpack[TellsFilters]) -> Found:
    """The roles that the words mean, best first; none is an answer, too."""
    from jobcli.answers.roles import Found, searched

    wanted, files = _filters(catalog, filters), catalog.catalog
    try:
        return searched(words, files.entries(), wanted, files, known_on(day)).answer
    except Refusal:
        return Found(words=words, filters=wanted, roles=())


def occupation_list(
    group: str | None = None,
    *,
    level: Level | None = None,
    min_pay: int | None = None,
    shortage: bool = False,
    state: str | None = None,
    day: Day = None,
) -> OccupationList:
    """The official occupations of a group of the KldB, by its first digits, or those that meet the filters.

    A group of many is told by its smaller groups. LookupError where there is no such group, or none is left.
    """
    from jobcli.answers.occupation_list import OccupationFilters, listed_occupations

    check_choice("level", level, get_args(Level))
    check_choice("state", state, tuple(LAND_BY_CODE))
    wanted = OccupationFilters(group=group, level=level, min_pay=min_pay, shortage=shortage, state=state)
    with errors_of_python():
        return listed_occupations(wanted, known_on(day))


def occupation_route(catalog: Roles, start: str, goal: str, *, day: Day = None) -> RoutedOccupations:
    """From one official occupation to another, or to a role and back: by levels and by the skills that both need.

    ValueError where a role has no code.
    """
    from jobcli.answers.occupation_route import routed_occupations
    from jobcli.domain.pay import Person

    ends = [catalog[name] for name in (start, goal)]
    if any(one.role.codes.kldb is None for one in ends):
        raise ValueError("a role without a code of the KldB 2010")
    return routed_occupations(ends[0], ends[1], catalog.catalog.entries(), Person(), known_on(day))


@overload
def show(catalog: Roles, role: str, *, ladder: Literal[True], day: Day = None) -> ShownAround: ...


@overload
def show(catalog: Roles, role: str, *, ladder: bool = False, day: Day = None) -> Shown: ...


def show(catalog: Roles, role: str, *, ladder: bool = False, day: Day = None) -> Shown:
    """The whole profile of a role; with `ladder` also the roles before and after it, with pay."""
    from jobcli.answers.ladder import ladder_of, shown_around
    from jobcli.answers.show import shown

    profile = catalog[role]
    if not ladder:
        return shown(profile)
    return shown_around(profile, ladder_of(profile, catalog.readable(), known_on(day))[0])


def occupations(catalog: Roles, words: str) -> ShownOccupations:
    """The official occupations of this code or name: mostly one, of a few titles two. KeyError where there is none."""
    from jobcli.answers.occupation import shown_occupations
    from jobcli.atlas.titles import named

    hits = named(words)
    if not hits:
        raise KeyError(words)
    return shown_occupations(words, hits, catalog.catalog.entries())


def outlook(catalog: Roles, name: str, *, state: str | None = None) -> OccupationOutlook:
    """How wanted a role or an official occupation is, and how its work changes; `state` is a Land code (BY).

    LookupError where the role names no official occupation.
    """
    from jobcli.answers.outlook import outlook_of

    check_choice("state", state, tuple(LAND_BY_CODE))
    with errors_of_python():
        return outlook_of(catalog[name], state)


def training(catalog: Roles, path: str) -> ShownTraining:
    """A training path that roles share, by its id or words of its title. KeyError where there is none, or several."""
    from jobcli.answers.training import shown_training
    from jobcli.files.path_names import called

    found = called(path, catalog.catalog.path_titles())
    record = catalog.catalog.training(found[0]) if len(found) == 1 else None
    if record is None:
        raise KeyError(path)
    return shown_training(record, catalog.catalog.entries())


def sources(catalog: Roles, role: str) -> RoleSources:
    """Where all that is said of a role comes from."""
    from jobcli.answers.sources import role_sources

    return role_sources(catalog[role])


def figures() -> FigureTables:
    """The figures behind every estimate, behind net pay and behind who pays for training, each with its source."""
    from jobcli.answers.sources import all_figures, figure_tables

    return figure_tables(all_figures())


def checked_sources(catalog: Roles, role: str | None = None, *, day: Day = None) -> Checked:
    """How firmly the figures of a role stand on a day, or those of all roles and those behind estimates; weakest first."""
    from jobcli.answers.sources import checked

    profiles = list(catalog.readable().values()) if role is None else [catalog[role]]
    return checked(profiles, known_on(day), alone=role is not None)


def compare(catalog: Roles, first: str, second: str, *more: str, diff: bool = False, day: Day = None) -> Compared:
    """Roles side by side, with pay; with `diff` also what changes from the first to the second, of two roles.

    ValueError where a role is named twice. All roles by pay: `estimate` without a role.
    """
    from jobcli.answers.compare import compared

    if diff and more:
        raise ValueError("diff compares two roles")
    profiles = each_once([catalog[name] for name in (first, second, *more)])
    with errors_of_python():
        return compared(profiles, catalog.catalog.find, known_on(day), diff=diff)[0]


def compare_roles(first: Profile, second: Profile, *more: Profile) -> Comparison:
    """What the roles share, and what only one of them has: ids of duties, requirements and subjects.

    ValueError where a role is named twice. From `jobcli` itself it is imported as `compare`.
    """
    from jobcli.moving.comparison import compare as side_by_side

    profiles = (first, second, *more)
    return side_by_side({profile.id: profile.role for profile in each_once(profiles)})


def _filters(catalog: Roles, told: Mapping[str, Any]) -> Filters:
    from jobcli.answers.filters import Filters as Told

    known = {
        "level": get_args(Level),
        "industry": tuple(pay_figures()["industry-effect"].values),
        "subject": tuple(catalog.vocabulary.subjects),
        "path_kind": get_args(PathKind),
    }
    for name, values in known.items():
        check_choice(name, told.get(name), values)
    return Told(**told)
