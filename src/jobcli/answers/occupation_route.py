"""From one official occupation to another, or to a role and back: the answer of `route` where a code stands at an end.

Nobody publishes who changes from where to where. So it is told what both need by ESCO, which levels lie between, which training
leads to each, and what must not be done without a licence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct, structs

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.gain import RoleGain, gaps
from jobcli.answers.occupation import Attribution
from jobcli.answers.pay import paid
from jobcli.answers.route import Ends
from jobcli.answers.rows import NamedRole, naming
from jobcli.answers.wire import AsOf
from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Licence, Nearness, Skill, Training, level_of
from jobcli.domain.pay import Person
from jobcli.domain.role import Level, levels_up

if TYPE_CHECKING:
    from jobcli.answers.pay import Paid
    from jobcli.domain.profile import Entry, Profile


class RouteStop(Struct, frozen=True, kw_only=True):
    """An occupation or a role on the way."""

    id: Annotated[str, means("What one types: five digits, or the id of a role.")]
    kldb: Annotated[str, means("Its code in the KldB 2010.")]
    title: Annotated[Words, means("What it is called.")]
    level: Annotated[Level, means("The level of the job.")]
    pay: Annotated[int | None, means("The middle of its estimate in gross euros a year; null is not known.")]
    licence: Annotated[Licence | None, means("Which licence the work needs; null: none that is known.")]
    law: Annotated[str | None, means("The law that asks for it.")]
    profiles: Annotated[tuple[NamedRole, ...], means("The roles of the catalogue that have its code: they name paths.")]


class Stage(RoleGain, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """One step from an occupation to the next."""

    before: Annotated[str, means("The id where it begins.")]
    after: Annotated[str, means("The id where it ends.")]
    nearness: Annotated[
        Nearness, means("Whether both are levels of the same work (`ladder`), of one group, or neither.")
    ]
    levels_up: Annotated[int, means("By how many levels of the KldB the second stands higher.")]
    shared: Annotated[tuple[Skill, ...], means("What the second needs by ESCO and the first needs, too.")]
    learn: Annotated[tuple[Skill, ...], means("What else it needs.")]
    skills_known: Annotated[bool, means("Whether ESCO says of both what they need; else both lists say nothing.")]
    trainings: Annotated[
        tuple[Training, ...],
        means("The apprenticeships and schools that lead to the second, where it is skilled work."),
    ]


class RoutedOccupations(Answer, Ends, frozen=True, kw_only=True):
    """The result of `route` with an official occupation at one end."""

    commands = ("route",)
    table = Columns("stages", ("from", "to", "nearness", "levels_up", "gain_year"))
    as_of: AsOf
    stops: Annotated[tuple[RouteStop, ...], means("Where the way begins, what it passes, where it ends.")]
    stages: Annotated[tuple[Stage, ...], means("The steps between them.")]
    attribution: Attribution


def routed_occupations(
    start: Profile, goal: Profile, entries: Iterable[Entry], person: Person, day: str
) -> RoutedOccupations:
    """The way between two codes: level by level upward, else in one step. `entries` are the roles of the catalogue."""
    from jobcli.atlas.as_profile import profile_of
    from jobcli.atlas.relatedness import levels_between
    from jobcli.atlas.sources import notices

    ends = _code(start), _code(goal)
    passed = [one for code in levels_between(*ends) if (one := profile_of(code)) is not None]
    profiles, listed = [start, *passed, goal], list(entries)
    found = paid(profiles, person, day)
    return RoutedOccupations(
        before=start.id,
        after=goal.id,
        as_of=found.items[0].as_of if found.items else None,
        stops=tuple(_stop(one, found, listed) for one in profiles),
        stages=tuple(_stages(profiles, found, day)),
        attribution=notices(("kldb", "ba", "destatis", "bibb", "esco")),
    )


def _code(profile: Profile) -> str:
    return profile.role.codes.kldb or ""


def _stop(profile: Profile, found: Paid, entries: Sequence[Entry]) -> RouteStop:
    from jobcli.atlas.occupation import rows_of

    code = _code(profile)
    (row,) = rows_of([code]) or ({},)
    pay = found.pays.get(profile.id)
    return RouteStop(
        id=profile.id,
        kldb=code,
        title=profile.role.title,
        level=profile.role.level,
        pay=None if pay is None else pay.p50,
        licence=row.get("regulated"),
        law=row.get("law"),
        profiles=tuple(
            NamedRole(**naming(entry, entry.card))
            for entry in entries
            if ("kldb", code) in entry.card.codes and entry.id != profile.id
        ),
    )


def _stages(profiles: Sequence[Profile], found: Paid, day: str) -> Iterator[Stage]:
    from jobcli.atlas.occupation import trainings_of
    from jobcli.atlas.relatedness import essential, nearness, shared_and_left

    between = gaps(found.items, None, day)
    for one, other in pairwise(profiles):
        before, after = _code(one), _code(other)
        shared, learn = shared_and_left(before, after)
        known = bool(essential(before)) and bool(essential(after))
        yield Stage(
            **structs.asdict(between.between(one.id, other.id)),
            before=one.id,
            after=other.id,
            nearness=nearness(before, after),
            levels_up=levels_up(level_of(before), level_of(after)),
            shared=shared if known else (),
            learn=learn if known else (),
            skills_known=known,
            trainings=tuple(trainings_of(after)) if level_of(after) == "skilled" and before != after else (),
        )
