"""How steady the answer of `jobcli discover` is for invented persons, by its own code. Run by hand, in about two minutes:

    python benchmarks/discover.py

The model: six normal interests, neighbours on Holland's hexagon correlated .45, the next ones .30, opposites .15 (from
memory, checked nowhere). A statement carries .35 of the variance of its type, .30 of its own, and .35 of the day, so that
two statements of a type correlate .35 and an answer correlates .65 with itself at a second sitting; five answer points are
cut at -1.1, -.37, .37 and 1.1. It says how the rule behaves, not whether people are happier for it. The figures beside
which it prints its own were computed apart from this code; they are in docs/discover.md. The seed is fixed.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from jobcli.atlas.interests import interest_profiles
from jobcli.domain.interests import SOUND, TYPES, InterestType
from jobcli.files.figures import INTERESTS, open_drawer
from jobcli.interests.firmness import DRAWN, stays
from jobcli.interests.likeness import Likeness
from jobcli.interests.points import is_flat, points

PERSONS, CAREFUL = 2000, 600
"""How many persons there are, and how many where each of them takes long."""
COMMON, OWN = 0.35, 0.30
CUTS = (-1.1, -0.37, 0.37, 1.1)
APART = (1.0, 0.45, 0.30, 0.15, 0.30, 0.45)
LENGTHS = (12, 18, 30, 60)
TOP = 20
STEADY = 0.8
EXPECTED: dict[str, tuple[float, ...]] = {
    "top 20 of 905 occupations": (0.20, 0.23, 0.29, 0.39),
    "top 5 of 25 fields": (0.52, 0.55, 0.60, 0.68),
    "persons with 3 or more of 5 fields the same": (0.55, 0.62, 0.69, 0.80),
    "strongest type the same": (0.47, 0.50, 0.53, 0.64),
    "true place of the 20 shown": (0.80, 0.83, 0.88, 0.93),
    "one changed answer of 30: top 20 kept, mean and worst": (0.84, 0.69),
    "flat of 30": (0.12,),
    "firmness of 30: came back below .4, .4 to .6, .6 to .8, above": (0.28, 0.47, 0.60, 0.85),
}
CLOSE = 0.03


def factor(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """The lower triangle whose product with itself is the matrix (Cholesky)."""
    lower = [[0.0] * len(rows) for _ in rows]
    for i, row in enumerate(rows):
        for j in range(i + 1):
            rest = row[j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = math.sqrt(rest) if i == j else rest / lower[j][j]
    return lower


LOWER = factor([[APART[(i - j) % 6] for j in range(6)] for i in range(6)])


class Invented:
    """A person with six interests and a taste of their own for each statement."""

    def __init__(self, chance: Random, count: int) -> None:
        drawn = [chance.gauss(0, 1) for _ in TYPES]
        self.interests = tuple(sum(part * one for part, one in zip(row, drawn, strict=True)) for row in LOWER)
        self._chance = chance
        self._lasting = [
            math.sqrt(COMMON) * self.interests[place % 6] + math.sqrt(OWN) * chance.gauss(0, 1)
            for place in range(count)
        ]

    def answers(self) -> list[int]:
        """What they answer at one sitting."""
        day = math.sqrt(1 - COMMON - OWN)
        return [1 + bisect(CUTS, part + day * self._chance.gauss(0, 1)) for part in self._lasting]


def types_of(count: int) -> list[InterestType]:
    """The types of so many statements, one after the other."""
    return [TYPES[place % 6] for place in range(count)]


class Trial:
    """What is asked of the rule for so many statements."""

    def __init__(self, likeness: Likeness, codes: Sequence[str]) -> None:
        self.likeness, self.codes = likeness, codes

    def top(self, person: Sequence[float]) -> list[int]:
        """The places of the occupations that are most like."""
        fits = self.likeness.fits(tuple(person), self.codes)
        return sorted(range(len(fits)), key=lambda place: (-fits[place], place))[:TOP]

    def sittings(self, count: int) -> dict[str, float]:
        """How much of what is shown comes back at a second sitting."""
        chance, types = Random(count), types_of(count)  # noqa: S311  persons are no secrets
        seen: dict[str, list[float]] = defaultdict(list)
        for _ in range(PERSONS):
            person = Invented(chance, count)
            first, second = (points(person.answers(), types) for _ in range(2))
            shown = self.top(first)
            fields = set(self.likeness.best_fields(first)) & set(self.likeness.best_fields(second))
            seen["top 20 of 905 occupations"].append(len({*shown} & {*self.top(second)}) / TOP)
            seen["top 5 of 25 fields"].append(len(fields) / 5)
            seen["persons with 3 or more of 5 fields the same"].append(len(fields) >= 3)
            seen["strongest type the same"].append(first.index(max(first)) == second.index(max(second)))
            seen["true place of the 20 shown"].append(self.true_place(person, shown))
        return {name: statistics.fmean(values) for name, values in seen.items()}

    def true_place(self, person: Invented, shown: Sequence[int]) -> float:
        """Where the occupations that are shown stand by the interests themselves: 1 is the best, .5 chance."""
        fits = self.likeness.fits(person.interests, self.codes)
        order = sorted(fits)
        return statistics.fmean(bisect(order, fits[place]) / len(order) for place in shown)

    def changed(self) -> tuple[float, float]:
        """How much of the top 20 stays where one of thirty answers moves by a step: the mean, and the worst of a person."""
        chance, types = Random(1), types_of(30)  # noqa: S311
        means, worst = [], []
        for _ in range(CAREFUL // 2):
            answers = Invented(chance, 30).answers()
            shown, kept = {*self.top(points(answers, types))}, []
            for place, answer in enumerate(answers):
                other = answer + 1 if answer == 1 or (answer < 5 and chance.random() < 0.5) else answer - 1
                again = [*answers[:place], other, *answers[place + 1 :]]
                kept.append(len(shown & {*self.top(points(again, types))}) / TOP)
            means.append(statistics.fmean(kept))
            worst.append(min(kept))
        return statistics.fmean(means), statistics.fmean(worst)

    def flat(self) -> float:
        """The share of persons whose thirty answers are too much alike."""
        chance, types = Random(2), types_of(30)  # noqa: S311
        return statistics.fmean(is_flat(points(Invented(chance, 30).answers(), types)) for _ in range(PERSONS))

    def firmness(self) -> Iterator[float]:
        """Of the fields that stayed in so many draws, how many came back at a second sitting."""
        chance, types = Random(3), types_of(30)  # noqa: S311
        again = open_drawer(INTERESTS)["answers-again"].values
        came: list[list[bool]] = [[], [], [], []]
        for _ in range(CAREFUL):
            person = Invented(chance, 30)
            first, second = person.answers(), person.answers()
            counts = stays(first, types, self.likeness, again)
            back = self.likeness.best_fields(points(second, types))
            for field in self.likeness.best_fields(points(first, types)):
                came[bisect((0.4, 0.6, STEADY), counts[field] / DRAWN)].append(field in back)
        return (statistics.fmean(values) for values in came)


def said(name: str, found: Sequence[float]) -> None:
    """Print what was found beside what was expected, and how far they are apart."""
    expected = EXPECTED[name]
    apart = max(abs(one - other) for one, other in zip(found, expected, strict=True))
    numbers = [" ".join(f"{one:5.2f}" for one in row) for row in (found, expected)]
    print(f"{name:62} {numbers[0]:24} expected {numbers[1]:24} {'' if apart < CLOSE + 0.005 else f'apart {apart:.3f}'}")


def main() -> None:
    """Print every figure."""
    profiles = interest_profiles()
    trial = Trial(Likeness(profiles), [one.code for one in profiles if one.grade in SOUND])
    print(f"{len(trial.codes)} occupations, {PERSONS} persons; 12, 18, 30 and 60 statements")
    sittings = [trial.sittings(count) for count in LENGTHS]
    for name in sittings[0]:
        said(name, [one[name] for one in sittings])
    said("one changed answer of 30: top 20 kept, mean and worst", trial.changed())
    said("flat of 30", [trial.flat()])
    said("firmness of 30: came back below .4, .4 to .6, .6 to .8, above", [*trial.firmness()])


if __name__ == "__main__":
    main()
