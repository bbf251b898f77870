"""How much of what each role asks for a person brings: counted, with what is missing, what is open, pay and a path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.domain.languages import at_least
from jobcli.moving.fit import Bearer, Fit, RequirementAnswer, RequirementCount
from jobcli.pages import names
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
from jobcli.pages.person import gross_of
from jobcli.training.admission import Entrant
from jobcli.training.outline import PathOutline, quickest_onward

if TYPE_CHECKING:
    from jobcli.domain.pay import PayRange, Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Requirement, TrainingPath, Vocabulary
    from jobcli.pay.estimate import Estimate

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


def quickest_left(profile: Profile, who: Bearer) -> PathOutline | None:
    """The quickest path that leads further; none where the role is the present one."""
    if profile.id == who.role:
        return None
    have = tuple(path.id or "" for path in who.completed)
    return quickest_onward(profile.paths, Entrant(qualifications=have, practice=who.practice, education=who.education))


def completed_of(profile: Profile, who: Bearer) -> list[TrainingPath]:
    """The paths of a role that the person has completed."""
    done = {path.id for path in who.completed}
    return [path for path in profile.paths if path.id in done]


def match_page(
    desk: Desk,
    ranked: Sequence[Fit],
    top: int,
    profiles: Mapping[str, Profile],
    estimates: Sequence[Estimate],
    who: Bearer,
    vocabulary: Vocabulary,
    person: Person,
    *,
    explain: bool,
) -> Page:
    """The page of `match`: a table of the `top` roles, then each with what is missing and what is open."""
    say = desk.say
    fits, count = ranked[:top], len(ranked)
    known = {item.role: item.gross_year for item in estimates}
    title = say.plural("{count} role by what you bring", "{count} roles by what you bring", len(fits))
    order = say(
        "The musts decide, then how many of them are left, then the shoulds. What you bring counts whole, an open question "
        "half, what is missing nothing."
    )
    overview = _table(desk, fits, profiles, known)
    # All that it says stands in the blocks, too.
    parts: list[Part] = [Blank(), indented(overview)] if overview.fits(desk.width - 2) else []
    for item in fits:
        parts += _block(desk, item, profiles[item.role], known.get(item.role), who, vocabulary, explain=explain)
    if not any(asked.met or asked.missing for item in ranked for asked in (item.must, item.should)):
        nothing = say(
            "You have told nothing that a role asks for, so all is open: jobcli match --help, or jobcli me set."
        )
        parts.insert(0, paragraph(nothing, style="problem"))
    notes = (
        [] if len(fits) == count else [say("{shown} of {count} roles: --top shows more.", shown=len(fits), count=count)]
    )
    is_open = any(asked.unknown for item in fits for asked in (item.must, item.should))
    german = (who.languages or {}).get("de")
    if (
        german
        and not at_least(german, "C1")
        and not any(answer.requirement.language == "de" for item in fits for answer in item.answers)
    ):
        notes.append(say("How good your German has to be, none of these profiles says: ask the employer."))
    notes += [] if explain else [say("Each requirement with its reason: --explain")]
    return page(
        headline(title),
        paragraph(order, style="muted"),
        *([paragraph(gross_of(say, estimates[0].as_of, person), style="muted")] if estimates else []),
        *parts,
        Blank(),
        *(paragraph(note, style="muted") for note in notes),
        *(_answering(desk, fits) if is_open else []),
    )


def _answering(desk: Desk, fits: Sequence[Fit]) -> list[Part]:
    """How open questions are answered, with the skills that the first role leaves open: a line that works as it stands."""
    say = desk.say
    how = say(
        "Answer open questions: jobcli me set KEY VALUE, with education, languages, qualifications, role or skills."
    )
    open_skills = (
        [one.requirement.id for one in item.answers if one.state == "unknown" and one.requirement.kind == "skill"]
        for item in fits
    )
    skills = next(filter(None, open_skills), None)
    ask = phrase("What can you do? Name it all: what you leave out counts as missing.")
    example = further(desk, (ask, f"jobcli me set skills {','.join(skills)}")) if skills else []
    return [paragraph(how, style="muted"), *example]


def _table(desk: Desk, fits: Sequence[Fit], profiles: Mapping[str, Profile], known: Mapping[str, PayRange]) -> Table:
    say = desk.say
    grid = table(say("Role"), say("Must"), say("Should"), say("Open"), say("Pay"), shown="heading")
    grid.add_column(style="strong")
    for _ in range(4):
        grid.add_column(whole=True, align="right")
    for item in fits:
        pay = known.get(item.role)
        amount = say("not known") if pay is None else say.euros(pay.p50)
        grid.add_row(
            say(profiles[item.role].role.title),
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
    item: Fit,
    profile: Profile,
    pay: PayRange | None,
    who: Bearer,
    vocabulary: Vocabulary,
    *,
    explain: bool,
) -> list[Part]:
    say = desk.say
    present = [say("your present role")] if item.role == who.role else []
    note = say.listing([item.role, *present])
    rows: list[tuple[str, Said]] = [(say("You bring"), counted(desk, item))]
    if explain:
        lines = [_reasoned(desk, answer, vocabulary) for answer in item.answers]
        return [
            Blank(),
            lead(say(profile.role.title), note),
            facts(rows, indent=4),
            bullets(lines, indent=4),
            facts(_rest(desk, profile, pay, who), indent=4),
        ]
    for label, found in (
        (say("Missing (must)"), item.of("missing", "must")),
        (say("Missing (should)"), item.of("missing", "should")),
        (say("Open (must)"), [one for one in item.of("unknown", "must") if one.kind != "trait"]),
        (say("Open (should)"), [one for one in item.of("unknown", "should") if one.kind != "trait"]),
        (say("Ask yourself"), [one for one in item.of("unknown") if one.kind == "trait"]),
    ):
        if found:
            rows.append((label, listed(desk, found, vocabulary)))
    return [
        Blank(),
        lead(say(profile.role.title), note),
        facts([*rows, *_rest(desk, profile, pay, who)], indent=4),
    ]


def counted(desk: Desk, item: Fit) -> str:
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


def requirement_name(desk: Desk, item: Requirement, vocabulary: Vocabulary) -> str:
    """The name of a requirement, with its level; the words of the profile where its id has no name."""
    known = vocabulary.requirements.get(item.id)
    name = desk.say(known if known is not None else item.text).rstrip(".")
    return f"{name} {item.level}" if item.level else name


def listed(desk: Desk, items: Sequence[Requirement], vocabulary: Vocabulary) -> str:
    """Requirements by their names."""
    return desk.say.listing(requirement_name(desk, item, vocabulary) for item in items)


def _reasoned(desk: Desk, answer: RequirementAnswer, vocabulary: Vocabulary) -> str:
    say, item = desk.say, answer.requirement
    need = say("must") if item.need == "must" else say("should")
    name = f"{requirement_name(desk, item, vocabulary)} ({need})"
    if answer.state == "unknown":
        why = say("ask yourself") if item.kind == "trait" else say("not known")
    else:
        known = _REASONS if answer.state == "met" else _AGAINST
        what = known[answer.reason or "told"]
        by = answer.by or say("none")
        by = names.named(say, vocabulary.requirements, (by,))[0] if answer.reason == "instead" else by
        why = say(what, by=by) if "{by}" in what else say(what)
        why = say("yes, {why}", why=why) if answer.state == "met" else say("missing: {why}", why=why)
    return f"{name}: {why}"


def _rest(desk: Desk, profile: Profile, pay: PayRange | None, who: Bearer) -> list[tuple[str, Said]]:
    say = desk.say
    item = quickest_left(profile, who)
    if pay is None:
        amount = Text(say("not known"))
    else:
        half = say("middle half: {low} to {high}", low=say.euros(pay.p25), high=say.euros(pay.p75))
        amount = joined(Text(say.euros(pay.p50), style="money"), (f"  {half}", "muted"))
    path = (
        f"{say(item.path.title)}: {names.months(say, item.path.months)}" if item else say("no path with a known length")
    )
    done = say.listing(say(one.title) for one in completed_of(profile, who))
    return [
        (say("Pay"), amount),
        *([(say("Completed"), done)] if done else []),
        *([(say("Quickest path"), path)] if item or not (done or profile.id == who.role) else []),
    ]
