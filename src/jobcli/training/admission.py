"""Whether a person meets the admission of a path: met, not met, or not known and what is missing to decide.

Any one way of a path is enough. A way asks for a prior training, for years of practice, or for both. A profile names the
trainings of its catalogue that count; others may count too, so a training that was not told settles nothing. What the
highest education rules out does: who finished no apprenticeship has none that could count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from jobcli.domain.pay import Education
from jobcli.domain.role import Admission, TrainingPath

AdmissionMissing = Literal["qualifications", "practice", "text"]
"""What would decide: a training, the years of practice, or what only the words of the profile say."""

AdmissionLacking = Literal["practice", "education"]

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
        order: tuple[AdmissionMissing, ...] = ("qualifications", "practice", "text")
        return tuple(name for name in order if name in found)


def admitted(path: TrainingPath, who: Entrant, find: Callable[[str], TrainingPath | None]) -> Admitted:
    """Whether `path` admits the person. `find` gives the training path of an id, None where it cannot be read."""
    ways = tuple(_way(way, who, find) for way in path.admission)
    answers = [way.met for way in ways]
    met = True if True in answers else None if None in answers or not answers else False
    completed = path.id in who.qualifications
    return Admitted(met=True if completed else met, ways=ways, completed=completed)


def _way(way: Admission, who: Entrant, find: Callable[[str], TrainingPath | None]) -> AdmissionWay:
    """A way is met if all that it asks for is, and not met as soon as one part is not."""
    years = way.practice_years or 0
    counts = next((name for name in who.qualifications if name in way.training), None)
    practice = True if not years else None if who.practice is None else who.practice >= years
    training: bool | None = None
    missing: list[AdmissionMissing] = []
    if way.training:
        training = True if counts else False if _ruled_out(way.training, who, find) else None
        missing += ["qualifications"] if training is None else []
    elif way.enough == "practice":
        training = True
    else:
        # The words may ask for a training that no path of the catalogue is.
        missing.append("text")
    missing += ["practice"] if practice is None else []
    failed: tuple[tuple[AdmissionLacking, bool | None], ...] = (("education", training), ("practice", practice))
    lacking = tuple(name for name, answer in failed if answer is False)
    met = False if lacking else None if missing else True
    return AdmissionWay(
        met=met, years=years, training=counts, missing=() if lacking else tuple(missing), lacking=lacking
    )


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
        return education not in ("bachelor", "master", "doctorate")
    if path.kind == "apprenticeship":
        return education == "none"
    return path.dqr is not None and path.dqr >= _ABOVE_AN_APPRENTICESHIP and education in ("none", "apprenticeship")
