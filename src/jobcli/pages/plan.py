"""A plan on one page of a terminal: what starts and ends in which month, the money, what is open, and this week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.difference import gap_words, signed
from jobcli.pages.extent import euro_words, least_euro_words
from jobcli.pages.kit.parts import Desk, Page, facts, headline, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Command, Said
from jobcli.pages.offers import filling

if TYPE_CHECKING:
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.plan import CareerPlan, PlannedStep
    from jobcli.domain.evidence import Words
    from jobcli.pages.kit.language import Language

_RESTS = {
    "new": phrase("Latest months, new employer; finding a job on top."),
    "same": phrase("Latest months, same employer; finding a job on top."),
    "untold": phrase("Each month is the latest; finding a job comes on top."),
}
_WEEK = {
    "ask-admission": phrase("ask the examining body whether it admits you ({path})"),
    "get-offer": phrase("get offers of courses, and fill in what is open"),
    "ask-funding": phrase("ask who pays before it begins: jobcli paths {role}"),
    "see-gaps": phrase("see what is missing: jobcli match --explain"),
    "see-role": phrase("read what the role asks for: jobcli show {role}"),
    "see-ways": phrase("look at other ways: jobcli route {present} {role}"),
}


def plan_page(desk: Desk, answer: CareerPlan, present: Words, goal: Words, basis: GainBasis) -> Page:
    """The page of `plan`: the titles are those of the present role and of the goal."""
    say = desk.say
    rows: list[tuple[str, Said]] = [
        (say("Now"), say("{title}, {pay} a year", title=say(present), pay=say.euros(answer.pay_year)))
    ]
    rows += [(month_of(say, step.begins), _step(say, step)) for step in answer.steps]
    money: list[tuple[str, Said]] = [
        (say("Your cost"), whole_cost(say, answer)),
        *([(say("Bonus"), bonus_words(desk, answer))] if answer.bonus else []),
        (say("Gain"), gain_words(desk, answer)),
        (say("Paid back"), paid_words(say, answer)),
    ]
    opened: list[tuple[str, Said]] = [
        (
            say("Open") if number == 0 else "",
            Command(filling(desk, one.path, one.keys)),
        )
        for number, one in enumerate(answer.holes)
    ]
    first = next((step.id for step in answer.steps if step.kind == "training"), "")
    first_role = next((step.id for step in answer.steps if step.kind == "role"), answer.after)
    week = [
        (
            say("This week") if number == 0 else "",
            say(_WEEK[task], path=first, role=first_role, present=answer.before),
        )
        for number, task in enumerate(answer.week)
    ]
    rests = [say(_RESTS[answer.employer])]
    rests += [] if basis.net else [say("Pay is gross.")]
    rests += [say("~: typical.")] if any(step.typical for step in answer.steps) else []
    return page(
        headline(chain(desk, (say(present), say(goal)))),
        facts([*rows, *money, *opened, *week], indent=2),
        paragraph(" ".join(rests), style="muted"),
    )


def month_of(say: Language, month: str) -> str:
    """A month (YYYY-MM) as the language writes it: 03/2027."""
    year, number = month.split("-")
    return f"{number}/{year}" if say.code == "de" else f"{year}-{number}"


def _step(say: Language, step: PlannedStep) -> str:
    if step.kind == "role":
        gained = "" if step.gain is None or step.gain.gain_year is None else f" ({signed(say, step.gain.gain_year)})"
        pay = say("pay not known") if step.pay_year is None else say("{euros} a year", euros=say.euros(step.pay_year))
        text = say("{title}: {pay}", title=say(step.title), pay=pay + gained)
        return text if step.sure else say("{text}; not before", text=text)
    ends = say("length not known")
    if step.ends is not None:
        ends = say("to {month}", month=month_of(say, step.ends))
        if step.ends_soonest != step.ends:
            ends = say(
                "to {month}, at best {soonest}",
                month=month_of(say, step.ends),
                soonest=month_of(say, step.ends_soonest or ""),
            )
    text = say(
        "{title} ({path}), {ends}, {cost}", title=say(step.title), path=step.id, ends=ends, cost=cost_words(say, step)
    )
    return text if step.admitted else say("{text}; admission not known", text=text)


def cost_words(say: Language, step: PlannedStep) -> str:
    """The price of a training, and what funding leaves of it."""
    own, full = step.own_cost, step.price
    if own is None or full is None:
        return say("cost not known")
    text, mark = euro_words(say, full), "~" if step.typical else ""
    if own.afbg_counted == "perhaps":
        return say("{price}, with AFBG from {low}", price=mark + text, low=mark + say.euros(own.low))
    return mark + text if own.afbg_counted == "no" else say("{price} with AFBG", price=mark + euro_words(say, own))


def whole_cost(say: Language, answer: CareerPlan) -> str:
    """What the training of a plan costs the person in the end."""
    trained = [step for step in answer.steps if step.kind == "training"]
    if not trained:
        return say("nothing, for the way takes no training")
    if answer.own_cost is None:
        return say("not known")
    text = least_euro_words(say, answer.own_cost)
    perhaps = any(step.own_cost is not None and step.own_cost.afbg_counted == "perhaps" for step in trained)
    return say("{euros}; the least with AFBG, exams passed", euros=text) if perhaps else text


def bonus_words(desk: Desk, answer: CareerPlan) -> str:
    """What the Land pays, its date, and that nobody is entitled to it."""
    say = desk.say
    since = next(step.bonus.since for step in answer.steps if step.bonus is not None)
    return say(
        "{euros} of the Land, as of {date}; no legal claim",
        euros=say.euros(answer.bonus),
        date=say.moment(since),
    )


def gain_words(desk: Desk, answer: CareerPlan) -> str:
    """What the goal pays more a year, gross and where it is counted net."""
    say, item = desk.say, answer.gain
    words = gap_words(say, item.gain_range, item.group, told_apart=item.told_apart)
    net = answer.gain_year_net
    return words if net is None else say("{gain}, {net} net", gain=words, net=signed(say, net))


def paid_words(say: Language, answer: CareerPlan) -> str:
    """In which month of the plan it is paid for."""
    if answer.paid_best is None:
        return say("not known")
    late = say("never") if answer.paid_worst is None else str(answer.paid_worst)
    middle = say("never") if answer.paid_middle is None else str(answer.paid_middle)
    return say(
        "in month {middle} of the plan; at best {early}, at worst {late}",
        middle=middle,
        early=answer.paid_best,
        late=late,
    )
