"""The formats of an answer: all there are, those that every result has, and those that one command has beside them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Filled, Phrase, phrase

Format = Literal["text", "plain", "json", "csv", "md", "svg", "html", "ics", "todotxt", "sarif", "github"]
FORMATS: tuple[Format, ...] = (
    "text",
    "plain",
    "json",
    "csv",
    "md",
    "svg",
    "html",
    "ics",
    "todotxt",
    "sarif",
    "github",
)
"""All formats. A command hands in what it has beside those that every result has."""

EVERYWHERE: tuple[Format, ...] = ("text", "plain", "json", "md", "svg", "html")
"""The formats of every result: all but JSON are made from the page for people."""

FOR_PROGRAMS = ("csv", "ics", "svg", "html", "sarif", "github")
"""Formats that are UTF-8 by their standard or say so of themselves, with line ends of their own, whatever the terminal has."""

FOR_PIPELINES: tuple[Format, ...] = ("sarif", "github")
"""Formats of `validate` in which a pipeline shows problems beside the lines of a change."""


class OwnFormats(Struct, frozen=True):
    """The formats that a command has beside those of every result."""

    always: tuple[Format, ...] = ()
    sometimes: tuple[Format, ...] = ()
    when: Phrase = Phrase("")
    """For which of its results it has those of `sometimes`: a sentence with `{formats}`."""

    @property
    def all(self) -> tuple[Format, ...]:
        """Every format of the command, in the order of `FORMATS`."""
        known = {*EVERYWHERE, *self.always, *self.sometimes}
        return tuple(form for form in FORMATS if form in known)

    @property
    def sentence(self) -> Filled:
        """What help says of them."""
        always = _one_of((*EVERYWHERE, *self.always))
        if not self.sometimes:
            return Filled(phrase("{formats}."), {"formats": always})
        values = {"formats": always, "more": Filled(self.when, {"formats": _one_of(self.sometimes)})}
        return Filled(phrase("{formats}; {more}."), values)


def _one_of(formats: tuple[Format, ...]) -> str | Filled:
    """Formats to choose one from, as a part of a sentence."""
    *first, last = formats
    return Filled(phrase("{words} or {last}"), {"words": ", ".join(first), "last": last}) if first else last
