"""The first screen of one role: what it is, what it pays, what it asks for, and the ways there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import zip_longest

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.profile import Profile
from jobcli.domain.role import Claim, Duty, Requirement, Role, Vocabulary
from jobcli.pages import names
from jobcli.pages.first.doubt import doubt_words
from jobcli.pages.first.rows import ShortEntry, ShortRow, clause, row, screen, shortened
from jobcli.pages.kit.lines import USUAL
from jobcli.pages.kit.parts import STEP, Desk, Page, Part, headline, page, paragraph
from jobcli.pages.kit.text import Text, joined
from jobcli.pay.estimate import Estimate

_SUBJECTS = {"work": phrase("Topics"), "training": phrase("Taught")}


def first_of_profile(
    desk: Desk, profile: Profile, vocabulary: Vocabulary, titles: dict[str, Words], today: Estimate | None
) -> Page:
    """`titles` holds the names of the neighbouring roles that have a profile; `today` is what the role pays on average now."""
    say, role = desk.say, profile.role
    head = page(headline(say(role.title), profile.id), _hidden(desk, profile), _summary(desk, role))
    return screen(
        desk,
        head,
        [*_rows(desk, profile, vocabulary, titles, today)],
        (phrase("For you"), f"jobcli estimate {profile.id} --state BY"),
        (phrase("The way"), f"jobcli paths {profile.id}"),
    )


def _summary(desk: Desk, role: Role) -> Part:
    """The first sentence, and what shows the rest of it, as of everything."""
    more = " (--full)"
    text = clause(desk.say(role.summary))
    words = shortened(text, desk.width - STEP, 2 if desk.width >= USUAL else 3, more)
    return paragraph(joined(words, (more, "muted")))


def _hidden(desk: Desk, profile: Profile) -> Page:
    """Where a profile comes from that stands before another one."""
    if profile.hides is None:
        return ()
    origin = names.NAMES[profile.origin]
    words = desk.say("{origin}: {file}. It hides {hidden}.", origin=origin, file=profile.file, hidden=profile.hides)
    return page(paragraph(words, 0, style="problem"))


def _rows(
    desk: Desk, profile: Profile, vocabulary: Vocabulary, titles: dict[str, Words], today: Estimate | None
) -> Iterator[ShortRow]:
    say, role = desk.say, profile.role
    if today is not None:
        yield row(say("Pay"), [_pay(desk, today)], whole=True)
        yield row(say("Caution"), [doubt_words(say, today)], whole=True)
    yield row(say("Quoted"), _published(desk, role), 2, "--pay")
    yield row(say("Levels"), [f"{say(rung.title)} ({rung.id})" for rung in role.levels], between=", ")
    yield row(say("Moved by"), [names.name(say, factor) for factor in role.pay.moved_by], between=", ")
    yield row(say("Duties"), map(partial(_entry, desk), role.duties), 3, "--duties")
    for need, label in (("must", say("Must")), ("should", say("Should"))):
        yield row(label, _needed(desk, role, need), 2, "--needs")
    yield row(say("Extras"), _benefits(desk, role, vocabulary), 1, "--pay", between=", ")
    yield row(say("Where"), _where(desk, role, vocabulary), 2, "--full")
    yield row(say("Ways"), _ways(desk, profile), 2, "--paths")
    yield row(say(_SUBJECTS[role.subjects_from]), names.named(say, vocabulary.subjects, role.subjects), between=", ")
    yield row(say("Around"), _neighbours(desk, role, titles), 1, "--paths")
    yield row(say("For"), _claims(desk, role.outlook.chances), 2, "--outlook")
    yield row(say("Against"), _claims(desk, role.outlook.risks), 2, "--outlook")


def _pay(desk: Desk, today: Estimate) -> Text:
    say, pay = desk.say, today.gross_year
    words = say("a year, the middle half {low} to {high}", low=say.euros(pay.p25), high=say.euros(pay.p75))
    return Text(say.euros(pay.p50), "money").append(f" {words}")


def _published(desk: Desk, role: Role) -> Iterator[Text]:
    """The observations as they were published, first the one that estimates start from."""
    say, salary = desk.say, role.pay
    for item in sorted(salary.observations, key=lambda item: item.id != salary.anchor):
        period = names.period(say, item)
        source = role.sources[item.source]
        origin = say(
            "{publisher}, {date}", publisher=names.short_publisher(source), date=names.dated(say, item, source)
        )
        yield joined(names.amounts(say, item), (f"{period} ({origin})", ""))


def _entry(desk: Desk, item: Duty | Claim) -> ShortEntry:
    return ShortEntry(Text(_in_short(desk, item)), item.basis != "stated")


def _in_short(desk: Desk, item: Duty | Requirement | Claim) -> str:
    """In a few words as the profile has them, else the first clause of the text."""
    return desk.say(item.short) if item.short else clause(desk.say(item.text))


def _needed(desk: Desk, role: Role, need: str) -> Iterator[ShortEntry]:
    """The requirements of one kind; those of which one is enough are one."""
    choices: dict[str, list[Requirement]] = {}
    for item in role.requirements:
        choices.setdefault(item.choice, []).append(item)
    for items in choices.values():
        if items[0].need == need:
            texts = [_in_short(desk, item) + (f" ({item.level})" if item.level else "") for item in items]
            yield ShortEntry(Text(names.either(desk.say, texts)), any(item.basis != "stated" for item in items))


def _benefits(desk: Desk, role: Role, vocabulary: Vocabulary) -> Iterator[ShortEntry]:
    for benefit in role.benefits:
        (name,) = names.named(desk.say, vocabulary.benefits, (benefit.id,))
        yield ShortEntry(Text(name), benefit.basis != "stated")


def _where(desk: Desk, role: Role, vocabulary: Vocabulary) -> Iterator[str]:
    """Where there is most of the job, where it is usual, and on which level it is."""
    say = desk.say
    most = say.listing(names.named(say, vocabulary.industries, role.above_all))
    usual = say.listing(names.named(say, vocabulary.industries, role.industries)) or say("all industries")
    if role.cities:
        yield say.listing(names.city(say, city) for city in role.cities)
    yield say("{industries}; above all: {most}", industries=usual, most=most) if most else usual
    yield names.level(say, role.level)


def _ways(desk: Desk, profile: Profile) -> Iterator[Text]:
    """Those that lead to the role first; one that only helps says so."""
    for path in sorted(profile.paths, key=lambda path: path.purpose == "helps"):
        title = desk.say(path.title)
        yield Text(desk.say("{title} (helps)", title=title) if path.purpose == "helps" else title)


def _neighbours(desk: Desk, role: Role, titles: dict[str, Words]) -> Iterator[ShortEntry]:
    """The roles before and after in turn, so that a short row has some of both."""
    say = desk.say
    for pair in zip_longest(role.transitions.before, role.transitions.after):
        for item, words in zip(pair, (phrase("before: {role}"), phrase("after: {role}")), strict=True):
            if item is not None:
                title = titles.get(item.role, Words(en=item.role)) if item.role else item.title
                yield ShortEntry(Text(say(words, role=title or "")), item.basis != "stated")


def _claims(desk: Desk, items: Iterable[Claim]) -> Iterator[ShortEntry]:
    return (_entry(desk, item) for item in items)
