"""The figures of the kinds of sources are what the program computes from the profiles, and the program computes what it says."""

from __future__ import annotations

import math
import runpy

import pytest

from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from tests.conftest import ROOT

DRAWER = open_drawer()
measure = runpy.run_path(str(ROOT / "benchmarks/source_kinds.py"))["measure"]


def test_the_figures_follow_from_the_profiles() -> None:
    found = measure(Catalog().profiles(), DRAWER)
    assert DRAWER["source-kind-distance"].values == {"portal": round(found.portal.mean, 3)}
    assert DRAWER["source-kind-spread"].values == {
        "portal": round(found.portal.spread, 3),
        "survey": round(found.survey.spread, 3),
        "official": round(found.official.spread, 3),
    }
    assert DRAWER["source-kind-pairs"].values == {
        "portal": len(found.portal.pairs),
        "survey": len(found.survey.pairs),
        "official": len(found.official.pairs),
        "title": len(found.title_pairs),
    }
    assert DRAWER["title-spread"].values == {"title": round(found.titles, 3)}


def test_a_pair_by_hand() -> None:
    # t3n, July 2019: 37,400 x 1.2322 = 46,084, a mean; the spread of KldB 71403 is ln(69,756 / 41,088) / 1.34898 = 0.3924, so
    # the median is 46,084 x exp(-0.0770) = 42,669. Entgeltatlas 2023: 53,100 x 1.0947 = 58,129. ln(42,669 / 58,129) = -0.309.
    pairs = {pair.observation: pair.distance for pair in measure(Catalog().profiles(), DRAWER).portal.pairs}
    assert pairs["t3n-2019"] == pytest.approx(math.log(42_669 / 58_129), abs=0.001)


def test_what_is_undated_old_or_wider_than_its_group_is_left_out() -> None:
    found = measure(Catalog().profiles(), DRAWER)
    named = {(pair.role, pair.observation) for kind in (found.portal, found.survey) for pair in kind.pairs}
    assert ("controller", "stepstone") not in named  # undated
    assert ("key-account-manager", "kienbaum-2014") not in named  # more than ten years old
    assert ("supply-chain-manager", "stepstone-2021") not in named  # a whole field of work
    assert ("kaufmann-bueromanagement", "ausbildung-de-2023") not in named  # the middle between two ends


def test_the_distances_point_the_way_that_the_audit_of_the_profiles_found() -> None:
    found = measure(Catalog().profiles(), DRAWER)
    # Portals lie below the official medians, surveys above, Destatis (without special payments) slightly below.
    assert found.portal.mean < -0.1 < found.official.mean < 0 < found.survey.mean
