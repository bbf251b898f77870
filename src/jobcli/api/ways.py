"""The answers about the way to a role: `match`, `route`, `paths`, `checklist`, and `report`, which is made of all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack, get_args

from jobcli.api.asker import ANYWHERE, STANDING, YEARS, TellsAll, TellsAsker, TellsBrought, who_gains, who_moves
from jobcli.api.bounds import asking, check_choice
from jobcli.api.catalog import Day, Roles, each_once, errors_of_python, known_on, path_of, pay_figures
from jobcli.files.figures import FUNDING, open_drawer

if TYPE_CHECKING:
    from jobcli.answers.checklist import Checklist, PathChoice
    from jobcli.answers.match import Matched
    from jobcli.answers.paths import Paths
    from jobcli.answers.plan import CareerPlan
    from jobcli.answers.report import Reported
    from jobcli.answers.route import Routed
    from jobcli.moving.routes import RouteOrder
    from jobcli.training.weighing import PathOrder


def match(
    catalog: Roles, *, role: str | None = None, top: int = 10, day: Day = None, **told: Unpack[TellsBrought]
) -> Matched:
    """The `top` roles by how much of what they ask for someone brings, the best fit first; `role` is the one they have now.

    `qualifications` are ids of training paths, `languages` such as `en-B2`, `skills` ids of requirements and subjects.
    """
    from jobcli.answers.match import matched

    _check_count("top", top)
    who = who_moves(catalog, {**told, "role": role}, (*ANYWHERE, *STANDING, "school", "leadership", "role"))
    return matched(catalog.readable(), who, top, known_on(day)).answer


def route(
    catalog: Roles,
    start: str,
    goal: str,
    *,
    by: RouteOrder = "steps",
    ways: int = 3,
    day: Day = None,
    **told: Unpack[TellsAll],
) -> Routed:
    """Up to `ways` ways from one role to another, the fewest `steps`, `months` or `cost` first; see `match`.

    Where there is none, `reachable` says so. A gain is counted net where tax class, children, church and Land are told.
    """
    from jobcli.answers.route import routed
    from jobcli.moving.routes import RouteOrder as Order

    check_choice("by", by, get_args(Order))
    _check_count("ways", ways)
    if catalog[start].id == catalog[goal].id:
        raise ValueError("a way leads from one role to another")
    who, taxed = who_gains(catalog, {**told, "role": start}, (*ANYWHERE, *STANDING, "school", "leadership", "role"))
    return routed(catalog.readable(), who, taxed, start, goal, by, ways, known_on(day)).answer


def plan(
    catalog: Roles, goal: str, *, present: str, start: str, day: Day = None, **told: Unpack[TellsAll]
) -> CareerPlan:
    """The way from the role that someone has now to another, month by month from `start` (YYYY-MM) on; see `route`."""
    from jobcli.answers.plan import planned_way
    from jobcli.training.calendar import month_name, month_number

    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", start, re.ASCII) is None:
        raise ValueError(f"start is {start!r}; it is a month such as 2027-03")
    if catalog[present].id == catalog[goal].id:
        raise ValueError("a plan leads from one role to another")
    who, taxed = who_gains(catalog, {**told, "role": present}, (*ANYWHERE, *STANDING, "school", "leadership", "role"))
    month = month_name(month_number(start))
    return planned_way(catalog.readable(), who, taxed, present, goal, month, known_on(day)).answer


def paths(
    catalog: Roles,
    role: str,
    *,
    present: str | None = None,
    sort: PathOrder = "own-cost",
    course_hours: int | None = None,
    day: Day = None,
    **told: Unpack[TellsAll],
) -> Paths:
    """The training paths of a role side by side: time, cost, who pays, what each costs in the end; see `route`.

    `present` is the role that someone has now, from which a gain in pay is counted; `course_hours` are the lessons of the
    course they have in mind. LookupError where one of both has no estimate.
    """
    from jobcli.answers.paths import paths_from
    from jobcli.training.weighing import PathOrder as Order

    check_choice("sort", sort, get_args(Order))
    profile, moment = catalog[role], known_on(day)
    who, taxed = who_gains(catalog, {**told, "role": present}, (*ANYWHERE, "qualifications", "role"))
    before = None if present is None else each_once([profile, catalog[present]])[1]
    with errors_of_python():
        found = paths_from(
            catalog.catalog, open_drawer(FUNDING), who, taxed, moment, profile, before, sort, course_hours
        )
    return found.answer


def checklist(
    catalog: Roles, role: str, path: str | None = None, *, start: str | None = None
) -> Checklist | PathChoice:
    """The steps of a training path in an order in which they can be done, from the month `start` (YYYY-MM) on also when.

    Without a path the choice between them, where there are several. LookupError where the role has no such path.
    """
    from jobcli.answers.checklist import choice, planned
    from jobcli.training.steps import journey

    if start is not None and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", start):
        raise ValueError(f"start is {start!r}; it is written YYYY-MM")
    profile = catalog[role]
    if path is None and len(profile.paths) != 1:
        return choice(profile, ())
    with errors_of_python():
        return planned(profile, journey(path_of(profile, path), None), start).answer


def report(
    catalog: Roles,
    first: str,
    *more: str,
    path: Mapping[str, str] | None = None,
    day: Day = None,
    **told: Unpack[TellsAsker],
) -> Reported:
    """All that is known of one role or more: what `show`, `estimate`, `paths` and the others answer; several are compared.

    `path` names the path whose steps are told for a role; else it is the first one. LookupError where a role has no estimate.
    """
    from jobcli.answers.report import booklet, reported
    from jobcli.domain.own import Progress

    profiles = each_once([catalog[name] for name in (first, *more)])
    named = path or {}
    chosen = {one.id: path_of(one, named.get(one.id)) if one.paths else None for one in profiles}
    with errors_of_python():
        who = asking(told, YEARS, pay_figures())
        return reported(booklet(catalog.catalog, profiles, who, chosen, Progress(), known_on(day)), ())


def _check_count(name: str, count: int) -> None:
    if count < 1:
        raise ValueError(f"{name} is {count}; it is 1 or more")
