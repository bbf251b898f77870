"""The first screen of the ways between two roles: the best one leg by leg, the others in a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.extent import least_euro_words, month_words, years_words
from jobcli.pages.first.rows import ShortRow, row, screen
from jobcli.pages.kit.parts import Desk, Page, headline, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Said, Text, as_text
from jobcli.pages.match import listed, requirement_words
from jobcli.pages.person import person_line
from jobcli.pages.route import gained_words, no_way, way_summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobcli.answers.route import Leg, Routed
    from jobcli.domain.pay import Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary


def first_of_route(
    desk: Desk, answer: Routed, profiles: Mapping[str, Profile], vocabulary: Vocabulary, person: Person
) -> Page:
    """`profiles` holds every role by its id."""
    if not answer.reachable:
        return no_way(desk, answer, profiles)
    say, best = desk.say, answer.ways[0]
    stops = chain(desk, [say(profiles[name].role.title) for name in best.roles])
    head = page(
        headline(stops),
        paragraph(Text(way_summary(desk, best), "strong")),
        paragraph(say("How long a change of role itself takes, and what it costs, is in no sum."), style="problem"),
    )
    steps = (
        (phrase("Month by month"), f"jobcli plan {answer.after} --role {answer.before}"),
        (phrase("Training"), f"jobcli paths {answer.after} --from {answer.before}"),
    )
    return screen(desk, head, [*_rows(desk, answer, profiles, vocabulary, person)], *steps)


def _rows(
    desk: Desk, answer: Routed, profiles: Mapping[str, Profile], vocabulary: Vocabulary, person: Person
) -> Iterator[ShortRow]:
    say = desk.say
    for number, leg in enumerate(answer.ways[0].legs, 1):
        words = requirement_words(vocabulary, profiles[leg.after])
        left = [item for item in leg.learn if item.id not in leg.taught and item.kind != "trait"]
        traits = [item for item in leg.learn if item.kind == "trait"]
        yield row(say("Step {number}", number=number), [_leg(desk, leg, profiles)], 4, "--full")
        yield row("", [text for text in [_pay(desk, leg)] if text], 2)
        for need, label in (("must", say("Learn (must)")), ("should", say("Learn (should)"))):
            yield row(
                label, [listed(desk, [one], words) for one in left if one.need == need], 2, "--full", between=", "
            )
        yield row(say("Ask yourself"), [listed(desk, [one], words) for one in traits], 2, "--full", between=", ")
    for number, way in enumerate(answer.ways[1:], 2):
        stops = as_text(chain(desk, [say(profiles[name].role.title) for name in way.roles[1:]]))
        text = Text().append_text(stops).append(f": {way_summary(desk, way)}")
        yield row(say("Way {number}", number=number), [text], 2, "--full")
    left_out = [name or "" for name in answer.not_admitted]
    yield row(say("Not open"), left_out, 1, "--full", between=", ")
    told = person_line(desk, person, vocabulary)
    yield row(say("About you"), [told] if told else [])


def _leg(desk: Desk, leg: Leg, profiles: Mapping[str, Profile]) -> Said:
    """How one gets there, how long that takes and what it costs."""
    say, role = desk.say, profiles[leg.after]
    goal = say(role.role.title)
    if leg.path is None:
        return say("{role}: a change without training, as profiles name it", role=goal)
    title = say(next(path.title for path in role.paths if path.id == leg.path))
    if leg.completed:
        return say("{role}: with {training}, which you have completed", role=goal, training=title)
    length = say("length not known") if leg.months is None else month_words(say, leg.months)
    cost = say("cost not known") if leg.own_cost is None else least_euro_words(say, leg.own_cost)
    before = [*leg.first, *([years_words(say, leg.years)] if leg.years else [])]
    first = say(" after {first}", first=say.listing(before)) if before else ""
    text = say(
        "{role}: with {training}{first}, {length}, {cost}",
        role=goal,
        training=title,
        first=first,
        length=length,
        cost=cost,
    )
    return text if leg.admitted else say("{text}; admission not known", text=text)


def _pay(desk: Desk, leg: Leg) -> str:
    say = desk.say
    if leg.pay_after is None:
        return ""
    gained = gained_words(desk, leg)
    return say("{euros} a year", euros=say.euros(leg.pay_after)) + (f", {gained}" if gained else "")
