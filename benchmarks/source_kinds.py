"""How far pay portals, surveys and the two official statistics lie apart, from the observations of the profiles. Run by hand:

    python benchmarks/source_kinds.py

It prints the values of figures/source_kinds.yaml, which is written by hand from it; tests/pay/test_source_kinds.py holds the
two together. Each figure is carried to the index month and compared with the official median (Entgeltatlas) of the same
KldB code, in log points; a mean is turned into a median first. What is left out, and why:

- pages without a date, and figures older than ten years: they cannot be carried, so that age would be taken for distance;
- midpoints of a range and figures of unknown statistic: they are neither mean nor median;
- a wider field than the group, and what is printed in two profiles, once.

A kind's distance is the mean over official groups, so that one group with many figures does not decide, weighted by
1 / (t² + e² / n) with t how far groups differ (DerSimonian and Laird 1986); it is then drawn towards zero, because groups
are few: by s² / (s² + its own variance), with s = 0.15, how far kinds of sources lie from the official scale at all.
How far titles inside one group lie apart is taken from studies that have two of them, so that no house has a part in it:
the root mean square of ln(a / b) / sqrt(2).
"""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from jobcli.domain.figures import Drawer
from jobcli.domain.observed import Observed, observed
from jobcli.domain.profile import Profile
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.anchor import CARRIED_YEARS, index_ratio, is_old, start_on
from jobcli.pay.scale import to_median
from jobcli.pay.spread import spread_on
from jobcli.pay.wage_index import Month, month_of, newest_known

DAY = "2026-12-01"
TOWARDS_ZERO = 0.15


class Pair(Struct, frozen=True):
    """A figure beside the official median of its group."""

    role: str
    observation: str
    group: str
    distance: float


class Distance(Struct, frozen=True):
    """How far a kind of source lies from the official medians, in log points."""

    pairs: tuple[Pair, ...]
    mean: float
    """Over the official groups, drawn towards zero."""
    plain: float
    """Over the pairs, as they are."""
    spread: float
    """The standard deviation of the pairs around their mean."""


class Measured(Struct, frozen=True):
    """All that figures/source_kinds.yaml holds."""

    portal: Distance
    survey: Distance
    official: Distance
    """Destatis, without special payments, against the Entgeltatlas, with them."""
    titles: float
    title_pairs: tuple[tuple[str, str, float], ...]


def measure(profiles: Sequence[Profile], drawer: Drawer, day: str = DAY) -> Measured:
    """The distances between kinds of sources, from the observations of these roles on `day`."""
    newest = newest_known(drawer["wage-index-monthly"], drawer["wage-growth-yearly"], day)
    found: dict[str, list[Pair]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for profile in profiles:
        for kind, source, amount, pair in _pairs(profile, drawer, newest, day):
            if (source, amount) not in seen:
                seen.add((source, amount))
                found[kind].append(pair)
    titles = tuple(_titles(profiles))
    spread = math.sqrt(statistics.mean(apart**2 / 2 for *_, apart in titles))
    portal, survey, official = (_distance(found[kind]) for kind in ("portal", "survey", "official"))
    return Measured(portal, survey, official, spread, titles)


def _pairs(profile: Profile, drawer: Drawer, newest: Month, day: str) -> Iterator[tuple[str, str, int, Pair]]:
    role, pay = profile.role, observed(profile.role)
    written = {item.id: item for item in role.pay.observations}

    def money(item: Observed) -> float:
        return math.log((item.middle or 0) * index_ratio(drawer, item.as_of, newest))

    official = [one for one in pay if one.kind == "official" and one.kldb and one.middle and one.statistic == "median"]
    atlas = {one.kldb: money(one) for one in sorted(official, key=lambda one: month_of(one.as_of)) if one.complete}
    spread = spread_on(pay, start_on(pay, day), drawer, newest)
    for item in pay:
        group = item.kldb or written[item.id].within or role.codes.kldb
        usable = item.middle and item.statistic in ("mean", "median") and item.scope != "field" and not item.undated
        if not usable or (item.complete and item.kldb) or is_old(item.as_of, day, CARRIED_YEARS) or group not in atlas:
            continue
        own = money(item) + (math.log(to_median(spread)) if item.statistic == "mean" else 0)
        source = role.sources[written[item.id].source]
        apart = own - atlas[group]
        yield item.kind or "", f"{source.url} {group}", item.middle or 0, Pair(profile.id, item.id, str(group), apart)


def _distance(pairs: Sequence[Pair]) -> Distance:
    """The mean of groups with random effects, drawn towards zero."""
    groups: dict[str, list[float]] = defaultdict(list)
    for pair in pairs:
        groups[pair.group].append(pair.distance)
    spread = statistics.stdev(pair.distance for pair in pairs)
    inside = [value - statistics.mean(group) for group in groups.values() for value in group]
    free = len(inside) - len(groups)
    noise = sum(value**2 for value in inside) / free if free else 0.0
    between = max(statistics.variance([statistics.mean(group) for group in groups.values()]) - noise, 0.0)
    weights = [1 / (between + noise / len(group)) for group in groups.values()]
    means = [statistics.mean(group) for group in groups.values()]
    mean = sum(weight * value for weight, value in zip(weights, means, strict=True)) / sum(weights)
    drawn = TOWARDS_ZERO**2 / (TOWARDS_ZERO**2 + 1 / sum(weights))
    return Distance(tuple(pairs), mean * drawn, statistics.mean(pair.distance for pair in pairs), spread)


def _titles(profiles: Sequence[Profile]) -> Iterator[tuple[str, str, float]]:
    """Two titles of one official group in one study, which has the same id in both profiles, and how far they lie apart."""
    rows: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for profile in profiles:
        role = profile.role
        for item in role.pay.observations:
            if item.kldb or not item.middle or (item.scope or "title") not in ("title", "part"):
                continue
            key = (str(item.within or role.codes.kldb), item.id, item.as_of)
            rows[key][profile.id] = math.log(item.middle)
    for (group, study, _), found in rows.items():
        for (one, low), (other, high) in combinations(found.items(), 2):
            yield f"{one}, {other} ({group})", study, abs(high - low)


def main() -> None:
    """Print the figures, and the pairs behind them."""
    found = measure([one for one in Catalog().profiles() if one.origin == "built-in"], open_drawer())
    for kind in ("portal", "survey", "official"):
        distance: Distance = getattr(found, kind)
        print(
            f"{kind}: {len(distance.pairs)} pairs of {len({pair.group for pair in distance.pairs})} groups, "
            f"mean {distance.plain:+.3f}, SD {distance.spread:.3f}, used {distance.mean:+.3f}"
        )
        for pair in sorted(distance.pairs, key=lambda pair: pair.distance):
            print(f"    {pair.distance:+.3f}  {pair.group}  {pair.role} {pair.observation}")
    print(f"titles of one group: {found.titles:.3f} from {len(found.title_pairs)} pairs")
    for names, title, apart in found.title_pairs:
        print(f"    {apart:.3f}  {names}: {title}")


if __name__ == "__main__":
    main()
