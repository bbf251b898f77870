"""All training paths of a role side by side: what each takes and costs, who pays, and whether it pays off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobcli.domain.evidence import phrase
from jobcli.render import names
from jobcli.render.funding import afbg_parts, funding_parts, span, verdicts
from jobcli.render.layout import Desk, Line, facts, joined, page, paragraph
from jobcli.render.worth import worth_parts

if TYPE_CHECKING:
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import Person
    from jobcli.domain.role import Span, Vocabulary
    from jobcli.estimating.salary import Estimate
    from jobcli.estimating.weighing import Order, Weighed
    from jobcli.loading.catalog import Profile

WIDE = 100
_ORDERS = {
    "own-cost": phrase("sorted by what it costs you; what is not known comes last"),
    "cost": phrase("sorted by price; what is not known comes last"),
    "time": phrase("sorted by months; what is not known comes last"),
}


def paths_page(
    desk: Desk,
    profile: Profile,
    weighed: Sequence[Weighed],
    order: Order,
    drawer: Drawer,
    person: Person,
    vocabulary: Vocabulary,
    before: tuple[Profile, Estimate, Estimate] | None,
) -> Group:
    """The page of `paths`; `before` is the present role with the estimates of the new and of the present pay."""
    say = desk.say
    title = say.plural(
        "{count} way to become {role}",
        "{count} ways to become {role}",
        len(weighed),
        role=say(profile.role.title),
    )
    wide = desk.width >= WIDE
    parts: list[RenderableType] = [Text(""), Padding(_table(desk, weighed), (0, 0, 0, 2))] if wide else []
    for item in weighed:
        rows = _facts(desk, profile, item, drawer, wide=wide)
        name = joined(Text(say(item.path.title), style="bold"), (f"  {item.path.id}", "muted"))
        parts += [Text(""), paragraph(name), facts(rows, indent=4)]
    return page(
        Text(title, style="title"),
        paragraph(say(_ORDERS[order]), style="muted"),
        *parts,
        *([] if before is None else worth_parts(desk, weighed, person, vocabulary, before)),
        *afbg_parts(desk, weighed, drawer),
        *funding_parts(desk, weighed, drawer),
    )


def _table(desk: Desk, weighed: Sequence[Weighed]) -> Table:
    """One row for each path: the numbers that are compared."""
    say = desk.say
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="heading")
    for label in (say("Path"), say("Kind"), "DQR", say("Months"), say("Course"), say("Exam"), say("Your cost")):
        table.add_column(label, overflow="fold", vertical="top")
    for item in weighed:
        path = item.path
        table.add_row(
            Text(path.id or "", style="bold"),
            names.name(say, path.kind),
            str(path.dqr) if path.dqr else _unknown(desk),
            say.span(path.months.min, path.months.max) if path.months else _unknown(desk),
            _price(desk, path.cost.course),
            _price(desk, path.cost.exam),
            Text(own(desk, item), style="money"),
        )
    return table


def _facts(desk: Desk, profile: Profile, item: Weighed, drawer: Drawer, *, wide: bool) -> list[tuple[str, Line]]:
    """What is said of one path in a block; wide pages have the numbers in the table above."""
    say, path = desk.say, item.path
    hours = [
        say(text, hours=say.span(value.min, value.max))
        for text, value in (
            (phrase("{hours} hours a week"), path.hours_per_week),
            (phrase("{hours} hours in all"), path.hours_total),
        )
        if value
    ]
    body = say(path.awarding_body) if path.awarding_body else say("not known")
    numbers: list[tuple[str, Line]] = [
        (say("Kind"), names.name(say, path.kind)),
        ("DQR", str(path.dqr) if path.dqr else say("not known")),
        (say("Length"), names.months(say, path) if path.months else say("not known")),
        (say("Course"), _price(desk, path.cost.course)),
        (say("Exam"), _price(desk, path.cost.exam)),
        (say("Your cost"), Text(own(desk, item), style="money")),
    ]
    source = path.sources.get(path.source) or profile.role.sources[path.source]
    ways = [say(way.text) for way in path.admission]
    return [
        (say("Leads to"), say(path.awards)),
        (say("Awarded by"), body),
        *([] if wide else numbers),
        (say("Hours"), say.listing(hours) or say("not known")),
        (say("Admission"), ("\n" + say("or") + " ").join(ways) or say("not known")),
        (say("Who pays"), verdicts(desk, item, drawer)),
        *([(say("In doubt"), say(path.doubt))] if path.doubt else []),
        (say("Source"), f"{source.publisher}: {source.title} ({names.source_date(say, source)})"),
        (say("Steps"), f"jobcli checklist {profile.id} {path.id}"),
    ]


def _unknown(desk: Desk) -> str:
    return desk.say("not known")


def _price(desk: Desk, price: Span | None) -> str:
    say = desk.say
    return _unknown(desk) if price is None else say.euro_span(price.min, price.max) + names.basis_note(say, price.basis)


def own(desk: Desk, item: Weighed) -> str:
    """What a path costs in the end, in words that carry the open questions."""
    say = desk.say
    if item.own_cost is None or item.cost is None:
        return say("not known")
    without = _least(desk, span(say, item.cost.low, item.cost.high), complete=item.cost.complete)
    if item.afbg is None:
        return without
    low, high = item.afbg.low.remains, item.afbg.high.remains
    funded = _least(desk, span(say, low, high), complete=item.cost.complete)
    if item.own_cost.counted == "yes":
        return say("{price} with Aufstiegs-BAföG and a passed exam", price=funded)
    return say("{price} with Aufstiegs-BAföG and a passed exam, else {other}", price=funded, other=without)


def _least(desk: Desk, text: str, *, complete: bool) -> str:
    return text if complete else desk.say("at least {price}", price=text)
