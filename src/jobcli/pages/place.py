"""What is published of the district where somebody lives, in one paragraph beside an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.pages.kit.parts import Blank, Desk, Page, page, paragraph

if TYPE_CHECKING:
    from jobcli.answers.place import PlaceContext


def with_place(desk: Desk, whole: Page, place: PlaceContext | None) -> Page:
    """A page with the context of a district below; without one, the page."""
    if place is None:
        return whole
    say = desk.say
    words = say(
        "{place}: all full-time jobs there had a median of {pay} gross a month ({when}, {publisher}); flats are offered for {rent} a square metre without heating ({year}, {other}). For comparison only: no estimate has it in it.",
        place=place.name,
        pay=say.euros(place.pay_month),
        when=say.moment(place.pay_as_of),
        publisher=place.pay_source.publisher,
        rent=say.euros(place.rent, 2),
        year=place.rent_as_of,
        other=place.rent_source.publisher,
    )
    return page(*whole, Blank(), paragraph(words, style="muted"))
