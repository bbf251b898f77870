"""Fits, routes, ladders and differences for programs: JSON, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.answers.requirements import asked
from jobcli.moving.moves import gain, paid_back

if TYPE_CHECKING:
    from jobcli.domain.extent import Extent
    from jobcli.domain.pay import PayRange
    from jobcli.domain.role import TrainingPath
    from jobcli.moving.moves import RouteLeg, RouteWay
    from jobcli.moving.routes import RouteOrder
    from jobcli.pages.contract import moving, shared
    from jobcli.pay.estimate import Estimate
    from jobcli.training.payback import PaysByRole


def pays(estimates: Sequence[Estimate]) -> dict[str, PayRange]:
    """The range of each role that has an estimate."""
    return {item.role: item.gross_year for item in estimates}


def route_data(
    start: str,
    goal: str,
    by: RouteOrder,
    ways: Sequence[RouteWay],
    estimates: Sequence[Estimate],
    counted: PaysByRole,
    near: str | None,
    refused: Sequence[TrainingPath],
) -> moving.Route:
    """The ways, the best first; none, and `nearest`, where the role cannot be reached."""
    known = pays(estimates)
    return {
        "from": start,
        "to": goal,
        "by": by,
        "reachable": bool(ways),
        "nearest": near,
        "as_of": estimates[0].as_of if estimates else None,
        "counted": "net" if counted.net else "gross",
        "pay_date": counted.pay_date if counted.net else None,
        "not_admitted": [path.id for path in refused],
        "ways": [_way(f"way-{number}", item, known, counted) for number, item in enumerate(ways, 1)],
    }


def _way(name: str, way: RouteWay, known: Mapping[str, PayRange], counted: PaysByRole) -> moving.Way:
    start, goal = way.legs[0].before, way.legs[-1].after
    return {
        "id": name,
        "steps": len(way.legs),
        "roles": [way.legs[0].before, *(leg.after for leg in way.legs)],
        "months": _span(way.months),
        "own_cost": _money(way.own_cost),
        "gain_year": gain(known.get(start), known.get(goal)),
        "gain_year_net": _net(counted, start, goal),
        "paid_after": paid_back(way.own_cost, gain(counted.pays.get(start), counted.pays.get(goal))),
        "legs": [_leg(leg, known, counted) for leg in way.legs],
    }


def _net(counted: PaysByRole, before: str, after: str) -> int | None:
    """The gain in net euros a year; None where gross pay is counted."""
    return gain(counted.pays.get(before), counted.pays.get(after)) if counted.net else None


def _leg(leg: RouteLeg, known: Mapping[str, PayRange], counted: PaysByRole) -> moving.Leg:
    before, after = known.get(leg.before), known.get(leg.after)
    return {
        "from": leg.before,
        "to": leg.after,
        "transition": None if leg.link is None else {"said_by": list(leg.link.said_by), "stated": leg.link.stated},
        "path": None if leg.path is None else leg.path.id,
        "completed": leg.completed,
        "admitted": leg.admitted,
        "months": _span(leg.months),
        "own_cost": _money(leg.own_cost),
        "months_basis": leg.months_basis,
        "cost_basis": leg.cost_basis,
        "pay_before": None if before is None else before.p50,
        "pay_after": None if after is None else after.p50,
        "gain_year": gain(before, after),
        "gain_year_net": _net(counted, leg.before, leg.after),
        "learn": [asked(item) for item in leg.learn],
        "brings": [asked(item) for item in leg.brings],
        "taught": [item.id for item in leg.taught],
    }


def _span(span: Extent[float] | None) -> moving.Stretch | None:
    return None if span is None else {"min": span.low, "max": span.high, "complete": span.complete}


def _money(span: Extent[float] | None) -> shared.Sum | None:
    if span is None:
        return None
    return {"low": round(span.low, 2), "high": round(span.high, 2), "complete": span.complete}


def route_rows(ways: Sequence[RouteWay], estimates: Sequence[Estimate], counted: PaysByRole) -> list[dict[str, object]]:
    """Every leg of every way in a row of its own."""
    known = pays(estimates)
    return [
        {"way": f"way-{number}", "leg": place, **_leg(leg, known, counted)}
        for number, way in enumerate(ways, 1)
        for place, leg in enumerate(way.legs, 1)
    ]
