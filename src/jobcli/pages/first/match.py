"""The first screen of the roles that fit: one line each, with what is missing, what it would bring, and whether the way is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages.difference import hardly
from jobcli.pages.first.ranked import RankColumn, ranked
from jobcli.pages.first.rows import row, screen
from jobcli.pages.kit.parts import Desk, Page, headline, page, paragraph
from jobcli.pages.kit.signs import unknown
from jobcli.pages.kit.text import Said, Text
from jobcli.pages.match import requirement_name, requirement_words
from jobcli.pages.person import person_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobcli.answers.asker import Asker
    from jobcli.answers.match import Matched, MatchedRole
    from jobcli.domain.evidence import Phrase
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary
    from jobcli.moving.fit import RequirementCount
    from jobcli.pages.kit.language import Language
    from jobcli.training.gate import Access

_WAYS: dict[Access, Phrase] = {
    "open": phrase("open"),
    "after": phrase("in two steps"),
    "after-practice": phrase("after practice"),
    "unknown": phrase("?"),
    "closed": phrase("closed"),
    "not-needed": phrase("not needed"),
}
_OPEN = 6
"""So many open questions are named."""


def first_of_match(
    desk: Desk,
    answer: Matched,
    profiles: Mapping[str, Profile],
    vocabulary: Vocabulary,
    who: Asker,
    *,
    settled: bool,
) -> Page:
    """`settled` says whether the person told anything that any role asks for."""
    say, roles = desk.say, answer.roles
    told = any(item.gain is not None for item in roles)
    title = say.plural("{count} role by what you bring", "{count} roles by what you bring", len(roles))
    head = page(
        headline(title, say("of {count}", count=answer.count) if len(roles) < answer.count else ""),
        paragraph(_doubt(say, answer, settled=settled), style="problem"),
        ranked(desk, _columns(say, told=told), [_cells(desk, item, told=told) for item in roles]),
    )
    best = next((item for item in roles if not item.present), roles[0] if roles else None)
    asked = [] if best is None else _asked(desk, best, profiles[best.id], vocabulary)
    signs = say("thousands of euros a year, eight in ten between the ends; ?: hardly told apart") if told else ""
    rows = [
        row(say("More"), [signs] if signs else [], 2),
        row(say("Ask"), asked, 2, "--full", between=", "),
        row(say("About you"), [line] if (line := person_line(desk, who.person, vocabulary)) else []),
    ]
    first = "ROLE" if best is None else best.id
    steps = (
        (phrase("One role"), f"jobcli paths {first}"),
        (phrase("Tell more"), f"jobcli me set {_key(best)}"),
    )
    return screen(desk, head, rows, *steps)


def _key(best: MatchedRole | None) -> str:
    """What settles most: a line that works as it stands."""
    skills = [] if best is None else [one.id for one in best.of("unknown") if one.kind == "skill"]
    return f"skills {','.join(skills)}" if skills else "languages english-B2"


def _doubt(say: Language, answer: Matched, *, settled: bool) -> str:
    if not settled:
        return say("You have told nothing that a role asks for, so all is open: jobcli me set role ROLE")
    unknown_ = sum(item.must.unknown for item in answer.roles)
    total = sum(item.must.total for item in answer.roles)
    return say("{open} of {total} musts are open: the order is as sure as what you told.", open=unknown_, total=total)


def _columns(say: Language, *, told: bool) -> tuple[RankColumn, ...]:
    return (
        RankColumn(say("Role"), style="strong"),
        RankColumn(say("Title"), cut=True, spare=4, least=24),
        RankColumn(say("Must"), align="right", spare=1),
        RankColumn(say("Lack"), align="right"),
        RankColumn(say("Open"), align="right", spare=3),
        RankColumn(say("More") if told else say("Pay"), align="right"),
        RankColumn(say("Way"), spare=2),
    )


def _cells(desk: Desk, item: MatchedRole, *, told: bool) -> tuple[Said, ...]:
    say = desk.say
    lacking, is_open = item.must.missing + item.should.missing, item.must.unknown + item.should.unknown
    pay = Text(say("not known") if item.gross_year is None else say.euros(item.gross_year.p50), style="money")
    return (
        item.id,
        say(item.title),
        _met(desk, item.must),
        say.number(lacking),
        say.number(is_open),
        _gain(desk, item) if told else pay,
        _way(desk, item),
    )


def _met(desk: Desk, count: RequirementCount) -> Said:
    """`2/5`: met of all."""
    if not count.total:
        return unknown(desk)
    return Text(f"{count.met}/{count.total}", aloud=desk.say("{met} of {total}", met=count.met, total=count.total))


def _gain(desk: Desk, item: MatchedRole) -> Said:
    """`+2 (-4 to +8)`, in thousands; nothing for the present role, and where the sources do not tell the two apart."""
    say = desk.say
    gap = None if item.gain is None else item.gain.gain_range
    if gap is None:
        return unknown(desk)
    low, middle, high = (_thousands(say, value) for value in (gap.p10, gap.p50, gap.p90))
    text = say("{gain} ({low} to {high})", gain=middle, low=low, high=high)
    return Text(f"{text} ?" if hardly(gap) else text, "money")


def _thousands(say: Language, euros: int) -> str:
    value = say.number(round(euros / 1000))
    return f"+{value}" if euros >= 0 else value


def _way(desk: Desk, item: MatchedRole) -> str:
    say = desk.say
    if item.present:
        return say("yours now")
    if item.levels_up is not None and item.levels_up > 1:
        return say("{count} levels up", count=item.levels_up)
    found = item.quickest_path
    return say("no course") if found is None else say(_WAYS[found.access])


def _asked(desk: Desk, item: MatchedRole, profile: Profile, vocabulary: Vocabulary) -> list[str]:
    """What is open or missing of the best role."""
    words = requirement_words(vocabulary, profile)
    found = [*item.of("missing"), *item.of("unknown")][:_OPEN]
    return [
        desk.say("{role} asks for: {what}", role=desk.say(item.title), what=requirement_name(desk, one, words))
        if number == 0
        else requirement_name(desk, one, words)
        for number, one in enumerate(found)
    ]
