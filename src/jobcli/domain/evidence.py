"""Where a statement comes from, and what is wrong with a text: sources, places, problems."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"

MAX_TEXT = 20_000
"""Characters of one text: ten pages. What is longer is no sentence of a profile."""

MAX_ENTRIES = 200
"""Entries of one list: a role with more duties is no role."""

MAX_ID = 64
"""An id has at most so many letters."""

Text = Annotated[str, Meta(max_length=MAX_TEXT)]
LISTED = Meta(max_length=MAX_ENTRIES)

Id = Annotated[
    str,
    Meta(
        pattern=ID,
        max_length=MAX_ID,
        title="id",
        description="Lower-case letters, digits and single hyphens.",
    ),
]
MOMENT = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
Moment = Annotated[
    str,
    Meta(
        pattern=MOMENT,
        title="date",
        description="A year, a month or a day: 2025, 2025-11 or 2025-11-24.",
    ),
]
Kind = Literal["role", "occupation", "path"]
"""What a row stands for: a role with a profile, an official occupation, a training path."""
Basis = Literal["stated", "derived", "doubted"]
"""How a statement rests on its source: written there, concluded from it, or written there and doubted by us."""
FigureBasis = Literal["stated", "derived", "doubted", "generic"]
"""The same of a figure, which may also be one for the whole group of such courses: typical for them, and for none alone."""
Confidence = Literal[
    "official_text", "official_data", "official_page", "news_copy", "third_party_extract", "third_party", "derived"
]
"""What a figure was read from, best first; `derived` means computed from other figures."""


class Phrase(str):
    """A sentence of the program in English, to be translated where it is shown."""

    __slots__ = ()


def phrase(text: str) -> Phrase:
    """Mark `text` for the message catalogues and for translation at the door."""
    return Phrase(text)


class Filled(Struct, frozen=True):
    """A sentence of the program with what fills its `{names}`; that may be a filled sentence again."""

    text: Phrase
    values: Mapping[str, object]


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """A text that a person reads, in German and English; at least one of the two is there."""

    de: Text | None = None
    en: Text | None = None

    def text(self, language: str) -> str:
        """The text in `language` (de or en), else in the other one."""
        first, second = (self.de, self.en) if language == "de" else (self.en, self.de)
        return first or second or ""


SourceKind = Literal["official", "portal", "survey", "article", "law", "other"]
"""Who publishes: an office of statistics, a pay portal, a recruiter or association that asked around, the press, a law."""


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One publication. `published` is missing where the publication carries no date.

    `read_in` names the copy that was read where the original itself was not. `quotes` says from what kind of source an
    article has its figures.
    """

    publisher: Text
    title: Text
    url: Text
    kind: SourceKind | None = None
    quotes: Literal["official", "portal", "survey", "other"] | None = None
    published: Moment | None = None
    dating: Literal["stated", "inferred"] = "stated"
    read: Moment
    read_in: Text | None = None
    note: Words | None = None

    @property
    def speaks_as(self) -> SourceKind | None:
        """The kind that its figures are of: an article counts as what it quotes. None where it is not said."""
        return self.quotes if self.kind == "article" and self.quotes else self.kind


class Place(Struct, frozen=True, order=True):
    """A stretch of a text file. Line and column count from 1; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""


class Problem(Struct, frozen=True):
    """Something a person can mend: what is wrong, where, and how to put it right."""

    code: str
    message: Phrase
    """What is wrong."""
    hint: Phrase = Phrase("")
    """What to do."""
    values: dict[str, object] = {}
    """What fills the `{names}` of both, after translation."""
    place: Place | None = None
    severity: Literal["error", "warning"] = "error"
