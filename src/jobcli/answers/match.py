"""Which roles fit what a person brings: the answer of `match`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Struct

from jobcli.answers.answer import MIDDLE, Answer, Columns
from jobcli.answers.asker import Employer
from jobcli.answers.gain import RoleGain, gaps, own_pay
from jobcli.answers.pay import Paid, paid_there
from jobcli.answers.rows import AskedRequirement, QuickestPath, asking, quickest_told
from jobcli.answers.wire import AsOf, FromMe
from jobcli.domain.evidence import Problem, Words
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayRange
from jobcli.domain.profile import Profile
from jobcli.domain.role import levels_up
from jobcli.moving.fit import AnswerState, Bearer, Fit, FitReason, RequirementCount, best_first, fit
from jobcli.moving.moves import links
from jobcli.training.outline import onward

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker


class RatedCount(RequirementCount, frozen=True):
    """How many requirements there are, and how they are answered."""

    share: Annotated[  # rounded here; the exact one of the rule decides the order
        float | None,
        means("What decides the order, by what is known: (met + 1) / (met + missing + 2); null of none."),
    ]


class AnsweredRequirement(AskedRequirement, frozen=True, kw_only=True):
    """A requirement with its answer."""

    state: Annotated[AnswerState, means("Whether the person meets it.")]
    reason: Annotated[FitReason | None, means("What the answer rests on; null where it is unknown.")]
    by: Annotated[str | None, means("The path, the education, the level, the role or the years that decide.")]


class MatchedRole(Struct, frozen=True, kw_only=True):
    """How a role fits the person."""

    id: Annotated[str, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    present: Annotated[bool, means("Whether it is the role that the person has now.")]
    levels_up: Annotated[
        int | None,
        means(
            "By how many levels of the KldB it stands above the present role; more than 1 takes practice in between."
        ),
    ]
    must: Annotated[RatedCount, means("What is asked for.")]
    should: Annotated[RatedCount, means("What is welcome.")]
    requirements: Annotated[tuple[AnsweredRequirement, ...], means("Each requirement with its answer.")]
    gross_year: Annotated[PayRange | None, means("What it would pay the person.")]
    gain: Annotated[
        RoleGain | None, means("What it pays more than the present role; null without one, and for that role.")
    ]
    quickest_path: Annotated[
        QuickestPath | None,
        means("The quickest path that leads further and that the person may begin, or perhaps may."),
    ]
    completed_paths: Annotated[
        tuple[str | None, ...], means("Its training paths that the person has completed, by id.")
    ]

    def of(self, state: AnswerState, need: str | None = None) -> list[AnsweredRequirement]:
        """The requirements in this state, all or those that are a must or a should."""
        return [one for one in self.requirements if one.state == state and need in (None, one.need)]


class Matched(Answer, frozen=True, kw_only=True):
    """The result of `match`."""

    commands = ("match",)
    table = Columns(
        "roles",
        (
            *("id", "must_met=must.met", "must_total=must.total", "should_met=should.met", "should_total=should.total"),
            *("missing=must.missing+should.missing", "open=must.unknown+should.unknown", MIDDLE),
        ),
    )
    count: Annotated[int, means("How many roles there are in all.")]
    as_of: AsOf
    employer: Annotated[
        Employer,
        means(
            "`new`: with another employer the years there begin at 0; `same` with --same-employer; `untold`: no years were told."
        ),
    ]
    roles: Annotated[tuple[MatchedRole, ...], means("As many of them as were asked for, the best fit first.")]
    from_me: FromMe


class FoundRoles(Struct, frozen=True, kw_only=True):
    """Roles by how they fit, as the page of `match` needs them."""

    answer: Matched
    settled: bool
    """Whether the person told anything that any role asks for."""
    problems: tuple[Problem, ...]
    """Why shown roles have no estimate."""


def matched(profiles: Mapping[str, Profile], who: Asker, top: int, day: str) -> FoundRoles:
    """The `top` roles by how they fit a person, the best first, with what each would pay as known on a day."""
    bearer = who.bearer(profiles)
    ups = _levels_up(profiles, bearer)
    onwards = links({name: one.role for name, one in profiles.items()}).get(bearer.role or "", {})
    every = (fit(one, bearer, leads_on=name in onwards) for name, one in profiles.items())
    ranked = best_first(every, [name for name, up in ups.items() if up is not None and up > 1])
    estimates = paid_there([profiles[item.role] for item in ranked[:top]], who, day)
    pays = estimates.pays
    gained = _gains(estimates, profiles, who, day)
    paths = {path.id: path for profile in profiles.values() for path in profile.paths}
    entrant = who.entering(bearer.present)

    def quickest(name: str) -> QuickestPath | None:
        """None for the present role: they are there."""
        return None if name == bearer.role else quickest_told(onward(profiles[name].paths, entrant, paths.get))

    answer = Matched(
        count=len(ranked),
        employer=who.employer,
        as_of=estimates.items[0].as_of if estimates.items else None,
        roles=tuple(
            MatchedRole(
                **_brought(item, profiles[item.role], bearer),
                levels_up=ups[item.role],
                gross_year=pays.get(item.role),
                gain=gained(item.role),
                quickest_path=quickest(item.role),
            )
            for item in ranked[:top]
        ),
        from_me=who.from_me,
    )
    settled = any(asked.met or asked.missing for item in ranked for asked in (item.must, item.should))
    return FoundRoles(answer=answer, settled=settled, problems=estimates.problems)


def _gains(found: Paid, profiles: Mapping[str, Profile], who: Asker, day: str) -> Callable[[str], RoleGain | None]:
    """What each role pays more than the present one of the person."""
    present = who.standing.role
    if present is None or present not in profiles:
        return lambda _: None
    now = () if present in found.pays else paid_there([profiles[present]], who, day).items
    between = gaps((*found.items, *now), None, day, own_pay(who, present))
    return lambda role: None if role == present else between.between(present, role)


def _levels_up(profiles: Mapping[str, Profile], who: Bearer) -> dict[str, int | None]:
    """By how many levels each role stands above the present one; None where none is told."""
    now = None if who.present is None else who.present.level
    return {name: None if now is None else levels_up(now, one.role.level) for name, one in profiles.items()}


def _brought(item: Fit, profile: Profile, who: Bearer) -> dict[str, Any]:
    """How a role fits, by the names of the fields."""
    done = {path.id for path in who.completed}
    return {
        "id": item.role,
        "title": profile.role.title,
        "present": item.role == who.role,
        "must": _rated(item.must),
        "should": _rated(item.should),
        "requirements": tuple(
            AnsweredRequirement(**asking(one.requirement), state=one.state, reason=one.reason, by=one.by)
            for one in item.answers
        ),
        "completed_paths": tuple(path.id for path in profile.paths if path.id in done),
    }


def _rated(count: RequirementCount) -> RatedCount:
    share = None if count.share is None else round(count.share, 4)
    return RatedCount(count.total, count.met, count.missing, count.unknown, share)
