"""What changes on the way from one role to another, and nothing else: duties, requirements, subjects, pay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.moving.moves import gain
from jobcli.pages import names
from jobcli.pages.certainty import floor_note
from jobcli.pages.fit import listed, requirement_words
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, lead, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.text import Said, Text, joined

if TYPE_CHECKING:
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary
    from jobcli.moving.comparison import RoleDifference
    from jobcli.pay.estimate import Estimate


def difference_page(
    desk: Desk,
    item: RoleDifference,
    before: Profile,
    after: Profile,
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`estimates` are those of the role before and of the one after, in this order."""
    say = desk.say
    must = [one for one in item.need if one.need == "must" and one.kind != "trait"]
    should = [one for one in item.need if one.need == "should" and one.kind != "trait"]
    traits = [one for one in item.need if one.kind == "trait"]
    needed: list[tuple[str, Said]] = [
        (label, listed(desk, found, requirement_words(vocabulary, after)))
        for label, found in (
            (say("Must have"), must),
            (say("Should have"), should),
            (say("Ask yourself"), traits),
        )
        if found
    ]
    subjects = say.listing(names.named(say, vocabulary.subjects, item.subjects))
    needed += [(say("New subjects"), subjects)] if subjects else []
    spared = listed(desk, item.spared, requirement_words(vocabulary, before))
    return page(
        headline(chain(desk, (say(before.role.title), say(after.role.title)))),
        paragraph(say("Only what changes; what both have is left out."), style="muted"),
        *_work(desk, item, before, after, vocabulary),
        heading(say("You still need")),
        facts(needed) if needed else paragraph(say("nothing")),
        heading(say("Not asked for any more")),
        paragraph(spared or say("nothing")),
        heading(
            say("You would earn"), say("gross a year at full time, money of {month}", month=_month(desk, estimates))
        ),
        *_pay(desk, estimates),
        Blank(),
        paragraph(say("The way there: {command}", command=f"jobcli route {before.id} {after.id}"), style="muted"),
    )


def _month(desk: Desk, estimates: Sequence[Estimate]) -> str:
    return desk.say.moment(estimates[0].as_of)


def _work(desk: Desk, item: RoleDifference, before: Profile, after: Profile, vocabulary: Vocabulary) -> list[Part]:
    """The areas of work that end and begin; where none does, that the work stays in its areas."""
    say = desk.say
    if not item.stop and not item.start:
        areas = dict.fromkeys(duty.area for duty in before.role.duties)
        same = say.listing(names.named(say, vocabulary.areas, tuple(areas)))
        text = say("The areas stay the same: {areas}. What one does in them: jobcli show ROLE", areas=same)
        return [heading(say("Work")), paragraph(text)]
    nothing = [paragraph(say("nothing"))]
    return [
        heading(say("You would stop doing")),
        *(_duties(desk, before, item.stop, vocabulary) or nothing),
        heading(say("You would start doing")),
        *(_duties(desk, after, item.start, vocabulary) or nothing),
    ]


def _duties(desk: Desk, profile: Profile, areas: Sequence[str], vocabulary: Vocabulary) -> list[Part]:
    """The areas by their names, each with the duties of the role that has it."""
    say = desk.say
    parts: list[Part] = []
    for area in areas:
        name = names.named(say, vocabulary.areas, (area,))[0]
        texts = [say(duty.text) for duty in profile.role.duties if duty.area == area]
        parts += [lead(name), bullets(texts, indent=4)]
    return parts


def _pay(desk: Desk, estimates: Sequence[Estimate]) -> list[Part]:
    say = desk.say
    old, new = (item.gross_year for item in estimates)
    more = gain(old, new) or 0
    gap = say.euros(abs(more))
    text = say("{gap} a year more in the middle", gap=gap) if more > 0 else say("the same in the middle")
    text = say("{gap} a year less in the middle", gap=gap) if more < 0 else text
    rows: list[tuple[str, Said]] = [
        (label, _change(desk, left, right))
        for label, left, right in (
            (say("Lowest tenth"), old.p10, new.p10),
            (say("Middle"), old.p50, new.p50),
            (say("Highest tenth"), old.p90, new.p90),
        )
    ]
    floor = next((item.floor for item in estimates if item.floor is not None), None)
    note = [] if floor is None else [paragraph(floor_note(say, floor, None), style="muted")]
    return [paragraph(text), facts(rows), *note]


def _change(desk: Desk, left: int, right: int) -> Text:
    """Both amounts, or the one that stays the same."""
    say = desk.say
    if left == right:
        same = say("the same")
        return joined(Text(say.euros(left), style="money"), (f"  {same}", "muted"))
    return chain(desk, (say.euros(left), say.euros(right)), "money")
