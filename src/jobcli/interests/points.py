"""Answers become points for each type, and a look whether they say enough to compare anything with them."""

from __future__ import annotations

from collections.abc import Sequence

from jobcli.domain.interests import SCALE, SHORT, TYPES, UNSURE, Answers, InterestType

MIDDLE = 3
"""What an answer of who does not know counts as."""
UNSURE_OF_THIRTY = 5
"""Of thirty answers so many may be unsure, of sixty twice as many."""
FLAT = 30
"""Whose best type has not so many points more than the worst gets no result: a correlation sees only the shape."""

Points = tuple[float, ...]
"""0 to 100 for each type, in their order. A multiple of a half, so that sums of them are exact."""


def points(answers: Answers, types: Sequence[InterestType]) -> Points:
    """The mean answer for each type, from 0 to 100; `types` has that of each statement."""
    given: dict[InterestType, list[int]] = {kind: [] for kind in TYPES}
    for answer, kind in zip(answers, types, strict=True):
        given[kind].append(MIDDLE if answer == UNSURE else answer)
    top = SCALE[-1] - SCALE[0]
    return tuple(sum(item - SCALE[0] for item in found) * 100 / (top * len(found)) for found in given.values())


def is_flat(found: Points) -> bool:
    """Whether no type stands out enough."""
    return max(found) - min(found) < FLAT


def most_unsure(count: int) -> int:
    """How many of so many answers may be unsure."""
    return UNSURE_OF_THIRTY * count // SHORT
