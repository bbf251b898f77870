"""Whether a person meets the admission of a path: met, not met, or not known and what is missing to decide.

Any one way of a path is enough, and of a way all that its keys ask for: a prior training, an education, a school
certificate, years of practice. A profile names the trainings of its catalogue that count; others may count too, so a
training that was not told settles nothing. What the highest education rules out does: who finished no apprenticeship has
none that could count. Where the keys are not all that the words ask for, a way can be shut and is never open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from jobcli.domain.role import Admission, TrainingPath
from jobcli.domain.schooling import DEGREES, EDUCATIONS, SCHOOLS, Education, School

AdmissionMissing = Literal["qualifications", "education", "school", "practice", "text"]
"""What would decide: a training, the education, the school certificate, the years of practice, or what only the words say."""

AdmissionLacking = Literal["practice", "education", "school"]

_ABOVE_AN_APPRENTICESHIP = 5
"""The lowest DQR level of further training (deutscher Qualifikationsrahmen: 3 and 4 are apprenticeships)."""


class Entrant(Struct, frozen=True, kw_only=True):
    """What a person brings; None is not told."""

    qualifications: tuple[str, ...] = ()
    """Ids of the paths that they have completed."""
    practice: int | None = None
    """Full years in working life."""
    education: Education | None = None
    """The highest one."""
    school: School | None = None
    """The school certificate."""
    skilled: bool = False
    """Whether the role that they have is one for people with training. It admits nobody."""


class AdmissionWay(Struct, frozen=True, kw_only=True):
    """One way in for one person."""

    met: bool | None
    """Whether it is open to them; None is not known."""
    years: float
    """The years of practice that it asks for, 0 for none."""
    training: str | None = None
    """The qualification that counts, where one does."""
    missing: tuple[AdmissionMissing, ...] = ()
    """What would decide where that is not known."""
    lacking: tuple[AdmissionLacking, ...] = ()
    """What they lack where it is not open."""


class Admitted(Struct, frozen=True, kw_only=True):
    """Whether a path admits a person. One that names no way of admission leaves it open."""

    met: bool | None
    """Whether it does; None is not known."""
    ways: tuple[AdmissionWay, ...]
    """Each way of its admission, in the order of the profile."""
    external: bool | None = None
    """Whether they have the years in the job after which its examination is open without the training; None is not known,
    or there is no such way."""
    completed: bool = False
    """Whether they have the path behind them: then they were admitted, whatever the ways say."""

    @property
    def by(self) -> AdmissionWay | None:
        """The first way that is met."""
        return next((way for way in self.ways if way.met), None)

    @property
    def missing(self) -> tuple[AdmissionMissing, ...]:
        """What would decide, each once, the text last; empty where it is decided."""
        if self.met is not None:
            return ()
        found = {name for way in self.ways if way.met is None for name in way.missing} if self.ways else {"text"}
        order: tuple[AdmissionMissing, ...] = get_args(AdmissionMissing)
        return tuple(name for name in order if name in found)


def admitted(path: TrainingPath, who: Entrant, find: Callable[[str], TrainingPath | None]) -> Admitted:
    """Whether `path` admits the person. `find` gives the training path of an id, None where it cannot be read."""
    ways = tuple(_way(way, who, find) for way in path.admission)
    answers = [way.met for way in ways]
    met = True if True in answers else None if None in answers or not answers else False
    completed = path.id in who.qualifications
    needed = path.external_exam_years
    external = None if needed is None or who.practice is None else who.practice >= needed
    return Admitted(met=True if completed else met, ways=ways, external=external, completed=completed)


def _way(way: Admission, who: Entrant, find: Callable[[str], TrainingPath | None]) -> AdmissionWay:
    """A way is met if all that it asks for is, and not met as soon as one part is not."""
    years = way.practice_years or 0
    counts = next((name for name in who.qualifications if name in way.training), None)
    practice = True if not years else None if who.practice is None else who.practice >= years
    training = True if counts or not way.training else False if _ruled_out(way.training, who, find) else None
    education = True if way.education is None else _educated(way.education, who, find)
    school = True if way.school is None else _schooled(way.school, who)
    # What was told is not asked again: whether other training of theirs counts, or which, only the words can say then.
    named: AdmissionMissing = "text" if who.qualifications else "qualifications"
    answers: tuple[tuple[AdmissionMissing, AdmissionLacking, bool | None], ...] = (
        (named, "education", training),
        ("education" if who.education is None else named, "education", education),
        ("school", "school", school),
        ("practice", "practice", practice),
    )
    lacking = tuple(dict.fromkeys(name for _, name, answer in answers if answer is False))
    missing: list[AdmissionMissing] = list(dict.fromkeys(name for name, _, answer in answers if answer is None))
    if not way.training and way.enough is None and "text" not in missing:
        # The words may ask for a training that no path of the catalogue is.
        missing.append("text")
    met = False if lacking else None if missing else True
    return AdmissionWay(
        met=met, years=years, training=counts, missing=() if lacking else tuple(missing), lacking=lacking
    )


def _educated(asked: Education, who: Entrant, find: Callable[[str], TrainingPath | None]) -> bool | None:
    """Whether the person has at least this education; a degree says nothing about an apprenticeship before it."""
    if any(_amounts_to(find(name), asked) for name in who.qualifications):
        return True
    if who.education is None:
        return None
    if EDUCATIONS.index(who.education) < EDUCATIONS.index(asked):
        return False
    return True if asked in DEGREES or who.education not in DEGREES else None


def _amounts_to(path: TrainingPath | None, asked: Education) -> bool:
    """Whether someone who completed this path has that education."""
    if path is None:
        return False
    further = path.kind in ("part-time-course", "distance-course") and (path.dqr or 0) > _ABOVE_AN_APPRENTICESHIP
    if asked == "apprenticeship":
        return path.kind == "apprenticeship"
    if asked == "master-craftsman":
        return further
    return path.kind == "degree" and (asked == "bachelor" or (asked == "master" and path.dqr == 7))


def _schooled(asked: School, who: Entrant) -> bool | None:
    """Whether the school certificate is enough; whoever has a degree was admitted to a university."""
    if who.education in DEGREES:
        return True
    return None if who.school is None else SCHOOLS.index(who.school) >= SCHOOLS.index(asked)


def _ruled_out(training: Sequence[str], who: Entrant, find: Callable[[str], TrainingPath | None]) -> bool:
    """Whether the highest education is below every training that counts."""
    return who.education is not None and all(_above(find(name), who.education) for name in training)


def _above(path: TrainingPath | None, education: Education) -> bool:
    """Whether this path leads higher than the education does; False where that is not known.

    Education is the highest one: a degree says nothing about an apprenticeship before it.
    """
    if path is None:
        return False
    if path.kind == "degree":
        return education not in DEGREES
    if path.kind == "apprenticeship":
        return education == "none"
    return path.dqr is not None and path.dqr >= _ABOVE_AN_APPRENTICESHIP and education in ("none", "apprenticeship")
