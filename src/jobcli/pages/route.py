"""The ways from one role to another: for each leg pay before and after, months, cost, and what must be learned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.difference import gap_words, signed
from jobcli.pages.extent import least_euro_words, least_month_words, month_words, years_words
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, command, facts, heading, headline, lead, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Said, Text, joined
from jobcli.pages.match import listed, path_words, requirement_words
from jobcli.pages.person import employer_words, gross_of, person_line
from jobcli.pages.worth import why_not_net

if TYPE_CHECKING:
    from jobcli.answers.gain import GainBasis
    from jobcli.answers.route import Leg, Routed, Way
    from jobcli.domain.pay import Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary

_ORDERS = {
    "steps": phrase("Level by level first, then the fewest steps; between equals those with less training."),
    "months": phrase(
        "Level by level first, then the fewest unknowns: what a change of role itself takes is published nowhere. Then the fewest months of training."
    ),
    "cost": phrase(
        "Level by level first, then the fewest unknowns: what a change of role itself costs is published nowhere. Then the least own cost of training."
    ),
}


def route_page(
    desk: Desk,
    answer: Routed,
    profiles: Mapping[str, Profile],
    vocabulary: Vocabulary,
    person: Person,
    basis: GainBasis | None,
) -> Page:
    """The page of `route`; `basis` says what gains are counted with."""
    if not answer.reachable:
        return no_way(desk, answer, profiles)
    say, ways = desk.say, answer.ways
    title = say.plural(
        "{count} way from {start} to {goal}",
        "{count} ways from {start} to {goal}",
        len(ways),
        start=_title(desk, profiles, answer.before),
        goal=_title(desk, profiles, answer.after),
    )
    told = person_line(desk, person, vocabulary)
    parts: list[Part] = []
    for number, way in enumerate(ways, 1):
        steps = chain(desk, [_title(desk, profiles, stop) for stop in way.roles])
        numbered = Text(say("Way {number}", number=number)).append("  ").append_text(steps)
        parts += [heading(numbered), paragraph(way_summary(desk, way))]
        for leg in way.legs:
            parts += _leg(desk, leg, profiles, vocabulary, alone=len(way.legs) == 1)
    return page(
        headline(title),
        *([paragraph(told)] if told else []),
        paragraph(say(_ORDERS[answer.by]), style="muted"),
        *([paragraph(gross_of(say, answer.as_of, person), style="muted")] if answer.as_of else []),
        *parts,
        *_notes(desk, answer, basis),
    )


def no_way(desk: Desk, answer: Routed, profiles: Mapping[str, Profile]) -> Page:
    """That the role cannot be reached, with the nearest one that can."""
    say = desk.say
    start, goal = _title(desk, profiles, answer.before), _title(desk, profiles, answer.after)
    title = say("No way is known from {start} to {goal}.", start=start, goal=goal)
    why = say("No chain of transitions leads there, and its profile names no training path.")
    if answer.not_admitted:
        ids = say.listing(name or "" for name in answer.not_admitted)
        why = say("No chain of transitions leads there, and its training paths do not admit you now: {ids}.", ids=ids)
    if answer.nearest is None:
        return page(headline(title), paragraph(why), paragraph(say("No other role can be reached either.")))
    nearest = say(
        "The nearest role that can be reached is {role}: from there the least is left to learn.",
        role=_title(desk, profiles, answer.nearest),
    )
    line = f"jobcli route {answer.before} {answer.nearest}"
    return page(headline(title), paragraph(why), paragraph(nearest), command(line, indent=2, style="muted"))


def _title(desk: Desk, profiles: Mapping[str, Profile], name: str) -> str:
    return desk.say(profiles[name].role.title)


def way_summary(desk: Desk, way: Way) -> str:
    """Steps, months, cost, and what it brings, in one line."""
    say = desk.say
    steps = say.plural("{count} step", "{count} steps", len(way.legs))
    parts = [
        steps,
        say("length not known") if way.months is None else least_month_words(say, way.months),
        say("cost not known")
        if way.own_cost is None
        else say("own cost {cost}", cost=least_euro_words(say, way.own_cost)),
    ]
    gained, after = gained_words(desk, way), way.paid_after
    if after:
        parts.append(say.plural("paid back in {count} month", "paid back in {count} months", after))
    return " · ".join([*parts, *([gained] if gained else [])])


def gained_words(desk: Desk, item: Way | Leg) -> str:
    """What a move brings a year: gross with its ends, and net where that is counted."""
    say, net = desk.say, item.gain_year_net
    words = gap_words(say, item.gain_range, item.group, told_apart=item.told_apart)
    return words if net is None or not words else say("{gain}, {net} net", gain=words, net=signed(say, net))


def _leg(
    desk: Desk,
    leg: Leg,
    profiles: Mapping[str, Profile],
    vocabulary: Vocabulary,
    *,
    alone: bool,
) -> list[Part]:
    say, next_role = desk.say, profiles[leg.after]
    amounts = [say("not known") if pay is None else say.euros(pay) for pay in (leg.pay_before, leg.pay_after)]
    gained = gained_words(desk, leg)
    pay: Said = joined(
        chain(desk, amounts, "money"),
        (f"  {gained}", "muted"),
    )
    words = requirement_words(vocabulary, next_role)
    taught = [item for item in leg.learn if item.id in leg.taught]
    left = [item for item in leg.learn if item.id not in leg.taught]
    must = [item for item in left if item.need == "must" and item.kind != "trait"]
    should = [item for item in left if item.need == "should" and item.kind != "trait"]
    traits = [item for item in left if item.kind == "trait"]
    rows: list[tuple[str, Said]] = [
        (say("How"), _how(desk, leg, next_role)),
        (say("Pay"), pay),
        (say("Months"), _months(desk, leg)),
        (say("Own cost"), least_euro_words(say, leg.own_cost) + _doubt(desk, leg, leg.cost_basis)),
        *([(say("Training there"), _offered(desk, leg, next_role))] if leg.path is None else []),
        *([(say("Training gives"), listed(desk, taught, words))] if taught else []),
        *([(say("Learn (must)"), listed(desk, must, words))] if must else []),
        *([(say("Learn (should)"), listed(desk, should, words))] if should else []),
        *([(say("Ask yourself"), listed(desk, traits, words))] if traits else []),
        *([(say("You bring"), listed(desk, leg.brings, words))] if leg.brings else []),
    ]
    if not leg.learn:
        rows.append((say("Learn"), say("nothing that you do not bring") if leg.brings else say("nothing new")))
    step = chain(desk, (_title(desk, profiles, leg.before), _title(desk, profiles, leg.after)))
    return [*([] if alone else [lead(step)]), facts(rows, indent=4)]


def _months(desk: Desk, leg: Leg) -> str:
    """The months of the training, and that the change itself has a length of its own."""
    say = desk.say
    change = say("the change itself: not known")
    if leg.path is None or leg.completed:
        return change
    training = say("the training: not known")
    if leg.months is not None:
        training = month_words(say, leg.months) + _doubt(desk, leg, leg.months_basis)
    return f"{training}; {change}"


def _doubt(desk: Desk, leg: Leg, basis: str | None) -> str:
    """What a figure rests on, where no source states it; of a completed path none is shown."""
    return "" if basis is None or leg.completed else names.basis_note(desk.say, basis)


def _how(desk: Desk, leg: Leg, next_role: Profile) -> str:
    say = desk.say
    parts = []
    if leg.transition is not None:
        roles = say.listing(leg.transition.said_by)
        text = say("these profiles name the move: {roles}", roles=roles)
        if not leg.transition.stated:
            text = say("these profiles name the move, concluded or in doubt: {roles}", roles=roles)
        parts.append(text)
    if leg.path is not None:
        title = next(path.title for path in next_role.paths if path.id == leg.path)
        text = say("{title} ({path})", title=say(title), path=leg.path)
        if leg.completed:
            parts.append(say("with {training}, which you have completed", training=text))
        else:
            parts.append(say("with {training}", training=text))
            before = [*leg.first, *([years_words(say, leg.years)] if leg.years else [])]
            if before:
                parts.append(say("{training} comes first, and is counted in", training=say.listing(before)))
            if leg.admitted is not True:
                parts.append(say("whether you are admitted is not known"))
    if leg.levels_up > 1:
        parts.append(say("{count} levels at once: practice in between comes first", count=leg.levels_up))
    return "; ".join(parts)


def _offered(desk: Desk, leg: Leg, profile: Profile) -> str:
    """The quickest training of the next role, where this leg goes without."""
    say, found = desk.say, leg.training
    if found is not None:
        return path_words(desk, found, next(path.title for path in profile.paths if path.id == found.id))
    return say("none that leads you further and has a known length") if profile.paths else say("its profile names none")


def _notes(desk: Desk, answer: Routed, basis: GainBasis | None) -> list[Part]:
    say = desk.say
    notes = [say("How long a change of role itself takes, and what it costs, is published nowhere: it is in no sum.")]
    if answer.not_admitted:
        ids = say.listing(name or "" for name in answer.not_admitted)
        notes.append(say("Left out, because they do not admit you now: {ids} (jobcli paths ROLE says why).", ids=ids))
    if answer.own_pay_year is not None:
        own = say("{euros} a year, as you told; the gain starts from it", euros=say.euros(answer.own_pay_year))
        label = say("Your pay")
        notes.append(f"{label}: {own}")
    notes += employer_words(say, answer.employer)
    if basis is not None:
        notes.append(_counted(desk, basis))
    return [Blank(), *(paragraph(note, style="muted") for note in notes)]


def _counted(desk: Desk, basis: GainBasis) -> str:
    """Whether gains, and the months that pay a way back, are counted with net or with gross pay."""
    say = desk.say
    if basis.net:
        return say("Paid back out of the net gain, figures of {day}.", day=say.moment(basis.pay_date))
    return say("Gains are gross, before taxes.") + f" {why_not_net(say, basis)}"
