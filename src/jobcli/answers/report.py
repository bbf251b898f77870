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
from jobcli.answers.paths import RolePaths, role_paths
from jobcli.answers.pay import Paid, paid, wholly
from jobcli.answers.sources import RoleSources, role_sources
from jobcli.answers.wire import FromMe
from jobcli.domain.evidence import Words
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.pay.by_factor import PayVariation, vary
from jobcli.training.steps import journey

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.domain.own import Progress
    from jobcli.domain.role import TrainingPath
    from jobcli.files.catalog import Catalog


class ReportedRole(Struct, frozen=True, kw_only=True):
    """A role of a hand-out: the results of other commands under their names."""

    id: Annotated[str, means("Its id.")]
    profile: Annotated[ShownAround, means("The result of `show`.")]
    estimate: Annotated[RoleEstimate, means("Its estimate.")]
    states: Annotated[PayVariation, means("The result of `estimate --by state`.")]
    paths: Annotated[RolePaths, means("The result of `paths`.")]
    checklist: Annotated[Checklist | None, means("The result of `checklist` for one path; null if the role has none.")]
    sources: Annotated[RoleSources, means("The result of `sources`.")]


class Reported(Answer, frozen=True, kw_only=True):
    """The result of `report`."""

    commands = ("report",)
    comparison: Annotated[SideBySide | None, means("Of several roles the result of `compare`; of one role null.")]
    roles: Annotated[tuple[ReportedRole, ...], means("One entry for each role, in the order asked for.")]
    from_me: FromMe


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


class Booklet(Struct, frozen=True, kw_only=True):
    """The whole hand-out, as its page needs it."""

    chapters: tuple[Portrait, ...]
    paid: Paid
    funding: Drawer
    """The figures behind who pays."""
    comparison: SideBySide | None
    """There where it is about several roles."""


def booklet(
    catalog: Catalog,
    profiles: Sequence[Profile],
    who: Asker,
    chosen: Mapping[str, TrainingPath | None],
    progress: Progress,
    day: str,
) -> Booklet:
    """All that the hand-out says, by what is known on a day; `chosen` is the path of each role whose steps are shown.

    Refusal where a role has no estimate.
    """
    found = wholly(paid(profiles, who.person, day, beside=True))
    drawer, figures = open_drawer(FUNDING), open_drawer()

    def plan(profile: Profile) -> Plan | None:
        path, ticks = chosen[profile.id], progress.roles.get(profile.id, {})
        return None if path is None else planned(profile, journey(path, ticks.get(path.id or "")))

    return Booklet(
        chapters=tuple(
            Portrait(
                profile=profile,
                neighbours=catalog.neighbours(profile.role),
                lands=vary(profile, who.person, "state", figures, day),
                paths=role_paths(catalog, drawer, who, day, profile),
                plan=plan(profile),
            )
            for profile in profiles
        ),
        paid=found,
        funding=drawer,
        comparison=side_by_side(profiles, found, catalog.find) if len(profiles) > 1 else None,
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
                paths=one.paths,
                checklist=None if one.plan is None else one.plan.answer,
                sources=role_sources(one.profile),
            )
            for one, estimate in zip(whole.chapters, role_estimates(whole.paid), strict=True)
        ),
        from_me=from_me,
    )
