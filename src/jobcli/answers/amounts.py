"""Amounts and lengths as answers tell them: ranges of pay, months, sums of which a part may not be known."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from jobcli.answers.wire import Euros
from jobcli.domain.extent import Extent
from jobcli.domain.meaning import means


class Middle(Struct, frozen=True, kw_only=True):
    """The middle of a range of pay alone."""

    p50: Annotated[int, means("Half earn less than this, in whole euros.")]


class Months(Struct, frozen=True, kw_only=True):
    """A length in months."""

    min: Annotated[float, means("The shortest.")]
    max: Annotated[float, means("The longest.")]


class Stretch(Extent[float], frozen=True, rename={"low": "min", "high": "max"}):
    """A length in months of which a part may not be known."""

    low: Annotated[float, means("The shortest.")]
    high: Annotated[float, means("The longest.")]
    complete: Annotated[bool, means("Whether all parts are known; if not, it is at least `min`.")]


class Sum(Struct, frozen=True, kw_only=True):
    """A sum of euros of which a part may not be known."""

    low: Annotated[Euros, means("The smallest sum.")]
    high: Annotated[Euros, means("The largest sum.")]
    complete: Annotated[bool, means("Whether all parts are known; if not, the sum is at least this much.")]
