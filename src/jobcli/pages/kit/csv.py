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
    from jobcli.answers.answer import Columns
    from jobcli.pages.kit.language import Language


def table_of(say: Language, table: Columns, answer: object) -> list[tuple[object, ...]]:
    """The rows of an answer as a table, the first row with the names of the columns.

    Words are those of the reader's language.
    """
    plain: Any = as_builtins(answer)
    places = (table.rows,) if isinstance(table.rows, str) else table.rows
    rows = [row for place in places for row in _rows([plain], place.split("."))]
    columns = []
    for column in table.names:
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


def csv_text(rows: Iterable[Iterable[object]]) -> str:
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
