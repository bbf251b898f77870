"""Results as tables for a spreadsheet (CSV, RFC 4180): a row for each thing, with the keys that JSON has.

A text that a spreadsheet would take for a formula gets an apostrophe in front: a title in somebody else's profile must
not run on your machine.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jobcli.answers.wire import as_builtins

if TYPE_CHECKING:
    from jobcli.pages.kit.language import Language

Table = Sequence[Sequence[object]]

_SOURCE = ("publisher", "title", "url", "published", "read", "read_in")
_CITED = tuple(f"{key}=source.{key}" for key in _SOURCE)
_PAY = "p50=gross_year.p50"

_TAKEN = tuple(
    f"{item}=deductions.{item}"
    for item in (
        *("wage_tax", "solidarity_surcharge", "church_tax"),
        *("pension", "unemployment", "health", "care", "private_health"),
    )
)

_POINTS = ("p10", "p25", "p50", "p75", "p90")
_RANGE = tuple(f"{point}=gross_year.{point}" for point in _POINTS)
_NET_RANGE = tuple(f"net_month.{point}?" for point in _POINTS)

COLUMNS = {
    "list": ("id", "title", "level", "origin", "file", _PAY),
    "search": ("id", "title", "level", "how=match.how", "field=match.field", "text=match.text", _PAY),
    "ladder": ("id", "title", "side", "level", "via", "both", "said_by", "stated", _PAY, "gain_year"),
    "sources": ("id", "path", *_SOURCE),
    "figures": ("id", "key", "value", "unit", "since", "until", "confidence", *_CITED),
    "check": ("owner", "kind", "id", "moment", "age_years", "confidence", "basis", "marks", *_CITED),
    "net": ("item=part|item|key", "rate", "base", "ceiling", "amount=amount|value", "law", "since=since|pay_date"),
    "net-by-tax-class": ("tax-class=value", "gross", *_TAKEN, "net", "pay_date=/pay_date"),
    "net-by-gross": ("gross", *_TAKEN, "net", "kept", "pay_date=/pay_date"),
    "estimates": ("role", *_RANGE, "as_of", *_NET_RANGE),
    "by-factor": ("{by}=value", *_RANGE, "as_of=/as_of", *_NET_RANGE),
    "diff": ("change=key", "id=id|value", "kind", "need", "language", "level", "basis"),
    "paths": (
        *("id", "kind", "dqr", "months.min", "months.max", "cost.low", "cost.high"),
        *("own_low=own_cost.low", "own_high=own_cost.high", "complete=cost.complete|false"),
    ),
    "choice": ("id", "title", "kind", "months.min", "months.max", "cost.low", "cost.high", "complete=cost.complete"),
    "checklist": (
        *("id", "text", "state", "on", "note", "needs", "waits_for", "new"),
        *("months.min", "months.max", "cost.min", "cost.max", "start=timeline.start", "end=timeline.end"),
    ),
    "next": ("role", "path", "id", "text", "state", "on", "note", "months.min", "months.max"),
    "match": (
        *("id", "must_met=must.met", "must_total=must.total", "should_met=should.met", "should_total=should.total"),
        *("missing=must.missing+should.missing", "open=must.unknown+should.unknown", _PAY),
    ),
    "route": (
        *("way=^.id", "leg=#", "from", "to", "path", "completed", "admitted", "months.min", "months.max"),
        *("own_cost.low", "own_cost.high", "pay_before", "pay_after", "gain_year", "learn", "brings", "taught"),
    ),
    "me": ("key", "value"),
    "where": ("what", "path", "exists", "origin"),
    "validate": ("severity", "code", "file=place.file", "line=place.line", "column=place.column", "message", "hint"),
}
"""The columns of a table: where a cell is found in the JSON of its row, behind the name of the column where that is another.

`a|b` is `a` where the row has it, else `b`, `a+b` their sum; what begins with `/` is found in the answer, as what a
name has in braces, with `^` in what the row's list stands in; `#` is the number of the row in its list; `false` is just
that; a column that ends with `?` is left out where no row has it.
"""


ROWS: Mapping[str, str | tuple[str, ...]] = {
    "list": "roles",
    "search": "roles",
    "ladder": "ladder.rungs",
    "sources": "sources",
    "figures": "figures.values",
    "check": "checked",
    "match": "roles",
    "route": "ways.legs",
    "net": ("gross", "receipt", "net"),
    "net-by-tax-class": "points",
    "net-by-gross": "points",
    "paths": "paths",
    "me": "settings",
    "where": "places",
    "choice": "paths",
    "checklist": "steps",
    "next": "steps",
    "estimates": "estimates",
    "by-factor": "points",
    "diff": tuple(f"diff.{place}" for place in ("stop", "start", "learn_subjects", "need", "no_longer_needed")),
}
"""Where the rows of a table are found in the answer, one place after the other.

Each row has as its `key` where it was found. One for an entry of a mapping, or for what is neither a mapping nor a list,
has its `value` too, and all that stands beside it.
"""


def table_of(say: Language, name: str, answer: object) -> Table:
    """The rows of an answer as a table, the first row with the names of the columns.

    Words are those of the reader's language.
    """
    plain: Any = as_builtins(answer)
    rows = plain
    if name in ROWS:
        found = ROWS[name]
        places = (found,) if isinstance(found, str) else found
        rows = [row for place in places for row in _rows([plain], place.split("."))]
    columns = []
    for column in COLUMNS[name]:
        head, _, path = column.rstrip("?").rpartition("=")
        cells = [_cell_of(say, plain, row, path) for row in rows]
        if not column.endswith("?") or any(cell is not None for cell in cells):
            columns.append([head.format_map(plain) if "{" in head else head or path.replace(".", "_"), *cells])
    return list(zip(*columns, strict=True))


def _cell_of(say: Language, answer: object, row: object, paths: str) -> object:
    """What the first of the paths leads to that leads to something."""
    cells = (
        _found(say, answer, path[1:]) if path.startswith("/") else _sum(say, row, path) for path in paths.split("|")
    )
    return next((cell for cell in cells if cell is not None), None)


def _rows(above: Iterable[dict[str, Any]], path: Sequence[str]) -> Iterable[dict[str, Any]]:
    """What stands at the end of a path: the entries of each list on the way, each with what stands beside a mapping."""
    for n, key in enumerate(path, 1):
        above = [row for item in above for row in _below(item, key, item[key], last=n == len(path))]
    return above


def _below(item: dict[str, Any], place: str, found: Any, *, last: bool) -> list[dict[str, Any]]:  # noqa: ANN401  what JSON can hold
    if isinstance(found, list | tuple):
        rows = (row if isinstance(row, dict) else {"value": row} for row in found)
        return [{"key": place, **row, "^": item, "#": number} for number, row in enumerate(rows, 1)]
    if not isinstance(found, dict):
        return [{**item, "key": place, "value": found}]
    if not last:
        return [found]
    return [{**item, "key": key, "value": value} for key, value in found.items()]


def _sum(say: Language, row: object, paths: str) -> object:
    """What a row has at the end of a path, or the sum of the numbers at the ends of several."""
    found: list[Any] = [_found(say, row, path) for path in paths.split("+")]
    return found[0] if len(found) == 1 else sum(found)


def _found(say: Language, row: object, path: str) -> object:
    """What a row has at the end of a path such as `cost.low`; None where the way there is not known."""
    if path == "false":
        return False
    for key in path.split("."):
        row = row.get(key) if isinstance(row, Mapping) else None
    if isinstance(row, Mapping):
        first, second = (row.get("de"), row.get("en")) if say.code == "de" else (row.get("en"), row.get("de"))
        return first or second
    if isinstance(row, list | tuple):
        return " ".join(str(item["id"]) if isinstance(item, Mapping) else str(item) for item in row)
    return row


def csv_text(rows: Table) -> str:
    """The table as CSV. What is not known is an empty cell; numbers stand as they are."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[_cell(value) for value in row] for row in rows])
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
