"""What a person keeps with jobcli: their answers, said once. The records of their own files, each with its version."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from msgspec import Meta, Struct

from jobcli.domain.evidence import LISTED, Id, Moment, Text
from jobcli.domain.schooling import School

VERSION = 2
"""The version of the files that this program writes. A file with a higher one is refused and left as it is.

From 2 on a file ends with the line `...`, by which YAML says that a document is over: one that was cut short lacks it.
"""

Version = Annotated[int, Meta(ge=1, le=1_000_000)]


class CourseOffer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a provider offers the person: a course of a training path, with its price, its length and its start."""

    price: Annotated[float, Meta(ge=0, le=1_000_000)] | None = None
    exam: Annotated[float, Meta(ge=0, le=1_000_000)] | None = None
    months: Annotated[float, Meta(ge=0, le=600)] | None = None
    lessons: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    start: Moment | None = None
    provider: Annotated[str, Meta(max_length=200)] | None = None
    zfu: Literal["yes", "no"] | None = None


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The answers of a person by what they answer, as they would be typed: `state: BY`, `tenure: 5`.

    They stay text here: what reads an answer at the prompt reads it from the file, so both refuse with the same words.
    """

    version: Version = VERSION
    settings: Annotated[dict[Id, Text], LISTED] = {}
    offers: Annotated[dict[Id, CourseOffer], LISTED] = {}


class KeptAnswers(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a person answered to the statements of `discover`, in their order: 1 to 5, or 0 for who does not know."""

    version: Version = VERSION
    answers: Annotated[tuple[Annotated[int, Meta(ge=0, le=5)], ...], Meta(max_length=60)]


class Standing(Struct, frozen=True):
    """Where a person stands: answers that belong to them, but that no estimate of pay asks for."""

    role: str | None = None
    """The id of the role they have now."""
    place: str | None = None
    """The official key of the district where they live."""
    qualifications: tuple[str, ...] = ()
    """Ids of the training paths they have completed."""
    school: School | None = None
    """The school certificate."""
    languages: tuple[str, ...] = ()
    """Codes with a CEFR level (`en-B2`)."""
    skills: tuple[str, ...] = ()
    """Ids of requirements or subjects."""
    pay: str | None = None
    """What they earn, gross: an amount with its period, such as `3100/month`."""

    @property
    def pay_year(self) -> Decimal | None:
        """What they earn in gross euros a year."""
        if self.pay is None:
            return None
        amount, _, period = self.pay.partition("/")
        return Decimal(amount) * (12 if period == "month" else 1)


class TellsStanding(TypedDict, total=False):
    """The fields of `Standing` beside the role, told by their names."""

    qualifications: Iterable[str] | None
    school: School | None
    languages: Iterable[str] | None
    skills: Iterable[str] | None
    same_employer: bool
    """Whether another role would be with the employer that they have."""


TickState = Literal["done", "doing", "skipped"]
"""What became of a step; a step without a tick is open."""


# In the file the day is a `date`: YAML takes a bare `on` for true.
class Tick(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, rename={"on": "date"}):
    """What became of one step, on which day, and what the person noted."""

    state: TickState
    on: Moment
    note: Annotated[str, Meta(max_length=2000)] | None = None


class Started(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A path that the person has begun. `seen` are the steps that it had on that day: what is new shows beside them."""

    started: Moment
    seen: tuple[Id, ...] = ()
    steps: dict[Id, Tick] = {}


class PlannedPath(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A path of a plan: of which role, and the month in which it begins."""

    role: str
    path: str
    begins: Moment


class BegunPlan(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A plan that the person has begun: on which day, and its paths in turn. What becomes of them stands with their roles."""

    begun: Moment
    paths: Annotated[tuple[PlannedPath, ...], LISTED] = ()


class Progress(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that the person has begun: for each role its paths, and plans by the role to which they lead.

    `changes` counts how often the file was changed: calendars tell a newer file from an older one by it.
    """

    version: Version = VERSION
    roles: dict[str, dict[str, Started]] = {}
    plans: dict[str, BegunPlan] = {}
    changes: Annotated[int, Meta(ge=0)] = 0

    def planned(self, role: str) -> tuple[str, ...]:
        """The paths of a role that plans have, by their ids."""
        paths = (one for plan in self.plans.values() for one in plan.paths)
        return tuple(dict.fromkeys(one.path for one in paths if one.role == role))
