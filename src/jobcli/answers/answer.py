"""What a command answers: each record says itself of which commands it is the result, and as which table it is printed."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Columns(Struct, frozen=True):
    """The table of an answer: a row for each thing, a column for each name. `pages/kit/csv.py` writes it."""

    rows: str | tuple[str, ...]
    """Where the rows are found in the answer, one place after the other.

    Each row has as its `key` where it was found. One for an entry of a mapping, or for what is neither a mapping nor a list,
    has its `value` too, and all that stands beside it.
    """
    names: tuple[str, ...]
    """Where a cell is found in the JSON of its row, behind the name of the column where that is another.

    `a|b` is `a` where the row has it, else `b`, `a+b` their sum; what begins with `/` is found in the answer, as what a
    name has in braces, with `^` in what the row's list stands in; `#` is the number of the row in its list; `false` is just
    that; a column that ends with `?` is left out where no row has it.
    """


class Answer(Struct, frozen=True, kw_only=True):
    """The result of a command."""

    commands: ClassVar[tuple[str, ...]] = ()
    """Of which commands; of none where the record is the beginning of another one. The schema of the output asks for it."""

    @property
    def table(self) -> Columns | None:
        """As which table it is printed; None where it is none."""
        return None


SOURCE = ("publisher", "title", "url", "published", "read", "read_in")
CITED = tuple(f"{key}=source.{key}" for key in SOURCE)
MIDDLE = "p50=gross_year.p50"
_POINTS = ("p10", "p25", "p50", "p75", "p90")
GROSS = tuple(f"{point}=gross_year.{point}" for point in _POINTS)
NET = tuple(f"net_month.{point}?" for point in _POINTS)
"""Columns that several tables have: a source, the source of a row, the middle of its pay, its pay, and what arrives of it."""
