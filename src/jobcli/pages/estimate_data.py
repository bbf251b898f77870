"""What estimate and compare answer, for programs: JSON, and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

import msgspec

from jobcli.answers.role_rows import naming

if TYPE_CHECKING:
    from jobcli.domain.figures import Confidence
    from jobcli.domain.profile import Profile
    from jobcli.moving.comparison import Comparison
    from jobcli.net_pay.payslip import NetEstimate
    from jobcli.pages.contract import pay, shared
    from jobcli.pay.anchor import Carried
    from jobcli.pay.benefits import BenefitAmount, BenefitLine, BenefitRule, Benefits, Cited
    from jobcli.pay.by_factor import PayPoint, PayVariation
    from jobcli.pay.estimate import Estimate, ReceiptLine


def estimates_data(
    estimates: Sequence[Estimate], beside: Mapping[str, Benefits], nets: Mapping[str, NetEstimate] | None = None
) -> pay.Estimates:
    """The estimates from the highest pay to the lowest; `beside` holds what comes beside pay, and `nets` net pay, by role."""
    rows = [_estimate(item, beside[item.role], nets[item.role] if nets else None) for item in estimates]
    return {"as_of": estimates[0].as_of if estimates else None, "estimates": rows}


def _estimate(item: Estimate, extras: Benefits, net: NetEstimate | None = None) -> pay.Estimate:
    anchor = item.anchor
    return {
        "role": item.role,
        "known_on": item.day,
        "as_of": item.as_of,
        "gross_year": msgspec.to_builtins(item.gross_year),
        "gross_month": {"p50": round(item.gross_year.p50 / 12)},
        "anchor": {
            "observation": anchor.id,
            "value": anchor.middle,
            "per": anchor.per,
            "statistic": anchor.statistic,
            "special_payments": anchor.special_payments,
            "as_of": anchor.as_of,
            "carried": item.anchor_carried,
            "older_than_five_years": item.anchor_old,
            "substitute": item.substitute,
            "source": item.anchor_source,
        },
        "receipt": [_line(line) for line in item.receipt],
        "spread": {"sigma": round(item.sigma, 4), "observation": item.spread_from},
        "cut_at_minimum_wage": item.floor,
        "observations": [_carried(other) for other in item.others],
        "special_payments_year": _extras(extras),
        **_net(net),
    }


def _net(net: NetEstimate | None) -> pay.NetOfEstimate:
    if net is None:
        return {"net_month": None, "net": None}
    return {"net_month": net.month, "net": net.slip}


def _line(line: ReceiptLine) -> pay.ReceiptLine:
    return {
        "factor": line.factor,
        "value": line.value,
        "counts": round(line.counts, 4),
        "assumed": line.assumed,
        "multiplier": line.multiplier,
        "euros": line.euros,
        "subtotal": line.subtotal,
        "since": line.since,
        "confidence": cast("Confidence | None", line.confidence),
        "source": line.source,
    }


def _extras(item: Benefits) -> pay.Extras:
    return {
        "p50": item.total,
        "included": item.included,
        "often_the_same": list(item.same),
        "lines": [_extra(line) for line in item.lines],
        "benefits_in_kind": None if item.in_kind is None else _rule(item.in_kind),
    }


def _extra(line: BenefitLine) -> pay.ExtraLine:
    return {
        "id": line.id,
        "basis": line.basis,
        "source": line.source,
        "shares": [{"group": one.group, "percent": one.percent, **_cited(one.cited)} for one in line.shares],
        "amount_year": None if line.amount is None else _amount(line.amount),
        "rules": [_rule(rule) for rule in line.rules],
    }


def _amount(item: BenefitAmount) -> pay.YearAmount:
    cited = _cited(item.cited)
    return {
        "kind": item.kind,
        "low": item.low,
        "p50": item.middle,
        "high": item.high,
        "group": item.group,
        "table": cited["table"],
        "since": cited["since"],
        "confidence": cited["confidence"] or "derived",
        "source": cited["source"],
    }


def _rule(rule: BenefitRule) -> pay.Rule:
    return {"id": rule.id, "law": rule.law, "values": rule.values, **_cited(rule.cited)}


def _cited(cited: Cited | None) -> pay.Cited:
    if cited is None:
        return {"table": None, "since": None, "confidence": None, "source": None}
    return {
        "table": cited.table,
        "since": cited.since,
        "confidence": cited.confidence,
        "source": cited.source,
    }


def _carried(other: Carried) -> pay.Observation:
    return {
        **msgspec.to_builtins(other.observation),
        "source": other.source,
        "carried": other.carried,
        "older_than_five_years": other.old,
        "explained_by": list(other.reasons),
        "distance": None if other.distance is None else round(other.distance, 4),
    }


def variation_data(item: PayVariation, nets: Mapping[str, NetEstimate] | None = None) -> pay.Variation:
    """The estimates of one role for all values of one factor; with `nets`, by value, also net pay."""
    return {
        "role": item.role,
        "by": item.by,
        "as_of": item.as_of,
        "points": [_point(point, nets[point.value] if nets else None) for point in item.points],
    }


def _point(point: PayPoint, net: NetEstimate | None) -> pay.Point:
    data: pay.Point = {
        "value": point.value,
        "chosen": point.chosen,
        "gross_year": msgspec.to_builtins(point.gross_year),
    }
    if net is not None:
        data["net_month"] = net.month
    return data


def variation_table(item: PayVariation, nets: Mapping[str, NetEstimate] | None = None) -> list[list[object]]:
    """The same as rows of a table, the first with the names of the columns."""
    names = ("p10", "p25", "p50", "p75", "p90")
    rows: list[list[object]] = [[item.by, *names, "as_of", *(f"net_month_{name}" for name in names if nets)]]
    for point in item.points:
        pay = point.gross_year
        net = msgspec.structs.astuple(nets[point.value].month) if nets else ()
        rows.append([point.value, pay.p10, pay.p25, pay.p50, pay.p75, pay.p90, item.as_of, *net])
    return rows


def estimates_table(estimates: Sequence[Estimate], nets: Mapping[str, NetEstimate] | None = None) -> list[list[object]]:
    """Estimates as rows of a table, the first with the names of the columns; with `nets` also net pay a month."""
    points = ("p10", "p25", "p50", "p75", "p90")
    rows: list[list[object]] = [["role", *points, "as_of", *(f"net_month_{name}" for name in points if nets)]]
    for item in estimates:
        pay = item.gross_year
        net = msgspec.structs.astuple(nets[item.role].month) if nets else ()
        rows.append([item.role, pay.p10, pay.p25, pay.p50, pay.p75, pay.p90, item.as_of, *net])
    return rows


def comparison_data(
    comparison: Comparison,
    profiles: Sequence[Profile],
    estimates: Sequence[Estimate],
    beside: Mapping[str, Benefits],
) -> pay.Comparison:
    """What roles share and what only one has, by ids; pay, time and cost of each."""
    from jobcli.answers.path_rows import outlined

    return {
        **estimates_data(estimates, beside),
        "roles": [
            {
                **cast("shared.NamedRole", naming(profile, profile.role)),
                "paths": [outlined(path) for path in profile.paths],
            }
            for profile in profiles
        ],
        "shared": msgspec.to_builtins(comparison.shared),
        "only": msgspec.to_builtins(comparison.only),
    }
