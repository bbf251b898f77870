"""Whom to ring: the shipped chambers and lines are complete, sourced, and certain only where a district is known."""

from __future__ import annotations

from collections import Counter

import pytest

from jobcli.domain.contacts import ChamberKind, ContactBook
from jobcli.domain.pay import LAND_BY_CODE
from jobcli.files.figures import PLACES, open_contacts, open_drawer


@pytest.fixture(scope="module")
def book() -> ContactBook:
    return open_contacts()


def test_all_chambers_are_there_once_and_every_source_is_named(book: ContactBook) -> None:
    """79 chambers of industry and commerce (DIHK, ihk.de) and 53 of crafts (ZDH, zdh.de)."""
    assert Counter(one.kind for one in book.chambers) == {"ihk": 79, "hwk": 53}
    names = [one.id for one in book.chambers] + [one.id for one in book.lines]
    assert len(names) == len(set(names))
    named = {one.source for one in book.chambers} | {one.source for one in book.lines}
    assert named | {book.districts_source} == set(book.sources)
    for kind in ("ihk", "hwk"):
        assert {one.land for one in book.chambers if one.kind == kind} == set(LAND_BY_CODE)


def test_only_what_a_source_names_is_told(book: ContactBook) -> None:
    """Six homes of chambers were known from memory only, and four seats: they are not in the data."""
    assert sum(one.website is None for one in book.chambers) == 6
    assert all(one.doubt is not None for one in book.chambers if one.website is None)
    assert sum(one.seat is None for one in book.chambers) == 4
    addresses = [one.website for one in book.chambers if one.website] + [one.website for one in book.lines]
    assert all(address.startswith("https://") for address in addresses)


def test_the_districts_are_those_of_the_official_list(book: ContactBook) -> None:
    keys = {f"{int(key):05d}" for key in open_drawer(PLACES)["districts"].values.values()}
    known = [own for one in book.chambers for own in one.districts]
    assert all(any(key.startswith(own) for key in keys) for own in known)
    # The seven Regierungsbezirke of Bavaria are 091 to 097.
    bavaria = {own for one in book.chambers if one.kind == "hwk" and one.land == "BY" for own in one.districts}
    assert bavaria == {f"09{number}" for number in range(1, 8)}


@pytest.mark.parametrize(
    ("kind", "land", "district", "chamber"),
    [
        # The city is its Land.
        ("ihk", "HH", None, "ihk-hamburg"),
        # Augsburg (09761) lies in Schwaben: sure for crafts, while one of nine examines clerks.
        ("hwk", "BY", "09761", "hwk-schwaben"),
        # Konstanz (08335) and its two neighbours are known.
        ("ihk", "BW", "08335", "ihk-konstanz"),
    ],
)
def test_who_is_certainly_in_charge(
    book: ContactBook, kind: ChamberKind, land: str, district: str | None, chamber: str
) -> None:
    found, certain = book.in_charge(kind, land, district)
    assert ([one.id for one in found], certain) == ([chamber], True)


def test_without_a_district_all_of_a_land_may_be_in_charge(book: ContactBook) -> None:
    found, certain = book.in_charge("ihk", "BY")
    assert (len(found), certain) == (9, False)
    # Stuttgart (08111) is none of the three districts that are known to be those of Konstanz.
    found, certain = book.in_charge("ihk", "BW", "08111")
    assert (len(found), certain) == (11, False)
    assert "ihk-konstanz" not in {one.id for one in found}
