"""How an answer becomes JSON: its fields are the keys, and what stands beside each field is what the schema says of it.

Keys are only ever added. The meanings are strings until a schema is asked for, so that they cost no call anything.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from jobcli.answers.answer import Columns
from jobcli.domain.meaning import means

FORMAT = 1
"""The version of the contract with programs."""

Status = Literal["ok", "failed", "usage-error"]

OwnKeys = TypeVar("OwnKeys", bound=Struct)
Recorded = TypeVar("Recorded", bound=Struct)


Euros = int | float | Decimal
"""An amount, with the decimals that it was computed with."""

FromMe = Annotated[tuple[str, ...], means("The keys whose values came from the settings, such as `state`.")]
AsOf = Annotated[str | None, means("The month in whose money the estimates are; null if there is none.")]


class Joined(Generic[OwnKeys, Recorded]):
    """A record of the profile format with keys of its own; in JSON both are one object, and the own keys win.

    A kind of it that leaves out keys of the record names them in `without`. An own key that the record has, too, stands
    where the record has it; the others stand behind where they are not to be `in_front`.
    """

    without: tuple[str, ...] = ()
    in_front = True
    __slots__ = ("own", "record")

    def __init__(self, own: OwnKeys, record: Recorded) -> None:
        self.own, self.record = own, record

    def keys(self) -> dict[str, object]:
        """The keys of both, and what they hold."""
        own = _keys(self.own)
        rest = {key: value for key, value in _keys(self.record).items() if key not in self.without}
        new = {key: value for key, value in own.items() if key not in rest}
        return {**(new if self.in_front else {}), **rest, **own}


class PlaceTold(Struct, frozen=True, kw_only=True):
    """A place in a file."""

    file: Annotated[str, means("The file.")]
    line: Annotated[int | None, means("The line, counted from 1; null where the file as a whole is meant.")]
    column: Annotated[int | None, means("The column, counted from 1; null where the file as a whole is meant.")]


class ProblemTold(Struct, frozen=True, kw_only=True):
    """Something that a person can mend."""

    severity: Annotated[Literal["error", "warning"], means("How grave it is; beside a result all are warnings.")]
    code: Annotated[str, means("A word for programs, such as `unknown-role` or `no-source`.")]
    message: Annotated[str, means("What is wrong, in the language of the call.")]
    hint: Annotated[str, means("How to put it right, in the same language; may be empty.")]
    place: Annotated[PlaceTold | None, means("Where; null if it is not about a file.")]


PROBLEMS = Columns(
    "problems",
    ("severity", "code", "file=place.file", "line=place.line", "column=place.column", "message", "hint"),
)
"""The problems of an envelope as a table."""


class Envelope(Struct, frozen=True, kw_only=True):
    """What every command prints with --json, whether it worked or not."""

    jobcli_format: Annotated[int, means("The version of this contract.")] = FORMAT
    command: Annotated[str, means("The command; `jobcli` where none was understood.")]
    status: Annotated[
        Status, means("Whether there is a result, and if not, whether the call or something else is to blame.")
    ]
    result: Annotated[object, means("What the command answers; null unless the status is `ok`.")]
    problems: Annotated[list[ProblemTold], means("What is wrong; beside a result, what had to be left out of it.")]


def encoded(answer: Struct) -> str:
    """An answer, or what a command prints around it, as one line of JSON. Amounts are numbers with their decimals; a byte of a file name that is no letter is written out."""
    try:
        return _ENCODER.encode(answer).decode()
    except UnicodeEncodeError:
        return _ENCODER.encode(_letters(as_builtins(answer))).decode()


def as_builtins(answer: object) -> object:
    """An answer as dicts, lists, texts and numbers, with the keys that JSON has."""
    return msgspec.to_builtins(answer, builtin_types=(Decimal,), enc_hook=_joined, str_keys=True)


def clean(text: str) -> str:
    """The text without what JSON cannot carry: bytes of a file name that are no letters."""
    return text.encode("utf-8", "backslashreplace").decode()


def _keys(record: Struct) -> dict[str, object]:
    return {
        encoded_as: getattr(record, name)
        for name, encoded_as in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    }


def _joined(value: object) -> object:
    if isinstance(value, Joined):
        return value.keys()
    raise NotImplementedError(f"no JSON for {type(value)}")


def _letters(data: object) -> object:
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {_letters(key): _letters(below) for key, below in data.items()}
    return [_letters(item) for item in data] if isinstance(data, list | tuple) else data


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_joined)
