"""People who told what they happened to tell, and what must hold of the answer of `paths` to each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any, get_args

from msgspec import structs

from jobcli.answers.asker import Asker, asker
from jobcli.answers.paths import PathTold, paths_from
from jobcli.domain.evidence import Words
from jobcli.domain.own import CourseOffer
from jobcli.domain.pay import LANDS
from jobcli.domain.profile import Profile
from jobcli.domain.schooling import DEGREES, EDUCATIONS, SCHOOLS
from jobcli.files.catalog import Catalog
from jobcli.files.figures import FUNDING, open_drawer
from jobcli.training.gate import ACCESSES
from jobcli.training.weighing import PathOrder

DAY = "2026-12-01"
CATALOG = Catalog([])
FUNDS = open_drawer(FUNDING)

NEVER_ASKED = {
    "qualifications": "qualifications",
    "education": "education",
    "school": "school",
    "practice": "experience",
}
"""What admission may ask for, with the key whose answer settles it."""

AT_WORK = ("role", "hours", "company-size", "pay", "tenure")
"""Who told one of these has an employer."""


@cache
def profiles() -> dict[str, Profile]:
    return {one.id: one for one in CATALOG.profiles() if one.paths}


def told_by(seed: int) -> tuple[Profile, dict[str, Any], dict[str, CourseOffer]]:
    """A role that somebody asks about, what they told by key, and what they were offered: the same for the same number."""
    chance = Random(seed)  # noqa: S311  no secret
    age = chance.randint(17, 66)
    worked = chance.randint(0, age - 15)
    wanted = chance.choice(sorted(profiles()))
    paths = CATALOG.training_ids()
    every: tuple[tuple[str, Any], ...] = (
        ("state", chance.choice(LANDS).code),
        ("age", age),
        ("experience", worked),
        ("tenure", chance.randint(0, worked)),
        ("education", chance.choice(EDUCATIONS)),
        ("school", chance.choice(SCHOOLS)),
        ("hours", chance.choice((10, 15, 20, 35, 40))),
        ("company-size", chance.choice((5, 60, 900))),
        ("pay", chance.choice(("25000/year", "3300/month", "90000/year"))),
        ("role", chance.choice([name for name in sorted(profiles()) if name != wanted])),
        ("qualifications", tuple(chance.sample(paths, chance.choice((1, 1, 2, 3))))),
    )
    told = {key: value for key, value in every if chance.random() < 0.45}
    named = profiles()[wanted].paths
    offers: dict[str, CourseOffer] = {}
    if chance.random() < 0.2:
        path = chance.choice(named)
        if path.kind in ("part-time-course", "distance-course") and path.id:
            offers[path.id] = CourseOffer(price=4000, exam=500, months=18, lessons=chance.choice((300, 560)))
    return profiles()[wanted], told, offers


def faults_of(seed: int) -> Iterator[str]:
    """What is wrong with the answer to one person; nothing where all holds."""
    profile, told, offers = told_by(seed)
    who = structs.replace(asker(told, {}, present_job=False), offers=offers)
    order = get_args(PathOrder)[seed % 3]
    before = profiles().get(told.get("role", ""))
    found = paths_from(CATALOG, FUNDS, who, None, DAY, profile, before, order, None).answer
    for path in found.paths:
        for fault in (*_admission(path, told, who), *_funding(path, told)):
            yield f"{seed}: {profile.id} {path.id}: {fault}"
    shown = [(path.purpose == "helps", ACCESSES.index(path.access)) for path in found.paths]
    if shown != sorted(shown):
        yield f"{seed}: {profile.id}: not in the order of what one may begin"


def _admission(path: PathTold, told: Mapping[str, Any], who: Asker) -> Iterator[str]:
    reason, met = path.admission_reason, path.admission_met
    if reason is None:
        yield "no reason of admission"
        return
    given = {True: bool(reason.by or reason.completed), None: bool(reason.missing), False: bool(reason.against)}
    if not given[met]:
        yield f"admission {met} without a reason"
    if met is False and len(reason.against) != len(path.admission):
        yield "refused although a way is left"
    yield from (f"asks for {name}" for name in reason.missing if told.get(NEVER_ASKED.get(name, "")) is not None)
    first = path.comes_first
    wanted = {"after": bool(first and first.paths), "after-practice": bool(first and first.years)}
    if not wanted.get(path.access, first is None):
        yield f"{path.access} does not fit what comes first"
    if path.access == "open" and met is not True:
        yield "open although it does not admit"
    if path.access == "closed" and met is not False:
        yield "closed although it may admit"
    if path.access == "unknown" and met is not None:
        yield "not known although it is decided"
    if path.kind == "apprenticeship" and path.access == "open" and who.person.education not in (None, "none"):
        yield "a second apprenticeship"


def _funding(path: PathTold, told: Mapping[str, Any]) -> Iterator[str]:
    for scheme in path.funding:
        reasons = {"applies": scheme.met, "may-apply": scheme.open, "does-not-apply": scheme.against}
        if not reasons[scheme.verdict] or (scheme.verdict == "applies" and (scheme.open or scheme.against)):
            yield f"{scheme.id} {scheme.verdict} without a reason"
        for item in (*scheme.met, *scheme.open, *scheme.against):
            if not isinstance(item.text, Words) or not item.text.de or not item.text.en:
                yield f"{scheme.id} {item.id} without words"
        for item in scheme.open:
            if _settled(scheme.id, item.id, told):
                yield f"{scheme.id} asks for {item.id}, which was told"


def _settled(scheme: str, condition: str, told: Mapping[str, Any]) -> bool:
    """Whether what was told answers the question of a condition, by the words of its law (figures/funding)."""
    education, age = told.get("education"), told.get("age")
    apprenticed = any(name.startswith("ausb-") for name in told.get("qualifications", ()))
    at_work = any(told.get(key) is not None for key in AT_WORK)
    known: dict[tuple[str, str], bool] = {
        ("bildungsurlaub", "state"): "state" in told,
        # Full years: with one of them six months are over, the longest wait that a Land asks for.
        ("bildungsurlaub", "employed"): "state" in told and told.get("tenure", 0) >= 1,
        ("afbg", "degree"): education is not None,
        ("aufstiegsstipendium", "degree"): education is not None,
        ("aufstiegsstipendium", "practice"): "experience" in told,
        ("weiterbildungsstipendium", "age"): age is not None and not 25 <= age < 28,
        ("weiterbildungsstipendium", "work"): told.get("hours", 0) >= 15,
        ("qualifizierungschancen", "employed"): at_work,
        ("qualifizierungsgeld", "employed"): at_work,
    }
    if condition == "trained":
        return apprenticed or (education is not None and education not in DEGREES)
    return known.get((scheme, condition), False)
