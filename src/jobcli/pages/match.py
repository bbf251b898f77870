"""How much of what each role asks for a person brings: counted, with what is missing, what is open, pay and a path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import Words, phrase
from jobcli.domain.extent import Extent
from jobcli.domain.languages import at_least
from jobcli.pages import names
from jobcli.pages.difference import gap_words
from jobcli.pages.extent import euro_words, month_words, years_words
from jobcli.pages.kit.parts import (
    Blank,
    Desk,
    Page,
    Part,
    bullets,
    facts,
    further,
    headline,
    indented,
    lead,
    page,
    paragraph,
)
from jobcli.pages.kit.signs import unknown
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Said, Text, joined
from jobcli.pages.person import employer_words, gross_of

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.match import AnsweredRequirement, Matched, MatchedRole
    from jobcli.answers.rows import AskedRequirement, QuickestPath
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Requirement, Vocabulary
    from jobcli.moving.fit import RequirementCount

_REASONS = {
    "told": phrase("you said so"),
    "qualification": phrase("with {by}"),
    "education": phrase("by your highest education"),
    "language": phrase("you have {by}"),
    "role": phrase("from your present role"),
    "experience": phrase("with {by} years of working life"),
    "leadership": phrase("you lead people"),
    "instead": phrase("{by} counts in its place"),
}
_AGAINST = {
    "told": phrase("not among your skills"),
    "qualification": phrase("not with what you completed"),
    "education": phrase("not with your education"),
    "language": phrase("you have {by}"),
    "experience": phrase("you have no full year yet"),
    "leadership": phrase("you do not lead people"),
}


def match_page(
    desk: Desk,
    answer: Matched,
    profiles: Mapping[str, Profile],
    vocabulary: Vocabulary,
    who: Asker,
    *,
    settled: bool,
    explain: bool,
) -> Page:
    """The page of `match`: a table of the roles, then each with what is missing and what is open.

    `settled` says whether the person told anything that any role asks for.
    """
    say, fits, count = desk.say, answer.roles, answer.count
    title = say.plural("{count} role by what you bring", "{count} roles by what you bring", len(fits))
    order = say(
        "By what is known: the musts decide, then the shoulds. An open question counts neither for nor against. More than one "
        "level above your role comes last."
    )
    overview = _table(desk, fits)
    # All that it says stands in the blocks, too.
    parts: list[Part] = [Blank(), indented(overview)] if overview.fits(desk.width - 2) else []
    for item in fits:
        parts += _block(desk, item, profiles[item.id], vocabulary, explain=explain)
    if not settled:
        nothing = say(
            "You have told nothing that a role asks for, so all is open: jobcli match --help, or jobcli me set."
        )
        parts.insert(0, paragraph(nothing, style="problem"))
    notes = (
        [] if len(fits) == count else [say("{shown} of {count} roles: --top shows more.", shown=len(fits), count=count)]
    )
    is_open = any(asked.unknown for item in fits for asked in (item.must, item.should))
    german = dict(part.split("-") for part in who.standing.languages).get("de")
    asked_for = any(one.language == "de" for item in fits for one in item.requirements)
    if german and not at_least(german, "C1") and not asked_for:
        notes.append(say("How good your German has to be, none of these profiles says: ask the employer."))
    notes += employer_words(say, answer.employer)
    notes += [] if explain else [say("Each requirement with its reason: --explain")]
    return page(
        headline(title),
        paragraph(order, style="muted"),
        *([paragraph(gross_of(say, answer.as_of, who.person), style="muted")] if answer.as_of else []),
        *parts,
        Blank(),
        *(paragraph(note, style="muted") for note in notes),
        *(_answering(desk, fits) if is_open else []),
    )


def _answering(desk: Desk, fits: Sequence[MatchedRole]) -> list[Part]:
    """How open questions are answered, with the skills that the first role leaves open: a line that works as it stands."""
    say = desk.say
    how = say(
        "Answer open questions: jobcli me set KEY VALUE, with education, languages, qualifications, role or skills."
    )
    open_skills = ([one.id for one in item.of("unknown") if one.kind == "skill"] for item in fits)
    skills = next(filter(None, open_skills), None)
    ask = phrase("What can you do? Name it all: what you leave out counts as missing.")
    example = further(desk, (ask, f"jobcli me set skills {','.join(skills)}")) if skills else []
    return [paragraph(how, style="muted"), *example]


def _table(desk: Desk, fits: Sequence[MatchedRole]) -> Table:
    say = desk.say
    grid = table(say("Role"), say("Must"), say("Should"), say("Open"), say("Pay"), shown="heading")
    grid.add_column(style="strong")
    for _ in range(4):
        grid.add_column(whole=True, align="right")
    for item in fits:
        amount = say("not known") if item.gross_year is None else say.euros(item.gross_year.p50)
        grid.add_row(
            say(item.title),
            _short(desk, item.must),
            _short(desk, item.should),
            say.number(item.must.unknown + item.should.unknown),
            Text(amount, style="money"),
        )
    return grid


def _short(desk: Desk, count: RequirementCount) -> Said:
    return desk.say("{met} of {total}", met=count.met, total=count.total) if count.total else unknown(desk)


def _block(
    desk: Desk,
    item: MatchedRole,
    profile: Profile,
    vocabulary: Vocabulary,
    *,
    explain: bool,
) -> list[Part]:
    say = desk.say
    present = [say("your present role")] if item.present else []
    note = say.listing([item.id, *present])
    words = requirement_words(vocabulary, profile)
    rows: list[tuple[str, Said]] = [(say("You bring"), counted(desk, item))]
    if explain:
        choices = dict.fromkeys(one.choice for one in item.requirements)
        lines = [
            _reasoned(desk, [one for one in item.requirements if one.choice == choice], words, vocabulary)
            for choice in choices
        ]
        return [
            Blank(),
            lead(say(item.title), note),
            facts(rows, indent=4),
            bullets(lines, indent=4),
            facts(_rest(desk, item, profile), indent=4),
        ]
    for label, found in (
        (say("Missing (must)"), item.of("missing", "must")),
        (say("Missing (should)"), item.of("missing", "should")),
        (say("Open (must)"), [one for one in item.of("unknown", "must") if one.kind != "trait"]),
        (say("Open (should)"), [one for one in item.of("unknown", "should") if one.kind != "trait"]),
        (say("Ask yourself"), [one for one in item.of("unknown") if one.kind == "trait"]),
    ):
        if found:
            rows.append((label, listed(desk, found, words)))
    return [
        Blank(),
        lead(say(item.title), note),
        facts([*rows, *_rest(desk, item, profile)], indent=4),
    ]


def counted(desk: Desk, item: MatchedRole) -> str:
    """`5 of 6 must, 3 of 4 should`; a need that the profile does not have is left out."""
    say = desk.say
    parts = []
    if item.must.total:
        parts.append(say("{met} of {total} must", met=item.must.met, total=item.must.total))
    if item.should.total:
        parts.append(say("{met} of {total} should", met=item.should.met, total=item.should.total))
    missing, unknown = item.must.missing + item.should.missing, item.must.unknown + item.should.unknown
    text = say.listing(parts) or say("the profile asks for nothing")
    rest = [say.plural("{count} missing", "{count} missing", missing)] if missing else []
    rest += [say.plural("{count} open question", "{count} open questions", unknown)] if unknown else []
    return f"{text}; {say.listing(rest)}" if rest else text


def requirement_words(vocabulary: Vocabulary, profile: Profile) -> dict[str, Words]:
    """The names of requirements by id; the words of the profile where an id has no name."""
    return {**{item.id: item.text for item in profile.role.requirements}, **vocabulary.requirements}


def requirement_name(desk: Desk, item: AskedRequirement | Requirement, words: Mapping[str, Words]) -> str:
    """The name of a requirement, with its level."""
    name = desk.say(words[item.id]).rstrip(".")
    return f"{name} {item.level}" if item.level else name


def listed(desk: Desk, items: Sequence[AskedRequirement] | Sequence[Requirement], words: Mapping[str, Words]) -> str:
    """Requirements by their names, those of which one is enough with an "or" between them."""
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(item.choice, []).append(requirement_name(desk, item, words))
    return desk.say.listing(names.either(desk.say, group) for group in found.values())


def _reasoned(
    desk: Desk, choice: Sequence[AnsweredRequirement], words: Mapping[str, Words], vocabulary: Vocabulary
) -> str:
    """One line for a requirement, or for several of which one is enough: with the reason of the one that is met."""
    say = desk.say
    item = next((one for one in choice if one.reason != "instead"), choice[0])
    need = say("must") if choice[0].need == "must" else say("should")
    name = f"{listed(desk, choice, words)} ({need})"
    if item.state == "unknown":
        why = say("ask yourself") if item.kind == "trait" else say("not known")
    else:
        known = _REASONS if item.state == "met" else _AGAINST
        what = known[item.reason or "told"]
        by = item.by or say("none")
        by = names.named(say, vocabulary.requirements, (by,))[0] if item.reason == "instead" else by
        why = say(what, by=by) if "{by}" in what else say(what)
        why = say("yes, {why}", why=why) if item.state == "met" else say("missing: {why}", why=why)
    return f"{name}: {why}"


def _rest(desk: Desk, item: MatchedRole, profile: Profile) -> list[tuple[str, Said]]:
    say, pay = desk.say, item.gross_year
    paths = {path.id: path for path in profile.paths}
    quickest = None if item.quickest_path is None else paths[item.quickest_path.id]
    if pay is None:
        amount = Text(say("not known"))
    else:
        half = say("middle half: {low} to {high}", low=say.euros(pay.p25), high=say.euros(pay.p75))
        amount = joined(Text(say.euros(pay.p50), style="money"), (f"  {half}", "muted"))
    told = item.quickest_path
    path = path_words(desk, told, quickest.title) if told and quickest else say("no path with a known length")
    done = say.listing(say(paths[name].title) for name in item.completed_paths)
    gain = item.gain
    words = "" if gain is None else gap_words(say, gain.gain_range, gain.group, told_apart=gain.told_apart)
    return [
        (say("Pay"), amount),
        *([(say("Than now"), words)] if words else []),
        *([(say("Level"), _far(desk, item.levels_up))] if (item.levels_up or 0) > 1 else []),
        *([(say("Completed"), done)] if done else []),
        *([(say("Quickest path"), path)] if quickest or not (done or item.present) else []),
    ]


def _far(desk: Desk, levels: int | None) -> str:
    return desk.say("{count} levels above your role: practice in between comes first", count=levels)


def path_words(desk: Desk, path: QuickestPath, title: Words) -> str:
    """A path with what comes before it, how long all takes, what it costs, and whether one may begin it."""
    say = desk.say
    before = [*path.first, *([years_words(say, path.years)] if path.years else [])]
    name = say("{path}, after {first}", path=say(title), first=say.listing(before)) if before else say(title)
    months = month_words(say, Extent(path.months.min, path.months.max))
    parts = [months + names.basis_note(say, path.basis or "stated"), euro_words(say, path.cost)]
    if path.access == "unknown":
        parts.append(say("whether you are admitted is not known"))
    return f"{name}: {', '.join(parts)}"
