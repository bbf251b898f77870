"""What someone likes doing: six types of activity, statements that ask for them, and the profiles of occupations."""

from collections.abc import Sequence
from typing import Literal, get_args

from msgspec import Struct

from jobcli.domain.evidence import Id, Words
from jobcli.domain.role import Level

InterestType = Literal["R", "I", "A", "S", "E", "C"]
"""The types of Holland: realistic, investigative, artistic, social, enterprising, conventional."""
TYPES: tuple[InterestType, ...] = get_args(InterestType)

InterestGrade = Literal["direct", "related", "rough", "borrowed"]
"""How an occupation came by its profile: straight from the same one, over related ones, only roughly, from a neighbour."""
SOUND: tuple[InterestGrade, ...] = ("direct", "related")
"""Grades whose profiles are compared without being asked for."""

SHORT, LONG = 30, 60
"""How many statements are asked, and how many with those on request."""
SCALE = (1, 2, 3, 4, 5)
"""From not at all to very much."""
UNSURE = 0
"""The answer of who does not know."""

Answers = Sequence[int]
"""One for each statement in their order: 1 to 5, or 0 for who does not know."""


class Statement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An activity that someone likes or not. `theme` and `place` are kinds of German work.

    `level` is that of a job from which on one does it.
    """

    type: InterestType
    theme: Id
    place: Id
    level: Level
    text: Words


class InterestProfile(Struct, frozen=True):
    """How much of each type there is in an occupation, and to which of the fields of work it belongs."""

    code: str
    scores: tuple[int, ...]
    """In the order of the types, in hundredths of a scale from 1 to 7."""
    grade: InterestGrade
    field: int


class WorkField(Struct, frozen=True):
    """Occupations with profiles that are alike, under a name of ours."""

    number: int
    name: Words
