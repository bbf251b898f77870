"""A role among those before and after it: the answer of `show --ladder`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.amounts import Middle
from jobcli.answers.answer import MIDDLE, Columns
from jobcli.answers.gain import gaps
from jobcli.answers.pay import paid
from jobcli.answers.show import Shown, WholeProfile, whole
from jobcli.answers.wire import AsOf
from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayGap, Person
from jobcli.domain.profile import Profile
from jobcli.domain.role import Side
from jobcli.moving.moves import ladder, links, without_profile

if TYPE_CHECKING:
    from jobcli.domain.evidence import Problem
    from jobcli.domain.pay import PayRange


class Rung(Struct, frozen=True, kw_only=True):
    """A neighbour of a role."""

    id: Annotated[str, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    side: Annotated[Side, means("Whether people come from it or go to it.")]
    level: Annotated[int, means("How many moves away it is, 1 or 2.")]
    via: Annotated[str | None, means("The role between them.")]
    both: Annotated[bool, means("Whether people go in both directions.")]
    said_by: Annotated[tuple[str, ...], means("The profiles that name the move.")]
    stated: Annotated[bool, means("Whether one of them states it; else it is concluded or in doubt.")]
    gross_year: Annotated[Middle | None, means("Its pay.")]
    gain_year: Annotated[int | None, means("Its middle less that of the role itself, in gross euros.")]
    gain_range: Annotated[PayGap | None, means("The same with how sure it is: eight in ten lie between its ends.")]
    told_apart: Annotated[
        bool | None, means("False where both stand for one official group, so that nothing is known.")
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]


class Untold(Struct, frozen=True, kw_only=True):
    """The neighbours that have no profile, by their titles."""

    before: Annotated[tuple[Words, ...], means("Those before.")]
    after: Annotated[tuple[Words, ...], means("Those after.")]


class Ladder(Struct, frozen=True, kw_only=True):
    """A role among those before and after it."""

    as_of: AsOf
    gross_year: Annotated[Middle | None, means("The pay of the role itself.")]
    rungs: Annotated[tuple[Rung, ...], means("The roles around it, the nearest first, each once.")]
    without_profile: Annotated[Untold, means("The neighbours that have no profile.")]


class ShownAround(Shown, frozen=True, kw_only=True):
    """The result of `show`."""

    commands = ("show",)
    table = Columns(
        "ladder.rungs", ("id", "title", "side", "level", "via", "both", "said_by", "stated", MIDDLE, "gain_year")
    )
    role: Annotated[WholeProfile, means("The whole profile.")]
    ladder: Annotated[Ladder | UnsetType, means("With --ladder the roles around it.")] = UNSET


def shown_around(profile: Profile, around: Ladder | UnsetType = UNSET) -> ShownAround:
    """The answer of `show --ladder`: the whole profile, and the roles around it."""
    return ShownAround(role=whole(profile), ladder=around)


def ladder_of(profile: Profile, known: Mapping[str, Profile], day: str) -> tuple[Ladder, tuple[Problem, ...]]:
    """The role and its neighbours among all roles, the nearest first, and why there is no pay where there is none."""
    rungs = ladder(profile.id, links({name: one.role for name, one in known.items()}))
    titles = {rung.role: known[rung.role].role.title for rung in rungs}
    found = paid([profile, *(known[rung.role] for rung in rungs)], Person(), day)
    pays = found.pays
    own, between = pays.get(profile.id), gaps(found.items, None, day)
    around = Ladder(
        as_of=found.items[0].as_of if found.items else None,
        gross_year=_middle(own),
        rungs=tuple(
            Rung(
                id=rung.role,
                title=titles[rung.role],
                side=rung.side,
                level=rung.level,
                via=rung.via,
                both=rung.both,
                said_by=rung.link.said_by,
                stated=rung.link.stated,
                gross_year=_middle(pays.get(rung.role)),
                **structs.asdict(between.between(profile.id, rung.role)),
            )
            for rung in rungs
        ),
        without_profile=Untold(
            before=_untold(profile, "before", titles.values()), after=_untold(profile, "after", titles.values())
        ),
    )
    return around, found.problems


def _middle(pay: PayRange | None) -> Middle | None:
    return None if pay is None else Middle(p50=pay.p50)


def _untold(profile: Profile, side: Side, titles: Collection[Words]) -> tuple[Words, ...]:
    """The neighbours that the profile names and that have no profile."""
    items = without_profile(profile.role, side, titles)
    return tuple(item.title for item in items if item.title is not None)
