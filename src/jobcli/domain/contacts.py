"""Whom to ring: the chambers that examine, with the districts that are known to be theirs, and lines that advise."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jobcli.domain.evidence import Confidence, Id, Source, Text, Words

ChamberKind = Literal["ihk", "hwk"]
"""Industry and commerce, or crafts."""


class Chamber(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A chamber. `website` and `seat` are missing where no source names them; `confidence` is that of the website.

    `districts` are beginnings of the official keys (five digits) that are known to be its own. Where none are known, a
    district may still be: that its seat lies there makes it probable, no more.
    """

    id: Id
    kind: ChamberKind
    name: Text
    seat: Text | None = None
    land: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    districts: tuple[Annotated[str, Meta(pattern="^[0-9]{2,5}$")], ...] = ()
    website: Text | None = None
    confidence: Confidence
    source: Id
    doubt: Words | None = None


class HelpLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A telephone line or a finder on the web: what it helps with, and when somebody is there."""

    id: Id
    name: Words
    helps: Words
    phone: Text | None = None
    website: Text
    hours: Words | None = None
    confidence: Confidence
    source: Id
    doubt: Words | None = None


class ContactBook(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of them, with the sources that they name; `districts_source` is the one of all districts."""

    sources: dict[Id, Source]
    districts_source: Id
    chambers: tuple[Chamber, ...]
    lines: tuple[HelpLine, ...]

    def in_charge(self, kind: ChamberKind, land: str, district: str | None = None) -> tuple[tuple[Chamber, ...], bool]:
        """The chambers that may be in charge in a Land (its code), and whether that is certain.

        `district` is an official key of five digits; without it only a Land with one chamber is certain.
        """
        there = tuple(one for one in self.chambers if one.kind == kind and one.land == land)
        sure = tuple(one for one in there if _covers(one, district))
        if sure:
            return sure, True
        # A chamber whose districts are known is not in charge of another one.
        return tuple(one for one in there if not (district and one.districts)), False


def _covers(chamber: Chamber, district: str | None) -> bool:
    """Whether the district is known to be the chamber's; two digits of a key are a whole Land."""
    return any(len(own) == 2 or (district is not None and district.startswith(own)) for own in chamber.districts)
