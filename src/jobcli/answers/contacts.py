"""Whom to ring: the chambers that may be in charge of somebody, and lines that advise; the answer of `contacts`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import Answer, Columns
from jobcli.answers.place import name_of
from jobcli.answers.wire import FromMe
from jobcli.domain.contacts import Chamber, ChamberKind, ContactBook
from jobcli.domain.evidence import Confidence, Source, Words
from jobcli.domain.folding import slug
from jobcli.domain.meaning import means
from jobcli.files.figures import open_contacts

_KINDS: tuple[ChamberKind, ...] = ("ihk", "hwk")


class AdviceLine(Struct, frozen=True, kw_only=True):
    """A telephone line or a finder on the web."""

    id: Annotated[str, means("Its id.")]
    name: Annotated[Words, means("What it is called.")]
    helps: Annotated[Words, means("What it helps with.")]
    phone: Annotated[str | None, means("Its number; null: it is a page on the web.")]
    website: Annotated[str, means("Its home page.")]
    hours: Annotated[Words | None, means("When somebody is there; null is not known.")]
    read: Annotated[str, means("The day on which it was read.")]
    confidence: Annotated[Confidence, means("What it was read from.")]
    source: Annotated[Source, means("Where it was read.")]
    doubt: Annotated[Words | None, means("What is doubtful about it.")]


class LocalChamber(Struct, frozen=True, kw_only=True):
    """A chamber that is in charge, or may be."""

    id: Annotated[str, means("Its id.")]
    kind: Annotated[ChamberKind, means("Industry and commerce, or crafts.")]
    name: Annotated[str, means("What it is called.")]
    seat: Annotated[str | None, means("Where it is; null: no source names that.")]
    website: Annotated[str | None, means("Its home page; null: no source names one.")]
    sure: Annotated[bool, means("Whether it is certainly in charge.")]
    probable: Annotated[bool, means("Whether it is the only one of its kind, or has its seat in the place.")]
    read: Annotated[str, means("The day on which it was read.")]
    confidence: Annotated[Confidence, means("What its home page was read from.")]
    source: Annotated[Source, means("Where it was read.")]
    doubt: Annotated[Words | None, means("What is doubtful about it.")]


class ContactsTold(Answer, frozen=True, kw_only=True):
    """The result of `contacts`."""

    commands = ("contacts",)
    table = Columns("chambers", ("id", "kind", "name", "seat", "website", "sure", "probable", "read"))

    state: Annotated[str | None, means("The Land, a code; null is not told.")]
    place: Annotated[str | None, means("The district by its official key of five digits; null is not told.")]
    place_name: Annotated[Words | None, means("What it is called.")]
    chambers: Annotated[
        tuple[LocalChamber, ...], means("Chambers that are in charge or may be, the surest first; none without a Land.")
    ]
    lines: Annotated[tuple[AdviceLine, ...], means("Lines that advise.")]
    from_me: FromMe


def contacts_of(state: str | None, place: str | None, from_me: tuple[str, ...] = ()) -> ContactsTold:
    """The answer of `contacts`: `state` is the code of a Land, `place` the key of a district in it."""
    book = open_contacts()
    chambers = () if state is None else tuple(one for kind in _KINDS for one in chambers_of(book, kind, state, place))
    return ContactsTold(
        state=state,
        place=place,
        place_name=None if place is None else name_of(place),
        chambers=chambers,
        lines=advice_lines(book),
        from_me=from_me,
    )


def chambers_of(book: ContactBook, kind: ChamberKind, state: str, place: str | None) -> tuple[LocalChamber, ...]:
    """The chambers of a kind that are in charge in a Land, or may be: the sure one alone, else the probable one first."""
    found, sure = book.in_charge(kind, state, place)
    seat = "" if place is None else slug(str(name_of(place).de).partition(" (")[0])
    told = [
        _local(book, one, sure=sure, probable=len(found) == 1 or (one.seat is not None and slug(one.seat) == seat))
        for one in found
    ]
    return tuple(sorted(told, key=lambda one: not one.probable))


def _local(book: ContactBook, one: Chamber, *, sure: bool, probable: bool) -> LocalChamber:
    source = book.sources[one.source]
    return LocalChamber(
        id=one.id,
        kind=one.kind,
        name=one.name,
        seat=one.seat,
        website=one.website,
        sure=sure,
        probable=sure or probable,
        read=source.read,
        confidence=one.confidence,
        source=source,
        doubt=one.doubt,
    )


def advice_lines(book: ContactBook, ids: Collection[str] | None = None) -> tuple[AdviceLine, ...]:
    """All lines, or those with these ids in their order."""
    by_id = {line.id: line for line in book.lines}
    return tuple(
        AdviceLine(
            id=line.id,
            name=line.name,
            helps=line.helps,
            phone=line.phone,
            website=line.website,
            hours=line.hours,
            read=book.sources[line.source].read,
            confidence=line.confidence,
            source=book.sources[line.source],
            doubt=line.doubt,
        )
        for line in (by_id.values() if ids is None else (by_id[name] for name in ids))
    )
