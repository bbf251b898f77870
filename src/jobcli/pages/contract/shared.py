"""What several results hold: roles, ranges of pay, lengths, costs, requirements."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means
from jobcli.domain.role import Level

Origin = Literal["built-in", "user", "environment", "option"]
Amount = int | float | Decimal
"""Euros, with the decimals that they were computed with."""


FromMe = Annotated[list[str], means("The keys whose values came from the settings, such as `state`.")]
AsOf = Annotated[str | None, means("The month in whose money the estimates are; null if there is none.")]


class NamedRole(TypedDict):
    """A role as a list names it."""

    id: Annotated[str, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    level: Annotated[Level, means("The level of the job.")]
    origin: Annotated[
        Origin,
        means(
            "Where it comes from: jobcli itself, your own folder (`user`), JOBCLI_PROFILES (`environment`) or --profiles (`option`)."
        ),
    ]
    file: Annotated[str, means("The file it was read from.")]


class Middle(TypedDict):
    """The middle of a range of pay alone."""

    p50: Annotated[int, means("Half earn less than this, in whole euros.")]


class Range(TypedDict):
    """Five points of a range of gross pay, in whole euros."""

    p10: Annotated[int, means("One in ten earns less.")]
    p25: Annotated[int, means("One in four earns less.")]
    p50: Annotated[int, means("Half earn less.")]
    p75: Annotated[int, means("Three in four earn less.")]
    p90: Annotated[int, means("Nine in ten earn less.")]


class Months(TypedDict):
    """A length in months."""

    min: Annotated[float, means("The shortest.")]
    max: Annotated[float, means("The longest.")]


class Sum(TypedDict):
    """A sum of euros of which a part may not be known."""

    low: Annotated[Amount, means("The smallest sum.")]
    high: Annotated[Amount, means("The largest sum.")]
    complete: Annotated[bool, means("Whether all parts are known; if not, the sum is at least this much.")]
