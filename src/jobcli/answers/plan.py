"""One page from where a person stands to a role: training and roles month by month, money, what is open: the answer of `plan`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from msgspec import Struct, structs

from jobcli.answers.amounts import Stretch, Sum
from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Employer
from jobcli.answers.chamber import AskedChamber, whom_to_ask
from jobcli.answers.funding import BonusTold, CostInTheEnd, bonus_told
from jobcli.answers.gain import RoleGain, gaps, own_pay
from jobcli.answers.pay import Paid, paid_there, wholly
from jobcli.answers.rows import price
from jobcli.answers.wire import AsOf, Euros, FromMe
from jobcli.domain.evidence import Confidence, Source, Words
from jobcli.domain.extent import together
from jobcli.domain.meaning import means
from jobcli.domain.schooling import EDUCATIONS
from jobcli.files.figures import FUNDING, open_contacts, open_drawer
from jobcli.moving.chain import ChainLeg, ChainTraining, chain
from jobcli.moving.moves import links
from jobcli.training.calendar import month_name, month_number
from jobcli.training.gate import educated
from jobcli.training.offers import OfferKey, holes
from jobcli.training.payback import worth
from jobcli.training.weighing import weigh

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.gain import GainBasis, PayGaps
    from jobcli.domain.extent import Extent
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Span, TrainingPath
    from jobcli.training.afbg import OwnCost

WeekTask = Literal["ask-admission", "get-offer", "enrol", "papers", "ask-funding", "see-gaps", "see-role", "see-ways"]
"""What to do first, by id."""

UntoldKey = Literal["pay", "qualifications", "education", "school", "experience"]
"""A key of `me` that would settle what is open."""

_SETTLES: Mapping[str, UntoldKey] = {
    "qualifications": "qualifications",
    "education": "education",
    "school": "school",
    "practice": "experience",
}


class PlannedStep(Struct, frozen=True, kw_only=True):
    """A training or a role of a plan."""

    kind: Annotated[Literal["training", "role"], means("What it is.")]
    id: Annotated[str, means("The id of the path or of the role.")]
    title: Annotated[Words, means("Its name in both languages.")]
    role: Annotated[str, means("The id of the role that it leads to; of a role its own.")]
    begins: Annotated[str, means("The month (YYYY-MM) in which it begins, at the latest that is known.")]
    ends: Annotated[str | None, means("The month in which it ends at the latest; null of a role, or if not known.")]
    ends_soonest: Annotated[str | None, means("The month in which it ends at the earliest.")]
    sure: Annotated[bool, means("Whether the length of all that comes before is known; if not, it is later.")]
    months: Annotated[Stretch | None, means("How long the training takes.")]
    price: Annotated[Sum | None, means("What course and examination cost, in euros.")]
    own_cost: Annotated[CostInTheEnd | None, means("What funding leaves of it, in euros.")]
    bonus: Annotated[
        BonusTold | None, means("What the Land pays on passing the first examination for which it does; no sum has it.")
    ]
    doubted: Annotated[
        tuple[Literal["months", "price"], ...], means("Which of its figures are concluded by us or in doubt.")
    ]
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
    begun: Annotated[str | None, means("The day on which the person began it; null if they have not.")]
    pay_year: Annotated[int, means("What the person earns now, as told, else the middle, in gross euros a year.")]
    steps: Annotated[tuple[PlannedStep, ...], means("Training and roles in turn.")]
    months: Annotated[Stretch | None, means("How long all training takes.")]
    own_cost: Annotated[Sum | None, means("What all training costs the person in the end, in euros.")]
    bonus: Annotated[Euros, means("What the Land pays once, in euros; nobody is entitled, and no sum has it.")]
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
    untold: Annotated[tuple[UntoldKey, ...], means("What `jobcli me set` would settle beside.")]
    week: Annotated[tuple[WeekTask, ...], means("Three things to do this week.")]
    ask: Annotated[AskedChamber | None, means("Whom to ask about the first training; null without training.")]
    advice: Annotated[FundingLine | None, means("Who advises on funding; null without training.")]
    as_of: AsOf
    from_me: FromMe


class FundingLine(Struct, frozen=True, kw_only=True):
    """A telephone line."""

    name: Annotated[Words, means("Whose it is.")]
    phone: Annotated[str | None, means("Its number.")]
    hours: Annotated[Words | None, means("When somebody is there.")]
    confidence: Annotated[Confidence, means("What it was read from.")]
    source: Annotated[Source, means("Where it was read.")]


class FoundPlan(Struct, frozen=True, kw_only=True):
    """A plan, as its page needs it."""

    answer: CareerPlan
    basis: GainBasis


def planned_way(
    profiles: Mapping[str, Profile],
    who: Asker,
    taxed: Asker | None,
    start: str,
    goal: str,
    month: str,
    day: str,
    begun: str | None = None,
) -> FoundPlan:
    """The plan of a person from one role to another, beginning in a month (YYYY-MM), by what is known on a day.

    `taxed` is the person with what net pay asks; None where they told too little. `begun` is the day on which they began it.
    Refusal where a role has no estimate.
    """
    roles = {name: one.role for name, one in profiles.items()}
    known = {path.id or "": path for one in profiles.values() for path in one.paths}
    legs = chain(
        start, goal, roles, links(roles), lambda name: profiles[name].paths, who.entrant, known.get, who.offers
    )
    done = [path for name in who.standing.qualifications if (path := known.get(name)) is not None]
    estimates = wholly(_paid(profiles, who, start, legs, done, day))
    own = own_pay(who, start)
    between = gaps(estimates.items, taxed, day, own)
    trained = [one for leg in legs for one in leg.training]
    costs = _weighed(trained, who, done, day)
    months = together(_months(who, one) for one in trained)
    money = together(None if (cost := costs[one.path.id].own) is None else cost.money for one in trained)
    gap = between.counted(start, goal)
    case = None
    known_cost = next((cost.own for cost in costs.values() if cost.own is not None), None)
    if gap is not None and money is not None and known_cost is not None:
        case = worth(structs.replace(known_cost, money=money), months, gap)
    steps = _steps(legs, profiles, who, costs, between, start, month)
    net = between.net(start, goal)
    open_holes = tuple(
        OpenHole(path=one.path.id or "", keys=keys)
        for one in trained
        if (keys := holes(who.offered(one.path), who.offers.get(one.path.id or "")))
    )
    asked, advice = _contacts(trained, who) if trained else (None, None)
    answer = CareerPlan(
        before=start,
        after=goal,
        start=steps[0].begins,
        begun=begun,
        pay_year=between.earned(start) or 0,
        steps=steps,
        months=None if months is None else Stretch(months.low, months.high, months.complete),
        own_cost=price(money),
        bonus=next((step.bonus.euros for step in steps if step.bonus is not None), 0),
        employer=who.employer,
        gain=between.between(start, goal),
        gain_year_net=None if net is None else net.p50,
        paid_best=None if case is None else case.best.month,
        paid_middle=None if case is None else case.middle.month,
        paid_worst=None if case is None else case.worst.month,
        holes=open_holes,
        untold=_untold(trained, costs.values(), pay_told=own is not None),
        week=_week(trained, open_holes),
        ask=asked,
        advice=advice,
        as_of=estimates.items[0].as_of,
        from_me=who.from_me,
    )
    return FoundPlan(answer=answer, basis=between.basis)


def _paid(
    profiles: Mapping[str, Profile],
    who: Asker,
    start: str,
    legs: Sequence[ChainLeg],
    done: Sequence[TrainingPath],
    day: str,
) -> Paid:
    """The pay of all roles of a plan. Who told an education has, in the roles to come, that of the training by then."""
    found = [paid_there([profiles[start]], who, day)]
    for number, leg in enumerate(legs):
        for path in (*(done if number == 0 else ()), *(one.path for one in leg.training)):
            new, old = educated(path), who.person.education
            if new is not None and old is not None and EDUCATIONS.index(new) > EDUCATIONS.index(old):
                who = structs.replace(who, person=structs.replace(who.person, education=new))
        found.append(paid_there([profiles[leg.role]], who, day))
    return Paid(
        person=who.person,
        items=tuple(item for one in found for item in one.items),
        problems=tuple(problem for one in found for problem in one.problems),
    )


class _Weighed(NamedTuple):
    """The money of a path for the person."""

    own: OwnCost | None
    price: Sum | None
    bonus: BonusTold | None
    asks_education: bool
    """Whether the education would decide on Aufstiegs-BAföG, which is not for somebody with a master's degree."""


def _weighed(
    trained: Sequence[ChainTraining], who: Asker, done: Sequence[TrainingPath], day: str
) -> Mapping[str | None, _Weighed]:
    """The money of each path. The bonus stands at the first alone: no source says that a Land pays it twice.

    Whoever has passed such an examination has had it.
    """
    apprenticed = any(path.kind == "apprenticeship" for path in done)
    funding, paid_once = open_drawer(FUNDING), any(educated(path) == "master-craftsman" for path in done)
    found: dict[str | None, _Weighed] = {}
    for one in trained:
        applicant = structs.replace(who.applicant(offer=who.offers.get(one.path.id or "")), apprenticed=apprenticed)
        item = weigh(who.offered(one.path), applicant, funding, day)
        bonus = None if paid_once else bonus_told(item.rulings, funding)
        paid_once = paid_once or bonus is not None
        asks = any(ruling.scheme == "afbg" and "degree" in ruling.open for ruling in item.rulings if not ruling.against)
        found[one.path.id] = _Weighed(item.own_cost, price(item.cost), bonus, asks)
    return found


def _contacts(trained: Sequence[ChainTraining], who: Asker) -> tuple[AskedChamber, FundingLine]:
    """Whom to ask about the first training, and about who pays for it."""
    book = open_contacts()
    agency = next(line for line in book.lines if line.id == "ba-employees")
    advice = FundingLine(
        name=agency.name,
        phone=agency.phone,
        hours=agency.hours,
        confidence=agency.confidence,
        source=book.sources[agency.source],
    )
    return whom_to_ask(trained[0].path, book, who.person.state), advice


def _untold(trained: Sequence[ChainTraining], costs: Iterable[_Weighed], *, pay_told: bool) -> tuple[UntoldKey, ...]:
    """What the person could tell beside offers: what decides on admission and support, and what they earn."""
    asked = [_SETTLES[name] for one in trained for name in one.missing if name in _SETTLES]
    asked += ["education" for cost in costs if cost.asks_education]
    return (*dict.fromkeys(asked), *(() if pay_told else ("pay",)))


def _week(trained: Sequence[ChainTraining], open_holes: Sequence[OpenHole]) -> tuple[WeekTask, ...]:
    """Three things to do, the first of them a call: about admission where that is open, else about courses."""
    if not trained:
        return ("see-gaps", "see-role", "see-ways")
    if not trained[0].open:
        return ("ask-admission", "get-offer", "ask-funding")
    first: WeekTask = "get-offer" if any(hole.path == trained[0].path.id for hole in open_holes) else "enrol"
    return (first, "papers", "ask-funding")


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
    """Each as soon as what comes before has ended at the latest; an offered course in the month of the offer.

    Practice between two roles takes time that nobody publishes: what comes behind is later.
    """
    steps: list[PlannedStep] = []
    now, sure = month_number(month), True
    for leg in legs:
        sure = sure and bool(leg.training or not steps)
        for one in leg.training:
            item = _training(one, leg.role, who, costs[one.path.id], now, sure=sure)
            steps.append(item)
            now, sure = month_number(item.begins if item.ends is None else item.ends), sure and item.ends is not None
            now += item.ends is not None
        steps.append(
            PlannedStep(
                kind="role",
                id=leg.role,
                title=profiles[leg.role].role.title,
                role=leg.role,
                begins=month_name(now),
                ends=None,
                ends_soonest=None,
                sure=sure,
                months=None,
                price=None,
                own_cost=None,
                bonus=None,
                doubted=(),
                typical=False,
                admitted=None,
                pay_year=between.earned(leg.role),
                gain=between.between(start, leg.role),
            )
        )
    return tuple(steps)


def _training(one: ChainTraining, role: str, who: Asker, money: _Weighed, now: int, *, sure: bool) -> PlannedStep:
    """A training of a plan, which can begin in the month `now`."""
    path, offer = who.offered(one.path), who.offers.get(one.path.id or "")
    begins = max(now, month_number(offer.start[:7])) if offer is not None and offer.start else now
    months = path.months
    prices = (path.cost.course, path.cost.exam)
    doubts: dict[Literal["months", "price"], tuple[Span | None, ...]] = {"months": (months,), "price": prices}
    return PlannedStep(
        kind="training",
        id=path.id or "",
        title=path.title,
        role=role,
        begins=month_name(begins),
        ends=None if months is None else month_name(begins + max(1, math.ceil(months.max)) - 1),
        ends_soonest=None if months is None else month_name(begins + max(1, math.ceil(months.min)) - 1),
        sure=sure,
        months=None if months is None else Stretch(months.min, months.max, complete=True),
        price=money.price,
        own_cost=None if money.own is None else _in_the_end(money.own),
        bonus=money.bonus,
        doubted=tuple(name for name, found in doubts.items() if any(map(_in_doubt, found))),
        typical=any(span is not None and span.basis == "generic" for span in (months, *prices)),
        admitted=True if one.open else None,
        pay_year=None,
        gain=None,
    )


def _in_doubt(span: Span | None) -> bool:
    return span is not None and (span.doubt is not None or span.basis in ("doubted", "derived"))
