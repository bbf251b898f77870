"""Roles side by side: pay, time and cost first, then what they share and what only one has."""

from __future__ import annotations

from collections.abc import Sequence

from jobcli.domain.profile import Profile
from jobcli.domain.role import Vocabulary
from jobcli.moving.comparison import Comparison, RoleParts
from jobcli.pages import names
from jobcli.pages.comparison_table import side_by_side
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.parts import Desk, Page, Part, facts, heading, headline, lead, page, paragraph
from jobcli.pages.kit.signs import ranged
from jobcli.pages.kit.text import joined
from jobcli.pay.estimate import Estimate


def comparison_page(
    desk: Desk,
    comparison: Comparison,
    profiles: Sequence[Profile],
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`profiles` and `estimates` stand in the order in which the roles were named."""
    say = desk.say
    title = " – ".join(say(profile.role.title) for profile in profiles)
    return page(
        headline(title),
        heading(say("Pay"), say("gross a year at full time, money of {month}", month=say.moment(estimates[0].as_of))),
        *_pay(desk, profiles, estimates),
        *side_by_side(desk, profiles, estimates),
        heading(say("What they share") if len(profiles) == 2 else say("What all share")),
        _parts(desk, comparison.shared, vocabulary, list(profiles)),
        *(
            part
            for profile in profiles
            for part in (
                heading(say("Only {role}", role=say(profile.role.title))),
                _parts(desk, comparison.only[profile.id], vocabulary, [profile]),
            )
        ),
    )


def _pay(desk: Desk, profiles: Sequence[Profile], estimates: Sequence[Estimate]) -> list[Part]:
    say = desk.say
    scale = scale_for(
        [value for item in estimates for value in (item.gross_year.p10, item.gross_year.p90)],
        max(20, min(60, desk.width - 4)),
    )
    parts: list[Part] = []
    for profile, item in zip(profiles, estimates, strict=True):
        pay = item.gross_year
        numbers = ranged(say, say.euros(pay.p10), say.euros(pay.p50), say.euros(pay.p90))
        parts += [
            lead(say(profile.role.title)),
            paragraph(bar(desk, scale, pay.p10, pay.p50, pay.p90, core=(pay.p25, pay.p75))),
            paragraph(
                joined(
                    numbers,
                    (f"  {item.anchor_source.publisher}, {say.moment(item.anchor.as_of)}", "muted"),
                )
            ),
        ]
    first, last = estimates[0], estimates[-1]
    if len(estimates) == 2:
        gap = last.gross_year.p50 - first.gross_year.p50
        more, less = (profiles[1], profiles[0]) if gap >= 0 else (profiles[0], profiles[1])
        parts.append(
            paragraph(
                say(
                    "In the middle, {more} pays {gap} a year more than {less}.",
                    more=say(more.role.title),
                    less=say(less.role.title),
                    gap=say.euros(abs(gap)),
                )
            )
        )
    return parts


def _parts(desk: Desk, parts: RoleParts, vocabulary: Vocabulary, profiles: list[Profile]) -> Part:
    say = desk.say
    own = {item.id: item.text for profile in profiles for item in profile.role.requirements}
    none = say("nothing")
    rows = [
        (say("Areas of work"), say.listing(names.named(say, vocabulary.areas, parts.duties)) or none),
        (
            say("Requirements"),
            say.listing(names.named(say, {**own, **vocabulary.requirements}, parts.requirements)) or none,
        ),
        (say("Subjects"), say.listing(names.named(say, vocabulary.subjects, parts.subjects)) or none),
    ]
    return facts(rows)
