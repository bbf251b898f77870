"""Whom to ask about a path: the chamber that examines it, as far as Land and place tell which one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from jobcli.domain.contacts import ChamberKind
from jobcli.domain.evidence import Confidence, Source, Words
from jobcli.domain.meaning import means

if TYPE_CHECKING:
    from jobcli.domain.contacts import ContactBook
    from jobcli.domain.role import TrainingPath


class AskedChamber(Struct, frozen=True, kw_only=True):
    """Who examines a path, and where to find them."""

    body: Annotated[Words | None, means("Who examines, as the profile says; null if it does not.")]
    kind: Annotated[ChamberKind | None, means("The kind of chamber; null if it is none.")]
    name: Annotated[str | None, means("The chamber; null where several may be in charge, or none is known.")]
    website: Annotated[str | None, means("Its home page; null if no source names one.")]
    sure: Annotated[bool, means("Whether it is certain that it is in charge; if not, it is probable.")]
    candidates: Annotated[int, means("How many chambers of the Land may be in charge; 0 if no Land was told.")]
    confidence: Annotated[Confidence | None, means("What the home page was read from.")]
    source: Annotated[Source | None, means("Where it was read.")]


def chamber_kind(path: TrainingPath) -> ChamberKind | None:
    """The kind of chamber that examines a path; None where somebody else does, or the profile does not say."""
    body = "" if path.awarding_body is None else f"{path.awarding_body.de} {path.awarding_body.en}"
    return "ihk" if "IHK" in body else "hwk" if "HWK" in body or "Handwerkskammer" in body else None


def whom_to_ask(path: TrainingPath, book: ContactBook, land: str | None) -> AskedChamber:
    """Who examines a path for somebody in a Land (its code)."""
    kind = chamber_kind(path)
    found, sure = ((), False) if kind is None or land is None else book.in_charge(kind, land)
    one = found[0] if len(found) == 1 else None
    return AskedChamber(
        body=path.awarding_body,
        kind=kind,
        name=None if one is None else one.name,
        website=None if one is None else one.website,
        sure=sure and one is not None,
        candidates=len(found),
        confidence=None if one is None or one.website is None else one.confidence,
        source=None if one is None else book.sources[one.source],
    )
