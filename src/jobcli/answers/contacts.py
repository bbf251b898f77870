"""Whom to ring: lines that advise, each with the day on which it was read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from msgspec import Struct

from jobcli.domain.contacts import ContactBook
from jobcli.domain.evidence import Confidence, Source, Words
from jobcli.domain.meaning import means


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
