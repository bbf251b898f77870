"""What roles would pay one person: the estimates, what comes beside them, what arrives of them, and why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.pay import PayRange, Person
from jobcli.domain.profile import Profile
from jobcli.domain.refusal import Refusal
from jobcli.files.figures import open_drawer
from jobcli.pay.anchor import NotKnownYet
from jobcli.pay.benefits import Benefits, benefits
from jobcli.pay.estimate import Estimate, estimate

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import Netting
    from jobcli.net_pay.payslip import NetEstimate


class Paid(Struct, frozen=True, kw_only=True):
    """The estimates of roles for one person."""

    person: Person
    items: tuple[Estimate, ...]
    """In the order of the roles, without those that have none."""
    problems: tuple[Problem, ...]
    """Why the others have none."""
    profiles: Mapping[str, Profile] = {}
    """All of them, by id."""
    benefits: Mapping[str, Benefits] = {}
    """What comes beside pay, by role, where it was asked for."""
    nets: Mapping[str, NetEstimate] = {}
    """What arrives, by role, where it was asked for."""

    @property
    def pays(self) -> dict[str, PayRange]:
        """The range of each role that has one."""
        return {item.role: item.gross_year for item in self.items}


def paid(
    profiles: Sequence[Profile],
    person: Person,
    day: str,
    netting: Netting | None = None,
    *,
    beside: bool = False,
    past: bool = False,
) -> Paid:
    """What the roles would pay the person, as known on `day`; with `beside` also what comes beside pay.

    `past` says that the day was asked for, so that a reason why there is no estimate speaks of it.
    """
    drawer = open_drawer()
    items, problems, extras = [], [], {}
    for profile in profiles:
        if not profile.role.pay.observations:
            problems.append(unpublished(profile))
            continue
        try:
            item = estimate(profile, person, drawer, day)
        except LookupError as error:
            problems.append(unknown_then(profile.id, day, error, past=past))
            continue
        items.append(item)
        if beside:
            extras[profile.id] = benefits(profile.role, person, item, drawer, day)
    nets = {} if netting is None else {item.role: netting.of(item.gross_year) for item in items}
    return Paid(
        person=person,
        items=tuple(items),
        problems=tuple(problems),
        profiles={profile.id: profile for profile in profiles},
        benefits=extras,
        nets=nets,
    )


def paid_there(profiles: Sequence[Profile], who: Asker, day: str) -> Paid:
    """What the roles would pay who asks once they have them: by default with another employer, except the present role."""
    found = [paid([profile], who.person_in(profile.id), day) for profile in profiles]
    return Paid(
        person=who.person,
        items=tuple(item for one in found for item in one.items),
        problems=tuple(problem for one in found for problem in one.problems),
        profiles={profile.id: profile for profile in profiles},
    )


def today(profile: Profile, day: str) -> Estimate | None:
    """What the role pays an average person at full time on `day`; None where nothing can be said of it."""
    if not profile.role.pay.observations:
        return None
    try:
        return estimate(profile, Person(), open_drawer(), day)
    except LookupError:
        return None


def ranked(found: Paid) -> Paid:
    """From the highest middle pay to the lowest. Refusal where no role has an estimate."""
    if not found.items:
        raise Refusal(*found.problems)
    return structs.replace(found, items=tuple(sorted(found.items, key=lambda item: (-item.gross_year.p50, item.role))))


def wholly(found: Paid) -> Paid:
    """The same. Refusal where one of the roles has no estimate."""
    if found.problems:
        raise Refusal(*found.problems)
    return found


NO_PAY = "no-official-pay"
"""The code of the problem where nothing is known of the pay of a role or of an official occupation, on no day."""


def unpublished(profile: Profile) -> Problem:
    """Why there is no estimate of a role without pay, or of an official occupation."""
    code = profile.id
    if profile.kind == "role":
        message = phrase("The profile of '{role}' says nothing of pay.")
        hint = phrase("What it says: jobcli show {role}. Pay stands there under 'salary'.")
        return Problem(NO_PAY, message, hint, {"role": code})
    return Problem(
        NO_PAY,
        phrase("Nothing is published of the pay of {code}, nor of its group."),
        phrase("What else is known: jobcli show {code}"),
        {"code": code},
    )


def unknown_then(role_id: str, day: str, error: LookupError, *, past: bool) -> Problem:
    """Why there is no estimate: nothing was known on that day, or the start is older than the index."""
    if isinstance(error, NotKnownYet):
        return Problem(
            "not-known-then",
            phrase("On {day} nothing was known of the pay of '{role}': its first figure is of {first}."),
            phrase("Choose --as-of {first} or later."),
            {"day": day, "role": role_id, "first": error.first},
        )
    first = f"{min(open_drawer()['wage-growth-yearly'].values)}-12"
    if past and day < first:
        message = phrase("On {day} no wage index was known: its first figure is of {first}.")
        hint = phrase("Choose --as-of {first} or later.")
        return Problem("not-known-then", message, hint, {"day": day, "first": first})
    return Problem(
        "anchor-too-old",
        phrase("The pay of '{role}' is older than the wage index and cannot be carried to today."),
        phrase("Give its profile a newer anchor; the index begins in 2008."),
        {"role": role_id},
    )
