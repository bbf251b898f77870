"""What somebody with a foreign qualification meets in Germany, in general or in one occupation: the answer of `newcomer`."""

from __future__ import annotations

from typing import Annotated, cast

from msgspec import Struct

from jobcli.answers.answer import Answer
from jobcli.answers.asker import Asker
from jobcli.answers.contacts import AdviceLine, advice_lines
from jobcli.answers.pay import paid
from jobcli.answers.wire import FromMe
from jobcli.arriving.card import OpportunityCard, opportunity_card
from jobcli.arriving.countries import group_of, routes
from jobcli.arriving.recognition import GermanTold, Recognition, Regulation, german_of, recognition, regulation
from jobcli.arriving.salaries import SalaryLimit, in_groups, salary_limits
from jobcli.domain.evidence import Kind, Source, Words, phrase
from jobcli.domain.languages import CefrLevel
from jobcli.domain.meaning import means
from jobcli.domain.newcomer import ArrivalBook, CountryGroup, RouteId
from jobcli.domain.occupation import Occupation
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import refuse
from jobcli.files.figures import open_arrival, open_contacts

_LINES = ("working-living", "recognition-finder", "ihk-fosa")
"""Who advises people with a foreign qualification, the first one of all."""


class CountryTold(Struct, frozen=True, kw_only=True):
    """The country of a passport."""

    code: Annotated[str, means("Its ISO 3166 code.")]
    name: Annotated[Words, means("Its name.")]
    group: Annotated[CountryGroup, means("The countries that the law treats like it.")]
    law: Annotated[str | None, means("The law that names it; null: none does by name.")]
    doubt: Annotated[Words | None, means("What is doubtful about it.")]


class NewcomerJob(Struct, frozen=True, kw_only=True):
    """The occupation that was asked about."""

    role: Annotated[str, means("The id of the role, or the five digits of the official occupation.")]
    kind: Annotated[Kind, means("Which of the two it is.")]
    kldb: Annotated[str, means("The official occupation: its five digits.")]
    title: Annotated[Words, means("What was asked for.")]
    regulation: Annotated[Regulation, means("Whether it is regulated.")]
    recognition: Annotated[Recognition, means("Who recognises a foreign qualification.")]
    german: Annotated[GermanTold | None, means("The German that is usual; null: nothing was read of it.")]
    middle: Annotated[int | None, means("The middle of the estimate in gross euros a year; null: there is none.")]


class WayIn(Struct, frozen=True, kw_only=True):
    """A way to a residence title."""

    id: Annotated[RouteId, means("Its paragraph.")]
    law: Annotated[str, means("The paragraphs.")]
    german: Annotated[CefrLevel | None, means("The German that the law asks for; null: none by this paragraph.")]


class Fee(Struct, frozen=True, kw_only=True):
    """A fee of the residence law."""

    id: Annotated[str, means("What it is for.")]
    euros: Annotated[float, means("Euros.")]


class NewcomerTold(Answer, frozen=True, kw_only=True):
    """The result of `newcomer`. It explains, and is no advice in law."""

    commands = ("newcomer",)

    country: Annotated[CountryTold | None, means("The country that was told; null without one.")]
    job: Annotated[NewcomerJob | None, means("The occupation that was asked about; null without one.")]
    german: Annotated[CefrLevel | None, means("The level of the person's German; null is not told.")]
    salaries: Annotated[
        tuple[SalaryLimit, ...], means("Minimum salaries for a residence title; none where no title is needed.")
    ]
    card: Annotated[OpportunityCard | None, means("The opportunity card; null where no title is needed.")]
    routes: Annotated[tuple[WayIn, ...], means("Ways to a residence title that may be open.")]
    fees: Annotated[tuple[Fee, ...], means("What visa and titles cost; none where no title is needed.")]
    livelihood_month: Annotated[
        float | None, means("Euros a month that the opportunity card asks for, in doubt; null where none is needed.")
    ]
    lines: Annotated[tuple[AdviceLine, ...], means("Who advises, free of charge.")]
    law_of: Annotated[str, means("The day of the law that was read.")]
    no_legal_advice: Annotated[bool, means("Always true: this explains, and is no advice in law.")]
    sources: Annotated[tuple[Source, ...], means("Where law and figures were read.")]
    from_me: FromMe


def newcomer(
    profile: Profile | None, who: Asker, country: str | None, german: CefrLevel | None, day: str
) -> NewcomerTold:
    """The answer of `newcomer` on `day`; `country` is an ISO code of the book, `german` a level that goes before that of `who`.

    Refusal where the role names no official occupation.
    """
    book = open_arrival()
    languages = dict(part.split("-") for part in who.standing.languages)
    if german is not None:
        languages["de"] = german
    told = cast("CefrLevel | None", languages.get("de"))
    group = None if country is None else group_of(book, country)
    found = None if profile is None else _occupation(profile)
    isco = None if profile is None or found is None else _iscos(profile, found)
    job = None if profile is None or found is None else _job(book, profile, found, who, group, told, day)
    free = group == "eu"
    middle = None if job is None else job.middle
    return NewcomerTold(
        country=None if country is None or group is None else _country(book, country, group),
        job=job,
        german=told,
        salaries=() if free else salary_limits(book, day, middle, isco, who.age),
        card=None
        if free
        else opportunity_card(book, languages, who.age, who.practice, in_groups(isco, book.shortage_isco)),
        routes=tuple(
            WayIn(id=name, law=book.laws[name].law, german=book.laws[name].german)
            for name in routes(group, it=None if not isco else in_groups(isco, book.it_isco) != "no")
        ),
        fees=()
        if free
        else tuple(Fee(id=name, euros=euros) for name, euros in book.amounts["residence-fees"].values.items()),
        livelihood_month=None if free else book.amounts["livelihood"].values["opportunity-card"],
        lines=advice_lines(open_contacts(), _LINES),
        law_of=book.sources["aufenthg"].published or "",
        no_legal_advice=True,
        sources=_sources(book, job, free=free),
        from_me=who.from_me,
    )


def _occupation(profile: Profile) -> Occupation:
    from jobcli.atlas.occupation import occupation

    code = profile.role.codes.kldb
    found = None if code is None else occupation(code)
    if found is None:
        message = phrase("'{role}' names no official occupation of five digits, and the law is told only by these.")
        hint = phrase("Find one that is near: jobcli search {role}; then: jobcli newcomer 81302")
        refuse("no-official-occupation", message, hint, role=profile.id)
    return found


def _iscos(profile: Profile, found: Occupation) -> tuple[str, ...]:
    """The ISCO-08 codes: that of the profile, else those of the occupations of ESCO that belong closely to the code."""
    from jobcli.atlas.occupation import iscos_of

    own = profile.role.codes.isco
    return (own,) if own else iscos_of(found.kldb)


def _job(
    book: ArrivalBook,
    profile: Profile,
    found: Occupation,
    who: Asker,
    group: CountryGroup | None,
    german: CefrLevel | None,
    day: str,
) -> NewcomerJob:
    rules = regulation(book, found, day)
    items = paid([profile], who.person, day).items
    return NewcomerJob(
        role=profile.id,
        kind=profile.kind,
        kldb=found.kldb,
        title=profile.role.title,
        regulation=rules,
        recognition=recognition(book, found, rules, group),
        german=german_of(book, found.kldb, german),
        middle=items[0].gross_year.p50 if items else None,
    )


def _country(book: ArrivalBook, code: str, group: CountryGroup) -> CountryTold:
    named = book.groups[group]
    return CountryTold(code=code, name=book.countries[code], group=group, law=named.law, doubt=named.doubt)


def _sources(book: ArrivalBook, job: NewcomerJob | None, *, free: bool) -> tuple[Source, ...]:
    """Those of what the answer says, each once."""
    found: list[Source] = []
    if not free:
        found += [table.source for table in book.amounts.values()]
        found += [item.source for item in book.pending.values()]
        found += [book.sources[row.source] for row in book.laws.values()]
    if job is not None:
        found += [*job.recognition.sources, *([job.german.source] if job.german else [])]
        found += [job.regulation.source] if job.regulation.source else []
    return tuple({source.url: source for source in found}.values())
