"""Roles side by side: the answer of `compare`, with what changes from one to the other where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.estimate import Estimates, RoleEstimate, month_of_money, role_estimates
from jobcli.answers.gain import UNKNOWN, RoleGain, gaps
from jobcli.answers.occupation import Attribution
from jobcli.answers.pay import NO_PAY, Paid, paid, wholly
from jobcli.answers.rows import AskedRequirement, ComparedPath, NamedRole, asked, naming, outlined_for_anybody
from jobcli.answers.wire import AsOf
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Demand, LeftOut, Licence, OccupationName
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


class OccupationBeside(OccupationName, frozen=True, kw_only=True):
    """What is official of one of the occupations or roles that are compared, by its code."""

    ba: Annotated[int | None, means("The median of the Bundesagentur für Arbeit of December 2023, in euros a month.")]
    destatis: Annotated[int | None, means("The median of Destatis of April 2025, in euros a month.")]
    employees: Annotated[int | None, means("Employees in 2023 (OTSS).")]
    demand: Annotated[Demand | None, means("The labour market of 2025; null: not in the analysis.")]
    training: Annotated[str | None, means("Its largest apprenticeship or school; null: none in the statistic.")]
    skills: Annotated[int | None, means("How many essential skills ESCO names; null: it says nothing close enough.")]
    shared: Annotated[int | None, means("How many of them the first one needs, too; null of the first, or not known.")]
    licence: Annotated[Licence | None, means("Which licence the work needs; null: none that is known.")]
    left_out: Annotated[LeftOut | None, means("Who of it is not in the figures; null: nobody in particular.")]


class SideBySide(Answer, frozen=True, kw_only=True):
    """Roles side by side: estimates in the order in which the roles were named."""

    as_of: AsOf
    estimates: Annotated[tuple[RoleEstimate, ...], means("The estimates, from the highest middle to the lowest.")]
    differences: Annotated[tuple[GainOver, ...], means("What each other role pays more than the first one.")]
    roles: Annotated[tuple[ComparedRole, ...], means("The roles.")]
    shared: Annotated[RoleParts, means("What all of them have.")]
    only: Annotated[dict[str, RoleParts], means("For each role what it has and no other of them.")]
    occupations: Annotated[
        tuple[OccupationBeside, ...],
        means("The official figures behind each of them, where one is an official occupation; else empty."),
    ] = ()
    attribution: Attribution = ()


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
        **_official(profiles),
    )


def _official(profiles: Sequence[Profile]) -> dict[str, Any]:
    """The official figures of all, where one of them is an official occupation."""
    codes = [profile.role.codes.kldb for profile in profiles if profile.role.codes.kldb]
    if len(codes) < len(profiles) or all(profile.kind != "occupation" for profile in profiles):
        return {}
    from jobcli.atlas.occupation import occupation
    from jobcli.atlas.relatedness import essential
    from jobcli.atlas.sources import notices

    first, items = essential(codes[0]), []
    for at, code in enumerate(codes):
        found, needed = occupation(code), essential(code)
        if found is None:
            return {}
        items.append(
            OccupationBeside(
                kldb=found.kldb,
                name=found.name,
                level=found.level,
                ba=found.ba.median,
                destatis=found.destatis.median,
                employees=found.employees,
                demand=found.demand,
                training=found.trainings[0].title if found.trainings else None,
                skills=len(needed) or None,
                shared=len({*needed} & {*first}) if at and needed and first else None,
                licence=found.licence,
                left_out=found.left_out,
            )
        )
    return {
        "occupations": tuple(items),
        "attribution": notices(("kldb", "ba", "destatis", "demand", "otss", "bibb", "esco")),
    }


def compared(profiles: Sequence[Profile], find: Find, day: str, *, diff: bool = False) -> tuple[Compared, Paid]:
    """The answer of `compare`, and the estimates behind it; with `diff` also what changes from the first role to the last.

    `find` gives the training path of an id, None where there is none.
    Refusal where a role has no estimate on that day; one that has none on any day is compared without.
    """
    found = paid(profiles, Person(), day, beside=True)
    if any(problem.code != NO_PAY for problem in found.problems):
        wholly(found)
    change = _change(profiles[0], profiles[-1], found) if diff else UNSET
    return Compared(**structs.asdict(side_by_side(profiles, found, find)), diff=change), found


def _difference(found: Paid, first: str, other: str) -> GainOver:
    return GainOver(**structs.asdict(_gained(found, first, other)), before=first, after=other)


def _gained(found: Paid, first: str, other: str) -> RoleGain:
    """What the other role pays more; unknown where one of the two has no estimate."""
    if {first, other} <= found.pays.keys():
        return gaps(found.items, None, found.items[0].day).between(first, other)
    return UNKNOWN


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
        **structs.asdict(_gained(found, first.id, last.id)),
    )
