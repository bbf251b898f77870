"""What a role is: the answer of `show`, with the roles around it where they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import UNSET, Struct, UnsetType

from jobcli.answers.amounts import Middle
from jobcli.answers.wire import AsOf, Joined
from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means
from jobcli.domain.profile import Origin, Profile
from jobcli.domain.role import Role, Side, TrainingPath

if TYPE_CHECKING:
    from jobcli.domain.evidence import Problem
    from jobcli.domain.pay import PayRange


class ProfileKeys(Struct, frozen=True, kw_only=True):
    """A whole profile: the keys of a role in the profile format, and where it was read."""

    id: Annotated[str, means("Its id.")]
    origin: Annotated[Origin, means("Where it comes from.")]
    file: Annotated[str, means("The file it was read from.")]
    hides: Annotated[str | None, means("The file that this one hides.")]
    paths: Annotated[tuple[TrainingPath, ...], means("Its training paths, written out.")]


class WholeProfile(Joined[ProfileKeys, Role]):
    """A whole profile: the keys of a role in the profile format, and where it was read."""


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


class Shown(Struct, frozen=True, kw_only=True):
    """The result of `show`."""

    role: Annotated[WholeProfile, means("The whole profile.")]
    ladder: Annotated[Ladder | UnsetType, means("With --ladder the roles around it.")] = UNSET


def shown(profile: Profile, ladder: Ladder | UnsetType = UNSET) -> Shown:
    """The answer of `show`: the whole profile, its training paths in full; null is not known."""
    own = ProfileKeys(id=profile.id, origin=profile.origin, file=profile.file, hides=profile.hides, paths=profile.paths)
    return Shown(role=WholeProfile(own, profile.role), ladder=ladder)


def ladder_of(profile: Profile, known: Mapping[str, Profile], day: str) -> tuple[Ladder, tuple[Problem, ...]]:
    """The role and its neighbours among all roles, the nearest first, and why there is no pay where there is none."""
    # What `show` alone does not need.
    from jobcli.answers.pay import paid
    from jobcli.domain.pay import Person
    from jobcli.moving.moves import gain, ladder, links

    rungs = ladder(profile.id, links({name: one.role for name, one in known.items()}))
    titles = {rung.role: known[rung.role].role.title for rung in rungs}
    found = paid([profile, *(known[rung.role] for rung in rungs)], Person(), day)
    pays = found.pays
    own = pays.get(profile.id)
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
                gain_year=gain(own, pays.get(rung.role)),
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
    from jobcli.moving.moves import without_profile

    items = without_profile(profile.role, side, titles)
    return tuple(item.title for item in items if item.title is not None)
