"""One scale for all starts: conversions and pulls by hand, the ends that a ceiling cuts, and what is never a start."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Source, SourceKind
from jobcli.domain.figures import Drawer
from jobcli.domain.observed import observed
from jobcli.domain.pay import Person
from jobcli.domain.role import Codes, Role
from jobcli.domain.salary import SalaryObservation
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.estimate import Estimate, estimate
from jobcli.pay.scale import scaled
from tests.conftest import profile_of
from tests.pay.test_estimate import DAY, observation, role_with

DRAWER = open_drawer()
KINDS: dict[str, SourceKind] = {"portal": "portal", "survey": "survey", "office": "official"}


def scale_role(*observations: SalaryObservation, kldb: str | None = None) -> Role:
    """A role whose sources have the kind that their id says, published when they were read."""
    role = role_with(*observations)
    sources = {
        name: Source(
            publisher=name, title=name, url="https://example.org", kind=kind, published="2024", read="2026-01-01"
        )
        for name, kind in KINDS.items()
    }
    return structs.replace(role, sources={**role.sources, **sources}, codes=Codes(kldb=kldb))


def of(*observations: SalaryObservation, kldb: str | None = None, person: Person | None = None) -> Estimate:
    profile = profile_of("test-role", scale_role(*observations, kldb=kldb))
    return estimate(profile, person or Person(), DRAWER, DAY)


def factors(item: Estimate) -> dict[str, Decimal]:
    return {line.factor: line.multiplier for line in item.receipt}


def group(middle: int = 50_000, **more: Any) -> SalaryObservation:  # noqa: ANN401  fields of several types
    return observation(
        "group",
        middle,
        source="office",
        kldb="71403",
        statistic="median",
        special_payments="included",
        **more,
    )


def with_figures(**values: dict[str, float]) -> Drawer:
    """The drawer with other figures of the kinds of sources: `source_kind_distance={...}`."""
    tables = {name.replace("_", "-"): given_values for name, given_values in values.items()}
    changed = {name: structs.replace(DRAWER[name], values=given_values) for name, given_values in tables.items()}
    return structs.replace(DRAWER, tables={**DRAWER.tables, **changed})


ROUND = with_figures(
    source_kind_distance={"portal": -0.2},
    source_kind_spread={"portal": 0.5, "survey": 0.3},
    title_spread={"title": 0.3},
)
"""Round numbers: a distance of 0.2; titles apart by 0.3, so that of 0.5 the noise is 0.4 (0.25 = 0.09 + 0.16)."""


def test_a_portal_is_converted_and_an_official_figure_is_not() -> None:
    # 40,000 x 1.0947 (December 2023 to November 2025) x exp(0.2) = 43,788 x 1.2214 = 53,482.66.
    start = scaled(observed(scale_role(observation(middle=40_000, source="portal", statistic="median"))), ROUND, DAY)
    assert [(step.factor, step.multiplier) for step in start.steps] == [
        ("index", Decimal("1.0947")),
        ("source-kind", Decimal("1.2214")),
    ]
    assert start.middle.quantize(Decimal("0.01")) == Decimal("53482.66")
    for source in ("office", "survey", "test"):
        item = of(observation(middle=40_000, source=source, statistic="median"))
        assert list(factors(item)) == ["anchor", "index"]


def test_an_article_counts_as_what_it_quotes() -> None:
    role = scale_role(observation(middle=40_000, source="paper", statistic="median"))
    for quotes, steps in (("portal", ["index", "source-kind"]), ("survey", ["index"]), (None, ["index"])):
        paper = structs.replace(role.sources["portal"], kind="article", quotes=quotes)
        quoting = structs.replace(role, sources={**role.sources, "paper": paper})
        assert [step.factor for step in scaled(observed(quoting), ROUND, DAY).steps] == steps


def test_a_title_and_its_group_count_by_their_precision() -> None:
    # The title says 40,000 x 1.0947 x 1.2214 = 53,482.66, its group 60,000 x 1.0947 = 65,682. The weight of the title is
    # 0.09 / (0.09 + 0.16) = 0.36, so the pull is exp(0.64 x ln(65,682 / 53,482.66)) = exp(0.64 x 0.205466) = 1.1405.
    title = observation(middle=40_000, source="portal", statistic="median")
    start = scaled(observed(scale_role(title, group(60_000), kldb="71403")), ROUND, DAY)
    assert start.weight == pytest.approx(0.36)
    assert start.steps[-1].factor == "group"
    assert start.steps[-1].multiplier == Decimal("1.1405")
    # What is left open: 0.09 x 0.64 = 0.0576. Of a title with no group it is all of 0.25.
    assert start.apart == pytest.approx(0.0576)
    assert scaled(observed(scale_role(title)), ROUND, DAY).apart == pytest.approx(0.25)


def test_a_doubted_figure_is_as_noisy_as_two() -> None:
    # 0.09 / (0.09 + 2 x 0.16) = 0.2195.
    doubt = role_with().title
    title = observation(middle=40_000, source="portal", statistic="median", doubt=doubt)
    start = scaled(observed(scale_role(title, group(60_000), kldb="71403")), ROUND, DAY)
    assert start.weight == pytest.approx(0.09 / 0.41)


def test_a_figure_of_a_part_of_the_title_leans_on_no_group() -> None:
    part = observation(middle=40_000, source="portal", statistic="median", scope="part")
    start = scaled(observed(scale_role(part, group(60_000), kldb="71403")), ROUND, DAY)
    assert [step.factor for step in start.steps] == ["index", "source-kind"]


def test_of_a_group_with_two_official_medians_the_newest_with_special_payments_counts() -> None:
    title = observation(middle=40_000, source="portal", statistic="median")
    older, newer = group(60_000), structs.replace(group(61_000, as_of="2025-12"), id="newer")
    without = structs.replace(group(62_000, as_of="2026-01"), id="without", special_payments="excluded")
    start = scaled(observed(scale_role(title, older, newer, without, kldb="71403")), ROUND, DAY)
    assert start.steps[-1].value == "newer"


def test_a_mean_becomes_the_median_of_a_lognormal_distribution() -> None:
    # Quartiles of 40,000 and 60,000 around 50,000: below 0.330833, above ln(1.2) / 0.67449 = 0.270311, mean 0.300572;
    # exp(-0.300572² / 2) = exp(-0.045172) = 0.9558. Nothing known: exp(-0.29² / 2) = exp(-0.04205) = 0.9588.
    spread = observation("spread", 50_000, low=40_000, high=60_000, spread="quartiles", statistic="median")
    item = of(observation(middle=50_000, statistic="mean"), spread)
    assert factors(item)["statistic"] == Decimal("0.9558")
    assert factors(of(observation(middle=50_000, statistic="mean")))["statistic"] == Decimal("0.9588")
    for other in ("median", "midpoint", "unknown"):
        assert "statistic" not in factors(of(observation(middle=50_000, statistic=other)))


# The ends that a ceiling cuts


def test_the_upper_side_above_the_ceiling_comes_from_the_mean_against_the_median() -> None:
    # Entgeltatlas 92133: lower quartile 46,620, median 66,564, the upper one above the ceiling. Destatis: 6,251 on average,
    # 5,707 in the middle. Below ln(66,564 / 46,620) / 0.67449 = 0.5280; above sqrt(2 ln(6,251 / 5,707)) = 0.4268.
    atlas = observation(
        middle=66_564, low=46_620, spread="quartiles", statistic="median", source="office", kldb="92133"
    )
    destatis = observation(
        "destatis", 5_707, average=6_251, per="month", statistic="median", source="office", kldb="92133"
    )
    item = of(atlas, destatis)
    assert item.below == pytest.approx(0.5280, abs=0.0001)
    assert item.above == pytest.approx(0.4268, abs=0.0001)
    assert (item.spread_from, item.start.spread.above_from) == ("anchor", "destatis")


def test_a_known_lower_quartile_is_used_where_the_median_stands_elsewhere() -> None:
    # The COO: Destatis 8,238 a month in April 2025, mean 8,973; the Entgeltatlas has only the lower quartile, 68,376 in
    # December 2023. Carried back, the median is 98,856 x 106.025 / 113.333 = 92,481; ln(92,481 / 68,376) / 0.67449 = 0.4477.
    destatis = observation(
        middle=8_238, average=8_973, per="month", statistic="median", as_of="2025-04", source="office", kldb="71394"
    )
    atlas = observation("atlas", None, low=68_376, spread="quartiles", source="office", kldb="71394")
    item = of(destatis, atlas)
    assert item.below == pytest.approx(0.4477, abs=0.0002)
    # sqrt(2 ln(8,973 / 8,238)) = sqrt(0.170919) = 0.4134.
    assert item.above == pytest.approx(0.4134, abs=0.0001)


def test_the_spread_of_another_group_is_not_taken_before_that_of_the_start() -> None:
    start = observation(middle=50_000, source="office", kldb="71394")
    own = observation("own", 50_000, low=40_000, high=60_000, spread="quartiles", source="office", kldb="71394")
    other = structs.replace(own, id="other", kldb="71384", as_of="2025-01")
    assert of(start, other, structs.replace(own, statistic="median")).spread_from == "own"


# Undated and old


def test_an_undated_page_is_no_start_where_a_dated_figure_exists() -> None:
    role = scale_role(
        observation("page", 70_000, as_of="2026-01", source="undated"), observation("dated", 50_000, as_of="2024-01")
    )
    undated = structs.replace(role.sources["portal"], kind=None, published=None, read="2026-01-15")
    role = structs.replace(role, sources={**role.sources, "undated": undated})
    unnamed = structs.replace(role, salary=structs.replace(role.pay, anchor="none"))
    assert scaled(observed(unnamed), DRAWER, DAY).anchor.id == "dated"
    item = estimate(
        profile_of("r", structs.replace(role, salary=structs.replace(role.pay, anchor="dated"))),
        Person(),
        DRAWER,
        DAY,
    )
    (page,) = item.others
    assert (page.carried, page.distance, page.not_carried) == (None, None, "undated")


def test_figures_of_more_than_ten_years_ago_stand_as_published() -> None:
    older, younger = observation("older", 50_000, as_of="2016-10"), observation("younger", 50_000, as_of="2016-11")
    item = of(observation(), older, younger)
    # On 24 November 2026 October 2016 is more than ten years ago, November 2016 is not.
    assert [(other.not_carried, other.carried is None) for other in item.others] == [
        ("over-ten-years", True),
        (None, False),
    ]


def test_no_shipped_role_starts_from_an_undated_page_or_a_survey() -> None:
    for profile in Catalog().profiles():
        start = next(one for one in observed(profile.role) if one.named)
        assert not start.undated, profile.id
        assert start.kind in ("portal", "official"), profile.id


# For all


MIDDLES = st.integers(20_000, 300_000)


@given(title=MIDDLES, of_group=MIDDLES)
def test_a_start_lies_between_its_title_and_its_group(title: int, of_group: int) -> None:
    own = observation(middle=title, source="portal", statistic="median")
    alone = scaled(observed(scale_role(own)), DRAWER, DAY).middle
    both = scaled(observed(scale_role(own, group(of_group), kldb="71403")), DRAWER, DAY).middle
    whole = of_group * Decimal("1.0947")
    low, high = sorted((float(alone), float(whole)))
    # Each multiplier is rounded to four decimals.
    assert low * 0.9999 <= float(both) <= high * 1.0001


@given(title=MIDDLES, of_group=MIDDLES, mean=st.booleans(), doubted=st.booleans())
def test_the_receipt_multiplies_to_the_cent_with_all_steps(
    title: int, of_group: int, *, mean: bool, doubted: bool
) -> None:
    own = observation(
        middle=title,
        source="portal",
        statistic="mean" if mean else "median",
        doubt=role_with().title if doubted else None,
    )
    item = of(own, group(of_group), kldb="71403", person=Person(state="BY", experience=3))
    exact = math.prod((line.multiplier for line in item.receipt), start=item.receipt[0].subtotal)
    assert item.receipt[-1].subtotal == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert [line.factor for line in item.receipt][:2] == ["anchor", "index"]
