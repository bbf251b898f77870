"""The shipped files, compiled when the package is built, so that a command opens one small file and no YAML.

The compiled files lie in the wheel only. In a checkout there are none, and the YAML itself is read: what you edit
is what you see.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

FOLDER = Path(__file__).resolve().parent.parent / "compiled"


def load(name: str, kind: type[T]) -> T | None:
    """The compiled record `name`, or None where this installation has none."""
    try:
        data = (FOLDER / f"{name}.msgpack").read_bytes()
    except OSError:
        return None
    return msgspec.msgpack.decode(data, type=kind)


def save(folder: Path, name: str, record: object) -> None:
    """Write `record` for `load`. Called by the build only."""
    target = folder / f"{name}.msgpack"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(msgspec.msgpack.encode(record))
