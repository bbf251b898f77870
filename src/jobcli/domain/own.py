"""What a person keeps with jobcli: their answers, said once. The records of their own files, each with its version."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from jobcli.domain.evidence import Id

VERSION = 1
"""The version of the files that this program writes. A file with a higher one is refused and left as it is."""

Version = Annotated[int, Meta(ge=1, le=1_000_000)]


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The answers of a person by what they answer, as they would be typed: `state: BY`, `tenure: 5`.

    They stay text here: what reads an answer at the prompt reads it from the file, so both refuse with the same words.
    """

    version: Version = VERSION
    settings: dict[Id, str] = {}
