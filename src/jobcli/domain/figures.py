"""A number never travels alone: figures with unit, date, source and the certainty of the page they were read from."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jobcli.domain.evidence import Id, Moment, Source, Words
from jobcli.domain.funding import Scheme

Unit = Literal[
    "log-points",
    "standard-deviation-log",
    "index",
    "percent",
    "euros-per-hour",
    "euros-per-month",
    "euros-per-year",
    "persons",
    "years",
    "employees",
    "hours-per-week",
    "share",
    "euros",
    "hours",
    "months",
    "days-per-year",
]
Confidence = Literal["official_text", "official_data", "official_page", "news_copy", "third_party_extract", "derived"]
"""What a figure was read from, best first; `derived` means computed from other figures of the drawer, as its note says."""


class Figures(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One table of figures that share unit, source and certainty.

    `values` are keyed by what they speak of (a Land code, a size class), or by the date from which each is in force
    (`keyed_by: date`). `since` is the day from which the table as a whole is known.
    """

    what: Words
    unit: Unit
    since: Moment
    keyed_by: Literal["name", "date"] = "name"
    confidence: Confidence
    source: Source
    note: Words | None = None
    doubt: Words | None = None
    values: Annotated[dict[str, float], Meta(min_length=1)]

    def in_force(self, day: str) -> float:
        """The newest value of a dated table on `day` (YYYY-MM-DD). LookupError before the first one."""
        known = [date for date in self.values if date <= day]
        if self.keyed_by != "date" or not known:
            raise LookupError(day)
        return self.values[max(known)]


class Drawer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All tables of figures by their id, and the schemes of support whose amounts are among them."""

    tables: dict[Id, Figures] = {}
    schemes: dict[Id, Scheme] = {}

    def __getitem__(self, table: str) -> Figures:
        return self.tables[table]
