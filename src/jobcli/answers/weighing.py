"""The training paths of a role, weighed for one person: time, money, who pays, whether they are admitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.training.admission import admitted
from jobcli.training.weighing import in_order_of, weigh

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.domain.figures import Drawer
    from jobcli.domain.pay import PayRange
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.files.catalog import Catalog
    from jobcli.training.weighing import PathOrder, WeighedPath


def weigh_paths(
    catalog: Catalog,
    funding: Drawer,
    who: Asker,
    day: str,
    profile: Profile,
    order: PathOrder,
    *,
    course_hours: int | None = None,
    pay: tuple[PayRange, PayRange] | None = None,
) -> list[WeighedPath]:
    """The paths of a role in an order; `pay` is that in the new and in the old role."""
    applicant, entrant = who.applicant(course_hours), who.entrant

    def find(name: str) -> TrainingPath | None:
        return catalog.training(name) if name in catalog.training_ids() else None

    return in_order_of(
        (
            structs.replace(weigh(path, applicant, funding, day, pay), admitted=admitted(path, entrant, find))
            for path in profile.paths
        ),
        order,
    )
