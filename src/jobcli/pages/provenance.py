"""How firmly the figures stand: a page with the weakest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pay.provenance import MARKS, Footing

if TYPE_CHECKING:
    from jobcli.answers.sources import Checked, MarkCounts
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.parts import Desk, Page, Part

KINDS = {
    "table": phrase("{id}"),
    "pay": phrase("pay {id}"),
    "months": phrase("length"),
    "hours_per_week": phrase("hours a week"),
    "hours_total": phrase("hours in all"),
    "course": phrase("price of the course"),
    "exam": phrase("price of the examination"),
    "step_months": phrase("length of step {id}"),
    "step_cost": phrase("price of step {id}"),
}
MARK_NAMES = {
    "doubt": phrase("in doubt"),
    "copy": phrase("read in one copy only"),
    "derived": phrase("computed or concluded"),
    "inferred": phrase("date inferred"),
    "undated": phrase("undated"),
    "old": phrase("more than five years old"),
}


def footing_page(desk: Desk, answer: Checked, profile: Profile | None) -> Page:
    """The figures that something speaks against, the weakest first; the others are counted."""
    from jobcli.pages.kit.parts import Blank, headline, lead, page, paragraph

    say = desk.say
    parts: list[Part] = []
    for item in answer.checked:
        if not item.marks:
            continue
        parts += [Blank(), lead(say(item.name), _key(say, item)), paragraph(_rests_on(say, item), indent=4)]
        marks = say.listing(say(MARK_NAMES[mark]) for mark in item.marks)
        parts.append(paragraph(marks, indent=4, style="problem"))
    title = say("How firmly the figures stand")
    head = headline(title)
    if profile is not None:
        head = headline(f"{say(profile.role.title)}: {title}", profile.id)
    return page(head, paragraph(_summary(say, answer.summary)), *parts)


def _key(say: Language, item: Footing) -> str:
    """What one looks for in the file."""
    return say(KINDS[item.kind], id=item.id)


def _rests_on(say: Language, item: Footing) -> str:
    """The publisher, the date and the age of a figure, and what a table was read from."""
    when = say("undated") if item.moment is None else say.moment(item.moment)
    years = say.plural("{count} year old", "{count} years old", item.age) if item.age else ""
    age = f" ({years})" if years else ""
    read = "" if item.confidence is None else f"; {say(names.NAMES_OF_CONFIDENCE[item.confidence])}"
    return f"{item.source.publisher}, {when}{age}{read}"


def _summary(say: Language, counted: MarkCounts) -> str:
    """How many figures there are, and how many have each mark."""
    marked = {mark: getattr(counted, mark) for mark in MARKS}
    told = [say.plural("{count} without any mark", "{count} without any mark", counted.none)]
    told += [f"{say.number(count)} {say(MARK_NAMES[mark])}" for mark, count in marked.items() if count]
    text = say(
        "{figures}: {counts}.",
        figures=say.plural("{count} figure", "{count} figures", counted.figures),
        counts=say.listing(told),
    )
    # Who adds them up would wonder.
    several = say("One figure can have several marks.")
    return f"{text} {several}" if counted.none + sum(marked.values()) > counted.figures else text
