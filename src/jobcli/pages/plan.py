"""A plan on one page of a terminal: what starts and ends in which month, the money, what is open, and this week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.difference import gap_words, signed
from jobcli.pages.extent import euro_words, least_euro_words
from jobcli.pages.kit.lines import LINES, NARROW_LINES, USUAL, lines
from jobcli.pages.kit.parts import Desk, Page, facts, headline, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Command, Said, Text
from jobcli.pages.names import STATES, land
from jobcli.pages.offers import filling
from jobcli.pages.progress import BOXES

if TYPE_CHECKING:
    from jobcli.answers.chamber import AskedChamber
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.plan import CareerPlan, FundingLine, PlannedStep
    from jobcli.domain.evidence import Words
    from jobcli.pages.kit.language import Language

_WEEK = {
    "ask-admission": phrase("ask {whom} whether it admits you to {path}"),
    "get-offer": phrase("ask {whom}: dates and prices of {path}"),
    "enrol": phrase("enrol for {path}; ask {whom} until when to register for the exam"),
    "papers": phrase("lay out certificates, proof of practice"),
    "ask-funding": phrase("ask who pays: employer, {advice}"),
    "see-gaps": phrase("see what is missing: jobcli match --explain"),
    "see-role": phrase("read what the role asks for: jobcli show {role}"),
    "see-ways": phrase("look at other ways: jobcli route {present} {role}"),
}
_UNTOLD = {
    "qualifications": phrase("PATH"),
    "education": phrase("EDUCATION"),
    "school": phrase("CERTIFICATE"),
    "experience": phrase("YEARS"),
    "pay": phrase("EUROS"),
}
_NARROW = 72
"""Below so many columns all offers but the first are shortened to what is asked, and roles in between to their pay."""


def plan_page(desk: Desk, answer: CareerPlan, present: Words, goal: Words, basis: GainBasis) -> Page:
    """The page of `plan`: the titles are those of the present role and of the goal.

    Of a way so long that it would not fit a screen, what is open beyond the first line is said in short, and what is settled is left out.
    """
    say = desk.say
    most = LINES if desk.width >= USUAL else NARROW_LINES
    found: Page = ()
    for short, settled in ((False, True), (True, True), (True, False)):
        rows = [
            (say("Now"), _now(say, answer)),
            *step_rows(desk, answer),
            *money_rows(desk, answer),
            *(_labelled(say("Settled"), _settled(say, answer)) if settled else []),
            *_labelled(say("Open"), filling_lines(desk, answer, short=short)),
            *_labelled(say("This week"), [_box(say, "open", text) for text in week_lines(say, answer)]),
            *_next(say, answer),
        ]
        found = page(
            headline(chain(desk, (say(present), say(goal)))),
            facts(rows, indent=2),
            paragraph(_notes(say, answer, basis), style="muted"),
        )
        if sum(1 for _ in lines(found, desk.width, desk.symbols)) <= most:
            break
    return found


def _now(say: Language, answer: CareerPlan) -> str:
    pay = say.euros(answer.pay_year)
    if "pay" not in answer.untold:
        return say("{pay} a year", pay=pay)
    return say("{pay} a year, estimated", pay=pay)


def step_rows(desk: Desk, answer: CareerPlan) -> list[tuple[str, Said]]:
    """What begins in which month, in turn. A role behind another one begins after practice that nobody has measured."""
    say = desk.say
    rows: list[tuple[str, Said]] = []
    before: PlannedStep | None = None
    for step in answer.steps:
        when = month_of(say, step.begins)
        if step.kind == "role" and before is not None and before.kind == "role":
            when = say("then")
        elif not step.sure:
            when = say("from {month}", month=when)
        gains = desk.width >= _NARROW or step.id == answer.after
        rows.append((when, role_words(say, step, gains=gains) if step.kind == "role" else training_words(say, step)))
        before = step
    return rows


def money_rows(desk: Desk, answer: CareerPlan) -> list[tuple[str, Said]]:
    """What all training costs, what the goal brings, and when that has paid it back."""
    say = desk.say
    if not any(step.kind == "training" for step in answer.steps):
        return [
            (say("Your cost"), say("nothing, for the way takes no training")),
            (say("Gain"), gain_words(desk, answer)),
        ]
    return [
        (say("Your cost"), whole_cost(say, answer)),
        (say("Gain"), gain_words(desk, answer)),
        (say("Paid back"), _paid(say, answer)),
    ]


def _settled(say: Language, answer: CareerPlan) -> list[Said]:
    """What nobody has to ask any more, with ticks: admission, and the bonus of the Land."""
    trained = [step for step in answer.steps if step.kind == "training"]
    text = Text()
    if trained and all(step.admitted for step in trained):
        text.append_text(_box(say, "done", say("admission")))
    if answer.bonus:
        since = _bonus_since(answer)
        values = {"euros": say.euros(answer.bonus), "date": month_of(say, since) if since.count("-") == 1 else since}
        bonus = say("bonus {euros} (Land, {date}; no legal claim)", **values)
        text.append("  " if len(text) else "").append_text(_box(say, "done", bonus))
    return [text] if len(text) else []


def filling_lines(desk: Desk, answer: CareerPlan, *, short: bool = False) -> list[Said]:
    """The lines that fill what is open; `short` ones but for the first say only of which path what is asked."""
    found: list[Said] = []
    for one in answer.holes:
        brief = found and (short or desk.width < _NARROW)
        found.append(f"{one.path}: {', '.join(one.keys)}" if brief else Command(filling(desk, one.path, one.keys)))
    told = " ".join(f"{key} {desk.say(_UNTOLD[key])}" for key in answer.untold)
    return [*found, Command(f"jobcli me set {told}")] if told else found


def week_lines(say: Language, answer: CareerPlan) -> list[str]:
    """What to do this week, with whom to ring."""
    first = next((step for step in answer.steps if step.kind == "training"), None)
    values = {
        "path": "" if first is None else first.id,
        "role": answer.steps[0].role,
        "present": answer.before,
        "whom": "" if answer.ask is None else whom_words(say, answer.ask, answer),
        "advice": "" if answer.advice is None else advice_words(say, answer.advice),
    }
    return [say(_WEEK[task], **values) for task in answer.week]


def whom_words(say: Language, asked: AskedChamber, answer: CareerPlan) -> str:
    """Who examines, with their page: a chamber where one is in charge or may be, else what kind of office it is."""
    if asked.name is not None:
        where = asked.name if asked.website is None else f"{asked.name} ({_address(asked.website)})"
        return where if asked.sure else say("probably {name}", name=where)
    if asked.kind is not None:
        kind = asked.kind.upper()
        state = next((step.bonus.state for step in answer.steps if step.bonus is not None), None)
        if asked.candidates and state is not None:
            return say("your {kind} ({count} in {land})", kind=kind, count=asked.candidates, land=land(say, state))
        return say("your {kind}", kind=kind)
    return say("the examining body") if asked.body is None else say(asked.body)


def advice_words(say: Language, line: FundingLine) -> str:
    """Whose line it is, and its number in one piece."""
    return " ".join((say(line.name), *((line.phone.replace(" ", "\u00a0"),) if line.phone else ())))


def _address(website: str) -> str:
    return website.removeprefix("https://").removeprefix("www.").rstrip("/")


def _next(say: Language, answer: CareerPlan) -> list[tuple[str, Said]]:
    if answer.begun is not None:
        return [(say("Begun"), say("{day}; what comes next: jobcli next", day=say.moment(answer.begun)))]
    return [(say("Begin"), Command(f"jobcli plan {answer.after} --begin"))]


def _labelled(label: str, texts: list[Said]) -> list[tuple[str, Said]]:
    """Several lines below one label."""
    return [(label if number == 0 else "", text) for number, text in enumerate(texts)]


def _box(say: Language, state: str, text: str) -> Text:
    """A text behind a box; a voice says whether it is done."""
    key = "done" if state == "done" else "open"
    return Text(f"{BOXES[key]} ", aloud=f"{say(STATES[key])}: " if key == "done" else "").append(text)


def _notes(say: Language, answer: CareerPlan, basis: GainBasis) -> str:
    marks = [say("~ typical")] if any(step.typical for step in answer.steps) else []
    marks += [say("? doubted")] if any(step.doubted for step in answer.steps) else []
    text = say("At the latest, without job search; pay gross.")
    text = say("At the latest, without job search; gain net.") if basis.net else text
    if answer.employer != "untold":
        marks.insert(0, say("new employer") if answer.employer == "new" else say("same employer"))
    return f"{text} {', '.join(marks)}." if marks else text


def month_of(say: Language, month: str) -> str:
    """A month in few letters: 2027-03, in German 03/2027."""
    year, number = month.split("-")
    return f"{number}/{year}" if say.code == "de" else f"{year}-{number}"


def role_words(say: Language, step: PlannedStep, *, gains: bool = True) -> str:
    """A role with its pay, and what that is more than now."""
    gain = None if step.gain is None or not gains else step.gain.gain_year
    gained = "" if gain is None else f" ({signed(say, gain)})"
    pay = say("pay not known") if step.pay_year is None else say.euros(step.pay_year)
    return say("{title}: {pay}", title=say(step.title), pay=pay + gained)


def training_words(say: Language, step: PlannedStep) -> str:
    """A training with when it ends, its price, and what funding leaves of that."""
    mark = "?" if "months" in step.doubted else ""
    ends = say("length not known")
    if step.ends is not None:
        soonest, latest = month_of(say, step.ends_soonest or step.ends), month_of(say, step.ends)
        months = latest if soonest == latest else say("{low} to {high}", low=soonest, high=latest)
        ends = say("ends {months}", months=months + mark)
    text = say("{title}, {ends}, {cost}", title=say(step.title), ends=ends, cost=cost_words(say, step))
    return text if step.admitted else say("{text}; admission not known", text=text)


def cost_words(say: Language, step: PlannedStep) -> str:
    """The price of a training, and what funding leaves of it."""
    own, full = step.own_cost, step.price
    if own is None or full is None:
        return say("cost not known")
    text = ("~" if step.typical else "") + euro_words(say, full) + ("?" if "price" in step.doubted else "")
    if own.afbg_counted == "perhaps":
        return say("{price}, AFBG from {low}", price=text, low=say.euros(own.low))
    return text if own.afbg_counted == "no" else say("{price}, with AFBG {own}", price=text, own=euro_words(say, own))


def whole_cost(say: Language, answer: CareerPlan) -> str:
    """What the training of a plan costs the person in the end."""
    trained = [step for step in answer.steps if step.kind == "training"]
    if answer.own_cost is None:
        return say("not known")
    text = ("~" if any(step.typical for step in trained) else "") + least_euro_words(say, answer.own_cost)
    counted = {step.own_cost.afbg_counted for step in trained if step.own_cost is not None}
    if "perhaps" in counted and answer.own_cost.complete:
        mark = "~" if any(step.typical for step in trained) else ""
        low, high = (say.euros(end) for end in (answer.own_cost.low, answer.own_cost.high))
        return say("{low} (with AFBG, passed) to {high}", low=mark + low, high=high)
    return say("{euros} (with AFBG, passed)", euros=text) if counted & {"yes", "perhaps"} else text


def bonus_words(desk: Desk, answer: CareerPlan) -> str:
    """What the Land pays once, its date, and that nobody is entitled to it."""
    say = desk.say
    values = {"euros": say.euros(answer.bonus), "date": say.moment(_bonus_since(answer))}
    return say("{euros} of the Land, as of {date}; no legal claim", **values)


def _bonus_since(answer: CareerPlan) -> str:
    return next(step.bonus.since for step in answer.steps if step.bonus is not None)


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
    middle, early, late = _paid_months(say, answer)
    return say("in month {middle} of the plan; at best {early}, at worst {late}", middle=middle, early=early, late=late)


def _paid(say: Language, answer: CareerPlan) -> str:
    """The same in few letters."""
    if answer.paid_best is None:
        return say("not known")
    middle, early, late = _paid_months(say, answer)
    return say("month {middle} ({early} to {late})", middle=middle, early=early, late=late)


def _paid_months(say: Language, answer: CareerPlan) -> list[str]:
    """The month in the middle, at best and at worst; later, where how long something before takes is not known."""
    found = [
        say("never") if month is None else str(month)
        for month in (answer.paid_middle, answer.paid_best, answer.paid_worst)
    ]
    if not all(step.sure for step in answer.steps):
        found[0] = say("{month} or later", month=found[0])
    return found
