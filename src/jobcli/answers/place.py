"""What is published of the district where somebody lives: context beside an estimate, never a part of it."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from msgspec import Struct

from jobcli.domain.evidence import Source, Words
from jobcli.domain.meaning import means
from jobcli.domain.place import district_name, key_of, land_of
from jobcli.files.figures import PLACES, open_drawer


class PlaceContext(Struct, frozen=True, kw_only=True):
    """A district with its median pay and its rents; no estimate has either in it."""

    key: Annotated[str, means("Its official key of five digits.")]
    name: Annotated[Words, means("What it is called.")]
    state: Annotated[str, means("The Land that it lies in.")]
    pay_month: Annotated[int, means("The median of all full-time jobs there, in gross euros a month.")]
    pay_as_of: Annotated[str, means("The day of that median.")]
    pay_source: Annotated[Source, means("Its source.")]
    rent: Annotated[float, means("The mean rent of what is offered there, in euros a square metre, without heating.")]
    rent_as_of: Annotated[str, means("The year of that rent.")]
    rent_source: Annotated[Source, means("Its source.")]


def place_context(key: str) -> PlaceContext:
    """What is published of the district with this key. KeyError where there is none."""
    drawer, number = open_drawer(PLACES), str(int(key))
    pay, rents = drawer["district-pay"], drawer["asking-rents"]
    return PlaceContext(
        key=key,
        name=name_of(key),
        state=land_of(key),
        pay_month=int(pay.values[number]),
        pay_as_of=pay.since,
        pay_source=pay.source,
        rent=rents.values[number],
        rent_as_of=rents.since,
        rent_source=rents.source,
    )


def name_of(key: str) -> Words:
    """What the district with this key is called. KeyError where there is none."""
    return _names()[key]


@cache
def _names() -> dict[str, Words]:
    """What each district is called, by its key."""
    districts = open_drawer(PLACES)["districts"].values
    return {key_of(number): district_name(official, key_of(number)) for official, number in districts.items()}
