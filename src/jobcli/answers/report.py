"""A hand-out about roles: the answer of `report`, made of the answers of other commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from jobcli.answers.answer import Answer
from jobcli.answers.checklist import Checklist, Plan, planned
from jobcli.answers.compare import SideBySide, side_by_side
from jobcli.answers.estimate import RoleEstimate, role_estimates
from jobcli.answers.ladder import ShownAround, shown_around
from jobcli.answers.match import MatchedRole, matched
from jobcli.answers.paths import Paths, PathTold, RolePaths, paths_from, role_paths
from jobcli.answers.pay import Paid, paid, wholly
from jobcli.answers.plan import CareerPlan, FoundPlan, planned_way
from jobcli.answers.sources import RoleSources, role_sources
from jobcli.answers.wire import FromMe
from jobcli.domain.evidence import Moment, Source, Words
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.pay.by_factor import PayVariation, vary
from jobcli.training.steps import journey

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import Netting
    from jobcli.domain.own import Progress
    from jobcli.domain.role import TrainingPath
    from jobcli.files.catalog import Catalog
    from jobcli.pay.estimate import Estimate


class OfficialPay(Struct, frozen=True, kw_only=True):
    """What the official statistics say of all who belong to the group of a role."""

    group: Annotated[str, means("The official group (KldB).")]
    observation: Annotated[str, means("The id of the observation.")]
    as_of: Annotated[Moment, means("The date that it speaks of.")]
    gross_year: Annotated[int, means("Its median of a year in the money of the estimate.")]
    for_person: Annotated[int, means("The same times what the person told, as in the receipt of the estimate.")]
    source: Annotated[Source, means("Its source.")]


class ReportedRole(Struct, frozen=True, kw_only=True):
    """A role of a hand-out: the results of other commands under their names."""

    id: Annotated[str, means("Its id.")]
    profile: Annotated[ShownAround, means("The result of `show`.")]
    estimate: Annotated[RoleEstimate, means("Its estimate.")]
    states: Annotated[PayVariation, means("The result of `estimate --by state`.")]
    paths: Annotated[RolePaths, means("The result of `paths`.")]
    checklist: Annotated[Checklist | None, means("The result of `checklist` for one path; null if the role has none.")]
    sources: Annotated[RoleSources, means("The result of `sources`.")]
    official: Annotated[OfficialPay | None, means("What official statistics say of its group; null if not known.")]
    fit: Annotated[MatchedRole | None, means("With --for me its entry in `match`; else null.")]


class Reported(Answer, frozen=True, kw_only=True):
    """The result of `report`."""

    commands = ("report",)
    comparison: Annotated[SideBySide | None, means("Of several roles the result of `compare`; of one role null.")]
    roles: Annotated[tuple[ReportedRole, ...], means("One entry for each role, in the order asked for.")]
    plan: Annotated[
        CareerPlan | None,
        means("With --for me the result of `plan` for the first role that is not the present one; else null."),
    ]
    plan_paths: Annotated[tuple[PathTold, ...], means("The training paths of that plan, as `paths` tells them.")]
    from_me: FromMe


class Mine(Struct, frozen=True, kw_only=True):
    """What is asked for the person of the hand-out beside estimates."""

    who: Asker
    """What they bring, and the role they have."""
    taxed: Asker | None
    """The same with what net pay asks; None where they told too little for it."""
    netting: Netting | None
    """What turns an estimate into net pay; None where they told too little for it."""
    roles: Mapping[str, Profile]
    """All roles by their ids."""
    start: str
    """The month (YYYY-MM) in which their plan begins."""


class Portrait(Struct, frozen=True, kw_only=True):
    """What the hand-out says of one role."""

    profile: Profile
    neighbours: dict[str, Words]
    """The titles of the roles around it."""
    lands: PayVariation
    """Its pay by Land."""
    paths: RolePaths
    plan: Plan | None
    """One path as a checklist; None where the role has no path."""
    official: OfficialPay | None
    fit: MatchedRole | None = None
    """How it fits the person; None where it is about nobody."""


class OwnWay(Struct, frozen=True, kw_only=True):
    """The way of the person to one of the roles."""

    found: FoundPlan
    present: Profile
    goal: Profile
    paths: tuple[PathTold, ...]
    """The training of the plan, in its order."""
    first: Plan | None
    """The first of it as a checklist from its month on; None where the plan takes no training."""


class Booklet(Struct, frozen=True, kw_only=True):
    """The whole hand-out, as its page needs it."""

    chapters: tuple[Portrait, ...]
    paid: Paid
    funding: Drawer
    """The figures behind who pays."""
    comparison: SideBySide | None
    """There where it is about several roles."""
    way: OwnWay | None
    """There where it is about a person who has another role now."""


def booklet(
    catalog: Catalog,
    profiles: Sequence[Profile],
    who: Asker,
    chosen: Mapping[str, TrainingPath | None],
    progress: Progress,
    day: str,
    mine: Mine | None = None,
) -> Booklet:
    """All that the hand-out says, by what is known on a day; `chosen` is the path of each role whose steps are shown.

    With `mine` it also says what a person brings and how they get there. Refusal where a role has no estimate.
    """
    found = wholly(paid(profiles, who.person, day, None if mine is None else mine.netting, beside=True))
    drawer, figures = open_drawer(FUNDING), open_drawer()
    fits = {} if mine is None else _fits(profiles, mine, day)

    def plan(profile: Profile) -> Plan | None:
        path, ticks = chosen[profile.id], progress.roles.get(profile.id, {})
        return None if path is None else planned(profile, journey(path, ticks.get(path.id or "")))

    def ways(profile: Profile) -> RolePaths:
        return role_paths(catalog, drawer, who, day, profile) if mine is None else _paths(catalog, profile, mine, day)

    return Booklet(
        chapters=tuple(
            Portrait(
                profile=profile,
                neighbours=catalog.neighbours(profile.role),
                lands=vary(profile, who.person, "state", figures, day),
                paths=ways(profile),
                plan=plan(profile),
                official=official_pay(profile, item),
                fit=fits.get(profile.id),
            )
            for profile, item in zip(profiles, found.items, strict=True)
        ),
        paid=found,
        funding=drawer,
        comparison=side_by_side(profiles, found, catalog.find) if len(profiles) > 1 else None,
        way=None if mine is None else _own_way(catalog, profiles, mine, progress, day),
    )


def _paths(catalog: Catalog, profile: Profile, mine: Mine, day: str) -> Paths:
    """The paths of a role for a person; what it pays more is told of a role that is not their present one."""
    present = mine.roles.get(mine.who.standing.role or "")
    before = None if present is None or present.id == profile.id else present
    drawer = open_drawer(FUNDING)
    return paths_from(catalog, drawer, mine.who, mine.taxed, day, profile, before, "own-cost", None).answer


def _fits(profiles: Sequence[Profile], mine: Mine, day: str) -> dict[str, MatchedRole]:
    """How each role fits the person."""
    every = {**mine.roles, **{profile.id: profile for profile in profiles}}
    found = matched(every, mine.who, len(every), day).answer
    return {item.id: item for item in found.roles}


def _own_way(catalog: Catalog, profiles: Sequence[Profile], mine: Mine, progress: Progress, day: str) -> OwnWay | None:
    """The way to the first role that is not the present one; None without a present role, or another one to go to."""
    present = mine.roles.get(mine.who.standing.role or "")
    goal = next((profile for profile in profiles if present is not None and profile.id != present.id), None)
    if present is None or goal is None:
        return None
    every = {**mine.roles, goal.id: goal}
    found = planned_way(every, mine.who, mine.taxed, present.id, goal.id, mine.start, day)
    told: dict[str | None, PathTold] = {}
    records: dict[str | None, tuple[Profile, TrainingPath]] = {}
    for step in found.answer.steps:
        if step.kind == "role":
            profile = every[step.id]
            told |= {path.id: path for path in _paths(catalog, profile, mine, day).paths if path.id not in told}
            records |= {path.id: (profile, path) for path in profile.paths if path.id not in records}
    training = [step for step in found.answer.steps if step.kind == "training" and step.id in told]
    first = None
    if training:
        profile, path = records[training[0].id]
        ticks = progress.roles.get(profile.id, {}).get(path.id or "")
        way = journey(mine.who.offered(path), ticks)
        first = planned(profile, way, training[0].begins, mine.who.offers.get(path.id or ""))
    return OwnWay(found=found, present=present, goal=goal, paths=tuple(told[step.id] for step in training), first=first)


def official_pay(profile: Profile, item: Estimate) -> OfficialPay | None:
    """The official median of the whole group of a role, with special payments before without, then the newest."""
    code = profile.role.codes.kldb
    carried = {item.anchor.id: item.anchor_carried, **{one.observation.id: one.carried for one in item.others}}
    own = [
        one
        for one in profile.role.pay.observations
        if one.kldb is not None
        and one.kldb == code
        and (one.scope or "group") == "group"
        and one.statistic == "median"
        and profile.role.sources[one.source].speaks_as == "official"
        and carried.get(one.id) is not None
    ]
    best = max(own, key=lambda one: (one.special_payments == "included", one.as_of), default=None)
    value = None if best is None else carried[best.id]
    if best is None or best.kldb is None or value is None:
        return None
    told = item.receipt[-1].subtotal / item.start.middle
    return OfficialPay(
        group=best.kldb,
        observation=best.id,
        as_of=best.as_of,
        gross_year=value,
        for_person=round(value * told),
        source=profile.role.sources[best.source],
    )


def reported(whole: Booklet, from_me: tuple[str, ...]) -> Reported:
    """The answer of `report`: for each role what `show`, `estimate`, `paths` and the others answer."""
    return Reported(
        comparison=whole.comparison,
        roles=tuple(
            ReportedRole(
                id=one.profile.id,
                profile=shown_around(one.profile),
                estimate=estimate,
                states=one.lands,
                paths=RolePaths(**{name: getattr(one.paths, name) for name in RolePaths.__struct_fields__}),
                checklist=None if one.plan is None else one.plan.answer,
                sources=role_sources(one.profile),
                official=one.official,
                fit=one.fit,
            )
            for one, estimate in zip(whole.chapters, role_estimates(whole.paid), strict=True)
        ),
        plan=None if whole.way is None else whole.way.found.answer,
        plan_paths=() if whole.way is None else whole.way.paths,
        from_me=from_me,
    )
