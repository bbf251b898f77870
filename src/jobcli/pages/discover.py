"""Five fields of work that are like what someone likes, the occupations in them, and how far that may be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.interests import InterestGrade, InterestType
from jobcli.interests.firmness import DRAWN, Firmness
from jobcli.pages import names
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    facts,
    further,
    heading,
    headline,
    lead,
    page,
    paragraph,
)
from jobcli.pages.kit.text import Text

if TYPE_CHECKING:
    from jobcli.answers.discover import AnswersForgotten, Band, Discovered, FilterName, LikeOccupation, Wishes
    from jobcli.pages.kit.language import Language

KINDS: dict[InterestType, Phrase] = {
    "R": phrase("hands-on"),
    "I": phrase("finding out"),
    "A": phrase("creating"),
    "S": phrase("helping"),
    "E": phrase("persuading"),
    "C": phrase("ordering"),
}
FIRMNESS: dict[Firmness, Phrase] = {
    "firm": phrase("firm"),
    "fairly-firm": phrase("fairly firm"),
    "may-change": phrase("may change"),
    "loose": phrase("loose"),
}
BANDS: dict[Band, Phrase] = {"strong": phrase("very like"), "good": phrase("like")}
_GRADES: dict[InterestGrade, Phrase] = {
    "direct": phrase("carried over directly"),
    "related": phrase("by way of related occupations"),
    "rough": phrase("only rough"),
    "borrowed": phrase("borrowed from a neighbouring occupation"),
}
_SHORTAGES = {
    "yes": phrase("shortage"),
    "no": phrase("no shortage"),
    "not-rated": phrase("shortage not rated"),
}


def discovered_page(desk: Desk, answer: Discovered, again: str) -> Page:
    """Everything: the answers by type, the fields with all occupations, what filters took, the warning and the sources.

    `again` is what has to be typed for the same answers: nothing where they are kept.
    """
    say = desk.say
    parts: list[Part] = [headline(title(desk)), paragraph(liked(desk, answer))]
    for field in answer.fields:
        parts.append(heading(say(field.name), say(FIRMNESS[field.firmness])))
        for band, words in BANDS.items():
            rows = [row for row in field.occupations if row.band == band]
            if rows:
                parts += [lead(say(words), say.plural("{count} occupation", "{count} occupations", len(rows)))]
                parts.append(bullets((_told(desk, row) for row in rows), indent=4))
        if not field.occupations:
            parts.append(paragraph(nothing(desk, answer)))
        if field.less_alike:
            rest = say.plural("{count} more of it is less like.", "{count} more of it are less like.", field.less_alike)
            parts.append(paragraph(rest, style="muted"))
    if answer.unknown:
        parts += [heading(say("Not known whether they meet the filters"))]
        parts.append(bullets(_told(desk, row) for row in answer.unknown))
    if answer.sifted:
        parts += [heading(say("Filters")), facts(_taken(desk, answer)), *_costliest(desk, answer)]
    drawn = say(
        "How firm: your answers were drawn again {count} times, as people answer a second time. A firm field stays among the"
        " five in at least four of five runs, a fairly firm one in three, one that may change in two.",
        count=DRAWN,
    )
    order = say("In each group those come first in which most people work; that is no order of how well they suit you.")
    notices = [say(words) for words in answer.attribution]
    return page(
        *parts,
        heading(say("How to read this")),
        paragraph(say(answer.warning)),
        paragraph(drawn),
        paragraph(order),
        heading(say("Whose data")),
        *(paragraph(text, style="muted") for text in notices),
        *further(desk, *next_lines(answer, again)),
        *kept(desk, answer),
    )


def forgotten_page(desk: Desk, answer: AnswersForgotten) -> Page:
    """That the answers are gone."""
    gone = phrase("Your answers are deleted.") if answer.was_there else phrase("No answers were kept.")
    return page(paragraph(desk.say(gone), indent=0), paragraph(answer.file, style="muted"))


def title(desk: Desk) -> str:
    """What the page is about."""
    return desk.say("Five of 25 fields of work, the most alike first")


def liked(desk: Desk, answer: Discovered) -> str:
    """How much of each type someone likes, most first."""
    say = desk.say
    order = sorted(answer.points, key=lambda one: -one.points)
    told = say.listing(f"{say(KINDS[one.type])} {say.number(one.points)}" for one in order)
    text = say("You like (of 100 points): {list}", list=told)
    unsure = say.plural("{count} unsure answer", "{count} unsure answers", answer.unsure)
    return f"{text}; {unsure}" if answer.unsure else text


def nothing(desk: Desk, answer: Discovered) -> str:
    """Why a field has no occupations."""
    if answer.sifted:
        return desk.say("None of its occupations is left.")
    return desk.say("As a whole it is like your answers, none of its occupations enough.")


def typed(wishes: Wishes, name: FilterName) -> str:
    """A filter as it is typed."""
    value = getattr(wishes, name.replace("-", "_"))
    return f"--{name}" if value is True else f"--{name} {value}"


def next_lines(answer: Discovered, again: str) -> list[tuple[str, str]]:
    """What to type next."""
    first = next((row.id for field in answer.fields for row in field.occupations), None)
    look = [(phrase("Occupation"), f"jobcli show {first}")] if first else []
    return [*look, (phrase("Filtered"), f"jobcli discover{again} --level skilled")]


def kept(desk: Desk, answer: Discovered) -> list[Part]:
    """Where the answers are kept."""
    if answer.kept is None:
        return []
    words = desk.say("Your answers are kept in {file}; delete them: jobcli discover --forget", file=answer.kept)
    return [Blank(), paragraph(words, style="muted")]


def _told(desk: Desk, row: LikeOccupation) -> Text:
    """One occupation: people, official pay, level, shortage; how it came by its profile, and what makes it alike."""
    say = desk.say
    text = Text(say(row.name), "strong").append(f" {row.id}")
    about = [] if row.employees is None else [say("{count} people", count=say.number(row.employees))]
    if row.pay is None:
        about.append(say("pay not published"))
    else:
        source = "BA" if row.pay_source == "ba" else "Destatis"
        about.append(say("{pay} a month ({source})", pay=say.euros(row.pay), source=source))
    if row.pay_year is not None:
        about.append(say("we estimate {pay} a year", pay=say.euros(row.pay_year)))
    about.append(names.name(say, row.level))
    about.append(say(_SHORTAGES[row.shortage]) if row.shortage else say("shortage not analysed"))
    if row.missing is not None:
        about.append(say("{missing} of {skills} skills missing", missing=row.missing, skills=row.skills))
    text.append(f": {say.listing(about)}; ")
    text.append(f"{say(_GRADES[row.grade])}: {say.listing(_carried(say, row))}", "muted")
    return text


def _carried(say: Language, row: LikeOccupation) -> Iterable[str]:
    """The two types that make an occupation alike."""
    for one in row.carried_by:
        kind = say(KINDS[one.type])
        yield say("much {kind}", kind=kind) if one.much else say("little {kind}", kind=kind)


def _taken(desk: Desk, answer: Discovered) -> list[tuple[str, Text | str]]:
    """What each filter takes away."""
    say = desk.say
    rows: list[tuple[str, Text | str]] = []
    for one in answer.sifted:
        text = say("takes {taken} of {before}", taken=one.taken, before=one.before)
        if one.unknown:
            text += say("; of {count} it is not known", count=one.unknown)
        rows.append((typed(answer.wishes, one.filter), text))
    return rows


def _costliest(desk: Desk, answer: Discovered) -> list[Part]:
    """Which filter to leave out first."""
    left = sum(len(field.occupations) for field in answer.fields)
    costliest = max(answer.sifted, key=lambda one: one.without)
    words = desk.say(
        "{left} are left; without {filter} it would be {count}.",
        left=left,
        filter=f"--{costliest.filter}",
        count=costliest.without,
    )
    return [paragraph(words)] if costliest.without > left else []
