"""A training path as a row: what the choice of a checklist and a comparison say of each."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from jobcli.answers.amounts import Months, Sum
from jobcli.domain.evidence import Words
from jobcli.domain.extent import Extent
from jobcli.domain.meaning import means
from jobcli.domain.role import PathKind, TrainingPath
from jobcli.training.outline import outline


class OutlinedPath(Struct, frozen=True, kw_only=True):
    """A training path in short."""

    id: Annotated[str | None, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    kind: Annotated[PathKind, means("What it is.")]
    months: Annotated[Months | None, means("How long it takes; null if it is not known.")]
    cost: Annotated[Sum | None, means("Course and examination together, in euros; null if neither is known.")]


def outlined(path: TrainingPath) -> OutlinedPath:
    """A path in short."""
    short = outline(path)
    return OutlinedPath(
        id=short.id,
        title=path.title,
        kind=path.kind,
        months=None if short.months is None else Months(min=short.months.low, max=short.months.high),
        cost=price(short.money),
    )


def price(money: Extent[float] | Extent[Decimal] | None) -> Sum | None:
    """A sum of euros as it is told; None where nothing of it is known."""
    return None if money is None else Sum(low=money.low, high=money.high, complete=money.complete)
