"""The page of one role: what it is, what it pays, how to get there."""

from __future__ import annotations

from collections.abc import Collection

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.observed import YEARLY
from jobcli.domain.profile import Profile
from jobcli.domain.role import Claim, Requirement, Role, TrainingPath, Transition, Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.bars import bar, scale_for
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
from jobcli.pages.kit.text import joined
from jobcli.pages.names import meanings
from jobcli.pay.anchor import is_old


def profile_page(
    desk: Desk, profile: Profile, vocabulary: Vocabulary, titles: dict[str, Words], *, on_paper: bool = False
) -> Page:
    """`titles` holds the names of the neighbouring roles that have a profile.

    On paper there is nothing to type; the training paths have a chapter of their own, and all sources stand at the end.
    """
    say, role = desk.say, profile.role
    parts = _sections(desk, profile, vocabulary, titles, on_paper=on_paper)
    return page(
        _head(desk, profile),
        paragraph(say(role.summary)),
        Blank(),
        _facts(desk, profile, vocabulary),
        *parts.values(),
        *_legend(desk, profile, on_paper=on_paper),
        *([] if on_paper else _further(desk, profile)),
    )


def profile_sections(
    desk: Desk, profile: Profile, vocabulary: Vocabulary, titles: dict[str, Words], wanted: Collection[str]
) -> Page:
    """The same, of which only some parts are shown."""
    parts = _sections(desk, profile, vocabulary, titles, on_paper=False)
    return page(_head(desk, profile), *(part for name, part in parts.items() if name in wanted))


def _sections(
    desk: Desk, profile: Profile, vocabulary: Vocabulary, titles: dict[str, Words], *, on_paper: bool
) -> dict[str, Page]:
    """The parts of the page that can be asked for alone, by the names of their options."""
    say, role = desk.say, profile.role
    return {
        "duties": page(heading(say("Duties")), *_duties(desk, role, vocabulary)),
        "needs": page(heading(say("Requirements")), *_requirements(desk, role)),
        "pay": page(
            heading(say("Pay"), say("gross a year, full time, as published")),
            *_pay(desk, role),
            heading(say("Benefits")),
            *_benefits(desk, role, vocabulary),
        ),
        "paths": page(
            *_paths(desk, profile, on_paper=on_paper),
            heading(say("Before and after")),
            _neighbours(desk, role, titles),
        ),
        "outlook": page(heading(say("Outlook")), *_outlook(desk, role)),
        "sources": page(*_sources(desk, role, on_paper=on_paper)),
    }


def _further(desk: Desk, profile: Profile) -> list[Part]:
    return further(
        desk,
        (phrase("What would it pay you?"), f"jobcli estimate {profile.id} --state BY --tenure 5"),
        (phrase("What comes first?"), f"jobcli checklist {profile.id}"),
    )


def _head(desk: Desk, profile: Profile) -> Page:
    title = headline(desk.say(profile.role.title), profile.id)
    if profile.hides is None:
        return page(title)
    note = desk.say(
        "{origin}: {file}. It hides {hidden}.",
        origin=names.NAMES[profile.origin],
        file=profile.file,
        hidden=profile.hides,
    )
    return page(title, paragraph(note, 0, style="problem"))


def _facts(desk: Desk, profile: Profile, vocabulary: Vocabulary) -> Part:
    say, role = desk.say, profile.role
    unknown = say("not known")
    codes = [f"{label} {code}" for label, code in (("KldB", role.codes.kldb), ("ISCO", role.codes.isco)) if code]
    rows = [
        (say("Level"), names.level(say, role.level)),
        (say("Industries"), _industries(desk, role, vocabulary)),
        (say("Cities"), say.listing(names.city(say, city) for city in role.cities) or unknown),
        (
            say(_SUBJECTS[role.subjects_from]),
            say.listing(names.named(say, vocabulary.subjects, role.subjects)) or unknown,
        ),
        (say("Also called"), say.listing(role.aliases) or unknown),
        (say("Codes"), say.listing(codes) or unknown),
    ]
    return facts(rows)


_SUBJECTS = {"work": phrase("Subjects"), "training": phrase("Training teaches")}


def _industries(desk: Desk, role: Role, vocabulary: Vocabulary) -> str:
    """Where the job is usual, and where there is most of it."""
    say = desk.say
    usual, most = (
        say.listing(names.named(say, vocabulary.industries, ids)) for ids in (role.industries, role.above_all)
    )
    if not most:
        return usual or say("not tied to one")
    return say("{industries}; above all: {most}", industries=usual or say("all"), most=most)


def _duties(desk: Desk, role: Role, vocabulary: Vocabulary) -> list[Part]:
    parts: list[Part] = []
    for area in dict.fromkeys(duty.area for duty in role.duties):
        parts.append(lead(names.named(desk.say, vocabulary.areas, (area,))[0]))
        texts = [
            desk.say(duty.text) + names.basis_note(desk.say, duty.basis) for duty in role.duties if duty.area == area
        ]
        parts.append(bullets(texts, indent=4))
    return parts


def _requirements(desk: Desk, role: Role) -> list[Part]:
    say = desk.say
    parts: list[Part] = []
    for need, label in (("must", say("Must have")), ("should", say("Should have"))):
        choices: dict[str, list[Requirement]] = {}
        for item in role.requirements:
            choices.setdefault(item.choice, []).append(item)
        texts = [_requirement(desk, items) for items in choices.values() if items[0].need == need]
        if texts:
            parts += [lead(label), bullets(texts, indent=4)]
    return parts or [paragraph(say("not known"))]


def _requirement(desk: Desk, choice: list[Requirement]) -> str:
    """One requirement, or several of which one is enough as one sentence."""
    *others, last = (desk.say(item.text) + (f" ({item.level})" if item.level else "") for item in choice)
    basis = next((item.basis for item in choice if item.basis != "stated"), "stated")
    return names.either(desk.say, [*(text.rstrip(".") for text in others), last]) + names.basis_note(desk.say, basis)


def _pay(desk: Desk, role: Role) -> list[Part]:
    say = desk.say
    salary = role.pay
    factor = {item.id: YEARLY[item.per] for item in salary.observations}
    if not salary.observations:
        return [paragraph(say("not known"))]
    points = [
        value * factor[item.id]
        for item in salary.observations
        for value in (item.low, item.middle, item.high)
        if value is not None
    ]
    scale = scale_for(points, max(20, min(desk.width - 4, 72)))
    parts: list[Part] = []
    for item in sorted(salary.observations, key=lambda item: item.id != salary.anchor):
        low, middle, high = (
            None if value is None else value * factor[item.id] for value in (item.low, item.middle, item.high)
        )
        source = role.sources[item.source]
        what = [names.name(say, item.statistic)] if item.middle is not None else []
        what += [names.name(say, item.spread)] if item.spread else []
        what += [names.name(say, item.special_payments)] if item.special_payments != "unknown" else []
        origin = names.origin(say, item, source)
        origin = say("{source}, older than five years", source=origin) if is_old(item.as_of, desk.today) else origin
        first = say("{source}: estimates start here", source=origin) if item.id == salary.anchor else origin
        numbers = names.amounts(say, item)
        numbers.append(names.period(say, item))
        parts += [
            lead(first),
            paragraph(bar(desk, scale, low, middle, high)),
            paragraph(joined(numbers, (f"  {say.listing(what)}", "muted"))),
        ]
        notes = [say(text) for text in (item.covers, item.derived, item.doubt) if text is not None]
        parts += [paragraph(note, indent=4, style="muted") for note in notes]
    parts.append(paragraph(say("Why this start: {reason}", reason=say(salary.because))))
    if salary.moved_by:
        parts.append(
            paragraph(
                say(
                    "What moves pay: {factors}.",
                    factors=say.listing(names.name(say, factor) for factor in salary.moved_by),
                )
            )
        )
    return parts


_GIVEN = {"often": phrase("Many get"), "possibly": phrase("Also possible")}


def _benefits(desk: Desk, role: Role, vocabulary: Vocabulary) -> list[Part]:
    """Those that many get, those that are possible, and those of which the sources do not say how common they are."""
    say = desk.say
    if not role.benefits:
        return [paragraph(say("not known"))]
    parts: list[Part] = []
    for given in dict.fromkeys(benefit.given for benefit in role.benefits):
        items = []
        for benefit in role.benefits:
            if benefit.given == given:
                label = names.named(say, vocabulary.benefits, (benefit.id,))[0] + names.basis_note(say, benefit.basis)
                items.append(f"{label}: {say(benefit.note)}" if benefit.note else label)
        parts += [lead(say(_GIVEN[given])), bullets(items, indent=4)] if given else [bullets(items)]
    return parts


def _paths(desk: Desk, profile: Profile, *, on_paper: bool) -> list[Part]:
    if on_paper and profile.paths:
        return []
    say = desk.say
    parts: list[Part] = [heading(say("Training paths"))]
    for path in profile.paths:
        body = _awarded_by(desk, path)
        level = [f"DQR {path.dqr}"] if path.dqr else []
        level += [say("helps, and makes nobody one")] if path.purpose == "helps" else []
        line = " · ".join(
            [names.name(say, path.kind), names.months(say, path.months), names.cost(say, path.cost), body, *level]
        )
        parts += [lead(say(path.title), path.id or ""), paragraph(line, indent=4)]
    return parts if profile.paths else [*parts, paragraph(say("not known"))]


def _awarded_by(desk: Desk, path: TrainingPath) -> str:
    """Who gives the qualification; work on the job leads to none."""
    if path.awarding_body:
        return desk.say(path.awarding_body)
    return desk.say("no qualification") if path.kind == "on-the-job" else desk.say("awarding body not known")


def _neighbours(desk: Desk, role: Role, titles: dict[str, Words]) -> Part:
    say = desk.say

    def listed(items: tuple[Transition, ...]) -> str:
        return say.listing(_neighbour(desk, item, titles) for item in items) or say("not known")

    return facts(
        [
            (say("People come from"), listed(role.transitions.before)),
            (say("People go to"), listed(role.transitions.after)),
        ]
    )


def _neighbour(desk: Desk, item: Transition, titles: dict[str, Words]) -> str:
    title = titles.get(item.role, Words(en=item.role)) if item.role else item.title
    return (desk.say(title) if title else "") + names.basis_note(desk.say, item.basis)


def _outlook(desk: Desk, role: Role) -> list[Part]:
    say = desk.say

    def claims(items: tuple[Claim, ...]) -> Part:
        texts = [f"{say(item.text)} ({role.sources[item.source].publisher}{_doubt(desk, item)})" for item in items]
        return bullets(texts or [say("not known")], indent=4)

    return [
        lead(say("For it")),
        claims(role.outlook.chances),
        lead(say("Against it")),
        claims(role.outlook.risks),
    ]


def _doubt(desk: Desk, item: Claim) -> str:
    return "" if item.basis == "stated" else f"; {names.name(desk.say, item.basis)}"


def _sources(desk: Desk, role: Role, *, on_paper: bool) -> list[Part]:
    if on_paper:
        return []
    say = desk.say
    lines = [
        joined(f"{source.publisher}: {source.title}", (f" ({names.source_date(say, source)})", "muted"))
        for source in role.sources.values()
    ]
    return [heading(say("Sources")), bullets(lines)]


def _legend(desk: Desk, profile: Profile, *, on_paper: bool) -> list[Part]:
    """What the words in brackets and the abbreviations mean, where the page has any."""
    role, say = profile.role, desk.say
    outlook, neighbours = role.outlook, role.transitions
    bases = {claim.basis for claim in (*outlook.chances, *outlook.risks)}
    bases |= {neighbour.basis for neighbour in (*neighbours.before, *neighbours.after)}
    bases |= {duty.basis for duty in role.duties} | {item.basis for item in role.requirements}
    bases |= {benefit.basis for benefit in role.benefits}
    in_brackets = {
        "doubted": phrase("In doubt: a source says so, but it could not be checked in full."),
        "derived": phrase("Concluded by us: it follows from the source, which does not say it in these words."),
    }
    lines = [say(text) for basis, text in in_brackets.items() if basis in bases]
    told = role.pay.observations
    terms = {
        "kldb": role.codes.kldb or any(item.kldb for item in told),
        "isco": role.codes.isco,
        "dqr": not on_paper and any(path.dqr for path in profile.paths),
        "median": any("median" in (item.statistic, item.spread) or item.spread == "quartiles" for item in told),
    }
    parts = [paragraph(line, style="muted") for line in lines]
    parts += meanings(desk, [term for term, used in terms.items() if used])
    return [Blank(), *parts] if parts else []
