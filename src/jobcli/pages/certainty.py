"""How sure an estimate is, in sentences: what was assumed, where the range comes from, and where it was cut."""

from __future__ import annotations

from jobcli.domain.pay import Person
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk
from jobcli.pages.person import left_out
from jobcli.pay.estimate import FULL_TIME_HOURS, Estimate
from jobcli.pay.factors import EFFECTS, size_class


def certainty(desk: Desk, item: Estimate, person: Person) -> list[str]:
    """What was assumed, what the range follows, and what is old or in doubt: a sentence for each."""
    say = desk.say
    notes = on_that_day(desk, item)
    missing = left_out(say, person)
    if missing:
        notes.append(say("Not told, so the average is assumed: {factors}.", factors=say.listing(missing)))
    counted = max((line.counts for line in item.receipt), default=1)
    if counted > 1:
        times = say.number(counted, 2)
        notes.append(
            say(
                "Land, experience and company size count up to {times} times: what is not told goes along with them.",
                times=times,
            )
        )
    if any(line.assumed for line in item.receipt):
        notes.append(say("Years with the employer were not told; they are assumed from the years in working life."))
    if person.company_size is not None:
        size = size_class(person.company_size).replace("-", "–")
        notes.append(
            say.plural(
                "{count} employee falls into the class {range}.",
                "{count} employees fall into the class {range}.",
                person.company_size,
                range=size,
            )
        )
    if item.spread_from is None:
        notes.append(
            say(
                "How far pay spreads in this role is not published; the range uses the mean spread inside an occupation."
            )
        )
    else:
        notes.append(
            say(
                "The range follows the quartiles of {source}, less what your answers explain.",
                source=_spread_source(item),
            )
        )
    notes.append(say("The upper end is approximate: real pay reaches further up than the range shows."))
    if item.floor is not None:
        notes.append(floor_note(say, item.floor, person.hours))
    notes.append(_special(say, item))
    if item.anchor_old:
        notes.append(
            say("The figure at the start, of {month}, is older than five years.", month=say.moment(item.anchor.as_of))
        )
    if item.anchor.doubt is not None:
        notes.append(say(item.anchor.doubt))
    return notes


def on_that_day(desk: Desk, item: Estimate) -> list[str]:
    """What an answer for a day in the past has to say of itself: what was not known then, and what is used all the same."""
    say, day = desk.say, desk.say.moment(item.day)
    notes = []
    if item.substitute:
        notes.append(
            say(
                "The usual start was not known on {day}; this one is of {month}.",
                day=day,
                month=say.moment(item.anchor.as_of),
            )
        )
    if any(line.since is not None and line.since > item.day for line in item.receipt if line.factor in EFFECTS):
        notes.append(
            say("The effects exist in one edition only, which is later than {day}; it is used for every day.", day=day)
        )
    if not item.floor_known:
        notes.append(say("The minimum wage of {day} is not in our figures, so the range is not cut there.", day=day))
    return notes


def _spread_source(item: Estimate) -> str:
    if item.spread_from == item.anchor.id:
        return item.anchor_source.publisher
    return next(other.source.publisher for other in item.others if other.observation.id == item.spread_from)


def _special(say: Language, item: Estimate) -> str:
    included = {
        "included": say("Special payments such as a Christmas bonus are in these figures."),
        "excluded": say("Special payments such as a Christmas bonus are not in these figures."),
        "unknown": say("Whether special payments are in these figures is not known."),
    }
    return included[item.anchor.special_payments]


def floor_note(say: Language, floor: int, hours: float | None) -> str:
    """That the lower end of a range is the minimum wage, `floor` in euros a year for these hours a week."""
    return say(
        "The range is cut at the minimum wage: {floor} a year at {hours} hours a week.",
        floor=say.euros(floor),
        hours=say.number(hours or FULL_TIME_HOURS),
    )
