"""A course that the person was offered, in words; and the line that tells jobcli of one."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.parts import Desk, Page, page, paragraph

if TYPE_CHECKING:
    from jobcli.domain.own import CourseOffer

_SAMPLES = {"price": phrase("EUROS"), "exam": phrase("EUROS"), "months": phrase("MONTHS"), "lessons": phrase("LESSONS")}


def filling(desk: Desk, path: str, holes: Collection[str]) -> str:
    """The line that fills what is not known of a path, with capitals where a number belongs."""
    return f"jobcli me offer {path} " + " ".join(f"{key} {desk.say(_SAMPLES[key])}" for key in holes)


def offer_words(desk: Desk, offer: CourseOffer) -> str:
    """What was offered, in words."""
    say = desk.say
    told = (
        "" if offer.price is None else say("course {price}", price=say.euros(offer.price, _cents(offer.price))),
        "" if offer.exam is None else say("exam {price}", price=say.euros(offer.exam, _cents(offer.exam))),
        "" if offer.months is None else say.plural("{count} month", "{count} months", offer.months),
        "" if offer.lessons is None else say("{hours} lessons of 45 minutes", hours=say.number(offer.lessons)),
        "" if offer.start is None else say("from {month}", month=say.moment(offer.start)),
        offer.provider or "",
        ""
        if offer.zfu is None
        else say("approved by the ZFU")
        if offer.zfu == "yes"
        else say("not approved by the ZFU"),
    )
    return say.listing(text for text in told if text)


def _cents(amount: float) -> int:
    return 0 if amount == int(amount) else 2


def offer_page(desk: Desk, file: str, path: str, before: CourseOffer | None, after: CourseOffer | None) -> Page:
    """What became of an offer, and which commands count with it."""
    say = desk.say
    if after is None:
        text = say("{path}: no offer any more.", path=path) if before else say("{path}: there was no offer.", path=path)
        return page(paragraph(text), paragraph(file, style="muted"))
    return page(
        paragraph(say("{path}: {offer}.", path=path, offer=offer_words(desk, after))),
        paragraph(
            say(
                "It counts in plan, paths, route, checklist and report; forget it: {command}",
                command=f"jobcli me offer {path} none",
            )
        ),
        paragraph(file, style="muted"),
    )
