"""How much of what a role asks for a person brings: counted by ids, requirement by requirement, with the reason of each.

Met, missing, or not known: what a person did not tell is a question, never a lack. The lists of languages and of skills
can name everything that profiles ask for, so what such a list leaves out is missing; a list of qualifications cannot
(schooling.py). Traits are only ever asked. The rules in words: docs/moving.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.languages import at_least
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.domain.role import Requirement, Role, TrainingPath
from jobcli.domain.schooling import Education
from jobcli.pay.factors import leads_people
from jobcli.training.schooling import schooled

AnswerState = Literal["met", "missing", "unknown"]
FitReason = Literal["told", "qualification", "education", "language", "role", "experience", "leadership", "instead"]
"""What an answer rests on: a skill that was told, a completed path, the highest education, a language with its level, the
present role, the years of working life, leading people, another requirement that counts in its place."""

LEADING = "leadership-experience"


class Bearer(Struct, frozen=True, kw_only=True):
    """What a person brings; None is not told."""

    role: str | None = None
    """The id of the role that they have now."""
    present: Role | None = None
    """That role."""
    completed: tuple[TrainingPath, ...] = ()
    """The training paths that they have behind them."""
    education: Education | None = None
    """The highest one."""
    practice: int | None = None
    """Full years in working life."""
    leads: bool | None = None
    """Whether they lead people."""
    languages: Mapping[str, str] | None = None
    """CEFR levels by the code of the language."""
    skills: frozenset[str] | None = None
    """Ids of requirements or subjects."""


class RequirementAnswer(Struct, frozen=True, kw_only=True):
    """One requirement and whether the person meets it."""

    requirement: Requirement
    state: AnswerState
    reason: FitReason | None = None
    """What the answer rests on; None where it is unknown."""
    by: str | None = None
    """The path, the education, the role, the level or the years that decide, or the requirement that counts instead."""


class RequirementCount(Struct, frozen=True):
    """How many requirements of one need there are, and how many of them are met, missing and not known.

    Several of which one is enough are one.
    """

    total: Annotated[int, means("All.")]
    met: Annotated[int, means("Those that are met.")]
    missing: Annotated[int, means("Those that are missing.")]
    unknown: Annotated[int, means("Those that are not known.")]

    @property
    def share(self) -> float | None:
        """How much is met of what is known: Laplace's rule of succession. None where nothing is asked for.

        With nothing known it is a half, and it moves with every answer; what is not known counts neither for nor against.
        """
        return (self.met + 1) / (self.met + self.missing + 2) if self.total else None


class Fit(Struct, frozen=True, kw_only=True):
    """One role and one person: every requirement answered, in the order of the profile, and counted."""

    role: str
    answers: tuple[RequirementAnswer, ...]
    must: RequirementCount
    should: RequirementCount

    def of(self, state: AnswerState, need: str | None = None) -> list[Requirement]:
        """The requirements in this state, all or those that are a must or a should."""
        return [
            answer.requirement
            for answer in self.answers
            if answer.state == state and need in (None, answer.requirement.need)
        ]


def fit(profile: Profile, who: Bearer, *, leads_on: bool = False) -> Fit:
    """Whether the person meets each requirement of a role.

    `leads_on` says that a profile names the present role as one from which people come to this one.
    """
    of_role = {path.id or "" for path in profile.paths}
    near = leads_on or who.role == profile.id or _same_field(profile.role, who.present)
    answers = _chosen([_answer(item, who, of_role, near=near) for item in profile.role.requirements])
    return Fit(role=profile.id, answers=answers, must=_count(answers, "must"), should=_count(answers, "should"))


def best_first(fits: Iterable[Fit], far: Collection[str] = ()) -> list[Fit]:
    """By the share of the musts, then by that of the shoulds; roles that are too `far` to go there next come after all others.

    Then the role that asks for least comes first, then the id decides. Where only one of the two is asked for, it stands for
    both; a role that asks for nothing comes last.
    """

    def key(item: Fit) -> tuple[bool, bool, float, float, int, str]:
        must, should = item.must.share, item.should.share
        first = must if must is not None else should
        second = should if should is not None else must
        asked = item.must.total or item.should.total
        return item.role in far, first is None, -(first or 0), -(second or 0), asked, item.role

    return sorted(fits, key=key)


def _chosen(answers: Sequence[RequirementAnswer]) -> tuple[RequirementAnswer, ...]:
    """The answers, where one of several requirements is enough: met is what one meets, missing only what all lack."""
    met = {one.requirement.choice: one.requirement.id for one in answers if one.state == "met"}
    unknown = {one.requirement.choice for one in answers if one.state == "unknown"}

    def settled(one: RequirementAnswer) -> RequirementAnswer:
        choice = one.requirement.choice
        if choice in met and one.state != "met":
            return RequirementAnswer(requirement=one.requirement, state="met", reason="instead", by=met[choice])
        if choice in unknown and one.state == "missing":
            return RequirementAnswer(requirement=one.requirement, state="unknown")
        return one

    return tuple(settled(one) for one in answers)


def _answer(item: Requirement, who: Bearer, of_role: set[str], *, near: bool) -> RequirementAnswer:
    if who.skills is not None and item.id in who.skills:
        return RequirementAnswer(requirement=item, state="met", reason="told")
    if item.kind == "trait":
        return RequirementAnswer(requirement=item, state="unknown")
    if item.kind == "language" or item.language is not None:
        return _language(item, who)
    if item.kind == "education":
        found = schooled(item.id, who.completed, who.education, of_role)
        state: AnswerState = "unknown" if found.met is None else "met" if found.met else "missing"
        reason: FitReason | None = None if found.met is None else "qualification" if found.path else "education"
        return RequirementAnswer(
            requirement=item, state=state, reason=reason, by=found.path or (reason and who.education)
        )
    return _experience(item, who, near=near) if item.kind == "experience" else _skill(item, who)


def _language(item: Requirement, who: Bearer) -> RequirementAnswer:
    """By the level; a basic level where the profile asks for none by name is neither enough nor too little."""
    if who.languages is None or item.language is None:
        return RequirementAnswer(requirement=item, state="unknown")
    level = who.languages.get(item.language)
    if level is None:
        return RequirementAnswer(requirement=item, state="missing", reason="language")
    state: AnswerState = "met" if at_least(level, item.level) else "missing" if item.level else "unknown"
    return RequirementAnswer(requirement=item, state=state, reason="language", by=level)


def _skill(item: Requirement, who: Bearer) -> RequirementAnswer:
    """By a path that teaches the subject of the same id, or by the present role, which asks for the same."""
    teaches = next((path for path in who.completed if item.id in path.teaches), None)
    if teaches is not None:
        return RequirementAnswer(requirement=item, state="met", reason="qualification", by=teaches.id)
    if _is_must(who.present, item.id):
        return RequirementAnswer(requirement=item, state="met", reason="role", by=who.role)
    if who.skills is None:
        return RequirementAnswer(requirement=item, state="unknown")
    return RequirementAnswer(requirement=item, state="missing", reason="told")


def _experience(item: Requirement, who: Bearer, *, near: bool) -> RequirementAnswer:
    """By the present role where it asks for the same or leads there.

    Years in another field, or in no known one, settle nothing; no year at all rules out.
    """
    if item.id == LEADING and who.leads is not None:
        return RequirementAnswer(requirement=item, state="met" if who.leads else "missing", reason="leadership")
    if who.practice == 0:
        return RequirementAnswer(requirement=item, state="missing", reason="experience", by="0")
    in_role = near if item.id != LEADING else who.present is not None and leads_people(who.present)
    if who.present is not None and (in_role or _is_must(who.present, item.id)):
        return RequirementAnswer(requirement=item, state="met", reason="role", by=who.role)
    return RequirementAnswer(requirement=item, state="unknown")


def _is_must(present: Role | None, wanted: str) -> bool:
    """Whether the present role asks for the same as a must: who has the role brings it."""
    return present is not None and any(item.id == wanted and item.need == "must" for item in present.requirements)


def _same_field(role: Role, present: Role | None) -> bool:
    """Whether both are in the same occupational main group: the first two digits of the KldB 2010."""
    return (
        present is not None
        and role.codes.kldb is not None
        and present.codes.kldb is not None
        and role.codes.kldb[:2] == present.codes.kldb[:2]
    )


def _count(answers: Sequence[RequirementAnswer], need: str) -> RequirementCount:
    """Those of which one is enough count once, as much as the first of them is needed."""
    first = {one.requirement.choice: one for one in reversed(answers)}
    states = [one.state for one in first.values() if one.requirement.need == need]
    return RequirementCount(len(states), states.count("met"), states.count("missing"), states.count("unknown"))
