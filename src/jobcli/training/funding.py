"""Which schemes pay for a path: a verdict for each, with what is met, what is open and what speaks against it.

A verdict is careful. One condition that fails settles it: "does not apply". "Applies" needs every condition of the scheme
to be known and met. Everything else is "may apply", and the open conditions are the questions to ask. The conditions and
their words are data (figures/funding/); this module only knows how to find out about each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.figures import Drawer, Unit
from jobcli.domain.funding import Scheme
from jobcli.domain.meaning import means
from jobcli.domain.role import TrainingPath
from jobcli.domain.schooling import Education

Verdict = Literal["applies", "may-apply", "does-not-apply"]
ConditionAnswers = dict[str, bool | None]


class Applicant(Struct, frozen=True, kw_only=True):
    """All that a scheme may ask of a person; None is not told."""

    state: str | None = None
    """A Land code."""
    age: int | None = None
    """In years."""
    education: Education | None = None
    """The highest one."""
    apprenticed: bool = False
    """Whether an apprenticeship is among the training that they have completed."""
    employed: bool | None = None
    """Whether they have an employer."""
    tenure: float | None = None
    """Full years with the employer."""
    experience: int | None = None
    """Full years in working life."""
    company_size: int | None = None
    """The head count of the company."""
    hours: float | None = None
    """Hours a week at work."""
    teaching_hours: int | None = None
    """Those of the chosen course."""
    approved: bool | None = None
    """Whether the ZFU approved the course."""

    @property
    def at_work(self) -> bool | None:
        """Whether the person has an employer; who tells a tenure has one."""
        return True if self.employed is None and self.tenure is not None else self.employed

    @property
    def trained(self) -> bool | None:
        """Whether the person finished an apprenticeship; a degree says nothing about it."""
        if self.apprenticed:
            return True
        return None if self.education is None or self.has_degree else self.education != "none"

    @property
    def has_degree(self) -> bool | None:
        """Whether the person has a degree."""
        return None if self.education is None else self.education in ("bachelor", "master", "doctorate")


class FundingAmount(Struct, frozen=True, kw_only=True):
    """One figure of a scheme that fits this person and path."""

    table: Annotated[str, means("The id of its table.")]
    key: Annotated[str, means("Its key there.")]
    value: Annotated[float, means("The figure.")]
    unit: Annotated[Unit, means("Its unit.")]


class Ruling(Struct, frozen=True, kw_only=True):
    """The verdict on one scheme."""

    scheme: str
    """Its id."""
    verdict: Verdict
    met: tuple[str, ...]
    """The conditions that are met, by their ids."""
    open: tuple[str, ...]
    """Those that are not known."""
    against: tuple[str, ...]
    """Those that fail."""
    amounts: tuple[FundingAmount, ...] = ()
    """The figures that are sure to be the right ones."""


def rule(path: TrainingPath, who: Applicant, drawer: Drawer, day: str) -> tuple[Ruling, ...]:
    """A ruling on every scheme of the drawer for this path and person on `day` (YYYY-MM-DD)."""
    return tuple(_rule(name, scheme, path, who, drawer, day) for name, scheme in drawer.schemes.items())


def _rule(name: str, scheme: Scheme, path: TrainingPath, who: Applicant, drawer: Drawer, day: str) -> Ruling:
    answers: ConditionAnswers = dict.fromkeys(scheme.conditions)
    if scheme.ended is not None:
        answers["ended"] = None if day <= scheme.ended else False
    else:
        answers["kind"] = _fits(name, scheme, path)
        answers |= _CHECKS[name](path, who, drawer, day) if name in _CHECKS else {}
    met, unknown, against = (
        tuple(key for key in scheme.conditions if answers[key] is wanted) for wanted in (True, None, False)
    )
    verdict: Verdict = "does-not-apply" if against else "may-apply" if unknown else "applies"
    amounts = () if against else _amounts(name, path, who, drawer)
    return Ruling(scheme=name, verdict=verdict, met=met, open=unknown, against=against, amounts=amounts)


def _fits(name: str, scheme: Scheme, path: TrainingPath) -> bool | None:
    """Whether the scheme is for this kind of path: the profile's own list says yes, the wrong kind alone says no."""
    listed = name in path.funding
    if path.kind not in scheme.kinds:
        return None if listed else False
    return True if listed else None


def first_stage(path: TrainingPath, drawer: Drawer) -> bool:
    """Whether the path leads to the first of the three stages of further training (BBiG): fewer hours than the second."""
    if path.dqr is not None or path.hours_total is None or path.law is None:
        return path.dqr == 5
    return path.hours_total.max < drawer["further-training-hours"].values["stage-2"]


def _afbg(path: TrainingPath, who: Applicant, drawer: Drawer, _day: str) -> ConditionAnswers:
    group = "first-stage-part-time" if first_stage(path, drawer) else "usual"
    needed = drawer["afbg-hours"].values[group]
    longest = drawer["afbg-months"].values["part-time" if group == "usual" else group]
    answers: ConditionAnswers = {
        "hours": _more_hours(path, who, needed),
        "months": None,
        "density": _dense(path, who, drawer["afbg-density"].values["part-time"], firm=group == "usual"),
        "zfu": who.approved if path.kind == "distance-course" else True,
        "degree": None if who.education is None else who.education not in ("master", "doctorate"),
    }
    if path.months is not None:
        answers["months"] = False if path.months.min > longest else True if path.months.max <= longest else None
    if path.law is None and "afbg" not in path.funding:
        answers["kind"] = False
    return answers


def _more_hours(path: TrainingPath, who: Applicant, needed: float) -> bool | None:
    """Whether the course has `needed` teaching hours. The hours of a path hold own study too, so they can only rule it out."""
    if who.teaching_hours is not None:
        return who.teaching_hours >= needed
    if path.lessons is not None and path.lessons.max < needed:
        return False
    return False if path.hours_total is not None and path.hours_total.max < needed else None


def _dense(path: TrainingPath, who: Applicant, needed: float, *, firm: bool) -> bool | None:
    """Whether the course has `needed` lessons a month on average. It is known for the lessons of a chosen course alone.

    `firm` says that fewer rule the scheme out: for the first stage our source does not tell.
    """
    if who.teaching_hours is None or path.months is None:
        return None
    if who.teaching_hours >= needed * path.months.max:
        return True
    return False if firm and who.teaching_hours < needed * path.months.min else None


def _sgb3(name: str) -> Callable[[TrainingPath, Applicant, Drawer, str], ConditionAnswers]:
    def check(path: TrainingPath, who: Applicant, drawer: Drawer, _day: str) -> ConditionAnswers:
        # The law asks for more than this number of hours.
        needed = drawer["sgb3-course-hours"].values[name] + 1
        return {"employed": who.at_work, "hours": _more_hours(path, who, needed)}

    return check


def _leave(_path: TrainingPath, who: Applicant, drawer: Drawer, day: str) -> ConditionAnswers:
    start = min(drawer["bildungsurlaub-saxony"].values)
    waits = drawer["bildungsurlaub-wait"].values
    answers: ConditionAnswers = {
        "state": None if who.state is None else who.state != "BY",
        "start": None if who.state == "SN" and day < start else True,
        "employed": False if who.at_work is False else None,
    }
    if who.tenure is not None and who.state is not None and who.at_work:
        # Full years: none of them says nothing about six months.
        answers["employed"] = True if who.tenure * 12 >= waits.get(who.state, waits["usual"]) else None
    return answers


def _scholarship(_path: TrainingPath, who: Applicant, drawer: Drawer, _day: str) -> ConditionAnswers:
    age = drawer["weiterbildungsstipendium-age"].values
    young: bool | None = None
    if who.age is not None:
        young = True if who.age < age["usual"] else None if who.age < age["with-credit"] else False
    least = drawer["weiterbildungsstipendium-work"].values["least"]
    working = True if who.at_work and who.hours is not None and who.hours >= least else None
    return {"trained": who.trained, "age": young, "work": working}


def _first_degree(path: TrainingPath, who: Applicant, drawer: Drawer, _day: str) -> ConditionAnswers:
    years = drawer["aufstiegsstipendium-practice"].values["least"]
    answers: ConditionAnswers = {
        "degree": None if who.has_degree is None else not who.has_degree,
        "trained": who.trained,
        "practice": None if who.experience is None else who.experience >= years,
    }
    # A master's programme is no first degree.
    return answers if path.kind != "degree" or (path.dqr or 6) < 7 else {**answers, "kind": False}


def _bonus(path: TrainingPath, who: Applicant, drawer: Drawer, _day: str) -> ConditionAnswers:
    paid, crafts = drawer["meisterbonus-amounts"].values, drawer["meisterbonus-crafts"].values
    masters = drawer["meisterbonus-masters"].values
    state: bool | None = None
    if who.state is not None:
        only = who.state in (*crafts, *masters) and _by_ihk(path)
        state = True if who.state in paid else False if only else None
    return {
        "dqr": None if path.dqr is None else path.dqr in (6, 7),
        "state": state,
        # Only Saarland's rule has an end that our source names.
        "until": None if who.state == "SL" else True,
    }


def _by_ihk(path: TrainingPath) -> bool:
    body = path.awarding_body
    return body is not None and "IHK" in f"{body.de} {body.en}"


_CHECKS: dict[str, Callable[[TrainingPath, Applicant, Drawer, str], ConditionAnswers]] = {
    "afbg": _afbg,
    "qualifizierungschancen": _sgb3("qualifizierungschancen"),
    "qualifizierungsgeld": _sgb3("qualifizierungsgeld"),
    "bildungsurlaub": _leave,
    "weiterbildungsstipendium": _scholarship,
    "aufstiegsstipendium": _first_degree,
    "meisterbonus": _bonus,
}


def _amounts(name: str, path: TrainingPath, who: Applicant, drawer: Drawer) -> tuple[FundingAmount, ...]:
    """The figures of the scheme that are already certain to be the right ones for this person."""
    size = None if who.company_size is None else _size(who.company_size)
    wanted: dict[str, tuple[tuple[str, str | None], ...]] = {
        "afbg": (("afbg-shares", "grant"), ("afbg-amounts", "fees")),
        "bildungsgutschein": (("bildungsgutschein-share", "course"),),
        "qualifizierungschancen": (("qualifizierungschancen-employer", size), ("qualifizierungschancen-wage", size)),
        "qualifizierungsgeld": (
            ("qualifizierungsgeld-rate", "without-child"),
            ("qualifizierungsgeld-rate", "with-child"),
        ),
        "bildungsurlaub": (_days(who, drawer),),
        "weiterbildungsstipendium": (("weiterbildungsstipendium-amounts", "most"),),
        "aufstiegsstipendium": (
            ("aufstiegsstipendium-monthly", "full-time"),
            ("aufstiegsstipendium-yearly", "part-time"),
        ),
        "meisterbonus": (("meisterbonus-amounts", who.state if (path.dqr or 0) in (6, 7) else None),),
    }
    return tuple(
        FundingAmount(table=table, key=key, value=drawer[table].values[key], unit=drawer[table].unit)
        for table, key in wanted.get(name, ())
        if key is not None and key in drawer[table].values
    )


def _days(who: Applicant, drawer: Drawer) -> tuple[str, str | None]:
    if who.state == "SN":
        return "bildungsurlaub-saxony", min(drawer["bildungsurlaub-saxony"].values)
    days = drawer["bildungsurlaub-days"].values
    return "bildungsurlaub-days", None if who.state in (None, "BY") else who.state if who.state in days else "usual"


def _size(people: int) -> str:
    return "1-49" if people < 50 else "50-499" if people < 500 else "500+"
