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

COLUMNS = {
    "list": ("id", "title", "level", "origin", "file", _PAY),
    "search": ("id", "title", "level", "how=match.how", "field=match.field", "text=match.text", _PAY),
    "ladder": ("id", "title", "side", "level", "via", "both", "said_by", "stated", _PAY, "gain_year"),
    "sources": ("id", "path", *_SOURCE),
    "figures": ("id", "key", "value", "unit", "since", "until", "confidence", *_CITED),
    "check": ("owner", "kind", "id", "moment", "age_years", "confidence", "basis", "marks", *_CITED),
    "diff": ("change", "id", "kind", "need", "language", "level", "basis"),
    "choice": ("id", "title", "kind", "months.min", "months.max", "cost.low", "cost.high", "complete=cost.complete"),
    "checklist": (
        *("id", "text", "state", "on", "note", "needs", "waits_for", "new"),
        *("months.min", "months.max", "cost.min", "cost.max", "start=timeline.start", "end=timeline.end"),
    ),
    "next": ("role", "path", "id", "text", "state", "on", "note", "months.min", "months.max"),
    "route": (
        *("way", "leg", "from", "to", "path", "completed", "admitted", "months.min", "months.max"),
        *("own_cost.low", "own_cost.high", "pay_before", "pay_after", "gain_year", "learn", "brings", "taught"),
    ),
    "me": ("key", "value"),
    "where": ("what", "path", "exists", "origin"),
    "validate": ("severity", "code", "file=place.file", "line=place.line", "column=place.column", "message", "hint"),
}
"""The columns of a table: where a cell is found in the JSON of its row, behind the name of the column where that is another."""


ROWS = {
    "list": "roles",
    "search": "roles",
    "ladder": "ladder.rungs",
    "sources": "sources",
    "figures": "figures.values",
    "check": "checked",
}
"""Where the rows of a table are found in the answer. A row for each entry of a mapping has its `key` and its `value`."""


def table_of(say: Language, name: str, answer: object) -> Table:
    """The rows of an answer as a table, the first row with the names of the columns.

    Words are those of the reader's language.
    """
    columns = [column.rpartition("=") for column in COLUMNS[name]]
    plain: Any = as_builtins(answer)
    rows = _rows([plain], ROWS[name].split(".")) if name in ROWS else plain
    heads = [head or path.replace(".", "_") for head, _, path in columns]
    return [heads, *([_found(say, row, path) for _, _, path in columns] for row in rows)]


def _rows(above: Iterable[dict[str, Any]], path: Sequence[str]) -> Iterable[dict[str, Any]]:
    """What stands at the end of a path: the entries of each list on the way, each with what stands beside a mapping."""
    for key in path:
        above = [row for item in above for row in _below(item, item[key])]
    return above


def _below(item: dict[str, Any], found: Any) -> list[dict[str, Any]]:  # noqa: ANN401  what JSON can hold
    if isinstance(found, list | tuple):
        return list(found)
    if any(isinstance(value, dict | list | tuple) for value in found.values()):
        return [found]
    return [{**item, "key": key, "value": value} for key, value in found.items()]


def _found(say: Language, row: object, path: str) -> object:
    """What a row has at the end of a path such as `cost.low`; None where the way there is not known."""
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
