"""One page from where a person stands to a role: training and roles month by month, money, what is open: the answer of `plan`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct, structs

from jobcli.answers.amounts import Stretch, Sum
from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Employer
from jobcli.answers.funding import BonusTold, CostInTheEnd, bonus_told
from jobcli.answers.gain import RoleGain, gaps, own_pay
from jobcli.answers.pay import paid_there, wholly
from jobcli.answers.rows import price
from jobcli.answers.wire import AsOf, FromMe
from jobcli.domain.evidence import Words
from jobcli.domain.extent import together
from jobcli.domain.meaning import means
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.moving.chain import ChainLeg, ChainTraining, chain
from jobcli.moving.moves import links
from jobcli.training.calendar import month_name, month_number
from jobcli.training.offers import OfferKey, holes
from jobcli.training.payback import worth
from jobcli.training.weighing import weigh

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.gain import GainBasis, PayGaps
    from jobcli.domain.extent import Extent
    from jobcli.domain.figures import Drawer
    from jobcli.domain.profile import Profile
    from jobcli.training.afbg import OwnCost

WeekTask = Literal["ask-admission", "get-offer", "ask-funding", "see-gaps", "see-role", "see-ways"]
"""What to do first, by id."""


class PlannedStep(Struct, frozen=True, kw_only=True):
    """A training or a role of a plan."""

    kind: Annotated[Literal["training", "role"], means("What it is.")]
    id: Annotated[str, means("The id of the path or of the role.")]
    title: Annotated[Words, means("Its name in both languages.")]
    begins: Annotated[str, means("The month (YYYY-MM) in which it begins, at the latest that is known.")]
    ends: Annotated[str | None, means("The month in which it ends at the latest; null of a role, or if not known.")]
    ends_soonest: Annotated[str | None, means("The month in which it ends at the earliest.")]
    sure: Annotated[bool, means("Whether the length of all that comes before is known; if not, it is later.")]
    months: Annotated[Stretch | None, means("How long the training takes.")]
    price: Annotated[Sum | None, means("What course and examination cost, in euros.")]
    own_cost: Annotated[CostInTheEnd | None, means("What funding leaves of it, in euros.")]
    bonus: Annotated[BonusTold | None, means("What the Land pays once on passing; no sum has it.")]
    typical: Annotated[bool, means("Whether a figure of it is only typical for such courses.")]
    admitted: Annotated[bool | None, means("Whether the person may begin it by then; null of a role, or if not known.")]
    pay_year: Annotated[int | None, means("The middle of what the role pays, in gross euros a year.")]
    gain: Annotated[RoleGain | None, means("What the role pays more than the present one.")]


class OpenHole(Struct, frozen=True, kw_only=True):
    """What an offer would tell of a path."""

    path: Annotated[str, means("The id of the path.")]
    keys: Annotated[tuple[OfferKey, ...], means("What: `jobcli me offer PATH` fills it.")]


class CareerPlan(Answer, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """The result of `plan`."""

    commands = ("plan",)
    table = Columns(
        "steps",
        (
            *("kind", "id", "begins", "ends", "sure", "admitted", "price_low=price.low", "price_high=price.high"),
            *("own_low=own_cost.low", "own_high=own_cost.high", "bonus=bonus.euros", "pay_year"),
        ),
    )
    before: Annotated[str, means("The id of the role from which it begins.")]
    after: Annotated[str, means("The id of the role to which it leads.")]
    start: Annotated[str, means("The month (YYYY-MM) in which it begins.")]
    pay_year: Annotated[int, means("What the person earns now, as told, else the middle, in gross euros a year.")]
    steps: Annotated[tuple[PlannedStep, ...], means("Training and roles in turn.")]
    months: Annotated[Stretch | None, means("How long all training takes.")]
    own_cost: Annotated[Sum | None, means("What all training costs the person in the end, in euros.")]
    bonus: Annotated[float, means("What the Land pays once for all of it, in euros; nobody is entitled.")]
    employer: Annotated[
        Employer,
        means(
            "`new`: with another employer the years there begin at 0; `same` with --same-employer; `untold`: no years were told."
        ),
    ]
    gain: Annotated[RoleGain, means("What the goal pays more than the present role.")]
    gain_year_net: Annotated[int | None, means("The same net; null where gross pay is counted.")]
    paid_best: Annotated[int | None, means("The month after the start in which it is paid for, at best; null: never.")]
    paid_middle: Annotated[int | None, means("The same in the middle.")]
    paid_worst: Annotated[int | None, means("The same at worst.")]
    holes: Annotated[tuple[OpenHole, ...], means("What is not known of the training.")]
    week: Annotated[tuple[WeekTask, ...], means("Three things to do this week.")]
    as_of: AsOf
    from_me: FromMe


class FoundPlan(Struct, frozen=True, kw_only=True):
    """A plan, as its page needs it."""

    answer: CareerPlan
    basis: GainBasis


def planned_way(
    profiles: Mapping[str, Profile], who: Asker, taxed: Asker | None, start: str, goal: str, month: str, day: str
) -> FoundPlan:
    """The plan of a person from one role to another, beginning in a month (YYYY-MM), by what is known on a day.

    `taxed` is the person with what net pay asks; None where they told too little. Refusal where a role has no estimate.
    """
    roles = {name: one.role for name, one in profiles.items()}
    known = {path.id or "": path for one in profiles.values() for path in one.paths}
    legs = chain(
        start, goal, roles, links(roles), lambda name: profiles[name].paths, who.entrant, known.get, who.offers
    )
    estimates = wholly(paid_there([profiles[name] for name in (start, *(leg.role for leg in legs))], who, day))
    own = own_pay(who, start)
    between = gaps(estimates.items, taxed, day, own)
    trained = [one for leg in legs for one in leg.training]
    funding = open_drawer(FUNDING)
    done = (known.get(name) for name in who.standing.qualifications)
    apprenticed = any(path is not None and path.kind == "apprenticeship" for path in done)
    costs = {one.path.id: _weighed(one, who, funding, day, apprenticed=apprenticed) for one in trained}
    months = together(_months(who, one) for one in trained)
    money = together(None if (cost := costs[one.path.id][0]) is None else cost.money for one in trained)
    gap = between.counted(start, goal)
    case = None
    known_cost = next((cost for cost, _, _ in costs.values() if cost is not None), None)
    if gap is not None and money is not None and known_cost is not None:
        case = worth(structs.replace(known_cost, money=money), months, gap)
    steps = _steps(legs, profiles, who, costs, between, start, month)
    net = between.net(start, goal)
    answer = CareerPlan(
        before=start,
        after=goal,
        start=steps[0].begins,
        pay_year=between.earned(start) or 0,
        steps=steps,
        months=None if months is None else Stretch(months.low, months.high, months.complete),
        own_cost=price(money),
        bonus=sum(float(step.bonus.euros) for step in steps if step.bonus is not None),
        employer=who.employer,
        gain=between.between(start, goal),
        gain_year_net=None if net is None else net.p50,
        paid_best=None if case is None else case.best.month,
        paid_middle=None if case is None else case.middle.month,
        paid_worst=None if case is None else case.worst.month,
        holes=tuple(
            OpenHole(path=one.path.id or "", keys=keys)
            for one in trained
            if (keys := holes(who.offered(one.path), who.offers.get(one.path.id or "")))
        ),
        week=("ask-admission", "get-offer", "ask-funding") if trained else ("see-gaps", "see-role", "see-ways"),
        as_of=estimates.items[0].as_of,
        from_me=who.from_me,
    )
    return FoundPlan(answer=answer, basis=between.basis)


_Weighed = tuple["OwnCost | None", Sum | None, BonusTold | None]


def _weighed(item: ChainTraining, who: Asker, funding: Drawer, day: str, *, apprenticed: bool) -> _Weighed:
    """What a path costs the person, its price, and the bonus of their Land."""
    applicant = structs.replace(who.applicant(offer=who.offers.get(item.path.id or "")), apprenticed=apprenticed)
    found = weigh(who.offered(item.path), applicant, funding, day)
    return found.own_cost, price(found.cost), bonus_told(found.rulings, funding)


def _in_the_end(own: OwnCost) -> CostInTheEnd:
    money = own.money
    return CostInTheEnd(low=money.low, high=money.high, complete=money.complete, afbg_counted=own.counted)


def _months(who: Asker, item: ChainTraining) -> Extent[float] | None:
    span = who.offered(item.path).months
    return None if span is None else span.extent


def _steps(
    legs: tuple[ChainLeg, ...],
    profiles: Mapping[str, Profile],
    who: Asker,
    costs: Mapping[str | None, _Weighed],
    between: PayGaps,
    start: str,
    month: str,
) -> tuple[PlannedStep, ...]:
    """Each as soon as what comes before has ended at the latest; an offered course in the month of the offer."""
    steps: list[PlannedStep] = []
    now, sure = month_number(month), True
    for leg in legs:
        for one in leg.training:
            path, (own, cost, bonus) = who.offered(one.path), costs[one.path.id]
            offer = who.offers.get(one.path.id or "")
            begins = max(now, month_number(offer.start[:7])) if offer is not None and offer.start else now
            ends = None if path.months is None else begins + max(1, math.ceil(path.months.max))
            spans = (path.months, path.cost.course, path.cost.exam)
            steps.append(
                PlannedStep(
                    kind="training",
                    id=path.id or "",
                    title=path.title,
                    begins=month_name(begins),
                    ends=None if ends is None else month_name(ends - 1),
                    ends_soonest=None
                    if path.months is None
                    else month_name(begins + max(1, math.ceil(path.months.min)) - 1),
                    sure=sure,
                    months=None if path.months is None else Stretch(path.months.min, path.months.max, complete=True),
                    price=cost,
                    own_cost=None if own is None else _in_the_end(own),
                    bonus=bonus,
                    typical=any(span is not None and span.basis == "generic" for span in spans),
                    admitted=True if one.open else None,
                    pay_year=None,
                    gain=None,
                )
            )
            now, sure = begins if ends is None else ends, sure and ends is not None
        steps.append(
            PlannedStep(
                kind="role",
                id=leg.role,
                title=profiles[leg.role].role.title,
                begins=month_name(now),
                ends=None,
                ends_soonest=None,
                sure=sure,
                months=None,
                price=None,
                own_cost=None,
                bonus=None,
                typical=False,
                admitted=None,
                pay_year=between.earned(leg.role),
                gain=between.between(start, leg.role),
            )
        )
    return tuple(steps)
