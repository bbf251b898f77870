"""How sure an estimate is: what was assumed, whose pay it is, what the range follows, and what is old or in doubt."""

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
        notes.append(say("Not given, so the average is assumed: {factors}.", factors=say.listing(missing)))
    counted = max((line.counts for line in item.receipt), default=1)
    if counted > 1:
        times = say.number(counted)
        notes.append(
            say(
                "Land, experience and company size count up to {times} times: what is not told goes along with them.",
                times=times,
            )
        )
    industry = next((line.counts for line in item.receipt if line.factor == "industry"), 1)
    if industry < 1:
        times = say.number(industry)
        notes.append(
            say(
                "The industry counts {times} times: published pay differs less by industry than the official comparison says.",
                times=times,
            )
        )
    if any(line.assumed for line in item.receipt):
        notes.append(say("Years with the employer were not told; they are assumed from the years in working life."))
    if person.company_size is not None:
        size = size_class(person.company_size).replace("-", "–")
        notes.append(
            say.plural(
                "{count} employee falls into the class {range}. What goes along rises between the classes, too.",
                "{count} employees fall into the class {range}. What goes along rises between the classes, too.",
                person.company_size,
                range=size,
            )
        )
    notes += [*_of_whom(say, item), *_how_wide(say, item)]
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


WIDE = 3
"""From this ratio of p90 to p10 on, a range says why it is so wide."""


def _of_whom(say: Language, item: Estimate) -> list[str]:
    """Whose pay the start is, and how it came to stand on the scale."""
    start, notes = item.start, []
    if start.group is not None and not start.titled:
        notes.append(
            say("This is the pay of the whole official group KldB {group}, not of this title.", group=start.group)
        )
    elif start.weight is not None:
        notes.append(
            say(
                "The start weighs the figure of the title with {title} and the median of the official group KldB {group} with {rest}.",
                title=say.percent(start.weight),
                group=start.group or "",
                rest=say.percent(1 - start.weight),
            )
        )
    ends = [value for value in (item.anchor.low, item.anchor.high) if value is not None]
    if item.anchor.spread == "full-range" and len(ends) == 2 and start.spread.observation != start.anchor.id:
        low, high = (say.euros(value) for value in ends)
        notes.append(
            say(
                "The published ends, {low} and {high}, are no quartiles: the range is not made of them.",
                low=low,
                high=high,
            )
        )
    if item.anchor.statistic == "midpoint":
        notes.append(say("The figure at the start is the middle between two ends, not a median."))
    if start.anchor.kind == "survey" and not start.group:
        notes.append(
            say("Surveys of recruiters and associations scatter too far to be converted: this one is taken as it is.")
        )
    return notes


def _how_wide(say: Language, item: Estimate) -> list[str]:
    """What the range follows, and why it is wide where it is."""
    spread = item.start.spread
    if spread.observation is None:
        notes = [
            say(
                "How far pay spreads in this role is not published; the range uses the mean spread inside an occupation."
            )
        ]
    elif spread.above_from is None:
        notes = [
            say(
                "The range follows the quartiles of {source}, less what your answers explain.",
                source=_publisher(item, spread.observation),
            )
        ]
    else:
        notes = [
            say(
                "The lower half of the range follows the quartile of {source}; the upper one is above the recording limit, so the mean against the median of {other} stands in.",
                source=_publisher(item, spread.observation),
                other=_publisher(item, spread.above_from),
            )
        ]
    notes.append(say("The upper end is approximate: real pay reaches further up than the range shows."))
    pay = item.gross_year
    if pay.p90 > WIDE * pay.p10 and spread.grouped:
        notes.append(
            say("The range is this wide because the official group holds jobs that are paid very differently.")
        )
    return notes


def _publisher(item: Estimate, observation: str) -> str:
    if observation == item.anchor.id:
        return item.anchor_source.publisher
    return next(other.source.publisher for other in item.others if other.observation.id == observation)


def _special(say: Language, item: Estimate) -> str:
    included = {
        "included": say("Special payments such as a Christmas bonus are in these figures."),
        "excluded": say("Special payments such as a Christmas bonus are not in these figures."),
        "unknown": say("Whether special payments are in these figures is not known."),
    }
    return included[item.special_payments]


def floor_note(say: Language, floor: int, hours: float | None) -> str:
    """That the lower end of a range is the minimum wage, `floor` in euros a year for these hours a week."""
    return say(
        "The range stops at the minimum wage: {floor} a year at {hours} hours a week.",
        floor=say.euros(floor),
        hours=say.number(hours or FULL_TIME_HOURS),
    )
