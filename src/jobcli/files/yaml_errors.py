"""The slips that people make in YAML: what the parser calls each, what happened in plain words, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from jobcli.domain.evidence import Phrase, phrase


class Mark(Protocol):
    """A place in a text, counted from 0."""

    line: int
    column: int


_ENDED = (
    phrase("something stands here after the end of the text"),
    phrase("Is a quote or a bracket closed too early, or a line not indented like the others?"),
)

# What the parser calls the slips that people make, in words that say what happened.
_SLIPS = (
    (
        "mapping values are not allowed",
        phrase("a ': ' stands where no key can begin"),
        phrase("A text that holds ': ' needs quotes around it. Or is the line indented too far?"),
    ),
    (
        "block sequence entries are not allowed",
        phrase("a '- ' stands where no list can begin"),
        phrase("Begin the list in a line of its own, or put quotes around a text that begins with '- '."),
    ),
    (
        "could not find expected ':'",
        phrase("a key without its ': '"),
        phrase("Is a colon missing, a space behind it, or the indent of a text of several lines?"),
    ),
    (
        "did not find expected key",
        phrase("this line fits neither the group above it nor a new one"),
        phrase("Begin it in the column of its neighbours. Or does a quote or bracket close too early, or not at all?"),
    ),
    (
        "did not find expected '-' indicator",
        phrase("this line is no entry of the list above it"),
        phrase("Begin it with '- ' in the same column as the other entries, or indent it as a part of one."),
    ),
    (
        "cannot start any token",
        phrase("a text cannot begin with this character"),
        phrase("Put quotes around the text."),
    ),
    (
        "unknown escape character",
        phrase("inside double quotes a backslash has a meaning of its own"),
        phrase("Use single quotes, or write two backslashes for one."),
    ),
    (
        "invalid Unicode character escape",
        phrase("this escape stands for no character"),
        phrase("Write the character itself."),
    ),
    (
        "expected <document start>",
        *_ENDED,
    ),
    (
        "incompatible YAML document",
        phrase("it asks for another version of YAML"),
        phrase("Delete the line that begins with %YAML."),
    ),
    *(
        (
            piece,
            phrase("a line that begins with a percent sign is an order to the program that reads it"),
            phrase("Delete the line, or put quotes around a text that begins with this sign."),
        )
        for piece in ("directive", "non-alphabetical")
    ),
    (
        "expected alphabetic or numeric character",
        phrase("a text cannot begin with & or *"),
        phrase("Put quotes around a text that begins with & or *."),
    ),
)


def explain(
    context: str, reason: str, began: Mark | None, met: Mark | None, lines: Sequence[str]
) -> tuple[str, Phrase, Mark | None]:
    """What went wrong, how to mend it, and where to look, for an error of the parser in these lines.

    `context` is what the parser was reading since `began`, `reason` what it met at `met`. Where the slip is none of the
    usual ones, its own words stand.
    """
    if met is not None and _character(met, lines) == "\t":
        return phrase("a tab cannot indent a line"), phrase("Replace the tab with spaces."), met
    if "quoted scalar" in context and "end of stream" in reason:
        return phrase("this quote is never closed"), phrase("Close it where the text ends."), began
    if "flow" in context and ("did not find expected ','" in reason or "expected ',' or" in reason):
        said = phrase("this bracket or brace is never closed")
        return said, phrase("Close it where the list or group ends."), began
    for piece, said, hint in _SLIPS:
        if piece not in reason:
            continue
        at = began if "expected ':'" in reason or "expected alphabetic" in reason else met
        if at is not None and "expected key" in reason and lines[at.line][: at.column].strip():
            # The column is right: a text in quotes ends before its line does.
            return *_ENDED, at
        return said, hint, at
    return reason, phrase("Often an indent, a missing colon or a missing quote in this line or the one above it."), met


def _character(mark: Mark, lines: Sequence[str]) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]
