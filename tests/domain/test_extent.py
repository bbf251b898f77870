"""Numbers from low to high: their sums, and their words, each in one place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcli.domain.extent import Extent, halfway, together
from jobcli.pages.extent import (
    euro_words,
    least_euro_words,
    least_month_words,
    month_words,
    number_words,
)
from jobcli.pages.kit.language import Language

ENGLISH, GERMAN = Language("en"), Language("de")


@st.composite
def amounts(draw: st.DrawFn) -> Extent[Decimal]:
    """Euros to the cent, so that every sum is exact."""
    low, more = draw(st.integers(0, 10**9)), draw(st.integers(0, 10**9))
    return Extent(Decimal(low) / 100, Decimal(low + more) / 100, draw(st.booleans()))


PARTS = st.lists(st.none() | amounts(), max_size=6)


def test_two_prices_add_up_end_by_end() -> None:
    # 2,950 + 500 = 3,450; 4,400 + 640 = 5,040
    assert together([Extent(2950, 4400), Extent(500, 640)]) == Extent(3450, 5040)


def test_what_is_not_known_leaves_a_sum_incomplete_and_adds_nothing() -> None:
    assert together([Extent(2950, 4400), None]) == Extent(2950, 4400, complete=False)
    assert together([Extent(2950, 4400, complete=False), Extent(1, 1)]) == Extent(2951, 4401, complete=False)


def test_of_nothing_known_the_sum_is_not_known_and_not_zero() -> None:
    nothing: list[Extent[float] | None] = [None, None]
    assert together(nothing) is None
    assert together(nothing[:0]) is None


@given(parts=PARTS)
def test_a_sum_has_the_sums_of_the_ends_and_is_complete_only_if_all_parts_are(
    parts: list[Extent[Decimal] | None],
) -> None:
    whole, known = together(parts), [part for part in parts if part is not None]
    assert (whole is None) == (not known)
    if whole is not None:
        assert whole.low == sum(part.low for part in known)
        assert whole.high == sum(part.high for part in known)
        assert whole.complete == all(part is not None and part.complete for part in parts)
        assert whole.low <= halfway(whole) <= whole.high


@given(parts=PARTS, data=st.data())
def test_the_order_and_the_grouping_of_the_parts_change_no_sum(
    parts: list[Extent[Decimal] | None], data: st.DataObject
) -> None:
    assert together(data.draw(st.permutations(parts))) == together(parts)
    cut = data.draw(st.integers(0, len(parts)))
    halves = [part for part in (parts[:cut], parts[cut:]) if part]
    assert together(together(half) for half in halves) == together(parts)


@given(part=amounts(), more=amounts())
def test_another_part_never_lowers_a_sum_nor_makes_it_more_certain(
    part: Extent[Decimal], more: Extent[Decimal]
) -> None:
    whole = together([part, more])
    assert whole is not None
    assert (whole.low, whole.high) >= (part.low, part.high)
    assert part.complete or not whole.complete


@pytest.mark.parametrize(
    ("extent", "words", "short"),
    [
        (Extent(2950, 4400), "€2,950 to €4,400", "€2,950 to €4,400"),
        (Extent(2950, 2950), "€2,950", "€2,950"),
        (Extent(2950, 4400, complete=False), "at least €2,950 to €4,400", "at least €2,950"),
        (Extent(Decimal("273.50"), Decimal("273.50"), complete=False), "at least €274", "at least €274"),
        # Two amounts that look the same are one.
        (Extent(1092.2, 1092.4), "€1,092", "€1,092"),
        (None, "not known", "not known"),
    ],
)
def test_euros_in_words_and_the_least_of_them_where_there_is_little_room(
    extent: Extent[float] | Extent[Decimal] | None, words: str, short: str
) -> None:
    assert euro_words(ENGLISH, extent) == words
    assert least_euro_words(ENGLISH, extent) == short


def test_euros_have_cents_where_they_are_asked_for() -> None:
    assert euro_words(ENGLISH, Extent(Decimal("273.50"), Decimal(1092)), places=2) == "€273.50 to €1,092.00"


@pytest.mark.parametrize(
    ("extent", "english", "german"),
    [
        (Extent(12, 18), "12 to 18 months", "12 bis 18 Monate"),
        (Extent(1, 1), "1 month", "1 Monat"),
        (Extent(12, 18, complete=False), "at least 12 months", "mindestens 12 Monate"),
        (Extent(2, None), "at least 2 months", "mindestens 2 Monate"),
        (Extent(None, 18), "at most 18 months", "höchstens 18 Monate"),
        (Extent(None, None), "not known", "nicht bekannt"),
        (None, "not known", "nicht bekannt"),
    ],
)
def test_months_in_words(extent: Extent[float | None] | None, english: str, german: str) -> None:
    assert month_words(ENGLISH, extent) == english
    assert month_words(GERMAN, extent) == german


def test_what_lasts_longer_than_its_known_part_says_only_the_least() -> None:
    assert least_month_words(ENGLISH, Extent(12, 18)) == "at least 12 months"


def test_a_number_alone_has_no_unit() -> None:
    assert number_words(ENGLISH, Extent(12, 12)) == "12"
    assert number_words(ENGLISH, Extent(8, 10.5)) == "8 to 10.5"
