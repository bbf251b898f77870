"""Roles side by side: the answer of `compare`, with what changes from one to the other where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.estimate import Estimates, RoleEstimate, month_of_money, role_estimates
from jobcli.answers.gain import UNKNOWN, RoleGain, gaps
from jobcli.answers.pay import Paid, paid, wholly
from jobcli.answers.rows import AskedRequirement, ComparedPath, NamedRole, asked, naming, outlined_for_anybody
from jobcli.answers.wire import AsOf
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayGap, Person
from jobcli.domain.profile import Profile
from jobcli.moving.comparison import RoleParts, compare, difference
from jobcli.training.gate import Find


class ComparedRole(NamedRole, frozen=True, kw_only=True):
    """A role of a comparison."""

    paths: Annotated[tuple[ComparedPath, ...], means("Its training paths in short.")]


class ChangeOfRole(Struct, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """What changes from one role to another."""

    before: Annotated[str, means("The id of the role before.")]
    after: Annotated[str, means("The id of the role after.")]
    stop: Annotated[tuple[str, ...], means("Areas of work that only the first has.")]
    start: Annotated[tuple[str, ...], means("Areas of work that only the second has.")]
    need: Annotated[tuple[AskedRequirement, ...], means("Requirements that only the second has.")]
    no_longer_needed: Annotated[tuple[AskedRequirement, ...], means("Requirements that only the first has.")]
    learn_subjects: Annotated[tuple[str, ...], means("Subjects that only the second has.")]
    pay_before: Annotated[int | None, means("The middle of the first, in gross euros a year.")]
    pay_after: Annotated[int | None, means("The middle of the second, in gross euros a year.")]
    gain_year: Annotated[int | None, means("Their difference.")]
    gain_range: Annotated[PayGap | None, means("The same with how sure it is: eight in ten lie between its ends.")]
    told_apart: Annotated[
        bool | None, means("False where both stand for one official group, so that nothing is known.")
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]


class GainOver(RoleGain, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """What a role pays more than the first of those that are compared."""

    before: Annotated[str, means("The id of the first role.")]
    after: Annotated[str, means("The id of the other role.")]


class SideBySide(Answer, frozen=True, kw_only=True):
    """Roles side by side: estimates in the order in which the roles were named."""

    as_of: AsOf
    estimates: Annotated[tuple[RoleEstimate, ...], means("The estimates, from the highest middle to the lowest.")]
    differences: Annotated[tuple[GainOver, ...], means("What each other role pays more than the first one.")]
    roles: Annotated[tuple[ComparedRole, ...], means("The roles.")]
    shared: Annotated[RoleParts, means("What all of them have.")]
    only: Annotated[dict[str, RoleParts], means("For each role what it has and no other of them.")]


class Compared(SideBySide, frozen=True, kw_only=True):
    """The result of `compare` with roles."""

    commands = ("compare",)
    diff: Annotated[ChangeOfRole | UnsetType, means("With --diff what changes from the first to the second.")] = UNSET

    @property
    def table(self) -> Columns:
        """A row for each estimate, or for each change."""
        if self.diff is UNSET:
            return Estimates.table
        places = ("stop", "start", "learn_subjects", "need", "no_longer_needed")
        names = ("change=key", "id=id|value", "kind", "need", "language", "level", "basis")
        return Columns(tuple(f"diff.{place}" for place in places), names)


def side_by_side(profiles: Sequence[Profile], found: Paid, find: Find) -> SideBySide:
    """What roles share and what only one has, by ids; pay, time and cost of each. `find` gives the path of an id."""
    comparison = compare({profile.id: profile.role for profile in profiles})
    return SideBySide(
        as_of=month_of_money(found),
        estimates=role_estimates(found),
        differences=tuple(_difference(found, profiles[0].id, other.id) for other in profiles[1:]),
        roles=tuple(
            ComparedRole(**naming(one, one.role), paths=tuple(outlined_for_anybody(path, find) for path in one.paths))
            for one in profiles
        ),
        shared=comparison.shared,
        only=comparison.only,
    )


def compared(profiles: Sequence[Profile], find: Find, day: str, *, diff: bool = False) -> tuple[Compared, Paid]:
    """The answer of `compare`, and the estimates behind it; with `diff` also what changes from the first role to the last.

    `find` gives the training path of an id, None where there is none.
    Refusal where a role has no estimate on that day.
    """
    found = wholly(paid(profiles, Person(), day, beside=True))
    change = _change(profiles[0], profiles[-1], found) if diff else UNSET
    return Compared(**structs.asdict(side_by_side(profiles, found, find)), diff=change), found


def _difference(found: Paid, first: str, other: str) -> GainOver:
    gained = gaps(found.items, None, found.items[0].day).between(first, other) if found.items else UNKNOWN
    return GainOver(**structs.asdict(gained), before=first, after=other)


def _change(first: Profile, last: Profile, found: Paid) -> ChangeOfRole:
    """What changes from one role to the other, with the pay of both."""
    item, before, after = difference(first, last), found.pays.get(first.id), found.pays.get(last.id)
    return ChangeOfRole(
        before=item.before,
        after=item.after,
        stop=item.stop,
        start=item.start,
        need=tuple(map(asked, item.need)),
        no_longer_needed=tuple(map(asked, item.spared)),
        learn_subjects=item.subjects,
        pay_before=None if before is None else before.p50,
        pay_after=None if after is None else after.p50,
        **structs.asdict(gaps(found.items, None, found.items[0].day).between(first.id, last.id)),
    )
