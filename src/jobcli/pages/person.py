"""What a person told, in words, and what was assumed for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.pay import YES_NO, Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk
from jobcli.pay.estimate import FULL_TIME_HOURS
from jobcli.pay.factors import NEUTRAL_SIZE

if TYPE_CHECKING:
    from jobcli.answers.asker import Employer


def person_line(desk: Desk, person: Person, vocabulary: Vocabulary) -> str:
    """What the person told, in words; empty where they told nothing."""
    say = desk.say
    told = [names.land(say, person.state)] if person.state else []
    if person.experience is not None:
        told.append(say.plural("{count} year in working life", "{count} years in working life", person.experience))
    if person.tenure is not None:
        told.append(say.plural("{count} year with the employer", "{count} years with the employer", person.tenure))
    if person.company_size is not None:
        told.append(say.plural("{count} employee", "{count} employees", person.company_size))
    told += names.named(say, vocabulary.industries, (person.industry,)) if person.industry else []
    told += [names.level(say, person.level)] if person.level else []
    told += [names.education(say, person.education)] if person.education else []
    answers = {name: getattr(person, name) for name in YES_NO}
    told += [say(YES_NO[name].said if yes else YES_NO[name].denied) for name, yes in answers.items() if yes is not None]
    if person.hours is not None:
        told.append(say("{hours} hours a week", hours=say.number(person.hours)))
    return say.listing(told)


_PERIODS: dict[Period, Phrase] = {
    "year": phrase("a year"),
    "month": phrase("a month"),
    "hour": phrase("an hour"),
}


def gross_of(say: Language, as_of: str, person: Person, per: Period = "year") -> str:
    """What the euros of an estimate are: gross, in which period, at which hours, of which month."""
    month, period = say.moment(as_of), _PERIODS[per]
    if person.hours is None:
        return say("gross {period} at full time, in {month} euros", period=period, month=month)
    hours = say.number(person.hours)
    return say("gross {period} at {hours} hours a week, in {month} euros", period=period, hours=hours, month=month)


def employer_words(say: Language, employer: Employer) -> list[str]:
    """With whom another role would be, in one line; nothing where no years were told."""
    if employer == "untold":
        return []
    if employer == "same":
        return [say("Your employer stays: your years there go on.")]
    return [say("A new employer: your years there begin at 0, those in working life go on. Else: --same-employer")]


def amount(say: Language, yearly: int, per: Period, hours: float | None) -> str:
    """A yearly amount in the period that was asked for: a twelfth of it, or the part of an hour of 52 weeks."""
    if per == "month":
        return say.euros(yearly / 12)
    return say.euros(yearly / (52 * (hours or FULL_TIME_HOURS)), 2) if per == "hour" else say.euros(yearly)


def left_out(say: Language, person: Person) -> list[str]:
    """The factors that were not told, each with what counts as average."""
    size = NEUTRAL_SIZE.replace("-", "–")
    parts = (
        (person.state, say("Land (mean of all Länder)")),
        (person.experience, say("years in working life (thirteen)")),
        (person.tenure if person.tenure is not None else person.experience, say("years with the employer (ten)")),
        (person.company_size, say("company size ({range} employees)", range=size)),
        (person.industry, say("industry (the usual ones of the role)")),
        (person.education, say("education (the usual one of the level)")),
        (person.collective_agreement, say("collective agreement (halfway)")),
    )
    return [words for told, words in parts if told is None]
