"""Signs that a screen shows and a voice says in words: three amounts in a row, marks behind a name, arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk
from jobcli.pages.kit.text import Said, Text, as_text

MARKS = {
    "*": phrase("in both directions"),
    "?": phrase("concluded by us or in doubt"),
    "~": phrase("typical for such courses"),
}
"""What stands behind a name or a number as a mark, in words."""


def ranged(say: Language, low: str, middle: str, high: str, style: str = "money") -> Text:
    """From low to high: `€1 · €2 · €3`. A voice says which amount is which."""
    aloud = say("low {low}, middle {middle}, high {high}", low=low, middle=middle, high=high)
    return Text(f"{low} · {middle} · {high}", style, aloud=aloud)


def sentence(text: Text, words: Callable[[str], str], style: str = "") -> Text:
    """A text with signs as part of a sentence, which `words` makes of what is shown as of what is said."""
    return Text(words(text.plain), style, aloud=words(text.aloud))


def marked(say: Language, text: Said, *marks: str) -> Text:
    """A name or a number with marks behind it."""
    found = Text().append_text(as_text(text))
    for mark in marks:
        found.append(f" {mark}", aloud=f" ({say(MARKS[mark])})")
    return found


def told(desk: Desk, text: str, style: str = "") -> Text:
    """The value that the person told, among others: with an arrow before it."""
    return Text(f"{desk.symbols.arrow} {text}", style, aloud=desk.say("{what} (what you told)", what=text))


def further_on(desk: Desk, role: str) -> Text:
    """A role that is one move further than the one above it."""
    aloud = desk.say("{role} (one move further)", role=role)
    return Text().append(f"{desk.symbols.branch} ", "muted", aloud="").append(role, aloud=aloud)


def chain(desk: Desk, stops: Sequence[str], style: str = "") -> Text:
    """What comes one after the other, with arrows between."""
    aloud = stops[0]
    for stop in stops[1:]:
        aloud = desk.say("{before}, then {after}", before=aloud, after=stop)
    return Text(f" {desk.symbols.arrow} ".join(stops), style, aloud=aloud)


def unknown(desk: Desk) -> Text:
    """A dash in a cell, for what is not known; a voice leaves it out."""
    return Text(desk.symbols.dash, aloud="")
