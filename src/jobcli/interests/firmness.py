"""How firm a field is: the answers are drawn again as people answer a second time, and counted is how often it stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Literal

from jobcli.domain.interests import SCALE, UNSURE, Answers, InterestType
from jobcli.interests.likeness import Likeness
from jobcli.interests.points import MIDDLE, points

Firmness = Literal["firm", "fairly-firm", "may-change", "loose"]

DRAWN = 200
"""So often the answers are drawn again."""
SEED = 20
"""The same answers have the same result. Of Python's generator only `random()` is the same in each version."""
_BOUNDS: tuple[tuple[float, Firmness], ...] = ((0.8, "firm"), (0.6, "fairly-firm"), (0.4, "may-change"))


def stays(
    answers: Answers, types: Sequence[InterestType], likeness: Likeness, again: Mapping[str, float]
) -> Mapping[int, int]:
    """For each field, how many of the draws have it among the fields that are shown; `again` is the table `answers-again`."""
    chance, found = Random(SEED), Counter[int]()  # noqa: S311  nothing is kept secret with it
    told = [MIDDLE if answer == UNSURE else answer for answer in answers]
    for _ in range(DRAWN):
        drawn = [_answered_again(answer, chance, again) for answer in told]
        found.update(likeness.best_fields(points(drawn, types)))
    return found


def _answered_again(answer: int, chance: Random, again: Mapping[str, float]) -> int:
    """The answer of a second time: the same, or one or two steps to either side, as far as the scale goes."""
    kind, side = chance.random(), chance.random()
    if kind < again["same"]:
        return answer
    step = 1 if kind < again["same"] + again["one-step"] else 2
    return min(SCALE[-1], max(SCALE[0], answer + step if side < 0.5 else answer - step))


def firmness(count: int) -> Firmness:
    """In which of four words it is said."""
    share = count / DRAWN
    return next((word for bound, word in _BOUNDS if share >= bound), "loose")
