"""The page of an official occupation: what it is called, what it pays, whether people are short, how one gets there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.occupation import Demand, Known, Licence, MedianOfBA, Skill, Training
from jobcli.pages import names
from jobcli.pages.kit.bars import bar, scale_for
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    facts,
    heading,
    headline,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import ranged
from jobcli.pages.kit.text import Said, Text, joined

if TYPE_CHECKING:
    from jobcli.answers.occupation import ShownOccupations, WholeOccupation

SKILLS, SIMILAR = 3, 2
"""A first page shows so many of each; with `--full` all."""

_SHORTAGE = {"yes": phrase("yes"), "no": phrase("no"), "not-rated": phrase("not rated")}
RATED_TOGETHER = {
    "care": phrase("rated for all care occupations of this level together"),
    "child-care": phrase(
        "rated for all occupations of child care together; that this one belongs to them is concluded by us"
    ),
}
_WHY: dict[Known, Phrase] = {
    "above-ceiling": phrase("above the contribution ceiling, where nothing is recorded"),
    "not-published": phrase("not published: too few people"),
}
LICENCES: dict[Licence, Phrase] = {
    "approbation": phrase("Nobody may work in it without a state licence (Approbation)"),
    "licence": phrase("The title is protected: in practice the work needs a state licence"),
    "permit": phrase("The trade or the activity needs a permit"),
    "admission": phrase("One has to be appointed or admitted"),
    "land": phrase("Regulated by the Länder, in each otherwise"),
}
"""What a licence means for whoever wants to work in an occupation."""
LEFT_OUT = {
    "civil-servants": phrase("Civil servants are not in these figures, and here many are."),
    "self-employed": phrase("The self-employed are not in these figures, and here many are."),
    "soldiers": phrase("Pay of soldiers is set by law; the head counts of other sources leave them out."),
}
_NO_TRAINING = phrase(
    "none under this code in the statistic of apprentices, which counts no schools and no civil servants"
)
_RELATION = {"exact": phrase("{count} skills by ESCO"), "close": phrase("{count} skills, by ESCO roughly")}


def occupations_page(desk: Desk, answer: ShownOccupations) -> Page:
    """The occupations that were asked for, one below the other, and what the owners of the data ask to be said."""
    say, number = desk.say, len(answer.occupations)
    parts: list[Part] = []
    if number > 1:
        parts += [
            headline(say("'{word}' is the name of {count} occupations", word=answer.asked, count=number)),
            Blank(),
        ]
    for item in answer.occupations:
        parts += [*_one(desk, item), Blank()]
    parts.append(notice(desk, answer.attribution))
    ids = [item.id for item in answer.occupations]
    parts.append(Blank())
    return page(*parts, paragraph(say("For you: jobcli estimate {id} --state BY", id=ids[0]), style="muted"))


def levels_page(desk: Desk, answer: ShownOccupations) -> Page:
    """The occupations of the same group, from helper to expert, with the official median of each."""
    parts: list[Part] = []
    for item in answer.occupations:
        parts.append(headline(item.asked_as or desk.say(item.name), item.id))
        parts.append(heading(desk.say("Levels of this group"), desk.say("official median a month")))
        parts += [facts(ladder_rows(desk.say, item)), Blank()]
    return page(*parts, notice(desk, answer.attribution))


def notice(desk: Desk, attribution: Sequence[Words]) -> Part:
    """What the owners of the data ask to be said, in one quiet paragraph."""
    said = " · ".join(desk.say(words) for words in attribution)
    return paragraph(desk.say("Sources: {list}", list=said), style="muted")


def _one(desk: Desk, item: WholeOccupation) -> list[Part]:
    say = desk.say
    return [
        headline(item.asked_as or say(item.name), item.id),
        facts(_names(desk, item)),
        *_pay_section(desk, item),
        *_market(desk, item),
        heading(say("Vocational training")),
        *_trainings(desk, item.trainings),
        heading(say("Skills")),
        *_skills(desk, item),
        *_levels(desk, item),
        Blank(),
        *(paragraph(note) for note in (*licence_note(say, item), *reading_notes(say, item))),
    ]


def occupation_sections(desk: Desk, answer: ShownOccupations, wanted: Collection[str]) -> Page:
    """Some parts of each occupation: what people do in it is told by the skills that it takes."""
    say, parts = desk.say, list[Part]()
    for item in answer.occupations:
        parts += [headline(item.asked_as or say(item.name), item.id)]
        if {"duties", "needs"} & {*wanted}:
            parts += [heading(say("Skills")), *_skills(desk, item)]
        if "pay" in wanted:
            parts += [*_pay_section(desk, item), *_levels(desk, item)]
        if "paths" in wanted:
            parts += [heading(say("Vocational training")), *_trainings(desk, item.trainings)]
        if "outlook" in wanted:
            parts += _market(desk, item)
        parts += [
            Blank(),
            *(paragraph(note) for note in (*licence_note(say, item), *reading_notes(say, item))),
            Blank(),
        ]
    return page(*parts, notice(desk, answer.attribution))


def _pay_section(desk: Desk, item: WholeOccupation) -> list[Part]:
    return [heading(desk.say("Pay"), desk.say("gross a month at full time")), *_pay(desk, item)]


def _market(desk: Desk, item: WholeOccupation) -> list[Part]:
    say, count = desk.say, item.employees
    people = say("{count} employees in 2023", count=say.number(count)) if count is not None else ""
    return [heading(say("Labour market 2025"), people), facts(demand_rows(say, item.demand))]


def _levels(desk: Desk, item: WholeOccupation) -> list[Part]:
    note = desk.say("official median a month")
    return [heading(desk.say("Levels of this group"), note), facts(ladder_rows(desk.say, item))]


def reading_notes(say: Language, item: WholeOccupation) -> list[str]:
    """What one has to know to read the figures rightly."""
    notes = [say(LEFT_OUT[item.left_out])] if item.left_out else []
    titles = len(item.titles)
    if titles > 1:
        notes.append(
            say("The figures are those of the whole group with {count} titles, not of yours alone.", count=titles)
        )
    return notes


def licence_note(say: Language, item: WholeOccupation) -> list[str]:
    """Whether one needs a licence to work in it."""
    return [say(LICENCES[item.licence]) + (f" ({item.law})." if item.law else ".")] if item.licence else []


def short_rows(say: Language, item: WholeOccupation) -> list[tuple[str, Said]]:
    """Training, skills and what is similar, in a line or two each."""
    first = item.trainings[0] if item.trainings else None
    more = len(item.trainings) - 1
    training = say(_NO_TRAINING) if first is None else training_words(say, first, full=False)
    if more > 0:
        training += say("; {count} more", count=more)
    rows: list[tuple[str, Said]] = [(say("Training"), training)]
    if item.esco.must:
        count = say(_RELATION[item.esco.relation or "exact"], count=say.number(len(item.esco.must)))
        rows.append(
            (say("Skills"), f"{count}: {first_of(say, [skill_name(say, skill) for skill in item.esco.must], SKILLS)}")
        )
    near = _near(say, item, SIMILAR)
    return [*rows, (say("Similar"), near)] if near else rows


def _names(desk: Desk, item: WholeOccupation) -> list[tuple[str, Said]]:
    """What it is called, officially, here and otherwise, and on which level it is."""
    say, name = desk.say, desk.say(item.name)
    called = item.asked_as or name
    others = [title for title in item.titles if title != called]
    rows: list[tuple[str, Said]] = (
        [(say("Profiles"), say.listing(f"{say(role.title)} ({role.id})" for role in item.roles))] if item.roles else []
    )
    rows += [("KldB", item.official_name), (say("Level"), names.level(say, item.level))]
    if name not in (called, *others):
        rows.append((say("Here called"), name))
    if others:
        rows.append((say("Also called"), say.listing(others)))
    if item.esco.occupations:
        rows.append(("ESCO", say.listing(say(found.name) for found in item.esco.occupations)))
    return rows


def first_of(say: Language, words: Sequence[str], most: int | None) -> str:
    """The first of them, and how many more there are."""
    if most is None or len(words) <= most + 1:
        return say.listing(words)
    return say("{list}, {count} more", list=say.listing(words[:most]), count=len(words) - most)


def _pay(desk: Desk, item: WholeOccupation) -> list[Part]:
    say, ba, destatis = desk.say, item.ba, item.destatis
    parts: list[Part] = []
    amounts = [value for value in (ba.low, ba.median, ba.high, destatis.median) if value is not None]
    if ba.low and ba.median and ba.high:
        scale = scale_for(amounts, max(20, min(desk.width - 4, 60)))
        parts.append(paragraph(bar(desk, scale, ba.low, ba.median, ba.high)))
    parts.append(facts([("BA", _ba_words(say, ba)), ("Destatis", destatis_words(say, item))]))
    return [*parts, *(paragraph(note, style="problem") for note in disagreement(say, item))]


def destatis_words(say: Language, item: WholeOccupation) -> Text:
    """The other median, of the occupation or of its group of three digits, or that there is none."""
    destatis, when = item.destatis, say.moment(item.destatis.as_of)
    if destatis.median:
        by_sex = [say("men {pay}", pay=say.euros(destatis.men))] if destatis.men else []
        by_sex += [say("women {pay}", pay=say.euros(destatis.women))] if destatis.women else []
        more = f"; {say.listing(by_sex)}" if by_sex else ""
        words = say("  {when}, without special payments", when=when)
        return Text(say.euros(destatis.median), "money").append(more).append(words, "muted")
    if destatis.group:
        words = say(
            "  the whole group of three digits, {when}; of this occupation nothing is published",
            when=when,
        )
        return Text(say.euros(destatis.group), "money").append(words, "muted")
    return Text(say("not published: too few people"))


def disagreement(say: Language, item: WholeOccupation) -> list[str]:
    """That the two medians are further apart than special payments explain."""
    ba, destatis = item.ba.median, item.destatis.median
    if not ba or not destatis or 0.85 <= destatis / ba <= 1.35:
        return []
    return [say("The two sources disagree more than usual: one of them counts other people.")]


def _ba_words(say: Language, ba: MedianOfBA) -> Text:
    """The quartiles and the median, or why one of them is missing."""
    when = say.moment(ba.as_of)
    if ba.low is None and ba.median is None and ba.high is None:
        return Text(say(_WHY[ba.median_is]))
    people = say("{count} full-time employees", count=say.number(ba.employees or 0))
    about = say("  {when}, with special payments; {people}", when=when, people=people)
    if ba.low and ba.median and ba.high:
        text = joined(ranged(say, say.euros(ba.low), say.euros(ba.median), say.euros(ba.high)))
        return text.append(about, "muted")
    told = [say("lower quartile {pay}", pay=say.euros(ba.low))] if ba.low else []
    told += [say("median {pay}", pay=say.euros(ba.median))] if ba.median else []
    missing = say("the median and the upper quartile") if ba.median is None else say("the upper quartile")
    text = Text().append(say.listing(told), "money")
    return text.append(say("; {what}: {why}", what=missing, why=_WHY[ba.high_is])).append(about, "muted")


def demand_rows(say: Language, demand: Demand | None) -> list[tuple[str, Said]]:
    """Whether people are short, how many have no work, and what machines could do."""
    rows: list[tuple[str, Said]] = []
    if demand is None:
        return [(say("Shortage"), say("not in the analysis of the Bundesagentur für Arbeit"))]
    shortage = say(_SHORTAGE[demand.shortage])
    if demand.points is not None:
        shortage = say("{answer}: {points} of 3 points", answer=shortage, points=say.number(demand.points, 1))
    # Where no vacancy is reported, as of the police, the median is 0: that says nothing of how hard they are to fill.
    if demand.vacancy_days:
        shortage += say("; a job stays vacant for {days} days", days=say.number(demand.vacancy_days, 0))
    if demand.group:
        shortage += f"; {say(RATED_TOGETHER[demand.group])}"
    rows.append((say("Shortage"), shortage))
    if demand.unemployment is not None:
        text = (
            say.percent(demand.unemployment / 100)
            if demand.unemployment >= 10
            else exact_percent(say, demand.unemployment)
        )
        if demand.seekers is not None:
            text += say("; {count} seekers for each vacancy", count=say.number(demand.seekers, 1))
        if demand.part_time is not None:
            text += say("; {percent} work part-time", percent=say.percent(demand.part_time / 100))
        rows.append((say("Unemployed"), text))
    rows.append((say("Automatable"), _automatable(say, demand)))
    return rows


def exact_percent(say: Language, value: float) -> str:
    """A small rate with one decimal."""
    return f"{say.number(value, 1)}\u00a0%" if say.code == "de" else f"{say.number(value, 1)}%"


def _automatable(say: Language, demand: Demand) -> str:
    if demand.automatable is None:
        return say("not known")
    if demand.automatable == 0 and demand.group:
        return say("very little (IAB)")
    return say(
        "{percent} of the work could be done by machines today (IAB)", percent=say.percent(demand.automatable / 100)
    )


def _trainings(desk: Desk, trainings: Sequence[Training]) -> list[Part]:
    if not trainings:
        return [paragraph(desk.say(_NO_TRAINING))]
    return [bullets([training_words(desk.say, item, full=True) for item in trainings])]


def training_words(say: Language, item: Training, *, full: bool = False) -> str:
    """A vocational training with its apprentices, its length and an example of its pay."""
    length = say("{months} months", months="–".join(map(str, item.months))) if item.months else say("length not known")
    parts = [
        say("at a school, not counted as apprentices")
        if item.school
        else say("{count} apprentices in 2023", count=say.number(item.apprentices or 0)),
        length,
    ]
    if item.pay:
        pay = " · ".join(say.euros(round(amount)) for amount in item.pay)
        place = item.region if item.region and item.region != "DE" else ""
        since = say.moment(item.since[:7]) if item.since and full else ""
        where = say.listing(word for word in (item.agreement, place, since) if word) or say("an example")
        parts.append(say("for example {pay} a month ({agreement})", pay=pay, agreement=where))
    elif full:
        parts.append(say("pay not known"))
    return f"{item.title}: {say.listing(parts)}"


def _skills(desk: Desk, item: WholeOccupation) -> list[Part]:
    say, esco = desk.say, item.esco
    if not esco.must:
        return [paragraph(say("ESCO has no occupation that fits closely enough to say what it needs."))]
    count = say(_RELATION[esco.relation or "exact"], count=say.number(len(esco.must)))
    parts: list[Part] = [paragraph(f"{count}:"), bullets([skill_name(say, skill) for skill in esco.must])]
    if esco.useful:
        parts += [paragraph(say("Useful besides:")), bullets([skill_name(say, skill) for skill in esco.useful])]
    near = _near(say, item, None)
    return [*parts, paragraph(say("Similar: {list}", list=near))] if near else parts


def _near(say: Language, item: WholeOccupation, most: int | None) -> str:
    """The occupations that need most of the same."""
    return " · ".join(
        say("{name} {code} ({count} in common, regulated)", name=say(other.name), code=other.kldb, count=other.shared)
        if other.licence
        else say("{name} {code} ({count} in common)", name=say(other.name), code=other.kldb, count=other.shared)
        for other in item.similar[:most]
    )


def skill_name(say: Language, skill: Skill) -> str:
    """The label in the language of the reader; where there is only the English one, that is said."""
    if say.code == "de":
        return skill.de or f"{skill.en} (en)"
    return skill.en


def ladder_rows(say: Language, item: WholeOccupation) -> list[tuple[str, Said]]:
    """The occupations of the same group, from helper to expert."""
    rows: list[tuple[str, Said]] = []
    for rung in item.ladder:
        pay = rung.ba or rung.destatis
        source = "BA" if rung.ba else "Destatis"
        amount = f"{say.euros(pay)} ({source})" if pay else say("pay not published")
        here = Text(f"{say(rung.name)} {rung.kldb}  ", style="strong" if rung.kldb == item.kldb else "")
        rows.append((names.name(say, rung.level), here.append(amount, "money")))
    return rows
