"""A name leads to one room: no two classes of the program share one."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import jobcli

SOURCE = Path(jobcli.__file__).parent


def test_no_two_classes_share_a_name() -> None:
    rooms: dict[str, list[str]] = defaultdict(list)
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                rooms[node.name].append(file.relative_to(SOURCE).as_posix())
    assert len(rooms) > 100
    assert {name: files for name, files in rooms.items() if len(files) > 1} == {}
