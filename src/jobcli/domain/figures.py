"""A number never travels alone: figures with unit, date, source and the certainty of the page they were read from."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jobcli.domain.evidence import Confidence, Id, Moment, Source, Words
from jobcli.domain.funding import Scheme
from jobcli.domain.interests import Statement

Unit = Literal[
    "log-points",
    "standard-deviation-log",
    "index",
    "percent",
    "euros-per-hour",
    "euros-per-month",
    "euros-per-year",
    "persons",
    "pairs",
    "years",
    "employees",
    "hours-per-week",
    "share",
    "euros",
    "hours",
    "months",
    "days-per-year",
    "coefficient",
    "official-key",
    "points",
    "euros-per-square-metre",
]


class Figures(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One table of figures that share unit, source and certainty.

    `values` are keyed by what they speak of (a Land code, a size class), or by the date from which each is in force
    (`keyed_by: date`). `since` is the day from which the table as a whole is known. Keys of a table of editions (`keyed_by:
    date-name`) are a date and a name, such as `2026-01-01 general`: all values of one date replace those of the date before.
    `until` is the last day for which the newest values are known; without it they hold until others come.
    """

    what: Words
    unit: Unit
    since: Moment
    until: Moment | None = None
    keyed_by: Literal["name", "date", "date-name"] = "name"
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

    def edition(self, day: str) -> tuple[str, dict[str, float]]:
        """The values by name of a table of editions on `day` (YYYY-MM-DD), and the date from which they are in force.

        LookupError before the first edition and after the last known day.
        """
        dates = {key.partition(" ")[0] for key in self.values if key.partition(" ")[0] <= day}
        if self.keyed_by != "date-name" or not dates or (self.until is not None and day > self.until):
            raise LookupError(day)
        newest = max(dates)
        pairs = ((key.partition(" "), value) for key, value in self.values.items())
        return newest, {name: value for (date, _, name), value in pairs if date == newest}


PendingStatus = Literal["draft", "open"]


class Pending(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A law that has not been passed: the editions of its `tables` that begin on `since` are no law yet.

    `status` is draft where a bill lies there, open where nobody has proposed anything. Until then the edition
    before stays law, or nothing is. `others` are other values that are named for a figure, by table and name.
    """

    what: Words
    status: PendingStatus
    since: Moment
    until_then: Literal["as-before", "nothing"]
    tables: Annotated[tuple[Id, ...], Meta(min_length=1)]
    others: dict[str, tuple[float, ...]] = {}
    source: Source
    note: Words | None = None
    doubt: Words | None = None

    @property
    def in_force(self) -> bool:
        """Whether the edition before stays law until then."""
        return self.until_then == "as-before"


class Drawer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All tables of figures by their id, the schemes of support whose amounts are among them, and what of them is no law yet.

    `statements` ask what someone likes doing, in the order in which they are asked.
    """

    tables: dict[Id, Figures] = {}
    schemes: dict[Id, Scheme] = {}
    pending: dict[Id, Pending] = {}
    statements: tuple[Statement, ...] = ()

    def __getitem__(self, table: str) -> Figures:
        return self.tables[table]
