"""Bytes become clean text: in UTF-8, not too long, without characters that a terminal would obey."""

from __future__ import annotations

import errno
import re

from jobcli.domain.evidence import Place, Problem, phrase
from jobcli.domain.hidden_characters import hidden_in

MAX_BYTES = 1_000_000

MAX_HIDDEN = 10_000
"""Signs of a file that have to be written out to be seen. Each takes the room of six letters or more."""

# What the first bytes of a file say of its encoding, the longer marks first.
_OTHERS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

# Controls, and the marks that turn the direction of text around: a line would not read as it is stored.
_OBEYED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"

_REASONS = {
    errno.ENOENT: phrase("it is not there"),
    errno.EACCES: phrase("permission denied"),
    errno.EPERM: phrase("permission denied"),
    errno.ELOOP: phrase("its links lead in a circle"),
    errno.ENAMETOOLONG: phrase("the name is too long"),
    errno.ENOTDIR: phrase("it is no folder, or a part of the way to it is none"),
    errno.EISDIR: phrase("it is a folder"),
}


class Refused(Exception):
    """Raised inside the loading room where reading on makes no sense; carries the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def first_control(text: str) -> int | None:
    """The place of the first character that a terminal would obey instead of showing it, or None."""
    found = None if text.isascii() and text.isprintable() else re.search(_OBEYED, text)
    return None if found is None else found.start()


def reason_of(error: OSError | ValueError) -> str:
    """Why the system refuses a file, in words of ours for the usual reasons; else in its own."""
    number = getattr(error, "errno", None)
    if number in _REASONS:
        return _REASONS[number]
    return getattr(error, "strerror", None) or str(error)


def clean_text(file: str, data: bytes) -> str:
    """The text of a file. Refused where it is too long, not UTF-8, or holds control characters."""
    if len(data) > MAX_BYTES:
        message = phrase("The file is larger than {limit} bytes, the most that is read.")
        hint = phrase("A profile usually has {usual} bytes. Is this the right file?")
        raise Refused(Problem("too-large", message, hint, {"limit": MAX_BYTES, "usual": 20_000}, Place(file)))
    other = next((name for mark, name in _OTHERS if data.startswith(mark)), None)
    # Text of our letters without a mark at its beginning: every second byte is nothing.
    other = other or ("UTF-16" if data[:100].count(0) * 3 > len(data[:100]) else None)
    if other is not None:
        message, hint = phrase("This is {other}, not UTF-8."), phrase("Save the file again with the encoding UTF-8.")
        raise Refused(Problem("encoding", message, hint, {"other": other}, Place(file, 1, 1)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        begun = data[: error.start].rpartition(b"\n")[2].decode("utf-8-sig", "replace")
        line = begun + data[error.start :].partition(b"\n")[0][:200].decode("utf-8", "backslashreplace")
        place = Place(file, data.count(b"\n", 0, error.start) + 1, len(begun) + 1, 4, line)
        message, hint = (
            phrase("This is not UTF-8: byte {byte} cannot be read."),
            phrase("Save the file again with the encoding UTF-8."),
        )
        raise Refused(Problem("encoding", message, hint, {"byte": f"0x{data[error.start]:02X}"}, place)) from None
    index = first_control(text)
    if index is not None:
        begin, end = text.rfind("\n", 0, index) + 1, text.find("\n", index)
        line = text[begin : end if end >= 0 else None]
        place = Place(file, text.count("\n", 0, index) + 1, index + 1 - begin, 1, line)
        message = phrase("The control character {character} does not belong here.")
        hint = phrase("Delete it, or save the file again as plain text in UTF-8.")
        values: dict[str, object] = {"character": f"U+{ord(text[index]):04X}"}
        raise Refused(Problem("control-character", message, hint, values, place))
    if hidden_in(text) > MAX_HIDDEN:
        message = phrase("More than {limit} signs of this file have no width or are accents piled on one letter.")
        hint = phrase("Delete them: no profile needs that. Is this the right file?")
        raise Refused(Problem("hidden-signs", message, hint, {"limit": MAX_HIDDEN}, Place(file)))
    return text
