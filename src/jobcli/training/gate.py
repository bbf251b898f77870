"""May I begin this path? Open now, open after another one or after more practice, not known, or not needed.

What a person has is the highest level of the German qualifications framework (DQR) among what they told: their completed
paths and their highest education, or else an apprenticeship where their role is one for people with training. A path below it is not needed, nor is a second apprenticeship. A path that is not open
can be so after another one of the catalogue that its admission names: that one comes first, with its months and its price;
or after years in the job, where nothing but those is lacking.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct, structs

from jobcli.domain.role import TrainingPath
from jobcli.domain.schooling import Education
from jobcli.training.admission import Entrant, admitted

Access = Literal["open", "after", "after-practice", "unknown", "closed", "not-needed"]
"""Open to the person now; after other training; after more years in the job; not known; not open; not needed, because they
have as much already."""

ACCESSES: tuple[Access, ...] = get_args(Access)
"""In the order in which paths are shown: first what one may begin now."""

EDUCATION_LEVELS: Mapping[Education, int] = {
    "none": 0,
    "apprenticeship": 4,
    "master-craftsman": 6,
    "bachelor": 6,
    "master": 7,
    "doctorate": 8,
}
"""Levels of the German qualifications framework (DQR); https://www.dqr.de, Liste der zugeordneten Qualifikationen."""


def educated(path: TrainingPath) -> Education | None:
    """The education that somebody has once they completed a path; None where it is none of the list, as of a certificate."""
    if path.kind == "apprenticeship":
        return "apprenticeship"
    if path.kind == "degree":
        return "master" if path.dqr == EDUCATION_LEVELS["master"] else "bachelor"
    further = path.kind in ("part-time-course", "distance-course")
    return "master-craftsman" if further and (path.dqr or 0) >= EDUCATION_LEVELS["master-craftsman"] else None


Find = Callable[[str], TrainingPath | None]


class Gate(Struct, frozen=True, kw_only=True):
    """Whether a person may begin a path, and what comes before it."""

    access: Access
    first: tuple[TrainingPath, ...] = ()
    """The training that comes before, in turn; only where the path is open after it."""
    years: float = 0
    """The years in the job that are still lacking; only where the path is open after them."""


def level_of(path: TrainingPath) -> int | None:
    """The DQR level of a path, of a degree at least that of a bachelor; None where it has none, or none is known."""
    return path.dqr or (EDUCATION_LEVELS["bachelor"] if path.kind == "degree" else None)


def own_level(who: Entrant, find: Find) -> int | None:
    """The highest DQR level of what the person told; None where they told neither an education nor a path with one.

    Then a role for people with training stands for an apprenticeship: nobody in it is sent into one.
    """
    told = [] if who.education is None else [EDUCATION_LEVELS[who.education]]
    done = (find(name) for name in who.qualifications)
    usual = EDUCATION_LEVELS["apprenticeship"] if who.skilled else None
    return max((*told, *(level for path in done if path is not None and (level := level_of(path)))), default=usual)


def not_needed(path: TrainingPath, who: Entrant, find: Find) -> bool:
    """Whether the person has completed this path, has more than it leads to, or an apprenticeship where it is another."""
    if path.id in who.qualifications:
        return True
    have, leads_to = own_level(who, find), level_of(path)
    if have is None or leads_to is None:
        return False
    return leads_to <= have if path.kind == "apprenticeship" else leads_to < have


def gate(path: TrainingPath, who: Entrant, find: Find) -> Gate:
    """Whether the person may begin `path`. `find` gives the path of an id as the catalogue has it.

    Of the paths that open it, the one comes first that is open now, then the one whose length its own source states,
    then the shortest. Where nothing was told that has a level, an open question stays one: nothing is put before it.
    """
    if not_needed(path, who, find):
        return Gate(access="not-needed")
    met = admitted(path, who, find).met
    if met:
        return Gate(access="open")
    if met is None and own_level(who, find) is None:
        return Gate(access="unknown")
    ways = [
        prior
        for prior in _named(path, find)
        if not not_needed(prior, who, find)
        and admitted(prior, who, find).met
        and admitted(path, having(who, prior), find).met
    ]
    if ways:
        return Gate(access="after", first=(min(ways, key=surest),))
    years = _lacking_years(path, who, find)
    if years is not None:
        return Gate(access="after-practice", years=years)
    return Gate(access="unknown" if met is None else "closed")


def _lacking_years(path: TrainingPath, who: Entrant, find: Find) -> float | None:
    """How many more years in the job open a path that is not open now; None where they alone do not, or none were told."""
    if who.practice is None:
        return None
    asked = sorted({way.practice_years for way in path.admission if way.practice_years is not None})
    enough = (years for years in asked if admitted(path, structs.replace(who, practice=math.ceil(years)), find).met)
    return next((years - who.practice for years in enough), None)


def ever(path: TrainingPath, who: Entrant, find: Find) -> bool:
    """Whether the path may admit the person, now or after more years in the job."""
    return admitted(path, who, find).met is not False or _lacking_years(path, who, find) is not None


def having(who: Entrant, *done: TrainingPath) -> Entrant:
    """The person once they have completed these paths as well."""
    return structs.replace(who, qualifications=(*who.qualifications, *(path.id or "" for path in done)))


def surest(path: TrainingPath) -> tuple[bool, bool, float, float, str]:
    """For an order of paths: those of a known length, those whose length and price are stated, the shortest, by their ids."""
    months, figures = path.months, (path.months, path.cost.course, path.cost.exam)
    stated = all(span is not None and span.basis == "stated" for span in figures)
    middle = 0.0 if months is None else months.min + months.max
    return months is None, not stated, middle, 0.0 if months is None else months.max, path.id or ""


def _named(path: TrainingPath, find: Find) -> Iterable[TrainingPath]:
    """The paths that its admission names, each once."""
    ids = dict.fromkeys(name for way in path.admission for name in way.training)
    return (prior for name in ids if (prior := find(name)) is not None)
