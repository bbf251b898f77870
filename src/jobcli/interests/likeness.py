"""How like an occupation is to what someone likes: the correlation of both with the six types, the mean occupation taken off.

    fit = correlation of (points of the person) and (scores of the occupation - scores of the mean occupation)

Only the shape counts: whoever gives each type ten points more has the same fits. Why so: docs/decisions/0072.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from jobcli.domain.interests import SOUND, TYPES, InterestProfile, InterestType
from jobcli.interests.points import Points

SHOWN = 5
"""So many of the fields are shown."""


class Likeness:
    """Occupations and fields, ready to be compared with persons.

    Everything is kept as whole numbers: as scores times the number of sound profiles, less their sum, times the number
    of types. So no order hangs on how a computer rounds.
    """

    def __init__(self, profiles: Iterable[InterestProfile]) -> None:
        known = list(profiles)
        sound = [one for one in known if one.grade in SOUND]
        self._count = len(sound)
        self._totals = [sum(column) for column in zip(*(one.scores for one in sound), strict=True)]
        self._occupations = {one.code: self._line(one.scores, 1) for one in known}
        members: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for one in sound:
            members[one.field].append(one.scores)
        self._fields = {
            number: self._line([sum(column) for column in zip(*scores, strict=True)], len(scores))
            for number, scores in sorted(members.items())
        }

    def _line(self, sums: Sequence[int], members: int) -> tuple[tuple[int, ...], float]:
        """What members have together more than so many mean occupations, around its own mean; and the length of that."""
        more = [one * self._count - members * total for one, total in zip(sums, self._totals, strict=True)]
        line = _around_mean(more)
        return tuple(int(part) for part in line), _length(line)

    def of_occupation(self, person: Points, code: str) -> float:
        """The fit of an occupation, -1 to 1; 0 where either of both is flat."""
        return self._fit(person, self._occupations[code])

    def fits(self, person: Points, codes: Iterable[str]) -> list[float]:
        """The fits of several occupations."""
        own = _around_mean(person)
        length = _length(own)
        return [_correlation(own, length, self._occupations[code]) for code in codes]

    def best_fields(self, person: Points) -> list[int]:
        """The numbers of the fields that are most like, the most like first."""
        own = _around_mean(person)
        length = _length(own)
        order = sorted(self._fields, key=lambda number: (-_correlation(own, length, self._fields[number]), number))
        return order[:SHOWN]

    def _fit(self, person: Points, line: tuple[tuple[int, ...], float]) -> float:
        own = _around_mean(person)
        return _correlation(own, _length(own), line)

    def carried_by(self, person: Points, code: str) -> tuple[tuple[InterestType, bool], ...]:
        """The two types that make an occupation most like the person, and of each whether there is much of it in both.

        The other way is that both have little of it.
        """
        own, line = _around_mean(person), self._occupations[code][0]
        order = sorted(range(len(TYPES)), key=lambda place: (-own[place] * line[place], place))
        return tuple((TYPES[place], line[place] > 0) for place in order[:2])


def _around_mean(numbers: Sequence[float]) -> list[float]:
    """Six numbers less their mean, times six: so whole numbers stay whole."""
    total = sum(numbers)
    return [one * len(numbers) - total for one in numbers]


def _length(line: Sequence[float]) -> float:
    return math.sqrt(sum(part * part for part in line))


def _correlation(own: Sequence[float], length: float, line: tuple[tuple[int, ...], float]) -> float:
    parts, other = line
    a, b, c, d, e, f = own
    u, v, w, x, y, z = parts
    norm = length * other
    return (a * u + b * v + c * w + d * x + e * y + f * z) / norm if norm else 0.0
