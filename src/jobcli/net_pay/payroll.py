"""The figures of payroll that are in force on a pay day, as exact decimals; a day without figures is an error."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from msgspec import Struct, structs

from jobcli.domain.figures import Drawer, Figures, Pending

CENT = Decimal("0.01")
EURO = Decimal(1)
MONTHS = 12


class UnknownPayDay(LookupError):
    """The figures of payroll do not cover this day; `first` and `last` are the first and the last day that they cover."""

    def __init__(self, day: str, first: str, last: str) -> None:
        super().__init__(f"no payroll figures for {day}; they are known from {first} to {last}")
        self.day, self.first, self.last = day, first, last


class Payroll(Struct, frozen=True):
    """All tables of payroll on one day, by the id of the table."""

    day: str
    """The pay day (YYYY-MM-DD)."""
    values: dict[str, dict[str, Decimal]]
    """The figures in force by their names."""
    since: dict[str, str]
    """The date from which they are in force."""
    tables: dict[str, Figures]
    """The tables as they lie in the drawer, with unit and source."""
    pending: dict[str, Pending] = {}
    """What of these figures is no law yet, by its id."""

    def __call__(self, table: str, name: str) -> Decimal:
        """One figure. KeyError where the table has no such name: a bug of ours."""
        return self.values[table][name]

    def has(self, table: str, name: str) -> bool:
        """Whether the edition of the day has this figure: some rules of law exist in some years only."""
        return name in self.values[table]

    def as_before(self, item: Pending) -> Payroll:
        """The same with the figures of something pending as they were on the day before."""
        day = str(date.fromisoformat(item.since) - timedelta(days=1))
        found = {name: _edition(self.tables[name], day) for name in item.tables}
        values = {**self.values, **{name: edition for name, (_, edition) in found.items()}}
        since = {**self.since, **{name: first for name, (first, _) in found.items()}}
        return structs.replace(self, values=values, since=since)

    def with_value(self, table: str, name: str, value: Decimal) -> Payroll:
        """The same with another value of one figure."""
        return structs.replace(self, values={**self.values, table: {**self.values[table], name: value}})

    def before(self) -> Payroll | None:
        """The figures of the last day of the year before; None where they are not here."""
        try:
            return payroll_on(Drawer(tables=self.tables), f"{int(self.day[:4]) - 1}-12-31")
        except UnknownPayDay:
            return None


def payroll_on(drawer: Drawer, day: str) -> Payroll:
    """The payroll figures in force on `day` (YYYY-MM-DD). UnknownPayDay where a table does not cover it."""
    values, since = {}, {}
    try:
        for name, table in drawer.tables.items():
            since[name], values[name] = _edition(table, day)
    except LookupError:
        raise UnknownPayDay(day, *known_days(drawer)) from None
    pending = {
        name: item
        for name, item in drawer.pending.items()
        if item.since <= day and all(since[table] == item.since for table in item.tables)
    }
    return Payroll(day, values, since, dict(drawer.tables), pending)


def _edition(table: Figures, day: str) -> tuple[str, dict[str, Decimal]]:
    """The figures of a table on a day and the date from which they are in force."""
    first, edition = table.edition(day)
    # repr of a float is the shortest text that reads back as it: the figure as it stands in the file.
    return first, {key: Decimal(repr(value)) for key, value in edition.items()}


def known_days(drawer: Drawer) -> tuple[str, str]:
    """The first and the last day that all tables cover."""
    first = max(min(key.partition(" ")[0] for key in table.values) for table in drawer.tables.values())
    return first, min(table.until or "9999-12-31" for table in drawer.tables.values())


def to_cent(amount: Decimal) -> Decimal:
    """Commercial rounding, as BVV § 1 (2) asks for contributions."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def cent_down(amount: Decimal) -> Decimal:
    """Fractions of a cent are dropped, as EStG § 39b (2) asks."""
    return amount.quantize(CENT, ROUND_FLOOR)


def euro_down(amount: Decimal) -> Decimal:
    """Whole euros, rounded down, as EStG § 32a (1) asks of income and tax."""
    return amount.quantize(EURO, ROUND_FLOOR)


def euro_up(amount: Decimal) -> Decimal:
    """Whole euros, rounded up, as EStG § 39b (2) 5 asks of the provision and of the lump sum for employees."""
    return amount.quantize(EURO, ROUND_CEILING)
