"""The training paths of a role, weighed for one person: time, money, who pays, whether they are admitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.training.admission import Entrant, admitted
from jobcli.training.funding import Applicant
from jobcli.training.weighing import in_order_of, weigh

if TYPE_CHECKING:
    from jobcli.cli.session import Session
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import PayRange, Person
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.training.weighing import PathOrder, WeighedPath


def applicant(
    person: Person, *, practice: int | None, age: int | None = None, course_hours: int | None = None
) -> Applicant:
    """What decides on who pays for training. `practice` are years of work that were told, and not only concluded."""
    return Applicant(
        state=person.state,
        age=age,
        education=person.education,
        tenure=person.tenure,
        experience=practice,
        company_size=person.company_size,
        hours=person.hours,
        teaching_hours=course_hours,
    )


def weigh_paths(
    session: Session,
    profile: Profile,
    person: Person,
    drawer: Drawer,
    order: PathOrder,
    *,
    qualifications: tuple[str, ...] = (),
    practice: int | None = None,
    age: int | None = None,
    course_hours: int | None = None,
    pay: tuple[PayRange, PayRange] | None = None,
) -> list[WeighedPath]:
    """The paths of a role in an order. `practice` are years of work that were told; `pay` is that in the new and the old role.

    `drawer` is that of the funding.
    """
    catalog = session.catalog
    who = applicant(person, practice=practice, age=age, course_hours=course_hours)
    entrant = Entrant(qualifications=qualifications, practice=practice, education=person.education)

    def find(name: str) -> TrainingPath | None:
        return catalog.training(name) if name in catalog.training_ids() else None

    return in_order_of(
        (
            structs.replace(weigh(path, who, drawer, session.day, pay), admitted=admitted(path, entrant, find))
            for path in profile.paths
        ),
        order,
    )
