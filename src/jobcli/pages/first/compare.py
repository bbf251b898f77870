"""The first screen of compared roles: the difference in pay and how sure it is, then what is different, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.compare import Fact, compared_facts, difference_lines, turned
from jobcli.pages.difference import gap_words
from jobcli.pages.first.doubt import doubt_words
from jobcli.pages.first.rows import clause, next_steps, row, screen, shortened
from jobcli.pages.kit.letters import columns_of
from jobcli.pages.kit.lines import LINES, NARROW_LINES, USUAL, lines
from jobcli.pages.kit.parts import STEP, Desk, Page, Part, headline, indented, page, paragraph
from jobcli.pages.kit.signs import chain
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Said, Text
from jobcli.pages.match import listed, requirement_words

if TYPE_CHECKING:
    from jobcli.answers.compare import ChangeOfRole, SideBySide
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.pay.estimate import Estimate

_GAP = 2
_HIGHEST = 4
"""So many lines a cell has at most."""

Row = tuple[str, list[str]]
"""What is compared, and what each role has of it."""


def first_of_comparison(
    desk: Desk,
    comparison: SideBySide,
    profiles: Sequence[Profile],
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`profiles` and `estimates` stand in the order in which the roles were named."""
    say = desk.say
    titles = [say(profile.role.title) for profile in profiles]
    head = page(
        headline(" – ".join(titles)),
        *(paragraph(Text(line, "strong")) for line in difference_lines(desk, comparison, profiles)[:2]),
        paragraph(_doubt(desk, titles, estimates), style="problem"),
    )
    facts = compared_facts(desk, profiles, estimates, comparison.roles)
    one, other = profiles[0].id, profiles[-1].id
    steps = (
        (phrase("What changes"), f"jobcli compare {one} {other} --diff"),
        (phrase("The way"), f"jobcli route {one} {other}"),
    )
    if len(profiles) > 2:
        return page(*head, _turned(desk, titles, facts), next_steps(desk, *steps))
    rows = [*_rows(desk, comparison, profiles, estimates, facts, vocabulary)]
    if desk.width < USUAL:
        ids = [profile.id for profile in profiles]
        told = [row(label, _named(ids, cells), 3, "--full") for label, cells in rows]
        return screen(desk, head, told, *steps)
    free = (LINES if desk.width >= USUAL else NARROW_LINES) - sum(
        1 for _ in lines(page(*head, next_steps(desk, *steps)), desk.width, desk.symbols)
    )
    return page(*head, _beside(desk, titles, rows, free), next_steps(desk, *steps))


def _named(ids: Sequence[str], cells: Sequence[str]) -> list[str]:
    """What each role has, behind its id; what both have, alone."""
    found = [f"{one}: {cell}" for one, cell in zip(ids, cells, strict=True) if cell]
    return found if len(set(cells) - {""}) > 1 else [cell for cell in cells[:1] if cell]


def _doubt(desk: Desk, titles: Sequence[str], estimates: Sequence[Estimate]) -> str:
    """The doubt of the first role, in the lines that the head has left for it."""
    say = desk.say
    text = say("{role}: {doubt}", role=titles[0], doubt=doubt_words(say, estimates[0]))
    return shortened(text, desk.width - STEP, 2)


def _turned(desk: Desk, titles: list[str], facts: list[Fact]) -> Part:
    """A row for each role; what does not fit is left out from the right."""
    shown = list(facts)
    while len(shown) > 2 and not turned(desk, titles, shown).is_flat(desk.width - STEP):
        shown.pop()
    return indented(turned(desk, titles, shown))


def _rows(
    desk: Desk,
    comparison: SideBySide,
    profiles: Sequence[Profile],
    estimates: Sequence[Estimate],
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
) -> Iterator[Row]:
    say = desk.say
    only = [comparison.only[profile.id] for profile in profiles]
    words = [requirement_words(vocabulary, profile) for profile in profiles]
    yield say("Pay"), [say.euros(item.gross_year.p50) for item in estimates]
    yield (
        say("Half of them"),
        [
            say("{low} to {high}", low=say.euros(item.gross_year.p25), high=say.euros(item.gross_year.p75))
            for item in estimates
        ],
    )
    yield say("Level"), [names.name(say, profile.role.level) for profile in profiles]
    for need, label in (("must", say("Only here, must")), ("should", say("Only here, should"))):
        yield (
            label,
            [
                listed(
                    desk,
                    [item for item in profile.role.requirements if item.id in one.requirements and item.need == need],
                    known,
                )
                for profile, one, known in zip(profiles, only, words, strict=True)
            ],
        )
    yield say("Only here, work"), [say.listing(names.named(say, vocabulary.areas, one.duties)) for one in only]
    for fact in facts:
        if fact.label in ("Quickest path", "Lowest price"):
            yield say(fact.label), list(fact.values)
    yield say("Only here, topics"), [say.listing(names.named(say, vocabulary.subjects, one.subjects)) for one in only]
    shared = [
        *names.named(say, vocabulary.areas, comparison.shared.duties),
        *names.named(say, {**words[0], **vocabulary.requirements}, comparison.shared.requirements),
        *names.named(say, vocabulary.subjects, comparison.shared.subjects),
    ]
    yield say("Both"), [say.listing(shared), ""]


def _beside(desk: Desk, titles: Sequence[str], rows: Sequence[Row], free: int) -> Table:
    """The rows, each cell as high as the screen has room for: rows take what is left in their order."""
    told = [one for one in rows if any(one[1])]
    label = max(columns_of(name) for name, _ in told)
    width = max(8, (desk.width - STEP - label - 2 * _GAP) // 2)
    high = [1] * len(told)
    free -= 1 + len(told)
    for most in range(2, _HIGHEST + 1):
        for number, (_, cells) in enumerate(told):
            if free > 0 and any(shortened(cell, width, most - 1) != cell for cell in cells):
                high[number], free = most, free - 1
    grid = table("", *(shortened(title, width, 1) for title in titles), shown="heading")
    grid.add_column(style="muted", whole=True)
    for _ in titles:
        grid.add_column(most=width)
    for (name, cells), most in zip(told, high, strict=True):
        grid.add_row(name, *(shortened(cell, width, most) for cell in cells))
    return indented(grid)


def first_of_difference(
    desk: Desk,
    item: ChangeOfRole,
    before: Profile,
    after: Profile,
    estimates: Sequence[Estimate],
    vocabulary: Vocabulary,
) -> Page:
    """`estimates` are those of the role before and of the one after, in this order."""
    say = desk.say
    old, new = (one.gross_year for one in estimates)
    gained = gap_words(say, item.gain_range, item.group, told_apart=item.told_apart)
    amounts: Said = chain(desk, (say.euros(old.p50), say.euros(new.p50)), "money")
    words = requirement_words(vocabulary, after)
    head = page(
        headline(chain(desk, (say(before.role.title), say(after.role.title)))),
        paragraph(amounts),
        paragraph(gained) if gained else None,
    )
    needed = {
        say("Must have"): [one for one in item.need if one.need == "must" and one.kind != "trait"],
        say("Should have"): [one for one in item.need if one.need == "should" and one.kind != "trait"],
        say("Ask yourself"): [one for one in item.need if one.kind == "trait"],
    }
    rows = [
        *(
            row(label, [listed(desk, [one], words) for one in found], 2, "--full", between=", ")
            for label, found in needed.items()
        ),
        row(say("New topics"), names.named(say, vocabulary.subjects, item.learn_subjects), 2, "--full", between=", "),
        row(say("You start"), _duties(say, after, item.start, vocabulary), 4, "--full"),
        row(say("You stop"), _duties(say, before, item.stop, vocabulary), 4, "--full"),
        row(
            say("No longer asked"),
            [listed(desk, [one], requirement_words(vocabulary, before)) for one in item.no_longer_needed],
            2,
            "--full",
            between=", ",
        ),
        row(say("Caution"), [doubt_words(say, estimates[-1])], 2),
    ]
    steps = (
        (phrase("The way"), f"jobcli route {before.id} {after.id}"),
        (phrase("Training"), f"jobcli paths {after.id} --from {before.id}"),
    )
    return screen(desk, head, rows, *steps)


def _duties(say: Language, profile: Profile, areas: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Each area with what one does in it first."""
    found = []
    for area in areas:
        name = names.named(say, vocabulary.areas, (area,))[0]
        first = next((say(duty.text) for duty in profile.role.duties if duty.area == area), "")
        found.append(say("{area}: {duty}", area=name, duty=clause(first)))
    return found
