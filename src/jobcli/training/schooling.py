"""How a completed training path, or the highest education alone, meets what a profile asks for as education.

A requirement of education is an id and words; what the shared ids mean in terms of paths stands here, once. Another id
of a profile's own is met only by who says so. A training that was not told settles nothing, as with admission: only the
highest education rules out, and a training of the same kind that is another one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from jobcli.domain.role import PathKind, TrainingPath
from jobcli.domain.schooling import Education

HIGHER: tuple[Education, ...] = ("bachelor", "master", "doctorate")


class EducationAsked(Struct, frozen=True, kw_only=True):
    """What an id of education asks for."""

    kinds: tuple[PathKind, ...]
    """The path is of one of these kinds."""
    above: tuple[PathKind, ...] = ()
    """Kinds that stand higher and include it, where they teach one of the subjects."""
    subjects: tuple[str, ...] = ()
    """It teaches one of these; none is any."""
    listed: bool = False
    """Whether the path must be one that the role itself names."""
    by: tuple[Education, ...] = ()
    """The highest educations that are enough without a path."""
    without: tuple[Education, ...] = ()
    """Those that rule it out."""


_BELOW_A_DEGREE: tuple[Education, ...] = ("none", "apprenticeship", "master-craftsman")
_COURSES: tuple[PathKind, ...] = ("part-time-course", "distance-course")
_CERTIFICATES: tuple[PathKind, ...] = ("certificate", *_COURSES)
_ABOVE: tuple[PathKind, ...] = (*_COURSES, "degree")

ASKED: dict[str, EducationAsked] = {
    "apprenticeship": EducationAsked(
        kinds=("apprenticeship",), above=_ABOVE, by=("apprenticeship", "master-craftsman", *HIGHER), without=("none",)
    ),
    "commercial-training": EducationAsked(
        kinds=("apprenticeship",), above=_ABOVE, subjects=("business-administration",), without=("none",)
    ),
    "it-training": EducationAsked(
        kinds=("apprenticeship",), above=_ABOVE, subjects=("it-systems", "software-development"), without=("none",)
    ),
    # It counts in place of a degree, so a degree counts in place of it.
    "further-training": EducationAsked(
        kinds=_COURSES, above=("degree",), by=("master-craftsman", *HIGHER), without=("none", "apprenticeship")
    ),
    "higher-education": EducationAsked(kinds=("degree",), by=HIGHER, without=_BELOW_A_DEGREE),
    "business-degree": EducationAsked(
        kinds=("degree",), subjects=("business-administration",), without=_BELOW_A_DEGREE
    ),
    "technical-degree": EducationAsked(
        kinds=("degree",),
        subjects=("engineering", "it-systems", "mathematics", "software-development"),
        without=_BELOW_A_DEGREE,
    ),
    "agile-certificate": EducationAsked(kinds=_CERTIFICATES, subjects=("agile-methods",), listed=True),
    "project-certificate": EducationAsked(kinds=_CERTIFICATES, subjects=("project-management",), listed=True),
    "process-certificate": EducationAsked(kinds=_CERTIFICATES, subjects=("process-improvement",), listed=True),
}
"""The ids of education that profiles share. Which path is what: `kind` and `teaches` of its file."""


class Schooled(Struct, frozen=True):
    """Whether education meets a requirement."""

    met: bool | None
    """None is not known."""
    path: str | None = None
    """The id of the training that meets it."""


def schooled(
    wanted: str, completed: Sequence[TrainingPath], education: Education | None, of_role: Collection[str]
) -> Schooled:
    """Whether these completed paths, or the highest education, meet the requirement `wanted` of a role.

    `of_role` are the ids of the paths that the role itself names.
    """
    asked = ASKED.get(wanted)
    if asked is None:
        return Schooled(met=None)
    of_kind = [path for path in completed if path.kind in asked.kinds]
    for path in (*of_kind, *(path for path in completed if path.kind in asked.above)):
        fits = not asked.subjects or bool(set(asked.subjects) & set(path.teaches))
        if fits and (not asked.listed or path.id in of_role):
            return Schooled(met=True, path=path.id)
    if education in asked.by:
        return Schooled(met=True)
    # Who named the training of this kind that they have, and it is another one, does not have the wanted one.
    other = bool(of_kind) and not asked.listed
    return Schooled(met=False if education in asked.without or other else None)
