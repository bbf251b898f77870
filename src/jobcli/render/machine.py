"""The same results as JSON: keys are only ever added. Words of profiles keep both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from jobcli.domain.signs import escaped

# Machines call often: what only one command needs is imported by its function, types only for the type checker.
if TYPE_CHECKING:
    from jobcli.domain.card import Card
    from jobcli.domain.evidence import Problem, Source, Words
    from jobcli.domain.figures import Drawer
    from jobcli.domain.role import Role, TrainingPath
    from jobcli.estimating.comparing import Comparison
    from jobcli.estimating.extras import Amount, Cited, Extra, Extras, Rule
    from jobcli.estimating.net import NetEstimate
    from jobcli.estimating.observed import Carried
    from jobcli.estimating.salary import Estimate, Line
    from jobcli.estimating.timeline import Placed, Timeline
    from jobcli.estimating.varying import Variation
    from jobcli.loading.catalog import Entry, Profile
    from jobcli.render.language import Language
    from jobcli.render.planned import Plan

FORMAT = 1

# Amounts are numbers with their decimals, not texts.
_ENCODER = msgspec.json.Encoder(decimal_format="number")

Data = dict[str, Any]


def envelope(say: Language, command: str, status: str, result: object, problems: Sequence[Problem]) -> str:
    """One line of JSON for a result, for a failure, or for a result with warnings."""
    data = {
        "jobcli_format": FORMAT,
        "command": command,
        "status": status,
        "result": result,
        "problems": [_problem(say, item) for item in problems],
    }
    try:
        text = _ENCODER.encode(data).decode()
    except UnicodeEncodeError:
        # The name of a folder or a file, whose bytes are no letters.
        text = _ENCODER.encode(_letters(data)).decode()
    return escaped(text)


def _letters(data: object) -> object:
    """The same with every text as one that JSON can carry."""
    if isinstance(data, str):
        return _clean(data)
    if isinstance(data, Mapping):
        return {_letters(key): _letters(below) for key, below in data.items()}
    return [_letters(item) for item in data] if isinstance(data, list | tuple) else data


def _problem(say: Language, problem: Problem) -> Data:
    place = problem.place
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": _clean(say(problem.message, **problem.values)),
        "hint": _clean(say(problem.hint, **problem.values)),
        "place": {"file": _clean(place.file), "line": place.line or None, "column": place.column or None}
        if place
        else None,
    }


def _clean(text: str) -> str:
    """The text without what JSON cannot carry: bytes of a file name that are no letters."""
    return text.encode("utf-8", "backslashreplace").decode()


def roles_data(entries: Sequence[Entry], filters: Data, pay: Mapping[str, int]) -> Data:
    """The rows of `list`; `pay` is the middle of the estimates that a filter asked for, in euros a year, by role."""
    return {"filters": filters, "roles": [role_row(entry, pay) for entry in entries]}


def role_row(entry: Entry, pay: Mapping[str, int]) -> Data:
    """What a list says of a role."""
    return {**_named(entry, entry.card), "gross_year": {"p50": pay[entry.id]} if entry.id in pay else None}


def _row(profile: Profile) -> Data:
    return _named(profile, profile.role)


def _named(item: Entry | Profile, role: Card | Role) -> Data:
    return {
        "id": item.id,
        "title": _words(role.title),
        "level": role.level,
        "origin": item.origin,
        "file": item.file,
    }


def profile_data(profile: Profile) -> Data:
    """The whole profile, its training paths in full; null is not known."""
    role: Data = msgspec.to_builtins(profile.role)
    paths = [msgspec.to_builtins(path) for path in profile.paths]
    return {
        "role": {
            "id": profile.id,
            "origin": profile.origin,
            "file": profile.file,
            "hides": profile.hides,
            **role,
            "paths": paths,
        }
    }


def estimates_data(
    estimates: Sequence[Estimate], beside: Mapping[str, Extras], nets: Mapping[str, NetEstimate] | None = None
) -> Data:
    """The estimates from the highest pay to the lowest; `beside` holds what comes beside pay, and `nets` net pay, by role."""
    rows = [_estimate(item, beside[item.role]) | (_net(nets[item.role]) if nets else {}) for item in estimates]
    return {"as_of": estimates[0].as_of if estimates else None, "estimates": rows}


def _estimate(item: Estimate, extras: Extras) -> Data:
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
            "source": _source(item.anchor_source),
        },
        "receipt": [_line(line) for line in item.receipt],
        "spread": {"sigma": round(item.sigma, 4), "observation": item.spread_from},
        "cut_at_minimum_wage": item.floor,
        "observations": [_carried(other) for other in item.others],
        "special_payments_year": _extras(extras),
        "net_month": None,
        "net": None,
    }


def _net(item: NetEstimate) -> Data:
    from jobcli.render.net_data import net_month_data, payslip_data

    return {"net_month": net_month_data(item.month), "net": payslip_data(item.slip)}


def _line(line: Line) -> Data:
    return {
        "factor": line.factor,
        "value": line.value,
        "counts": round(line.counts, 4),
        "assumed": line.assumed,
        "multiplier": line.multiplier,
        "euros": line.euros,
        "subtotal": line.subtotal,
        "since": line.since,
        "confidence": line.confidence,
        "source": _source(line.source),
    }


def _extras(item: Extras) -> Data:
    return {
        "p50": item.total,
        "included": item.included,
        "often_the_same": list(item.same),
        "lines": [_extra(line) for line in item.lines],
        "benefits_in_kind": None if item.in_kind is None else _rule(item.in_kind),
    }


def _extra(line: Extra) -> Data:
    shares = [{"group": one.group, "percent": one.percent, **_cited(one.cited)} for one in line.shares]
    return {
        "id": line.id,
        "basis": line.basis,
        "source": _source(line.source),
        "shares": shares,
        "amount_year": None if line.amount is None else _amount(line.amount),
        "rules": [_rule(rule) for rule in line.rules],
    }


def _amount(item: Amount) -> Data:
    return {
        "kind": item.kind,
        "low": item.low,
        "p50": item.middle,
        "high": item.high,
        "group": item.group,
        **(_cited(item.cited) if item.cited else {**_cited(None), "confidence": "derived"}),
    }


def _rule(rule: Rule) -> Data:
    return {"id": rule.id, "law": rule.law, "values": rule.values, **_cited(rule.cited)}


def _cited(cited: Cited | None) -> Data:
    if cited is None:
        return {"table": None, "since": None, "confidence": None, "source": None}
    return {
        "table": cited.table,
        "since": cited.since,
        "confidence": cited.confidence,
        "source": _source(cited.source),
    }


def _carried(other: Carried) -> Data:
    return {
        **msgspec.to_builtins(other.observation),
        "source": _source(other.source),
        "carried": other.carried,
        "older_than_five_years": other.old,
        "explained_by": other.reasons,
        "distance": None if other.distance is None else round(other.distance, 4),
    }


def variation_data(item: Variation, nets: Mapping[str, NetEstimate] | None = None) -> Data:
    """The estimates of one role for all values of one factor; with `nets`, by value, also net pay."""
    points = []
    for point in item.points:
        row = {"value": point.value, "chosen": point.chosen, "gross_year": msgspec.to_builtins(point.gross_year)}
        points.append({**row, "net_month": _net_month(nets[point.value])} if nets else row)
    slip = next(iter(nets.values())).slip if nets else None
    paid = {} if slip is None else {"pay_date": slip.pay_date}
    return {"role": item.role, "by": item.by, "as_of": item.as_of, **paid, "points": points}


def _net_month(net: NetEstimate) -> Data:
    from jobcli.render.net_data import net_month_data

    return net_month_data(net.month)


def variation_table(item: Variation, nets: Mapping[str, NetEstimate] | None = None) -> list[list[object]]:
    """The same as rows of a table, the first with the names of the columns."""
    names = ("p10", "p25", "p50", "p75", "p90")
    rows: list[list[object]] = [[item.by, *names, "as_of", *(f"net_month_{name}" for name in names if nets)]]
    for point in item.points:
        pay = point.gross_year
        net = nets[point.value].month.values() if nets else ()
        rows.append([point.value, pay.p10, pay.p25, pay.p50, pay.p75, pay.p90, item.as_of, *net])
    return rows


def estimates_table(estimates: Sequence[Estimate], nets: Mapping[str, NetEstimate] | None = None) -> list[list[object]]:
    """Estimates as rows of a table, the first with the names of the columns; with `nets` also net pay a month."""
    points = ("p10", "p25", "p50", "p75", "p90")
    rows: list[list[object]] = [["role", *points, "as_of", *(f"net_month_{name}" for name in points if nets)]]
    for item in estimates:
        pay = item.gross_year
        net = nets[item.role].month.values() if nets else ()
        rows.append([item.role, pay.p10, pay.p25, pay.p50, pay.p75, pay.p90, item.as_of, *net])
    return rows


def comparison_data(
    comparison: Comparison, profiles: Sequence[Profile], estimates: Sequence[Estimate], beside: Mapping[str, Extras]
) -> Data:
    """What roles share and what only one has, by ids; pay, time and cost of each."""
    return {
        **estimates_data(estimates, beside),
        "roles": [{**_row(profile), "paths": [_outline(path) for path in profile.paths]} for profile in profiles],
        "shared": msgspec.to_builtins(comparison.shared),
        "only": msgspec.to_builtins(comparison.only),
    }


def _outline(path: TrainingPath) -> Data:
    from jobcli.estimating.pathways import outline

    item = outline(path)
    return {
        "id": item.id,
        "title": _words(path.title),
        "kind": path.kind,
        "months": {"min": item.months[0], "max": item.months[1]} if item.months else None,
        "cost": msgspec.to_builtins(item.money) if item.money else None,
    }


def paths_data(profile: Profile) -> Data:
    """The paths of a role, to choose from."""
    return {"role": profile.id, "paths": [_outline(path) for path in profile.paths]}


def checklist_data(profile: Profile, plan: Plan) -> Data:
    """The steps of one path in the order in which they can be done, and what became of each; with a start, when."""
    from jobcli.render.walked import progress_data, step_data

    journey, timeline, path = plan.journey, plan.timeline, plan.journey.path
    whole: Data = msgspec.to_builtins(path)
    rest = {key: value for key, value in whole.items() if key not in ("steps", "months", "cost")}
    prices = {"months": whole.get("months"), "prices": whole.get("cost", {})}
    return {
        "role": profile.id,
        "path": {**_outline(path), **rest, **prices},
        "steps": [
            step_data(stand) if timeline is None else {**step_data(stand), "timeline": _months(plan.placed(stand))}
            for stand in journey.stands
        ],
        "progress": progress_data(journey),
        **({} if timeline is None else {"timeline": _timeline(plan.start, timeline)}),
    }


def _timeline(start: str | None, timeline: Timeline) -> Data:
    end = timeline.end if timeline.known else None
    return {"start": start, "end": end, "at_least_until": timeline.soonest, "unknown_steps": timeline.unknown}


def _months(placed: Placed | None) -> Data:
    begins, known = placed is not None and placed.begins, placed is not None and placed.known
    return {
        "start": placed.start if placed and begins else None,
        "end": placed.end if placed and known else None,
    }


def role_sources_data(profile: Profile) -> Data:
    """The sources of a role, and of its paths."""
    rows = [{"id": name, "path": None, **_source(source)} for name, source in profile.role.sources.items()]
    rows += [
        {"id": name, "path": path.id, **_source(source)}
        for path in profile.paths
        for name, source in path.sources.items()
    ]
    return {"role": profile.id, "sources": rows}


def figures_data(drawer: Drawer) -> Data:
    """The tables of figures with their values, and the schemes of support with their conditions."""
    return {
        "figures": [{"id": name, **msgspec.to_builtins(table)} for name, table in drawer.tables.items()],
        "schemes": [{"id": name, **msgspec.to_builtins(scheme)} for name, scheme in drawer.schemes.items()],
    }


def _source(source: Source) -> Data:
    data: Data = msgspec.to_builtins(source)
    return data


def _words(words: Words) -> Data:
    return {"de": words.de, "en": words.en}
