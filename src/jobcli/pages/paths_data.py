"""The rows of `paths` for programs: JSON, and a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from jobcli.pages.admission import admission_rows

if TYPE_CHECKING:
    from decimal import Decimal

    from jobcli.domain.figures import Drawer
    from jobcli.domain.profile import Profile
    from jobcli.pages.contract import paths
    from jobcli.pay.estimate import Estimate
    from jobcli.training.afbg import AfbgCalculation, OwnCost
    from jobcli.training.funding import Ruling
    from jobcli.training.payback import Gains, Payback, PaybackCase, PayPair
    from jobcli.training.weighing import PathOrder, WeighedPath


def paths_rows(
    profile: Profile,
    weighed: Sequence[WeighedPath],
    order: PathOrder,
    drawer: Drawer,
    before: tuple[Profile, Estimate, Estimate] | None,
    counted: PayPair | None = None,
) -> paths.Paths:
    """The paths, the best first. Amounts are euros; null is not known."""
    gross = None
    if before is not None and counted is not None and counted.net:
        from jobcli.training.payback import gains

        gross = gains(before[1].gross_year, before[2].gross_year)
    return {
        "role": profile.id,
        "from": None if before is None else _before(*before, counted),
        "sort": order,
        "paths": [_row(profile, item, drawer, gross) for item in weighed],
    }


def _before(profile: Profile, new: Estimate, present: Estimate, counted: PayPair | None) -> paths.Before:
    from jobcli.training.payback import gains

    more = gains(new.gross_year, present.gross_year)
    net = None if counted is None or not counted.net else gains(counted.new, counted.present)
    return {
        "role": profile.id,
        "as_of": new.as_of,
        "new_gross_year": msgspec.to_builtins(new.gross_year),
        "present_gross_year": msgspec.to_builtins(present.gross_year),
        "gain_month": _gain(more),
        "gain_month_net": None if net is None else _gain(net),
        "counted": "gross" if net is None else "net",
        "pay_date": None if net is None or counted is None else counted.pay_date,
        "ranges_overlap": more.overlap,
    }


def _gain(item: Gains) -> paths.Gain:
    return {"best": round(item.best, 2), "middle": round(item.middle, 2), "worst": round(item.worst, 2)}


def _row(profile: Profile, item: WeighedPath, drawer: Drawer, gross: Gains | None) -> paths.Path:
    path = item.path
    source = path.sources.get(path.source) or profile.role.sources[path.source]
    return {
        "id": path.id,
        "title": path.title,
        "kind": path.kind,
        "awards": path.awards,
        "awarding_body": path.awarding_body,
        "law": path.law,
        "dqr": path.dqr,
        "admission": list(path.admission),
        "months": path.months,
        "hours_per_week": path.hours_per_week,
        "hours_total": path.hours_total,
        **admission_rows(item.admitted),
        "course": path.cost.course,
        "exam": path.cost.exam,
        "cost": None if item.cost is None else _builtins(item.cost),
        "funding": [_ruling(ruling, drawer) for ruling in item.rulings],
        "afbg": None if item.afbg is None else _afbg(item.afbg, drawer),
        "own_cost": None if item.own_cost is None else _own(item.own_cost),
        "worth": None if item.worth is None else _worth(item.worth, gross),
        "doubt": path.doubt,
        "source": source,
        "sources": path.sources,
    }


def _builtins(record: object) -> Any:  # noqa: ANN401  what the record is becomes what it holds
    """Plain values in which Decimals stay what they are: the encoder writes them as numbers."""
    from decimal import Decimal

    return msgspec.to_builtins(record, builtin_types=(Decimal,))


def _ruling(ruling: Ruling, drawer: Drawer) -> paths.Ruling:
    scheme = drawer.schemes[ruling.scheme]

    def conditions(names: Sequence[str]) -> list[paths.JudgedCondition]:
        return [{"id": name, "text": scheme.conditions[name].ask, "law": scheme.conditions[name].law} for name in names]

    return {
        "id": ruling.scheme,
        "verdict": ruling.verdict,
        "met": conditions(ruling.met),
        "open": conditions(ruling.open),
        "against": conditions(ruling.against),
        "amounts": msgspec.to_builtins(ruling.amounts),
        "law": scheme.law,
        "since": scheme.since,
        "source": scheme.source,
    }


def _afbg(item: AfbgCalculation, drawer: Drawer) -> paths.Afbg:
    table = drawer["afbg-shares"]
    return {
        "complete": item.complete,
        "lines": [_builtins(line) for line in item.lines],
        "since": table.since,
        "confidence": table.confidence,
        "source": table.source,
    }


def _own(item: OwnCost) -> paths.OwnCost:
    money = item.money
    return {"low": money.low, "high": money.high, "complete": money.complete, "afbg_counted": item.counted}


def _worth(item: Payback, gross: Gains | None) -> paths.Worth:
    """When it has paid for itself; `gross` are the gross gains where the cases were counted with net pay."""
    return {
        "best": _case(item.best, None if gross is None else gross.best),
        "middle": _case(item.middle, None if gross is None else gross.middle),
        "worst": _case(item.worst, None if gross is None else gross.worst),
        "may_never_pay_off": item.worst.after is None,
        "ranges_overlap": item.overlap,
        "at_least": item.at_least,
        "moved_most_by": item.swings[0].assumption if item.swings else None,
    }


def _case(case: PaybackCase, gross: Decimal | None) -> paths.Case:
    return {
        "gain_month": round(case.gain if gross is None else gross, 2),
        "gain_month_net": None if gross is None else round(case.gain, 2),
        "cost": case.cost,
        "months": case.months,
        "paid_after": case.after,
        "paid_month": case.month,
    }


def paths_table(weighed: Sequence[WeighedPath]) -> list[list[object]]:
    """The same as rows of a table, the first with the names of the columns; what is not known stays empty."""
    rows: list[list[object]] = [
        ["id", "kind", "dqr", "months_min", "months_max", "cost_low", "cost_high", "own_low", "own_high", "complete"]
    ]
    for item in weighed:
        path, cost, own = item.path, item.cost, item.own_cost
        months = (path.months.min, path.months.max) if path.months else (None, None)
        rows.append(
            [
                *(path.id, path.kind, path.dqr, *months),
                *((cost.low, cost.high) if cost else (None, None)),
                *((own.money.low, own.money.high) if own else (None, None)),
                cost.complete if cost else False,
            ]
        )
    return rows
