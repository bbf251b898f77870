"""Bytes become clean text: in UTF-8, not too long, without characters that a terminal would obey."""

from __future__ import annotations

from jobcli.domain.evidence import Place, Problem, phrase

MAX_BYTES = 1_000_000

# Marks that turn the direction of text around: a line would not read as it is stored.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Refused(Exception):
    """Raised inside the loading room where reading on makes no sense; carries the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def is_control(char: str) -> bool:
    """Whether a terminal would obey the character instead of showing it."""
    return (char < " " and char not in "\t\n\r") or "\x7f" <= char <= "\x9f" or char in _TURNING


def clean_text(file: str, data: bytes) -> str:
    """The text of a file. Refused where it is too long, not UTF-8, or holds control characters."""
    if len(data) > MAX_BYTES:
        message = phrase("The file is larger than {limit} bytes, the most that a profile may have.")
        hint = phrase("A profile is usually 20,000 bytes long. Is this the right file?")
        raise Refused(Problem("too-large", message, hint, {"limit": MAX_BYTES}, Place(file)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        begun = data[: error.start].rpartition(b"\n")[2].decode("utf-8-sig", "replace")
        place = Place(file, data.count(b"\n", 0, error.start) + 1, len(begun) + 1)
        message, hint = (
            phrase("This is not UTF-8: byte {byte} cannot be read."),
            phrase("Save the file again with the encoding UTF-8."),
        )
        raise Refused(Problem("encoding", message, hint, {"byte": f"0x{data[error.start]:02X}"}, place)) from None
    for index, char in enumerate(text):
        if is_control(char):
            place = Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
            message = phrase("The control character {character} does not belong in a profile.")
            hint = phrase("Delete it, or save the file again as plain text in UTF-8.")
            raise Refused(Problem("control-character", message, hint, {"character": f"U+{ord(char):04X}"}, place))
    return text
