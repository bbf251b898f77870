"""What a role is: the answer of `show`. The roles around it stand in ladder.py, so that `show` starts without them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import Answer
from jobcli.answers.wire import Joined
from jobcli.domain.meaning import means
from jobcli.domain.profile import Origin, Profile
from jobcli.domain.role import Role, TrainingPath


class ProfileKeys(Struct, frozen=True, kw_only=True):
    """A whole profile: the keys of a role in the profile format, and where it was read."""

    id: Annotated[str, means("Its id.")]
    origin: Annotated[Origin, means("Where it comes from.")]
    file: Annotated[str, means("The file it was read from.")]
    hides: Annotated[str | None, means("The file that this one hides.")]
    paths: Annotated[tuple[TrainingPath, ...], means("Its training paths, written out.")]


class WholeProfile(Joined[ProfileKeys, Role]):
    """A whole profile: the keys of a role in the profile format, and where it was read."""


class Shown(Answer, frozen=True, kw_only=True):
    """A role without those around it."""

    role: Annotated[WholeProfile, means("The whole profile.")]


def shown(profile: Profile) -> Shown:
    """The answer of `show`: the whole profile, its training paths in full; null is not known."""
    return Shown(role=whole(profile))


def whole(profile: Profile) -> WholeProfile:
    """A profile with where it was read."""
    own = ProfileKeys(id=profile.id, origin=profile.origin, file=profile.file, hides=profile.hides, paths=profile.paths)
    return WholeProfile(own, profile.role)
